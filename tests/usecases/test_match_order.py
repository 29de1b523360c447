"""Files in any order, split in any way, some twice, matched after each or at the end: the same book (issue 5)."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, pairwise
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
    everything_closes,
    hand_in,
    match,
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
EXAMPLES = 6
"""Of each kind of world; the same each time."""
keys = count()


@dataclass(frozen=True)
class World:
    """Invoices and movements of a few debtors, and what else was handed in."""

    invoices: tuple[Invoice, ...]
    movements: tuple[Transaction, ...]
    others: tuple[bytes, ...] = ()


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


def lived(files: list[bytes], *, each: bool) -> tuple[Client, State]:
    """Return a client to whom these files were handed in, and what its book says."""
    client = a_client(f"kade-{next(keys)}")
    for number, file in enumerate(files):
        hand_in(client, file, f"file-{number}")
        if each:
            match(client)
    match(client)
    return client, state_of(client)


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
    _, at_once = lived(papers(world, []), each=False)
    files = papers(world, cuts)
    shuffled = [*files, *Random(seed).sample(files, 1)]
    Random(seed).shuffle(shuffled)
    client, in_parts = lived(shuffled, each=True)
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


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(world=st.one_of(*WORLDS.values()))
def test_undo_and_redo_leave_the_book_as_it_was(world: World) -> None:
    client, before = lived(papers(world, []), each=False)
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
