"""What looks like an answer and is none: chance sums, numbers of others, ends that are quantities, money in advance."""

from datetime import timedelta
from typing import Any

import pytest

from tests.domain.matching.small_book import (
    BAKER,
    BAKERS_IBAN,
    DAY,
    FROM_BAKER,
    FROM_JANSEN,
    FROM_NOBODY,
    JANSEN,
    LOAF,
    PAYERS,
    a_payment,
    accounts,
    book_of,
    invoice,
    on,
    verdict_on,
)
from voldaan.domain.matching.facts import EarlierPayment, Habit, PayoutLine


@pytest.mark.parametrize("count", [60, 61, 200])
def test_a_debtor_with_many_invoices_is_held_too(count: int) -> None:
    many = [invoice(n, BAKER, f"2026-{n:04}", 10_000 + n) for n in range(1, count + 1)]
    found = on(999, "brood", FROM_BAKER, book_of(*many))
    assert (found.verdict, found.because, accounts(found)) == ("suggested", "PAYER_KNOWN", {BAKER})


def test_a_payout_out_of_which_something_was_given_back_asks() -> None:
    lines = (PayoutLine(10_000, 100, "2026-0412"), PayoutLine(-500, 0, "2026-0412", "Bakkerij Vogel B.V."))
    payout = a_payment(9_400, "uitbetaling", counterparty_name="Stichting Mollie Payments", lines=lines)
    assert verdict_on(payout).verdict != "linked"
    assert verdict_on(payout._replace(amount_cents=9_900)).allocations == ((LOAF.id, 9_900),)


def test_a_collection_comes_back_once() -> None:
    line = PayoutLine(10_000, 0, "2026-0412", end_to_end_id="E-1")
    paid = LOAF._replace(open_cents=0)
    batch = EarlierPayment(7, 10_000, DAY - timedelta(days=5), placed=((LOAF.id, 10_000),), lines=(line,))
    back = a_payment(-10_000, "storno", end_to_end_id="E-1", reversal=True, bank_reference="B-1")
    assert verdict_on(back, book_of(paid, earlier=[batch])).allocations == ((LOAF.id, -10_000),)
    assert verdict_on(back, book_of(LOAF, earlier=[batch])).verdict != "linked"


@pytest.mark.parametrize(("days", "kind"), [(0, "suggested"), (1, "unmatched")])
def test_an_invoice_of_later_is_not_what_an_earlier_payment_was_for(days: int, kind: str) -> None:
    later = LOAF._replace(issue_date=DAY + timedelta(days=days))
    assert on(10_000, "huur", {"counterparty_name": "R. Oostenrijk"}, book_of(later)).verdict == kind


@pytest.mark.parametrize(
    ("text", "linked"), [("factuur 2026-0421", True), ("factuur 2026-0419", False), ("2025-0412", False)]
)
def test_a_slip_is_not_the_next_number_nor_that_of_another_year(text: str, linked: bool) -> None:
    name_only = {"counterparty_name": "Bakkerij Vogel B.V."}
    found = on(10_000, text, name_only)
    assert (found.verdict == "linked") is linked
    assert accounts(found) == (set() if linked else {BAKER})


def test_the_number_and_amount_of_another_who_owes_as_much_asks() -> None:
    childs = invoice(9, JANSEN, "2026-0777", 10_000)
    found = on(10_000, "2026-0777", FROM_BAKER, book_of(LOAF, childs))
    assert found.verdict == "suggested"
    assert accounts(found) == {BAKER, JANSEN}


@pytest.mark.parametrize("text", ["12 taarten", "tafel 12", "412 gram", "factuur 2"])
def test_an_end_with_another_amount_is_no_number(text: str) -> None:
    assert on(3_999, text, FROM_BAKER, book_of(LOAF)).verdict == "suggested"


@pytest.mark.parametrize(("count", "linked"), [(3, True), (5, False)])
def test_a_sum_of_some_of_many_is_chance(count: int, linked: bool) -> None:
    more = [invoice(20 + n, BAKER, f"2026-90{n:02}", 50_000 + 7 * 10**n) for n in range(count)]
    found = on(10_000 + 5_075, "", FROM_BAKER, book_of(LOAF, invoice(2, BAKER, "2026-0413", 5_075), *more))
    assert (found.verdict == "linked") is linked


@pytest.mark.parametrize("text", ["aanbetaling", "voorschot oktober", "offerte"])
def test_money_in_advance_waits(text: str) -> None:
    assert on(10_000, text, FROM_BAKER, book_of(LOAF)).verdict == "suggested"
    assert on(10_000, "brood", FROM_BAKER, book_of(LOAF)).verdict == "linked"


@pytest.mark.parametrize("word", ["behalve", "zonder", "minus"])
def test_what_is_excepted_is_not_paid(word: str) -> None:
    found = on(5_075 + 2_333, f"alles {word} 2026-0412", FROM_BAKER)
    assert LOAF.id not in dict(found.allocations)
    assert dict(found.allocations).keys() == {2, 3}


def test_too_much_by_far_is_for_something_else() -> None:
    assert on(14_999, "2026-0412", FROM_BAKER, book_of(LOAF)).verdict == "linked"
    assert on(20_000, "2026-0412", FROM_BAKER, book_of(LOAF)).verdict == "linked"
    assert on(15_001, "2026-0412", FROM_BAKER, book_of(LOAF)).verdict == "suggested"


def test_a_refund_that_comes_back_asks() -> None:
    found = on(10_000, "2026-0412", FROM_BAKER, reversal=True)
    assert (found.verdict, accounts(found)) == ("suggested", {BAKER})


def test_a_debtor_who_pays_for_another_teaches_nothing() -> None:
    assert on(10_000, "2026-0412", FROM_JANSEN, book_of(LOAF)).teaches is False


def test_who_paid_counts_up_to_a_point() -> None:
    payer = PAYERS[0]._replace(mandate_id="M-1")
    found = on(10_000, "", FROM_BAKER, book_of(LOAF, payers=(payer, *PAYERS[1:])), mandate_id="M-1")
    assert found.points == 30 + 70


def test_who_wrote_an_end_before_writes_one_again() -> None:
    tails = [Habit(BAKER, "STYLE", "TAIL", 1)]
    name_only: dict[str, Any] = {"counterparty_name": "Bakkerij Vogel B.V."}
    usual = on(10_000, "12", name_only, book_of(habits=tails))
    assert usual.points == on(10_000, "12", name_only).points + 10


@pytest.mark.parametrize("turned", [False, True])
def test_of_many_namesakes_the_one_that_pays_from_its_own_account_is_among_the_candidates(
    turned: bool,
) -> None:
    bearers = [invoice(n, n, "2026-1", 4_000) for n in range(100, 130)]
    payers = [PAYERS[0]._replace(account_id=126, iban=BAKERS_IBAN, number="")]
    book = book_of(*(reversed(bearers) if turned else bearers), payers=payers)
    found = on(4_000, "factuur 2026-1", {"counterparty_iban": BAKERS_IBAN}, book)
    assert 126 in accounts(found) | {book.invoices[key].account_id for key, _ in found.allocations}


def test_nobody_and_nothing_is_no_clue() -> None:
    assert on(99_999, "", FROM_NOBODY).because == "NO_CLUE"
