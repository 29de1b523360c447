'''The language of house styles: a short TOML text becomes a `StyleText`, or sentences that say what to write instead.

>>> style = read_style("""
... name = "Molen"
... accent = "#1f4e79"
... window = "right"
... footer = ["{name} · KvK {coc_number} · btw {vat_number}"]
... """)
>>> style.accent, style.window, style.placed
('#1f4e79', 'right', ('name', 'coc_number', 'vat_number'))
'''

import json
import re
import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any, Final, NamedTuple

from voldaan.domain.strategy.lines import Place, places
from voldaan.letters.colours import (
    CONTRAST_MIN,
    WHITE,
    contrast,
    is_colour,
    is_readable,
    nearest_ground,
    nearest_readable,
)
from voldaan.letters.style import INK, MUTED, NIGHT, PAPER, SIDES, TYPEFACES, HouseStyle, Side, Typeface
from voldaan.letters.style_lines import PLACES, places_in

LETTERHEAD_LINES_MAX: Final = 10
LETTERHEAD_BESIDE_BRAND_MAX: Final = 6
"""Where the logo or the name stands above it, in the same column: more would push the amount down the page."""
LETTERHEAD_WIDTHS: Final[dict[Side, int]] = {"left": 34, "right": 44}
"""By the side of the window: how many characters of the letterhead stand beside each other in the widest typeface."""
FOOTER_LINES_MAX: Final = 4
SIGNATURE_LINES_MAX: Final = 3
LINE_CHARACTERS_MAX: Final = 120
NAME_CHARACTERS_MAX: Final = 80

_PICTURE: Final = re.compile(r"sha256:([0-9a-f]{64})")
_BRACED: Final = re.compile(r"\{[^{}]*\}")
_LINES_MAX: Final = {
    "letterhead": LETTERHEAD_LINES_MAX,
    "footer": FOOTER_LINES_MAX,
    "signature_lines": SIGNATURE_LINES_MAX,
}
_CHOICES: Final[dict[str, tuple[str, ...]]] = {"typeface": TYPEFACES, "window": SIDES, "logo_at": SIDES}
_COLOURS: Final = ("accent", "ground", "accent_dark")
_GROUNDS: Final = {
    "accent": ("wit papier", "white paper"),
    "ground": ("dit vlak", "this ground"),
    "accent_dark": ("een donker scherm", "a dark screen"),
}
"""What each colour meets."""
_PICTURES: Final = ("logo", "signature")


class StyleProblem(NamedTuple):
    """What is wrong with a text, where, and what to write instead."""

    line: int | None
    key: str
    nl: str
    en: str

    def told(self, language: str) -> str:
        """Return the problem with its line."""
        words = self.en if language == "en" else self.nl
        if self.line is None:
            return words
        return f"{'Line' if language == 'en' else 'Regel'} {self.line}: {words}"


class StyleError(ValueError):
    """A house style that cannot be used, with a sentence for each problem."""

    def __init__(self, *problems: StyleProblem) -> None:
        """Keep the problems in the order of their lines."""
        self.problems = tuple(sorted(problems, key=lambda one: one.line or 0))
        super().__init__("\n".join(one.told("nl") for one in self.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleText:
    """A house style as people write it: pictures are named by their digest."""

    name: str
    """What the style is called in lists."""
    heading: str = ""
    """What stands at the top of a message. Empty: the sender's own name."""
    accent: str
    ground: str = ""
    accent_dark: str = ""
    typeface: Typeface = "Source Sans 3"
    window: Side = "left"
    logo: str = ""
    logo_at: Side = "left"
    letterhead: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    signature_of: str = ""
    signature_lines: tuple[str, ...] = ()
    signature: str = ""

    @property
    def placed(self) -> tuple[str, ...]:
        """Return the facts of the sender that its lines ask for."""
        return places_in((*self.letterhead, *self.footer, *self.signature_lines))

    @property
    def lines(self) -> tuple[str, ...]:
        """Return every line that people wrote."""
        return (*self.letterhead, *self.footer, *self.signature_lines)

    def with_pictures(self, *, logo_svg: str | None, signature_svg: str | None) -> HouseStyle:
        """Return the house style with its pictures in place of their digests."""
        return HouseStyle(
            name=self.heading or None,
            accent=self.accent,
            ground=self.ground,
            accent_dark=self.accent_dark,
            typeface=self.typeface,
            window=self.window,
            logo_svg=logo_svg,
            logo_at=self.logo_at,
            letterhead=self.letterhead,
            footer=self.footer,
            signature_of=self.signature_of,
            signature_lines=self.signature_lines,
            signature_svg=signature_svg,
        )


KEYS: Final = tuple(field.name for field in fields(StyleText))


def read_style(text: str) -> StyleText:
    """Return the house style that a TOML text describes.

    Raises:
        StyleError: the text is not TOML, lacks something, says something unknown, or cannot be read on paper.
    """
    try:
        told = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise StyleError(_not_toml(error, text)) from None
    reader = _Reader(places(text))
    found = reader.values(told)
    if reader.problems:
        raise StyleError(*reader.problems)
    return StyleText(**found)


def style_toml(values: dict[str, Any]) -> str:
    """Return the TOML text that says these values; what is empty is left out."""
    lines = []
    for key in KEYS:
        value = values.get(key)
        if value in (None, "", (), []):
            continue
        shown = _list_of(value) if isinstance(value, tuple | list) else _quoted(value)
        lines.append(f"{key} = {shown}")
    return "\n".join(lines) + "\n"


def digest_in(picture: str) -> str:
    """Return the digest in "sha256:…"; empty where no picture is named."""
    found = _PICTURE.fullmatch(picture)
    return found[1] if found else ""


def _quoted(value: Any) -> str:
    # JSON's way of quoting is TOML's, save that TOML wants the sign DEL escaped as well.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _list_of(values: Any) -> str:
    return "[" + ", ".join(map(_quoted, values)) + "]"


def _not_toml(error: Exception, text: str) -> StyleProblem:
    found = re.search(r"line (\d+)", str(error))
    return StyleProblem(
        int(found[1]) if found else text.rstrip("\n").count("\n") + 1,
        "",
        f"dit is niet te lezen als TOML ({error}). Schrijf elk gegeven als naam = waarde, en teksten tussen "
        "aanhalingstekens.",
        f"this is not readable as TOML ({error}). Write each fact as name = value, and texts in quotes.",
    )


class _Reader:
    """Takes each value and keeps every problem it meets."""

    def __init__(self, lines: dict[Place, int]) -> None:
        self.lines = lines
        self.problems: list[StyleProblem] = []

    def values(self, told: dict[str, Any]) -> dict[str, Any]:
        found = {key: value for key, given in told.items() if (value := self._value(key, given)) is not None}
        for key, example in (("name", '"Molen"'), ("accent", '"#146b4a"')):
            if key not in told:
                self._says(
                    key,
                    f"de huisstijl mist {key}. Schrijf {key} = {example}.",
                    f"the house style lacks {key}. Write {key} = {example}.",
                )
        self._see_colours(found)
        self._see_letterhead(found)
        return found

    def _value(self, key: str, given: Any) -> Any:
        if key not in KEYS:
            return self._unknown(key)
        if key in _LINES_MAX:
            return self._lines_of(key, given)
        if not isinstance(given, str) or (not given.strip() and key in ("name", "accent")):
            return self._says(
                key,
                f"{key} is {_shown(given)}. Schrijf een tekst tussen aanhalingstekens.",
                f"{key} is {_shown(given)}. Write a text in quotes.",
            )
        value = given.strip()
        if key in _CHOICES and value not in _CHOICES[key]:
            return self._says(
                key,
                f"{key} is {_shown(value)}. Kies uit: {', '.join(_CHOICES[key])}.",
                f"{key} is {_shown(value)}. Choose from: {', '.join(_CHOICES[key])}.",
            )
        if key in _COLOURS and value and not is_colour(value):
            return self._says(
                key,
                f'{key} is {_shown(value)}. Schrijf een kleur als "#146b4a": een hekje en zes tekens, 0-9 en a-f.',
                f'{key} is {_shown(value)}. Write a colour as "#146b4a": a hash and six signs, 0-9 and a-f.',
            )
        if key in _PICTURES and value and not digest_in(value):
            return self._says(
                key,
                f"{key} is {_shown(value)}. Geef het bestand bij het bewaren mee (--{key}); dan staat hier zijn "
                'vingerafdruk: "sha256:…".',
                f"{key} is {_shown(value)}. Give the file when you keep the style (--{key}); then its digest stands "
                'here: "sha256:…".',
            )
        return value if self._fits(key, value) else None

    def _fits(self, key: str, value: str) -> bool:
        most = NAME_CHARACTERS_MAX if key not in _PICTURES else 100
        if len(value) > most or any(not sign.isprintable() for sign in value):
            self._says(
                key,
                f"{key} heeft meer dan {most} tekens, of een teken dat niet te drukken is. Kort het in.",
                f"{key} has more than {most} characters, or one that cannot be printed. Shorten it.",
            )
            return False
        return True

    def _lines_of(self, key: str, given: Any) -> tuple[str, ...] | None:
        if not isinstance(given, list) or not all(isinstance(line, str) for line in given):
            self._says(
                key,
                f'{key} is {_shown(given)}. Schrijf een lijst van regels: {key} = ["…", "…"].',
                f'{key} is {_shown(given)}. Write a list of lines: {key} = ["…", "…"].',
            )
            return None
        lines = tuple(line.strip() for line in given if line.strip())
        known = self._lines_fit(key, lines) and self._places_known(key, lines)
        return lines if known else None

    def _see_letterhead(self, found: dict[str, Any]) -> None:
        """See that the letterhead ends above the amount, as it is broken into lines beside the address."""
        window: Side = found.get("window", "left")
        has_logo = bool(found.get("logo"))
        has_brand = found.get("logo_at", "left") != window if has_logo else window == "right"
        most = LETTERHEAD_BESIDE_BRAND_MAX if has_brand else LETTERHEAD_LINES_MAX
        wide = LETTERHEAD_WIDTHS[window]
        count = sum(-(-len(line) // wide) for line in found.get("letterhead", ()))
        if count <= most:
            return
        nl, en = ("het logo" if has_logo else "uw naam", "the logo" if has_logo else "your name")
        self._says(
            "letterhead",
            f"letterhead is op papier {count} regels hoog (een regel heeft daar {wide} tekens), en er passen er {most}"
            f"{f' onder {nl}' if has_brand else ''}: het bedrag zou te laag op de bladzijde komen. Haal regels weg, of "
            "zet ze in footer.",
            f"letterhead is {count} lines high on paper (a line has {wide} characters there), and {most} fit"
            f"{f' below {en}' if has_brand else ''}: the amount would come too low on the page. Take lines away, or "
            "put them in footer.",
        )

    def _lines_fit(self, key: str, lines: tuple[str, ...]) -> bool:
        most = _LINES_MAX[key]
        if len(lines) > most:
            self._says(
                key,
                f"{key} heeft {len(lines)} regels, en er passen er {most}. Haal er {len(lines) - most} weg.",
                f"{key} has {len(lines)} lines, and {most} fit. Take {len(lines) - most} away.",
            )
        bad = [line for line in lines if len(line) > LINE_CHARACTERS_MAX or not line.isprintable()]
        if bad:
            self._says(
                key,
                f"in {key} heeft {_shown(bad[0])} meer dan {LINE_CHARACTERS_MAX} tekens, of een teken dat niet te "
                "drukken is. Kort de regel in.",
                f"in {key}, {_shown(bad[0])} has more than {LINE_CHARACTERS_MAX} characters, or one that cannot be "
                "printed. Shorten the line.",
            )
        return not bad and len(lines) <= most

    def _places_known(self, key: str, lines: tuple[str, ...]) -> bool:
        strange = [name for name in places_in(lines) if name not in PLACES]
        loose = [line for line in lines if set("{}") & set(_BRACED.sub("", line))]
        if strange or loose:
            known = ", ".join(f"{{{name}}}" for name in PLACES)
            shown = f"{{{strange[0]}}}" if strange else _shown(loose[0])
            near = get_close_matches(strange[0], PLACES, n=1) if strange else []
            meant = (f" Bedoelt u {{{near[0]}}}?", f" Do you mean {{{near[0]}}}?") if near else ("", "")
            self._says(
                key,
                f"in {key} kennen wij {shown} niet.{meant[0]} Tussen accolades kan staan: {known}.",
                f"in {key}, {shown} is not known.{meant[1]} Between braces can stand: {known}.",
            )
            return False
        return True

    def _see_colours(self, found: dict[str, Any]) -> None:
        """Refuse each pair of colours in use that cannot be read, and offer the nearest that can."""
        accent, ground, dark = (found.get(key, "") for key in _COLOURS)
        if accent and not (is_readable(accent, WHITE) and is_readable(accent, PAPER)):
            self._unreadable("accent", (accent, PAPER), nearest_readable(accent, WHITE, PAPER))
        if ground and not (is_readable(INK, ground) and is_readable(MUTED, ground)):
            self._unreadable("ground", (MUTED, ground), nearest_ground(ground, INK, MUTED))
        if dark and not is_readable(dark, NIGHT):
            self._unreadable("accent_dark", (dark, NIGHT), nearest_readable(dark, NIGHT))

    def _unreadable(self, key: str, pair: tuple[str, str], offer: str) -> None:
        ratio = f"{contrast(*pair):.2f}"
        nl, en = _GROUNDS[key]
        self._says(
            key,
            f"tekst in {pair[0]} is op {nl} niet goed te lezen: het contrast is {ratio.replace('.', ',')}, en "
            f"{str(CONTRAST_MIN).replace('.', ',')} is nodig. De kleur die er het dichtst bij ligt en wel leesbaar is: "
            f'{key} = "{offer}".',
            f"text in {pair[0]} cannot be read well on {en}: its contrast is {ratio}, and {CONTRAST_MIN} is needed. "
            f'The nearest colour that can be read: {key} = "{offer}".',
        )

    def _unknown(self, key: str) -> None:
        near = get_close_matches(key, KEYS, n=1)
        meant = (f" Bedoelt u {near[0]}?", f" Do you mean {near[0]}?") if near else ("", "")
        self._says(
            key,
            f"{key} kennen wij niet in een huisstijl.{meant[0]} Er kan staan: {', '.join(KEYS)}.",
            f"{key} is not known in a house style.{meant[1]} What can stand there: {', '.join(KEYS)}.",
        )

    def _says(self, key: str, nl: str, en: str) -> None:
        line = self.lines.get(Place("", key), self.lines.get(Place(key)))
        self.problems.append(StyleProblem(line, key, nl, en))


def _shown(value: Any) -> str:
    return repr(value)[:60]
