"""The code of an account: made with its first message, found again in an answer, and revoked."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.mails import an_answer, message_of
from voldaan.domain.identifiers import format_code, is_valid_code
from voldaan.records.models import AccountCode, Client, Event, IncomingMail, StrayMail
from voldaan.records.scope import rows_of
from voldaan.usecases.find_code import NoSuchCode, code_of, find_code, revoke_code
from voldaan.usecases.merge_debtors import merge_debtors
from voldaan.usecases.run_day import run_day
from voldaan.usecases.show_account import show_account
from voldaan.usecases.take_mail import Taken, take_mail

pytestmark = pytest.mark.django_db(transaction=True)
SENT_ON, ON = after(3), after(5)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    return tmp_path


@pytest.fixture
def client() -> Client:
    """A client with two debtors who each got a first reminder."""
    made = a_client(truth_days_max=400)
    for number in ("D1", "D2"):
        an_invoice(an_account(made, number), f"F-2026-{number}")
    bank_known_until(made, after(90))
    run_day(made, on=SENT_ON, at=ten_o_clock(SENT_ON), by="test", approve=True)
    return made


def code(client: Client, debtor: str = "D1") -> str:
    with rows_of(client):
        return code_of(message_of(client, debtor).account)


def answered(words: str) -> Taken:
    return take_mail(
        an_answer(words, sender="iemand@anders.example", subject=""), on=ON, at=ten_o_clock(ON), by="test"
    )


def test_each_account_has_its_own_code_and_its_message_prints_it(client: Client) -> None:
    codes = {code(client, "D1"), code(client, "D2")}
    assert len(codes) == 2
    assert all(map(is_valid_code, codes))
    assert message_of(client).facts["code"] == code(client)
    assert show_account(client, "D1", today=ON).sheet.card.code == code(client)
    with rows_of(client):
        assert AccountCode.objects.count() == 2


def test_the_next_message_prints_the_same_code(client: Client) -> None:
    before = code(client)
    later = after(30)
    run_day(client, on=later, at=ten_o_clock(later), by="test", approve=True)
    assert message_of(client).on == later
    assert message_of(client).facts["code"] == before == code(client)


@pytest.mark.parametrize("written", ["Mijn code is {}.", "{}", "code: {} (zie brief)"])
def test_an_answer_that_names_a_code_is_of_its_account_whoever_sends_it(client: Client, written: str) -> None:
    done = answered(written.format(code(client, "D2").lower()))
    assert (done.debtor, done.found_by) == ("D2", "CODE")
    with rows_of(client):
        assert IncomingMail.objects.get().found_by == "CODE"


def test_a_code_without_dashes_will_do_and_a_wrong_one_says_nothing(client: Client) -> None:
    right = code(client)
    wrong = right[:-1] + ("2" if right[-1] != "2" else "3")
    assert answered(f"code {wrong}").client == ""
    assert answered(f"code {right.replace('-', '')}").debtor == "D1"


def test_codes_of_two_accounts_are_placed_by_a_person(client: Client) -> None:
    assert answered(f"{code(client, 'D1')} en {code(client, 'D2')}").client == ""
    assert StrayMail.objects.count() == 1


def test_a_code_is_found_and_revoked_and_the_next_message_has_another(client: Client) -> None:
    first = code(client)
    assert find_code(f" {first.lower()} ").account.number == "D1"
    revoke_code(first, on=ON, at=ten_o_clock(ON), by="test")
    with pytest.raises(NoSuchCode, match="Geen debiteur heeft nu code"):
        find_code(first)
    assert answered(f"Mijn code is {first}").client == ""
    later = after(30)
    run_day(client, on=later, at=ten_o_clock(later), by="test", approve=True)
    assert code(client) not in ("", first)
    with rows_of(client):
        told = Event.objects.get(kind="code.revoked")
        assert set(json.loads(told.data)) == {"code"}
        assert AccountCode.objects.filter(account=told.account_id).count() == 2


@pytest.mark.parametrize("text", ["", "hallo", "2026-0118", "K7M4-QX2P-9T"])
def test_what_cannot_be_a_code_gets_a_sentence(client: Client, text: str) -> None:
    with pytest.raises(NoSuchCode, match="kan geen code zijn: een code heeft 10 tekens"):
        find_code(text)


def test_the_code_of_an_account_that_was_merged_leads_to_the_one_that_it_is_part_of(client: Client) -> None:
    of_second = code(client, "D2")
    merge_debtors(client, "D1", "D2", on=ON, at=ten_o_clock(ON), by="test")
    assert find_code(of_second).account.number == "D1"


def test_the_same_book_gives_the_same_codes_and_another_secret_others(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = [code(client, number) for number in ("D1", "D2")]
    with rows_of(client):
        kept = list(AccountCode.objects.order_by("account__number").values_list("code", flat=True))
        AccountCode.objects.all().delete()
    assert [format_code(one) for one in kept] == codes
    later = after(30)
    run_day(client, on=later, at=ten_o_clock(later), by="test", approve=True)
    assert [code(client, number) for number in ("D1", "D2")] == codes
    with rows_of(client):
        AccountCode.objects.all().delete()
    monkeypatch.setattr(settings, "SECRET_KEY", "another")
    later = after(60)
    run_day(client, on=later, at=ten_o_clock(later), by="test", approve=True)
    assert not set(codes) & {code(client, number) for number in ("D1", "D2")}
