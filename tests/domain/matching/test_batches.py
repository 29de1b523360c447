"""A payment that a specification takes apart: each line as a payment of its own, what is unknown in the rest."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.matching.small_book import (
    BAKER,
    CAKE,
    CHAIR,
    INVOICES,
    LOAF,
    a_payment,
    book_of,
    verdict_on,
)
from voldaan.domain.matching.batches import placed_by_lines
from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import PayoutLine, Verdict
from voldaan.domain.matching.together import match_all

FROM_SERVICE = {"counterparty_name": "Stg Mollie Payments", "counterparty_iban": "NL55DEUT0265102439"}


def payout(cents: int, *lines: PayoutLine, book: OpenBook | None = None, **facts: Any) -> Verdict:
    """Return the verdict on a payout with its specification."""
    return verdict_on(a_payment(cents, "uitbetaling", lines=lines, **(FROM_SERVICE | facts)), book)


LOAF_LINE = PayoutLine(10_000, 29, "2026-0412", "Bakkerij Vogel")
CHAIR_LINE = PayoutLine(7_777, 29, "2026-0611", "J. Jansen")


def test_each_line_pays_its_invoice_and_the_fee_closes_it() -> None:
    book = book_of()
    found = payout(17_719, LOAF_LINE, CHAIR_LINE, book=book)
    assert (found.verdict, found.because, found.rest_cents) == ("linked", "PAYOUT", 0)
    assert dict(found.allocations) == {LOAF.id: 9_971, CHAIR.id: 7_748}
    assert {(one.invoice_id, one.cents, one.kind) for one in found.differences} == {
        (LOAF.id, 29, "FEE"),
        (CHAIR.id, 29, "FEE"),
    }
    assert (book.invoices[LOAF.id].open_cents, book.invoices[CHAIR.id].open_cents) == (0, 0)
    assert not found.teaches


def test_a_line_of_which_nothing_is_known_stays_in_the_rest() -> None:
    found = payout(19_690, LOAF_LINE, CHAIR_LINE, PayoutLine(2_000, 29, "boeket rozen", "Q. Oord"))
    assert (found.verdict, found.rest_cents, found.asks) == ("linked", 1_971, True)
    assert sum(cents for _, cents in found.allocations) == 17_719
    assert "2 van 3 regels van de specificatie" in found.evidence


def test_no_line_known_is_no_link() -> None:
    found = payout(1_971, PayoutLine(2_000, 29, "boeket rozen", "Q. Oord"))
    assert (found.verdict, found.because) == ("unmatched", "PAYOUT")


@pytest.mark.parametrize(
    "line",
    [
        LOAF_LINE._replace(fee_cents=-1),
        LOAF_LINE._replace(fee_cents=10_000),
        LOAF_LINE._replace(gross_cents=0),
    ],
)
def test_a_line_that_brought_nothing_pays_nothing(line: PayoutLine) -> None:
    book = book_of()
    assert payout(7_748, line, CHAIR_LINE, book=book).allocations == ((CHAIR.id, 7_748),)
    assert book.invoices[LOAF.id].open_cents == 10_000


def test_a_line_without_a_fee_pays_in_full() -> None:
    found = payout(10_000, LOAF_LINE._replace(fee_cents=0))
    assert (found.allocations, found.differences) == (((LOAF.id, 10_000),), ())


@pytest.mark.parametrize(
    ("cents", "verdict"), [(17_718, "unmatched"), (17_719, "linked"), (17_720, "linked")]
)
def test_lines_that_bring_more_than_came_in_are_not_believed(cents: int, verdict: str) -> None:
    book = book_of()
    found = payout(cents, LOAF_LINE, CHAIR_LINE, book=book)
    assert found.verdict == verdict
    if verdict == "linked":
        assert found.rest_cents == cents - 17_719
    else:
        assert (book.invoices[LOAF.id].open_cents, book.invoices[CHAIR.id].open_cents) == (10_000, 7_777)


def test_two_lines_of_one_invoice_pay_it_once() -> None:
    book = book_of()
    found = payout(19_942, LOAF_LINE, LOAF_LINE, book=book)
    assert (found.allocations, found.rest_cents) == (((LOAF.id, 9_971),), 9_971)
    assert book.invoices[LOAF.id].open_cents == 0


def test_two_parts_of_one_invoice_add_up() -> None:
    halves = [PayoutLine(cents, 0, "2026-0412", "Bakkerij Vogel B.V.") for cents in (4_000, 6_000)]
    book = book_of()
    assert payout(10_000, *halves, book=book).allocations == ((LOAF.id, 10_000),)
    assert book.invoices[LOAF.id].open_cents == 0


def test_a_line_is_found_by_its_own_reference_too() -> None:
    line = PayoutLine(10_000, 0, "", "", "2026-0412")
    assert payout(10_000, line).allocations == ((LOAF.id, 10_000),)


def test_what_a_person_took_back_is_not_placed_by_its_lines() -> None:
    assert payout(17_719, LOAF_LINE, CHAIR_LINE, by_person=True).verdict != "linked"


def test_looking_at_lines_leaves_the_book_as_it_was() -> None:
    book, fresh = book_of(), book_of()
    payment = a_payment(17_719, lines=(LOAF_LINE, CHAIR_LINE))
    always = Verdict("linked", "NUMBER_AND_AMOUNT", allocations=((LOAF.id, 4_000),))
    found = placed_by_lines(payment, book, lambda line, held: always)
    assert found is not None
    assert found.allocations == ((LOAF.id, 7_942),)
    assert book.invoices == fresh.invoices
    assert placed_by_lines(payment, book, lambda line, held: None) is None


def test_a_payment_beside_the_payout_finds_less_open() -> None:
    batch = a_payment(17_719, id=1, lines=(LOAF_LINE, CHAIR_LINE), **FROM_SERVICE)
    again = a_payment(10_000, "2026-0412", id=2, digest="z")
    found = match_all([again, batch], book_of())
    assert (found[1].verdict, found[2].because) == ("linked", "ALREADY_PAID")


texts = st.sampled_from([*(one.number for one in INVOICES), "2026-0412 en 2026-0413", "rozen", ""])
lines_drawn = st.builds(
    PayoutLine,
    gross_cents=st.sampled_from([0, 1, 29, 1_234, 2_333, 5_075, 7_777, 9_998, 10_000, 15_075]),
    fee_cents=st.sampled_from([-1, 0, 1, 29, 5_000]),
    text=texts,
    payer_name=st.sampled_from(["", "Bakkerij Vogel B.V.", "Q. Oord"]),
)


@given(lines=st.lists(lines_drawn, min_size=1, max_size=5), off=st.integers(-40, 40))
def test_whatever_the_lines_say_no_cent_is_made_or_lost(lines: list[PayoutLine], off: int) -> None:
    book = book_of()
    net = sum(line.gross_cents - line.fee_cents for line in lines)
    found = payout(max(1, net + off), *lines, book=book)
    if found.verdict == "linked" and found.because == "PAYOUT":
        assert sum(cents for _, cents in found.allocations) + found.rest_cents == max(1, net + off)
        assert all(cents > 0 for _, cents in found.allocations)
    for one in INVOICES:
        got = sum(cents for key, cents in found.allocations if key == one.id)
        got += sum(each.cents for each in found.differences if each.invoice_id == one.id)
        assert book.invoices[one.id].open_cents == one.open_cents - got >= 0


def test_the_account_of_a_line_is_asked_about_where_the_line_is_not_sure() -> None:
    """Nothing of the book is held by a line that is not linked: the rest of the payout is what asks."""
    unsure = PayoutLine(9_000, 29, "2026-0413", "Bakkerij Vogel")
    found = payout(8_971 + 7_748, unsure, CHAIR_LINE)
    assert (found.allocations[-1], found.rest_cents > 0) == ((CHAIR.id, 7_748), True)
    assert CAKE.account_id == BAKER
