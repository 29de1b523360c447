"""Allocation: the vectors by their id, the order of 6:43 and 6:44 step by step, and sums that close to the cent."""

import csv
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.allocation import Allocated, Debt, Split, allocate, may_refuse, order_within

TODAY = date(2026, 11, 22)
AUTUMN = date(2026, 9, 1)
SUMMER = date(2026, 8, 1)
NEXT_YEAR = date(2027, 1, 1)


def debt(id_: str, due_date: date = AUTUMN, open_cents: int = 100_00, rate: str = "4") -> Debt:
    return Debt(id=id_, due_date=due_date, open_cents=open_cents, rate_percent=Decimal(rate))


def paid(allocated: Allocated) -> dict[str, int]:
    return {share.id: share.cents for share in allocated.allocations}


def cents(euros: str) -> int:
    return int(Decimal(euros) * 100)


# --- the vectors -----------------------------------------------------------------------------------------------


def test_each_vector_of_a_payment_over_debts(alloc_643_vector: Any, law_folder: Path) -> None:
    facts = alloc_643_vector.given
    debts, on = debts_of(alloc_643_vector.id, law_folder)
    allocated = allocate(cents(facts["payment"]), debts, designated=facts["designated"], on=on)
    assert paid(allocated) == {id_: cents(euros) for id_, euros in alloc_643_vector.expected.items()}
    assert sum(paid(allocated).values()) + allocated.left_over_cents == cents(facts["payment"])


def debts_of(vector_id: str, folder: Path) -> tuple[list[Debt], date]:
    """Return the debts of the row, or of the nearest row before it where it says "as above"."""
    with (folder / "vectors.csv").open(encoding="utf-8", newline="") as rows:
        facts = [
            (row["id"], json.loads(row["input_json"]))
            for row in csv.DictReader(rows)
            if row["category"] == "alloc_643"
        ]
    at = [id_ for id_, _ in facts].index(vector_id)
    named = next(given for _, given in reversed(facts[: at + 1]) if isinstance(given["debts"], list))
    on = facts[at][1].get("on", named["on"])
    return [
        debt(row["id"], date.fromisoformat(row["due"]), cents(row["open"]), row["rate"])
        for row in named["debts"]
    ], date.fromisoformat(on)


def test_each_vector_of_a_payment_within_a_debt(alloc_644_vector: Any) -> None:
    facts, expected = alloc_644_vector.given, alloc_644_vector.expected
    principal = cents(facts["principal"])
    split = order_within(
        cents(facts["payment"]),
        costs_cents=cents(facts["costs"]),
        interest_cents=cents(facts["interest_accrued"]),
        principal_cents=principal,
    )
    assert split.costs_cents == cents(expected["costs"])
    assert split.interest_cents == cents(expected["interest"])
    assert split.principal_cents == cents(expected["principal"])
    assert principal - split.principal_cents == cents(expected["left_principal"])


# --- which debt (6:43) -----------------------------------------------------------------------------------------


def test_what_can_be_demanded_goes_before_what_is_more_onerous() -> None:
    debts = [debt("later", NEXT_YEAR, rate="12"), debt("now", AUTUMN, rate="1")]
    assert paid(allocate(100_00, debts, on=TODAY)) == {"now": 100_00, "later": 0}


@pytest.mark.parametrize(("due_date", "first"), [(TODAY, "new"), (date(2026, 11, 23), "old")])
def test_a_debt_can_be_demanded_from_its_due_date_on(due_date: date, first: str) -> None:
    debts = [debt("new", due_date, rate="12"), debt("old", AUTUMN, rate="4")]
    assert allocate(100_00, debts, on=TODAY).allocations[0].id == first


def test_the_more_onerous_goes_before_the_older() -> None:
    debts = [debt("older", SUMMER, rate="4"), debt("dearer", AUTUMN, rate="10.40")]
    assert paid(allocate(150_00, debts, on=TODAY)) == {"dearer": 100_00, "older": 50_00}


def test_the_older_goes_first_among_equally_onerous() -> None:
    debts = [debt("newer", AUTUMN), debt("older", SUMMER)]
    assert paid(allocate(150_00, debts, on=TODAY)) == {"older": 100_00, "newer": 50_00}


def test_equals_share_in_proportion_to_the_cent() -> None:
    debts = [debt("A", open_cents=100), debt("B", open_cents=200), debt("C", open_cents=400)]
    shared = allocate(100, debts, on=TODAY)
    assert paid(shared) == {"A": 14, "B": 29, "C": 57}
    assert {share.because for share in shared.allocations} == {"IN_PROPORTION"}


def test_a_cent_that_cannot_be_shared_goes_by_id() -> None:
    debts = [debt("C", open_cents=100), debt("A", open_cents=100), debt("B", open_cents=100)]
    assert paid(allocate(100, debts, on=TODAY)) == {"A": 34, "B": 33, "C": 33}


@pytest.mark.parametrize(
    "designated", ["newer", "NEWER", "RF18 5390 0754 7034", "rf18539007547034", ["newer"]]
)
def test_what_the_debtor_designates_goes_first_and_the_rest_by_law(designated: Any) -> None:
    newer = replace(debt("newer", NEXT_YEAR, rate="1"), payment_reference="RF18 5390 0754 7034")
    debts = [debt("older", SUMMER), newer, debt("middle", AUTUMN)]
    allocated = allocate(250_00, debts, designated=designated, on=TODAY)
    assert paid(allocated) == {"newer": 100_00, "older": 100_00, "middle": 50_00}
    assert allocated.allocations[0].because == "DESIGNATED"


def test_two_designated_debts_keep_the_order_of_the_law_among_each_other() -> None:
    debts = [debt("A", AUTUMN, rate="4"), debt("B", SUMMER, rate="4"), debt("C", SUMMER, rate="12")]
    allocated = allocate(150_00, debts, designated=("A", "B"), on=TODAY)
    assert paid(allocated) == {"B": 100_00, "A": 50_00, "C": 0}


def test_what_is_more_than_everything_is_left_over() -> None:
    allocated = allocate(250_00, [debt("A"), debt("B")], on=TODAY)
    assert (paid(allocated), allocated.left_over_cents) == ({"A": 100_00, "B": 100_00}, 50_00)


def test_nothing_to_share_and_nobody_to_share_with() -> None:
    nothing = allocate(0, [debt("A"), debt("B")], on=TODAY)
    assert {share.because for share in nothing.allocations} == {"NOTHING_LEFT"}
    assert allocate(5, [], on=TODAY) == Allocated(allocations=(), left_over_cents=5)


def test_a_debt_that_gets_nothing_says_so() -> None:
    *_, last = allocate(100_00, [debt("A", SUMMER), debt("B", AUTUMN)], on=TODAY).allocations
    assert (last.id, last.cents, last.left_cents, last.because) == ("B", 0, 100_00, "NOTHING_LEFT")
    assert last.sentence("nl") == "niets over van de betaling"
    assert last.sentence("en") == "nothing left of the payment"


def test_the_articles_go_along() -> None:
    assert [source.label for source in allocate(1, [debt("A")], on=TODAY).citations] == [
        "art. 6:43 lid 1 BW",
        "art. 6:43 lid 2 BW",
    ]


@pytest.mark.parametrize(
    ("amount", "debts", "designated", "what"),
    [
        (-1, [debt("A")], None, "zero or more"),
        (1, [debt("A", open_cents=-1)], None, "zero or more"),
        (1, [debt("A"), debt("A")], None, "both called 'A'"),
        (1, [debt("A")], "B", "No debt is called 'B'"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(
    amount: int, debts: list[Debt], designated: Any, what: str
) -> None:
    with pytest.raises(ValueError, match=what):
        allocate(amount, debts, designated=designated, on=TODAY)


debts_of_any_kind = st.lists(
    st.builds(
        Debt,
        id=st.text(alphabet="ABCDEFGH", min_size=1, max_size=3),
        due_date=st.sampled_from([SUMMER, AUTUMN, NEXT_YEAR]),
        open_cents=st.integers(min_value=0, max_value=10**7),
        rate_percent=st.sampled_from([Decimal(4), Decimal("4.00"), Decimal("10.40")]),
    ),
    max_size=8,
    unique_by=lambda owed: owed.id,
)


@given(
    debts_of_any_kind, st.integers(min_value=0, max_value=10**8), st.randoms(use_true_random=False), st.data()
)
def test_sums_close_and_the_order_of_the_input_never_decides(
    debts: list[Debt], amount: int, chance: Any, data: st.DataObject
) -> None:
    ids = [owed.id for owed in debts]
    designated = data.draw(st.lists(st.sampled_from(ids), max_size=2)) if ids else []
    allocated = allocate(amount, debts, designated=designated, on=TODAY)
    opened = {owed.id: owed.open_cents for owed in debts}
    assert sum(paid(allocated).values()) + allocated.left_over_cents == amount
    assert all(share.cents + share.left_cents == opened[share.id] for share in allocated.allocations)
    assert all(0 <= share.cents <= opened[share.id] for share in allocated.allocations)
    assert allocated.left_over_cents == max(0, amount - sum(opened.values()))
    shuffled = debts.copy()
    chance.shuffle(shuffled)
    assert allocate(amount, shuffled, designated=designated, on=TODAY) == allocated


# --- within a debt (6:44) ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "parts"),
    [
        (0, (0, 0, 0, 0)),
        (39, (39, 0, 0, 0)),
        (40, (40, 0, 0, 0)),
        (41, (40, 1, 0, 0)),
        (52, (40, 12, 0, 0)),
        (53, (40, 12, 1, 0)),
        (152, (40, 12, 100, 0)),
        (153, (40, 12, 100, 1)),
    ],
)
def test_costs_go_before_interest_and_interest_before_principal(amount: int, parts: tuple[int, ...]) -> None:
    split = order_within(amount, costs_cents=40, interest_cents=12, principal_cents=100)
    assert (split.costs_cents, split.interest_cents, split.principal_cents, split.left_over_cents) == parts


def test_an_amount_below_zero_within_a_debt_is_refused() -> None:
    with pytest.raises(ValueError, match="zero or more"):
        order_within(1, costs_cents=0, interest_cents=-1, principal_cents=0)


@pytest.mark.parametrize(
    ("offer", "article"),
    [
        (Split(costs_cents=40, interest_cents=12, principal_cents=8), None),
        (Split(costs_cents=40, interest_cents=12, principal_cents=100, left_over_cents=5), None),
        (Split(costs_cents=10), None),
        (Split(principal_cents=100), "art. 6:44 lid 3 BW"),
        (Split(costs_cents=40, principal_cents=100), "art. 6:44 lid 3 BW"),
        (Split(principal_cents=99), "art. 6:44 lid 2 BW"),
        (Split(interest_cents=12), "art. 6:44 lid 2 BW"),
        (Split(costs_cents=40, principal_cents=12), "art. 6:44 lid 2 BW"),
    ],
)
def test_a_creditor_may_refuse_an_offer_in_another_order(offer: Split, article: str | None) -> None:
    refused = may_refuse(offer, costs_cents=40, interest_cents=12, principal_cents=100)
    assert (refused and refused.label) == article
