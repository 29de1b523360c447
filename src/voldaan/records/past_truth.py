"""How far payments were known on each day of the past, and whether that was fresh enough (P2).

Before the client's files came day by day nobody can say it: there the truth counts as fresh.
"""

from bisect import bisect_right
from datetime import date, timedelta
from typing import NamedTuple

from voldaan.records.models import Allocation, Client, ClientIban, ImportedFile, Invoice
from voldaan.records.past_rows import DUTCH_TIME
from voldaan.records.truth import final_statements, reached_by


class Known(NamedTuple):
    """From a day on payments were known up to and including another."""

    day: date
    until: date | None


class PastTruth:
    """The payment truth of a client on each day."""

    def __init__(self, known: list[Known], days_max: int, *, covers_all: bool = False) -> None:
        """Keep how far payments were known, in order of the days from which that was so.

        `days_max` is how far the truth may lie behind a reminder. `covers_all`: what the client says covers every due
        day.
        """
        self._known = known
        self._days_max = days_max
        self._covers_all = covers_all

    def on(self, day: date) -> tuple[date | None, bool]:
        """Return up to which day a payment could not have been missed, and whether that was fresh."""
        place = bisect_right([one.day for one in self._known], day)
        if place == 0:
            return date.max, True
        until = self._known[place - 1].until
        if until is None:
            return None, False
        fresh = until >= day - timedelta(days=self._days_max)
        return date.max if self._covers_all else until, fresh

    @property
    def moves(self) -> list[date]:
        """Return the days on which it came further or went stale, in order."""
        stale = [
            one.until + timedelta(days=self._days_max + 1) for one in self._known if one.until is not None
        ]
        return sorted({one.day for one in self._known} | set(stale))


def past_truth(client: Client, kind: str, *, first_day: date, last_day: date) -> PastTruth:
    """Return how far payments were known on the days of a period. Needs the client's rows open."""
    if kind == "BANK":
        return PastTruth(_bank(first_day, last_day), client.truth_days_max)
    if kind == "LEDGER":
        return PastTruth(_ledger(), client.truth_days_max)
    return PastTruth(_client_word(), client.truth_days_max, covers_all=True)


def _bank(first_day: date, last_day: date) -> list[Known]:
    rows = [
        (row.file.imported_at.astimezone(DUTCH_TIME).date(), row)
        for row in final_statements().select_related("file")
    ]
    days = sorted({day for day, _ in rows if day <= last_day})
    # What was known when the period began, and each day since on which more came in.
    counting = [*[day for day in days if day < first_day][-1:], *(day for day in days if day >= first_day)]
    ibans = list(ClientIban.objects.order_by("iban").values_list("iban", flat=True))
    known = []
    for day in counting:
        reached = [
            reached_by([row for came, row in rows if came <= day and row.bank_iban == iban], iban)[0]
            for iban in ibans
        ]
        is_known = bool(reached) and None not in reached
        known.append(Known(day, min(one for one in reached if one) if is_known else None))
    return _after_first_load(known, days)


def _ledger() -> list[Known]:
    lists = ImportedFile.objects.filter(complete=True, as_of__isnull=False).order_by("imported_at")
    known: list[Known] = []
    furthest = date.min
    for imported_at, as_of in lists.values_list("imported_at", "as_of"):
        furthest = max(furthest, as_of or furthest)
        known.append(Known(imported_at.astimezone(DUTCH_TIME).date(), furthest))
    return _after_first_load(known, [one.day for one in known])


def _client_word() -> list[Known]:
    said = set(Allocation.objects.filter(kind="CLIENT_WORD").values_list("on", flat=True).distinct())
    said |= set(Invoice.objects.values_list("known_from", flat=True).distinct())
    return _after_first_load([Known(day, day) for day in sorted(said)], sorted(said))


def _after_first_load(known: list[Known], days: list[date]) -> list[Known]:
    """Return what was known from when, from the day after the first file on: until then nobody can say it."""
    return [one._replace(day=one.day + timedelta(days=1)) if one.day == days[0] else one for one in known]
