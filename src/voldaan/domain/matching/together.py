"""All payments of a run together: one function of the facts, whatever the order in which they arrived.

First what the payers named, in the order of the days. Then what payer, habits and amount can explain of the rest,
again and again until nothing changes: what one payment settles can leave another with a single way. Payments that
are equal in all that the bank says stand in the order of their twins; nothing depends on when a file was handed in.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from voldaan.domain.matching.batches import with_lines
from voldaan.domain.matching.bearing import Bearing
from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.decide import decide, decide_by_payer, decide_named
from voldaan.domain.matching.facts import Habit, PaymentFacts, Verdict
from voldaan.domain.matching.outgoing import coming_back, outgoing, takes_back_what_stands
from voldaan.domain.matching.payers.habits import Style, lessons
from voldaan.domain.matching.way import STRONG_KINDS, Reading
from voldaan.domain.matching.ways import can_name, read_payment, ways_of

_OF_A_DAY = attrgetter("digest", "twin", "id")


def match_all(payments: Sequence[PaymentFacts], book: OpenBook) -> dict[int, Verdict]:
    """Return the verdict on each payment. The book must not count them yet; afterwards it counts what is linked."""
    leaving = in_order(payment for payment in payments if payment.amount_cents < 0)
    pairs = _pairs(leaving, payments, book) if leaving else {}
    book.expect_back(pairs)
    undone = pairs.keys() | pairs.values()
    first = _Run(book)
    first.settle(in_order(one for one in payments if one.id in undone))
    run = _Run(book)
    run.settle(in_order(run.link_what_is_plain(one for one in payments if one.id not in undone)))
    found = run.found
    found.update(first.found)
    return {payment.id: found[payment.id] for payment in payments}


def _pairs(
    leaving: Sequence[PaymentFacts], payments: Sequence[PaymentFacts], book: OpenBook
) -> dict[int, int]:
    """Return what leaves and what it takes back of these payments: together nothing, so they are decided first."""
    ids = {payment.id for payment in payments}
    found = coming_back(leaving, payments, book)
    return {payment: earlier for payment, earlier in found.items() if earlier in ids}


def in_order(payments: Iterable[PaymentFacts]) -> list[PaymentFacts]:
    """Return payments in the order in which they are looked at: by day, received first, then by what the bank says."""
    received: dict[date, list[PaymentFacts]] = defaultdict(list)
    leaving: dict[date, list[PaymentFacts]] = defaultdict(list)
    for payment in payments:
        (received if payment.amount_cents > 0 else leaving)[payment.booking_date].append(payment)
    ordered: list[PaymentFacts] = []
    for day in sorted(received.keys() | leaving.keys()):
        ordered += sorted(received[day], key=_OF_A_DAY)
        ordered += sorted(leaving[day], key=_OF_A_DAY)
    return ordered


def contested(payments: Iterable[PaymentFacts], book: OpenBook) -> set[int]:
    """Return the invoices that these payments name, or could be for by payer and amount."""
    found: set[int] = set()
    for payment in payments:
        reading = read_payment(payment, book, learned=True)
        found.update(key for mention in reading.mentions for key in mention.ids)
        if not reading.mentions and payment.amount_cents > 0:
            found.update(key for way in ways_of(reading, book) for key, _ in way.allocations)
    return found


def taught(
    payment: PaymentFacts, verdict: Verdict, book: OpenBook, *, by_person: bool = False
) -> tuple[Habit, ...]:
    """Return what a link teaches of the account that it is for: who paid, and from a person also the way of writing.

    What a rule links teaches no words: they could then link others, and these again, by the order of arrival.
    """
    accounts = {book.invoices[key].account_id for key, _ in verdict.allocations}
    if not verdict.teaches or len(accounts) != 1:
        return ()
    account = accounts.pop()
    if not by_person:
        return lessons(payment, account, names=book.names_of(account), intermediaries=book.intermediaries)
    reading = read_payment(payment, book, learned=False)
    named = " ".join(mention.text for mention in reading.mentions)
    numbers = [group for group in reading.written.digits if group not in named]
    return lessons(
        payment,
        account,
        [*reading.written.words, *numbers],
        _style(reading),
        names=book.names_of(account),
        intermediaries=book.intermediaries,
    )


def _style(reading: Reading) -> Style:
    if any(mention.kind in STRONG_KINDS for mention in reading.mentions):
        return "WHOLE"
    return "TAIL" if reading.written.digits else "NONE"


class _Run:
    """The verdicts so far, and what is left to decide."""

    def __init__(self, book: OpenBook) -> None:
        self.book = book
        self.found: dict[int, Verdict] = {}
        self.waiting: list[PaymentFacts] = []
        self.leaving: list[PaymentFacts] = []
        self.readings: dict[int, Reading] = {}

    def link_what_is_plain(self, payments: Iterable[PaymentFacts]) -> list[PaymentFacts]:
        """Link the plain cases of which no other movement names an invoice, in any order; return what is left."""
        link, claims = self.book.plain.by_number, Bearing[int]()
        plain: list[tuple[PaymentFacts, Verdict]] = []
        rest: list[PaymentFacts] = []
        for payment in payments:
            verdict = link(payment) if payment.amount_cents > 0 else None
            if verdict is None:
                rest.append(payment)
                continue
            plain.append((payment, verdict))
            for key, _ in verdict.allocations:
                claims.put(key, payment.id)
        named = self._named_by(rest)
        for payment, verdict in plain:
            if any(key in named or claims.only(key) is None for key, _ in verdict.allocations):
                rest.append(payment)
            else:
                self._link_plainly(payment, verdict)
        return rest

    def _named_by(self, payments: Iterable[PaymentFacts]) -> set[int]:
        """Return the invoices that are named; what was read is kept until it is decided."""
        named: set[int] = set()
        for payment in with_lines(one for one in payments if one.amount_cents > 0):
            if can_name(payment, self.book):
                reading = read_payment(payment, self.book, learned=False)
                named.update(key for mention in reading.mentions for key in mention.ids)
                if payment.id > 0:
                    self.readings[payment.id] = reading
        return named

    def _link_plainly(self, payment: PaymentFacts, verdict: Verdict) -> None:
        book = self.book
        self.found[payment.id] = verdict
        account = book.close(payment, verdict.allocations)
        learned = book.plain.taught(payment, account)
        if learned and payment.id not in book.fleeting:
            book.learn(learned)

    def settle(self, payments: Sequence[PaymentFacts]) -> None:
        """Decide movements: what is named first, in their order, then the rest until nothing changes."""
        self._by_all(self._by_name(payments))
        while self.leaving:
            leaving, self.leaving = self.leaving, []
            reopened = {account for payment in leaving for account in self._left(payment)}
            again = [one for one in self.waiting if self._concerns(one, reopened)]
            ids = {one.id for one in again}
            self.waiting = [one for one in self.waiting if one.id not in ids]
            self.settle(again)

    def _by_name(self, payments: Sequence[PaymentFacts]) -> list[PaymentFacts]:
        """Decide what names its invoices, and what takes such a payment back. Return the rest of what was received."""
        book, link = self.book, self.book.plain.by_number
        left: list[PaymentFacts] = []
        for payment in payments:
            reading = self.readings.pop(payment.id, None)
            if payment.amount_cents < 0:
                back = takes_back_what_stands(payment, book)
                if back is None:
                    self.leaving.append(payment)
                else:
                    self._keep(payment, back)
            elif (plain := link(payment)) is not None:
                self._link_plainly(payment, plain)
            elif (verdict := decide_named(payment, book, reading)) is not None:
                self._keep(payment, verdict)
                if verdict.teaches and payment.id not in book.fleeting:
                    book.learn(taught(payment, verdict, book))
            else:
                left.append(payment)
        return left

    def _by_all(self, payments: list[PaymentFacts]) -> None:
        """Decide by all that is known, and again what a link could change, until nothing changes."""
        self.waiting += payments
        again = payments
        while again:
            touched = {account for payment in again for account in self._decided(payment)}
            self.waiting = [one for one in self.waiting if self.found[one.id].verdict != "linked"]
            again = [one for one in self.waiting if self._concerns(one, touched)]

    def _left(self, payment: PaymentFacts) -> set[int]:
        """Decide a movement that left the bank and return the accounts of which it reopens an invoice."""
        verdict = outgoing(payment, self.book)
        self._keep(payment, verdict)
        return self._accounts(verdict)

    def _decided(self, payment: PaymentFacts) -> set[int]:
        """Decide one payment and return the accounts of which less is open now."""
        plain = decide_by_payer(payment, self.book)
        if plain is not None:
            self.found[payment.id] = plain
            return {self.book.close(payment, plain.allocations)}
        verdict = decide(payment, self.book)
        self._keep(payment, verdict)
        return self._accounts(verdict)

    def _keep(self, payment: PaymentFacts, verdict: Verdict) -> None:
        self.found[payment.id] = verdict
        if verdict.verdict == "linked":
            self.book.place(payment, verdict)

    def _accounts(self, verdict: Verdict) -> set[int]:
        return {self.book.invoices[key].account_id for key, _ in verdict.allocations}

    def _concerns(self, payment: PaymentFacts, accounts: set[int]) -> bool:
        """Test if what a payment waits for can have changed: its candidates, or how many invoices ask its amount."""
        candidates = self.found[payment.id].candidates
        if candidates:
            return any(one.account_id in accounts for one in candidates)
        return bool(accounts) and bool(self.book.open_for(payment.amount_cents))
