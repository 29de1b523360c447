"""Whether an agency may approach a natural person at a moment."""

from collections.abc import Collection
from datetime import date, datetime

from voldaan.domain.law.contact import Verdict, allowed
from voldaan.domain.workdays import format_day
from voldaan.usecases.calculate.calculation import Calculation, Figure, Language, Words

CAUTION = Words(
    "Dit geldt voor een incassobureau dat een natuurlijk persoon in Nederland benadert, langs welke weg ook.",
    "This holds for an agency that approaches a natural person in the Netherlands, by whatever way.",
)


def calculate_contact(at: datetime, *, additional: Collection[date] = ()) -> Calculation:
    """Return whether contact is allowed at this moment of Dutch local time, why, and when it is next.

    `additional` are holidays of a royal decree that this version does not know.
    """
    verdict = allowed(at, additional=additional)
    return Calculation(
        kind="contact",
        values={
            "at": at.isoformat(),
            "allowed": verdict.allowed,
            "because": verdict.because,
            "next_allowed": verdict.next_allowed.isoformat(),
            "sentence": verdict.sentence("nl"),
            "sentence_en": verdict.sentence("en"),
        },
        answer=Words(_answer(verdict, "nl"), _answer(verdict, "en")),
        caution=CAUTION,
        figures=()
        if verdict.allowed
        else (Figure(Words("Mag weer vanaf", "Allowed again from"), "moment", verdict.next_allowed),),
        citations=verdict.citations,
    )


def _answer(verdict: Verdict, language: Language) -> str:
    day, time = format_day(verdict.at.date(), language, long=False), f"{verdict.at:%H:%M}"
    reason = verdict.sentence(language)
    if language == "en":
        return f"{'Yes' if verdict.allowed else 'No'}, {day} at {time}: {reason}."
    return f"{'Ja' if verdict.allowed else 'Nee'}, {day} om {time} uur: {reason}."
