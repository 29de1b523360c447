"""The amounts of money and percentages that a finished text names, in figures and in words.

Every pattern is bounded, so that the time grows with the length of the text and nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from voldaan.domain.text.number_words import number_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount as written; `cents` is None where it cannot be read as one."""

    start: int
    end: int
    cents: int | None
    currency: str
    is_percentage: bool = False


_CURRENCIES: Final = {
    "€": "EUR", "euro": "EUR", "euro's": "EUR", "euros": "EUR", "eur": "EUR", "$": "USD", "dollar": "USD",
    "dollars": "USD", "usd": "USD", "£": "GBP", "pound": "GBP", "pounds": "GBP", "pond": "GBP", "gbp": "GBP",
    "chf": "CHF",
}  # fmt: skip
_NUMBER = r"\d(?:[\d.,']{0,20}\d)?"
_SPACED = r"\d{1,3}(?: \d{3}){1,4}(?:[.,]\d{2})?(?![\d.,]?\d)"
_NO_CENTS = r"(?:[.,](?:-{1,2}|=))?"
_AFTER = r"€|\$|£|(?:EUR|USD|GBP|CHF|euro's|euros|euro|dollars?|pounds?|pond)\b"
_AMOUNT = re.compile(
    r"(?=[\d€$£eugc])(?:(?P<before>€|\$|£|(?<![^\W_])(?:EUR|USD|GBP|CHF|euro)(?![^\W\d_]))\s?(?P<sign>[-\u2212]\s?)?"
    rf"(?P<behind>{_SPACED}|{_NUMBER}){_NO_CENTS}"
    rf"|(?<![\w.,€])(?P<euros>\d{{1,3}}(?:[. ]?\d{{3}}){{0,3}})\s?(?:euro's|euros|euro|eur)(?:,|\sen|\sand)?\s"
    r"(?P<cents>\d{1,2})\s?(?:euro)?cents?\b"
    rf"|(?<![\w.,€])(?P<ahead>{_NUMBER}){_NO_CENTS}\s?(?P<after>(?:{_AFTER})(?!\s?-?\d))"
    rf"|(?<![\w.,€])(?P<share>{_NUMBER})\s?(?:%|(?:procent|percent|pct)\b)"
    rf"|(?<![\w.,€])(?P<small>\d{{1,4}})\s(?:euro)?cents?\b"
    rf"|(?<![\w.,€])(?P<rough>\d{{1,4}}(?:[.,]\d{{1,2}})?)\s?(?:k|mille)\s?(?:{_AFTER})"
    r"|(?<![\w.,/-])(?P<dashed>\d{1,3}(?:[.]?\d{3}){0,3}),(?:-{1,2}(?!\w)|=)"
    r"|(?<![\w.,/-])(?P<bare>\d[\d.,]{0,16}[.,]\d{2})(?![\w/-]|[.,]\d))",
    re.IGNORECASE,
)
_SIGN_BEHIND = re.compile(_AMOUNT.pattern.replace(r"(?!\s?-?\d)", "", 1), re.IGNORECASE)
"""Where the sign stands behind: in "12,50 € 31 Tage" it is not that of what follows."""
_LABELLED = re.compile(
    r"\b(?:bedrag|totaal|totaalbedrag|te betalen|saldo|amount|total|to pay|balance)\b"
    r"(?: due)?(?: van| of| is)?\s?:?\s?(?P<number>\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,9})"
    r"(?![\w.,/-]|\s?(?:[%€]|euro|eur\b|andere|other|facturen|invoices|posten|items|dagen|days|rekeningen|accounts"
    r"|(?:jan|feb|m(?:aart|rt|ar)|apr|mei|may|jun|jul|aug|sep|o[kc]t|nov|dec)))",
    re.IGNORECASE,
)
_WRITTEN_OUT = re.compile(r"\b(?P<unit>euro's|euros|euro|eurocent|cents?|procent|percent)\b", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_AROUND_TIME = re.compile(
    r"^\s?(?:uur|u\b|h\b|[ap]\.?m\b|(?:tot|en|to|and|-)\s?\d{1,2}[.:]\d{2})", re.IGNORECASE
)
_MINUS_BEFORE: Final = re.compile("(?:[ \u00a0(]-|\u2212)$")
"""A minus before the sign of a currency, as in English; at the beginning of a line a dash is a list's."""
_MINUS_OF_DIGITS: Final = re.compile(r"(?:(?:^|[\s(])-|\u2212)$")
"""A minus that touches digits with their sign behind them: a dash between two amounts touches the first of them."""
_NOTHING = re.compile(r"0[.,]0", re.ASCII)
"""Nothing with one decimal: of any other amount that would be half written."""
_WORDS_MAX: Final = 7
"""The longest number that is looked for in words, in words."""


def amounts(text: str, *, sign_behind: bool = False) -> Iterator[Amount]:
    """Yield every amount of money and percentage: with a currency, with two decimals, behind a label, in words.

    `sign_behind`: the language of the text writes the sign behind the amount.

    >>> [(one.cents, one.currency) for one in amounts("12,50 € 31 Tage", sign_behind=True)]
    [(1250, 'EUR')]
    >>> [one.cents for one in amounts("\u2212500,00 € 31 Tage", sign_behind=True)]
    [-50000]
    """
    taken: set[int] = set()
    for found in (_SIGN_BEHIND if sign_behind else _AMOUNT).finditer(text):
        if found["bare"] and _is_time_of_day(text, found):
            continue
        taken.add(found.end())
        yield _in_figures(found, text[max(0, found.start() - 2) : found.start()], sign_behind=sign_behind)
    for found in _LABELLED.finditer(text):
        if found.end() not in taken:
            yield Amount(
                start=found.start("number"), end=found.end(), cents=_cents(found["number"]), currency=""
            )
    yield from _in_words(text)


def _in_figures(found: re.Match[str], before: str, *, sign_behind: bool) -> Amount:
    """Return an amount in figures; `before` is the little that stands before it, where its minus can be."""
    share, small = found["share"], found["small"]
    digits = found["behind"] or found["ahead"] or found["bare"] or found["dashed"] or share
    is_minus = (
        _MINUS_BEFORE if found["before"] else _MINUS_OF_DIGITS if found["ahead"] and sign_behind else None
    )
    minus = is_minus and is_minus.search(before)
    cents = _cents(digits, negative=bool(found["sign"] or minus)) if digits else None
    if small:
        cents = int(small)
    elif found["euros"]:
        cents = (_cents(found["euros"]) or 0) + int(found["cents"])
    mark = (found["before"] or found["after"] or "").lower()
    return Amount(
        start=found.start(),
        end=found.end(),
        cents=cents,
        currency=_CURRENCIES.get(mark, "EUR" if small or found["euros"] else ""),
        is_percentage=bool(share),
    )


def _is_time_of_day(text: str, found: re.Match[str]) -> bool:
    """Test if this is an hour, such as in "van 9.00 tot 17.00 uur"."""
    if not _TIME_OF_DAY.fullmatch(found["bare"]):
        return False
    before = text[max(0, found.start() - 8) : found.start()]
    after = _AROUND_TIME.search(text[found.end() : found.end() + 12])
    return after is not None or re.search(r"\d\.\d\d ?(?:tot|en|to|and|-) ?$", before) is not None


def _in_words(text: str) -> Iterator[Amount]:
    """Yield the amounts written out, such as "veertig euro en vijftig cent"."""
    euros: Amount | None = None
    for found in _WRITTEN_OUT.finditer(text):
        number, start = _number_before(text, found.start())
        unit = found["unit"].lower()
        if number is None:
            euros = None
        elif unit.startswith("euro") and unit != "eurocent":
            if euros:
                yield euros
            euros = Amount(start=start, end=found.end(), cents=number * 100, currency="EUR")
            continue
        elif unit in ("procent", "percent"):
            yield Amount(start=start, end=found.end(), cents=number, currency="", is_percentage=True)
        elif euros and re.fullmatch(r"(?: ?(?:,|en|and))? ", text[euros.end : start]):
            cents = (euros.cents or 0) + number
            yield Amount(start=euros.start, end=found.end(), cents=cents, currency="EUR")
            euros = None
            continue
        else:
            yield Amount(start=start, end=found.end(), cents=number, currency="EUR")
        if euros:
            yield euros
        euros = None
    if euros:
        yield euros


def _number_before(text: str, end: int) -> tuple[int | None, int]:
    """Return the number that the words before this place write out, and where it begins: the longest that is one."""
    begin = max(0, end - 110)
    words = list(re.finditer(r"[^\W\d_]+", text[begin:end]))[-_WORDS_MAX:]
    if not words or number_of(words[-1].group()) is None:
        return None, end
    for word in words:
        between = text[begin + word.start() : end]
        if re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)* ?", between):
            number = number_of(between.strip())
            if number is not None:
                return number, begin + word.start()
    return None, end


def _cents(digits: str, *, negative: bool = False) -> int | None:
    """Return the cents, in either notation: a last group of two digits is decimals, groups of three are whole."""
    if _NOTHING.fullmatch(digits):
        return 0
    found = re.fullmatch(
        r"(\d{1,3}(?:([., ])\d{3}(?:\2\d{3}){0,4})?|\d{1,15})(?:([.,])(\d{2}))?", digits, re.ASCII
    )
    if found is None or (found[2] and found[2] == found[3]):
        return None
    whole = int(re.sub(r"[., ]", "", found[1]))
    cents = whole * 100 + int(found[4] or 0)
    return -cents if negative else cents
