"""Prove that nothing that happened was changed, and that every sum closes (P9, P12)."""

from collections.abc import Iterable, Iterator

from voldaan.records import archive, events
from voldaan.records.append_only import missing_triggers
from voldaan.records.closing import sums_that_do_not_close
from voldaan.records.evidence import messages_that_differ
from voldaan.records.models import Client, HandOver, Message
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
            found += (f"{client.key}: {sentence}" for sentence in messages_that_differ())
        yield from found


def _missing_bytes() -> Iterator[str]:
    """Yield a sentence for all that was written, sent or handed over and is not in the archive as it was."""
    for uuid, *digests in (
        Message.objects.order_by("pk").values_list("uuid", *_PARTS).iterator(chunk_size=500)
    ):
        yield from _missing(f"message {uuid}", digests)
    for key, digest in HandOver.objects.order_by("pk").values_list("pk", "dossier_sha256"):
        yield from _missing(f"hand-over {key}", [digest])


_PARTS = ("text_sha256", "html_sha256", "pdf_sha256", "mail_sha256", "print_sha256", "sent_sha256")


def _missing(name: str, digests: Iterable[str]) -> Iterator[str]:
    for sha256 in dict.fromkeys(digest for digest in digests if digest):
        try:
            archive.fetch(sha256)
        except archive.NotInArchive as missing:
            yield f"{name}: {missing}"
