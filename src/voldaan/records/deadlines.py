"""Days that are not ours: by which a credit insurer must hear of an invoice, and from which it is time-barred."""

from datetime import date, timedelta
from typing import Final

from voldaan.domain.law.limitation import limitation
from voldaan.domain.strategy.facts import Deadline
from voldaan.records.models import Client
from voldaan.records.raw import day_of_row, of, rows_from

_LOOK_AHEAD: Final = timedelta(days=3 * 366)
"""An invoice that fell due later than this long ago is no nearer to its time bar than two years."""


def deadlines(client: Client, on: date, account_id: int | None) -> dict[int, tuple[Deadline, ...]]:
    """Return the deadlines of open invoices by id: what the client said, else the law's five years (3:307 BW)."""
    where, own = of(client, account_id)
    rows = rows_from(
        "SELECT id, due_date, insurer_by, insurer_told_on, time_bar_from FROM records_invoice "
        f"WHERE {where} AND open_cents > 0 AND withdrawn_on IS NULL AND handed_over_on IS NULL "
        "AND (insurer_by IS NOT NULL OR time_bar_from IS NOT NULL OR due_date < %s)",
        [*own, on - _LOOK_AHEAD],
    )
    found = {}
    for number, due, insurer_by, told, time_bar in rows:
        own_days = []
        if insurer_by is not None and told is None:
            own_days.append(Deadline("INSURER", day_of_row(insurer_by)))
        if time_bar is not None:
            own_days.append(Deadline("TIME_BAR", day_of_row(time_bar)))
        else:
            barred = limitation("CONTRACT", day_of_row(due)).time_barred_from
            own_days.append(Deadline("TIME_BAR", barred))
        found[number] = tuple(own_days)
    return found
