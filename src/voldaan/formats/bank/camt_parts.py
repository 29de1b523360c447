"""What each part of an entry comes to: the transactions of a batch, and the charges taken out of it.

The parts count only where they come to exactly what was booked, if need be with the charges that the file names. The
rest stays one movement: the sum on the account is what the bank booked, whatever the parts say.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from voldaan.formats.amounts import AmountError, decimal_to_cents
from voldaan.formats.bank.camt_leaves import CHARGES, Leaves

_AMOUNTS = (
    "TxDtls/AmtDtls/TxAmt/Amt",
    "TxDtls/Amt",
    "TxDtls/AmtDtls/InstdAmt/Amt",
    "TxDtls/AmtDtls/CntrValAmt/Amt",
)
"""Where the amount of a part stands, the one in the account's currency first."""

_PART_CHARGES = "TxDtls/" + CHARGES
SIGNS = {"CRDT": 1, "DBIT": -1}


class Shares(NamedTuple):
    """The cents of each part, and of the charges that make them up to the entry (0 where there are none)."""

    cents: Sequence[int]
    charge_cents: int


def signed_cents(amount: str | None, direction: str | None) -> int:
    """Return the cents with their sign, or say what is missing."""
    if amount is None:
        raise AmountError("Het bedrag ontbreekt.")
    sign = SIGNS.get(direction or "")
    if sign is None:
        raise AmountError("CRDT of DBIT ontbreekt, dus het is onbekend of er geld bij of af ging.")
    return sign * decimal_to_cents(amount)


def shares(entry: Leaves, parts: Sequence[Leaves], cents: int) -> Shares | None:
    """Return what each part comes to, None where the parts do not explain the cents of the entry."""
    if len(parts) == 1 and _plainly_all(entry, next(iter(parts))):
        return Shares((cents,), 0)
    for amounts in _readings(entry, parts):
        if sum(amounts) == cents:
            return Shares(amounts, 0)
    currency = entry.get("Amt@Ccy")
    charges = {
        _charge_cents(entry.get(CHARGES), currency),
        sum(_charge_cents(part.get(_PART_CHARGES), currency) for part in parts),
    } - {0}
    for amounts in _readings(entry, parts) if charges else ():
        if cents - sum(amounts) in charges:
            return Shares(amounts, cents - sum(amounts))
    return None


def _plainly_all(entry: Leaves, part: Leaves) -> bool:
    """Test if the one part of an entry names no other amount than the entry, which is nearly always so."""
    for path in _AMOUNTS[:2]:
        amount = part.get(path)
        if amount is not None and amount != entry.get("Amt"):
            return False
    return _PART_CHARGES not in part


def _readings(entry: Leaves, parts: Sequence[Leaves]) -> Iterator[list[int]]:
    """Yield the amounts of the parts in each way in which all of them can be read, the surest first."""
    currency, direction = entry.get("Amt@Ccy"), entry.get("CdtDbtInd")
    for paths in (*((path,) for path in _AMOUNTS), _AMOUNTS):
        for own_direction in (True, False):
            amounts: list[int] = []
            for part in parts:
                path = next(
                    (p for p in paths if p in part and part.get(p + "@Ccy") in (None, currency)), None
                )
                if path is None:
                    break
                sign = (part.get("TxDtls/CdtDbtInd") or direction) if own_direction else direction
                try:
                    amounts.append(signed_cents(part[path], sign))
                except AmountError:
                    break
            else:
                yield amounts


def _charge_cents(lines: str | None, account_currency: str | None) -> int:
    """Return what the charges that are part of the amount come to, negative where the bank took them."""
    total = 0
    for line in lines.split("\n") if lines else ():
        amount, currency, direction, included = line.split(" ", 3)
        if currency in ("-", account_currency) and included in ("true", "1"):
            total += SIGNS.get(direction, -1) * decimal_to_cents(amount)
    return total
