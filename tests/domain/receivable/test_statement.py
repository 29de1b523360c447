"""A statement closes to the cent, whatever happened in whatever order."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.receivable.statement import Balance, Credited, Owed, Placed, balance_of

START = date(2026, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def bill(key: int = 1, *, on: int = 0, cents: int = 10_000) -> Owed:
    return Owed(key=key, number=f"2026-{key}", issue_date=day(on), due_date=day(on + 30), asked_cents=cents)


def told(
    owed: list[Owed], placed: list[Placed], credited: list[Credited], first: int = 10, last: int = 40
) -> Balance:
    return balance_of(owed, placed, credited, first_day=day(first), last_day=day(last))


def kinds(balance: Balance) -> list[tuple[str, tuple[str, ...], int]]:
    return [(entry.kind, entry.numbers, entry.cents) for entry in balance.entries]


@pytest.mark.parametrize(("on", "opening", "entries"), [(9, -2_500, 0), (10, 0, 1), (40, 0, 1), (41, 0, 0)])
def test_a_payment_counts_in_the_period_of_its_day(on: int, opening: int, entries: int) -> None:
    found = told([bill()], [Placed(invoice=1, kind="PAYMENT", on=day(on), cents=2_500)], [])
    assert found.opening_cents == 10_000 + opening
    assert len(found.entries) == entries


def test_an_invoice_that_is_open_on_the_last_day_stands_there_with_what_is_open() -> None:
    found = told(
        [bill(on=20), bill(2, on=41)], [Placed(invoice=1, kind="PAYMENT", on=day(30), cents=4_000)], []
    )
    assert [(line.invoice.number, line.open_cents) for line in found.lines] == [("2026-1", 6_000)]
    assert kinds(found) == [("INVOICE", ("2026-1",), 10_000), ("PAYMENT", ("2026-1",), -4_000)]


def test_what_was_paid_before_the_invoice_counts_from_the_invoice() -> None:
    found = told([bill(on=20)], [Placed(invoice=1, kind="PAYMENT", on=day(5), cents=10_000)], [])
    assert (found.opening_cents, found.closing_cents, len(found.entries)) == (0, 0, 2)


def test_one_payment_of_two_invoices_is_one_line_and_its_return_another() -> None:
    placed = [
        Placed(invoice=1, kind="PAYMENT", on=day(15), cents=10_000, together=7),
        Placed(invoice=2, kind="PAYMENT", on=day(15), cents=2_000, together=7),
        Placed(invoice=1, kind="PAYMENT", on=day(16), cents=-10_000, together=7),
    ]
    assert kinds(told([bill(), bill(2)], placed, [])) == [
        ("PAYMENT", ("2026-1", "2026-2"), -12_000), ("RETURNED", ("2026-1",), 10_000),
    ]  # fmt: skip


def test_a_credit_note_counts_once_used_or_not() -> None:
    note = Credited(key=5, number="C-5", issue_date=day(12), cents=3_000)
    used = Placed(invoice=1, kind="CREDIT_NOTE", on=day(14), cents=2_000, credit_note=5)
    found = told([bill()], [used], [note])
    assert kinds(found) == [("CREDIT_NOTE", ("C-5",), -3_000)]
    assert (found.unused_credit_cents, found.closing_cents) == (1_000, 7_000)
    assert [line.open_cents for line in found.lines] == [8_000]


def test_a_difference_that_was_let_go_is_a_correction() -> None:
    found = told([bill()], [Placed(invoice=1, kind="DIFFERENCE", on=day(15), cents=5)], [])
    assert kinds(found) == [("CORRECTION", ("2026-1",), -5)]


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        told([bill()], [], [], first=5, last=4)


def test_a_credit_note_of_nobody_does_not_close_and_is_not_told() -> None:
    stray = Placed(invoice=1, kind="CREDIT_NOTE", on=day(14), cents=2_000, credit_note=99)
    # What a credit note gave that is not among them would vanish from one side: the sums are looked at.
    found = told([bill()], [stray], [])
    assert (found.unused_credit_cents, found.closing_cents) == (-2_000, 10_000)


@st.composite
def books(draw: st.DrawFn) -> tuple[list[Owed], list[Placed], list[Credited]]:
    days = st.integers(0, 60)
    owed = [
        bill(key, on=draw(days), cents=draw(st.integers(-50_000, 90_000)))
        for key in range(1, draw(st.integers(1, 5)) + 1)
    ]
    notes = [
        Credited(key=key, number=f"C-{key}", issue_date=day(draw(days)), cents=draw(st.integers(1, 20_000)))
        for key in range(draw(st.integers(0, 3)))
    ]
    placed = []
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(["PAYMENT", "DIFFERENCE", *(["CREDIT_NOTE"] if notes else [])]))
        placed.append(
            Placed(
                invoice=draw(st.integers(1, len(owed))), kind=kind, on=day(draw(days)), cents=draw(st.integers(-9_000, 9_000)),
                credit_note=draw(st.sampled_from([one.key for one in notes])) if kind == "CREDIT_NOTE" else None,
                together=draw(st.integers(1, 3)) if kind == "PAYMENT" else None,
            )
        )  # fmt: skip
    return owed, placed, notes


@given(book=books(), first=st.integers(0, 60), length=st.integers(0, 60), cut=st.integers(0, 60))
def test_it_closes_and_the_next_one_begins_where_it_ended(
    book: tuple[list[Owed], list[Placed], list[Credited]], first: int, length: int, cut: int
) -> None:
    owed, placed, notes = book
    last, middle = first + length, first + min(cut, length)
    whole = told(owed, placed, notes, first, last)
    assert whole.opening_cents + whole.changed_cents == whole.closing_cents
    one, other = (
        told(owed, placed, notes, first, middle),
        told(owed, placed, notes, middle + 1, max(last, middle + 1)),
    )
    assert one.closing_cents == other.opening_cents
    asked = sum(bill_.asked_cents for bill_ in owed) - sum(p.cents for p in placed if p.kind != "CREDIT_NOTE")
    assert told(owed, placed, notes, 0, 200).closing_cents == asked - sum(note.cents for note in notes)
