"""What the guard says of the texts beside the reminders: by telephone, and of what asks for nothing.

Each is tried on invented messages, and so is whether a text message fits in two parts with the longest facts.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Final, NamedTuple

from voldaan.domain.text.sms_length import sms_parts
from voldaan.domain.wording.facts import TEXT_KEYS
from voldaan.domain.wording.guard import Finding, check, check_document
from voldaan.domain.wording.language_words import LanguageWords
from voldaan.domain.wording.spoken_rules import PARTS_MAX
from voldaan.letters.call import call_script, text_of_script
from voldaan.letters.phrases import Phrases
from voldaan.letters.render import render_reply
from voldaan.letters.sms import sms_text
from voldaan.letters.specimens_apart import REPLY_PATHS, Apart, replies, scripts, statements, text_messages
from voldaan.letters.statement import text_of_statement
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_problems import TextProblem
from voldaan.letters.text_sections import SPOKEN_STAGES

FRAME: Final = ("thanks", "confirmation.PROMISE", "statement_mail")
"""Tried where only what all messages share was changed."""


class SaidApart(NamedTuple):
    """A message beside the reminders, in its words."""

    subject: str
    """Of an e-mail."""
    text: str
    parts: int = 0
    """In how many parts a text message goes."""


def said_apart(
    one: Apart, texts: Phrases, style: HouseStyle | None = None, *, parts_at_most: int | None = PARTS_MAX
) -> SaidApart:
    """Return what a message beside the reminders says; as a text message in so many parts (None: as it may go).

    Raises:
        ValueError: as a text message it is too long.
    """
    if one.way == "SMS":
        text = sms_text(one.facts, texts, at_most=parts_at_most)
        return SaidApart("", text, sms_parts(text).count)
    if one.way == "CALL":
        return SaidApart("", text_of_script(call_script(one.facts, texts)))
    if one.balances:
        return SaidApart("", text_of_statement(one.facts, one.balances, texts))
    made = render_reply(one.facts, style or HouseStyle(), texts)
    return SaidApart(made.subject, made.text)


def findings_apart(one: Apart, said: SaidApart, words: LanguageWords) -> tuple[Finding, ...]:
    """Return what the guard says of a message beside the reminders."""
    if one.way == "SMS" or one.way == "CALL":
        return check(one.facts, said.text, words, way=one.way)
    if one.balances:
        return check_document(one.facts, said.text, words)
    return check(one.facts, f"{said.subject}\n{said.text}", words)


def problems_apart(
    texts: Phrases, words: LanguageWords, changes: Mapping[str, Any]
) -> Iterator[tuple[str, Finding | TextProblem]]:
    """Yield what keeps each changed text from being used, with where it stands, each once."""
    seen: set[tuple[str, str]] = set()
    for one in _to_try(texts, words, changes):
        found: tuple[Finding | TextProblem, ...]
        try:
            found = findings_apart(one, said_apart(one, texts), words)
        except ValueError:
            found = (too_long(one.path),)
        for each in found:
            rule = each.rule if isinstance(each, Finding) else "too_long"
            if (one.path, rule) not in seen:
                seen.add((one.path, rule))
                yield one.path, each


def too_long(path: str) -> TextProblem:
    """Return what is said of a text message that does not fit."""
    return TextProblem(
        path,
        f'de sms van "{path}" is met lange namen en bedragen langer dan {PARTS_MAX} sms\'en. Kort de zinnen in.',
        f'the text message of "{path}" takes more than {PARTS_MAX} parts with long names and amounts. Shorten it.',
    )


def invented_of(part: str, language: str) -> Iterator[Apart]:
    """Yield the invented messages of one part, as `sms`, `call`, `thanks`, `confirmation` or `statement`."""
    if part == "sms":
        return chain.from_iterable(
            text_messages(kind, language) for kind in TEXT_KEYS if kind in SPOKEN_STAGES
        )
    if part == "call":
        return scripts(language)
    if part == "statement":
        return statements(language)
    paths = [path for path in REPLY_PATHS if path == part or path.startswith(f"{part}.")]
    return chain.from_iterable(replies(path, language) for path in paths or FRAME)


def _to_try(texts: Phrases, words: LanguageWords, changes: Mapping[str, Any]) -> Iterator[Apart]:
    """Yield the invented messages of what is said otherwise."""
    for part in parts_to_try(texts, words, changes):
        yield from invented_of(part, texts.language)


def parts_to_try(texts: Phrases, words: LanguageWords, changes: Mapping[str, Any]) -> Iterator[str]:
    """Yield in which messages it is tried what is said otherwise: `sms`, `confirmation.PROMISE`, and so on.

    What all messages that ask for nothing share is tried in some of each.
    """
    figures = "figures" in changes
    if "sms" in texts.tree:
        if figures or changes.keys() & {"sms", "spoken"}:
            yield "sms"
        if figures or changes.keys() & {"call", "spoken"}:
            yield "call"
    if "thanks" not in texts.tree or words.asks_to_pay is None:
        # What asks for nothing is not written in this language.
        return
    if figures or changes.keys() & {"labels", "greeting", "replies"}:
        yield from FRAME
    changed = {"thanks", "answer", "statement_mail", "statement"} & changes.keys()
    for topic in changes.get("confirmation", {}):
        yield f"confirmation.{topic}"
    yield from sorted(changed)
    if "statement" not in changed and figures:
        yield "statement"
