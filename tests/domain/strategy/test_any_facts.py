"""What holds of one decision, whatever the strategy, the facts and the day."""

from datetime import timedelta
from random import Random

from hypothesis import given, settings

from tests.domain.strategy.any_facts import CASES, CHANCES, moved
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.decide import decide
from voldaan.domain.strategy.facts import ASKING_BLOCKS, AccountFacts, DayFacts, Decision
from voldaan.domain.strategy.why import steps

Case = tuple[AccountFacts, Strategies, DayFacts]
FAR, NEAR, STEP = 400, 35, 11
"""How many days a decision without an end is held to its word: the first each, then one in so many."""


def reminded(account: AccountFacts, decision: Decision) -> set[int]:
    """Return the invoices that stand in the message."""
    return {*decision.invoices, *(other.id for other in decision.others if other.because == "ALSO_OPEN")}


@given(CASES)
def test_every_open_invoice_is_named_once_and_the_sum_is_theirs(case: Case) -> None:
    account, strategies, day = case
    decision = decide(account, strategies, day)
    named = [*decision.invoices, *(other.id for other in decision.others)]
    assert sorted(named) == sorted(invoice.id for invoice in account.invoices)
    assert decision.open_cents == sum(invoice.open_cents for invoice in account.invoices)
    assert decision.because
    assert bool(decision.invoices) or decision.act in ("WAIT", "HOLD", "ASK")


@settings(max_examples=300)
@given(CASES)
def test_a_reminder_leaves_alone_what_is_blocked_and_says_only_what_is_known(case: Case) -> None:
    account, strategies, day = case
    decision = decide(account, strategies, day)
    if decision.act != "REMIND":
        assert (decision.stage, decision.channel) == (None, None)
        return
    strategy = strategies.for_account(account, day.on, day.client)
    assert strategy is not None
    stage = strategy.stage_of(decision.stage or "")
    assert decision.channel in account.channels
    assert decision.channel in (stage.channels if account.channel is None else (account.channel,))
    assert account.block is None
    assert account.ask is None
    assert day.truth_is_fresh
    assert day.on.weekday() in strategy.manners.weekdays
    assert day.contact_day or not (day.by_agency and account.is_person)
    in_it = [invoice for invoice in account.invoices if invoice.id in reminded(account, decision)]
    assert all(invoice.block is None for invoice in in_it)
    assert all(
        invoice.due_date >= day.on or (day.truth_until is not None and day.truth_until >= invoice.due_date)
        for invoice in in_it
    )
    assert stage.key not in (key for one in in_it if one.id in decision.invoices for key in one.skips)


@settings(max_examples=500)
@given(CASES)
def test_until_is_honest(case: Case) -> None:
    """On each day before it the same facts give the same act."""
    account, strategies, day = case
    decision = decide(account, strategies, day)
    end = day.on + timedelta(days=FAR) if decision.until is None else decision.until
    assert end > day.on
    far = (end - day.on).days
    for ahead in (*range(1, min(far, NEAR)), *range(NEAR, far, STEP)):
        on = day.on + timedelta(days=ahead)
        again = decide(account, strategies, moved(day, on))
        assert again.act == decision.act, (on, again)


@given(CASES, CHANCES)
def test_the_order_of_the_facts_decides_nothing(case: Case, chance: Random) -> None:
    account, strategies, day = case

    def shuffled(values: tuple) -> tuple:  # type: ignore[type-arg]
        order = list(values)
        chance.shuffle(order)
        return tuple(order)

    other = account._replace(
        invoices=shuffled(
            tuple(
                one._replace(deadlines=shuffled(one.deadlines), skips=shuffled(one.skips))
                for one in account.invoices
            )
        ),
        channels=shuffled(account.channels),
        recent_reminders=shuffled(account.recent_reminders),
    )
    assert decide(other, strategies, day) == decide(account, strategies, day)


@given(CASES)
def test_what_a_person_must_see_is_not_hidden_by_what_waits(case: Case) -> None:
    """A question about one invoice is asked, unless another is reminded or the whole account is left in peace."""
    account, strategies, day = case
    asking = [one for one in account.invoices if one.block in ASKING_BLOCKS]
    decision = decide(account, strategies, day)
    if asking and account.block is None and decision.act in ("WAIT", "HOLD"):
        assert {other.because for other in decision.others} & {"DISPUTED", "PROMISED", "ON_PAYMENT_PLAN"}


@settings(max_examples=200)
@given(CASES)
def test_why_marks_what_decided_in_both_languages_alike(case: Case) -> None:
    account, strategies, day = case
    decision = decide(account, strategies, day)
    numbers = {invoice.id: f"2026-{invoice.id:04}" for invoice in account.invoices}
    dutch, english = (steps(account, strategies, day, numbers, language=one) for one in ("nl", "en"))
    decided = [step.rule for step in dutch if step.decided]
    assert decided
    assert set(decided) == {decision.because}
    assert [(one.rule, one.until, one.decided) for one in dutch] == [
        (one.rule, one.until, one.decided) for one in english
    ]
    assert all(step.question and step.looked_at and step.found for step in (*dutch, *english))
