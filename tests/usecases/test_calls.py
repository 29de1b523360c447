"""A stage by telephone: who is called, what comes of a call, and which way follows."""

import json
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from tests.builders import (
    a_client,
    after,
    an_account,
    an_agency,
    an_engagement,
    an_invoice,
    bank_known_until,
    ten_o_clock,
)
from voldaan.records import archive
from voldaan.records.by_phone import number_of
from voldaan.records.models import (
    Account,
    CallAttempt,
    Client,
    Dispute,
    Fee,
    Hold,
    Invoice,
    Message,
    Promise,
    Reminded,
)
from voldaan.records.scope import rows_of
from voldaan.usecases.decide_mail import CannotDecide
from voldaan.usecases.hand_over import dossier_files, hand_over
from voldaan.usecases.list_messages import message_parts
from voldaan.usecases.record_call import Call, CannotRecord, NotFound, Recorded, record_call
from voldaan.usecases.run_day import run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.settle_invoice import settle_invoice
from voldaan.usecases.show_call_list import CallRow, as_json, count_calls, show_call, show_call_list
from voldaan.usecases.show_evidence import write_evidence
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db

TEXT = """
name = "Bellen"
version = 1
[manners]
days_between_reminders = 7
minimum_cents = 500
days_after_term = 2
[[stages]]
key = "FIRST_REMINDER"
days = 3
term_days = 7
channels = ["EMAIL", "POST"]
[[stages]]
key = "SECOND_REMINDER"
days = 14
term_days = 30
channels = ["{way}", "POST"]
[end]
act = "HAND_OVER"
days_after_term = 3
"""
NUMBER = "+31612345678"


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    monkeypatch.setattr(settings.INSTALLATION, "smtp_url", "")
    (tmp_path / "strategies").mkdir()
    for way in ("CALL", "SMS"):
        (tmp_path / "strategies" / f"{way.lower()}.toml").write_text(TEXT.format(way=way))
    return tmp_path


def debtor(way: str = "call", *, phone: str = "06 12345678", **facts: Any) -> Account:
    """Return an account with a telephone, whose second reminder goes by it."""
    client = a_client(strategy=way, approval="AUTOMATIC", truth_days_max=400)
    account = an_account(client, phone=phone, **facts)
    an_invoice(account)
    bank_known_until(client, after(200))
    return account


def live(client: Client, *days: int) -> None:
    for day in days:
        run_day(client, on=after(day), at=ten_o_clock(after(day)), by="test", approve=True)


def calls(client: Client, day: int = 14) -> list[CallRow]:
    return show_call_list([client], on=after(day), at=ten_o_clock(after(day)))


def record(client: Client, outcome: str, when: int = 14, **said: Any) -> Recorded:
    (row,) = calls(client, when)
    on = after(when)
    call = Call(outcome=outcome, **said)
    return record_call(client, row.uuid, call, on=on, at=ten_o_clock(on), by="Kim")


def messages(client: Client) -> list[tuple[str, str]]:
    with rows_of(client):
        return list(Message.objects.order_by("pk").values_list("channel", "state"))


def last(client: Client) -> Message:
    with rows_of(client):
        return Message.objects.order_by("-pk")[0]


def to_call(**facts: Any) -> Client:
    """Return a client whose only debtor stands on the call list."""
    client = debtor(**facts).client
    live(client, 3, 14)
    return client


class TestTheCallList:
    def test_an_approved_call_waits_for_a_person_with_its_script(self) -> None:
        client = to_call()
        assert messages(client) == [("EMAIL", "SENT"), ("CALL", "APPROVED")]
        (row,) = calls(client)
        assert (row.number, row.shown_number, row.total_cents) == (NUMBER, "06 12 34 56 78", 12_500)
        assert row.is_open
        assert count_calls([client]) == 1
        script = show_call(client, row.uuid, on=after(14), at=ten_o_clock(after(14))).script
        assert script[0].heading == "Vraag eerst wie u spreekt"
        assert any("2026-0001" in line for line in script[2].lines)
        assert as_json(row)["number"] == NUMBER
        assert "letter.pdf" not in message_parts(client, row.uuid)

    @pytest.mark.parametrize(("way", "says"), [("call", "Zeg wie je bent"), ("sms", "Wil je betalen")])
    def test_a_script_and_a_text_message_are_in_the_texts_of_the_client(self, way: str, says: str) -> None:
        client = debtor(way).client
        Client.objects.filter(pk=client.pk).update(text_set="informal")
        client.refresh_from_db()
        live(client, 3, 14)
        told = last(client)
        assert (told.channel, told.text_version) == (way.upper(), "informal 0")
        with rows_of(client):
            assert says in archive.fetch(told.text_sha256).decode()

    def test_who_paid_meanwhile_is_called_no_more_and_the_next_sending_withdraws_it(self) -> None:
        client = to_call()
        with rows_of(client):
            number = Invoice.objects.get().number
        settle_invoice(client, number, on=after(14), at=ten_o_clock(after(14)), by="test")
        (row,) = calls(client)
        assert (row.overtaken, row.is_open) == ("Alles is inmiddels voldaan.", False)
        live(client, 15)
        assert messages(client)[-1] == ("CALL", "WITHDRAWN")
        assert calls(client, 15) == []

    def test_a_call_that_is_not_there_is_not_found(self) -> None:
        client = debtor().client
        with pytest.raises(NotFound, match="bellijst van"):
            show_call(client, "8d1c5f5e-0f2c-4f8e-9c8a-0b8f6f0c1d11", on=after(3), at=ten_o_clock(after(3)))

    @pytest.mark.parametrize("phone", ["", "onbekend", "0900 1234"])
    def test_without_a_number_the_next_way_is_taken(self, phone: str) -> None:
        client = to_call(phone=phone)
        assert messages(client) == [("EMAIL", "SENT"), ("POST", "SENT")]

    def test_another_number_makes_the_call_another(self) -> None:
        client = to_call()
        with rows_of(client):
            account = Account.objects.select_related("debtor").get()
            account.debtor.phone = "020 1234567"
            account.debtor.save()
        (row,) = calls(client)
        assert row.overtaken == "Het telefoonnummer is inmiddels een ander."


class TestOfAnAgency:
    def test_a_person_is_called_at_lawful_hours_only(self) -> None:
        client = self.book(capacity="SOLE_TRADER")
        live(client, 3, 14)
        on = after(14)
        for hour, is_open in ((6, False), (7, True), (19, True), (20, False)):
            at = datetime.combine(on, time(hour), ZoneInfo("Europe/Amsterdam"))
            (row,) = show_call_list([client], on=on, at=at)
            assert (row.is_open, "wacht tot" in row.later) == (is_open, not is_open), hour

    def test_the_call_costs_its_client_what_a_message_does(self) -> None:
        client = self.book(capacity="LEGAL_PERSON")
        live(client, 3, 14)
        record(client, "REACHED")
        with rows_of(client):
            assert Fee.objects.filter(message__channel="CALL").count() == 1

    def book(self, **facts: Any) -> Client:
        account = debtor(**facts)
        an_engagement(
            account.client, an_agency(), strategy="call", price_cents=450,
            every_message_is_charged=True,
        )  # fmt: skip
        return account.client


class TestWhatComesOfACall:
    def test_who_was_reached_was_reminded(self) -> None:
        client = to_call()
        done = record(client, "REACHED", note="Betaalt vrijdag")
        assert (done.state, done.is_new) == ("SENT", True)
        with rows_of(client):
            assert Reminded.objects.filter(message__channel="CALL").count() == 1
        assert messages(client)[-1] == ("CALL", "SENT")
        assert calls(client) == []
        assert list(verify_book([client])) == []

    def test_a_call_stands_in_the_dossier_with_its_day(self) -> None:
        client = to_call()
        record(client, "REACHED")
        on = after(60)
        hand_over(client, "D1", confirmed_by="Sanne Bos", on=on, at=ten_o_clock(on), by="test")
        files = dossier_files(client, "D1")
        (told,) = (data for name, data in files.items() if name.endswith(".json"))
        sent = json.loads(told)["messages"]
        assert [(one["channel"], one["sent_on"]) for one in sent][-1] == ("CALL", after(14).isoformat())

    def test_its_script_is_kept_with_the_evidence_of_the_account(self, tmp_path: Path) -> None:
        client = to_call()
        record(client, "REACHED")
        found = write_evidence(client, "D1", tmp_path / "bewijs")
        assert [(one.channel, one.differs) for one in found] == [("EMAIL", ""), ("CALL", "")]
        script = (tmp_path / "bewijs" / found[-1].file_name).read_text(encoding="utf-8")
        assert script.startswith("Vraag eerst wie u spreekt")

    def test_the_same_form_sent_twice_changes_nothing(self) -> None:
        client = to_call()
        (row,) = calls(client)
        on = after(14)
        for is_new in (True, False):
            done = record_call(
                client, row.uuid, Call(outcome="REACHED"), after=0, on=on, at=ten_o_clock(on), by="Kim"
            )
            assert (done.state, done.is_new) == ("SENT", is_new)
        with rows_of(client):
            assert CallAttempt.objects.count() == 1
            assert Reminded.objects.filter(message__channel="CALL").count() == 1

    def test_what_was_paid_before_the_call_was_written_down_was_not_reminded(self) -> None:
        client = to_call()
        settle_invoice(client, "2026-0001", on=after(14), at=ten_o_clock(after(14)), by="test")
        done = record(client, "REACHED")
        assert (done.state, done.because) == ("WITHDRAWN", "Alles is inmiddels voldaan.")
        with rows_of(client):
            assert not Reminded.objects.filter(message__channel="CALL").exists()
            assert CallAttempt.objects.count() == 1

    @pytest.mark.parametrize("outcome", ["NO_ANSWER", "VOICEMAIL"])
    def test_nobody_on_three_days_lets_the_next_way_follow(self, outcome: str) -> None:
        client = to_call()
        assert record(client, outcome, 14).state == "APPROVED"
        (row,) = calls(client, 14)
        assert (row.is_open, row.again_on is not None) == (False, True)
        assert record(client, outcome, 14).state == "APPROVED"
        assert record(client, outcome, 15).state == "APPROVED"
        done = record(client, outcome, 16)
        assert (done.state, done.because) == ("FAILED", "Op 3 dagen gebeld zonder iemand te spreken.")
        live(client, 17)
        assert messages(client)[-2:] == [("CALL", "FAILED"), ("POST", "SENT")]
        assert list(verify_book([client])) == []

    def test_who_asks_to_be_called_back_is_shown_on_that_day(self) -> None:
        client = to_call()
        record(client, "CALL_BACK", again_on=after(18))
        assert [row.is_open for row in calls(client, 17)] == [False]
        assert [row.is_open for row in calls(client, 18)] == [True]

    @pytest.mark.parametrize(
        ("outcome", "because"),
        [
            ("WRONG_NUMBER", f"Het nummer {NUMBER} is niet van de debiteur."),
            ("NOT_WANTED", "De debiteur wil niet gebeld worden."),
        ],
    )
    def test_a_number_that_is_wrong_or_not_wanted_is_called_no_more(self, outcome: str, because: str) -> None:
        client = to_call()
        done = record(client, outcome)
        assert (done.state, done.because) == ("FAILED", because)
        live(client, 15)
        assert messages(client)[-1] == ("POST", "SENT")

    @pytest.mark.parametrize(("outcome", "called"), [("WRONG_NUMBER", True), ("NOT_WANTED", False)])
    def test_only_a_wrong_number_leaves_another_to_be_called(self, outcome: str, called: bool) -> None:
        client = to_call()
        record(client, outcome)
        with rows_of(client):
            account = Account.objects.select_related("debtor").get()
            account.debtor.phone = "020 1234567"
            account.debtor.save()
        live(client, 15)
        assert messages(client)[-1][0] == ("CALL" if called else "POST")


class TestWhatIsNeverLost:
    """A call that was made is never denied: what was said in it counts, whatever came of its message meanwhile."""

    @pytest.mark.parametrize("outcome", ["NOT_WANTED", "WRONG_NUMBER", "REACHED"])
    def test_a_call_of_which_the_script_was_withdrawn_meanwhile(self, outcome: str) -> None:
        client = to_call()
        uuid = calls(client)[0].uuid
        with rows_of(client):
            account = Account.objects.get()
        an_invoice(account, "2026-0002")
        live(client, 15)
        with rows_of(client):
            assert Message.objects.get(uuid=uuid).state == "WITHDRAWN"
        on = after(15)
        done = record_call(client, uuid, Call(outcome=outcome), after=0, on=on, at=ten_o_clock(on), by="Kim")
        assert (done.state, done.is_new) == ("WITHDRAWN", True)
        with rows_of(client):
            assert number_of(account, "CALL", on) == (NUMBER if outcome == "REACHED" else "")
            assert not Reminded.objects.filter(message__channel="CALL").exists()
        assert list(verify_book([client])) == []

    def test_of_two_who_called_at_once_the_second_is_told_that_nothing_was_written_down(self) -> None:
        client = to_call()
        uuid, on = calls(client)[0].uuid, after(14)
        when: dict[str, Any] = {"after": 0, "on": on, "at": ten_o_clock(on), "by": "Kim"}
        record_call(client, uuid, Call(outcome="NO_ANSWER"), **when)
        with pytest.raises(CannotRecord, match="legde Kim al vast"):
            record_call(client, uuid, Call(outcome="NOT_WANTED"), **when)
        assert record_call(client, uuid, Call(outcome="NOT_WANTED"), **when | {"after": 1}).state == "FAILED"

    def test_what_a_second_caller_heard_is_not_taken_for_the_same_form(self) -> None:
        client = to_call()
        uuid, on = calls(client)[0].uuid, after(14)
        when: dict[str, Any] = {"after": 0, "on": on, "at": ten_o_clock(on), "by": "desk"}
        promise = Call(outcome="REACHED", says="PROMISE", day=after(20))
        assert record_call(client, uuid, promise, **when).is_new
        assert not record_call(client, uuid, promise, **when).is_new
        with pytest.raises(CannotRecord, match="niet bewaard"):
            record_call(client, uuid, Call(outcome="REACHED", says="DISPUTE"), **when)

    def test_who_is_to_be_called_back_is_called_back_also_after_two_days_without_an_answer(self) -> None:
        client = to_call()
        record(client, "NO_ANSWER", 14)
        record(client, "VOICEMAIL", 15)
        done = record(client, "CALL_BACK", 16, again_on=after(20))
        assert (done.state, done.again_on) == ("APPROVED", after(20))
        assert record(client, "NO_ANSWER", 20).state == "FAILED"

    def test_the_day_to_call_back_holds_for_another_script_too(self) -> None:
        client = to_call()
        record(client, "CALL_BACK", again_on=after(18))
        with rows_of(client):
            account = Account.objects.get()
        an_invoice(account, "2026-0002")
        live(client, 15)
        (row,) = calls(client, 15)
        assert (row.again_on, row.is_open) == (after(18), False)

    def test_who_answered_none_of_three_calls_of_an_earlier_round_has_three_again(self) -> None:
        client = to_call()
        for day in (14, 15, 16):
            record(client, "NO_ANSWER", day)
        settle_invoice(client, "2026-0001", on=after(16), at=ten_o_clock(after(16)), by="test")
        with rows_of(client):
            account = Account.objects.get()
        an_invoice(account, "2026-0002", due_date=after(40))
        live(client, 43, 54)
        assert record(client, "NO_ANSWER", 54).state == "APPROVED"


class TestAStrategyThatIsGone:
    def test_it_keeps_nobody_elses_message_here_and_nobody_is_called_by_it(self, home: Path) -> None:
        broken = to_call()
        account = an_account(a_client("wilg", strategy="sms", truth_days_max=400))
        an_invoice(account)
        bank_known_until(account.client, after(200))
        on = after(14)
        when: dict[str, Any] = {"on": on, "at": ten_o_clock(on), "by": "test"}
        run_day(account.client, **when, approve=True, leaves=False)
        (home / "strategies" / "call.toml").unlink()
        done = send_messages([broken, account.client], **when)
        assert (done.sent, done.to_call, done.waiting) == (1, 0, 1)
        (row,) = calls(broken)
        assert (row.is_open, row.overtaken, "call" in row.later) == (False, "", True)
        assert show_call(broken, row.uuid, on=on, at=ten_o_clock(on)).row.later == row.later


class TestWhatTheDebtorSaid:
    def test_a_promise_is_kept_with_its_day(self) -> None:
        client = to_call()
        done = record(client, "REACHED", says="PROMISE", day=after(20))
        assert done.state == "SENT"
        assert "toegezegd uiterlijk" in done.said("nl")
        with rows_of(client):
            assert Promise.objects.get().last_day == after(20)

    def test_what_is_not_right_is_disputed(self) -> None:
        client = to_call()
        record(client, "REACHED", says="DISPUTE", note="Brood was oud")
        with rows_of(client):
            assert Dispute.objects.get().invoice.number == "2026-0001"

    @pytest.mark.parametrize("says", ["DECEASED", "DEBT_COUNSELLING", "WRONG_PERSON"])
    def test_who_must_be_left_alone_was_not_reminded(self, says: str) -> None:
        client = to_call()
        assert record(client, "REACHED", says=says).state == "WITHDRAWN"
        with rows_of(client):
            assert Hold.objects.filter(lifted_on__isnull=True).count() == 1
            assert not Reminded.objects.filter(message__channel="CALL").exists()

    @pytest.mark.parametrize(
        ("outcome", "said", "error"),
        [
            ("HUNG_UP", {}, "geen uitkomst die wij kennen"),
            ("CALL_BACK", {}, "Noem de dag waarop u terugbelt"),
            ("CALL_BACK", {"again_on": after(13)}, "al voorbij"),
            ("NO_ANSWER", {"says": "PROMISE", "day": after(20)}, "heeft niets gezegd"),
            ("REACHED", {"says": "PROMISE"}, "Noem de dag waarop de debiteur zegt"),
            ("REACHED", {"says": "MAYBE"}, "geen antwoord dat wij kennen"),
        ],
    )
    def test_what_cannot_have_happened_changes_nothing(
        self, outcome: str, said: dict[str, Any], error: str
    ) -> None:
        client = to_call()
        with pytest.raises((CannotRecord, CannotDecide), match=error):
            record(client, outcome, **said)
        with rows_of(client):
            assert CallAttempt.objects.count() == 0
        assert messages(client)[-1] == ("CALL", "APPROVED")

    def test_a_call_that_counts_is_not_written_down_again(self) -> None:
        client = to_call()
        (row,) = calls(client)
        record(client, "REACHED")
        with pytest.raises(CannotRecord, match="niet op de bellijst: het bericht staat op ‘verzonden’"):
            record_call(
                client, row.uuid, Call(outcome="REACHED"), on=after(15), at=ten_o_clock(after(15)), by="Kim"
            )


class TestATextMessage:
    def test_it_waits_where_no_way_is_set_and_says_so(self) -> None:
        client = debtor("sms").client
        live(client, 3, 14)
        message = last(client)
        assert (message.channel, message.state, message.recipient) == ("SMS", "APPROVED", NUMBER)
        assert "geen weg voor sms ingesteld" in message.because
        text = message_parts(client, str(message.uuid))["message.txt"].decode()
        assert text.startswith(client.name)
        assert "€ 125,00" in text

    def test_it_goes_to_a_mobile_number_only(self) -> None:
        client = debtor("sms", phone="020 1234567").client
        live(client, 3, 14)
        assert messages(client)[-1] == ("POST", "SENT")

    def test_a_person_is_told_of_no_debt(self) -> None:
        client = debtor("sms", capacity="SOLE_TRADER", name="J. de Vries").client
        live(client, 3, 14)
        text = message_parts(client, str(last(client).uuid))["message.txt"].decode()
        assert ("€" in text, "2026-0001" in text, "e-mail" in text) == (False, False, True)

    def test_nobody_is_pointed_to_a_message_about_what_was_paid(self, home: Path) -> None:
        (home / "strategies" / "sms.toml").write_text(
            TEXT.format(way="SMS").replace('["EMAIL", "POST"]', '["SMS", "POST"]')
        )
        account = debtor("sms", capacity="SOLE_TRADER", name="J. de Vries")
        client = account.client
        with rows_of(client):
            account.debtor.phone = ""
            account.debtor.save()
        live(client, 3)
        assert messages(client) == [("POST", "SENT")]
        settle_invoice(client, "2026-0001", on=after(4), at=ten_o_clock(after(4)), by="test")
        with rows_of(client):
            account.debtor.phone = "06 12345678"
            account.debtor.save()
        an_invoice(account, "2026-0002", due_date=after(20))
        live(client, 23)
        message = last(client)
        assert (message.channel, message.state) == ("SMS", "REFUSED")
        assert "nog geen e-mail of brief verstuurd" in message.because

    def test_a_number_that_gave_one_back_gets_no_other(self) -> None:
        client = debtor("sms").client
        live(client, 3, 14)
        with rows_of(client):
            Message.objects.filter(channel="SMS").update(state="FAILED", because="Onbekend nummer")
        live(client, 15)
        assert messages(client)[-1] == ("POST", "SENT")
