"""Colours that people can read: contrast as WCAG 2.2 counts it, and the nearest shade that has enough of it."""

import re
from typing import Final

WHITE: Final = "#ffffff"
CONTRAST_MIN: Final = 4.5
"""WCAG 2.2, success criterion 1.4.3: text against its background."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(colour: str) -> bool:
    """Test if this is a colour as we write it: #146b4a."""
    return _HEX.fullmatch(colour) is not None


def contrast(one: str, other: str) -> float:
    """Return how much two colours stand out against each other: 1 is not at all, 21 is black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def contrast_with_white(colour: str) -> float:
    """Return how much `colour` stands out against white."""
    return contrast(colour, WHITE)


def is_readable(colour: str, ground: str) -> bool:
    """Test if a text in this colour can be read on this ground."""
    return contrast(colour, ground) >= CONTRAST_MIN


def tint(colour: str, percent: int) -> str:
    """Return `colour` mixed into white, so many parts in a hundred, for the ground of a box."""
    return mixed(colour, WHITE, percent)


def mixed(colour: str, other: str, percent: int) -> str:
    """Return so many parts in a hundred of `colour` with the rest of `other`."""
    parts = (
        round(there - (there - here) * percent / 100)
        for here, there in zip(_rgb(colour), _rgb(other), strict=True)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def nearest_readable(colour: str, *grounds: str) -> str:
    """Return the shade nearest to `colour` that can be read on all these grounds: darker on light, lighter on dark."""
    end = "#000000" if is_readable("#000000", grounds[0]) else WHITE
    shades = (mixed(colour, end, percent) for percent in range(100, -1, -1))
    return next((one for one in shades if all(is_readable(one, ground) for ground in grounds)), end)


def nearest_ground(ground: str, *texts: str) -> str:
    """Return the lightest shade nearest to `ground` on which all these texts can be read."""
    shades = (mixed(ground, WHITE, percent) for percent in range(100, -1, -1))
    return next((one for one in shades if all(is_readable(text, one) for text in texts)), WHITE)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
