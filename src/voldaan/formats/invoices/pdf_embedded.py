"""The files inside a PDF: found wherever a writer may have put them, and unpacked no further than a limit.

A file is listed in the name tree of embedded files, among the associated files of the document, or pinned to a page;
writers do one of these, or all, and one file is then met three times.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from voldaan.formats.findings import refuse
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

EMBEDDED_MAX = 200
"""More files are not looked at; a hybrid invoice has one, and a few enclosures."""
UNPACKED_MAX_BYTES = 75_000_000
"""What one stream may unpack to; the library refuses more."""
ALL_UNPACKED_MAX_BYTES = 150_000_000
_NODES_MAX = 2000
_PAGES_MAX = 200
_PROTECTED = frozenset(("DependencyError", "FileNotDecryptedError", "WrongPasswordError"))
"""Errors of the library that mean a password. What needs AES asks for a library that we do not bring."""
_FILTERS = frozenset(
    ("/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/ASCIIHexDecode", "/AHx", "/ASCII85Decode", "/A85")
)
"""Ways to pack a file. Those for pictures have no place here, and may call another program."""

# What is wrong with somebody's file is told to its sender, not to our log.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """One file inside a PDF."""

    name: str
    content: bytes
    relation: str | None
    """What it is to the document (AFRelationship): Alternative, Source, Data, Supplement."""
    description: str | None
    media_type: str | None


def embedded_files(source: Source) -> list[Embedded]:
    """Return the files inside a PDF, or raise `Refusal` for one that cannot be opened."""
    data = source.whole()
    try:
        return _read(data, source.name)
    except Refusal:
        raise
    except MemoryError:
        raise _too_large(source.name) from None
    except Exception as error:  # noqa: BLE001 - a parser of damaged files fails in ways that nobody can list
        raise _refusal(type(error).__name__, source.name) from None


def _refusal(error: str, file: str) -> Refusal:
    """Return what an error of the library means for the sender of a file."""
    if error == "LimitReachedError":
        return _too_large(file)
    if error in _PROTECTED:
        return _protected(file)
    return refuse(
        file,
        "De PDF is beschadigd.",
        "De indeling van het bestand klopt niet, of het einde ontbreekt.",
        "Download of bewaar de PDF opnieuw en lever hem in zijn geheel aan.",
    )


def _read(data: bytes, file: str) -> list[Embedded]:
    """Return the files inside a PDF; raises whatever the library raises on a damaged one."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not _opens(reader):
        raise _protected(file)
    found: dict[int, Embedded] = {}
    left = ALL_UNPACKED_MAX_BYTES
    for place, specification in enumerate(_specifications(reader)):
        if len(found) >= EMBEDDED_MAX or place >= _NODES_MAX:
            break
        stream = _stream(specification)
        if stream is None or id(stream) in found:
            continue
        content = bytes(stream.get_data())
        left -= len(content)
        if left < 0:
            raise _too_large(file)
        found[id(stream)] = Embedded(
            name=_text(specification, "/UF") or _text(specification, "/F") or "",
            content=content,
            relation=(_text(specification, "/AFRelationship") or "").lstrip("/") or None,
            description=_text(specification, "/Desc"),
            media_type=(_text(stream, "/Subtype") or "").lstrip("/") or None,
        )
    return list(found.values())


def _opens(reader: Any) -> bool:
    """Test if a PDF that is only protected against changes opens with an empty password."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _specifications(reader: Any) -> Iterator[Any]:
    """Yield the file specifications of a document, some of them more than once."""
    root = reader.root_object
    names = _object(root.get("/Names"))
    if isinstance(names, dict):
        yield from _name_tree(_object(names.get("/EmbeddedFiles")))
    yield from _list(root.get("/AF"))
    for place, page in enumerate(reader.pages):
        if place >= _PAGES_MAX:
            return
        yield from _list(page.get("/AF"))
        for note in _list(page.get("/Annots")):
            if isinstance(note, dict) and note.get("/Subtype") == "/FileAttachment":
                yield _object(note.get("/FS"))


def _name_tree(top: Any) -> Iterator[Any]:
    """Yield the values of a name tree; one that runs in circles ends."""
    waiting: list[Any] = [top]
    seen: set[int] = set()
    while waiting and len(seen) < _NODES_MAX:
        node = waiting.pop()
        if not isinstance(node, dict) or id(node) in seen:
            continue
        seen.add(id(node))
        names = _object(node.get("/Names"))
        if isinstance(names, list):
            yield from (_object(value) for value in names[1::2])
        waiting += reversed(list(_list(node.get("/Kids"))))


def _stream(specification: Any) -> Any:
    """Return the stream of a file specification, None where it has none."""
    files = _object(specification.get("/EF")) if isinstance(specification, dict) else None
    if not isinstance(files, dict):
        return None
    for key in ("/UF", "/F", "/DOS", "/Unix", "/Mac"):
        stream = _object(files.get(key))
        if hasattr(stream, "get_data") and _filters(stream) <= _FILTERS:
            return stream
    return None


def _filters(stream: Any) -> set[Any]:
    """Return the names of the ways in which a stream is packed."""
    found = _object(stream.get("/Filter"))
    return set(found) if isinstance(found, list) else {found} - {None}


def _list(value: Any) -> Iterator[Any]:
    """Yield the objects of an array, or the only one where a writer left the array out."""
    found = _object(value)
    if isinstance(found, list):
        yield from (_object(one) for one in found)
    elif isinstance(found, dict):
        yield found


def _object(value: Any) -> Any:
    """Return what a reference points at."""
    return value.get_object() if hasattr(value, "get_object") else value


def _text(holder: Any, key: str) -> str | None:
    """Return a text or name of a dictionary."""
    value = _object(holder.get(key))
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return value if isinstance(value, str) and value else None


def _protected(file: str) -> Refusal:
    """Return the refusal of a PDF that does not open without a password, or only with means that we do not have."""
    return refuse(
        file,
        "De PDF is beveiligd.",
        "Zonder wachtwoord is niet te lezen welke factuur erin zit.",
        "Lever de PDF aan zonder beveiliging, of de factuur als UBL.",
    )


def _too_large(file: str) -> Refusal:
    """Return the refusal of a PDF that unpacks to more than any invoice."""
    return refuse(
        file,
        "De PDF pakt uit tot meer dan we lezen.",
        f"Eén onderdeel is uitgepakt groter dan {UNPACKED_MAX_BYTES // 1_000_000} MB.",
        "Bewaar de PDF kleiner, of lever de factuur als UBL aan.",
    )
