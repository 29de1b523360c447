"""One sender at work: its name, its ways out, the day and the moment, and what it did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from voldaan.channels.dkim_signature import SigningKey
from voldaan.channels.parcel import Channel
from voldaan.records.models import Message
from voldaan.usecases.sending_hours import dutch
from voldaan.usecases.standing_day import StandingDay


@dataclass(slots=True)
class Sent:
    """What sending did."""

    sent: int = 0
    withdrawn: int = 0
    failed: int = 0
    ambiguous: int = 0
    waiting: int = 0
    """Approved and not sent: not a lawful hour, or the channel did not take it yet."""
    to_call: int = 0
    """Approved calls: a person makes them (`show_call_list`)."""
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingRun:
    """What stands as long as one sender works."""

    sender: str
    """Its name (`records.locks`)."""
    channels: Mapping[str, Channel]
    key: SigningKey | None
    on: date
    at: datetime
    by: str
    days: StandingDay
    done: Sent = field(default_factory=Sent)
    batches: dict[tuple[int, datetime | None], int] = field(default_factory=dict)
    """By client and moment: how many messages were approved together."""

    def stays(self, message: Message, because: str) -> None:
        """Let a message wait for another time, and keep the reason with it."""
        self.done.waiting += 1
        self.done.remarks.append(f"{message.account.number}: {because}")
        Message.objects.filter(pk=message.pk, state="APPROVED").update(because=because[:300])


def not_taken_words(said: str, moment: datetime) -> str:
    """Return that a message was not taken for now, what was said, and from when it is offered again."""
    return f"Nog niet aangenomen ({said[:180]}). Nieuwe poging vanaf {dutch(moment):%d-%m-%Y %H:%M}."
