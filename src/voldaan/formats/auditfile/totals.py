"""The totals that an auditfile gives of its own lines, against the lines themselves."""

from dataclasses import dataclass

from voldaan.formats.amounts import AmountError, decimal_to_cents, format_cents
from voldaan.formats.auditfile.leaves import Leaves
from voldaan.formats.findings import Findings


@dataclass(slots=True)
class Totals:
    """What the lines of one part add up to."""

    lines: int = 0
    debit_cents: int = 0
    credit_cents: int = 0
    turned_cents: int = 0
    """Negative amounts, as positive ones: some packages count them on the other side."""

    def add(self, cents: int, *, negative: bool) -> None:
        """Count a line: `cents` is debit positive, `negative` says that the file writes it with a minus."""
        self.lines += 1
        if (cents > 0) != negative:
            self.debit_cents += cents
        else:
            self.credit_cents -= cents
        if negative:
            self.turned_cents += abs(cents)

    @property
    def balance_cents(self) -> int:
        """Return debit less credit."""
        return self.debit_cents - self.credit_cents

    def agree_with(self, debit_cents: int, credit_cents: int, implied: "Totals | None" = None) -> bool:
        """Test if these are the totals: with negative amounts on their own side or on the other.

        `implied` are lines that the file leaves to the head of a journal; its totals may count them.
        """
        plain = (self.debit_cents, self.credit_cents)
        turned = (self.debit_cents + self.turned_cents, self.credit_cents + self.turned_cents)
        more = implied or Totals()
        whole = (self.debit_cents + more.debit_cents, self.credit_cents + more.credit_cents)
        return (debit_cents, credit_cents) in (plain, turned, whole)


def said_totals(leaves: Leaves) -> tuple[int, int] | None:
    """Return total debit and credit as the file says them, None where it does not or not readably."""
    try:
        return decimal_to_cents(leaves["totalDebit"]), decimal_to_cents(leaves["totalCredit"])
    except (KeyError, AmountError):
        return None


def check_opening(totals: Totals, leaves: Leaves, findings: Findings) -> bool:
    """Test if the opening balance is in balance; a finding where its totals and lines differ in what is left.

    Some packages (Odoo) count every booking before the period in the totals, and give one line per account.
    """
    said = said_totals(leaves)
    if said is not None and said[0] - said[1] != totals.balance_cents:
        _add_contradiction(totals, said, findings, "de beginbalans", "/auditfile/company/openingBalance")
    return totals.balance_cents == 0


def check_bookings(totals: Totals, implied: Totals, leaves: Leaves, findings: Findings) -> None:
    """Add a finding where the totals are not those of the lines, and where all bookings are not in balance."""
    path = "/auditfile/company/transactions"
    said = said_totals(leaves)
    if said is not None and not totals.agree_with(*said, implied):
        _add_contradiction(totals, said, findings, "de boekingen", path)
    balance = totals.balance_cents
    if balance and balance + implied.balance_cents:
        findings.add(
            "De boekingen zijn niet in evenwicht.",
            f"Debet en credit verschillen {format_cents(abs(balance))}; er ontbreken boekingen.",
            "Exporteer de auditfile opnieuw uit het boekhoudpakket, met alle dagboeken en het hele jaar.",
            path=path,
        )


def _add_contradiction(
    totals: Totals, said: tuple[int, int], findings: Findings, what: str, path: str
) -> None:
    """Add the finding of totals that are not those of the lines."""
    debit, credit = said
    findings.add(
        f"De totalen van {what} kloppen niet met de regels.",
        f"Het bestand noemt debet {format_cents(debit)} en credit {format_cents(credit)}; de regels tellen op tot "
        f"debet {format_cents(totals.debit_cents)} en credit {format_cents(totals.credit_cents)}, een verschil van "
        f"{format_cents(totals.debit_cents - debit)} en {format_cents(totals.credit_cents - credit)}.",
        "Exporteer de auditfile opnieuw uit het boekhoudpakket, met alle dagboeken en het hele jaar.",
        path=path,
    )
