"""What the payer wrote, searched for whole invoice numbers and payment references.

A number is found when it stands by itself, however it is separated: `2026-0012`, `2026 0012` and `20260012`
are one. It is not found inside another: `2026-0012-5` and `12026-0012` do not name `2026-0012`.

>>> found_in("betreft factuur 2026-0012, dank", {"20260012"}, longest=8)
['20260012']
>>> found_in("betreft 2026-0012-5", {"20260012"}, longest=8)
[]
"""

import re
import unicodedata
from collections.abc import Collection

RUNS_JOINED_MAX = 8
"""A creditor reference of 25 signs is written in seven groups of four."""

REFERENCE_DIGITS_MIN = 7
"""A shorter run of digits is not looked up without its leading zeros."""

LETTERS_AND_DIGITS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
CALLED_FIRSTS = frozenset("FIN")
"""With what the words for an invoice begin that are written against its number."""

_RUN = re.compile(r"([A-Z0-9]+)")
_DIGIT = re.compile(r"[0-9]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_CALLED_INVOICE = re.compile(
    r"(?:FACTUURNUMMER|FACTUURNR|FACTUUR|FACTNR|FACT|FAC|FNR|FN|F|INVOICE|INV|NUMMER|NR|NO)([0-9].*)"
)
_TIGHT = ("-", ".", "_")


Run = tuple[str, str]
"""A run of letters and digits, and what stands between it and the run before."""


def found_in(
    text: str, keys: Collection[str], *, longest: int, firsts: Collection[str] = LETTERS_AND_DIGITS
) -> list[str]:
    """Return the keys that stand in a text as a whole, in the order of the text, each once.

    Keys hold capitals and digits only, at most `longest` and beginning with one of `firsts`; a key of digits
    may stand with other leading zeros when it is long.
    """
    runs = _runs(text)
    found: dict[str, None] = {}
    place = 0
    while place < len(runs):
        end, key = _longest_at(runs, place, keys, longest, firsts)
        if key:
            found[key] = None
        place = end
    return list(found)


def reference_key(reference: str) -> str:
    """Return a payment reference as it is compared: capitals and digits, of a number no leading zeros."""
    plain = "".join(run for run, _ in _runs(reference))
    return plain.lstrip("0") if plain.isdigit() else plain


def is_weak(key: str) -> bool:
    """Test if a number is too short, or too much like a year, to name an invoice by itself."""
    return len(_DIGIT.findall(key)) < 4 or _YEAR.fullmatch(key) is not None


def _runs(text: str) -> list[Run]:
    capitals = text.upper()
    if not capitals.isascii():
        decomposed = unicodedata.normalize("NFKD", capitals)
        capitals = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    gaps_and_runs = _RUN.split(capitals)
    return list(zip(gaps_and_runs[1::2], gaps_and_runs[0::2], strict=False))


def _longest_at(
    runs: list[Run], place: int, keys: Collection[str], longest: int, firsts: Collection[str]
) -> tuple[int, str | None]:
    """Return where to go on and the longest key that begins at a run, in one of the ways to write its beginning."""
    text = runs[place][0]
    best: tuple[int, str | None] = (place + 1, None)
    if text[0] in firsts:
        best = _joined(runs, place, text, keys, longest)
    if text[0] in CALLED_FIRSTS and best[1] is None and (called := _CALLED_INVOICE.fullmatch(text)):
        best = _joined(runs, place, called[1], keys, longest)
    if text[0] == "0" and best[1] is None:
        best = _without_zeros(runs, place, keys, longest)
    return best


def _joined(
    runs: list[Run], place: int, joined: str, keys: Collection[str], longest: int
) -> tuple[int, str | None]:
    """Return the end and the longest key that is made of whole runs from `place` on, the first as given."""
    best: tuple[int, str | None] = (place + 1, None)
    last = min(len(runs), place + RUNS_JOINED_MAX)
    end = place + 1
    while len(joined) <= longest:
        if joined in keys and _is_whole(runs, place, end):
            best = (end, joined)
        if end == last:
            break
        joined += runs[end][0]
        end += 1
    return best


def _without_zeros(
    runs: list[Run], place: int, keys: Collection[str], longest: int
) -> tuple[int, str | None]:
    """Return the end and the long key of digits that begins at a run after zeros that the key does not have."""
    best: tuple[int, str | None] = (place + 1, None)
    joined = ""
    for end in range(place + 1, min(len(runs), place + RUNS_JOINED_MAX) + 1):
        joined = (joined + runs[end - 1][0]).lstrip("0")
        if len(joined) > longest or (joined and not joined.isdigit()):
            break
        if len(joined) >= REFERENCE_DIGITS_MIN and joined in keys and _is_whole(runs, place, end):
            best = (end, joined)
    return best


def _is_whole(runs: list[Run], first: int, end: int) -> bool:
    """Test if what stands from `first` to `end` is not a part of a longer number."""
    inner = "".join(gap for _, gap in runs[first + 1 : end])
    before = runs[first - 1][0] if first else ""
    after, gap_after = runs[end] if end < len(runs) else ("", "")
    left = before and _binds(runs[first][1], before, runs[first][0], inner)
    right = after and _binds(gap_after, after, after, inner)
    return not left and not right


def _binds(gap: str, neighbour: str, follower: str, inner: str) -> bool:
    """Test if a neighbouring run belongs to the same number."""
    if not _DIGIT.search(neighbour):
        return False
    if gap in _TIGHT or (gap == "/" and "/" in inner):
        return True
    if gap == ",":
        return len(follower) == 2 and follower.isdigit()
    return gap.isspace() and " " in inner and neighbour.isdigit()
