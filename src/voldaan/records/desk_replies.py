"""The messages that are no reminder and wait for a person: no line of the plan shows them. Needs an open scope."""

from dataclasses import dataclass
from typing import Final

from voldaan.records.models import Message
from voldaan.records.models.message import REMINDING

WAITING: Final = ("WRITTEN", "REFUSED", "AMBIGUOUS")
ROWS_MAX: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingReply:
    """A thank-you, a reply or a statement that waits."""

    uuid: str
    client: str
    client_name: str
    debtor: str
    name: str
    stage: str
    state: str
    subject: str
    because: str


def waiting_replies() -> list[WaitingReply]:
    """Return those that wait, the longest waiting first."""
    rows = Message.objects.filter(state__in=WAITING).exclude(kind__in=REMINDING)
    return [
        WaitingReply(
            uuid=str(row.uuid),
            client=row.client.key,
            client_name=row.client.name,
            debtor=row.account.number,
            name=row.account.debtor.name,
            stage=row.stage,
            state=row.state,
            subject=row.subject,
            because=row.because,
        )
        for row in rows.select_related("client", "account__debtor").order_by("pk")[:ROWS_MAX]
    ]
