"""Ask the provider how far the letters are that it took: it checks them only after it took them (P3).

Nothing in the book changes: a letter that will not be printed, or came back, is resolved by a person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.conf import settings

from voldaan.channels.pingen_account import pingen_account_from
from voldaan.channels.pingen_api import NotYet, PingenApi
from voldaan.channels.post_pingen import TOOK
from voldaan.records.models import Client
from voldaan.records.posted_letters import letters_taken
from voldaan.records.scope import rows_of

DAYS: Final = 14
_GOES_WELL: Final = frozenset(
    {
        "validating", "valid", "fixing", "submitted", "accepted", "inspection", "processing", "sent", "delivered",
    }
)  # fmt: skip
"""What they say of a letter that needs nobody. Any other word is shown to a person."""
_WORDS: Final = {
    "validating": "wordt nagekeken",
    "valid": "in orde, en nog niet aangeboden",
    "fixing": "wordt hersteld",
    "submitted": "aangeboden",
    "accepted": "aangenomen",
    "inspection": "wordt bekeken",
    "processing": "wordt gedrukt",
    "sent": "verstuurd",
    "delivered": "bezorgd",
    "invalid": "wordt niet gedrukt: het bestand deugt niet",
    "action_required": "wordt niet gedrukt voordat u hem in de app van Pingen herstelt",
    "awaiting_credits": "wacht op tegoed bij Pingen",
    "rejected": "afgewezen",
    "expired": "verlopen",
    "cancelling": "wordt geannuleerd",
    "cancelled": "geannuleerd",
    "undeliverable": "kwam terug als onbestelbaar",
}


class CannotCheck(Exception):
    """The provider cannot be asked. Says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedLetter:
    """One letter and what the provider says of it."""

    client: str
    debtor: str
    message: str
    letter: str
    sent_on: date
    status: str
    """In the provider's word; empty where it did not say."""
    says: str
    wants_person: bool


def check_post(clients: Sequence[Client], *, on: date, days: int = DAYS) -> Iterator[CheckedLetter]:
    """Yield every letter of the last days that the provider took, with how far it has come.

    Raises:
        CannotCheck: no provider is set, or it does not answer to our name.
        NoProvider: the setting makes no sense.
    """
    url = settings.INSTALLATION.post_url
    if not url:
        raise CannotCheck("Er is geen postdienst ingesteld om het aan te vragen: VOLDAAN_POST_URL is leeg.")
    api = PingenApi(pingen_account_from(url))
    for client in clients:
        with rows_of(client):
            letters = letters_taken(on - timedelta(days=days), said=TOOK)
        for message in letters:
            status, says = _asked(api, message.channel_reference)
            assert message.sent_on is not None
            yield CheckedLetter(
                client=client.key,
                debtor=message.account.number,
                message=str(message.uuid),
                letter=message.channel_reference,
                sent_on=message.sent_on,
                status=status,
                says=says,
                wants_person=status not in _GOES_WELL,
            )


def _asked(api: PingenApi, letter: str) -> tuple[str, str]:
    try:
        status = api.status_of(letter)
    except NotYet as error:
        if error.for_all:
            raise CannotCheck(f"Pingen geeft nu geen antwoord ({error}). Vraag het later nog eens.") from None
        return "", f"Pingen zei niets over deze brief ({error})"
    return status, _WORDS.get(status, f"Pingen noemt dit {status!r}")
