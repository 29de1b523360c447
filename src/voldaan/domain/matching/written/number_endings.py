"""Ends of numbers and typing errors, searched among a few invoices only: those of an account known otherwise.

`12` says nothing among a million invoices, and a lot among the three of the debtor who pays.
"""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from voldaan.domain.matching import weights
from voldaan.domain.matching.facts import Ids, OpenInvoice
from voldaan.domain.matching.written.gaps import Gap
from voldaan.domain.matching.written.number_index import is_one_slip, shape_of
from voldaan.domain.matching.written.number_words import may_stand_before_an_end
from voldaan.domain.matching.written.remittance import Written
from voldaan.domain.matching.written.whole_numbers import LONG_FROM, RANGE_MOST, MentionKind

GROUPS_OF_AN_END_MOST = 4
END_ALONE_FROM = 3
"""So many digits, where nothing else was written, are meant as a number."""

_TAIL_POINTS = {1: weights.TAIL_OF_ONE, 2: weights.TAIL_OF_TWO, 3: weights.TAIL_OF_THREE}
_UNCALLED_POINTS = {2: weights.TAIL_OF_ONE, 3: weights.TAIL_OF_THREE}


_OF_A_DAY = frozenset("-/.'’")
"""Against digits these make a day or a year of them: `3-9`, `'26`."""

_OF_A_DAY_ONLY = ("-", "/")


class End(NamedTuple):
    """The end of a number, or a number with a slip, as it is written."""

    kind: MentionKind
    text: str
    ids: Ids
    points: int


class _Span(NamedTuple):
    first: int
    end: int
    digits: str
    called: bool


def ends_among(written: Written, invoices: Sequence[OpenInvoice], told: Set[str]) -> Iterator[End]:
    """Yield what points to some of these invoices. Groups of digits in `told` are spent already."""
    if not invoices or not written.digits:
        return
    numbers = {invoice.id: shape_of(invoice.number).digits for invoice in invoices}
    seen: set[Ids] = set()
    before: tuple[_Span, End] | None = None
    for span in _spans(written, told):
        end = _tail(span, written, numbers) or _slip(span, written, numbers)
        if not end or end.ids in seen:
            continue
        if before and before[0].end == span.first and written.gap(span.first).links == "TO":
            yield from _range(before[1], end, numbers, seen)
        seen.add(end.ids)
        before = (span, end)
        yield end


def called_an_end(written: Written, told: Set[str]) -> Iterator[str]:
    """Yield the few digits right after a word for an invoice, or alone, that are nothing else; not those in `told`."""
    if not written.digits:
        return
    spent, called = _spent(written, told), _called(written)
    for place, group in enumerate(written.digits):
        is_alone = not {written.gaps[place][-1:], written.gaps[place + 1][:1]} & _OF_A_DAY
        if (
            (called[place] or (len(group) >= END_ALONE_FROM and written.text.strip() == group))
            and is_alone
            and place not in spent
            and 1 < len(group) < LONG_FROM
            and not _is_year(group)
        ):
            yield group


def loose_ends(written: Written, told: Set[str]) -> Iterator[str]:
    """Yield the digits that nothing calls and that could be the end of a number: of three or more; none in `told`."""
    if not written.digits:
        return
    spent = _spent(written, told)
    for place, group in enumerate(written.digits):
        span = _Span(place, place + 1, group, called=False)
        is_other = _calls_otherwise(written, place) or _counts_something(span, written)
        if place not in spent and len(group) >= END_ALONE_FROM and not (is_other or _is_year(group)):
            yield group


def _spans(written: Written, told: Set[str]) -> Iterator[_Span]:
    """Yield the digits that can be an end: groups bound together first, then each that stands alone or in a list."""
    spent = _spent(written, told)
    called = _called(written)
    place = 0
    while place < len(written.digits):
        end = place + 1
        while end < len(written.digits) and end - place < GROUPS_OF_AN_END_MOST and _holds(written, end):
            end += 1
        groups = range(place, end)
        if end > place + 1 and not spent & set(groups):
            yield _Span(place, end, "".join(written.digits[place:end]), called[place])
        for one in groups:
            in_list = end == place + 1 or called[place]
            if one not in spent and in_list:
                yield _Span(one, one + 1, written.digits[one], called[one])
        place = end


def _holds(written: Written, place: int) -> bool:
    return written.gap(place).binds == "HARD" or written.gaps[place] == "/"


def _spent(written: Written, told: Set[str]) -> set[int]:
    """Return the groups that are told already, or are something else for sure."""
    spent = {place for place, group in enumerate(written.digits) if group in told}
    parts, starts = written.otherwise(), written.starts()
    at = 0
    for place, start in enumerate(starts):
        while at < len(parts) and parts[at].end <= start:
            at += 1
        if at < len(parts) and parts[at].start <= start:
            spent.add(place)
    return spent


def _called(written: Written) -> list[bool]:
    """Return for each group of digits if a word for an invoice stands before it or before its list."""
    called: list[bool] = []
    elsewhere = False
    for place in range(len(written.digits)):
        gap: Gap = written.gap(place)
        goes_on = bool(place and (gap.links or gap.binds == "HARD"))
        if gap.call or not goes_on:
            elsewhere = gap.call not in ("INVOICE", "")
            called.append(gap.call == "INVOICE")
        else:
            called.append(called[-1] and not elsewhere)
    return called


def _tail(span: _Span, written: Written, numbers: dict[int, str]) -> End | None:
    """Return the invoices whose number ends so; those where zeros or nothing stand before it rather than others."""
    length = len(span.digits)
    points = (_TAIL_POINTS if span.called else _UNCALLED_POINTS).get(length, weights.TAIL_OF_FOUR)
    if length == 1 and (not span.called or _is_in_a_day(span, written)):
        return None
    if not span.called and (_calls_otherwise(written, span.first) or _is_year(span.digits)):
        return None
    if not span.called and (_is_day_and_month(span, written) or _counts_something(span, written)):
        points = min(points, weights.TAIL_OF_ONE)
    bare = span.digits.lstrip("0")
    ends = [number for number, digits in numbers.items() if bare and digits.endswith(span.digits)]
    after_zeros = [number for number in ends if _is_whole_rest(numbers[number], span.digits)]
    ids = tuple(after_zeros or ends)
    return End("TAIL", written.between(span.first, span.end), ids, points) if ids else None


def _is_whole_rest(digits: str, tail: str) -> bool:
    """Test if nothing but zeros stands between the year or series of a number and its end."""
    rest = digits[: len(digits) - len(tail)]
    return not rest or rest.endswith("0") or tail.startswith("0") or len(rest) in (2, 4)


def _is_in_a_day(span: _Span, written: Written) -> bool:
    """Test if one digit stands against another group as in a day: `5-9`, `19/9`."""
    beside = (written.gaps[span.first][-1:] if span.first else "", written.gaps[span.end][:1])
    after = span.end < len(written.digits)
    return beside[0] in _OF_A_DAY_ONLY or (after and beside[1] in _OF_A_DAY_ONLY)


def _is_day_and_month(span: _Span, written: Written) -> bool:
    """Test if two groups are written as a day and a month, or a part of a whole: `10-11`, `1/2`."""
    groups = written.digits[span.first : span.end]
    if len(groups) != 2 or written.gaps[span.first + 1] not in _OF_A_DAY_ONLY:
        return False
    return max(map(len, groups)) <= 2 and int(groups[0]) <= 31 and int(groups[1]) <= 12


def _counts_something(span: _Span, written: Written) -> bool:
    """Test if a word before a few digits says that they are the number of a thing: `route 205`."""
    words = written.gap(span.first).words
    return bool(words) and span.digits[0] != "0" and not may_stand_before_an_end(words[-1])


def _calls_otherwise(written: Written, place: int) -> bool:
    return written.gap(place).call not in ("INVOICE", "")


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _slip(span: _Span, written: Written, numbers: dict[int, str]) -> End | None:
    """Return the invoices of which the whole number is written with one slip."""
    if len(span.digits) < LONG_FROM - 1 or _calls_otherwise(written, span.first):
        return None
    groups = written.digits[span.first : span.end]
    if [len(group) for group in groups] == [4, 4] and int(groups[1]) == int(groups[0]) + 1:
        return None
    bare = span.digits.lstrip("0")
    ids = tuple(
        number
        for number, digits in numbers.items()
        if len(digits) >= LONG_FROM and is_one_slip(bare, digits.lstrip("0"))
    )
    return End("TYPO", written.between(span.first, span.end), ids, weights.TYPO) if ids else None


def _range(first: End, last: End, numbers: dict[int, str], seen: set[Ids]) -> Iterator[End]:
    """Yield the invoices between two that a range names by their ends."""
    if len(first.ids) != 1 or len(last.ids) != 1:
        return
    here, there = numbers[first.ids[0]], numbers[last.ids[0]]
    if len(here) != len(there) or not 1 < int(there) - int(here) <= RANGE_MOST:
        return
    for number, digits in numbers.items():
        if len(digits) == len(here) and here < digits < there and (number,) not in seen:
            seen.add((number,))
            yield End("RANGE", f"{first.text}-{last.text}", (number,), min(first.points, weights.RANGE))
