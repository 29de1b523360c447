"""CAMT.052, CAMT.053 and CAMT.054 of ISO 20022, version 01 and later: reports, statements, notifications.

The file is streamed: an entry is read and forgotten before the next one, and so is a transaction in a batch. A batch
becomes its transactions where their amounts add up to the entry. Opening plus entries must be closing, else the file
is refused with the difference; a statement without one of them is taken, and said to be not provable.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from voldaan.formats import xml
from voldaan.formats.amounts import AmountError
from voldaan.formats.bank.camt_entry import Account, is_booked, is_whole_batch, movements
from voldaan.formats.bank.camt_leaves import Leaves, Readers, local_name
from voldaan.formats.bank.camt_names import MESSAGES, PART, STATEMENTS, WHOLE_ENTRY
from voldaan.formats.bank.camt_statement import (
    Open,
    account_in,
    add_unbalanced,
    add_unknown_currency,
    close_statement,
    open_statement,
)
from voldaan.formats.bank.camt_write import write
from voldaan.formats.days import DayError
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.source import Source
from voldaan.formats.spool import Spool
from voldaan.formats.values import Statement

__all__ = ["read", "recognises", "write"]

_MESSAGE = re.compile(rf"({'|'.join(MESSAGES)})(?:V[0-9]+)?")
_NAMES_LOOKED_AT = 80
"""A message may be in an envelope with a business header of some thirty elements."""


def recognises(head: bytes) -> bool:
    """Test if the document holds one of the three messages."""
    return _message(head) is not None


def read(source: Source, *, keep_unbalanced: bool = False) -> tuple[Statement, ...]:
    """Return the statements of a file, or raise `Refusal` with every problem found."""
    findings = Findings(file=source.name)
    statements = tuple(_Reading(source, findings, keep_unbalanced=keep_unbalanced).statements())
    findings.refuse_if_any()
    if not statements:
        name, element, _ = MESSAGES[_message(source.head) or "BkToCstmrStmt"]
        raise refuse(
            source.name,
            f"In dit {name.upper()}-bestand staat geen afschrift.",
            f"Er is geen element {element}.",
            "Download het hele afschrift opnieuw bij de bank.",
        )
    return statements


def _message(head: bytes) -> str | None:
    """Return which of the three messages a document holds."""
    for _, name in xml.first_names(head, _NAMES_LOOKED_AT):
        found = _MESSAGE.fullmatch(name)
        if found:
            return found[1]
    return None


class _Reading:
    """One file while it is read; its problems go to the findings."""

    def __init__(self, source: Source, findings: Findings, *, keep_unbalanced: bool) -> None:
        self._source = source
        self._findings = findings
        self._keep_unbalanced = keep_unbalanced
        self._entries, self._parts = Readers(WHOLE_ENTRY), Readers(PART, above="TxDtls/")
        self._waiting: Spool[Leaves] = source.shelf.spool()
        """The transactions of the entry that is not complete yet, once there are two."""
        self._first: etree._Element | None = None
        """Its first transaction, read with the entry if it stays the only one."""
        self._open: Open | None = None
        self._count = 0

    def statements(self) -> Iterator[Statement]:
        """Yield each statement once its end has been read."""
        tags = tuple("{*}" + name for name in ("TxDtls", "Ntry", *STATEMENTS))
        for element in xml.stream(self._source, tags):
            tag = element.tag
            if tag.endswith("TxDtls"):
                self._add_part(element)
            elif tag.endswith("Ntry"):
                self._add_entry(element)
                xml.forget(element)
            elif _is_statement(element):
                yield from self._closed(element)
                xml.forget(element)

    def _add_part(self, element: etree._Element) -> None:
        """Keep the first transaction of an entry as it is; from the second on, read them and let go of them."""
        if self._first is None:
            self._first = element
            return
        if not self._waiting:
            self._waiting.append(self._parts.leaves(self._first))
            self._first.clear()
        self._waiting.append(self._parts.leaves(element))
        xml.forget(element)

    def _opened(self, element: etree._Element) -> Open:
        """Return the statement that begins."""
        return open_statement(element, self._source, self._findings, place=self._count + 1)

    def _closed(self, element: etree._Element) -> Iterator[Statement]:
        """Yield the statement that ends, unless something is wrong with it."""
        current, self._open = self._open or self._opened(element), None
        self._count += 1
        statement = close_statement(element, current, self._findings)
        if statement is None:
            return
        if statement.balanced is False:
            found = Findings(file=self._source.name) if self._keep_unbalanced else self._findings
            add_unbalanced(statement, current, found, place=self._count)
            if self._keep_unbalanced:
                statement = replace(statement, remarks=(*found.problems, *statement.remarks))
        yield statement

    def _read_entry(self, element: etree._Element) -> tuple[Leaves, Sequence[Leaves]]:
        """Return the leaves of an entry and of its transactions; those of a single one are among its own."""
        entry = self._entries.leaves(element)
        parts: Sequence[Leaves] = () if self._first is None else (entry,)
        self._first = None
        if self._waiting:
            parts, self._waiting = self._waiting, self._source.shelf.spool()
        return entry, parts

    def _add_entry(self, element: etree._Element) -> None:
        """Add the movements of one entry to the open statement, or its problem."""
        entry, parts = self._read_entry(element)
        if self._open is None:
            statement = element.getparent()
            if statement is None or not _is_statement(statement):
                return
            self._open = self._opened(statement)
        current = self._open
        current.counts.entries += 1
        if not is_booked(entry):
            current.counts.left_out += 1
            current.last_currency = current.last_currency or entry.get("Amt@Ccy")
            return
        account = self._account(entry, current)
        if account is None:
            return
        before = len(current.transactions)
        try:
            for movement in movements(entry, parts, account):
                current.transactions.append(movement)
                current.cents += movement.amount_cents
        except (AmountError, DayError) as error:
            line: object = element.sourceline
            self._findings.add(
                "Een boeking klopt niet.",
                str(error),
                "Vraag de bank om een juist afschrift; pas het bestand niet zelf aan.",
                line=line if isinstance(line, int) else None,
                path=current.entry_path,
            )
        count = len(current.transactions) - before
        current.counts.whole_batches += is_whole_batch(entry, parts, count)

    def _account(self, entry: Leaves, current: Open) -> Account | None:
        """Return the account of an entry, None after a problem; the first entry may tell the currency."""
        currency = entry.get("Amt@Ccy")
        if current.account is None and currency is not None:
            current.account = account_in(currency, current)
        account = current.account
        if account is None:
            add_unknown_currency(current, self._findings)
        elif currency is not None and currency != account.currency:
            self._findings.add(
                "Een boeking heeft een andere munt dan de rekening.",
                f"De rekening is in {account.currency}, de boeking in {currency}.",
                "Vraag de bank om een afschrift met boekingen in de munt van de rekening.",
                path=current.entry_path,
            )
            return None
        return account


def _is_statement(element: etree._Element) -> bool:
    """Test if an element is one account's part of a message, and not of the same name elsewhere."""
    parent = element.getparent()
    return (
        local_name(element) in STATEMENTS
        and parent is not None
        and _MESSAGE.fullmatch(local_name(parent)) is not None
    )
