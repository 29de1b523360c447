"""The law of a country as one object: the Netherlands whole, every other country not there."""

from dataclasses import fields
from datetime import date, datetime

import pytest

from voldaan.domain.law.allocation import Debt
from voldaan.domain.law.jurisdiction import NETHERLANDS, jurisdiction_of

DAY = date(2026, 11, 20)


@pytest.mark.parametrize("country", ["NL", "nl", " NL "])
def test_the_netherlands_are_there(country: str) -> None:
    assert jurisdiction_of(country) is NETHERLANDS


@pytest.mark.parametrize("country", ["BE", "DE", "CW", "", "NLD", "N L"])
def test_no_other_country_is(country: str) -> None:
    assert jurisdiction_of(country) is None


def test_no_field_of_the_netherlands_is_empty() -> None:
    assert all(getattr(NETHERLANDS, field.name) for field in fields(NETHERLANDS))


def test_each_field_answers_as_the_law_of_the_netherlands_does() -> None:
    assert NETHERLANDS.collection_costs(1000_00).costs_cents == 150_00
    assert NETHERLANDS.interest("STATUTORY", 100_00, due_date=DAY, until=DAY).cents == 0
    assert NETHERLANDS.interest("STATUTORY", 100_00, due_date=DAY, until=DAY).citations[0].article == "6:119"
    assert NETHERLANDS.rates("STATUTORY")[-1].first_day == date(2026, 1, 1)
    assert not NETHERLANDS.contact(datetime(2026, 11, 22, 12)).allowed
    assert NETHERLANDS.holidays(2026)[date(2026, 4, 27)] == "Koningsdag"
    assert NETHERLANDS.payment_term(buyer="CONSUMER", issue_date=DAY).because == "AT_ONCE"
    assert NETHERLANDS.limitation("CONTRACT", DAY).time_barred_from == date(2031, 11, 21)
    owed = [Debt(id="A", due_date=DAY, open_cents=5)]
    assert NETHERLANDS.allocation(7, owed, on=DAY).left_over_cents == 2
    assert (
        NETHERLANDS.order_within(7, costs_cents=5, interest_cents=1, principal_cents=9).principal_cents == 1
    )
    assert NETHERLANDS.notice_term(DAY, by="EMAIL").last_day > DAY
    default = NETHERLANDS.in_default_from(due_date=DAY, basis="AGREED", capacity="CONSUMER")
    assert default.first_day == date(2026, 11, 21)
