"""CAMT.053: the day statement in ISO 20022, versions 01 and later.

The file is streamed: an entry is read and forgotten before the next one. A batch becomes its transactions where
their amounts add up to the entry. Opening plus entries must be closing, else the file is refused with the
difference.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product
from typing import Any

from lxml import etree

from voldaan.formats import xml
from voldaan.formats.amounts import AmountError, decimal_to_cents, format_cents
from voldaan.formats.camt053_entry import Leaves, Movement, collect, movements, table
from voldaan.formats.camt053_write import write
from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.values import Statement, Transaction

__all__ = ["Balance", "read", "recognises", "write"]

_NAMESPACE = re.compile(r"camt\.053\.001\.[0-9]{2}")
_STATEMENT = (
    "Id",
    "ElctrncSeqNb",
    "LglSeqNb",
    "Acct/Id/IBAN",
    "Acct/Id/Othr/Id",
    "Acct/Id/PrtryAcct/Id",
    "Acct/Ccy",
    "Acct/Nm",
    "Acct/Ownr/Nm",
)
_BALANCE = ("Tp/CdOrPrtry/Cd", "Tp/Cd", "Amt", "CdtDbtInd", "Dt/Dt", "Dt/DtTm")
_OTHER_KINDS = {
    "BkToCstmrAcctRpt": ("CAMT.052", "een tussentijds overzicht"),
    "BkToCstmrDbtCdtNtfctn": ("CAMT.054", "een bericht over losse bij- en afschrijvingen"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One balance of a statement. `sign` is None where the file does not say whether it is credit or debit."""

    code: str
    cents: int
    sign: int | None
    day: date | None
    currency: str | None

    @property
    def signed_cents(self) -> int:
        """Return the cents, as credit where the file does not say."""
        return self.cents * (self.sign or 1)


@dataclass(slots=True, kw_only=True)
class _Open:
    """The statement that is being read."""

    place: int
    iban: str
    currency: str | None
    problems_before: int
    movements: list[tuple[Movement, str]] = field(default_factory=list)


def recognises(data: bytes) -> bool:
    """Test if the document is a CAMT statement or one of its two sisters."""
    found = xml.root_name(data)
    child = found[1].partition("/")[2] if found else ""
    return child.startswith("BkToCstmr")


def read(data: bytes, file: str, *, keep_unbalanced: bool = False) -> tuple[Statement, ...]:
    """Return the statements of a file, or raise `Refusal` with every problem found."""
    name = xml.root_name(data)
    xml.check(data, file)
    _check_kind(name, file)
    version = _NAMESPACE.search((name[0] if name else None) or "")
    findings = Findings(file=file)
    statements = tuple(
        _statements(data, version[0] if version else "camt.053", findings, keep_unbalanced=keep_unbalanced)
    )
    findings.refuse_if_any()
    if not statements:
        raise refuse(
            file,
            "In dit CAMT.053-bestand staat geen afschrift.",
            "Er is geen element Stmt.",
            "Download het hele afschrift opnieuw bij de bank.",
        )
    return statements


def _check_kind(name: tuple[str | None, str] | None, file: str) -> None:
    """Raise `Refusal` for the sisters of the day statement."""
    child = re.sub(r"V[0-9]+$", "", name[1].partition("/")[2]) if name else ""
    if child in _OTHER_KINDS:
        kind, meaning = _OTHER_KINDS[child]
        raise refuse(
            file,
            f"Dit is een {kind}, geen dagafschrift.",
            f"{kind} is {meaning}; zonder sluitende saldi valt een ontbrekende betaling niet op.",
            "Download het dagafschrift (CAMT.053) bij de bank.",
            path=f"/Document/{child}",
        )


def _statements(
    data: bytes, version: str, findings: Findings, *, keep_unbalanced: bool
) -> Iterator[Statement]:
    """Yield each statement once its end has been read; problems go to the findings."""
    current: _Open | None = None
    count = 0
    for element in xml.stream(data, findings.file, ("{*}Ntry", "{*}Stmt")):
        parent = element.getparent()
        if element.tag.endswith("}Ntry") or element.tag == "Ntry":
            if parent is not None and _local(parent) == "Stmt":
                current = current or _opened(parent, count + 1, findings)
                _add_entry(element, parent, current, findings)
            continue
        count += 1
        current = current or _opened(element, count, findings)
        statement = _closed(element, current, version, findings)
        problems_before, current = current.problems_before, None
        _forget(element, parent)
        if statement is None or findings.count > problems_before:
            continue
        if statement.balanced is False and not keep_unbalanced:
            _add_unbalanced(statement, findings, place=count)
        yield statement


def _opened(element: etree._Element, place: int, findings: Findings) -> _Open:
    """Return a statement with its account, which stands before the entries."""
    leaves = _leaves(element, _STATEMENT)
    iban = (
        leaves.get("Acct/Id/IBAN")
        or leaves.get("Acct/Id/Othr/Id")
        or leaves.get("Acct/Id/PrtryAcct/Id")
        or ""
    )
    currency = leaves.get("Acct/Ccy", "").strip() or None
    return _Open(place=place, iban=_compact(iban), currency=currency, problems_before=findings.count)


def _leaves(element: etree._Element, paths: tuple[str, ...]) -> Leaves:
    """Return the texts at these paths under an element."""
    leaves: Leaves = {}
    collect(element, table(paths, element.tag[: -len(_local(element))]), leaves)
    return leaves


def _add_entry(element: etree._Element, parent: etree._Element, current: _Open, findings: Findings) -> None:
    """Read one entry into the open statement and let go of its memory."""
    place = len(current.movements) + 1
    path = f"Stmt[{current.place}]/Ntry[{place}]"
    try:
        current.movements.extend((m, path) for m in movements(element, own_iban=current.iban))
    except (AmountError, DayError) as error:
        findings.add(
            "Een boeking klopt niet.",
            str(error),
            "Vraag de bank om een juist afschrift; pas het bestand niet zelf aan.",
            line=_line(element),
            path=path,
        )
    element.clear()
    previous = element.getprevious()
    if previous is not None and previous.tag == element.tag:
        parent.remove(previous)


def _forget(element: etree._Element, parent: etree._Element | None) -> None:
    """Let go of a statement that has been read."""
    element.clear()
    previous = element.getprevious()
    if parent is not None and previous is not None and previous.tag == element.tag:
        parent.remove(previous)


def _closed(element: etree._Element, current: _Open, version: str, findings: Findings) -> Statement | None:
    """Return the statement at its end, or None when a problem was added."""
    path, leaves = f"Stmt[{current.place}]", _leaves(element, _STATEMENT)
    balances = _balances(element, path, findings)
    opening = _chosen(balances, ("OPBD", "PRCD"))
    closing = _chosen(balances[::-1], ("CLBD",))
    currency = current.currency or _currency(balances, current)
    if not current.iban:
        findings.add(
            "Van een afschrift ontbreekt de rekening.",
            "Acct/Id is er niet of is leeg.",
            "Download het afschrift opnieuw bij de bank.",
            path=path + "/Acct",
        )
    if currency is None:
        findings.add(
            "Van een afschrift is de munt onbekend.",
            "De rekening noemt geen munt, en de saldi of boekingen noemen er geen of verschillende.",
            "Download het afschrift opnieuw bij de bank.",
            path=path,
        )
        return None
    if {b.currency for b in (opening, closing) if b and b.currency} - {currency}:
        findings.add(
            "Een saldo heeft een andere munt dan de rekening.",
            f"De rekening is in {currency}; bedragen in verschillende munten tellen we niet op.",
            "Vraag de bank om een afschrift met saldi in de munt van de rekening.",
            path=path + "/Bal",
        )
        return None
    closing_date = closing.day if closing else None
    transactions = tuple(_transactions(current, currency, closing_date, findings))
    opening, closing = _signed(opening, closing, sum(t.amount_cents for t in transactions))
    return Statement(
        format=version,
        bank_iban=current.iban,
        currency=currency,
        number=_number(leaves),
        opening_cents=opening.signed_cents if opening else None,
        closing_cents=closing.signed_cents if closing else None,
        opening_date=opening.day if opening else None,
        closing_date=closing_date,
        transactions=transactions,
        bank_account_name=(leaves.get("Acct/Ownr/Nm") or leaves.get("Acct/Nm") or "").strip() or None,
    )


def _transactions(
    current: _Open, currency: str, closing_date: date | None, findings: Findings
) -> Iterator[Transaction]:
    """Yield the booked movements; one without a booking day was booked on the day of its statement."""
    for movement, path in current.movements:
        if movement.currency not in (None, currency):
            findings.add(
                "Een boeking heeft een andere munt dan de rekening.",
                f"De rekening is in {currency}, de boeking in {movement.currency}.",
                "Vraag de bank om een afschrift met boekingen in de munt van de rekening.",
                path=path,
            )
            continue
        booking_date = movement.booking_date or movement.value_date or closing_date
        if booking_date is None:
            findings.add(
                "Van een boeking is de dag onbekend.",
                "Boekdatum, valutadatum en de dag van het eindsaldo ontbreken.",
                "Vraag de bank om een volledig afschrift.",
                path=path,
            )
            continue
        yield movement.transaction(bank_iban=current.iban, booking_date=booking_date, currency=currency)


def _balances(element: etree._Element, path: str, findings: Findings) -> list[Balance]:
    """Return the balances of a statement in the order of the file."""
    found = []
    for child in element:
        if _local(child) != "Bal":
            continue
        try:
            found.append(_balance(_leaves(child, _BALANCE)))
        except (AmountError, DayError) as error:
            findings.add(
                "Een saldo klopt niet.",
                str(error),
                "Download het afschrift opnieuw bij de bank.",
                path=path + "/Bal",
            )
    return found


def _balance(leaves: Leaves) -> Balance:
    """Return one balance from its leaves."""
    code = (leaves.get("Tp/CdOrPrtry/Cd") or leaves.get("Tp/Cd") or "").strip()
    day = leaves.get("Dt/Dt") or leaves.get("Dt/DtTm")
    return Balance(
        code=code,
        cents=decimal_to_cents(leaves.get("Amt", "")) if code in ("OPBD", "PRCD", "CLBD") else 0,
        sign={"CRDT": 1, "DBIT": -1}.get(leaves.get("CdtDbtInd", "").strip()),
        day=parse_iso_day(day) if day else None,
        currency=leaves.get("Amt@Ccy"),
    )


def _chosen(balances: list[Balance], codes: tuple[str, ...]) -> Balance | None:
    """Return the first balance with one of these codes, the earlier code first."""
    return next((b for code in codes for b in balances if b.code == code), None)


def _signed(
    opening: Balance | None, closing: Balance | None, movement_cents: int
) -> tuple[Balance | None, Balance | None]:
    """Return the two balances with a sign: credit where the file is silent, unless only debit makes it add up."""
    if opening is None or closing is None:
        return opening, closing
    for one, other in product(
        (opening.sign,) if opening.sign else (1, -1), (closing.sign,) if closing.sign else (1, -1)
    ):
        if one * opening.cents + movement_cents == other * closing.cents:
            return replace(opening, sign=one), replace(closing, sign=other)
    return opening, closing


def _currency(balances: list[Balance], current: _Open) -> str | None:
    """Return the currency that balances and entries agree on, None where they do not."""
    named = {b.currency for b in balances if b.currency and b.code in ("OPBD", "PRCD", "CLBD")}
    named = named or {m.currency for m, _ in current.movements if m.currency}
    return named.pop() if len(named) == 1 else None


def _number(leaves: Leaves) -> str | None:
    """Return the number of a statement: the bank's sequence number, else its id."""
    return (leaves.get("ElctrncSeqNb") or leaves.get("LglSeqNb") or leaves.get("Id") or "").strip() or None


def _add_unbalanced(statement: Statement, findings: Findings, *, place: int) -> None:
    """Add the problem of a statement whose entries do not lead from its opening to its closing balance."""
    assert statement.opening_cents is not None and statement.closing_cents is not None
    total = sum(t.amount_cents for t in statement.transactions)
    difference = statement.closing_cents - statement.opening_cents - total
    findings.add(
        f"Afschrift {statement.number or place} telt niet op: "
        f"het verschil is {format_cents(difference)} {statement.currency}.",
        f"Beginsaldo {format_cents(statement.opening_cents)} en boekingen {format_cents(total)} geven niet het "
        f"eindsaldo {format_cents(statement.closing_cents)}; er ontbreekt iets of er is iets veranderd.",
        "Download het hele afschrift opnieuw bij de bank en lever het onbewerkt aan.",
        path=f"Stmt[{place}]",
    )


def _line(element: etree._Element) -> int | None:
    """Return the line of an element in the file."""
    line: Any = element.sourceline
    return line if isinstance(line, int) else None


def _local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _compact(text: str) -> str:
    """Return an account without spaces."""
    return "".join(text.split()).upper()
