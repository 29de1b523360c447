"""On which day a stage comes: just before, on and just after, by the calendar of people and of the law.

DUE is Monday 2 March 2026. In that spring Good Friday is 3 April, Easter Monday 6 April, the King's birthday Monday
27 April, Liberation Day Tuesday 5 May, Ascension Day 14 May, and 15 May is equated with a holiday by decree.
"""

from datetime import date

import pytest

from tests.domain.strategy.any_facts import DUE, after
from tests.domain.strategy.tables import (
    COURTESY,
    FIRST,
    LAST,
    SECOND,
    decided,
    invoice,
    said,
    strategy_of,
    told,
)
from voldaan.domain.strategy.facts import InvoiceFacts
from voldaan.domain.strategy.looks import pay_by
from voldaan.domain.strategy.strategy import Stage

WORKING = strategy_of(FIRST | {"counted": "WORKING"}, SECOND | {"counted": "WORKING"})


@pytest.mark.parametrize(
    ("due", "first"),
    [
        ("2026-03-02", "2026-03-05"),  # Monday to Thursday
        ("2026-03-04", "2026-03-09"),  # over a weekend
        ("2026-03-07", "2026-03-11"),  # due on a Saturday
        ("2026-04-01", "2026-04-08"),  # over Good Friday, Easter and its Monday
        ("2026-04-24", "2026-04-30"),  # over the King's birthday
        ("2026-05-01", "2026-05-07"),  # over Liberation Day
        ("2026-05-13", "2026-05-20"),  # over Ascension Day and the equated Friday
        ("2026-12-23", "2026-12-29"),  # over Christmas
        ("2026-12-30", "2027-01-05"),  # over New Year
    ],
)
@pytest.mark.parametrize(("late", "act"), [(-1, "WAIT"), (0, "REMIND"), (1, "REMIND")])
def test_three_working_days_after_the_due_date(due: str, first: str, late: int, act: str) -> None:
    on = after(late, date.fromisoformat(first))
    decision = decided(on, invoice(due=date.fromisoformat(due)), by=WORKING)
    assert decision.act == act
    if act == "WAIT":
        assert decision.until == date.fromisoformat(first)


@pytest.mark.parametrize(
    ("additional", "first"),
    [((), "2026-03-05"), (("2026-03-04",), "2026-03-06"), (("2026-03-07",), "2026-03-05")],
)
def test_a_holiday_of_a_later_decree_is_no_working_day(additional: tuple[str, ...], first: str) -> None:
    days = frozenset(date.fromisoformat(one) for one in additional)
    assert decided(DUE, by=WORKING, day={"additional_holidays": days}).until == date.fromisoformat(first)


@pytest.mark.parametrize(
    ("given", "sent", "last_day"),
    [
        ({"term_days": 7}, "2026-03-05", "2026-03-12"),
        ({"term_days": 9}, "2026-03-05", "2026-03-16"),  # would end on a Saturday
        ({"term_days": 10}, "2026-03-05", "2026-03-16"),  # would end on a Sunday
        ({"term_days": 7}, "2026-03-30", "2026-04-07"),  # would end on Easter Monday
        ({"term_days": 7}, "2026-04-28", "2026-05-06"),  # would end on Liberation Day
        ({"term_days": 5, "term_counted": "WORKING"}, "2026-03-05", "2026-03-12"),
        ({"term_days": 5, "term_counted": "WORKING"}, "2026-04-01", "2026-04-10"),
    ],
)
def test_the_last_day_of_a_term(given: dict[str, int], sent: str, last_day: str) -> None:
    stage = Stage(key="FIRST_REMINDER", days=3, channels=("EMAIL",), **given)  # type: ignore[arg-type]
    assert pay_by(stage, DUE, date.fromisoformat(sent)) == date.fromisoformat(last_day)


def test_a_term_over_a_holiday_of_a_later_decree() -> None:
    stage = Stage(key="FIRST_REMINDER", days=3, term_days=7, channels=("EMAIL",))
    assert pay_by(stage, DUE, after(3), additional=[after(10)]) == after(11)


class TestTheSecondStage:
    """Its days after the due date, its days after the previous message, the spacing, the term: what comes last."""

    @pytest.mark.parametrize(
        ("first_sent", "more", "day"),
        [
            (3, {}, 14),
            (4, {}, 14),
            (5, {}, 15),  # the term of seven days and two more are over on day 15
            (30, {}, 40),
            (3, {"days_after_previous": 11}, 14),
            (3, {"days_after_previous": 12}, 15),
            (6, {"days_after_previous": 12}, 18),
        ],
    )
    @pytest.mark.parametrize(("late", "act"), [(-1, "WAIT"), (0, "REMIND"), (1, "REMIND")])
    def test_comes_on_the_last_of_these(
        self, first_sent: int, more: dict[str, int], day: int, late: int, act: str
    ) -> None:
        by = strategy_of(FIRST, SECOND | more, LAST)
        decision = decided(after(day + late), told("FIRST_REMINDER", first_sent), by=by)
        assert said(decision) == (
            f"WAIT {decision.because} until {day}" if act == "WAIT" else "REMIND SECOND_REMINDER"
        )

    @pytest.mark.parametrize(("spacing", "day"), [(10, 14), (11, 14), (12, 15), (20, 23)])
    def test_waits_for_the_spacing(self, spacing: int, day: int) -> None:
        by = strategy_of(manners={"days_between_reminders": spacing})
        assert said(decided(after(13), told("FIRST_REMINDER", 3), by=by)).endswith(f" until {day}")

    @pytest.mark.parametrize(("grace", "day"), [(0, 14), (3, 14), (4, 15), (5, 16)])
    def test_waits_for_the_days_that_a_payment_is_under_way(self, grace: int, day: int) -> None:
        by = strategy_of(manners={"days_after_term": grace})
        assert said(decided(after(13), told("FIRST_REMINDER", 3), by=by)).endswith(f" until {day}")

    @pytest.mark.parametrize(("days", "because"), [(12, "TERM_RUNNING"), (13, "STAGE_NOT_REACHED")])
    def test_says_whether_the_term_is_running(self, days: int, because: str) -> None:
        assert decided(after(days), told("FIRST_REMINDER", 3)).because == because


class TestCourtesyNotice:
    BY = strategy_of(COURTESY, FIRST, SECOND)

    @pytest.mark.parametrize(
        ("days", "says"),
        [
            (-4, "WAIT NOT_YET_DUE until -3"),
            (-3, "REMIND COURTESY_NOTICE"),
            (0, "REMIND COURTESY_NOTICE"),
            (1, "WAIT STAGE_NOT_REACHED until 3"),
            (3, "REMIND FIRST_REMINDER"),
        ],
    )
    def test_only_until_the_due_date(self, days: int, says: str) -> None:
        assert said(decided(after(days), by=self.BY)) == says

    @pytest.mark.parametrize(
        ("days", "says"), [(9, "WAIT STAGE_NOT_REACHED until 10"), (10, "REMIND FIRST_REMINDER")]
    )
    def test_its_spacing_holds_for_the_first_reminder(self, days: int, says: str) -> None:
        sent = invoice(due=after(6), stage="COURTESY_NOTICE", reminded_on=after(3), pay_by=after(6))
        assert said(decided(after(days), sent, by=self.BY, last_reminder_on=after(3))) == says

    @pytest.mark.parametrize(
        ("days", "says"), [(-1, "ASK NO_ADDRESS until 1"), (1, "WAIT STAGE_NOT_REACHED until 3")]
    )
    def test_its_end_is_the_end_of_what_keeps_it_here(self, days: int, says: str) -> None:
        assert said(decided(after(days), by=self.BY, channels=())) == says

    def test_an_invoice_that_is_not_due_is_not_in_a_reminder(self) -> None:
        late, early = invoice(1), invoice(2, due=after(5))
        decision = decided(after(3), late, early, by=self.BY)
        assert (decision.stage, decision.invoices) == ("FIRST_REMINDER", (1,))
        assert decision.others[0].because != "ALSO_OPEN"


class TestSkipped:
    @pytest.mark.parametrize(
        ("skips", "invoice_told", "days", "says"),
        [
            ((), invoice(), 28, "REMIND FIRST_REMINDER"),
            (("FIRST_REMINDER",), invoice(), 13, "WAIT STAGE_NOT_REACHED until 14"),
            (("FIRST_REMINDER",), invoice(), 14, "REMIND SECOND_REMINDER"),
            (("FIRST_REMINDER", "SECOND_REMINDER"), invoice(), 28, "REMIND PRE_COLLECTION"),
            (("SECOND_REMINDER",), told("FIRST_REMINDER", 3), 27, "WAIT STAGE_NOT_REACHED until 28"),
            (("SECOND_REMINDER",), told("FIRST_REMINDER", 3), 28, "REMIND PRE_COLLECTION"),
            (("FIRST_REMINDER",), told("FIRST_REMINDER", 3), 14, "REMIND SECOND_REMINDER"),
            (("PRE_COLLECTION",), told("SECOND_REMINDER", 14), 24, "WAIT TERM_RUNNING until 25"),
            (("PRE_COLLECTION",), told("SECOND_REMINDER", 14), 25, "HAND_OVER READY_FOR_HAND_OVER"),
            (("COURTESY_NOTICE",), invoice(), 3, "REMIND FIRST_REMINDER"),
        ],
    )
    def test_the_stages_after_it_keep_their_days(
        self, skips: tuple[str, ...], invoice_told: InvoiceFacts, days: int, says: str
    ) -> None:
        assert said(decided(after(days), invoice_told._replace(skips=skips))) == says

    def test_who_was_told_nothing_is_not_handed_over(self) -> None:
        every = invoice(skips=("FIRST_REMINDER", "SECOND_REMINDER", "PRE_COLLECTION"))
        assert said(decided(after(3), every)) == "WAIT TERM_RUNNING until 4"
        assert said(decided(after(4), every)) == "ASK LAST_TERM_PASSED"

    def test_a_courtesy_notice_passed_over(self) -> None:
        by = strategy_of(COURTESY, FIRST)
        assert (
            said(decided(after(-1), invoice(skips=("COURTESY_NOTICE",)), by=by)) == "WAIT NOT_YET_DUE until 3"
        )


class TestSooner:
    @pytest.mark.parametrize(
        ("sooner", "days", "says"),
        [
            (-5, 0, "WAIT NOT_YET_DUE until 1"),
            (-5, 1, "REMIND FIRST_REMINDER"),
            (2, 1, "WAIT STAGE_NOT_REACHED until 2"),
            (2, 2, "REMIND FIRST_REMINDER"),
            (9, 3, "REMIND FIRST_REMINDER"),
        ],
    )
    def test_not_before_the_day_after_the_due_date(self, sooner: int, days: int, says: str) -> None:
        assert said(decided(after(days), invoice(sooner=after(sooner)))) == says

    @pytest.mark.parametrize(("days", "act"), [(29, "WAIT"), (30, "REMIND")])
    def test_not_within_the_term_that_was_given(self, days: int, act: str) -> None:
        by = strategy_of(FIRST, SECOND | {"days": 60})
        assert decided(after(days), told("FIRST_REMINDER", 20, sooner=after(21)), by=by).act == act

    @pytest.mark.parametrize(("days", "act"), [(34, "WAIT"), (35, "REMIND")])
    def test_not_within_the_spacing(self, days: int, act: str) -> None:
        by = strategy_of(FIRST, SECOND | {"days": 60}, manners={"days_between_reminders": 15})
        assert decided(after(days), told("FIRST_REMINDER", 20, sooner=after(21)), by=by).act == act

    @pytest.mark.parametrize("sooner", [3, 20])
    def test_is_for_one_message(self, sooner: int) -> None:
        by = strategy_of(FIRST, SECOND | {"days": 60})
        used = told("FIRST_REMINDER", 20, sooner=after(sooner))
        assert said(decided(after(40), used, by=by)) == "WAIT STAGE_NOT_REACHED until 60"


class TestAStrategyThatChanged:
    """The place among the stages goes by the order of the trade, so that nobody starts again and nobody is skipped."""

    @pytest.mark.parametrize(
        ("had", "stages", "says"),
        [
            ("SECOND_REMINDER", (FIRST, LAST), "REMIND PRE_COLLECTION"),
            ("FIRST_REMINDER", (SECOND, LAST), "REMIND SECOND_REMINDER"),
            ("PRE_COLLECTION", (FIRST, SECOND), "HAND_OVER READY_FOR_HAND_OVER"),
            ("COURTESY_NOTICE", (FIRST, SECOND), "REMIND FIRST_REMINDER"),
            ("SECOND_PRE_COLLECTION", (FIRST, SECOND, LAST), "HAND_OVER READY_FOR_HAND_OVER"),
            ("FIRST_REMINDER", (FIRST, LAST), "REMIND PRE_COLLECTION"),
        ],
    )
    def test_goes_on_from_where_the_invoice_was(
        self, had: str, stages: tuple[dict[str, int], ...], says: str
    ) -> None:
        assert said(decided(after(60), told(had, 30), by=strategy_of(*stages))) == says

    def test_a_stage_that_is_switched_off_loses_nobodys_place(self) -> None:
        by = strategy_of(FIRST, SECOND | {"enabled": False}, LAST)
        assert said(decided(after(60), told("SECOND_REMINDER", 30), by=by)) == "REMIND PRE_COLLECTION"
