"""Write the month's statements of account: to the business debtors of a client that wishes it, once a month."""

from datetime import date, datetime, timedelta
from typing import Final

from django.conf import settings

from voldaan.domain.workdays import is_working_day
from voldaan.records import events
from voldaan.records.models import Account, Client
from voldaan.records.reply_rows import CannotReply
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.statement_rows import business_accounts_to_tell
from voldaan.usecases.make_statement import draft_of
from voldaan.usecases.plan_day import Day, day_of
from voldaan.usecases.reply_draft import keep_reply
from voldaan.usecases.write_messages import Written

LAST_DAY_OF_MONTH_TO_BEGIN: Final = 10
"""Who begins later in the month waits for the next one: the month that is over is then long past."""


def write_statements(client: Client, *, on: date, at: datetime, by: str) -> Written:
    """Write the statements of the month before, from the first working day of a month on, once to each debtor.

    Only to businesses and public bodies with something open: somebody who owes as a person gets one when they ask.
    """
    done = Written()
    if client.statements != "MONTHLY" or not _is_time(on):
        return done
    last_day = on.replace(day=1) - timedelta(days=1)
    with rows_of(client):
        found = business_accounts_to_tell(last_day, on)
        day = day_of(client, on) if found else None
        for account in found:
            assert day is not None, "a day is read where there is somebody to tell"
            _write(day, account, last_day, done, at=at, by=by)
    return done


def _is_time(on: date) -> bool:
    """Test if the first working day of the month has come, and not long ago."""
    if on.day > LAST_DAY_OF_MONTH_TO_BEGIN:
        return False
    additional = settings.INSTALLATION.additional_holidays
    return any(
        is_working_day(on.replace(day=number), additional=additional) for number in range(1, on.day + 1)
    )


def _write(day: Day, account: Account, last_day: date, done: Written, *, at: datetime, by: str) -> None:
    try:
        draft = draft_of(day, account, None, last_day)
        with one_transaction():
            events.hold_still(day.client)
            # Another run may have written it while we were setting it.
            if not any(one.pk == account.pk for one in business_accounts_to_tell(last_day, day.on)):
                return
            message = keep_reply(day, draft, at=at, by=by)
    except CannotReply as refusal:
        done.refusals.append(f"{account.number}: {refusal}")
        done.refused += 1
        return
    if message.state == "REFUSED":
        done.refusals.append(f"{account.number}: {message.because}")
        done.refused += 1
    else:
        done.written += 1
    done.tell_language(account, draft.facts)
