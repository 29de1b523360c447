"""One entry of a CAMT message to its movements: booked or not, whole or in parts, taken back or a charge."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from voldaan.formats.bank.camt_leaves import Leaves, first_of
from voldaan.formats.bank.camt_parts import shares, signed_cents
from voldaan.formats.bank.camt_party import NOBODY, counterparty
from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.values import Transaction

MERGED_MAX_PARTS = 100
"""A larger batch that stays whole has no remittance of its own: nobody would read it."""

_UNKNOWN = {"", "NOTPROVIDED", "NOT PROVIDED"}
_REASONS = (
    "TxDtls/RtrInf/Rsn/Cd",
    "TxDtls/RtrInf/Rsn/Prtry",
    "TxDtls/RtrInf/RtrRsn/Cd",
    "TxDtls/RtrInf/RtrRsn/Prtry",
)
_REASON_TEXTS = ("TxDtls/RtrInf/AddtlInf", "TxDtls/RtrInf/AddtlRtrRsnInf")
_RETURN_CODES = {"RRTN", "UPDD", "PRDD", "RPCR", "RCDD"}
"""Sub-families of the bank's code that say that a payment or a collection came back (ISO 20022 external code list)."""
_CHARGE_CODES = {"CHRG", "COMM", "COME", "COMI", "COMT", "FEES"}
_SUBFAMILY = "BkTxCd/Domn/Fmly/SubFmlyCd"
_PART_SUBFAMILY = "TxDtls/BkTxCd/Domn/Fmly/SubFmlyCd"
_CHARGE_WORDS = "Bankkosten"
_TEXTS = ("TxDtls/RmtInf/Ustrd", "TxDtls/RmtInf/Strd/AddtlRmtInf")
_DOCUMENT_NUMBERS = ("TxDtls/RmtInf/Strd/RfrdDocInf/Nb", "TxDtls/RmtInf/Strd/RfrdDocInf/RfrdDocNb")


class Account(NamedTuple):
    """The account of a statement, and the day of a movement that names none."""

    iban: str
    name: str | None
    currency: str
    day: date | None


def is_booked(entry: Leaves) -> bool:
    """Test if an entry is booked: not pending, not only information; one without a status is booked."""
    status = entry.get("Sts") or entry.get("Sts/Cd") or entry.get("Sts/Prtry")
    return status in (None, "BOOK")


def is_batch(entry: Leaves, parts: Sequence[Leaves]) -> bool:
    """Test if an entry is several payments, also where the file does not give them."""
    number = entry.get("Btch/NbOfTxs", "")
    return len(parts) > 1 or (number.isascii() and number.isdigit() and number.strip("0") not in ("", "1"))


def movements(entry: Leaves, parts: Sequence[Leaves], account: Account) -> Iterator[Transaction]:
    """Yield the movements of a booked entry; what they come to is what was booked.

    Raises `AmountError` or `DayError` where the entry is not as it should be.
    """
    cents = signed_cents(entry.get("Amt"), entry.get("CdtDbtInd"))
    shared = shares(entry, parts, cents) if parts else None
    if shared is None:
        yield _movement(entry, _merged(parts), cents, account)
        return
    for part, part_cents in zip(parts, shared.cents, strict=True):
        yield _movement(entry, part, part_cents, account)
    if shared.charge_cents:
        yield _charge(entry, shared.charge_cents, account)


def is_whole_batch(entry: Leaves, parts: Sequence[Leaves], count: int) -> bool:
    """Test if an entry of several payments became one movement."""
    return count == 1 and is_batch(entry, parts)


def _merged(parts: Sequence[Leaves]) -> Leaves:
    """Return the leaves that may speak for the entry: of its one part, or what all parts agree on."""
    if len(parts) == 1:
        return next(iter(parts))
    merged: Leaves = {}
    agreed: Leaves | None = None
    for part in parts:
        if agreed is None:
            agreed = dict(part)
        else:
            agreed = {path: text for path, text in agreed.items() if part.get(path) == text}
        if len(parts) <= MERGED_MAX_PARTS and "TxDtls/RmtInf/Ustrd" in part:
            merged["TxDtls/RmtInf/Ustrd"] = "\n".join(
                filter(None, (merged.get("TxDtls/RmtInf/Ustrd"), part["TxDtls/RmtInf/Ustrd"]))
            )
    return {**(agreed or {}), **merged}


def _movement(entry: Leaves, part: Leaves, cents: int, account: Account) -> Transaction:
    """Return one movement from the leaves of its entry and of its part."""
    reason = first_of(part, _REASONS) or _tidy(first_of(part, _REASON_TEXTS))
    code = part.get(_PART_SUBFAMILY) or entry.get(_SUBFAMILY)
    reversal = reason is not None or entry.get("RvslInd") in ("true", "1") or code in _RETURN_CODES
    other = (
        counterparty(part, cents, own_iban=account.iban, own_name=account.name, reversal=reversal)
        if part
        else NOBODY
    )
    booking, value = _days(entry, part, account)
    end_to_end_id = part.get("TxDtls/Refs/EndToEndId")
    return Transaction(
        bank_iban=account.iban,
        booking_date=booking,
        value_date=value,
        amount_cents=cents,
        currency=account.currency,
        counterparty_name=other.name,
        counterparty_iban=other.iban,
        ultimate_name=other.ultimate_name,
        remittance=_remittance(entry, part),
        payment_reference=_reference(part),
        end_to_end_id=None if end_to_end_id is None or end_to_end_id.upper() in _UNKNOWN else end_to_end_id,
        bank_reference=part.get("TxDtls/Refs/AcctSvcrRef")
        or entry.get("AcctSvcrRef")
        or entry.get("NtryRef"),
        reversal=reversal,
        return_reason=reason,
        mandate_id=part.get("TxDtls/Refs/MndtId"),
        charge=code in _CHARGE_CODES and other.iban is None,
    )


def _charge(entry: Leaves, cents: int, account: Account) -> Transaction:
    """Return what the bank kept of an entry, as a movement of its own."""
    booking, value = _days(entry, {}, account)
    return Transaction(
        bank_iban=account.iban,
        booking_date=booking,
        value_date=value,
        amount_cents=cents,
        currency=account.currency,
        remittance=_CHARGE_WORDS,
        bank_reference=entry.get("AcctSvcrRef") or entry.get("NtryRef"),
        charge=True,
    )


def _days(entry: Leaves, part: Leaves, account: Account) -> tuple[date, date | None]:
    """Return booking and value day; where the entry names neither, it was booked on the day of its statement."""
    booking = entry.get("BookgDt/Dt") or entry.get("BookgDt/DtTm")
    value = entry.get("ValDt/Dt") or entry.get("ValDt/DtTm")
    value_day = parse_iso_day(value) if value else None
    if booking:
        return parse_iso_day(booking), value_day
    settled = part.get("TxDtls/RltdDts/IntrBkSttlmDt")
    day = value_day or account.day or (parse_iso_day(settled) if settled else None)
    if day is None:
        raise DayError("Boekdatum en valutadatum ontbreken, en ook de dag van het afschrift.")
    return day, value_day


def _remittance(entry: Leaves, part: Leaves) -> str:
    """Return what the payer wrote, with the numbers of the documents it names; else what the bank wrote."""
    text = ""
    for path in _TEXTS:
        if path in part:
            text = _with(text, _tidy(part[path]))
    for path in _DOCUMENT_NUMBERS:
        if path in part:
            for number in part[path].split("\n"):
                text = _with(text, number)
    return text or _tidy(part.get("TxDtls/AddtlTxInf")) or _tidy(entry.get("AddtlNtryInf")) or ""


def _with(text: str, more: str | None) -> str:
    """Return the text with more behind it, unless it says that already."""
    return text if not more or more in text else f"{text} {more}".lstrip()


def _tidy(text: str | None) -> str | None:
    """Return the text on one line with single spaces, None where it says nothing."""
    return " ".join(text.split()) or None if text else None


def _reference(part: Leaves) -> str | None:
    """Return the one structured reference without spaces; several references are none."""
    text = part.get("TxDtls/RmtInf/Strd/CdtrRefInf/Ref") or part.get("TxDtls/RmtInf/Strd/CdtrRefInf/CdtrRef")
    if text is None:
        return None
    found = {"".join(reference.split()) for reference in text.split("\n")} - {""}
    return found.pop() if len(found) == 1 else None
