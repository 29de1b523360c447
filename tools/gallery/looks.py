"""The house styles to draw: one file each, in the folder of who may wear it, with its pictures beside it."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from voldaan.formats import pictures
from voldaan.letters.style import HouseStyle
from voldaan.letters.style_text import read_style

STYLES: Final = Path(__file__).parent / "styles"
SENDERS: Final = ("own", "agency")
_BOTH: Final = "both"


@lru_cache(maxsize=1)
def styles() -> dict[str, HouseStyle]:
    """Return the house styles, by the name of their file."""
    return {file.stem: _style(file) for file in _files(_BOTH, *SENDERS)}


def style_names(sender: str) -> tuple[str, ...]:
    """Return the styles that a sender may wear, the plain one first."""
    return tuple(file.stem for file in _files(_BOTH, sender))


def _files(*folders: str) -> list[Path]:
    return [file for folder in folders for file in sorted((STYLES / folder).glob("*.toml"))]


def _style(file: Path) -> HouseStyle:
    told = read_style(file.read_text(encoding="utf-8"))
    return told.with_pictures(logo_svg=_drawn(file, "logo"), signature_svg=_drawn(file, "signature"))


def _drawn(file: Path, what: str) -> str | None:
    """Return the picture beside a style, as it would come out of the archive."""
    found = sorted(file.parent.glob(f"{file.stem}-{what}.*"))
    return pictures.read(found[0].name, found[0].read_bytes()) if found else None
