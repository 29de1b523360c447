"""P8: every amount, day, account, reference and address in the text is a fact, and stands where it belongs."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Final

from voldaan.domain.text.amounts import Amount
from voldaan.domain.text.days import Day, is_real
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.finding import Finding, by_property
from voldaan.domain.wording.reading import (
    Places,
    Reading,
    compact,
    days_of,
    every_invoice,
    ibans_of,
    references_of,
)
from voldaan.domain.wording.scan_references import Token, counts, look_alikes

_LABEL_OF_TODAY = re.compile(
    r"\b(?:te betalen|te voldoen|hoofdsom|(?<!have )(?<!need )to pay|principal)\b ?:? ?$", re.IGNORECASE
)
"""What stands before what is to be paid now."""
_LABEL_OF_TOTAL = re.compile(r"(?<!in )\b(?:totaal|totaalbedrag|total)\b ?:? ?$", re.IGNORECASE)
_WHOLE: Final = 100_00
"""A hundred percent, that is said of flour as well ("100% biologisch")."""
_OF_MONEY = re.compile(
    r"^ (?:\w+ ){0,3}(?:korting|rente|kosten|boete|toeslag|btw|bedrag|betaal\w*|discount|interest|costs?|fee"
    r"|amount|pa(?:y|id)\w*)",
    re.IGNORECASE,
)
BESIDE_ACCOUNT: Final = 250
"""How far from its account the amount that goes there stands, in characters."""
BESIDE_NUMBER: Final = 90
"""How far behind its number the amount of an invoice stands, in characters."""


def sums_agree(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where total, accounts and invoices do not add up to the same."""
    facts = reading.facts
    boxes = sum(pay_to.amount_cents for pay_to in facts.pay_to)
    invoices = sum(line.open_cents for line in every_invoice(facts))
    if not boxes == invoices == facts.total_cents:
        yield Finding(
            rule="facts.sum",
            basis="P9",
            found=f"total {facts.total_cents}, accounts {boxes}, invoices {invoices} (cents)",
            mend="Write the message again from facts of which the three sums agree.",
        )


def amounts_are_facts(reading: Reading) -> Iterator[Finding]:
    """Yield each amount or percentage that is no fact, and each that stands for the total and is another fact."""
    allowed = amounts_of(reading.facts)
    elsewhere = Places.of(
        [*((day.start, day.end) for day in reading.days), *((link.start, link.end) for link in reading.links)]
    )
    for amount in reading.amounts:
        if elsewhere.hold(amount.start, amount.end) or reading.is_own(amount.start, amount.end):
            continue
        if not _is_known(reading, amount, allowed):
            yield _foreign("amount", reading, amount.start, amount.end)
        elif amount.cents and _is_misplaced(reading, amount):
            yield _misplaced("amount", reading, amount.start, amount.end)


def _is_known(reading: Reading, amount: Amount, allowed: frozenset[int]) -> bool:
    facts = reading.facts
    if amount.cents == 0:
        told = facts.reply is not None and 0 in facts.reply.amounts_cents
        return told or _is_no_costs(reading, amount)
    if amount.is_percentage:
        notice = facts.notice
        if amount.cents == _WHOLE and not _OF_MONEY.search(reading.text[amount.end : amount.end + 40]):
            return True
        return bool(notice and notice.vat_percent and amount.cents == int(notice.vat_percent) * 100)
    return amount.cents in allowed and (amount.currency in ("", facts.currency) or facts.reply is not None)


def _is_no_costs(reading: Reading, amount: Amount) -> bool:
    """Test if costs or interest stand beside it: of those, and of nothing else, the amount may be nothing."""
    before = reading.text[max(0, amount.start - 60) : amount.start]
    after = reading.text[amount.end : amount.end + 40]
    sort = r"^ ?(?:aan |of |in |extra |wettelijke |statutory |additional |collection |incasso|administratie){0,3}"
    return bool(
        _cost_label(reading.words.costs).search(before)
        or re.search(rf"{sort}(?:{'|'.join(reading.words.costs)})\b", after, re.IGNORECASE)
        or re.search(r"^ ?(?:extra|erbij|bovenop)\b", after, re.IGNORECASE)
        or re.search(
            r"(?:kosten|rente|btw|\bcosts?|\binterest|\bvat|\bfees?)\b[^.!?]{0,45}$", before, re.IGNORECASE
        )
    )


@lru_cache(maxsize=16)
def _cost_label(costs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(costs)})(?: ?:)? ?$", re.IGNORECASE)


def _is_misplaced(reading: Reading, amount: Amount) -> bool:
    before = reading.text[max(0, amount.start - 24) : amount.start]
    known = reading.words
    labelled = bool(_LABEL_OF_TODAY.search(before) or known.today_label.search(before))
    if reading.facts.notice is None:
        labelled = labelled or bool(_LABEL_OF_TOTAL.search(before) or known.total_label.search(before))
    return labelled and amount.cents != reading.facts.total_cents


def invoices_have_their_amounts(reading: Reading) -> Iterator[Finding]:
    """Yield each amount that stands with one invoice and belongs to another only."""
    facts = reading.facts
    lines = {line.number: line for line in every_invoice(facts)}
    if len(lines) < 2:
        return
    shared = {facts.total_cents, *(pay_to.amount_cents for pay_to in facts.pay_to)}
    of_others = {cents for line in lines.values() for cents in (line.open_cents, line.total_cents)} - shared
    numbers = sorted((token for token in reading.references if token.value in lines), key=attrgetter("start"))
    ends = [token.start for token in numbers[1:]] + [len(reading.text)]
    amounts = sorted(reading.amounts, key=attrgetter("start"))
    starts = [amount.start for amount in amounts]
    for token, end in zip(numbers, ends, strict=False):
        place = bisect_left(starts, token.end)
        if place == len(starts) or starts[place] >= min(token.end + BESIDE_NUMBER, end):
            continue
        amount = amounts[place]
        line = lines[token.value]
        wrong = amount.cents in of_others - {line.open_cents, line.total_cents}
        same_sentence = not re.search(r"[.!?] ", reading.text[token.end : amount.start])
        if wrong and same_sentence and not reading.is_own(amount.start, amount.end):
            yield _misplaced("amount", reading, amount.start, amount.end)


def accounts_have_their_amounts(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where several accounts are named, and each stands with the amount that goes to another.

    A text names the amounts all before their accounts or all behind them; only where neither fits they are exchanged.
    """
    boxes = {compact(pay_to.iban): pay_to.amount_cents for pay_to in reading.facts.pay_to}
    named = {amount.cents for amount in reading.amounts}
    if len(set(boxes.values())) < 2 or not named >= set(boxes.values()):
        return
    accounts = sorted((token for token in reading.ibans if token.value in boxes), key=attrgetter("start"))
    if {token.value for token in accounts} != set(boxes):
        return
    amounts = sorted(reading.amounts, key=attrgetter("start"))
    starts = [amount.start for amount in amounts]
    ahead: set[str] = set()
    behind: set[str] = set()
    for index, token in enumerate(accounts):
        begin = max(accounts[index - 1].end if index else 0, token.start - BESIDE_ACCOUNT)
        end = min(
            accounts[index + 1].start if index + 1 < len(accounts) else len(reading.text),
            token.end + BESIDE_ACCOUNT,
        )
        for places, first, last in ((ahead, begin, token.start), (behind, token.end, end)):
            near = amounts[bisect_left(starts, first) : bisect_left(starts, last)]
            if boxes[token.value] in {amount.cents for amount in near}:
                places.add(token.value)
    if ahead != set(boxes) and behind != set(boxes):
        token = accounts[0]
        yield by_property(
            "iban.swapped",
            reading.around(token.start, token.end),
            "Write beside each account the amount that goes to it.",
            (token.start, token.end),
        )


def days_are_facts(reading: Reading) -> Iterator[Finding]:
    """Yield each day that is no fact, with another weekday, or under the label of another day."""
    allowed = days_of(reading.facts)
    for day in reading.days:
        if reading.is_own(day.start, day.end):
            continue
        if not same_days(day, allowed):
            yield _foreign("date", reading, day.start, day.end)
        elif day.weekday is not None and not _weekday_fits(day, allowed):
            yield by_property(
                "date.weekday",
                reading.text[day.start : day.end],
                "Name the day of the week on which this date falls, or leave it out.",
                (day.start, day.end),
            )
        elif not same_days(day, _days_under_label(reading, day) or allowed):
            yield _misplaced("date", reading, day.start, day.end)


def same_days(day: Day, facts: frozenset[date]) -> list[date]:
    """Return which of these days is named; of a day without a year, each that it can be."""
    if day.year is None:
        return [fact for fact in facts if (fact.month, fact.day) == (day.month, day.day)]
    real = is_real(day)
    return [fact for fact in facts if fact == real]


def _weekday_fits(day: Day, allowed: frozenset[date]) -> bool:
    return any(fact.weekday() == day.weekday for fact in same_days(day, allowed))


def _days_under_label(reading: Reading, day: Day) -> frozenset[date] | None:
    """Return the days that may stand behind the words before this day; None where those words name none."""
    facts = reading.facts
    before = reading.text[max(0, day.start - 40) : day.start]
    lines = every_invoice(facts)
    for pattern, name in reading.words.day_labels:
        if pattern.search(before):
            if facts.reply is not None:
                # A reply speaks of many a day in many words: what was promised, paid, or asked when.
                return None
            return {
                "issue_date": frozenset(line.issue_date for line in lines),
                "due_date": frozenset(line.due_date for line in lines),
                "payments_until": frozenset({facts.payments_until}),
                "pay_by": frozenset({facts.pay_by, facts.pay_by + timedelta(days=1)}),
            }[name]
    return None


def accounts_are_facts(reading: Reading) -> Iterator[Finding]:
    """Yield each account number that is no fact."""
    allowed = ibans_of(reading.facts)
    quiet = Places.of([*_day_places(reading), *((amount.start, amount.end) for amount in reading.amounts)])
    for iban in reading.ibans:
        own = reading.is_own(iban.start, iban.end) or quiet.hold(iban.start, iban.end)
        if iban.value not in allowed and not own and compact(iban.value) not in references_of(reading.facts):
            yield _foreign("iban", reading, iban.start, iban.end)


def references_are_facts(reading: Reading) -> Iterator[Finding]:
    """Yield each reference and invoice number that is no fact."""
    allowed = {compact(value) for value in references_of(reading.facts)}
    elsewhere = Places.of(
        [
            *_day_places(reading),
            *((iban.start, iban.end) for iban in reading.ibans),
            *((link.start, link.end) for link in reading.links),
        ]
    )
    seen: set[int] = set()
    for token in (*reading.references, *_almost_known(reading, elsewhere)):
        known = compact(token.value) in allowed or _is_start_of_known(token.value, allowed)
        own = elsewhere.hold(token.start, token.end) or reading.is_own(token.start, token.end)
        if not known and not own and token.start not in seen:
            seen.add(token.start)
            yield _foreign("reference", reading, token.start, token.end)


def _almost_known(reading: Reading, elsewhere: Places) -> Iterator[Token]:
    """Yield each word that is one digit away from a known reference, or has two of its digits exchanged."""
    others = Places.of(
        [
            *((phone.start, phone.end) for phone in reading.phones),
            *((amount.start, amount.end) for amount in reading.amounts),
            *((email.start, email.end) for email in reading.emails),
        ]
    )
    for token in look_alikes(reading.text, references_of(reading.facts)):
        if not elsewhere.hold(token.start, token.end) and not others.hold(token.start, token.end):
            yield token


def _is_start_of_known(value: str, allowed: set[str]) -> bool:
    """Test if this is a known reference and what follows it, as a pattern for structured ones may take too much."""
    whole = compact(value)
    return whole.startswith("RF") and any(
        len(one) >= 8 and one.startswith("RF") and whole.startswith(one) for one in allowed
    )


def counts_are_facts(reading: Reading) -> Iterator[Finding]:
    """Yield each number of invoices or accounts that is another than the message has."""
    facts = reading.facts
    of_invoices = {len(facts.invoices), len(facts.also_open), len(every_invoice(facts))}
    of_invoices |= {len(pay_to.invoice_numbers) for pay_to in facts.pay_to}
    quiet = Places.of((token.start, token.end) for token in reading.references)
    known = reading.words
    for token, number in counts(reading.text, (*known.counted, *known.counted_accounts)):
        of_accounts = token.value in ("rekeningen", "accounts", *known.counted_accounts)
        right = {len(facts.pay_to)} if of_accounts else of_invoices
        if number not in right and not quiet.hold(token.start, token.start + 1):
            yield _foreign("count", reading, token.start, token.end)


def _day_places(reading: Reading) -> Iterator[tuple[int, int]]:
    yield from ((day.start, day.end) for day in reading.days)


def _foreign(kind: str, reading: Reading, start: int, end: int) -> Finding:
    return by_property(
        f"{kind}.foreign",
        reading.text[start:end].strip(),
        f"Remove this {kind}, or correct it to one of the facts that the message is written from.",
        (start, end),
    )


def _misplaced(kind: str, reading: Reading, start: int, end: int) -> Finding:
    return by_property(
        f"{kind}.misplaced",
        reading.around(start, end),
        f"This {kind} is a fact, but not the one that belongs here. Write the one that does.",
        (start, end),
    )


def amounts_of(facts: MessageFacts) -> frozenset[int]:
    """Return every amount that the message may name, in cents."""
    lines = every_invoice(facts)
    amounts = [facts.total_cents, *(pay_to.amount_cents for pay_to in facts.pay_to)]
    if facts.notice:
        notice = facts.notice
        amounts += [notice.costs_cents, notice.vat_cents, notice.costs_cents + notice.vat_cents]
        amounts += [notice.total_if_unpaid_cents, *notice.principals_cents]
    if facts.reply:
        amounts += facts.reply.amounts_cents
    return frozenset((*amounts, *(line.total_cents for line in lines), *(line.open_cents for line in lines)))
