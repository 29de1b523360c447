"""The messages of a client, and the finished parts of one."""

from typing import Any

from voldaan.records import archive
from voldaan.records.finding import message_by_uuid
from voldaan.records.models import Client, Message, MessageInvoice
from voldaan.records.scope import rows_of


def list_messages(client: Client, *, state: str | None = None) -> list[dict[str, Any]]:
    """Return the messages of `client`, newest first, as plain values."""
    with rows_of(client):
        found = Message.objects.select_related("account").order_by("-on", "-pk")
        if state:
            found = found.filter(state=state.upper())
        messages = list(found)
        numbers: dict[int, list[str]] = {}
        lines = MessageInvoice.objects.filter(message__in=messages).order_by("pk")
        for message_id, number in lines.values_list("message_id", "invoice__number"):
            numbers.setdefault(message_id, []).append(number)
    return [
        {
            "kind": "message",
            "client": client.key,
            "uuid": str(message.uuid),
            "debtor": message.account.number,
            "on": message.on.isoformat(),
            "message_kind": message.kind,
            "stage": message.stage,
            "channel": message.channel,
            "state": message.state,
            "because": message.because,
            "person_first": message.person_first,
            "subject": message.subject,
            "pay_by": message.pay_by.isoformat(),
            "sent_on": message.sent_on.isoformat() if message.sent_on else None,
            "channel_said": message.channel_said,
            "invoices": numbers.get(message.pk, []),
        }
        for message in messages
    ]


def message_parts(client: Client, uuid: str) -> dict[str, bytes]:
    """Return the finished parts of a message by file name: text, HTML, letter, and the e-mail as it left.

    Raises:
        NotFound: the client has no such message.
    """
    with rows_of(client):
        message = message_by_uuid(client, uuid)
    digests = {
        "message.txt": message.text_sha256,
        "message.html": message.html_sha256,
        "letter.pdf": message.pdf_sha256,
        "print.pdf": message.print_sha256,
        "message.eml": (message.sent_sha256 or message.mail_sha256) if message.channel == "EMAIL" else "",
    }
    return {name: archive.fetch(sha256) for name, sha256 in digests.items() if sha256}
