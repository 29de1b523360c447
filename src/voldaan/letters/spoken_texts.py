"""The sentences of text messages and call scripts, from `texts/<language>/spoken.toml`, checked when they are read."""

import string
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, Final

from voldaan.domain.wording.facts import TEXT_KEYS, Language

SPOKEN_STAGES: Final = frozenset(TEXT_KEYS) - {"FOURTEEN_DAY_NOTICE"}
"""The texts that can be said by telephone: a notice cannot."""
WORDS: Final = frozenset(
    "account amount complaints count creditor debtor due earlier earlier_by email iban invoice issue mark number open "
    "pay_by payments_until person phone reference sender signer subject".split()
)
_SMS: Final = frozenset(
    "own agency pay pay_elsewhere ask_phone ask_mail signed neutral neutral_phone neutral_mail one many".split()
)
_CALL: Final = frozenset(
    "first first_person first_organisation first_lines who who_own who_agency earlier facts invoice more total box "
    "until nothing ask ask_lines agree agree_lines agree_person never never_lines close close_phone close_mail "
    "complaints".split()
)
_PARTS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("by", frozenset({"EMAIL", "POST"})),
    ("subject", frozenset({"SMS", "CALL"})),
    ("sms", _SMS),
    ("sms.one", SPOKEN_STAGES),
    ("sms.many", SPOKEN_STAGES),
    ("call", _CALL),
)

Texts = Mapping[str, Any]


@lru_cache(maxsize=4)
def spoken_texts(language: Language) -> Texts:
    """Return the sentences of a language, read and checked once."""
    source = resources.files("voldaan.letters").joinpath("texts", language, "spoken.toml")
    return read_spoken(language, source.read_text(encoding="utf-8"))


def has_spoken(language: str) -> bool:
    """Test if there are sentences for the telephone in a language."""
    return resources.files("voldaan.letters").joinpath("texts", language, "spoken.toml").is_file()


def read_spoken(language: str, toml: str) -> Texts:
    """Return the sentences in `toml`.

    Raises:
        ValueError: it is no TOML, or a sentence is missing, is not used, or has a word that nobody fills in.
    """
    try:
        tree = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"The spoken texts for {language} are not valid TOML: {error}.") from None
    wrong = [*_names(tree), *_words(tree, "")]
    if wrong:
        raise ValueError(f"The spoken texts for {language} must be mended: {' '.join(wrong)}")
    return tree


def _names(tree: Texts) -> Iterator[str]:
    for path, expected in _PARTS:
        node: Any = tree
        for name in path.split("."):
            node = node.get(name, {}) if isinstance(node, dict) else {}
        for name in sorted(expected - set(node)):
            yield f'"{path}.{name}" is missing.'
        for name in sorted(set(node) - expected):
            yield f'"{path}.{name}" is not used: remove it or correct its name.'


def _words(node: Any, path: str) -> Iterator[str]:
    if isinstance(node, dict):
        for name, below in node.items():
            yield from _words(below, f"{path}.{name}".lstrip("."))
    elif isinstance(node, list):
        for below in node:
            yield from _words(below, path)
    elif not isinstance(node, str) or not node.strip():
        yield f'"{path}" must be a sentence.'
    else:
        for _, word, _, _ in string.Formatter().parse(node):
            if word is not None and word not in WORDS:
                yield f'"{path}" has the unknown word {{{word}}}.'
