"""The papers of which the stories tell: invoices, bank statements and lists, made by our own writers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from voldaan.formats.bank import camt_write
from voldaan.formats.invoices import ubl_write
from voldaan.formats.lists import open_items
from voldaan.formats.values import Invoice, OpenItem, OpenItemList, Party, Statement, Transaction

YEAR = 2026
IBAN = "NL91ABNA0417164300"
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

BAKERY = Party(
    name="Bakkerij Zon B.V.", coc_number="12345678", vat_number="NL001234567B13", iban=IBAN,
    street="Molenpad 1", postcode="1234 AB", city="Zonnedorp", country="NL",
)  # fmt: skip
BIRD = Party(
    name="Lunchroom De Vroege Vogel B.V.", number="101", email="inkoop@vroegevogel.example",
    street="Laan 3", postcode="5678 CD", city="Klantdorp", country="NL", coc_number="87654321",
)  # fmt: skip
LINDEN = Party(
    name="Theehuis De Linde B.V.", number="102", email="boeken@delinde.example",
    street="Plein 9", postcode="5678 DE", city="Klantdorp", country="NL", coc_number="76543210",
)  # fmt: skip
JO = Party(
    name="Klusbedrijf Jo van Velzen", number="103", email="jo@klusvelzen.example",
    street="Steeg 7", postcode="5678 EF", city="Klantdorp", country="NL", coc_number="65432109",
)  # fmt: skip
"""A sole trader: a number of the Chamber of Commerce, and no legal form in the name."""


def day(text: str) -> date:
    """Return the day that a Dutch text names, in the year of the stories: "2 maart"."""
    number, month = text.split()
    return date(YEAR, MONTHS.index(month) + 1, int(number))


def told(on: date) -> str:
    """Return a day as the stories tell it."""
    return f"{on.day} {MONTHS[on.month - 1]}"


def cents(euros: str) -> int:
    """Return the cents of an amount as a Dutch reader writes it: "1.250,00"."""
    return int(euros.replace(".", "").replace(",", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """A movement on the bakery's account; without a day it is booked on the day of the statement."""

    euros: str
    remittance: str = ""
    on: str = ""
    by: Party | None = None
    end_to_end_id: str | None = None
    reference: str | None = None
    bank_iban: str = IBAN
    back: bool = False
    """A bank took it back."""
    out: bool = False
    """The bakery paid it."""

    def booked(self, last: date) -> Transaction:
        """Return the movement as the bank tells it."""
        booking = day(self.on) if self.on else last
        amount = cents(self.euros)
        return Transaction(
            bank_iban=self.bank_iban,
            booking_date=booking,
            value_date=booking,
            amount_cents=-amount if self.back or self.out else amount,
            currency="EUR",
            counterparty_name=self.by.name if self.by else None,
            counterparty_iban=self.by.iban if self.by else None,
            remittance=self.remittance,
            payment_reference=self.reference,
            end_to_end_id=self.end_to_end_id,
            reversal=self.back,
        )


def paid(euros: str, remittance: str = "", **facts: Any) -> Paid:
    """Return money that came in."""
    return Paid(euros=euros, remittance=remittance, **facts)


def taken_back(euros: str, remittance: str = "", **facts: Any) -> Paid:
    """Return money that a bank took back."""
    return Paid(euros=euros, remittance=remittance, back=True, **facts)


def paid_out(euros: str, remittance: str = "", **facts: Any) -> Paid:
    """Return money that the bakery paid."""
    return Paid(euros=euros, remittance=remittance, out=True, **facts)


def invoice(number: str, euros: str, to: Party, *, issued: date, due: date, **facts: Any) -> bytes:
    """Return a UBL invoice of the bakery."""
    base = Invoice(
        kind="invoice",
        format="ubl",
        number=number,
        issue_date=issued,
        due_date=due,
        currency="EUR",
        total_cents=cents(euros),
        payable_cents=cents(euros),
        payment_reference=None,
        creditor=BAKERY,
        debtor=to,
        pay_to_iban=IBAN,
        due_date_basis="AGREED",
        subject="Brood en banket",
    )
    return ubl_write.write(replace(base, **facts))


def credit_note(number: str, euros: str, to: Party, *, of: str, issued: date) -> bytes:
    """Return a UBL credit note of the bakery."""
    told: dict[str, Any] = {
        "kind": "credit_note",
        "invoice_number": of,
        "pay_to_iban": None,
        "due_date": None,
    }
    return invoice(number, euros, to, issued=issued, due=issued, due_date_basis="UNKNOWN", **told)


def statement(
    movements: Sequence[Paid], *, first: date, last: date, opening: int, bank_iban: str = IBAN
) -> tuple[bytes, int]:
    """Return a CAMT.053 statement that adds up, and its closing balance."""
    booked = tuple(movement.booked(last) for movement in movements)
    closing = opening + sum(transaction.amount_cents for transaction in booked)
    written = camt_write.write(
        Statement(
            format="camt.053.001.08",
            bank_iban=bank_iban,
            currency="EUR",
            number=str(last.timetuple().tm_yday),
            opening_cents=opening,
            closing_cents=closing,
            opening_date=first,
            closing_date=last,
            transactions=booked,
        )
    )
    return written, closing


def item(
    number: str, euros: str, to: Party, *, due: str, total: str = "", issued: str = "1 februari"
) -> OpenItem:
    """Return a line of the bakery's open-item list."""
    return OpenItem(
        number=number,
        debtor=to,
        issue_date=day(issued),
        due_date=day(due),
        currency="EUR",
        total_cents=cents(total) if total else None,
        open_cents=cents(euros),
        subject="Brood en banket",
    )


def open_list(items: Sequence[OpenItem], *, as_of: date, complete: bool) -> bytes:
    """Return an open-item list in our own CSV."""
    return open_items.write(OpenItemList(format="csv", complete=complete, as_of=as_of, items=tuple(items)))
