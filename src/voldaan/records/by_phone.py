"""At which number a debtor can be called, and at which a text message arrives.

The desk that pays is called before the debtor's own number. A number that was wrong, or that gave a text message back,
is used no more; who asked not to be called is not called again at any number. Who answered none of three calls is left
to the other ways for a while, and so is a text message that its service did not take for a reason of its own.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.strategy import SPOKEN
from voldaan.domain.text.phone_numbers import compact_phone, is_mobile, is_valid_phone
from voldaan.records.chunks import chunked
from voldaan.records.departures import Departures
from voldaan.records.merging import home_of, merged_accounts
from voldaan.records.models import Account, CallAttempt, Client, Event
from voldaan.records.raw import day_of_row, of, rows_from

UNANSWERED_REST_DAYS: Final = 30
"""How long a number is left alone after calls that nobody answered."""
UNSENT_REST_DAYS: Final = 7
"""How long the next way is taken after a text message that did not leave, where nothing was said of the number."""
ABOUT_RECIPIENT: Final = "RECIPIENT"
"""What the event of a failed message says where it was refused for its number."""


class Numbers(NamedTuple):
    """The numbers of an account, compact; empty where there is none."""

    sms: str = ""
    call: str = ""

    @property
    def channels(self) -> tuple[str, ...]:
        """Return which of the ways by telephone there are."""
        return tuple(channel for channel, number in zip(SPOKEN, self, strict=True) if number)


class _Bad(NamedTuple):
    """What is known against numbers: by account what may not be called, and what takes no text message."""

    wrong: set[tuple[int, str]]
    unanswered: set[tuple[int, str]]
    unsent: set[tuple[int, str]]
    not_wanted: set[int]


def numbers_if_asked(
    client: Client, on: date, account_id: int | None, *, strategies: Strategies, departures: Departures
) -> dict[int, Numbers]:
    """Return the numbers where a strategy or an exception can use them; nothing of a whole client where none does."""
    if account_id is None and not strategies.asks_phone and not departures.asks_phone:
        return {}
    return phone_numbers(client, on, account_id)


def phone_numbers(client: Client, on: date, account_id: int | None = None) -> dict[int, Numbers]:
    """Return the numbers of each account that has one, or of one account."""
    bad = _bad(client, on, account_id)
    found: dict[int, Numbers] = {}
    for number, country, desk, own in _rows(client, account_id):
        written = [one for one in (desk, own) if one and is_valid_phone(one, country=country)]
        usable = [
            kept for one in written if (number, kept := compact_phone(one, country=country)) not in bad.wrong
        ]
        to_call = [] if number in bad.not_wanted else usable
        numbers = Numbers(
            next((one for one in usable if is_mobile(one) and (number, one) not in bad.unsent), ""),
            next((one for one in to_call if (number, one) not in bad.unanswered), ""),
        )
        if any(numbers):
            found[number] = numbers
    return found


def number_of(account: Account, channel: str, on: date) -> str:
    """Return the number by which a channel reaches an account; empty where it has none."""
    numbers = phone_numbers(account.client, on, account.pk).get(account.pk, Numbers())
    return numbers.sms if channel == "SMS" else numbers.call


def again_on_by_account() -> dict[int, date | None]:
    """Return by account the day to call again that its last call ended with, if any. Needs an open scope.

    A call about an account that was merged into another ended so for that other one.
    """
    merged = merged_accounts()
    rows = CallAttempt.objects.order_by("pk").values_list("message__account_id", "again_on")
    return {home_of(account, merged): again_on for account, again_on in rows}


def _rows(client: Client, account_id: int | None) -> Iterator[tuple[Any, ...]]:
    """Yield country, the number of the desk that pays and the debtor's own, of each account that has one of them."""
    where, parameters = of(client, account_id, column="id", table="a.")
    return rows_from(
        "SELECT a.id, d.country, coalesce(c.phone, ''), d.phone FROM records_account a "
        "JOIN records_debtor d ON d.id = a.debtor_id LEFT JOIN records_contact c ON c.id = (SELECT min(k.id) "
        "FROM records_contact k WHERE k.debtor_id = d.id AND k.role = 'ACCOUNTS_PAYABLE' AND k.phone <> '') "
        f"WHERE {where} AND (d.phone <> '' OR c.phone IS NOT NULL) ORDER BY a.id",
        parameters,
    )


def _bad(client: Client, on: date, account_id: int | None) -> _Bad:
    bad, together = _Bad(set(), set(), set(), set()), _together(client)
    members = sorted(together.get(account_id, {account_id})) if account_id is not None else []
    where, own = of(client, None, table="m.")
    if members:
        where, own = f"{where} AND m.account_id IN ({', '.join(['%s'] * len(members))})", [*own, *members]
    attempts = rows_from(
        "SELECT m.account_id, t.number, t.outcome FROM records_callattempt t "
        f"JOIN records_message m ON m.id = t.message_id WHERE {where} "
        "AND t.outcome IN ('WRONG_NUMBER', 'NOT_WANTED')",
        own,
    )
    for account, called, outcome in attempts:
        for number in together.get(account, {account}):
            if outcome == "NOT_WANTED":
                bad.not_wanted.add(number)
            else:
                bad.wrong.add((number, called))
    failed = rows_from(
        'SELECT m.account_id, m.channel, m.recipient, m.state, m."on", m.uuid FROM records_message m '
        f"WHERE {where} AND m.state IN ('FAILED', 'BOUNCED') "
        "AND (m.channel = 'SMS' OR (m.channel = 'CALL' AND m.\"on\" > %s))",
        [*own, on - timedelta(days=UNANSWERED_REST_DAYS)],
    )
    rows = list(failed)
    refused = _refused_for_number(client, {row[0] for row in rows if row[1] == "SMS" and row[3] == "FAILED"})
    rested = on - timedelta(days=UNSENT_REST_DAYS)
    for account, channel, called, state, day, uuid in rows:
        of_service = channel == "SMS" and state == "FAILED" and UUID(str(uuid)) not in refused
        if of_service and day_of_row(day) <= rested:
            continue
        for number in together.get(account, {account}):
            (bad.unsent if channel == "SMS" else bad.unanswered).add((number, called))
    return bad


def _refused_for_number(client: Client, accounts: set[int]) -> set[UUID]:
    """Return which text messages to these accounts were refused for their number, from the chain."""
    found: set[UUID] = set()
    for part in chunked(sorted(accounts)):
        told = Event.objects.filter(client=client, account_id__in=part, kind="message.failed")
        data = [json.loads(one) for one in told.values_list("data", flat=True)]
        found.update(UUID(one["message"]) for one in data if one.get("about") == ABOUT_RECIPIENT)
    return found


def _together(client: Client) -> dict[int, set[int]]:
    """Return by account all that it ever was one debtor with, and itself; nothing of one that never was merged.

    Of accounts that were parted again nobody can say whom a call was meant for: none of them is the careful answer.
    """
    found: dict[int, set[int]] = {}
    pairs = rows_from(
        "SELECT kept_id, merged_id FROM records_debtormerge WHERE client_id = %s ORDER BY id", [client.pk]
    )
    for one, other in pairs:
        group = found.get(one, {one}) | found.get(other, {other})
        found.update(dict.fromkeys(group, group))
    return found
