"""Columns that a person reads otherwise than was proposed: the wish counts as the plainest of titles."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from voldaan.formats.findings import refuse
from voldaan.formats.lists.look_words import EXPLICIT
from voldaan.formats.lists.proposals_asked import Asked
from voldaan.formats.lists.proposals_columns import DUTCH, NONE, Chosen, Column, fits

PREFIX = "column:"
"""`column:3` is the answer about the third column: one of the meanings, or `NONE` to leave it unread."""


def wished(columns: Sequence[Column], asked: Asked) -> dict[int, str]:
    """Return what a person said of columns, by their place from 0; raises `Refusal` for what is no meaning."""
    by_key = {f"{PREFIX}{column.at + 1}": column for column in columns}
    found: dict[int, str] = {}
    for key, answer in asked.answers.items():
        if key not in by_key:
            continue
        column = by_key[key]
        asked.seen.add(key)
        if answer not in DUTCH and answer != NONE:
            raise refuse(
                asked.file,
                f"‘{answer[:40]}’ is geen betekenis van een kolom.",
                f"De betekenissen zijn: {', '.join([*DUTCH, NONE])}.",
                f"Kies een van deze voor {column.spoken}.",
                path=key,
            )
        if answer != NONE and answer in found.values():
            raise refuse(
                asked.file,
                f"Meer dan één kolom zou {DUTCH[answer]} zijn.",
                "Daardoor is niet te zeggen welke van de twee telt.",
                "Kies er één, en laat de andere ongelezen.",
                path=key,
            )
        found[column.at] = answer
    return found


def as_wished(columns: Iterable[Column], wishes: dict[int, str]) -> list[Column]:
    """Return the columns that may be read, with the meanings that they may have."""
    given = set(wishes.values())
    read = []
    for column in columns:
        wish = wishes.get(column.at)
        if wish == NONE:
            continue
        meanings = {name: grade for name, grade in column.meanings.items() if name not in given}
        read.append(replace(column, meanings={wish: EXPLICIT} if wish else meanings))
    return read


def hold_to_wishes(columns: Iterable[Column], wishes: dict[int, str], chosen: Chosen, asked: Asked) -> None:
    """Say of each column that a person chose so; raises `Refusal` where it cannot be what was wished."""
    for column in columns:
        wish = wishes.get(column.at)
        if wish == NONE:
            chosen.why[column.at] = "U koos: niet lezen."
        elif wish and wish in chosen.columns and chosen.columns[wish].at == column.at:
            chosen.why[column.at] = f"U koos {column.spoken} voor {DUTCH[wish]}."
        elif wish and not (asked.questions and fits(wish, column)):
            raise refuse(
                asked.file,
                f"{column.spoken[:1].upper()}{column.spoken[1:]} is niet te lezen als {DUTCH[wish]}.",
                "Haar cellen zien er niet zo uit, of andere kolommen zeggen het al, of zo'n lijst noemt dat niet.",
                "Kies een andere kolom, of laat eerst de kolom ongelezen die het nu zegt.",
                path=f"{PREFIX}{column.at + 1}",
            )
