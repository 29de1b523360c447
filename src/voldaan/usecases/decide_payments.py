"""What a run of matching would say of every payment that it looks at; writes nothing.

New payments, open questions and links that were not sure are decided together, as if none of them had been
decided before: so it does not matter in which order they came. A sure link joins them where a new payment could
be for its invoices.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from voldaan.domain.matching.batches import with_lines
from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.crediting import NamingNote, place_in_book
from voldaan.domain.matching.facts import Habit, Netted, PaymentFacts, Verdict
from voldaan.domain.matching.outgoing import coming_back
from voldaan.domain.matching.together import contested, in_order, match_all, taught
from voldaan.records.habits import habits
from voldaan.records.lists import newest_complete_list
from voldaan.records.merging import merged_accounts
from voldaan.records.models import Client
from voldaan.records.naming_notes import notes_to_look_at, payments_beside
from voldaan.records.open_book import open_book
from voldaan.records.placing import TAKEN_BACK
from voldaan.records.standing_matches import (
    Standing,
    are_there_others,
    links_on,
    pairs_to_look_at,
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
    notes: tuple[Netted, ...] = ()
    """The credit notes that stand otherwise on the invoices that they name, now that it is decided."""

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
        touched = {key for one in both for key, _ in _touched(one)}
        return touched | {note.invoice_id for note in self.notes} if self.notes else touched

    @property
    def credit_notes(self) -> set[int]:
        """Return the credit notes that it touches, before or now."""
        both = (self.standing, self.verdict) if self.standing else (self.verdict,)
        netted = (*(netted for one in both for netted in one.netted), *self.notes)
        return {one.credit_note_id for one in netted}


class Decisions(NamedTuple):
    """What was decided of every payment that was looked at, in the order of the days, and on which book."""

    decided: list[Decided]
    book: OpenBook

    def learned(self, one: Decided) -> tuple[Habit, ...]:
        """Return what a link teaches."""
        return taught(one.payment, one.verdict, self.book)

    def unlearned(self, one: Decided) -> tuple[Habit, ...]:
        """Return what a link taught before."""
        return taught(one.payment, one.standing, self.book) if one.standing is not None else ()

    def accounts(self, invoices: Iterable[int]) -> set[int]:
        """Return the accounts to which these invoices belong."""
        return {self.book.invoices[key].account_id for key in invoices}

    def counted_until(self, invoices: Iterable[int]) -> dict[int, date | None]:
        """Return until which day an open-item list counted the payments of these invoices."""
        return {key: self.book.invoices[key].counted_until for key in invoices}


def decide_payments(client: Client, *, on: date) -> Decisions | None:
    """Return the verdict on every payment that is to be looked at, None where there is none. Needs an open scope."""
    pool, naming = to_look_at(), notes_to_look_at()
    pool.update(pairs_to_look_at(one.payment for one in pool.values() if one.verdict is None or one.asks))
    pool.update(_that_compete_with(naming, but=pool.keys()))
    if not pool:
        return None
    payments = [one.payment for one in pool.values()]
    book = open_book(client, payments, ledger_until=ledger_until(client, on=on))
    pool.update(_that_come_back(payments, book, but=pool.keys()))
    for standing in pool.values():
        _lift(book, standing)
    _learn_from_others(book, pool)
    if _add_contested(pool, book):
        book.forget_habits()
        _learn_from_others(book, pool)
    payments = in_order(one.payment for one in pool.values())
    notes = place_in_book(naming, book)
    verdicts = match_all(payments, book)
    _unteach_what_came_back(pool, verdicts)
    _set_aside_what_came_back(pool, verdicts)
    if len(verdicts) > len(payments):
        payments = in_order(pool[key].payment for key in verdicts)
    decided = (_decided(pool[payment.id], verdicts[payment.id]) for payment in payments)
    return Decisions(list(_with_notes(decided, notes) if notes else decided), book)


def _with_notes(decided: Iterable[Decided], notes: Iterable[Netted]) -> Iterator[Decided]:
    """Yield what was decided, each credit note beside the first payment that moves on its invoice or with it."""
    left = list(notes)
    for one in decided:
        with_it = []
        if left and one.moves:
            invoices, credit_notes = one.invoices, one.credit_notes
            with_it = [n for n in left if n.invoice_id in invoices or n.credit_note_id in credit_notes]
            left = [n for n in left if n not in with_it]
        yield one._replace(notes=tuple(with_it)) if with_it else one


def _decided(standing: Standing, verdict: Verdict) -> Decided:
    return Decided(standing.payment, standing.verdict, _closing(standing.payment, verdict), standing.asks)


def _that_compete_with(notes: Sequence[NamingNote], *, but: Collection[int]) -> dict[int, Standing]:
    """Return the links on the invoices that credit notes name, and those that a credit note stands beside."""
    found = links_on({note.invoice_id for note in notes}, but=but)
    beside = payments_beside({note.id for note in notes})
    return found | placed_by_rule(beside.difference(but, found))


def _that_come_back(
    payments: Iterable[PaymentFacts], book: OpenBook, *, but: Collection[int]
) -> dict[int, Standing]:
    """Return what a movement of this run takes back: it is decided once more, as if both had come together."""
    leaving = in_order(payment for payment in payments if payment.amount_cents < 0)
    return placed_by_rule(set(coming_back(leaving, (), book).values()).difference(but))


def _set_aside_what_came_back(pool: dict[int, Standing], verdicts: dict[int, Verdict]) -> None:
    """Let what no invoice has of a payment that was taken back, and of what took it back, wait for nobody."""
    pairs = [(key, one.takes_back) for key, one in verdicts.items() if one.takes_back is not None]
    for key in [key for pair in pairs for key in pair if key in verdicts]:
        placed = sum(cents for _, cents in verdicts[key].allocations)
        aside = TAKEN_BACK if placed != pool[key].payment.amount_cents else ""
        verdicts[key] = verdicts[key]._replace(set_aside=aside)


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
