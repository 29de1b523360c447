"""The balances of a CAMT statement: what it opened and closed with, as the bank booked it."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from lxml import etree

from voldaan.formats.amounts import AmountError, decimal_to_cents
from voldaan.formats.bank.camt_leaves import leaves_at
from voldaan.formats.bank.camt_names import BALANCE
from voldaan.formats.bank.camt_parts import SIGNS
from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.findings import Findings

OPENING = ("OPBD", "PRCD")
CLOSING = ("CLBD",)
"""Only booked balances prove anything: interim (ITBD) and available ones (OPAV, CLAV, FWAV) are of another moment."""


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


def read_balances(statement: etree._Element, path: str, findings: Findings) -> list[Balance]:
    """Return the balances in the order of the file; a booked one that cannot be read goes to the findings."""
    found = []
    for child in statement:
        if child.tag.rpartition("}")[2] != "Bal":
            continue
        try:
            found.append(_balance(child))
        except (AmountError, DayError) as error:
            findings.add(
                "Een saldo klopt niet.",
                str(error),
                "Download het afschrift opnieuw bij de bank.",
                path=path + "/Bal",
            )
    return found


def opening_of(balances: list[Balance]) -> Balance | None:
    """Return the first opening balance, else what the one before closed with."""
    return next((b for code in OPENING for b in balances if b.code == code), None)


def closing_of(balances: list[Balance]) -> Balance | None:
    """Return the last closing balance."""
    return next((b for b in reversed(balances) if b.code in CLOSING), None)


def currencies(balances: list[Balance], *, booked: bool) -> set[str]:
    """Return the currencies of the booked balances, or of all."""
    return {b.currency for b in balances if b.currency and (b.code in OPENING + CLOSING or not booked)}


def with_signs(
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


def _balance(element: etree._Element) -> Balance:
    """Return one balance; the amount of one that proves nothing is not looked at."""
    leaves = leaves_at(element, BALANCE)
    code = leaves.get("Tp/CdOrPrtry/Cd") or leaves.get("Tp/Cd") or ""
    if code not in OPENING + CLOSING:
        return Balance(code=code, cents=0, sign=None, day=None, currency=leaves.get("Amt@Ccy"))
    day = leaves.get("Dt/Dt") or leaves.get("Dt/DtTm")
    return Balance(
        code=code,
        cents=decimal_to_cents(leaves.get("Amt", "")),
        sign=SIGNS.get(leaves.get("CdtDbtInd", "")),
        day=parse_iso_day(day) if day else None,
        currency=leaves.get("Amt@Ccy"),
    )
