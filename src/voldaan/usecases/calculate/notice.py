"""The term of a fourteen-day notice, and the amounts and sentences that it needs."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from voldaan.domain.law.notice import (
    By,
    NoticeAmounts,
    NoticeTerm,
    notice_amounts,
    notice_sentences,
    notice_term,
)
from voldaan.domain.workdays import format_day
from voldaan.usecases.calculate.calculation import (
    Calculation,
    CannotCalculate,
    Figure,
    Language,
    Words,
    each_once,
)

CREDITOR = Words("De schuldeiser", "The creditor")
CAUTION = Words(
    "Zet zelf geen dag in de brief, en verstuur hem pas als de debiteur in verzuim is. Met deze dagen "
    "rekent u zelf.",
    "Print no day in the letter, and send it only once the debtor is in default. Reckon with these days yourself.",
)
CAUTION_EMAIL = Words(
    "Een e-mail telt alleen als u kunt bewijzen dat en wanneer hij is aangekomen. Zet er zelf geen dag in.",
    "An e-mail counts only if you can prove that it arrived, and when. Print no day in it.",
)


def calculate_notice(
    sent: date,
    *,
    by: By,
    delivery_days: int | None = None,
    principals_cents: Sequence[int] = (),
    vat_percent: Decimal | None = None,
    creditor: str = "",
    additional: Collection[date] = (),
) -> Calculation:
    """Return the term of a notice sent on this day; of claims also the amounts and the sentences that it needs.

    Raises:
        CannotCalculate: days of delivery for an e-mail, VAT without a claim, or a claim of nothing.
    """
    if by == "EMAIL" and delivery_days is not None:
        raise CannotCalculate(
            "Een e-mail heeft geen bezorgdagen. Laat ze leeg, of kies de post.",
            "An e-mail has no days of delivery. Leave them out, or choose the post.",
            about="delivery_days",
        )
    if not all(principals_cents) or (vat_percent is not None and not principals_cents):
        raise CannotCalculate(
            "Een veertiendagenbrief gaat over vorderingen waarvan iets openstaat. Geef van elke de hoofdsom.",
            "A notice is about claims of which something is open. Give the principal of each.",
            about="principals_cents",
        )
    term = notice_term(sent, by=by, delivery_days=delivery_days, additional=additional)
    amounts = notice_amounts(principals_cents, vat_percent=vat_percent) if principals_cents else None
    texts = _texts(amounts, by, creditor) if amounts else ()
    return Calculation(
        kind="notice",
        values=_values(term) | (_amounts_told(amounts, texts) if amounts else {}),
        answer=Words(_answer(term, "nl"), _answer(term, "en")),
        caution=CAUTION_EMAIL if by == "EMAIL" else CAUTION,
        figures=_figures(term, amounts),
        texts=texts,
        citations=each_once((*term.citations, *(amounts.citations if amounts else ()))),
    )


def _values(term: NoticeTerm) -> dict[str, Any]:
    return {
        "sent": term.sent.isoformat(),
        "by": term.by.lower(),
        "delivery_days": term.delivery_days,
        "presumed_received": term.presumed_received.isoformat(),
        "term_first_day": term.first_day.isoformat(),
        "term_last_day": term.last_day.isoformat(),
        "costs_due_from": term.costs_due_from.isoformat(),
        "careful_last_day": term.careful_last_day.isoformat(),
        "careful_costs_due_from": term.careful_costs_due_from.isoformat(),
    }


def _amounts_told(amounts: NoticeAmounts, texts: Sequence[Words]) -> dict[str, Any]:
    return {
        "currency": "EUR",
        "principal_cents": amounts.principal_cents,
        "costs_cents": amounts.costs_cents,
        "vat_cents": amounts.vat_cents,
        "total_cents": amounts.total_cents,
        "sentences": [text.nl for text in texts],
        "sentences_en": [text.en for text in texts],
    }


def _texts(amounts: NoticeAmounts, by: By, creditor: str) -> tuple[Words, ...]:
    dutch = notice_sentences(amounts, "nl", by=by, creditor=creditor.strip() or CREDITOR.nl)
    english = notice_sentences(amounts, "en", by=by, creditor=creditor.strip() or CREDITOR.en)
    return tuple(Words(*pair) for pair in zip(dutch.all, english.all, strict=True))


def _answer(term: NoticeTerm, language: Language) -> str:
    sent, received, first, last, due, careful = (
        format_day(day, language)
        for day in (
            term.sent, term.presumed_received, term.first_day, term.last_day,
            term.costs_due_from, term.careful_costs_due_from,
        )
    )  # fmt: skip
    if language == "en":
        message = "An e-mail" if term.by == "EMAIL" else "A letter"
        carefully = "" if careful == due else f", carefully counted from {careful}"
        return (
            f"{message} of {sent} counts as received on {received}. "
            f"The term runs from {first} up to and including {last}; costs can be due from {due}{carefully}."
        )
    message = "Een e-mail" if term.by == "EMAIL" else "Een brief"
    carefully = "" if careful == due else f", voorzichtig geteld vanaf {careful}"
    return (
        f"{message} van {sent} geldt als ontvangen op {received}. De termijn loopt van {first} tot en met {last}; "
        f"kosten kunnen verschuldigd zijn vanaf {due}{carefully}."
    )


def _figures(term: NoticeTerm, amounts: NoticeAmounts | None) -> tuple[Figure, ...]:
    figures = [
        Figure(Words("Geldt als ontvangen op", "Counts as received on"), "day", term.presumed_received),
        Figure(Words("Laatste dag van de termijn", "Last day of the term"), "day", term.last_day),
        Figure(Words("Kosten vanaf", "Costs from"), "day", term.costs_due_from),
    ]
    if term.careful_costs_due_from != term.costs_due_from:
        name = Words("Voorzichtig geteld: kosten vanaf", "Carefully counted: costs from")
        figures.append(Figure(name, "day", term.careful_costs_due_from))
    if term.delivery_days is not None:
        figures.insert(0, Figure(Words("Bezorgdagen", "Days of delivery"), "count", term.delivery_days))
    if amounts:
        figures.append(Figure(Words("Nu te betalen", "To pay now"), "amount", amounts.principal_cents))
        figures.append(Figure(Words("Incassokosten", "Collection costs"), "amount", amounts.costs_cents))
        if amounts.vat_cents:
            figures.append(Figure(Words("Btw", "VAT"), "amount", amounts.vat_cents))
        figures.append(
            Figure(Words("Totaal na de termijn", "Total after the term"), "amount", amounts.total_cents)
        )
    return tuple(figures)
