"""Files in any order, split in any way, some twice, matched after each or at the end: the same book (issue 5)."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, pairwise, permutations
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.formats.payout_samples import batch, direct_debits
from tests.usecases.book_state import State, state_of
from tests.usecases.sample_files import (
    IBAN,
    OTHER_IBAN,
    WHEN,
    a_client,
    a_credit_note,
    a_movement,
    a_statement,
    an_invoice,
    an_item,
    camt,
    everything_closes,
    hand_in,
    match,
    open_list,
    ubl,
)
from voldaan.formats.bank import camt_write
from voldaan.formats.values import Invoice, Party, Transaction
from voldaan.records.models import Client, Payment
from voldaan.records.scope import rows_of
from voldaan.usecases.undo_match import CannotUndo, redo_match, undo_match

pytestmark = pytest.mark.django_db

FIRST = date(2026, 11, 2)
DEBTORS = (
    Party(name="Bakkerij De Vroege Vogel V.O.F.", email="vogel@vogel.example", country="NL"),
    Party(name="J. Jansen", email="jansen@jansen.example", country="NL"),
    Party(name="Hotel Zeezicht B.V.", email="hotel@zeezicht.example", country="NL"),
)
IBANS = (OTHER_IBAN, "NL20INGB0001234567", "NL44RABO0123456789")
AMOUNTS = (5_000, 7_500, 10_000)
NUMBERS = tuple(f"2026-{number:04}" for number in (11, 12, 13, 14, 21, 22))
EXAMPLES = 2
"""Of each kind of world; the same each time."""
keys = count()


@dataclass(frozen=True)
class World:
    """Invoices and movements of a few debtors, and what else was handed in."""

    invoices: tuple[Invoice, ...]
    movements: tuple[Transaction, ...]
    others: tuple[bytes, ...] = ()
    truth: str = "bank"
    """Where the client's payments are known from."""


def invoices(**facts: Any) -> st.SearchStrategy[tuple[Invoice, ...]]:
    made = st.builds(
        lambda number, cents, debtor: an_invoice(number, cents, debtor=DEBTORS[debtor], **facts),
        st.sampled_from(NUMBERS),
        st.sampled_from(AMOUNTS),
        st.integers(0, 2),
    )
    return st.lists(made, min_size=2, max_size=5, unique_by=lambda one: one.number).map(tuple)


def credit_notes() -> st.SearchStrategy[tuple[bytes, ...]]:
    """Return credit notes that name no invoice: they wait until a debtor takes them off, or a person says."""
    made = st.builds(
        lambda number, cents, debtor: a_credit_note(number, cents, None, debtor=DEBTORS[debtor]),
        st.sampled_from(("C-2026-31", "C-2026-32")),
        st.sampled_from((2_500, 5_000)),
        st.integers(0, 2),
    )
    notes = st.lists(made, min_size=1, max_size=2, unique_by=lambda one: one.number)
    return notes.map(lambda found: tuple(ubl(note) for note in found))


def notes_that_name(billed: tuple[Invoice, ...]) -> st.SearchStrategy[tuple[bytes, ...]]:
    """Return credit notes that name an invoice of their debtor: before and after its payment, less, more and twice."""
    made = st.builds(
        lambda number, cents, of, day: a_credit_note(
            number, cents, of.number, debtor=of.debtor, issue_date=FIRST + timedelta(days=day)
        ),
        st.sampled_from(("C-2026-31", "C-2026-32")),
        st.sampled_from((2_500, 5_000, 10_000)),
        st.sampled_from(billed),
        st.sampled_from((-40, 2)),
    )
    notes = st.lists(made, min_size=1, max_size=2, unique_by=lambda one: one.number)
    return notes.map(lambda found: tuple(ubl(note) for note in found))


def complete_lists(billed: tuple[Invoice, ...]) -> st.SearchStrategy[bytes]:
    """Return complete open-item lists: of each invoice all, half or nothing is open, and of another of which nobody told."""
    opens = st.tuples(*(st.sampled_from((0, one.total_cents, one.total_cents // 2)) for one in billed))
    return st.builds(
        lambda cents, day: open_list(
            *(
                an_item(one.number, each, total=one.total_cents, debtor=one.debtor)
                for one, each in zip(billed, cents, strict=True)
                if each
            ),
            an_item("Z-9999", 777_777, total=777_777),
            as_of=FIRST + timedelta(days=day),
        ),
        opens,
        st.integers(0, 5),
    )


def collected(billed: tuple[Invoice, ...]) -> tuple[bytes, Transaction]:
    """Return a batch of direct debits for all invoices, and the movement that brought it."""
    lines = [(f"INC-{one.number}", one.total_cents, f"factuur {one.number}") for one in billed]
    total = sum(one.total_cents for one in billed)
    return direct_debits(batch(*lines, iban=IBAN)), a_movement(total, FIRST + timedelta(days=1), "Incasso")


def movements() -> st.SearchStrategy[tuple[Transaction, ...]]:
    wrote = st.one_of(
        st.sampled_from(NUMBERS),
        st.lists(st.sampled_from(NUMBERS), min_size=2, max_size=2, unique=True).map(" en ".join),
        st.sampled_from(("bedankt", "12 en 13", "factuur 2026 0013", "2026-0031", "")),
    )
    received = st.builds(
        lambda cents, day, text, who, paid_by: a_movement(
            cents, FIRST + timedelta(days=day), text, counterparty_name=DEBTORS[who].name if who < 3 else None,
            counterparty_iban=IBANS[paid_by] if paid_by < 3 else None, end_to_end_id=f"E-{cents}-{day}",
        ),
        st.sampled_from((*AMOUNTS, 2_500, 4_998, 12_500, 15_000)), st.integers(0, 3), wrote, st.integers(0, 3),
        st.integers(0, 3),
    )  # fmt: skip
    return st.lists(received, min_size=1, max_size=5).flatmap(_with_reversals)


def _with_reversals(received: list[Transaction]) -> st.SearchStrategy[tuple[Transaction, ...]]:
    """Let some of these come back some days later."""
    back = st.lists(st.sampled_from(received), max_size=1).map(
        lambda chosen: [
            a_movement(
                -one.amount_cents, one.booking_date + timedelta(days=4), end_to_end_id=one.end_to_end_id,
                counterparty_iban=one.counterparty_iban, reversal=True,
            )
            for one in chosen
        ]
    )  # fmt: skip
    return back.map(lambda more: (*received, *more))


def alike() -> st.SearchStrategy[tuple[Transaction, ...]]:
    """Return payments of few amounts and references, of which some come back by a reference, by a number or by neither."""
    received = st.builds(
        lambda cents, day, text, who, paid_by, reference: a_movement(
            cents, FIRST + timedelta(days=day), text, counterparty_name=DEBTORS[who].name if who < 3 else None,
            counterparty_iban=IBANS[paid_by] if paid_by < 3 else None, end_to_end_id=reference,
        ),
        st.sampled_from((5_000, 10_000)), st.integers(0, 2), st.sampled_from((*NUMBERS[:4], "bedankt", "")),
        st.integers(0, 3), st.integers(0, 3), st.sampled_from(("E-1", "E-2", None)),
    )  # fmt: skip
    return st.lists(received, min_size=2, max_size=5).flatmap(_and_back)


def _and_back(received: list[Transaction]) -> st.SearchStrategy[tuple[Transaction, ...]]:
    back = st.builds(
        lambda one, says, days: a_movement(
            -one.amount_cents, one.booking_date + timedelta(days=days), one.remittance if says else "",
            end_to_end_id=one.end_to_end_id, counterparty_iban=one.counterparty_iban,
            counterparty_name=one.counterparty_name, reversal=True,
        ),
        st.sampled_from(received), st.booleans(), st.integers(1, 3),
    )  # fmt: skip
    return st.lists(back, min_size=1, max_size=2).map(lambda more: (*received, *more))


def with_refunds() -> st.SearchStrategy[tuple[Transaction, ...]]:
    """Return payments, reversals, and money that goes back to who paid."""
    return movements().flatmap(_and_refunds)


def _and_refunds(found: tuple[Transaction, ...]) -> st.SearchStrategy[tuple[Transaction, ...]]:
    refund = st.builds(
        lambda one, cents, days: a_movement(
            -cents, one.booking_date + timedelta(days=days), "terugbetaling",
            counterparty_iban=one.counterparty_iban, counterparty_name=one.counterparty_name,
        ),
        st.sampled_from(found), st.sampled_from((2_500, 5_000, 7_500)), st.integers(0, 3),
    )  # fmt: skip
    return st.lists(refund, min_size=1, max_size=2).map(lambda more: (*found, *more))


def with_notes_that_name(billed: tuple[Invoice, ...]) -> st.SearchStrategy[World]:
    return st.builds(World, st.just(billed), movements(), notes_that_name(billed))


def with_a_list(truth: str) -> st.SearchStrategy[World]:
    """Return a complete list beside payments that come back."""
    return invoices().flatmap(
        lambda billed: st.builds(
            lambda found, file: World(billed, found, (file,), truth),
            st.one_of(movements(), alike()),
            complete_lists(billed),
        )
    )


def with_discount() -> st.SearchStrategy[tuple[Invoice, ...]]:
    """Return invoices of which 2 % less is enough in the first days."""
    return invoices(discount_cents=200, discount_until=FIRST + timedelta(days=1))


def with_a_factor() -> st.SearchStrategy[tuple[Invoice, ...]]:
    """Return invoices that are paid to another, from whom the money comes."""
    return invoices(pay_to_iban=IBANS[2], pay_to_name="Factor De Brug")


def with_a_batch(billed: tuple[Invoice, ...]) -> st.SearchStrategy[World]:
    file, brought = collected(billed)
    return movements().map(lambda found: World(billed, (*found, brought), (file,)))


WORLDS = {
    "payments and reversals": st.builds(World, invoices(), movements()),
    "credit notes": st.builds(World, invoices(), movements(), credit_notes()),
    "a discount": st.builds(World, with_discount(), movements()),
    "a factor": st.builds(World, with_a_factor(), movements()),
    "a batch with its specification": invoices().flatmap(with_a_batch),
    "credit notes that name an invoice": invoices().flatmap(with_notes_that_name),
    "payments that are alike, some taken back": st.builds(World, invoices(), alike()),
    "refunds": st.builds(World, invoices(), with_refunds()),
    "a list that is the truth": with_a_list("ledger"),
}


def papers(world: World, cuts: list[int]) -> list[bytes]:
    """Return the files of a world; the movements in so many statements as there are cuts, and one more.

    Movements that are equal in everything stay in one statement: a bank tells them apart by that.
    """
    ordered = sorted(world.movements, key=lambda one: (one.booking_date, one.amount_cents, one.remittance))
    places = sorted({cut % (len(ordered) + 1) for cut in cuts} | {0, len(ordered)})
    parts = [ordered[first:last] for first, last in pairwise(places)]
    statements = [camt_write.write(a_statement(*part)) for part in _twins_together(parts)]
    return [*(ubl(invoice) for invoice in world.invoices), *statements, *world.others]


def _twins_together(parts: list[list[Transaction]]) -> list[list[Transaction]]:
    """Return parts in which no movement equals one of a part before it."""
    found: list[list[Transaction]] = []
    for part in parts:
        twin = next((other for other in found if any(one in other for one in part)), None)
        if twin is None:
            found.append(list(part))
        else:
            twin.extend(part)
    return found


def lived(files: list[bytes], *, each: bool, truth: str = "bank") -> tuple[Client, State]:
    """Return a client to whom these files were handed in, and what its book says."""
    client = a_client(f"kade-{next(keys)}", truth=truth)
    for number, file in enumerate(files):
        hand_in(client, file, f"file-{number}")
        if each:
            match(client)
    match(client)
    return client, state_of(client)


@pytest.mark.many_orders
@pytest.mark.parametrize("kind", WORLDS)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data(), cuts=st.lists(st.integers(0, 9), max_size=3), seed=st.integers(0, 999))
def test_any_order_any_split_and_any_repeat_give_the_same_book(
    kind: str, data: st.DataObject, cuts: list[int], seed: int
) -> None:
    world = data.draw(WORLDS[kind])
    _, at_once = lived(papers(world, []), each=False, truth=world.truth)
    files = papers(world, cuts)
    shuffled = [*files, *Random(seed).sample(files, 1)]
    Random(seed).shuffle(shuffled)
    client, in_parts = lived(shuffled, each=True, truth=world.truth)
    assert in_parts == at_once
    assert everything_closes(client)


def test_a_batch_of_an_earlier_day_takes_its_invoices_whichever_came_first() -> None:
    billed = tuple(
        an_invoice(number, cents) for number, cents in (("2026-0012", 7_500), ("2026-0013", 5_000))
    )
    file, brought = collected(billed)
    paid = a_movement(
        12_500, FIRST + timedelta(days=3), "factuur 2026-0012 en 2026-0013", counterparty_name=DEBTORS[0].name
    )
    world = World(billed, (brought, paid), (file,))
    first, second, *rest = papers(world, [1])[2:]
    start = [ubl(one) for one in billed]
    books = [
        lived([*start, *order], each=True)[1]
        for order in ([first, second, *rest], [second, first, *rest], [*rest, second, first])
    ]
    assert books[0] == books[1] == books[2]
    assert set(books[0]["open"].values()) == {0}


@settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(world=st.one_of(*WORLDS.values()))
def test_undo_and_redo_leave_the_book_as_it_was(world: World) -> None:
    client, before = lived(papers(world, []), each=False, truth=world.truth)
    with rows_of(client):
        payments = list(Payment.objects.order_by("pk").values_list("pk", flat=True))
    for payment in payments:
        try:
            undo_match(client, payment, **WHEN)
        except CannotUndo:
            continue
        assert everything_closes(client)
        redo_match(client, payment, **WHEN)
        assert state_of(client) == before
    assert everything_closes(client)


def every_order_of(files: list[bytes], truth: str = "bank", *, after: tuple[bytes, ...] = ()) -> State:
    """Return the state that every order of these files leaves, `after` others, matched after each of them."""
    books = [lived([*after, *order], each=True, truth=truth)[1] for order in permutations(files)]
    assert all(book == books[0] for book in books)
    return books[0]


@pytest.mark.parametrize(("cents", "left", "waits"), [(7_500, 0, 0), (10_000, 0, 2_500), (5_000, 2_500, 0)])
def test_a_credit_note_and_a_payment_of_its_invoice_leave_the_same_whichever_came_first(
    cents: int, left: int, waits: int
) -> None:
    paid = a_movement(cents, FIRST, "factuur 2026-0012", counterparty_name=DEBTORS[0].name)
    files = [
        ubl(an_invoice("2026-0012", 10_000, debtor=DEBTORS[0])),
        ubl(a_credit_note("C-1", 2_500, "2026-0012", debtor=DEBTORS[0])),
        camt(paid),
    ]
    book = every_order_of(files)
    assert (book["open"], book["credit notes"]) == ({"2026-0012": left}, {"C-1": waits})


def test_of_two_credit_notes_for_one_invoice_the_older_is_used_whichever_came_first() -> None:
    notes = [
        a_credit_note(number, 7_500, "2026-0012", issue_date=FIRST - timedelta(days=days))
        for number, days in (("C-1", 20), ("C-2", 30))
    ]
    book = every_order_of([ubl(an_invoice("2026-0012", 10_000)), *map(ubl, notes)])
    assert book["credit notes"] == {"C-1": 5_000, "C-2": 0}


def test_a_movement_that_could_take_back_two_payments_is_a_question_whichever_came_first() -> None:
    paid = [
        a_movement(
            5_000,
            FIRST,
            text,
            end_to_end_id="E-1",
            counterparty_iban=OTHER_IBAN,
            counterparty_name=DEBTORS[0].name,
        )
        for text in ("2026-0011", "2026-0012")
    ]
    back = a_movement(
        -5_000, FIRST + timedelta(days=2), end_to_end_id="E-1", counterparty_iban=OTHER_IBAN, reversal=True
    )
    billed = ubl(an_invoice("2026-0012", 5_000, debtor=DEBTORS[0]))
    book = every_order_of([camt(one) for one in (*paid, back)], after=(billed,))
    assert [question[0] for question in book["questions"]].count("TAKES_BACK_UNKNOWN") == 1


def test_what_a_list_takes_back_from_a_payment_is_taught_no_more() -> None:
    paid = a_movement(
        10_000, FIRST, "factuur 2026-0012", counterparty_iban=OTHER_IBAN, counterparty_name="Vogel Holding"
    )
    listed = open_list(an_item("2026-0012", 10_000, total=10_000), as_of=FIRST + timedelta(days=1))
    book = every_order_of([ubl(an_invoice("2026-0012", 10_000)), camt(paid), listed], truth="ledger")
    assert (book["open"], book["habits"]) == ({"2026-0012": 10_000}, {})


def test_a_list_between_a_payment_and_its_return_counts_the_payment_only() -> None:
    paid = a_movement(
        10_000, FIRST, "2026-0012", end_to_end_id="E-1", counterparty_iban=OTHER_IBAN,
        counterparty_name=DEBTORS[0].name,
    )  # fmt: skip
    back = a_movement(
        -10_000, FIRST + timedelta(days=3), end_to_end_id="E-1", counterparty_iban=OTHER_IBAN, reversal=True
    )
    listed = open_list(
        an_item("2026-0012", 3_750, total=7_500, debtor=DEBTORS[0]), as_of=FIRST + timedelta(days=1)
    )
    billed = ubl(an_invoice("2026-0012", 7_500, debtor=DEBTORS[0]))
    book = every_order_of([billed, camt(paid, back), listed], truth="ledger")
    assert book["open"] == {"2026-0012": 3_750}
