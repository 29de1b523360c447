"""Whole periods of one account: walking from change to change gives what walking every day gives."""

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.facts import AccountFacts, DayFacts, Deadline, InvoiceFacts
from voldaan.domain.strategy.replay import Course, Days, replay
from voldaan.domain.strategy.standing import Standing
from voldaan.domain.strategy.strategy import (
    EVERYBODY,
    INCIDENTS,
    STAGE_KEYS,
    After,
    Asks,
    End,
    ForWhom,
    Manners,
    Pauses,
    Stage,
    Strategy,
)
from voldaan.domain.workdays import add_working_days

FIRST = date(2026, 3, 2)
"""A Monday."""
LAST = FIRST + timedelta(days=75)
EVERY_DAY = frozenset(range(7))


def later(days: int) -> date:
    return FIRST + timedelta(days=days)


class EveryDay:
    """A course of which each day could be another: nothing is skipped."""

    def __init__(self, course: Course) -> None:
        self.course = course

    def on(self, day: date) -> AccountFacts | None:
        return self.course.on(day)

    def changes_after(self, day: date) -> date | None:
        return day + timedelta(days=1)


def some_days(chance: Random) -> Days:
    """Return days of a business or an agency, of a client who is asked first or not, with a truth that stands still."""
    by_agency, asks_first, silence_goes = (chance.random() < 0.3 for _ in range(3))
    stale_from = chance.choice([LAST, LAST, later(20)])
    moves = [stale_from, later(50)]

    def made(on: date) -> DayFacts:
        sunday = on.weekday() == 6
        fresh = on < stale_from or on >= later(50)
        return DayFacts(
            on=on, truth_until=date.max if fresh else later(15), truth_is_fresh=fresh, by_agency=by_agency,
            contact_day=not sunday, next_contact_day=on + timedelta(days=1) if sunday else None,
            asks_first=asks_first, silence_goes=silence_goes,
        )  # fmt: skip

    return Days(made, truth_moves=moves, answer_by=lambda on: add_working_days(on, 2))


def some_stage(chance: Random, key: str) -> Stage:
    return Stage(
        key=key,
        days=chance.randint(-5, -1) if key == "COURTESY_NOTICE" else chance.randint(0, 30),
        counted=chance.choice(["CALENDAR", "WORKING"]),
        days_after_previous=chance.choice([0, 0, 20]),
        term_days=chance.randint(0, 14),
        term_counted=chance.choice(["CALENDAR", "WORKING"]),
        channels=chance.choice([("EMAIL",), ("POST",), ("EMAIL", "POST")]),
    )


def some_strategy(chance: Random, name: str) -> Strategy:
    ladder = sorted(chance.sample(STAGE_KEYS, chance.randint(1, 5)), key=STAGE_KEYS.index)
    whom = ForWhom(
        late_from_days=chance.choice([0, 10]),
        late_below_days=chance.choice([None, 30]),
        open_from_cents=chance.choice([0, 5000]),
        new_customer=chance.choice([None, True, False]),
    )
    return Strategy(
        name=name,
        version=1,
        for_whom=chance.choice([EVERYBODY, whom]),
        manners=Manners(
            days_between_reminders=chance.randint(1, 15),
            minimum_cents=chance.choice([0, 2000, 20_000]),
            days_after_term=chance.randint(0, 4),
            reminders_a_month=chance.choice([None, 1, 2]),
            days_after_complaint=chance.randint(0, 10),
            weekdays=chance.choice([EVERY_DAY, EVERY_DAY, frozenset({0, 3}), frozenset({4})]),
        ),
        pauses=Pauses(
            dispute=chance.choice(["INVOICE", "ACCOUNT"]), promise=chance.choice(["INVOICE", "ACCOUNT"])
        ),
        stages=tuple(some_stage(chance, key) for key in ladder),
        after={
            incident: After(
                act=chance.choice(["REMIND", "ASK", "CONTINUE"]), stage=some_stage(chance, incident)
            )
            for incident in INCIDENTS
        },
        asks=Asks(days_before_insurer=chance.randint(0, 20), days_before_time_bar=chance.randint(0, 90)),
        end=End(
            act=chance.choice(["HAND_OVER", "HAND_OVER", "WRITE_OFF", "ASK"]),
            days_after_term=chance.randint(0, 5),
            write_off_below_cents=chance.choice([0, 3000]),
        ),
        digest=name,
    )


def some_block(chance: Random) -> dict[str, object]:
    until = later(chance.randint(1, 60))
    return chance.choice(
        [
            *[{"block": because, "block_until": until} for because in ("DISPUTED", "PROMISED", "DIRECT_DEBIT_RUNNING")],
            *[{"block": "ON_HOLD", "hold": kind, "block_until": until} for kind in ("PERSON_ASKED", "DECEASED")],
            {"block": "ON_PAYMENT_PLAN"},
        ]
    )  # fmt: skip


def some_invoice(chance: Random, number: int) -> InvoiceFacts:
    facts = some_block(chance) if chance.random() < 0.3 else {}
    if chance.random() < 0.4:
        on = later(-chance.randint(0, 30))
        term = on + timedelta(days=chance.randint(0, 20))
        facts |= {"stage": chance.choice(STAGE_KEYS), "reminded_on": on, "pay_by": term}
    elif chance.random() < 0.2:
        facts |= {"incident": chance.choice(INCIDENTS), "incident_on": later(-chance.randint(0, 20))}
    if chance.random() < 0.2:
        facts["deadlines"] = (
            Deadline(chance.choice(["INSURER", "TIME_BAR"]), later(chance.randint(0, 120))),
        )
    if chance.random() < 0.15:
        facts["sooner"] = later(chance.randint(-20, 40))
    if chance.random() < 0.15:
        facts["skips"] = (chance.choice(STAGE_KEYS),)
    cents = chance.choice([500, 2500, 15_000])
    return InvoiceFacts(number, later(chance.randint(-60, 60)), cents, **facts)  # type: ignore[arg-type]


def some_account(chance: Random) -> AccountFacts:
    owed = [some_invoice(chance, number) for number in range(1, chance.randint(1, 4) + 1)]
    last = max((one.reminded_on for one in owed if one.reminded_on), default=None)
    facts = some_block(chance) if chance.random() < 0.15 else {}
    return AccountFacts(
        7,
        tuple(sorted(owed, key=lambda one: (one.due_date, one.id))),
        chance.random() < 0.5,
        chance.choice([("EMAIL", "POST"), ("POST",), ("EMAIL",)]),
        last_reminder_on=last,
        kind=chance.choice(["PERSON", "BUSINESS"]),
        first_invoice_on=chance.choice([None, later(-80), later(-200)]),
        complained_on=chance.choice([None, None, later(-3)]),
        recent_reminders=() if last is None else (last,),
        **facts,  # type: ignore[arg-type]
    )


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_walking_from_change_to_change_is_walking_every_day(seed: int) -> None:
    chance = Random(seed)
    course = Standing(some_account(chance))
    followed = Strategies([some_strategy(chance, name) for name in chance.choice(["a", "ab"])])
    days = some_days(chance)
    skipping = list(replay(course, followed, days, FIRST, LAST))
    assert skipping == list(replay(EveryDay(course), followed, days, FIRST, LAST))
