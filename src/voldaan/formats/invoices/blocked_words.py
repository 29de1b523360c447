"""A blocked account (G-rekening) in the words of an invoice: which account, and which part of the amount.

>>> read_blocked_part(["25% van het factuurbedrag op G-rekening NL81ABNA0990000011"],
...                   payable_cents=121000, total_cents=121000).cents
30250
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from voldaan.domain.identifiers import compact_iban, is_valid_iban
from voldaan.formats.amounts import AmountError, decimal_to_cents, parse_amount

_NAME = re.compile(
    r"\bg[\s.\-]{0,2}rek(?:ening(?:nummer)?|nr)?\b|\bgeblokkeerde (?:bank)?rekening|\bg[\s\-]?account\b|"
    r"\bblocked (?:bank )?account",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\bNL\s?[0-9]{2}\s?[A-Z]{4}(?:\s?[0-9]){10}\b", re.IGNORECASE)
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|procent\b|percent\b)", re.IGNORECASE)
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d+[.,]\d{2}|\d+,-|\d+"
_AMOUNT = re.compile(
    rf"(?:€|\bEUR\b|\beuro\b)\s*(?P<after>{_NUMBER})(?![\d,.]*\d)|(?<![\d.,])(?P<before>{_NUMBER})\s*(?:€|EUR\b|euro\b)",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(
    r"factuurbedrag|factuurtotaal|totaalbedrag|totaal van de factuur|te betalen bedrag|van (?:deze|de) factuur|"
    r"bruto ?bedrag|invoice (?:amount|total)|total amount",
    re.IGNORECASE,
)
_OF_WAGES = re.compile(r"loon|arbeid|wage|labour|labor", re.IGNORECASE)
_WITHOUT_VAT = re.compile(r"ex(?:cl(?:usief|\.)?|\.)?\s*(?:de )?(?:btw|vat)|zonder btw|netto", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\n|(?<=[a-z0-9%)])[.;!](?=\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedPart:
    """What the words say of a blocked account."""

    iban: str | None = None
    cents: int | None = None
    why_not: str = ""
    """Why the part could not be worked out, in Dutch; empty where the words say nothing of it."""


def names_blocked_account(words: str) -> bool:
    """Test if the words name a blocked account."""
    return _NAME.search(words) is not None


def read_blocked_part(words: Sequence[str], *, payable_cents: int, total_cents: int) -> BlockedPart:
    """Return account and part that the words give; a part only where it can be read in one way."""
    sentences = [s for text in words for s in _SENTENCE_END.split(text) if names_blocked_account(s)]
    ibans = {iban for sentence in sentences if (iban := _iban_beside_name(sentence))}
    found = [_part(sentence, payable_cents, total_cents) for sentence in sentences]
    amounts = {part.cents for part in found if part.cents is not None}
    whys = [part.why_not for part in found if part.why_not]
    why_not = whys[0] if whys else "Er staan verschillende bedragen." if len(amounts) > 1 else ""
    return BlockedPart(
        iban=ibans.pop() if len(ibans) == 1 else None,
        cents=amounts.pop() if len(amounts) == 1 and not whys else None,
        why_not=why_not,
    )


def _iban_beside_name(sentence: str) -> str | None:
    """Return the account that stands first after the name of a blocked account, else the only one before it."""
    name = _NAME.search(sentence)
    ibans = [found for found in _IBAN.finditer(sentence) if is_valid_iban(found[0])]
    after = [found for found in ibans if name and found.start() >= name.end()]
    chosen = after[0] if after else ibans[0] if len(ibans) == 1 else None
    return compact_iban(chosen[0]) if chosen else None


def _part(sentence: str, payable_cents: int, total_cents: int) -> BlockedPart:
    """Return the part that one sentence gives."""
    plain = _IBAN.sub(" ", sentence)
    amounts = [_cents(found["after"] or found["before"]) for found in _AMOUNT.finditer(plain)]
    percents = [Fraction(found[1].replace(",", ".")) for found in _PERCENT.finditer(plain)]
    if len(percents) > 1 or (len(amounts) > 1 and not percents):
        return BlockedPart(why_not="Er staan meer bedragen of percentages bij.")
    if not percents:
        return BlockedPart(cents=amounts[0]) if amounts else BlockedPart()
    if amounts == [_share(total_cents, percents[0])] or amounts == [_share(payable_cents, percents[0])]:
        return BlockedPart(cents=amounts[0])
    if _OF_WAGES.search(plain):
        if len(amounts) == 1 and amounts[0] is not None:
            return BlockedPart(cents=_share(amounts[0], percents[0]))
        return BlockedPart(why_not="Het deel hangt af van de loonkosten, en die staan er niet bij.")
    if amounts:
        return BlockedPart(why_not="Er staan een bedrag en een percentage, en niet wat waarvan.")
    if _WITHOUT_VAT.search(plain) or not _OF_WHOLE.search(plain):
        return BlockedPart(why_not="Van welk bedrag het percentage is, staat er niet eenduidig bij.")
    if payable_cents != total_cents:
        return BlockedPart(
            why_not="Er is vooruitbetaald; of het percentage over het geheel of de rest gaat, is open."
        )
    return BlockedPart(cents=_share(total_cents, percents[0]))


def _share(cents: int, percent: Fraction) -> int:
    """Return a percentage of an amount, half a cent up."""
    return int(cents * percent / 100 + Fraction(1, 2))


def _cents(text: str) -> int | None:
    """Return an amount as a Dutch or English hand writes it, None where it is none."""
    plain = text.removesuffix(",-")
    try:
        return (
            decimal_to_cents(plain)
            if re.fullmatch(r"\d+(?:\.\d{2})?", plain)
            else parse_amount(plain, ",", ".")
        )
    except AmountError:
        return None
