"""Bank statements into the book: every movement once, also when files overlap, and twins both (P10)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from voldaan.domain.identifiers import compact_iban
from voldaan.formats.values import Problem, Refusal, Statement, Transaction
from voldaan.records.chunks import chunked
from voldaan.records.events import digest
from voldaan.records.models import BankStatement, Client, ClientIban, ImportedFile, Payment

ACCOUNT_DIGITS = 10
"""A Dutch IBAN ends with the account number, in ten digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A movement with what it is known by: the digest of all that the bank says, and its place among its twins."""

    transaction: Transaction
    digest: str
    twin: int


def take_statements(
    client: Client, file: ImportedFile, statements: Sequence[Statement], *, on: date
) -> tuple[int, int]:
    """Add statements and their movements; return how many movements were new and how many known.

    Raises:
        Refusal: a statement is not of this client's accounts, not in euros, of days to come, or repeats days in another
            format.
    """
    ibans = _own_ibans(client, file, statements)
    _refuse_days_to_come(file, statements, on)
    movements = [list(_movements(statement, iban)) for statement, iban in zip(statements, ibans, strict=True)]
    known = _known({movement.digest for part in movements for movement in part})
    _refuse_days_known_from_another_format(file, ibans, movements, known)
    new = 0
    for statement, iban, part in zip(statements, ibans, movements, strict=True):
        counted = _numbered_on(part, known, _earlier_that_day(statement, iban))
        fresh = [movement for movement in counted if (movement.digest, movement.twin) not in known]
        row = _statement(client, file, statement, iban, part, has_new=bool(fresh))
        known.update(((movement.digest, movement.twin), row.pk if row else 0) for movement in fresh)
        rows = [_payment(client, row, iban, movement) for movement in fresh if row is not None]
        Payment.objects.bulk_create(rows, batch_size=200)
        new += len(rows)
    return new, sum(map(len, movements)) - new


def _own_ibans(client: Client, file: ImportedFile, statements: Sequence[Statement]) -> list[str]:
    """Return the client's bank account of each statement, or refuse those of another."""
    own = list(ClientIban.objects.order_by("iban").values_list("iban", flat=True))
    found, problems = [], []
    for statement in statements:
        fitting = [iban for iban in own if _is_same_account(iban, statement.bank_iban)]
        if len(fitting) != 1:
            problems.append(_not_of_this_client(client, file, statement))
        elif statement.currency != "EUR":
            problems.append(_not_in_euros(file, statement))
        found += fitting[:1]
    if problems:
        raise Refusal(*problems)
    return found


def _refuse_days_to_come(file: ImportedFile, statements: Sequence[Statement], on: date) -> None:
    """Refuse a statement that ends after the day it came in: it would make days look known that nobody knows."""
    problems = [
        Problem(
            file=file.name,
            what=f"Afschrift {statement.number or 'zonder nummer'} loopt tot en met {statement.closing_date:%d-%m-%Y}, "
            f"na de dag van inlezen ({on:%d-%m-%Y}).",
            why="Wat later wordt betaald kan er niet in staan.",
            how_to_fix="Controleer de datums in het bestand, of geef met --on de dag waarop het is aangeleverd.",
        )
        for statement in statements
        if statement.closing_date is not None and statement.closing_date > on
    ]
    if problems:
        raise Refusal(*problems)


def _is_same_account(iban: str, given: str) -> bool:
    """Test if a statement is of this IBAN. Older statements give the account number alone."""
    plain = compact_iban(given)
    if plain == iban or plain[:2].isalpha():
        return plain == iban
    digits = plain.lstrip("P").lstrip("0")
    return iban.startswith("NL") and digits.isdigit() and iban[-ACCOUNT_DIGITS:].lstrip("0") == digits


def _not_of_this_client(client: Client, file: ImportedFile, statement: Statement) -> Problem:
    return Problem(
        file=file.name,
        what=f"Afschrift {statement.number or 'zonder nummer'} is van rekening {statement.bank_iban}, niet van deze "
        "opdrachtgever.",
        why=f"Van {client.name} is die rekening niet bekend.",
        how_to_fix="Lever het bestand in bij de opdrachtgever van wie de rekening is, of voeg de rekening toe: "
        f"voldaan client add {client.key} --iban …",
    )


def _not_in_euros(file: ImportedFile, statement: Statement) -> Problem:
    return Problem(
        file=file.name,
        what=f"Afschrift {statement.number or 'zonder nummer'} is in {statement.currency}.",
        why="Het boek wordt in euro's gehouden.",
        how_to_fix="Lever alleen afschriften van rekeningen in euro's in.",
    )


def _movements(statement: Statement, iban: str) -> Iterator[Movement]:
    """Yield the movements of one statement, equal ones numbered. What moves nothing is left out."""
    seen: Counter[str] = Counter()
    for transaction in statement.transactions:
        if not transaction.amount_cents:
            continue
        key = movement_digest(transaction, iban)
        yield Movement(transaction=transaction, digest=key, twin=seen[key])
        seen[key] += 1


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


def _known(digests: set[str]) -> dict[tuple[str, int], int]:
    """Return the movements that are in the book, each with the statement that brought it."""
    return {
        (key, twin): statement
        for part in chunked(sorted(digests))
        for key, twin, statement in Payment.objects.filter(digest__in=part).values_list(
            "digest", "twin", "statement_id"
        )
    }


def _earlier_that_day(statement: Statement, iban: str) -> set[int]:
    """Return the statements of the same day that this one follows, balance to balance.

    Some banks make several statements a day. What is in an earlier one is another movement, however alike;
    a statement over the same balances is the same one, made again.
    """
    same_day = BankStatement.objects.filter(bank_iban=iban, closing_date=statement.closing_date)
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


def _numbered_on(
    movements: Sequence[Movement], known: Mapping[tuple[str, int], int], earlier: set[int]
) -> list[Movement]:
    """Return the movements, those that an earlier statement of the day has too numbered on from there."""
    if not earlier:
        return list(movements)
    counted: list[Movement] = []
    taken: set[tuple[str, int]] = set()
    for movement in movements:
        twin = movement.twin
        while (movement.digest, twin) in taken or known.get((movement.digest, twin)) in earlier:
            twin += 1
        taken.add((movement.digest, twin))
        counted.append(replace(movement, twin=twin))
    return counted


def _refuse_days_known_from_another_format(
    file: ImportedFile,
    ibans: Sequence[str],
    movements: Sequence[Sequence[Movement]],
    known: Mapping[tuple[str, int], int],
) -> None:
    """Refuse movements of days that are in the book from another format: banks word the same one differently."""
    for iban, part in zip(ibans, movements, strict=True):
        days = {m.transaction.booking_date for m in part if (m.digest, m.twin) not in known}
        if not days:
            continue
        rows = Payment.objects.filter(
            bank_iban=iban, booking_date__gte=min(days), booking_date__lte=max(days)
        )
        others = rows.exclude(statement__file__format__startswith=_family(file.format))
        twice = sorted(days & set(others.values_list("booking_date", flat=True).distinct()))
        if twice:
            raise Refusal(_in_another_format(file, iban, twice[0].strftime("%d-%m-%Y")))


def _family(format_name: str) -> str:
    return format_name.lower()[:4]


def _in_another_format(file: ImportedFile, iban: str, day: str) -> Problem:
    return Problem(
        file=file.name,
        what=f"De boekingen van {day} op {iban} staan al in het boek, uit een bestand van een andere soort.",
        why="Een bank omschrijft dezelfde boeking in CAMT.053 anders dan in MT940; ze zou dubbel tellen.",
        how_to_fix="Lever per rekening één soort in, of een bestand dat begint na de laatste dag die al bekend is.",
    )


def _statement(
    client: Client,
    file: ImportedFile,
    statement: Statement,
    iban: str,
    movements: Sequence[Movement],
    *,
    has_new: bool,
) -> BankStatement | None:
    """Add a statement that is not known by its digest, and return it; None where there is nothing to add."""
    days = (statement.opening_date, statement.closing_date)
    sums = (statement.opening_cents, statement.closing_cents)
    key = digest(
        iban,
        statement.number or "",
        *("" if day is None else day.isoformat() for day in days),
        *("" if cents is None else str(cents) for cents in sums),
        *(f"{movement.digest} {movement.twin}" for movement in movements),
    )
    known = BankStatement.objects.filter(digest=key).first()
    if known is not None:
        return known if has_new else None
    return BankStatement.objects.create(
        client=client,
        file=file,
        bank_iban=iban,
        number=(statement.number or "")[:60],
        currency=statement.currency,
        opening_date=statement.opening_date,
        closing_date=statement.closing_date,
        opening_cents=statement.opening_cents,
        closing_cents=statement.closing_cents,
        digest=key,
    )


def _payment(client: Client, statement: BankStatement, iban: str, movement: Movement) -> Payment:
    t = movement.transaction
    return Payment(
        client=client,
        statement=statement,
        bank_iban=iban,
        booking_date=t.booking_date,
        value_date=t.value_date,
        amount_cents=t.amount_cents,
        waiting_cents=t.amount_cents,
        currency=t.currency,
        counterparty_name=clean(t.counterparty_name, 200),
        counterparty_iban=clean(t.counterparty_iban, 34),
        remittance=clean(t.remittance, 2000),
        payment_reference=clean(t.payment_reference, 60),
        end_to_end_id=clean(t.end_to_end_id, 60),
        bank_reference=clean(t.bank_reference, 100),
        reversal=t.reversal,
        digest=movement.digest,
        twin=movement.twin,
    )


def clean(text: str | None, length: int) -> str:
    """Return a text as a column holds it: no longer, and without the one sign that no database takes."""
    return (text or "").replace("\x00", "")[:length].strip()
