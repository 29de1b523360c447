"""Any strategy that the language can say, and any facts that an account can have, for tests that hold for all.

Hypothesis draws a number and names the one that fails; what follows from it is drawn by plain chance, which is fifty
times as fast as a drawing for each fact.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, Final, get_args

from hypothesis import strategies as st

from voldaan.domain.law.contact import allowed, day_allowed
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.facts import (
    ASKING_BLOCKS,
    AccountFacts,
    ClientAnswer,
    DayFacts,
    Deadline,
    DebtorKind,
    InvoiceFacts,
    PaymentHistory,
    Reason,
)
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.strategy import INCIDENTS, STAGE_KEYS, WEEKDAYS, Breadth, Strategy

CHANCES: Final = st.integers(0, 2**48).map(Random)
"""Where a whole case is drawn from."""
DUE: Final = date(2026, 3, 2)
"""A Monday, five weeks before Easter."""
BLOCKS: Final[tuple[Reason, ...]] = (
    "DISPUTED", "PROMISED", "ON_HOLD", "ON_PAYMENT_PLAN", "DIRECT_DEBIT_RUNNING", "HANDED_OVER", "PUBLIC_LAW_DEBT",
    "EARLIER_DAYS_NOT_COVERED", *sorted(ASKING_BLOCKS),
)  # fmt: skip
ACCOUNT_BLOCKS: Final[tuple[Reason, ...]] = (
    "ON_HOLD", "HOLD_ENDED", "MONEY_TO_PLACE", "CONSUMER_ABROAD", "HELD_BY_CLIENT",
)  # fmt: skip
TO_MEND: Final[tuple[Reason, ...]] = (
    "MESSAGE_AMBIGUOUS", "MESSAGE_REFUSED", "CLAIM_FACTS_MISSING", "DEBTOR_ABROAD",
)  # fmt: skip
COUNTED: Final = ("CALENDAR", "WORKING")
CHANNELS: Final = (("EMAIL",), ("POST",), ("EMAIL", "POST"), ("POST", "EMAIL"))
BREADTHS: Final = get_args(Breadth)
TAGS: Final = ("gevoelig", "vaste-klant")


def after(days: int, start: date = DUE) -> date:
    """Return the day that many days after the due date."""
    return start + timedelta(days=days)


def written(parts: Mapping[str, Any]) -> str:
    """Return a strategy as the text that a person would write."""
    lines = [
        f"{key} = {json.dumps(value)}" for key, value in parts.items() if not isinstance(value, dict | list)
    ]
    for name, part in parts.items():
        rows = part if isinstance(part, list) else [part] if isinstance(part, dict) else []
        for row in rows:
            lines.append(f"[[{name}]]" if isinstance(part, list) else f"[{name}]")
            lines += [f"{key} = {json.dumps(value)}" for key, value in row.items()]
    return "\n".join(lines)


def once_in(chance: Random, times: int) -> bool:
    """Test if what is rare happens."""
    return chance.randrange(times) == 0


def _some(chance: Random, given: dict[str, Any]) -> dict[str, Any]:
    """Return some of these values."""
    return {key: value for key, value in given.items() if once_in(chance, 3)}


def _few(chance: Random, codes: Sequence[Any], least: int = 1) -> list[Any]:
    return chance.sample(list(codes), chance.randint(least, len(codes)))


def _stages(chance: Random) -> list[dict[str, Any]]:
    stages: list[dict[str, Any]] = []
    days = 0
    for key in sorted(_few(chance, STAGE_KEYS), key=STAGE_KEYS.index):
        is_courtesy = key == "COURTESY_NOTICE"
        days = chance.randint(-10, -1) if is_courtesy else max(days, 0) + chance.randint(1, 15)
        stage = {
            "key": key,
            "days": days,
            "term_days": chance.randint(0 if is_courtesy else 3, 21),
            "channels": chance.choice(CHANNELS),
        }
        more = {
            "counted": chance.choice(COUNTED),
            "term_counted": chance.choice(COUNTED),
            "days_after_previous": chance.randint(0, 20),
            "enabled": False,
        }
        stages.append(stage | _some(chance, more))
    if not any(stage.get("enabled", True) for stage in stages):
        stages[-1]["enabled"] = True
    return stages


def _after_incident(chance: Random) -> dict[str, Any]:
    act = chance.choice(["ASK", "CONTINUE", "REMIND", "REMIND"])
    if act != "REMIND":
        return {"act": act}
    return {
        "act": act,
        "days": chance.randint(0, 6),
        "counted": chance.choice(COUNTED),
        "term_days": chance.randint(3, 10),
        "channels": chance.choice(CHANNELS),
    }


def _for_whom(chance: Random) -> dict[str, Any]:
    conditions = {
        "debtor": _few(chance, get_args(DebtorKind)),
        "open_from_cents": chance.randint(0, 20_000),
        "open_below_cents": chance.randint(1, 60_000),
        "late_from_days": chance.randint(0, 60),
        "late_below_days": chance.randint(1, 120),
        "languages": _few(chance, ("nl", "en")),
        "tags": _few(chance, TAGS),
        "history": _few(chance, get_args(PaymentHistory)),
        "new_customer": once_in(chance, 2),
    }
    return dict(chance.sample(sorted(conditions.items()), chance.randint(0, 2)))


def any_strategy(chance: Random, *, for_everybody: bool = False) -> Strategy:
    """Return a strategy, read from its text."""
    parts: dict[str, Any] = {"name": chance.choice("ABCDE"), "version": chance.randint(1, 1_000_000)}
    if not for_everybody:
        parts["for_whom"] = _for_whom(chance)
    parts["manners"] = {
        "days_between_reminders": chance.randint(1, 14),
        "minimum_cents": chance.choice([0, 500, 5_000]),
        "days_after_term": chance.randint(0, 5),
    } | _some(
        chance,
        {
            "reminders_a_month": chance.randint(1, 4),
            "days_after_complaint": chance.randint(0, 20),
            "weekdays": _few(chance, WEEKDAYS),
        },
    )
    pauses = {key: chance.choice(BREADTHS) for key in ("dispute", "promise", "payment_plan")}
    parts["pauses"] = _some(chance, pauses)
    parts["stages"] = _stages(chance)
    for incident in _few(chance, INCIDENTS, least=0):
        parts[f"after.{incident.lower()}"] = _after_incident(chance)
    asks = {"days_before_insurer": chance.randint(0, 30), "days_before_time_bar": chance.randint(0, 120)}
    parts["asks"] = _some(chance, asks)
    parts["end"] = {
        "act": chance.choice(["HAND_OVER", "HAND_OVER", "WRITE_OFF", "ASK"]),
        "days_after_term": chance.randint(0, 10),
    } | _some(chance, {"write_off_below_cents": chance.randint(0, 20_000)})
    return read_strategy(written(parts))


def any_strategies(chance: Random) -> Strategies:
    """Return the strategies of a client: an ordered list, and one that a person may have chosen."""
    ordered = [any_strategy(chance) for _ in range(chance.choice([1, 1, 2, 3]))]
    if once_in(chance, 2):
        ordered[-1] = any_strategy(chance, for_everybody=True)
    return Strategies(ordered, {"eigen": any_strategy(chance)} if once_in(chance, 3) else {})


def any_invoice(chance: Random, number: int, on: date) -> InvoiceFacts:
    """Return an open invoice as it can be on a day."""
    facts: dict[str, Any] = {}
    if once_in(chance, 2):
        reminded_on = after(-chance.randint(0, 40), on)
        facts = {
            "stage": chance.choice([None, *STAGE_KEYS]),
            "reminded_on": reminded_on,
            "pay_by": after(chance.randint(3, 20), reminded_on),
        }
    if once_in(chance, 5):
        until = after(chance.randint(1, 60), on) if once_in(chance, 2) else None
        facts |= {"block": chance.choice(BLOCKS), "block_until": until}
    if once_in(chance, 5):
        facts |= {"incident": chance.choice(INCIDENTS), "incident_on": after(-chance.randint(0, 30), on)}
    if once_in(chance, 5):
        facts["deadlines"] = tuple(
            Deadline(
                kind, after(chance.randint(-20, 90) if kind == "INSURER" else chance.randint(60, 500), on)
            )
            for kind in _few(chance, ("INSURER", "TIME_BAR"))
        )
    if once_in(chance, 5):
        facts["skips"] = tuple(chance.sample([*STAGE_KEYS, *INCIDENTS], chance.randint(1, 3)))
    if once_in(chance, 5):
        facts["sooner"] = after(-chance.randint(0, 40), on)
    if once_in(chance, 2):
        answer_by = after(chance.randint(-20, 10), on)
        stage = chance.choice([*STAGE_KEYS, *INCIDENTS])
        facts["client_answer"] = ClientAnswer(
            stage, answer_by, chance.choice(["GO", "NOTHING"]), once_in(chance, 2)
        )
    return InvoiceFacts(number, after(chance.randint(-50, 20), on), chance.randint(1, 30_000), **facts)


def any_account(chance: Random, on: date) -> AccountFacts:
    """Return an account as it can be on a day."""
    block = chance.choice(ACCOUNT_BLOCKS) if once_in(chance, 8) else None
    invoices = [any_invoice(chance, number, on) for number in range(1, chance.randint(2, 5))]
    return AccountFacts(
        id=7,
        invoices=tuple(sorted(invoices, key=lambda one: (one.due_date, one.id))),
        is_person=once_in(chance, 2),
        channels=chance.choice([(), ("EMAIL",), ("POST",), ("EMAIL", "POST"), ("EMAIL", "POST")]),
        block=block,
        block_until=after(chance.randint(1, 60), on) if block and once_in(chance, 2) else None,
        ask=chance.choice(TO_MEND) if once_in(chance, 8) else None,
        last_reminder_on=after(-chance.randint(0, 30), on) if once_in(chance, 2) else None,
        kind=chance.choice(get_args(DebtorKind)),
        language=chance.choice(["nl", "en"]),
        tags=frozenset(_few(chance, TAGS, least=0)),
        history=chance.choice(get_args(PaymentHistory)),
        first_invoice_on=after(-chance.randint(0, 200), on) if once_in(chance, 2) else None,
        complained_on=after(-chance.randint(0, 25), on) if once_in(chance, 6) else None,
        recent_reminders=tuple(after(-chance.randint(0, 29), on) for _ in range(chance.randint(0, 3))),
        channel=chance.choice(["EMAIL", "POST"]) if once_in(chance, 6) else None,
        strategy=chance.choice(["eigen", "onbekend"]) if once_in(chance, 4) else None,
    )


def any_day(chance: Random, on: date) -> DayFacts:
    """Return what holds for a client on a day."""
    return day_facts(
        on,
        truth_until=chance.choice([None, on, on, on, on, after(-10, on), after(-30, on)]),
        truth_is_fresh=not once_in(chance, 6),
        by_agency=once_in(chance, 2),
        asks_first=once_in(chance, 3),
        silence_goes=once_in(chance, 2),
    )


def day_facts(on: date, **facts: Any) -> DayFacts:
    """Return what holds on a day, with the days of contact as the law has them."""
    given = {"truth_until": on, "truth_is_fresh": True} | facts
    contact_day = day_allowed(on)
    following = allowed(datetime.combine(on, time(23))).next_allowed.date()
    return DayFacts(
        on=on, contact_day=contact_day, next_contact_day=None if contact_day else following, **given
    )


def moved(day: DayFacts, on: date) -> DayFacts:
    """Return another day on which nothing else is known."""
    calendar = day_facts(on)
    return day._replace(on=on, contact_day=calendar.contact_day, next_contact_day=calendar.next_contact_day)


def any_case(chance: Random) -> tuple[AccountFacts, Strategies, DayFacts]:
    """Return an account, the strategies of its client, and a day between February and July with its holidays."""
    on = after(chance.randint(-30, 120))
    return any_account(chance, on), any_strategies(chance), any_day(chance, on)


CASES: Final = CHANCES.map(any_case)
