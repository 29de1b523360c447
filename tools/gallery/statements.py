"""Statements of account to draw: a quiet month, a busy year, nothing open, two currencies."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from voldaan.domain.receivable.statement import Balance, Credited, OpenLine, Owed, Placed, balance_of
from voldaan.domain.wording.facts import InvoiceLine, MessageFacts, ReplyFacts
from voldaan.letters.statement import amounts_in, days_in, step_told

_FIRST: Final = date(2026, 11, 1)
_LAST: Final = date(2026, 11, 23)
_SUBJECTS: Final = ("Meel en gist, levering oktober", "Huur koelcel", "")


def _bill(key: int, *, on: date, cents: int, **marks: bool) -> Owed:
    return Owed(
        key=key,
        number=f"2026-{100 + key}",
        issue_date=on,
        due_date=on + timedelta(days=30),
        asked_cents=cents,
        subject=_SUBJECTS[key % len(_SUBJECTS)],
        **marks,
    )


def _one(currency: str = "EUR") -> Balance:
    bills = [
        _bill(0, on=date(2026, 7, 3), cents=123_450, is_disputed=True),
        _bill(1, on=date(2026, 10, 3), cents=98_700),
        _bill(2, on=date(2026, 11, 6), cents=45_000, is_handed_over=True),
    ]
    placed = [
        Placed(invoice=1, kind="PAYMENT", on=date(2026, 11, 9), cents=50_000),
        Placed(invoice=0, kind="PAYMENT", on=date(2026, 11, 10), cents=23_450, together=1),
        Placed(invoice=0, kind="PAYMENT", on=date(2026, 11, 12), cents=-23_450, together=1),
        Placed(invoice=1, kind="DIFFERENCE", on=date(2026, 11, 13), cents=2),
    ]
    given = [Credited(key=1, number="C-2026-7", issue_date=date(2026, 11, 16), cents=7_500)]
    return balance_of(bills, placed, given, first_day=_FIRST, last_day=_LAST, currency=currency)


def _many() -> Balance:
    bills = [
        _bill(key, on=date(2026, 1, 2) + timedelta(days=4 * key), cents=10_000 + 977 * key)
        for key in range(75)
    ]
    placed = [
        Placed(invoice=one.key, kind="PAYMENT", on=one.due_date, cents=one.asked_cents, together=one.key // 5)
        for one in bills[:45]
    ]
    return balance_of(bills, placed, [], first_day=date(2026, 1, 1), last_day=_LAST)


def _paid() -> Balance:
    bill = _bill(0, on=date(2026, 9, 3), cents=123_450)
    placed = [Placed(invoice=0, kind="PAYMENT", on=date(2026, 10, 4), cents=123_450)]
    return balance_of([bill], placed, [], first_day=_FIRST, last_day=_LAST)


STATEMENTS: Final[dict[str, Callable[[], tuple[Balance, ...]]]] = {
    "one": lambda: (_one(),),
    "many": lambda: (_many(),),
    "paid": lambda: (_paid(),),
    "currencies": lambda: (_one(), _one("CHF")),
}


def told_of(facts: MessageFacts, balances: tuple[Balance, ...]) -> MessageFacts:
    """Return the facts of the message that a statement goes with."""
    told = ReplyFacts(
        first_day=balances[0].first_day,
        day=balances[0].last_day,
        days=tuple(sorted({day for one in balances for day in days_in(one)})),
        amounts_cents=tuple(sorted({cents for one in balances for cents in amounts_in(one)})),
        references=tuple(
            sorted({number for one in balances for entry in one.entries for number in entry.numbers})
        ),
    )
    lines = tuple(_line(line) for one in balances for line in one.lines)
    return replace(facts, reply=told, invoices=lines, next_step=step_told(balances))


def _line(line: OpenLine) -> InvoiceLine:
    one = line.invoice
    return InvoiceLine(
        number=one.number,
        issue_date=one.issue_date,
        due_date=one.due_date,
        total_cents=one.asked_cents,
        open_cents=line.open_cents,
        subject=one.subject or None,
    )
