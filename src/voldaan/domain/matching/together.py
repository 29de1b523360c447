"""All payments of a run together: one function of the facts, whatever the order in which they arrived.

First what the payers named, in the order of the days. Then what payer, habits and amount can explain of the rest,
again and again until nothing changes: what one payment settles can leave another with a single way. Payments that
are equal in all that the bank says stand in the order of their twins; nothing depends on when a file was handed in.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.decide import decide, decide_by_payer, decide_named, decide_plainly
from voldaan.domain.matching.facts import Habit, PaymentFacts, Verdict
from voldaan.domain.matching.outgoing import outgoing
from voldaan.domain.matching.payers.habits import Style, lessons
from voldaan.domain.matching.way import STRONG_KINDS, Reading
from voldaan.domain.matching.ways import read_payment, ways_of

_BY_DAY = attrgetter("booking_date", "digest", "twin", "id")


def match_all(payments: Sequence[PaymentFacts], book: OpenBook) -> dict[int, Verdict]:
    """Return the verdict on each payment. The book must not count them yet; afterwards it counts what is linked."""
    run = _Run(book)
    received = [payment for payment in payments if payment.amount_cents > 0]
    run.settle(in_order(received))
    if len(received) < len(payments):
        run.take_back(in_order(payment for payment in payments if payment.amount_cents < 0))
    found = run.found
    return {payment.id: found[payment.id] for payment in payments}


def in_order(payments: Iterable[PaymentFacts]) -> list[PaymentFacts]:
    """Return payments in the order in which they are looked at: by day, received first, then by what the bank says."""
    ordered = sorted(payments, key=_BY_DAY)
    if any(payment.amount_cents < 0 for payment in ordered):
        ordered.sort(key=lambda payment: (payment.booking_date, payment.amount_cents < 0))
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

    def settle(self, payments: Sequence[PaymentFacts]) -> None:
        """Decide received payments: the named ones first, then the rest until nothing changes."""
        left = [payment for payment in payments if not self._by_name(payment)]
        self.waiting += left
        again = left
        while again:
            touched = {account for payment in again for account in self._decided(payment)}
            self.waiting = [one for one in self.waiting if self.found[one.id].verdict != "linked"]
            again = [one for one in self.waiting if self._concerns(one, touched)]

    def take_back(self, payments: Sequence[PaymentFacts]) -> None:
        """Decide what left the bank, and once more what is received where that reopened an invoice."""
        reopened: set[int] = set()
        for payment in payments:
            verdict = outgoing(payment, self.book)
            self._keep(payment, verdict)
            reopened.update(self._accounts(verdict))
        again = [one for one in self.waiting if self._concerns(one, reopened)]
        if again:
            ids = {one.id for one in again}
            self.waiting = [one for one in self.waiting if one.id not in ids]
            self.settle(again)

    def _by_name(self, payment: PaymentFacts) -> bool:
        book = self.book
        plain = decide_plainly(payment, book)
        if plain is not None:
            self.found[payment.id] = plain
            account = book.close(plain.allocations[0][0], payment)
            if taught_plainly := book.plain.taught(payment, account):
                book.learn(taught_plainly)
            return True
        verdict = decide_named(payment, self.book)
        if verdict is None:
            return False
        self._keep(payment, verdict)
        if verdict.teaches:
            self.book.learn(taught(payment, verdict, self.book))
        return True

    def _decided(self, payment: PaymentFacts) -> set[int]:
        """Decide one payment and return the accounts of which less is open now."""
        verdict = decide_by_payer(payment, self.book) or decide(payment, self.book)
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
