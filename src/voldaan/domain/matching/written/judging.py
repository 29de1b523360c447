"""Whether digits that are in the book really name an invoice, by what is written around them.

A number can be a part of a longer one, a day, an amount or a bank account; the words before it can call it a
debtor's number; its letters can be another invoice's. What contradicts takes the mention away or lowers its points.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from voldaan.domain.identifiers import squeeze
from voldaan.domain.matching import weights
from voldaan.domain.matching.facts import Ids, OpenInvoice
from voldaan.domain.matching.written.gaps import Gap
from voldaan.domain.matching.written.number_index import NumberIndex, has_check_digits, key_of, shape_of
from voldaan.domain.matching.written.number_words import Call, call_of, is_invoice_word
from voldaan.domain.matching.written.read_otherwise import Reading, digits_as_day
from voldaan.domain.matching.written.remittance import Written
from voldaan.domain.matching.written.whole_numbers import LONG_FROM, Hit, MentionKind

SHARED_MOST = 200
"""Digits that more invoices bear are told apart by their letters only."""

STEPS_BACK_MOST = 50
"""How far back in a list the word for an invoice is looked for."""

PLAIN_FROM = 7
"""From so many digits a number that was called one is not looked at for being a day or an amount."""

_NEVER_A_NUMBER = frozenset(("IBAN", "AMOUNT"))


_BARE = re.compile(r"[0-9\s./,;+&#:()_-]{1,60}")


class Judged(NamedTuple):
    """A hit that counts."""

    hit: Hit
    kind: MentionKind
    points: int
    ids: Ids


class Fit(NamedTuple):
    """How well what is written agrees with one invoice that bears its digits."""

    role: int
    """2: a number or reference, after a word for an order an order number; 1: the other of both."""
    agreement: int
    """1: the letters too; 0: no letters; -1: other letters."""
    same_zeros: bool
    same_groups: bool


class Role(NamedTuple):
    """Which number of an invoice has the digits that are written."""

    kind: MentionKind
    number: str


def plainly_named(
    written: Written, hit: Hit, index: NumberIndex, *, beside: tuple[bool, bool]
) -> Judged | None:
    """Return what most hits are: a long number with the letters of the invoice, and nothing beside it that contradicts.

    It answers what `Judge` would, in a tenth of the time, and nothing where it would have to look further. `beside`
    tells whether the digits before and after it are hits too.
    """
    first, end, key = hit[:3]
    if len(key) < PLAIN_FROM or hit.how != "WHOLE" or len(ids := index.bearing.all_of(key)) != 1:
        return None
    if end > first + 2 or (end == first + 2 and written.gap(first + 1).words):
        return None
    number = index.invoices[ids[0]].number.replace("-", "").replace("/", "").replace(".", "")
    letters = number.removesuffix("".join(written.digits[first:end]))
    if letters == number or (letters and not written.gaps[first].endswith(letters)):
        return None
    before, after = written.gap(first), written.gap(end)
    if before.glued_before not in ("", letters) or after.glued_after:
        return None
    if (first and before.binds and not beside[0]) or before.call not in ("INVOICE", ""):
        return None
    if end < len(written.digits) and (after.binds or after.links) and not beside[1]:
        return None
    if before.call == "" and any(beside) and end > first + 1 and written.gaps[first + 1].isspace():
        return None
    if before.call == "" and ("€" in written.text or not _is_no_day(written, hit)):
        return None
    return Judged(hit, "NUMBER", weights.NUMBER, ids)


def _is_no_day(written: Written, hit: Hit) -> bool:
    """Test if digits that nothing calls a number cannot be a day or a telephone number by themselves."""
    if hit.end == hit.first + 2:
        return len(hit.key) > PLAIN_FROM and len(written.digits[hit.first]) == 4
    group = written.digits[hit.first]
    return (
        hit.end == hit.first + 1 and group[0] != "0" and not digits_as_day(group, near=written.booking_date)
    )


class Judge:
    """Weighs the hits of one text. What costs time is read when it is first needed."""

    def __init__(self, written: Written, hits: Sequence[Hit], index: NumberIndex) -> None:
        self.written = written
        self.index = index
        self._start_of = {place: hit.first for hit in hits for place in range(hit.first, hit.end)}
        self._calls: dict[int, Call] = {}
        self._otherwise: dict[int, tuple[Reading, int, int]] | None = None

    def judge(self, hit: Hit) -> Judged | None:
        """Return what a hit counts for, or nothing."""
        call = self.call_before(hit.first)
        if hit.how in ("CARRIED", "RANGE"):
            reading = self.reading(hit.first, hit.end)
            points = weights.CARRIED if hit.how == "CARRIED" else weights.RANGE
            return None if reading else Judged(hit, hit.how, points, hit.ids)
        if hit.how == "IN_REFERENCE":
            return Judged(hit, "REFERENCE", weights.PLAIN_REFERENCE, self.index.numbered(hit.key))
        ids, fit, role = self.best_fits(hit, call)
        return self._weigh(hit, call, ids, fit, role) if role else None

    def _weigh(self, hit: Hit, call: Call, ids: Ids, fit: Fit, role: Role) -> Judged | None:
        kind = role.kind
        if kind == "REFERENCE":
            reading = self.reading(hit.first, hit.end)
            return (
                Judged(hit, kind, weights.REFERENCE, ids) if reading in (None, "REFERENCE", "DAY") else None
            )
        signs = _signs(role.number, hit.key, fit) if kind != "ORDER" else len(hit.key)
        called = call == "INVOICE" or (kind == "ORDER" and call == "ORDER") or fit.agreement > 0
        in_doubt = self._in_doubt(hit, call, kind, fit, called=called)
        reading = None if in_doubt is None else self._reading_against(hit, role, called=called)
        if in_doubt is None or reading in _NEVER_A_NUMBER or (reading and not _can_be_day(reading, signs)):
            return None
        if call == "PART" and len(hit.key) < PLAIN_FROM:
            return None
        if signs < LONG_FROM:
            joined = hit.end > hit.first + 1 and not fit.same_groups
            return self._short(hit, kind, ids, in_doubt=in_doubt, called=called, is_joined=joined)
        if reading:
            return Judged(hit, "NUMBER_LIKE_A_DAY", weights.NUMBER_LIKE_A_DAY, ids)
        if in_doubt:
            return Judged(hit, kind, weights.NUMBER_IN_DOUBT, ids)
        return Judged(hit, kind, _full_points(kind, hit), ids)

    def _short(
        self, hit: Hit, kind: MentionKind, ids: Ids, *, in_doubt: bool, called: bool, is_joined: bool
    ) -> Judged | None:
        year_like = hit.end == hit.first + 1 and len(hit.key) == 4 and hit.key[:2] in ("19", "20")
        if in_doubt or (not called and (year_like or kind == "ORDER" or is_joined)):
            return None
        points = weights.SHORT_NUMBER_CALLED if called else weights.SHORT_NUMBER
        return Judged(hit, "ORDER" if kind == "ORDER" else "SHORT_NUMBER", points, ids)

    def _in_doubt(self, hit: Hit, call: Call, kind: MentionKind, fit: Fit, *, called: bool) -> bool | None:
        """Return whether something speaks against a number; None where it is none."""
        if call == "OTHER" or (call == "DEBTOR" and hit.key in self.index.debtors):
            return None
        bound = self.bound(hit)
        if bound == "HARD" and not called:
            return None
        spread = called is False and self._is_spread(hit, fit)
        elsewhere = call in ("DEBTOR", "CREDIT_NOTE") or (call == "ORDER" and kind != "ORDER")
        return bool(bound == "HARD" or (bound and not called) or spread) or elsewhere or fit.agreement < 0

    def _is_spread(self, hit: Hit, fit: Fit) -> bool:
        """Test if a number of few digits is made by joining groups that it does not have."""
        return hit.end > hit.first + 1 and not fit.same_groups and len(hit.key) < PLAIN_FROM

    def call_before(self, place: int) -> Call:
        """Return what the words before a number call it; for an invoice also across the list before it."""
        if place not in self._calls:
            call = self._call_of_list(place) or self.written.gap(place).call
            if call == "OTHER" and self._follows_amount(place):
                call = ""
            self._calls[place] = call or self._call_of_bare()
        return self._calls[place]

    def _follows_amount(self, place: int) -> bool:
        """Test if the word before a number is the currency of an amount before it: `39,95 euro nr. 20407456`."""
        words, written = self.written.gap(place).words, self.written
        if place < 2 or words[0] not in ("EUR", "EURO") or call_of(words[1:]) == "OTHER":
            return False
        return written.gaps[place - 1] in (",", ".") and len(written.digits[place - 1]) == 2

    def _call_of_list(self, place: int) -> Call:
        """Return INVOICE where that is what the numbers are called that a number goes on from."""
        written = self.written
        for _ in range(STEPS_BACK_MOST):
            gap = written.gap(place)
            if gap.call or not place or not (gap.links or written.gaps[place] in ("-", "/", " - ")):
                return gap.call if gap.call == "INVOICE" else ""
            place = self._start_of.get(place - 1, place - 1)
            if place in self._calls:
                return "INVOICE" if self._calls[place] == "INVOICE" else ""
        return ""

    def _call_of_bare(self) -> Call:
        """Return that a text of nothing but numbers names invoices: why else would it be written."""
        written = self.written
        if len(self._start_of) < len(written.digits) or not _BARE.fullmatch(written.text):
            return ""
        return "" if self.otherwise() else "INVOICE"

    def best_fits(self, hit: Hit, call: Call) -> tuple[Ids, Fit, Role | None]:
        """Return the invoices that agree best with what is written, how, and which of their numbers it is."""
        ids: Sequence[int] = self.index.bearing.all_of(hit.key)
        if len(ids) > SHARED_MOST:
            ids = self._by_letters(hit)
        best, best_role = Fit(-1, 0, False, False), None
        chosen: list[int] = []
        for invoice_id in ids:
            role = _role(self.index.invoices[invoice_id], hit.key)
            fit = self._fit(hit, role, call)
            if fit and fit > best:
                best, best_role, chosen = fit, role, [invoice_id]
            elif fit == best:
                chosen.append(invoice_id)
        return tuple(chosen), best, best_role

    def _by_letters(self, hit: Hit) -> Sequence[int]:
        """Return the invoices whose letters, too, are written right before the digits."""
        words = self.written.gap(hit.first).words
        digits = "".join(self.written.digits[hit.first : hit.end])
        for start in range(len(words)):
            if ids := self.index.lettered.get("".join(words[start:]) + digits):
                return ids
        return ()

    def _fit(self, hit: Hit, role: Role, call: Call) -> Fit | None:
        shape = shape_of(role.number)
        written = self.written
        groups = tuple(written.digits[hit.first : hit.end])
        lettered = any(written.gap(place).words for place in range(hit.first + 1, hit.end))
        if lettered and squeeze(written.between(hit.first, hit.end)) not in shape.squeezed:
            return None
        agreement = _letters_agree(shape.prefix, shape.suffix, written.gap(hit.first), written.gap(hit.end))
        expected = (role.kind == "ORDER") == (call == "ORDER")
        return Fit(1 + expected, agreement, "".join(groups) == shape.digits, groups == shape.groups)

    def bound(self, hit: Hit) -> str:
        """Return how tightly a hit is bound to digits beside it that nothing explains: HARD, SOFT or not."""
        written, found = self.written, set()
        inner_space = any(written.gaps[place].isspace() for place in range(hit.first + 1, hit.end))
        for gap_place, neighbour in ((hit.first, hit.first - 1), (hit.end, hit.end)):
            if not 0 <= neighbour < len(written.digits):
                continue
            binds = written.gap(gap_place).binds
            if binds == "SOFT" and written.gaps[gap_place] != "/" and not inner_space:
                continue
            if binds and not self._is_explained(neighbour, hit):
                found.add(binds)
        return "HARD" if "HARD" in found else "SOFT" if found else ""

    def _is_explained(self, place: int, hit: Hit) -> bool:
        """Test if digits beside a hit are something by themselves: another number, a debtor's, this year, a day."""
        digits = self.written.digits[place]
        if place in self._start_of or digits.lstrip("0") in self.index.debtors:
            return True
        if digits == str(self.written.booking_date.year) and len(hit.key) >= LONG_FROM:
            return True
        _, first, end = self.otherwise().get(place, ("", 0, len(self.written.digits)))
        return end <= hit.first or first >= hit.end

    def _reading_against(self, hit: Hit, role: Role, *, called: bool) -> Reading | None:
        """Return what a hit can be otherwise, where the words before it do not settle it."""
        written = self.written
        groups = tuple(written.digits[hit.first : hit.end])
        if len(groups) == 3 and groups != shape_of(role.number).groups:
            reading = self.reading(hit.first, hit.end)
            if reading in ("DAY", "PERIOD"):
                return reading
        if called and len(hit.key) > PLAIN_FROM - 1:
            return None
        alone = hit.end - hit.first == len(written.digits) and "€" not in written.text
        if alone and len(hit.key) > PLAIN_FROM - 1:
            group = written.digits[hit.first]
            single = hit.end == hit.first + 1
            if single and len(group) != 10:
                return digits_as_day(group, near=written.booking_date)
            if not single and len(written.digits) == 2 and len(group) == 4 and group[:2] == "20":
                return None
        reading = self.reading(hit.first, hit.end)
        return None if called and reading not in _NEVER_A_NUMBER and reading != "REFERENCE" else reading

    def reading(self, first: int, end: int) -> Reading | None:
        """Return what groups of digits can be that is no number; what is a part of them only says nothing.

        A long number that shares a group with a day is the likelier of both: `maart 2026-0012`.
        """
        by_place = self.otherwise()
        for place in range(first, end):
            reading, part_first, part_end = by_place.get(place, (None, first, end))
            if reading is None or (
                first <= part_first and part_end <= end and (first, end) != (part_first, part_end)
            ):
                continue
            if reading not in ("DAY", "PERIOD") or (first, end) == (part_first, part_end):
                return reading
            if part_first <= first and end <= part_end:
                return "PART"
            if sum(map(len, self.written.digits[first:end])) < PLAIN_FROM:
                return "PART"
        return None

    def otherwise(self) -> dict[int, tuple[Reading, int, int]]:
        """Return what groups of digits can be otherwise, with the groups over which that reaches."""
        if self._otherwise is None:
            starts = self.written.starts()
            self._otherwise = {}
            for part in self.written.otherwise():
                first = max(bisect_right(starts, part.start) - 1, 0)
                if starts[first] + len(self.written.digits[first]) <= part.start:
                    first += 1
                end = bisect_left(starts, part.end)
                self._otherwise |= dict.fromkeys(range(first, end), (part.reading, first, end))
        return self._otherwise


def _role(invoice: OpenInvoice, key: str) -> Role:
    if key_of(invoice.number) == key:
        return Role("NUMBER", invoice.number)
    reference = invoice.payment_reference
    if key_of(reference) == key:
        return Role("REFERENCE" if has_check_digits(reference) else "PLAIN_REFERENCE", reference)
    return Role("ORDER", invoice.order_number)


def _letters_agree(prefix: str, suffix: str, before: Gap, after: Gap) -> int:
    """Return 1 where the letters of a number are written too, -1 where others are written against it, else 0."""
    confirmed = bool(prefix) and _stands_before(prefix, before.words)
    if before.glued_before and not confirmed and not prefix.endswith(before.glued_before):
        return -1
    if suffix and after.words and after.words[0] == suffix:
        return 1
    if after.glued_after and len(after.glued_after) == 1 and after.glued_after != suffix:
        return -1
    return int(confirmed)


def _stands_before(prefix: str, words: Sequence[str]) -> bool:
    joined = ""
    for word in reversed(words[-4:]):
        if prefix == word + joined:
            return True
        if word.endswith(prefix) and is_invoice_word(word.removesuffix(prefix)) and not joined:
            return True
        joined = word + joined
    return False


def _signs(number: str, key: str, fit: Fit) -> int:
    """Return how many signs of a number are written: zeros in front count where it has them, letters where they say
    more than that it is an invoice.
    """
    shape = shape_of(number)
    signs = len(shape.digits) if fit.same_zeros else len(key)
    if fit.agreement > 0 and not is_invoice_word(shape.prefix):
        signs += len(shape.prefix) + len(shape.suffix)
    return signs


def _can_be_day(reading: Reading, signs: int) -> bool:
    return reading in ("DAY", "PERIOD") and signs >= LONG_FROM


def _full_points(kind: MentionKind, hit: Hit) -> int:
    if hit.how == "REWRITTEN":
        return weights.NUMBER_REWRITTEN
    return {"PLAIN_REFERENCE": weights.PLAIN_REFERENCE, "ORDER": weights.ORDER}.get(kind, weights.NUMBER)
