"""The order of the rows of an account in a bank's own file, and what balances say of rows that are gone."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.export_samples import MOVED, OPENING_CENTS, SAMPLES, Moved, Sample, comma, with_balances
from voldaan.formats.bank import exports
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal, Statement

BY_NAME = {sample.name: sample for sample in SAMPLES}
PROVED = [sample for sample in SAMPLES if sample.has_balance]


def read(data: bytes | str, **options: bool) -> tuple[Statement, ...]:
    content = data.encode() if isinstance(data, str) else data
    return exports.read(Source.of_bytes(content, "afschrift.csv"), **options)


def refusal(data: bytes | str) -> str:
    with pytest.raises(Refusal) as caught:
        read(data)
    return " ".join(f"{problem.what} {problem.why}" for problem in caught.value.problems)


@pytest.mark.parametrize("sample", PROVED, ids=lambda sample: sample.name)
@pytest.mark.parametrize("gone", [1, 2])
def test_a_row_that_was_taken_out_is_refused_with_both_its_neighbours(sample: Sample, gone: int) -> None:
    rest = [one for place, one in enumerate(MOVED) if place != gone]
    data = sample.data(rest)
    said = refusal(data)
    assert "sluit het saldo niet aan" in said
    assert comma(MOVED[gone].cents, dots=True) in said
    (statement,) = read(data, keep_unbalanced=True)
    assert (statement.balanced, statement.entries) == (False, len(rest))
    assert "sluit het saldo niet aan" in statement.remarks[0].what


@pytest.mark.parametrize("sample", PROVED, ids=lambda sample: sample.name)
@pytest.mark.parametrize("gone", [1, 2, 3])
def test_an_account_that_ends_as_it_began_hides_no_row(sample: Sample, gone: int) -> None:
    amounts = [5_000, 3_000, 1_000, -7_000, -2_000]
    moved = with_balances([Moved(date(2026, 10, 1 + place), cents) for place, cents in enumerate(amounts)])
    assert read(sample.data(moved))[0].closing_cents == OPENING_CENTS
    assert "sluit het saldo niet aan" in refusal(sample.data(moved[:gone] + moved[gone + 1 :]))


@pytest.mark.parametrize("sample", PROVED, ids=lambda sample: sample.name)
def test_balances_that_meet_only_against_the_days_give_no_order(sample: Sample) -> None:
    moved = with_balances(
        [Moved(date(2026, 10, 1 + place), cents) for place, cents in enumerate((121, -71, -50))]
    )
    assert "sluit het saldo niet aan" in refusal(sample.data([moved[0], moved[2]]))


@pytest.mark.parametrize("sample", PROVED, ids=lambda sample: sample.name)
def test_an_amount_that_was_changed_is_refused(sample: Sample) -> None:
    changed = [replace(one, cents=one.cents + 100) if place == 2 else one for place, one in enumerate(MOVED)]
    assert "sluit het saldo niet aan" in refusal(sample.data(changed))


def test_a_row_with_two_balances_that_its_amount_does_not_join_is_refused() -> None:
    data = BY_NAME["ABN AMRO in Dutch"].text().replace(";1210,00;", ";1211,00;")
    assert "volgt niet uit het saldo ervoor" in refusal(data)


def test_a_day_whose_rows_stand_in_no_order_is_put_in_the_order_that_chains() -> None:
    sample, day = BY_NAME["ING with balances"], date(2026, 10, 6)
    moved = with_balances(
        [*(Moved(day, cents) for cents in (500, -200, 9_900, 40)), Moved(date(2026, 10, 7), -1)]
    )
    mixed = [moved[place] for place in (2, 0, 3, 1, 4)]
    (statement,) = read(sample.data(mixed))
    assert [t.amount_cents for t in statement.transactions] == [one.cents for one in moved]


@given(st.lists(st.integers(-50_000, 50_000), min_size=1, max_size=40), st.data())
def test_any_order_of_the_rows_gives_a_statement_that_adds_up(
    amounts: list[int], data: st.DataObject
) -> None:
    moved = with_balances(
        [Moved(date(2026, 9, 1 + place // 3), cents) for place, cents in enumerate(amounts)]
    )
    shuffled = data.draw(st.permutations(moved))
    (statement,) = read(BY_NAME["ABN AMRO TAB"].data(shuffled))
    assert statement.balanced is True
    assert sorted(t.amount_cents for t in statement.transactions) == sorted(amounts)


@given(st.lists(st.integers(1, 50_000), min_size=1, max_size=12), st.data())
def test_a_first_day_that_ends_as_it_began_goes_on_in_the_next(
    amounts: list[int], data: st.DataObject
) -> None:
    first = [Moved(date(2026, 9, 1), cents) for cents in (*amounts, -sum(amounts))]
    moved = with_balances([*first, Moved(date(2026, 9, 2), 1)])
    shuffled = [*data.draw(st.permutations(moved[:-1])), moved[-1]]
    (statement,) = read(BY_NAME["ABN AMRO TAB"].data(shuffled))
    assert (statement.opening_cents, statement.closing_cents) == (OPENING_CENTS, OPENING_CENTS + 1)


@given(st.lists(st.integers(1, 50_000), min_size=3, max_size=30), st.data())
def test_a_row_gone_from_the_middle_never_passes_unseen(amounts: list[int], data: st.DataObject) -> None:
    moved = with_balances([Moved(date(2026, 9, 1), cents) for cents in amounts])
    gone = data.draw(st.integers(1, len(moved) - 2))
    assert "sluit het saldo niet aan" in refusal(BY_NAME["Rabobank"].data(moved[:gone] + moved[gone + 1 :]))
