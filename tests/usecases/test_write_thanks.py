"""Who paid after a reminder is thanked: once, by e-mail, and not where something else waits."""

import json
from datetime import date, timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest

from tests.usecases.small_book import SmallBook, at, small_book, with_agency
from voldaan.records import archive
from voldaan.records.evaluation_rows import came_back_between, reminded_between
from voldaan.records.models import (
    Allocation,
    Client,
    CreditNote,
    Event,
    Fee,
    Invoice,
    Message,
    Reminded,
)
from voldaan.records.past_accounts import past_accounts, period_of
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.evaluate_period import evaluate_period
from voldaan.usecases.list_messages import list_messages
from voldaan.usecases.open_dispute import open_dispute
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.resolve_message import resolve_message
from voldaan.usecases.run_day import run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.set_approval import set_approval
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db

REMINDED_ON = date(2026, 9, 4)
PAID_ON = date(2026, 9, 8)
CENTS = 123_450


def of_kind(book: SmallBook, kind: str = "THANKS") -> list[Message]:
    with rows_of(book.client):
        return list(Message.objects.filter(kind=kind).order_by("pk"))


def a_book(**facts: Any) -> SmallBook:
    """Return a book that thanks, with an invoice of which its debtor was reminded on 4 September."""
    book = small_book()
    Client.objects.filter(pk=book.client.pk).update(**{"thanks": True} | facts)
    book.client.refresh_from_db()
    book.debtor()
    book.invoice()
    book.run(REMINDED_ON)
    return book


def pays(book: SmallBook, on: date = PAID_ON, cents: int = CENTS, text: str = "Factuur 2026-118") -> None:
    book.statement(on, (on, cents, text))


def test_who_paid_after_a_reminder_is_thanked_once() -> None:
    book = a_book()
    pays(book)
    first = book.run(PAID_ON)
    again = book.run(PAID_ON + timedelta(days=1))
    (thanks,) = of_kind(book)
    assert (first.thanked.written, again.thanked.written) == (1, 0)
    assert (thanks.state, thanks.channel, thanks.recipient) == (
        "SENT",
        "EMAIL",
        "crediteuren@korenaar.example",
    )
    mail = message_from_bytes(archive.fetch(thanks.sent_sha256), policy=policy.default)
    assert mail["Subject"] == "Bedankt voor uw betaling"
    body = mail.get_body(("plain",))
    assert (
        body is not None and "uw betaling van factuur 2026-118 ontvangen. Dank u wel." in body.get_content()
    )
    assert mail["Auto-Submitted"] == "auto-generated"
    assert list(verify_book([book.client])) == []


def test_it_is_written_in_the_texts_of_its_client() -> None:
    book = a_book(text_set="informal")
    pays(book)
    book.run(PAID_ON)
    (thanks,) = of_kind(book)
    assert (thanks.subject, thanks.text_version) == ("Bedankt voor je betaling", "informal 0")


def test_a_thank_you_is_no_reminder() -> None:
    book = a_book()
    with_agency(book)
    pays(book)
    book.run(PAID_ON)
    (thanks,) = of_kind(book)
    with rows_of(book.client):
        assert list(Reminded.objects.filter(message=thanks)) == []
        assert list(Fee.objects.filter(message=thanks)) == []
        assert {row.message_id for row in reminded_between(date(2026, 9, 1), date(2026, 9, 30))} == {
            str(one.uuid) for one in of_kind(book, "REMINDER")
        }
    told = evaluate_period(book.client, start=date(2026, 9, 1), end=date(2026, 9, 30))
    assert [figures.result.stage for figures in told.stages] == ["FIRST_REMINDER"]
    assert {row["message_kind"] for row in list_messages(book.client)} == {"REMINDER", "THANKS"}


def test_a_replay_of_the_past_sends_no_thank_you() -> None:
    book = a_book()
    pays(book)
    book.run(PAID_ON)
    first, last = date(2026, 9, 1), date(2026, 9, 30)
    with rows_of(book.client):
        period = period_of(book.client, first, last, agency=None, shown_from=first)
        (account,) = past_accounts(period)
    assert [message.stage for message in account.really] == ["FIRST_REMINDER"]


def test_a_thank_you_that_came_back_is_not_counted_and_says_that_the_address_is_bad() -> None:
    book = a_book()
    pays(book)
    book.run(PAID_ON)
    (thanks,) = of_kind(book)
    resolve_message(book.client, str(thanks.uuid), answer="BOUNCED", on=PAID_ON, at=at(PAID_ON), by="Kim")
    with rows_of(book.client):
        assert came_back_between(date(2026, 9, 1), date(2026, 9, 30)) == {}
    book.invoice("2026-130", due=date(2026, 9, 10))
    book.run(date(2026, 9, 15))
    assert of_kind(book, "REMINDER")[-1].channel == "POST"


def test_it_may_go_on_the_day_of_a_reminder_and_does_not_reset_the_rhythm() -> None:
    book = a_book()
    on = date(2026, 9, 15)
    pays(book, on)
    book.run(on)
    book.invoice("2026-130", due=date(2026, 9, 5))
    book.run(on)
    (thanks,), (_, reminder) = of_kind(book), of_kind(book, "REMINDER")
    assert (thanks.sent_on, reminder.sent_on) == (on, on)
    assert (thanks.state, reminder.state) == ("SENT", "SENT")


def test_a_thank_you_under_way_is_not_withdrawn_as_overtaken() -> None:
    book = a_book()
    pays(book)
    for on in (PAID_ON, PAID_ON + timedelta(days=1)):
        run_day(book.client, on=on, at=at(on), by="tests")
        if on > book.known_until:
            book.statement(on)
    assert [one.state for one in of_kind(book)] == ["WRITTEN"]


def test_a_refused_or_uncertain_thank_you_keeps_no_reminder_here() -> None:
    book = a_book()
    on = date(2026, 9, 15)
    pays(book, on)
    book.run(on)
    book.invoice("2026-130", due=date(2026, 9, 5))
    with rows_of(book.client):
        Message.objects.filter(kind="THANKS").update(state="AMBIGUOUS")
    _, rows = preview_day(book.client, on=on)
    assert [row.decision.act for row in rows] == ["REMIND"]


def test_by_the_clients_rule_it_is_approved_and_else_it_waits_for_a_person() -> None:
    automatic = a_book(approval="AUTOMATIC")
    pays(automatic)
    run_day(automatic.client, on=PAID_ON, at=at(PAID_ON), by="tests")
    assert [one.state for one in of_kind(automatic)] == ["SENT"]


@pytest.mark.parametrize("wants", [True, False])
def test_only_where_the_client_wants_it(wants: bool) -> None:
    book = a_book(thanks=wants)
    pays(book)
    book.run(PAID_ON)
    assert len(of_kind(book)) == int(wants)


def test_who_paid_before_the_reminder_left_or_without_one_is_not_thanked() -> None:
    book = a_book()
    book.invoice("2026-119", due=date(2026, 9, 20))
    pays(book, text="Factuur 2026-119")
    book.run(PAID_ON)
    assert of_kind(book) == []


def test_who_paid_long_ago_is_not_thanked_any_more() -> None:
    book = a_book()
    pays(book)
    late = PAID_ON + timedelta(days=15)
    book.run(late)
    assert of_kind(book) == []


def test_who_still_owes_something_overdue_is_not_thanked() -> None:
    book = a_book()
    book.invoice("2026-119", due=date(2026, 9, 1))
    pays(book)
    book.run(PAID_ON)
    assert of_kind(book) == []


def test_who_disputes_or_is_left_in_peace_is_not_thanked() -> None:
    book = a_book()
    book.invoice("2026-119", due=date(2026, 10, 20))
    pays(book)
    when: dict[str, Any] = {"on": PAID_ON, "at": at(PAID_ON), "by": "Kim"}
    open_dispute(book.client, "2026-119", owner="Kim", answer_by=date(2026, 9, 20), **when)
    book.run(PAID_ON)
    assert of_kind(book) == []


@pytest.mark.parametrize("reason", ["COMPLAINT", "DECEASED", "DEBT_COUNSELLING"])
def test_who_is_on_hold_is_not_thanked(reason: str) -> None:
    book = a_book()
    pays(book)
    place_hold(book.client, "D-1042", reason=reason, on=PAID_ON, at=at(PAID_ON), by="Kim")
    book.run(PAID_ON)
    assert of_kind(book) == []


def test_a_part_is_not_all() -> None:
    book = a_book()
    pays(book, cents=100_000)
    book.run(PAID_ON)
    assert of_kind(book) == []


@pytest.mark.parametrize(("kind", "paid"), [("CREDIT_NOTE", 0), ("WRITTEN_OFF", 10_000)])
def test_who_did_not_pay_it_in_the_end_is_not_thanked(kind: str, paid: int) -> None:
    """The payment was taken back and a credit note settled it, or hardly anything was paid and the rest was let go."""
    book = a_book()
    pays(book, cents=paid or CENTS)
    if kind == "CREDIT_NOTE":
        undo(book)
    settles(book, kind, CENTS - paid)
    assert book.fresh(book_invoice(book)).open_cents == 0
    book.run(PAID_ON)
    assert of_kind(book) == []


def book_invoice(book: SmallBook) -> Invoice:
    with rows_of(book.client):
        return Invoice.objects.get(number="2026-118")


def settles(book: SmallBook, kind: str, cents: int) -> None:
    """Settle the invoice otherwise than by a payment."""
    invoice = book_invoice(book)
    with rows_of(book.client):
        note = CreditNote.objects.create(
            client=book.client, account=invoice.account, number="C-9", issue_date=PAID_ON, total_cents=cents,
            waiting_cents=0,
        ) if kind == "CREDIT_NOTE" else None  # fmt: skip
        Allocation.objects.create(
            client=book.client, invoice=invoice, kind="CREDIT_NOTE" if note else "DIFFERENCE", credit_note=note,
            reason="" if note else "WRITTEN_OFF", cents=cents, on=PAID_ON, made_at=at(PAID_ON),
        )  # fmt: skip
        Invoice.objects.filter(pk=invoice.pk).update(open_cents=invoice.open_cents - cents)


def test_a_payment_that_was_taken_back_before_it_leaves_withdraws_it() -> None:
    book = a_book()
    pays(book)
    run_day(book.client, on=PAID_ON, at=at(PAID_ON), by="tests")
    (thanks,) = of_kind(book)
    approve_messages(book.client, on=PAID_ON, at=at(PAID_ON), by="Kim")
    undo(book)
    send_messages([book.client], on=PAID_ON, at=at(PAID_ON), by="tests")
    (thanks,) = of_kind(book)
    assert thanks.state == "WITHDRAWN"
    assert "de betaling is teruggenomen" in thanks.because
    with rows_of(book.client):
        told = [
            json.loads(data)
            for data in Event.objects.filter(kind="message.withdrawn").values_list("data", flat=True)
        ]
    assert told[-1]["stage"] == "THANKS"


def undo(book: SmallBook) -> None:
    from voldaan.records.models import Payment
    from voldaan.usecases.undo_match import undo_match

    with rows_of(book.client):
        payment = Payment.objects.get()
    undo_match(book.client, payment.pk, on=PAID_ON, at=at(PAID_ON), by="Kim")


def test_an_agency_thanks_on_behalf_and_only_at_a_lawful_hour() -> None:
    book = small_book()
    Client.objects.filter(pk=book.client.pk).update(thanks=True)
    book.client.refresh_from_db()
    with_agency(book)
    book.debtor(capacity="CONSUMER")
    book.invoice()
    book.run(REMINDED_ON)
    pays(book)
    run_day(book.client, on=PAID_ON, at=at(PAID_ON), by="tests")
    approve_messages(book.client, on=PAID_ON, at=at(PAID_ON), by="Kim")
    waits = send_messages([book.client], on=PAID_ON, at=at(PAID_ON, 23), by="tests")
    assert (waits.sent, waits.waiting) == (0, 1)
    sent = send_messages([book.client], on=PAID_ON, at=at(PAID_ON), by="tests")
    (thanks,) = of_kind(book)
    assert (sent.sent, thanks.state) == (1, "SENT")
    text = archive.fetch(thanks.text_sha256).decode()
    for words in ("ook namens Groothandel De Linde B.V.", "RID-004711", "klachten@waterland.example"):
        assert words in text


def test_what_asks_for_more_people_than_agreed_does_not_leave() -> None:
    book = a_book()
    pays(book)
    run_day(book.client, on=PAID_ON, at=at(PAID_ON), by="tests")
    approve_messages(book.client, on=PAID_ON, at=at(PAID_ON), by="Kim")
    set_approval(book.client, "FOUR_EYES", stage="THANKS", on=PAID_ON, at=at(PAID_ON), by="Kim")
    send_messages([book.client], on=PAID_ON, at=at(PAID_ON), by="tests")
    (thanks,) = of_kind(book)
    assert (thanks.state, "twee personen" in thanks.because) == ("WITHDRAWN", True)


def test_an_agency_that_came_since_writes_its_own() -> None:
    book = a_book()
    pays(book)
    run_day(book.client, on=PAID_ON, at=at(PAID_ON), by="tests")
    approve_messages(book.client, on=PAID_ON, at=at(PAID_ON), by="Kim")
    with_agency(book)
    send_messages([book.client], on=PAID_ON, at=at(PAID_ON), by="tests")
    assert [one.because for one in of_kind(book)] == ["De opdracht is inmiddels een andere."]
