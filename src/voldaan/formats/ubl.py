"""UBL 2.1 invoices and credit notes: Peppol BIS Billing 3, NLCIUS (SI-UBL 2.0) and the older SI-UBL 1.x.

The file is taken when it says who asks what from whom: number, day, currency and amounts that agree with each
other. A rule of a country or a network that it breaks beyond that is not ours to refuse.
"""

import re
from datetime import date

from lxml import etree

from voldaan.formats import xml
from voldaan.formats.amounts import AmountError, decimal_to_cents, format_cents
from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.findings import Findings
from voldaan.formats.ubl_names import FORMAT, NAMESPACES, ROOTS
from voldaan.formats.ubl_party import read_party
from voldaan.formats.ubl_write import Line, write
from voldaan.formats.values import Invoice, Party

__all__ = ["FORMAT", "Line", "read", "recognises", "write"]

SUBJECT_LENGTH_MAX = 140

_DIRECT_DEBIT_CODES = {"49", "59"}
_CREDIT_NOTE_CODES = {"81", "83", "381", "396", "532"}
_TERM = re.compile(
    r"(?:\b[0-9]{1,3}|\b(?:a|one|een|één|ein(?:em)?))\s*-?\s*"
    r"(?:(?:kalender|werk|calendar|working|business)[ -]?)?(?:dag|day|tag|jour|giorn|week|weken|wochen)"
    r"|\bagreed payment terms\b|\bovereengekomen\b|\bafgesproken\b",
    re.IGNORECASE,
)
_DISCOUNT = re.compile(r"discount|korting|skonto|rabatt|escompte", re.IGNORECASE)


def recognises(data: bytes) -> bool:
    """Test if the root is a UBL 2 invoice or credit note."""
    found = xml.root_name(data)
    return found is not None and ROOTS.get(found[0] or "") == found[1].partition("/")[0]


def read(data: bytes, file: str) -> Invoice:
    """Return the invoice or credit note, or raise `Refusal` with every problem found."""
    root = xml.parse(data, file)
    findings = Findings(file=file)
    reader = _Reader(root, findings)
    invoice = reader.invoice()
    findings.refuse_if_any()
    assert invoice is not None
    return invoice


class _Reader:
    """One document and the problems found in it."""

    def __init__(self, root: etree._Element, findings: Findings) -> None:
        self.root = root
        self.findings = findings
        self.name = etree.QName(root).localname

    def text(self, path: str) -> str | None:
        """Return the first text at a path, with single spaces; None where it is empty or not there."""
        for element in self.root.iterfind(path, NAMESPACES):
            found = " ".join((element.text or "").split())
            if found:
                return found
        return None

    def texts(self, path: str) -> list[str]:
        """Return all texts at a path that say something."""
        found = (" ".join((e.text or "").split()) for e in self.root.iterfind(path, NAMESPACES))
        return [text for text in found if text]

    def day(self, path: str) -> date | None:
        """Return the day at a path, None where it is not there or is a problem."""
        text = self.text(path)
        if text is None:
            return None
        try:
            return parse_iso_day(text)
        except DayError as error:
            self.problem(
                "Een datum klopt niet.", str(error), "Verbeter de datum en maak het bestand opnieuw.", path
            )
            return None

    def cents(self, path: str, currency: str | None) -> int | None:
        """Return the cents at a path, None where it is not there or is a problem."""
        element = self.root.find(path, NAMESPACES)
        if element is None or not (element.text or "").strip():
            return None
        named = element.get("currencyID")
        if named and currency and named != currency:
            self.problem(
                "De factuur noemt bedragen in verschillende munten.",
                f"De factuur is in {currency}, dit bedrag in {named}.",
                "Laat alle totalen in de munt van de factuur staan.",
                path,
            )
            return None
        try:
            return decimal_to_cents(element.text or "")
        except AmountError as error:
            self.problem(
                "Een bedrag klopt niet.",
                str(error),
                "Verbeter het bedrag in het factuurprogramma en maak het bestand opnieuw.",
                path,
            )
            return None

    def problem(self, what: str, why: str, how_to_fix: str, path: str) -> None:
        """Add a problem at a path of the document."""
        self.findings.add(what, why, how_to_fix, path=f"/{self.name}/{path}")

    def invoice(self) -> Invoice | None:
        """Return the invoice, or None when problems were added."""
        number = self._required("cbc:ID", "Het factuurnummer ontbreekt.")
        issue_text = self._required("cbc:IssueDate", "De factuurdatum ontbreekt.")
        issue_date = self.day("cbc:IssueDate") if issue_text else None
        due_date = self.day("cbc:DueDate") or self.day("cac:PaymentMeans/cbc:PaymentDueDate")
        currency = self._currency()
        totals = self._totals(currency)
        kind = self._kind(totals)
        if (
            self.findings.problems
            or number is None
            or issue_date is None
            or currency is None
            or totals is None
        ):
            return None
        sign = -1 if min(totals) < 0 else 1
        pay_to_iban, pay_to_name, payee = self._pay_to()
        return Invoice(
            kind=kind,
            format=FORMAT,
            number=number,
            issue_date=issue_date,
            due_date=due_date,
            currency=currency,
            total_cents=sign * totals[0],
            payable_cents=sign * totals[1],
            payment_reference=self._payment_reference(),
            creditor=self._party("cac:AccountingSupplierParty", iban=None if payee else pay_to_iban),
            debtor=self._party("cac:AccountingCustomerParty", iban=self._payer_iban()),
            pay_to_iban=pay_to_iban,
            pay_to_name=pay_to_name,
            due_date_basis=self._due_date_basis(due_date),
            direct_debit=self._direct_debit(),
            subject=self._subject(),
            invoice_number=self._credited_invoice() if kind == "credit_note" else None,
        )

    def _required(self, path: str, what: str) -> str | None:
        """Return a text that must be there; add a problem where it is not."""
        text = self.text(path)
        if text is None:
            self.problem(
                what,
                f"Het element {path} is er niet of is leeg.",
                "Vul het in het factuurprogramma in en maak het bestand opnieuw.",
                path,
            )
        return text

    def _currency(self) -> str | None:
        """Return the currency of the document: its own word, else that of the amount to pay."""
        payable = self.root.find("cac:LegalMonetaryTotal/cbc:PayableAmount", NAMESPACES)
        code = self.text("cbc:DocumentCurrencyCode") or (
            payable.get("currencyID") if payable is not None else None
        )
        if code is None or not re.fullmatch(r"[A-Z]{3}", code):
            self.problem(
                "De munt van de factuur ontbreekt of is geen muntcode.",
                "Zonder munt is een bedrag niet te lezen.",
                "Vul een code van drie hoofdletters in, zoals EUR.",
                "cbc:DocumentCurrencyCode",
            )
            return None
        return code

    def _totals(self, currency: str | None) -> tuple[int, int] | None:
        """Return the total with VAT and the amount to pay, or None when a problem was added."""
        base = "cac:LegalMonetaryTotal/cbc:"
        problems_before = len(self.findings.problems)
        for name, what in (
            ("TaxInclusiveAmount", "Het totaal met btw ontbreekt."),
            ("PayableAmount", "Het te betalen bedrag ontbreekt."),
        ):
            self._required(base + name, what)
        total, payable = (
            self.cents(base + "TaxInclusiveAmount", currency),
            self.cents(base + "PayableAmount", currency),
        )
        prepaid = self.cents(base + "PrepaidAmount", currency) or 0
        rounding = self.cents(base + "PayableRoundingAmount", currency) or 0
        if len(self.findings.problems) > problems_before or total is None or payable is None:
            return None
        if total - prepaid + rounding == payable:
            return total, payable
        if total - prepaid == payable and self._rounding_is_in_total(total, rounding, currency):
            return total, payable
        self.problem(
            "De totalen van de factuur kloppen niet met elkaar.",
            f"Totaal {format_cents(total)} min vooruitbetaald {format_cents(prepaid)} plus afronding "
            f"{format_cents(rounding)} is niet het te betalen bedrag {format_cents(payable)}.",
            "Verbeter de factuur in het factuurprogramma en maak het bestand opnieuw.",
            base + "PayableAmount",
        )
        return None

    def _rounding_is_in_total(self, total: int, rounding: int, currency: str | None) -> bool:
        """Test if the total holds the rounding already, as the older SI-UBL (BII2-T10-R052) had it."""
        excluding = self.cents("cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount", currency)
        tax = self.cents("cac:TaxTotal/cbc:TaxAmount", currency)
        return excluding is not None and tax is not None and excluding + tax + rounding == total

    def _kind(self, totals: tuple[int, int] | None) -> str:
        """Return invoice or credit note: by the root and the code, turned round by a negative amount."""
        code = self.text("cbc:InvoiceTypeCode")
        credit = self.name == "CreditNote" or code in _CREDIT_NOTE_CODES
        if totals is None or min(totals) >= 0:
            return "credit_note" if credit else "invoice"
        if max(totals) > 0:
            self.problem(
                "Er is meer vooruitbetaald dan de factuur groot is.",
                "Het totaal is positief en het te betalen bedrag negatief; dat is factuur en tegoed ineen.",
                "Maak voor het tegoed een creditnota.",
                "cac:LegalMonetaryTotal/cbc:PayableAmount",
            )
        if credit:
            self.problem(
                "De creditnota heeft een negatief bedrag.",
                "Het is niet duidelijk of dit geld terug is of juist gevraagd wordt.",
                "Zet bedragen op een creditnota positief, of maak er een factuur van.",
                "cac:LegalMonetaryTotal/cbc:PayableAmount",
            )
        return "credit_note"

    def _pay_to(self) -> tuple[str | None, str | None, bool]:
        """Return account and name to pay to, and whether that is another party than the creditor."""
        ibans = self.texts("cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID")
        payee = self.text("cac:PayeeParty/cac:PartyName/cbc:Name")
        name = payee or self.text("cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:Name")
        return ("".join(ibans[0].split()) if ibans else None), name, payee is not None

    def _payer_iban(self) -> str | None:
        """Return the debtor's account, from the mandate of a direct debit."""
        text = self.text("cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID")
        return "".join(text.split()) if text else None

    def _party(self, path: str, *, iban: str | None) -> Party:
        """Return one of the two parties."""
        return read_party(self.root.find(path, NAMESPACES), NAMESPACES, iban=iban)

    def _payment_reference(self) -> str | None:
        """Return the reference that the payer is asked to write."""
        text = self.text("cac:PaymentMeans/cbc:PaymentID")
        return "".join(text.split()) if text else None

    def _due_date_basis(self, due_date: date | None) -> str:
        """Return AGREED where a term is stated, UNILATERAL where a day is only printed, else UNKNOWN."""
        notes = self.texts("cac:PaymentTerms/cbc:Note")
        period = self.root.find("cac:PaymentTerms/cac:SettlementPeriod", NAMESPACES)
        if period is not None or any(_TERM.search(n) and not _DISCOUNT.search(n) for n in notes):
            return "AGREED"
        return "UNILATERAL" if due_date is not None else "UNKNOWN"

    def _direct_debit(self) -> bool:
        """Test if the amount will be collected by direct debit."""
        codes = set(self.texts("cac:PaymentMeans/cbc:PaymentMeansCode"))
        mandate = self.root.find("cac:PaymentMeans/cac:PaymentMandate", NAMESPACES)
        return bool(codes & _DIRECT_DEBIT_CODES) or mandate is not None

    def _subject(self) -> str | None:
        """Return what it is for: the note, else the names of the lines, cut to size."""
        words = self.texts("cbc:Note")[:1] or self.texts("*/cac:Item/cbc:Name")[:3]
        text = ", ".join(words)
        return (
            text if len(text) <= SUBJECT_LENGTH_MAX else text[: SUBJECT_LENGTH_MAX - 1].rstrip() + "…" or None
        )

    def _credited_invoice(self) -> str | None:
        """Return the number of the invoice that a credit note is for."""
        return self.text("cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID")
