"""Asking the client first: one list a day, answers that each do one thing once, and messages that heed them."""

import csv
import io
import json
from datetime import date
from pathlib import Path

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
from voldaan.records.models import Client, ClientCheck, ClientCheckItem, Event, Hold, Invoice, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.answer_client_check import (
    CannotAnswerCheck,
    CheckAnswered,
    NotFound,
    answer_client_check,
)
from voldaan.usecases.ask_client import ask_client
from voldaan.usecases.place_hold import lift_hold
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.run_day import DayRun, run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.settle_invoice import settle_invoice
from voldaan.usecases.show_client_checks import (
    as_csv,
    as_json,
    every_client_check,
    item_json,
    show_client_check,
    show_client_checks,
    waiting_client_checks,
)
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_off import take_back_write_off, write_off

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)
"""A Thursday. A list of this day can be answered until Monday, two working days later."""
ANSWER_BY = after(7)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    return tmp_path


@pytest.fixture
def client() -> Client:
    """A client that is asked first, with two debtors of whom one owes two invoices."""
    made = a_client(asks_first=True, truth_days_max=60)
    first = an_account(made, "D1")
    an_invoice(first, "2026-0001")
    an_invoice(first, "2026-0002", cents=7_500)
    an_invoice(an_account(made, "D2"), "2026-0003", cents=99_900)
    bank_known_until(made, after(10))
    return made


def run(client: Client, on: date = ON, *, approve: bool = True) -> DayRun:
    return run_day(client, on=on, at=ten_o_clock(on), by="test", approve=approve)


def the_list(client: Client) -> int:
    with rows_of(client):
        return ClientCheck.objects.latest("pk").pk


def answer(client: Client, on: date = ON, *, rest_goes: bool = False, **said: str) -> CheckAnswered:
    """Answer the newest list: PAID="2026-0001"."""
    answers = {number: says for says, numbers in said.items() for number in numbers.split()}
    return answer_client_check(
        client, the_list(client), answers, answered_by="Mevrouw Kok", rest_goes=rest_goes, on=on,
        at=ten_o_clock(on), by="test",
    )  # fmt: skip


def did(done: CheckAnswered) -> list[tuple[str, str]]:
    return [(one.number, one.did) for one in done.answers]


def items(client: Client) -> list[tuple[str, str, str]]:
    with rows_of(client):
        rows = ClientCheckItem.objects.order_by("invoice__number", "pk")
        return list(rows.values_list("invoice__number", "stage", "answer"))


def reminded(client: Client) -> list[str]:
    """Return the invoices that stand in messages that left."""
    with rows_of(client):
        sent = Message.objects.filter(state="SENT")
        return sorted(sent.values_list("message_invoices__invoice__number", flat=True))


def states(client: Client) -> list[str]:
    with rows_of(client):
        return list(Message.objects.order_by("pk").values_list("state", flat=True))


def events_of(client: Client, kind: str) -> list[Event]:
    with rows_of(client):
        return list(Event.objects.filter(kind=kind).order_by("sequence"))


class TestTheList:
    def test_a_day_puts_all_that_is_about_to_be_reminded_on_one_list(self, client: Client) -> None:
        done = run(client)
        assert (done.asked.invoices, done.written.written, done.planned.acts) == (3, 0, {"HOLD": 2})
        assert items(client) == [(f"2026-000{number}", "FIRST_REMINDER", "") for number in (1, 2, 3)]
        with rows_of(client):
            check = ClientCheck.objects.get()
        assert (check.made_on, check.answer_by, check.silence_goes) == (ON, ANSWER_BY, False)

    def test_the_same_day_again_adds_nothing(self, client: Client) -> None:
        run(client)
        again = run(client)
        assert (again.asked.invoices, again.asked.check, len(items(client))) == (0, None, 3)

    def test_what_comes_to_its_stage_later_that_day_stands_on_a_list_of_its_own(self, client: Client) -> None:
        run(client)
        an_invoice(an_account(client, "D3"), "2026-0004")
        assert run(client).asked.invoices == 1
        assert len(every_client_check(client)) == 2

    def test_an_open_list_of_an_earlier_day_is_left(self, client: Client) -> None:
        run(client)
        assert [run(client, after(days)).asked.invoices for days in (4, 7, 8)] == [0, 0, 0]
        assert len(every_client_check(client)) == 1

    def test_a_client_that_is_not_asked_first_gets_no_list(self, client: Client) -> None:
        Client.objects.update(asks_first=False)
        client.refresh_from_db()
        plan_day(client, on=ON, at=ten_o_clock(ON), by="test")
        assert ask_client(client, on=ON, at=ten_o_clock(ON), by="test").invoices == 0

    def test_the_engagement_says_whether_and_what_silence_means(self, client: Client) -> None:
        Client.objects.update(asks_first=False, silence_goes=False)
        client.refresh_from_db()
        an_engagement(client, an_agency(), asks_first=True, silence_goes=True, answer_days=5)
        run(client)
        (row,) = every_client_check(client)
        assert (row.silence_goes, row.answer_by) == (True, after(10))

    def test_a_holiday_of_a_later_decree_is_no_day_to_answer(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(settings.INSTALLATION, "additional_holidays", frozenset({after(4)}))
        run(client)
        assert every_client_check(client)[0].answer_by == after(8)

    def test_the_chain_names_ids_and_a_digest_only(self, client: Client) -> None:
        run(client)
        whole, first, second = events_of(client, "client.asked")
        data = json.loads(whole.data)
        assert (whole.account_id, data["count"], len(data["digest"]), data["silence"]) == (
            None,
            3,
            64,
            "HOLD",
        )
        assert [len(json.loads(one.data)["invoices"]) for one in (first, second)] == [2, 1]
        assert list(verify_book([client])) == []


class TestSilence:
    @pytest.mark.parametrize(("days", "sent"), [(7, 0), (8, 2)])
    def test_that_goes_lets_go_after_the_last_day_to_answer(
        self, client: Client, days: int, sent: int
    ) -> None:
        Client.objects.update(silence_goes=True)
        client.refresh_from_db()
        run(client)
        assert run(client, after(days)).sent.sent == sent

    def test_that_holds_holds_and_the_client_is_asked_anew(self, client: Client) -> None:
        run(client)
        bank_known_until(client, after(30))
        for days in (8, 21):
            done = run(client, after(days))
            assert (done.sent.sent, done.asked.invoices) == (0, 0)
        assert run(client, after(22)).asked.invoices == 3

    def test_holds_where_the_list_said_so_although_it_was_changed_since(self, client: Client) -> None:
        run(client)
        Client.objects.update(silence_goes=True)
        client.refresh_from_db()
        assert run(client, after(8)).sent.sent == 0


class TestAnswers:
    def test_a_list_that_is_sent_back_lets_the_rest_go(self, client: Client) -> None:
        run(client)
        done = answer(client, rest_goes=True, PAID="2026-0001")
        assert done.left == 0
        assert [says for *_, says in items(client)] == ["PAID", "GO", "GO"]
        assert run(client).sent.sent == 2
        assert reminded(client) == ["2026-0002", "2026-0003"]
        (row,) = every_client_check(client)
        assert (row.answered_by, row.waits(ON)) == ("Mevrouw Kok", False)

    def test_nothing_ticked_lets_all_go(self, client: Client) -> None:
        run(client)
        answer(client, rest_goes=True)
        run(client)
        assert len(reminded(client)) == 3

    def test_in_part_lets_only_what_was_named_go(self, client: Client) -> None:
        run(client)
        assert answer(client, GO="2026-0001").left == 2
        assert run(client).sent.sent == 1
        assert reminded(client) == ["2026-0001"]

    def test_what_was_settled_when_the_rest_was_answered_is_asked_anew_when_it_is_open_again(
        self, client: Client
    ) -> None:
        run(client)
        first, when = the_list(client), {"on": ON, "at": ten_o_clock(ON), "by": "test"}
        write_off(client, "2026-0003", reason="Te klein.", **when)
        assert answer(client, LEAVE="2026-0001 2026-0002").left == 0
        take_back_write_off(client, "2026-0003", **when)
        assert run(client).asked.invoices == 1
        assert the_list(client) != first
        assert reminded(client) == []

    def test_paid_is_settled_by_the_clients_word(self, client: Client) -> None:
        run(client)
        assert did(answer(client, PAID="2026-0003")) == [("2026-0003", "SETTLED")]
        with rows_of(client):
            assert Invoice.objects.get(number="2026-0003").open_cents == 0

    def test_leave_holds_the_invoice_until_it_is_lifted_and_then_the_client_is_asked_anew(
        self, client: Client
    ) -> None:
        run(client)
        assert did(answer(client, LEAVE="2026-0003")) == [("2026-0003", "HELD")]
        with rows_of(client):
            hold = Hold.objects.get()
        assert (hold.reason, hold.invoice.number, hold.last_day) == ("PERSON_ASKED", "2026-0003", None)
        lift_hold(client, hold.pk, on=after(4), at=ten_o_clock(after(4)), by="test")
        assert run(client, after(4)).asked.invoices == 1

    def test_a_credit_note_that_comes_is_waited_for_fourteen_days(self, client: Client) -> None:
        run(client)
        answer(client, CREDIT_COMING="2026-0003", GO="2026-0001 2026-0002")
        with rows_of(client):
            hold = Hold.objects.get()
        assert (hold.reason, hold.last_day) == ("OTHER", after(14, start=ON))
        assert "creditnota" in hold.note
        bank_known_until(client, after(30))
        run(client)
        run(client, after(14, start=ON))
        assert [number for number, *_ in items(client)].count("2026-0003") == 1
        run(client, after(15, start=ON))
        assert [number for number, *_ in items(client)].count("2026-0003") == 2
        assert "2026-0003" not in reminded(client)

    def test_a_late_answer_still_does_what_it_says(self, client: Client) -> None:
        run(client)
        assert did(answer(client, after(40), PAID="2026-0001", LEAVE="2026-0003")) == [
            ("2026-0001", "SETTLED"), ("2026-0003", "HELD"),
        ]  # fmt: skip

    def test_each_answer_works_once(self, client: Client) -> None:
        run(client)
        answer(client, LEAVE="2026-0001", PAID="2026-0002")
        assert did(answer(client, LEAVE="2026-0001", PAID="2026-0002")) == []
        assert did(answer(client, PAID="2026-0001", GO="2026-0002")) == [
            ("2026-0001", "SAID_BEFORE"), ("2026-0002", "SAID_BEFORE"),
        ]  # fmt: skip
        with rows_of(client):
            assert Hold.objects.count() == 1
        assert len(events_of(client, "client.answered")) == 2
        assert list(verify_book([client])) == []

    def test_that_it_may_go_is_no_last_word(self, client: Client) -> None:
        run(client)
        answer(client, rest_goes=True)
        assert did(answer(client, LEAVE="2026-0001")) == [("2026-0001", "HELD")]
        run(client)
        assert reminded(client) == ["2026-0002", "2026-0003"]

    def test_an_answer_serves_one_message(self, client: Client) -> None:
        run(client)
        answer(client, rest_goes=True)
        run(client)
        bank_known_until(client, after(14))
        done = run(client, after(14))
        assert (done.sent.sent, done.asked.invoices) == (0, 3)
        assert items(client)[1][:2] == ("2026-0001", "SECOND_REMINDER")

    @pytest.mark.parametrize(
        ("fields", "says", "expected"),
        [
            ({"handed_over_on": ON}, "LEAVE", "HANDED_OVER"),
            ({"handed_over_on": ON}, "CREDIT_COMING", "HANDED_OVER"),
            ({"handed_over_on": ON}, "PAID", "SETTLED"),
            ({"withdrawn_on": ON}, "PAID", "WITHDRAWN"),
        ],
    )
    def test_what_happened_meanwhile_is_said_and_fails_nothing(
        self, client: Client, fields: dict[str, date], says: str, expected: str
    ) -> None:
        run(client)
        with rows_of(client):
            Invoice.objects.filter(number="2026-0001").update(**fields)
        assert did(answer(client, **{says: "2026-0001"})) == [("2026-0001", expected)]

    def test_what_was_settled_meanwhile_is_said(self, client: Client) -> None:
        run(client)
        settle_invoice(client, "2026-0001", on=ON, at=ten_o_clock(ON), by="test")
        (one,) = answer(client, PAID="2026-0001").answers
        assert (one.did, one.is_as_meant) == ("SETTLED_BEFORE", False)
        assert "niet meer open" in one.sentence("nl")
        assert "not open" in one.sentence("en")

    def test_the_chain_tells_who_wrote_it_down_and_no_name(self, client: Client) -> None:
        run(client)
        answer(client, rest_goes=True, PAID="2026-0001")
        told = [(one.actor, json.loads(one.data)["says"]) for one in events_of(client, "client.answered")]
        assert told == [("test", "GO"), ("test", "PAID"), ("test", "GO")]
        assert not any("Kok" in one.data for one in events_of(client, "client.answered"))


class TestRefusals:
    @pytest.mark.parametrize(
        ("answers", "given", "words"),
        [
            ({"2026-0001": "MAYBE"}, {}, "MAYBE"),
            ({}, {"rest_goes": False}, "niets geantwoord"),
            ({"2026-0001": "GO"}, {"answered_by": " "}, "wie namens"),
            ({"2026-0001": "GO"}, {"note": "x" * 401}, "400"),
        ],
    )
    def test_an_answer_that_makes_no_sense(
        self, client: Client, answers: dict[str, str], given: dict[str, object], words: str
    ) -> None:
        run(client)
        said: dict[str, object] = {
            "answered_by": "Mevrouw Kok",
            "on": ON,
            "at": ten_o_clock(ON),
            "by": "test",
        }
        with pytest.raises(CannotAnswerCheck, match=words):
            answer_client_check(client, the_list(client), answers, **said | given)  # type: ignore[arg-type]
        assert {says for *_, says in items(client)} == {""}

    def test_before_it_was_made_nobody_can_have_answered(self, client: Client) -> None:
        run(client)
        with pytest.raises(CannotAnswerCheck, match="kan niemand er al op hebben geantwoord"):
            answer(client, after(-1, ON), PAID="2026-0001")
        assert did(answer(client, ON, PAID="2026-0001")) == [("2026-0001", "SETTLED")]

    def test_an_invoice_that_does_not_stand_on_it_changes_nothing(self, client: Client) -> None:
        run(client)
        with pytest.raises(NotFound, match="2026-0099"):
            answer(client, PAID="2026-0001", LEAVE="2026-0099")
        assert {says for *_, says in items(client)} == {""}

    def test_a_list_of_another_client_is_not_there(self, client: Client) -> None:
        run(client)
        other = a_client("hovenier", name="Hovenier Groen V.O.F.")
        with pytest.raises(NotFound, match="Hovenier Groen"):
            answer_client_check(
                other, the_list(client), {}, answered_by="x", on=ON, at=ten_o_clock(ON), by="test"
            )
        with pytest.raises(NotFound, match="Hovenier Groen"):
            show_client_check(other, the_list(client))


class TestBetweenApprovalAndSending:
    """The second look decides the account again: what the client says until the last second counts (P1)."""

    @pytest.fixture
    def approved(self, client: Client) -> Client:
        run(client)
        answer(client, rest_goes=True)
        run_day(client, on=ON, at=ten_o_clock(ON), by="test", approve=True, leaves=False)
        assert states(client) == ["APPROVED", "APPROVED"]
        return client

    @pytest.mark.parametrize("says", ["PAID", "LEAVE", "CREDIT_COMING"])
    def test_what_the_client_takes_back_does_not_leave(self, approved: Client, says: str) -> None:
        answer(approved, **{says: "2026-0003"})
        done = send_messages([approved], on=ON, at=ten_o_clock(ON), by="test")
        assert (done.sent, done.withdrawn) == (1, 1)
        assert reminded(approved) == ["2026-0001", "2026-0002"]

    def test_a_message_about_two_is_withdrawn_and_written_again_about_one(self, approved: Client) -> None:
        answer(approved, LEAVE="2026-0001")
        done = send_messages([approved], on=ON, at=ten_o_clock(ON), by="test")
        assert (done.sent, done.withdrawn) == (1, 1)
        run(approved)
        assert reminded(approved) == ["2026-0002", "2026-0003"]

    def test_a_go_that_counts_no_more_keeps_the_message_here(self, approved: Client) -> None:
        bank_known_until(approved, after(22))
        assert send_messages([approved], on=after(22), at=ten_o_clock(after(22)), by="test").sent == 0


class TestShowing:
    def test_lists_and_what_stands_on_one(self, client: Client) -> None:
        run(client)
        answer(client, LEAVE="2026-0003")
        shown = show_client_checks([client], on=ON)
        (row,) = shown.rows
        assert shown.waiting == (row,)
        assert (row.count, row.unanswered, row.asked_cents, row.counts_until) == (3, 2, 119_900, after(21))
        check = show_client_check(client, row.id)
        assert [(item.number, item.answer) for item in check.items] == [
            ("2026-0001", ""), ("2026-0002", ""), ("2026-0003", "LEAVE"),
        ]  # fmt: skip
        assert as_json(row)["silence"] == "hold"
        assert item_json(check.items[2])["answered_by"] == "Mevrouw Kok"

    @pytest.mark.parametrize(("days", "waits"), [(21, 1), (22, 0)])
    def test_a_list_waits_as_long_as_it_counts(self, client: Client, days: int, waits: int) -> None:
        run(client)
        assert len(waiting_client_checks([client], on=after(days))) == waits

    def test_a_list_of_which_nothing_is_open_waits_for_nobody(self, client: Client) -> None:
        run(client)
        for number in ("2026-0001", "2026-0002", "2026-0003"):
            settle_invoice(client, number, on=ON, at=ten_o_clock(ON), by="test")
        assert waiting_client_checks([client], on=ON) == ()

    def test_as_a_file_no_cell_is_a_formula(self, client: Client) -> None:
        an_invoice(an_account(client, "D9", name='=HYPERLINK("http://x")'), "2026-0009", cents=123_456)
        run(client)
        check = show_client_check(client, the_list(client))
        rows = list(csv.reader(io.StringIO(as_csv(check, "nl").decode("utf-8-sig")), delimiter=";"))
        assert len(rows) == 5
        assert len({len(row) for row in rows}) == 1
        (bad,) = [row for row in rows if row[2] == "2026-0009"]
        assert bad[1].startswith("'=")
        assert bad[3:6] == ["2026-03-02", "1.234,56", "eerste herinnering"]
