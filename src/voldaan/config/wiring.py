"""Which channel carries what, in this installation, and where mail comes in."""

from functools import cache

from django.conf import settings

from voldaan.channels.cm_account import cm_account_from
from voldaan.channels.mailbox import FolderChannel
from voldaan.channels.pace import Pace
from voldaan.channels.parcel import Channel
from voldaan.channels.pingen_account import pingen_account_from
from voldaan.channels.post_pingen import PingenChannel
from voldaan.channels.shut import ShutChannel
from voldaan.channels.sms_cm import CmChannel
from voldaan.channels.smtp import SmtpChannel
from voldaan.channels.smtp_server import server_from

NO_SMS = (
    "Er is geen weg voor sms ingesteld, dus dit bericht wacht. Zet VOLDAAN_SMS_URL in de instellingen, of kies voor "
    "deze debiteur een andere weg."
)


def channels() -> dict[str, Channel]:
    """Return a fresh channel for each way out, as the settings name them.

    Where nothing is set, e-mail and letters go to folders on disk, and text messages wait.

    Raises:
        NoServer, NoProvider: the settings name a server or a provider in a way that cannot be used.
    """
    told, home = settings.INSTALLATION, settings.VOLDAAN_HOME
    email: Channel = FolderChannel(home / "mailbox", ".eml")
    if told.smtp_url:
        email = SmtpChannel(server_from(told.smtp_url), _pace())
    post: Channel = FolderChannel(home / "post", ".pdf")
    if told.post_url:
        post = PingenChannel(pingen_account_from(told.post_url))
    return {"EMAIL": email, "POST": post, "SMS": _sms(told.sms_url)}


def _sms(url: str) -> Channel:
    if not url:
        return ShutChannel(NO_SMS)
    if url == "folder:":
        return FolderChannel(settings.VOLDAAN_HOME / "sms", ".txt")
    return CmChannel(cm_account_from(url))


@cache
def _pace() -> Pace:
    """Return the one count of this process: a day runs client by client, and they write to the same domains."""
    return Pace(settings.INSTALLATION.mail_pace)
