"""What keeps a message here for a day: each rule just before, on and just after, and which goes before which."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.domain.strategy.any_facts import DUE, after
from tests.domain.strategy.tables import (
    COURTESY,
    FIRST,
    LAST,
    SECOND,
    decided,
    invoice,
    others,
    said,
    strategy_of,
    told,
)
from voldaan.domain.strategy.facts import Deadline

LATE = after(30)
"""A Wednesday on which the first reminder is due."""
REMIND = "REMIND FIRST_REMINDER"


class TestSpacing:
    @pytest.mark.parametrize(
        ("spacing", "ago", "says"),
        [
            (7, 0, "WAIT REMINDED_RECENTLY until 37"),
            (7, 6, "WAIT REMINDED_RECENTLY until 31"),
            (7, 7, REMIND),
            (7, 8, REMIND),
            (1, 0, "WAIT REMINDED_RECENTLY until 31"),
            (1, 1, REMIND),
        ],
    )
    def test_days_lie_between_two_messages_of_an_account(self, spacing: int, ago: int, says: str) -> None:
        by = strategy_of(manners={"days_between_reminders": spacing})
        assert said(decided(LATE, by=by, last_reminder_on=after(30 - ago))) == says


class TestComplaint:
    @pytest.mark.parametrize(
        ("days", "ago", "says"),
        [
            (None, 0, "WAIT COMPLAINED_RECENTLY until 38"),
            (None, 7, "WAIT COMPLAINED_RECENTLY until 31"),
            (None, 8, REMIND),
            (0, 0, "WAIT COMPLAINED_RECENTLY until 31"),
            (0, 1, REMIND),
            (14, 14, "WAIT COMPLAINED_RECENTLY until 31"),
            (14, 15, REMIND),
        ],
    )
    def test_no_reminder_in_the_days_after_one(self, days: int | None, ago: int, says: str) -> None:
        by = strategy_of(manners={} if days is None else {"days_after_complaint": days})
        assert said(decided(LATE, by=by, complained_on=after(30 - ago))) == says


class TestTheMonth:
    """In any thirty days: the day itself and the twenty-nine before it."""

    @pytest.mark.parametrize(
        ("most", "ago", "says"),
        [
            (1, (29,), "WAIT ENOUGH_THIS_MONTH until 31"),
            (1, (30,), REMIND),
            (2, (29,), REMIND),
            (2, (29, 10), "WAIT ENOUGH_THIS_MONTH until 31"),
            (2, (10, 29), "WAIT ENOUGH_THIS_MONTH until 31"),
            (2, (30, 10), REMIND),
            (2, (10, 10), "WAIT ENOUGH_THIS_MONTH until 50"),
            (1, (20, 10), "WAIT ENOUGH_THIS_MONTH until 50"),
            (3, (29, 29, 10), "WAIT ENOUGH_THIS_MONTH until 31"),
            (None, (1, 2, 3, 4, 5), REMIND),
        ],
    )
    def test_holds_as_many_as_the_strategy_says(
        self, most: int | None, ago: tuple[int, ...], says: str
    ) -> None:
        by = strategy_of(manners={} if most is None else {"reminders_a_month": most})
        days = tuple(after(30 - one) for one in ago)
        assert said(decided(LATE, by=by, recent_reminders=days)) == says


class TestTheMinimum:
    @pytest.mark.parametrize(("cents", "says"), [(499, "WAIT TOO_SMALL"), (500, REMIND), (501, REMIND)])
    def test_is_of_what_is_due_together(self, cents: int, says: str) -> None:
        assert said(decided(LATE, invoice(cents=cents))) == says
        assert said(decided(LATE, invoice(1, cents=cents - 200), invoice(2, cents=200))) == says

    def test_what_is_not_due_does_not_count_until_it_is(self) -> None:
        small, coming = invoice(1, cents=400), invoice(2, due=after(33), cents=400)
        assert said(decided(LATE, small, coming)) == "WAIT TOO_SMALL until 36"
        assert said(decided(after(36), small, coming)) == REMIND

    def test_what_is_left_alone_does_not_count(self) -> None:
        assert (
            said(decided(LATE, invoice(1, cents=400), invoice(2, cents=400, block="DISPUTED")))
            == "WAIT TOO_SMALL"
        )


class TestWeekdays:
    BY = strategy_of(manners={"weekdays": ["MON", "TUE", "WED", "THU", "FRI"]})
    ONE = strategy_of(manners={"weekdays": ["TUE"]})

    @pytest.mark.parametrize(
        ("days", "says"),
        [
            (4, REMIND),  # a Friday
            (5, "WAIT NOT_ON_THIS_DAY until 7"),
            (6, "WAIT NOT_ON_THIS_DAY until 7"),
            (7, REMIND),
        ],
    )
    def test_the_weekend_waits_for_monday(self, days: int, says: str) -> None:
        assert said(decided(after(days), by=self.BY)) == says

    @pytest.mark.parametrize(("days", "says"), [(7, "WAIT NOT_ON_THIS_DAY until 8"), (8, REMIND),
                                                (9, "WAIT NOT_ON_THIS_DAY until 15")])  # fmt: skip
    def test_one_day_a_week(self, days: int, says: str) -> None:
        assert said(decided(after(days), by=self.ONE)) == says

    @pytest.mark.parametrize(
        ("facts", "because"),
        [({"channels": ()}, "NO_ADDRESS"), ({"ask": "CLAIM_FACTS_MISSING"}, "CLAIM_FACTS_MISSING")],
    )
    def test_what_must_be_mended_is_asked_on_any_day(self, facts: dict[str, Any], because: str) -> None:
        for days in range(3, 10):
            assert said(decided(after(days), by=self.BY, **facts)) == f"ASK {because}"

    def test_another_stage_that_comes_in_the_weekend_can_ask_before_monday(self) -> None:
        by = strategy_of(FIRST, LAST | {"channels": ["POST"]}, manners={"weekdays": ["MON"]})
        older = told("FIRST_REMINDER", 10, number=1)
        decision = decided(after(27), older, invoice(2, due=after(20)), by=by, channels=("EMAIL",))
        assert said(decision) == "WAIT NOT_ON_THIS_DAY until 28"
        assert (
            said(decided(after(28), older, invoice(2, due=after(20)), by=by, channels=("EMAIL",)))
            == "ASK NO_ADDRESS"
        )


class TestDaysOfContact:
    """An agency leaves people alone on Sundays and holidays (Bki 4.2). Easter is on day 34."""

    AGENCY = {"by_agency": True}

    @pytest.mark.parametrize(
        ("days", "says"),
        [
            (5, REMIND),
            (6, "ASK OUTSIDE_CONTACT_DAYS until 7"),
            (7, REMIND),
            (32, "ASK OUTSIDE_CONTACT_DAYS until 33"),  # Good Friday
            (33, REMIND),
            (34, "ASK OUTSIDE_CONTACT_DAYS until 36"),  # Easter
            (35, "ASK OUTSIDE_CONTACT_DAYS until 36"),
            (36, REMIND),
            (64, "ASK OUTSIDE_CONTACT_DAYS until 65"),  # Liberation Day
            (74, "ASK OUTSIDE_CONTACT_DAYS until 75"),  # equated by decree
        ],
    )
    def test_of_people(self, days: int, says: str) -> None:
        assert said(decided(after(days), is_person=True, day=self.AGENCY)) == says

    @pytest.mark.parametrize(("is_person", "by_agency"), [(True, False), (False, True), (False, False)])
    def test_of_nobody_else(self, is_person: bool, by_agency: bool) -> None:
        assert said(decided(after(6), is_person=is_person, day={"by_agency": by_agency})) == REMIND

    def test_a_day_without_sending_inside_it_comes_first(self) -> None:
        by = strategy_of(manners={"weekdays": ["SUN", "TUE"]})
        assert (
            said(decided(after(34), is_person=True, day=self.AGENCY, by=by))
            == "ASK OUTSIDE_CONTACT_DAYS until 35"
        )
        assert (
            said(decided(after(35), is_person=True, day=self.AGENCY, by=by))
            == "WAIT NOT_ON_THIS_DAY until 36"
        )


class TestChannels:
    @pytest.mark.parametrize(
        ("stage", "reached", "chosen", "channel"),
        [
            (["EMAIL", "POST"], ("EMAIL", "POST"), None, "EMAIL"),
            (["POST", "EMAIL"], ("EMAIL", "POST"), None, "POST"),
            (["EMAIL", "POST"], ("POST",), None, "POST"),
            (["EMAIL"], ("POST",), None, None),
            (["EMAIL"], (), None, None),
            (["EMAIL"], ("EMAIL", "POST"), "POST", "POST"),
            (["EMAIL", "POST"], ("EMAIL",), "POST", None),
            (["SMS", "EMAIL"], ("EMAIL", "SMS"), None, "SMS"),
            (["CALL", "SMS", "POST"], ("POST",), None, "POST"),
            (["EMAIL"], ("EMAIL", "CALL"), "CALL", "CALL"),
        ],
    )
    def test_the_first_that_reaches_the_debtor_or_the_one_that_a_person_chose(
        self, stage: list[str], reached: tuple[str, ...], chosen: str | None, channel: str | None
    ) -> None:
        decision = decided(
            LATE, by=strategy_of(FIRST | {"channels": stage}), channels=reached, channel=chosen
        )
        assert (decision.channel, decision.because) == (channel, "STAGE_REACHED" if channel else "NO_ADDRESS")

    @pytest.mark.parametrize(
        ("is_person", "by_agency", "last", "channel"),
        [
            (True, True, None, "EMAIL"),
            (False, True, None, "SMS"),
            (True, False, None, "SMS"),
            # Another claim was described in writing, this one was not.
            (True, True, after(-60), "EMAIL"),
        ],
    )
    def test_an_agency_writes_to_a_person_before_it_sends_a_text_message(
        self, is_person: bool, by_agency: bool, last: date | None, channel: str
    ) -> None:
        decision = decided(
            LATE,
            by=strategy_of(FIRST | {"channels": ["SMS", "EMAIL"]}),
            channels=("EMAIL", "SMS"),
            is_person=is_person,
            last_reminder_on=last,
            day={"by_agency": by_agency},
        )
        assert decision.channel == channel

    def test_no_exception_sends_a_notice_by_telephone(self) -> None:
        notice = FIRST | {"key": "FOURTEEN_DAY_NOTICE", "term_days": 20}
        decision = decided(
            LATE,
            by=strategy_of(notice),
            channels=("EMAIL", "CALL"),
            channel="CALL",
            is_person=True,
            kind="PERSON",
        )
        assert (decision.channel, decision.because) == (None, "NO_ADDRESS")


class TestBreadth:
    """A dispute, a promise or a payment plan about one invoice can leave the whole account in peace."""

    BY = {
        "DISPUTED": {"dispute": "ACCOUNT"}, "PROMISED": {"promise": "ACCOUNT"},
        "ON_PAYMENT_PLAN": {"payment_plan": "ACCOUNT"},
    }  # fmt: skip

    @pytest.mark.parametrize("block", BY)
    @pytest.mark.parametrize("wide", BY)
    def test_only_where_the_strategy_says_so(self, block: str, wide: str) -> None:
        by = strategy_of(pauses=self.BY[wide])
        decision = decided(LATE, invoice(1, block=block, block_until=after(40)), invoice(2), by=by)
        assert said(decision) == (f"HOLD {block} until 40" if block == wide else REMIND)
        assert others(decision) == ({1: block, 2: block} if block == wide else {1: block})

    @pytest.mark.parametrize(
        ("block", "wide"), [("ANSWER_OVERDUE", "DISPUTED"), ("INSTALMENT_MISSED", "ON_PAYMENT_PLAN")]
    )
    def test_what_ran_out_asks_and_still_leaves_the_account_in_peace(self, block: str, wide: str) -> None:
        facts = (invoice(1, block=block), invoice(2))
        assert said(decided(LATE, *facts, by=strategy_of(pauses=self.BY[wide]))) == f"ASK {block}"
        assert said(decided(LATE, *facts)) == REMIND

    def test_nothing_is_handed_over_meanwhile(self) -> None:
        facts = (invoice(1, block="DISPUTED"), told("PRE_COLLECTION", 28, number=2))
        assert said(decided(after(60), *facts, by=strategy_of(pauses=self.BY["DISPUTED"]))) == "HOLD DISPUTED"
        assert said(decided(after(60), *facts)) == "HAND_OVER READY_FOR_HAND_OVER"

    def test_what_asks_goes_before_what_is_quiet(self) -> None:
        by = strategy_of(pauses={"dispute": "ACCOUNT"})
        decision = decided(LATE, invoice(1, block="DISPUTED"), invoice(2, block="ANSWER_OVERDUE"), by=by)
        assert said(decision) == "ASK ANSWER_OVERDUE"


class TestTheTruth:
    def test_stale_it_holds_what_is_due_and_what_is_ready(self) -> None:
        stale = {"truth_is_fresh": False}
        assert said(decided(LATE, day=stale)) == "HOLD PAYMENT_TRUTH_STALE"
        assert said(decided(after(60), told("PRE_COLLECTION", 28), day=stale)) == "HOLD PAYMENT_TRUTH_STALE"

    def test_stale_it_hides_no_question(self) -> None:
        decision = decided(
            LATE, invoice(1), invoice(2, block="ANSWER_OVERDUE"), day={"truth_is_fresh": False}
        )
        assert (said(decision), others(decision)) == ("ASK ANSWER_OVERDUE", {1: "PAYMENT_TRUTH_STALE"})

    @pytest.mark.parametrize(("known", "act"), [(-1, "HOLD"), (0, "HAND_OVER")])
    def test_what_could_have_been_paid_in_time_is_not_handed_over(self, known: int, act: str) -> None:
        early = invoice(stage="PRE_COLLECTION", reminded_on=after(-9), pay_by=after(-1))
        assert decided(after(4), early, day={"truth_until": after(known)}).act == act


class TestWhatWaitsHidesNoQuestion:
    """Of two invoices one is due and kept here, the other asks: the question is asked."""

    ASKS = told("PRE_COLLECTION", 0, number=2)
    BY = strategy_of(manners={"reminders_a_month": 1, "weekdays": ["MON"]}, end={"act": "ASK"})

    @pytest.mark.parametrize(
        ("because", "facts", "until"),
        [
            ("REMINDED_RECENTLY", {"last_reminder_on": after(27)}, 34),
            ("COMPLAINED_RECENTLY", {"complained_on": after(27)}, 35),
            ("ENOUGH_THIS_MONTH", {"recent_reminders": (after(10),)}, 40),
            ("NOT_ON_THIS_DAY", {}, 35),
        ],
    )
    def test_of_an_account_that_waits(self, because: str, facts: dict[str, Any], until: int) -> None:
        decision = decided(LATE, invoice(1), self.ASKS, by=self.BY, **facts)
        assert (said(decision), decision.invoices) == (f"ASK LAST_TERM_PASSED until {until}", (2,))
        assert others(decision) == {1: because}

    def test_of_an_amount_that_is_too_small(self) -> None:
        decision = decided(LATE, invoice(1, cents=100), told("PRE_COLLECTION", 0, number=2))
        assert (said(decision), others(decision)) == ("HAND_OVER READY_FOR_HAND_OVER", {1: "TOO_SMALL"})

    def test_and_a_wait_ends_on_the_day_on_which_another_asks(self) -> None:
        ending = told("PRE_COLLECTION", 14, number=2)
        waiting = decided(after(24), invoice(1), ending, by=self.BY, complained_on=after(20))
        assert said(waiting) == "WAIT COMPLAINED_RECENTLY until 25"
        assert said(decided(after(25), invoice(1), ending, by=self.BY, complained_on=after(20))).startswith(
            "ASK LAST_TERM"
        )

    def test_an_uncertain_message_is_cleared_up_before_anything_is_handed_over(self) -> None:
        decision = decided(LATE, told("PRE_COLLECTION", 0), ask="MESSAGE_AMBIGUOUS")
        assert (said(decision), decision.invoices) == ("ASK MESSAGE_AMBIGUOUS", ())


class TestDeadlines:
    """Days that are not ours are heard of in good time, whatever else keeps the account in peace."""

    INSURER = (Deadline("INSURER", after(50)),)

    @pytest.mark.parametrize(
        ("facts", "days", "says"),
        [
            ({}, 2, "WAIT STAGE_NOT_REACHED until 3"),
            ({}, 35, REMIND),
            ({}, 36, "ASK INSURER_MUST_HEAR"),
            ({}, 51, "ASK INSURER_MUST_HEAR"),
            ({"block": "ON_HOLD"}, 35, "HOLD ON_HOLD until 36"),
            ({"block": "ON_HOLD"}, 36, "ASK INSURER_MUST_HEAR"),
            ({"block": "ON_HOLD", "block_until": after(33)}, 30, "HOLD ON_HOLD until 33"),
            ({"block": "HANDED_OVER"}, 36, "HOLD HANDED_OVER"),
        ],
    )
    def test_of_an_invoice(self, facts: dict[str, Any], days: int, says: str) -> None:
        assert said(decided(after(days), invoice(deadlines=self.INSURER, **facts))) == says

    @pytest.mark.parametrize(("days", "says"), [(35, "HOLD ON_HOLD until 36"), (36, "ASK INSURER_MUST_HEAR")])
    def test_of_an_account_on_hold(self, days: int, says: str) -> None:
        facts = (invoice(1), invoice(2, deadlines=self.INSURER))
        assert said(decided(after(days), *facts, block="ON_HOLD")) == says

    def test_an_ended_hold_of_the_account_is_asked_first(self) -> None:
        decision = decided(after(40), invoice(deadlines=self.INSURER), block="HOLD_ENDED")
        assert (said(decision), others(decision)) == ("ASK HOLD_ENDED", {1: "INSURER_MUST_HEAR"})

    @pytest.mark.parametrize(
        ("insurer", "time_bar", "days", "says"),
        [
            (50, 200, 36, "ASK INSURER_MUST_HEAR"),
            (200, 100, 9, REMIND),
            (200, 100, 10, "ASK TIME_BAR_NEAR"),
            (50, 126, 36, "ASK INSURER_MUST_HEAR"),
        ],
    )
    def test_the_first_of_two(self, insurer: int, time_bar: int, days: int, says: str) -> None:
        both = (Deadline("TIME_BAR", after(time_bar)), Deadline("INSURER", after(insurer)))
        for deadlines in (both, both[::-1]):
            assert said(decided(after(days), invoice(deadlines=deadlines))) == says

    def test_a_strategy_says_how_long_before(self) -> None:
        by = strategy_of(asks={"days_before_insurer": 3})
        assert said(decided(after(46), invoice(deadlines=self.INSURER), by=by)) == REMIND
        assert said(decided(after(47), invoice(deadlines=self.INSURER), by=by)) == "ASK INSURER_MUST_HEAR"

    def test_it_ends_the_wait_of_what_is_due(self) -> None:
        facts = {"complained_on": after(33)}
        assert (
            said(decided(after(34), invoice(deadlines=self.INSURER), **facts))
            == "WAIT COMPLAINED_RECENTLY until 36"
        )

    def test_it_does_not_keep_another_invoice_from_being_reminded(self) -> None:
        decision = decided(after(40), invoice(1, deadlines=self.INSURER), invoice(2))
        assert (said(decision), decision.invoices, others(decision)) == (
            REMIND,
            (2,),
            {1: "INSURER_MUST_HEAR"},
        )


class TestBesideTheNotice:
    NOTICE = {"key": "FOURTEEN_DAY_NOTICE", "days": 20, "term_days": 16, "channels": ["EMAIL"]}
    BY = strategy_of(FIRST, NOTICE)
    PERSON = {"is_person": True, "kind": "PERSON"}

    def test_it_names_what_else_is_overdue(self) -> None:
        ready, due, late = told("FIRST_REMINDER", 3), invoice(2, due=after(10)), invoice(3, due=after(19))
        decision = decided(after(20), ready, due, late, by=self.BY, **self.PERSON)
        assert (decision.stage, decision.invoices) == ("FOURTEEN_DAY_NOTICE", (1,))
        assert others(decision) == {2: "ALSO_OPEN", 3: "ALSO_OPEN"}

    def test_what_had_its_notice_stands_beside_nothing(self) -> None:
        had = told("FOURTEEN_DAY_NOTICE", 20)._replace(pay_by=after(60))
        decision = decided(after(28), had, invoice(2, due=after(10)), by=self.BY, **self.PERSON)
        assert (decision.stage, others(decision)) == ("FIRST_REMINDER", {1: "TERM_RUNNING"})

    def test_it_names_all_that_has_come_to_it(self) -> None:
        facts = (told("FIRST_REMINDER", 3), told("FIRST_REMINDER", 3, number=2))
        assert decided(after(20), *facts, by=self.BY, **self.PERSON).invoices == (1, 2)

    @pytest.mark.parametrize("kind", ["BUSINESS", "PUBLIC_BODY"])
    def test_a_business_needs_none(self, kind: str) -> None:
        assert (
            said(decided(after(20), told("FIRST_REMINDER", 3), by=self.BY, kind=kind))
            == "HAND_OVER READY_FOR_HAND_OVER"
        )

    def test_who_only_ever_would_get_a_notice_and_needs_none_is_for_a_person(self) -> None:
        by = strategy_of(self.NOTICE)
        assert said(decided(after(30), by=by)) == "ASK LAST_TERM_PASSED"
        assert said(decided(after(30), by=by, **self.PERSON)) == "REMIND FOURTEEN_DAY_NOTICE"


class TestTheEnd:
    @pytest.mark.parametrize(("late", "waits"), [(-1, True), (0, False), (1, False)])
    @pytest.mark.parametrize(
        ("end", "cents", "says"),
        [
            ({"act": "HAND_OVER"}, 12_500, "HAND_OVER READY_FOR_HAND_OVER"),
            ({"act": "ASK"}, 12_500, "ASK LAST_TERM_PASSED"),
            ({"act": "WRITE_OFF"}, 12_500, "ASK READY_FOR_WRITE_OFF"),
            ({"act": "HAND_OVER", "write_off_below_cents": 2_000}, 1_999, "ASK READY_FOR_WRITE_OFF"),
            ({"act": "HAND_OVER", "write_off_below_cents": 2_000}, 2_000, "HAND_OVER READY_FOR_HAND_OVER"),
            ({"act": "ASK", "write_off_below_cents": 2_000}, 1_999, "ASK READY_FOR_WRITE_OFF"),
        ],
    )
    def test_follows_the_last_term_and_its_days(
        self, late: int, waits: bool, end: dict[str, Any], cents: int, says: str
    ) -> None:
        last = told("PRE_COLLECTION", 28, term=10, cents=cents)
        decision = decided(after(42 + late), last, by=strategy_of(end=end))
        assert said(decision) == ("WAIT TERM_RUNNING until 42" if waits else says)

    def test_it_waits_for_the_term_of_whatever_was_last_said(self) -> None:
        last = told("PRE_COLLECTION", 50, term=5)
        assert said(decided(after(58), last)) == "WAIT TERM_RUNNING until 59"


class TestWhichGoesFirst:
    """Each rule before the next, where both would stop."""

    CASES = (
        ("ON_HOLD", {"block": "ON_HOLD"}, {}),
        ("PAYMENT_TRUTH_STALE", {}, {"truth_is_fresh": False}),
        ("COMPLAINED_RECENTLY", {"complained_on": LATE}, {}),
        ("REMINDED_RECENTLY", {"last_reminder_on": LATE}, {}),
        ("ENOUGH_THIS_MONTH", {"recent_reminders": (LATE,)}, {}),
        ("CLAIM_FACTS_MISSING", {"ask": "CLAIM_FACTS_MISSING"}, {}),
        ("NO_ADDRESS", {"channels": ()}, {}),
        ("NOT_ON_THIS_DAY", {}, {}),
    )

    @pytest.mark.parametrize("first", range(len(CASES)))
    def test_the_earlier_rule_gives_the_reason(self, first: int) -> None:
        by = strategy_of(manners={"reminders_a_month": 1, "weekdays": ["MON"]})
        facts = {name: value for _, given, _ in reversed(self.CASES[first:]) for name, value in given.items()}
        day = {name: value for _, _, given in self.CASES[first:] for name, value in given.items()}
        assert decided(LATE, by=by, day=day, **facts).because == self.CASES[first][0]


def test_of_two_courtesy_notices_one_that_ends_makes_the_sum_too_small() -> None:
    by = strategy_of(COURTESY, SECOND, manners={"minimum_cents": 500})
    facts = (invoice(1, cents=300), invoice(2, due=after(2), cents=300))
    assert said(decided(DUE, *facts, by=by, ask="CLAIM_FACTS_MISSING")) == "ASK CLAIM_FACTS_MISSING until 1"
    assert said(decided(DUE + timedelta(days=1), *facts, by=by, ask="CLAIM_FACTS_MISSING")).startswith(
        "WAIT TOO_SMALL"
    )
