"""Payout specifications and direct-debit batches into the book: what is in one sum of the bank, each payout once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice

from voldaan.domain.identifiers import compact_iban, squeeze
from voldaan.formats import values
from voldaan.formats.values import PayoutSpecification, Problem, Refusal
from voldaan.records.accounts import DIRECT_DEBIT_DAYS
from voldaan.records.models import Client, ClientIban, ImportedFile, Invoice, PayoutLine
from voldaan.records.payouts import BATCH_FORMAT
from voldaan.usecases.import_statements import clean

LINES_AT_A_TIME = 500

NUMBER_LENGTH_MIN = 5
"""A shorter number in a collection is an invoice only where the amount is to the cent what is open of it."""

_BETWEEN_NUMBERS = re.compile(r"[\s,;:()#]+")


def take_payouts(
    client: Client, file: ImportedFile, payouts: Sequence[PayoutSpecification]
) -> tuple[int, int]:
    """Add the lines of payouts that are new; return how many lines were new and how many known.

    The invoices that a direct-debit batch names by their whole number are left alone while it runs.

    Raises:
        Refusal: a batch goes to an account that is not the client's, one is not in euros, or one differs from what is
            known under its name.
    """
    own = frozenset(ClientIban.objects.values_list("iban", flat=True))
    problems = [problem for payout in payouts for problem in _problems(client, own, file, payout)]
    if problems:
        raise Refusal(*problems)
    new = known = 0
    for payout in payouts:
        name = _name_in_book(file, payout)
        if name is None:
            known += len(payout.lines)
            continue
        _add(client, file, payout, name)
        _leave_alone(payout)
        new += len(payout.lines)
    return new, known


def _problems(
    client: Client, own: frozenset[str], file: ImportedFile, payout: PayoutSpecification
) -> Iterator[Problem]:
    name = clean(payout.payout, 60)
    if _is_batch(payout) and compact_iban(payout.collected_to_iban or "") not in own:
        yield Problem(
            file=file.name,
            what=f"Incassobatch {name} is voor rekening {payout.collected_to_iban or 'onbekend'}, niet van deze "
            "opdrachtgever.",
            why=f"Van {client.name} is die rekening niet bekend.",
            how_to_fix="Lever het bestand in bij de opdrachtgever van wie de rekening is, of voeg de rekening toe: "
            f"voldaan client add {client.key} --iban …",
            path=name,
        )
    if payout.currency != "EUR":
        yield Problem(
            file=file.name,
            what=f"Uitbetaling {name} is in {payout.currency}.",
            why="Het boek wordt in euro's gehouden.",
            how_to_fix="Lever alleen uitbetalingen in euro's in.",
            path=name,
        )


def _name_in_book(file: ImportedFile, payout: PayoutSpecification) -> str | None:
    """Return the name under which a payout is to be kept, None where the book has it already.

    A payment service never gives a name twice. Some programs give each batch the same one: a second batch of that
    name is kept with its day behind it.
    """
    name = clean(payout.payout, 49)
    names = [name]
    if _is_batch(payout) and payout.paid_out_on is not None:
        names.append(f"{name} {payout.paid_out_on:%Y%m%d}")
    for one in names:
        known = PayoutLine.objects.filter(payout=one).first()
        if known is None:
            return one
        is_same_day = known.paid_out_on == payout.paid_out_on or not _is_batch(payout)
        if known.net_cents == payout.net_cents and is_same_day:
            return None
    raise Refusal(
        Problem(
            file=file.name,
            what=f"Uitbetaling {name} is al bekend met een ander bedrag.",
            why="Een kenmerk hoort bij één uitbetaling.",
            how_to_fix="Kijk na welk bestand klopt; wat al is ingelezen, blijft staan.",
            path=name,
        )
    )


def _is_batch(payout: PayoutSpecification) -> bool:
    return payout.format == BATCH_FORMAT


def _add(client: Client, file: ImportedFile, payout: PayoutSpecification, name: str) -> None:
    for number, part in enumerate(_in_parts(payout.lines)):
        rows = [
            PayoutLine(
                client=client,
                file=file,
                payout=name,
                net_cents=payout.net_cents,
                paid_out_on=payout.paid_out_on,
                place=place,
                gross_cents=line.gross_cents,
                fee_cents=line.fee_cents,
                remittance=clean(line.remittance, 300),
                payer_name=clean(line.payer_name, 200),
                end_to_end_id=clean(line.end_to_end_id, 60),
            )
            for place, line in enumerate(part, number * LINES_AT_A_TIME + 1)
        ]
        PayoutLine.objects.bulk_create(rows)


def _leave_alone(payout: PayoutSpecification) -> None:
    """Let the open invoices that a direct-debit batch names run in it until it can come back no more."""
    if not _is_batch(payout) or payout.paid_out_on is None:
        return
    until = payout.paid_out_on + timedelta(days=DIRECT_DEBIT_DAYS)
    for part in _in_parts(payout.lines):
        named = [(number, line.gross_cents) for line in part for number in _numbers_in(line)]
        wanted = {number for number, _ in named}
        rows = Invoice.objects.filter(number__in=wanted, open_cents__gt=0).exclude(
            direct_debit_until__gte=until
        )
        rows = rows.exclude(debit_returned_on__gte=payout.paid_out_on)
        found = {row.number: (row.pk, row.open_cents) for row in rows.only("pk", "number", "open_cents")}
        keys = [
            found[number][0]
            for number, cents in named
            if number in found and (len(squeeze(number)) >= NUMBER_LENGTH_MIN or cents == found[number][1])
        ]
        Invoice.objects.filter(pk__in=keys).update(direct_debit_until=until)


def _numbers_in(line: values.PayoutLine) -> list[str]:
    """Return what could be a whole invoice number in a collection."""
    texts = [*_BETWEEN_NUMBERS.split(line.remittance), line.end_to_end_id or ""]
    return [text for text in (one.strip(".\"'") for one in texts) if text and any(map(str.isdigit, text))]


def _in_parts(lines: Iterable[values.PayoutLine]) -> Iterator[list[values.PayoutLine]]:
    """Yield the lines in parts of a size that one statement to the database takes."""
    rows = iter(lines)
    while part := list(islice(rows, LINES_AT_A_TIME)):
        yield part
