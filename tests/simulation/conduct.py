"""What debtors do: from the bill itself, and from each message that really reached them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tests.simulation.cast import Bill

Verb = Literal[
    "PAYS", "PAYS_PART", "PAYS_MORE", "PAYS_TWICE", "PAYS_SILENTLY", "PAYS_WRONGLY", "ANOTHER_PAYS", "IS_DEBITED",
    "DEBIT_RETURNS", "DISPUTES", "DISPUTE_ENDS", "PROMISES", "AGREES_PLAN", "PLAN_ENDS", "IS_CREDITED",
    "IS_CREDITED_WHOLE", "IS_HELD", "HOLD_ENDS",
]  # fmt: skip
BY_BANK: frozenset[Verb] = frozenset((
    "PAYS", "PAYS_PART", "PAYS_MORE", "PAYS_TWICE", "PAYS_SILENTLY", "PAYS_WRONGLY", "ANOTHER_PAYS", "IS_DEBITED",
    "DEBIT_RETURNS",
))  # fmt: skip
"""What happens at the bank, whether anybody looks or not; the rest is told to a person on a working day."""

PROMISED_DAYS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that a debtor, or its creditor, does on a day."""

    day: date
    verb: Verb
    bill: Bill


def at_issue(bill: Bill) -> Iterator[Deed]:
    """Yield what follows from a bill by itself."""
    for habit, days, verb in (
        ("EARLY", -5, "PAYS"),
        ("ON_TIME", 0, "PAYS"),
        ("LATE", 2, "PAYS"),
        ("CROSSES", 3, "PAYS"),
        ("IN_PARTS", 1, "PAYS_PART"),
        ("TOO_MUCH", 0, "PAYS_MORE"),
        ("TWICE", 0, "PAYS_TWICE"),
        ("NO_REFERENCE", 0, "PAYS_SILENTLY"),
        ("WRONG_REFERENCE", 0, "PAYS_WRONGLY"),
        ("BY_ANOTHER", 1, "ANOTHER_PAYS"),
        ("DEBIT", 0, "IS_DEBITED"),
        ("DEBIT_BACK", 0, "IS_DEBITED"),
        ("DEBIT_BACK", 3, "DEBIT_RETURNS"),
        ("CREDITED", 1, "IS_CREDITED"),
    ):
        if bill.habit == habit:
            yield _deed(bill, bill.due, days, verb)  # type: ignore[arg-type]  # the verbs just above


_AFTER: dict[tuple[str, str], tuple[tuple[int, Verb], ...]] = {
    ("AFTER_FIRST", "FIRST_REMINDER"): ((3, "PAYS"),),
    ("IN_PARTS", "FIRST_REMINDER"): ((4, "PAYS"),),
    ("DEBIT_BACK", "FIRST_REMINDER"): ((3, "PAYS"),),
    ("CREDITED", "FIRST_REMINDER"): ((2, "PAYS"),),
    ("AFTER_SECOND", "SECOND_REMINDER"): ((1, "PAYS"),),
    ("AFTER_LAST", "PRE_COLLECTION"): ((2, "PAYS"),),
    ("DISPUTES", "FIRST_REMINDER"): ((1, "DISPUTES"), (15, "DISPUTE_ENDS"), (40, "PAYS")),
    ("PROMISES", "FIRST_REMINDER"): ((1, "PROMISES"), (7, "PAYS")),
    ("BREAKS_PROMISE", "FIRST_REMINDER"): ((1, "PROMISES"),),
    ("BREAKS_PROMISE", "SECOND_REMINDER"): ((4, "PAYS"),),
    ("PLAN", "FIRST_REMINDER"): ((1, "AGREES_PLAN"), (8, "PAYS_PART"), (20, "PAYS"), (27, "PLAN_ENDS")),
    ("BREAKS_PLAN", "FIRST_REMINDER"): ((1, "AGREES_PLAN"), (8, "PAYS_PART"), (27, "PLAN_ENDS")),
    ("CREDITED_WHOLE", "FIRST_REMINDER"): ((2, "IS_CREDITED_WHOLE"),),
    ("HELD", "FIRST_REMINDER"): ((1, "IS_HELD"), (16, "HOLD_ENDS")),
    ("HELD", "SECOND_REMINDER"): ((3, "PAYS"),),
}


def after_message(bill: Bill, stage: str, on: date) -> Iterator[Deed]:
    """Yield what follows from a message of a stage that arrived on a day."""
    for days, verb in _AFTER.get((bill.habit, stage), ()):
        yield _deed(bill, on, days, verb)


def _deed(bill: Bill, start: date, days: int, verb: Verb) -> Deed:
    """Return a deed on a day on which banks and offices work."""
    day = start + timedelta(days=days)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return Deed(
        day=max(day, bill.issued + timedelta(days=1)) if day <= bill.issued else day, verb=verb, bill=bill
    )
