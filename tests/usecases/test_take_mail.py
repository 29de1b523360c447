"""What comes back: a bounce, an answer, a reply of a machine; placed for certain, or shown, and never dropped."""

import json
from datetime import date
from typing import Any

import pytest
from django.conf import settings

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.mails import a_bounce, an_answer, domain, message_of
from voldaan.records import archive
from voldaan.records.models import Client, Event, Hold, IncomingMail, Message, StrayMail
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.run_day import run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.take_mail import Taken, take_mail
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db

SENT_ON, ON = after(3), after(5)


@pytest.fixture
def client() -> Client:
    """A client with two debtors who each got a first reminder by e-mail."""
    made = a_client(truth_days_max=400)
    for number in ("D1", "D2"):
        an_invoice(an_account(made, number), f"F-2026-{number}")
    bank_known_until(made, after(90))
    run_day(made, on=SENT_ON, at=ten_o_clock(SENT_ON), by="test", approve=True)
    return made


def take(data: bytes, on: date = ON) -> Taken:
    return take_mail(data, on=on, at=ten_o_clock(on), by="test")


def decided(client: Client, on: date) -> dict[str, str]:
    _, rows = preview_day(client, on=on)
    return {row.debtor: f"{row.decision.act} {row.decision.because}" for row in rows}


def state(client: Client, debtor: str = "D1") -> str:
    return message_of(client, debtor).state


def mails(client: Client) -> list[dict[str, Any]]:
    with rows_of(client):
        return list(IncomingMail.objects.order_by("pk").values())


class TestAnAnswer:
    def test_it_leaves_its_account_in_peace_until_somebody_has_read_it(self, client: Client) -> None:
        done = take(an_answer("Dit klopt niet, wij hebben niets besteld.", to=message_of(client)))
        assert (done.client, done.debtor, done.found_by, done.did) == (
            "bakkerij",
            "D1",
            "MESSAGE_ID",
            ("HELD",),
        )
        assert decided(client, after(14)) == {"D1": "HOLD ON_HOLD", "D2": "REMIND STAGE_REACHED"}
        with rows_of(client):
            hold = Hold.objects.get()
        assert (hold.reason, hold.last_day) == ("ANSWER_TO_READ", None)

    def test_what_was_approved_about_it_does_not_leave(self, client: Client) -> None:
        when: dict[str, Any] = {"on": after(14), "at": ten_o_clock(after(14)), "by": "test"}
        plan_day(client, **when)
        write_messages(client, **when)
        approve_messages(client, **when)
        with rows_of(client):
            first = Message.objects.filter(account__number="D1").earliest("pk")
        take(an_answer("Wij zijn het hier niet mee eens.", to=first), after(14))
        done = send_messages([client], **when)
        assert (done.sent, done.withdrawn) == (1, 1)

    def test_the_same_mail_again_changes_nothing(self, client: Client) -> None:
        mail = an_answer("Ik betaal vrijdag.", to=message_of(client))
        take(mail)
        again = take(mail)
        assert (again.is_new, again.did) == (False, ())
        with rows_of(client):
            assert (IncomingMail.objects.count(), Hold.objects.count()) == (1, 1)

    def test_it_is_kept_with_what_it_seems_to_say_and_the_sentence(self, client: Client) -> None:
        take(
            an_answer(
                "Goedemorgen,\n\nIk betaal uiterlijk 20 maart 2026.\n\nGroet, Jo",
                to=message_of(client),
                on=ON,
            )
        )
        (kept,) = mails(client)
        assert (kept["proposed"], kept["because"]) == ("PROMISE", "Ik betaal uiterlijk 20 maart 2026.")
        assert (kept["day"], kept["decided"]) == (date(2026, 3, 20), "")
        assert kept["sender"] == "d1@klant.example"
        assert b"uiterlijk 20 maart" in archive.fetch(kept["sha256"])

    def test_the_chain_names_no_person_and_no_word(self, client: Client) -> None:
        take(an_answer("Mijn man is overleden.", to=message_of(client)))
        with rows_of(client):
            told = Event.objects.get(kind="mail.taken")
        data = json.loads(told.data)
        assert set(data) == {"mail", "mail_kind", "sha256", "message"}
        assert (data["mail_kind"], told.account_id is not None) == ("ANSWER", True)
        assert list(verify_book([client])) == []


class TestWhoseItIs:
    def test_by_the_address_that_it_came_back_to(self, client: Client) -> None:
        mail = an_answer(
            "ok",
            sender="iemand@anders.example",
            Delivered_To=f"bounce+{message_of(client, 'D2').uuid}@{domain()}",
        )
        assert (take(mail).debtor, mails(client)[0]["found_by"]) == ("D2", "RETURN_PATH")

    def test_by_a_sender_whom_we_wrote_to(self, client: Client) -> None:
        done = take(an_answer("Wanneer was dit?", sender="D2@Klant.example"))
        assert (done.debtor, done.found_by) == ("D2", "SENDER")

    def test_by_the_whole_number_of_one_open_invoice(self, client: Client) -> None:
        done = take(
            an_answer("Factuur F-2026-D1 is betaald.", sender="boekhouder@kantoor.example", subject="factuur")
        )
        assert (done.debtor, done.found_by) == ("D1", "NUMBER")

    @pytest.mark.parametrize("words", ["F-2026-D1 en F-2026-D2", "F-2026-D", "26-D1", "Hallo"])
    def test_what_names_several_or_nothing_waits_with_the_strays(self, client: Client, words: str) -> None:
        done = take(an_answer(words, sender="onbekend@anders.example", subject=""))
        assert (done.client, done.did) == ("", ())
        assert StrayMail.objects.get().words.strip() == words
        assert mails(client) == []

    def test_a_message_id_of_another_house_is_none_of_ours(self, client: Client) -> None:
        mail = an_answer(
            "x", sender="onbekend@anders.example", References=f"<{message_of(client).uuid}@anders.example>"
        )
        assert take(mail).client == ""

    def test_a_sender_of_two_clients_is_the_one_we_wrote_to_last(self, client: Client) -> None:
        other = a_client("hovenier", name="Hovenier Groen V.O.F.", truth_days_max=400)
        an_invoice(an_account(other, "T9", email="d1@klant.example"), "G-77")
        bank_known_until(other, after(90))
        run_day(other, on=after(4), at=ten_o_clock(after(4)), by="test", approve=True)
        assert take(an_answer("Ik snap dit niet.", sender="d1@klant.example")).client == "hovenier"
        with rows_of(client):
            assert not IncomingMail.objects.exists()


class TestAReport:
    def test_a_bounce_makes_the_message_one_that_did_not_arrive_and_the_next_goes_by_post(
        self, client: Client
    ) -> None:
        done = take(a_bounce(message_of(client)))
        assert (done.kind, done.debtor, done.did) == ("BOUNCE", "D1", ("BOUNCED",))
        assert state(client) == "BOUNCED"
        assert "no such user" in message_of(client).because
        run_day(client, on=after(6), at=ten_o_clock(after(6)), by="test", approve=True)
        message = message_of(client)
        assert (message.stage, message.channel, message.state) == ("FIRST_REMINDER", "POST", "SENT")

    def test_a_bounce_twice_by_two_mails_changes_nothing_more(self, client: Client) -> None:
        take(a_bounce(message_of(client)))
        done = take(a_bounce(message_of(client), said="still no such user"))
        assert (done.is_new, done.did, state(client)) == (True, (), "BOUNCED")

    @pytest.mark.parametrize("action", ["delayed", "delivered"])
    def test_what_is_late_or_arrived_leaves_everything_as_it_was(self, client: Client, action: str) -> None:
        done = take(
            a_bounce(message_of(client), status="4.4.1" if action == "delayed" else "2.0.0", action=action)
        )
        assert (done.did, state(client)) == ((), "SENT")
        assert mails(client)[0]["decided"] == ("DELAYED" if action == "delayed" else "DELIVERED")
        assert decided(client, after(14))["D1"] == "REMIND STAGE_REACHED"

    @pytest.mark.parametrize(("action", "state_after", "did"), [
        ("delivered", "SENT", ("ARRIVED",)), ("failed", "BOUNCED", ("ARRIVED", "BOUNCED")),
    ])  # fmt: skip
    def test_a_report_on_a_message_of_which_nobody_knew_whether_it_left_says_that_it_did(
        self, client: Client, action: str, state_after: str, did: tuple[str, ...]
    ) -> None:
        when: dict[str, Any] = {"on": after(14), "at": ten_o_clock(after(14)), "by": "test"}
        plan_day(client, **when)
        write_messages(client, **when)
        approve_messages(client, **when)
        message = message_of(client)
        with rows_of(client):
            Message.objects.filter(pk=message.pk).update(
                state="AMBIGUOUS", sent_on=when["on"], finished_at=when["at"]
            )
        assert take(a_bounce(message, action=action), after(15)).did == did
        assert state(client) == state_after

    def test_a_bounce_of_a_message_that_is_none_of_ours_waits_with_the_strays(self, client: Client) -> None:
        stranger = Message(uuid="00000000-0000-4000-8000-000000000001", recipient="x@weg.example")
        assert take(a_bounce(stranger)).client == ""
        assert StrayMail.objects.get().kind == "BOUNCE"
        assert state(client) == "SENT"


@pytest.mark.parametrize("header", [{"Auto_Submitted": "auto-replied"}, {"X_Autoreply": "yes"}])
def test_a_reply_of_a_machine_says_nothing_and_holds_nobody(client: Client, header: dict[str, str]) -> None:
    done = take(an_answer("Ik ben tot 12 maart afwezig.", to=message_of(client), subject="Afwezig", **header))
    assert (done.kind, done.did) == ("AUTOMATIC", ())
    assert decided(client, after(14))["D1"] == "REMIND STAGE_REACHED"


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff\xfe" * 40, b"From: \r\n\r\n", "no mail at all €".encode("utf-16")]
)
def test_what_cannot_be_read_is_kept_and_shown(client: Client, data: bytes) -> None:
    done = take(data)
    assert (done.is_new, done.client) == (True, "")
    assert archive.fetch(StrayMail.objects.get().sha256) == data


def test_the_domain_is_that_of_the_installation(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    mail = an_answer("ok", to=message_of(client), sender="iemand@anders.example", subject="")
    monkeypatch.setattr(settings.INSTALLATION, "mail_domain", "elders.example")
    assert take(mail).client == ""
