"""The languages that messages are written in: a folder each, `texts/<language>/`, shipped or the installation's own.

`texts.toml` has the sentences of reminders, `spoken.toml` those for the telephone, `replies.toml` those of messages
that ask for nothing (a language may lack these two; such messages then go in Dutch), `words.toml` what the guard looks
for in them (Dutch and English have theirs in code), `informal.toml` what the
informal address says otherwise. What the installation's own folder says goes before what is shipped, sentence by
sentence; a language that is not shipped has to be whole there.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from voldaan.domain.wording.language_words import (
    FOR_REPLIES,
    IN_CODE,
    LanguageWords,
    words_from_folder,
    words_in_code,
)
from voldaan.letters.text_problems import TextProblem, TextsError
from voldaan.letters.text_trees import laid_over

Folder = Traversable | Path
SHIPPED: Final[Traversable] = resources.files("voldaan.letters").joinpath("texts")
TEXTS: Final = "texts.toml"
SPOKEN: Final = "spoken.toml"
REPLIES: Final = "replies.toml"
WORDS: Final = "words.toml"
INFORMAL: Final = "informal.toml"
_CODE = re.compile(r"[a-z]{2}")


def languages_in(folders: Sequence[Folder]) -> tuple[str, ...]:
    """Return the languages of which one of these folders has texts: Dutch first, then by their letters."""
    found = {
        below.name
        for folder in folders
        if folder.is_dir()
        for below in folder.iterdir()
        if is_language(below.name) and below.joinpath(TEXTS).is_file()
    }
    return tuple(sorted(found, key=lambda code: (code != "nl", code)))


def is_language(code: str) -> bool:
    """Test if this can be the name of a language's folder: two small letters."""
    return _CODE.fullmatch(code) is not None


def language_texts(code: str, folders: Sequence[Folder]) -> Mapping[str, Any]:
    """Return the sentences of a language: the last folder first, and over them what the folders before it say.

    Raises:
        TextsError: no folder has texts of it, or a file cannot be read.
    """
    trees = _trees(code, TEXTS, folders)
    if not trees:
        raise TextsError([
            TextProblem(
                "",
                f'Er zijn geen teksten voor de taal "{code}". Maak texts/{code}/texts.toml.',
                f'There are no texts for the language "{code}". Add texts/{code}/texts.toml.',
            )
        ])  # fmt: skip
    whole = dict(_all_over(trees))
    for name in (SPOKEN, REPLIES):
        apart = _trees(code, name, folders)
        whole |= _all_over(apart) if apart else {}
    return whole


def has_spoken(code: str, folders: Sequence[Folder]) -> bool:
    """Test if there are sentences for the telephone in a language."""
    return is_language(code) and any(folder.joinpath(code).joinpath(SPOKEN).is_file() for folder in folders)


def has_replies(code: str, folders: Sequence[Folder]) -> bool:
    """Test if there are sentences for what asks for nothing in a language, and words by which the guard reads those.

    Raises:
        TextsError: a file cannot be read.
    """
    if not _trees(code, REPLIES, folders):
        return False
    return code in IN_CODE or any(FOR_REPLIES in tree for tree in _trees(code, WORDS, folders))


def informal_texts(code: str, folders: Sequence[Folder]) -> Mapping[str, Any]:
    """Return what the informal address of a language says otherwise; nothing where it makes no difference.

    Raises:
        TextsError: a file cannot be read.
    """
    trees = _trees(code, INFORMAL, folders)
    return _all_over(trees) if trees else {}


def language_words(code: str, folders: Sequence[Folder]) -> LanguageWords:
    """Return what the guard looks for in this language: from code for Dutch and English, else from its folder.

    Raises:
        TextsError: the folder has no words, or they must be mended.
    """
    if code in IN_CODE:
        return words_in_code(code)
    trees = _trees(code, WORDS, folders)
    if not trees:
        raise TextsError([
            TextProblem(
                "",
                f'De taal "{code}" heeft geen woorden voor de controle. Maak texts/{code}/words.toml: zonder dat '
                "bestand kan niemand nagaan wat een bericht zegt.",
                f'The language "{code}" has no words for the guard. Add texts/{code}/words.toml: without that file '
                "nobody can look at what a message says.",
            )
        ])  # fmt: skip
    figures = language_texts(code, folders).get("figures", {})
    try:
        return words_from_folder(
            code,
            _all_over(trees),
            months=figures.get("months", []),
            weekdays=figures.get("weekdays", []),
            amount=str(figures.get("amount", "")),
        )
    except ValueError as error:
        said = f"{code}/{WORDS}: {error}"
        raise TextsError([TextProblem("", said, said)]) from None


def _all_over(trees: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    whole = trees[-1]
    for tree in reversed(trees[:-1]):
        whole = laid_over(whole, tree)
    return whole


def _trees(code: str, name: str, folders: Sequence[Folder]) -> list[Mapping[str, Any]]:
    """Return what each folder has of this file, in the order of the folders."""
    if not is_language(code):
        return []
    files = [folder.joinpath(code).joinpath(name) for folder in folders]
    return [_read(str(file), file.read_bytes()) for file in files if file.is_file()]


@lru_cache(maxsize=64)
def _read(where: str, content: bytes) -> Mapping[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        said = (
            f"{where} is geen tekst in UTF-8. Bewaar het bestand als UTF-8.",
            f"{where} is no text in UTF-8. Save the file as UTF-8.",
        )
    except tomllib.TOMLDecodeError as error:
        said = (f"{where} is geen geldige TOML: {error}.", f"{where} is not valid TOML: {error}.")
    raise TextsError([TextProblem("", *said)])
