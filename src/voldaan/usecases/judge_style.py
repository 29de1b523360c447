"""What is said of a house style's text before it is used: what is wrong with it, and what its lines may not say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from voldaan.domain.strategy.lines import Place, places
from voldaan.domain.wording.guard import check
from voldaan.formats import pictures
from voldaan.formats.values import Refusal
from voldaan.letters.example import example_facts
from voldaan.letters.letter import LetterRefused
from voldaan.letters.render import letter_text, render_page
from voldaan.letters.style import HouseStyle
from voldaan.letters.style_text import StyleError, StyleProblem, StyleText, digest_in, read_style
from voldaan.records import archive

CHARACTERS_MAX: Final = 10_000
_A_DAY: Final = date(2026, 1, 15)
"""The lines of a style say the same on every day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedStyle:
    """A text with the house style that it describes and all that is wrong with it."""

    text: str
    told: StyleText | None
    """None: it cannot be read."""
    style: HouseStyle | None
    """None: it may not be used."""
    wrong: tuple[StyleProblem, ...]

    def must_be_usable(self) -> tuple[StyleText, HouseStyle]:
        """Return the house style.

        Raises:
            StyleError: something keeps the text from being used: what, where, and what to write.
        """
        if self.told is None or self.style is None:
            raise StyleError(*self.wrong)
        return self.told, self.style


class _Unusable(Exception):
    """Carries what is said of a text that may not be used: that is never remembered, a picture can come back."""

    def __init__(self, judged: JudgedStyle) -> None:
        self.judged = judged
        super().__init__()


def judged_style(text: str) -> JudgedStyle:
    """Return what is said of a text. It never raises: what is wrong stands in the answer."""
    try:
        return _usable(text)
    except _Unusable as found:
        return found.judged


@lru_cache(maxsize=64)
def _usable(text: str) -> JudgedStyle:
    judged = _judged(text)
    if judged.style is None:
        raise _Unusable(judged)
    return judged


def _judged(text: str) -> JudgedStyle:
    text = cleaned(text)
    if len(text) > CHARACTERS_MAX:
        return JudgedStyle(text=text[:CHARACTERS_MAX], told=None, style=None, wrong=(_too_long(len(text)),))
    try:
        told = read_style(text)
    except StyleError as error:
        return JudgedStyle(text=text, told=None, style=None, wrong=error.problems)
    wrong: list[StyleProblem] = []
    lines = places(text)
    drawn = {}
    for key, picture in (("logo", told.logo), ("signature", told.signature)):
        drawn[key], problem = _picture(key, picture, lines.get(Place("", key)))
        wrong += [problem] if problem else []
    style = told.with_pictures(logo_svg=drawn["logo"], signature_svg=drawn["signature"])
    wrong += _guarded(told, lines)
    return JudgedStyle(text=text, told=told, style=None if wrong else style, wrong=tuple(wrong))


def cleaned(text: str) -> str:
    """Return a text as it is kept: without the marks of one editor, and with an end to its last line."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return plain if not plain or plain.endswith("\n") else f"{plain}\n"


def _picture(key: str, picture: str, line: int | None) -> tuple[str | None, StyleProblem | None]:
    """Return the picture that a style names, or why it cannot be shown."""
    if not picture:
        return None, None
    try:
        drawn = pictures.read(key, archive.fetch(digest_in(picture)))
        if _can_be_drawn(drawn):
            return drawn, None
        nl = f"de afbeelding van {key} is niet te tekenen. Maak haar eenvoudiger en sla haar op als gewone SVG of PNG."
        en = f"the picture of {key} cannot be drawn. Make it simpler and save it as a plain SVG or PNG."
    except archive.NotInArchive:
        nl = f"de afbeelding van {key} ligt niet in het archief. Geef het bestand opnieuw mee (--{key})."
        en = f"the picture of {key} does not lie in the archive. Give the file again (--{key})."
    except Refusal as refusal:
        problem = refusal.problems[0]
        nl = en = f"{problem.what} {problem.why} {problem.how_to_fix}"
    return None, StyleProblem(line, key, nl, en)


@lru_cache(maxsize=64)
def _can_be_drawn(svg: str) -> bool:
    """Test if a letter can show this picture: one that looks like a drawing may repeat itself without end."""
    try:
        render_page(example_facts(on=_A_DAY), HouseStyle(logo_svg=svg))
    except LetterRefused:
        return False
    return True


def _guarded(told: StyleText, lines: dict[Place, int]) -> Iterator[StyleProblem]:
    """Yield what the guard would stop in every message: a number, an amount or a word in the sender's own lines."""
    facts = example_facts(on=_A_DAY)
    bare = StyleText(name=told.name, accent=told.accent)
    for key in ("heading", "letterhead", "footer", "signature_lines"):
        if not getattr(told, key):
            continue
        style = replace(bare, **{key: getattr(told, key)}).with_pictures(logo_svg=None, signature_svg=None)
        for finding in check(facts, letter_text(facts, style)):
            if finding.rule in ("sender.missing", "phone.missing"):
                continue  # The example is not who will write.
            yield StyleProblem(
                lines.get(Place("", key)),
                key,
                f"in {key}: {finding.sentence_nl} Staat het in uw gegevens, schrijf dan wat het is tussen accolades, "
                "zoals {phone} of {coc_number}.",
                f"in {key}: «{finding.found}». {finding.mend} If it is one of your own facts, write what it is between "
                "braces, as {phone} or {coc_number}.",
            )


def _too_long(length: int) -> StyleProblem:
    return StyleProblem(
        None,
        "",
        f"de tekst heeft {length} tekens, en een huisstijl heeft er ten hoogste {CHARACTERS_MAX}. Kort hem in.",
        f"the text has {length} characters, and a house style has at most {CHARACTERS_MAX}. Shorten it.",
    )
