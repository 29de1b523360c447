"""The plain case, which most payments are: one whole invoice number, its exact amount, its own debtor.

It gives the answer that weighing everything would give, in a tenth of the time, and none where there is anything
else to weigh: another number in the text, a payer that is not surely the debtor, another invoice of this amount.
"""

import re
from collections.abc import Iterable, Sequence

from voldaan.domain.matching.facts import Habit, OpenInvoice, Payer, PaymentFacts, Verdict
from voldaan.domain.matching.sums import all_but_one, the_only_sum
from voldaan.domain.matching.weights import AMOUNT_EXACT, IBAN_KNOWN, NAME_SAME_COMMON, NUMBER
from voldaan.domain.matching.written.gaps import read_gap
from voldaan.domain.matching.written.number_index import NumberIndex

DIGITS_MIN = 7
OPEN_MOST = 16
"""Of a debtor with more open invoices everything is weighed."""
NOBODY = -1
"""Of a name or bank account that several accounts share."""

_ONE_NUMBER = re.compile(r"([^0-9]{0,60})([0-9](?:[0-9]|[-./ ](?=[0-9]))*)(?:[ ,;.][^0-9]{0,80})?")
_SEPARATORS = str.maketrans("", "", "-./ ")
_IBAN_SAID = f"rekening van de debiteur ({IBAN_KNOWN})"
_NAME_SAID = f"de betaler heet als de debiteur ({NAME_SAME_COMMON})"
_AMOUNT_SAID = f"bedrag precies wat openstaat ({AMOUNT_EXACT})"


class PlainCase:
    """The tables by which the plain case is recognised: numbers, bank accounts and names that are of one account."""

    __slots__ = ("_by_iban", "_by_name", "_index")

    def __init__(self, index: NumberIndex, payers: Iterable[Payer]) -> None:
        """Index payers; numbers are those of the index."""
        self._index = index
        self._by_iban: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        for payer in payers:
            if payer.iban:
                _put(self._by_iban, payer.iban, payer.account_id)
            if payer.name:
                _put(self._by_name, payer.name.upper(), payer.account_id)

    def named(self, payment: PaymentFacts) -> int | None:
        """Return the one invoice that the text names by its whole number, and nothing beside it."""
        if payment.payment_reference:
            return None
        parts = _ONE_NUMBER.fullmatch(payment.remittance)
        if parts is None:
            return None
        before, number = parts.groups()
        digits = number.translate(_SEPARATORS)
        if len(digits) < DIGITS_MIN:
            return None
        key = self._index.only_bearer(digits.lstrip("0"))
        if key is None:
            return None
        letters = self._index.invoices[key].number.translate(_SEPARATORS).removesuffix(digits)
        if letters and not letters.isalpha():
            return None
        return key if not before or _is_called(before, letters, number) else None

    def by_number(self, payment: PaymentFacts, invoice: OpenInvoice) -> Verdict | None:
        """Return the link of a payment to the invoice that it names, where it is surely its debtor's."""
        points, said = self._payer(payment, invoice.account_id)
        if not points:
            return None
        evidence = (f"factuurnummer {invoice.number} ({NUMBER})", _AMOUNT_SAID, *said)
        allocations = ((invoice.id, payment.amount_cents),)
        points += NUMBER + AMOUNT_EXACT
        return Verdict(
            "linked", "NUMBER_AND_AMOUNT", evidence, allocations, (), "", None, points, "", (), (), 0, True
        )

    def by_payer(self, payment: PaymentFacts, asked: Sequence[tuple[OpenInvoice, int]]) -> Verdict | None:
        """Return the link to the only one of the debtor's open invoices, each with its room, that fits the amount.

        Only where no choice of the others adds up to this amount too.
        """
        cents = payment.amount_cents
        same = [invoice for invoice, room in asked if room == cents]
        if len(same) != 1 or len(asked) > OPEN_MOST:
            return None
        others = [room for _, room in asked if room < cents]
        if sum(others) >= cents and the_only_sum(cents, others):
            return None
        if all_but_one(cents, [room for _, room in asked]) is not None:
            return None
        points, said = self._payer(payment, same[0].account_id)
        if not points or same[0].issue_date > payment.booking_date:
            return None
        evidence = (f"bedrag precies factuur {same[0].number} ({AMOUNT_EXACT})", *said)
        allocations = ((same[0].id, cents),)
        return Verdict("linked", "PAYER_AND_AMOUNT", evidence, allocations, points=points + AMOUNT_EXACT)

    def account_of(self, iban: str) -> int | None:
        """Return the one account of which the client's books know this bank account."""
        account = self._by_iban.get(iban)
        return account if account != NOBODY else None

    def _payer(self, payment: PaymentFacts, account: int) -> tuple[int, tuple[str, ...]]:
        """Return what speaks for the payer being this debtor; nothing where anything could speak against it."""
        by_iban = self._by_iban.get(payment.counterparty_iban)
        by_name = self._by_name.get(payment.counterparty_name.upper())
        if by_name == account:
            if by_iban == account:
                return IBAN_KNOWN + NAME_SAME_COMMON, (_IBAN_SAID, _NAME_SAID)
            return (NAME_SAME_COMMON, (_NAME_SAID,)) if by_iban is None else (0, ())
        if by_iban == account and by_name is None and not payment.counterparty_name:
            return IBAN_KNOWN, (_IBAN_SAID,)
        return 0, ()

    def taught(self, payment: PaymentFacts, account_id: int) -> tuple[Habit, ...]:
        """Return what the plain case teaches for this run: the bank account, where it was not known yet."""
        iban = payment.counterparty_iban
        if not iban or iban in self._by_iban or iban == payment.bank_iban:
            return ()
        return (Habit(account_id, "IBAN", iban, 1),)


def _put(table: dict[str, int], key: str, account_id: int) -> None:
    if table.setdefault(key, account_id) != account_id:
        table[key] = NOBODY


def _is_called(before: str, letters: str, number: str) -> bool:
    """Test if what stands before a number calls it an invoice, or does not say otherwise."""
    gap = read_gap(before.upper())
    if gap.glued_before not in ("", letters):
        return False
    if gap.call == "INVOICE" or (letters and gap.glued_before == letters):
        return True
    return gap.call == "" and number[0] != "0" and len(number) > len("2026-1231")
