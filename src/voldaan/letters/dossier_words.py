"""The codes, amounts and days of a dossier in Dutch words. A code that is missing here is an error, never shown."""

from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from voldaan.domain.law.stop_table import STOPS
from voldaan.domain.law.stops import HOLD_KINDS, stop_of
from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day
from voldaan.letters.figures import unbroken

Json = dict[str, Any]
Words = dict[str, str]

DUTCH_TIME: Final = ZoneInfo("Europe/Amsterdam")

CAPACITIES: Final[Words] = {
    "CONSUMER": "consument",
    "SOLE_TRADER": "eenmanszaak of vennootschap van personen",
    "LEGAL_PERSON": "rechtspersoon",
    "PUBLIC_BODY": "overheidsinstantie",
    "UNKNOWN": "niet bekend, behandeld als consument",
}
DUE_DATE_BASES: Final[Words] = {
    "AGREED": "zoals afgesproken",
    "STATUTORY_30": "volgens de wettelijke termijn van 30 dagen",
    "UNILATERAL": "zoals vermeld op de factuur",
    "UNKNOWN": "of die is afgesproken, is niet bekend",
}
ALLOCATION_KINDS: Final[Words] = {
    "PAYMENT": "betaling",
    "CREDIT_NOTE": "creditnota",
    "LEDGER": "volgens de openstaandepostenlijst van de schuldeiser",
    "CLIENT_WORD": "gemeld door de schuldeiser",
    "DIFFERENCE": "verschil dat de schuldeiser niet vordert",
}
INTEREST_KINDS: Final[Words] = {
    "statutory": "wettelijke rente",
    "commercial": "wettelijke handelsrente",
}
CHANNELS: Final[Words] = {"EMAIL": "per e-mail", "POST": "per post", "SMS": "per sms", "CALL": "per telefoon"}
STATES: Final[Words] = {
    "SENDING": "wordt verzonden",
    "SENT": "aangenomen door het kanaal",
    "BOUNCED": "teruggekomen: niet bezorgd",
    "AMBIGUOUS": "onzeker: niet bekend of het bericht weg is",
    "FAILED": "geweigerd door het kanaal",
}
STOP_NAMES: Final[Words] = {kind: stop.name_nl for kind, stop in STOPS.items()}
HOLD_REASONS: Final[Words] = {kind: stop_of(kind).name_nl for kind in HOLD_KINDS}


def row(label: str, value: str) -> Json:
    """Return a name and its value, as they stand beside each other."""
    return {"label": label, "value": value}


def euro(cents: int) -> str:
    """Return an amount."""
    return format_euro(cents, "nl")


def long_day(day: str) -> str:
    """Return a day (an ISO text) written out, on one line."""
    return unbroken(format_day(date.fromisoformat(day), "nl"))


def short_day(day: str) -> str:
    """Return a day (an ISO text) for a table: "23 nov 2026"."""
    return unbroken(format_day(date.fromisoformat(day), "nl", long=False).partition(" ")[2])


def moment(at: str) -> str:
    """Return a moment (an ISO text with its zone) as a Dutch clock shows it."""
    local = datetime.fromisoformat(at).astimezone(DUTCH_TIME)
    return f"{unbroken(format_day(local.date(), 'nl'))} om {local:%H:%M}"
