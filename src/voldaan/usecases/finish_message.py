"""The last point of a message that leaves: what the channel said is kept (P3).

Only its own sender finishes a message, or, when that one is gone, another that makes it AMBIGUOUS: shown to a person,
never repeated unasked.
"""

from voldaan.channels.parcel import Outcome
from voldaan.channels.trying_again import next_attempt
from voldaan.records import events, locks
from voldaan.records.by_phone import ABOUT_RECIPIENT
from voldaan.records.models import Client, Fee, Message, MessageInvoice, Reminded
from voldaan.records.models.message import REMINDING
from voldaan.records.pending import messages_in, not_taken_at
from voldaan.records.scope import one_transaction
from voldaan.usecases.sending_run import SendingRun, not_taken_words
from voldaan.usecases.write_messages import message_event

STATES = {"ACCEPTED": "SENT", "REFUSED": "FAILED", "NOT_TAKEN": "APPROVED", "UNKNOWN": "AMBIGUOUS"}
_EVENTS = {
    "SENT": "message.sent",
    "FAILED": "message.failed",
    "APPROVED": "message.not_taken",
    "AMBIGUOUS": "message.ambiguous",
}
_COUNTED = {"SENT": "sent", "FAILED": "failed", "AMBIGUOUS": "ambiguous", "APPROVED": "waiting"}
_INTERRUPTED = Outcome(
    answer="UNKNOWN", said="De verzending is onderbroken; of het bericht weg is, is niet bekend."
)


def finish(run: SendingRun, client: Client, message: Message, outcome: Outcome) -> None:
    """Keep what the channel said of a message that this sender marked."""
    _finish(run, client, message, outcome, sender=run.sender)


def show_orphans(run: SendingRun, client: Client) -> None:
    """Make ambiguous what senders that are gone left half way. What a living one is handing over is its own."""
    for message in messages_in("SENDING"):
        if message.sender != run.sender and locks.is_gone(message.sender):
            _finish(run, client, message, _INTERRUPTED, sender=message.sender)


def _finish(run: SendingRun, client: Client, message: Message, outcome: Outcome, *, sender: str) -> None:
    with one_transaction():
        events.hold_still(client)
        fresh = Message.objects.select_related("engagement", "account").get(pk=message.pk)
        if (fresh.state, fresh.sender) != ("SENDING", sender):
            # Another one took us for gone, as when the connection to the database broke, and showed it.
            return
        fresh.state, fresh.because = _state_and_reason(run, fresh, outcome)
        fresh.channel_said, fresh.finished_at = outcome.said[:500], run.at
        fresh.channel_reference = outcome.reference[:100]
        if fresh.state in ("FAILED", "APPROVED"):
            fresh.sent_on = None
        fresh.save(
            update_fields=["state", "channel_said", "channel_reference", "finished_at", "sent_on", "because"]
        )
        if fresh.state == "SENT":
            record_sent(fresh)
        more = {"said": events.digest(fresh.channel_said)}
        if fresh.state == "FAILED" and outcome.about_recipient:
            more["about"] = ABOUT_RECIPIENT
        told = message_event(_EVENTS[fresh.state], fresh, on=run.on, at=run.at, by=run.by, **more)
        run.days.goes_on(events.append(client, told))
    counter = _COUNTED[fresh.state]
    setattr(run.done, counter, getattr(run.done, counter) + 1)
    if fresh.state != "SENT":
        run.done.remarks.append(f"{fresh.account.number}: {fresh.because}")


def _state_and_reason(run: SendingRun, message: Message, outcome: Outcome) -> tuple[str, str]:
    """Return how far the message has come, and why no further. What was not taken for two days has failed."""
    state = STATES[outcome.answer]
    if state == "SENT":
        return state, ""
    if state != "APPROVED":
        return state, outcome.said[:300]
    tries = [*not_taken_at(message), run.at]
    moment = next_attempt(tries)
    said = outcome.said[:180]
    if moment is None:
        return (
            "FAILED",
            f"Na {len(tries)} pogingen in twee dagen nog niet aangenomen; het laatste antwoord was: {said}",
        )
    return state, not_taken_words(said, moment)


def record_sent(message: Message) -> None:
    """Write down whom a sent reminder reminded of what, and what the client owes its agency for it.

    A message of another kind reminds of nothing and costs the client nothing.
    """
    if message.kind not in REMINDING:
        return
    assert message.sent_on is not None
    lines = list(MessageInvoice.objects.filter(message=message).exclude(stage="").order_by("invoice_id"))
    Reminded.objects.bulk_create(
        Reminded(
            client_id=message.client_id,
            account_id=message.account_id,
            invoice_id=line.invoice_id,
            message=message,
            stage=line.stage,
            on=message.sent_on,
            pay_by=message.pay_by,
        )
        for line in lines
    )
    if message.engagement is None:
        return
    ours = Fee.objects.filter(engagement__agency=message.engagement.agency_id, first=True)
    charged = set(
        ours.filter(invoice__in=[line.invoice_id for line in lines]).values_list("invoice_id", flat=True)
    )
    for line in lines:
        first = line.invoice_id not in charged
        if first or message.engagement.every_message_is_charged:
            Fee.objects.create(
                client_id=message.client_id,
                engagement=message.engagement,
                invoice_id=line.invoice_id,
                message=message,
                on=message.sent_on,
                cents=message.engagement.price_cents,
                first=first,
            )
