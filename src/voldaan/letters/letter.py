"""The letter: an accessible PDF (PDF/A-2a and PDF/UA-1), the same facts the same bytes.

One Typst compiler a thread, kept: two threads may not share one, and making one costs more than a letter.
A process that has set a letter must not fork afterwards (Typst's own threads are lost): start, do not fork.
"""

import json
import threading
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path
from typing import Any, Final

import typst

from voldaan.letters.content import Content
from voldaan.letters.style import HouseStyle

_FOLDER: Final = Path(str(resources.files("voldaan.letters")))
_kept = threading.local()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressZone:
    """Where on the first page the address stands, so that it shows in the window of an envelope."""

    top_mm: int
    width_mm: int


C5_6: Final = AddressZone(top_mm=45, width_mm=95)
"""The Dutch envelope with its window at the left."""
PINGEN: Final = AddressZone(top_mm=62, width_mm=82)
"""Pingen reads from 60 to 85.5 mm, and prints the stamp where nothing may stand: from 40 to 60 mm."""


class LetterRefused(ValueError):
    """The letter cannot be set as it should look. Says why, and what to do."""


def pdf_of(content: Content, style: HouseStyle, *, day: date, zone: AddressZone = C5_6) -> bytes:
    """Return the letter as PDF bytes, dated `day`."""
    try:
        pdf, warnings = _compiler().compile_with_warnings(
            format="pdf",
            sys_inputs={"content": _data(content, style, day, zone)},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    except typst.TypstError as error:
        raise LetterRefused(_refusal(content, error.message)) from None
    if warnings:
        raise LetterRefused(_refusal(content, warnings[0].message))
    if not isinstance(pdf, bytes):
        raise LetterRefused(_refusal(content, "nothing came out"))
    return pdf


def png_of(content: Content, style: HouseStyle, *, day: date, dots: float = 96) -> bytes:
    """Return the first page of the letter as a picture, to be looked at on a screen."""
    try:
        drawn = _compiler().compile(
            format="png", ppi=dots, sys_inputs={"content": _data(content, style, day, C5_6)}
        )
    except typst.TypstError as error:
        raise LetterRefused(_refusal(content, error.message)) from None
    first = drawn[0] if isinstance(drawn, list) else drawn
    if not isinstance(first, bytes):
        raise LetterRefused(_refusal(content, "nothing came out"))
    return first


def _compiler() -> typst.Compiler:
    compiler: typst.Compiler | None = getattr(_kept, "compiler", None)
    if compiler is None:
        # Only the fonts of the package: a letter must look the same on every machine.
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FOLDER / "fonts")]
        )
        compiler = typst.Compiler(str(_FOLDER / "letter.typ"), root=str(_FOLDER), font_paths=fonts)
        _kept.compiler = compiler
    return compiler


def _data(content: Content, style: HouseStyle, day: date, zone: AddressZone) -> str:
    data = _fields(content)
    data["accent"] = style.accent
    data["ground"] = style.ground_shown
    data["typeface"] = style.typeface
    data["logo"] = style.logo_svg
    data["logo_at"] = style.logo_at
    # A printer that reads the address itself looks for it at the left.
    data["window"] = style.window if zone == C5_6 else "left"
    data["address_top"], data["address_width"] = zone.top_mm, zone.width_mm
    data["signature_svg"] = style.signature_svg if content.signed else None
    data["day"] = {"year": day.year, "month": day.month, "day": day.day}
    return json.dumps(data, ensure_ascii=False, default=_fields)


def _fields(part: Any) -> dict[str, Any]:
    """Return the fields of a part of the content by their names; `asdict` would copy each of them first."""
    return {field.name: getattr(part, field.name) for field in fields(part)}


def _refusal(content: Content, message: str) -> str:
    return (
        f'The letter "{content.subject}" to {content.address[0]} could not be set: {message}. '
        "If a name or text holds a character outside the Latin, Greek or Cyrillic script, write it in one of those."
    )
