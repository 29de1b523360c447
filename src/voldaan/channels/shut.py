"""A way out that is not there: what would go by it waits, and says what to do."""

from voldaan.channels.parcel import Outcome, Parcel


class ShutChannel:
    """Takes nothing, and says why."""

    def __init__(self, because: str) -> None:
        self.because = because

    def waits(self, recipient: str) -> str:
        """Return why nothing goes this way."""
        return self.because

    def deliver(self, parcel: Parcel) -> Outcome:
        """Take nothing."""
        return Outcome(answer="NOT_TAKEN", said=self.because)

    def close(self) -> None:
        """Do nothing: nothing was opened."""
