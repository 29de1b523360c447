"""Letters that lie in the folder for post and in no print file yet, the mark that they do, and what a provider took."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Count, Min

from voldaan.records.models import Message, MessageInvoice, PrintFile


def letters_to_print(on: date, *, said: str) -> list[Message]:
    """Return the letters of this day that are in no print file, oldest first. Needs an open scope.

    Only those of which the channel said something that begins so: what a provider took is printed there, and of what a
    person cleared up nobody knows.
    """
    found = Message.objects.filter(
        channel="POST", state="SENT", sent_on=on, print_file__isnull=True, channel_said__startswith=said
    )
    return list(found.select_related("account", "client").order_by("pk"))


def days_forgotten(before: date, *, said: str) -> dict[date, int]:
    """Return how many letters of each earlier day are in no print file, since the first. Needs an open scope.

    Where none was ever made, letters are printed from the folder by hand, and nothing is forgotten.
    """
    first = PrintFile.objects.aggregate(first=Min("made_on"))["first"]
    if first is None:
        return {}
    left = Message.objects.filter(
        channel="POST", state="SENT", sent_on__gte=first, sent_on__lt=before, print_file__isnull=True,
        channel_said__startswith=said,
    )  # fmt: skip
    return dict(left.order_by("sent_on").values_list("sent_on").annotate(letters=Count("pk")))


def letters_taken(since: date, *, said: str) -> list[Message]:
    """Return the letters since this day that a provider gave a name, oldest first. Needs an open scope.

    Only those of which the channel said something that begins so.
    """
    found = Message.objects.filter(
        channel="POST", state="SENT", sent_on__gte=since, channel_said__startswith=said
    )
    return list(found.exclude(channel_reference="").select_related("account").order_by("sent_on", "pk"))


def invoice_numbers(messages: Sequence[Message]) -> dict[int, tuple[str, ...]]:
    """Return the numbers of the invoices in each message, by its key. Needs an open scope."""
    found: dict[int, list[str]] = {}
    lines = MessageInvoice.objects.filter(message__in=[message.pk for message in messages]).order_by("pk")
    for key, number in lines.values_list("message_id", "invoice__number"):
        found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def is_known(uuid: str) -> bool:
    """Test if a print file with this number was made."""
    return PrintFile.objects.filter(uuid=uuid).exists()


def mark_printed(print_file: PrintFile, uuids: Iterable[str]) -> list[Message]:
    """Mark the letters of the open scope among these as lying in the print file, and return them."""
    found = list(Message.objects.filter(uuid__in=list(uuids), print_file__isnull=True).order_by("pk"))
    Message.objects.filter(pk__in=[message.pk for message in found]).update(print_file=print_file)
    return found
