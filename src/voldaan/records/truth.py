"""How far the payments of a client are known, and whether that is fresh enough to remind anybody (P2)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Max, Min, QuerySet

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
    engagement: Engagement | None = None
    """The engagement that runs on that day, whose truth it then is."""

    @property
    def covers_until(self) -> date | None:
        """Return the last day on which a payment cannot have been missed, for the decision."""
        return date.max if self.kind == "CLIENT_WORD" and self.until else self.until


def engagement_on(client: Client, on: date) -> Engagement | None:
    """Return the engagement that runs on a day, or None: the business then writes for itself."""
    for row in Engagement.objects.select_related("agency").order_by("-first_day", "-id"):
        if row.first_day <= on and (row.last_day is None or row.last_day >= on):
            return row
    return None


def payment_truth(client: Client, on: date) -> Truth:
    """Return how far payments are known for `client`, judged for `on`, by its own truth or the engagement's."""
    engagement = engagement_on(client, on)
    kind = engagement.payment_truth if engagement else client.payment_truth
    until, gap = _UNTIL[kind](client, on)
    if until is None:
        return Truth(kind=kind, until=None, fresh=False, because=gap or _NOTHING[kind], engagement=engagement)
    oldest = on - timedelta(days=client.truth_days_max)
    if until < oldest:
        sentence = (
            f"{_KNOWN[kind]} tot en met {_day(until)}. Voor {_day(on)} is nodig: {_day(oldest)} of later. "
            f"{gap or _REMEDY[kind]}"
        )
        return Truth(kind=kind, until=until, fresh=False, because=sentence, engagement=engagement)
    known = f"{_KNOWN[kind]} tot en met {_day(until)}."
    return Truth(kind=kind, until=until, fresh=True, because=known, engagement=engagement)


def _bank(client: Client, on: date) -> tuple[date | None, str]:
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
    return reached_by(list(final_statements().filter(bank_iban=iban)), iban)


def final_statements() -> QuerySet[BankStatement]:
    """Return the statements that prove what was booked. Needs an open scope."""
    return BankStatement.objects.filter(kind="STATEMENT", closing_date__isnull=False).order_by("pk")


def reached_by(rows: list[BankStatement], iban: str) -> tuple[date | None, str]:
    """Return the day up to which these statements of one bank account join without a gap, and the gap if any."""
    if not rows:
        return None, f"Van rekening {iban} is nog geen afschrift geïmporteerd."
    rows = sorted(rows, key=lambda row: (_closing(row), row.opening_date or _closing(row)))
    reached = _Reached(_closing(rows[0]), {rows[0].closing_cents})
    waiting = rows[1:]
    while waiting:
        joining = next((row for row in waiting if _joins(row, reached)), None)
        if joining is None:
            first = min(row.opening_date or _closing(row) for row in waiting)
            return reached.until, (
                f"Tussen {_day(reached.until)} en {_day(first)} ontbreekt een afschrift van {iban}. "
                "Importeer het ontbrekende afschrift."
            )
        waiting.remove(joining)
        reached = _further(reached, joining)
    return reached.until, ""


def known_since(client: Client, truth: Truth) -> date | None:
    """Return the first day of which every bank account of the client has a statement.

    None where the truth is not the bank's: a list and the client's word tell of all that was before.
    """
    if truth.kind != "BANK":
        return None
    final = BankStatement.objects.filter(kind="STATEMENT").order_by()
    firsts = final.values("bank_iban").annotate(first=Min("opening_date"))
    return max((row["first"] for row in firsts if row["first"]), default=None)


class _Reached(NamedTuple):
    """How far a chain of statements has come, and with which closing balances on that day."""

    until: date
    closings: set[int | None]


def _joins(row: BankStatement, reached: _Reached) -> bool:
    """Test if a statement goes on where the chain ends, overlaps it, or lies within it.

    A balance of an earlier day is no proof: an account can come back to the same amount.
    """
    closing, opening = _closing(row), row.opening_date
    if closing < reached.until:
        return True
    if row.opening_cents is not None and row.opening_cents in reached.closings:
        return True
    if opening is not None and opening < reached.until:
        return True
    if row.opening_cents is not None or opening is None:
        return False
    return opening <= reached.until + timedelta(days=1)


def _further(reached: _Reached, row: BankStatement) -> _Reached:
    closing = _closing(row)
    if closing > reached.until:
        return _Reached(closing, {row.closing_cents})
    return (
        reached._replace(closings=reached.closings | {row.closing_cents})
        if closing == reached.until
        else reached
    )


def _closing(row: BankStatement) -> date:
    return row.closing_date or date.min


def _ledger(client: Client, on: date) -> tuple[date | None, str]:
    return ImportedFile.objects.filter(complete=True).aggregate(day=Max("as_of"))["day"], ""


def _client_word(client: Client, on: date) -> tuple[date | None, str]:
    """Return the last day on which the client said anything, at the most the day that is asked about."""
    said = Allocation.objects.filter(kind="CLIENT_WORD").aggregate(day=Max("on"))["day"]
    handed_in = Invoice.objects.aggregate(day=Max("known_from"))["day"]
    return max((min(day, on) for day in (said, handed_in) if day), default=None), ""


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
