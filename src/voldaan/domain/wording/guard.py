"""The last look at a finished text: everything in it must be a fact, and nothing in it may threaten or charge.

The guard reads what came out, not how it was made: a template, a house style or a person may have changed it.
It answers with findings; no finding means that the text may go.

What the facts themselves say in free words (a name, the subject of an invoice) is left alone: a debtor called
"Incasso Advies" and an invoice for "Abonnement 2025-01-01" are not mistakes.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, Literal

from voldaan.domain.wording import (
    agency_rules,
    conduct_rules,
    costs_rules,
    facts_rules,
    notice_rules,
    presence_rules,
    reply_rules,
    spoken_rules,
    term_rules,
)
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.finding import Finding
from voldaan.domain.wording.language_words import LanguageWords
from voldaan.domain.wording.reading import Reading, read

__all__ = ["BY_WAY", "RULES", "Finding", "Way", "check", "check_document"]

Rule = Callable[[Reading], Iterator[Finding]]

RULES: Final[tuple[Rule, ...]] = (
    facts_rules.sums_agree,
    facts_rules.amounts_are_facts,
    facts_rules.invoices_have_their_amounts,
    facts_rules.accounts_have_their_amounts,
    facts_rules.days_are_facts,
    facts_rules.accounts_are_facts,
    facts_rules.references_are_facts,
    facts_rules.counts_are_facts,
    presence_rules.contacts_are_facts,
    presence_rules.registrations_are_facts,
    presence_rules.names_are_facts,
    presence_rules.facts_are_there,
    agency_rules.claim_is_known,
    agency_rules.claim_stands_there,
    agency_rules.agency_signs,
    agency_rules.sum_is_specified,
    agency_rules.complaints_are_told,
    costs_rules.no_costs_are_claimed,
    term_rules.term_is_a_day,
    term_rules.term_is_long_enough,
    term_rules.no_other_last_day,
    conduct_rules.tone_is_kind,
    conduct_rules.steps_are_true,
    notice_rules.notice_is_valid,
)

_IN_WRITING: Final[tuple[Rule, ...]] = (
    presence_rules.facts_are_there,
    agency_rules.claim_stands_there,
    agency_rules.sum_is_specified,
    agency_rules.complaints_are_told,
)
"""What is asked of a message in writing only: a text message or a call follows one."""
_SPOKEN: Final = tuple(rule for rule in RULES if rule not in _IN_WRITING)
Way = Literal["WRITTEN", "SMS", "CALL"]
BY_WAY: Final[dict[Way, tuple[Rule, ...]]] = {
    "WRITTEN": RULES,
    "SMS": (
        *_SPOKEN,
        spoken_rules.sms_says_who_writes,
        spoken_rules.sms_fits,
        spoken_rules.sms_tells_no_debt,
        spoken_rules.sms_says_what_to_pay,
    ),
    "CALL": (*_SPOKEN, spoken_rules.script_has_the_facts, spoken_rules.script_asks_first),
}
"""The rules of each way: letters and e-mails, text messages, and the scripts of calls."""
REPLY_RULES: Final[tuple[Rule, ...]] = (
    facts_rules.amounts_are_facts,
    facts_rules.invoices_have_their_amounts,
    facts_rules.accounts_have_their_amounts,
    facts_rules.days_are_facts,
    facts_rules.accounts_are_facts,
    facts_rules.references_are_facts,
    facts_rules.counts_are_facts,
    presence_rules.contacts_are_facts,
    presence_rules.registrations_are_facts,
    presence_rules.names_are_facts,
    presence_rules.sender_is_told,
    agency_rules.agency_is_told,
    agency_rules.agency_signs,
    agency_rules.complaints_are_told,
    costs_rules.no_costs_are_claimed,
    conduct_rules.tone_is_kind,
    conduct_rules.steps_are_true,
    reply_rules.asks_for_nothing,
)
"""What holds for a message that asks for nothing: whatever would ask is not needed in it, and not allowed."""

DOCUMENT_RULES: Final[tuple[Rule, ...]] = (
    facts_rules.amounts_are_facts,
    facts_rules.days_are_facts,
    facts_rules.accounts_are_facts,
    facts_rules.references_are_facts,
    costs_rules.no_costs_are_claimed,
    conduct_rules.tone_is_kind,
    conduct_rules.steps_are_true,
    reply_rules.asks_for_nothing,
)
"""What holds for the table that goes along with such a message: who writes and how to reach them stands in its mail."""

_AMOUNT = ("amount.foreign", "amount.misplaced")
_DAY = ("date.foreign", "date.misplaced", "date.weekday")
_TERM = (*_DAY, "term.relative", "term.early", "notice.term_words")
_EXPLAINED_BY: Final[dict[str, tuple[str, ...]]] = {
    "total.missing": _AMOUNT,
    "pay_by.missing": _TERM,
    "issue_date.missing": _DAY,
    "due_date.missing": _DAY,
    "iban.missing": ("iban.foreign",),
    "invoice.missing": ("reference.foreign",),
    "payment_reference.missing": ("reference.foreign", "iban.foreign"),
    "phone.missing": ("phone.foreign",),
    "email.missing": ("email.foreign",),
    "agency_kvk_number.missing": ("coc_number.foreign",),
    "creditor_name.missing": ("name.foreign",),
    "debtor_name.missing": ("name.foreign",),
    "specification.missing": ("costs.named",),
    "iban.swapped": (*_AMOUNT, "iban.foreign"),
    "complaints.missing": ("email.foreign", "phone.foreign", "link.foreign"),
    "agency_registered_name.missing": ("agency.hidden",),
    "notice.costs.missing": (*_AMOUNT, "notice.costs"),
    "notice.total.missing": (*_AMOUNT, "notice.costs"),
    "notice.vat.missing": (*_AMOUNT, "notice.vat"),
}
"""What is missing because something else stands in its place: one break, told once."""
_BESIDE_COSTS: Final = 90
"""How far from costs an amount is theirs, in characters."""


def check(
    facts: MessageFacts, text: str, words: LanguageWords | None = None, *, way: Way = "WRITTEN"
) -> tuple[Finding, ...]:
    """Return what must be mended in a finished text; empty when it may go.

    `words` are those of its language, from its folder. None: those of Dutch or English, which stand in code.

    Raises:
        ValueError: no words were given, and code has none of this language; or they have none for a reply.
    """
    reading = read(facts, text, words)
    rules = BY_WAY[way] if facts.reply is None else REPLY_RULES
    found = tuple(dict.fromkeys(finding for rule in rules for finding in rule(reading)))
    return tuple(_once(reading, found))


def check_document(facts: MessageFacts, text: str, words: LanguageWords | None = None) -> tuple[Finding, ...]:
    """Return what must be mended in a table that goes along with a message; `words` as for `check`.

    Raises:
        ValueError: no words were given, and code has none of this language.
    """
    reading = read(facts, text, words)
    return tuple(dict.fromkeys(finding for rule in DOCUMENT_RULES for finding in rule(reading)))


def _once(reading: Reading, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Yield each break once: not what is missing because another stands there, nor the amount of costs apart."""
    left = Counter(finding.rule for finding in found)
    spent: Counter[tuple[str, str]] = Counter()
    costs = [finding.place for finding in found if finding.rule == "costs.named" and finding.place]
    for finding in found:
        if finding.rule == "amount.foreign" and any(_beside(reading, finding, place) for place in costs):
            continue
        causes = _EXPLAINED_BY.get(finding.rule, ())
        if finding.rule == "pay_by.missing":
            causes = tuple(one.rule for one in found if one.rule in causes and _asks(reading, one))
        cause = next((one for one in causes if spent[finding.rule, one] < left[one]), None)
        if cause is None:
            yield finding
        else:
            spent[finding.rule, cause] += 1


def _asks(reading: Reading, finding: Finding) -> bool:
    """Test if this day or term stands where the last day should: in a sentence that asks to pay."""
    if finding.place is None:
        return True
    start, end = reading.sentence(finding.place[0])
    sentence, known = reading.text[start:end], reading.words
    return any(words.search(sentence) for words in (known.asks, known.asks_softly, known.names_a_term))


def _beside(reading: Reading, finding: Finding, costs: tuple[int, int]) -> bool:
    if finding.place is None or reading.sentence(costs[0]) != reading.sentence(finding.place[0]):
        return False
    start, end = finding.place
    return costs[0] - end <= _BESIDE_COSTS and start - costs[1] <= _BESIDE_COSTS
