"""Which strategy an account follows, what an incident does, what the client says first, and when a person looks."""

from typing import Any

import pytest

from tests.domain.strategy.any_facts import DUE, after, day_facts
from tests.domain.strategy.tables import (
    FIRST,
    LAST,
    SECOND,
    account,
    decided,
    invoice,
    named,
    others,
    said,
    strategy_of,
    told,
)
from voldaan.domain.strategy.choosing import Strategies, days_late, is_new, why_not
from voldaan.domain.strategy.facts import ClientAnswer
from voldaan.domain.strategy.history import payment_history
from voldaan.domain.strategy.person_first import person_first
from voldaan.domain.strategy.strategy import ForWhom

LATE = after(30)
NOW = strategy_of(FIRST | {"days": 1})
LATER = strategy_of(FIRST | {"days": 90})


def for_some(**whom: Any) -> Strategies:
    """Return a list of a strategy for some, that reminds at once, and one for everybody that takes its time."""
    return Strategies([strategy_of(FIRST | {"days": 1}, for_whom=whom), named(LATER, "rest")])


class TestForWhom:
    @pytest.mark.parametrize(
        ("whom", "facts", "fits"),
        [
            ({"debtor": ("PERSON",)}, {"kind": "PERSON"}, True),
            ({"debtor": ("PERSON",)}, {"kind": "BUSINESS"}, False),
            ({"debtor": ("PERSON", "PUBLIC_BODY")}, {"kind": "PUBLIC_BODY"}, True),
            ({"clients": ("kade",)}, {}, True),
            ({"clients": ("haven",)}, {}, False),
            ({"open_from_cents": 12_500}, {}, True),
            ({"open_from_cents": 12_501}, {}, False),
            ({"open_below_cents": 12_500}, {}, False),
            ({"open_below_cents": 12_501}, {}, True),
            ({"late_from_days": 30}, {}, True),
            ({"late_from_days": 31}, {}, False),
            ({"late_below_days": 30}, {}, False),
            ({"late_below_days": 31}, {}, True),
            ({"languages": ("nl",)}, {"language": "nl"}, True),
            ({"languages": ("nl",)}, {"language": "en"}, False),
            ({"tags": ("trouw", "vip")}, {"tags": frozenset({"vip", "x"})}, True),
            ({"tags": ("trouw",)}, {"tags": frozenset({"vip"})}, False),
            ({"tags": ("trouw",)}, {}, False),
            ({"history": ("GOOD", "NONE")}, {"history": "NONE"}, True),
            ({"history": ("GOOD",)}, {"history": "POOR"}, False),
            ({"new_customer": True}, {"first_invoice_on": after(30 - 89)}, True),
            ({"new_customer": True}, {"first_invoice_on": after(30 - 90)}, False),
            ({"new_customer": True}, {}, False),
            ({"new_customer": False}, {"first_invoice_on": after(30 - 89)}, False),
            ({"new_customer": False}, {"first_invoice_on": after(30 - 90)}, True),
            ({"new_customer": False}, {}, True),
            ({"open_from_cents": 100, "tags": ("vip",)}, {"tags": frozenset({"vip"})}, True),
            ({"open_from_cents": 99_999, "tags": ("vip",)}, {"tags": frozenset({"vip"})}, False),
        ],
    )
    def test_each_condition(self, whom: dict[str, Any], facts: dict[str, Any], fits: bool) -> None:
        because = why_not(ForWhom(**whom), account(**facts), LATE, "kade")
        assert because is None if fits else because in whom

    def test_the_amount_is_of_the_whole_account(self) -> None:
        two = account(invoice(1, cents=300), invoice(2, due=after(90), cents=300))
        assert why_not(ForWhom(open_from_cents=600), two, LATE, "") is None

    @pytest.mark.parametrize(("days", "late"), [(-5, 0), (0, 0), (1, 1), (30, 30)])
    def test_how_late_is_of_the_oldest_that_is_overdue(self, days: int, late: int) -> None:
        assert days_late(account(invoice(1), invoice(2, due=after(200))), after(days)) == late

    @pytest.mark.parametrize(("ago", "new"), [(0, True), (89, True), (90, False)])
    def test_a_customer_is_new_for_ninety_days(self, ago: int, new: bool) -> None:
        assert is_new(account(first_invoice_on=after(-ago)), DUE) is new


class TestTheList:
    def test_the_first_that_fits_is_followed(self) -> None:
        listed = Strategies([
            strategy_of(FIRST | {"days": 90}, for_whom={"tags": ["traag"]}),
            strategy_of(FIRST | {"days": 1}, for_whom={"open_below_cents": 5_000}),
            named(strategy_of(FIRST | {"days": 60}), "rest"),
        ])  # fmt: skip
        assert decided(LATE, invoice(cents=4_999), by=listed).act == "REMIND"
        assert said(decided(LATE, invoice(cents=5_000), by=listed)) == "WAIT STAGE_NOT_REACHED until 60"
        both = decided(LATE, invoice(cents=4_999), by=listed, tags=frozenset({"traag"}))
        assert said(both) == "WAIT STAGE_NOT_REACHED until 90"

    @pytest.mark.parametrize(
        ("days", "says"),
        [(-5, "WAIT NOT_YET_DUE until 1"), (0, "WAIT NOT_YET_DUE until 1"), (1, "ASK NO_STRATEGY_FITS")],
    )
    def test_where_none_fits_a_person_is_asked_from_the_day_after_the_due_date(
        self, days: int, says: str
    ) -> None:
        none = Strategies([strategy_of(for_whom={"tags": ["vip"]})])
        assert said(decided(after(days), by=none)) == says

    @pytest.mark.parametrize(
        ("facts", "says"),
        [
            ({"block": "ON_HOLD"}, "HOLD ON_HOLD"),
            ({"block": "HOLD_ENDED"}, "ASK HOLD_ENDED"),
            ({"block": "DISPUTED", "block_until": after(44)}, "HOLD DISPUTED until 44"),
        ],
    )
    def test_where_none_fits_what_protects_goes_first(self, facts: dict[str, Any], says: str) -> None:
        none = Strategies([strategy_of(for_whom={"tags": ["vip"]})])
        assert said(decided(LATE, invoice(**facts), by=none)) == says
        assert said(decided(LATE, by=none, **facts)) == says

    @pytest.mark.parametrize(
        ("whom", "days", "until"),
        [
            ({"late_from_days": 20}, 10, 20),
            ({"late_from_days": 20, "late_below_days": 25}, 20, 21),
            ({"late_below_days": 1}, 0, 1),
        ],
    )
    def test_the_day_on_which_another_takes_over_is_named(
        self, whom: dict[str, int], days: int, until: int
    ) -> None:
        decision = decided(after(days), by=for_some(**whom))
        assert decision.until == after(until)

    def test_the_day_on_which_a_new_customer_no_longer_is(self) -> None:
        decision = decided(LATE, by=for_some(new_customer=False), first_invoice_on=after(-20))
        assert said(decision) == "WAIT STAGE_NOT_REACHED until 70"

    def test_a_strategy_that_a_person_chose_goes_before_the_list(self) -> None:
        listed = Strategies([LATER], {"nu": NOW})
        assert decided(LATE, by=listed, strategy="nu").act == "REMIND"
        assert said(decided(LATE, by=listed, strategy="onbekend")) == "ASK CHOSEN_STRATEGY_UNUSABLE"
        assert said(decided(after(0), by=listed, strategy="onbekend")) == "WAIT NOT_YET_DUE until 1"
        assert decided(LATE, by=listed).act == "WAIT"

    @pytest.mark.parametrize(
        ("whom", "asks"),
        [({}, (False, False)), ({"new_customer": False}, (False, True)), ({"new_customer": True}, (False, True)),
         ({"history": ["GOOD"]}, (True, False))],
    )  # fmt: skip
    def test_what_costs_something_to_know_is_asked_where_a_strategy_looks_at_it(
        self, whom: dict[str, Any], asks: tuple[bool, bool]
    ) -> None:
        listed = for_some(**whom)
        assert (listed.asks_history, listed.asks_new_customer) == asks

    def test_also_where_a_person_looks_first_at_new_customers(self) -> None:
        assert Strategies([strategy_of(person_first={"new_customer": True})]).asks_new_customer


class TestHistory:
    @pytest.mark.parametrize(
        ("days", "word"),
        [
            ([], "NONE"),
            ([0, 0], "NONE"),
            ([0, 0, 0], "GOOD"),
            ([7, 7, 7, 7, 8], "GOOD"),
            ([7, 7, 7, 8, 8], "MIXED"),
            ([0, 0, 0, 0, 400], "GOOD"),
            ([30, 30, 30], "MIXED"),
            ([31, 31, 0, 0], "POOR"),
            ([31, 30, 0, 0], "MIXED"),
            ([31, 31, 30], "POOR"),
        ],
    )
    def test_in_a_word(self, days: list[int], word: str) -> None:
        assert payment_history(days) == word


class TestIncidents:
    REMINDS = {"act": "REMIND", "days": 2, "term_days": 5, "channels": ["EMAIL"]}
    NAMES = ("broken_promise", "failed_plan", "returned_debit")

    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize(("days", "act"), [(21, "WAIT"), (22, "REMIND"), (40, "REMIND")])
    def test_its_first_text_comes_its_days_after_it_became_clear(
        self, name: str, days: int, act: str
    ) -> None:
        broken = told("FIRST_REMINDER", 3, incident=name.upper(), incident_on=after(20))
        decision = decided(after(days), broken, by=strategy_of(after={name: self.REMINDS}))
        assert (decision.act, decision.stage) == (act, name.upper() if act == "REMIND" else None)
        assert decision.because == name.upper() if act == "REMIND" else decision.until == after(22)

    @pytest.mark.parametrize(("counted", "day"), [("CALENDAR", 34), ("WORKING", 38)])
    def test_counted_in_working_days(self, counted: str, day: int) -> None:
        """Day 31 is the Thursday before Easter."""
        by = strategy_of(after={"broken_promise": self.REMINDS | {"days": 3, "counted": counted}})
        broken = told("FIRST_REMINDER", 3, incident="BROKEN_PROMISE", incident_on=after(31))
        assert decided(after(31), broken, by=by).until == after(day)

    def test_never_within_the_term_that_was_given(self) -> None:
        by = strategy_of(after={"broken_promise": self.REMINDS})
        broken = told("FIRST_REMINDER", 18, incident="BROKEN_PROMISE", incident_on=after(20))
        assert said(decided(after(22), broken, by=by)) == "WAIT TERM_RUNNING until 28"

    def test_not_before_the_day_after_the_due_date(self) -> None:
        by = strategy_of(after={"returned_debit": self.REMINDS})
        early = invoice(incident="RETURNED_DEBIT", incident_on=after(-10))
        assert said(decided(DUE, early, by=by)) == "WAIT NOT_YET_DUE until 1"
        assert said(decided(after(1), early, by=by)) == "REMIND RETURNED_DEBIT"

    @pytest.mark.parametrize(
        ("parts", "skips", "says"),
        [
            ({"broken_promise": {"act": "ASK"}}, (), "ASK BROKEN_PROMISE"),
            ({"broken_promise": {"act": "CONTINUE"}}, (), "REMIND SECOND_REMINDER"),
            ({}, (), "REMIND SECOND_REMINDER"),
            ({"failed_plan": {"act": "ASK"}}, (), "REMIND SECOND_REMINDER"),
            ({"broken_promise": {"act": "ASK"}}, ("BROKEN_PROMISE",), "REMIND SECOND_REMINDER"),
            ({"broken_promise": REMINDS}, ("BROKEN_PROMISE",), "REMIND SECOND_REMINDER"),
            ({"broken_promise": REMINDS}, ("SECOND_REMINDER",), "REMIND BROKEN_PROMISE"),
        ],
    )
    def test_what_a_strategy_does_about_it(
        self, parts: dict[str, Any], skips: tuple[str, ...], says: str
    ) -> None:
        broken = told("FIRST_REMINDER", 3, incident="BROKEN_PROMISE", incident_on=after(20), skips=skips)
        assert said(decided(LATE, broken, by=strategy_of(after=parts))) == says

    def test_its_text_leads_any_stage_and_the_rest_stands_beside(self) -> None:
        by = strategy_of(after={"broken_promise": self.REMINDS})
        broken = invoice(1, incident="BROKEN_PROMISE", incident_on=after(20))
        decision = decided(LATE, broken, told("SECOND_REMINDER", 14, number=2), by=by)
        assert (decision.stage, decision.invoices, others(decision)) == (
            "BROKEN_PROMISE",
            (1,),
            {2: "ALSO_OPEN"},
        )

    def test_it_is_no_rung_of_the_ladder(self) -> None:
        after_it = invoice(reminded_on=after(22), pay_by=after(27))
        assert said(decided(after(29), after_it)) == "WAIT TERM_RUNNING until 30"
        assert said(decided(after(30), after_it)) == "REMIND FIRST_REMINDER"


class TestTheClientIsAskedFirst:
    """ "Klopt dit nog?": DUE + 3 is the day of the first reminder; the client can answer until day 8."""

    ASKS = {"asks_first": True}

    @staticmethod
    def answered(says: str = "NOTHING", stage: str = "FIRST_REMINDER", **facts: Any) -> dict[str, Any]:
        return {"client_answer": ClientAnswer(stage, after(8), says, **facts)}  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("days", "answer", "goes", "says"),
        [
            (2, {}, False, "WAIT STAGE_NOT_REACHED until 3"),
            (3, {}, False, "HOLD CLIENT_TO_ASK"),
            (8, answered(), False, "HOLD CLIENT_TO_CONFIRM until 9"),
            (9, answered(), False, "HOLD CLIENT_SILENT until 23"),
            (22, answered(), False, "HOLD CLIENT_SILENT until 23"),
            (23, answered(), False, "HOLD CLIENT_TO_ASK"),
            (8, answered(), True, "HOLD CLIENT_TO_CONFIRM until 9"),
            (9, answered(), True, "REMIND FIRST_REMINDER"),
            (22, answered(), True, "REMIND FIRST_REMINDER"),
            (23, answered(), True, "HOLD CLIENT_TO_ASK"),
            (9, answered(silence_holds=True), True, "HOLD CLIENT_SILENT until 23"),
            (3, answered("GO"), False, "REMIND FIRST_REMINDER"),
            (22, answered("GO"), False, "REMIND FIRST_REMINDER"),
            (23, answered("GO"), False, "HOLD CLIENT_TO_ASK"),
            (3, answered("GO", "SECOND_REMINDER"), False, "HOLD CLIENT_TO_ASK"),
        ],
    )
    def test_about_what_would_be_reminded(
        self, days: int, answer: dict[str, Any], goes: bool, says: str
    ) -> None:
        decision = decided(after(days), invoice(**answer), day={**self.ASKS, "silence_goes": goes})
        assert said(decision) == says

    def test_a_client_that_is_not_asked_is_not_waited_for(self) -> None:
        assert said(decided(after(3), invoice(**self.answered()))) == "REMIND FIRST_REMINDER"

    @pytest.mark.parametrize(
        "facts", [{"last_reminder_on": after(2)}, {"channels": ()}, {"complained_on": after(2)}]
    )
    def test_not_about_what_another_rule_keeps_here(self, facts: dict[str, Any]) -> None:
        assert decided(after(3), day=self.ASKS, **facts).because != "CLIENT_TO_ASK"

    def test_also_on_a_day_on_which_nothing_is_sent(self) -> None:
        by = strategy_of(manners={"weekdays": ["MON"]})
        assert said(decided(after(3), by=by, day=self.ASKS)) == "HOLD CLIENT_TO_ASK"
        allowed = invoice(**self.answered("GO"))
        assert said(decided(after(3), allowed, by=by, day=self.ASKS)) == "WAIT NOT_ON_THIS_DAY until 7"

    def test_what_it_lets_go_does_not_wait_for_the_rest(self) -> None:
        decision = decided(after(3), invoice(1, **self.answered("GO")), invoice(2), day=self.ASKS)
        assert (said(decision), decision.invoices) == ("REMIND FIRST_REMINDER", (1,))
        assert others(decision) == {2: "CLIENT_TO_ASK"}


class TestAPersonFirst:
    @pytest.mark.parametrize(
        ("rule", "stage", "facts", "why"),
        [
            ({}, "PRE_COLLECTION", {}, ""),
            ({"stages": ["PRE_COLLECTION"]}, "PRE_COLLECTION", {}, "STAGE"),
            ({"stages": ["PRE_COLLECTION"]}, "FIRST_REMINDER", {}, ""),
            ({"stages": ["BROKEN_PROMISE"]}, "BROKEN_PROMISE", {}, "STAGE"),
            ({"open_from_cents": 12_500}, "FIRST_REMINDER", {}, "AMOUNT"),
            ({"open_from_cents": 12_501}, "FIRST_REMINDER", {}, ""),
            ({"open_from_cents": 0}, "FIRST_REMINDER", {}, "AMOUNT"),
            ({"tags": ["gevoelig"]}, "FIRST_REMINDER", {"tags": frozenset({"gevoelig"})}, "TAG"),
            ({"tags": ["gevoelig"]}, "FIRST_REMINDER", {}, ""),
            ({"new_customer": True}, "FIRST_REMINDER", {"first_invoice_on": after(30 - 89)}, "NEW_CUSTOMER"),
            ({"new_customer": True}, "FIRST_REMINDER", {"first_invoice_on": after(30 - 90)}, ""),
            ({"new_customer": False}, "FIRST_REMINDER", {"first_invoice_on": after(29)}, ""),
        ],
    )
    def test_where_one_condition_fits(
        self, rule: dict[str, Any], stage: str, facts: dict[str, Any], why: str
    ) -> None:
        assert person_first(strategy_of(person_first=rule), stage, account(**facts), day_facts(LATE)) == why


class TestToneFollowsThePresentFacts:
    """One new small invoice of a good customer does not inherit the harsh tone of an old one."""

    def test_when_the_old_one_was_paid(self) -> None:
        small = invoice(2, due=after(60), cents=1_500)
        assert said(decided(after(70), small, last_reminder_on=after(40))) == "REMIND FIRST_REMINDER"

    def test_when_the_old_one_is_left_alone(self) -> None:
        old = told("PRE_COLLECTION", 28, block="DISPUTED")
        decision = decided(after(70), old, invoice(2, due=after(60), cents=1_500), last_reminder_on=after(28))
        assert (said(decision), decision.invoices) == ("REMIND FIRST_REMINDER", (2,))

    def test_when_the_old_one_is_at_its_end(self) -> None:
        old = told("PRE_COLLECTION", 28, term=10)
        decision = decided(after(70), old, invoice(2, due=after(60), cents=1_500), last_reminder_on=after(28))
        assert (said(decision), others(decision)) == ("REMIND FIRST_REMINDER", {1: "READY_FOR_HAND_OVER"})

    def test_and_beside_an_old_one_that_leads_it_keeps_its_own_place(self) -> None:
        old, small = told("SECOND_REMINDER", 14), invoice(2, due=after(30), cents=1_500)
        decision = decided(after(31), old, small, by=strategy_of(FIRST, SECOND, LAST))
        assert (decision.stage, decision.invoices, others(decision)) == (
            "PRE_COLLECTION",
            (1,),
            {2: "ALSO_OPEN"},
        )
        went_on = (invoice(2, due=after(30), cents=1_500),)
        assert said(decided(after(38), *went_on, last_reminder_on=after(31))) == "REMIND FIRST_REMINDER"


def test_a_question_is_about_the_invoices_that_share_its_reason_and_the_others_keep_theirs() -> None:
    ended, overdue = invoice(1, block="HOLD_ENDED", hold="COMPLAINT"), invoice(2, block="ANSWER_OVERDUE")
    decision = decided(after(30), ended, overdue, invoice(3, block="HOLD_ENDED", hold="MOVED"))
    assert (said(decision), decision.invoices) == ("ASK HOLD_ENDED", (1, 3))
    assert others(decision) == {2: "ANSWER_OVERDUE"}
