"""Mails that came in, as plain values for the doors: what waits of the accounts, and what nobody could place."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from voldaan.records.desk import rows_of_all
from voldaan.records.models import Client, IncomingMail, StrayMail


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRow:
    """One mail; without a client it is one that nobody could place."""

    id: int
    client: str
    client_name: str
    debtor: str
    debtor_name: str
    kind: str
    found_by: str
    sender: str
    sender_name: str
    subject: str
    words: str
    sent_at: datetime | None
    taken_on: date
    proposed: str
    because: str
    day: date | None
    cents: int | None
    message: str
    """The number of the message that it answers to; empty where none is known."""
    sha256: str
    decided: str
    decided_by: str

    @property
    def waits(self) -> bool:
        """Test if a person still has to look at it."""
        return not self.decided


class TakenBefore(Exception):
    """The same mail stands in the book already: another process took it in this moment."""


def is_known(sha256: str, clients: Sequence[Client]) -> bool:
    """Test if a mail with these bytes was taken before, for any of these clients or for nobody."""
    if StrayMail.objects.filter(sha256=sha256).exists():
        return True
    with rows_of_all(clients):
        return IncomingMail.objects.filter(sha256=sha256).exists()


@contextmanager
def taken_once(sha256: str, clients: Sequence[Client]) -> Iterator[None]:
    """Open a transaction in which a mail is kept.

    Raises:
        TakenBefore: another process kept the same bytes meanwhile.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if is_known(sha256, clients):
            raise TakenBefore from error
        raise


def mail_rows(*, waiting_only: bool, first: int = 0, count: int | None = None) -> list[MailRow]:
    """Return mails of the open clients, the longest waiting first, or all, the newest first. Needs an open scope."""
    found = IncomingMail.objects.select_related("client", "account__debtor", "message")
    rows = found.filter(decided="").order_by("pk") if waiting_only else found.order_by("-pk")
    return [_row(row) for row in rows[first : None if count is None else first + count]]


def count_of_mails(*, waiting_only: bool) -> int:
    """Return how many mails the open clients have. Needs an open scope."""
    found = IncomingMail.objects.all()
    return (found.filter(decided="") if waiting_only else found).count()


def mail_row(mail_id: int) -> MailRow | None:
    """Return one mail of the open client; None where it has none of this number. Needs an open scope."""
    found = IncomingMail.objects.select_related("client", "account__debtor", "message")
    row = found.filter(pk=mail_id).first()
    return None if row is None else _row(row)


def stray_rows() -> Iterator[MailRow]:
    """Yield the mails that nobody could place, the oldest first."""
    for row in StrayMail.objects.filter(done_at__isnull=True).order_by("pk"):
        yield MailRow(
            client="", client_name="", debtor="", debtor_name="", found_by="", message="", decided="", decided_by="",
            **_shared(row),
        )  # fmt: skip


def count_of_strays() -> int:
    """Return how many mails nobody could place."""
    return StrayMail.objects.filter(done_at__isnull=True).count()


def _row(row: IncomingMail) -> MailRow:
    return MailRow(
        client=row.client.key,
        client_name=row.client.name,
        debtor=row.account.number,
        debtor_name=row.account.debtor.name,
        found_by=row.found_by,
        message="" if row.message is None else str(row.message.uuid),
        decided=row.decided,
        decided_by=row.decided_by,
        **_shared(row),
    )


_SHARED = (
    "kind", "sender", "sender_name", "subject", "words", "sent_at", "taken_on", "proposed", "because", "day",
    "cents", "sha256",
)  # fmt: skip


def _shared(row: IncomingMail | StrayMail) -> dict[str, Any]:
    return {"id": row.pk} | {name: getattr(row, name) for name in _SHARED}
