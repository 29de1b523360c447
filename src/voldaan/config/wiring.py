"""Which channel carries what, in this installation, and where mail comes in."""

from functools import cache

from django.conf import settings

from voldaan.channels.mailbox import FolderChannel
from voldaan.channels.pace import Pace
from voldaan.channels.parcel import Channel
from voldaan.channels.smtp import SmtpChannel
from voldaan.channels.smtp_server import server_from


def channels() -> dict[str, Channel]:
    """Return a fresh channel for each way out: e-mail by SMTP, or to the mailbox on disk where no server is set."""
    home = settings.VOLDAAN_HOME
    url = settings.INSTALLATION.smtp_url
    email: Channel = (
        SmtpChannel(server_from(url), _pace()) if url else FolderChannel(home / "mailbox", ".eml")
    )
    return {"EMAIL": email, "POST": FolderChannel(home / "post", ".pdf")}


@cache
def _pace() -> Pace:
    """Return the one count of this process: a day runs client by client, and they write to the same domains."""
    return Pace(settings.INSTALLATION.mail_pace)
