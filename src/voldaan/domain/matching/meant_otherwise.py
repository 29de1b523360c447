"""What speaks against a way that no number names: what was written is of another debtor, invoice, day or month."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.payers.told_payer import told_payer
from voldaan.domain.matching.unknown_numbers import GROUPS
from voldaan.domain.matching.way import Reading, Said, Way
from voldaan.domain.matching.weights import (
    ANOTHER_END,
    ANOTHER_END_BUT_EXACT,
    ANOTHER_MONTH,
    ANOTHER_MONTH_BUT_EXACT,
    ANOTHER_NAMED_BUT_EXACT,
    ANOTHERS_DEBTOR_NUMBER,
    DEBTOR_NUMBER_CALLED,
    END_AND_NAME_OF_ANOTHER,
    PAID_FOR_ANOTHER,
    PAID_IN_ADVANCE,
    RELATIVE_ASKS_AS_MUCH,
    UNKNOWN_NUMBER,
)
from voldaan.domain.matching.written.days import days_in
from voldaan.domain.matching.written.months import Month, is_of_month, months_in
from voldaan.domain.matching.written.number_endings import called_an_end, loose_ends
from voldaan.domain.matching.written.number_index import shape_of

DEBTOR_NUMBER_FROM, DEBTOR_NUMBER_ALONE_FROM = 3, 5
"""So many signs of a debtor's number tell who is meant: after a word for it, and without."""
COMING = timedelta(days=30)
"""How far ahead people pay a month that their invoice is not of: `huur december`, in November."""
_IN_ADVANCE = re.compile(
    r"\b(?:AANBETALING|VOORSCHOT|OFFERTE|VOORUITBETALING|RESERVERING|BORG|DEPOSIT|DONATIE|GIFT)\b"
)


def word_for_advance(text: str) -> str:
    """Return the word in a text in capitals that says that this is no payment of an invoice yet; else nothing."""
    found = _IN_ADVANCE.search(text)
    return found[0].lower() if found else ""


class MeantOtherwise:
    """One payment, and what it says that a way must agree with where no number names what it pays."""

    def __init__(self, reading: Reading, unknown: str, book: OpenBook) -> None:
        """Look at a payment; `unknown` is a number in it that the book does not have."""
        self.reading, self.unknown, self.book = reading, unknown, book
        self.on, self.cents = reading.payment.booking_date, reading.payment.amount_cents

    def against(self, way: Way) -> Iterator[Said]:
        """Yield what speaks against a way."""
        yield from self._another_end(way)
        if self.unknown:
            yield f"het nummer {self.unknown} kennen we niet", UNKNOWN_NUMBER
        if word := word_for_advance(self.reading.written.text):
            yield f"er staat {word} bij", PAID_IN_ADVANCE
        yield from self.another_debtor(way)
        if self.months or self.days:
            yield from self._another_time(way)
        yield from self._a_relative_asks_it(way)

    @cached_property
    def months(self) -> frozenset[Month]:
        """Return the months that were written."""
        return months_in(self.reading.written.text, names=self.reading.names)

    @cached_property
    def days(self) -> frozenset[date]:
        """Return the days that were written."""
        written = self.reading.written
        return days_in(written.text, near=self.on) if written.digits else frozenset()

    @cached_property
    def _told(self) -> set[str]:
        """Return the groups of digits that name something already."""
        excepted = "".join(_digits_of(self.book, key) for key in self.reading.excepted)
        told = {group for mention in self.reading.mentions for group in GROUPS.findall(mention.text)}
        return told | {group for group in self.reading.written.digits if group in excepted}

    @cached_property
    def _asking(self) -> set[int]:
        return set(self.book.asking(self.cents))

    def _another_end(self, way: Way) -> Iterator[Said]:
        paid = {key for key, _ in way.allocations}
        for end in called_an_end(self.reading.written, self._told):
            if not any(_digits_of(self.book, key).endswith(end) for key in paid):
                exact = way.exact and not self._another_is_meant(way, end)
                points = ANOTHER_END_BUT_EXACT if exact else ANOTHER_END
                yield f"er staat {end} bij, en zo eindigt deze factuur niet", points
                return
        for end in loose_ends(self.reading.written, self._told):
            if not any(_digits_of(self.book, key).endswith(end) for key in paid) and any(
                _digits_of(self.book, key).endswith(end) for key in (self._asking | self._open_of(way)) - paid
            ):
                yield f"er staat {end} bij, en zo eindigt een andere factuur", ANOTHER_END
                return

    def _open_of(self, way: Way) -> set[int]:
        return {one.id for account in way.accounts for one in self.book.open_of(account, on=self.on)}

    def _another_is_meant(self, way: Way, end: str) -> bool:
        """Test if an end and an amount can be of an invoice that a way does not pay.

        That is one of the debtor that ends so or asked this amount, or one of another that does both.
        """
        paid = {key for key, _ in way.allocations}
        own = {key for account in way.accounts for key in self.book.of_account(account)}
        return (
            not self._asking
            or bool((self._asking & own) - paid)
            or any(_digits_of(self.book, key).endswith(end) for key in (self._asking | own) - paid)
        )

    @cached_property
    def _text(self) -> str:
        """Return what was written, without the name that a payment request gives of its payer."""
        text = self.reading.written.text
        told = told_payer(text)
        return text.replace(told, " ") if told else text

    def another_debtor(self, way: Way) -> Iterator[Said]:
        """Yield that a text names another debtor, by number or by name, and not the one of a way."""
        called = [one for one in self.book.debtors_named(self.reading.written) if _names_a_debtor(one)]
        if called and not any(account in way.accounts for account, _, _ in called):
            yield f"debiteurnummer {called[0][2]} is van een ander", ANOTHERS_DEBTOR_NUMBER
        asking = {self.book.invoices[key].account_id for key in self._asking}
        others = self.book.payers.others_named(self._text, way.accounts, asking=asking)
        if others:
            name = min(self.book.names_of(account)[0] for account in others)
            points = PAID_FOR_ANOTHER if asking.intersection(others) else ANOTHER_NAMED_BUT_EXACT
            points = END_AND_NAME_OF_ANOTHER if way.texts else points if way.exact else PAID_FOR_ANOTHER
            yield f"er staat de naam van een andere debiteur: {name}", points
        elif not all(map(self.reading.paying.is_for, way.accounts)):
            yield "er staat dat het namens een ander is", PAID_FOR_ANOTHER

    def _a_relative_asks_it(self, way: Way) -> Iterator[Said]:
        """Yield that somebody who pays for another could have paid for a relative of that one as well."""
        if not way.exact or len(way.accounts) != 1:
            return
        own = way.accounts[0]
        for account in self.reading.paying.relatives(own, self.book.names_of(own)):
            if any(room == self.cents for _, room in self.book.rooms_of(account, on=self.on)):
                name = self.book.names_of(account)[0]
                yield f"een ander met deze naam heeft hetzelfde bedrag open: {name}", RELATIVE_ASKS_AS_MUCH
                return

    def _another_time(self, way: Way) -> Iterator[Said]:
        """Yield that the day or the month that was written is that of another invoice of the debtor, open or paid."""
        paid = {key for key, _ in way.allocations}
        if any(self._is_of_time(key, due=True) for key in paid):
            return
        coming = self.on + COMING
        if coming.month != self.on.month and is_of_month(coming, self.months, near=self.on):
            yield "de maand die erbij staat moet nog komen", ANOTHER_MONTH
            return
        others = [
            key
            for account in way.accounts
            for key in self.book.of_account(account)
            if key not in paid and self._is_of_time(key, due=False)
        ]
        if others:
            points = ANOTHER_MONTH if self._asking.intersection(others) else ANOTHER_MONTH_BUT_EXACT
            yield "de maand of dag die erbij staat is van een andere factuur", points

    def _is_of_time(self, key: int, *, due: bool) -> bool:
        one = self.book.invoices[key]
        days = (one.issue_date, one.due_date) if due else (one.issue_date,)
        return any(day in self.days or is_of_month(day, self.months, near=self.on) for day in days)


def _digits_of(book: OpenBook, key: int) -> str:
    return shape_of(book.invoices[key].number).digits


def _names_a_debtor(called: tuple[int, int, str]) -> bool:
    """Test if digits that are a debtor's number can hardly be anything else: no year, no count."""
    _, points, text = called
    is_year = len(text) == 4 and text[:2] in ("19", "20")
    return not is_year and len(text) >= (
        DEBTOR_NUMBER_FROM if points == DEBTOR_NUMBER_CALLED else DEBTOR_NUMBER_ALONE_FROM
    )
