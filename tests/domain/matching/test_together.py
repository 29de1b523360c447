"""All payments of a run: no order decides, every cent is somewhere, and what one settles helps another."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.matching.small_book import (
    BAKER,
    CAKE,
    CANDLE,
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
    ROOM,
    STRANGE_IBAN,
    TART,
    a_payment,
    book_of,
    invoice,
)
from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import (
    EarlierPayment,
    Habit,
    OpenInvoice,
    PaymentFacts,
    PayoutLine,
    Verdict,
    WaitingCredit,
)
from voldaan.domain.matching.together import contested, in_order, match_all, taught

PAYERS_DRAWN = (
    FROM_NOBODY,
    FROM_BAKER,
    FROM_JANSEN,
    FROM_STRANGER,
    {"counterparty_name": "Zeezicht Hotel"},
    {"counterparty_name": "Mollie Payments", "counterparty_iban": "NL55DEUT0265102439"},
    {"counterparty_name": "", "ultimate_name": "P.M. Kaars"},
)
PRICES = (1, 4, 500, 2_500, 2_503, 5_000, 7_500, 10_000)


class World(NamedTuple):
    """A book and payments on it."""

    invoices: tuple[OpenInvoice, ...]
    credit_notes: tuple[WaitingCredit, ...]
    payments: tuple[PaymentFacts, ...]
    ledger_days: int | None

    def book(self, *, order: Random | None = None) -> OpenBook:
        """Return the book before any of the payments; `order` shuffles the rows that it is read from."""
        known = [as_earlier(payment) for payment in self.payments if payment.amount_cents > 0]
        until = None if self.ledger_days is None else DAY + timedelta(days=self.ledger_days)
        rows: list[list[Any]] = [[*self.invoices], [*PAYERS], known, [*self.credit_notes]]
        for each in rows if order else ():
            order.shuffle(each)
        return OpenBook(*rows[:3], credit_notes=rows[3], ledger_until=until)


def as_earlier(payment: PaymentFacts) -> EarlierPayment:
    """Return a payment as a later movement could take it back."""
    return EarlierPayment(
        payment.id,
        payment.amount_cents,
        payment.booking_date,
        payment.counterparty_iban,
        payment.end_to_end_id,
        mandate_id=payment.mandate_id,
        lines=payment.lines,
    )


@st.composite
def invoices_drawn(draw: st.DrawFn) -> tuple[OpenInvoice, ...]:
    """Return some invoices of the four debtors, of few prices: sums and ties come often."""
    found = []
    for row in range(1, draw(st.integers(1, 8)) + 1):
        cents = draw(st.sampled_from(PRICES))
        extra = draw(
            st.sampled_from(
                (
                    {},
                    {},
                    {"discount_cents": 100, "discount_until": DAY},
                    {"blocked_cents": 250},
                    {"counted_until": DAY, "ledger_cents": cents, "open_cents": 99_999},
                    {"open_cents": 0, "word_cents": cents},
                    {"order_number": "778899"},
                )
            )
        )
        account = draw(st.sampled_from((BAKER, BAKER, JANSEN, HOTEL, KAARS)))
        due = DAY - timedelta(days=draw(st.integers(-5, 60)))
        facts = {"due_date": due, "issue_date": due - timedelta(days=30)} | extra
        found.append(invoice(row, account, f"2026-{411 + row * 3:04}", cents, **facts))
    return tuple(found)


@st.composite
def payments_drawn(
    draw: st.DrawFn, invoices: tuple[OpenInvoice, ...], number: int
) -> tuple[PaymentFacts, ...]:
    """Return payments that name some invoices or none, of nearly what those ask, and one that comes back."""
    found = []
    for key in range(1, number + 1):
        meant = draw(st.lists(st.sampled_from(invoices), max_size=3, unique=True))
        written = draw(st.sampled_from(("", "factuur ", "nota ", "order 778899 ", "huur 2024 ")))
        named = draw(st.sampled_from((meant, meant, meant[:1], [])))
        text = written + " ".join(one.number[draw(st.sampled_from((0, 0, 5))) :] for one in named)
        cents = sum(one.asked_cents for one in meant) + draw(
            st.sampled_from((0, 0, 0, -1, 3, -100, -250, 40))
        )
        found.append(
            a_payment(
                max(cents, 1),
                text,
                id=key,
                booking_date=DAY + timedelta(days=draw(st.integers(-3, 3))),
                end_to_end_id=f"E2E-{key}",
                digest=f"{key * 7 % 11}",
                by_person=draw(st.integers(0, 9)) == 0,
                **draw(st.sampled_from(PAYERS_DRAWN)),
            )
        )
    if draw(st.booleans()):
        back = draw(st.sampled_from(found))
        later = back.booking_date + timedelta(days=draw(st.integers(0, 2)))
        found.append(
            back._replace(
                id=99, amount_cents=-back.amount_cents, booking_date=later, reversal=draw(st.booleans())
            )
        )
    return tuple(found)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Return a small book and up to six payments on it."""
    invoices = draw(invoices_drawn())
    waiting = [
        WaitingCredit(key, account, f"C-70{key}", cents)
        for key, account, cents in ((1, BAKER, 500), (2, BAKER, 250), (3, JANSEN, 500))
    ]
    return World(
        invoices,
        tuple(draw(st.lists(st.sampled_from(waiting), max_size=3, unique=True))),
        draw(payments_drawn(invoices, draw(st.integers(1, 6)))),
        draw(st.sampled_from((None, None, None, -1, 0))),
    )


@given(world=worlds(), seed=st.integers(0, 999))
def test_any_order_of_payments_and_of_the_rows_of_the_book_gives_the_same(world: World, seed: int) -> None:
    order = Random(seed)
    shuffled = list(world.payments)
    order.shuffle(shuffled)
    first = match_all(world.payments, world.book())
    again = match_all(shuffled, world.book(order=order))
    assert {key: decided(one) for key, one in again.items()} == {
        key: decided(one) for key, one in first.items()
    }


def decided(verdict: Verdict) -> Verdict:
    """Return a verdict without its words: which of several equal clues counts first is told by no rule."""
    candidates = tuple(one._replace(evidence="") for one in verdict.candidates)
    return verdict._replace(evidence=(), candidates=candidates, runner_up="")


@given(world=worlds())
def test_deciding_all_again_gives_the_same(world: World) -> None:
    """A book that counts every link, and has them lifted again, is the book before them."""
    fresh = world.book()
    found = match_all(world.payments, world.book())
    linked = [payment for payment in in_order(world.payments) if found[payment.id].verdict == "linked"]
    again = world.book()
    for payment in linked:
        again.place(payment, found[payment.id])
    for payment in reversed(linked):
        again.lift(payment, found[payment.id])
    assert (again.invoices, again.credits, again.taken_back) == (
        fresh.invoices,
        fresh.credits,
        fresh.taken_back,
    )
    assert match_all(world.payments, again) == found


@given(world=worlds())
def test_every_cent_is_somewhere_and_no_invoice_gets_more_than_it_asks(world: World) -> None:
    book = world.book()
    found = match_all(world.payments, book)
    assert found.keys() == {payment.id for payment in world.payments}
    for payment in world.payments:
        sums_close(payment, found[payment.id])
    for one in world.invoices:
        now = book.invoices[one.id]
        assert now.open_cents >= 0
        assert now.ledger_cents >= 0
        assert left(now) <= left(one)
    assert all(0 <= one.waiting_cents for one in book.credits.values())
    assert given_to(world.payments, found) == counted(world.invoices, book)


def sums_close(payment: PaymentFacts, verdict: Verdict) -> None:
    """Fail where a verdict makes or loses a cent, or links without saying where."""
    used = sum(cents for _, cents in verdict.allocations)
    assert len(dict(verdict.allocations)) == len(verdict.allocations)
    if verdict.verdict != "linked":
        assert (verdict.allocations, verdict.differences, verdict.netted) == ((), (), ())
        assert verdict.verdict == "unmatched" or verdict.candidates
    elif payment.amount_cents > 0 and verdict.because != "SETTLED_BY_WORD":
        assert used + verdict.rest_cents == payment.amount_cents
        assert all(cents > 0 for _, cents in verdict.allocations)
        assert verdict.rest_cents >= 0
    elif payment.amount_cents < 0:
        assert 0 >= used >= payment.amount_cents


def counted(before: Iterable[OpenInvoice], book: OpenBook) -> Counter[int]:
    """Return how much less is open or unexplained of each invoice than before."""
    less = {one.id: one.open_cents + one.ledger_cents - left(book.invoices[one.id]) for one in before}
    return Counter({key: cents for key, cents in less.items() if cents})


def left(one: OpenInvoice) -> int:
    """Return what is open of an invoice, and what of a list is not explained."""
    return one.open_cents + one.ledger_cents


def given_to(payments: Iterable[PaymentFacts], found: dict[int, Verdict]) -> Counter[int]:
    """Return what each invoice got of all payments together, with what was let go and what was netted."""
    sums: Counter[int] = Counter()
    for payment in payments:
        verdict = found[payment.id]
        for key, cents in verdict.allocations:
            sums[key] += cents
        for difference in verdict.differences:
            sums[difference.invoice_id] += difference.cents
        for netted in verdict.netted:
            sums[netted.invoice_id] += netted.cents
    return Counter({key: cents for key, cents in sums.items() if cents})


@given(world=worlds())
def test_what_a_person_took_back_is_never_linked_by_a_rule(world: World) -> None:
    undone = tuple(payment._replace(by_person=True) for payment in world.payments)
    found = match_all(undone, world.book())
    assert {verdict.verdict for verdict in found.values()} <= {"suggested", "unmatched"}


@given(world=worlds())
def test_what_speaks_for_a_link_adds_up_to_its_points(world: World) -> None:
    for verdict in match_all(world.payments, world.book()).values():
        if verdict.verdict == "linked" and verdict.points:
            assert sum(points_said(verdict.evidence)) == verdict.points


def points_said(evidence: Sequence[str]) -> list[int]:
    """Return the points at the end of each clue that has some."""
    return [
        int(said.rpartition(" (")[2].rstrip(")"))
        for said in evidence
        if said.endswith(")") and is_weighed(said)
    ]


def is_weighed(said: str) -> bool:
    """Test if a clue ends in points."""
    return said.rpartition(" (")[2].rstrip(")").lstrip("-").isdecimal()


def run(*payments: PaymentFacts, book: OpenBook | None = None) -> dict[int, Verdict]:
    """Return the verdicts on payments in a book that could take each of them back."""
    book = book or book_of()
    for payment in payments:
        if payment.amount_cents > 0:
            book.add_earlier(as_earlier(payment))
    return match_all(payments, book)


def test_a_strange_payer_is_known_once_a_payment_named_its_invoice() -> None:
    named = a_payment(10_000, "factuur 2026-0412", id=1, **FROM_STRANGER)
    unnamed = a_payment(5_075, id=2, booking_date=DAY - timedelta(days=3), **FROM_STRANGER)
    assert run(unnamed)[2].because == "AMOUNT_ONLY"
    found = run(unnamed, named)[2]
    assert (found.verdict, found.because) == ("linked", "PAYER_AND_AMOUNT")
    assert found.allocations == ((CAKE.id, 5_075),)


@pytest.mark.parametrize(
    "name", ["Stg Mollie Payments", "Bewindvoering De Haven", "Flanderijn Gerechtsdeurwaarders"]
)
def test_who_passes_on_money_teaches_nothing(name: str) -> None:
    passing = {"counterparty_name": name, "counterparty_iban": STRANGE_IBAN}
    named = a_payment(10_000, "factuur 2026-0412", id=1, **passing)
    book = book_of()
    found = run(named, a_payment(5_075, id=2, **passing), book=book)
    assert found[1].verdict == "linked"
    assert taught(named, found[1], book) == ()
    assert found[2].verdict != "linked"


def test_who_passes_on_money_for_this_client_alone_teaches_nothing_either() -> None:
    named = a_payment(10_000, "factuur 2026-0412", id=1, **FROM_STRANGER)
    book = book_of(intermediaries=[STRANGE_IBAN])
    found = match_all([named], book)
    assert (found[1].verdict, taught(named, found[1], book)) == ("linked", ())


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (9_000, "factuur 2026-0412"),
        (10_500, "factuur 2026-0412"),
        (10_000, "factuur 2026-0412 en 2026-0413"),
        (10_000, ""),
    ],
)
def test_what_does_not_fit_or_was_not_named_teaches_nothing(cents: int, text: str) -> None:
    payment, book = a_payment(cents, text, **FROM_BAKER), book_of()
    found = match_all([payment], book)[payment.id]
    assert (found.verdict, taught(payment, found, book)) == ("linked", ())


def test_a_named_payment_teaches_who_paid_and_from_a_person_also_the_writing() -> None:
    payment = a_payment(10_000, "factuur 2026-0412 contract 88123 broodlevering", **FROM_STRANGER)
    book = book_of()
    found = match_all([payment], book)[payment.id]
    who_paid = (Habit(BAKER, "IBAN", STRANGE_IBAN, 1), Habit(BAKER, "NAME", "r. oostenrijk", 1))
    assert taught(payment, found, book) == who_paid
    assert taught(payment, found, book, by_person=True) == (
        *who_paid,
        Habit(BAKER, "WORD", "BROODLEVERING", 1),
        Habit(BAKER, "WORD", "88123", 1),
        Habit(BAKER, "STYLE", "WHOLE", 1),
    )


def test_what_one_settles_leaves_another_a_single_way() -> None:
    """Two invoices of one amount are a tie, until a payment by name takes one of them."""
    twins = (LOAF, CAKE._replace(open_cents=10_000, asked_cents=10_000))
    unnamed = a_payment(10_000, id=1, booking_date=DAY - timedelta(days=3), **FROM_BAKER)
    assert run(unnamed, book=book_of(*twins))[1].because == "TIE"
    named = a_payment(10_000, "factuur 2026-0413", id=2, **FROM_STRANGER)
    assert run(unnamed, named, book=book_of(*twins))[1].allocations == ((LOAF.id, 10_000),)


def test_an_unnamed_payment_can_settle_what_left_another_unsure() -> None:
    """The first tells nothing apart; the second can only be one, and then the first is all that is left."""
    invoices = (LOAF, CAKE, invoice(7, BAKER, "2026-0599", 15_075))
    unsure = a_payment(15_075, id=1, booking_date=DAY - timedelta(days=3), **FROM_BAKER)
    assert run(unsure, book=book_of(*invoices))[1].verdict == "suggested"
    second = a_payment(10_000, id=2, **FROM_BAKER)
    assert run(unsure, second, book=book_of(*invoices))[1].allocations == ((7, 15_075),)


def test_a_number_written_twice_is_paid_once() -> None:
    both = [a_payment(10_000, "factuur 2026-0412", id=key, twin=key, **FROM_BAKER) for key in (1, 2)]
    found = run(*both)
    assert (found[1].verdict, found[2].because) == ("linked", "ALREADY_PAID")
    assert {one.account_id for one in found[2].candidates} == {BAKER}


def test_of_two_payments_for_one_invoice_the_earlier_day_counts_and_not_the_arrival() -> None:
    late = a_payment(10_000, "2026-0412", id=1, **FROM_BAKER)
    early = a_payment(10_000, "2026-0412", id=2, booking_date=DAY - timedelta(days=1), **FROM_STRANGER)
    found = run(late, early)
    assert (found[2].verdict, found[1].because) == ("linked", "ALREADY_PAID")


def test_money_that_comes_back_reopens_for_who_pays_again() -> None:
    paid = a_payment(10_000, "2026-0412", id=1, end_to_end_id="E-1", **FROM_BAKER)
    back = a_payment(-10_000, id=2, end_to_end_id="E-1", reversal=True, booking_date=DAY + timedelta(days=2))
    again = a_payment(10_000, "2026-0412", id=3, booking_date=DAY + timedelta(days=5), **FROM_BAKER)
    book = book_of()
    found = run(paid, back, again, book=book)
    assert (found[2].takes_back, found[2].allocations) == (1, ((LOAF.id, -10_000),))
    assert found[3].allocations == ((LOAF.id, 10_000),)
    assert book.invoices[LOAF.id].open_cents == 0


def test_an_unnamed_payment_is_looked_at_again_where_an_invoice_reopened() -> None:
    paid = a_payment(10_000, "2026-0412", id=1, end_to_end_id="E-1", **FROM_BAKER)
    back = a_payment(-10_000, id=2, end_to_end_id="E-1", reversal=True)
    unnamed = a_payment(10_000, id=3, booking_date=DAY + timedelta(days=5), **FROM_BAKER)
    assert run(paid, unnamed)[3].verdict == "suggested"
    assert run(paid, back, unnamed)[3].allocations == ((LOAF.id, 10_000),)


def test_a_batch_is_one_payment_and_its_lines_are_many() -> None:
    lines = (PayoutLine(10_000, 0, "2026-0412"), PayoutLine(7_777, 0, "2026-0611"))
    batch = a_payment(17_777, "incasso", id=1, lines=lines)
    late = a_payment(10_000, "2026-0412", id=2, digest="z", **FROM_BAKER)
    found = run(batch, late)
    assert found[1].allocations == ((LOAF.id, 10_000), (CHAIR.id, 7_777))
    assert found[2].because == "ALREADY_PAID"


@pytest.mark.parametrize(
    ("text", "payer", "expected"),
    [
        ("2026-0412", FROM_NOBODY, {LOAF.id}),
        ("", FROM_JANSEN, {CHAIR.id}),
        ("", FROM_NOBODY, {ROOM.id}),
        ("2026-0893", FROM_BAKER, {CANDLE.id}),
    ],
)
def test_contested_is_what_a_payment_names_or_could_be_for(
    text: str, payer: dict[str, Any], expected: set[int]
) -> None:
    assert contested([a_payment(31_415, text, **payer)], book_of()) >= expected
    assert TART.id not in contested([a_payment(31_415, text, **payer)], book_of())


def test_payments_stand_by_day_then_received_first_then_digest_then_twin() -> None:
    rows = [
        a_payment(1, id=5, digest="a", booking_date=DAY + timedelta(days=1)),
        a_payment(-1, id=4, digest="a"),
        a_payment(1, id=3, digest="b"),
        a_payment(1, id=1, digest="a", twin=1),
        a_payment(1, id=2, digest="a", twin=0),
    ]
    assert [payment.id for payment in in_order(rows)] == [2, 1, 3, 4, 5]
