"""Ask the client about what is about to be reminded ("klopt dit nog?"): one list for a day.

Nothing leaves here: whoever works with the client gives it the list.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from voldaan.domain.strategy.decide import looks_of
from voldaan.domain.workdays import add_working_days
from voldaan.records import events
from voldaan.records.client_checks import accounts_to_ask
from voldaan.records.models import Client, ClientCheck, ClientCheckItem
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.plan_day import ATTEMPTS, BookMoved, Day, day_of, facts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the client was asked."""

    check: int | None = None
    """The number of the list; None where there was nothing to ask."""
    invoices: int = 0


class _Item(NamedTuple):
    account: int
    invoice: int
    stage: str
    open_cents: int


def ask_client(client: Client, *, on: date, at: datetime, by: str) -> Asked:
    """Put every invoice that by the standing decisions waits for it on one list for the client.

    Where nothing waits, no list is made: a second time on the same day adds nothing. A list never grows, so that
    the client answers what it was given; what comes to its stage later that day stands on a list of its own.

    Raises:
        BookMoved: other writers changed the book during each of several attempts.
    """
    for _ in range(ATTEMPTS):
        with rows_of(client):
            seen = events.head(client)
            day = day_of(client, on)
            items = sorted(_to_ask(day)) if day.facts.asks_first else []
            if not items:
                return Asked()
            with one_transaction():
                events.hold_still(client)
                if events.head(client) == seen:
                    return Asked(check=_make(day, items, at=at, by=by), invoices=len(items))
    raise BookMoved(
        f"The book of {client.name} kept changing while the client was asked. Try again in a moment."
    )


def _to_ask(day: Day) -> Iterator[_Item]:
    """Yield what the client has to be asked about, each with the stage that it is about to come to."""
    for number, account in facts_of(day, accounts_to_ask(day.client)).items():
        strategy = day.strategy_of(account)
        for look in [] if strategy is None else looks_of(account, strategy, day.facts):
            if look.because == "CLIENT_TO_ASK" and look.stage is not None:
                yield _Item(number, look.invoice.id, look.stage.key, look.invoice.open_cents)


def _make(day: Day, items: Iterable[_Item], *, at: datetime, by: str) -> int:
    client, agreed = day.client, day.engagement or day.client
    answer_by = add_working_days(day.on, agreed.answer_days, additional=day.facts.additional_holidays)
    check = ClientCheck.objects.create(
        client=client, made_on=day.on, made_at=at, answer_by=answer_by, silence_goes=day.facts.silence_goes
    )
    ClientCheckItem.objects.bulk_create(
        ClientCheckItem(
            client=client,
            client_check=check,
            invoice_id=item.invoice,
            stage=item.stage,
            open_cents=item.open_cents,
        )
        for item in items
    )
    rows = list(items)
    about = {"check": check.pk, "answer_by": answer_by.isoformat()}
    digest = events.digest(*(f"{item.invoice}:{item.stage}:{item.open_cents}" for item in rows))
    silence = "GO" if check.silence_goes else "HOLD"
    whole = {"count": len(rows), "digest": digest, "silence": silence}
    told = [events.NewEvent(kind="client.asked", on=day.on, at=at, actor=by, data=about | whole)]
    told += [
        events.NewEvent(
            kind="client.asked",
            on=day.on,
            at=at,
            actor=by,
            account_id=account,
            data=about | {"invoices": [item.invoice for item in group]},
        )
        for account, group in groupby(rows, key=lambda item: item.account)
    ]
    events.append(client, *told)
    return check.pk
