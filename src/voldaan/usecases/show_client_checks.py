"""The lists about which clients are asked ("klopt dit nog?"): which wait, what stands on one, and a file of it."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from voldaan.domain.money import format_euro
from voldaan.domain.strategy.words import stage_words
from voldaan.records import desk
from voldaan.records.client_checks import (
    CheckItemRow,
    CheckRow,
    check_items,
    check_row,
    check_rows,
    count_of_checks,
    waiting_checks,
)
from voldaan.records.finding import NotFound
from voldaan.records.models import Client
from voldaan.records.scope import rows_of

__all__ = [
    "CHECKS_A_PAGE", "ITEMS_A_PAGE", "Check", "CheckItemRow", "CheckRow", "Checks", "NotFound", "as_csv", "as_json",
    "every_client_check", "item_json", "show_client_check", "show_client_checks", "waiting_client_checks",
]  # fmt: skip

CHECKS_A_PAGE = 50
ITEMS_A_PAGE = 80
"""How many invoices of a list stand on a page: what is sent back is what was seen."""

_HEADS: Final = {
    "nl": (
        "Debiteurnummer",
        "Debiteur",
        "Factuur",
        "Vervaldatum",
        "Open (EUR)",
        "Stap",
        "Antwoord",
        "Opmerking",
    ),
    "en": ("Debtor number", "Debtor", "Invoice", "Due date", "Open (EUR)", "Stage", "Answer", "Remark"),
}
_FORMULA_BEGINS: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """A part of the lists, the newest first, and those that wait."""

    waiting: tuple[CheckRow, ...]
    count: int
    first: int
    rows: tuple[CheckRow, ...]

    @property
    def last(self) -> int:
        """Return the place after the last list that is shown."""
        return self.first + len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One list with the invoices on it, or a part of them."""

    row: CheckRow
    first: int
    items: tuple[CheckItemRow, ...]

    @property
    def last(self) -> int:
        """Return the place after the last invoice that is shown."""
        return self.first + len(self.items)


def show_client_checks(clients: Sequence[Client], *, on: date, page: int = 1) -> Checks:
    """Return a page of the lists of these clients, and all that wait for an answer on a day."""
    first = (max(page, 1) - 1) * CHECKS_A_PAGE
    with desk.rows_of_all(clients):
        return Checks(
            waiting=tuple(waiting_checks(on)),
            count=count_of_checks(),
            first=first,
            rows=tuple(check_rows(first=first, count=CHECKS_A_PAGE)),
        )


def every_client_check(client: Client) -> list[CheckRow]:
    """Return every list of a client, the newest first."""
    with rows_of(client):
        return check_rows()


def waiting_client_checks(clients: Sequence[Client], *, on: date) -> tuple[CheckRow, ...]:
    """Return the lists of these clients that wait for an answer on a day, the first to answer first."""
    with desk.rows_of_all(clients):
        return tuple(waiting_checks(on))


def show_client_check(client: Client, check_id: int, *, page: int | None = None) -> Check:
    """Return one list, whole or a page of it.

    Raises:
        NotFound: the client has no such list.
    """
    first = 0 if page is None else (max(page, 1) - 1) * ITEMS_A_PAGE
    with rows_of(client):
        row = check_row(check_id)
        if row is None:
            raise NotFound(f"{client.name} heeft geen navraag {check_id}.")
        items = check_items(check_id, first=first, count=None if page is None else ITEMS_A_PAGE)
    return Check(row=row, first=first, items=tuple(items))


def as_json(row: CheckRow) -> dict[str, Any]:
    """Return a list as `voldaan client-check list --json` prints it."""
    return {
        "kind": "client_check",
        "id": row.id,
        "client": row.client,
        "made_on": row.made_on.isoformat(),
        "answer_by": row.answer_by.isoformat(),
        "counts_until": row.counts_until.isoformat(),
        "silence": "go" if row.silence_goes else "hold",
        "answered_at": None if row.answered_at is None else row.answered_at.isoformat(),
        "answered_by": row.answered_by,
        "invoices": row.count,
        "unanswered": row.unanswered,
        "asked_cents": row.asked_cents,
        "currency": "EUR",
    }


def item_json(item: CheckItemRow) -> dict[str, Any]:
    """Return an invoice on a list as `voldaan client-check show --json` prints it."""
    return {
        "kind": "client_check_item",
        "number": item.number,
        "debtor": item.debtor,
        "name": item.name,
        "stage": item.stage,
        "due_date": item.due_date.isoformat(),
        "asked_cents": item.asked_cents,
        "open_cents": item.open_cents,
        "currency": "EUR",
        "answer": item.answer or None,
        "note": item.note,
        "answered_at": None if item.answered_at is None else item.answered_at.isoformat(),
        "answered_by": item.answered_by,
        "withdrawn": item.withdrawn,
        "handed_over": item.handed_over,
    }


def as_csv(check: Check, language: Literal["nl", "en"]) -> bytes:
    """Return a list as a file for a spreadsheet, with columns to answer in. No cell of it can be a formula."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, delimiter=";")
    rows.writerow(_HEADS[language])
    for item in check.items:
        amount = format_euro(item.asked_cents, language).replace("€", "").strip()
        due, stage = item.due_date.isoformat(), stage_words(item.stage, language)
        cells = (item.debtor, item.name, item.number, due, amount, stage, "", "")
        rows.writerow([f"'{cell}" if cell.startswith(_FORMULA_BEGINS) else cell for cell in cells])
    return written.getvalue().encode("utf-8-sig")
