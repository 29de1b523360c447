"""The office of one client of the example book: its invoices, its bank, what is still to happen, its files."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from voldaan.records.models import Client
from voldaan.usecases.demo import paper
from voldaan.usecases.demo.bank import BankAccount, Movement
from voldaan.usecases.demo.bills import bills_of
from voldaan.usecases.demo.conduct import (
    Follows,
    Pays,
    Says,
    at_issue,
    by_one_payer,
    credited_cents,
    three_at_once,
)
from voldaan.usecases.demo.overheads import overheads
from voldaan.usecases.demo.people import Act
from voldaan.usecases.demo.puzzles import OF_TWO_DEBTORS
from voldaan.usecases.demo.world import FIRST_DAY, Bill, House
from voldaan.usecases.import_files import Imported, import_file

HAND_IN_DAYS = tuple(
    date.fromisoformat(day)
    for day in ("2026-06-01", "2026-07-06", "2026-08-03", "2026-09-07", "2026-10-05", "2026-11-02")
)
"""When a client that only gives its word hands in what stayed unpaid."""

OVERDUE_DAYS = 10
THURSDAY = 3


class FileRefused(Exception):
    """A file of the example book was refused: a fault in the story, with what was said of the file."""


class Office:
    """One client with its files. What debtors do is added here; what reaches the book goes through `hand_in`."""

    def __init__(self, house: House, client: Client, folder: Path) -> None:
        """Begin on the first day: nothing booked, nothing known."""
        self.house, self.client, self.folder = house, client, folder / house.key
        self.bills = {bill.number: bill for bill in bills_of(house)}
        self.accounts = {
            iban: BankAccount(
                iban=iban,
                owner=house.name,
                balance_cents=house.opening_cents,
                closed_on=FIRST_DAY - timedelta(days=1),
            )
            for iban in house.ibans
        }
        self.agenda: dict[date, list[Says]] = defaultdict(list)
        self.paid: dict[str, list[tuple[date, int]]] = defaultdict(list)
        self.credited: dict[str, list[tuple[date, int]]] = defaultdict(list)
        self.told: set[str] = set()
        """Invoices that the client has handed in, or said to be paid."""
        self.to_send = 0
        """Messages that were approved after the post had left."""
        self.greeted: set[str] = set()
        """Debtors of whom the book knows."""
        if house.payment_truth == "BANK":
            for iban, movement in overheads(house):
                self.accounts[iban].book(movement)
        for bill in self.bills.values():
            self.add(at_issue(bill))
        for three in _threes(self.bills.values()):
            self.add([three_at_once(three)])
        for pair in _pairs(self.bills.values()):
            self.add([by_one_payer(pair)])

    @property
    def meant(self) -> dict[str, Movement]:
        """Return what each booked movement was, by the bank's reference."""
        return {
            key: movement for account in self.accounts.values() for key, movement in account.meant.items()
        }

    def add(self, follows: Iterable[Follows]) -> None:
        """Add what debtors will pay and say."""
        for one in follows:
            if isinstance(one, Says):
                self.agenda[one.day].append(one)
            else:
                self._pay(one)

    def files_of(self, today: date, yesterday: date) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of each file that this client hands in on the morning of a working day."""
        if self.house.payment_truth == "BANK":
            yield from self._invoices(today)
            yield from self._statements(yesterday)
        elif self.house.payment_truth == "LEDGER" and today.weekday() == THURSDAY:
            yield self._complete_list(today - timedelta(days=1))
        elif self.house.payment_truth == "CLIENT_WORD" and today in HAND_IN_DAYS:
            yield from self._overdue(today)

    def credit_note(self, bill: Bill, on: date) -> tuple[str, bytes] | None:
        """Return the file of a credit note; a ledger shows it in its next list instead."""
        cents = credited_cents(bill)
        self.credited[bill.number].append((on, cents))
        if self.house.payment_truth == "LEDGER":
            return None
        return f"creditnota-{bill.number}.xml", paper.credit_note_file(bill, cents=cents, on=on)

    def hand_in(self, name: str, data: bytes, now: Act) -> Imported:
        """Keep a file where a newcomer can look at it, and take it into the book."""
        path = self.folder / f"{now.on:%Y-%m}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        done = import_file(self.client, name=name, data=data, on=now.on, at=now.at, by=now.by)
        if done.refused:
            raise FileRefused(f"{path}: {'; '.join(f'{one.what} {one.why}' for one in done.problems)}")
        return done

    def is_known(self, bill: Bill, today: date) -> bool:
        """Test if an invoice has been handed in by now."""
        if self.house.payment_truth == "CLIENT_WORD":
            return bill.number in self.told
        if self.house.payment_truth == "LEDGER":
            yesterday = today - timedelta(days=1)
            return (
                today.weekday() == THURSDAY and bill.issued <= yesterday and self._open(bill, yesterday) > 0
            )
        return bill.issued <= today

    def settled_by_word(self, yesterday: date) -> list[str]:
        """Return the invoices of which the client now says that they were paid, up to and including a day."""
        paid = [number for number, parts in self.paid.items() if any(day <= yesterday for day, _ in parts)]
        new = [number for number in sorted(paid) if f"paid {number}" not in self.told and number in self.told]
        self.told.update(f"paid {number}" for number in new)
        return new

    def _pay(self, one: Pays) -> None:
        movement = one.movement
        if self.house.payment_truth == "BANK":
            self.accounts[paper.pay_to(one.bill)].book(movement)
        for number, cents in movement.meant_for:
            self.paid[number].append((movement.day, cents))

    def _invoices(self, today: date) -> Iterator[tuple[str, bytes]]:
        for bill in self.bills.values():
            if bill.issued == today:
                yield f"factuur-{bill.number}.xml", paper.invoice_file(bill)

    def _statements(self, yesterday: date) -> Iterator[tuple[str, bytes]]:
        if yesterday <= self.house.last_statement:
            statements = [account.statement_until(yesterday) for account in self.accounts.values()]
            yield f"afschriften-{yesterday}.xml", paper.statement_file(statements)

    def _complete_list(self, as_of: date) -> tuple[str, bytes]:
        items = [(bill, self._open(bill, as_of)) for bill in self.bills.values() if bill.issued <= as_of]
        data = paper.open_item_file([one for one in items if one[1] > 0], as_of=as_of, complete=True)
        return f"openstaande-posten-{as_of}.csv", data

    def _overdue(self, today: date) -> Iterator[tuple[str, bytes]]:
        """Yield the list of what is long overdue and was not handed in before."""
        late = today - timedelta(days=OVERDUE_DAYS)
        bills = [bill for bill in self.bills.values() if bill.due <= late and bill.number not in self.told]
        self.told.update(bill.number for bill in bills)
        if bills:
            rows = [(bill, bill.cents) for bill in bills]
            yield f"onbetaald-{today}.csv", paper.open_item_file(rows, as_of=today, complete=False)

    def _open(self, bill: Bill, as_of: date) -> int:
        less = [*self.paid[bill.number], *self.credited[bill.number]]
        return bill.cents - sum(cents for day, cents in less if day <= as_of)


def _threes(bills: Iterable[Bill]) -> Iterator[list[Bill]]:
    """Yield the invoices that are paid three at a time, debtor by debtor."""
    by_debtor: dict[str, list[Bill]] = defaultdict(list)
    for bill in bills:
        if bill.habit == "THREE_AT_ONCE":
            by_debtor[bill.debtor.number].append(bill)
    for own in by_debtor.values():
        yield from (own[place : place + 3] for place in range(0, len(own), 3))


def _pairs(bills: Iterable[Bill]) -> Iterator[list[Bill]]:
    """Yield the invoices of two debtors that somebody else pays with one payment."""
    by_habit: dict[str, list[Bill]] = defaultdict(list)
    for bill in bills:
        if bill.habit in OF_TWO_DEBTORS:
            by_habit[bill.habit].append(bill)
    yield from by_habit.values()
