"""Prove that nothing that happened was changed, and that every sum closes (P9, P12)."""

from collections.abc import Iterator

from voldaan.records import archive, events
from voldaan.records.append_only import missing_triggers
from voldaan.records.closing import sums_that_do_not_close
from voldaan.records.models import Client, Message
from voldaan.records.scope import rows_of


def verify_book(clients: list[Client]) -> Iterator[str]:
    """Yield a sentence for everything that is not as it was written down. None: the book holds."""
    for table in missing_triggers():
        yield f"The database does not guard {table}: its append-only trigger is missing."
    for client in clients:
        found: list[str] = []
        with rows_of(client):
            found += events.breaks(client)
            found += (f"{client.key}: {sentence}" for sentence in sums_that_do_not_close(client))
            found += (f"{client.key}: {sentence}" for sentence in _missing_bytes())
        yield from found


def _missing_bytes() -> Iterator[str]:
    """Yield a sentence for each message that left and whose bytes are not in the archive as they left."""
    for message in Message.objects.exclude(sent_sha256="").order_by("pk").iterator(chunk_size=500):
        try:
            archive.fetch(message.sent_sha256)
        except archive.NotInArchive as missing:
            yield f"message {message.uuid}: {missing}"
