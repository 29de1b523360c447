"""The one way XML enters: no entities, no network, no DTD, no endless trees; each refusal has its sentence."""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO

from lxml import etree

from voldaan.formats.findings import refuse
from voldaan.formats.source import HEAD_BYTES, Source
from voldaan.formats.values import Refusal

_BLANK = b"\x00\t\n\r "
_BOM = codecs.BOM_UTF8
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DTD = re.compile(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_CUT_OFF = ("Premature end", "EndTag: '</' not found", "Couldn't find end", "not terminated", "Unfinished")
_HARDENED: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "huge_tree": False,
    "load_dtd": False,
    "dtd_validation": False,
    "remove_comments": True,
    "remove_pis": True,
}


def looks_like_xml(head: bytes) -> bool:
    """Test if the bytes begin as XML does."""
    if head.startswith(_UTF16):
        return (
            head[2:66].decode("utf-16-le" if head.startswith(_UTF16[0]) else "utf-16-be", "ignore")[:1] == "<"
        )
    return head.removeprefix(_BOM).lstrip()[:1] == b"<"


def root_name(head: bytes) -> tuple[str | None, str] | None:
    """Return namespace and names of the first two elements as `(…, "Root/Child")`, None where unreadable."""
    found = tuple(first_names(head, 2))
    namespace = next((namespace for namespace, _ in found if namespace), None)
    return (namespace, "/".join(name for _, name in found)) if found else None


def first_names(head: bytes, count: int) -> Iterator[tuple[str | None, str]]:
    """Yield namespace and name of the first elements as they open, until one cannot be read."""
    with suppress(etree.XMLSyntaxError, ValueError):
        for _, element in islice(_events(BytesIO(_trimmed(head)), head, ("start",), None), count):
            name = etree.QName(element)
            yield name.namespace, name.localname


def parse(source: Source, *, large_texts: bool = False) -> etree._Element:
    """Return the root of a whole document, or raise `Refusal`.

    `large_texts` lets one text be larger than 10 MB, as an attachment in an invoice can be.
    """
    _refuse_dtd_seen(source)
    data = source.whole()
    reading = _Checked(source, BytesIO(data))
    try:
        while reading.read(HEAD_BYTES):
            pass
        root = etree.fromstring(
            _trimmed(data),
            etree.XMLParser(encoding=_overruled(data), **_HARDENED | {"huge_tree": large_texts}),
        )
    except etree.XMLSyntaxError as error:
        raise _malformed(error, source) from None
    _refuse_dtd(root, source.name)
    return root


def stream(source: Source, tags: tuple[str, ...] | None) -> Iterator[etree._Element]:
    """Yield each element of these tags when it is complete, read as the bytes come; raises `Refusal`.

    The caller clears what it has read, so that memory stays flat in a file of any size.
    """
    _refuse_dtd_seen(source)
    first = True
    with source.open() as file:
        try:
            for _, element in _events(_Checked(source, file), source.head, ("end",), tags):
                if first:
                    _refuse_dtd(element, source.name)
                    first = False
                yield element
        except etree.XMLSyntaxError as error:
            raise _malformed(error, source) from None


def forget(element: etree._Element) -> None:
    """Let go of an element that has been read, and of the one before it."""
    element.clear()
    parent, previous = element.getparent(), element.getprevious()
    if parent is not None and previous is not None and previous.tag == element.tag:
        parent.remove(previous)


def _events(
    file: "BinaryIO | _Checked", head: bytes, kinds: tuple[str, ...], tags: tuple[str, ...] | None
) -> Iterator[tuple[str, etree._Element]]:
    """Return lxml's own stream, hardened as the whole-document parser is."""
    reading: Any = file
    events: Iterator[tuple[str, etree._Element]] = etree.iterparse(
        reading, events=kinds, tag=tags, encoding=_overruled(head), **_HARDENED
    )
    return events


class _Checked:
    """A stream that is read through, and refuses bytes that are not in the encoding its document names."""

    def __init__(self, source: Source, file: BinaryIO) -> None:
        self._file = file
        self._source = source
        self._read = 0
        utf8 = _encoding(source.head) in ("utf-8", "utf8")
        self._decoder = codecs.getincrementaldecoder("utf-8")() if utf8 else None

    def read(self, size: int) -> bytes:
        """Return the next bytes."""
        data = self._file.read(size)
        if self._decoder is not None:
            waiting = len(self._decoder.getstate()[0])
            try:
                self._decoder.decode(data, final=not data)
            except UnicodeDecodeError as error:
                raise _not_utf8(self._source, self._read - waiting + error.start) from None
        start, self._read = self._read, self._read + len(data)
        return data if start else _trimmed(data)


def _trimmed(data: bytes) -> bytes:
    """Return the start of a document without the blank lines that some exports put before it."""
    return data.lstrip() if data[:1].isspace() else data


def _encoding(head: bytes) -> str | None:
    """Return the encoding a document names, `utf-8` where it names none, None where it is seen to be UTF-16."""
    if head.startswith(_UTF16) or b"\x00" in head[:64]:
        return None
    declared = _DECLARED.match(_trimmed(head[:400].removeprefix(_BOM)))
    return declared[1].decode("ascii").lower() if declared else "utf-8"


def _overruled(head: bytes) -> str | None:
    """Return UTF-8 for a document that calls itself UTF-16 and cannot be: written as text, then saved."""
    name = _encoding(head)
    return "utf-8" if name is not None and name.startswith("utf-16") else None


def _malformed(error: etree.XMLSyntaxError, source: Source) -> Refusal:
    """Return the refusal of a document that is not well-formed; a cut-off one gets its own sentence."""
    line, words = error.lineno, str(error)
    if "encoding" in words.lower():
        return _wrong_encoding(source, line)
    if "Resource limit" in words or "Excessive depth" in words:
        return refuse(
            source.name,
            "Het bestand heeft een veld of een diepte die geen echt bestand heeft.",
            "Eén veld van meer dan 10 MB, of meer dan 255 elementen in elkaar, lezen we niet.",
            "Laat grote bijlagen weg, of exporteer het bestand opnieuw.",
            line=line,
        )
    if _cut_off(words, source):
        return refuse(
            source.name,
            "Het bestand is afgebroken.",
            "Het einde van het XML-document ontbreekt.",
            "Download of exporteer het bestand opnieuw en lever het in zijn geheel aan.",
            line=line,
        )
    return refuse(
        source.name,
        "Het bestand is geen geldige XML.",
        f"Regel {line} volgt de regels van XML niet.",
        "Exporteer het bestand opnieuw en bewerk het niet met de hand.",
        line=line,
    )


def _cut_off(words: str, source: Source) -> bool:
    """Test if the document ends where the parser expected more."""
    return not _ends_in_a_tag(source) or any(sign in words for sign in _CUT_OFF)


def _ends_in_a_tag(source: Source) -> bool:
    """Test if the last byte that says something closes a tag."""
    last = b""
    with source.open() as file:
        while data := file.read(1 << 20):
            last = data.rstrip(_BLANK)[-1:] or last
    return last == b">"


def _refuse_dtd_seen(source: Source) -> None:
    """Raise `Refusal` where the first look shows a DTD."""
    if _DTD.match(source.head.removeprefix(_BOM)):
        raise _dtd_refusal(source.name)


def _refuse_dtd(element: etree._Element, file: str) -> None:
    """Raise `Refusal` where the document brought a DTD in an encoding the first look could not see."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise _dtd_refusal(file)


def _dtd_refusal(file: str) -> Refusal:
    """Return the refusal of a document that brings its own definitions."""
    return refuse(
        file,
        "Het bestand bevat een DOCTYPE.",
        "Eigen definities (entiteiten) in XML kunnen een computer lamleggen of bestanden opvragen; "
        "bank- en factuurbestanden hebben ze niet.",
        "Lever het bestand aan zoals de bank of het factuurprogramma het maakt, zonder DOCTYPE.",
        line=1,
    )


def _not_utf8(source: Source, place: int) -> Refusal:
    """Return the refusal of a document that is UTF-8, by name or by default, but for the byte at this place."""
    with source.open() as file:
        lines, left = 1, place
        while left and (data := file.read(min(left, 1 << 20))):
            lines, left = lines + data.count(b"\n"), left - len(data)
    return refuse(
        source.name,
        "De tekens in het bestand kloppen niet met de opgegeven codering.",
        f"Het bestand noemt zich UTF-8, maar byte {place + 1} hoort daar niet in; "
        "vermoedelijk is het Latin-1 (Windows-1252).",
        "Exporteer opnieuw als UTF-8, of laat de eerste regel de echte codering noemen.",
        line=lines,
    )


def _wrong_encoding(source: Source, line: int | None) -> Refusal:
    """Return the refusal of a document in an encoding that it does not keep to, or that nobody knows."""
    name = (_encoding(source.head) or "utf-16").upper()[:32]
    return refuse(
        source.name,
        "De tekens in het bestand kloppen niet met de opgegeven codering.",
        f"Het bestand noemt zich {name}, maar bevat bytes die daar niet in horen, of die codering kennen we niet.",
        "Exporteer opnieuw als UTF-8, of laat de eerste regel de echte codering noemen.",
        line=line,
    )
