"""The plain case is a shorter way to the same answer: what it links, weighing everything links too."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.matching.small_book import (
    BAKER,
    CAKE,
    CHAIR,
    DAY,
    FROM_BAKER,
    FROM_JANSEN,
    FROM_NOBODY,
    FROM_STRANGER,
    INVOICES,
    LOAF,
    TART,
    a_payment,
    book_of,
    invoice,
    on,
)
from voldaan.domain.matching.decide import decide, decide_by_payer, decide_named
from voldaan.domain.matching.facts import OpenInvoice, PaymentFacts, Verdict

LETTERED = invoice(21, BAKER, "F2026/0777", 8_100)
AGAIN = invoice(22, BAKER, "2026-0412-7", 10_000)
COUNTED = invoice(23, BAKER, "2026-0990", 6_600, counted_until=DAY, ledger_cents=6_600)
LIKE_A_DAY = invoice(24, BAKER, "12-11-2026", 4_400)
LIKE_A_TELEPHONE = invoice(25, BAKER, "0612345678", 3_300)
BOOK = (*INVOICES, LETTERED, AGAIN, COUNTED, LIKE_A_DAY, LIKE_A_TELEPHONE)

BEFORE = (
    "",
    "Factuur ",
    "factuurnr. ",
    "nota ",
    "betaling ",
    "order ",
    "klant 12 ",
    "tel ",
    "F",
    "dd ",
    "niet ",
    "0",
)
BETWEEN = (" en ", ", ", " + ", "; ", " & ", " ", "/", " t/m ", " EN ")
AFTER = ("", " bedankt", ", dank", ".", " 12", " behalve 2026-0413", "x", " EUR 100,00")
SEPARATORS = ("-", "", " ", ".", "/")
PAYERS_DRAWN = (
    FROM_BAKER,
    FROM_BAKER,
    FROM_JANSEN,
    FROM_STRANGER,
    FROM_NOBODY,
    {"counterparty_name": "BAKKERIJ VOGEL B.V."},
    {"counterparty_iban": FROM_BAKER["counterparty_iban"]},
    {"counterparty_iban": FROM_BAKER["counterparty_iban"], "counterparty_name": "J. Jansen"},
)


@st.composite
def payments_drawn(draw: st.DrawFn) -> PaymentFacts:
    """Return a payment that names some invoices, one way or another, and pays them or nearly."""
    named = draw(st.lists(st.sampled_from(BOOK), min_size=1, max_size=4))
    between = draw(st.sampled_from(BETWEEN))
    numbers = between.join(draw(_spelled(one)) for one in named)
    text = draw(st.sampled_from(BEFORE)) + numbers + draw(st.sampled_from(AFTER))
    cents = sum(one.open_cents for one in named) + draw(st.sampled_from((0, 0, 0, 0, -1, 500)))
    return a_payment(cents, text, **draw(st.sampled_from(PAYERS_DRAWN)))


def _spelled(one: OpenInvoice) -> st.SearchStrategy[str]:
    separators = st.sampled_from(SEPARATORS)
    return separators.map(lambda sign: one.number.replace("-", sign).replace("/", sign))


def _answer(found: Verdict) -> tuple[object, ...]:
    return found.verdict, found.because, found.allocations


@given(payment=payments_drawn())
def test_what_is_linked_by_numbers_weighing_links_too(payment: PaymentFacts) -> None:
    book = book_of(*BOOK)
    plain, weighed = book.plain.by_number(payment), decide_named(payment, book)
    if plain is not None:
        assert weighed is not None
        assert _answer(weighed) == _answer(plain)
        assert weighed.teaches == plain.teaches
        assert plain.points <= weighed.points


@given(
    paid=st.sampled_from([some for count in (1, 2, 3) for some in combinations(BOOK, count)]),
    payer=st.sampled_from(PAYERS_DRAWN),
    text=st.sampled_from(("", "betaling", "bedankt", "oktober", "aanbetaling")),
)
def test_what_is_linked_by_its_payer_weighing_links_too(paid, payer, text) -> None:
    payment = a_payment(sum(one.open_cents for one in paid), text, **payer)
    plain, weighed = decide_by_payer(payment, book_of(*BOOK)), decide(payment, book_of(*BOOK))
    if plain is not None:
        assert _answer(weighed) == _answer(plain)


@pytest.mark.parametrize(
    ("text", "cents", "paid"),
    [
        ("2026-0412", 10_000, (LOAF,)),
        ("Factuur 2026 0412 bedankt", 10_000, (LOAF,)),
        ("2026-0412 en 2026-0413", 15_075, (LOAF, CAKE)),
        ("facturen 20260413, 20260520, 20260412", 17_408, (LOAF, CAKE, TART)),
        ("F2026/0777 + 2026/0413", 13_175, (LETTERED, CAKE)),
    ],
)
def test_the_plain_case_is_seen(text: str, cents: int, paid: tuple[OpenInvoice, ...]) -> None:
    verdict = book_of(*BOOK).plain.by_number(a_payment(cents, text, **FROM_BAKER))
    assert verdict is not None
    assert verdict.allocations == tuple(sorted((one.id, one.open_cents) for one in paid))


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("2026-0412 en 2026-0611", 17_777),  # one of these is of another
        ("2026-0412 en 2026-0412", 20_000),  # twice the same
        ("2026-0412 12", 10_000),  # something beside it
        ("order 2026-0412", 10_000),  # called otherwise
        ("niet 2026-0412", 10_000),
        ("12-11-2026", 4_400),  # a day
        ("0612345678", 3_300),  # a telephone number
        ("2026-0412", 9_999),
        ("2026-0990", 6_600),  # a list has counted the payments of this day
    ],
)
def test_anything_else_is_weighed(text: str, cents: int) -> None:
    assert book_of(*BOOK).plain.by_number(a_payment(cents, text, **FROM_BAKER)) is None


def test_the_numbers_of_a_list_are_told_with_what_they_weigh() -> None:
    found = on(17_408, "2026-0412 en 2026-0413 en 2026-0520", FROM_BAKER)
    assert found.evidence == (
        "factuurnummer 2026-0412 (60)",
        "factuurnummer 2026-0413 (10)",
        "factuurnummer 2026-0520 (10)",
        "bedrag precies wat openstaat (30)",
        "rekening van de debiteur (40)",
        "de betaler heet als de debiteur (20)",
    )
    assert found.points == sum(int(said.rpartition("(")[2].rstrip(")")) for said in found.evidence)


def test_no_plain_case_is_linked_below_what_the_client_asks_for() -> None:
    book = book_of(*BOOK, link_from=160)
    assert book.plain.by_number(a_payment(7_777, "2026-0611", **FROM_JANSEN)) is None
    assert book_of(*BOOK).plain.by_number(a_payment(7_777, "2026-0611", **FROM_JANSEN)) is not None
    assert CHAIR.open_cents == 7_777
