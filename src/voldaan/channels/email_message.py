"""A finished text to the bytes of an e-mail (RFC 5322, RFC 3834): ours, stable, and the same each time."""

from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final, Literal

Automatic = Literal["auto-generated", "auto-replied", "no"]
"""Whether a person wrote it (RFC 3834). Machines that answer mail by themselves leave alone what no person wrote."""
_WORKSHEET: Final = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailParts:
    """What an e-mail is made from."""

    uuid: str
    domain: str
    """Of the Message-ID and the return path."""
    sender_name: str
    sender_address: str
    recipient_name: str
    recipient_address: str
    subject: str
    language: str
    text: str
    html: str
    images: dict[str, bytes] = field(default_factory=dict)
    """PNG images by content id."""
    enclosures: tuple[tuple[str, bytes], ...] = ()
    """What goes along: the name of each file, and its bytes. An invoice is a PDF; a statement has a worksheet too."""
    automatic: Automatic = "auto-generated"
    in_reply_to: str = ""
    """The Message-ID of the mail that it answers, without brackets."""
    references: tuple[str, ...] = ()
    """The Message-IDs of the thread, the oldest first."""


def return_path(uuid: str, domain: str) -> str:
    """Return the envelope sender of one message: what bounces names the message it was (VERP)."""
    return f"bounce+{uuid}@{domain}"


def email_bytes(parts: EmailParts) -> bytes:
    """Return the finished e-mail with CRLF line ends, but for its Date. The same parts give the same bytes."""
    message = EmailMessage(policy=SMTP)
    message["From"] = _mailbox(parts.sender_name, parts.sender_address)
    message["To"] = _mailbox(parts.recipient_name, parts.recipient_address)
    message["Subject"] = parts.subject
    message["Message-ID"] = f"<{parts.uuid}@{parts.domain}>"
    message["Reply-To"] = _mailbox(parts.sender_name, parts.sender_address)
    message["Auto-Submitted"] = parts.automatic
    if named := _message_id(parts.in_reply_to):
        message["In-Reply-To"] = named
    if thread := " ".join(filter(None, map(_message_id, parts.references))):
        message["References"] = thread
    message["Content-Language"] = parts.language
    message.set_content(parts.text, cte="quoted-printable")
    message.add_alternative(parts.html, subtype="html", cte="quoted-printable")
    html = list(message.iter_parts())[1]
    assert isinstance(html, EmailMessage)
    for name, png in sorted(parts.images.items()):
        html.add_related(png, "image", "png", cid=f"<{name}>", disposition="inline", filename=f"{name}.png")
    for name, content in parts.enclosures:
        subtype = _WORKSHEET if name.endswith(".xlsx") else "pdf"
        message.add_attachment(content, "application", subtype, filename=name)
    _fix_boundaries(message, parts.uuid)
    return message.as_bytes()


def dated(mail: bytes, at: datetime) -> bytes:
    """Return the e-mail with the Date at which it leaves."""
    return f"Date: {format_datetime(at)}\r\n".encode("ascii") + mail


def _mailbox(name: str, address: str) -> Address:
    """Return an address whose name cannot smuggle in a header line."""
    return Address(display_name=" ".join(name.split()), addr_spec=address.strip())


def _message_id(name: str) -> str:
    """Return a Message-ID as a header has it, or nothing: it is what somebody else sent, and smuggles nothing in."""
    is_plain = name.isascii() and name.isprintable() and "@" in name and not set(name) & set(' <>"')
    return f"<{name}>" if is_plain else ""


def _fix_boundaries(message: EmailMessage, uuid: str) -> None:
    """Name the boundaries after the message, so that nothing in its bytes is by chance."""
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{uuid}_{number}")
