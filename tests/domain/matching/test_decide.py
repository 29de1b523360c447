"""Exact, or a question: what a payment is for, and that no order, spelling or tie changes it."""

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.decide import AMOUNT_CANDIDATES_MAX, decide
from voldaan.domain.matching.facts import EarlierPayment, OpenInvoice, Payer, PaymentFacts, Verdict

DAY = date(2026, 11, 16)
IBAN, OTHER_IBAN = "NL91ABNA0417164300", "NL02ABNA0123456789"

LOAF = OpenInvoice(1, 10, "2026-0012", 10_000, "1234567890123456")
CAKE = OpenInvoice(2, 10, "2026-0013", 5_000)
SHORT = OpenInvoice(3, 11, "77", 2_500)
BAKER, JANSEN = Payer(10, "Bakkerij Vogel B.V."), Payer(11, "J. Jansen", IBAN)


def verdict(cents: int, text: str = "", *, invoices: Any = (LOAF, CAKE, SHORT), **facts: Any) -> Verdict:
    """Return the verdict on one payment in a small book."""
    ledger_until = facts.pop("ledger_until", None)
    earlier = facts.pop("earlier", ())
    book = OpenBook(invoices, (BAKER, JANSEN), earlier, ledger_until=ledger_until)
    return decide(PaymentFacts(99, cents, DAY, remittance=text, **facts), book)


@pytest.mark.parametrize(
    ("cents", "kind", "because"),
    [
        (9_999, "linked", "PART_PAYMENT"),
        (10_000, "linked", "NUMBER_AND_AMOUNT"),
        (10_001, "suggested", "MORE_THAN_OPEN"),
    ],
)
def test_the_amount_decides_beside_the_number(cents: int, kind: str, because: str) -> None:
    found = verdict(cents, "factuur 2026-0012")
    assert (found.verdict, found.because) == (kind, because)


@pytest.mark.parametrize("reference", ["1234567890123456", "1234 5678 9012 3456", "0001234567890123456"])
def test_a_payment_reference_in_any_notation(reference: str) -> None:
    assert verdict(10_000, payment_reference=reference).allocations == ((1, 10_000),)
    assert verdict(400, payment_reference=reference).because == "PART_PAYMENT"


@pytest.mark.parametrize(("number", "kind"), [("1234", "suggested"), ("12345", "linked")])
def test_a_part_payment_needs_a_number_of_five_signs(number: str, kind: str) -> None:
    assert verdict(99, number, invoices=[OpenInvoice(1, 10, number, 100)]).verdict == kind


@pytest.mark.parametrize("number", ["77", "2024", "123"])
@pytest.mark.parametrize(
    ("payer", "kind"),
    [({}, "suggested"), ({"counterparty_name": "J JANSEN"}, "linked"), ({"counterparty_iban": IBAN}, "linked"),
     ({"counterparty_name": "Bakkerij Vogel"}, "suggested")],
)  # fmt: skip
def test_a_weak_number_needs_the_exact_amount_and_the_payer(
    number: str, payer: dict[str, str], kind: str
) -> None:
    invoices = [OpenInvoice(3, 11, number, 2_500)]
    assert verdict(2_500, f"nota {number}", invoices=invoices, **payer).verdict == kind
    assert verdict(2_499, f"nota {number}", invoices=invoices, **payer).verdict == "suggested"


@pytest.mark.parametrize(
    ("cents", "because"), [(14_999, "ANOTHER_SUM"), (15_000, "NUMBER_AND_AMOUNT"), (15_001, "MORE_THAN_OPEN")]
)
def test_several_invoices_of_one_account_need_their_sum(cents: int, because: str) -> None:
    assert verdict(cents, "2026-0012 en 2026-0013").because == because


def test_two_accounts_are_never_linked() -> None:
    other = OpenInvoice(4, 11, "2026-0014", 5_000)
    found = verdict(15_000, "2026-0012 2026-0014", invoices=[LOAF, other])
    assert (found.verdict, found.because) == ("suggested", "TWO_ACCOUNTS")
    assert {one.account_id for one in found.candidates} == {10, 11}


def test_a_number_that_two_invoices_share_is_a_question_in_every_order() -> None:
    twins = [OpenInvoice(1, 10, "2026-001", 10_000), OpenInvoice(2, 11, "20-26001", 10_000)]
    for invoices in permutations(twins):
        found = verdict(10_000, "2026001", invoices=invoices)
        assert (found.verdict, found.because) == ("suggested", "SAME_NUMBER_TWICE")
        assert {one.rank for one in found.candidates} == {1}


@pytest.mark.parametrize(("cents", "linked"), [((10_000, 5_000), True), ((10_000, 10_000), False)])
def test_a_reference_of_a_whole_account_is_narrowed_by_the_amount_alone(
    cents: tuple[int, int], linked: bool
) -> None:
    invoices = [OpenInvoice(n, 10, f"A-000{n}", c, "1234567890123456") for n, c in enumerate(cents, 1)]
    found = verdict(10_000, payment_reference="1234567890123456", invoices=invoices)
    assert (found.verdict == "linked") is linked


def test_what_the_payer_says_comes_before_what_happens_to_be_equal() -> None:
    assert [
        one.account_id for one in verdict(2_500, "2026-0099", counterparty_name="Bakkerij Vogel").candidates
    ] == [10]
    assert verdict(2_500).because == "AMOUNT_ONLY"
    assert verdict(2_501).verdict == "unmatched"


@pytest.mark.parametrize("extra", [-1, 0, 1])
def test_a_common_price_is_no_clue(extra: int) -> None:
    many = [OpenInvoice(n, n, f"A-{n:05}", 2_500) for n in range(1, AMOUNT_CANDIDATES_MAX + extra + 1)]
    assert verdict(2_500, invoices=many).verdict == ("unmatched" if extra == 1 else "suggested")


@pytest.mark.parametrize(
    ("days", "because"), [(-1, "PART_PAYMENT"), (0, "LEDGER_BEHIND"), (1, "LEDGER_BEHIND")]
)
def test_a_list_counts_payments_up_to_and_including_its_day(days: int, because: str) -> None:
    listed = LOAF._replace(counted_until=DAY + timedelta(days=days))
    assert verdict(4_000, "2026-0012", invoices=[listed]).because == because


@pytest.mark.parametrize(
    ("cents", "because"),
    [(3_999, "PART_PAYMENT"), (4_000, "NUMBER_AND_AMOUNT"), (4_001, "LEDGER_BEHIND")],
)
def test_a_counted_payment_explains_no_more_than_the_list_said(cents: int, because: str) -> None:
    listed = LOAF._replace(counted_until=DAY, ledger_cents=4_000, open_cents=6_000)
    assert verdict(cents, "2026-0012", invoices=[listed], ledger_until=DAY).because == because


@pytest.mark.parametrize(("days", "because"), [(-1, "NO_CLUE"), (0, "IN_LEDGER"), (1, "IN_LEDGER")])
def test_an_unnamed_payment_up_to_the_lists_day_asks_nothing(days: int, because: str) -> None:
    found = verdict(123, ledger_until=DAY + timedelta(days=days))
    assert (found.because, found.asks) == (because, because == "NO_CLUE")


@pytest.mark.parametrize(
    ("cents", "because"), [(9_999, "ALREADY_PAID"), (10_000, "SETTLED_BY_WORD"), (10_001, "ALREADY_PAID")]
)
def test_the_clients_word_explains_exactly_its_amount(cents: int, because: str) -> None:
    settled = LOAF._replace(open_cents=0, word_cents=10_000)
    assert verdict(cents, "2026-0012", invoices=[settled]).because == because


def an_earlier(number: int = 7, **facts: Any) -> EarlierPayment:
    given = {"end_to_end_id": "E-7", "placed": ((1, 10_000),), "counterparty_iban": IBAN}
    return EarlierPayment(number, 10_000, DAY - timedelta(days=3), **(given | facts))


@pytest.mark.parametrize("key", ["end_to_end_id", "bank_reference", "payment_reference"])
def test_a_movement_takes_back_the_payment_with_its_reference_and_amount(key: str) -> None:
    earlier = an_earlier(**({"end_to_end_id": ""} | {key: "X-1"}))
    found = verdict(-10_000, earlier=[earlier], **{key: "X-1"})
    assert (found.verdict, found.takes_back, found.allocations) == ("linked", 7, ((1, -10_000),))
    assert verdict(-9_999, earlier=[earlier], **{key: "X-1"}).because == "NOT_FROM_A_DEBTOR"


def test_two_payments_that_could_be_meant_are_a_question_unless_the_account_tells_them_apart() -> None:
    both = [an_earlier(7), an_earlier(8, placed=((2, 10_000),), counterparty_iban=OTHER_IBAN)]
    assert verdict(-10_000, earlier=both, end_to_end_id="E-7").because == "TAKES_BACK_UNKNOWN"
    assert verdict(-10_000, earlier=both, end_to_end_id="E-7", counterparty_iban=OTHER_IBAN).takes_back == 8


def test_taking_back_what_a_list_or_the_client_had_explained_is_a_question() -> None:
    aside = an_earlier(placed=(), set_aside="IN_LEDGER")
    found = verdict(-10_000, "2026-0012", earlier=[aside], end_to_end_id="E-7", reversal=True)
    assert (found.verdict, found.because) == ("suggested", "TAKES_BACK_UNPLACED")


def test_a_withdrawn_invoice_is_not_paid_but_a_payment_that_it_had_is_taken_back() -> None:
    withdrawn = LOAF._replace(withdrawn=True)
    assert verdict(10_000, "2026-0012", invoices=[withdrawn]).because == "NO_CLUE"
    found = verdict(-10_000, invoices=[withdrawn], earlier=[an_earlier()], end_to_end_id="E-7")
    assert found.allocations == ((1, -10_000),)


def test_money_to_others_is_set_aside_and_an_unknown_return_is_not() -> None:
    assert verdict(-4_500, "huur").set_aside == "NOT_FROM_A_DEBTOR"
    assert verdict(-4_500, "2026-0012", reversal=True).because == "TAKES_BACK_UNKNOWN"


amounts = st.integers(1, 20_000)


@given(
    opens=st.lists(st.integers(0, 9_999), min_size=1, max_size=5),
    cents=amounts,
    named=st.lists(st.integers(0, 4), max_size=4),
    seed=st.randoms(use_true_random=False),
)
def test_the_arithmetic_closes_and_order_decides_nothing(
    opens: list[int], cents: int, named: list[int], seed: Any
) -> None:
    """A link uses the whole amount and never more than is open; the same book in another order says the same."""
    invoices = [OpenInvoice(n, n % 2, f"A-{n:05}", c) for n, c in enumerate(opens)]
    text = " ".join(f"A-{n:05}" for n in named)
    found = verdict(cents, text, invoices=invoices)
    if found.verdict == "linked" and not found.set_aside:
        assert sum(part for _, part in found.allocations) == cents
        assert all(0 < part <= opens[number] for number, part in found.allocations)
    else:
        assert found.allocations == ()
    shuffled = list(invoices)
    seed.shuffle(shuffled)
    again = verdict(cents, text, invoices=shuffled)
    assert (again.verdict, again.because, again.allocations) == (
        found.verdict,
        found.because,
        found.allocations,
    )
    assert set(again.candidates) == set(found.candidates)
