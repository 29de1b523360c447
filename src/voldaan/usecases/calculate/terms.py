"""Until when an invoice may be paid: as agreed where the law lets that stand, else as the law says."""

from datetime import date

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.payment_terms import Large, PaymentTerm, payment_term
from voldaan.domain.workdays import format_day
from voldaan.usecases.calculate.calculation import Calculation, Figure, Words


def calculate_terms(
    buyer: Capacity,
    issue_date: date,
    *,
    agreed_days: int | None = None,
    agreed_on: date | None = None,
    longer_is_express: bool | None = None,
    large_buys_from_small: bool = False,
    invoice_received_on: date | None = None,
    performance_received_on: date | None = None,
    accepted_on: date | None = None,
) -> Calculation:
    """Return the last day of payment that counts, and why."""
    size = Large(buyer_is_large=True, seller_is_large=False) if large_buys_from_small else Large()
    found = payment_term(
        buyer=buyer,
        issue_date=issue_date,
        agreed_days=agreed_days,
        agreed_on=agreed_on,
        longer_is_express=longer_is_express,
        size=size,
        invoice_received_on=invoice_received_on,
        performance_received_on=performance_received_on,
        accepted_on=accepted_on,
    )
    return Calculation(
        kind="terms",
        values={
            "buyer": buyer.lower().replace("_", "-"),
            "issue_date": issue_date.isoformat(),
            "last_day": None if found.last_day is None else found.last_day.isoformat(),
            "because": found.because,
            "sentence": found.sentence_nl,
            "sentence_en": found.sentence_en,
        },
        answer=_answer(found),
        figures=()
        if found.last_day is None
        else (Figure(Words("Laatste dag om te betalen", "Last day to pay"), "day", found.last_day),),
        citations=found.citations,
    )


def _answer(found: PaymentTerm) -> Words:
    dutch, english = (text[:1].upper() + text[1:] for text in (found.sentence_nl, found.sentence_en))
    if found.last_day is None:
        return Words(f"Er is geen laatste dag. {dutch}.", f"There is no last day. {english}.")
    return Words(
        f"Betalen kan tot en met {format_day(found.last_day, 'nl')}. {dutch}.",
        f"It can be paid up to and including {format_day(found.last_day, 'en')}. {english}.",
    )
