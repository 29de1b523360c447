"""A person writes off what is still open of an invoice; and takes that back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from voldaan.domain.money import format_euro
from voldaan.records import events
from voldaan.records.allocating import WRITTEN_OFF, NewAllocation, allocate, written_off_back
from voldaan.records.finding import NotFound, invoice_by_number
from voldaan.records.models import Client, Invoice, QuestionCandidate, WriteOff
from voldaan.records.scope import one_transaction, rows_of

__all__ = ["CannotWriteOff", "NotFound", "WrittenOff", "take_back_write_off", "write_off"]

REASON_LENGTH_MAX: Final = 180


class CannotWriteOff(Exception):
    """Nothing can be written off or taken back, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenOff:
    """What was let go of an invoice, or is owed again."""

    invoice: str
    cents: int


def write_off(client: Client, number: str, *, reason: str, on: date, at: datetime, by: str) -> WrittenOff:
    """Let go what is still open of an invoice. Money that comes in for it later asks a person what it is for.

    Raises:
        NotFound: the client has no such invoice.
        CannotWriteOff: nothing is open of it, it was handed over, money may still belong to it, or no reason is given.
    """
    because = reason.strip()
    if not because:
        raise CannotWriteOff("Schrijf op waarom de factuur wordt afgeboekt.")
    if len(because) > REASON_LENGTH_MAX:
        raise CannotWriteOff(f"De reden is langer dan {REASON_LENGTH_MAX} tekens. Schrijf haar korter op.")
    with rows_of(client), one_transaction():
        events.hold_still(client)
        invoice = invoice_by_number(client, number)
        _must_be_ours(invoice, on)
        cents = invoice.open_cents
        let_go = NewAllocation(invoice.pk, "DIFFERENCE", cents, on, evidence="afgeboekt", reason=WRITTEN_OFF)
        allocate(client, [let_go], at=at)
        row = WriteOff.objects.create(
            client=client, invoice=invoice, cents=cents, reason=because, on=on, made_by=by, made_at=at
        )
        data = {"invoice": invoice.pk, "cents": cents, "write_off": row.pk}
        _tell(client, "invoice.written_off", invoice, data, on=on, at=at, by=by)
    return WrittenOff(invoice=number, cents=cents)


def take_back_write_off(client: Client, number: str, *, on: date, at: datetime, by: str) -> WrittenOff:
    """Let be owed again what was written off of an invoice; it follows the strategy again where it was.

    Raises:
        NotFound: the client has no such invoice.
        CannotWriteOff: nothing was written off of it.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        invoice = invoice_by_number(client, number)
        back = written_off_back(invoice.pk, evidence="afboeking teruggenomen")
        if not back:
            raise CannotWriteOff(f"Van factuur {number} is niets afgeboekt; er is niets terug te nemen.")
        allocate(client, back, at=at)
        cents = -sum(row.cents for row in back)
        data = {"invoice": invoice.pk, "cents": cents}
        _tell(client, "invoice.write_off_undone", invoice, data, on=on, at=at, by=by)
    return WrittenOff(invoice=number, cents=cents)


def _must_be_ours(invoice: Invoice, on: date) -> None:
    """Check that something is open that nobody else works on, and that no money waits that may be for it."""
    if not invoice.open_cents:
        asked = format_euro(invoice.asked_cents, "nl")
        raise CannotWriteOff(
            f"Van factuur {invoice.number} ({asked}) staat niets meer open; er is niets gewijzigd."
        )
    if invoice.handed_over_on is not None or invoice.withdrawn_on is not None:
        raise CannotWriteOff(
            f"Factuur {invoice.number} is overgedragen of ingetrokken; zij wordt hier niet meer afgeboekt."
        )
    if on < invoice.issue_date:
        raise CannotWriteOff(
            f"Factuur {invoice.number} is van {invoice.issue_date:%d-%m-%Y}; zij is op {on:%d-%m-%Y} niet af te boeken."
        )
    asked_about = QuestionCandidate.objects.filter(invoice=invoice, question__answered_at__isnull=True)
    if asked_about.exists():
        raise CannotWriteOff(
            f"Er is geld dat bij factuur {invoice.number} kan horen. Beantwoord eerst die vraag."
        )


def _tell(
    client: Client, kind: str, invoice: Invoice, data: dict[str, int], *, on: date, at: datetime, by: str
) -> None:
    told = events.NewEvent(kind=kind, on=on, at=at, actor=by, account_id=invoice.account_id, data=data)
    events.append(client, told)
