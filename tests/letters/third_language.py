"""A third language, made as somebody would make one: a folder of texts, here English with marks, and no code."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from voldaan.letters.languages import SHIPPED
from voldaan.letters.text_trees import leaves

CODE = "xy"
WORDS = """
[costs]
names = ["costs", "cost", "fee", "fees"]
endings = ["kosten"]
more_to_pay = ["pay more", "higher amount"]
nothing = ["without", "no"]
between = ["extra", "other", "collection"]
conditions = ["if", "unless", "until"]
for_now = ["for now", "yet"]
interest = ["interest"]
[conduct]
forbidden = ["final warning", "you should have", "negligen*"]
never = ["bailiff*", "court"]
collection = ["for collection", "hand the invoyce* over"]
[terms]
relative = ["within # days", "immediately", "this week"]
promise = ["we will answer"]
asks = ["pay", "payment"]
last_day = ["by", "no later than"]
before_day = ["before"]
[labels]
to_pay = ["to pay"]
total = ["total"]
issue_date = ["invoice date"]
due_date = ["due date"]
payments_until = ["processed up to"]
extended_term = ["extended term"]
on_behalf = ["on behalf of"]
account_name = ["in the name of"]
greeting = ["Dear"]
greeting_words = ["team", "sir", "madam"]
closing = ["kind regards"]
complaint = ["complaint"]
reference = ["invoyce", "invoyces"]
invoices = ["invoyces"]
accounts = ["accounts"]
"""
_MONTHS = [
    "Janu",
    "Febru",
    "Marzo",
    "Aprilo",
    "Maio",
    "Junio",
    "Julio",
    "Augusto",
    "Septo",
    "Okto",
    "Novo",
    "Deco",
]


def texts() -> str:
    """Return the English texts with other names of months and another word for an invoice."""
    english = SHIPPED.joinpath("en", "texts.toml").read_text(encoding="utf-8")
    marked = re.sub(r"months = \[.*?\]", f"months = {_MONTHS}".replace("'", '"'), english)
    marked = marked.replace('date = "{day} {month} {year}"', 'date = "{day}. {month} {year}"')
    return re.sub(r"\b([Ii])nvoice(s?)\b(?![_}])(?!\.\w+ =)(?! =)", r"\1nvoyce\2", marked).replace(
        'nl = "Engels"', 'nl = "Proefs"'
    )


def a_third_language(folder: Path, *, words: str = WORDS) -> Path:
    """Write the folder of the third language below `folder`, and return `folder`."""
    (folder / CODE).mkdir(parents=True)
    (folder / CODE / "texts.toml").write_text(texts(), encoding="utf-8")
    if words:
        (folder / CODE / "words.toml").write_text(words, encoding="utf-8")
    return folder


WHOLE = "qz"
"""A language of which everything is there: English in which every vowel is the next one, so that no word is English."""
WHOLE_NAME = "Klinkers"
_VOWELS = str.maketrans("aeiouyAEIOUY", "eiouyaEIOUYA")
_LEFT_ALONE = re.compile(r"\{\w*\}|\w+\.nl\b|(?:-mail|mail)\b")
_KEYS = re.compile(r"stages\.\w+\.points")
_FIGURES = {
    "thousands": ".",
    "decimal": ",",
    "amount": "{amount} €",
    "date": "{day}. {month} {year}",
    "date_weekday": "{weekday}, {day}. {month} {year}",
}
_ASKS = """
[replies]
asks = ["please pay", "could you pay", "remind you"]
"""


def said(english: str) -> str:
    """Return what somebody says in the whole language: every vowel is the next one."""
    left = [*_LEFT_ALONE.finditer(english), None]
    told, begins = "", 0
    for found in left:
        ends = found.start() if found else len(english)
        told += english[begins:ends].translate(_VOWELS) + (found.group() if found else "")
        begins = found.end() if found else ends
    return told


def a_whole_language(folder: Path, *, lacks: str = "") -> Path:
    """Write the folder of the whole language below `folder`, but for the file that it lacks, and return `folder`."""
    (folder / WHOLE).mkdir(parents=True)
    written = {
        name: "\n".join(_said_lines(tomllib.loads(_english(name)), _FIGURES))
        for name in ("texts.toml", "spoken.toml", "replies.toml")
    }
    words = tomllib.loads(WORDS.replace("invoyce", "invoice").replace('"madam"', '"madam", "at"') + _ASKS)
    written["words.toml"] = "\n".join(_said_lines(words, {}))
    for name, text in written.items():
        if name != lacks:
            (folder / WHOLE / name).write_text(text, encoding="utf-8")
    return folder


def words_of(language: str) -> frozenset[str]:
    """Return the words of four letters and more that a shipped language says, but for those in braces."""
    told = " ".join(
        text
        for name in ("texts.toml", "spoken.toml", "replies.toml")
        for _, text in _texts(tomllib.loads(SHIPPED.joinpath(language, name).read_text(encoding="utf-8")))
    )
    return words_in(re.sub(r"\{\w*\}", " ", told))


def words_in(text: str) -> frozenset[str]:
    """Return the words of four letters and more in a text, in small letters."""
    return frozenset(word.lower() for word in re.findall(r"[^\W\d_]{4,}", text))


def _english(name: str) -> str:
    return SHIPPED.joinpath("en", name).read_text(encoding="utf-8")


def _texts(tree: Any) -> Iterator[tuple[str, str]]:
    for path, node in leaves(tree):
        if not _KEYS.match(path):
            yield from ((path, text) for text in (node if isinstance(node, list) else [node]))


def _said_lines(tree: Any, figures: dict[str, str]) -> Iterator[str]:
    for path, node in leaves(tree):
        name = path.removeprefix("figures.")
        if path.startswith("figures.") and name in figures:
            told: Any = figures[name]
        elif _KEYS.match(path):
            told = node
        elif path.startswith("language."):
            told = WHOLE_NAME
        else:
            told = [said(one) for one in node] if isinstance(node, list) else said(node)
        yield f"{path} = {json.dumps(told, ensure_ascii=False)}"
