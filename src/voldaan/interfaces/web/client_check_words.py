"""What is said of lists about which clients are asked, in the language of the reader."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web.sentences import Language, counted, listed
from voldaan.usecases.answer_client_check import CheckAnswered
from voldaan.usecases.show_client_checks import Check, CheckRow

SAID_IN_FULL_MAX: Final = 5
"""How many answers that could not be done as they were meant are named one by one."""


def checks_sentence(waiting: Sequence[CheckRow], language: Language) -> str:
    """Return how many lists wait for an answer."""
    english = language == "en"
    if not waiting:
        return "No list waits for an answer." if english else "Geen lijst wacht op antwoord."
    invoices = counted(sum(row.unanswered for row in waiting), "invoice", language)
    lists = counted(len(waiting), "list", language)
    if english:
        return f"{lists} {'waits' if len(waiting) == 1 else 'wait'} for an answer, about {invoices}."
    return f"{lists} {'wacht' if len(waiting) == 1 else 'wachten'} op antwoord, over {invoices}."


def waiting_sentence(row: CheckRow, on: date, language: Language) -> str:
    """Return what one list waits for, and what silence does."""
    invoices = counted(row.unanswered, "invoice", language)
    day = format_day(row.answer_by, language, long=False)
    if on <= row.answer_by:
        if language == "en":
            return f"{row.client_name} still has to say of {invoices} whether it is right, by {day}."
        return f"{row.client_name} zegt nog van {invoices} of het klopt, uiterlijk {day}."
    if language == "en":
        does = "they may be reminded of" if row.silence_goes else "they are not reminded of"
        return f"{row.client_name} said nothing of {invoices} by {day}: {does}."
    does = "mogen herinnerd worden" if row.silence_goes else "worden niet herinnerd"
    return f"{row.client_name} heeft op {invoices} niet geantwoord voor {day}: die {does}."


def standing_words(row: CheckRow, on: date, language: Language) -> str:
    """Return how a list stands, in a few words."""
    english = language == "en"
    if row.answered_at is not None:
        return f"answered by {row.answered_by}" if english else f"beantwoord door {row.answered_by}"
    if not row.waits(on):
        return "over" if english else "voorbij"
    left = counted(row.unanswered, "invoice", language)
    return f"{left} without an answer" if english else f"{left} zonder antwoord"


def check_sentence(check: Check, on: date, language: Language) -> str:
    """Return what a list is about, until when it can be answered, and what silence means."""
    row, english = check.row, language == "en"
    about = f"{counted(row.count, 'invoice', language)}, {format_euro(row.asked_cents, language)}"
    day = format_day(row.answer_by, language, long=False)
    if row.answered_at is not None:
        return (
            f"{about}. Answered by {row.answered_by}."
            if english
            else f"{about}. Beantwoord door {row.answered_by}."
        )
    if on > row.counts_until:
        over = format_day(row.counts_until, language, long=False)
        if english:
            return f"{about}. This list counted until {over}; what is still open stands on a new one."
        return f"{about}. Deze lijst telde tot en met {over}; wat nog openstaat komt op een nieuwe."
    if english:
        does = "may then be reminded of" if row.silence_goes else "is then not reminded of"
        return f"About to be reminded of: {about}. Answer by {day}; what has no answer {does}."
    does = "mag daarna herinnerd worden" if row.silence_goes else "wordt daarna niet herinnerd"
    return f"Klaar om te herinneren: {about}. Antwoord uiterlijk {day}; wat geen antwoord heeft, {does}."


def done_sentence(done: CheckAnswered, language: Language, texts: Mapping[str, str]) -> str:
    """Return what answers did: how many of each, and by number what could not be done as it was meant."""
    counts = Counter(one.did for one in done.answers if one.is_as_meant)
    did = listed(texts[f"check_done_{code}"].format(count=count) for code, count in sorted(counts.items()))
    parts = [texts["check_done"].format(what=did)] if did else []
    otherwise = [one for one in done.answers if not one.is_as_meant]
    parts += [f"{one.sentence(language)}." for one in otherwise[:SAID_IN_FULL_MAX]]
    if len(otherwise) > SAID_IN_FULL_MAX:
        parts.append(texts["and_more"].format(count=len(otherwise) - SAID_IN_FULL_MAX).strip() + ".")
    return " ".join(parts) or texts["check_done_none"]
