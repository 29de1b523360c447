"""The e-mail addresses, links and telephone numbers that a finished text names.

Every pattern is bounded, so that the time grows with the length of the text and nothing else.
"""

import re
from collections.abc import Iterator
from typing import Final

from voldaan.domain.wording.scan_references import Token

_AT = r"(?:@|\s?[(\[]\s?(?:at|apenstaart(?:je)?)\s?[)\]]\s?|\sapenstaartje\s)"
_EMAIL = re.compile(
    rf"(?<![\w.+%-])[\w.+%-]{{1,64}}{_AT}[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,4}}", re.IGNORECASE
)
_LINK = re.compile(r"(?:https?://|(?<![\w.@-])www\.)[^\s<>\"')]{2,400}", re.IGNORECASE)
_BARE_LINK = re.compile(
    r"(?<![\w.@/-])[a-z0-9][a-z0-9-]{1,62}(?:\.[a-z0-9-]{1,62}){0,2}"
    r"(?:\.(?:nl|com|eu|org|net|example|io|be|nu|me|app)(?:/[^\s<>\"')]{0,300})?|\.[a-z]{2,10}/[^\s<>\"')]{1,300})(?![\w-])"
)
_PHONE = re.compile(
    r"(?<![\w,/+-])(?<!\d[. ])(?:(?:\+|00)\d{2}[ -]?(?:\(0\) ?)?|\(?0)\d"
    r"(?:(?: - | / |[ ./-]|\) ?-? ?)?\d){5,11}(?!\d)",
    re.ASCII,
)
_LABELLED_PHONE = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|phone|telephone|mobiel|mobile|bel ons op|bel naar|bel op|call us on|call us at"
    r"|call on)\b\.?(?: nummer| number)?\s?:?\s?(?P<number>\+?\d(?:[ ./()-]{0,2}\d){3,14})",
    re.IGNORECASE | re.ASCII,
)
_SHORT_PHONE = re.compile(
    r"\b(?:bel|belt u|belt|telefoon|tel|call|ring|dial)\b\.?:?(?: ons| us| dan| ook| gerust)?(?: op| on)?\s?:?\s"
    r"(?P<number>14 ?0\d{2,3})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
"""The short number of a municipality: 14 and its area code."""
_ENDING: Final = ".,;:!?/"


def emails(text: str) -> Iterator[Token]:
    """Yield every e-mail address."""
    for found in _EMAIL.finditer(text):
        yield Token(
            start=found.start(),
            end=found.end(),
            value=re.sub(_AT, "@", found.group().lower()).rstrip(_ENDING),
        )


def links(text: str) -> Iterator[Token]:
    """Yield every address on the web, with or without its beginning."""
    end = 0
    for found in sorted((*_LINK.finditer(text), *_BARE_LINK.finditer(text)), key=re.Match.start):
        if found.start() >= end:
            end = found.end()
            yield Token(start=found.start(), end=end, value=plain_link(found.group()))


def phones(text: str) -> Iterator[Token]:
    """Yield every telephone number: in Dutch or international notation, or behind a label."""
    end = 0
    for found in sorted(_numbers(text), key=re.Match.end):
        start = found.start("number") if "number" in found.re.groupindex else found.start()
        if start >= end:
            end = found.end()
            yield Token(start=start, end=end, value=plain_phone(text[start:end]))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_PHONE, _LABELLED_PHONE, _SHORT_PHONE):
        yield from pattern.finditer(text)


def plain_link(address: str) -> str:
    """Return an address on the web without its beginning and its last stops, to be compared."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).rstrip(_ENDING)


def plain_phone(number: str) -> str:
    """Return the digits of a telephone number as they are dialled in the Netherlands."""
    digits = re.sub(r"[^\d+]", "", number.replace("(0)", ""))
    return re.sub(r"^\+31", "0", re.sub(r"^00", "+", digits))
