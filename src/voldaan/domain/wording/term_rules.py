"""The term of a friendly message is a day, the one of the facts, and nothing in the text ends it sooner.

A term in days ("binnen 14 dagen") is the fourteen-day notice's, which a friendly message must not resemble; counted
from the letter it ends too early even there (HR 25 November 2016).
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.text.days import Day
from voldaan.domain.wording import term_words
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.facts_rules import same_days
from voldaan.domain.wording.finding import Finding, by_law
from voldaan.domain.wording.language_words import LanguageWords
from voldaan.domain.wording.reading import Reading, days_of, every_invoice

CLEAR_TERM: Final = Citation(
    law="Bki",
    bwb_id="BWBR0049422",
    article="4.1",
    follows="A message is unambiguous and correct: one last day, that the debtor can rely on.",
    follows_nl="Een bericht is eenduidig en correct: één laatste dag, waarop de schuldenaar kan vertrouwen.",
    valid_from=date(2024, 4, 1),
    not_confirmed=(
        "The article holds for agencies. A business that writes for itself is held to the same here, since a term that "
        "is not clear, or has hardly begun, cannot be relied on (6:82 BW asks a reasonable one)."
    ),
    not_confirmed_nl="Het artikel geldt voor incassobureaus. Een bedrijf dat zelf schrijft, wordt hier aan hetzelfde "
    "gehouden, omdat op een termijn die niet duidelijk is of nauwelijks is begonnen niet kan worden vertrouwd (6:82 "
    "BW vraagt een redelijke).",
)


@follows(CLEAR_TERM)
def term_is_a_day(reading: Reading) -> Iterator[Finding]:
    """Yield each term in days, hours or vague words."""
    if reading.facts.notice is not None:
        return
    named: set[tuple[int, int]] = set()
    for found in relative_terms(reading):
        sentence = reading.sentence(found.start())
        if sentence not in named:
            named.add(sentence)
            yield by_law(
                "term.relative",
                CLEAR_TERM,
                reading.around(found.start(), found.end()),
                "Name the last day to pay. A term in days belongs to the fourteen-day notice.",
                (found.start(), found.end()),
            )


def relative_terms(reading: Reading) -> Iterator[re.Match[str]]:
    """Yield each term that is not a day, save what the sender promises and how old an invoice is."""
    for found in reading.says(reading.words.relative):
        start, end = reading.sentence(found.start())
        before, after = reading.text[start : found.start()], reading.text[found.end() : end]
        gives = term_words.GIVES.match(found.group())
        promise = not gives and reading.words.promise.search(reading.text[start:end])
        asks = reading.words.asks.search(reading.text[start:end])
        softly = not promise and reading.words.asks_softly.search(reading.text[start:end])
        if term_words.SOFT.fullmatch(found.group()) and not (asks or softly):
            continue
        if reading.words.not_needed.search(before) or _is_about_ability(reading.words, before, after):
            continue
        age = reading.words.age_before.search(before) or reading.words.age_after.search(after)
        if (
            not (promise and not asks)
            and not age
            and not _is_invoice_term(reading.facts, before, found.group())
        ):
            yield found


def _is_about_ability(known: LanguageWords, before: str, after: str) -> bool:
    """Test if this asks whether paying is possible in that time: "Denkt u dat het deze maand niet lukt?"."""
    plainly, behind = known.not_able_after
    asked = known.not_able_before.search(before) and behind.match(after)
    return bool(plainly.match(after) or asked)


def _is_invoice_term(facts: MessageFacts, before: str, words: str) -> bool:
    """Test if this names the payment term that an invoice had: so many days from its date."""
    if not re.search(
        r"\b(?:betaal|betalings)termijn(?: van| was| is)? ?:? ?$|\bpayment term(?: of| was| is)? ?:? ?$",
        before,
        re.IGNORECASE,
    ):
        return False
    number = re.match(r"\d{1,3}", words)
    return number is not None and int(number.group()) in {
        (line.due_date - line.issue_date).days for line in every_invoice(facts)
    }


@follows(CLEAR_TERM)
def term_is_long_enough(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where the term of the facts is over before it began, or before an invoice falls due."""
    facts = reading.facts
    if facts.notice is not None:
        return
    begun = facts.pay_by > facts.written_on or facts.stage == "COURTESY_NOTICE"
    due = min((line.due_date for line in facts.invoices), default=facts.pay_by)
    if not begun or facts.pay_by < facts.written_on or facts.pay_by < due:
        yield _early(
            f"the term ends on {facts.pay_by.isoformat()}, written on {facts.written_on.isoformat()}, "
            f"due on {due.isoformat()}",
            None,
        )


@follows(CLEAR_TERM)
def no_other_last_day(reading: Reading) -> Iterator[Finding]:
    """Yield each day in the text that is said to be the last day to pay, and is sooner than the facts give."""
    facts = reading.facts
    if facts.notice is not None:
        return
    allowed = days_of(facts)
    for day in reading.days:
        before = reading.text[max(0, day.start - 40) : day.start]
        last = reading.words.last_day.search(before)
        known = same_days(day, allowed)
        if known and not reading.is_own(day.start, day.end) and _ends_at_an_hour(reading, day):
            yield _early(reading.around(day.start, day.end), (day.start, day.end))
            continue
        if last is None or not known or reading.is_own(day.start, day.end):
            continue
        ends = max(known) - timedelta(days=1 if last["strict"] else 0)
        if ends < facts.pay_by and not _is_due_day(facts, max(known)):
            yield _early(reading.around(day.start, day.end), (day.start, day.end))


def _ends_at_an_hour(reading: Reading, day: Day) -> bool:
    """Test if this is the last day to pay, with an hour beside it at which the term would end."""
    if not same_days(day, frozenset({reading.facts.pay_by})):
        return False
    before, after = reading.text[max(0, day.start - 40) : day.start], reading.text[day.end : day.end + 20]
    last = reading.words.last_day.search(before) or re.search(
        r"\b(?:op|tot|on|until)(?: en met| \w{2,9}dag| \w{3,6}day)? $", before
    )
    hour = last is not None and term_words.HOUR_BEHIND.search(after) is not None
    return hour or term_words.HOUR_BEFORE.search(before) is not None


def _is_due_day(facts: MessageFacts, named: date) -> bool:
    """Test if this tells when an invoice was due, or will be: a day gone by is no term of this message."""
    return named != facts.pay_by and named in {line.due_date for line in every_invoice(facts)}


def _early(found: str, place: tuple[int, int] | None) -> Finding:
    mend = "Give the last day to pay of the facts, on a day after the message is written, and no sooner day beside it."
    return by_law("term.early", CLEAR_TERM, found, mend, place)
