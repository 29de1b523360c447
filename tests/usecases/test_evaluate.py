"""What came in after the messages, and what was open: as the book stood on a day, and nothing guessed."""

from datetime import date, timedelta

import pytest

from tests.usecases.small_book import READY, SmallBook, at, small_book, to_the_last_term
from voldaan.records.allocating import NewAllocation, allocate
from voldaan.records.models import CreditNote, Message
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.evaluate_period import (
    CannotEvaluate,
    Evaluation,
    as_json,
    as_text,
    dso_sentence,
    evaluate_period,
)
from voldaan.usecases.hand_over import hand_over
from voldaan.usecases.open_dispute import open_dispute
from voldaan.usecases.resolve_message import resolve_message

pytestmark = pytest.mark.django_db

SENT = date(2026, 9, 4)
"""The day of the first reminder of an invoice that was due on 1 September."""
MONTH = (date(2026, 9, 1), date(2026, 9, 30))


@pytest.fixture
def book() -> SmallBook:
    """Return a book with one invoice of 1.234,50, due on 1 September, reminded once."""
    book = small_book()
    book.debtor()
    book.invoice()
    book.run(SENT)
    return book


def evaluated(book: SmallBook, start: date = MONTH[0], end: date = MONTH[1]) -> Evaluation:
    return evaluate_period(book.client, start=start, end=end)


def credit(book: SmallBook, cents: int, *, on: date, invoice_id: int) -> None:
    with rows_of(book.client), one_transaction():
        note = CreditNote.objects.create(
            client=book.client, account=book.accounts["D-1042"], number="C-1", issue_date=on, total_cents=cents,
            waiting_cents=cents,
        )  # fmt: skip
        row = NewAllocation(invoice_id, "CREDIT_NOTE", cents, on, credit_note_id=note.pk)
        allocate(book.client, [row], at=at(on))


# ---- what was open on a day ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "open_cents"),
    [
        (date(2026, 9, 9), 123_450),
        (date(2026, 9, 10), 23_450),
        (date(2026, 9, 11), 23_450),
        (date(2026, 9, 12), 0),
    ],
)
def test_open_is_what_was_open_on_that_day(book: SmallBook, end: date, open_cents: int) -> None:
    book.statement(
        date(2026, 9, 30), (date(2026, 9, 10), 100_000, "2026-118"), (date(2026, 9, 12), 23_450, "2026-118")
    )
    assert evaluated(book, end=end).open_cents == open_cents


@pytest.mark.parametrize(
    ("end", "key"),
    [
        (date(2026, 9, 1), "NOT_DUE"),
        (date(2026, 9, 2), "DAYS_1_30"),
        (date(2026, 10, 1), "DAYS_1_30"),
        (date(2026, 10, 2), "DAYS_31_60"),
    ],
)
def test_ageing_on_the_last_day(book: SmallBook, end: date, key: str) -> None:
    buckets = {bucket.key: bucket.cents for bucket in evaluated(book, end=end).ageing if bucket.invoices}
    assert buckets == {key: 123_450}


def test_an_invoice_that_was_not_yet_made_was_not_open(book: SmallBook) -> None:
    book.invoice("2026-200", due=date(2026, 11, 1), issued=date(2026, 10, 1))
    assert evaluated(book, end=date(2026, 9, 30)).open_invoices == 1
    assert evaluated(book, end=date(2026, 10, 1)).open_invoices == 2


def test_an_invoice_that_was_withdrawn_is_open_until_then(book: SmallBook) -> None:
    with rows_of(book.client):
        book.accounts["D-1042"].invoices.update(withdrawn_on=date(2026, 9, 20))
    assert evaluated(book, end=date(2026, 9, 19)).open_cents == 123_450
    assert evaluated(book, end=date(2026, 9, 20)).open_cents == 0


def test_money_without_a_place_stands_beside_and_lowers_nothing(book: SmallBook) -> None:
    book.statement(date(2026, 9, 30), (date(2026, 9, 10), 7_700, "zonder kenmerk"))
    told = evaluated(book)
    assert (told.open_cents, told.payments_to_place_cents) == (123_450, 7_700)
    assert evaluated(book, end=date(2026, 9, 9)).payments_to_place_cents == 0


def test_what_was_handed_over_is_still_open(book: SmallBook) -> None:
    to_the_last_term(book)
    book.statement(READY)
    hand_over(book.client, "D-1042", confirmed_by="Sanne Bos", on=READY, at=at(READY), by="tests")
    assert evaluated(book, end=READY).handed_over_cents == 123_450
    assert evaluated(book, end=READY - timedelta(days=1)).handed_over_cents == 0


# ---- days sales outstanding ------------------------------------------------------------------------------------


def test_dso_counts_back_over_the_sales() -> None:
    # The vector of the literature: 50.000 open; April 20.000, March 25.000, February 30.000 sold.
    book = small_book()
    book.debtor()
    book.invoice("2026-001", issued=date(2026, 2, 10), due=date(2026, 3, 10), cents=3_000_000)
    book.invoice("2026-002", issued=date(2026, 3, 10), due=date(2026, 4, 10), cents=2_500_000)
    book.invoice("2026-003", issued=date(2026, 4, 10), due=date(2026, 5, 10), cents=2_000_000)
    parts = [(date(2026, 4, 20), cents, "factuur 2026-001") for cents in (1_300_000, 1_200_000)]
    book.statement(date(2026, 8, 2), *parts)
    told = evaluated(book, start=date(2026, 2, 1), end=date(2026, 4, 30))
    assert told.open_cents == 5_000_000
    assert told.dso is not None
    assert str(told.dso.rounded) == "65.67"
    assert as_json(told)[0]["dso_days"] == "65.67"
    assert dso_sentence(told) == "65,7 dagen"


@pytest.mark.parametrize(("days_late", "known"), [(-1, True), (0, True), (1, False)])
def test_dso_is_not_known_where_only_late_invoices_were_handed_in(days_late: int, known: bool) -> None:
    book = small_book()
    book.debtor()
    book.invoice(handed_in=date(2026, 9, 1) + timedelta(days=days_late), issued=date(2026, 9, 1))
    told = evaluated(book)
    assert (told.dso is not None) is known
    assert told.dso_because == ("KNOWN" if known else "ONLY_LATE_HANDED_IN")
    if not known:
        assert dso_sentence(told).startswith(
            "niet bekend: elke factuur was al te laat toen zij werd aangeleverd"
        )
        assert as_json(told)[0]["dso_days"] is None


def test_dso_is_known_where_settled_invoices_were_handed_in_too() -> None:
    book = small_book()
    book.debtor()
    late = date(2026, 9, 20)
    book.invoice("2026-001", issued=date(2026, 9, 1), due=date(2026, 9, 10), handed_in=late)
    book.invoice("2026-002", issued=date(2026, 9, 1), due=date(2026, 9, 10), handed_in=late)
    assert evaluated(book).dso is None
    book.statement(date(2026, 9, 30), (date(2026, 9, 12), 123_450, "factuur 2026-001"))
    assert evaluated(book).dso_because == "KNOWN"


def test_dso_is_at_least_where_earlier_months_are_only_late_invoices() -> None:
    book = small_book()
    book.debtor()
    book.invoice(
        "1", issued=date(2026, 7, 1), due=date(2026, 7, 15), handed_in=date(2026, 9, 1), cents=500_000
    )
    book.invoice("2", issued=date(2026, 9, 1), due=date(2026, 9, 15), cents=100_000)
    told = evaluated(book)
    assert told.dso_because == "AT_LEAST"
    assert dso_sentence(told).startswith("ten minste 30,0 dagen")


def test_dso_of_an_empty_book_is_not_known() -> None:
    told = evaluated(small_book())
    assert (told.dso, told.dso_because, told.known_until, told.stages) == (None, "NO_INVOICES", None, ())
    assert "In deze periode is niets verstuurd." in as_text(told)


# ---- after the messages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "within_7", "within_14"), [(0, 0, 0), (1, 1, 1), (7, 1, 1), (8, 0, 1), (14, 0, 1), (15, 0, 0)]
)
def test_only_what_came_after_and_in_time(book: SmallBook, days: int, within_7: int, within_14: int) -> None:
    booked = SENT + timedelta(days=days)
    book.statement(date(2026, 9, 30), (booked, 123_450, "factuur 2026-118"))
    (stage,) = evaluated(book).stages
    assert (stage.result.stage, stage.result.messages, stage.result.invoices) == ("FIRST_REMINDER", 1, 1)
    assert (stage.result.within_7.paid_invoices, stage.result.within_14.paid_invoices) == (
        within_7,
        within_14,
    )
    assert stage.result.within_14.paid_cents == 123_450 * within_14
    assert (stage.running_7, stage.running_14) == (0, 0)


@pytest.mark.parametrize(("known", "running_7", "running_14"), [(6, 1, 1), (7, 0, 1), (13, 0, 1), (14, 0, 0)])
def test_a_window_runs_until_payments_are_known(
    book: SmallBook, known: int, running_7: int, running_14: int
) -> None:
    book.statement(SENT + timedelta(days=known))
    told = evaluated(book)
    (stage,) = told.stages
    assert (stage.running_7, stage.running_14) == (running_7, running_14)
    share = as_json(told)[0]["stages"][0]["paid_within_14_days_after"]["share_of_invoices_percent"]
    assert share == (None if running_14 else "0.0")


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (SENT, SENT, 1),
        (SENT - timedelta(days=1), SENT - timedelta(days=1), 0),
        (SENT + timedelta(days=1), SENT + timedelta(days=1), 0),
    ],
)
def test_only_the_messages_of_the_period(book: SmallBook, start: date, end: date, count: int) -> None:
    assert len(evaluated(book, start=start, end=end).stages) == count


def test_a_credit_note_is_no_payment(book: SmallBook) -> None:
    with rows_of(book.client):
        invoice = book.accounts["D-1042"].invoices.get()
    book.statement(date(2026, 9, 30))
    credit(book, 123_450, on=SENT + timedelta(days=2), invoice_id=invoice.pk)
    told = evaluated(book)
    assert told.open_cents == 0
    assert told.stages[0].result.within_14.paid_cents == 0


@pytest.mark.parametrize(("days", "count"), [(0, 1), (14, 1), (15, 0)])
def test_disputes_within_fourteen_days(book: SmallBook, days: int, count: int) -> None:
    on = SENT + timedelta(days=days)
    open_dispute(book.client, "2026-118", owner="Sanne Bos", answer_by=on, on=on, at=at(on), by="tests")
    assert evaluated(book).stages[0].disputes_within_14 == count


def test_what_came_back_does_not_count_as_sent(book: SmallBook) -> None:
    with rows_of(book.client):
        uuid = Message.objects.get().uuid
    resolve_message(book.client, str(uuid), answer="BOUNCED", on=SENT, at=at(SENT), by="tests")
    (stage,) = evaluated(book).stages
    assert (stage.result.messages, stage.came_back) == (0, 1)


def test_stages_stand_in_their_order(book: SmallBook) -> None:
    to_the_last_term(book)
    assert [stage.result.stage for stage in evaluated(book).stages] == [
        "FIRST_REMINDER",
        "SECOND_REMINDER",
        "PRE_COLLECTION",
    ]


def test_another_clients_figures_are_not_ours(book: SmallBook) -> None:
    other = small_book("wilg")
    assert evaluated(other).open_cents == 0
    assert evaluated(other).stages == ()


# ---- how it is told --------------------------------------------------------------------------------------------


def test_the_text_says_after_and_never_because(book: SmallBook) -> None:
    book.statement(date(2026, 9, 12), (date(2026, 9, 10), 123_450, "factuur 2026-118"))
    lines = as_text(evaluated(book)).splitlines()
    assert lines[0] == "Groothandel De Linde B.V.: 1 september 2026 tot en met 30 september 2026"
    assert lines[1] == "Betalingen verwerkt tot en met 12 september 2026."
    row = next(line for line in lines if "eerste herinnering" in line)
    assert "1 voldaan, €\u00a01.234,50 (1 loopt nog)" in row
    assert not any("dankzij" in line or "door de herinnering" in line for line in lines)


def test_the_json_is_one_object_without_binary_fractions(book: SmallBook) -> None:
    (told,) = as_json(evaluated(book))
    assert (told["kind"], told["client"], told["from"], told["to"]) == (
        "evaluation",
        "linde",
        "2026-09-01",
        "2026-09-30",
    )
    assert told["ageing"]["DAYS_1_30"] == {"invoices": 1, "cents": 123_450}
    assert not any(isinstance(value, float) for value in told.values())


def test_a_period_does_not_end_before_it_begins(book: SmallBook) -> None:
    with pytest.raises(CannotEvaluate, match="Draai de dagen om"):
        evaluated(book, start=MONTH[1], end=MONTH[0])
