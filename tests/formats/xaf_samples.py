"""Auditfiles that we write ourselves: fictional firms, in every version of the format."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import pytest

from voldaan.formats import auditfile
from voldaan.formats.amounts import cents_to_decimal
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorList, OpenItemList, Refusal

NAMESPACES = {
    "3.0": "http://www.auditfiles.nl/XAF/3.0",
    "3.1": "http://www.auditfiles.nl/XAF/3.1",
    "3.2": "http://www.auditfiles.nl/XAF/3.2",
    "3.2.1": "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.0/structures/XmlAuditfileFinancieel3.2.1",
    "4.0": "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0",
}

Leaf = dict[str, str]


def line(account: str, cents: int, **leaves: str) -> Leaf:
    """Return a ledger line, debit positive."""
    return {
        "accID": account,
        "docRef": "",
        "amnt": cents_to_decimal(abs(cents)),
        "amntTp": "D" if cents >= 0 else "C",
        **leaves,
    }


@dataclass
class Transaction:
    number: str
    lines: list[Leaf]
    day: str = "2025-03-01"


@dataclass
class Journal:
    number: str
    kind: str
    transactions: list[Transaction]
    offset: str | None = None


@dataclass
class Ledger:
    """A year of bookkeeping, to be written as an auditfile."""

    journals: list[Journal] = field(default_factory=list)
    customers: list[str] = field(
        default_factory=lambda: [customer("D1", "Bakkerij Korst"), customer("D2", "Slagerij Ham")]
    )
    accounts: list[Leaf] = field(default_factory=lambda: [*ACCOUNTS])
    opening: list[tuple[str, int]] = field(default_factory=list)
    opening_items: list[Leaf] = field(default_factory=list)
    subledger: list[Leaf] = field(default_factory=list)
    subledger_kind: str = "CU"
    totals: tuple[int, int] | None = None
    head: Leaf = field(default_factory=dict)


ACCOUNTS: tuple[Leaf, ...] = (
    {"accID": "1300", "accDesc": "Debiteuren", "accTp": "B"},
    {"accID": "1310", "accDesc": "Voorziening dubieuze debiteuren", "accTp": "B"},
    {"accID": "1100", "accDesc": "Bank", "accTp": "B"},
    {"accID": "1600", "accDesc": "Crediteuren", "accTp": "B"},
    {"accID": "1800", "accDesc": "Btw", "accTp": "B"},
    {"accID": "0500", "accDesc": "Eigen vermogen", "accTp": "B"},
    {"accID": "8000", "accDesc": "Omzet", "accTp": "P"},
)


def customer(number: str, name: str, kind: str | None = "C", more: str = "") -> str:
    """Return a relation; `more` is the markup that follows its kind."""
    said = f"<custSupTp>{kind}</custSupTp>" if kind else ""
    return (
        f"<customerSupplier><custSupID>{number}</custSupID><custSupName>{escape(name)}</custSupName>{said}{more}"
        "</customerSupplier>"
    )


def sale(number: str, debtor: str, cents: int, **leaves: str) -> Transaction:
    """Return an invoice of so many cents with VAT, booked on 1300."""
    named = {"custSupID": debtor, "invRef": number, **leaves}
    vat = cents * 21 // 121
    return Transaction(
        number=f"V{number}",
        lines=[line("1300", cents, **named), line("8000", vat - cents), line("1800", -vat)],
    )


def payment(number: str, debtor: str, cents: int, **leaves: str) -> Transaction:
    """Return money received of a debtor."""
    return Transaction(
        number=number,
        lines=[line("1100", cents), line("1300", -cents, custSupID=debtor, **leaves)],
        day="2025-04-01",
    )


def sales(*transactions: Transaction) -> Journal:
    return Journal("70", "S", list(transactions))


def bank(*transactions: Transaction) -> Journal:
    return Journal("20", "B", list(transactions))


def memorial(*transactions: Transaction) -> Journal:
    return Journal("90", "M", list(transactions))


def xaf(ledger: Ledger, version: str = "3.2") -> bytes:
    """Return the ledger as an auditfile of a version, with its own totals unless others are given."""
    head = {
        "fiscalYear": "2025",
        "startDate": "2025-01-01",
        "endDate": "2025-12-31",
        "curCode": "EUR",
        "dateCreated": "2026-01-15",
        **ledger.head,
    }
    body = [
        "<company><companyName>Groothandel De Linde</companyName><customersSuppliers>",
        *ledger.customers,
        "</customersSuppliers><generalLedger>",
        *(f"<ledgerAccount>{_leaves(account)}</ledgerAccount>" for account in ledger.accounts),
        "</generalLedger>",
        _opening(ledger),
        _transactions(ledger),
        "</company>",
    ]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<auditfile xmlns="{NAMESPACES[version]}">'
        f"<header>{_leaves(head)}</header>{''.join(body)}</auditfile>\n"
    ).encode()


YEAR = Ledger(
    journals=[
        sales(sale("2025-1", "D1", 121000), sale("2025-2", "D1", 60500), sale("2025-3", "D2", 12100)),
        bank(payment("B1", "D1", 121000, invRef="2025-1"), payment("B2", "D2", 2100, invRef="2025-3")),
    ]
)


def read(ledger: Ledger, version: str = "3.2") -> tuple[DebtorList, OpenItemList]:
    data = xaf(ledger, version)
    assert auditfile.recognises(data[:65536])
    debtors, items = auditfile.read(Source.of_bytes(data, "2025.xaf"))
    assert isinstance(debtors, DebtorList)
    assert isinstance(items, OpenItemList)
    return debtors, items


def open_of(ledger: Ledger, version: str = "3.2") -> dict[str, int]:
    return {item.number: item.open_cents for item in read(ledger, version)[1].items}


def refusal(data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        auditfile.read(Source.of_bytes(data, "2025.xaf"))
    assert all(problem.how_to_fix for problem in caught.value.problems)
    return " ".join(f"{problem.what} {problem.why}" for problem in caught.value.problems)


def said(items: OpenItemList) -> str:
    return " ".join(remark.what for remark in items.remarks)


def _opening(ledger: Ledger) -> str:
    """Return the opening balance; equity takes what is left, so that it is in balance."""
    if not ledger.opening:
        return ""
    rest = -sum(cents for _, cents in ledger.opening)
    lines = [line(account, cents) for account, cents in (*ledger.opening, ("0500", rest)) if cents]
    written = "".join(
        f"<obLine><nr>{place}</nr>{_leaves(one)}</obLine>" for place, one in enumerate(lines, 1)
    )
    items = "".join(
        f"<obSbLine><nr>{place}</nr>{_leaves(one)}</obSbLine>"
        for place, one in enumerate(ledger.opening_items)
    )
    subledger = (
        f"<obSubledgers><obSubledger><sbType>{ledger.subledger_kind}</sbType>{items}</obSubledger></obSubledgers>"
        if items
        else ""
    )
    return f"<openingBalance>{_totals(lines)}{written}{subledger}</openingBalance>"


def _transactions(ledger: Ledger) -> str:
    every = [one for journal in ledger.journals for booked in journal.transactions for one in booked.lines]
    totals = _totals(every, ledger.totals)
    journals = "".join(_journal(journal) for journal in ledger.journals)
    written = "".join(
        f"<sbLine><nr>{place}</nr>{_leaves(one)}</sbLine>" for place, one in enumerate(ledger.subledger)
    )
    subledger = (
        f"<subledgers><subledger><sbType>{ledger.subledger_kind}</sbType>{_totals(ledger.subledger)}{written}"
        "</subledger></subledgers>"
        if written
        else ""
    )
    return f"<transactions>{totals}{journals}{subledger}</transactions>"


def _journal(journal: Journal) -> str:
    head = {
        "jrnID": journal.number,
        "desc": "Dagboek",
        "jrnTp": journal.kind,
        "offsetAccID": journal.offset or "",
    }
    booked = "".join(
        f"<transaction><nr>{one.number}</nr><periodNumber>1</periodNumber><trDt>{one.day}</trDt>"
        + "".join(f"<trLine><nr>{place}</nr>{_leaves(leaf)}</trLine>" for place, leaf in enumerate(one.lines))
        + "</transaction>"
        for one in journal.transactions
    )
    return f"<journal>{_leaves(head)}{booked}</journal>"


def _totals(lines: Sequence[Leaf], said: tuple[int, int] | None = None) -> str:
    cents = [round(float(one["amnt"]) * 100) * (1 if one["amntTp"] == "D" else -1) for one in lines]
    debit, credit = said or (sum(c for c in cents if c > 0), -sum(c for c in cents if c < 0))
    return (
        f"<linesCount>{len(lines)}</linesCount><totalDebit>{cents_to_decimal(debit)}</totalDebit>"
        f"<totalCredit>{cents_to_decimal(credit)}</totalCredit>"
    )


def _leaves(leaves: Leaf) -> str:
    """Return elements; names with one part before a slash stand together inside one element."""
    written: dict[str, str] = {}
    for name, text in leaves.items():
        outer, _, inner = name.partition("/")
        written[outer] = written.get(outer, "") + (
            f"<{inner}>{escape(text)}</{inner}>" if inner else escape(text)
        )
    return "".join(f"<{name}>{text}</{name}>" for name, text in written.items())
