"""By which number an account is reached, and when the numbers of a whole client are looked up at all."""

import pytest

from tests.builders import a_client, after, an_account
from tests.usecases.ladders import ladder
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.language import read_strategy
from voldaan.records.by_phone import Numbers, number_of, numbers_if_asked, phone_numbers
from voldaan.records.departures import Departures, InForce
from voldaan.records.models import Account, Contact
from voldaan.records.scope import rows_of

pytestmark = pytest.mark.django_db
MOBILE, DESK = "+31612345678", "+31201234567"


def numbers(account: Account) -> Numbers:
    return phone_numbers(account.client, after(0)).get(account.pk, Numbers())


@pytest.mark.parametrize(
    ("phone", "found"),
    [
        ("06 12345678", Numbers(MOBILE, MOBILE)),
        ("020 1234567", Numbers("", DESK)),
        ("+32 470 12 34 56", Numbers("", "+32470123456")),
        ("onbekend", Numbers()),
        ("", Numbers()),
    ],
)
def test_a_mobile_number_takes_both_and_another_only_calls(phone: str, found: Numbers) -> None:
    account = an_account(a_client(), phone=phone)
    assert numbers(account) == found
    assert numbers(account).channels == tuple(
        way for way, number in zip(("SMS", "CALL"), found, strict=True) if number
    )


def test_the_desk_that_pays_is_called_before_the_debtor() -> None:
    account = an_account(a_client(), phone="06 12345678")
    with rows_of(account.client):
        for role, phone in (
            ("OTHER", "06 87654321"),
            ("ACCOUNTS_PAYABLE", ""),
            ("ACCOUNTS_PAYABLE", "020 1234567"),
        ):
            Contact.objects.create(
                client=account.client, debtor=account.debtor, role=role, name="Kim", phone=phone
            )
    assert numbers(account) == Numbers(MOBILE, DESK)
    assert number_of(account, "SMS", after(0)) == MOBILE
    assert number_of(account, "CALL", after(0)) == DESK


def test_a_number_abroad_says_its_country() -> None:
    account = an_account(a_client(), phone="0470 12 34 56", country="BE")
    assert numbers(account) == Numbers()


def test_of_another_client_nothing_is_seen() -> None:
    account = an_account(a_client(), phone="06 12345678")
    assert phone_numbers(a_client("wilg"), after(0)) == {}
    assert account.pk in phone_numbers(account.client, after(0))


@pytest.mark.parametrize(
    ("way", "exception", "asked"),
    [
        ("EMAIL", "", False),
        ("SMS", "", True),
        ("CALL", "", True),
        ("EMAIL", "CALL", True),
        ("EMAIL", "POST", False),
    ],
)
def test_of_a_whole_client_they_are_looked_up_where_they_can_be_used(
    way: str, exception: str, asked: bool
) -> None:
    account = an_account(a_client(), phone="06 12345678")
    text = ladder().replace('["EMAIL", "POST"]', f'["{way}", "POST"]', 1)
    departures = Departures(
        [InForce(account.pk, None, "CHANNEL", exception, after(0), None)] if exception else []
    )
    strategies = Strategies([read_strategy(text)])
    for one, expected in ((None, asked), (account.pk, True)):
        found = numbers_if_asked(account.client, after(0), one, strategies=strategies, departures=departures)
        assert bool(found) is expected
