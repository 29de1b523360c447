"""From the lines of an auditfile to debtors and open items, with the proof that nothing is lost on the way."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from voldaan.formats.auditfile.books import Books
from voldaan.formats.auditfile.items import Items
from voldaan.formats.auditfile.parties import Customer
from voldaan.formats.auditfile.positions import Dates, standing
from voldaan.formats.auditfile.proof import Proof
from voldaan.formats.auditfile.rows import BALANCE, IMPLIED, LEDGER, OPENING, SUBLEDGER, Row
from voldaan.formats.source import Source
from voldaan.formats.spool import Spool
from voldaan.formats.values import DebtorEntry, DebtorList, OpenItemList, Party

FORMAT = "xaf"


def outcome(books: Books, source: Source) -> tuple[DebtorList | OpenItemList, ...]:
    """Return the debtors, and the open items where the file says what debtors owe."""
    return _Outcome(books, source).lists()


class _Outcome:
    """The lists of one file while they are made."""

    def __init__(self, books: Books, source: Source) -> None:
        self.books = books
        self.accounts = books.debtor_accounts
        self.proof = Proof(
            file=source.name, currency=books.currency or "", opening_in_balance=books.opening_in_balance
        )
        self.debtors: Spool[DebtorEntry] = source.shelf.spool()
        self.items = Items(source, self.proof)
        self.ledger_origins = frozenset((LEDGER, OPENING, *((IMPLIED,) if books.heads_count else ())))
        self.origins = self.ledger_origins
        self.older_unknown = False
        self.balances_per_debtor = False

    def lists(self) -> tuple[DebtorList | OpenItemList, ...]:
        """Return both lists; only the debtors where no account is theirs."""
        self._weigh()
        for customers, rows in zip(self.books.customers, self.books.rows, strict=True):
            self._part(customers, rows)
        self.debtors.close()
        self.items.close()
        about = self.proof.about_debtors()
        if not self.accounts or not self.books.has_transactions:
            about += self.proof.about_no_items()
            return (DebtorList(format=FORMAT, debtors=self.debtors, remarks=about),)
        as_of = min((day for day in (self.books.last_day, self.books.made_on) if day), default=None)
        items = OpenItemList(
            format=FORMAT,
            complete=self.proof.proved and as_of is not None,
            as_of=as_of,
            items=self.items.spool,
            total_cents=self.items.total_cents,
            remarks=self.proof.about_items(),
        )
        return DebtorList(format=FORMAT, debtors=self.debtors, remarks=about), items

    def _weigh(self) -> None:
        """Decide which lines tell the most and still add up, and whether the opening balance has its invoices."""
        books, proof = self.books, self.proof
        proof.ledger_cents = sum(books.balance_cents(account) for account in self.accounts)
        opening = sum(books.opening[account] for account in self.accounts)
        sums: defaultdict[str, int] = defaultdict(int)
        for rows in books.rows:
            for row in rows:
                if row.origin in (SUBLEDGER, OPENING) and self._counts(row):
                    sums[row.origin] += row.cents
        if SUBLEDGER in sums:
            subledger = sums[SUBLEDGER] + sums[OPENING]
            if books.subledgers_agree and subledger == proof.ledger_cents:
                self.origins = frozenset((SUBLEDGER, OPENING))
            else:
                proof.subledger_cents = subledger
        said = [
            customer.opening_cents
            for customers in books.customers
            for customer in customers
            if customer.opening_cents and customer.buys is not False
        ]
        if self.origins == self.ledger_origins:
            self.balances_per_debtor = bool(said) and OPENING not in sums and sum(said) == opening
            if not self.balances_per_debtor:
                proof.older_cents = opening - sums[OPENING]
                self.older_unknown = proof.older_cents != 0
        proof.relations_disagree = bool(said) and sum(said) != opening

    def _counts(self, row: Row) -> bool:
        """Test if a row is on an account of debtors; a line of a subledger need not say its account."""
        return row.account in self.accounts or (row.account is None and row.origin in (SUBLEDGER, OPENING))

    def _part(self, customers: Sequence[Customer], rows: Sequence[Row]) -> None:
        """Make the debtors and items of one part."""
        known = {customer.number: customer for customer in customers}
        lines: defaultdict[str, list[Row]] = defaultdict(list)
        dates: defaultdict[str, Dates] = defaultdict(dict)
        for row in rows:
            assert row.debtor is not None
            if row.origin in self.origins and self._counts(row):
                lines[row.debtor].append(row)
            if row.origin in (SUBLEDGER, OPENING):
                _remember(dates[row.debtor], row)
        for number in dict.fromkeys((*known, *lines)):
            self._debtor(number, known, lines.get(number, []), dates.get(number, {}))

    def _debtor(self, number: str, known: Mapping[str, Customer], rows: list[Row], dates: Dates) -> None:
        """Make one debtor with its items, or leave out a relation that is none."""
        customer = known.get(number)
        if not rows and (customer is None or not customer.buys):
            self.proof.left_out += customer is not None and customer.buys is None
            return
        entry = customer.entry if customer else DebtorEntry(party=Party(number=number))
        self.debtors.append(entry)
        older_unknown = self.older_unknown
        if self.balances_per_debtor and customer is not None and customer.opening_cents:
            older_unknown = True
            rows = [Row(BALANCE, None, number, customer.opening_cents), *rows]
        stands = standing(rows, older_unknown=older_unknown)
        self.proof.older_cents += stands.older_cents
        self.proof.older_debtors += self.balances_per_debtor and stands.older_cents != 0
        said = customer.closing_cents if customer is not None else None
        self.proof.closing_disagree += said is not None and said != stands.cents
        self.items.add(stands, entry.party, dates)


def _remember(dates: Dates, row: Row) -> None:
    """Keep the days that a subledger tells of an invoice, for a line of the ledger that has none."""
    number = row.invoice or row.document
    if number and (row.day or row.due) and not row.payment:
        dates.setdefault(number, (row.day, row.due))
