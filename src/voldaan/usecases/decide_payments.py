"""What a run of matching would say of every payment that it looks at; writes nothing.

New payments, open questions and links that were not sure are decided together, as if none of them had been
decided before: so it does not matter in which order they came. A sure link joins them where a new payment could
be for its invoices.
"""

from collections import Counter
from datetime import date
from typing import Final, NamedTuple

from voldaan.domain.matching.batches import with_lines
from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import Habit, PaymentFacts, Verdict
from voldaan.domain.matching.together import contested, in_order, match_all, taught
from voldaan.records.habits import habits
from voldaan.records.lists import newest_complete_list
from voldaan.records.merging import merged_accounts
from voldaan.records.models import Client
from voldaan.records.open_book import open_book
from voldaan.records.standing_matches import (
    Standing,
    are_there_others,
    links_on,
    placed_by_rule,
    to_look_at,
)
from voldaan.records.truth import engagement_on

TAKES_BACK: Final = "TAKES_BACK"


class Decided(NamedTuple):
    """A payment with what was decided of it before, and what is decided now."""

    payment: PaymentFacts
    standing: Verdict | None
    verdict: Verdict
    asked: bool
    """A question about it is open."""
    learned: tuple[Habit, ...] = ()
    """What it teaches, where that is new."""
    unlearned: tuple[Habit, ...] = ()
    """What it taught, where that is so no more."""

    @property
    def is_news(self) -> bool:
        """Test if people want to hear of it: it is new, it is asked about, or it moves."""
        return self.standing is None or self.asked or self.moves

    @property
    def moves(self) -> bool:
        """Test if money goes elsewhere than it stood, or waits otherwise."""
        return self.standing is None or _places(self.standing) != _places(self.verdict)

    @property
    def differs(self) -> bool:
        """Test if anything but the points is otherwise than before."""
        before, now = self.standing, self.verdict
        return self.moves or before is None or (before.because, before.teaches) != (now.because, now.teaches)

    @property
    def weighs_otherwise(self) -> bool:
        """Test if what speaks for it is more or less than before."""
        return self.standing is None or self.standing.points != self.verdict.points

    @property
    def invoices(self) -> set[int]:
        """Return the invoices that it touches, before or now."""
        both = (self.standing, self.verdict) if self.standing else (self.verdict,)
        return {key for one in both for key, _ in _touched(one)}

    @property
    def credit_notes(self) -> set[int]:
        """Return the credit notes that it touches, before or now."""
        both = (self.standing, self.verdict) if self.standing else (self.verdict,)
        return {netted.credit_note_id for one in both for netted in one.netted}


def decide_payments(client: Client, *, on: date) -> list[Decided]:
    """Return the verdict on every payment that is to be looked at. Needs an open scope."""
    pool = to_look_at()
    if not pool:
        return []
    payments = [one.payment for one in pool.values()]
    book = open_book(client, payments, ledger_until=ledger_until(client, on=on))
    for standing in pool.values():
        _lift(book, standing)
    _learn_from_others(book, pool)
    if _add_contested(pool, book):
        book.forget_habits()
        _learn_from_others(book, pool)
    payments = in_order(one.payment for one in pool.values())
    verdicts = match_all(payments, book)
    _unteach_what_came_back(pool, verdicts)
    payments = in_order(pool[key].payment for key in verdicts)
    return [_decided(pool[payment.id], verdicts[payment.id], book) for payment in payments]


def _decided(standing: Standing, verdict: Verdict, book: OpenBook) -> Decided:
    payment, before = standing.payment, standing.verdict
    one = Decided(payment, before, _closing(payment, verdict), standing.asks)
    if not one.differs:
        return one
    unlearned = taught(payment, before, book) if before is not None else ()
    return one._replace(learned=taught(payment, verdict, book), unlearned=unlearned)


def _unteach_what_came_back(pool: dict[int, Standing], verdicts: dict[int, Verdict]) -> None:
    """Let a payment that a movement of this run takes back teach nothing, also where it was decided before."""
    came_back = [one.takes_back for one in verdicts.values() if one.because == TAKES_BACK]
    keys = {key for key in came_back if key is not None}
    pool.update(placed_by_rule(keys.difference(pool)))
    for key in sorted(keys & pool.keys()):
        before = pool[key].verdict
        if key in verdicts:
            verdicts[key] = verdicts[key]._replace(teaches=False)
        elif before is not None and before.teaches:
            verdicts[key] = before._replace(teaches=False)


def _learn_from_others(book: OpenBook, pool: dict[int, Standing]) -> None:
    """Let the book know what payments taught, but for those that are decided again."""
    theirs = Counter(
        lesson[:3]
        for one in pool.values()
        if one.verdict is not None
        for lesson in taught(one.payment, one.verdict, book)
    )
    for habit in habits(merged_accounts()):
        times = habit.times - theirs[habit[:3]]
        if times > 0:
            book.learn([habit._replace(times=times)])


def ledger_until(client: Client, *, on: date) -> date | None:
    """Return the day up to which the client's ledger is the payment truth, or None where it is not."""
    engagement = engagement_on(client, on)
    kind = engagement.payment_truth if engagement else client.payment_truth
    return newest_complete_list() if kind == "LEDGER" else None


def _add_contested(pool: dict[int, Standing], book: OpenBook) -> bool:
    """Add the links on invoices that what is new or asked could be for, and those that these could be for in turn.

    Return whether there are any.
    """
    looked_at = len(pool)
    if not are_there_others(sum(one.by_rule for one in pool.values())):
        return False
    fresh = [one.payment for one in pool.values() if one.verdict is None or one.asks]
    looked_for: set[int] = set()
    while fresh:
        invoices = contested(with_lines(fresh), book) - looked_for
        looked_for |= invoices
        added = links_on(invoices, but=pool.keys())
        for standing in added.values():
            _lift(book, standing)
        pool.update(added)
        fresh = [one.payment for one in added.values()]
    return len(pool) > looked_at


def _lift(book: OpenBook, standing: Standing) -> None:
    if standing.verdict is not None:
        book.lift(standing.payment, standing.verdict)


def _places(verdict: Verdict) -> tuple[object, ...]:
    """Return where a verdict leaves the money, whatever the order it was given in."""
    return (
        sorted(verdict.allocations),
        sorted(verdict.differences),
        sorted(verdict.netted),
        verdict.set_aside,
        verdict.takes_back,
    )


def _touched(verdict: Verdict) -> list[tuple[int, int]]:
    """Return every invoice that a verdict allocates something to, with the cents."""
    return [
        *verdict.allocations,
        *((one.invoice_id, one.cents) for one in verdict.differences),
        *((one.invoice_id, one.cents) for one in verdict.netted),
    ]


def _closing(payment: PaymentFacts, verdict: Verdict) -> Verdict:
    """Return a verdict of which no cent is made or lost (P9): a link uses the amount, with its sign, and the rest."""
    used = sum(cents for _, cents in verdict.allocations)
    assert not used or min(0, payment.amount_cents) <= used <= max(0, payment.amount_cents)
    is_whole = verdict.takes_back is not None or bool(verdict.set_aside)
    assert verdict.verdict != "linked" or is_whole or used + verdict.rest_cents == payment.amount_cents
    assert verdict.verdict == "linked" or not _touched(verdict)
    return verdict
