"""Ways in which a good file becomes a bad one: by accident in transport, by hand in an editor, or on purpose."""

import re
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

NUMBERS = (
    "0 -0 00 1 -1 0.001 0,005 -0.01 9999999999999999999 -99999999999999999999,99 1e5 1e400 1E+2 NaN inf -inf "
    "1.000,00 1,000.00 1.0.0 1,,0 ,5 5, .5 5. +5 --5 1_000 ٣ ² ½ 0x10 12.345 1'000 (1,00) 1,00- 1,00CR"
).split()
DAYS = (
    "0000-00-00 9999-12-31 0001-01-01 2026-02-30 2026-13-01 2026-1-1 99991231 10000-01-01 000000 991399 "
    "2026-11-22T25:00:00 2026-11-22Z 22-11-2026 31-31-2026 11/22/26 ٢٠٢٦-١١-٢٢"
).split()
TEXTS = (
    "", " ", "\t", "NOTPROVIDED", "EUR", "eur", "€", "\u202e", "\u0000", "\x1b[31m", "\ufeff", "\u2028", "\x85", "\x0b",
    "<", ">", "&amp;", "&#0;", "&#x1F600;", '"', "'", '""', ";", ",", "\r", "\n", "\r\n", "\n:61:", "-}", "//", "/",
    "?20", "?", ":86:", "=1+1", "NL91ABNA0417164300", "%s", "{}", "é", "\u0130", "ﬀ", "true", "ja", "D", "C", "RD",
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "latin-1", "cp1252", "cp850", "utf-32", "utf-7")
_WORD = re.compile(rb"[0-9A-Za-z.,:-]+")
_LONG = 20_000
_DEEP = 300

Mutation = Callable[[bytes, Random], bytes]


def mutated(data: bytes, chance: Random, size_max: int = 64 * 1024) -> bytes:
    """Return the bytes with one to four things wrong, never more than the size given."""
    for _ in range(chance.randint(1, 4)):
        worse = chance.choice(_fitting(data))(data, chance)
        data = worse if len(worse) <= size_max else data
    return data[:size_max]


def _fitting(data: bytes) -> tuple[Mutation, ...]:
    """Return the mutations that can hit what the bytes are."""
    if data.startswith(b"PK"):
        return (_change_bytes, _change_member)
    if data.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"<"):
        return (_change_bytes, _change_word, _change_line, _recode, *(_change_element,) * 6)
    return (_change_bytes, _change_word, _change_word, _change_line, _change_line, _recode)


def _slice(data: bytes, chance: Random) -> slice:
    """Return a piece, mostly a short one."""
    start = chance.randrange(len(data) + 1)
    return slice(start, start + chance.choice((0, 1, 1, 2, 8, 64, len(data))))


def _change_bytes(data: bytes, chance: Random) -> bytes:
    """Return the bytes with a piece changed, cut out, doubled or put in."""
    piece = _slice(data, chance)
    put = chance.choice(
        (
            b"",
            data[piece] * 2,
            bytes(chance.randrange(256) for _ in range(chance.choice((1, 1, 2, 8)))),
            bytes((byte ^ 1 << chance.randrange(8)) for byte in data[piece]),
            data[_slice(data, chance)],
        )
    )
    return data[: piece.start] + put + data[piece.stop :]


def _nasty(chance: Random) -> bytes:
    """Return a text that no honest file has in this place."""
    text = chance.choice(chance.choice((NUMBERS, DAYS, TEXTS)))
    return (text * chance.choice((1, 1, 1, 1, 2, _LONG // max(len(text), 1)))).encode()


def _change_word(data: bytes, chance: Random) -> bytes:
    """Return the bytes with one word or number replaced by another word of the file, or by a nasty one."""
    words = [(found.start(), found.end()) for found in _WORD.finditer(data)]
    if not words:
        return data + _nasty(chance)
    start, end = chance.choice(words)
    other = chance.choice(words)
    put = data[slice(*other)] if chance.random() < 0.3 else _nasty(chance)
    return data[:start] + put + data[end:]


def _change_line(data: bytes, chance: Random) -> bytes:
    """Return the bytes with a line dropped, doubled, moved, emptied or cut."""
    lines = data.splitlines(keepends=True) or [b""]
    place = chance.randrange(len(lines))
    line = lines.pop(place)
    put = chance.choice(
        ([], [line, line], [b"\r\n"], [line[: len(line) // 2]], [b"-\r\n", line], [line] * 200)
    )
    at = chance.choice((place, chance.randrange(len(lines) + 1)))
    return b"".join((*lines[:at], *put, *lines[at:]))


def _recode(data: bytes, chance: Random) -> bytes:
    """Return the text in another encoding, or with another one named."""
    name = chance.choice(ENCODINGS)
    if chance.random() < 0.3:
        return re.sub(rb"encoding=.[\w-]+", b'encoding="' + name.encode(), data, count=1)
    return data.decode("utf-8", "replace").encode(name, "replace")


def _change_element(data: bytes, chance: Random) -> bytes:
    """Return the document with an element dropped, doubled, moved, nested, renamed or told something else."""
    try:
        root = etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        )
    except (etree.XMLSyntaxError, ValueError):
        return _change_bytes(data, chance)
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    element, other = chance.choice(elements), chance.choice(elements)
    chance.choice((_drop, _double, _move, _tell, _tell, _tell, _note, _nest, _rename))(element, other, chance)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _copy(element: etree._Element) -> etree._Element:
    found = deepcopy(element)
    found.tail = None
    return found


def _drop(element: etree._Element, _other: etree._Element, _chance: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _double(element: etree._Element, _other: etree._Element, chance: Random) -> None:
    parent = element.getparent()
    for _ in range(chance.choice((1, 1, 2, 50)) if parent is not None else 0):
        element.addnext(_copy(element))


def _move(element: etree._Element, other: etree._Element, _chance: Random) -> None:
    other.append(_copy(element))


def _tell(element: etree._Element, other: etree._Element, chance: Random) -> None:
    text = (other.text or "") if chance.random() < 0.3 else _nasty(chance).decode()
    element.text = "".join(sign for sign in text if sign.isprintable() or sign in "\t\r\n\x85\u2028\u202e")


def _note(element: etree._Element, other: etree._Element, chance: Random) -> None:
    name = chance.choice((*element.attrib, "Ccy", "currencyID", "schemeID", "format"))
    element.attrib[name] = chance.choice((*NUMBERS, *DAYS, "EUR", "eur", "", "102", *other.attrib.values()))


def _nest(element: etree._Element, _other: etree._Element, chance: Random) -> None:
    for _ in range(chance.choice((1, 5, _DEEP))):
        element = etree.SubElement(element, element.tag)


def _rename(element: etree._Element, other: etree._Element, _chance: Random) -> None:
    element.tag = other.tag


def _change_member(data: bytes, chance: Random) -> bytes:
    """Return the package with one of its files changed and packed again."""
    out = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as package:
            members = {name: package.read(name) for name in package.namelist()[:50]}
    except Exception:  # noqa: BLE001  # it was broken before; the zipfile module has no one exception for that
        return _change_bytes(data, chance)
    if not members:
        return _change_bytes(data, chance)
    name = chance.choice(list(members))
    members[name] = mutated(members[name], chance)
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()
