"""What the bank said before its final statement: kept at once, so that nobody who paid this morning is reminded.

A report of the day or an advice of single movements is provisional. The final statement says the same movements
again; each then becomes final, with what it was allocated to. What the final statement does not say any more is
superseded: it waits for nobody, and the invoices it paid are open again.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from voldaan.formats.values import Statement, Transaction
from voldaan.records import asking, events
from voldaan.records.allocating import allocate, counted_until_of, reversed_of, with_the_list
from voldaan.records.models import BankStatement, Client, Payment
from voldaan.usecases.recognise_movements import Movement
from voldaan.usecases.unlearn import unlearn

SUPERSEDED = "SUPERSEDED"


def is_provisional(statement: Statement) -> bool:
    """Test if a statement tells of movements that a final one will tell of again."""
    return statement.kind != "STATEMENT"


def final_days(iban: str, days: set[date]) -> set[date]:
    """Return which of these days a final statement has told of already."""
    if not days:
        return set()
    rows = BankStatement.objects.filter(kind="STATEMENT", bank_iban=iban, closing_date__gte=min(days))
    spans = [(row.opening_date or row.closing_date, row.closing_date) for row in rows]
    # An opening balance is of the evening before: of that day itself the statement tells nothing new.
    return {day for day in days if any(first and last and first <= day <= last for first, last in spans)}


def became_final(waiting: list[Payment], movement: Movement) -> Payment | None:
    """Return the provisional payment that a movement of a final statement is, and take it from those that wait.

    A bank may word the same movement a little differently in its final statement: then day and amount must be
    equal, and what identifies it besides.
    """
    found = next((one for one in waiting if _is_same(one, movement.transaction)), None)
    if found is not None:
        waiting.remove(found)
    return found


def provisional_until(iban: str, statement: Statement) -> list[Payment]:
    """Return the provisional payments of the days that a final statement tells of, the oldest first."""
    rows = Payment.objects.filter(bank_iban=iban, provisional=True, superseded_on__isnull=True)
    if statement.closing_date is not None:
        rows = rows.filter(booking_date__lte=statement.closing_date)
    return list(rows.order_by("booking_date", "pk"))


def supersede(
    client: Client, waiting: Sequence[Payment], statement: Statement, *, on: date, at: datetime, by: str
) -> None:
    """Set aside the provisional payments that a final statement of their day does not tell of."""
    gone = [payment.pk for payment in waiting if _is_day_of(statement, payment.booking_date)]
    if not gone:
        return
    unlearn(client, gone)
    back = reversed_of(gone, evidence="staat niet in het definitieve afschrift")
    allocate(client, with_the_list(back, counted_until_of(new.invoice_id for new in back)), at=at)
    asking.close(client, payments=gone, answer=SUPERSEDED, on=on, at=at, by=by)
    Payment.objects.filter(pk__in=gone).update(set_aside=SUPERSEDED, superseded_on=on, matched_at=at)
    told: dict[str, Any] = {"payments": gone, "because": "NOT_IN_FINAL_STATEMENT"}
    events.append(
        client, events.NewEvent(kind="payment.superseded", on=on, at=at, actor=by, account_id=None, data=told)
    )


def _is_day_of(statement: Statement, day: date) -> bool:
    """Test if a statement tells all of a day. The day of its opening balance may be the one before its first."""
    first, last = statement.opening_date or statement.closing_date, statement.closing_date
    if first is None or last is None:
        return False
    return first < day <= last or first == day == last


def _is_same(payment: Payment, transaction: Transaction) -> bool:
    if (payment.booking_date, payment.amount_cents) != (transaction.booking_date, transaction.amount_cents):
        return False
    if payment.bank_reference and payment.bank_reference == transaction.bank_reference:
        return True
    if payment.end_to_end_id and payment.end_to_end_id == transaction.end_to_end_id:
        return True
    payer = (payment.counterparty_iban or payment.counterparty_name, payment.remittance)
    theirs = transaction.counterparty_iban or transaction.counterparty_name or ""
    return bool(payer[0]) and payer == (theirs, transaction.remittance)
