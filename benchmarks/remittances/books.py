"""The book of one business: debtors with invoices that are open, paid in part or paid long ago, and credit notes."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from benchmarks.remittances.kinds import Kind
from benchmarks.remittances.people import Debtor, fictional_iban, make_debtor
from voldaan.domain.matching.facts import OpenInvoice, Payer, WaitingCredit

FIRST_ISSUE, LAST_ISSUE = date(2024, 1, 8), date(2026, 10, 17)
OPEN_PERCENT = (5, 60, 97)
"""How many are open still of the first third, the second and the last."""

FIRST_DEBTOR = 10_001
"""Numbers of debtors stand in a row; where invoices have five digits too, one can be the other's."""


class Ledger:
    """What a business has in its books before the payments arrive."""

    def __init__(self, rng: Random, kind: Kind, open_count: int, ids: Iterator[int]) -> None:
        self.rng, self.kind, self.ids = rng, kind, ids
        self.iban, self.blocked_iban = fictional_iban(rng), fictional_iban(rng)
        self.invoices: dict[int, OpenInvoice] = {}
        self.of_account: dict[int, list[int]] = defaultdict(list)
        self.credits: list[WaitingCredit] = []
        count = open_count * 300 // sum(OPEN_PERCENT) + 3
        self.debtors = [
            make_debtor(
                rng,
                next(ids),
                FIRST_DEBTOR + place,
                consumers_percent=kind.consumers_percent,
                iban_percent=kind.iban_percent,
            )
            for place in range(max(3, count // (kind.invoices_a_debtor * 2)))
        ]
        self.debtor_of = {debtor.account_id: debtor for debtor in self.debtors}
        self.prices = {debtor.account_id: kind.amount(rng) for debtor in self.debtors}
        self.collected = {
            debtor.account_id for debtor in self.debtors if rng.randrange(100) < kind.collects_percent
        }
        self._namesakes: dict[str, list[int]] = defaultdict(list)
        for debtor in self.debtors:
            self._namesakes[_known_as(debtor)].append(debtor.account_id)
        self._write_invoices(count)
        self._write_credits()

    def payers(self) -> list[Payer]:
        """Return the debtors as the client's books know them."""
        return [
            Payer(
                debtor.account_id,
                debtor.name,
                debtor.iban if debtor.knows_iban else "",
                debtor.number,
                debtor.mandate_id,
            )
            for debtor in self.debtors
        ]

    def _write_invoices(self, count: int) -> None:
        days = (LAST_ISSUE - FIRST_ISSUE).days
        year, in_year, place = 0, 0, 0
        for at in range(count):
            issued = FIRST_ISSUE + timedelta(days=at * days // count)
            in_year = 0 if issued.year != year else in_year
            year = issued.year
            step = 1 if self.kind.step_max == 1 else self.rng.randrange(1, self.kind.step_max + 1)
            in_year, place = in_year + step, place + step
            self._write_invoice(
                at, issued, self.kind.number(year, in_year, place), place, third=at * 3 // count
            )

    def _write_invoice(self, at: int, issued: date, number: str, place: int, *, third: int) -> None:
        rng, kind = self.rng, self.kind
        debtor = self.debtors[at % len(self.debtors)] if kind.monthly else rng.choice(self.debtors)
        asked = self.prices[debtor.account_id] if kind.monthly else kind.amount(rng)
        is_open = rng.randrange(100) < OPEN_PERCENT[third]
        discounted = rng.randrange(100) < kind.discount_percent
        blocked = debtor.is_firm and rng.randrange(100) < kind.blocked_percent
        invoice = OpenInvoice(
            id=next(self.ids),
            account_id=debtor.account_id,
            number=number,
            open_cents=_left_of(rng, asked) if is_open else 0,
            payment_reference=kind.reference(place) if kind.reference else "",
            issue_date=issued,
            due_date=issued + timedelta(days=rng.choice((14, 30))),
            asked_cents=asked,
            order_number=f"PO{rng.randrange(10**6):06}" if rng.randrange(100) < kind.orders_percent else "",
            discount_cents=asked * 2 // 100 if discounted else 0,
            discount_until=issued + timedelta(days=rng.choice((8, 14))) if discounted else None,
            blocked_iban=self.blocked_iban if blocked else "",
            blocked_cents=asked * 35 // 100 if blocked else 0,
            direct_debit=is_open and debtor.account_id in self.collected and third == 2,
        )
        self.invoices[invoice.id] = invoice
        self.of_account[debtor.account_id].append(invoice.id)

    def _write_credits(self) -> None:
        for debtor in self.debtors:
            if self.rng.randrange(100) >= 4 or not self.of_account[debtor.account_id]:
                continue
            key = next(self.ids)
            waiting = max(100, self.kind.amount(self.rng) // 4)
            number = f"C{2026}{key % 10_000:04}"
            self.credits.append(WaitingCredit(key, debtor.account_id, number, waiting, date(2026, 10, 1)))

    def rivals_of(self, debtor: Debtor, cents: int) -> list[OpenInvoice]:
        """Return open invoices of this amount of others who could be meant by the same name."""
        return [
            self.invoices[key]
            for account_id in self._namesakes[_known_as(debtor)]
            if account_id != debtor.account_id
            for key in self.of_account[account_id]
            if self.invoices[key].open_cents == cents
        ]


def _known_as(debtor: Debtor) -> str:
    """Return what one payer could mean two debtors by: a surname with an initial, or what a firm is called."""
    return debtor.surname.casefold() + ("" if debtor.is_firm else debtor.name[0])


def _left_of(rng: Random, asked: int) -> int:
    """Return what is open: of three in a hundred something was paid before."""
    return max(1, asked // rng.choice((2, 3, 4))) if rng.randrange(100) < 3 else asked
