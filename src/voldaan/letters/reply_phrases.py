"""The sentences of the messages that ask for nothing, read from `texts/<language>/replies.toml` and checked when read.

They are written like those of a reminder (`phrases`), with choices of their own: whether a copy goes along.
"""

import string
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, Final

from voldaan.domain.wording.facts import REPLY_TOPICS
from voldaan.letters.phrases import Phrases

AXES: Final[tuple[frozenset[str], ...]] = (
    frozenset({"own", "agency"}),
    frozenset({"one", "many"}),
    frozenset({"copy", "no_copy"}),
    frozenset({"by_both", "by_phone", "by_mail", "by_paper"}),
)
SECTIONS: Final[Mapping[str, frozenset[str]]] = {
    "words": frozenset({"invoices", "counted", "and", "debtor_number", "not_along"}),
    "kinds": frozenset({"THANKS", "REPLY", "STATEMENT"}),
    "topics": frozenset(REPLY_TOPICS),
    "statement": frozenset(
        "title period processed note opening added taken closing open_heading nothing_open together unused "
        "ageing_heading NOT_DUE D30 D60 D90 OLDER entries_heading nothing_happened column_invoice column_issued "
        "column_due column_subject column_amount column_open column_day column_what column_numbers column_change "
        "INVOICE PAYMENT RETURNED CREDIT_NOTE CORRECTION disputed handed_over left_out file_name sheet_open "
        "sheet_entries page".split()
    ),
}
PARTS: Final = frozenset({"subject", "title", "opening"})
WORDS: Final = frozenset(
    "count creditor day day_weekday first_day invoices numbers page pages payments_until phone signer".split()
)


@lru_cache(maxsize=16)
def reply_phrases(language: str) -> Phrases:
    """Return the texts of a language, read and checked once.

    Raises:
        ValueError: there are none, or they must be mended.
    """
    source = resources.files("voldaan.letters").joinpath("texts", language, "replies.toml")
    if not source.is_file():
        raise ValueError(
            f'There are no texts for a reply in the language "{language}". Add texts/{language}/replies.toml.'
        )
    return read_reply_phrases(language, source.read_text(encoding="utf-8"))


def read_reply_phrases(language: str, toml: str) -> Phrases:
    """Return the texts in `toml`.

    Raises:
        ValueError: something in it must be mended; the sentence names every place.
    """
    try:
        tree = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"The replies for {language} are not valid TOML: {error}.") from None
    wrong = tuple(_problems(tree))
    if wrong:
        raise ValueError(f"The replies for {language} must be mended: " + " ".join(wrong))
    return Phrases(language=language, tree=tree)


def _problems(tree: Mapping[str, Any]) -> Iterator[str]:
    yield from _names("", tree, frozenset(SECTIONS) | {"reach"})
    for section, names in SECTIONS.items():
        yield from _names(f"{section}.", tree.get(section, {}), names)
    for section in ("kinds", "topics"):
        for name, texts in tree.get(section, {}).items():
            # Whoever answers in own words brings the sentences.
            yield from _names(f"{section}.{name}.", texts, PARTS - {"opening"} if name == "REPLY" else PARTS)
    yield from _texts("replies", tree, top=True)


def _names(path: str, node: Mapping[str, Any], expected: frozenset[str]) -> Iterator[str]:
    for name in sorted(expected - node.keys()):
        yield f'"{path}{name}" is missing.'
    for name in sorted(node.keys() - expected):
        yield f'"{path}{name}" is not used: remove it or correct its name.'


def _texts(path: str, node: Any, *, top: bool = False) -> Iterator[str]:
    if isinstance(node, dict):
        keys = frozenset(node)
        is_group = top or keys in SECTIONS.values() or keys in (PARTS, PARTS - {"opening"})
        if not is_group and keys not in AXES:
            yield f'"{path}" must give all sides of one choice; it gives {", ".join(sorted(node))}.'
        for name, below in node.items():
            yield from _texts(f"{path}.{name}", below)
    elif isinstance(node, list) and node:
        for text in node:
            yield from _sentence(path, text)
    else:
        yield from _sentence(path, node)


def _sentence(path: str, text: Any) -> Iterator[str]:
    if not isinstance(text, str) or not text.strip():
        yield f'"{path}" must be a text that is not empty.'
        return
    try:
        fields = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError as error:
        yield f'"{path}" has a brace too many or too few ({error}).'
        return
    for name in fields:
        if name not in WORDS:
            yield f'"{path}" uses {{{name}}}, which is not known. Known are: {", ".join(sorted(WORDS))}.'
