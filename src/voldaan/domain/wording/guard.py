"""The last look at a finished text: everything in it must be a fact, and nothing in it may threaten or charge.

The guard reads what came out, not how it was made: a template, a house style or a person may have changed it.
It answers with findings; no finding means that the text may go.

What the facts themselves say in free words (a name, the subject of an invoice) is left alone: a debtor called
"Incasso Advies" and an invoice for "Abonnement 2025-01-01" are not mistakes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Final

from voldaan.domain.wording import scan, words
from voldaan.domain.wording.facts import InvoiceLine, MessageFacts

ONLY_FACTS: Final = "P8"
NO_COSTS: Final = "art. 6:96 lid 6 BW, P7"
CLAIM: Final = "art. 3.1 Bki"
REGISTRATION: Final = "art. 11 Wki"
MANNERS: Final = "art. 13 Wki"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that must be mended before the text may go."""

    rule: str
    basis: str
    """The article or the property that asks it."""
    found: str
    """What stands, or is missing, in the text."""
    mend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The text with its white space evened out, and the places where the facts speak in their own words."""

    facts: MessageFacts
    text: str
    own_words: tuple[tuple[int, int], ...]
    amounts: tuple[scan.Amount, ...]
    days: tuple[scan.Day, ...]
    ibans: tuple[scan.Token, ...]

    def is_own(self, start: int, end: int) -> bool:
        """Test if this place lies inside the facts' own words."""
        return any(first <= start and end <= last for first, last in self.own_words)


def check(facts: MessageFacts, text: str) -> tuple[Finding, ...]:
    """Return what must be mended in a finished text; empty when it may go."""
    reading = _read(facts, " ".join(text.split()))
    findings = (finding for rule in _RULES for finding in rule(reading))
    return tuple(dict.fromkeys(findings))


def _read(facts: MessageFacts, text: str) -> Reading:
    return Reading(
        facts=facts,
        text=text,
        own_words=tuple(_own_places(facts, text)),
        amounts=tuple(scan.amounts(text)),
        days=tuple(scan.days(text)),
        ibans=tuple(scan.ibans(text)),
    )


def _sums_disagree(reading: Reading) -> Iterator[Finding]:
    facts = reading.facts
    boxes = sum(pay_to.amount_cents for pay_to in facts.pay_to)
    invoices = sum(line.open_cents for line in _every_invoice(facts))
    if not boxes == invoices == facts.total_cents:
        yield Finding(
            rule="facts.sum",
            basis="P9",
            found=f"total {facts.total_cents}, accounts {boxes}, invoices {invoices} (cents)",
            mend="Write the message again from facts of which the three sums agree.",
        )


def _foreign_amounts(reading: Reading) -> Iterator[Finding]:
    allowed = _amounts_of(reading.facts)
    days = tuple((day.start, day.end) for day in reading.days)
    for amount in reading.amounts:
        known = amount.cents in allowed or (amount.cents == 0 and _is_no_costs(reading, amount.start))
        known = known and amount.currency in ("", reading.facts.currency)
        in_a_day = any(first <= amount.start and amount.end <= last for first, last in days)
        if not known and not in_a_day and not reading.is_own(amount.start, amount.end):
            yield _foreign("amount", reading, amount.start, amount.end)


def _is_no_costs(reading: Reading, place: int) -> bool:
    """Test if costs or interest stand right before: of those, and of nothing else, the amount may be nothing."""
    cost = "|".join(words.COSTS[reading.facts.language])
    return (
        re.search(rf"(?:{cost})(?: ?:)? ?$", reading.text[max(0, place - 40) : place], re.IGNORECASE)
        is not None
    )


def _foreign_days(reading: Reading) -> Iterator[Finding]:
    allowed = _days_of(reading.facts)
    for day in reading.days:
        if reading.is_own(day.start, day.end):
            continue
        if day.year is None:
            known = any((fact.month, fact.day) == (day.month, day.day) for fact in allowed)
        else:
            known = scan.is_real(day) in allowed
        if not known:
            yield _foreign("date", reading, day.start, day.end)
        elif day.weekday is not None and not _weekday_fits(day, allowed):
            yield Finding(
                rule="date.weekday",
                basis=ONLY_FACTS,
                found=reading.text[day.start : day.end],
                mend="Name the day of the week on which this date falls, or leave it out.",
            )


def _weekday_fits(day: scan.Day, allowed: frozenset[date]) -> bool:
    same = (fact for fact in allowed if (fact.month, fact.day) == (day.month, day.day))
    return any(fact.weekday() == day.weekday for fact in same if day.year in (None, fact.year))


def _foreign_ibans(reading: Reading) -> Iterator[Finding]:
    allowed = _ibans_of(reading.facts)
    for iban in reading.ibans:
        if iban.value not in allowed and not reading.is_own(iban.start, iban.end):
            yield _foreign("iban", reading, iban.start, iban.end)


def _foreign_references(reading: Reading) -> Iterator[Finding]:
    known = _references_of(reading.facts)
    allowed = {_compact(value) for value in known}
    others = tuple(_days_and_ibans(reading))
    for token in scan.references(reading.text, known):
        elsewhere = any(first <= token.start and token.end <= last for first, last in others)
        if (
            _compact(token.value) not in allowed
            and not elsewhere
            and not reading.is_own(token.start, token.end)
        ):
            yield _foreign("reference", reading, token.start, token.end)


def _days_and_ibans(reading: Reading) -> Iterator[tuple[int, int]]:
    yield from ((day.start, day.end) for day in reading.days)
    yield from ((iban.start, iban.end) for iban in reading.ibans)


def _foreign(kind: str, reading: Reading, start: int, end: int) -> Finding:
    return Finding(
        rule=f"{kind}.foreign",
        basis=ONLY_FACTS,
        found=reading.text[start:end].strip(),
        mend=f"Remove this {kind}, or correct it to one of the facts that the message is written from.",
    )


def _missing_facts(reading: Reading) -> Iterator[Finding]:
    facts = reading.facts
    if facts.total_cents not in {amount.cents for amount in reading.amounts}:
        yield _missing("total", f"the amount to pay, {facts.total_cents} cents")
    if facts.pay_by not in {scan.is_real(day) for day in reading.days}:
        yield _missing("pay_by", f"the last day to pay, {facts.pay_by.isoformat()}")
    for line in facts.invoices:
        if not _stands(reading.text, line.number):
            yield _missing("invoice", f"invoice {line.number}")
    for iban in sorted(_ibans_of(facts) - {token.value for token in reading.ibans}):
        yield _missing("iban", f"account {iban}")
    for pay_to in facts.pay_to:
        if not _stands(reading.text, pay_to.reference):
            yield _missing("payment_reference", f"payment reference {pay_to.reference}")
    if not _stands(reading.text, facts.sender.name):
        yield _missing("sender", f"who writes, {facts.sender.name}")
    if facts.sender.phone and not _stands(reading.text, facts.sender.phone):
        yield _missing("phone", f"a telephone number, {facts.sender.phone}")


def _missing(name: str, what: str, basis: str = ONLY_FACTS) -> Finding:
    return Finding(
        rule=f"{name}.missing",
        basis=basis,
        found=f"{what} is not in the text",
        mend=f"Put {what} in the text.",
    )


def _missing_from_an_agency(reading: Reading) -> Iterator[Finding]:
    """Yield what an agency's message lacks: who it is, for whom, and the description of the claim."""
    if not reading.facts.on_behalf:
        return
    for rule, basis, what, value in _agency_facts(reading.facts):
        if not value:
            yield Finding(
                rule=f"{rule}.unknown",
                basis=basis,
                found=f"{what} is not known",
                mend=f"Record {what} before an agency's message goes out.",
            )
        elif not _stands(reading.text, value):
            yield _missing(rule, f"{what}, {value}", basis)
    yield from _missing_claim_days(reading)


def _agency_facts(facts: MessageFacts) -> Iterator[tuple[str, str, str, str | None]]:
    sender, creditor, debtor = facts.sender, facts.creditor, facts.addressee
    yield "registration_mark", REGISTRATION, "the registration mark of the agency", sender.registration_mark
    yield "coc_number", CLAIM, "the KvK number of the agency", sender.coc_number
    yield "sender_address", CLAIM, "the address of the agency", sender.street
    yield "sender_city", CLAIM, "the town of the agency", sender.city
    yield "creditor", CLAIM, "the name of the creditor", creditor.name
    yield "creditor_address", CLAIM, "the address of the creditor", creditor.street
    yield "creditor_city", CLAIM, "the town of the creditor", creditor.city
    yield "debtor", CLAIM, "the name of the debtor", debtor.name
    if debtor.is_person:
        yield "debtor_address", CLAIM, "the address of the debtor", debtor.street
        yield "debtor_city", CLAIM, "the town of the debtor", debtor.city
        for line in facts.invoices:
            yield "subject", CLAIM, f"what invoice {line.number} is for", line.subject


def _missing_claim_days(reading: Reading) -> Iterator[Finding]:
    said = {scan.is_real(day) for day in reading.days}
    for line in reading.facts.invoices:
        if line.issue_date not in said:
            yield _missing(
                "issue_date", f"the date of invoice {line.number}, {line.issue_date.isoformat()}", CLAIM
            )
        if line.due_date not in said:
            yield _missing(
                "due_date", f"the payment term of invoice {line.number}, {line.due_date.isoformat()}", CLAIM
            )


def _costs(reading: Reading) -> Iterator[Finding]:
    language = reading.facts.language
    for found in _matches(reading, words.COSTS[language], words.COST_ENDINGS[language]):
        before = reading.text[max(0, found.start() - 60) : found.start()]
        after = reading.text[found.end() : found.end() + 80]
        nothing = re.search(words.COST_FREE_BEFORE[language], before, re.IGNORECASE)
        nothing_after = re.search(words.COST_FREE_AFTER, after, re.IGNORECASE)
        taken_back = re.search(words.CONDITION_AFTER[language], after, re.IGNORECASE)
        if not nothing_after and (not nothing or taken_back):
            yield Finding(
                rule="costs.named",
                basis=NO_COSTS,
                found=_around(reading.text, found),
                mend='Name no costs or interest, or say that there are none ("zonder extra kosten", "€ 0,00").',
            )


def _relative_terms(reading: Reading) -> Iterator[Finding]:
    for found in _matches(reading, words.RELATIVE_TERM[reading.facts.language]):
        yield Finding(
            rule="term.relative",
            basis=NO_COSTS,
            found=_around(reading.text, found),
            mend="Name the last day to pay. A term in days belongs to the fourteen-day notice.",
        )


def _tone(reading: Reading) -> Iterator[Finding]:
    for found in _matches(reading, words.NON_TONE[reading.facts.language]):
        yield Finding(
            rule="tone.forbidden",
            basis=MANNERS,
            found=_around(reading.text, found),
            mend="Say it in plain and friendly words, without reproach or pressure.",
        )


def _threats(reading: Reading) -> Iterator[Finding]:
    language = reading.facts.language
    for found in _matches(reading, words.NEVER_PLANNED[language]):
        yield _threat(reading, found, "A friendly message names no such measure. Remove it.")
    if reading.facts.next_step == "COLLECTION":
        return
    for found in _matches(reading, words.COLLECTION[language]):
        yield _threat(reading, found, "The client has not ordered this step. Remove it, or order it first.")


def _threat(reading: Reading, found: re.Match[str], mend: str) -> Finding:
    return Finding(rule="threat.not_planned", basis=MANNERS, found=_around(reading.text, found), mend=mend)


_RULES: Final[tuple[Callable[[Reading], Iterator[Finding]], ...]] = (
    _sums_disagree,
    _foreign_amounts,
    _foreign_days,
    _foreign_ibans,
    _foreign_references,
    _missing_facts,
    _missing_from_an_agency,
    _costs,
    _relative_terms,
    _tone,
    _threats,
)


def _matches(
    reading: Reading, whole: tuple[str, ...], endings: tuple[str, ...] = ()
) -> Iterator[re.Match[str]]:
    """Yield each of these words in the text, save where the facts say it in their own words."""
    for found in _any_of(whole, endings).finditer(reading.text):
        if not reading.is_own(found.start(), found.end()):
            yield found


@lru_cache(maxsize=32)
def _any_of(whole: tuple[str, ...], endings: tuple[str, ...]) -> re.Pattern[str]:
    ending = rf"|\B(?:{'|'.join(endings)})" if endings else ""
    return re.compile(rf"(?:\b(?:{'|'.join(whole)}){ending})(?!\w)", re.IGNORECASE)


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 30) : found.end() + 20].strip()


def _stands(text: str, value: str) -> bool:
    """Test if this value stands in the text, not as a part of a longer one."""
    places = _places(text, " ".join(value.split()))
    return any(not _goes_on(text, start, end) for start, end in places)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Test if a hyphen joins this to more, as in "A-2026-118" and "2026-118-2"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return bool(re.fullmatch(r"\w-", before) or re.fullmatch(r"-\d", after))


def _places(text: str, value: str) -> Iterator[tuple[int, int]]:
    """Yield where this value stands as whole words. No pattern: each message brings other values."""
    start = text.find(value)
    while start >= 0:
        end = start + len(value)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(value, start + 1)


_NOT_FREE: Final = frozenset({"is_person", "country"})


def _own_places(facts: MessageFacts, text: str) -> Iterator[tuple[int, int]]:
    for value in sorted(_free_words(facts)):
        yield from _places(text, value)


def _free_words(facts: MessageFacts) -> frozenset[str]:
    """Return what the facts say in words that somebody chose freely."""
    values: list[str | None] = [facts.reference]
    for party in (facts.sender, facts.creditor, facts.addressee):
        values += [getattr(party, field.name) for field in fields(party) if field.name not in _NOT_FREE]
    values += [pay_to.name for pay_to in facts.pay_to] + [pay_to.reference for pay_to in facts.pay_to]
    for line in _every_invoice(facts):
        values += [line.number, line.subject, line.payment_reference]
    return frozenset(" ".join(value.split()) for value in values if value and value.strip())


def _every_invoice(facts: MessageFacts) -> tuple[InvoiceLine, ...]:
    return (*facts.invoices, *facts.also_open)


def _amounts_of(facts: MessageFacts) -> frozenset[int]:
    lines = _every_invoice(facts)
    amounts = [facts.total_cents, *(pay_to.amount_cents for pay_to in facts.pay_to)]
    return frozenset((*amounts, *(line.total_cents for line in lines), *(line.open_cents for line in lines)))


def _days_of(facts: MessageFacts) -> frozenset[date]:
    lines = _every_invoice(facts)
    days = (facts.written_on, facts.pay_by, facts.payments_until)
    return frozenset((*days, *(line.issue_date for line in lines), *(line.due_date for line in lines)))


def _ibans_of(facts: MessageFacts) -> frozenset[str]:
    return frozenset(_compact(pay_to.iban) for pay_to in facts.pay_to)


def _references_of(facts: MessageFacts) -> frozenset[str]:
    lines = _every_invoice(facts)
    values = [facts.reference, facts.addressee.number, *(pay_to.reference for pay_to in facts.pay_to)]
    values += [line.number for line in lines] + [line.payment_reference for line in lines]
    return frozenset(" ".join(value.split()) for value in values if value)


def _compact(value: str) -> str:
    return "".join(value.split()).upper()
