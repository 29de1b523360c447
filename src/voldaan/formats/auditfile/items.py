"""The open items of an auditfile, made from how each debtor stands."""

from voldaan.formats.auditfile.positions import Dates, Position, Standing
from voldaan.formats.auditfile.proof import Proof
from voldaan.formats.auditfile.rows import Row
from voldaan.formats.source import Source
from voldaan.formats.spool import Spool
from voldaan.formats.values import OpenItem, Party

SUBJECT_LENGTH_MAX = 140
LOOSE_SUBJECT = "Ontvangen of gecrediteerd zonder factuurnummer"


class Items:
    """The items of one file, and what they add up to."""

    def __init__(self, source: Source, proof: Proof) -> None:
        self.spool: Spool[OpenItem] = source.shelf.spool()
        self._proof = proof
        self._sums: dict[str, int] = {}

    @property
    def total_cents(self) -> int | None:
        """Return the sum of the items, None where they are not in one currency."""
        return sum(self._sums.values()) if len(self._sums) < 2 else None

    def close(self) -> None:
        """Put the last items away."""
        self.spool.close()

    def add(self, stands: Standing, debtor: Party, dates: Dates) -> None:
        """Add the items of one debtor."""
        for position in stands.positions:
            self._append(self._item(position, debtor, dates), position.cents)
        if stands.loose_cents > 0:
            self._proof.loose_debit_cents += stands.loose_cents
        elif stands.loose_cents < 0:
            self._proof.loose_credit_cents += stands.loose_cents
            self._append(_loose(stands.loose_cents, debtor, self._proof.currency), stands.loose_cents)

    def _append(self, item: OpenItem, ledger_cents: int) -> None:
        """Add one item and count it."""
        self.spool.append(item)
        self._proof.items_cents += ledger_cents
        self._sums[item.currency] = self._sums.get(item.currency, 0) + item.open_cents

    def _item(self, position: Position, debtor: Party, dates: Dates) -> OpenItem:
        """Return the item of an invoice or credit."""
        own = position.own_rows
        first = own[0] if own else position.rows[0]
        day, due = dates.get(position.number, (None, None))
        currency, open_cents, total_cents = self._amounts(position, own)
        return OpenItem(
            number=position.number,
            debtor=debtor,
            issue_date=day or (first.day if own else None),
            due_date=next((row.due for row in position.rows if row.due), due),
            currency=currency,
            total_cents=total_cents if total_cents and abs(total_cents) >= abs(open_cents) else None,
            open_cents=open_cents,
            subject=(first.subject or "")[:SUBJECT_LENGTH_MAX] or None,
            line=first.line,
        )

    def _amounts(self, position: Position, own: list[Row]) -> tuple[str, int, int]:
        """Return currency, what is open and what the item was: in its own currency, where every line is in it."""
        ledger = self._proof.currency
        currencies = {row.currency or ledger for row in position.rows}
        foreign = sum(row.currency_cents or 0 for row in position.rows)
        if len(currencies) == 1 and currencies != {ledger} and foreign * position.cents > 0:
            return currencies.pop(), foreign, sum(row.currency_cents or 0 for row in own)
        self._proof.mixed_currencies += currencies != {ledger}
        return ledger, position.cents, sum(row.cents for row in own)


def _loose(cents: int, debtor: Party, currency: str) -> OpenItem:
    """Return the money of a debtor that is not on an invoice; under the debtor's number it is known again."""
    return OpenItem(
        number=f"onverdeeld {debtor.number}",
        debtor=debtor,
        issue_date=None,
        due_date=None,
        currency=currency,
        total_cents=None,
        open_cents=cents,
        subject=LOOSE_SUBJECT,
    )
