"""A logo for the top of an e-mail: a PNG, since hardly any mail program draws SVG, on the ground that the e-mail has.

It has no clear ground of its own: where a program turns the colours for who reads in the dark, dark letters on
nothing would be gone.
"""

import json
import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from voldaan.letters.typesetting import first_page_from

HEIGHT_MAX: Final = 48
"""In pixels of a screen, as `WIDTH_MAX`."""
WIDTH_MAX: Final = 240
BYTES_MAX: Final = 40_000
"""Of a picture with two dots a pixel. A photograph that needs more is drawn with one, which is less than this."""
_POINTS_A_PIXEL: Final = 0.75
_DOTS_AN_INCH: Final = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailLogo:
    """The picture, and how large it is shown, in pixels of a screen."""

    png: bytes
    width: int
    height: int


@lru_cache(maxsize=32)
def email_logo(svg: str, ground: str) -> EmailLogo:
    """Return the logo on this ground (a colour), sharp also on a screen with two dots a pixel.

    Raises:
        CannotSet: it is no drawing.
    """
    told = json.dumps({
        "logo": svg, "ground": ground,
        "height": HEIGHT_MAX * _POINTS_A_PIXEL, "width": WIDTH_MAX * _POINTS_A_PIXEL,
    })  # fmt: skip
    once = first_page_from("logo.typ", told, dots=_DOTS_AN_INCH)
    twice = first_page_from("logo.typ", told, dots=2 * _DOTS_AN_INCH)
    width, height = struct.unpack(">II", once[16:24])
    return EmailLogo(png=twice if len(twice) <= BYTES_MAX else once, width=width, height=height)
