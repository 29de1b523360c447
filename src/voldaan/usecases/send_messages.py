"""Send what is approved: look once more, mark, hand over, write down what was said (P1, P3, P6).

What was paid since is matched first. Then a message passes three points, each one transaction or one call:

1. *Mark* (`mark_message`). With every other writer of the book held still, the account is decided again. Is it still
   to be reminded of the same invoices and amounts, at the same stage, by the same channel, at a lawful hour? Then the
   message becomes SENDING, and names its sender. If not, it is withdrawn and says why.
2. *Hand over.* The channel gets the bytes. What a person says by telephone has none: it stands on the call list.
3. *Finish* (`finish_message`). What the channel said is kept: SENT, FAILED, approved again where nothing left, or
   AMBIGUOUS.

Any number of senders work side by side: the mark is what only one of them can set. A crash before 1 leaves the message
approved, between 1 and 3 it stays SENDING. Its sender's lock died with it, and the next sender that comes along makes
it AMBIGUOUS: shown to a person, never repeated unasked.
"""

from datetime import date, datetime

from django.conf import settings
from django.utils.module_loading import import_string

from voldaan.channels.dkim_signature import SigningKey, signed, signing_key
from voldaan.channels.email_message import dated, return_path
from voldaan.channels.parcel import Parcel
from voldaan.records import archive, locks
from voldaan.records.models import Client, Message
from voldaan.records.pending import is_approved, messages_in, payments_not_looked_at
from voldaan.records.scope import rows_of
from voldaan.usecases.finish_message import finish, show_orphans
from voldaan.usecases.look_at_calls import withdraw_calls
from voldaan.usecases.mark_message import mark, waits_for_next_attempt
from voldaan.usecases.match_payments import match_payments
from voldaan.usecases.sending_run import SendingRun, Sent
from voldaan.usecases.standing_day import StandingDay


def send_messages(clients: list[Client], *, on: date, at: datetime, by: str) -> Sent:
    """Send every approved message of these clients, as it stands on the day `on` and at the moment `at`.

    Payments that were imported meanwhile are matched first: what they paid is not reminded. What another sender is
    handing over is left to it.

    Raises:
        CannotSign: the settings name a key for signatures that cannot be used.
        NoServer, NoProvider: the settings name a mail server or a provider in a way that cannot be used.
    """
    told = settings.INSTALLATION
    key = signing_key(domain=told.mail_domain, selector=told.dkim_selector, key_file=told.dkim_key_file)
    channels = import_string(settings.VOLDAAN_CHANNELS)()
    with locks.sending() as name:
        run = SendingRun(
            sender=name, channels=channels, key=key, on=on, at=at, by=by, days=StandingDay(on=on)
        )
        try:
            for client in clients:
                _send_all(run, client)
        finally:
            for channel in channels.values():
                channel.close()
    return run.done


def _send_all(run: SendingRun, client: Client) -> None:
    with rows_of(client):
        show_orphans(run, client)
        approved = messages_in("APPROVED")
        left = {message: "" for message in approved if message.channel != "CALL"}
        if approved and payments_not_looked_at():
            match_payments(client, on=run.on, at=run.at, by=run.by)
        if len(left) < len(approved):
            withdraw_calls(run, client)
        before = -1
        while len(left) != before:
            # What a channel has no room for now comes after all the others, and once more while any of it goes.
            before = len(left)
            left = {message: because for message in left if (because := _bring(run, client, message))}
        for message, because in left.items():
            run.stays(message, because)
        show_orphans(run, client)


def _bring(run: SendingRun, client: Client, message: Message) -> str:
    """Bring one message as far as it comes; return why its channel has no room for it at this moment, or nothing."""
    channel = run.channels[message.channel]
    if because := channel.waits(message.recipient):
        return because
    if not is_approved(message):
        return ""
    if later := waits_for_next_attempt(message, run.at):
        run.stays(message, later)
        return ""
    content = _content(message, run.key, run.at)
    sha256 = archive.keep(content)
    if mark(run, client, message, sha256):
        parcel = Parcel(
            uuid=str(message.uuid),
            day=run.on.isoformat(),
            return_path=return_path(str(message.uuid), settings.INSTALLATION.mail_domain),
            recipient=message.recipient,
            content=content,
        )
        finish(run, client, message, channel.deliver(parcel))
    return ""


def _content(message: Message, key: SigningKey | None, at: datetime) -> bytes:
    """Return the bytes that leave."""
    if message.channel == "SMS":
        return archive.fetch(message.text_sha256)
    if message.channel != "EMAIL":
        return archive.fetch(message.print_sha256 or message.pdf_sha256)
    mail = dated(archive.fetch(message.mail_sha256), at)
    return signed(mail, key, at) if key else mail
