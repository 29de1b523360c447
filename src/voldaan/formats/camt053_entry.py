"""One entry of a CAMT statement: to its movements, a batch to its parts.

Only the elements named here are looked at; the rest of an entry is passed over, which is half of the speed.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from voldaan.formats.amounts import AmountError, decimal_to_cents
from voldaan.formats.days import parse_iso_day
from voldaan.formats.values import Transaction

Leaves = dict[str, str]
"""The texts of an element's leaves by their path, the first of each; an amount's currency is under `…@Ccy`."""


class Place(NamedTuple):
    """What to do at one tag: its path, what is under it, and whether its own text is wanted."""

    path: str
    under: "Table | None"
    leaf: bool
    amount: bool
    repeated: bool


Table = dict[str, Place]

_ENTRY = (
    "NtryRef",
    "Amt",
    "CdtDbtInd",
    "RvslInd",
    "Sts",
    "Sts/Cd",
    "BookgDt/Dt",
    "BookgDt/DtTm",
    "ValDt/Dt",
    "ValDt/DtTm",
    "AcctSvcrRef",
    "AddtlNtryInf",
)
_PART = (
    "Refs/EndToEndId",
    "Refs/AcctSvcrRef",
    "Amt",
    "CdtDbtInd",
    "AmtDtls/TxAmt/Amt",
    "AmtDtls/InstdAmt/Amt",
    *(
        f"RltdPties/{ultimate}{side}/{name}"
        for ultimate in ("", "Ultmt")
        for side in ("Dbtr", "Cdtr")
        for name in ("Nm", "Pty/Nm")
    ),
    *(f"RltdPties/{side}Acct/Id/{kind}" for side in ("Dbtr", "Cdtr") for kind in ("IBAN", "Othr/Id")),
    "RmtInf/Ustrd",
    "RmtInf/Strd/AddtlRmtInf",
    "RmtInf/Strd/CdtrRefInf/Ref",
    "RmtInf/Strd/CdtrRefInf/CdtrRef",
    "RtrInf/Rsn/Cd",
    "RtrInf/Rsn/Prtry",
    "RtrInf/RtrRsn/Cd",
    "RtrInf/RtrRsn/Prtry",
    "AddtlTxInf",
)
_REPEATED = {
    "RmtInf/Ustrd",
    "RmtInf/Strd/AddtlRmtInf",
    "RmtInf/Strd/CdtrRefInf/Ref",
    "RmtInf/Strd/CdtrRefInf/CdtrRef",
}
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")
_PART_AMOUNTS = ("AmtDtls/TxAmt/Amt", "Amt", "AmtDtls/InstdAmt/Amt")
_RETURNED = frozenset(("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/RtrRsn/Cd", "RtrInf/RtrRsn/Prtry"))
_UNKNOWN = {"", "NOTPROVIDED", "NOT PROVIDED"}


class Movement(NamedTuple):
    """One movement before its statement is known to the end."""

    booking_date: date | None
    value_date: date | None
    amount_cents: int
    currency: str | None
    counterparty_name: str | None
    counterparty_iban: str | None
    remittance: str
    payment_reference: str | None
    end_to_end_id: str | None
    bank_reference: str | None
    reversal: bool

    def transaction(self, *, bank_iban: str, booking_date: date, currency: str) -> Transaction:
        """Return the transaction on its account."""
        return Transaction(
            bank_iban=bank_iban,
            booking_date=booking_date,
            value_date=self.value_date,
            amount_cents=self.amount_cents,
            currency=currency,
            counterparty_name=self.counterparty_name,
            counterparty_iban=self.counterparty_iban,
            remittance=self.remittance,
            payment_reference=self.payment_reference,
            end_to_end_id=self.end_to_end_id,
            bank_reference=self.bank_reference,
            reversal=self.reversal,
        )


def table(paths: Sequence[str], namespace: str) -> Table:
    """Return the table that finds these paths in a namespace (`{…}` or nothing)."""
    made: Table = {}
    firsts = dict.fromkeys(path.partition("/")[0] for path in paths)
    for first in firsts:
        made[namespace + first] = _place(
            first, [p for p in paths if p.partition("/")[0] == first], namespace, ""
        )
    return made


def _place(name: str, paths: list[str], namespace: str, above: str) -> Place:
    """Return the place of one name, with everything that is wanted under it."""
    path = above + name
    below = [p.partition("/")[2] for p in paths if "/" in p]
    under = {
        namespace + first: _place(
            first, [p for p in below if p.partition("/")[0] == first], namespace, path + "/"
        )
        for first in dict.fromkeys(p.partition("/")[0] for p in below)
    }
    return Place(
        path=path, under=under or None, leaf=name in paths, amount=name == "Amt", repeated=path in _REPEATED
    )


def collect(element: etree._Element, wanted: Table, leaves: Leaves) -> None:
    """Put the wanted texts under an element into `leaves`."""
    for child in element:
        place = wanted.get(child.tag)
        if place is None:
            continue
        path, under, leaf, amount, repeated = place
        if under is not None:
            collect(child, under, leaves)
        if not leaf or (text := child.text) is None or not (text := text.strip()):
            continue
        if path not in leaves:
            leaves[path] = text
            if amount and (currency := child.get("Ccy")) is not None:
                leaves[path + "@Ccy"] = currency
        elif repeated:
            leaves[path] += "\n" + text


@lru_cache(maxsize=64)
def _tables(namespace: str) -> tuple[Table, Table]:
    """Return the tables of an entry and of a transaction in it."""
    return table(_ENTRY, namespace), table(_PART, namespace)


def movements(element: etree._Element, *, own_iban: str) -> Iterator[Movement]:
    """Yield the booked movements of one entry; nothing for one that is pending or only information."""
    entry, parts = _split(element)
    status = entry.get("Sts") or entry.get("Sts/Cd")
    if status not in (None, "BOOK"):
        return
    cents = _signed(entry.get("Amt"), entry.get("CdtDbtInd"))
    part_cents = _parts(parts, entry, cents)
    if part_cents is None:
        yield _movement(entry, _merged(parts), cents, own_iban)
        return
    for part, amount in zip(parts, part_cents, strict=True):
        yield _movement(entry, part, amount, own_iban)


def _split(element: etree._Element) -> tuple[Leaves, list[Leaves]]:
    """Return the leaves of the entry itself, and those of each of its transactions."""
    namespace = element.tag[: -len("Ntry")]
    of_entry, of_part = _tables(namespace)
    entry: Leaves = {}
    collect(element, of_entry, entry)
    parts: list[Leaves] = []
    for details in element.iterchildren(namespace + "NtryDtls"):
        for detail in details.iterchildren(namespace + "TxDtls"):
            part: Leaves = {}
            collect(detail, of_part, part)
            parts.append(part)
    return entry, parts


def _parts(parts: list[Leaves], entry: Leaves, cents: int) -> list[int] | None:
    """Return the amount of each part, or None where they do not carry amounts that add up to the entry."""
    if len(parts) < 2:
        return None
    currency, direction = entry.get("Amt@Ccy"), entry.get("CdtDbtInd")
    for path in _PART_AMOUNTS:
        if not all(p.get(path) and p.get(path + "@Ccy") in (None, currency) for p in parts):
            continue
        amounts = [_signed(p.get(path), p.get("CdtDbtInd") or direction) for p in parts]
        if sum(amounts) == cents:
            return amounts
    return None


def _merged(parts: list[Leaves]) -> Leaves:
    """Return the leaves that may speak for the entry: of its one part, or what all parts agree on."""
    if len(parts) == 1:
        return parts[0]
    merged: Leaves = {}
    for path in dict.fromkeys(path for part in parts for path in part):
        values = [part[path] for part in parts if path in part]
        if path == "RmtInf/Ustrd":
            merged[path] = "\n".join(values)
        elif len(values) == len(parts) and len(set(values)) == 1:
            merged[path] = values[0]
    return merged


def _movement(entry: Leaves, part: Leaves, cents: int, own_iban: str) -> Movement:
    """Return one movement from the leaves of its entry and of its part."""
    reversal = not _RETURNED.isdisjoint(part) or entry.get("RvslInd") in ("true", "1")
    name, iban = _counterparty(part, cents, own_iban, reversal=reversal)
    booking, value = _day(entry, "BookgDt"), _day(entry, "ValDt")
    end_to_end_id = part.get("Refs/EndToEndId")
    return Movement(
        booking_date=booking,
        value_date=value,
        amount_cents=cents,
        currency=entry.get("Amt@Ccy"),
        counterparty_name=name,
        counterparty_iban=iban,
        remittance=_remittance(entry, part),
        payment_reference=_reference(part),
        end_to_end_id=None if end_to_end_id is None or end_to_end_id.upper() in _UNKNOWN else end_to_end_id,
        bank_reference=part.get("Refs/AcctSvcrRef") or entry.get("AcctSvcrRef") or entry.get("NtryRef"),
        reversal=reversal,
    )


def _counterparty(
    part: Leaves, cents: int, own_iban: str, *, reversal: bool
) -> tuple[str | None, str | None]:
    """Return name and account of the other side.

    Money that comes in has a debtor. A movement that is taken back may still name the parties of the first
    one, so there the side that is not this account is taken.
    """
    sides = ("Dbtr", "Cdtr") if cents >= 0 else ("Cdtr", "Dbtr")
    for side in sides if reversal else sides[:1]:
        iban = _iban(part, side)
        name = (
            part.get(f"RltdPties/{side}/Nm")
            or part.get(f"RltdPties/{side}/Pty/Nm")
            or part.get(f"RltdPties/Ultmt{side}/Nm")
            or part.get(f"RltdPties/Ultmt{side}/Pty/Nm")
        )
        if (name or iban) and (iban is None or iban != own_iban):
            return name, iban
    return None, None


def _iban(part: Leaves, side: str) -> str | None:
    """Return the account of one side where it is an IBAN."""
    text = part.get(f"RltdPties/{side}Acct/Id/IBAN") or part.get(f"RltdPties/{side}Acct/Id/Othr/Id") or ""
    compact = "".join(text.split()).upper()
    return compact if _IBAN.fullmatch(compact) else None


def _remittance(entry: Leaves, part: Leaves) -> str:
    """Return what the payer wrote; where there is no such field, what the bank wrote about the entry."""
    for source, path in (
        (part, "RmtInf/Ustrd"),
        (part, "RmtInf/Strd/AddtlRmtInf"),
        (part, "AddtlTxInf"),
        (entry, "AddtlNtryInf"),
    ):
        text = source.get(path)
        if text and (tidy := " ".join(text.split())):
            return tidy
    return ""


def _reference(part: Leaves) -> str | None:
    """Return the one structured reference without spaces; several references are none."""
    text = part.get("RmtInf/Strd/CdtrRefInf/Ref") or part.get("RmtInf/Strd/CdtrRefInf/CdtrRef")
    if text is None:
        return None
    found = {"".join(reference.split()) for reference in text.split("\n")} - {""}
    return found.pop() if len(found) == 1 else None


def _day(leaves: Leaves, name: str) -> date | None:
    """Return the day of a date-or-moment element."""
    text = leaves.get(name + "/Dt") or leaves.get(name + "/DtTm")
    return parse_iso_day(text) if text else None


def _signed(amount: str | None, direction: str | None) -> int:
    """Return the cents with their sign, or say what is missing."""
    if amount is None:
        raise AmountError("Het bedrag ontbreekt.")
    if direction not in ("CRDT", "DBIT"):
        raise AmountError("CRDT of DBIT ontbreekt, dus het is onbekend of er geld bij of af ging.")
    cents = decimal_to_cents(amount)
    return cents if direction == "CRDT" else -cents
