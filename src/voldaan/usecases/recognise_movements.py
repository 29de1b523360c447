"""Which movements of a statement the book has already: by the digest of all that the bank says, twins numbered."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from voldaan.formats.values import Statement, Transaction
from voldaan.records.chunks import chunked
from voldaan.records.events import digest
from voldaan.records.models import BankStatement, Payment

MOVEMENTS_AT_A_TIME = 1000


class Movement(NamedTuple):
    """A movement with what it is known by: the digest of all that the bank says, and its place among its twins."""

    transaction: Transaction
    digest: str
    twin: int


class Known(NamedTuple):
    """A movement that the book has."""

    payment_id: int
    statement_id: int
    provisional: bool


Places = dict[tuple[str, int], Known]


def movement_digest(transaction: Transaction, iban: str) -> str:
    """Return the digest of all that the bank says about a movement."""
    t = transaction
    return digest(
        iban,
        t.booking_date.isoformat(),
        "" if t.value_date is None else t.value_date.isoformat(),
        str(t.amount_cents),
        t.currency,
        t.counterparty_name or "",
        t.counterparty_iban or "",
        t.remittance,
        t.payment_reference or "",
        t.end_to_end_id or "",
        t.bank_reference or "",
        "reversal" if t.reversal else "",
    )


def movements(transactions: Iterable[Transaction], iban: str) -> Iterator[Movement]:
    """Yield the movements of one statement, equal ones numbered. What moves nothing is left out."""
    seen: Counter[bytes] = Counter()
    for transaction in transactions:
        if not transaction.amount_cents:
            continue
        key = movement_digest(transaction, iban)
        short = bytes.fromhex(key[:24])
        yield Movement(transaction, key, seen[short])
        seen[short] += 1


def in_parts(found: Iterable[Movement]) -> Iterator[list[Movement]]:
    """Yield movements in parts of a size that one question to the database takes."""
    part: list[Movement] = []
    for movement in found:
        part.append(movement)
        if len(part) == MOVEMENTS_AT_A_TIME:
            yield part
            part = []
    if part:
        yield part


def known_movements(digests: Iterable[str]) -> Places:
    """Return the movements of the book with these digests, each with the statement that brought it."""
    columns = ("digest", "twin", "pk", "statement_id", "provisional")
    return {
        (key, twin): Known(payment, statement, provisional)
        for part in chunked(sorted(set(digests)))
        for key, twin, payment, statement, provisional in Payment.objects.filter(digest__in=part).values_list(
            *columns
        )
    }


def numbered_on(part: Sequence[Movement], known: Places, earlier: set[int]) -> list[Movement]:
    """Return the movements, those that an earlier statement of the day has too numbered on from there."""
    if not earlier:
        return list(part)
    counted: list[Movement] = []
    taken: set[tuple[str, int]] = set()
    for movement in part:
        twin = movement.twin
        while (movement.digest, twin) in taken or _is_of(known.get((movement.digest, twin)), earlier):
            twin += 1
        taken.add((movement.digest, twin))
        counted.append(movement._replace(twin=twin))
    return counted


def _is_of(known: Known | None, statements: set[int]) -> bool:
    return known is not None and known.statement_id in statements


def earlier_that_day(statement: Statement, iban: str) -> set[int]:
    """Return the statements of the same day that this one follows, balance to balance.

    Some banks make several statements a day. What is in an earlier one is another movement, however alike;
    a statement over the same balances is the same one, made again.
    """
    same_day = BankStatement.objects.filter(
        kind="STATEMENT", bank_iban=iban, closing_date=statement.closing_date
    )
    rows = [row for row in same_day if row.opening_cents is not None and row.closing_cents is not None]
    found: set[int] = set()
    opening = statement.opening_cents
    while True:
        before = [
            row
            for row in rows
            if row.pk not in found
            and row.closing_cents == opening
            and (row.opening_cents, row.closing_cents) != (statement.opening_cents, statement.closing_cents)
        ]
        if opening is None or not before:
            return found
        found.add(before[0].pk)
        opening = before[0].opening_cents
