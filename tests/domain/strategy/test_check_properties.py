"""Whatever somebody writes: what the check lets through keeps the law, and loses no stage."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from voldaan.domain.law.notice import notice_term
from voldaan.domain.strategy.check import check, check_list
from voldaan.domain.strategy.found import reaches
from voldaan.domain.strategy.strategy import (
    NOTICE,
    STAGE_KEYS,
    WEEKDAYS,
    Channel,
    End,
    ForWhom,
    Manners,
    Stage,
    Strategy,
)
from voldaan.domain.strategy.walk import walk

DUE = date(2026, 9, 30)
SUMMER = date(2027, 7, 5)
"""No holiday comes for months."""
WAYS: st.SearchStrategy[tuple[Channel, ...]] = st.sampled_from(
    [("EMAIL",), ("POST",), ("EMAIL", "POST"), ("POST", "EMAIL")]
)


def seldom(usual: object, *others: object) -> st.SearchStrategy[Any]:
    """Return the usual value three times in four."""
    return st.integers(0, 3).flatmap(
        lambda chance: st.sampled_from(others) if chance == 3 else st.just(usual)
    )


@st.composite
def written(draw: st.DrawFn, *, costs: bool = False) -> Strategy:
    """Return a strategy as the language could give it; with `costs` one that means to ask them of a consumer."""
    keys = draw(st.sets(st.sampled_from(STAGE_KEYS[1:]), min_size=1)) | ({NOTICE} if costs else set())
    days = 0
    stages: tuple[Stage, ...] = ()
    for key in (key for key in STAGE_KEYS if key in keys):
        days += draw(st.integers(min_value=1, max_value=25))
        stage = Stage(
            key=key,
            days=days,
            counted=draw(seldom("CALENDAR", "WORKING")),
            days_after_previous=draw(seldom(0, 10, 20)),
            term_days=draw(st.integers(13, 25) if key == NOTICE else st.integers(3, 14)),
            term_counted=draw(seldom("CALENDAR", "WORKING")),
            channels=draw(WAYS),
            text=draw(seldom("", *STAGE_KEYS)),
        )
        stages = (*stages, stage)
    return Strategy(
        name="Geschreven",
        version=1,
        for_whom=ForWhom(
            debtor=draw(seldom((), ("PERSON",), ("BUSINESS",), ("PUBLIC_BODY", "PERSON"))),
            late_below_days=draw(seldom(None, 30, 90)),
            new_customer=draw(seldom(None, True)),
        ),
        manners=Manners(
            days_between_reminders=draw(st.integers(5, 30)),
            minimum_cents=500,
            days_after_term=draw(st.integers(min_value=0, max_value=5)),
            weekdays=frozenset(draw(st.sets(st.integers(0, len(WEEKDAYS) - 1), min_size=1))),
        ),
        stages=stages,
        end=End(
            act="HAND_OVER", days_after_term=draw(st.integers(0, 5)), with_costs=costs or draw(st.booleans())
        ),
        digest="",
    )


@given(strategy=written(costs=True), ahead=st.integers(min_value=0, max_value=1200))
@settings(max_examples=80)
def test_what_is_not_refused_hands_nobody_over_with_costs_before_a_notice_has_run_out(
    strategy: Strategy, ahead: int
) -> None:
    if any(one.severity == "REFUSED" for one in check(strategy)):
        return
    walked = walk(strategy, DUE + timedelta(days=ahead))
    if strategy.end.with_costs and reaches(strategy, "PERSON"):
        notice = next(one for one in walked.messages if one.stage.key == NOTICE)
        assert notice.stage.wording == NOTICE
        by = notice.stage.channels[0]
        assert walked.ends_on >= notice_term(notice.on, by=by).careful_costs_due_from
        assert walked.after_due(notice) >= 2
    assert [one.stage for one in walked.messages] == list(strategy.stages)


@given(strategy=written())
@settings(max_examples=50)
def test_every_stage_that_is_not_refused_can_come_while_the_strategy_is_for_somebody(
    strategy: Strategy,
) -> None:
    refused = [one for one in check(strategy) if one.severity == "REFUSED"]
    whom = strategy.for_whom
    soonest = min(
        (walk(strategy, SUMMER + timedelta(days=ahead)) for ahead in range(7)),
        key=lambda walked: walked.after_due(walked.messages[-1]),
    )
    last = soonest.after_due(soonest.messages[-1])
    if not refused:
        assert whom.late_below_days is None or last < whom.late_below_days
        assert not whom.new_customer or last < 90


@given(strategies=st.lists(written(), max_size=4), by_agency=st.booleans())
@settings(max_examples=25)
def test_a_finding_is_always_a_sentence(strategies: list[Strategy], by_agency: bool) -> None:
    found = [*check_list(strategies, by_agency), *(one for strategy in strategies for one in check(strategy))]
    for finding in found:
        assert "{" not in finding.nl + finding.en
        assert finding.nl.endswith(".")
        assert finding.en.endswith(".")
        assert finding.severity == "REFUSED" or finding.source("nl")
