"""In which notation the amounts and days of a list are written: found by trying each one on every cell that was seen.

Two notations that read every cell, but differently, are a question: "1.234" alone is a thousand or a little over one,
and 03-02-2026 alone is February or March.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from voldaan.formats.amounts import AmountError, format_cents
from voldaan.formats.days import DayError
from voldaan.formats.findings import refuse
from voldaan.formats.lists.cells import Cell, Notation, cents_reader, day_reader, is_blank, text_of
from voldaan.formats.lists.proposals_asked import Asked, Option
from voldaan.formats.values import Refusal

Value = TypeVar("Value")

_SIGNS = (
    (",", None),
    (",", "."),
    (",", " "),
    (",", "'"),
    (".", None),
    (".", ","),
    (".", " "),
    (".", "'"),
)
_SIGN_WORDS = {",": "een komma", ".": "een punt", " ": "een spatie", "'": "een apostrof"}
_NO_GROUP = re.compile(r"[^0-9]*0[.,' ][0-9]{3}(?:[^0-9].*)?")
"""Nobody writes 0.125 for one hundred and twenty-five."""
_AFTER = re.compile(r".*[0-9] ?-")
_SIDES = re.compile(r".*[0-9] ?(?:C|CR|CT|D|DB|DR|DT)\.?", re.IGNORECASE)
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()

_ORDERS = ("d-m-y", "m-d-y", "y-m-d")
_NAMED = ("d-mmm-yyyy", "d-mmm-yy", "d mmm yyyy", "d mmm yy", "d. mmm yyyy", "mmm d yyyy", "mmm d, yyyy")
_JOINED = ("yyyymmdd", "ddmmyyyy", "mmddyyyy", "yymmdd", "ddmmyy", "mmddyy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """How the amounts of a list are written, with what shows it."""

    notation: Notation
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """How the days of a list are written, with what shows it."""

    dates: str
    evidence: tuple[str, ...]


def find_amounts(cells: Iterable[Cell], currency: str, asked: Asked) -> Amounts | None:
    """Return how amounts are written, None while that is a question; raises `Refusal` where no notation fits."""
    seen = [cell for cell in cells if not is_blank(cell)]
    texts = list(dict.fromkeys(cell for cell in seen if isinstance(cell, str)))
    negative = _negative(texts)
    readings = _readings(texts, negative, currency)
    if not readings:
        notations = (
            Notation(decimal=d, thousands=t, negative=negative, currency=currency) for d, t in _SIGNS
        )
        reads = [cents_reader(notation, currency) for notation in notations]
        raise _no_notation(asked.file, texts, reads, "bedrag", AmountError)
    rounding = [cell for cell in dict.fromkeys(seen) if isinstance(cell, float) and _has_parts(cell)]
    chosen = readings[0][0]
    if len(readings) > 1:
        answer = asked.ask(
            "amounts",
            "Wat betekenen de punt en de komma in de bedragen?",
            *(_amount_option(notation, texts, readings, currency) for notation, _ in readings),
        )
        if answer is None:
            return None
        chosen = next(notation for notation, _ in readings if _sign_key(notation) == answer)
    elif chosen.round_to_cents or rounding:
        answer = asked.ask(
            "rounding",
            "Er zijn bedragen met delen van een cent. Mogen die op hele centen worden afgerond?",
            Option(value="yes", label="Ja, afronden", example=_rounded(texts, rounding, chosen, currency)),
            Option(value="no", label="Nee, dan lees ik deze lijst niet"),
        )
        if answer is None:
            return None
        if answer == "no":
            raise refuse(
                asked.file,
                "Er zijn bedragen met delen van een cent.",
                "Ze mogen niet worden afgerond, en een deel van een cent kan niemand betalen.",
                "Exporteer de lijst met twee decimalen.",
            )
        chosen = replace(chosen, round_to_cents=True)
    return Amounts(notation=chosen, evidence=tuple(_amount_evidence(chosen, texts, len(seen))))


def find_days(cells: Iterable[Cell], asked: Asked) -> Days | None:
    """Return how days are written, None while that is a question; raises `Refusal` where no notation fits."""
    seen = [cell for cell in cells if not is_blank(cell)]
    texts = list(dict.fromkeys(text_of(cell) for cell in seen if not isinstance(cell, date)))
    if not texts:
        words = ("De dagen staan als dag in de werkmap; daar is maar één lezing van.",) if seen else ()
        return Days(dates="dd-mm-yyyy", evidence=words)
    readings: list[tuple[str, tuple[date | None, ...]]] = []
    for dates in _day_notations(texts):
        days = _every(day_reader(dates), texts, DayError)
        if days is not None and all(days != other for _, other in readings):
            readings.append((dates, days))
    if not readings:
        raise _no_notation(asked.file, texts, map(day_reader, _day_notations(texts)), "datum", DayError)
    if len(readings) == 1:
        dates = readings[0][0]
        return Days(dates=dates, evidence=(_day_evidence(dates, texts, len(seen)),))
    answer = asked.ask(
        "dates",
        "In welke volgorde staan dag, maand en jaar?",
        *(_day_option(dates, texts, days, readings) for dates, days in readings),
    )
    return None if answer is None else Days(dates=answer, evidence=(f"U koos: {answer}.",))


def _readings(
    texts: Sequence[str], negative: str, currency: str
) -> list[tuple[Notation, tuple[int | None, ...]]]:
    """Return each way to read every amount, the simplest notation of those that read the same."""
    found: list[tuple[Notation, tuple[int | None, ...]]] = []
    for rounding in (False, True):
        for decimal, thousands in _SIGNS:
            if thousands and not any(_grouped(text, thousands) for text in texts):
                continue
            if thousands and any(_NO_GROUP.fullmatch(text) and thousands in text for text in texts):
                continue
            notation = Notation(
                decimal=decimal,
                thousands=thousands,
                negative=negative,
                round_to_cents=rounding,
                currency=currency,
            )
            cents = _every(cents_reader(notation, currency), texts, AmountError)
            if cents is not None and all(cents != other for _, other in found):
                found.append((notation, cents))
    return found


def _grouped(text: str, thousands: str) -> bool:
    """Test if a sign stands before three digits in an amount."""
    return re.search(rf"[0-9](?:{re.escape(thousands)}|[’\u00a0\u202f])[0-9]{{3}}(?![0-9])", text) is not None


def _every(
    read: Callable[[Cell], Value], cells: Sequence[Cell], error: type[ValueError]
) -> tuple[Value, ...] | None:
    """Return what every cell is in a notation, None where one of them is not in it."""
    try:
        return tuple(read(cell) for cell in cells)
    except error:
        return None


def _negative(texts: Sequence[str]) -> str:
    """Return how amounts below zero are written."""
    for negative, looks in (
        ("BRACKETS", lambda text: text.startswith("(") and text.endswith(")")),
        ("MINUS_AFTER", lambda text: _AFTER.fullmatch(text) is not None),
        ("CREDIT", lambda text: _SIDES.fullmatch(text) is not None),
    ):
        if any(looks(text.strip()) for text in texts):
            return negative
    return "MINUS"


def _has_parts(number: float) -> bool:
    """Test if a number cell has parts of a cent, further than a spreadsheet's own inaccuracy."""
    return abs(number) < 1e12 and abs(number * 100 - round(number * 100)) > 1e-4


def _sign_key(notation: Notation) -> str:
    """Return the name of a notation as an answer."""
    words = {",": "comma", ".": "point", " ": "space", "'": "apostrophe", None: "none"}
    return f"decimal_{words[notation.decimal]}_thousands_{words[notation.thousands]}"


def _amount_option(
    notation: Notation,
    texts: Sequence[str],
    readings: Sequence[tuple[Notation, tuple[int | None, ...]]],
    currency: str,
) -> Option:
    """Return one way to read the amounts, with the first amount that it reads otherwise than another does."""
    differs = next(at for at in range(len(texts)) if len({cents[at] for _, cents in readings}) > 1)
    cents = cents_reader(notation, currency)(texts[differs])
    thousands = f", {_SIGN_WORDS[notation.thousands]} tussen duizendtallen" if notation.thousands else ""
    rounding = ", afgerond op hele centen" if notation.round_to_cents else ""
    return Option(
        value=_sign_key(notation),
        label=f"{_SIGN_WORDS[notation.decimal].capitalize()} vóór de centen{thousands}{rounding}",
        example=f"‘{texts[differs].strip()[:24]}’ is {format_cents(cents or 0)} {currency}",
    )


def _rounded(texts: Sequence[str], numbers: Sequence[float], notation: Notation, currency: str) -> str:
    """Return an amount with parts of a cent as it would be rounded."""
    read = cents_reader(replace(notation, round_to_cents=True), currency)
    strict = cents_reader(replace(notation, round_to_cents=False), currency)
    cells: list[Cell] = [*numbers, *texts]
    for cell in cells:
        if _every(strict, [cell], AmountError) is None:
            return f"{text_of(cell)[:24]} wordt {format_cents(read(cell) or 0)}"
    return ""


def _amount_evidence(notation: Notation, texts: Sequence[str], count: int) -> Iterator[str]:
    """Yield the sentences that say why amounts are read so."""
    if not texts:
        yield f"Elk bedrag ({count} gezien) staat als getal in de werkmap; daar is maar één lezing van."
        return
    decimals = [text for text in texts if re.search(rf"[0-9]{re.escape(notation.decimal)}[0-9]+", text)]
    if decimals:
        yield (
            f"In {len(decimals)} van {len(texts)} verschillende bedragen staat {_SIGN_WORDS[notation.decimal]} vóór de "
            f"centen, zoals in ‘{decimals[0].strip()[:24]}’."
        )
    else:
        yield "Geen bedrag heeft centen; alle zijn hele euro's."
    if notation.thousands:
        yield f"Tussen duizendtallen staat {_SIGN_WORDS[notation.thousands]}."
    words = {
        "MINUS_AFTER": "Een min achter het bedrag betekent: onder nul.",
        "BRACKETS": "Haakjes om het bedrag betekenen: onder nul.",
        "CREDIT": "Een C achter het bedrag betekent: onder nul.",
    }
    if notation.negative in words:
        yield words[notation.negative]


def _day_notations(texts: Sequence[str]) -> Iterator[str]:
    """Yield the notations that days of these shapes could be in."""
    shape = re.match(r"[0-9]+([-/. ])[0-9]+([-/. ])[0-9]+", texts[0].strip())
    if shape is not None and shape[1] == shape[2]:
        padded = all(re.match(r"(?:[0-9]{2}|[0-9]{4})\D[0-9]{2}\D[0-9]{2}", text.strip()) for text in texts)
        day, month = ("dd", "mm") if padded else ("d", "m")
        for order in _ORDERS:
            for year in ("yyyy", "yy"):
                parts = {"d": day, "m": month, "y": year}
                yield shape[1].join(parts[part] for part in order.split("-"))
        return
    if texts[0].strip()[:1].isdigit() and re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", texts[0].strip()):
        yield from ("serial", *_JOINED)
        return
    separators = re.search(r"[0-9]([-/. ]*)[^\W\d_]{3,10}\.?([-/. ]*)[0-9]", texts[0])
    if separators is not None:
        for year in ("yyyy", "yy"):
            yield f"d{separators[1]}mmm{separators[2]}{year}"
    yield from _NAMED


def _day_option(
    dates: str,
    texts: Sequence[str],
    days: Sequence[date | None],
    readings: Sequence[tuple[str, tuple[date | None, ...]]],
) -> Option:
    """Return one way to read the days, with the first day that it reads otherwise than another does."""
    differs = next(at for at in range(len(texts)) if len({other[at] for _, other in readings}) > 1)
    day = days[differs]
    words = "geen dag" if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return Option(
        value=dates, label=_order_words(dates), example=f"‘{texts[differs].strip()[:24]}’ is {words}"
    )


def _order_words(dates: str) -> str:
    """Return a notation of days in words."""
    if dates == "serial":
        return "Dagnummers van een spreadsheet"
    names = {"d": "dag", "m": "maand", "y": "jaar"}
    order = dict.fromkeys(sign for sign in dates if sign in names)
    return ", ".join(names[sign] for sign in order).capitalize() + f" ({dates})"


def _day_evidence(dates: str, texts: Sequence[str], count: int) -> str:
    """Return the sentence that says why days are read so."""
    read = day_reader(dates)
    telling = next((text for text in texts if (day := read(text)) is not None and day.day > 12), None)
    proof = f": ‘{telling.strip()[:24]}’ kan niet anders" if telling else ""
    return f"{_order_words(dates)} past op elke dag ({count} gezien){proof}."


def _no_notation(
    file: str,
    texts: Sequence[str],
    reads: Iterable[Callable[[Cell], object]],
    what: str,
    error: type[ValueError],
) -> Refusal:
    """Return the refusal of columns whose cells are not in one notation, with a cell that is not in the usual one."""
    misfits = [[text for text in texts if _every(read, [text], error) is None] for read in reads]
    fewest = min(misfits, key=len, default=list(texts)) or list(texts)
    examples = ", ".join(f"‘{text.strip()[:24]}’" for text in fewest[:3])
    fitting = next((text for text in texts if text not in fewest), "")
    usual = f", anders dan ‘{fitting.strip()[:24]}’" if fitting else ""
    return refuse(
        file,
        f"De kolommen met een {what} zijn niet in één notatie geschreven.",
        f"Geen notatie past op alle cellen: {examples}{usual}.",
        f"Schrijf elk{'e' if what == 'datum' else ''} {what} in de lijst op dezelfde manier, of maak de kolomindeling "
        "zelf.",
    )
