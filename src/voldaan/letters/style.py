"""How a sender's messages look: the house style belongs to the sender, ours disappears."""

import re
from dataclasses import dataclass
from typing import Final

INK: Final = "#1b1f23"
VOLDAAN_GREEN: Final = "#146b4a"
CONTRAST_MIN: Final = 4.5
"""WCAG 2.2, success criterion 1.4.3: text against its background."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_SVG_NOT_ALLOWED = re.compile(
    r"<!doctype|<!entity|<script|<foreignobject|<image|href\s*=\s*[\"'](?!#)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The name at the top, one colour, a logo if there is one, and the lines at the foot."""

    name: str | None = None
    """What stands at the top. None: the sender's own name."""
    accent: str = VOLDAAN_GREEN
    logo_svg: str | None = None
    """For the PDF letter. An e-mail shows the name, which no mail program blocks."""
    footer: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_accent(self.accent)
        _check_logo(self.logo_svg)


def contrast_with_white(colour: str) -> float:
    """Return how much `colour` stands out against white: 1 is not at all, 21 is black."""
    return contrast(colour, "#ffffff")


def contrast(one: str, other: str) -> float:
    """Return how much two colours stand out against each other (WCAG 2.2): 1 is not at all, 21 is black on white."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def tint(colour: str, percent: int) -> str:
    """Return `colour` mixed into white, so many parts in a hundred, for the ground of a box."""
    parts = (round(255 - (255 - part) * percent / 100) for part in _rgb(colour))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _check_accent(colour: str) -> None:
    if not _HEX.fullmatch(colour):
        raise ValueError(f'The accent colour "{colour}" is not a colour. Write it like "{VOLDAAN_GREEN}".')
    contrast = contrast_with_white(colour)
    if contrast < CONTRAST_MIN:
        raise ValueError(
            f"The accent colour {colour} is too light to read on white: its contrast is {contrast:.2f} "
            f"and must be at least {CONTRAST_MIN}. Choose a darker shade."
        )


def _check_logo(svg: str | None) -> None:
    if svg is None:
        return
    if "<svg" not in svg:
        raise ValueError("The logo is not an SVG drawing: it has no <svg> element. Export the logo as SVG.")
    found = _SVG_NOT_ALLOWED.search(svg)
    if found:
        raise ValueError(
            f'The logo contains "{found.group()}", which could load something from outside. '
            "Export it as a plain SVG with shapes only."
        )


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
