"""How and when a UBL document is to be paid."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from voldaan.formats.invoices.discount import Discount, Offer, discount_of, percent_of
from voldaan.formats.invoices.discount_words import offers_in
from voldaan.formats.invoices.payment_means import Offered, Payment, choose_payment
from voldaan.formats.invoices.term_words import end_of_term
from voldaan.formats.invoices.terms import UNITS, PaymentTerms, read_terms
from voldaan.formats.invoices.ubl_document import Document
from voldaan.formats.values import PaymentMeans

_TERMS = "cac:PaymentTerms/"
_DUE_OF_TERMS = _TERMS + "cbc:PaymentDueDate"
_DUE_DAYS = (
    "cbc:DueDate",
    _DUE_OF_TERMS,
    "cac:PaymentMeans/cbc:PaymentDueDate",
)
"""Where a due date can stand, the one that counts first; after these, the end of a period to settle in."""
_SETTLEMENT = "cac:SettlementPeriod/"
_SETTLED = _TERMS + _SETTLEMENT + "cbc:EndDate"
_COUNT = re.compile(r"[0-9]{1,4}")
_BANK = "cac:FinancialInstitutionBranch/"


def read_payment(document: Document, currency: str, *, payable_cents: int, total_cents: int) -> Payment:
    """Return where and how to pay; the amounts are positive, in cents of `currency`."""
    shares = _shares(document, currency)
    offered = [_offered(means, shares) for means in document.parts("cac:PaymentMeans")]
    return choose_payment(
        offered,
        document.remarks,
        payable_cents=payable_cents,
        total_cents=total_cents,
        notes=[*document.raw_texts("cbc:Note"), *document.raw_texts(_TERMS + "cbc:Note")],
        place=document.at("cac:PaymentMeans"),
    )


def read_payment_terms(document: Document, issue_date: date) -> PaymentTerms:
    """Return when to pay, and on what that rests: the day of the invoice itself before that of a way to pay."""
    whole = [terms for terms in document.parts("cac:PaymentTerms") if not _gives_discount(terms)]
    days_at = {path: document.days(path) for path in _DUE_DAYS}
    days_at[_SETTLED] = [day for terms in whole for day in terms.days(_SETTLEMENT + "cbc:EndDate")]
    found = [(path, days) for path, days in days_at.items() if days]
    due_days = found[0][1] if found else []
    parts = days_at[_DUE_OF_TERMS] if len(set(days_at[_DUE_OF_TERMS])) > 1 else []
    for path, days in found[1:]:
        if max(days) > max(due_days) and days is not parts:
            document.remark(
                "Er staan twee vervaldatums in het bestand.",
                f"Als vervaldatum staat er {max(due_days):%d-%m-%Y}, en verderop {max(days):%d-%m-%Y}. De eerste telt.",
                "Kijk na welke bedoeld is.",
                path,
            )
    return read_terms(
        issue_date,
        document.remarks,
        due_days=due_days,
        part_days=[*document.days(_TERMS + "cbc:InstallmentDueDate"), *parts],
        notes=document.raw_texts(_TERMS + "cbc:Note"),
        other_notes=document.raw_texts("cbc:Note"),
        durations=_durations(whole),
        place=document.at("cac:PaymentTerms"),
    )


def read_discount(document: Document, issue_date: date, currency: str, *, payable_cents: int) -> Discount:
    """Return the discount for paying early: what the fields say, else what the words say."""
    offers = [
        offer
        for terms in document.parts("cac:PaymentTerms")
        if _gives_discount(terms)
        for offer in _offers(terms, issue_date, currency)
    ]
    if not offers:
        offers = [
            one for note in document.raw_texts(_TERMS + "cbc:Note") for one in offers_in(note, issue_date)
        ]
    if not offers:
        notes = document.raw_texts("cbc:Note")
        offers = [one for note in notes for one in offers_in(note, issue_date, about_payment=False)]
    return discount_of(
        offers,
        document.remarks,
        issue_date=issue_date,
        payable_cents=payable_cents,
        place=document.at("cac:PaymentTerms"),
    )


def _offers(terms: Document, issue_date: date, currency: str) -> Iterator[Offer]:
    """Yield the discount of terms that give one, where its last day is said in one way."""
    ends = [*terms.days(_SETTLEMENT + "cbc:EndDate"), *terms.days("cac:ValidityPeriod/cbc:EndDate")]
    if not ends:
        start = next(iter(terms.days(_SETTLEMENT + "cbc:StartDate")), issue_date)
        stated = [(count, UNITS[unit]) for count, unit in _durations([terms]) if unit in UNITS]
        ends = [end for count, unit in stated if (end := end_of_term(start, count, unit))]
    percent = percent_of(terms.text("cbc:SettlementDiscountPercent"))
    cents = terms.rounded_cents("cbc:SettlementDiscountAmount", currency) or None
    if len(set(ends)) == 1 and (percent or cents):
        yield Offer(ends[0], cents, percent, terms.rounded_cents("cbc:Amount", currency))


def _gives_discount(terms: Document) -> bool:
    """Test if these terms are about a discount for paying early; their period is that of the discount."""
    return terms.has("cbc:SettlementDiscountPercent") or terms.has("cbc:SettlementDiscountAmount")


def _durations(whole: Sequence[Document]) -> list[tuple[int, str]]:
    """Return the stated terms as count and unit."""
    path = _SETTLEMENT + "cbc:DurationMeasure"
    return [
        (int(text), terms.attribute(path, "unitCode") or "DAY")
        for terms in whole
        if (text := terms.text(path)) and _COUNT.fullmatch(text)
    ]


def _shares(document: Document, currency: str) -> dict[str, int]:
    """Return the part of the amount for each way to pay that the payment terms point at, once."""
    found: dict[str, list[int]] = {}
    for terms in document.parts("cac:PaymentTerms"):
        role, cents = terms.text("cbc:PaymentMeansID"), terms.rounded_cents("cbc:Amount", currency)
        if role and cents is not None:
            found.setdefault(role, []).append(cents)
    return {role: parts[0] for role, parts in found.items() if len(parts) == 1}


def _offered(means: Document, shares: dict[str, int]) -> Offered:
    """Return one way to pay."""
    account = "cac:PayeeFinancialAccount/"
    role = means.text("cbc:ID")
    words = [
        means.attribute("cbc:PaymentMeansCode", "name"),
        means.text("cbc:PaymentChannelCode"),
        means.text(account + "cbc:AccountTypeCode"),
        *means.raw_texts("cbc:InstructionNote"),
        *means.raw_texts(account + "cbc:PaymentNote"),
    ]
    return Offered(
        means=PaymentMeans(
            code=means.text("cbc:PaymentMeansCode"),
            iban=_compact(means.text(account + "cbc:ID")),
            name=means.text(account + "cbc:Name"),
            bic=means.text(account + _BANK + "cac:FinancialInstitution/cbc:ID")
            or means.text(account + _BANK + "cbc:ID"),
            reference=_compact(means.text("cbc:PaymentID")),
            mandate_id=means.text("cac:PaymentMandate/cbc:ID"),
        ),
        references=tuple(means.texts("cbc:PaymentID")),
        role=role,
        words="\n".join(word for word in words if word),
        share_cents=shares.get(role or ""),
        collects=means.has("cac:PaymentMandate"),
    )


def _compact(text: str | None) -> str | None:
    """Return a number without its spaces."""
    return "".join(text.split()) if text else None
