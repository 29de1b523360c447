"""The sender's own lines, with the facts in their places: `KvK {coc_number}` says the number that the book has."""

import re
from collections.abc import Iterable
from typing import Final

from voldaan.domain.wording.facts import MessageFacts, PayTo, Sender
from voldaan.letters import figures

PLACES: Final = (
    "name", "street", "postcode", "city", "coc_number", "vat_number", "registration_mark", "iban", "phone", "email",
    "website", "signer",
)  # fmt: skip
"""What can stand between braces. The IBAN is the one that the message asks to pay to: never a second one beside it."""
STANDARD_FOOTER: Final = ("name", "coc_number")
"""A footer that says these two takes the place of our own line with name, address and numbers."""

_BRACED: Final = re.compile(r"\{([^{}]*)\}")
_ACCOUNT: Final = "{iban}"
_BETWEEN: Final = (" · ", " | ", "; ", ", ")
"""What stands between the parts of a line, the clearest first."""


def places_in(lines: Iterable[str]) -> tuple[str, ...]:
    """Return what stands between braces in these lines, each once, in their order."""
    return tuple(dict.fromkeys(name for line in lines for name in _BRACED.findall(line)))


def missing(lines: Iterable[str], sender: Sender, *, has_iban: bool = True) -> tuple[str, ...]:
    """Return what these lines ask for and is not known of the sender."""
    known = {name for name in PLACES if name != "iban" and getattr(sender, name)}
    return tuple(name for name in places_in(lines) if not (has_iban if name == "iban" else name in known))


def fitting(lines: Iterable[str], facts: MessageFacts) -> tuple[str, ...]:
    """Return the lines that a message can have: without the account to pay to where it asks for nothing."""
    if facts.reply is None or facts.pay_to:
        return tuple(lines)
    return tuple(filter(None, map(_without_account, lines)))


def filled(lines: Iterable[str], facts: MessageFacts) -> tuple[str, ...]:
    """Return the lines with the facts in their places. A message that asks for nothing names no account.

    Raises:
        ValueError: a line asks for what is not known of the sender; nothing is left open or left out.
    """
    lines = fitting(lines, facts)
    lacking = missing(lines, facts.sender, has_iban=bool(facts.pay_to))
    if lacking:
        named = ", ".join(f"{{{name}}}" for name in lacking)
        raise ValueError(
            f"De huisstijl vraagt om {named}, en dat is van {facts.sender.name} niet bekend. Vul het in bij de "
            "opdrachtgever of het bureau, of haal het uit de huisstijl."
        )
    return tuple(_BRACED.sub(lambda found: _value(found[1], facts), line) for line in lines)


def _without_account(line: str) -> str:
    """Return a line without the part that names the account to pay to; empty where it is nothing else."""
    if _ACCOUNT not in line:
        return line
    between = next((sign for sign in _BETWEEN if sign in line), "\n")
    return between.join(part for part in line.split(between) if _ACCOUNT not in part)


def _value(name: str, facts: MessageFacts) -> str:
    if name == "iban":
        return figures.iban_in_groups(_account(facts.pay_to).iban)
    return str(getattr(facts.sender, name))


def _account(pay_to: tuple[PayTo, ...]) -> PayTo:
    return next((one for one in pay_to if not one.blocked), pay_to[0])
