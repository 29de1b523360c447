"""What one way of reminding comes to over a period: how many messages, what they cost, and which were for nothing.

A comparison has three: what was really sent, the present strategies replayed, and the others replayed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from voldaan.domain.strategy.replay import Replayed

PAID_SOON_DAYS: Final = 3
"""Who pays within so many days after a message would have paid without it, or was already paying."""

Difference = Literal["", "LEFT_ALONE", "ALSO_REMINDED", "OTHERWISE"]
"""What other strategies do to an account: remind it no more, remind it as well, or send other messages."""


class Message(NamedTuple):
    """One message, sent or replayed."""

    account_id: int
    on: date
    stage: str
    channel: str
    invoices: tuple[int, ...]
    """Ids of the invoices that it is about."""
    cents: int
    """What was open of them."""
    told: tuple[int, ...]
    """Ids of every invoice that it was a stage of, with those that stood beside."""


class Prices(NamedTuple):
    """What a message costs in cents by each channel, and what an agency asks. None: nobody said."""

    email_cents: int | None = None
    post_cents: int | None = None
    fee_cents: int | None = None
    """For each invoice of which a first message leaves."""
    every_message_is_charged: bool = False
    sms_cents: int | None = None
    call_cents: int | None = None
    """What it costs that a person calls."""

    def of_channel(self, channel: str) -> int | None:
        """Return what one message costs by a channel."""
        by_channel = {
            "EMAIL": self.email_cents,
            "POST": self.post_cents,
            "SMS": self.sms_cents,
            "CALL": self.call_cents,
        }
        return by_channel[channel]


@dataclass(slots=True)
class Sum:
    """Messages of one stage by one channel."""

    messages: int = 0
    invoices: int = 0
    cents: int = 0


class Column:
    """What one way of reminding adds up to."""

    def __init__(self, prices: Prices, known_until: date | None) -> None:
        """Begin with nothing. Payments are known up to and including `known_until`."""
        self._prices = prices
        self._known_until = known_until
        self.by_stage: dict[tuple[str, str], Sum] = {}
        self.by_week: Counter[date] = Counter()
        """By the Monday of the week."""
        self.accounts = 0
        """That got a message."""
        self.for_nothing = 0
        """Messages after which all that they were about was paid within three days."""
        self.not_known_yet = 0
        """Messages of which that cannot be said yet."""
        self.fee_cents: int | None = None if prices.fee_cents is None else 0
        self.questions = 0
        self.hand_overs = 0
        """Times that invoices of an account were ready to be handed over."""

    @property
    def messages(self) -> int:
        """Return how many messages there are in all."""
        return sum(one.messages for one in self.by_stage.values())

    @property
    def cost_cents(self) -> int | None:
        """Return what the messages cost to send; None where the price of a channel that was used is not known."""
        total = 0
        for (_, channel), one in self.by_stage.items():
            price = self._prices.of_channel(channel)
            if price is None:
                return None
            total += one.messages * price
        return total

    def add(
        self, messages: Sequence[Message], paid_on: Mapping[int, date | None], charged: frozenset[int]
    ) -> None:
        """Count the messages of one account. `charged` are the invoices that the agency charged before."""
        if messages:
            self.accounts += 1
        seen = set(charged)
        for message in messages:
            row = self.by_stage.setdefault((message.stage, message.channel), Sum())
            row.messages += 1
            row.invoices += len(message.invoices)
            row.cents += message.cents
            self.by_week[message.on - timedelta(days=message.on.weekday())] += 1
            self._judge(message, paid_on)
            self._charge(message, seen)

    def add_fee(self, cents: int) -> None:
        """Count what was really charged."""
        self.fee_cents = (self.fee_cents or 0) + cents

    def add_acts(self, steps: Sequence[Replayed]) -> None:
        """Count the questions and the hand-overs of a replay."""
        for step in steps:
            self.questions += step.decision.act == "ASK"
            self.hand_overs += step.decision.act == "HAND_OVER"

    def _judge(self, message: Message, paid_on: Mapping[int, date | None]) -> None:
        soon = message.on + timedelta(days=PAID_SOON_DAYS)
        days = [paid_on.get(invoice) for invoice in message.invoices]
        if all(day is not None and day <= soon for day in days):
            self.for_nothing += 1
        elif self._known_until is None or self._known_until < soon:
            self.not_known_yet += 1

    def _charge(self, message: Message, seen: set[int]) -> None:
        if self.fee_cents is None or self._prices.fee_cents is None:
            return
        for invoice in message.told:
            if invoice not in seen or self._prices.every_message_is_charged:
                self.fee_cents += self._prices.fee_cents
            seen.add(invoice)


def messages_of(steps: Sequence[Replayed]) -> Iterator[Message]:
    """Yield the messages of a replay."""
    for step in steps:
        decision = step.decision
        if decision.act == "REMIND":
            stage, channel = decision.stage or "", decision.channel or ""
            yield Message(step.account_id, step.on, stage, channel, decision.invoices, step.cents, step.told)


def difference(present: Sequence[Message], other: Sequence[Message]) -> Difference:
    """Return what other strategies do to one account."""
    if present == other:
        return ""
    if present and not other:
        return "LEFT_ALONE"
    return "OTHERWISE" if present else "ALSO_REMINDED"
