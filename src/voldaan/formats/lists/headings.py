"""Rows that are no items: headings that name the debtor, totals, and what a page begins and ends with."""

import re
from collections.abc import Sequence

from voldaan.formats.lists.cells import Row, text_of
from voldaan.formats.lists.mapping import Mapping
from voldaan.formats.lists.parties import number_and_name
from voldaan.formats.values import Party

_PAGE = re.compile(
    r"\b(?:pagina|pag|page|blad|bladzijde|seite)\b\.? ?:? ?[0-9]{1,5}(?: ?(?:van|of|von|/|-) ?[0-9]{1,5})?",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\b(?:afgedrukt|afdrukdatum|geprint|printdatum|aangemaakt|gemaakt|printed|print date)\b(?: op| on)? ?:?",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"\b[0-9]{1,4}[-/. ](?:[0-9]{1,2}|[^\W\d_]{3,10})[-/. ][0-9]{2,4}\b|\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\b"
)
_TEXT_LENGTH_MAX = 1000
_DIGIT = re.compile(r"[0-9]")
_LETTER = re.compile(r"[^\W\d_]")
_SUM = re.compile(
    r"(?:totaal|totalen|total|totals|summe)\s*:?$"
    r"|^(?:aantal|number of|anzahl|transport|transporteren|saldo|sum of|som)\b",
    re.IGNORECASE,
)
_GRAND = re.compile(r"eind|grand|generaal|algemeen|overall|alle |gesamt", re.IGNORECASE)


def begins_with(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of a text that begins with one of the words, as words."""
    if not words:
        return re.compile(r"(?!)")
    longest_first = sorted({" ".join(word.split()) for word in words}, key=len, reverse=True)
    choices = "|".join(
        re.escape(word) + (r"(?![\w-])" if word[-1:].isalnum() else "") for word in longest_first
    )
    return re.compile(rf"\s*(?:{choices})", re.IGNORECASE)


def tells_a_sum(text: str) -> bool:
    """Test if the words of a row can be of a sum wherever they stand: "Bakkerij Korst Totaal", "Aantal posten: 2"."""
    return _SUM.search(text) is not None


def is_grand_total(text: str) -> bool:
    """Test if the words of a total say that it is of everything."""
    return _GRAND.search(text) is not None


def shape_of(number: str) -> str:
    """Return a number with every digit as 9, so that numbers of one series look the same."""
    return _DIGIT.sub("9", number[:60])


def first_text(row: Row) -> tuple[int, str]:
    """Return place and text of the first cell that says something, -1 and nothing for an empty row."""
    for place, cell in enumerate(row):
        if cell is not None and (text := text_of(cell)):
            return place, text
    return -1, ""


def is_of_the_page(row: Row, titles: frozenset[str]) -> bool:
    """Test if a row only says what every page says: its number, when it was printed, the title of the report."""
    texts = [text for cell in row if (text := text_of(cell))]
    left = [text for text in texts if text not in titles]
    joined = " ".join(left)
    if not left or len(joined) > _TEXT_LENGTH_MAX:
        return not left
    plain = _PRINTED.sub("", _PAGE.sub("", joined))
    if plain == joined:
        return False
    return not any(sign.isalnum() for sign in _MOMENT.sub("", plain))


def labelled_heading(row: Row, mapping: Mapping) -> Party | None:
    """Return the debtor of a row that begins with the label of a heading, None where it names none."""
    _, first = first_text(row)
    label = " ".join(mapping.heading_label.split())
    found = begins_with([label] if label else []).match(first)
    if found is None:
        return None
    rest = first[found.end() :].strip(" :")
    place = next(at for at, cell in enumerate(row) if text_of(cell))
    texts = [text for cell in row[place + 1 :] if (text := text_of(cell)) and not text.endswith(":")]
    return _debtor([rest, *texts] if rest else texts, mapping.heading)


def bare_heading(row: Row, mapping: Mapping) -> Party | None:
    """Return the debtor of a heading row without a label, None where the row has not its form."""
    texts = [text for cell in row if (text := text_of(cell))]
    if mapping.heading == "CELLS":
        return _debtor(texts, "CELLS") if len(texts) > 1 and any(map(str.isdigit, texts[0])) else None
    return _debtor(texts[:1], mapping.heading)


def _debtor(texts: Sequence[str], form: str | None) -> Party | None:
    """Return the debtor that the texts of a heading name in a form, None where they do not have it."""
    if not texts:
        return None
    if form == "CELLS":
        name = texts[1] if len(texts) > 1 else None
        return Party(number=texts[0], name=name if name and _LETTER.search(name) else None)
    if form == "NAME":
        return Party(name=texts[0]) if _LETTER.search(texts[0]) else None
    found = number_and_name(texts[0], form) or (
        number_and_name(" ".join(texts[:2]), form) if len(texts) > 1 else None
    )
    return Party(number=found[0], name=found[1]) if found else None
