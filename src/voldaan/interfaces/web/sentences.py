"""The sentences of the desk: values in, words out, in the language of the reader."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from voldaan.domain.money import format_euro
from voldaan.domain.strategy.words import act_words, reason_words
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web.words import words
from voldaan.records.desk import PlanCounts
from voldaan.usecases.show_account import AccountPage
from voldaan.usecases.show_today import ClientTruth

Language = Literal["nl", "en"]

_COUNTED = {
    "reminder": (("herinnering", "herinneringen"), ("reminder", "reminders")),
    "mail": (("mail", "mails"), ("mail", "mails")),
    "question": (("vraag", "vragen"), ("question", "questions")),
    "invoice": (("factuur", "facturen"), ("invoice", "invoices")),
    "account": (("debiteur", "debiteuren"), ("debtor", "debtors")),
    "day": (("dag", "dagen"), ("day", "days")),
    "message": (("bericht", "berichten"), ("message", "messages")),
    "movement": (("mutatie", "mutaties"), ("movement", "movements")),
    "row": (("regel", "regels"), ("row", "rows")),
    "file": (("bestand", "bestanden"), ("file", "files")),
    "list": (("lijst", "lijsten"), ("list", "lists")),
}


def counted(count: int, noun: str, language: Language) -> str:
    """Return a number with its noun: "1 vraag", "3 vragen"."""
    return f"{count} {_COUNTED[noun][language == 'en'][count != 1]}"


def how_late(due: date | None, on: date, language: Language) -> str:
    """Return how late an invoice is, or how long there still is."""
    if due is None:
        return ""
    days = (on - due).days
    if days > 0:
        return (
            f"te laat {counted(days, 'day', 'nl')}"
            if language == "nl"
            else f"{counted(days, 'day', 'en')} late"
        )
    if days == 0:
        return "vervalt vandaag" if language == "nl" else "due today"
    return f"over {counted(-days, 'day', 'nl')}" if language == "nl" else f"in {counted(-days, 'day', 'en')}"


def today_sentence(
    counts: PlanCounts,
    on: date,
    language: Language,
    *,
    is_today: bool,
    truths: Sequence[ClientTruth],
    mails: int,
) -> str:
    """Return the answer to "what is there to do": reminders, questions, and how far the payments are known."""
    nl = language == "nl"
    day = ("Vandaag" if nl else "Today") if is_today else _begun(format_day(on, language, long=False))
    ready = counted(counts.ready, "reminder", language) + (" klaar" if nl else " ready")
    parts = [ready]
    if counts.approved:
        parts.append(f"{counts.approved} {'goedgekeurd' if nl else 'approved'}")
    if counts.sent:
        parts.append(f"{counts.sent} {'verzonden' if nl else 'sent'}")
    asks = counts.acts.get("ASK", 0)
    if asks:
        parts.append(f"{counted(asks, 'account', language)} {'met een vraag' if nl else 'with a question'}")
    parts.append(counted(counts.questions, "question", language))
    if mails:
        parts.append(f"{counted(mails, 'mail', language)} {'in de inbox' if nl else 'in the inbox'}")
    return f"{day}: {', '.join(parts)}.{_known_until(truths, language)}"


def _begun(text: str) -> str:
    """Return a text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def _known_until(truths: Sequence[ClientTruth], language: Language) -> str:
    """Return how far the bank is known of every client that is fresh enough; the others have their own line.

    Where no client's payments are known from the bank, it is what lists and clients said.
    """
    known = [
        (one.truth.kind, one.truth.until) for one in truths if one.truth.fresh and one.truth.until is not None
    ]
    bank = [until for kind, until in known if kind == "BANK"]
    days = bank or [until for _, until in known]
    if not days:
        return ""
    day = format_day(min(days), language, long=False)
    if language == "en":
        return f" {'Bank data' if bank else 'Payments known'} up to and including {day}."
    return f" {'Bankgegevens' if bank else 'Betalingen bekend'} tot en met {day}."


def truth_sentence(one: ClientTruth, language: Language) -> str:
    """Return why nobody of a client is reminded: what is known of the payments, and what to do."""
    stopped = counted(one.stopped, "account", language)
    if language == "nl":
        waits = f" {stopped} {'wacht' if one.stopped == 1 else 'wachten'} hierop." if one.stopped else ""
        return f"{one.client_name} wacht op bank. {one.truth.because}{waits}"
    known = words("truth", one.truth.kind, "en")
    until = f"reaches {format_day(one.truth.until, 'en', long=False)}" if one.truth.until else "is missing"
    waits = f" {stopped} {'waits' if one.stopped == 1 else 'wait'} for it." if one.stopped else ""
    return (
        f"{one.client_name} waits for the bank: {known} {until}, which is too old to remind anybody.{waits}"
    )


def account_sentence(shown: AccountPage, language: Language) -> str:
    """Return how an account stands: what is open, how late, and what was decided why."""
    invoices, decision = shown.sheet.invoices, shown.explanation.decision
    if not invoices or decision is None:
        return "Er staat niets open: voldaan." if language == "nl" else "Nothing is open: paid."
    cents = sum(row.open_cents for row in invoices)
    due = min(row.due_date for row in invoices)
    late = how_late(due, shown.on, language)
    act = act_words(decision.act, language)
    because = reason_words(decision.because, language, shown.explanation.hold)
    number = counted(len(invoices), "invoice", language)
    if language == "nl":
        return f"{format_euro(cents, 'nl')} open in {number}, de oudste {late}. Besluit: {act}; {because}."
    return f"{format_euro(cents, 'en')} open in {number}, the oldest {late}. Decision: {act}; {because}."


def questions_sentence(count: int, language: Language) -> str:
    """Return how many questions wait for a person."""
    if not count:
        return (
            "Geen vragen: elke betaling heeft zijn plaats."
            if language == "nl"
            else "No questions: every payment has its place."
        )
    asked = counted(count, "question", language)
    if language == "nl":
        verb = "wacht" if count == 1 else "wachten"
        return f"{asked} {verb} op u. Zolang een vraag over geld openstaat, krijgt wie erbij hoort geen herinnering."
    verb = "waits" if count == 1 else "wait"
    return f"{asked} {verb} for you. While one about money is open, nobody whom it could concern is reminded."


def listed(texts: Iterable[str]) -> str:
    """Return texts with commas between them."""
    return ", ".join(text for text in texts if text)
