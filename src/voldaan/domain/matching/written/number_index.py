"""The numbers of a client's invoices and debtors by their digits, to look up what a payer wrote.

The key of a number is its digits without the zeros in front; of one without digits, its letters. Several invoices
can share a key: letters and zeros tell them apart where they are written.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from voldaan.domain.identifiers import is_valid_betalingskenmerk, is_valid_ogm, is_valid_rf, squeeze
from voldaan.domain.matching.bearing import Bearing
from voldaan.domain.matching.facts import Ids, OpenInvoice, Payer

SHORT_KEY_MOST = 4
"""Numbers with at most so many digits are found by their letters too, where they have any."""

SHAPES_KEPT = 2**16

_NO_DIGIT = re.compile(r"[^0-9]+")
_SHAPE = re.compile(r"([A-Z]*)([0-9][A-Z0-9]*[0-9]|[0-9])([A-Z]*)")
_DIGITS = re.compile(r"[0-9]+")


class Shape(NamedTuple):
    """A number taken apart: letters in front, digits, letters behind. `squeezed` holds all, with those inside."""

    prefix: str
    digits: str
    suffix: str
    squeezed: str
    groups: tuple[str, ...]
    """The groups in which its digits are written."""


@lru_cache(maxsize=SHAPES_KEPT)
def shape_of(number: str) -> Shape:
    """Return the parts of an invoice number, in capitals and without what separates them."""
    squeezed = squeeze(number)
    parts = _SHAPE.fullmatch(squeezed)
    if not parts:
        return Shape(squeezed, "", "", squeezed, ())
    return Shape(parts[1], _NO_DIGIT.sub("", parts[2]), parts[3], squeezed, tuple(_DIGITS.findall(number)))


def key_of(number: str) -> str:
    """Return the digits of a number without the zeros in front, or its letters where it has no digit."""
    plain = number.replace("-", "")
    if not (plain.isdecimal() and plain.isascii()):
        plain = _NO_DIGIT.sub("", number)
    return plain.lstrip("0") or squeeze(number)


def has_check_digits(reference: str) -> bool:
    """Test if a payment reference proves itself: RF, a betalingskenmerk with a check digit, or OGM."""
    digits = _NO_DIGIT.sub("", reference)
    if len(digits) > 7 and is_valid_betalingskenmerk(reference):
        return True
    return is_valid_rf(reference) or (len(digits) == 12 and is_valid_ogm(digits))


class NumberIndex:
    """Invoices by the digits of their number, payment reference and order; accounts by the debtor's number."""

    __slots__ = (
        "bearing",
        "debtors",
        "has_words",
        "invoices",
        "lengths",
        "lettered",
        "longest",
        "longest_debtor",
    )

    def __init__(self, invoices: Iterable[OpenInvoice], payers: Iterable[Payer] = ()) -> None:
        """Index what can be named. Withdrawn invoices are left out."""
        self.invoices = {invoice.id: invoice for invoice in invoices if not invoice.withdrawn}
        self.bearing: Bearing[str] = Bearing()
        """The invoices of which the number, the payment reference or the order has these digits."""
        self.lettered: dict[str, list[int]] = {}
        self.has_words = False
        for invoice in self.invoices.values():
            self._add(invoice)
        self.bearing.pop("", None)
        self.lengths = sorted(set(map(len, self.bearing)))
        self.longest = max(self.lengths, default=0)
        self.debtors: dict[str, tuple[tuple[int, str], ...]] = {}
        for payer in payers:
            if payer.number:
                key, pair = key_of(payer.number), (payer.account_id, payer.number)
                self.debtors[key] = (*self.debtors.get(key, ()), pair)
        self.longest_debtor = max(map(len, self.debtors), default=0)

    def _add(self, invoice: OpenInvoice) -> None:
        number, reference, order = invoice.number, invoice.payment_reference, invoice.order_number
        key = key_of(number)
        self.bearing.put(key, invoice.id)
        if len(key) <= SHORT_KEY_MOST or not key.isdecimal():
            self._add_lettered(number, invoice.id)
        if reference and reference != number and (other := key_of(reference)) != key:
            self.bearing.put(other, invoice.id)
            if not other.isdecimal():
                self._add_lettered(reference, invoice.id)
        if order and (other := key_of(order)) != key:
            self.bearing.put(other, invoice.id)

    def _add_lettered(self, number: str, invoice_id: int) -> None:
        squeezed = squeeze(number)
        if not squeezed.isdecimal():
            self.lettered.setdefault(squeezed, []).append(invoice_id)
            self.has_words = self.has_words or squeezed.isalpha()

    def numbered(self, key: str, account_ids: Collection[int] | None = None) -> Ids:
        """Return the invoices of which the number itself has these digits, of some accounts only if those are given."""
        return tuple(
            invoice_id
            for invoice_id in self.bearing.all_of(key)
            if (account_ids is None or self.invoices[invoice_id].account_id in account_ids)
            and key_of(self.invoices[invoice_id].number) == key
        )


def slips(digits: str) -> Iterator[str]:
    """Yield what digits become by one slip: another digit, two swapped, one missing, one too many."""
    for place, digit in enumerate(digits):
        before, after = digits[:place], digits[place + 1 :]
        yield before + after
        for other in "0123456789":
            if other != digit:
                yield before + other + after
            yield before + other + digit + after
        if after and after[0] != digit:
            yield before + after[0] + digit + after[1:]
    yield from (digits + other for other in "0123456789")


def is_one_slip(one: str, other: str) -> bool:
    """Test if two rows of digits differ by one slip. The same is no slip."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None
    )
    if start is None:
        return True
    one, other = one[start:], other[start:]
    if len(one) == len(other):
        return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
    return one[1:] == other if len(one) > len(other) else one == other[1:]
