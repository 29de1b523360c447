"""Whether the statements that a file brought join those of the book: a gap and an overlap are said at the door."""

from collections.abc import Iterator
from datetime import date

from voldaan.formats.bank.chain import ChainSoFar, Head, days_of
from voldaan.formats.values import Problem, Transaction
from voldaan.records.models import BankStatement, ImportedFile, Payment


def chain_remarks(file: ImportedFile) -> tuple[Problem, ...]:
    """Return what is to be said of the statements that a file brought, beside their neighbours in the book.

    A statement that comes again is not added, so a repeat is seen from what was known. Needs an open scope.
    """
    brought = BankStatement.objects.filter(file=file, kind="STATEMENT", closing_date__isnull=False)
    ours = set(brought.values_list("pk", flat=True))
    found: list[Problem] = []
    for iban in sorted(set(brought.values_list("bank_iban", flat=True))):
        so_far = ChainSoFar()
        days = [row.closing_date for row in brought.filter(bank_iban=iban) if row.closing_date]
        for head in _heads(iban, min(days), max(days)):
            so_far.add_head(head)
        found += (
            link.problem(file.name)
            for link in so_far.links()
            if {link.earlier.place, link.later.place} & ours
        )
    return tuple(found)


def _heads(iban: str, first: date, last: date) -> Iterator[Head]:
    """Yield the statements that close between two days, and their neighbours on either side."""
    rows = BankStatement.objects.filter(kind="STATEMENT", bank_iban=iban, closing_date__isnull=False)
    before = rows.filter(closing_date__lt=first).order_by("-closing_date", "-pk")[:1]
    after = rows.filter(closing_date__gt=last).order_by("closing_date", "pk")[:1]
    between = rows.filter(closing_date__gte=first, closing_date__lte=last).order_by("pk")
    for row in (*before, *between, *after):
        yield Head(
            place=row.pk,
            file="",
            bank_iban=row.bank_iban,
            currency=row.currency,
            number=row.number or None,
            opening_cents=row.opening_cents,
            closing_cents=row.closing_cents,
            opening_date=row.opening_date,
            closing_date=row.closing_date,
            days=days_of(_movements(row)),
        )


def _movements(row: BankStatement) -> Iterator[Transaction]:
    """Yield the movements of a statement as far as the chain looks at them."""
    columns = Payment.objects.filter(statement=row).values_list("booking_date", "amount_cents")
    for booking_date, cents in columns.iterator(chunk_size=2000):
        yield Transaction(
            bank_iban=row.bank_iban,
            booking_date=booking_date,
            value_date=None,
            amount_cents=cents,
            currency=row.currency,
        )
