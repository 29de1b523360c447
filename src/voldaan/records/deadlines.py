"""Days that are not ours: by which a credit insurer must hear of an invoice, and from which it is time-barred."""

from datetime import date, timedelta
from typing import Final

from voldaan.domain.law.limitation import limitation
from voldaan.domain.strategy.facts import Deadline
from voldaan.records.models import Client
from voldaan.records.raw import day_of_row, of, rows_from

YEARS_UNTIL_NEAR: Final = timedelta(days=3 * 366)
"""An invoice that fell due less long ago is two years or more from its time bar, whatever a strategy asks."""


def deadlines(client: Client, account_id: int | None) -> dict[int, tuple[Deadline, ...]]:
    """Return the deadlines that somebody gave open invoices, by id."""
    where, own = of(client, account_id)
    rows = rows_from(
        "SELECT id, insurer_by, insurer_told_on, time_bar_from FROM records_invoice "
        f"WHERE {where} AND (insurer_by IS NOT NULL OR time_bar_from IS NOT NULL) AND open_cents > 0",
        own,
    )
    found = {}
    for number, insurer_by, told, time_bar in rows:
        insurer = (
            () if insurer_by is None or told is not None else (Deadline("INSURER", day_of_row(insurer_by)),)
        )
        barred = () if time_bar is None else (Deadline("TIME_BAR", day_of_row(time_bar)),)
        found[number] = (*insurer, *barred)
    return found


def with_time_bar(known: tuple[Deadline, ...], due: date) -> tuple[Deadline, ...]:
    """Return the deadlines of an old invoice: where nobody said from when it is time-barred, the law's five years.

    Follows from BW 3:307 paragraph 1: five years from the day after it fell due.
    """
    if any(one.kind == "TIME_BAR" for one in known):
        return known
    return (*known, Deadline("TIME_BAR", limitation("CONTRACT", due).time_barred_from))
