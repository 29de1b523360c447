"""The one way XML enters: no entities, no network, no DTD, no endless trees; each refusal has its sentence."""

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from voldaan.formats.findings import refuse
from voldaan.formats.values import Refusal

SIZE_MAX_BYTES = 512 * 1024 * 1024

_DECLARED = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*+<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DTD = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def looks_like_xml(data: bytes) -> bool:
    """Test if the bytes begin as XML does."""
    if data.startswith(_UTF16):
        return "<" in data[:64].decode("utf-16", "ignore")[:2]
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def root_name(data: bytes) -> tuple[str | None, str] | None:
    """Return namespace and names of the first two elements as `(…, "Root/Child")`, None where unreadable."""
    namespace, names = None, []
    try:
        for _, element in _events(data, ("start",), None):
            name = etree.QName(element)
            namespace = namespace or name.namespace
            names.append(name.localname)
            if len(names) == 2:
                break
    except (etree.XMLSyntaxError, ValueError):
        pass
    return (namespace, "/".join(names)) if names else None


def parse(data: bytes, file: str) -> etree._Element:
    """Return the root of a whole document, or raise `Refusal`."""
    check(data, file)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise malformed(error, data, file) from None
    _refuse_dtd(root, file)
    return root


def stream(data: bytes, file: str, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """Yield each element of these tags when it is complete; the caller clears what it has read."""
    check(data, file)
    first = True
    try:
        for _, element in _events(data, ("end",), tags):
            if first:
                _refuse_dtd(element, file)
                first = False
            yield element
    except etree.XMLSyntaxError as error:
        raise malformed(error, data, file) from None


def check(data: bytes, file: str) -> None:
    """Raise `Refusal` for a document that is too large, brings a DTD or is not in the encoding it names."""
    if len(data) > SIZE_MAX_BYTES:
        raise refuse(
            file,
            "Het bestand is te groot.",
            f"Meer dan {SIZE_MAX_BYTES // 1024**2} MB lezen we niet in één keer.",
            "Splits het bestand, bijvoorbeeld per maand.",
        )
    if _DTD.match(data[:65536]):
        raise _dtd_refusal(file)
    _check_encoding(data, file)


def malformed(error: etree.XMLSyntaxError, data: bytes, file: str) -> Refusal:
    """Return the refusal of a document that is not well-formed; a cut-off one gets its own sentence."""
    line = error.lineno
    if _cut_off(error, data):
        return refuse(
            file,
            "Het bestand is afgebroken.",
            "Het einde van het XML-document ontbreekt.",
            "Download of exporteer het bestand opnieuw en lever het in zijn geheel aan.",
            line=line,
        )
    return refuse(
        file,
        "Het bestand is geen geldige XML.",
        f"Regel {line} volgt de regels van XML niet.",
        "Exporteer het bestand opnieuw en bewerk het niet met de hand.",
        line=line,
    )


def _cut_off(error: etree.XMLSyntaxError, data: bytes) -> bool:
    """Test if the document ends where the parser expected more."""
    if not data.rstrip(b"\x00\t\r\n ").endswith(b">"):
        return True
    words = str(error)
    return any(
        sign in words
        for sign in (
            "Premature end",
            "EndTag: '</' not found",
            "Couldn't find end",
            "no element found",
            "not terminated",
            "Unfinished",
        )
    )


def _events(
    data: bytes, kinds: tuple[str, ...], tags: tuple[str, ...] | None
) -> Iterator[tuple[str, etree._Element]]:
    """Return lxml's own stream, hardened as the whole-document parser is."""
    events: Iterator[tuple[str, etree._Element]] = etree.iterparse(
        BytesIO(data),
        events=kinds,
        tag=tags,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
    )
    return events


def _parser() -> etree.XMLParser:
    """Return a fresh hardened parser; one is not safely shared between threads."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
    )


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


def _check_encoding(data: bytes, file: str) -> None:
    """Raise `Refusal` where a document that is UTF-8, by name or by default, has other bytes."""
    declared = _DECLARED.match(data[:400])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name not in ("utf-8", "utf8") or data.startswith(_UTF16) or b"\x00" in data[:64]:
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise refuse(
            file,
            "De tekens in het bestand kloppen niet met de opgegeven codering.",
            f"Het bestand noemt zich UTF-8, maar byte {error.start + 1} hoort daar niet in; "
            "vermoedelijk is het Latin-1 (Windows-1252).",
            "Exporteer opnieuw als UTF-8, of laat de eerste regel de echte codering noemen.",
            line=data.count(b"\n", 0, error.start) + 1,
        ) from None
