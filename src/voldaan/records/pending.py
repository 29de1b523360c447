"""What stands and waits: reminders without a message, messages without a decision, messages by state."""

import json
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, QuerySet

from voldaan.records.models import Client, Decision, Event, Message, Payment
from voldaan.records.models.message import REMINDING


def _standing() -> "QuerySet[Decision]":
    newest = Decision.objects.order_by().values("account").annotate(newest=Max("id")).values("newest")
    return Decision.objects.filter(pk__in=newest)


def reminders_without_message(client: Client) -> list[Decision]:
    """Return the standing decisions to remind without a message that arrived or still can, by account number."""
    written = Message.objects.filter(decision=OuterRef("pk")).exclude(
        state__in=("WITHDRAWN", "BOUNCED", "FAILED")
    )
    waiting = _standing().filter(act="REMIND").exclude(Exists(written))
    return list(waiting.order_by("account__number"))


def overtaken_messages(client: Client) -> list[Message]:
    """Return the reminders that have not begun to leave and whose decision no longer stands."""
    waiting = Message.objects.filter(state__in=("WRITTEN", "APPROVED"), kind__in=REMINDING)
    under_way = waiting.select_related("client")
    return list(under_way.exclude(decision__in=_standing().values("pk")).order_by("pk"))


def standing_decision(account_id: int) -> Decision | None:
    """Return the decision that stands for an account."""
    return Decision.objects.filter(account_id=account_id).order_by("-pk").first()


def messages_in(*states: str) -> list[Message]:
    """Return the messages in these states, oldest first, without what they may say. Needs an open scope."""
    found = Message.objects.filter(state__in=states).select_related("account").defer("facts")
    return list(found.order_by("written_at", "pk"))


def is_approved(message: Message) -> bool:
    """Test if a message may still leave at this moment, as far as its state goes. Needs an open scope."""
    return Message.objects.filter(pk=message.pk, state="APPROVED").exists()


def not_taken_at(message: Message) -> list[datetime]:
    """Return when a channel did not take this message, oldest first, from the chain. Needs an open scope."""
    of_account = Event.objects.filter(account_id=message.account_id, kind="message.not_taken").order_by(
        "sequence"
    )
    told = of_account.values_list("at", "data")
    return [at for at, data in told if json.loads(data)["message"] == str(message.uuid)]


def payments_not_looked_at() -> int:
    """Return how many payments came in that nobody has yet tried to match. Needs an open scope."""
    return Payment.objects.filter(matched_at__isnull=True, set_aside="").exclude(waiting_cents=0).count()
