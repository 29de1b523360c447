"""What an open-item list says of an invoice, held against what was already allocated to it.

The list's amount is what was open at the end of its day. Payments and credit notes up to that day are in it
and never lower it again; those of later days do. So the arithmetic is always

    open = asked - explained - ledger - later

where *explained* is allocated from payments and credit notes up to the day, *ledger* what the list says was
paid and nothing explains yet, and *later* what was allocated for days after it.

>>> from datetime import date
>>> list_day, next_day = date(2026, 3, 31), date(2026, 4, 1)
>>> paid = Source(kind="PAYMENT", id=7, cents=6_000, on=next_day)
>>> count_list(asked_cents=10_000, list_cents=6_000, as_of=list_day, sources=[paid])
Counted(ledger_cents=4000, taken_back=(), contradicted=False)
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

SourceKind = Literal["PAYMENT", "CREDIT_NOTE", "CLIENT_WORD"]


class Source(NamedTuple):
    """What stands allocated to an invoice from one payment, one credit note or the client's word of one day."""

    kind: SourceKind
    id: int | None
    cents: int
    on: date
    taken_back: bool = False
    """A later movement took this payment back, and stands beside it: neither can be moved alone."""


class Counted(NamedTuple):
    """What must stand after the list was counted."""

    ledger_cents: int
    """What the ledger's allocations must add up to."""
    taken_back: tuple[Source, ...]
    """Payments and credit notes that the list leaves no room for: they wait again."""
    contradicted: bool
    """The client said that it was paid, and its own list says that it was open."""


def count_list(*, asked_cents: int, list_cents: int, as_of: date, sources: Iterable[Source]) -> Counted:
    """Return what must stand for an invoice of which a list says that `list_cents` was open on `as_of`.

    Nothing is taken from the client's word, which is not money: where its list contradicts it, a person is asked.
    """
    list_cents = max(0, min(list_cents, asked_cents))
    reduced = asked_cents - list_cents
    ordered = sorted(sources, key=lambda source: (source.on, source.id or 0))
    words_before = sum(s.cents for s in ordered if s.kind == "CLIENT_WORD" and s.on <= as_of)
    words_after = sum(s.cents for s in ordered if s.kind == "CLIENT_WORD" and s.on > as_of)
    money = [source for source in ordered if source.kind != "CLIENT_WORD"]
    explained, too_early = _that_fit([s for s in money if s.on <= as_of], reduced)
    later, too_late = _that_fit([s for s in money if s.on > as_of], list_cents)
    ledger = min(
        reduced - explained - words_before, asked_cents - explained - words_before - later - words_after
    )
    return Counted(
        ledger_cents=max(0, ledger),
        taken_back=(*too_early, *too_late),
        contradicted=words_before > reduced - explained,
    )


def _that_fit(sources: Sequence[Source], room: int) -> tuple[int, list[Source]]:
    """Return what fits in `room`, in order, and the sources that do not. A movement taken back makes room."""
    used, left_over = 0, []
    for source in sources:
        if source.cents > 0 and not source.taken_back and used + source.cents > room:
            left_over.append(source)
        else:
            used += source.cents
    return used, left_over
