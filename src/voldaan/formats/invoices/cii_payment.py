"""How and when a CII document is to be paid."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from voldaan.formats.invoices.cii_document import CiiDocument
from voldaan.formats.invoices.discount import Discount, Offer, discount_of, percent_of
from voldaan.formats.invoices.discount_words import offers_in
from voldaan.formats.invoices.payment_means import (
    DIRECT_DEBIT_CODES,
    Offered,
    Payment,
    choose_payment,
    structured_reference,
)
from voldaan.formats.invoices.term_words import end_of_term
from voldaan.formats.invoices.terms import UNITS, PaymentTerms, read_terms
from voldaan.formats.values import PaymentMeans

SETTLEMENT = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/"
NOTES = "ExchangedDocument/IncludedNote/Content"
_MEANS = SETTLEMENT + "SpecifiedTradeSettlementPaymentMeans"
_TERMS = SETTLEMENT + "SpecifiedTradePaymentTerms"
_ACCOUNT = "PayeePartyCreditorFinancialAccount/"
_DISCOUNT = "ApplicableTradePaymentDiscountTerms"


def read_payment(document: CiiDocument, *, payable_cents: int, total_cents: int) -> Payment:
    """Return where and how to pay; the amounts are positive, in cents of the currency of the document."""
    references = document.texts(SETTLEMENT + "PaymentReference")
    mandate = document.text(_TERMS + "/DirectDebitMandateID")
    means = list(document.parts(_MEANS))
    payment = choose_payment(
        [_offered(one, references, mandate, alone=len(means) == 1) for one in means],
        document.remarks,
        payable_cents=payable_cents,
        total_cents=total_cents,
        notes=[*document.raw_texts(NOTES), *document.raw_texts(_TERMS + "/Description")],
        place=document.at(_MEANS),
    )
    if means:
        return payment
    return replace(
        payment, payment_reference=structured_reference(references), direct_debit=mandate is not None
    )


def read_payment_terms(document: CiiDocument, issue_date: date) -> PaymentTerms:
    """Return when to pay, and on what that rests. The last day for a discount is not the last day to pay."""
    terms = list(document.parts(_TERMS))
    plain = [one for one in terms if not one.has(_DISCOUNT)]
    days = list(_due_days(plain, parts=False)) or list(_due_days(terms, parts=False))
    return read_terms(
        issue_date,
        document.remarks,
        due_days=days,
        part_days=list(_due_days(terms, parts=True)),
        notes=document.raw_texts(_TERMS + "/Description"),
        other_notes=document.raw_texts(NOTES),
        place=document.at(_TERMS),
    )


def read_discount(document: CiiDocument, issue_date: date, currency: str, *, payable_cents: int) -> Discount:
    """Return the discount for paying early: what the fields say, else what the words say."""
    offers = [
        offer
        for terms in document.parts(_TERMS)
        for part in terms.parts(_DISCOUNT)
        for offer in _offers(part, terms, document, issue_date, currency)
    ]
    if not offers:
        notes = document.raw_texts(_TERMS + "/Description")
        offers = [one for note in notes for one in offers_in(note, issue_date)]
    if not offers:
        notes = document.raw_texts(NOTES)
        offers = [one for note in notes for one in offers_in(note, issue_date, about_payment=False)]
    return discount_of(
        offers,
        document.remarks,
        issue_date=issue_date,
        payable_cents=payable_cents,
        place=document.at(_TERMS),
    )


def _offers(
    part: CiiDocument, terms: CiiDocument, document: CiiDocument, issue_date: date, currency: str
) -> Iterator[Offer]:
    """Yield one discount, where its last day is said: by a period, else by the due date of terms of its own."""
    count, unit = part.text("BasisPeriodMeasure"), part.attribute("BasisPeriodMeasure", "unitCode") or "DAY"
    start = next(iter(part.days("BasisDateTime")), issue_date)
    until = None
    if count and count.isdecimal() and len(count) < 5 and unit in UNITS:
        until = end_of_term(start, int(count), UNITS[unit])
    elif any(not one.has(_DISCOUNT) for one in document.parts(_TERMS)):
        until = next(iter(terms.days("DueDateDateTime")), None)
    percent = percent_of(part.text("CalculationPercent"))
    cents = part.rounded_cents("ActualDiscountAmount", currency) or None
    if until and (percent or cents):
        yield Offer(until, cents, percent, part.rounded_cents("BasisAmount", currency))


def payer_iban(document: CiiDocument) -> str | None:
    """Return the debtor's account, of a direct debit."""
    return _compact(document.text(_MEANS + "/PayerPartyDebtorFinancialAccount/IBANID"))


def _due_days(terms: list[CiiDocument], *, parts: bool) -> Iterator[date]:
    """Yield the due dates of the whole, or of the parts that the terms ask."""
    for one in terms:
        partial = one.has("PartialPaymentAmount") or one.has("PartialPaymentPercent")
        if partial is parts:
            yield from one.days("DueDateDateTime")


def _offered(means: CiiDocument, references: list[str], mandate: str | None, *, alone: bool) -> Offered:
    """Return one way to pay; a mandate belongs to the direct debit, or to the only way there is."""
    code = means.text("TypeCode")
    collects = mandate is not None and (code in DIRECT_DEBIT_CODES or alone)
    return Offered(
        means=PaymentMeans(
            code=code,
            iban=_compact(means.text(_ACCOUNT + "IBANID") or means.text(_ACCOUNT + "ProprietaryID")),
            name=means.text(_ACCOUNT + "AccountName"),
            bic=means.text("PayeeSpecifiedCreditorFinancialInstitution/BICID"),
            reference=_compact(references[0] if references else None),
            mandate_id=mandate if collects else None,
        ),
        references=tuple(references),
        role=means.text("ID"),
        words="\n".join(means.raw_texts("Information")),
        collects=collects,
    )


def _compact(text: str | None) -> str | None:
    """Return a number without its spaces."""
    return "".join(text.split()) if text else None
