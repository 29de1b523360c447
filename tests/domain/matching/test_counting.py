"""A list beside payments: the amount stands, later payments lower it, earlier ones never again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.counting import Source, count_list

DAY = date(2026, 11, 10)


def paid(cents: int, days: int, number: int = 1, *, taken_back: bool = False) -> Source:
    return Source("PAYMENT", number, cents, DAY + timedelta(days=days), taken_back)


def count(list_cents: int, *sources: Source):
    return count_list(asked_cents=10_000, list_cents=list_cents, as_of=DAY, sources=sources)


@pytest.mark.parametrize(("days", "ledger"), [(-1, 0), (0, 0), (1, 4_000)])
def test_a_payment_up_to_the_day_explains_what_the_list_says_was_paid(days: int, ledger: int) -> None:
    counted = count(6_000, paid(4_000, days))
    assert (counted.ledger_cents, counted.taken_back, counted.contradicted) == (ledger, (), False)


@pytest.mark.parametrize(("cents", "taken_back"), [(3_999, False), (4_000, False), (4_001, True)])
def test_a_payment_up_to_the_day_that_the_list_does_not_know_waits_again(
    cents: int, taken_back: bool
) -> None:
    assert bool(count(6_000, paid(cents, 0)).taken_back) is taken_back


@pytest.mark.parametrize(("cents", "taken_back"), [(5_999, False), (6_000, False), (6_001, True)])
def test_a_payment_after_the_day_fits_in_what_was_open(cents: int, taken_back: bool) -> None:
    assert bool(count(6_000, paid(cents, 1)).taken_back) is taken_back


def test_a_payment_and_its_return_stay_together() -> None:
    counted = count(10_000, paid(10_000, 0, taken_back=True), paid(-10_000, 1, 2, taken_back=True))
    assert counted.taken_back == ()


@pytest.mark.parametrize(("list_cents", "contradicted"), [(0, False), (1, True), (10_000, True)])
def test_the_clients_word_is_kept_and_a_contradiction_is_said(list_cents: int, contradicted: bool) -> None:
    word = Source("CLIENT_WORD", None, 10_000, DAY)
    counted = count(list_cents, word)
    assert (counted.ledger_cents, counted.taken_back, counted.contradicted) == (0, (), contradicted)


@pytest.mark.parametrize("list_cents", [-1, 0, 10_000, 10_001])
def test_what_a_list_says_beyond_the_invoice_is_kept_to_it(list_cents: int) -> None:
    assert 0 <= count(list_cents).ledger_cents <= 10_000


@given(
    list_cents=st.integers(0, 10_000),
    early=st.lists(st.integers(1, 6_000), max_size=3),
    late=st.lists(st.integers(1, 6_000), max_size=3),
)
def test_what_is_open_is_always_the_list_less_what_came_later(
    list_cents: int, early: list[int], late: list[int]
) -> None:
    sources = [paid(c, 0, n) for n, c in enumerate(early)] + [paid(c, 1, 10 + n) for n, c in enumerate(late)]
    counted = count(list_cents, *sources)
    kept = [source for source in sources if source not in counted.taken_back]
    left = 10_000 - counted.ledger_cents - sum(source.cents for source in kept)
    assert left == list_cents - sum(source.cents for source in kept if source.on > DAY)
    assert left >= 0
