"""The texts that this installation knows: languages by their folders, and text sets by versions, own files and ours."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from django.conf import settings

from voldaan.domain.law.notice import has_notice
from voldaan.domain.wording.language_words import LanguageWords
from voldaan.letters.languages import (
    SHIPPED,
    Folder,
    has_replies,
    has_spoken,
    language_texts,
    language_words,
    languages_in,
)
from voldaan.letters.phrases import Phrases
from voldaan.letters.text_problems import TextProblem, TextsError
from voldaan.letters.text_sets import TextSet, read_text_set, set_phrases
from voldaan.records.models import TextSetVersion
from voldaan.records.versions import newest_of
from voldaan.usecases.keep_version import is_key

TextSource = Literal["DESK", "HOME", "SHIPPED"]
"""A version that somebody made, the installation's own file, or what comes with Voldaan."""
DEFAULT: Final = "nl"
"""What a message is written in where there are no texts in the language of its debtor."""


@dataclass(slots=True, kw_only=True)
class TextsInUse:
    """A text set as messages are written in it, each language read once."""

    key: str
    number: int
    """The version that people made; 0: what the file says."""
    text_set: TextSet
    read: dict[tuple[str, bool], Phrases] = field(default_factory=dict)
    words: dict[str, LanguageWords] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """Return by what a message remembers its texts: key and number."""
        return f"{self.key} {self.number}"

    def phrases(self, language: str, *, for_notice: bool = False) -> Phrases:
        """Return the texts in a language.

        Raises:
            TextsError: there are none, or they must be mended.
        """
        asked = (language, for_notice)
        if asked not in self.read:
            self.read[asked] = set_phrases(self.text_set, language, folders(), for_notice=for_notice)
        return self.read[asked]

    def words_of(self, language: str) -> LanguageWords:
        """Return what the guard looks for in a language.

        Raises:
            TextsError: nobody has said what the guard looks for.
        """
        if language not in self.words:
            self.words[language] = language_words(language, folders())
        return self.words[language]


def check_language(code: str, texts: TextsInUse) -> None:
    """Check that messages can be written in a language, and looked at.

    Raises:
        TextsError: its texts or the guard's words are missing or must be mended; every place is named.
    """
    problems: list[TextProblem] = []
    for look in (texts.phrases, texts.words_of):
        try:
            look(code)
        except TextsError as error:
            problems += error.problems
    if problems:
        raise TextsError(problems)


def texts_in_use(key: str) -> TextsInUse:
    """Return the texts of the set called `key`, as they are in use.

    Raises:
        TextsError: there is none of that name, or it cannot be read.
    """
    newest = newest_version(key)
    text = set_text(key)
    return TextsInUse(key=key, number=newest.number if newest else 0, text_set=read_text_set(text))


def languages() -> tuple[str, ...]:
    """Return the languages that messages can be written in: Dutch first."""
    return languages_in(folders())


def language_names(reader: str) -> dict[str, str]:
    """Return what each language is called that messages can be written in, for a reader of Dutch or English."""
    return {code: language_name(code, reader) for code in languages()}


def language_name(code: str, reader: str) -> str:
    """Return what a language is called, for a reader of Dutch or English; its code where its folder does not say."""
    try:
        named: Any = language_texts(code, folders()).get("language", {})
    except TextsError:
        return code
    return str(named.get(reader, code)) if isinstance(named, dict) else code


def written_in(asked: str, *, notice: bool = False, spoken: bool = False, reply: bool = False) -> str:
    """Return in which language a message is written to somebody who reads `asked`.

    Dutch where there are no texts in it, for a notice where the law's own sentences are not there in it, by telephone
    where there are none to be said, and for a reply, a thank-you or a statement where there are none for those.

    Raises:
        TextsError: a file of the language cannot be read.
    """
    known = (
        asked in languages()
        and (has_notice(asked) or not notice)
        and (not spoken or has_spoken(asked, folders()))
        and (not reply or has_replies(asked, folders()))
    )
    return asked if known else DEFAULT


def set_text(key: str) -> str:
    """Return the text of the set called `key`: the newest version, else the installation's file, else the shipped one.

    Raises:
        TextsError: there is none of that name.
    """
    newest = newest_version(key)
    text = file_text(key) if newest is None else newest.text
    if text is None:
        known = ", ".join(known_keys())
        nl = f"Er is geen tekstset {key!r}. Bekend zijn: {known}."
        raise TextsError([TextProblem("", nl, f"There is no text set {key!r}. Known are: {known}.")])
    return text


def newest_version(key: str) -> TextSetVersion | None:
    """Return the version in use that people made of a set; None where it is as its file says."""
    return newest_of(TextSetVersion, key)


def source_of(key: str) -> TextSource:
    """Return where the text of a known set comes from."""
    if newest_version(key) is not None:
        return "DESK"
    return "HOME" if _file(key, folders()[:1]) else "SHIPPED"


def file_text(key: str) -> str | None:
    """Return the text of a set as its file has it; None where there is no file.

    Raises:
        TextsError: the file is no text.
    """
    file = _file(key, folders())
    try:
        return None if file is None else file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        nl = f"{file} is geen tekst in UTF-8. Bewaar het bestand als UTF-8."
        raise TextsError(
            [TextProblem("", nl, f"{file} is no text in UTF-8. Save the file as UTF-8.")]
        ) from None


def known_keys() -> list[str]:
    """Return the keys of every text set that this installation knows, in order."""
    in_files = {
        one.name.removesuffix(".toml")
        for folder in folders()
        if folder.is_dir()
        for one in folder.iterdir()
        if one.name.endswith(".toml") and is_key(one.name.removesuffix(".toml"))
    }
    made = TextSetVersion.objects.values_list("key", flat=True).distinct()
    return sorted(in_files | set(made))


def folders() -> tuple[Folder, Folder]:
    """Return where texts lie: in the home of the installation, and with the package."""
    return Path(settings.VOLDAAN_HOME) / "texts", SHIPPED


def _file(key: str, places: tuple[Folder, ...]) -> Folder | None:
    """Return the file of a set. What is no key names no file, whatever lies there."""
    files = [folder.joinpath(f"{key}.toml") for folder in places] if is_key(key) else []
    return next((one for one in files if one.is_file()), None)
