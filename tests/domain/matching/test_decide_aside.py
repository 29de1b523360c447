"""What lists, the client's word and a person have said already, and money that comes before its invoice."""

from datetime import timedelta

import pytest

from tests.domain.matching.small_book import (
    BAKER,
    DAY,
    FROM_BAKER,
    FROM_JANSEN,
    FROM_NOBODY,
    FROM_STRANGER,
    JANSEN,
    LOAF,
    accounts,
    book_of,
    on,
    said,
)


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, "PART_PAYMENT"), (0, "LEDGER_BEHIND"), (1, "LEDGER_BEHIND")]
)
def test_a_list_counts_payments_up_to_and_including_its_day(days: int, expected: str) -> None:
    listed = LOAF._replace(counted_until=DAY + timedelta(days=days))
    found = on(4_000, "2026-0412", FROM_BAKER, book_of(listed))
    assert found.because == expected
    assert found.verdict == ("linked" if expected == "PART_PAYMENT" else "suggested")


@pytest.mark.parametrize(
    ("cents", "expected"), [(3_999, "PART_PAYMENT"), (4_000, "NUMBER_AND_AMOUNT"), (4_001, "LEDGER_BEHIND")]
)
def test_a_counted_payment_explains_no_more_than_the_list_said(cents: int, expected: str) -> None:
    listed = LOAF._replace(counted_until=DAY, ledger_cents=4_000, open_cents=6_000)
    book = book_of(listed, ledger_until=DAY)
    found = on(cents, "2026-0412", FROM_BAKER, book)
    assert found.because == expected
    assert book.invoices[LOAF.id].open_cents == 6_000
    assert book.invoices[LOAF.id].ledger_cents == 4_000 - sum(part for _, part in found.allocations)


@pytest.mark.parametrize(("days", "expected"), [(-1, "NO_CLUE"), (0, "IN_LEDGER"), (1, "IN_LEDGER")])
def test_an_unnamed_payment_up_to_the_lists_day_asks_nothing(days: int, expected: str) -> None:
    found = on(123, "", FROM_NOBODY, book_of(ledger_until=DAY + timedelta(days=days)))
    assert (found.because, found.asks) == (expected, expected == "NO_CLUE")
    assert on(10_000, "", FROM_BAKER, book_of(ledger_until=DAY + timedelta(days=days))).verdict == (
        "linked" if expected == "NO_CLUE" else "unmatched"
    )


@pytest.mark.parametrize(
    ("cents", "expected"), [(9_999, "suggested"), (10_000, "SETTLED_BY_WORD"), (10_001, "suggested")]
)
def test_the_clients_word_explains_exactly_its_amount(cents: int, expected: str) -> None:
    settled = LOAF._replace(open_cents=0, word_cents=10_000)
    found = on(cents, "2026-0412", FROM_BAKER, book_of(settled))
    if expected == "SETTLED_BY_WORD":
        assert (found.verdict, found.set_aside, found.allocations) == ("linked", expected, ())
        assert not found.asks
    else:
        assert (found.verdict, accounts(found)) == (expected, {BAKER})


def test_what_a_person_took_back_is_suggested_and_never_linked_again() -> None:
    found = on(10_000, "2026-0412", FROM_BAKER, by_person=True)
    assert said(found) == ("suggested", "UNDONE")
    assert found.candidates[0][:3] == (BAKER, LOAF.id, 10_000)
    assert said(on(123, "", FROM_NOBODY, by_person=True)) == ("unmatched", "UNDONE")


def test_money_in_advance_waits_for_its_debtor() -> None:
    found = on(6_000, "voorschot", FROM_JANSEN, book_of(LOAF))
    assert said(found) == ("suggested", "PAYER_KNOWN")
    assert [(one.account_id, one.invoice_id) for one in found.candidates] == [(JANSEN, None)]


def test_an_invoice_by_its_number_can_be_paid_before_its_day() -> None:
    later = LOAF._replace(issue_date=DAY + timedelta(days=3))
    assert on(10_000, "2026-0412", FROM_BAKER, book_of(later)).allocations == ((LOAF.id, 10_000),)


def test_a_withdrawn_invoice_is_not_paid() -> None:
    found = on(10_000, "2026-0412", FROM_STRANGER, book_of(LOAF._replace(withdrawn=True)))
    assert said(found) == ("unmatched", "NO_CLUE")
