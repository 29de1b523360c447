"""What a client owes its agency: once an invoice, when its first message was sent."""

from datetime import date, timedelta

import pytest

from tests.usecases.small_book import FIRST_DAY, SmallBook, at, small_book, to_the_last_term, with_agency
from voldaan.records.models import Fee
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.list_fees import MonthFees, as_json, as_text, list_fees
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db

SENT = date(2026, 9, 4)


def agency_book(*, every_message: bool = False) -> SmallBook:
    book = small_book()
    with_agency(book, every_message=every_message)
    book.debtor()
    return book


def test_once_an_invoice_whatever_the_letters() -> None:
    book = agency_book()
    book.invoice()
    to_the_last_term(book)
    assert list_fees(book.client) == (
        MonthFees(
            client="linde",
            agency="Waterland Incasso B.V.",
            year=2026,
            month=9,
            count=1,
            cents=450,
            invoices=("2026-118",),
        ),
    )


def test_every_message_where_the_engagement_says_so() -> None:
    book = agency_book(every_message=True)
    book.invoice()
    to_the_last_term(book)
    assert [(fees.count, fees.cents) for fees in list_fees(book.client)] == [(3, 1_350)]


def test_nothing_for_what_was_withdrawn_before_it_was_sent() -> None:
    book = agency_book()
    book.invoice()
    book.statement(SENT)
    plan_day(book.client, on=SENT, at=at(SENT), by="tests")
    write_messages(book.client, on=SENT, at=at(SENT), by="tests")
    approve_messages(book.client, on=SENT, at=at(SENT), by="tests")
    book.statement(SENT + timedelta(days=1), (SENT, 123_450, "factuur 2026-118"))
    book.run(SENT + timedelta(days=1))
    assert list_fees(book.client) == ()
    assert as_text(()) == "Er zijn geen vergoedingen verschuldigd."


def test_by_the_month_of_sending() -> None:
    book = agency_book()
    book.invoice("2026-100", due=date(2026, 9, 27))
    book.run(date(2026, 9, 30))
    book.debtor("D-2")
    book.invoice("2026-101", due=date(2026, 9, 28), debtor="D-2")
    book.run(date(2026, 10, 1))
    months = list_fees(book.client)
    assert [(fees.month, fees.invoices) for fees in months] == [(9, ("2026-100",)), (10, ("2026-101",))]
    assert as_json(months)[1] == {
        "kind": "fees",
        "client": "linde",
        "agency": "Waterland Incasso B.V.",
        "month": "2026-10",
        "count": 1,
        "cents": 450,
        "currency": "EUR",
        "vat": "excluded",
        "invoices": ["2026-101"],
    }
    assert as_text(months).splitlines()[:2] == [
        "september 2026: 1 factuur, €\u00a04,50 exclusief btw, aan Waterland Incasso B.V.",
        "  2026-100",
    ]


@pytest.mark.parametrize(
    ("end", "count"), [(SENT - timedelta(days=1), 0), (SENT, 1), (SENT + timedelta(days=1), 1)]
)
def test_up_to_and_including_the_last_day(end: date, count: int) -> None:
    book = agency_book()
    book.invoice()
    book.run(SENT)
    assert len(list_fees(book.client, start=FIRST_DAY, end=end)) == count


@pytest.mark.parametrize(("start", "count"), [(SENT, 1), (SENT + timedelta(days=1), 0)])
def test_from_the_first_day_on(start: date, count: int) -> None:
    book = agency_book()
    book.invoice()
    book.run(SENT)
    assert len(list_fees(book.client, start=start)) == count


def test_a_business_that_works_for_itself_owes_nobody() -> None:
    book = small_book()
    book.debtor()
    book.invoice()
    book.run(SENT)
    assert list_fees(book.client) == ()


def test_the_fees_of_one_client_are_not_those_of_another() -> None:
    book, other = agency_book(), small_book("wilg")
    book.invoice()
    book.run(SENT)
    assert list_fees(other.client) == ()
    with rows_of(book.client):
        assert Fee.objects.count() == 1
