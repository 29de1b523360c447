"""By which number an account is reached, and when the numbers of a whole client are looked up at all."""

from typing import Any
from uuid import uuid4

import pytest

from tests.builders import a_client, after, an_account, ten_o_clock
from tests.usecases.ladders import ladder
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.language import read_strategy
from voldaan.records.by_phone import Numbers, number_of, numbers_if_asked, phone_numbers
from voldaan.records.departures import Departures, InForce
from voldaan.records.models import Account, CallAttempt, Contact, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.merge_debtors import merge_debtors

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


@pytest.mark.parametrize("outcome", ["NOT_WANTED", "WRONG_NUMBER"])
@pytest.mark.parametrize("kept", ["D1", "D2"])
def test_what_was_said_to_an_account_holds_for_the_one_it_was_merged_into_too(
    outcome: str, kept: str
) -> None:
    client = a_client()
    called, other = (an_account(client, number, phone="06 12345678") for number in ("D1", "D2"))
    when: dict[str, Any] = {"on": after(3), "at": ten_o_clock(after(3)), "by": "Kim"}
    with rows_of(client):
        message = Message.objects.create(
            client=client, account=called, uuid=uuid4(), approved_at=ten_o_clock(after(-100)), channel="CALL", kind="CONFIRMATION", state="FAILED", stage="", facts={},
            language="nl", recipient=MOBILE, on=after(-100), written_at=ten_o_clock(after(-100)), pay_by=after(3),
        )  # fmt: skip
        CallAttempt.objects.create(
            client=client, message=message, number=MOBILE, outcome=outcome, **when | {"on": after(-100)}
        )
    assert number_of(other, "CALL", after(3)) == MOBILE
    merge_debtors(client, kept, "D2" if kept == "D1" else "D1", because="zelfde bedrijf", **when)
    standing = called if kept == "D1" else other
    assert number_of(standing, "CALL", after(3)) == ""
    assert standing.pk not in phone_numbers(client, after(3)) or outcome == "NOT_WANTED"


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
