"""The house style of whoever writes: the agency's where it sends, else the client's own. Never the other one's."""

from typing import NamedTuple

from voldaan.letters.style import HouseStyle
from voldaan.letters.style_text import StyleError
from voldaan.records.message_facts import CannotWrite
from voldaan.records.models import Agency, Client
from voldaan.usecases.judge_style import judged_style
from voldaan.usecases.known_styles import newest_style


class StyleInUse(NamedTuple):
    """A house style, and which version of which it is."""

    style: HouseStyle
    version: str
    """ "molen 2"; empty where it is only a name in a colour."""


def style_in_use(client: Client, agency: Agency | None) -> StyleInUse:
    """Return the house style in which messages of this client are written now, by the agency where there is one.

    Raises:
        CannotWrite: there is no such house style any more, or it cannot be used.
    """
    writer = agency or client
    name = (agency.registered_name or agency.key) if agency else client.name
    if not writer.house_style:
        return StyleInUse(HouseStyle(name=name, accent=writer.style_colour), "")
    try:
        newest = newest_style(writer.house_style)
        _, style = judged_style(newest.text).must_be_usable()
    except StyleError as error:
        raise CannotWrite(f"Huisstijl {writer.house_style} kan niet worden gebruikt: {error}") from None
    return StyleInUse(style, f"{newest.key} {newest.number}")


def style_to_try(client: Client, agency: Agency | None) -> HouseStyle:
    """Return the house style in which a text is tried: the plain one where the writer's own cannot be used now."""
    try:
        return style_in_use(client, agency).style
    except CannotWrite:
        return HouseStyle(name=agency.registered_name if agency else client.name)
