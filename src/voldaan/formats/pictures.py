"""The pictures of a house style: an SVG drawing or a PNG, and nothing in it that could reach outside or hide.

What comes out is always one SVG text: a drawing as it came, or a PNG inside of one, without its remarks. The letter
knows one kind of picture only.
"""

import base64
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final, cast

from lxml import etree

from voldaan.formats.findings import refuse
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal
from voldaan.formats.xml import looks_like_xml, parse

BYTES_MAX: Final = 200_000
PIXELS_MAX: Final = 4_000
"""Of a side: a letter shows a logo at most 80 mm wide, and prints at 600 dots an inch."""
PIXELS_MIN: Final = 16

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_KEPT: Final = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
"""The rest says who made it, when and where: no business of who gets the letter."""
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_SVG_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_SHAPES: Final = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline",
        "polygon", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "style",
    }
)  # fmt: skip
_REACHES_OUT: Final = re.compile(r"url\(\s*[\"']?(?!#)|@import|expression\(|javascript:|data:", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s*[0-9]+(?:\.[0-9]+)?\s*(?:px|pt|mm|cm|in|)\s*$")


def recognises(head: bytes) -> bool:
    """Test if the bytes begin as a picture of one of the two kinds does."""
    return head.startswith(_PNG) or (looks_like_xml(head) and b"<svg" in head[:4096])


def read(name: str, content: bytes) -> str:
    """Return the picture in these bytes as one SVG text.

    Raises:
        Refusal: it is too large, damaged, of another kind, or holds what a logo does not need.
    """
    if len(content) > BYTES_MAX:
        raise refuse(
            name,
            f"De afbeelding is {len(content) // 1000} kB groot.",
            f"Zij gaat met elke brief mee, en mag daarom hoogstens {BYTES_MAX // 1000} kB zijn.",
            "Sla haar kleiner op: een logo als SVG is zelden groter dan 20 kB.",
        )
    if content.startswith(_PNG):
        return _png(name, content)
    if recognises(content[:4096]):
        return _svg(name, content)
    raise refuse(
        name,
        "Dit is geen SVG en geen PNG.",
        "Andere soorten, zoals JPEG en PDF, worden in een brief onscherp of kunnen meer dan een plaatje zijn.",
        "Sla de afbeelding op als SVG, of als PNG.",
    )


def _svg(name: str, content: bytes) -> str:
    root = parse(Source.of_bytes(content, name))
    for element in root.iter():
        _check_element(name, element)
    for remark in root.findall(f"{{{_SVG_NAMESPACE}}}metadata"):
        root.remove(remark)
    if not _has_size(root):
        raise refuse(
            name,
            "De tekening zegt niet hoe groot zij is.",
            "Zonder viewBox, of width en height, weten wij niet hoe breed zij naast haar hoogte wordt.",
            "Sla haar opnieuw op met een viewBox.",
        )
    return etree.tostring(root, encoding="unicode")


def _check_element(name: str, element: etree._Element) -> None:
    tag = etree.QName(element)
    if _is_remark(element):
        return
    if tag.namespace != _SVG_NAMESPACE or tag.localname not in _SHAPES:
        how = (
            "Zet letters om in vormen (‘convert to outlines’)"
            if tag.localname in ("text", "tspan")
            else "Laat dat weg"
        )
        raise _not_plain(name, f"<{tag.localname}>", element, how)
    if tag.localname == "style" and _REACHES_OUT.search(element.text or ""):
        raise _not_plain(name, "een stijl die iets van buiten haalt", element, "Laat die weg")
    for key, value in element.attrib.items():
        attribute = etree.QName(str(key)).localname.lower()
        outside = attribute == "href" and not str(value).startswith("#")
        if outside or attribute.startswith("on") or _REACHES_OUT.search(str(value)):
            raise _not_plain(name, f"{attribute}=…", element, "Laat dat weg")


def _is_remark(element: etree._Element) -> bool:
    """Test if this is, or stands in, what a drawing program notes about itself."""
    remarks = f"{{{_SVG_NAMESPACE}}}metadata"
    return element.tag == remarks or any(parent.tag == remarks for parent in element.iterancestors())


def _not_plain(name: str, what: str, element: etree._Element, how: str) -> Refusal:
    return refuse(
        name,
        f"De tekening bevat {what}.",
        "Een logo heeft alleen vormen: wat kan laden, draaien of een eigen lettertype vraagt, nemen wij niet op.",
        f"{how}, en sla haar op als gewone SVG (‘plain SVG’).",
        line=cast("int | None", element.sourceline),
    )


def _has_size(root: etree._Element) -> bool:
    box = str(root.get("viewBox", "")).replace(",", " ").split()
    sides = box[2:] if len(box) == 4 else [str(root.get("width", "")), str(root.get("height", ""))]
    return all(_NUMBER.match(side) and side.strip("0. ") for side in sides)


def _png(name: str, content: bytes) -> str:
    try:
        chunks = list(_chunks(content))
    except ValueError as error:
        raise _damaged(name, str(error)) from None
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND" or len(chunks[0][1]) != 13:
        raise _damaged(name, "het begin of het einde ontbreekt")
    width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", chunks[0][1])
    if not (PIXELS_MIN <= width <= PIXELS_MAX and PIXELS_MIN <= height <= PIXELS_MAX):
        raise refuse(
            name,
            f"De afbeelding is {width} bij {height} beeldpunten.",
            f"Een zijde heeft er {PIXELS_MIN} tot {PIXELS_MAX}: minder is onleesbaar, meer ziet niemand in een brief.",
            "Sla haar in een andere maat op.",
        )
    if colour not in _CHANNELS or depth not in (1, 2, 4, 8, 16):
        raise _damaged(name, "de soort kleur bestaat niet")
    _check_pixels(name, chunks, height * (1 + (width * depth * _CHANNELS[colour] + 7) // 8), bool(interlace))
    plain = _PNG + b"".join(_chunk(kind, body) for kind, body in chunks if kind in _KEPT)
    data = base64.b64encode(plain).decode("ascii")
    return (
        f'<svg xmlns="{_SVG_NAMESPACE}" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    )


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG)
    while place + 12 <= len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        end = place + 12 + length
        if end > len(content):
            raise ValueError("het is afgebroken")
        kind, body = content[place + 4 : place + 8], content[place + 8 : end - 4]
        if zlib.crc32(kind + body) != struct.unpack(">I", content[end - 4 : end])[0]:
            raise ValueError("het controlegetal van een deel klopt niet")
        yield kind, body
        place = end


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _check_pixels(name: str, chunks: list[tuple[bytes, bytes]], expected: int, interlaced: bool) -> None:
    """Refuse a picture that unpacks to something else than its own measures, as a bomb does."""
    unpacking = zlib.decompressobj()
    # The seven passes of an interlaced picture each round their lines up.
    most = expected * 2 + 64 if interlaced else expected
    try:
        pixels = unpacking.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"), most + 1)
    except zlib.error:
        raise _damaged(name, "de beeldpunten zijn niet uit te pakken") from None
    if len(pixels) > most or (len(pixels) < expected and not interlaced):
        raise _damaged(name, "het heeft niet zoveel beeldpunten als het zegt")


def _damaged(name: str, why: str) -> Refusal:
    return refuse(
        name, "De PNG is beschadigd.", f"Van het bestand geldt: {why}.", "Sla de afbeelding opnieuw op."
    )
