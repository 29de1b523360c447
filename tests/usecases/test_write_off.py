"""Writing off: proposed by a strategy, done by a person, taken back, and asked about when money comes after all."""

from datetime import date
from typing import Any

import pytest

from tests.builders import DUE, a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.strategies import a_strategy
from voldaan.records.models import (
    Allocation,
    BankStatement,
    Client,
    Event,
    ImportedFile,
    Invoice,
    Payment,
    Question,
    WriteOff,
)
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.answer_question import answer_question
from voldaan.usecases.count_open_items import Listed, count_open_items
from voldaan.usecases.match_payments import match_payments
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.run_day import run_day
from voldaan.usecases.settle_invoice import settle_invoice
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_off import CannotWriteOff, NotFound, take_back_write_off, write_off

pytestmark = pytest.mark.django_db

NUMBER = "2026-0001"


@pytest.fixture
def client() -> Client:
    """A client that writes off what stays open, with one overdue invoice of 125 euro."""
    a_strategy(end="WRITE_OFF")
    made = a_client(truth_days_max=400)
    an_invoice(an_account(made))
    bank_known_until(made, after(90))
    return made


def when(days: int) -> dict[str, Any]:
    return {"on": after(days), "at": ten_o_clock(after(days)), "by": "Kim"}


def open_cents(client: Client) -> int:
    with rows_of(client):
        return Invoice.objects.get().open_cents


def pays(client: Client, cents: int, remittance: str, days: int) -> None:
    with rows_of(client):
        Payment.objects.create(
            client=client, statement=BankStatement.objects.latest("pk"), bank_iban="NL91ABNA0417164300",
            booking_date=after(days), amount_cents=cents, waiting_cents=cents, currency="EUR",
            counterparty_name="Klant D1 B.V.", remittance=remittance, digest=f"{cents} {days}",
        )  # fmt: skip
    match_payments(client, **when(days))


def asked(client: Client) -> list[str]:
    with rows_of(client):
        return list(Question.objects.filter(answered_at__isnull=True).values_list("because", flat=True))


def closes(client: Client) -> bool:
    return list(verify_book([client])) == []


def decided(client: Client, days: int) -> list[tuple[str, str]]:
    return [(row.decision.act, row.decision.because) for row in preview_day(client, on=after(days))[1]]


def test_the_strategy_proposes_it_and_a_person_does_it(client: Client) -> None:
    for days in (3, 14):
        run_day(client, approve=True, **when(days))
    assert decided(client, 24) == [("WAIT", "TERM_RUNNING")]
    assert decided(client, 25) == [("ASK", "READY_FOR_WRITE_OFF")]
    done = write_off(client, NUMBER, reason="klant is gestopt", **when(25))
    assert (done.invoice, done.cents, open_cents(client)) == (NUMBER, 12_500, 0)
    assert decided(client, 25) == []
    with rows_of(client):
        row = Allocation.objects.get()
        assert (row.kind, row.reason, row.evidence) == (
            "DIFFERENCE",
            "WRITTEN_OFF",
            "afgeboekt",
        )
        assert WriteOff.objects.get().reason == "klant is gestopt"
        told = Event.objects.get(kind="invoice.written_off")
    assert (told.actor, "gestopt" in told.data) == ("Kim", False)
    assert closes(client)


def test_what_was_approved_about_it_does_not_leave(client: Client) -> None:
    from voldaan.usecases.approve_messages import approve_messages
    from voldaan.usecases.send_messages import send_messages

    run_day(client, approve=False, **when(3))
    approve_messages(client, **when(3))
    write_off(client, NUMBER, reason="te klein", **when(3))
    assert send_messages([client], **when(3)).sent == 0


def test_it_is_taken_back_to_the_cent_and_once(client: Client) -> None:
    write_off(client, NUMBER, reason="klant is gestopt", **when(25))
    assert take_back_write_off(client, NUMBER, **when(26)).cents == 12_500
    assert (open_cents(client), closes(client)) == (12_500, True)
    with pytest.raises(CannotWriteOff, match="niets afgeboekt"):
        take_back_write_off(client, NUMBER, **when(26))
    write_off(client, NUMBER, reason="toch", **when(27))
    assert (take_back_write_off(client, NUMBER, **when(27)).cents, open_cents(client)) == (12_500, 12_500)


def test_money_that_comes_after_all_asks_and_is_placed_once_it_is_owed_again(client: Client) -> None:
    write_off(client, NUMBER, reason="klant is gestopt", **when(25))
    pays(client, 12_500, f"factuur {NUMBER}", 30)
    assert (len(asked(client)), open_cents(client)) == (1, 0)
    assert closes(client)
    take_back_write_off(client, NUMBER, **when(31))
    match_payments(client, **when(31))
    assert (asked(client), open_cents(client)) == ([], 0)
    with rows_of(client):
        assert Payment.objects.get().waiting_cents == 0
    assert closes(client)


def test_not_while_money_waits_that_may_be_for_it(client: Client) -> None:
    pays(client, 99_900, f"factuur {NUMBER}", 10)
    assert asked(client)
    with pytest.raises(CannotWriteOff, match="Beantwoord eerst die vraag"):
        write_off(client, NUMBER, reason="klant is gestopt", **when(25))


@pytest.mark.parametrize("reason", ["", "  ", "x" * 181])
def test_a_reason_is_asked(client: Client, reason: str) -> None:
    with pytest.raises(CannotWriteOff, match=r"Schrijf op waarom|langer dan 180"):
        write_off(client, NUMBER, reason=reason, **when(25))


def test_nothing_open_or_handed_over_is_refused(client: Client) -> None:
    with rows_of(client):
        Invoice.objects.update(handed_over_on=after(20))
    with pytest.raises(CannotWriteOff, match="overgedragen"):
        write_off(client, NUMBER, reason="klant is gestopt", **when(25))
    with rows_of(client):
        Invoice.objects.update(handed_over_on=None)
    settle_invoice(client, NUMBER, **when(10))
    with pytest.raises(CannotWriteOff, match="niets meer open"):
        write_off(client, NUMBER, reason="klant is gestopt", **when(25))
    with pytest.raises(NotFound):
        write_off(client, "2026-9999", reason="klant is gestopt", **when(25))


@pytest.mark.parametrize(
    ("listed_cents", "because", "left"), [(12_500, ["LEDGER_SAYS_OPEN"], 12_500), (0, [], 0)]
)
def test_a_list_that_still_shows_it_open_asks_whether_it_is_owed_again(
    client: Client, listed_cents: int, because: list[str], left: int
) -> None:
    write_off(client, NUMBER, reason="klant is gestopt", **when(25))
    listed(client, listed_cents, after(30))
    assert (open_cents(client), asked(client)) == (0, because)
    if because:
        with rows_of(client):
            question = Question.objects.get().pk
        answer_question(client, question, answer="ACCEPT", **when(30))
    assert (open_cents(client), closes(client)) == (left, True)


def listed(client: Client, cents: int, as_of: date) -> None:
    with rows_of(client), one_transaction():
        ImportedFile.objects.create(
            client=client, name="lijst.csv", sha256="1" * 64, format="csv", imported_at=ten_o_clock(as_of), new=0,
            known=1, complete=True, as_of=as_of,
        )  # fmt: skip
        count_open_items(
            client,
            [Listed(Invoice.objects.get(), cents)],
            as_of=as_of,
            on=as_of,
            at=ten_o_clock(as_of),
            by="test",
        )


def test_the_sum_of_an_invoice_that_was_paid_in_part_closes(client: Client) -> None:
    pays(client, 5_000, f"factuur {NUMBER}", 5)
    rest = open_cents(client)
    write_off(client, NUMBER, reason="coulance", **when(25))
    assert (rest, open_cents(client), closes(client)) == (7_500, 0, True)
    assert DUE < after(25)
