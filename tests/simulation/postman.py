"""A channel that lies: it takes a message or not, and says what it likes. What really left, it writes down.

The log lies on disk, since a sender that dies half way is another process. The channel never says NOT_TAKEN or
REFUSED of what it took: that is the one thing that a channel has to know (see `voldaan.channels.parcel`).
"""

import json
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.db import connections

from tests.simulation.cast import luck
from voldaan.channels.parcel import Channel, Outcome, Parcel


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A message that really left."""

    uuid: str
    on: date
    at: datetime
    channel: str
    recipient: str
    content: bytes


@dataclass(slots=True)
class Postman:
    """The way out of a world."""

    seed: int
    log: Path
    at: datetime = datetime.min
    meanwhile: Callable[[], str] | None = None
    """What somebody else tries while a message is being delivered; says what went wrong, or nothing."""
    said: list[str] = field(default_factory=list)
    seen: int = 0

    def new(self) -> list[Delivered]:
        """Return what left since the last time somebody asked."""
        found = self.all()
        fresh, self.seen = found[self.seen :], len(found)
        return fresh

    def all(self) -> list[Delivered]:
        """Return all that ever left."""
        if not self.log.exists():
            return []
        return [_read(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    def take(self, parcel: Parcel, channel: str) -> Outcome:
        """Take a parcel or not, and say something about it."""
        # A letter has no short name: its bytes are as good as one, since they hold no id of the database.
        drawn = luck(self.seed, "post", self.at, channel, parcel.recipient).random()
        self._meanwhile(parcel)
        if drawn < 0.05:
            return Outcome(answer="NOT_TAKEN", said="451 probeer het later")
        if drawn < 0.08:
            return Outcome(answer="REFUSED", said="550 wordt nooit aangenomen")
        if drawn < 0.12:
            return Outcome(answer="UNKNOWN", said="verbinding verbroken, niets aangenomen")
        self._keep(parcel, channel)
        if drawn < 0.17:
            return Outcome(answer="UNKNOWN", said="verbinding verbroken na het laatste woord")
        return Outcome(answer="ACCEPTED", said="250 aangenomen")

    def _keep(self, parcel: Parcel, channel: str) -> None:
        line = json.dumps(
            {
                "uuid": parcel.uuid, "on": parcel.day, "at": self.at.isoformat(), "channel": channel,
                "recipient": parcel.recipient, "content": b64encode(parcel.content).decode(),
            }
        )  # fmt: skip
        with self.log.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def _meanwhile(self, parcel: Parcel) -> None:
        """Let somebody else try something, in a thread with a connection of its own."""
        if self.meanwhile is None or luck(self.seed, "meanwhile", self.at, parcel.recipient).random() > 0.1:
            return
        attempt = self.meanwhile

        def tried() -> None:
            try:
                self.said += filter(None, [attempt()])
            finally:
                connections.close_all()

        thread = threading.Thread(target=tried)
        thread.start()
        thread.join()


@dataclass(slots=True)
class LyingChannel:
    """One way out by the postman."""

    postman: Postman
    name: str

    def waits(self, recipient: str) -> str:
        """Return nothing: the postman always comes."""
        return ""

    def deliver(self, parcel: Parcel) -> Outcome:
        """Hand a parcel to the postman."""
        return self.postman.take(parcel, self.name)

    def close(self) -> None:
        """Do nothing."""


_now: list[Postman] = []


def employ(postman: Postman) -> None:
    """Let this postman carry what leaves from now on."""
    _now[:] = [postman]


def channels() -> dict[str, Channel]:
    """Return the ways out of this world, as `settings.VOLDAAN_CHANNELS` names them."""
    return {name: LyingChannel(_now[0], name) for name in ("EMAIL", "POST")}


def _read(line: str) -> Delivered:
    told = json.loads(line)
    return Delivered(
        uuid=told["uuid"],
        on=date.fromisoformat(told["on"]),
        at=datetime.fromisoformat(told["at"]),
        channel=told["channel"],
        recipient=told["recipient"],
        content=b64decode(told["content"]),
    )
