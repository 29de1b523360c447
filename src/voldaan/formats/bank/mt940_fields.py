"""The tagged fields of an MT940 or MT942, in a stream: character set, line ends and envelopes taken off.

A field begins at a tag such as `:61:` and goes on over the lines after it. Which lines those are, banks do not
agree on: what stands between two statements, or after a closing balance, is no words of a movement.
"""

import codecs
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import NamedTuple

from voldaan.formats.findings import refuse
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

ENVELOPE = "{"
"""The tag of a line of the SWIFT envelope, and of the line that ends a message."""

REPORT_TAGS = frozenset({"34F", "13D", "90C", "90D"})
"""What an interim report (MT942) has. A day statement has none of them, but for the totals that some banks add."""

OEM = "cp850"
"""The character set of DOS, in which old bank programs still write."""

LINES_MAX = 1000
"""The standard gives a field six lines, banks give it twenty. A field of more is not a field."""

_CHUNK = 1024 * 1024
_TAGS = r"NS|94[02]|13D|2[0158][A-Z]?|34F|6[0-5][A-Z]?|86|90[CD]"
_TAG = re.compile(rf":({_TAGS}):(.*)", re.DOTALL)
_FIRST_TAG = re.compile(
    rb"^(?:\{[^\r\n]*\{4:\s*)?[\x1a\xef\xbb\xbf]*:(?:20|25P?|28C?|34F|60[FM]|61|62[FM]|64|65|86):",
    re.MULTILINE,
)
_END = re.compile(r"\s*-(?:\}.*|-|\S?XXX|)\s*")
_MARKS = ":{-\x1a\ufeff "
"""With what a line begins that may hold a tag, or may be the end of a message."""

_GOING_ON = frozenset({"61", "86"})
_CLOSING = frozenset({"62F", "62M"})
_ASCII = bytes(range(128))
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OEM_LETTERS = frozenset(
    b"\x81\x82\x83\x84\x85\x87\x88\x89\x8a\x8b\x8c\x8e\x90\x94\x99\x9a\xa0\xa1\xa2\xa3\xa4\xa5\xe1"
)
_OEM_WORD = re.compile(rb"[A-Za-z][\x81\x82\x84\x89\x8a\x8b\x94]|(?<![a-z])[\x8e\x99\x9a](?=[A-Za-z])")


class Field(NamedTuple):
    """One tagged field with its continuation lines, as they stand in the file."""

    tag: str
    lines: list[str]
    line: int


def recognises(head: bytes) -> bool:
    """Test if the bytes hold the tags of an MT940 (or its sister, the MT942)."""
    if head.startswith(_UTF_16):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    return _FIRST_TAG.search(head.replace(b"\r", b"\n")) is not None


def encoding_of(source: Source) -> str:
    """Return the character set: by its mark, else strict UTF-8, else what its bytes above 127 are letters in.

    Raises `Refusal` where a megabyte holds no line end: that is no text of a bank.
    """
    if source.head.startswith(_UTF_16):
        return "utf-16"
    utf_8 = codecs.getincrementaldecoder("utf-8")()
    is_utf_8, has_oem_word, high = True, False, set[int]()
    with source.open() as file:
        while chunk := file.read(_CHUNK):
            if len(chunk) == _CHUNK and b"\n" not in chunk and b"\r" not in chunk:
                raise _no_lines(source.name)
            if chunk.isascii() and not utf_8.getstate()[0]:
                continue
            high.update(chunk.translate(None, _ASCII))
            has_oem_word = has_oem_word or _OEM_WORD.search(chunk) is not None
            is_utf_8 = is_utf_8 and _decodes(utf_8, chunk)
    if is_utf_8 and _decodes(utf_8, b"", final=True):
        return "utf-8-sig"
    if has_oem_word and high <= _OEM_LETTERS:
        return OEM
    return "latin-1" if high & {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "cp1252"


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    """Test if the next bytes are text in the character set of the decoder."""
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _no_lines(name: str) -> Refusal:
    return refuse(
        name,
        "Dit MT940-bestand heeft geen regels.",
        "Er staat een megabyte aan tekens zonder regeleinde in.",
        "Download het afschrift opnieuw bij de bank.",
    )


def fields(source: Source, encoding: str) -> Iterator[Field]:
    """Yield the fields in order, each once its last line has been read. Raises `Refusal` for one without end."""
    field: Field | None = None
    closed = False
    with source.open() as file, TextIOWrapper(file, encoding, errors="replace") as text:
        for number, raw in enumerate(text, 1):
            line = raw[:-1] if raw[-1] == "\n" else raw
            mark = line[:1]
            if mark in _MARKS:
                found = _TAG.match(line if mark == ":" else _without_envelope(line))
                if found is not None:
                    tag = found[1]
                    if tag == "20":
                        yield from _last(field)
                        closed = False
                    elif field is not None:
                        yield field
                    if mark == "{":
                        yield Field(ENVELOPE, [line], number)
                    field = Field(tag, [found[2]], number)
                    closed = closed or tag in _CLOSING
                    continue
                if _ends(line, field, closed=closed):
                    yield from _last(field)
                    field = Field(ENVELOPE, [line], number)
                    continue
            if field is not None and field[0] in _GOING_ON:
                field[1].append(line)
                if len(field[1]) > LINES_MAX:
                    raise _without_end(field, source.name)
    yield from _last(field)


def _without_envelope(line: str) -> str:
    """Return the line without the SWIFT envelope and the end-of-file sign before its tag."""
    line = line.lstrip("\x1a\ufeff")
    if line.startswith("{") and "{4:" in line:
        return line.rpartition("{4:")[2].lstrip()
    return line


def _ends(line: str, field: Field | None, *, closed: bool) -> bool:
    """Test if a line without a tag is the end of a message, or the envelope of the next one."""
    if line.startswith(("{1:", "{2:", "-}")):
        return True
    if line[:1] not in ("-", " "):
        return False
    in_words = field is not None and field.tag in _GOING_ON
    return (closed or not in_words) and _END.fullmatch(line) is not None


def _without_end(field: Field, name: str) -> Refusal:
    return refuse(
        name,
        f"Een veld (:{field.tag}:) in dit bestand heeft meer dan {LINES_MAX} regels.",
        "Een boeking heeft er hooguit enkele tientallen; het bestand is geen afschrift of is beschadigd.",
        "Download het afschrift opnieuw bij de bank.",
        line=field.line,
    )


def _last(field: Field | None) -> Iterator[Field]:
    """Yield the last field of a message without the dash that ended it, and what follows that."""
    if field is None:
        return
    ends = [place for place, line in enumerate(field.lines) if place and _END.fullmatch(line)]
    if field.tag in _GOING_ON and ends:
        yield field._replace(lines=field.lines[: ends[-1]])
    else:
        yield field
