"""Which house style a client or an agency writes in: one that is there, and that asks for nothing unknown of it."""

from voldaan.domain.wording.facts import Sender
from voldaan.letters.style_text import StyleError, StyleText
from voldaan.usecases.known_styles import known_style, lacking


class CannotWear(Exception):
    """A house style that a client or an agency cannot have, with a Dutch sentence that says why and what to do."""


def check_style(key: str, sender: Sender) -> None:
    """Refuse a house style in which this sender could write nothing. An empty key is its name in its colour.

    Raises:
        CannotWear: there is no such house style, it cannot be used, or its lines ask for what is not known.
    """
    if not key:
        return
    try:
        told, _ = known_style(key).must_be_usable()
    except StyleError as error:
        raise CannotWear(f"Huisstijl {key} kan niet worden gebruikt: {error}") from None
    unknown = lacking(told, sender)
    if unknown:
        raise CannotWear(
            f"De regels van huisstijl {key} vragen om {', '.join(unknown)}, en dat is van {sender.name} niet bekend. "
            "Geef het mee, of haal het uit de huisstijl."
        )


def style_remarks(key: str, sender: Sender) -> list[str]:
    """Return in Dutch what somebody should know who chooses a house style: whose signature it has."""
    if not key:
        return []
    told: StyleText | None = known_style(key).told
    if told is None or not told.signature_of or told.signature_of == sender.signer:
        return []
    return [
        f"De handtekening in huisstijl {key} is van {told.signature_of}, en de berichten van {sender.name} worden "
        f"ondertekend door {sender.signer}: handtekening en functie blijven daar weg."
    ]
