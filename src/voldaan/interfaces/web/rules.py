"""The rules behind a decision in words: each looked at, what it found, and which one decided."""

from dataclasses import dataclass
from datetime import timedelta

from voldaan.domain.money import format_euro
from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.words import reason_words
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web.sentences import Language, listed
from voldaan.interfaces.web.words import words
from voldaan.usecases.explain_decision import Explanation

_BY_STAGE = {
    "STAGE_REACHED",
    "READY_FOR_HAND_OVER",
    "LAST_TERM_PASSED",
    "NOT_YET_DUE",
    "STAGE_NOT_REACHED",
    "TERM_RUNNING",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: the question, what was found, and whether that decided."""

    question: str
    found: str
    decided: bool


def rules(explanation: Explanation, language: Language) -> tuple[Rule, ...]:
    """Return the rules about the account as a whole, in the order in which they are looked at."""
    facts, decision = explanation.facts, explanation.decision
    if facts is None or decision is None:
        return ()
    asked: list[tuple[tuple[str, str], str, set[str]]] = [
        (("Is er een blokkade, of geld dat nog geen plaats heeft?", "Is there a hold, or money without a place?"),
         _reason(facts.block, language, facts.hold), {facts.block or ""}),
        (("Is vers genoeg bekend wat er is betaald?", "Is it known freshly enough what was paid?"),
         _truth(explanation, language), {"PAYMENT_TRUTH_STALE", "DUE_DAY_NOT_COVERED"}),
        (("Is er kort geleden al herinnerd?", "Was there a reminder a short while ago?"),
         _last(facts, explanation, language), {"REMINDED_RECENTLY"}),
        (("Is het bedrag groot genoeg om over te schrijven?", "Is the amount large enough to write about?"),
         _amount(explanation, language), {"TOO_SMALL"}),
        (("Moet iemand eerst iets herstellen?", "Must somebody mend something first?"),
         _reason(facts.ask, language), {facts.ask or ""}),
        (("Mag op deze dag contact worden gezocht?", "Is this a day on which contact is allowed?"),
         _contact(explanation, facts, language), {"OUTSIDE_CONTACT_DAYS"}),
        (("Hoe is de debiteur te bereiken?", "How can the debtor be reached?"),
         _channels(facts, language), {"NO_ADDRESS"}),
        (("Is een van de facturen aan een stap toe?", "Has one of the invoices come to a stage?"),
         reason_words(decision.because, language, explanation.hold),
         _BY_STAGE),
    ]  # fmt: skip
    told = [
        Rule(question=question[language == "en"], found=found, decided=decision.because in codes)
        for question, found, codes in asked
    ]
    return tuple(told if told[-1].decided else told[:-1])


def _reason(code: str | None, language: Language, hold: str | None = None) -> str:
    return reason_words(code, language, hold) if code else ("nee" if language == "nl" else "no")


def _truth(explanation: Explanation, language: Language) -> str:
    truth = explanation.day.truth
    if truth.until is None:
        return "niets bekend" if language == "nl" else "nothing known"
    day = format_day(truth.until, language, long=False)
    if language == "en":
        return f"payments known up to and including {day}: {'fresh enough' if truth.fresh else 'too old'}"
    return f"betalingen bekend tot en met {day}: {'vers genoeg' if truth.fresh else 'te oud'}"


def _last(facts: AccountFacts, explanation: Explanation, language: Language) -> str:
    if facts.last_reminder_on is None:
        return "nog geen herinnering verzonden" if language == "nl" else "no reminder sent yet"
    free = facts.last_reminder_on + timedelta(days=explanation.day.strategy.days_between_reminders)
    last = format_day(facts.last_reminder_on, language, long=False)
    first = format_day(free, language, long=False)
    return (
        f"laatste op {last}, een volgende kan vanaf {first}"
        if language == "nl"
        else f"last on {last}, the next from {first} on"
    )


def _amount(explanation: Explanation, language: Language) -> str:
    least = format_euro(explanation.day.strategy.minimum_cents, language)
    return f"vanaf {least}" if language == "nl" else f"from {least} on"


def _contact(explanation: Explanation, facts: AccountFacts, language: Language) -> str:
    day = explanation.day.facts
    if not (day.by_agency and facts.is_person):
        return "geldt hier niet" if language == "nl" else "does not apply here"
    if day.contact_day or day.next_contact_day is None:
        return "ja" if language == "nl" else "yes"
    following = format_day(day.next_contact_day, language, long=False)
    return f"nee, wel op {following}" if language == "nl" else f"no, but on {following}"


def _channels(facts: AccountFacts, language: Language) -> str:
    known = listed(words("channel", channel, language) for channel in facts.channels)
    return known or ("geen adres" if language == "nl" else "no address")
