"""One auditfile, walked through once: its head, its accounts, its relations, and every line that may be a debtor's.

What is kept in memory is small: the accounts, the numbers of the relations, a balance per account. Lines and
relations go to spools, divided over parts by relation, so that later each part can be looked at by itself.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from lxml import etree

from voldaan.formats import xml
from voldaan.formats.auditfile.accounts import Account, account_of, named_debtor_accounts, own_accounts
from voldaan.formats.auditfile.leaves import Leaves, cents_of, day_of, forget, leaves_of, line_of, local
from voldaan.formats.auditfile.parties import Customer, customer_of
from voldaan.formats.auditfile.rows import (
    IMPLIED,
    OPENING,
    SUBLEDGER,
    Booking,
    Row,
    ledger_row,
    subledger_row,
)
from voldaan.formats.auditfile.totals import Totals, check_bookings, check_opening, said_totals
from voldaan.formats.auditfile.transaction import Transaction
from voldaan.formats.findings import Findings
from voldaan.formats.source import Source
from voldaan.formats.spool import Spool

PARTS = 32
"""Over how many parts the relations are divided; one part at a time is in memory."""
NEIGHBOURS = 200
"""So many relations that stand together in the file go to one part, so that a usual file keeps its order."""


class Books:
    """What one file says, gathered in the order in which it is said."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self.source = source
        self.findings = findings
        self.currency: str | None = None
        self.last_day: date | None = None
        self.made_on: date | None = None
        self.accounts: dict[str, Account] = {}
        self.names: dict[str, tuple[str, ...]] = {}
        """The names of the relations that may buy, by their number."""
        self._ranks: dict[str, int] = {}
        self.opening: defaultdict[str, int] = defaultdict(int)
        self._balances: defaultdict[str, int] = defaultdict(int)
        self.sold: defaultdict[str, int] = defaultdict(int)
        """Per account, what sales journals booked on it with a relation."""
        self.customers: list[Spool[Customer]] = [source.shelf.spool() for _ in range(PARTS)]
        self.rows: list[Spool[Row]] = [source.shelf.spool() for _ in range(PARTS)]
        self.subledgers_agree = True
        self.opening_in_balance = True
        self.has_transactions = False
        self.own: frozenset[str] = frozenset()
        self._calls_sales_by_invoice = False
        self._named: frozenset[str] | None = None
        self._opening_lines: dict[str, str] = {}
        self._opening_totals = Totals()
        self._totals = Totals()
        self._subledger_totals = Totals()
        self._journal_kinds: dict[str, str] = {}
        self._in_journal: tuple[etree._Element, Leaves] | None = None
        self._in_transaction: tuple[etree._Element, Booking] | None = None
        self._transaction = Transaction()
        self._implied = Totals()
        self._implied_balances: defaultdict[str, int] = defaultdict(int)

    def gather(self) -> None:
        """Read the file from start to end; problems go to the findings, a broken document raises `Refusal`."""
        handlers: dict[str, Callable[[etree._Element], None]] = {
            "header": self._header,
            "customerSupplier": self._customer,
            "ledgerAccount": self._account,
            "obLine": self._opening_line,
            "obSbLine": self._opening_item,
            "openingBalance": self._opening_end,
            "trLine": self._line,
            "transaction": self._transaction_end,
            "sbLine": self._subledger_line,
            "subledger": self._subledger_end,
            "transactions": self._end,
        }
        for element in xml.stream(self.source, tuple("{*}" + name for name in handlers)):
            handlers[local(element)](element)
        for customers, rows in zip(self.customers, self.rows, strict=True):
            customers.close()
            rows.close()
        if self.currency is None:
            self.findings.add(
                "De munt van de auditfile ontbreekt.",
                "Zonder munt is een bedrag niet te lezen.",
                "Exporteer de auditfile opnieuw uit het boekhoudpakket.",
                path="/auditfile/header/curCode",
            )

    @property
    def debtor_accounts(self) -> frozenset[str]:
        """Return the accounts that hold what debtors owe: by code or name, else those that sales are booked on."""
        named = self._named_accounts()
        return (named or frozenset(account for account, cents in self.sold.items() if cents > 0)) | self.own

    @property
    def heads_count(self) -> bool:
        """Return whether journals leave a side of their bookings to their heads: the lines alone have no balance."""
        return self._totals.balance_cents != 0

    def balance_cents(self, account: str) -> int:
        """Return the balance of an account at the end, debit positive."""
        return self._balances[account] + (self._implied_balances[account] if self.heads_count else 0)

    def part_of(self, debtor: str) -> int:
        """Return the part that a relation is in."""
        return self._ranks.setdefault(debtor, len(self._ranks)) // NEIGHBOURS % PARTS

    def _named_accounts(self) -> frozenset[str]:
        """Return the accounts that say themselves to be of debtors; all accounts stand before the first booking."""
        if self._named is None:
            self._named = named_debtor_accounts(self.accounts)
            self.own = own_accounts(self.accounts, self.names)
        return self._named

    def _header(self, element: etree._Element) -> None:
        leaves = leaves_of(element)
        path = "/auditfile/header"
        self.currency = leaves.get("curCode")
        self._calls_sales_by_invoice = leaves.get("softwareDesc", "").casefold() == "odoo"
        self.last_day = day_of(leaves.get("endDate"), self.findings, f"{path}/endDate", line_of(element))
        self.made_on = day_of(
            leaves.get("dateCreated"), self.findings, f"{path}/dateCreated", line_of(element)
        )

    def _customer(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is None or local(parent) != "customersSuppliers":
            return
        customer = customer_of(element)
        if customer is not None and customer.number not in self.names:
            party = customer.entry.party
            names = () if customer.buys is False else (party.name or "", party.contact_name or "")
            self.names[customer.number] = names
            self.customers[self.part_of(customer.number)].append(customer)
        forget(element)

    def _account(self, element: etree._Element) -> None:
        leaves = leaves_of(element)
        if "accID" in leaves:
            account = account_of(element, leaves)
            self.accounts[account.number] = account
        forget(element)

    def _opening_line(self, element: etree._Element) -> None:
        leaves = leaves_of(element)
        cents = self._cents(leaves, "obLine", element, self._opening_totals)
        if cents is not None:
            account = self._account_number(leaves, cents, "obLine", element)
            self.opening[account] += cents
            self._balances[account] += cents
            self._opening_lines[leaves.get("nr", "")] = account
        forget(element)

    def _opening_item(self, element: etree._Element) -> None:
        leaves = leaves_of(element)
        cents = self._cents(leaves, "obSbLine", element, None)
        if cents is not None and self._is_of_debtors(element, leaves):
            row = subledger_row(element, OPENING, cents, self._journal_kinds, self.findings)
            self._keep(
                row._replace(account=row.account or self._opening_lines.get(leaves.get("obLineNr", "")))
            )
        forget(element)

    def _opening_end(self, element: etree._Element) -> None:
        self.opening_in_balance = check_opening(self._opening_totals, leaves_of(element), self.findings)
        forget(element)

    def _line(self, element: etree._Element) -> None:
        booking = self._booking(element)
        leaves = leaves_of(element)
        cents = self._cents(leaves, "trLine", element, self._totals)
        if cents is not None:
            account, debtor = self._account_number(leaves, cents, "trLine", element), leaves.get("custSupID")
            self._balances[account] += cents
            if debtor and booking.journal_kind == "S" and not self._is_of_profit(account):
                self.sold[account] += cents
            self._transaction.add(leaves, cents, earns=cents < 0 and self._is_of_profit(account))
            if self._may_be_a_debtors(account, debtor):
                row = ledger_row(element, leaves, cents, booking, self.findings)
                self._transaction.rows.append(row._replace(debtor=account) if account in self.own else row)
        forget(element)

    def _transaction_end(self, element: etree._Element) -> None:
        booking = self._booking_of(element)
        current, self._transaction = self._transaction, Transaction()
        for row in current.rows:
            self._keep(row._replace(payment=False) if row.cents > 0 and current.earns else row)
        offset = booking.offset_account
        if current.cents and offset and offset not in current.accounts:
            self._implied.add(-current.cents, negative=False)
            self._implied_balances[offset] -= current.cents
            shared = current.shared()
            if self._may_be_a_debtors(offset, shared.get("custSupID")):
                leaves = {"accID": offset, **shared}
                row = ledger_row(element, leaves, -current.cents, booking, self.findings)
                self._keep(row._replace(origin=IMPLIED))
        self._in_transaction = None
        forget(element)

    def _subledger_line(self, element: etree._Element) -> None:
        leaves = leaves_of(element)
        cents = self._cents(leaves, "sbLine", element, self._subledger_totals)
        if cents is not None and self._is_of_debtors(element, leaves):
            self._keep(subledger_row(element, SUBLEDGER, cents, self._journal_kinds, self.findings))
        forget(element)

    def _subledger_end(self, element: etree._Element) -> None:
        said = said_totals(leaves_of(element))
        if said is not None and not self._subledger_totals.agree_with(*said):
            self.subledgers_agree = False
        self._subledger_totals = Totals()
        forget(element)

    def _end(self, element: etree._Element) -> None:
        self.has_transactions = True
        check_bookings(self._totals, self._implied, leaves_of(element), self.findings)

    def _cents(
        self, leaves: Leaves, place: str, element: etree._Element, totals: Totals | None
    ) -> int | None:
        """Return the amount of a line and count it."""
        cents = cents_of(leaves, self.findings, place, line_of(element))
        if cents is not None and totals is not None:
            totals.add(cents, negative=leaves["amnt"].startswith("-"))
        return cents

    def _account_number(self, leaves: Leaves, cents: int, place: str, element: etree._Element) -> str:
        """Return the account of a line; one that moves money on none is a problem, for it may be a debtor's."""
        account = leaves.get("accID", "")
        if cents and not account:
            self.findings.add(
                "Een boekingsregel noemt geen rekening.",
                "Zonder accID is niet te zeggen of het bedrag van een debiteur is.",
                "Exporteer de auditfile opnieuw uit het boekhoudpakket.",
                line=line_of(element),
                path=f"{place}/accID",
            )
        return account

    def _booking(self, line: etree._Element) -> Booking:
        """Return the booking of a ledger line."""
        parent = line.getparent()
        assert parent is not None, "a line is no root: that is the auditfile"
        return self._booking_of(parent)

    def _booking_of(self, transaction: etree._Element) -> Booking:
        """Return journal and transaction, which stand before their lines."""
        if self._in_transaction is None or self._in_transaction[0] is not transaction:
            leaves = leaves_of(transaction)
            journal = self._journal(transaction.getparent())
            kind = journal.get("jrnTp", "").upper()
            booking = Booking(
                journal=journal.get("jrnID", ""),
                journal_kind=kind,
                offset_account=journal.get("offsetAccID"),
                number=leaves.get("nr"),
                day=leaves.get("trDt"),
                invoice=leaves.get("desc") if self._calls_sales_by_invoice and kind == "S" else None,
            )
            self._in_transaction = (transaction, booking)
        return self._in_transaction[1]

    def _journal(self, element: etree._Element | None) -> Leaves:
        """Return the head of a journal."""
        if element is None:
            return {}
        if self._in_journal is None or self._in_journal[0] is not element:
            leaves = leaves_of(element)
            self._in_journal = (element, leaves)
            self._journal_kinds[leaves.get("jrnID", "")] = leaves.get("jrnTp", "").upper()
        return self._in_journal[1]

    def _may_be_a_debtors(self, account: str, debtor: str | None) -> bool:
        """Test if a line must be kept; where no account says to be of debtors, sales will tell in the end."""
        named = self._named_accounts()
        if account in named or account in self.own:
            return debtor is not None or account in self.own
        return not named and debtor is not None and not self._is_of_profit(account)

    def _is_of_profit(self, account: str) -> bool:
        """Test if an account belongs to the profit and loss account."""
        found = self.accounts.get(account)
        return found is not None and found.of_profit

    def _is_of_debtors(self, element: etree._Element, leaves: Leaves) -> bool:
        """Test if a line of a subledger is a debtor's: by the subledger, by what it was, by who it is."""
        holder = element.getparent()
        kind = (holder.findtext("{*}sbType") or "").strip().upper() if holder is not None else ""
        if kind in ("CU", "C", "D"):
            return True
        if kind in ("SU", "S", "ZZ"):
            return False
        side = leaves.get("invPurSalTp", "").upper()
        return side == "S" if side in ("S", "P") else bool(self.names.get(leaves.get("custSupID", "")))

    def _keep(self, row: Row) -> None:
        """Keep a row that has a debtor in its part."""
        if row.debtor is not None:
            self.rows[self.part_of(row.debtor)].append(row)
