"""What came in: what waits for a person, what nobody could place, and one mail whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from voldaan.formats.mail.read import read_mail
from voldaan.records import archive, desk
from voldaan.records.finding import NotFound
from voldaan.records.incoming_mails import MailRow, count_of_mails, mail_row, mail_rows, stray_rows
from voldaan.records.models import Client
from voldaan.records.scope import rows_of

__all__ = [
    "MAILS_A_PAGE", "Inbox", "MailRow", "NotFound", "ShownMail", "as_json", "show_inbox", "show_mail", "show_mails",
]  # fmt: skip

MAILS_A_PAGE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """A page of what waits, the longest waiting first, and all that nobody could place."""

    count: int
    first: int
    rows: tuple[MailRow, ...]
    strays: tuple[MailRow, ...]

    @property
    def last(self) -> int:
        """Return the place after the last mail that is shown."""
        return self.first + len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMail:
    """One mail with all that it says, also what was quoted in it."""

    row: MailRow
    all_words: str
    attachments: tuple[str, ...]


def show_inbox(clients: Sequence[Client], *, page: int = 1) -> Inbox:
    """Return a page of the mails of these clients that wait, and every mail that nobody could place."""
    first = (max(page, 1) - 1) * MAILS_A_PAGE
    with desk.rows_of_all(clients):
        rows = mail_rows(waiting_only=True, first=first, count=MAILS_A_PAGE)
        return Inbox(
            count=count_of_mails(waiting_only=True), first=first, rows=tuple(rows), strays=tuple(stray_rows())
        )


def show_mails(clients: Sequence[Client], *, waiting_only: bool) -> list[MailRow]:
    """Return the mails of these clients, those that wait or all."""
    with desk.rows_of_all(clients):
        return mail_rows(waiting_only=waiting_only)


def show_mail(client: Client, mail_id: int) -> ShownMail:
    """Return one mail of a client, read again from the archive.

    Raises:
        NotFound: the client has no such mail.
    """
    with rows_of(client):
        row = mail_row(mail_id)
    if row is None:
        raise NotFound(f"{client.name} heeft geen mail {mail_id}.")
    mail = read_mail(archive.fetch(row.sha256))
    return ShownMail(row=row, all_words=mail.all_words, attachments=mail.attachments)


def as_json(row: MailRow) -> dict[str, Any]:
    """Return a mail as `voldaan mail list --json` prints it."""
    return {
        "kind": "mail",
        "id": row.id,
        "client": row.client or None,
        "debtor": row.debtor or None,
        "mail_kind": row.kind,
        "found_by": row.found_by or None,
        "message": row.message or None,
        "sender": row.sender,
        "subject": row.subject,
        "sent_at": row.sent_at.isoformat() if row.sent_at else None,
        "taken_on": row.taken_on.isoformat(),
        "proposed": row.proposed or None,
        "because": row.because or None,
        "day": row.day.isoformat() if row.day else None,
        "cents": row.cents,
        "currency": "EUR",
        "decided": row.decided or None,
        "by": row.decided_by or None,
    }
