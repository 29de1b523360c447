"""Facts that few invoices or accounts have, or that few strategies ask for, by id: read beside the photograph."""

from datetime import date, timedelta
from typing import Any, Final

from voldaan.domain.strategy.choosing import Strategies
from voldaan.records.client_answers import client_answers
from voldaan.records.deadlines import deadlines
from voldaan.records.histories_of_payment import first_invoices, payment_histories
from voldaan.records.incidents import incidents
from voldaan.records.models import Agency, Client
from voldaan.records.raw import day_of_row, of, rows_from
from voldaan.records.recent_reminders import recent_reminders

_COMPLAINTS_COUNT_DAYS: Final = 731
"""Longer than any strategy can wait after one."""


def tags_in(text: str) -> frozenset[str]:
    """Return the tags of an account, as they are kept with commas."""
    return frozenset(tag.strip() for tag in text.split(",") if tag.strip())


def facts_of_invoices(
    client: Client, on: date, account_id: int | None, *, days_after_promise: int
) -> dict[int, dict[str, Any]]:
    """Return the facts that few invoices have: an incident, deadlines, what the client said."""
    found: dict[int, dict[str, Any]] = {}
    past = incidents(client, on, account_id, days_after_promise=days_after_promise)
    for number, (incident, clear) in past.items():
        found.setdefault(number, {}).update(incident=incident, incident_on=clear)
    for number, days in deadlines(client, account_id).items():
        found.setdefault(number, {})["deadlines"] = days
    for number, answer in client_answers(client, on, account_id).items():
        found.setdefault(number, {})["client_answer"] = answer
    return found


def facts_of_accounts(
    client: Client, on: date, account_id: int | None, *, agency: Agency | None, strategies: Strategies
) -> dict[int, dict[str, Any]]:
    """Return the facts that few accounts have, and those that cost something and that a strategy asks for."""
    asked: dict[str, dict[int, Any]] = {"complained_on": _complaints(client, on, account_id)}
    if strategies.asks_history:
        asked["history"] = payment_histories(client, on, account_id)
    if strategies.asks_new_customer:
        asked["first_invoice_on"] = first_invoices(client, account_id)
    if strategies.counts_a_month:
        asked["recent_reminders"] = recent_reminders(client, on, agency, account_id)
    found: dict[int, dict[str, Any]] = {}
    for name, values in asked.items():
        for number, value in values.items():
            found.setdefault(number, {})[name] = value
    return found


def _complaints(client: Client, on: date, account_id: int | None) -> dict[int, date]:
    """Return the day of the last complaint of each account, whether or not it was settled."""
    where, own = of(client, account_id)
    rows = rows_from(
        f"SELECT account_id, max(first_day) FROM records_hold WHERE {where} AND reason = 'COMPLAINT' "
        "AND first_day <= %s AND first_day > %s GROUP BY account_id",
        [*own, on, on - timedelta(days=_COMPLAINTS_COUNT_DAYS)],
    )
    return {number: day_of_row(day) for number, day in rows}
