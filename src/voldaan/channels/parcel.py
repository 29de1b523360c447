"""What is handed to a channel, and what it can answer."""

from dataclasses import dataclass
from typing import Literal, Protocol

Answer = Literal["ACCEPTED", "REFUSED", "NOT_TAKEN", "UNKNOWN"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One finished message: its bytes, and where they go."""

    uuid: str
    day: str
    """The day of the message, as ISO text: folders are named after it."""
    return_path: str
    recipient: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the channel said.

    ACCEPTED: it is theirs now. REFUSED: it will never take this. NOT_TAKEN: it did not take it and nothing
    left, so a later attempt is safe. UNKNOWN: it may or may not have taken it; nobody may repeat it unasked.
    """

    answer: Answer
    said: str
    reference: str = ""
    """What the channel calls it, where it gives it a name."""
    about_recipient: bool = False
    """It was refused for the number or address itself: another message to it would be refused too."""


class Channel(Protocol):
    """A way out. `deliver` never raises for what the world does; it says so."""

    def waits(self, recipient: str) -> str:
        """Return why nothing can be handed over for this recipient at this moment, in Dutch; empty: it can."""
        ...

    def deliver(self, parcel: Parcel) -> Outcome:
        """Hand over one parcel and return what was said."""
        ...

    def close(self) -> None:
        """Let go of what was opened."""
        ...
