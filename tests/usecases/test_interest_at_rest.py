"""A dossier asks no interest over the days on which a stop stood, and says over which."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.usecases.small_book import READY, SmallBook, at, small_book, to_the_last_term
from tests.usecases.test_hand_over import claimed, handed
from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.resting import Stood
from voldaan.domain.law.stop_table import HoldKind, StopKind
from voldaan.letters.dossier import drawn
from voldaan.records.dossier_rows import ClaimedInvoice, claimed_invoices
from voldaan.records.models import Hold, Invoice
from voldaan.records.scope import rows_of
from voldaan.usecases.agree_payment_plan import agree_payment_plan, end_payment_plan
from voldaan.usecases.end_direct_debit import end_direct_debit
from voldaan.usecases.open_dispute import close_dispute, open_dispute
from voldaan.usecases.place_hold import lift_hold, place_hold
from voldaan.usecases.record_promise import record_promise
from voldaan.usecases.write_dossier import claim_on

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
FROM, LIFTED = date(2026, 9, 16), date(2026, 9, 26)
"""Ten days between two reminders."""


@pytest.fixture
def book() -> SmallBook:
    """Return a book with one invoice of which the last term has been given."""
    book = small_book()
    book.debtor()
    book.invoice()
    to_the_last_term(book)
    book.statement(READY)
    return book


def on(day: date) -> dict[str, Any]:
    return {"on": day, "at": at(day), "by": "tests"}


def hold(book: SmallBook, reason: HoldKind, *, first: date = FROM, lifted: date | None = LIFTED) -> int:
    placed = place_hold(book.client, "D-1042", reason=reason, **on(first))
    if lifted is not None:
        lift_hold(book.client, placed.id, **on(lifted))
    return placed.id


def told(book: SmallBook) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the claim and its only invoice, as the dossier tells them."""
    content = handed(book).content
    return content["claim"], content["invoices"][0]


@pytest.mark.parametrize(
    "reason", ["DEBT_COUNSELLING", "DEBT_RESTRUCTURING", "BANKRUPTCY", "SUSPENSION_OF_PAYMENTS", "MORATORIUM"]
)
def test_a_hold_that_stops_interest_takes_its_days_out_of_the_claim(
    book: SmallBook, reason: HoldKind
) -> None:
    hold(book, reason)
    claim, invoice = told(book)
    # 32 of the 42 days, 10,40 % of 1.234,50: 14 days are 492,45 cents and 18 days 633,15.
    assert [(one["days"], one["rate"], one["cents"]) for one in invoice["interest"]["segments"]] == [
        (14, "10.40", 492),
        (10, "0.00", 0),
        (18, "10.40", 633),
    ]
    assert invoice["resting"] == [{"from": "2026-09-16", "to": "2026-09-25", "because": reason}]
    assert claim["interest_cents"] == 1_125
    # The business was in default before the hold: it owes the costs.
    assert (claim["costs_cents"], claim["costs_because"]) == (18_518, "BUSINESS_IN_DEFAULT")
    assert claim["total_cents"] == 123_450 + 1_125 + 18_518


@pytest.mark.parametrize("reason", ["PERSON_ASKED", "ADMINISTRATION", "DECEASED"])
def test_a_hold_under_which_interest_runs_takes_nothing(book: SmallBook, reason: HoldKind) -> None:
    hold(book, reason)
    claim, invoice = told(book)
    assert (claim["interest_cents"], invoice["resting"]) == (1_477, [])


def test_the_pdf_says_over_which_days_and_why(book: SmallBook) -> None:
    hold(book, "DEBT_COUNSELLING")
    dossier = handed(book)
    shown = drawn(dossier.content, dossier.json_sha256, READY)["invoices"][0]
    notes = [note.replace("\u00a0", " ") for note in shown["notes"]]
    assert notes == ["Geen rente van 16 september 2026 tot en met 25 september 2026: schuldhulpverlening."]
    assert [row[3] for row in shown["segments"]] == ["10,40 %", "0,00 %", "10,40 %"]


def test_a_dispute_takes_the_days_out_of_its_own_invoice_alone() -> None:
    book = small_book()
    book.debtor()
    book.invoice()
    book.invoice("2026-140")
    to_the_last_term(book)
    open_dispute(book.client, "2026-140", owner="Sanne Bos", answer_by=LIFTED, **on(FROM))
    close_dispute(book.client, "2026-140", outcome="onterecht", **on(LIFTED))
    book.statement(READY)
    first, second = handed(book).content["invoices"]
    assert (first["interest"]["interest_cents"], first["resting"]) == (1_477, [])
    assert (second["number"], second["interest"]["interest_cents"]) == ("2026-140", 1_125)
    assert second["resting"] == [{"from": "2026-09-16", "to": "2026-09-25", "because": "DISPUTE"}]


def test_a_payment_plan_takes_its_days_out_until_it_ended(book: SmallBook) -> None:
    plan = agree_payment_plan(
        book.client, "D-1042", invoices=["2026-118"], instalments=[(READY, 123_450)], **on(FROM)
    )
    end_payment_plan(book.client, plan, outcome="BROKEN", **on(LIFTED))
    claim, invoice = told(book)
    assert claim["interest_cents"] == 1_125
    assert [rest["because"] for rest in invoice["resting"]] == ["PAYMENT_PLAN"]


def test_two_stops_over_the_same_days_are_both_told_and_counted_once(book: SmallBook) -> None:
    hold(book, "DEBT_COUNSELLING")
    open_dispute(book.client, "2026-118", owner="Sanne Bos", answer_by=LIFTED, **on(FROM + DAY))
    close_dispute(book.client, "2026-118", outcome="onterecht", **on(LIFTED))
    claim, invoice = told(book)
    assert [rest["because"] for rest in invoice["resting"]] == ["DEBT_COUNSELLING", "DISPUTE"]
    assert (claim["interest_cents"], len(invoice["interest"]["segments"])) == (1_125, 3)


# ---- what stood, as the book has it ------------------------------------------------------------------------------


def rows(book: SmallBook) -> dict[str, ClaimedInvoice]:
    with rows_of(book.client):
        found = claimed_invoices(list(Invoice.objects.values_list("pk", flat=True)))
    return {row.number: row for row in found}


def stood(kind: StopKind, first: date, last: date | None) -> tuple[Stood, ...]:
    return (Stood(kind=kind, first_day=first, last_day=last),)


@pytest.mark.parametrize(
    ("reason", "last_day", "lifted", "expected"),
    [
        ("DEBT_COUNSELLING", LIFTED, None, LIFTED),
        ("DEBT_COUNSELLING", LIFTED, LIFTED + DAY, LIFTED),
        ("DEBT_COUNSELLING", LIFTED, LIFTED, LIFTED - DAY),
        ("DEBT_RESTRUCTURING", None, None, None),
        ("BANKRUPTCY", LIFTED, None, None),
        ("BANKRUPTCY", LIFTED, LIFTED + 9 * DAY, LIFTED + 8 * DAY),
    ],
)
def test_a_hold_stood_until_its_last_day_or_the_day_before_it_was_lifted(
    book: SmallBook, reason: HoldKind, last_day: date | None, lifted: date | None, expected: date | None
) -> None:
    key = hold(book, reason, lifted=None)
    with rows_of(book.client):
        Hold.objects.filter(pk=key).update(last_day=last_day, lifted_on=lifted, lifted_by="tests")
    assert rows(book)["2026-118"].stops == stood(reason, FROM, expected)


def test_a_hold_on_one_invoice_counts_for_that_one_and_what_protects_the_debtor_for_all(
    book: SmallBook,
) -> None:
    other = book.invoice("2026-140")
    place_hold(book.client, "D-1042", reason="COMPLAINT", invoice="2026-140", last_day=READY, **on(FROM))
    with rows_of(book.client):
        Hold.objects.create(
            client=book.client,
            account=other.account,
            invoice=other,
            reason="BANKRUPTCY",
            first_day=FROM,
            made_by="x",
        )
    found = rows(book)
    assert [one.kind for one in found["2026-140"].stops] == ["COMPLAINT", "BANKRUPTCY"]
    assert [one.kind for one in found["2026-118"].stops] == ["BANKRUPTCY"]


def test_a_promise_about_all_that_is_open_counts_for_each_invoice(book: SmallBook) -> None:
    book.invoice("2026-140")
    record_promise(book.client, "D-1042", invoice="2026-140", last_day=LIFTED, **on(FROM))
    record_promise(book.client, "D-1042", last_day=LIFTED + DAY, **on(FROM))
    found = rows(book)
    assert found["2026-118"].stops == stood("PROMISE", FROM, LIFTED + DAY)
    assert {one.last_day for one in found["2026-140"].stops} == {LIFTED, LIFTED + DAY}


def test_a_direct_debit_stood_from_the_due_date_until_its_time_was_over_or_it_failed(book: SmallBook) -> None:
    due = date(2026, 9, 1)
    with rows_of(book.client):
        Invoice.objects.update(direct_debit_until=FROM)
    assert rows(book)["2026-118"].stops == stood("DIRECT_DEBIT", due, FROM)
    end_direct_debit(book.client, "2026-118", **on(FROM - DAY))
    assert rows(book)["2026-118"].stops == stood("DIRECT_DEBIT", due, FROM - 2 * DAY)


# ---- costs -------------------------------------------------------------------------------------------------------


def with_stop(last: date | None) -> ClaimedInvoice:
    """Return an invoice whose default began on 2 September under debt counselling."""
    return replace(claimed(), stops=stood("DEBT_COUNSELLING", date(2026, 8, 20), last))


def test_a_default_that_began_under_a_stop_gives_costs_once_the_stop_is_over() -> None:
    claim = claim_on([with_stop(LIFTED)], "LEGAL_PERSON", on=READY)
    assert (claim.costs.cents, claim.costs.because) == (4_000, "BUSINESS_IN_DEFAULT")
    assert "27 september 2026" in claim.costs.sentence_nl


def test_while_the_stop_stands_there_are_no_costs_and_no_interest() -> None:
    claim = claim_on([with_stop(None)], "LEGAL_PERSON", on=READY)
    assert (claim.costs.because, claim.total_cents) == ("STOP_STANDS", 10_000)


def test_costs_are_counted_over_what_no_stop_keeps_back() -> None:
    claim = claim_on([with_stop(None), claimed()], "LEGAL_PERSON", on=READY)
    assert (claim.principal_cents, claim.costs.cents) == (20_000, 4_000)
    assert [one.costs_from for one in claim.invoices] == [None, date(2026, 9, 2)]


@pytest.mark.parametrize("capacity", ["CONSUMER", "UNKNOWN"])
def test_for_a_consumer_nothing_changes(capacity: Capacity) -> None:
    for last in (LIFTED, None):
        assert claim_on([with_stop(last)], capacity, on=READY).costs.because == "NO_VALID_NOTICE"
