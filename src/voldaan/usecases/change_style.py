"""Change a house style: its next version, when the text can be used by all who write in it."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from voldaan.formats import pictures
from voldaan.formats.values import Refusal
from voldaan.letters.style_text import StyleText
from voldaan.records import archive, events
from voldaan.records.models import Agency, Engagement, HouseStyleVersion
from voldaan.records.scope import clients, one_transaction, rows_of
from voldaan.records.versions import newest_of
from voldaan.usecases.judge_style import JudgedStyle, cleaned, judged_style
from voldaan.usecases.keep_version import NotSaved, Noun, check_key, keep_version
from voldaan.usecases.known_styles import lacking, wearers

NOUN = Noun("huisstijl", "house style")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedStyle:
    """What became of a house style that was saved."""

    number: int
    is_new: bool
    """False: it says the same as what stood there, and nothing was added."""
    judged: JudgedStyle


def save_style(
    key: str,
    text: str,
    *,
    note: str,
    at: datetime,
    by: str,
    on: date,
    files: dict[str, bytes] | None = None,
    made_from: int | None = None,
) -> SavedStyle:
    """Keep a text as the next version of a house style, with its pictures, and tell the chains of who writes in it.

    `files` are the bytes of "logo" and "signature", in place of what the text names.

    Raises:
        StyleError: the text cannot be read, or may not be used.
        ChangedSince: another version came after the one it was made from.
        NotSaved: the key cannot be one, the note is missing or too long, a picture cannot be used, or the lines ask for
            what is not known of somebody who writes in it.
    """
    check_key(key, NOUN)
    found = judged_style(with_pictures(text, files or {}))
    told, _ = found.must_be_usable()
    _check_wearers(key, told)
    with one_transaction():
        newest = newest_of(HouseStyleVersion, key)
        if newest is not None and cleaned(newest.text) == found.text:
            return SavedStyle(number=newest.number, is_new=False, judged=found)
        version = keep_version(
            HouseStyleVersion, key, found.text, noun=NOUN, note=note, at=at, by=by, made_from=made_from
        )
        _tell(version, on=on, at=at, by=by)
    return SavedStyle(number=version.number, is_new=True, judged=found)


def with_pictures(text: str, files: dict[str, bytes]) -> str:
    """Return a text that names these pictures, which lie in the archive from now on.

    Raises:
        NotSaved: one of them is no picture that a letter can show.
    """
    text = cleaned(text)
    for key, content in sorted(files.items()):
        try:
            pictures.read(key, content)
        except Refusal as refusal:
            problem = refusal.problems[0]
            told = f"{problem.what} {problem.why} {problem.how_to_fix}"
            raise NotSaved(told, told) from None
        named = f'{key} = "sha256:{archive.keep(content)}"'
        line = re.compile(rf"^[ \t]*{key}[ \t]*=.*$", re.MULTILINE)
        text = line.sub(named, text, count=1) if line.search(text) else f"{text}{named}\n"
    return text


def _check_wearers(key: str, told: StyleText) -> None:
    """Refuse lines that ask for what is not known of somebody who writes in this style."""
    for wearer in wearers().get(key, []):
        unknown = lacking(told, wearer.sender)
        if unknown:
            named = ", ".join(unknown)
            how = f"voldaan {'agency' if wearer.is_agency else 'client'} add {wearer.key}"
            raise NotSaved(
                f"De regels vragen om {named}, en dat is van {wearer.name} niet bekend. Er is niets bewaard. Vul het "
                f"in met {how}, of haal het uit de regels.",
                f"The lines ask for {named}, and that is not known of {wearer.name}. Nothing was saved. Give it with "
                f"{how}, or take it out of the lines.",
            )


def _tell(version: HouseStyleVersion, *, on: date, at: datetime, by: str) -> None:
    """Write the change in the chain of each client whose messages change: its own, or its agency's."""
    data: dict[str, Any] = {"style": version.key, "number": version.number, "sha256": version.digest}
    agencies = set(Agency.objects.filter(house_style=version.key).values_list("pk", flat=True))
    for client in clients():
        with rows_of(client):
            engaged = bool(agencies) and Engagement.objects.filter(agency__in=agencies).exists()
            if client.house_style == version.key or engaged:
                event = events.NewEvent(kind="style.changed", on=on, at=at, actor=by[:100], data=data)
                events.append(client, event)
