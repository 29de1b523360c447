"""The house styles that people made in this installation, and who writes in which."""

from collections import defaultdict
from typing import NamedTuple

from voldaan.domain.wording.facts import Sender
from voldaan.letters.style_lines import missing
from voldaan.letters.style_text import StyleError, StyleProblem, StyleText
from voldaan.records.message_facts import agency_sender, client_sender
from voldaan.records.models import Agency, Client, HouseStyleVersion
from voldaan.records.versions import newest_of
from voldaan.usecases.judge_style import JudgedStyle, judged_style


class Wearer(NamedTuple):
    """A client or an agency whose messages look so."""

    key: str
    name: str
    sender: Sender
    is_agency: bool


def known_styles() -> list[str]:
    """Return the keys of every house style, in order."""
    return sorted(HouseStyleVersion.objects.values_list("key", flat=True).distinct())


def newest_style(key: str) -> HouseStyleVersion:
    """Return the version in use of a house style.

    Raises:
        StyleError: there is no house style of this key.
    """
    newest = newest_of(HouseStyleVersion, key)
    if newest is None:
        raise no_style(key)
    return newest


def known_style(key: str) -> JudgedStyle:
    """Return the house style of this key, judged anew: its picture can have gone.

    Raises:
        StyleError: there is no house style of this key.
    """
    return judged_style(newest_style(key).text)


def no_style(key: str) -> StyleError:
    """Return the refusal of a key that is none."""
    known = ", ".join(known_styles())
    known_nl = known or "nog geen; maak er een met voldaan style set"
    return StyleError(
        StyleProblem(
            None,
            "",
            f"er is geen huisstijl {key[:60]!r}. Bekend zijn: {known_nl}.",
            f"there is no house style {key[:60]!r}. Known are: {known or 'none yet; make one with voldaan style set'}.",
        )
    )


def wearers() -> dict[str, list[Wearer]]:
    """Return by key of a house style who writes in it: agencies, then clients, by key."""
    found: dict[str, list[Wearer]] = defaultdict(list)
    for agency in Agency.objects.exclude(house_style="").order_by("key"):
        found[agency.house_style].append(Wearer(agency.key, str(agency), agency_sender(agency), True))
    for client in Client.objects.exclude(house_style="").order_by("key"):
        found[client.house_style].append(Wearer(client.key, client.name, client_sender(client), False))
    return found


def lacking(told: StyleText, sender: Sender) -> tuple[str, ...]:
    """Return what the lines of a house style ask for and is not known of a sender, between braces."""
    return tuple(f"{{{name}}}" for name in missing(told.lines, sender))
