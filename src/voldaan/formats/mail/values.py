"""What is read from one mail."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

MailKind = Literal["ANSWER", "BOUNCE", "DELAYED", "DELIVERED", "COMPLAINT", "AUTOMATIC", "UNREADABLE"]


class Recipient(NamedTuple):
    """One receiver that a delivery report (or a complaint) speaks of."""

    address: str
    """In lower case. It is the one we wrote to, where the report names that beside the one it was forwarded to."""
    status: str
    """Enhanced status (RFC 3463) such as 5.1.1; empty where none is said."""
    is_permanent: bool
    """The address itself is bad: nobody there, no such domain. A full mailbox or a refused text is not that."""
    said: str
    """What the other side said, one line of at most 300 signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail, as far as it could be read; what is not there is empty."""

    kind: MailKind
    """ANSWER: a person wrote. BOUNCE: a message will not arrive. DELAYED: not yet. DELIVERED: it arrived.

    COMPLAINT: a feedback report (RFC 5965). AUTOMATIC: out of office and the like. UNREADABLE: no mail.
    """
    because: str
    """On what the kind rests, for developers and the log: no personal data."""
    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    sent_at: datetime | None = None
    recipients: tuple[Recipient, ...] = ()
    """Those the kind is true of: where one receiver failed and one is delayed, a BOUNCE names the first only."""
    answers_to: tuple[str, ...] = ()
    """Message-IDs without brackets: In-Reply-To, References (newest first), then that of a returned original."""
    sent_to: tuple[str, ...] = ()
    """Every address it was delivered to, in lower case."""
    words: str = ""
    """What the sender wrote, without quoted text and signature."""
    all_words: str = ""
    attachments: tuple[str, ...] = ()
    """The names of its files."""
