"""Sending: once, only what is still true, and never lost without being shown (P1, P3, P5, P6)."""

import os
import signal
import smtplib
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import IntegrityError, connections

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
from tests.dying import dies
from tests.usecases.mail_server import Received, mail_server
from voldaan.channels.dkim_signature import CannotSign
from voldaan.channels.pace import Pace
from voldaan.channels.smtp import SmtpChannel
from voldaan.channels.smtp_server import server_from
from voldaan.records import archive
from voldaan.records.locks import sending
from voldaan.records.models import Client, Debtor, Fee, Invoice, Message, Reminded
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.resolve_message import CannotResolve, resolve_message
from voldaan.usecases.send_messages import Sent, send_messages
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)
DKIM_KEY = Path(__file__).parents[1] / "channels" / "dkim.pem"
DIALOGUE = ((smtplib.SMTP, "send"), (smtplib.SMTP, "getreply"))
WHO = {"at": ten_o_clock(ON), "by": "test"}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Received]:
    with mail_server() as (url, received):
        monkeypatch.setattr(settings.INSTALLATION, "smtp_url", url)
        yield received


@pytest.fixture
def client() -> Client:
    """A client with one debtor whose invoice is due for its first reminder today, approved and waiting."""
    made = a_client()
    an_invoice(an_account(made))
    bank_known_until(made, ON)
    make_ready(made)
    return made


def make_ready(client: Client, on: date = ON, *, approve: bool = True) -> None:
    plan_day(client, on=on, at=ten_o_clock(on), by="test")
    write_messages(client, on=on, at=ten_o_clock(on), by="test")
    if approve:
        approve_messages(client, on=on, at=ten_o_clock(on), by="Sanne")


def send(client: Client, on: date = ON, at: datetime | None = None) -> Sent:
    return send_messages([client], on=on, at=at or ten_o_clock(on), by="test")


def minutes_later(minutes: int) -> datetime:
    return ten_o_clock(ON) + timedelta(minutes=minutes)


def states(client: Client) -> list[str]:
    with rows_of(client):
        return list(Message.objects.order_by("pk").values_list("state", flat=True))


def only_message(client: Client) -> Message:
    with rows_of(client):
        return Message.objects.select_related("account", "account__debtor").get()


def test_a_message_arrives_with_text_and_html_and_says_who_it_is_from(
    client: Client, server: Received
) -> None:
    assert send(client).sent == 1
    mail = message_from_bytes(server.messages[0], _class=EmailMessage, policy=policy.default)
    assert mail["To"].addresses[0].addr_spec == "d1@klant.example"
    assert "2026-0001" in mail.get_body(("plain",)).get_content()
    assert "2026-0001" in mail.get_body(("html",)).get_content()
    assert mail["Auto-Submitted"] == "auto-generated"
    assert str(only_message(client).uuid) in mail["Message-ID"]
    assert states(client) == ["SENT"]
    assert only_message(client).sent_sha256 == sha256(server.messages[0]).hexdigest()
    assert list(verify_book([client])) == []


def test_a_second_run_sends_nothing(client: Client, server: Received) -> None:
    send(client)
    again = send(client)
    assert (again.sent, len(server.messages)) == (0, 1)


def test_what_was_sent_becomes_the_stage_of_the_invoice(client: Client, server: Received) -> None:
    send(client)
    with rows_of(client):
        reminded = Reminded.objects.get()
    assert (reminded.stage, reminded.on, reminded.pay_by) == ("FIRST_REMINDER", ON, after(10))


class TestStillTrue:
    """The balance, the holds and the stage are read again at the second of sending (P1)."""

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda client: Invoice.objects.update(open_cents=0), id="paid"),
            pytest.param(lambda client: Invoice.objects.update(open_cents=5_000), id="paid in part"),
            pytest.param(lambda client: Debtor.objects.update(email="nieuw@klant.example"), id="moved"),
            pytest.param(lambda client: Invoice.objects.update(handed_over_on=ON), id="handed over"),
            pytest.param(lambda client: Client.objects.update(payment_truth="LEDGER"), id="truth unknown"),
        ],
    )
    def test_a_change_after_approval_keeps_the_message_here(
        self, client: Client, server: Received, change: Callable[[Client], Any]
    ) -> None:
        with rows_of(client):
            change(client)
        client.refresh_from_db()
        done = send(client)
        assert (done.sent, done.withdrawn, server.messages) == (0, 1, [])
        assert states(client) == ["WITHDRAWN"]
        assert only_message(client).because

    def test_a_hold_after_approval(self, client: Client, server: Received) -> None:
        place_hold(client, "D1", reason="PERSON_ASKED", on=ON, **WHO)
        assert (send(client).withdrawn, server.messages) == (1, [])

    def test_an_approval_that_waited_too_long(self, client: Client, server: Received) -> None:
        bank_known_until(client, after(7))
        done = send(client, on=after(7))
        assert (done.withdrawn, server.messages) == (1, [])
        assert "termijn" in only_message(client).because

    def test_a_day_later_is_soon_enough(self, client: Client, server: Received) -> None:
        assert send(client, on=after(4)).sent == 1


class TestWhatTheServerSays:
    def test_a_definite_no_is_a_failure_and_post_is_next(self, client: Client, server: Received) -> None:
        server.at_recipient = "550 5.1.1 no such user"
        assert send(client).failed == 1
        assert (states(client), only_message(client).sent_on) == (["FAILED"], None)
        make_ready(client, approve=False)
        with rows_of(client):
            newest = Message.objects.order_by("-pk").first()
        assert newest is not None
        assert (newest.channel, newest.state) == ("POST", "WRITTEN")

    def test_not_now_leaves_it_approved_for_a_later_run(self, client: Client, server: Received) -> None:
        server.at_recipient = "451 4.7.1 greylisted"
        assert (send(client).waiting, states(client)) == (1, ["APPROVED"])
        server.at_recipient = "250 OK"
        assert (send(client).sent, only_message(client).because) == (
            0,
            "Nog niet aangenomen (451 4.7.1 greylisted). Nieuwe poging vanaf 05-03-2026 10:05.",
        )
        assert (send(client, at=minutes_later(5)).sent, len(server.messages)) == (1, 1)

    def test_what_was_not_taken_is_offered_ever_later_and_fails_after_two_days(
        self, client: Client, server: Received
    ) -> None:
        server.at_recipient = "451 4.7.1 greylisted"
        offered = []
        for minute in (0, 4, 5, 19, 20, 79, 80, 319, 320, 1000, 1239, 1240, 2879, 3118, 3119, 3500):
            before = server.asked
            send(client, at=minutes_later(minute))
            offered += [minute] * (server.asked - before)
        assert offered == [0, 5, 20, 80, 320, 1000, 1240, 2879, 3119]
        assert states(client) == ["FAILED"]
        assert only_message(client).because == (
            "Na 9 pogingen in twee dagen nog niet aangenomen; het laatste antwoord was: 451 4.7.1 greylisted"
        )
        assert list(verify_book([client])) == []

    def test_a_no_after_the_data(self, client: Client, server: Received) -> None:
        server.at_data = "554 5.6.0 not taken"
        assert (send(client).failed, states(client)) == (1, ["FAILED"])

    def test_no_server_at_all(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(settings.INSTALLATION, "smtp_url", "smtp://127.0.0.1:9")
        assert (send(client).waiting, states(client)) == (1, ["APPROVED"])


class TestThePace:
    def test_one_domain_waits_and_the_others_go_on(
        self, client: Client, server: Received, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number, domain in enumerate(("klant.example", "vogel.example", "klant.example"), start=2):
            email = f"d{number}@{domain}"
            an_invoice(an_account(client, f"D{number}", email=email), f"2026-000{number}")
        make_ready(client)
        channel = SmtpChannel(server_from(settings.INSTALLATION.smtp_url), Pace({"klant.example": 2}))
        monkeypatch.setattr("voldaan.config.wiring.SmtpChannel", lambda *told: channel)
        done = send(client)
        assert (done.sent, done.waiting, server.asked) == (3, 1, 3)
        assert states(client) == ["SENT", "SENT", "SENT", "APPROVED"]
        assert done.remarks == [
            "D4: klant.example krijgt hoogstens 2 berichten per minuut. Dit bericht wacht op de volgende keer."
        ]
        with rows_of(client):
            assert Message.objects.get(state="APPROVED").because in done.remarks[0]


class TestTheSignature:
    @pytest.fixture(autouse=True)
    def _settings(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(settings.INSTALLATION, "mail_domain", "zon.example")
        monkeypatch.setattr(settings.INSTALLATION, "dkim_selector", "maart")
        monkeypatch.setattr(settings.INSTALLATION, "dkim_key_file", str(DKIM_KEY))

    def test_what_leaves_is_signed_and_kept_so(self, client: Client, server: Received) -> None:
        assert send(client).sent == 1
        kept = archive.fetch(only_message(client).sent_sha256)
        assert kept == server.messages[0]
        assert kept.startswith(b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=zon.example;")

    def test_a_key_that_is_gone_keeps_everything_here(
        self, client: Client, server: Received, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(settings.INSTALLATION, "dkim_key_file", "/nergens/dkim.pem")
        with pytest.raises(CannotSign, match="niet te lezen"):
            send(client)
        assert (states(client), server.asked) == (["APPROVED"], 0)


class TestAmbiguous:
    @pytest.fixture
    def unsure(self, client: Client, server: Received) -> Client:
        """The sender died after it marked the message."""
        with rows_of(client):
            Message.objects.update(state="SENDING", sending_at=ten_o_clock(ON), sent_on=ON)
        assert send(client).ambiguous == 1
        assert server.messages == []
        return client

    def test_it_is_shown_and_never_repeated(self, unsure: Client, server: Received) -> None:
        assert states(unsure) == ["AMBIGUOUS"]
        make_ready(unsure)
        assert (send(unsure).sent, server.messages) == (0, [])

    def test_a_person_says_that_it_was_sent(self, unsure: Client) -> None:
        uuid = str(only_message(unsure).uuid)
        resolve_message(unsure, uuid, answer="SENT", on=ON, **WHO)
        with rows_of(unsure):
            assert (Message.objects.get().state, Reminded.objects.count()) == ("SENT", 1)

    def test_a_person_says_that_it_was_not_and_it_is_written_again(
        self, unsure: Client, server: Received
    ) -> None:
        resolve_message(unsure, str(only_message(unsure).uuid), answer="NOT_SENT", on=ON, **WHO)
        make_ready(unsure)
        assert (send(unsure).sent, len(server.messages)) == (1, 1)

    def test_only_what_is_ambiguous_can_be_resolved_so(self, client: Client) -> None:
        with pytest.raises(
            CannotResolve, match=r"Dit bericht staat op ‘goedgekeurd’.*op ‘niet zeker of het weg is’"
        ):
            resolve_message(client, str(only_message(client).uuid), answer="SENT", on=ON, **WHO)


class TestSideBySide:
    """What one sender is handing over is its own while it lives; a message that waits is for whoever comes."""

    @pytest.fixture
    def other(self, client: Client) -> Iterator[Callable[[], None]]:
        """Another process took the message and is handing it over; called, it dies."""
        ready, over = os.pipe(), os.pipe()
        connections.close_all()
        child = os.fork()
        if child == 0:
            with sending() as name, rows_of(client):
                Message.objects.update(state="SENDING", sender=name, sending_at=ten_o_clock(ON), sent_on=ON)
                os.write(ready[1], b"x")
                os.read(over[0], 1)
            os._exit(0)
        os.read(ready[0], 1)
        died = False

        def dies() -> None:
            nonlocal died
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            died = True

        yield dies
        if not died:
            dies()

    def test_what_a_living_sender_has_is_left_alone(
        self, client: Client, server: Received, other: Callable[[], None]
    ) -> None:
        an_invoice(an_account(client, "D2"), "2026-0002")
        make_ready(client)
        assert send(client).sent == 1
        assert (states(client), len(server.messages)) == (["SENDING", "SENT"], 1)

    def test_what_a_dead_sender_had_is_shown(
        self, client: Client, server: Received, other: Callable[[], None]
    ) -> None:
        other()
        assert send(client).ambiguous == 1
        assert (states(client), server.messages) == (["AMBIGUOUS"], [])
        assert "onderbroken" in only_message(client).because


def test_the_database_refuses_two_reminders_of_an_account_on_one_day(
    client: Client, server: Received
) -> None:
    send(client)
    with rows_of(client), pytest.raises(IntegrityError):
        row = Message.objects.get()
        row.pk, row.uuid = None, "00000000-0000-0000-0000-000000000001"
        row.save(force_insert=True)


class TestAgency:
    @pytest.fixture
    def person(self) -> Client:
        made = a_client()
        an_engagement(made, an_agency())
        an_invoice(an_account(made, name="Jo van Velzen", capacity="CONSUMER"))
        bank_known_until(made, ON)
        make_ready(made)
        return made

    @pytest.mark.parametrize(("hour", "minute", "sent"), [(6, 59, 0), (7, 0, 1), (19, 59, 1), (20, 0, 0)])
    def test_nobody_is_approached_at_night(
        self, person: Client, server: Received, hour: int, minute: int, sent: int
    ) -> None:
        at = datetime(ON.year, ON.month, ON.day, hour, minute, tzinfo=ZoneInfo("Europe/Amsterdam"))
        assert (send(person, at=at).sent, len(server.messages)) == (sent, sent)
        assert states(person) == ["SENT" if sent else "APPROVED"]

    def test_the_fee_is_due_once_an_invoice(self, person: Client, server: Received) -> None:
        send(person)
        bank_known_until(person, after(21))
        make_ready(person, on=after(21))
        assert send(person, on=after(21)).sent == 1
        with rows_of(person):
            assert list(Fee.objects.values_list("cents", "on")) == [(450, ON)]

    def test_a_message_that_was_withdrawn_costs_nothing(self, person: Client, server: Received) -> None:
        with rows_of(person):
            Invoice.objects.update(open_cents=0)
        send(person)
        with rows_of(person):
            assert Fee.objects.count() == 0

    def test_the_agency_writes_under_its_own_name_and_mark(self, person: Client, server: Received) -> None:
        send(person)
        mail = message_from_bytes(server.messages[0], _class=EmailMessage, policy=policy.default)
        text = mail.get_body(("plain",)).get_content()
        assert mail["From"].addresses[0].display_name == "Incassohuis De Brug B.V."
        for fact in ("WKI-000123", "87654321", "Bakkerij Zon B.V."):
            assert fact in text


class TestKilledAtEveryStep:
    """The process dies before and after each commit and each word of the SMTP dialogue; then the next one runs."""

    def test_never_twice_and_never_lost(self, server: Received) -> None:
        outcomes: list[str] = []
        for point in range(1, 500):
            client = a_client(f"client-{point}")
            an_invoice(an_account(client))
            bank_known_until(client, ON)
            make_ready(client)
            before = len(server.messages)
            died = dies(lambda client=client: send(client), point=point, at=DIALOGUE)
            send(client)
            arrived = len(server.messages) - before
            state = states(client)[-1]
            assert arrived <= 1, f"sent twice when killed at point {point}"
            assert state in {"SENT", "AMBIGUOUS"}, f"lost when killed at point {point}: {state}"
            assert state != "SENT" or arrived == 1
            assert list(verify_book([client])) == []
            outcomes.append(f"{state}-{arrived}")
            if not died:
                break
        else:
            pytest.fail("the sender never came to its end")
        assert {"SENT-1", "AMBIGUOUS-0", "AMBIGUOUS-1"} <= set(outcomes)
        assert outcomes[-1] == "SENT-1"
