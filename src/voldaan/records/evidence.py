"""What the chain of events says of a message beside what the message's own row says (P3, P12)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from voldaan.domain.strategy.words import MESSAGE_STATES
from voldaan.records import events
from voldaan.records.models import Event, Message

_STATES = {
    "message.sent": "SENT",
    "message.failed": "FAILED",
    "message.not_taken": "APPROVED",
    "message.ambiguous": "AMBIGUOUS",
    "message.bounced": "BOUNCED",
    "message.not_sent": "WITHDRAWN",
    "message.sending": "SENDING",
    "message.approved": "APPROVED",
    "message.written": "WRITTEN",
    "message.first_approved": "WRITTEN",
    "message.refused": "REFUSED",
    "message.withdrawn": "WITHDRAWN",
    "message.set_aside": "WITHDRAWN",
}
"""In which state a message is after the last event about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One event about a message, with its place in the chain."""

    sequence: int
    kind: str
    at: datetime
    by: str
    previous: str
    hash: str
    data: str
    """As it went into the hash."""


def events_of(message: Message) -> tuple[Link, ...]:
    """Return the events about a message, oldest first. Needs an open scope."""
    rows = Event.objects.filter(account_id=message.account_id, kind__in=_STATES).order_by("sequence")
    return tuple(
        Link(
            sequence=row.sequence,
            kind=row.kind,
            at=row.at,
            by=row.actor,
            previous=row.previous,
            hash=row.hash,
            data=row.data,
        )
        for row in rows
        if json.loads(row.data).get("message") == str(message.uuid)
    )


def what_differs(message: Message, links: tuple[Link, ...]) -> str:
    """Return what the chain says otherwise than the row of a message, as a Dutch sentence; empty: they agree."""
    told = [json.loads(link.data) for link in links]
    state = _STATES[links[-1].kind] if links else ""
    if state != message.state:
        if not state:
            return "De keten kent dit bericht niet, de rij wel."
        in_chain, kept = (MESSAGE_STATES[one][0] for one in (state, message.state))
        return f"De keten zegt van het bericht ‘{in_chain}’, de rij ‘{kept}’."
    left = [data["bytes"] for link, data in zip(links, told, strict=True) if link.kind == "message.sending"]
    if message.sent_sha256 and left[-1:] != [message.sent_sha256]:
        return "De keten noemt andere bytes dan de rij."
    said = [data["said"] for data in told if "said" in data]
    if message.channel_said and said and events.digest(message.channel_said) not in said:
        return "Wat het kanaal antwoordde, is een ander dan in de keten staat."
    return ""


def messages_that_differ() -> Iterator[str]:
    """Yield a sentence for each message whose row and events do not tell the same. Needs an open scope."""
    states, sent = _told()
    rows = Message.objects.order_by("pk").values_list("uuid", "state", "sent_sha256")
    for uuid, state, sha256 in rows.iterator(chunk_size=500):
        name = str(uuid)
        if states.get(name) != state:
            yield f"message {name}: its row says {state}, its events say {states.get(name, 'nothing')}."
        if sha256 and sent.get(name) != sha256:
            yield f"message {name}: its row names other bytes than its events say have left."
        states.pop(name, None)
    for name in sorted(states):
        yield f"message {name}: its events tell of it, and its row is gone."


def _told() -> tuple[dict[str, str], dict[str, str]]:
    """Return, by message, the state after its last event, and the digest of the bytes that left last."""
    states: dict[str, str] = {}
    sent: dict[str, str] = {}
    rows = Event.objects.filter(kind__in=_STATES).order_by("sequence").values_list("kind", "data")
    for kind, data in rows.iterator(chunk_size=2000):
        told = json.loads(data)
        # An event that was changed need not tell of a message any more; the chain says so already.
        if name := told.get("message"):
            states[name] = _STATES[kind]
            if kind == "message.sending":
                sent[name] = told.get("bytes", "")
    return states, sent
