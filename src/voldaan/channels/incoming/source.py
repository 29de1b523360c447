"""Where mail comes in: from the address in the settings to the source that it names."""

from voldaan.channels.incoming.address import folder_from, imap_server_from
from voldaan.channels.incoming.folder import FolderSource
from voldaan.channels.incoming.imap import ImapSource
from voldaan.channels.incoming.waiting import Source


def source_from(url: str) -> Source:
    """Return the source that `imaps://…`, `imap://…` or `folder:/path` names; nothing is opened yet.

    Raises:
        CannotFetch: the address makes no sense, with a Dutch sentence that shows how it should look.
    """
    if url.lower().startswith("folder:"):
        return FolderSource(folder_from(url))
    return ImapSource(imap_server_from(url))
