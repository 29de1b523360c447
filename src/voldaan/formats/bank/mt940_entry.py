"""One movement of an MT940: the `:61:` with its supplement, and the words behind it in the dialect of their bank."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from voldaan.domain.identifiers import is_valid_betalingskenmerk
from voldaan.formats.bank.mt940_balances import cents_of, six_digits
from voldaan.formats.bank.mt940_fields import Field
from voldaan.formats.bank.mt940_remittance import read_words
from voldaan.formats.bank.mt940_words import Words, iban_in
from voldaan.formats.days import DayError, make_day
from voldaan.formats.values import Transaction

_ENTRY = re.compile(
    r"(?P<value>[0-9]{6})(?P<entry>[0-9]{4}|\s{4})?\s*(?P<mark>[REre]?[CDcd])(?P<funds>[A-Z])?"
    r"(?P<amount>[0-9]+(?:[,.][0-9]{0,2})?)(?![0-9.,])\s*(?P<type>[NSF].{3}|[NSF].{0,2}$)?(?P<rest>.*)",
)
_VOLKSBANK = ("SNSB", "ASNB", "RBRB")
_RETURNED_ITEM = "RTI"
_CHARGES = "CHG"
_ACCEPTGIRO = "ACC"


class Movement(NamedTuple):
    """A movement of a file: what it says, and what the statement must know of it."""

    transaction: Transaction
    batch: bool
    """One movement for many, whose parts are not in the file."""
    expected: bool
    """The bank expects it (EC, ED): no money has moved yet."""


def read_entry(entry: Field, lines: list[str], iban: str, currency: str) -> Movement | None:
    """Return the movement of a `:61:` and the lines of its `:86:`, None where the `:61:` is unreadable.

    Raises `AmountError` and `DayError` where an amount or a day cannot be.
    """
    parts = _ENTRY.fullmatch(entry.lines[0].rstrip("\x1a"))
    if parts is None:
        return None
    mark, code = parts["mark"].upper(), (parts["type"] or "")[1:]
    value_date = six_digits(parts["value"])
    cents = cents_of(parts["amount"])
    before, _, behind = parts["rest"].partition("//")
    reference, bank_reference, supplement = before.strip(), behind.strip(), entry.lines[1:]
    words = _completed(read_words(lines, supplement, reference), parts, reference, supplement)
    storno = code == "STO" and iban[4:8] in _VOLKSBANK
    transaction = Transaction(
        bank_iban=iban,
        booking_date=_entry_date(parts["entry"], value_date),
        value_date=value_date,
        # RC takes back a credit, so the money goes out; RD takes back a debit.
        amount_cents=cents if mark in ("C", "RD", "EC") else -cents,
        currency=currency,
        counterparty_name=words.name,
        counterparty_iban=words.iban,
        ultimate_name=words.ultimate_name,
        remittance=words.remittance,
        payment_reference=words.payment_reference or _written_reference(reference, bank_reference, code),
        end_to_end_id=words.end_to_end_id,
        bank_reference=bank_reference or None,
        reversal=mark[0] == "R" or words.returned or code == _RETURNED_ITEM or storno,
        return_reason=words.return_reason,
        mandate_id=words.mandate_id,
        charge=code == _CHARGES,
    )
    return Movement(transaction, words.batch, mark[0] == "E")


def _completed(words: Words, parts: re.Match[str], reference: str, supplement: list[str]) -> Words:
    """Return the words with the account and name that Rabobank, ASN and SNS put in or under the `:61:`."""
    second = supplement[0].strip() if supplement else ""
    if words.iban is None:
        in_reference = iban_in(reference)
        if in_reference:
            return words.filled(iban=in_reference, name=second or None)
        if second:
            words = words.filled(iban=iban_in(second), name=None)
    rest, code = parts["rest"], parts["type"] or ""
    if words.name is None and code[1:].isdigit() and "//" not in rest and len(rest.rstrip()) > 16:
        # Rabobank of old: the name stands behind the sixteen places of the reference.
        return words.filled(iban=None, name=rest[16:].strip() or None)
    return words


def _written_reference(reference: str, bank_reference: str, code: str) -> str | None:
    """Return the betalingskenmerk that ING puts in the place of the customer's reference, and SNS in the bank's."""
    if len(reference) == 16 and is_valid_betalingskenmerk(reference):
        return reference
    if code == _ACCEPTGIRO and len(bank_reference) == 16 and is_valid_betalingskenmerk(bank_reference):
        return bank_reference
    return None


@lru_cache(maxsize=4096)
def _entry_date(text: str | None, value_date: date) -> date:
    """Return the booking day of `mmdd` in the year that brings it nearest to the value day."""
    if text is None or not text.strip():
        return value_date
    month, day = int(text[:2]), int(text[2:])
    days = []
    for year in (value_date.year - 1, value_date.year, value_date.year + 1):
        try:
            days.append(make_day(year, month, day, text))
        except DayError:
            continue
    if not days:
        raise DayError(f"De boekdatum ‘{text}’ (maand en dag) bestaat niet.")
    return min(days, key=lambda candidate: abs(candidate - value_date))
