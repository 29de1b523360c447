"""One message as the debtor sees it, with what became of it."""

from voldaan.records.desk_messages import MessageSheet, message_sheet
from voldaan.records.models import Client
from voldaan.records.scope import rows_of
from voldaan.usecases.list_messages import message_parts


def show_message(client: Client, uuid: str) -> MessageSheet:
    """Return what is known of one message.

    Raises:
        NotFound: the client has no such message.
    """
    with rows_of(client):
        return message_sheet(client, uuid)


def show_text(client: Client, uuid: str) -> tuple[MessageSheet, str]:
    """Return one message with its plain text, empty where none was written.

    Raises:
        NotFound: the client has no such message.
        NotInArchive: what was written is missing, or was changed on disk.
    """
    return show_message(client, uuid), message_parts(client, uuid).get("message.txt", b"").decode()
