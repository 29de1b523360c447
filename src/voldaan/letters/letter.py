"""The letter: an accessible PDF (PDF/A-2a and PDF/UA-1), the same facts the same bytes."""

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from voldaan.letters.content import Content
from voldaan.letters.style import HouseStyle
from voldaan.letters.typesetting import CannotSet, first_page_from, pdf_from

TEMPLATE: Final = "letter.typ"


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
        return pdf_from(TEMPLATE, _data(content, style, day, zone), day=day)
    except CannotSet as error:
        raise LetterRefused(_refusal(content, str(error))) from None


def png_of(content: Content, style: HouseStyle, *, day: date, dots: float = 96) -> bytes:
    """Return the first page of the letter as a picture, to be looked at on a screen."""
    try:
        return first_page_from(TEMPLATE, _data(content, style, day, C5_6), dots=dots)
    except CannotSet as error:
        raise LetterRefused(_refusal(content, str(error))) from None


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
