"""Money that leaves: what it takes back, whom it refunds, and what it leaves alone."""

from datetime import timedelta
from typing import Any

import pytest

from tests.domain.matching.small_book import (
    BAKER,
    BAKERS_IBAN,
    CAKE,
    CHAIR,
    DAY,
    FROM_BAKER,
    FROM_JANSEN,
    FROM_STRANGER,
    JANSEN,
    JANSENS_IBAN,
    LOAF,
    a_payment,
    book_of,
    verdict_on,
)
from voldaan.domain.matching.facts import EarlierPayment, PayoutLine, Verdict, WaitingCredit
from voldaan.domain.matching.together import match_all

BEFORE = DAY - timedelta(days=3)


def an_earlier(key: int = 7, **facts: Any) -> EarlierPayment:
    """Return a payment of the baker that paid the loaf, unless facts say otherwise."""
    given = {"end_to_end_id": "E-7", "placed": ((LOAF.id, 10_000),), "counterparty_iban": BAKERS_IBAN}
    return EarlierPayment(key, 10_000, BEFORE, **(given | facts))


def back(cents: int = -10_000, text: str = "", *, earlier: Any = (), **facts: Any) -> Verdict:
    """Return the verdict on a movement that leaves, in a book where the loaf and the chair are paid."""
    until = facts.pop("ledger_until", None)
    paid = (LOAF._replace(open_cents=0), CAKE, CHAIR._replace(open_cents=0))
    return verdict_on(a_payment(cents, text, **facts), book_of(*paid, earlier=earlier, ledger_until=until))


@pytest.mark.parametrize("key", ["end_to_end_id", "bank_reference", "payment_reference"])
@pytest.mark.parametrize("is_reversal", [True, False])
def test_a_movement_takes_back_the_payment_with_its_reference_and_amount(key: str, is_reversal: bool) -> None:
    earlier = [an_earlier(**({"end_to_end_id": ""} | {key: "X-1"}))]
    found = back(earlier=earlier, reversal=is_reversal, **{key: "X-1"})
    assert (found.verdict, found.because, found.takes_back) == ("linked", "TAKES_BACK", 7)
    assert found.allocations == ((LOAF.id, -10_000),)
    for cents in (-9_999, -10_001):
        assert back(cents, earlier=earlier, reversal=is_reversal, **{key: "X-1"}).verdict != "linked"


def test_what_was_let_go_and_netted_comes_back_too() -> None:
    early = LOAF._replace(discount_cents=200, discount_until=DAY)
    for cents, waiting in ((9_800, ()), (8_500, (WaitingCredit(1, BAKER, "C-7001", 1_500),))):
        paid = a_payment(cents, "2026-0412", id=1, booking_date=BEFORE, end_to_end_id="E-1", **FROM_BAKER)
        taken = a_payment(-cents, id=2, end_to_end_id="E-1", reversal=True)
        earlier = EarlierPayment(1, cents, BEFORE, BAKERS_IBAN, "E-1")
        book = book_of(early, earlier=[earlier], credit_notes=waiting)
        found = match_all([paid, taken], book)
        assert [found[key].verdict for key in (1, 2)] == ["linked", "linked"]
        assert book.invoices[LOAF.id].open_cents == 10_000
        assert {one.id: one.waiting_cents for one in book.credits.values()} == {
            one.id: one.waiting_cents for one in waiting
        }


def test_the_bank_account_tells_two_of_one_reference_apart() -> None:
    both = [
        an_earlier(7),
        an_earlier(8, placed=((CHAIR.id, 10_000),), counterparty_iban=JANSENS_IBAN),
    ]
    found = back(earlier=both, end_to_end_id="E-7")
    assert (found.verdict, found.because) == ("suggested", "TAKES_BACK_UNKNOWN")
    assert {one.invoice_id for one in found.candidates} == {LOAF.id, CHAIR.id}
    assert {one.account_id for one in found.candidates} == {BAKER, JANSEN}
    assert back(earlier=both, end_to_end_id="E-7", counterparty_iban=JANSENS_IBAN).takes_back == 8


def test_a_payment_is_taken_back_once() -> None:
    both = [a_payment(-10_000, id=key, twin=key, end_to_end_id="E-7", reversal=True) for key in (1, 2)]
    book = book_of(LOAF._replace(open_cents=0), earlier=[an_earlier()])
    found = match_all(both, book)
    assert (found[1].takes_back, found[2].takes_back) == (7, None)
    assert found[2].verdict != "linked"
    assert book.invoices[LOAF.id].open_cents == 10_000


def test_nothing_is_taken_back_before_it_was_paid() -> None:
    later = an_earlier()._replace(booking_date=DAY + timedelta(days=1))
    assert back(earlier=[later], end_to_end_id="E-7", reversal=True).verdict != "linked"
    same_day = an_earlier()._replace(booking_date=DAY)
    assert back(earlier=[same_day], end_to_end_id="E-7", reversal=True).takes_back == 7


def test_without_a_reference_the_mandate_tells_which_and_the_newest_of_it() -> None:
    older = an_earlier(6, end_to_end_id="", mandate_id="M-1")._replace(
        booking_date=BEFORE - timedelta(days=30)
    )
    newer = an_earlier(7, end_to_end_id="", mandate_id="M-1")
    other = an_earlier(8, end_to_end_id="", mandate_id="M-2", placed=((CHAIR.id, 10_000),))
    found = back(earlier=[older, newer, other], mandate_id="M-1", reversal=True)
    assert (found.verdict, found.takes_back) == ("linked", 7)
    assert back(earlier=[other], mandate_id="M-1", reversal=True).verdict != "linked"


def test_without_a_reference_the_number_tells_which() -> None:
    earlier = [an_earlier(7, end_to_end_id=""), an_earlier(8, end_to_end_id="", placed=((CHAIR.id, 10_000),))]
    found = back(-10_000, "storno factuur 2026-0611", earlier=earlier, reversal=True)
    assert (found.verdict, found.takes_back, found.allocations) == ("linked", 8, ((CHAIR.id, -10_000),))
    both = back(-10_000, "2026-0412 en 2026-0611", earlier=earlier, reversal=True)
    assert (both.verdict, both.because) == ("suggested", "TAKES_BACK_UNKNOWN")


@pytest.mark.parametrize("aside", ["IN_LEDGER", "SETTLED_BY_WORD"])
def test_taking_back_what_a_list_or_the_client_had_explained_is_a_question(aside: str) -> None:
    found = back(
        text="2026-0412", earlier=[an_earlier(placed=(), set_aside=aside)], end_to_end_id="E-7", reversal=True
    )
    assert (found.verdict, found.because) == ("suggested", "TAKES_BACK_UNPLACED")
    assert [one.invoice_id for one in found.candidates] == [LOAF.id]


def test_taking_back_what_waited_as_a_question_reopens_nothing() -> None:
    found = back(earlier=[an_earlier(placed=())], end_to_end_id="E-7", reversal=True)
    assert (found.verdict, found.takes_back, found.allocations) == ("linked", 7, ())


def test_what_comes_back_and_is_not_known_asks_its_debtor() -> None:
    found = back(-4_500, reversal=True, **FROM_JANSEN)
    assert (found.verdict, found.because) == ("suggested", "TAKES_BACK_UNKNOWN")
    assert {one.account_id for one in found.candidates} == {JANSEN}
    nobody = back(-4_500, reversal=True)
    assert (nobody.verdict, nobody.because, nobody.asks) == ("unmatched", "TAKES_BACK_UNKNOWN", True)


LINES = (
    PayoutLine(10_000, 0, "2026-0412", "Bakkerij Vogel", "L-1"),
    PayoutLine(7_777, 0, "2026-0611", "J. Jansen", "L-2"),
)
BATCH = EarlierPayment(
    7, 17_777, BEFORE, end_to_end_id="B-7", placed=((LOAF.id, 10_000), (CHAIR.id, 7_777)), lines=LINES
)


def test_one_collection_of_a_batch_comes_back() -> None:
    found = back(-7_777, "onvoldoende saldo", earlier=[BATCH], end_to_end_id="L-2", reversal=True)
    assert (found.verdict, found.because, found.allocations) == (
        "linked",
        "TAKES_BACK",
        ((CHAIR.id, -7_777),),
    )
    assert back(-7_776, earlier=[BATCH], end_to_end_id="L-2", reversal=True).verdict != "linked"
    assert back(-7_777, earlier=[BATCH], end_to_end_id="L-9", reversal=True).verdict != "linked"


def test_a_collection_that_two_batches_have_is_a_question() -> None:
    twice = [BATCH, BATCH._replace(id=8, placed=())]
    assert back(-7_777, earlier=twice, end_to_end_id="L-2", reversal=True).verdict != "linked"


def test_a_whole_batch_comes_back() -> None:
    found = back(-17_777, earlier=[BATCH], end_to_end_id="B-7", reversal=True)
    assert (found.takes_back, dict(found.allocations)) == (7, {LOAF.id: -10_000, CHAIR.id: -7_777})


def test_what_was_too_much_is_refunded_once() -> None:
    over = EarlierPayment(7, 12_000, BEFORE, BAKERS_IBAN, placed=((LOAF.id, 10_000),))
    book = book_of(LOAF._replace(open_cents=0), earlier=[over])
    refunds = [a_payment(-2_000, "te veel betaald", id=key, twin=key, **FROM_BAKER) for key in (1, 2)]
    found = match_all(refunds, book)
    assert (found[1].verdict, found[1].because, found[1].takes_back) == ("linked", "REFUND", 7)
    assert found[1].allocations == ()
    assert (found[2].verdict, found[2].because) == ("suggested", "REFUND")


@pytest.mark.parametrize("cents", [-1_999, -2_001])
def test_a_refund_of_another_amount_asks_its_debtor(cents: int) -> None:
    over = EarlierPayment(7, 12_000, BEFORE, BAKERS_IBAN, placed=((LOAF.id, 10_000),))
    found = back(cents, earlier=[over], **FROM_BAKER)
    assert (found.verdict, found.because) == ("suggested", "REFUND")
    assert [(one.account_id, one.invoice_id) for one in found.candidates] == [(BAKER, None)]


def test_a_refund_to_another_bank_account_asks_its_debtor() -> None:
    over = EarlierPayment(7, 12_000, BEFORE, JANSENS_IBAN, placed=((LOAF.id, 10_000),))
    assert (back(-2_000, earlier=[over], **FROM_BAKER).verdict) == "suggested"
    unknown = over._replace(counterparty_iban="")
    nameless = {"counterparty_name": "Bakkerij Vogel B.V."}
    assert back(-2_000, earlier=[unknown], **nameless).verdict == "suggested"


def test_two_payments_that_were_too_much_by_as_much_are_a_question() -> None:
    over = EarlierPayment(7, 12_000, BEFORE, BAKERS_IBAN, placed=((LOAF.id, 10_000),))
    assert back(-2_000, earlier=[over, over._replace(id=8)], **FROM_BAKER).verdict == "suggested"


@pytest.mark.parametrize(
    "payer",
    [
        {},
        FROM_STRANGER,
        {"counterparty_name": "Stg Mollie Payments"},
        {"counterparty_name": "Belastingdienst"},
    ],
)
def test_money_to_others_is_set_aside_and_asks_nothing(payer: dict[str, str]) -> None:
    found = back(-4_500, "huur november", **payer)
    assert (found.verdict, found.set_aside, found.asks) == ("unmatched", "NOT_FROM_A_DEBTOR", False)


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, "TAKES_BACK_UNKNOWN"), (0, "IN_LEDGER"), (1, "IN_LEDGER")]
)
def test_an_unexplained_return_up_to_the_lists_day_is_in_the_list(days: int, expected: str) -> None:
    until = DAY + timedelta(days=days)
    assert back(-4_500, reversal=True, ledger_until=until).because == expected
    known = back(earlier=[an_earlier()], end_to_end_id="E-7", reversal=True, ledger_until=until)
    assert known.because == "TAKES_BACK"


def test_what_a_person_undid_is_asked_and_not_taken_back_again() -> None:
    for facts in (
        {"earlier": [an_earlier()], "end_to_end_id": "E-7"},
        {"cents": -7_777, "earlier": [BATCH], "end_to_end_id": "L-2"},
    ):
        found = back(by_person=True, reversal=True, **facts)
        assert found.verdict != "linked"
        assert found.allocations == ()


def test_a_withdrawn_invoice_reopens_when_its_payment_comes_back() -> None:
    withdrawn = LOAF._replace(withdrawn=True, open_cents=0)
    payment = a_payment(-10_000, end_to_end_id="E-7", reversal=True)
    book = book_of(withdrawn, earlier=[an_earlier()])
    assert verdict_on(payment, book).allocations == ((LOAF.id, -10_000),)
    assert book.invoices[LOAF.id].open_cents == 10_000
