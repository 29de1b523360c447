"""What one payment is for: a link only where enough speaks for it and no other way comes near."""

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest

from tests.domain.matching.small_book import (
    BAKER,
    CAKE,
    CHAIR,
    DAY,
    FROM_BAKER,
    FROM_JANSEN,
    FROM_NOBODY,
    FROM_STRANGER,
    HOTEL,
    JANSEN,
    KAARS,
    LOAF,
    PAYERS,
    STRANGE_IBAN,
    TART,
    accounts,
    book_of,
    invoice,
    on,
    said,
)
from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import Habit, OpenInvoice, Payer, WaitingCredit
from voldaan.domain.matching.weights import LEAD_POINTS, LINK_FROM_POINTS

SAME_NAME = {"counterparty_name": "VOGEL BAKKERIJ"}
ALIKE = {"counterparty_name": "Bakkerij Vogel en Zoon"}
PAYMENT_SERVICE = {"counterparty_name": "Stg Mollie Payments"}
BAILIFF = {"counterparty_name": "Flanderijn Gerechtsdeurwaarders"}
NAMESAKE = {"counterparty_name": "M. Kaars"}
IN_FULL = ((LOAF.id, 10_000),)


@pytest.mark.parametrize(
    ("payer", "cents", "expected"),
    [
        # nobody known: the number, and an amount that speaks for itself
        (FROM_NOBODY, 9_994, ("suggested", "PART_PAYMENT")),
        (FROM_NOBODY, 9_995, ("linked", "SMALL_DIFFERENCE")),
        (FROM_NOBODY, 9_999, ("linked", "SMALL_DIFFERENCE")),
        (FROM_NOBODY, 10_000, ("linked", "NUMBER_AND_AMOUNT")),
        (FROM_NOBODY, 10_001, ("linked", "SMALL_DIFFERENCE")),
        (FROM_NOBODY, 10_005, ("linked", "SMALL_DIFFERENCE")),
        (FROM_NOBODY, 10_006, ("suggested", "MORE_THAN_OPEN")),
        # the debtor itself: any amount
        (FROM_BAKER, 1, ("linked", "PART_PAYMENT")),
        (FROM_BAKER, 4_000, ("linked", "PART_PAYMENT")),
        (FROM_BAKER, 9_994, ("linked", "PART_PAYMENT")),
        (FROM_BAKER, 9_995, ("linked", "SMALL_DIFFERENCE")),
        (FROM_BAKER, 10_000, ("linked", "NUMBER_AND_AMOUNT")),
        (FROM_BAKER, 10_006, ("linked", "MORE_THAN_OPEN")),
        (FROM_BAKER, 20_000, ("linked", "MORE_THAN_OPEN")),
        (SAME_NAME, 9_994, ("linked", "PART_PAYMENT")),
        (SAME_NAME, 10_006, ("linked", "MORE_THAN_OPEN")),
        (ALIKE, 10_000, ("linked", "NUMBER_AND_AMOUNT")),
        (ALIKE, 4_000, ("linked", "PART_PAYMENT")),
        (ALIKE, 9_994, ("suggested", "PART_PAYMENT")),
        # a stranger: exactly, or a person looks
        (FROM_STRANGER, 10_000, ("linked", "NUMBER_AND_AMOUNT")),
        (FROM_STRANGER, 9_995, ("suggested", "SMALL_DIFFERENCE")),
        (FROM_STRANGER, 9_999, ("suggested", "SMALL_DIFFERENCE")),
        (FROM_STRANGER, 10_001, ("suggested", "SMALL_DIFFERENCE")),
        (FROM_STRANGER, 9_994, ("suggested", "PART_PAYMENT")),
        (FROM_STRANGER, 10_006, ("suggested", "MORE_THAN_OPEN")),
        # another debtor: only to the cent
        (FROM_JANSEN, 9_999, ("suggested", "SMALL_DIFFERENCE")),
        (FROM_JANSEN, 10_000, ("linked", "NUMBER_AND_AMOUNT")),
        (FROM_JANSEN, 10_001, ("suggested", "SMALL_DIFFERENCE")),
        (FROM_JANSEN, 4_000, ("suggested", "PAYER_KNOWN")),
        # who passes on money says nothing of who owes; a payment service keeps its fee
        (PAYMENT_SERVICE, 10_000, ("linked", "NUMBER_AND_AMOUNT")),
        (PAYMENT_SERVICE, 9_971, ("linked", "PAYOUT")),
        (PAYMENT_SERVICE, 9_540, ("linked", "PAYOUT")),
        (PAYMENT_SERVICE, 9_539, ("suggested", "PART_PAYMENT")),
        (PAYMENT_SERVICE, 10_006, ("suggested", "MORE_THAN_OPEN")),
        (BAILIFF, 10_000, ("linked", "NUMBER_AND_AMOUNT")),
        (BAILIFF, 9_971, ("suggested", "PART_PAYMENT")),
    ],
)
def test_number_amount_and_payer_add_up(payer: dict[str, Any], cents: int, expected: tuple[str, str]) -> None:
    found = on(cents, "factuur 2026-0412", payer)
    assert said(found) == expected
    if found.verdict == "linked":
        assert [key for key, _ in found.allocations] == [LOAF.id]
    else:
        assert BAKER in accounts(found)


@pytest.mark.parametrize(
    ("payer", "cents", "expected", "invoices"),
    [
        (FROM_BAKER, 10_000, ("linked", "PAYER_AND_AMOUNT"), [LOAF]),
        (FROM_BAKER, 9_999, ("linked", "SMALL_DIFFERENCE"), [LOAF]),
        (FROM_BAKER, 9_994, ("suggested", "PAYER_KNOWN"), []),
        (FROM_BAKER, 17_408, ("linked", "PAYER_AND_AMOUNT"), [LOAF, CAKE, TART]),
        (FROM_BAKER, 12_333, ("linked", "PAYER_AND_AMOUNT"), [LOAF, TART]),
        (FROM_BAKER, 7_408, ("linked", "PAYER_AND_AMOUNT"), [CAKE, TART]),
        (FROM_BAKER, 7_409, ("suggested", "PAYER_KNOWN"), []),
        (FROM_BAKER, 99_999, ("suggested", "PAYER_KNOWN"), []),
        (SAME_NAME, 10_000, ("suggested", "PAYER_KNOWN"), []),
        (FROM_STRANGER, 10_000, ("suggested", "AMOUNT_ONLY"), []),
        (FROM_NOBODY, 10_000, ("suggested", "AMOUNT_ONLY"), []),
        (PAYMENT_SERVICE, 10_000, ("suggested", "AMOUNT_ONLY"), []),
        (FROM_JANSEN, 10_000, ("suggested", "PAYER_KNOWN"), []),
        (FROM_NOBODY, 10_001, ("unmatched", "NO_CLUE"), []),
        (PAYMENT_SERVICE, 10_001, ("unmatched", "PAYOUT"), []),
    ],
)
def test_without_a_number_only_a_sure_payer_of_a_fitting_amount_is_linked(
    payer: dict[str, Any], cents: int, expected: tuple[str, str], invoices: list[OpenInvoice]
) -> None:
    found = on(cents, "", payer)
    assert said(found) == expected
    assert [key for key, _ in found.allocations] == [one.id for one in invoices]


@pytest.mark.parametrize(
    ("text", "cents", "expected", "cents_of"),
    [
        ("2026-0412 en 2026-0413", 15_075, ("linked", "NUMBER_AND_AMOUNT"), {1: 10_000, 2: 5_075}),
        ("2026-0412,2026-0413", 15_075, ("linked", "NUMBER_AND_AMOUNT"), {1: 10_000, 2: 5_075}),
        ("2026-0412/0413", 15_075, ("linked", "NUMBER_AND_AMOUNT"), {1: 10_000, 2: 5_075}),
        ("2026-0412 en 2026-0413", 15_072, ("linked", "SMALL_DIFFERENCE"), {1: 9_997, 2: 5_075}),
        ("2026-0412 en 2026-0413", 15_000, ("suggested", "ANOTHER_SUM"), {}),
        ("2026-0412 en 2026-0413", 15_080, ("linked", "SMALL_DIFFERENCE"), {1: 10_000, 2: 5_075}),
        ("2026-0412 en 2026-0413", 15_081, ("suggested", "ANOTHER_SUM"), {}),
        ("2026-0412 en 2026-0413", 10_000, ("linked", "NUMBER_AND_AMOUNT"), {1: 10_000}),
        ("2026-0412 2026-0413 2026-0520", 12_333, ("linked", "NUMBER_AND_AMOUNT"), {1: 10_000, 3: 2_333}),
        ("2026-0412", 12_333, ("suggested", "ANOTHER_SUM"), {}),
        ("2026-0412", 17_408, ("suggested", "ANOTHER_SUM"), {}),
    ],
)
def test_what_was_named_counts_as_a_whole_or_as_the_part_that_fits(
    text: str, cents: int, expected: tuple[str, str], cents_of: dict[int, int]
) -> None:
    found = on(cents, text, FROM_BAKER)
    assert (said(found), dict(found.allocations)) == (expected, cents_of)


@pytest.mark.parametrize(
    ("text", "payer", "expected"),
    [
        ("fact 412", FROM_BAKER, "linked"),
        ("fact 412", FROM_NOBODY, "suggested"),
        ("2026-0472", FROM_BAKER, "linked"),
        ("2026-0472", FROM_STRANGER, "suggested"),
        ("klantnummer 70010", FROM_NOBODY, "suggested"),
        ("klantnummer 70010", SAME_NAME, "linked"),
        ("bestelnr 778899", FROM_BAKER, "linked"),
        ("bestelnr 778899", FROM_NOBODY, "suggested"),
        ("bestelnr 778899", SAME_NAME, "linked"),
    ],
)
def test_an_end_a_slip_a_debtors_and_an_order_number_need_the_payer_too(
    text: str, payer: dict[str, Any], expected: str
) -> None:
    book = book_of(LOAF._replace(order_number="778899"), CAKE, CHAIR)
    found = on(10_000, text, payer, book)
    assert found.verdict == expected
    assert (found.allocations or ((found.candidates[0].invoice_id, 10_000),)) == IN_FULL


@pytest.mark.parametrize("number", ["77", "2024", "123"])
@pytest.mark.parametrize(
    ("payer", "expected"),
    [(FROM_NOBODY, "suggested"), (FROM_STRANGER, "suggested"), (FROM_BAKER, "linked"), (SAME_NAME, "linked")],
)
def test_a_short_number_needs_the_exact_amount_and_the_payer(
    number: str, payer: dict[str, Any], expected: str
) -> None:
    book = book_of(invoice(1, BAKER, number, 2_500))
    assert on(2_500, f"nota {number}", payer, book).verdict == expected


def test_a_year_is_not_an_invoice() -> None:
    book = book_of(invoice(1, BAKER, "2024", 2_500))
    assert said(on(2_500, "huur 2024", FROM_STRANGER, book)) == ("suggested", "AMOUNT_ONLY")
    assert said(on(2_400, "huur 2024", FROM_STRANGER, book)) == ("unmatched", "NO_CLUE")


RF = "RF18 5390 0754 7034"


@pytest.mark.parametrize(
    ("numbers", "text", "expected"),
    [
        (["F2024-0012"], "Factuur F2024-0012", "F2024-0012"),
        (["F2024-0012"], "factuur 2024 0012", "F2024-0012"),
        (["F2024-0012"], "fact.nr 20240012 klant 88", "F2024-0012"),
        (["F2024-0012", "F2024-0013"], "F2024-0012,F2024-0013", "F2024-0012 F2024-0013"),
        (["2024 0012"], "huur 2024 januari", ""),
        ([RF], "RF18539007547034", RF),
        (["12"], "Betaling 12-03-2024", ""),
        (["1", "2", "F2024-0012"], "Factuur F2024-0012", "F2024-0012"),
    ],
)
def test_the_lines_that_published_rules_of_others_miss_or_book_wrongly(
    numbers: list[str], text: str, expected: str
) -> None:
    """Each invoice is one of its own account, except where the line pays two; nobody is known as the payer."""
    pays_two = len(expected.split(" F")) > 1
    book = book_of(
        *(invoice(row, 10 if pays_two else 9 + row, number, 5_000) for row, number in enumerate(numbers, 1))
    )
    found = on(5_000 * max(1, len(expected.split(" F"))), text, FROM_NOBODY, book)
    linked = " ".join(book.invoices[key].number for key, _ in found.allocations)
    assert linked == expected


@pytest.mark.parametrize(
    ("reference", "cents", "payer", "expected"),
    [
        ("RF18 5390 0754 7034", 10_000, FROM_NOBODY, ("linked", "REFERENCE_AND_AMOUNT")),
        ("RF18539007547034", 10_000, FROM_STRANGER, ("linked", "REFERENCE_AND_AMOUNT")),
        ("RF18539007547034", 4_000, FROM_NOBODY, ("linked", "PART_PAYMENT")),
        ("RF18539007547034", 4_001, FROM_NOBODY, ("linked", "PART_PAYMENT")),
        ("RF18539007547034", 10_006, FROM_NOBODY, ("suggested", "MORE_THAN_OPEN")),
        ("RF19539007547034", 10_000, FROM_NOBODY, ("suggested", "AMOUNT_ONLY")),
    ],
)
def test_a_payment_reference_is_enough_by_itself_up_to_what_is_open(
    reference: str, cents: int, payer: dict[str, Any], expected: tuple[str, str]
) -> None:
    invoices = (LOAF._replace(payment_reference="RF18 5390 0754 7034"), CAKE)
    assert said(on(cents, "", payer, book_of(*invoices), payment_reference=reference)) == expected
    assert said(on(cents, reference, payer, book_of(*invoices))) == expected


@pytest.mark.parametrize(
    ("cents", "expected"),
    [(2_499, "PART_PAYMENT"), (2_500, "BLOCKED_PART"), (2_501, "PART_PAYMENT"), (7_500, "BLOCKED_PART")],
)
def test_the_part_for_a_blocked_account_and_what_is_left_beside_it(cents: int, expected: str) -> None:
    book = book_of(LOAF._replace(blocked_cents=2_500, blocked_iban="NL06INGB0000654321"))
    found = on(cents, "2026-0412", FROM_BAKER, book)
    assert (said(found), found.allocations) == (("linked", expected), ((LOAF.id, cents),))


@pytest.mark.parametrize(
    ("days", "cents", "expected"),
    [
        (-1, 9_800, "linked"),
        (0, 9_800, "linked"),
        (1, 9_800, "linked"),
        (2, 9_800, "suggested"),
        (0, 9_799, "suggested"),
        (0, 9_801, "suggested"),
    ],
)
def test_a_discount_counts_to_its_last_day_and_one_more_for_the_bank(
    days: int, cents: int, expected: str
) -> None:
    book = book_of(LOAF._replace(discount_cents=200, discount_until=DAY))
    found = on(cents, "2026-0412", FROM_NOBODY, book, booking_date=DAY + timedelta(days=days))
    assert found.verdict == expected
    assert sum(one.cents for one in found.differences) == (200 if expected == "linked" else 0)


@pytest.mark.parametrize(
    ("text", "payer", "cents", "expected"),
    [
        ("2026-0412", FROM_NOBODY, 8_500, ("linked", "CREDIT_NETTED")),
        ("2026-0412 min C-7001", FROM_NOBODY, 8_500, ("linked", "CREDIT_NETTED")),
        ("2026-0412", FROM_NOBODY, 8_499, ("suggested", "PART_PAYMENT")),
        ("2026-0412", FROM_NOBODY, 8_501, ("suggested", "PART_PAYMENT")),
        ("", FROM_BAKER, 8_500, ("linked", "CREDIT_NETTED")),
        ("", FROM_NOBODY, 8_500, ("unmatched", "NO_CLUE")),
    ],
)
def test_a_credit_note_is_taken_off_whole(
    text: str, payer: dict[str, Any], cents: int, expected: tuple[str, str]
) -> None:
    book = book_of(LOAF, credit_notes=[WaitingCredit(1, BAKER, "C-7001", 1_500)])
    found = on(cents, text, payer, book)
    assert said(found) == expected
    assert sum(one.cents for one in found.netted) == (1_500 if expected[0] == "linked" else 0)


@pytest.mark.parametrize("cents", [17_776, 17_777, 17_778])
def test_one_payment_for_two_accounts_is_linked_only_to_the_cent(cents: int) -> None:
    found = on(cents, "2026-0412 en 2026-0611", FROM_NOBODY)
    if cents == 17_777:
        assert (found.verdict, dict(found.allocations)) == ("linked", {LOAF.id: 10_000, CHAIR.id: 7_777})
        assert not found.teaches
    else:
        assert found.verdict == "suggested"
        assert accounts(found) == {BAKER, JANSEN}


def test_a_number_that_two_invoices_share_is_a_question_in_every_order() -> None:
    twins = [invoice(1, BAKER, "F-26001", 10_000), invoice(2, JANSEN, "H-26001", 10_000)]
    for invoices in permutations(twins):
        found = on(10_000, "26001", FROM_NOBODY, book_of(*invoices))
        assert (said(found), accounts(found)) == (("suggested", "SAME_NUMBER_TWICE"), {BAKER, JANSEN})
        assert len({one.points for one in found.candidates}) == 1
        for payer, account in ((FROM_BAKER, 1), (FROM_JANSEN, 2)):
            assert on(10_000, "26001", payer, book_of(*invoices)).allocations == ((account, 10_000),)


def test_a_tie_is_broken_by_what_is_written_and_never_by_order() -> None:
    twins = [LOAF, CAKE._replace(open_cents=10_000, asked_cents=10_000)]
    for invoices in permutations(twins):
        found = on(10_000, "betaling", FROM_BAKER, book_of(*invoices))
        assert said(found) == ("suggested", "TIE")
        assert [one.invoice_id for one in found.candidates] == [LOAF.id, CAKE.id]
        assert found.candidates[0].points == found.candidates[1].points
        assert on(10_000, "2026-0413", FROM_BAKER, book_of(*invoices)).allocations == ((CAKE.id, 10_000),)


def test_the_oldest_debt_stands_first_where_nothing_else_decides() -> None:
    found = on(12_000, "", FROM_BAKER)
    assert said(found) == ("suggested", "PAYER_KNOWN")
    assert [(one.invoice_id, one.cents) for one in found.candidates] == [(LOAF.id, 10_000), (CAKE.id, 2_000)]
    assert {one.rank for one in found.candidates} == {1}
    assert "6:43" in found.candidates[0].evidence


def test_what_is_paid_already_is_a_question_to_its_debtor_and_not_to_who_asks_as_much() -> None:
    paid = LOAF._replace(open_cents=0)
    assert said(on(10_000, "2026-0412", FROM_BAKER, book_of(paid))) == ("suggested", "ALREADY_PAID")
    other = CAKE._replace(open_cents=10_000, asked_cents=10_000)
    found = on(10_000, "2026-0412", FROM_BAKER, book_of(paid, other))
    assert found.verdict == "suggested"
    assert {one.invoice_id for one in found.candidates} == {None, CAKE.id}
    another = invoice(8, JANSEN, "2026-0990", 10_000)
    found = on(10_000, "2026-0412", FROM_NOBODY, book_of(paid, another))
    assert (found.verdict, found.candidates[0].account_id) == ("suggested", BAKER)


def test_a_number_that_is_a_slip_of_the_payers_own_does_not_go_to_another() -> None:
    """Two debtors owe the same price on numbers that differ in one sign."""
    own, others = invoice(1, BAKER, "2026-0412", 2_500), invoice(2, JANSEN, "2026-0472", 2_500)
    book = book_of(own, others)
    assert on(2_500, "2026-0472", FROM_BAKER, book).allocations in ((), ((own.id, 2_500),))
    assert on(2_500, "2026-0472", FROM_JANSEN, book_of(own, others)).allocations == ((others.id, 2_500),)
    assert on(2_500, "2026-0472", FROM_NOBODY, book_of(own, others)).verdict == "suggested"


def test_a_surname_is_shared_by_people_who_pay_for_each_other() -> None:
    assert on(1_234, "2026-0893", NAMESAKE).verdict == "linked"
    found = on(1_234, "", NAMESAKE)
    assert (found.verdict, accounts(found)) == ("suggested", {KAARS})


@pytest.mark.parametrize(
    ("link_from", "payer", "cents", "expected"),
    [
        (60, FROM_NOBODY, 4_000, "linked"),
        (60, FROM_NOBODY, 4_001, "suggested"),
        (80, FROM_NOBODY, 4_000, "suggested"),
        (80, FROM_NOBODY, 10_000, "linked"),
        (90, FROM_NOBODY, 10_000, "linked"),
        (91, FROM_NOBODY, 10_000, "suggested"),
        (100, FROM_NOBODY, 10_000, "suggested"),
        (100, SAME_NAME, 10_000, "linked"),
        (100, FROM_BAKER, 10_000, "linked"),
    ],
)
def test_the_sum_from_which_is_linked_is_a_setting(
    link_from: int, payer: dict[str, Any], cents: int, expected: str
) -> None:
    assert on(cents, "2026-0412", payer, book_of(link_from=link_from)).verdict == expected


@pytest.mark.parametrize(
    ("tolerance", "expected"), [(0, "PART_PAYMENT"), (4, "PART_PAYMENT"), (5, "SMALL_DIFFERENCE")]
)
def test_how_much_too_little_closes_an_invoice_is_a_setting(tolerance: int, expected: str) -> None:
    assert on(9_995, "2026-0412", FROM_BAKER, book_of(tolerance_cents=tolerance)).because == expected


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_way_must_be_well_ahead_of_every_other(times: int) -> None:
    """Two invoices of one amount are apart by what the debtor wrote before, and only far enough apart when sure."""
    twins = [invoice(1, BAKER, "2026-0412", 10_000), invoice(2, JANSEN, "2026-0611", 10_000)]
    both = {"counterparty_name": "Administratiekantoor Delta", "counterparty_iban": STRANGE_IBAN}
    habits = [Habit(BAKER, "IBAN", STRANGE_IBAN, 2), Habit(BAKER, "WORD", "BROODLEVERING", times)]
    habits += [Habit(JANSEN, "IBAN", STRANGE_IBAN, 2)]
    book = OpenBook(twins, PAYERS, habits=[one for one in habits if one.times], link_from=30)
    found = on(10_000, "broodlevering", both, book)
    ahead = {0: 0, 1: 10, 2: 20}[times]
    assert (found.verdict == "linked") is (ahead >= LEAD_POINTS)
    assert "BAKKERIJ" not in found.runner_up
    assert ("even sterk" in found.runner_up) is (ahead == 0)


def test_the_runner_up_says_what_it_was_and_why_it_lost() -> None:
    found = on(10_000, "2026-0412", FROM_JANSEN)
    assert found.verdict == "linked"
    assert "2026-0611" in found.runner_up
    assert "J. Jansen" in found.runner_up
    assert "zwakker" in found.runner_up
    assert "factuurnummer 2026-0412 is van een ander" in found.runner_up
    assert on(10_000, "2026-0412", FROM_NOBODY).runner_up == ""


def test_a_question_holds_everybody_whom_it_could_concern() -> None:
    found = on(9_000, "2026-0412 2026-0611", {"counterparty_name": "Hotel Zeezicht B.V."})
    assert found.verdict == "suggested"
    assert accounts(found) == {BAKER, JANSEN, HOTEL}
    ranks = [one.rank for one in found.candidates]
    assert ranks == sorted(ranks)
    points = [one.points or 0 for one in found.candidates]
    assert points == sorted(points, reverse=True)


@pytest.mark.parametrize(("bearers", "kind"), [(24, "suggested"), (25, "suggested"), (26, "unmatched")])
def test_a_common_price_is_no_clue(bearers: int, kind: str) -> None:
    many = [invoice(row, 100 + row, f"A-{row:05}", 2_500) for row in range(1, bearers + 1)]
    found = on(2_500, "", FROM_NOBODY, book_of(*many))
    assert found.verdict == kind
    assert len(found.candidates) == (bearers if kind == "suggested" else 0)


@pytest.mark.parametrize("cents", [1, 10**12])
def test_the_smallest_and_the_largest_amount_are_like_any_other(cents: int) -> None:
    book = book_of(invoice(1, BAKER, "2026-0412", cents))
    assert on(cents, "2026-0412", FROM_BAKER, book).allocations == ((1, cents),)


def test_facts_that_are_hardly_known_still_give_a_verdict() -> None:
    bare = [OpenInvoice(1, 1, "", 100), OpenInvoice(2, 1, "-", 100), OpenInvoice(3, 2, "2026-0412", 100)]
    book = OpenBook(bare, [Payer(1, ""), Payer(1, "", STRANGE_IBAN)])
    assert on(100, "", FROM_STRANGER, book).verdict == "suggested"
    assert on(100, "2026-0412", FROM_NOBODY, OpenBook(bare)).allocations == ((3, 100),)
    assert on(100, "", FROM_NOBODY, OpenBook(())).verdict == "unmatched"
    undated = OpenInvoice(1, 1, "2026-0412", 100, due_date=date.max)
    assert on(40, "2026-0412", FROM_NOBODY, OpenBook([undated])).verdict == "suggested"


def test_a_link_has_at_least_the_points_that_are_asked() -> None:
    texts = ("", "2026-0412", "fact 412", "2026-0412 en 2026-0413", "klantnummer 70010", "2026-0611")
    payers = (FROM_NOBODY, FROM_BAKER, FROM_JANSEN, FROM_STRANGER, SAME_NAME, ALIKE, PAYMENT_SERVICE)
    linked = 0
    for text in texts:
        for payer in payers:
            for cents in (4_000, 9_999, 10_000, 15_075, 17_408):
                found = on(cents, text, payer)
                linked += found.verdict == "linked"
                assert found.verdict != "linked" or found.points >= LINK_FROM_POINTS
                assert found.verdict != "suggested" or found.candidates
    assert linked > 20


def test_one_invoice_among_thousands_of_one_debtor_is_found_by_its_number() -> None:
    many = [invoice(row, BAKER, f"2026{row:06}", 1_000 + row) for row in range(1, 3_001)]
    found = on(1_777, "factuur 2026000777", FROM_BAKER, book_of(*many))
    assert (found.verdict, found.allocations) == ("linked", ((777, 1_777),))
    listed = on(
        sum(1_000 + row for row in range(1, 201)),
        " ".join(one.number for one in many[:200]),
        FROM_BAKER,
        book_of(*many),
    )
    assert (listed.verdict, len(listed.allocations)) == ("linked", 200)


def test_one_number_among_thousands_of_one_price_and_of_one_name_is_found() -> None:
    payers = [Payer(row, "J. de Vries") for row in range(1, 1_001)]
    many = [invoice(row, row, f"2026{row:06}", 2_500) for row in range(1, 1_001)]
    name = {"counterparty_name": "J DE VRIES"}
    found = on(2_500, "contributie 2026000777", name, book_of(*many, payers=payers))
    assert found.allocations == ((777, 2_500),)
    assert on(2_500, "contributie", name, book_of(*many, payers=payers)).verdict != "linked"
