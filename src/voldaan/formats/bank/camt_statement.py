"""The statement of a CAMT file while its entries come by: account, currency and balances, and its end."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from lxml import etree

from voldaan.formats.bank.camt_balances import (
    Balance,
    closing_of,
    currencies,
    opening_of,
    read_balances,
    with_signs,
)
from voldaan.formats.bank.camt_entry import Account
from voldaan.formats.bank.camt_leaves import Leaves, leaves_at, local_name, namespace_of
from voldaan.formats.bank.camt_names import ACCOUNT_IDS, HEADER, STATEMENT, STATEMENTS
from voldaan.formats.bank.camt_party import compact
from voldaan.formats.bank.camt_remarks import Counts, remarks
from voldaan.formats.bank.unbalanced import unbalanced
from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.findings import Findings
from voldaan.formats.source import Source
from voldaan.formats.spool import Spool
from voldaan.formats.values import Statement, Transaction

_VERSION = re.compile(r"camt\.05[234]\.001\.[0-9]{2}")
_AGAIN = "Download het afschrift opnieuw bij de bank."


@dataclass(slots=True, kw_only=True)
class Open:
    """One statement that is being read."""

    path: str
    leaves: Leaves
    header: Leaves
    balances: list[Balance]
    iban: str
    account: Account | None
    """None while no currency is known; the first booked entry then tells it."""
    problems_before: int
    transactions: Spool[Transaction]
    last_currency: str | None = None
    """The currency of balances and entries that are not booked, for a statement that has no others."""
    cents: int = 0
    """What the movements so far add up to."""
    counts: Counts = field(default_factory=Counts)

    @property
    def entry_path(self) -> str:
        """Return the place of the entry that is being read."""
        return f"{self.path}/Ntry[{self.counts.entries}]"


def open_statement(element: etree._Element, source: Source, findings: Findings, *, place: int) -> Open:
    """Return a statement with its account and balances, which stand before its entries."""
    path, problems_before = f"{local_name(element)}[{place}]", findings.count
    leaves = leaves_at(element, STATEMENT)
    message = element.getparent()
    header = None if message is None else message.find(namespace_of(element) + "GrpHdr")
    opened = Open(
        path=path,
        leaves=leaves,
        header={} if header is None else leaves_at(header, HEADER),
        balances=read_balances(element, path, findings),
        iban=compact(next((leaves[p] for p in ACCOUNT_IDS if p in leaves), "")),
        account=None,
        problems_before=problems_before,
        transactions=source.shelf.spool(),
    )
    currency = leaves.get("Acct/Ccy") or _only(currencies(opened.balances, booked=True))
    opened.last_currency = _only(currencies(opened.balances, booked=False))
    if currency:
        opened.account = account_in(currency, opened)
    return opened


def account_in(currency: str, opened: Open) -> Account:
    """Return the account of a statement in its currency."""
    leaves = opened.leaves
    closing = closing_of(opened.balances)
    return Account(
        iban=opened.iban,
        name=leaves.get("Acct/Ownr/Nm") or leaves.get("Acct/Nm"),
        currency=currency,
        day=(closing.day if closing else None) or _made(opened),
    )


def close_statement(element: etree._Element, opened: Open, findings: Findings) -> Statement | None:
    """Return the statement at its end, or None when something is wrong with it; that goes to the findings."""
    opened.transactions.close()
    _check(opened, findings)
    account = opened.account
    if account is None or findings.count > opened.problems_before:
        return None
    opening, closing = with_signs(opening_of(opened.balances), closing_of(opened.balances), opened.cents)
    version = _VERSION.search(namespace_of(element))
    name, kind = STATEMENTS[local_name(element)]
    leaves = opened.leaves
    statement = Statement(
        format=version[0] if version else name,
        kind=kind,
        bank_iban=account.iban,
        bank_account_name=account.name,
        currency=account.currency,
        number=leaves.get("ElctrncSeqNb") or leaves.get("LglSeqNb") or leaves.get("Id"),
        opening_cents=opening.signed_cents if opening else None,
        closing_cents=closing.signed_cents if closing else None,
        opening_date=opening.day if opening else None,
        closing_date=closing.day if closing else None,
        transactions=opened.transactions,
        movements_cents=opened.cents,
    )
    said = remarks(statement, leaves, opened.header, opened.counts, file=findings.file, path=opened.path)
    return replace(statement, remarks=said) if said else statement


def add_unbalanced(statement: Statement, opened: Open, findings: Findings, *, place: int) -> None:
    """Add the problem of a statement whose entries do not lead from its opening to its closing balance."""
    assert statement.opening_cents is not None and statement.closing_cents is not None
    what, why, how_to_fix = unbalanced(
        statement.number or str(place),
        statement.currency,
        statement.opening_cents,
        statement.total_cents,
        statement.closing_cents,
    )
    findings.add(what, why, how_to_fix, path=opened.path)


def _made(opened: Open) -> date | None:
    """Return the last day a statement says it is of; the day it was made counts only where it is provisional."""
    provisional = opened.path.partition("[")[0] != "Stmt"
    for name in ("FrToDt/ToDtTm", "CreDtTm") if provisional else ("FrToDt/ToDtTm",):
        if name in opened.leaves:
            try:
                return parse_iso_day(opened.leaves[name])
            except DayError:
                continue
    return None


def _check(opened: Open, findings: Findings) -> None:
    """Add what is wrong with account, currency and balances."""
    if not opened.iban:
        findings.add(
            "Van een afschrift ontbreekt de rekening.",
            "Acct/Id is er niet of is leeg.",
            _AGAIN,
            path=opened.path + "/Acct",
        )
    if opened.account is None and opened.last_currency:
        opened.account = account_in(opened.last_currency, opened)
    if opened.account is None:
        if findings.count == opened.problems_before:
            add_unknown_currency(opened, findings)
    elif currencies(opened.balances, booked=True) - {opened.account.currency}:
        findings.add(
            "Een saldo heeft een andere munt dan de rekening.",
            f"De rekening is in {opened.account.currency}; bedragen in verschillende munten tellen we niet op.",
            "Vraag de bank om een afschrift met saldi in de munt van de rekening.",
            path=opened.path + "/Bal",
        )


def add_unknown_currency(opened: Open, findings: Findings) -> None:
    """Add the problem of a statement that nowhere says in which currency it is."""
    findings.add(
        "Van een afschrift is de munt onbekend.",
        "De rekening noemt geen munt, en de saldi of boekingen noemen er geen of verschillende.",
        _AGAIN,
        path=opened.path,
    )


def _only(found: set[str]) -> str | None:
    """Return the one that was found, None where there is none or there are several."""
    return next(iter(found)) if len(found) == 1 else None
