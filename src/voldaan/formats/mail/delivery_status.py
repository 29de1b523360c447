"""Delivery reports by RFC 3464: what their fields say of each receiver."""

import re

from voldaan.formats.mail.headers import ADDRESS
from voldaan.formats.mail.parts import Fields
from voldaan.formats.mail.phrases import BAD_ADDRESS, NOT_THE_ADDRESS
from voldaan.formats.mail.values import MailKind, Recipient

SAID_MAX_SIGNS = 300
RECIPIENTS_MAX = 200
WHO = ("original-recipient", "final-recipient", "x-actual-recipient")
ACTIONS: tuple[tuple[str, MailKind], ...] = (
    ("fail", "BOUNCE"), ("error", "BOUNCE"), ("expired", "BOUNCE"), ("undeliver", "BOUNCE"),
    ("delay", "DELAYED"), ("defer", "DELAYED"), ("warn", "DELAYED"),
    ("deliver", "DELIVERED"), ("relay", "DELIVERED"), ("expand", "DELIVERED"),
)  # fmt: skip
CLASSES: dict[str, MailKind] = {"2": "DELIVERED", "4": "DELAYED", "5": "BOUNCE"}
ABOUT_THE_ADDRESS = re.compile(r"5\.(?:0\.0|1\.(?:0|1|2|3|4|6|10)|2\.1|4\.4|5\.0)$")
"""Statuses of RFC 3463 that say (or may say) that the address is bad; the others say why this text was refused."""
_ADDRESS = re.compile(ADDRESS)
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.:])([45])[0-5]\d(?=[ :\-#])")

Told = tuple[MailKind, tuple[Recipient, ...]]


def told_by(blocks: list[Fields]) -> Told | None:
    """Return what the blocks of a delivery report say, or None where they name no receiver.

    One who failed makes it a BOUNCE, else one who waits a DELAYED; only those of the kind are named.
    """
    kinds: dict[MailKind, dict[str, Recipient]] = {"BOUNCE": {}, "DELAYED": {}, "DELIVERED": {}}
    for block in blocks[:RECIPIENTS_MAX]:
        if address := address_of(block):
            status = status_in(" ".join(block.get("status", [])))
            said = one_line(" ".join(block.get("diagnostic-code", block.get("x-notes", []))))
            kinds[_kind_of(block, status)].setdefault(address, judged(address, status, said))
    for kind, named in kinds.items():
        if named:
            return kind, tuple(named.values())
    return None


def address_of(block: Fields) -> str:
    """Return who a block is about: the address that was written to before the one that it was forwarded to."""
    for name in WHO:
        for value in block.get(name, []):
            kind, _, rest = value.rpartition(";")
            if "x400" not in kind.lower() and (found := _ADDRESS.search(rest.replace("=40", "@"))):
                return found[0].lower().removeprefix("smtp:")
    return ""


def judged(address: str, status: str, said: str) -> Recipient:
    """Return a receiver with what its status and the words of the other side mean for the address."""
    status = status or status_in(said)
    reply = _REPLY.search(said)
    final = status.startswith("5") or (not status and (not reply or reply[1] == "5"))
    if BAD_ADDRESS.search(said):
        bad = final and not re.search(r"quota|full\b", said, re.IGNORECASE)
    elif NOT_THE_ADDRESS.search(said):
        bad = False
    else:
        bad = bool(ABOUT_THE_ADDRESS.match(status)) or (final and not status and bool(reply))
    return Recipient(address[:320], status, bad, said)


def status_in(text: str) -> str:
    """Return the enhanced status that a text names: the first that tells more than its class, else the first."""
    found = _STATUS.findall(text[:2000])
    return next((one for one in found if not one.endswith(".0.0")), found[0] if found else "")


def one_line(text: str) -> str:
    """Return text on one line of at most 300 signs, without the name of the protocol that some put before it."""
    line = " ".join(text[:5000].split())
    return re.sub(r"^(?:x-)?\w{1,20}\s?;\s*", "", line)[:SAID_MAX_SIGNS]


def _kind_of(block: Fields, status: str) -> MailKind:
    action = " ".join(block.get("action", [])).strip().lower()
    for begin, kind in ACTIONS:
        if action.startswith(begin):
            return kind
    return CLASSES.get(status[:1], "BOUNCE")
