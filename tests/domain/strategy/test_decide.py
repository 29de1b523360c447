"""What is decided for one account: just before, on and just after each rule; and properties over whole lives."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.decide import decide
from voldaan.domain.strategy.facts import AccountFacts, DayFacts, Decision, InvoiceFacts, Reason, hold_behind
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.looks import pay_by
from voldaan.domain.strategy.strategy import Strategy
from voldaan.domain.strategy.why import steps

SHIPPED = Path(__file__).parents[3] / "src/voldaan/config/strategies/standard.toml"
STANDARD = read_strategy(SHIPPED.read_text(encoding="utf-8"))
LIST = Strategies([STANDARD])
DUE = date(2026, 3, 2)


def after(days: int, start: date = DUE) -> date:
    return start + timedelta(days=days)


def invoice(number: int = 1, due: date = DUE, cents: int = 12_500, **facts: object) -> InvoiceFacts:
    return InvoiceFacts(number, due, cents, **facts)  # type: ignore[arg-type]


def account(*invoices: InvoiceFacts, **facts: object) -> AccountFacts:
    given_facts: dict[str, object] = {"is_person": False, "channels": ("EMAIL", "POST")} | facts
    return AccountFacts(id=7, invoices=invoices or (invoice(),), **given_facts)  # type: ignore[arg-type]


def day(on: date, **facts: object) -> DayFacts:
    given_facts: dict[str, object] = {"truth_until": on, "truth_is_fresh": True} | facts
    return DayFacts(on=on, **given_facts)  # type: ignore[arg-type]


def decided(on: date, *invoices: InvoiceFacts, strategy: Strategy = STANDARD, **facts: object) -> Decision:
    return decide(account(*invoices, **facts), Strategies([strategy]), day(on))


class TestStagesAndDays:
    @pytest.mark.parametrize(
        ("on", "act", "because"),
        [
            (DUE, "WAIT", "NOT_YET_DUE"),
            (after(1), "WAIT", "STAGE_NOT_REACHED"),
            (after(2), "WAIT", "STAGE_NOT_REACHED"),
            (after(3), "REMIND", "STAGE_REACHED"),
            (after(400), "REMIND", "STAGE_REACHED"),
        ],
    )
    def test_first_reminder_comes_three_days_after_the_due_date(
        self, on: date, act: str, because: str
    ) -> None:
        decision = decided(on)
        assert (decision.act, decision.because) == (act, because)

    def test_a_wait_names_the_first_day_that_can_change_it(self) -> None:
        assert decided(DUE).until == after(3)

    def test_a_missed_year_still_begins_with_the_first_reminder(self) -> None:
        assert decided(after(400)).stage == "FIRST_REMINDER"

    @pytest.mark.parametrize(("days", "act"), [(13, "WAIT"), (14, "REMIND")])
    def test_second_reminder_on_its_day(self, days: int, act: str) -> None:
        first = invoice(stage="FIRST_REMINDER", reminded_on=after(3), pay_by=after(10))
        assert decided(after(days), first, last_reminder_on=after(3)).act == act

    @pytest.mark.parametrize(
        ("days", "act", "because"), [(39, "WAIT", "TERM_RUNNING"), (40, "REMIND", "STAGE_REACHED")]
    )
    def test_after_a_late_first_reminder_the_term_and_its_grace_run_out_first(
        self, days: int, act: str, because: str
    ) -> None:
        late = invoice(stage="FIRST_REMINDER", reminded_on=after(30), pay_by=after(37))
        decision = decided(after(days), late, last_reminder_on=after(30))
        assert (decision.act, decision.because) == (act, because)

    def test_the_stages_come_in_order(self) -> None:
        second = invoice(stage="SECOND_REMINDER", reminded_on=after(14), pay_by=after(21))
        assert decided(after(28), second, last_reminder_on=after(14)).stage == "PRE_COLLECTION"

    @pytest.mark.parametrize(("days", "act"), [(41, "WAIT"), (42, "HAND_OVER")])
    def test_hand_over_after_the_last_term_and_its_days(self, days: int, act: str) -> None:
        last = invoice(stage="PRE_COLLECTION", reminded_on=after(28), pay_by=after(38))
        decision = decided(after(days), last, last_reminder_on=after(28))
        assert decision.act == act
        assert decision.invoices == ((1,) if act == "HAND_OVER" else ())

    def test_a_strategy_can_end_in_a_question(self) -> None:
        asking = read_strategy(
            SHIPPED.read_text(encoding="utf-8").replace('act = "HAND_OVER" ', 'act = "ASK" ')
        )
        last = invoice(stage="PRE_COLLECTION", reminded_on=after(28), pay_by=after(38))
        decision = decided(after(42), last, strategy=asking, last_reminder_on=after(28))
        assert (decision.act, decision.because) == ("ASK", "LAST_TERM_PASSED")


class TestCourtesyNotice:
    WITH = read_strategy(SHIPPED.read_text(encoding="utf-8").replace("enabled = false", "enabled = true"))

    @pytest.mark.parametrize(
        ("days", "act", "stage"),
        [
            (-4, "WAIT", None),
            (-3, "REMIND", "COURTESY_NOTICE"),
            (0, "REMIND", "COURTESY_NOTICE"),
            (1, "WAIT", None),
            (3, "REMIND", "FIRST_REMINDER"),
        ],
    )
    def test_before_the_due_date_only(self, days: int, act: str, stage: str | None) -> None:
        decision = decided(after(days), strategy=self.WITH)
        assert (decision.act, decision.stage) == (act, stage)

    def test_off_by_default(self) -> None:
        assert decided(after(-3)).act == "WAIT"

    def test_its_term_is_the_due_date(self) -> None:
        assert pay_by(self.WITH.stages[0], DUE, after(-3)) == DUE


class TestWhatProtectsTheDebtor:
    @pytest.mark.parametrize(
        "block", ["DISPUTED", "PROMISED", "ON_HOLD", "ON_PAYMENT_PLAN", "DIRECT_DEBIT_RUNNING", "HANDED_OVER"]
    )
    def test_a_blocked_invoice_is_left_alone(self, block: str) -> None:
        decision = decided(after(30), invoice(block=block))
        assert (decision.act, decision.because) == ("HOLD", block)

    def test_a_disputed_invoice_does_not_silence_another(self) -> None:
        decision = decided(after(30), invoice(1, block="DISPUTED"), invoice(2))
        assert (decision.act, decision.invoices) == ("REMIND", (2,))
        assert [(other.id, other.because) for other in decision.others] == [(1, "DISPUTED")]

    def test_an_account_on_hold_is_not_reminded(self) -> None:
        decision = decided(after(30), block="MONEY_TO_PLACE")
        assert (decision.act, decision.because) == ("HOLD", "MONEY_TO_PLACE")

    @pytest.mark.parametrize("days", [-30, 0, 3, 30])
    def test_a_hold_that_has_ended_asks_before_anything_else(self, days: int) -> None:
        decision = decided(after(days), block="HOLD_ENDED", hold="DECEASED")
        assert (decision.act, decision.because, decision.until) == ("ASK", "HOLD_ENDED", None)

    def test_an_ended_hold_of_one_invoice_does_not_silence_another(self) -> None:
        decision = decided(after(30), invoice(1, block="HOLD_ENDED", hold="COMPLAINT"), invoice(2))
        assert (decision.act, decision.invoices) == ("REMIND", (2,))

    def test_what_is_ready_is_not_handed_over_after_an_ended_hold(self) -> None:
        last = invoice(stage="PRE_COLLECTION", reminded_on=after(28), pay_by=after(38))
        assert decided(after(50), last, block="HOLD_ENDED").act == "ASK"

    @pytest.mark.parametrize(
        ("facts", "because", "invoice_id", "kind"),
        [
            (account(invoice(1), block="ON_HOLD", hold="DECEASED"), "ON_HOLD", 1, "DECEASED"),
            (account(invoice(1, block="ON_HOLD", hold="COMPLAINT"), invoice(2)), "ON_HOLD", 1, "COMPLAINT"),
            (account(invoice(1, block="ON_HOLD", hold="COMPLAINT"), invoice(2)), "ON_HOLD", 2, None),
            (
                account(invoice(1, block="ON_HOLD", hold="COMPLAINT"), invoice(2)),
                "ON_HOLD",
                None,
                "COMPLAINT",
            ),
            (account(invoice(1, block="DISPUTED")), "DISPUTED", 1, None),
        ],
    )
    def test_which_hold_is_behind_a_reason(
        self, facts: AccountFacts, because: Reason, invoice_id: int | None, kind: str | None
    ) -> None:
        assert hold_behind(facts, because, invoice_id) == kind

    def test_a_stale_payment_truth_holds_what_would_be_reminded(self) -> None:
        decision = decide(account(), LIST, day(after(30), truth_is_fresh=False))
        assert (decision.act, decision.because) == ("HOLD", "PAYMENT_TRUTH_STALE")

    def test_a_stale_payment_truth_holds_a_hand_over(self) -> None:
        last = invoice(stage="PRE_COLLECTION", reminded_on=after(28), pay_by=after(38))
        decision = decide(account(last), LIST, day(after(50), truth_is_fresh=False))
        assert (decision.act, decision.because) == ("HOLD", "PAYMENT_TRUTH_STALE")

    @pytest.mark.parametrize(("until", "act"), [(after(-1), "HOLD"), (DUE, "REMIND"), (after(1), "REMIND")])
    def test_the_payment_truth_must_have_seen_the_due_day(self, until: date, act: str) -> None:
        assert decide(account(), LIST, day(after(3), truth_until=until)).act == act

    def test_a_due_day_not_seen_does_not_silence_an_older_invoice(self) -> None:
        older, newer = invoice(1), invoice(2, due=after(10))
        decision = decide(account(older, newer), LIST, day(after(13), truth_until=after(9)))
        assert (decision.act, decision.invoices) == ("REMIND", (1,))
        assert decision.others[0].because == "DUE_DAY_NOT_COVERED"


class TestManners:
    @pytest.mark.parametrize(("days", "act"), [(6, "WAIT"), (7, "REMIND"), (8, "REMIND")])
    def test_a_week_lies_between_two_reminders_of_an_account(self, days: int, act: str) -> None:
        decision = decided(after(30), last_reminder_on=after(30 - days))
        assert decision.act == act
        if act == "WAIT":
            assert (decision.because, decision.until) == ("REMINDED_RECENTLY", after(31))

    @pytest.mark.parametrize(("cents", "act"), [(499, "WAIT"), (500, "REMIND"), (501, "REMIND")])
    def test_below_the_minimum_waits(self, cents: int, act: str) -> None:
        assert decided(after(30), invoice(cents=cents)).act == act

    def test_small_amounts_add_up(self) -> None:
        assert decided(after(30), invoice(1, cents=300), invoice(2, cents=300)).act == "REMIND"


class TestWhatAPersonMustSee:
    def test_no_way_to_reach_the_debtor(self) -> None:
        assert decided(after(30), channels=()).because == "NO_ADDRESS"

    def test_post_where_there_is_no_email(self) -> None:
        assert decided(after(30), channels=("POST",)).channel == "POST"

    def test_an_agency_leaves_people_alone_on_a_sunday(self) -> None:
        sunday = day(after(30), by_agency=True, contact_day=False, next_contact_day=after(31))
        decision = decide(account(is_person=True), LIST, sunday)
        assert (decision.act, decision.because, decision.until) == ("ASK", "OUTSIDE_CONTACT_DAYS", after(31))

    def test_that_holds_for_people_only(self) -> None:
        sunday = day(after(30), by_agency=True, contact_day=False, next_contact_day=after(31))
        assert decide(account(is_person=False), LIST, sunday).act == "REMIND"

    def test_no_hand_over_while_the_last_message_is_ambiguous(self) -> None:
        last = invoice(stage="PRE_COLLECTION", reminded_on=after(28), pay_by=after(38))
        decision = decided(after(60), last, ask="MESSAGE_AMBIGUOUS")
        assert (decision.act, decision.because) == ("ASK", "MESSAGE_AMBIGUOUS")


class TestSeveralInvoices:
    def test_the_furthest_stage_leads_and_the_newer_stands_beside(self) -> None:
        older = invoice(1, stage="FIRST_REMINDER", reminded_on=after(3), pay_by=after(10))
        newer = invoice(2, due=after(10))
        decision = decided(after(14), older, newer, last_reminder_on=after(3))
        assert (decision.stage, decision.invoices) == ("SECOND_REMINDER", (1,))
        assert [(other.id, other.because) for other in decision.others] == [(2, "ALSO_OPEN")]

    def test_what_is_not_due_is_not_in_the_message(self) -> None:
        decision = decided(after(3), invoice(1), invoice(2, due=after(60)))
        assert decision.others[0].because == "NOT_YET_DUE"

    def test_ready_for_hand_over_does_not_silence_another(self) -> None:
        last = invoice(1, stage="PRE_COLLECTION", reminded_on=after(28), pay_by=after(38))
        decision = decided(after(60), last, invoice(2, due=after(50)), last_reminder_on=after(28))
        assert (decision.act, decision.invoices) == ("REMIND", (2,))
        assert decision.others[0].because == "READY_FOR_HAND_OVER"

    def test_open_cents_is_all_that_is_open(self) -> None:
        assert decided(after(3), invoice(1), invoice(2, due=after(60), cents=1)).open_cents == 12_501


class TestProperties:
    @given(
        gaps=st.lists(st.integers(1, 40), min_size=1, max_size=60),
        dues=st.lists(st.integers(-30, 60), min_size=1, max_size=4),
    )
    def test_a_whole_life(self, gaps: list[int], dues: list[int]) -> None:
        """Run a strategy on any days, missing others: in order, spaced, no stage skipped or repeated."""
        facts = {number: invoice(number, due=after(due)) for number, due in enumerate(dues, start=1)}
        seen: dict[int, list[str]] = {number: [] for number in facts}
        on, last = after(-40), None
        for gap in gaps:
            on += timedelta(days=gap)
            ordered = tuple(sorted(facts.values(), key=lambda row: (row.due_date, row.id)))
            decision = decided(on, *ordered, last_reminder_on=last)
            assert decision.because
            named = [*decision.invoices, *(other.id for other in decision.others)]
            assert sorted(named) == sorted(facts)
            if decision.act != "REMIND":
                continue
            assert last is None or (on - last).days >= STANDARD.manners.days_between_reminders
            stage = next(stage for stage in STANDARD.stages if stage.key == decision.stage)
            term = pay_by(stage, on, on)
            for number in decision.invoices:
                assert facts[number].pay_by is None or facts[number].pay_by < on
                seen[number].append(stage.key)
                facts[number] = facts[number]._replace(stage=stage.key, reminded_on=on, pay_by=term)
            last = on
        order = [stage.key for stage in STANDARD.stages]
        assert all(stages == order[: len(stages)] for stages in seen.values())

    @given(
        block=st.sampled_from(
            ["DISPUTED", "PROMISED", "ON_HOLD", "HANDED_OVER", "CONSUMER_ABROAD", "PUBLIC_LAW_DEBT"]
        ),
        days=st.integers(-100, 1000),
    )
    def test_a_block_is_never_reminded(self, block: str, days: int) -> None:
        assert decided(after(days), invoice(block=block)).act == "HOLD"


def test_why_says_what_keeps_an_agency_from_the_telephone() -> None:
    told = steps(
        account(invoice(skips=("FIRST_REMINDER",)), channels=("EMAIL", "SMS"), channel="SMS", is_person=True),
        LIST, day(after(30), by_agency=True), {1: "2026-1"},
    )  # fmt: skip
    (ways,) = [step for step in told if step.rule == "NO_ADDRESS"]
    assert "nog niet per telefoon: één factuur moet eerst op schrift worden beschreven" in ways.looked_at


def test_why_marks_the_rule_that_decided() -> None:
    told = steps(account(block="MONEY_TO_PLACE"), LIST, day(after(30)), {1: "2026-1"})
    assert [step.rule for step in told if step.decided] == ["MONEY_TO_PLACE"]
