"""The proof of the open items: items and remarks together are the balance of the debtor accounts."""

from dataclasses import dataclass

from voldaan.formats.amounts import format_cents
from voldaan.formats.values import Problem

_TRANSACTIONS = "/auditfile/company/transactions"
_RELATIONS = "/auditfile/company/customersSuppliers"


@dataclass(slots=True, kw_only=True)
class Proof:
    """What was counted while the items were made, in cents of the books' currency; debit is positive."""

    file: str
    currency: str
    ledger_cents: int = 0
    """The balance of the debtor accounts."""
    items_cents: int = 0
    loose_credit_cents: int = 0
    """Part of the items: money and credits without an invoice number."""
    loose_debit_cents: int = 0
    """What debtors owe without an invoice number."""
    older_cents: int = 0
    """What is left of an opening balance without invoices, after the payments that must belong to it."""
    older_debtors: int = 0
    """How many debtors have something left of it, where the file tells it per debtor."""
    subledger_cents: int | None = None
    """What the subledger adds up to, where that is not the balance of the accounts."""
    relations_disagree: bool = False
    """The opening balances of the relations are not that of the accounts."""
    closing_disagree: int = 0
    """How many relations have another closing balance than their lines."""
    left_out: int = 0
    """How many relations may buy, but have nothing on the debtor accounts."""
    mixed_currencies: int = 0
    """How many items have lines in more than one currency."""
    opening_in_balance: bool = True

    @property
    def nobodys_cents(self) -> int:
        """Return what stands on the debtor accounts without a debtor."""
        return self.ledger_cents - self.items_cents - self.loose_debit_cents - self.older_cents

    @property
    def proved(self) -> bool:
        """Test if the items are everything that is open."""
        return not (
            self.nobodys_cents
            or self.loose_debit_cents
            or self.older_cents
            or self.older_debtors
            or self.relations_disagree
            or self.closing_disagree
            or self.subledger_cents is not None
        )

    def about_debtors(self) -> tuple[Problem, ...]:
        """Return what is to be said of the list of debtors."""
        if not self.left_out:
            return ()
        return (
            self._remark(
                f"{self.left_out} relaties uit de auditfile zijn niet als debiteur overgenomen.",
                "Het bestand zegt niet dat zij alleen klant zijn, en op de debiteurenrekening staat niets van hen.",
                "U hoeft niets te doen; komt er een factuur, dan komt de debiteur mee.",
                _RELATIONS,
            ),
        )

    def about_no_items(self) -> tuple[Problem, ...]:
        """Return why there is no list of open items."""
        return (
            self._remark(
                "De auditfile zegt niet wat er openstaat.",
                "Er zijn geen boekingen, of geen enkele rekening is als debiteurenrekening te herkennen.",
                "Exporteer de auditfile met boekingen en relaties, of lever een openpostenlijst aan.",
                _TRANSACTIONS,
            ),
        )

    def about_items(self) -> tuple[Problem, ...]:
        """Return what is to be said of the open items, with every amount that is not among them."""
        found = (
            (
                self.nobodys_cents,
                f"Op de debiteurenrekening staat {self._money(self.nobodys_cents)} zonder debiteur.",
                "Deze boekingen noemen geen relatie, dus we weten niet van wie zij zijn.",
                "Vul in het boekhoudpakket bij deze boekingen de debiteur in, of lever een openpostenlijst aan.",
            ),
            (
                self.loose_debit_cents,
                f"Debiteuren staan voor {self._money(self.loose_debit_cents)} open zonder factuurnummer.",
                "Zonder factuurnummer is het geen post die iemand kan herkennen; we nemen dit bedrag niet over.",
                "Vul in het boekhoudpakket bij deze boekingen het factuurnummer in.",
            ),
            (
                self.older_cents or self.older_debtors,
                f"Van de beginbalans is {self._money(self.older_cents)} niet over facturen verdeeld.",
                "De auditfile geeft het beginsaldo zonder de facturen waaruit het bestaat.",
                "Lever een openpostenlijst aan voor de facturen van vóór dit boekjaar.",
            ),
            (
                self.loose_credit_cents,
                f"Er is {self._money(-self.loose_credit_cents)} ontvangen of gecrediteerd zonder factuurnummer.",
                "Het staat per debiteur als tegoed in de lijst; zijn facturen kunnen daarmee al betaald zijn.",
                "Letter deze bedragen in het boekhoudpakket af en lever de auditfile opnieuw aan.",
            ),
            (
                self.subledger_cents is not None,
                f"De subadministratie van debiteuren telt op tot {self._money(self.subledger_cents or 0)}, de "
                f"debiteurenrekening tot {self._money(self.ledger_cents)}.",
                "Wat het pakket zelf als posten van debiteuren noemt, klopt niet met het grootboek; we volgen dat.",
                "Zoek het verschil in het boekhoudpakket, of lever een openpostenlijst aan.",
            ),
            (
                self.relations_disagree,
                "De beginsaldi van de relaties zijn samen niet het beginsaldo van de debiteurenrekening.",
                "Het bestand spreekt zichzelf tegen; we volgen het grootboek.",
                "Zoek het verschil in het boekhoudpakket, of lever een openpostenlijst aan.",
            ),
            (
                self.closing_disagree,
                f"Van {self.closing_disagree} relaties is het eindsaldo niet dat van hun boekingen.",
                "Het bestand spreekt zichzelf tegen; we volgen de boekingen.",
                "Zoek het verschil in het boekhoudpakket, of lever een openpostenlijst aan.",
            ),
            (
                self.mixed_currencies,
                f"{self.mixed_currencies} posten zijn deels in een andere munt geboekt.",
                f"Hun bedrag is dat van de boekhouding, in {self.currency}.",
                "Kijk deze posten na in het boekhoudpakket.",
            ),
            (
                not self.opening_in_balance,
                "De beginbalans is niet in evenwicht.",
                "Debet en credit van de beginbalans zijn niet gelijk.",
                "Exporteer de auditfile nog eens nadat het vorige boekjaar is afgesloten.",
            ),
        )
        return tuple(
            self._remark(what, why, how_to_fix, _TRANSACTIONS)
            for holds, what, why, how_to_fix in found
            if holds
        )

    def _money(self, cents: int) -> str:
        """Return an amount with its currency."""
        return f"{self.currency} {format_cents(cents)}"

    def _remark(self, what: str, why: str, how_to_fix: str, path: str) -> Problem:
        """Return one remark."""
        return Problem(file=self.file, what=what, why=why, how_to_fix=how_to_fix, path=path)
