"""Where whole invoice numbers, references and order numbers stand in a text, by what the index knows.

First every group of digits, alone or joined with the next, is looked up; then each hit is judged by what stands
around it (`judging`). A hit that is a part of something longer, or something else, is none.
"""

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from voldaan.domain.identifiers import is_valid_betalingskenmerk
from voldaan.domain.matching.facts import Ids
from voldaan.domain.matching.written.number_index import NumberIndex
from voldaan.domain.matching.written.remittance import Written

GROUPS_JOINED_MOST = 8
"""A creditor reference of 25 signs is written in seven groups of four."""

LONG_FROM = 5
"""From so many signs a number names an invoice by itself."""

RANGE_MOST = 100
"""A range of more numbers is no list of invoices."""

MentionKind = Literal[
    "REFERENCE", "PLAIN_REFERENCE", "NUMBER", "NUMBER_LIKE_A_DAY", "SHORT_NUMBER", "CARRIED", "RANGE", "TAIL", "TYPO",
    "ORDER",
]  # fmt: skip

_OF_A_DAY = tuple(
    (word,) for word in ("VAN", "DD", "D", "DATUM", "OP", "PER", "SEIZOEN", "SCHOOLJAAR", "JAAR")
)
"""After these words two groups are a day, a month or a season."""

How = Literal["WHOLE", "REWRITTEN", "CARRIED", "RANGE", "IN_REFERENCE"]


class Hit(NamedTuple):
    """Groups of digits, from `first` up to `end`, that make a key of the index."""

    first: int
    end: int
    key: str
    how: How = "WHOLE"
    ids: Ids = ()
    """The invoices, where the key alone does not tell them."""


_PLAIN_JOINS = frozenset((" ", "-", ".", "/", "_", " - ", "\n", "\r\n", ". ", "- "))


def hits_in(written: Written, index: NumberIndex) -> list[Hit]:
    """Return what the digits of a text name, the longest first at each place, with what is carried on from it."""
    hits: list[Hit] = []
    place, count = 0, len(written.digits)
    while place < count:
        hit = longest_at(written, place, index.bearing, index.longest)
        if hit is None or len(hit.key) < LONG_FROM:
            hit = _other_at(written, place, index) or hit
        if not hit:
            place += 1
            continue
        hits.append(hit)
        place = hit.end
        if place < count and len(hit.key) >= LONG_FROM and hit.how != "IN_REFERENCE":
            carried = list(_carried_on(written, hit, index))
            hits += carried
            place = carried[-1].end if carried else place
    return hits


def longest_at(written: Written, place: int, keys: Collection[str], longest: int) -> Hit | None:
    """Return the longest key that groups of digits make from a place on."""
    digits, gaps = written.digits, written.gaps
    joined = digits[place].lstrip("0")
    best = Hit(place, place + 1, joined) if joined in keys else None
    last = min(len(digits), place + GROUPS_JOINED_MOST)
    end = place + 1
    while end < last and len(joined) < longest:
        gap = gaps[end]
        if gap not in _PLAIN_JOINS and not written.gap(end).joins:
            break
        joined = joined + digits[end] if joined else digits[end].lstrip("0")
        end += 1
        if joined in keys:
            best = Hit(place, end, joined)
    return best


def _other_at(written: Written, place: int, index: NumberIndex) -> Hit | None:
    group = written.digits[place]
    if len(group) <= LONG_FROM and place + 1 < len(written.digits):
        return _rewritten(written, place, index)
    if len(group) >= 9 and (key := key_inside_reference(group)) in index.bearing:
        return Hit(place, place + 1, key, "IN_REFERENCE")
    return None


def _rewritten(written: Written, place: int, index: NumberIndex) -> Hit | None:
    """Return the number of which a year and a rest were written otherwise: `26-12` or `12/2026` for 2026-0012.

    The first part can be a series too: `2627-626` for 2627-0626.
    """
    first, second = written.digits[place], written.digits[place + 1]
    gap = written.gap(place + 1)
    called = written.gap(place).call == "INVOICE"
    if _is_season(first, second, called=called) or written.gap(place).words[-1:] in _OF_A_DAY:
        return None
    tight = gap.binds == "HARD" or written.gaps[place + 1] == "/"
    fronts: tuple[str, ...]
    if _is_year_near(first, written):
        rest, fronts = second, (f"20{first[-2:]}", first[-2:])
    elif len(second) == 4 and _is_year_near(second, written):
        rest, fronts, tight = first, (f"20{second[-2:]}", second[-2:]), False
    else:
        rest, fronts, called = second, (first,), False
    if not tight and not (called and gap.joins):
        return None
    bare = rest.lstrip("0")
    found = {
        key
        for front in fronts
        for length in index.lengths
        if length >= max(LONG_FROM, len(front) + len(bare))
        and (key := front + bare.zfill(length - len(front))) in index.bearing
    }
    return Hit(place, place + 2, found.pop(), "REWRITTEN") if len(found) == 1 else None


def _is_season(first: str, second: str, *, called: bool) -> bool:
    """Test if two groups are a year and the next, or a month and a year: `seizoen 26/27`, `2026/2027`, `10/2026`."""
    if len(first) == len(second) == 4:
        return int(second) == int(first) + 1
    if not called and len(second) == 4:
        return len(first) <= 2 and 1 <= int(first) <= 12
    return not called and len(second) == 2 and int(second) == (int(first[-2:]) + 1) % 100


def _is_year_near(digits: str, written: Written) -> bool:
    """Test if digits are a year in which an invoice can be that is paid now, in two digits or four."""
    if len(digits) not in (2, 4) or (len(digits) == 4 and digits[:2] != "20"):
        return False
    return -2 <= int(digits[-2:]) - written.booking_date.year % 100 <= 1


def key_inside_reference(digits: str) -> str:
    """Return the number that a betalingskenmerk carries behind its check digits; empty where it is none."""
    if len(digits) < 9 or not is_valid_betalingskenmerk(digits):
        return ""
    inside = digits[1 if len(digits) == 16 else 2 :].lstrip("0")
    return inside if len(inside) >= LONG_FROM else ""


def _carried_on(written: Written, whole: Hit, index: NumberIndex) -> Iterator[Hit]:
    """Yield the ends of numbers that follow a whole one: `2026-0012/13 en 15`, `0012 t/m 0015`."""
    accounts: set[int] | None = None
    place, key = whole.end, whole.key
    while place < len(written.digits):
        ending = written.digits[place]
        if len(ending) >= len(key) or not _goes_on(written, place, written.gap(place).links):
            return
        own = longest_at(written, place, index.bearing, index.longest)
        if own and len(own.key) >= LONG_FROM:
            return
        if accounts is None:
            accounts = {index.invoices[invoice_id].account_id for invoice_id in index.numbered(whole.key)}
        carried = key[: -len(ending)] + ending
        ids = index.numbered(carried, accounts) if carried != key else ()
        if not ids or (not written.gap(place).links and carried < key):
            return
        yield Hit(place, place + 1, carried, "CARRIED", ids)
        key = carried
        place += 1


def _goes_on(written: Written, place: int, links: str) -> bool:
    """Test if a group of digits can be the end of the next number of a list."""
    if links:
        return True
    ending, signs = written.digits[place], written.gaps[place]
    if signs in ("-", " - "):
        return len(ending) >= 2
    return signs.isspace() and len(ending) >= 3 and not _is_year(ending)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def between(first: Hit, last: Hit, index: NumberIndex) -> Iterator[Hit]:
    """Yield the invoices of the same account whose numbers lie between two that a range names."""
    here, there = int(first.key), int(last.key)
    if not 1 < there - here <= RANGE_MOST or len(first.key) != len(last.key):
        return
    accounts = {index.invoices[invoice_id].account_id for invoice_id in first.ids}
    accounts &= {index.invoices[invoice_id].account_id for invoice_id in last.ids}
    for number in range(here + 1, there):
        if accounts and (ids := index.numbered(str(number), accounts)):
            yield Hit(first.first, last.end, str(number), "RANGE", ids)
