"""How a sender's messages look: the house style belongs to the sender, ours disappears."""

import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

from voldaan.letters.colours import (
    CONTRAST_MIN,
    contrast_with_white,
    is_colour,
    is_readable,
    nearest_ground,
    nearest_readable,
    tint,
)

INK: Final = "#1b1f23"
MUTED: Final = "#565b62"
PAPER: Final = "#fdfcf9"
NIGHT: Final = "#16191c"
"""The ground of an e-mail for whoever reads in the dark."""
VOLDAAN_GREEN: Final = "#146b4a"

Typeface = Literal["Source Sans 3", "Source Serif 4", "Atkinson Hyperlegible Next"]
TYPEFACES: Final[tuple[Typeface, ...]] = get_args(Typeface)
"""They come with the package, under the Open Font License. What one lacks is set in the first."""
Side = Literal["left", "right"]
SIDES: Final[tuple[Side, ...]] = get_args(Side)

FONT_STACKS: Final[dict[Typeface, str]] = {
    "Source Sans 3": "'Source Sans 3','Segoe UI',Roboto,Helvetica,Arial,sans-serif",
    "Source Serif 4": "'Source Serif 4',Georgia,'Times New Roman',serif",
    "Atkinson Hyperlegible Next": "'Atkinson Hyperlegible Next',Verdana,'Segoe UI',Arial,sans-serif",
}
"""For an e-mail, which loads no typeface: the nearest that the reader's machine has."""

_SVG_NOT_ALLOWED = re.compile(
    r"<!doctype|<!entity|<script|<foreignobject|<image(?![^>]*\shref=\"data:image/png;base64,)"
    r"|href\s*=\s*[\"'](?!#|data:image/png;base64,)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The name at the top, the colours, the typeface, the place of the address, a logo, and the lines of the sender."""

    name: str | None = None
    """What stands at the top. None: the sender's own name. An agency writes under its registered name, always."""
    accent: str = VOLDAAN_GREEN
    ground: str = ""
    """Behind the amount to pay. Empty: a breath of the accent."""
    accent_dark: str = ""
    """The accent for whoever reads in the dark. Empty: the nearest shade that can be read there."""
    typeface: Typeface = "Source Sans 3"
    window: Side = "left"
    """Where the window of the envelope is (C5/6)."""
    logo_svg: str | None = None
    """At the top. An e-mail has the name in words below it: no mail program blocks that."""
    logo_at: Side = "left"
    letterhead: tuple[str, ...] = ()
    """In the place of the sender's address and numbers. May hold what `style_lines` fills in, as do the next two."""
    footer: tuple[str, ...] = ()
    signature_of: str = ""
    """Whose signature `signature_svg` and `signature_lines` are. Empty: of whoever signs."""
    signature_lines: tuple[str, ...] = ()
    signature_svg: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be read, and what would load something."""
        _check_accent(self.accent)
        if self.ground:
            _check_ground(self.ground)
        if self.accent_dark:
            _check_accent_dark(self.accent_dark)
        _check_picture(self.logo_svg, "logo")
        _check_picture(self.signature_svg, "signature")

    @property
    def ground_shown(self) -> str:
        """Return what stands behind the amount."""
        return self.ground or tint(self.accent, 7)

    @property
    def accent_in_the_dark(self) -> str:
        """Return the accent on a dark ground."""
        return self.accent_dark or nearest_readable(self.accent, NIGHT)

    def signs(self, signer: str) -> bool:
        """Test if the signature of this style is that of whoever signs this message."""
        return not self.signature_of or self.signature_of == signer


def _check_accent(colour: str) -> None:
    if not is_colour(colour):
        raise ValueError(f'The accent colour "{colour}" is not a colour. Write it like "{VOLDAAN_GREEN}".')
    contrast = contrast_with_white(colour)
    if contrast < CONTRAST_MIN:
        raise ValueError(
            f"The accent colour {colour} is too light to read on white: its contrast is {contrast:.2f} "
            f"and must be at least {CONTRAST_MIN}. Choose a darker shade, as {nearest_readable(colour, PAPER)}."
        )


def _check_ground(colour: str) -> None:
    if not is_colour(colour) or not (is_readable(INK, colour) and is_readable(MUTED, colour)):
        offer = nearest_ground(colour, INK, MUTED) if is_colour(colour) else tint(VOLDAAN_GREEN, 7)
        raise ValueError(
            f'On the ground "{colour}" the grey text cannot be read. Choose a lighter one, as {offer}.'
        )


def _check_accent_dark(colour: str) -> None:
    if not is_colour(colour) or not is_readable(colour, NIGHT):
        offer = nearest_readable(colour if is_colour(colour) else VOLDAAN_GREEN, NIGHT)
        raise ValueError(
            f'The accent "{colour}" cannot be read in the dark. Choose a lighter one, as {offer}.'
        )


def _check_picture(svg: str | None, what: str) -> None:
    if svg is None:
        return
    if "<svg" not in svg:
        raise ValueError(
            f"The {what} is not an SVG drawing: it has no <svg> element. Export the {what} as SVG."
        )
    found = _SVG_NOT_ALLOWED.search(svg)
    if found:
        raise ValueError(
            f'The {what} contains "{found.group()}", which could load something from outside. '
            "Export it as a plain SVG with shapes only."
        )
