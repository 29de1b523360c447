"""The sentences of one language, checked when they are read, so that a mistake never waits for a debtor.

They come from `texts/<language>/texts.toml`, shipped or in the home of the installation, with what a text set says
otherwise laid over them.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from voldaan.letters.languages import SHIPPED, language_texts
from voldaan.letters.text_check import problems_of
from voldaan.letters.text_problems import TextProblem, TextsError

Words = Mapping[str, str]
_TWO_STOPS: Final = re.compile(r"(?<!\.)\.\.(?!\.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The checked texts of one language."""

    language: str
    tree: Mapping[str, Any]

    def one(self, path: str, sides: frozenset[str], words: Words) -> str:
        """Return the sentence at `path` for these sides, filled in."""
        return filled_in(str(self._pick(path, sides)), words)

    def many(self, path: str, sides: frozenset[str], words: Words) -> tuple[str, ...]:
        """Return the sentences at `path` for these sides, filled in."""
        return tuple(filled_in(str(text), words) for text in self._pick(path, sides))

    def _pick(self, path: str, sides: frozenset[str]) -> Any:
        node: Any = self.tree
        for name in path.split("."):
            node = node[name]
        while isinstance(node, dict):
            node = node[next(iter(sides & node.keys()))]
        return node


def filled_in(text: str, words: Words) -> str:
    """Return a sentence filled in. A name that ends with a full stop ends the sentence: "samen met De Linde B.V."."""
    return _TWO_STOPS.sub(".", text.format_map(words))


@lru_cache(maxsize=16)
def phrases(language: str) -> Phrases:
    """Return the shipped texts of a language, read and checked once.

    Raises:
        ValueError: there are none, or they must be mended.
    """
    return checked_phrases(language, language_texts(language, (SHIPPED,)))


def read_phrases(language: str, toml: str) -> Phrases:
    """Return the texts in `toml`.

    Raises:
        TextsError: they must be mended, with every place.
    """
    try:
        tree = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise TextsError([_no_toml(language, error)]) from None
    return checked_phrases(language, tree)


def checked_phrases(language: str, tree: Mapping[str, Any]) -> Phrases:
    """Return these texts.

    Raises:
        TextsError: they must be mended, with every place.
    """
    wrong = tuple(problems_of(tree))
    if wrong:
        raise TextsError(wrong)
    return Phrases(language=language, tree=tree)


def _no_toml(language: str, error: tomllib.TOMLDecodeError) -> TextProblem:
    return TextProblem(
        "",
        f"De teksten voor {language} zijn geen geldige TOML: {error}.",
        f"The texts for {language} are not valid TOML: {error}.",
    )
