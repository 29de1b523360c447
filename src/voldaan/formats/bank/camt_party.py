"""Who stands on the other side of a CAMT movement."""

import re
from functools import lru_cache
from typing import NamedTuple

from voldaan.formats.bank.camt_leaves import Leaves, first_of
from voldaan.formats.bank.camt_names import ACCOUNT_NUMBERS, NAMES, SIDES

_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")
_NAMES = {
    side: (
        *(f"TxDtls/RltdPties/{side}/{name}" for name in NAMES),
        *(f"TxDtls/RltdPties/Ultmt{side}/{name}" for name in NAMES),
    )
    for side in SIDES
}
_ULTIMATE = {side: tuple(f"TxDtls/RltdPties/Ultmt{side}/{name}" for name in NAMES) for side in SIDES}
_ACCOUNT_NAMES = {side: f"TxDtls/RltdPties/{side}Acct/Nm" for side in SIDES}
_NUMBERS = {
    side: tuple(f"TxDtls/RltdPties/{side}Acct/Id/{number}" for number in ACCOUNT_NUMBERS) for side in SIDES
}


class Counterparty(NamedTuple):
    """The other side: its name, its account where that is an IBAN, and for whom it paid where that is another."""

    name: str | None = None
    iban: str | None = None
    ultimate_name: str | None = None


NOBODY = Counterparty()


def counterparty(
    part: Leaves, cents: int, *, own_iban: str, own_name: str | None, reversal: bool
) -> Counterparty:
    """Return the other side.

    Money that comes in has a debtor. A movement that is taken back may still name the parties of the first one, so
    there the side that is not this account is taken.
    """
    sides = SIDES if cents >= 0 else SIDES[::-1]
    for side in sides if reversal else sides[:1]:
        iban = _iban(part, side)
        name = first_of(part, _NAMES[side]) or part.get(_ACCOUNT_NAMES[side])
        if not (name or iban) or (iban is not None and iban == own_iban):
            continue
        if reversal and iban is None and own_name and name and name.casefold() == own_name.casefold():
            continue
        ultimate = first_of(part, _ULTIMATE[side])
        return Counterparty(name, iban, ultimate if ultimate != name else None)
    return NOBODY


def compact(text: str) -> str:
    """Return an account number without spaces."""
    return "".join(text.split()).upper()


def _iban(part: Leaves, side: str) -> str | None:
    """Return the account of one side where it is an IBAN."""
    text = first_of(part, _NUMBERS[side])
    return None if text is None else _as_iban(text)


@lru_cache(maxsize=4096)
def _as_iban(text: str) -> str | None:
    """Return the IBAN that an account number is, None where it is another kind."""
    number = compact(text)
    return number if _IBAN.fullmatch(number) else None
