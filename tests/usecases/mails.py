"""Mails for tests, as the world writes them: answers, bounces, automatic replies."""

from datetime import date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from tests.builders import ten_o_clock
from voldaan.records.models import Client, Message
from voldaan.records.scope import rows_of

DOMAIN = "voldaan.invalid"
"""Of our Message-IDs and return paths, where an installation names none."""


def message_of(client: Client, debtor: str = "D1") -> Message:
    """Return the newest message to a debtor."""
    with rows_of(client):
        return Message.objects.filter(account__number=debtor).latest("pk")


def an_answer(
    words: str,
    *,
    to: Message | None = None,
    sender: str = "d1@klant.example",
    subject: str = "Re: uw herinnering",
    on: date | datetime | None = None,
    **headers: str,
) -> bytes:
    """Return what a person writes, in answer to a message or of their own accord."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"Jo van Velzen <{sender}>"
    mail["To"] = "debiteuren@bakkerij.example"
    mail["Subject"] = subject
    if on is not None:
        mail["Date"] = format_datetime(on if isinstance(on, datetime) else ten_o_clock(on))
    if to is not None:
        mail["In-Reply-To"] = f"<{to.uuid}@{domain()}>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(words)
    return mail.as_bytes()


def a_bounce(
    message: Message, *, status: str = "5.1.1", action: str = "failed", said: str = "no such user"
) -> bytes:
    """Return the delivery report of a message, as RFC 3464 asks."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Mail Delivery System <mailer-daemon@post.example>"
    mail["To"] = f"bounce+{message.uuid}@{domain()}"
    mail["Subject"] = "Undelivered Mail Returned to Sender"
    mail["Auto-Submitted"] = "auto-replied"
    report = (
        "Reporting-MTA: dns; post.example\r\n\r\n"
        f"Final-Recipient: rfc822; {message.recipient}\r\nAction: {action}\r\nStatus: {status}\r\n"
        f"Diagnostic-Code: smtp; 550 {status} {said}\r\n"
    )
    parts = [
        (
            "text/plain; charset=utf-8",
            "I'm sorry to have to inform you that your message could not be delivered.\r\n",
        ),
        ("message/delivery-status", report),
        ("text/rfc822-headers", f"Message-ID: <{message.uuid}@{domain()}>\r\nSubject: Herinnering\r\n"),
    ]
    body = "".join(f"--grens\r\nContent-Type: {kind}\r\n\r\n{text}\r\n" for kind, text in parts)
    head = mail.as_bytes().rstrip(b"\r\n").decode()
    kind = 'Content-Type: multipart/report; report-type=delivery-status; boundary="grens"'
    return f"{head}\r\nMIME-Version: 1.0\r\n{kind}\r\n\r\n{body}--grens--\r\n".encode()


def domain() -> str:
    """Return the domain of our Message-IDs."""
    from django.conf import settings

    return str(settings.INSTALLATION.mail_domain)
