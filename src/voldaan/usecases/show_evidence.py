"""What proves a message: the bytes that left, what the channel answered, and the links of the chain that say so."""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from voldaan.records import archive
from voldaan.records.evidence import Link, events_of, what_differs
from voldaan.records.finding import account_by_number, message_by_uuid
from voldaan.records.merging import family
from voldaan.records.models import Client, IncomingMail, Message
from voldaan.records.scope import rows_of

ENDINGS: Final = {"EMAIL": ".eml", "POST": ".pdf", "SMS": ".txt", "CALL": ".txt"}


class CannotWriteEvidence(Exception):
    """The folder cannot be written, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """A mail about the message: a delivery report, a complaint, an answer."""

    kind: str
    sender: str
    taken_at: datetime
    sha256: str
    content: bytes | None
    """None: it is not in the archive as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One message with all that proves it."""

    uuid: str
    debtor: str
    stage: str
    channel: str
    recipient: str
    state: str
    sent_on: date | None
    sending_at: datetime | None
    finished_at: datetime | None
    approved_by: str
    channel_said: str
    channel_reference: str
    sha256: str
    """Of the bytes that left, or of those that were finished where none have left."""
    content: bytes | None
    """None: they are not in the archive as they were, or nothing was written."""
    links: tuple[Link, ...]
    came_back: tuple[CameBack, ...]
    differs: str
    """What does not agree, as a sentence; empty: bytes, row and chain say the same."""

    @property
    def file_name(self) -> str:
        """Return how a file with the bytes is called."""
        return f"{self.uuid}{ENDINGS[self.channel]}"


def evidence_of(client: Client, uuid: str) -> Evidence:
    """Return what proves one message.

    Raises:
        NotFound: the client has no such message.
    """
    with rows_of(client):
        return _evidence(message_by_uuid(client, uuid))


def write_evidence(client: Client, debtor: str, folder: Path) -> list[Evidence]:
    """Write to a new folder what proves each message to a debtor that began to leave, oldest first.

    One file of bytes a message, the mails that came back, and `evidence.jsonl` with the rest. The bytes are of the
    archive, so that anybody can take their SHA-256 and find it in the chain.

    Raises:
        NotFound: the client has no such debtor.
        CannotWriteEvidence: the folder has something in it already, or cannot be written.
    """
    with rows_of(client):
        account = account_by_number(client, debtor)
        messages = Message.objects.filter(account__in=family(account.pk), sending_at__isnull=False)
        found = [_evidence(one) for one in messages.select_related("account").order_by("sending_at", "pk")]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise CannotWriteEvidence(
                f"{folder} is niet leeg. Kies een nieuwe map, zodat niets wordt overschreven."
            )
        for one in found:
            if one.content is not None:
                (folder / one.file_name).write_bytes(one.content)
            for mail in one.came_back:
                if mail.content is not None:
                    name = f"{one.uuid}-{mail.kind.lower()}-{mail.sha256[:12]}.eml"
                    (folder / name).write_bytes(mail.content)
        lines = (json.dumps(as_json(one), ensure_ascii=False) for one in found)
        (folder / "evidence.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise CannotWriteEvidence(f"{folder} kan niet worden geschreven: {error.strerror}.") from None
    return found


def as_json(found: Evidence) -> dict[str, Any]:
    """Return what proves a message as plain values, without its bytes."""
    values = asdict(found)
    for part in (values, *values["came_back"]):
        del part["content"]
    plain = json.loads(json.dumps(values, default=lambda value: value.isoformat()))
    return {"kind": "evidence", **plain, "file": found.file_name if found.content is not None else None}


def _evidence(message: Message) -> Evidence:
    links = events_of(message)
    digests = (message.sent_sha256, message.mail_sha256, message.pdf_sha256, message.text_sha256)
    sha256 = next((digest for digest in digests if digest), "")
    mails = list(IncomingMail.objects.filter(message=message).order_by("taken_at", "pk"))
    differs = what_differs(message, links)
    contents = {}
    for digest in filter(None, (sha256, *(mail.sha256 for mail in mails))):
        try:
            contents[digest] = archive.fetch(digest)
        except archive.NotInArchive as missing:
            differs = differs or str(missing)
    return Evidence(
        uuid=str(message.uuid),
        debtor=message.account.number,
        stage=message.stage,
        channel=message.channel,
        recipient=message.recipient,
        state=message.state,
        sent_on=message.sent_on,
        sending_at=message.sending_at,
        finished_at=message.finished_at,
        approved_by=", ".join(filter(None, (message.first_approved_by, message.approved_by))),
        channel_said=message.channel_said,
        channel_reference=message.channel_reference,
        sha256=sha256,
        content=contents.get(sha256),
        links=links,
        came_back=tuple(
            CameBack(
                kind=mail.kind,
                sender=mail.sender,
                taken_at=mail.taken_at,
                sha256=mail.sha256,
                content=contents.get(mail.sha256),
            )
            for mail in mails
        ),
        differs=differs,
    )
