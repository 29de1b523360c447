"""The plain case, which most payments are: whole invoice numbers, their exact amount, their own debtor.

It gives the answer that weighing everything would give, in a tenth of the time, and none where there is anything
else to weigh: another number in the text, letters that the invoice does not have, a payer that is not surely the
debtor.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from voldaan.domain.matching.facts import Habit, OpenInvoice, Payer, PaymentFacts, Verdict
from voldaan.domain.matching.sums import all_but_one, choices
from voldaan.domain.matching.way import in_order_of_debt
from voldaan.domain.matching.weights import (
    AMOUNT_EXACT,
    EACH_MORE,
    IBAN_KNOWN,
    NAME_SAME_COMMON,
    NAMED_MOST,
    NUMBER,
)
from voldaan.domain.matching.written.exceptions import EXCEPT, says_what_is_not_paid
from voldaan.domain.matching.written.gaps import GAPS_KEPT, read_gap
from voldaan.domain.matching.written.number_index import NumberIndex
from voldaan.domain.matching.written.read_otherwise import digits_as_day

DIGITS_MIN = 7
OPEN_MOST = 16
"""Of a debtor with more open invoices everything is weighed."""
NOBODY = -1
"""Of a name or bank account that several accounts share."""

_NUMBER = r"[0-9]++(?:[-./ ][0-9]++)*+"
_ONE_NUMBER = re.compile(rf"([^0-9]{{0,60}}+)({_NUMBER})(?:[ ,;.][^0-9]{{0,80}}+)?")
_BETWEEN = re.compile(r" ?[,;+&] ?| en | EN ")
_NUMBERS = re.compile(
    rf"([^0-9]{{0,60}}+)({_NUMBER}(?:(?:{_BETWEEN.pattern}){_NUMBER})+)(?:[ ,;.][^0-9]{{0,80}}+)?"
)
_DIGITS_OF_A_DAY = 8
_DAY_IN_THREE = re.compile(
    r"(?:20)?[0-9]{2}([-./ ])[01]?[0-9]\1[0-3]?[0-9]|[0-3]?[0-9]([-./ ])[01]?[0-9]\2(?:20)?[0-9]{2}"
)
_SIGNS = tuple("-./ ")
"""`2026-1231` is no day, and `31-12-2026` is."""
_IBAN_SAID = f"rekening van de debiteur ({IBAN_KNOWN})"
_NAME_SAID = f"de betaler heet als de debiteur ({NAME_SAME_COMMON})"
_AMOUNT_SAID = f"bedrag precies wat openstaat ({AMOUNT_EXACT})"

_Payer = tuple[int, tuple[str, ...]]
_NOT_SURE: _Payer = (0, ())
_BOTH: _Payer = (IBAN_KNOWN + NAME_SAME_COMMON, (_IBAN_SAID, _NAME_SAID))
_BY_NAME: _Payer = (NAME_SAME_COMMON, (_NAME_SAID,))
_BY_IBAN: _Payer = (IBAN_KNOWN, (_IBAN_SAID,))


class PlainCase:
    """The tables by which the plain case is recognised: numbers, bank accounts and names that are of one account."""

    __slots__ = ("_by_iban", "_by_name", "_index", "_invoices", "_link_from")

    def __init__(
        self,
        invoices: Mapping[int, OpenInvoice],
        index: NumberIndex,
        payers: Iterable[Payer],
        *,
        link_from: int,
    ) -> None:
        """Index payers; the invoices are looked at as they are then, their numbers are those of the index."""
        self._invoices, self._index, self._link_from = invoices, index, link_from
        self._by_iban: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        for payer in payers:
            if payer.iban:
                _put(self._by_iban, payer.iban, payer.account_id)
            if payer.name:
                _put(self._by_name, payer.name.upper(), payer.account_id)

    def by_number(self, payment: PaymentFacts) -> Verdict | None:
        """Return the link to what the text names by whole numbers and nothing beside them: all open, to the cent."""
        if payment.payment_reference or payment.lines or payment.by_person or payment.reversal:
            return None
        parts = _ONE_NUMBER.fullmatch(payment.remittance)
        if parts is None:
            return self._by_numbers(payment)
        before, number = parts.groups()
        if parts.end(2) < len(payment.remittance) and _leaves_out(payment.remittance[parts.end(2) :]):
            return None
        invoice = self._called(before, number, payment.booking_date)
        if invoice is None or invoice.open_cents != payment.amount_cents or invoice.counted_until is not None:
            return None
        points, said = self._payer(payment, invoice.account_id)
        points += NUMBER + AMOUNT_EXACT
        if not said or points < self._link_from:
            return None
        evidence = (f"factuurnummer {invoice.number} ({NUMBER})", _AMOUNT_SAID, *said)
        return _link(evidence, ((invoice.id, payment.amount_cents),), points)

    def _by_numbers(self, payment: PaymentFacts) -> Verdict | None:
        """Return the link to several invoices of one account that are named one after another."""
        parts = _NUMBERS.fullmatch(payment.remittance)
        if parts is None:
            return None
        before, numbers = parts.groups()
        if parts.end(2) < len(payment.remittance) and _leaves_out(payment.remittance[parts.end(2) :]):
            return None
        named: dict[int, OpenInvoice] = {}
        for number in _BETWEEN.split(numbers):
            invoice = self._called(before, number, payment.booking_date)
            if invoice is None or not invoice.open_cents or invoice.counted_until is not None:
                return None
            named[invoice.id] = invoice
        invoices = in_order_of_debt(named.values())
        account = invoices[0].account_id
        if any(one.account_id != account for one in invoices):
            return None
        points, said = self._payer(payment, account)
        if not said or sum(one.open_cents for one in invoices) != payment.amount_cents:
            return None
        evidence, room = [f"factuurnummer {invoices[0].number} ({NUMBER})"], NAMED_MOST - NUMBER
        for one in invoices[1:]:
            more = min(EACH_MORE, room)
            room -= more
            evidence.append(f"factuurnummer {one.number} ({more})" if more else f"factuurnummer {one.number}")
        points += NAMED_MOST - room + AMOUNT_EXACT
        allocations = tuple(sorted((one.id, one.open_cents) for one in invoices))
        return (
            _link((*evidence, _AMOUNT_SAID, *said), allocations, points)
            if points >= self._link_from
            else None
        )

    def by_payer(self, payment: PaymentFacts, asked: Sequence[tuple[OpenInvoice, int]]) -> Verdict | None:
        """Return the link to the only one of the debtor's open invoices, each with its room, that fits the amount.

        Only where no choice of the others adds up to this amount too.
        """
        cents = payment.amount_cents
        same = [invoice for invoice, room in asked if room == cents]
        if len(same) != 1 or len(asked) > OPEN_MOST or same[0].counted_until is not None:
            return None
        others = [room for _, room in asked if room < cents]
        if sum(others) >= cents and choices(cents, others):
            return None
        if all_but_one(cents, [room for _, room in asked]) is not None:
            return None
        points, said = self._payer(payment, same[0].account_id)
        points += AMOUNT_EXACT
        if not said or points < self._link_from or same[0].issue_date > payment.booking_date:
            return None
        evidence = (f"bedrag precies factuur {same[0].number} ({AMOUNT_EXACT})", *said)
        return Verdict("linked", "PAYER_AND_AMOUNT", evidence, ((same[0].id, cents),), points=points)

    def account_of(self, iban: str) -> int | None:
        """Return the one account of which the client's books know this bank account."""
        account = self._by_iban.get(iban)
        return account if account != NOBODY else None

    def taught(self, payment: PaymentFacts, account_id: int) -> tuple[Habit, ...]:
        """Return what the plain case teaches for this run: the bank account, where it was not known yet."""
        iban = payment.counterparty_iban
        if not iban or iban in self._by_iban or iban == payment.bank_iban:
            return ()
        return (Habit(account_id, "IBAN", iban, 1),)

    def _called(self, before: str, number: str, on: date) -> OpenInvoice | None:
        """Return the one invoice whose whole number this is, where what stands before it does not say otherwise."""
        digits = number
        if not digits.isdecimal():
            digits = digits.replace("-", "").replace(" ", "").replace(".", "").replace("/", "")
        if len(digits) < DIGITS_MIN:
            return None
        key = self._index.bearing.get(digits.lstrip("0"))
        if not isinstance(key, int):
            return None
        invoice = self._invoices[key]
        letters = ""
        if invoice.number != number:
            if _DAY_IN_THREE.fullmatch(number):
                return None
            bare = invoice.number.replace("-", "").replace(" ", "").replace(".", "").replace("/", "")
            letters = bare.removesuffix(digits)
            if letters and not letters.isalpha():
                return None
        called = _is_called(before, letters) if before else None
        return invoice if called or (called is None and _is_no_day(number, digits, on)) else None

    def _payer(self, payment: PaymentFacts, account: int) -> _Payer:
        """Return what speaks for the payer being this debtor; nothing where anything could speak against it."""
        by_iban = self._by_iban.get(payment.counterparty_iban)
        by_name = self._by_name.get(payment.counterparty_name.upper())
        if by_name == account:
            if by_iban == account:
                return _BOTH
            return _BY_NAME if by_iban is None else _NOT_SURE
        if by_iban == account and by_name is None and not payment.counterparty_name:
            return _BY_IBAN
        return _NOT_SURE


def _link(evidence: tuple[str, ...], allocations: tuple[tuple[int, int], ...], points: int) -> Verdict:
    # Half of the time that Verdict(...) takes, and there are a million of them.
    return Verdict._make(
        ("linked", "NUMBER_AND_AMOUNT", evidence, allocations, (), "", None, points, "", (), (), 0, True)
    )


def _put(table: dict[str, int], key: str, account_id: int) -> None:
    if table.setdefault(key, account_id) != account_id:
        table[key] = NOBODY


@lru_cache(maxsize=GAPS_KEPT)
def _leaves_out(after: str) -> bool:
    """Test if what stands after a number can say that it is not paid."""
    signs = after.upper()
    return signs.strip().startswith("NA") or says_what_is_not_paid(f"0{signs}")


@lru_cache(maxsize=GAPS_KEPT)
def _is_called(before: str, letters: str) -> bool | None:
    """Test if what stands before a number calls it an invoice; None where it says nothing."""
    signs = before.upper()
    gap = read_gap(signs)
    if gap.glued_before not in ("", letters) or EXCEPT.search(signs) or says_what_is_not_paid(signs):
        return False
    if gap.call == "INVOICE" or (letters and gap.glued_before == letters):
        return True
    return None if gap.call == "" else False


def _is_no_day(number: str, digits: str, on: date) -> bool:
    """Test if a number that nothing calls one can be no day, and does not begin as a telephone number does."""
    if number[0] == "0" or _DAY_IN_THREE.fullmatch(number):
        return False
    if len(digits) != _DIGITS_OF_A_DAY:
        return True
    return digits_as_day(digits, near=on) is None if digits == number else number[4:5] in _SIGNS
