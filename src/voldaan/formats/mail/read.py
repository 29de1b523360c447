"""One mail, from its bytes to what we know of it. Any bytes give a mail."""

import re

from voldaan.formats.mail.amazon import amazon_told
from voldaan.formats.mail.automatic import automatic_sign
from voldaan.formats.mail.complaints import complained
from voldaan.formats.mail.delivery_status import Told, told_by
from voldaan.formats.mail.headers import addresses_in, header, message_ids, moment_in, sender_of
from voldaan.formats.mail.html_text import text_of_html
from voldaan.formats.mail.parts import Parts, take_apart
from voldaan.formats.mail.quotes import own_words
from voldaan.formats.mail.told_in_text import machine_sign, text_told, written_by_a_person
from voldaan.formats.mail.values import Mail, MailKind, Recipient

HEADERS_OF_A_MAIL = ("from", "to", "subject", "date", "message-id", "return-path", "received", "delivered-to")
ENVELOPE = ("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to")
RECEIVERS_MAX = 100
IDS_MAX = 50
RETURNED_ID = re.compile(r"(?im)^[ \t>]{0,20}message-id:\s{0,5}<([^<>\s]{1,500})>")

Verdict = tuple[MailKind, str, tuple[Recipient, ...]]


def read_mail(data: bytes) -> Mail:
    """Return what a mail is and says. Never raises for what is in the bytes: what is no mail is UNREADABLE.

    The first 50 MB are read, and of each text the first 200,000 signs.
    """
    parts = take_apart(data)
    head = parts.head
    plain = "\n".join(text for text in parts.plain if text.strip())
    html = "\n".join(parts.html)
    if not any(head.get(name) for name in HEADERS_OF_A_MAIL):
        why = "no header of a mail" if data.strip() else "no bytes"
        return Mail(kind="UNREADABLE", because=why, all_words=plain.strip() or text_of_html(html))
    all_words = plain.strip() or text_of_html(html)
    kind, because, recipients = _verdict(parts, all_words, data)
    sender, name = sender_of(head)
    return Mail(
        kind=kind,
        because=because,
        sender=sender,
        sender_name=name,
        subject=header(head, "subject"),
        sent_at=moment_in(head, "date"),
        recipients=recipients,
        answers_to=_answers_to(parts, all_words if recipients else ""),
        sent_to=addresses_in(head, *ENVELOPE)[:RECEIVERS_MAX],
        words=own_words(plain) if plain.strip() else own_words(text_of_html(html, quotes=False)),
        all_words=all_words,
        attachments=tuple(parts.files),
    )


def _verdict(parts: Parts, text: str, data: bytes) -> Verdict:
    """Return the kind of a mail, on what that rests, and who it is true of; the surest sign first."""
    if complaint := complained(parts, text):
        return "COMPLAINT", *complaint
    if (told := told_by(parts.statuses)) and (machine_sign(parts) or not written_by_a_person(parts.head)):
        return _with_reason(told, "message/delivery-status")
    receipt = _receipt(parts) if parts.receipts else None
    if receipt and receipt[0] == "DELIVERED":
        return receipt
    if found := amazon_told(text) or text_told(parts, text, data):
        return _with_reason(found[1], found[0])
    if receipt:
        return receipt
    if sign := automatic_sign(parts.head):
        return "AUTOMATIC", sign, ()
    return "ANSWER", "no sign of a machine", ()


def _with_reason(told: Told, because: str) -> Verdict:
    return told[0], because, told[1]


def _receipt(parts: Parts) -> Verdict:
    """Return what a disposition notification (RFC 8098) says: shown to its reader it arrived, else it says nothing."""
    words = " ".join(value.lower() for block in parts.receipts for value in block.get("disposition", []))
    told = told_by([{**block, "action": ["delivered"]} for block in parts.receipts])
    if told and "displayed" in words:
        return "DELIVERED", "message/disposition-notification: displayed", told[1]
    return "AUTOMATIC", "message/disposition-notification", ()


def _answers_to(parts: Parts, report: str) -> tuple[str, ...]:
    """Return the Message-IDs that a mail speaks of, the nearest first; a report may return headers as text."""
    found = [
        *message_ids(parts.head, "in-reply-to"),
        *reversed(message_ids(parts.head, "references")),
        *(one for original in parts.originals for one in message_ids(original, "message-id")),
        *RETURNED_ID.findall(report),
    ]
    return tuple(dict.fromkeys(found))[:IDS_MAX]
