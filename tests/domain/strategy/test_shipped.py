"""The strategies that Voldaan ships: each is read, checked, read aloud and walked to its end."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voldaan.domain.law.contact import day_allowed
from voldaan.domain.law.notice import notice_term
from voldaan.domain.strategy.aloud import aloud
from voldaan.domain.strategy.check import check, check_list
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.decide import decide_by
from voldaan.domain.strategy.facts import AccountFacts, DayFacts, DebtorKind, InvoiceFacts, PaymentHistory
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.strategy import NOTICE, Strategy
from voldaan.domain.strategy.walk import last_day_of, walk

FOLDER = Path(__file__).parents[3] / "src/voldaan/config/strategies"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.toml"))}
SHIPPED = {key: read_strategy(text) for key, text in TEXTS.items()}
DUE = date(2026, 9, 30)
DAY = timedelta(days=1)

Life = tuple[list[tuple[str, int]], tuple[str, int]]


def life(strategy: Strategy, due_date: date, kind: DebtorKind = "PERSON", *, by_agency: bool = False) -> Life:
    """Return what a debtor who never pays gets, and how it ends: each with its days after the due date.

    Every day is decided anew, with the payments known and every message sent on the day on which it is decided.
    """
    invoice = InvoiceFacts(id=1, due_date=due_date, open_cents=150_00)
    last: date | None = None
    sent: list[tuple[str, int]] = []
    follows = strategy if kind == "PERSON" else strategy.without_notice()
    day = due_date - 10 * DAY
    while True:
        account = AccountFacts(
            1, (invoice,), kind != "PUBLIC_BODY", ("EMAIL", "POST"), last_reminder_on=last, kind=kind
        )
        facts = DayFacts(
            day, day, True, by_agency=by_agency, contact_day=day_allowed(day), next_contact_day=day + DAY
        )
        decision = decide_by(account, follows, facts)
        if decision.act == "REMIND" and decision.stage is not None:
            sent.append((decision.stage, (day - due_date).days))
            stage = follows.stage_of(decision.stage)
            invoice = invoice._replace(
                stage=stage.key, reminded_on=day, pay_by=last_day_of(stage, due_date, day)
            )
            last = day
        elif decision.act in ("HAND_OVER", "ASK") and decision.because != "OUTSIDE_CONTACT_DAYS":
            return sent, (decision.because, (day - due_date).days)
        day += DAY


NEVER_PAYS: dict[str, Life] = {
    "agency": (
        [("PRE_COLLECTION", 5), ("SECOND_PRE_COLLECTION", 24), ("FOURTEEN_DAY_NOTICE", 40)],
        ("READY_FOR_HAND_OVER", 65),
    ),
    "businesses": (
        [("FIRST_REMINDER", 5), ("SECOND_REMINDER", 19), ("PRE_COLLECTION", 33)],
        ("READY_FOR_HAND_OVER", 47),
    ),
    "consumers": (
        [("FIRST_REMINDER", 5), ("SECOND_REMINDER", 22), ("PRE_COLLECTION", 40)],
        ("LAST_TERM_PASSED", 58),
    ),
    "loyal-customer": ([("FIRST_REMINDER", 8), ("SECOND_REMINDER", 30)], ("LAST_TERM_PASSED", 50)),
    "small-amounts": ([("FIRST_REMINDER", 7), ("SECOND_REMINDER", 30)], ("READY_FOR_WRITE_OFF", 52)),
    "standard": (
        [("FIRST_REMINDER", 3), ("SECOND_REMINDER", 15), ("PRE_COLLECTION", 28)],
        ("READY_FOR_HAND_OVER", 44),
    ),
}
"""For an invoice that fell due on Wednesday 30 September 2026: message by message, and the end."""

WITH_A_REASON = {"standard": {"NOBODY_LOOKS_FIRST", "SILENT_AFTER_PROMISE", "SMALL_HANDED_OVER"}}
"""What is unwise and stays so; the page of the strategy says why."""


@pytest.mark.parametrize("key", SHIPPED)
def test_a_debtor_who_never_pays(key: str) -> None:
    kind: DebtorKind = "BUSINESS" if key == "businesses" else "PERSON"
    assert life(SHIPPED[key], DUE, kind, by_agency=key == "agency") == NEVER_PAYS[key]


def test_a_business_gets_no_notice_and_is_handed_over_sooner() -> None:
    assert life(SHIPPED["agency"], DUE, "BUSINESS", by_agency=True) == (
        [("PRE_COLLECTION", 5), ("SECOND_PRE_COLLECTION", 24)],
        ("READY_FOR_HAND_OVER", 38),
    )


@pytest.mark.parametrize("key", SHIPPED)
@given(ahead=st.integers(min_value=0, max_value=1500), by_agency=st.booleans())
@settings(max_examples=8)
def test_a_walk_counts_the_days_that_are_decided(key: str, ahead: int, by_agency: bool) -> None:
    strategy, due_date = SHIPPED[key], DUE + ahead * DAY
    sent, (_, ends_after) = life(strategy, due_date, by_agency=by_agency)
    walked = walk(strategy, due_date, by_agency=by_agency)
    assert [(one.stage.key, walked.after_due(one)) for one in walked.messages] == sent
    assert (walked.ends_on - due_date).days == ends_after


@given(ahead=st.integers(min_value=0, max_value=1500))
@settings(max_examples=30)
def test_nobody_is_handed_over_with_costs_before_the_term_of_the_notice_is_over(ahead: int) -> None:
    walked = walk(SHIPPED["agency"], DUE + ahead * DAY, by_agency=True)
    notice = next(one for one in walked.messages if one.stage.key == NOTICE)
    assert walked.ends_on >= notice_term(notice.on, by="POST").careful_costs_due_from


@pytest.mark.parametrize("key", SHIPPED)
def test_a_shipped_strategy_passes_the_check(key: str) -> None:
    found = check(SHIPPED[key])
    assert [one.nl for one in found if one.severity == "REFUSED"] == []
    assert {one.code for one in found} == WITH_A_REASON.get(key, set())


@pytest.mark.parametrize(
    ("keys", "by_agency"),
    [
        (("small-amounts", "loyal-customer", "consumers", "businesses"), False),
        (("loyal-customer", "standard"), False),
        (("small-amounts", "agency"), True),
    ],
)
def test_the_lists_that_the_pages_name_are_sound(keys: tuple[str, ...], by_agency: bool) -> None:
    assert check_list([SHIPPED[key] for key in keys], by_agency=by_agency) == ()


@pytest.mark.parametrize("key", SHIPPED)
def test_a_shipped_strategy_can_be_read_aloud(key: str) -> None:
    for language in ("nl", "en"):
        passages = aloud(SHIPPED[key], language)
        assert len(passages) == 9
        assert all(passage.sentences for passage in passages[1:])


@pytest.mark.parametrize("key", sorted(set(SHIPPED) - {"standard"}))
def test_every_part_says_its_reasons_in_dutch(key: str) -> None:
    assert f"docs/strategies/{key}.md" in TEXTS[key]
    assert SHIPPED[key].about
    assert TEXTS[key].count("#") >= 8


@pytest.mark.parametrize(
    ("kind", "open_cents", "history", "expected"),
    [
        ("PERSON", 49_99, "POOR", "Kleine bedragen"),
        ("PERSON", 50_00, "GOOD", "Trouwe klant"),
        ("PERSON", 50_00, "MIXED", "Consumenten"),
        ("BUSINESS", 50_00, "NONE", "Bedrijven"),
        ("PUBLIC_BODY", 900_00, "POOR", "Bedrijven"),
    ],
)
def test_who_follows_which_of_a_list(
    kind: DebtorKind, open_cents: int, history: PaymentHistory, expected: str
) -> None:
    listed = Strategies(
        [SHIPPED[key] for key in ("small-amounts", "loyal-customer", "consumers", "businesses")]
    )
    account = AccountFacts(
        1,
        (InvoiceFacts(id=1, due_date=DUE, open_cents=open_cents),),
        is_person=kind == "PERSON",
        channels=("EMAIL",),
        kind=kind,
        history=history,
    )
    followed = listed.for_account(account, DUE + DAY)
    assert followed is not None
    assert followed.name == expected
