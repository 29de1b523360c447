"""Bank statements into the book: every movement once, also when files overlap, and twins both (P10).

Nothing is held that grows with the file: movements are read, looked up and added a part at a time.
"""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from voldaan.domain.identifiers import compact_iban
from voldaan.formats.values import Problem, Refusal, Statement
from voldaan.records.models import BankStatement, Client, ClientIban, ImportedFile, Payment
from voldaan.usecases.recognise_movements import (
    Movement,
    earlier_that_day,
    in_parts,
    known_movements,
    movements,
    numbered_on,
)
from voldaan.usecases.settle_provisional import (
    became_final,
    final_days,
    is_provisional,
    provisional_until,
    supersede,
)

ACCOUNT_DIGITS = 10
"""A Dutch IBAN ends with the account number, in ten digits."""


class Taking(NamedTuple):
    """A file on its way into the book of a client."""

    client: Client
    file: ImportedFile
    on: date
    at: datetime
    by: str


def take_statements(
    client: Client, file: ImportedFile, statements: Sequence[Statement], *, on: date, at: datetime, by: str
) -> tuple[int, int]:
    """Add statements and their movements; return how many movements were new and how many known.

    Raises:
        Refusal: a statement is not of this client's accounts, not in euros, of days to come, or repeats days in another
            format.
    """
    ibans = _own_ibans(client, file, statements)
    _refuse_days_to_come(file, statements, on)
    taking = Taking(client, file, on, at, by)
    new = known = 0
    for statement, iban in zip(statements, ibans, strict=True):
        if is_provisional(statement):
            added, had = _take_provisional(taking, statement, iban)
        else:
            added, had = _take_final(taking, statement, iban)
        new, known = new + added, known + had
    return new, known


def _take_final(taking: Taking, statement: Statement, iban: str) -> tuple[int, int]:
    """Add a final statement: what a provisional one told becomes final, what is new is added."""
    earlier = earlier_that_day(statement, iban)
    waiting = provisional_until(iban, statement)
    row: BankStatement | None = None
    new = known = 0
    for part in in_parts(movements(statement.transactions, iban)):
        found = known_movements(movement.digest for movement in part)
        counted = numbered_on(part, found, earlier)
        fresh = [one for one in counted if (one.digest, one.twin) not in found]
        final = [
            here.payment_id
            for one in counted
            if (here := found.get((one.digest, one.twin))) and here.provisional
        ]
        known += len(part) - len(fresh)
        if final or fresh:
            row = row or _statement(taking, statement, iban)
        if final:
            _make_final(row, final)
            waiting = [payment for payment in waiting if payment.pk not in set(final)]
        added = [one for one in fresh if not _became_final(row, waiting, one)]
        known += len(fresh) - len(added)
        _refuse_days_known_from_another_format(taking.file, iban, added)
        _add(taking, row, iban, added)
        new += len(added)
    if row is None:
        _statement(taking, statement, iban)
    supersede(taking.client, waiting, statement, on=taking.on, at=taking.at, by=taking.by)
    return new, known


def _take_provisional(taking: Taking, statement: Statement, iban: str) -> tuple[int, int]:
    """Add the movements of a report or advice whose days no final statement has told of yet."""
    row: BankStatement | None = None
    new = known = 0
    for part in in_parts(movements(statement.transactions, iban)):
        found = known_movements(movement.digest for movement in part)
        told = final_days(iban, {one.transaction.booking_date for one in part})
        fresh = [
            one
            for one in part
            if (one.digest, one.twin) not in found and one.transaction.booking_date not in told
        ]
        if fresh:
            row = row or _statement(taking, statement, iban)
        _add(taking, row, iban, fresh, provisional=True)
        new, known = new + len(fresh), known + len(part) - len(fresh)
    return new, known


def _make_final(row: BankStatement | None, payments: Sequence[int]) -> None:
    """Let payments that a report told of, and that a final statement repeats to the letter, stand as final."""
    found = Payment.objects.filter(pk__in=payments)
    found.filter(superseded_on__isnull=False).update(superseded_on=None, set_aside="", matched_at=None)
    found.update(provisional=False, statement=row)


def _became_final(row: BankStatement | None, waiting: list[Payment], movement: Movement) -> bool:
    """Let a payment that a report told of in other words stand as final, in the words of the final statement."""
    payment = became_final(waiting, movement)
    if payment is None or row is None:
        return False
    for name, value in _said(movement).items():
        setattr(payment, name, value)
    payment.provisional, payment.statement = False, row
    payment.save()
    return True


def _add(
    taking: Taking,
    row: BankStatement | None,
    iban: str,
    fresh: Sequence[Movement],
    *,
    provisional: bool = False,
) -> None:
    if row is None or not fresh:
        return
    rows = [
        Payment(
            client=taking.client,
            statement=row,
            bank_iban=iban,
            booking_date=one.transaction.booking_date,
            amount_cents=one.transaction.amount_cents,
            waiting_cents=one.transaction.amount_cents,
            currency=one.transaction.currency,
            provisional=provisional,
            **_said(one),
        )
        for one in fresh
    ]
    Payment.objects.bulk_create(rows, batch_size=200)


def _said(movement: Movement) -> dict[str, object]:
    """Return what the bank says of a movement beside its day and amount, as the book keeps it."""
    t = movement.transaction
    return {
        "value_date": t.value_date,
        "counterparty_name": clean(t.counterparty_name, 200),
        "counterparty_iban": clean(t.counterparty_iban, 34),
        "remittance": clean(t.remittance, 2000),
        "payment_reference": clean(t.payment_reference, 60),
        "end_to_end_id": clean(t.end_to_end_id, 60),
        "bank_reference": clean(t.bank_reference, 100),
        "reversal": t.reversal,
        "return_reason": clean(t.return_reason, 40),
        "mandate_id": clean(t.mandate_id, 60),
        "ultimate_name": clean(t.ultimate_name, 200),
        "charge": t.charge,
        "digest": movement.digest,
        "twin": movement.twin,
    }


def _own_ibans(client: Client, file: ImportedFile, statements: Sequence[Statement]) -> list[str]:
    """Return the client's bank account of each statement, or refuse those of another."""
    own = list(ClientIban.objects.order_by("iban").values_list("iban", flat=True))
    found, problems = [], []
    for statement in statements:
        fitting = [iban for iban in own if _is_same_account(iban, statement.bank_iban)]
        if not statement.bank_iban:
            problems.append(_without_account(file, statement))
        elif len(fitting) != 1:
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


def _without_account(file: ImportedFile, statement: Statement) -> Problem:
    return Problem(
        file=file.name,
        what=f"Afschrift {statement.number or 'zonder nummer'} zegt niet van welke rekening het is.",
        why="Deze bank zet het rekeningnummer niet in dit bestand; dan is niet zeker wiens betalingen het zijn.",
        how_to_fix="Download het afschrift bij de bank in een vorm met het rekeningnummer: CAMT.053 of MT940.",
    )


def _not_in_euros(file: ImportedFile, statement: Statement) -> Problem:
    return Problem(
        file=file.name,
        what=f"Afschrift {statement.number or 'zonder nummer'} is in {statement.currency}.",
        why="Het boek wordt in euro's gehouden.",
        how_to_fix="Lever alleen afschriften van rekeningen in euro's in.",
    )


def _refuse_days_known_from_another_format(file: ImportedFile, iban: str, added: Sequence[Movement]) -> None:
    """Refuse movements of days that are in the book from another format: banks word the same one differently."""
    days = {one.transaction.booking_date for one in added}
    if not days:
        return
    rows = Payment.objects.filter(
        bank_iban=iban, provisional=False, booking_date__gte=min(days), booking_date__lte=max(days)
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


def _statement(taking: Taking, statement: Statement, iban: str) -> BankStatement:
    """Return the statement as the book keeps it: the one that is known by its digest, or a new one."""
    key = _statement_digest(statement, iban)
    known = BankStatement.objects.filter(digest=key).first()
    if known is not None:
        return known
    return BankStatement.objects.create(
        client=taking.client,
        file=taking.file,
        kind=statement.kind,
        bank_iban=iban,
        number=(statement.number or "")[:60],
        currency=statement.currency,
        opening_date=statement.opening_date,
        closing_date=told_until(statement),
        opening_cents=statement.opening_cents,
        closing_cents=statement.closing_cents,
        digest=key,
    )


def told_until(statement: Statement) -> date | None:
    """Return the last day of which a statement tells all.

    An export of a bank without balances ends with the last movement there was when it was made: of that day more
    can follow, and nothing would show it.
    """
    last, first = statement.closing_date, statement.opening_date
    if last is None or statement.balanced or not statement.format.startswith("export."):
        return last
    before = last - timedelta(days=1)
    return before if first is None or before >= first else None


def _statement_digest(statement: Statement, iban: str) -> str:
    """Return the digest of a statement: its account, days, balances and every movement."""
    days = (statement.opening_date, statement.closing_date)
    sums = (statement.opening_cents, statement.closing_cents)
    joined = hashlib.sha256()
    for text in (
        iban,
        statement.number or "",
        *("" if day is None else day.isoformat() for day in days),
        *("" if cents is None else str(cents) for cents in sums),
    ):
        joined.update(_counted(text))
    for movement in movements(statement.transactions, iban):
        joined.update(_counted(f"{movement.digest} {movement.twin}"))
    if is_provisional(statement):
        joined.update(_counted(statement.kind))
    return joined.hexdigest()


def _counted(text: str) -> bytes:
    """Return a text behind its length, as `events.digest` joins texts."""
    raw = text.encode()
    return f"{len(raw)}:".encode() + raw


def clean(text: str | None, length: int) -> str:
    """Return a text as a column holds it: no longer, and without the one sign that no database takes."""
    return (text or "").replace("\x00", "")[:length].strip()
