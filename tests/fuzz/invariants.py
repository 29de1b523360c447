"""What must hold of whatever comes out of a reader, whatever went in."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from voldaan.formats.as_json import as_json
from voldaan.formats.values import (
    DebtorList,
    Invoice,
    OpenItemList,
    PayoutLine,
    PayoutSpecification,
    Problem,
    Reading,
    Refusal,
    Statement,
    Transaction,
)

PROBLEMS_MAX = 60
KINDS_OF_STATEMENT = ("STATEMENT", "INTERIM", "NOTIFICATION")
BASES = ("AGREED", "UNILATERAL", "UNKNOWN")
CAPACITIES = (None, "CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY")
OF_A_PROGRAM = ("Traceback", "NoneType", "object has no", "codec can", "invalid literal", "0x7f", "Errno")
"""Words of an exception that was put in a sentence for people."""


def check_refusal(refusal: Refusal) -> None:
    """Fail unless a refusal says at least one thing, each with what, why and how to fix it."""
    assert 1 <= len(refusal.problems) <= PROBLEMS_MAX, len(refusal.problems)
    check_problems(refusal.problems)
    check_texts(as_json(refusal))


def check_problems(problems: Iterable[Problem]) -> None:
    """Fail unless each problem is three sentences and a place that can be."""
    for problem in problems:
        for said in (problem.what, problem.why, problem.how_to_fix):
            assert said.strip(), problem
            assert not any(word in said for word in OF_A_PROGRAM), problem
        assert problem.line is None or (type(problem.line) is int and problem.line >= 0), problem
        assert problem.path is None or isinstance(problem.path, str), problem


def check_readings(readings: tuple[Reading, ...], *, unbalanced: bool = False) -> None:
    """Fail unless there is a reading, and each is whole."""
    assert readings, "neither a reading nor a refusal"
    for reading in readings:
        check_reading(reading, unbalanced=unbalanced)


def check_reading(reading: Reading, *, unbalanced: bool = False) -> None:
    """Fail unless money is whole cents, days are days, totals are totals and texts can be written.

    `unbalanced`: a statement that does not add up was asked for.
    """
    if isinstance(reading, Statement):
        _check_statement(reading, unbalanced=unbalanced)
    elif isinstance(reading, Invoice):
        _check_invoice(reading)
    elif isinstance(reading, OpenItemList):
        _check_items(reading)
    elif isinstance(reading, PayoutSpecification):
        _check_payout(reading)
    else:
        _check_debtors(reading)
    check_problems(reading.remarks)
    check_texts(as_json(reading))


def check_texts(told: Iterable[dict[str, object]]) -> None:
    """Fail unless everything that is told can be written as JSON and UTF-8."""
    for one in told:
        assert one["kind"]
        json.dumps(one, ensure_ascii=False).encode("utf-8")


def check_same(first: tuple[Reading, ...], second: tuple[Reading, ...]) -> None:
    """Fail unless two readings of the same bytes are equal, and so are the remarks on them."""
    assert first == second, "read twice, two values"
    for one, two in zip(first, second, strict=True):
        assert one.remarks == two.remarks, "read twice, two sets of remarks"


def _check_payout(payout: PayoutSpecification) -> None:
    total = 0
    for line in payout.lines:
        assert isinstance(line, PayoutLine)
        _check_values(line)
        total += line.gross_cents - line.fee_cents
    assert payout.payout, "a payout without a name"
    assert total == payout.net_cents, "a payout that does not add up"


def _check_statement(statement: Statement, *, unbalanced: bool) -> None:
    total = 0
    for movement in statement.transactions:
        assert isinstance(movement, Transaction)
        _check_values(movement)
        assert type(movement.amount_cents) is int, "a booking without an amount"
        assert type(movement.booking_date) is date
        assert movement.currency == statement.currency
        assert movement.bank_iban == statement.bank_iban
        total += movement.amount_cents
    assert statement.entries == sum(1 for _ in statement.transactions)
    assert statement.total_cents == total, "the total is not that of the movements"
    assert statement.currency
    assert statement.kind in KINDS_OF_STATEMENT
    assert unbalanced or statement.balanced in (True, None), "taken and unbalanced"
    _check_values(statement)


def _check_invoice(invoice: Invoice) -> None:
    _check_values(invoice, without_zero_byte=True)
    assert invoice.kind in ("invoice", "credit_note")
    assert invoice.number.strip()
    assert type(invoice.issue_date) is date
    assert type(invoice.total_cents) is int
    assert type(invoice.payable_cents) is int
    assert type(invoice.prepaid_cents) is int
    assert invoice.due_date_basis in BASES
    assert invoice.kind == "invoice" or invoice.total_cents >= 0, "a credit note below zero"
    for attachment in invoice.attachments:
        assert attachment.name.strip()
        assert "/" not in attachment.name
        assert attachment.content


def _check_items(items: OpenItemList) -> None:
    total = 0
    for item in items.items:
        _check_values(item, without_zero_byte=True)
        assert item.number.strip(), "an item without a number"
        assert type(item.open_cents) is int, "an item without an amount"
        assert item.total_cents is None or type(item.total_cents) is int
        total += item.open_cents
    assert items.total_cents is None or items.total_cents == total, "the total is not that of the items"
    assert not items.complete or items.as_of is not None, "complete, and nobody knows as of when"
    _check_values(items)


def _check_debtors(debtors: DebtorList) -> None:
    for debtor in debtors.debtors:
        _check_values(debtor, without_zero_byte=True)
        assert debtor.capacity in CAPACITIES
        assert debtor.party.name or debtor.party.number, "a debtor without name or number"


def _check_values(value: object, *, without_zero_byte: bool = False) -> None:
    """Fail for a field that is of no kind we know: an amount with a fraction, a moment for a day."""
    for name, one in _leaves(value):
        if name.endswith("_cents"):
            assert one is None or type(one) is int, (name, one)
        elif name.endswith("_date") or name == "as_of":
            assert one is None or type(one) is date, (name, one)
        elif without_zero_byte and isinstance(one, str):
            assert "\x00" not in one, (name, one)
        assert not isinstance(one, float), (name, one)


def _leaves(value: object) -> Iterator[tuple[str, object]]:
    """Yield name and value of every field, also those of a value inside this one."""
    for one in fields(value):  # type: ignore[arg-type]
        held = getattr(value, one.name)
        if is_dataclass(held):
            yield from _leaves(held)
        else:
            yield one.name, held
