"""Text sets: what one sender says otherwise than the shipped texts, in each language.

A set is a short text. `base` is the address that it begins from: "standard" (Dutch "u") or "informal" (Dutch "je").
Below it stands only what differs, under its language: `[nl.stages.FIRST_REMINDER]`, `subject.own.one = "…"`.

The sentences of a fourteen-day notice are the law's, in the formal address. So a notice is written formally in an
informal set too; only what the set itself says under FOURTEEN_DAY_NOTICE is laid over it.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from voldaan.domain.strategy.strategy import NOTICE
from voldaan.letters.languages import Folder, informal_texts, is_language, language_texts
from voldaan.letters.phrases import Phrases, checked_phrases
from voldaan.letters.text_problems import TextProblem, TextsError
from voldaan.letters.text_trees import is_deeper, laid_over, node_at

Base = Literal["standard", "informal"]
BASES: Final[tuple[Base, ...]] = ("standard", "informal")
NAME_CHARACTERS_MAX: Final = 80
ABOUT_CHARACTERS_MAX: Final = 300
DEPTH_MAX: Final = 12
"""How deep tables stand in each other: language, section, stage, text, and a few choices."""
_HEAD: Final = frozenset({"name", "about", "base"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSet:
    """What a sender says otherwise."""

    name: str
    about: str
    base: Base
    changes: Mapping[str, Mapping[str, Any]]
    """By language, laid over the texts of the base."""


def read_text_set(text: str) -> TextSet:
    """Return the set that a text describes. Whether its sentences can be used says `set_phrases`.

    Raises:
        TextsError: it cannot be read; every problem is named.
    """
    try:
        tree = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        nl, en = f"Dit is geen geldige TOML: {error}.", f"This is not valid TOML: {error}."
        raise TextsError([TextProblem("", nl, en)]) from None
    wrong = list(_problems(tree))
    if wrong:
        raise TextsError(wrong)
    return TextSet(
        name=tree["name"].strip(),
        about=tree.get("about", "").strip(),
        base=tree.get("base", "standard"),
        changes={code: below for code, below in tree.items() if code not in _HEAD},
    )


def set_phrases(
    text_set: TextSet, language: str, folders: Sequence[Folder], *, for_notice: bool = False
) -> Phrases:
    """Return the texts of a set in a language.

    Raises:
        TextsError: there are none, or they must be mended, with every place.
    """
    return checked_phrases(language, whole_texts(text_set, language, folders, for_notice=for_notice))


def whole_texts(
    text_set: TextSet, language: str, folders: Sequence[Folder], *, for_notice: bool = False
) -> Mapping[str, Any]:
    """Return what a set says in a language, unchecked: its base with what differs laid over it.

    Raises:
        TextsError: there are no texts in the language, or a file cannot be read.
    """
    changes = text_set.changes.get(language, {})
    if for_notice and text_set.base == "informal":
        stage = node_at(changes, f"stages.{NOTICE}")
        changes = {"stages": {NOTICE: stage}} if stage else {}
        return laid_over(language_texts(language, folders), changes)
    return laid_over(base_texts(text_set.base, language, folders), changes)


def base_texts(base: Base, language: str, folders: Sequence[Folder]) -> Mapping[str, Any]:
    """Return the texts that a set begins from.

    Raises:
        TextsError: there are no texts in the language, or a file cannot be read.
    """
    formal = language_texts(language, folders)
    return formal if base == "standard" else laid_over(formal, informal_texts(language, folders))


def _problems(tree: Mapping[str, Any]) -> Iterator[TextProblem]:
    if is_deeper(tree, DEPTH_MAX):
        yield TextProblem(
            "",
            f"er staan meer dan {DEPTH_MAX} tabellen in elkaar. Een tekst staat onder zijn taal, fase en keuzes.",
            f"more than {DEPTH_MAX} tables stand in each other. A text stands under its language, stage and choices.",
        )
    name, about = tree.get("name"), tree.get("about", "")
    if not isinstance(name, str) or not 0 < len(name.strip()) <= NAME_CHARACTERS_MAX:
        yield TextProblem(
            "name",
            f'geef de set een naam van ten hoogste {NAME_CHARACTERS_MAX} tekens: name = "Onze teksten".',
            f'give the set a name of at most {NAME_CHARACTERS_MAX} characters: name = "Our texts".',
        )
    if not isinstance(about, str) or len(about) > ABOUT_CHARACTERS_MAX:
        yield TextProblem(
            "about",
            f'"about" is een tekst van ten hoogste {ABOUT_CHARACTERS_MAX} tekens.',
            f'"about" is a text of at most {ABOUT_CHARACTERS_MAX} characters.',
        )
    if tree.get("base", "standard") not in BASES:
        yield TextProblem(
            "base",
            f'"base" is "standard" (u) of "informal" (je), en niet {tree["base"]!r}.',
            f'"base" is "standard" or "informal", and not {tree["base"]!r}.',
        )
    for code, below in tree.items():
        if code in _HEAD:
            continue
        if not is_language(code) or not isinstance(below, dict):
            yield TextProblem(
                code,
                f'"{code}" is geen taal. Zet teksten onder hun taal, zoals [nl.stages.FIRST_REMINDER].',
                f'"{code}" is no language. Put texts under their language, as [nl.stages.FIRST_REMINDER].',
            )
