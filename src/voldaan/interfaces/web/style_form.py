"""The form of a house style: what a person typed becomes its text, and the text becomes the form again."""

from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.http import QueryDict

from voldaan.interfaces.web.page import Language
from voldaan.interfaces.web.texts import texts_in
from voldaan.letters.style import SIDES, TYPEFACES, VOLDAAN_GREEN
from voldaan.letters.style_text import KEYS, StyleProblem, style_toml

LINES: Final = ("letterhead", "footer", "signature_lines")
PICTURES: Final = ("logo", "signature")
COLOURS: Final = ("accent", "ground", "accent_dark")
_CHOICES: Final[dict[str, tuple[str, ...]]] = {"typeface": TYPEFACES, "window": SIDES, "logo_at": SIDES}
PARTS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("look", ("name", "heading", "accent", "ground", "accent_dark", "typeface")),
    ("paper", ("window", "logo", "logo_at", "letterhead", "footer")),
    ("signing", ("signature_of", "signature_lines", "signature")),
)


class Choice(NamedTuple):
    """One of the answers of a field."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of the form, with what is wrong with it."""

    name: str
    label: str
    help: str
    kind: str
    """ "text", "colour", "lines", "choice" or "picture"."""
    value: str
    choices: tuple[Choice, ...]
    errors: tuple[str, ...]


def typed_values(form: QueryDict) -> dict[str, Any]:
    """Return the values that a person typed, by the keys of a house style."""
    values: dict[str, Any] = {key: " ".join(form.get(key, "").split()) for key in KEYS if key not in LINES}
    for key in LINES:
        values[key] = tuple(line.strip() for line in form.get(key, "").splitlines() if line.strip())
    for key in PICTURES:
        if form.get(f"{key}_weg"):
            values[key] = ""
    return values


def text_of_form(values: dict[str, Any]) -> str:
    """Return the text of a house style that says what was typed."""
    return style_toml(values)


def fields_of(
    values: dict[str, Any], wrong: tuple[StyleProblem, ...], language: Language
) -> list[tuple[str, list[Field]]]:
    """Return the fields of the form by part, each with its value and what is wrong with it."""
    return [
        (texts_in(language)[f"style_part_{part}"], [_field(key, values, wrong, language) for key in keys])
        for part, keys in PARTS
    ]


def loose(wrong: tuple[StyleProblem, ...], language: Language) -> list[str]:
    """Return what is wrong and belongs to no field."""
    return [one.told(language) for one in wrong if one.key not in KEYS]


def _field(key: str, values: dict[str, Any], wrong: tuple[StyleProblem, ...], language: Language) -> Field:
    texts = texts_in(language)
    value = values.get(key) or ""
    words = tuple(one.en if language == "en" else one.nl for one in wrong if one.key == key)
    return Field(
        name=key,
        label=texts[f"style_{key}"],
        help=texts.get(f"style_{key}_help", ""),
        kind=_kind(key),
        value="\n".join(value) if key in LINES else str(value),
        choices=tuple(Choice(one, texts.get(f"style_side_{one}", one)) for one in _CHOICES.get(key, ())),
        errors=tuple(one[:1].upper() + one[1:] for one in words),
    )


def _kind(key: str) -> str:
    if key in LINES:
        return "lines"
    if key in PICTURES:
        return "picture"
    if key in _CHOICES:
        return "choice"
    return "colour" if key in COLOURS else "text"


def blank(key: str) -> dict[str, Any]:
    """Return what the form of a new house style begins with."""
    return {"name": key.replace("-", " ").replace("_", " ").capitalize(), "accent": VOLDAAN_GREEN}
