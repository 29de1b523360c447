"""How far the payments of a client are known, and whether that is fresh enough to remind anybody (P2)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Q

from voldaan.records.models import (
    Allocation,
    BankStatement,
    Client,
    ClientIban,
    Engagement,
    ImportedFile,
    Invoice,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The payment truth of a client as it stands for one day."""

    kind: str
    until: date | None
    """Payments are known up to and including this day."""
    fresh: bool
    because: str
    """A Dutch sentence: what is known, and when it is not enough, what to do."""

    @property
    def covers_until(self) -> date | None:
        """Return the last day on which a payment cannot have been missed, for the decision."""
        return date.max if self.kind == "CLIENT_WORD" and self.until else self.until


def engagement_on(client: Client, on: date) -> Engagement | None:
    """Return the engagement that runs on a day, or None: the business then writes for itself."""
    running = Engagement.objects.filter(first_day__lte=on).filter(
        Q(last_day__isnull=True) | Q(last_day__gte=on)
    )
    return running.select_related("agency").order_by("-first_day", "-id").first()


def payment_truth(client: Client, on: date) -> Truth:
    """Return how far payments are known for `client`, judged for `on`."""
    engagement = engagement_on(client, on)
    kind = engagement.payment_truth if engagement else client.payment_truth
    until, gap = _UNTIL[kind](client)
    if until is None:
        return Truth(kind=kind, until=None, fresh=False, because=gap or _NOTHING[kind])
    oldest = on - timedelta(days=client.truth_days_max)
    if until < oldest:
        sentence = (
            f"{_KNOWN[kind]} tot en met {_day(until)}. Voor {_day(on)} is nodig: {_day(oldest)} of later. "
            f"{gap or _REMEDY[kind]}"
        )
        return Truth(kind=kind, until=until, fresh=False, because=sentence)
    return Truth(kind=kind, until=until, fresh=True, because=f"{_KNOWN[kind]} tot en met {_day(until)}.")


def _bank(client: Client) -> tuple[date | None, str]:
    """Return the day that every bank account of the client has reached without a gap, and the gap if any."""
    ibans = list(ClientIban.objects.order_by("iban").values_list("iban", flat=True))
    if not ibans:
        add = f"voldaan client add {client.key} --iban …"
        return None, f"Van {client.name} is geen rekening bekend. Voeg er een toe: {add}"
    reached: list[tuple[date, str]] = []
    for iban in ibans:
        until, gap = chain_until(iban)
        if until is None:
            return None, gap
        reached.append((until, gap))
    return min(reached)


def chain_until(iban: str) -> tuple[date | None, str]:
    """Return the day up to which the statements of one bank account join without a gap.

    The second value is empty, or a Dutch sentence that says where the gap is. Needs an open scope.
    """
    rows = BankStatement.objects.filter(bank_iban=iban, closing_date__isnull=False)
    until: date | None = None
    closings: set[int] = set()
    for row in sorted(rows, key=lambda row: (row.closing_date, row.opening_date or row.closing_date, row.pk)):
        if until is not None and not _joins(row, until, closings):
            return until, (
                f"Tussen {_day(until)} en {_day(row.opening_date or row.closing_date)} ontbreekt een afschrift van "
                f"{iban}. Importeer het ontbrekende afschrift."
            )
        reached = row.closing_date or date.min
        until = reached if until is None else max(until, reached)
        if row.closing_cents is not None:
            closings.add(row.closing_cents)
    return until, "" if until else f"Van rekening {iban} is nog geen afschrift geïmporteerd."


def _joins(row: BankStatement, until: date, closings: set[int]) -> bool:
    """Test if a statement goes on where an earlier one ended, or lies within what is known."""
    if row.opening_cents is not None and row.opening_cents in closings:
        return True
    if row.closing_date is not None and row.closing_date <= until:
        return True
    if row.opening_cents is None and row.opening_date is not None:
        return row.opening_date <= until + timedelta(days=1)
    return False


def _ledger(client: Client) -> tuple[date | None, str]:
    return ImportedFile.objects.filter(complete=True).aggregate(day=Max("as_of"))["day"], ""


def _client_word(client: Client) -> tuple[date | None, str]:
    said = Allocation.objects.filter(kind="CLIENT_WORD").aggregate(day=Max("on"))["day"]
    handed_in = Invoice.objects.aggregate(day=Max("known_from"))["day"]
    return max((day for day in (said, handed_in) if day), default=None), ""


_UNTIL = {"BANK": _bank, "LEDGER": _ledger, "CLIENT_WORD": _client_word}
_KNOWN = {
    "BANK": "De bankafschriften lopen",
    "LEDGER": "De volledige openstaandepostenlijst loopt",
    "CLIENT_WORD": "De opdrachtgever heeft gemeld",
}
_REMEDY = {
    "BANK": "Importeer de ontbrekende afschriften.",
    "LEDGER": "Importeer een nieuwe volledige openstaandepostenlijst.",
    "CLIENT_WORD": "Vraag de opdrachtgever welke facturen nog openstaan.",
}
_NOTHING = {
    "BANK": "Er is nog geen bankafschrift geïmporteerd.",
    "LEDGER": "Er is nog geen volledige openstaandepostenlijst met een peildatum geïmporteerd.",
    "CLIENT_WORD": "De opdrachtgever heeft nog geen facturen aangeleverd.",
}


def _day(day: date | None) -> str:
    return "een onbekende dag" if day is None else f"{day.day}-{day.month}-{day.year}"
