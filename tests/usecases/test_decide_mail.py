"""A person says what an answer is: what follows is done, and the account goes on or rests."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.mails import an_answer, message_of
from voldaan.domain.answers.words import answer_words
from voldaan.records.models import (
    Client,
    Debtor,
    Dispute,
    Event,
    Hold,
    IncomingMail,
    Invoice,
    Promise,
    StrayMail,
)
from voldaan.records.scope import rows_of
from voldaan.usecases.decide_mail import DECISIONS, FOLLOWS, CannotDecide, Decided, NotFound, decide_mail
from voldaan.usecases.place_mail import CannotPlace, place_mail, set_mail_aside, take_mail_back
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.record_promise import CannotPromise
from voldaan.usecases.run_day import run_day
from voldaan.usecases.take_mail import take_mail
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db

ON = after(5)


@pytest.fixture
def client() -> Client:
    """A client of whom a debtor with two invoices got a first reminder, and answered."""
    made = a_client(truth_days_max=400)
    account = an_account(made, "D1")
    an_invoice(account, "F-2026-1")
    an_invoice(account, "F-2026-2", due_date=after(20))
    bank_known_until(made, after(90))
    run_day(made, on=after(3), at=ten_o_clock(after(3)), by="test", approve=True)
    take(an_answer("Hier moet u eens naar kijken.", to=message_of(made)))
    return made


def take(data: bytes) -> None:
    take_mail(data, on=ON, at=ten_o_clock(ON), by="test")


def when(on: date = ON) -> dict[str, Any]:
    return {"on": on, "at": ten_o_clock(on), "by": "Kim"}


def the_mail(client: Client) -> IncomingMail:
    with rows_of(client):
        return IncomingMail.objects.get()


def decide(client: Client, says: str, **more: Any) -> Decided:
    return decide_mail(client, the_mail(client).pk, says=says, **when() | more)


def decided(client: Client, on: date) -> str:
    _, rows = preview_day(client, on=on)
    (row,) = (row for row in rows if row.debtor == "D1")
    return f"{row.decision.act} {row.decision.because}"


def holds(client: Client) -> list[tuple[str, date | None]]:
    with rows_of(client):
        standing = Hold.objects.filter(lifted_on__isnull=True).order_by("pk")
        return list(standing.values_list("reason", "last_day"))


@pytest.mark.parametrize("says", ["NOTHING", "QUESTION", "ANGER"])
def test_what_asks_for_nothing_lets_the_strategy_go_on(client: Client, says: str) -> None:
    assert decide(client, says).did == "NOTHING"
    assert holds(client) == []
    assert decided(client, after(14)) == "REMIND STAGE_REACHED"


@pytest.mark.parametrize(("says", "days"), [
    ("ALREADY_PAID", 7), ("PAID_IN_RUN", 14), ("IN_PARTS", 14), ("CREDIT_PROMISED", 14), ("NEVER_RECEIVED", 7),
    ("COPY_WANTED", 7), ("PURCHASE_ORDER_MISSING", 7),
])  # fmt: skip
def test_what_asks_for_time_gets_it_and_then_goes_on(client: Client, says: str, days: int) -> None:
    done = decide(client, says)
    last = after(days, ON)
    assert (done.did, done.until, holds(client)) == ("HOLD", last, [("PERSON_ASKED", last)])
    assert decided(client, last) == "HOLD ON_HOLD"
    assert decided(client, max(after(1, last), after(14))).startswith("REMIND")


def test_a_day_that_somebody_names_is_the_one(client: Client) -> None:
    assert decide(client, "ALREADY_PAID", day=after(30)).until == after(30)
    assert holds(client) == [("PERSON_ASKED", after(30))]


@pytest.mark.parametrize(("says", "hold"), [
    ("DECEASED", "DECEASED"), ("DEBT_COUNSELLING", "DEBT_COUNSELLING"), ("MOVED", "MOVED"),
    ("WRONG_PERSON", "OTHER"), ("COMPLAINT", "COMPLAINT"),
])  # fmt: skip
def test_what_protects_the_debtor_stands_as_the_law_says(client: Client, says: str, hold: str) -> None:
    assert decide(client, says).hold == hold
    assert [reason for reason, _ in holds(client)] == [hold]
    assert decided(client, after(14)) == "HOLD ON_HOLD"


def test_a_promise_is_one_of_the_book(client: Client) -> None:
    done = decide(client, "PROMISE", day=after(10))
    assert (done.did, done.until, holds(client)) == ("PROMISE", after(10), [])
    with rows_of(client):
        assert list(Promise.objects.values_list("invoice__number", "last_day")) == [("F-2026-1", after(10))]
    _, rows = preview_day(client, on=after(12))
    assert [other.because for other in rows[0].decision.others] == ["PROMISED", "NOT_YET_DUE"]


@pytest.mark.parametrize(("on", "why"), [(None, "Noem de dag"), (after(4), "ligt voor vandaag")])
def test_a_promise_without_a_day_that_can_be_changes_nothing(
    client: Client, on: date | None, why: str
) -> None:
    with pytest.raises((CannotDecide, CannotPromise), match=why):
        decide(client, "PROMISE", day=on)
    assert holds(client) == [("ANSWER_TO_READ", None)]
    assert the_mail(client).decided == ""


@pytest.mark.parametrize("says", ["DISPUTE", "SET_OFF"])
def test_a_dispute_is_of_what_the_message_was_about_and_has_its_day(client: Client, says: str) -> None:
    done = decide(client, says)
    # Five working days after Saturday 7 March.
    assert (done.did, done.until) == ("DISPUTE", date(2026, 3, 13))
    with rows_of(client):
        assert list(Dispute.objects.values_list("invoice__number", "owner")) == [("F-2026-1", "Kim")]


def test_a_dispute_of_another_invoice_is_of_that_one(client: Client) -> None:
    decide(client, "DISPUTE", invoices=["F-2026-2"], day=after(40))
    with rows_of(client):
        assert list(Dispute.objects.values_list("invoice__number", "answer_by")) == [("F-2026-2", after(40))]


def test_where_nothing_is_open_any_more_there_is_nothing_to_dispute(client: Client) -> None:
    with rows_of(client):
        Invoice.objects.update(open_cents=0)
    with pytest.raises(CannotDecide, match="staat niets open"):
        decide(client, "DISPUTE")


def test_it_is_decided_once_and_the_chain_tells_by_whom(client: Client) -> None:
    decide(client, "QUESTION")
    with pytest.raises(CannotDecide, match="al behandeld op 7 maart 2026"):
        decide(client, "NOTHING")
    with rows_of(client):
        told = Event.objects.get(kind="mail.decided")
    assert (told.actor, '"says":"QUESTION"' in told.data) == ("Kim", True)
    assert list(verify_book([client])) == []


def test_a_hold_that_somebody_lifted_before_is_not_lifted_twice(client: Client) -> None:
    from voldaan.usecases.place_hold import lift_hold

    hold = the_mail(client).hold_id
    assert hold is not None
    lift_hold(client, hold, **when())
    assert decide(client, "NOTHING").did == "NOTHING"


@pytest.mark.parametrize(("says", "why"), [("", "geen antwoord"), ("paid", "geen antwoord")])
def test_what_is_no_answer_is_refused(client: Client, says: str, why: str) -> None:
    with pytest.raises(CannotDecide, match=why):
        decide(client, says)


def test_another_clients_mail_is_not_there(client: Client) -> None:
    other = a_client("hovenier", name="Hovenier Groen V.O.F.")
    with pytest.raises(NotFound, match="Hovenier Groen"):
        decide_mail(other, the_mail(client).pk, says="NOTHING", **when())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_decision_follows_something_and_has_its_words(language: str) -> None:
    assert set(FOLLOWS) == set(DECISIONS)
    assert all(answer_words(code, language) for code in DECISIONS)


class TestWhoseItIs:
    def test_a_stray_is_placed_and_leaves_its_debtor_in_peace(self, client: Client) -> None:
        decide(client, "NOTHING")
        take(an_answer("Wie bent u?", sender="onbekend@anders.example", subject=""))
        row = place_mail(StrayMail.objects.get().pk, client, "D1", **when())
        assert (row.found_by, row.words.strip()) == ("PERSON", "Wie bent u?")
        assert [reason for reason, _ in holds(client)] == ["ANSWER_TO_READ"]
        assert not StrayMail.objects.exists()
        assert list(verify_book([client])) == []

    def test_one_that_was_placed_wrongly_waits_with_the_strays_and_holds_nobody(self, client: Client) -> None:
        stray = take_mail_back(client, the_mail(client).pk, **when())
        assert (holds(client), stray.words.strip()) == ([], "Hier moet u eens naar kijken.")
        assert decided(client, after(14)) == "REMIND STAGE_REACHED"
        place_mail(stray.pk, client, "D1", **when())
        assert [reason for reason, _ in holds(client)] == ["ANSWER_TO_READ"]

    def test_what_was_decided_stays_where_it_is(self, client: Client) -> None:
        decide(client, "QUESTION")
        with pytest.raises(CannotPlace, match="al behandeld"):
            take_mail_back(client, the_mail(client).pk, **when())

    def test_what_is_of_nobody_is_set_aside_and_kept(self, client: Client) -> None:
        take(an_answer("Win een reis!", sender="reclame@anders.example", subject=""))
        number = StrayMail.objects.get().pk
        set_mail_aside(number, at=ten_o_clock(ON), by="Kim")
        assert StrayMail.objects.get().done_by == "Kim"
        with pytest.raises(CannotPlace, match="al opzijgelegd door Kim"):
            place_mail(number, client, "D1", **when())

    def test_what_is_not_there_is_said(self, client: Client) -> None:
        with pytest.raises(NotFound, match="Er is geen mail 999"):
            place_mail(999, client, "D1", **when())
        with pytest.raises(NotFound, match="heeft geen mail 999"):
            take_mail_back(client, 999, **when())

    def test_a_merged_debtor_keeps_its_mail_and_has_it_back(self, client: Client) -> None:
        from voldaan.usecases.merge_debtors import merge_debtors
        from voldaan.usecases.unmerge_debtor import unmerge_debtor

        with rows_of(client):
            Debtor.objects.update(capacity="LEGAL_PERSON")
        an_invoice(an_account(client, "D2"), "F-2026-3")
        merge_debtors(client, "D2", "D1", **when())
        with rows_of(client):
            assert IncomingMail.objects.get().account.number == "D2"
        unmerge_debtor(client, "D1", **when())
        with rows_of(client):
            assert IncomingMail.objects.get().account.number == "D1"
