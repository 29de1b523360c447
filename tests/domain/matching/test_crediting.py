"""Credit notes on the invoices that they name: the older first, up to what is asked, and as often as one looks."""

from datetime import date

import pytest

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.crediting import NamingNote, place_in_book
from voldaan.domain.matching.decide import decide
from voldaan.domain.matching.facts import Netted, OpenInvoice, Payer, PaymentFacts, WaitingCredit

OLDER, NEWER = date(2026, 3, 1), date(2026, 3, 2)
NOTES = (NamingNote(8, 1, NEWER, "C-8"), NamingNote(9, 1, OLDER, "C-9"))


def a_book(open_cents: int, *, waiting: dict[int, int], stands: dict[int, int]) -> OpenBook:
    """Return a book of one invoice of ten euros with two credit notes that name it."""
    invoice = OpenInvoice(
        1, 4, "2026-0012", open_cents, asked_cents=1_000, credited=tuple(stands.items()), issue_date=OLDER
    )
    notes = [
        WaitingCredit(note.id, 4, note.number, waiting.get(note.id, 0), note.issue_date) for note in NOTES
    ]
    return OpenBook([invoice], [Payer(4, "J. Jansen")], credit_notes=notes)


@pytest.mark.parametrize(
    ("open_cents", "waiting", "stands", "changes"),
    [
        (1_000, {8: 300, 9: 300}, {}, [Netted(9, 1, 300), Netted(8, 1, 300)]),
        (1_000, {8: 300, 9: 800}, {}, [Netted(9, 1, 800), Netted(8, 1, 200)]),
        (200, {9: 800}, {8: 800}, [Netted(9, 1, 800), Netted(8, 1, -600)]),
        (0, {8: 100}, {9: 800, 8: 200}, []),
    ],
    ids=["both fit", "the newer gets what is left", "the older comes later", "nothing changes"],
)
def test_the_older_note_is_used_first(
    open_cents: int, waiting: dict[int, int], stands: dict[int, int], changes: list[Netted]
) -> None:
    book = a_book(open_cents, waiting=waiting, stands=stands)
    assert place_in_book(NOTES, book) == changes
    assert book.invoices[1].open_cents == max(0, 1_000 - sum((*waiting.values(), *stands.values())))


@pytest.mark.parametrize(
    ("cents", "netted"),
    [(700, ()), (1_000, (Netted(9, 1, -300),))],
    ids=["what is asked", "the whole invoice"],
)
def test_a_note_makes_way_for_who_pays_the_whole_invoice(cents: int, netted: tuple[Netted, ...]) -> None:
    book = a_book(700, waiting={}, stands={9: 300})
    found = decide(PaymentFacts(7, cents, NEWER, "J. Jansen", remittance="factuur 2026-0012"), book)
    assert (found.verdict, found.allocations, found.netted) == ("linked", ((1, cents),), netted)
