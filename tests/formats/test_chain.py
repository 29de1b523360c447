"""Whether statements follow each other: one that is missing, one that came twice, two over the same days."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.samples import OWN_IBAN, PAYER_IBAN, transaction
from voldaan.formats.bank.chain import GAP, OVERLAP, REPEAT, ChainSoFar, chain
from voldaan.formats.values import Statement

FIRST_DAY = date(2026, 9, 1)


def statement(place: int, opening: int, amounts: Sequence[int], **changes: object) -> Statement:
    """Return the statement of one day, a week day or not, with these movements."""
    day = FIRST_DAY + timedelta(days=place)
    values = {
        "format": "camt.053",
        "bank_iban": OWN_IBAN,
        "currency": "EUR",
        "number": str(place),
        "opening_cents": opening,
        "closing_cents": opening + sum(amounts),
        "opening_date": day,
        "closing_date": day,
        "transactions": tuple(transaction(booking_date=day, amount_cents=cents) for cents in amounts),
    }
    return Statement(**{**values, **changes})


def days(amounts: Sequence[Sequence[int]], **changes: object) -> list[Statement]:
    """Return statements of successive days that follow each other."""
    found, opening = [], 100_000
    for number, day in enumerate(amounts, 1):
        found.append(statement(number, opening, day, **changes))
        opening += sum(day)
    return found


def merged(one: Statement, two: Statement) -> Statement:
    """Return one statement over the days of two."""
    return Statement(
        format=one.format,
        bank_iban=one.bank_iban,
        currency=one.currency,
        number=None,
        opening_cents=one.opening_cents,
        closing_cents=two.closing_cents,
        opening_date=one.opening_date,
        closing_date=two.closing_date,
        transactions=(*one.transactions, *two.transactions),
    )


def kinds(statements: Sequence[Statement]) -> list[str]:
    return [link.kind for link in chain(statements)]


WEEK = days([[500], [-200, 900], [40], [7], [-3, 60]])

positive_days = st.lists(st.lists(st.integers(1, 90_000), min_size=1, max_size=4), min_size=4, max_size=12)


def test_statements_that_follow_each_other_have_no_link() -> None:
    assert chain(WEEK) == ()
    assert chain([]) == ()
    assert chain(WEEK[:1]) == ()


@given(positive_days, st.data())
def test_one_that_is_dropped_is_one_gap_of_its_difference(
    amounts: list[list[int]], data: st.DataObject
) -> None:
    found = days(amounts)
    assert chain(found) == ()
    gone = data.draw(st.integers(1, len(found) - 2))
    (link,) = chain(found[:gone] + found[gone + 1 :])
    assert (link.kind, link.difference_cents) == (GAP, sum(amounts[gone]))
    assert (link.earlier.number, link.later.number) == (found[gone - 1].number, found[gone + 1].number)


@given(positive_days, st.data())
def test_one_that_comes_twice_is_one_repeat_wherever_it_comes_again(
    amounts: list[list[int]], data: st.DataObject
) -> None:
    found = days(amounts)
    again = data.draw(st.sampled_from(found))
    found.insert(data.draw(st.integers(0, len(found))), again)
    (link,) = chain(found)
    assert (link.kind, link.later.number) == (REPEAT, again.number)


@given(positive_days, st.data())
def test_one_over_two_days_beside_one_of_them_is_one_overlap(
    amounts: list[list[int]], data: st.DataObject
) -> None:
    found = days(amounts)
    place = data.draw(st.integers(0, len(found) - 2))
    kept = data.draw(st.integers(place, place + 1))
    found[place : place + 2] = [found[kept], merged(*found[place : place + 2])]
    assert kinds(found) == [OVERLAP]


@given(positive_days, st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter_where_the_days_tell_it(
    amounts: list[list[int]], chance: object
) -> None:
    found = days(amounts)
    chance.shuffle(found)
    assert chain(found) == ()


def test_two_of_one_day_join_by_their_balances_in_whatever_order_they_are_read() -> None:
    morning = statement(1, 1000, [10], number="1/1")
    evening = statement(1, 1010, [20], number="1/2")
    following = statement(2, 1030, [5])
    assert chain([evening, morning, following]) == ()


def test_another_statement_of_the_same_day_is_an_overlap() -> None:
    assert kinds([statement(1, 1000, [10]), statement(1, 1000, [10, 20], number="2")]) == [OVERLAP]


def test_a_month_that_holds_a_day_is_an_overlap_and_the_next_month_follows_it() -> None:
    day, *_ = WEEK
    month = merged(WEEK[0], WEEK[-1])
    whole = Statement(
        format="export.ing",
        bank_iban=OWN_IBAN,
        currency="EUR",
        number=None,
        opening_cents=day.opening_cents,
        closing_cents=WEEK[-1].closing_cents,
        opening_date=month.opening_date,
        closing_date=month.closing_date,
        transactions=tuple(one for each in WEEK for one in each.transactions),
    )
    following = statement(9, whole.closing_cents or 0, [5])
    assert kinds([day, whole, following]) == [OVERLAP]


def test_without_balances_the_numbers_tell_what_is_missing() -> None:
    bare = [days([[1], [2], [3]], opening_cents=None, closing_cents=None)[place] for place in (0, 2)]
    (link,) = chain(bare)
    assert (link.kind, link.difference_cents) == (GAP, None)
    assert "nummers" in link.sentence


@pytest.mark.parametrize(
    "numbers", [("1", "2"), ("365", "1"), ("12/1", "12/2"), ("MSG-7", "MSG-9"), (None, None)]
)
def test_numbers_that_go_on_begin_anew_or_are_no_numbers_tell_of_no_gap(
    numbers: tuple[str | None, ...],
) -> None:
    found = [
        statement(place, 0, [1], number=number, opening_cents=None, closing_cents=None)
        for place, number in enumerate(numbers)
    ]
    assert chain(found) == ()


def test_without_balances_the_same_movements_of_the_same_day_are_an_overlap() -> None:
    one = statement(1, 0, [10, 20], number=None, opening_cents=None, closing_cents=None)
    two = statement(1, 0, [10, 20], number="9", opening_cents=None, closing_cents=None)
    other = statement(1, 0, [30], number="9", opening_cents=None, closing_cents=None)
    assert kinds([one, two]) == [OVERLAP]
    assert kinds([one, other]) == []


def test_accounts_and_currencies_are_chains_of_their_own() -> None:
    dollars = days([[1], [2]], currency="USD")
    others = days([[30], [40]], bank_iban=PAYER_IBAN)
    mixed = [one for group in zip(WEEK, [*dollars, *others, *dollars[:0]], strict=False) for one in group]
    assert chain([*mixed, WEEK[4]]) == ()


def test_an_account_without_a_number_is_told_by_its_name() -> None:
    main = days([[1], [2]], bank_iban="", bank_account_name="EUR Main")
    savings = days([[500], [600]], bank_iban="", bank_account_name="EUR Savings")
    assert chain([*main, *savings]) == ()


@pytest.mark.parametrize("kind", ["INTERIM", "NOTIFICATION"])
def test_what_is_provisional_is_no_part_of_the_chain(kind: str) -> None:
    assert chain([WEEK[0], statement(1, 77, [10], kind=kind), WEEK[1]]) == ()


def test_a_statement_without_movements_can_follow_and_can_be_repeated() -> None:
    quiet = days([[10], [], [20]])
    assert chain(quiet) == ()
    assert kinds([*quiet, quiet[1]]) == [REPEAT]


def test_each_kind_says_what_is_the_matter_why_and_what_to_do() -> None:
    so_far = ChainSoFar()
    for one in (WEEK[0], WEEK[0], WEEK[2], merged(WEEK[2], WEEK[3])):
        so_far.add(one, f"dag-{one.number}.xml")
    links = so_far.links()
    assert [link.kind for link in links] == [REPEAT, GAP, OVERLAP]
    problems = [link.problem() for link in links]
    assert [problem.file for problem in problems] == ["dag-1.xml", "dag-3.xml", "dag-None.xml"]
    assert all(problem.what and problem.why and problem.how_to_fix for problem in problems)
    assert "het verschil is 7,00 EUR" in problems[1].what
    assert "1.005,00" in problems[1].why
    assert "van 04-09-2026 tot en met 05-09-2026" in problems[2].what
    assert links[1].problem("map.zip").file == "map.zip"
