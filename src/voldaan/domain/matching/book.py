"""The open invoices of a client, indexed once for a run, so that each payment costs a few look-ups."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from voldaan.domain.identifiers import compact_iban, squeeze
from voldaan.domain.matching.facts import EarlierPayment, OpenInvoice, Payer
from voldaan.domain.matching.names import plain_name
from voldaan.domain.matching.remittance import reference_key

Ids = tuple[int, ...]


class OpenBook:
    """What payments are held against. It changes only by `place`, as allocations are decided."""

    __slots__ = (
        "_by_amount",
        "accounts_by_iban",
        "accounts_by_name",
        "by_account",
        "by_key",
        "earlier",
        "earlier_by_key",
        "invoices",
        "key_firsts",
        "ledger_until",
        "longest_key",
        "references",
        "taken_back",
    )

    def __init__(
        self,
        invoices: Iterable[OpenInvoice],
        payers: Iterable[Payer] = (),
        earlier: Iterable[EarlierPayment] = (),
        *,
        ledger_until: date | None = None,
    ) -> None:
        """Index invoices, payers and the payments that can be taken back. An account can have several payers.

        `ledger_until` is the as-of day of the newest complete open-item list where the ledger is the payment
        truth: payments up to that day are in it.
        """
        self.ledger_until = ledger_until
        self.invoices = {invoice.id: invoice for invoice in invoices}
        self.by_key: dict[str, Ids] = {}
        self.references: set[str] = set()
        self.by_account: dict[int, list[int]] = defaultdict(list)
        self._by_amount: dict[int, list[int]] = defaultdict(list)
        for invoice in self.invoices.values():
            self._index(invoice)
        self.longest_key = max(map(len, self.by_key), default=0)
        self.key_firsts = frozenset(key[0] for key in self.by_key)
        known = tuple(payers)
        self.accounts_by_iban = _grouped((compact_iban(p.iban), p.account_id) for p in known)
        self.accounts_by_name = _grouped((plain_name(p.name), p.account_id) for p in known)
        self.earlier: dict[int, EarlierPayment] = {}
        self.earlier_by_key: dict[tuple[int, str], Ids] = {}
        self.taken_back: set[int] = set()
        for payment in earlier:
            self.add_earlier(payment)

    def _index(self, invoice: OpenInvoice) -> None:
        if invoice.withdrawn:
            return
        number, reference = squeeze(invoice.number), reference_key(invoice.payment_reference)
        for key in {number, reference} - {""}:
            self.by_key[key] = (*self.by_key.get(key, ()), invoice.id)
        if reference:
            self.references.add(reference)
        self.by_account[invoice.account_id].append(invoice.id)
        if invoice.open_cents:
            self._by_amount[invoice.open_cents].append(invoice.id)

    def add_earlier(self, payment: EarlierPayment) -> None:
        """Add a payment that a later movement could take back."""
        self.earlier[payment.id] = payment
        for text in {payment.end_to_end_id, payment.bank_reference, payment.payment_reference} - {""}:
            key = (payment.amount_cents, text)
            self.earlier_by_key[key] = (*self.earlier_by_key.get(key, ()), payment.id)

    def open_for(self, cents: int) -> list[OpenInvoice]:
        """Return the invoices of which exactly this amount is open."""
        found = (self.invoices[number] for number in dict.fromkeys(self._by_amount.get(cents, ())))
        return [invoice for invoice in found if invoice.open_cents == cents]

    def place(self, allocations: Iterable[tuple[int, int]], *, on: date) -> None:
        """Count allocations of a movement booked on a day, so that the next payment finds less open."""
        for number, cents in allocations:
            invoice = self.invoices[number]
            if invoice.counted_until is not None and on <= invoice.counted_until:
                self.invoices[number] = invoice._replace(ledger_cents=invoice.ledger_cents - cents)
                continue
            left = invoice.open_cents - cents
            self.invoices[number] = invoice._replace(open_cents=left)
            if left:
                self._by_amount[left].append(number)


def _grouped(pairs: Iterable[tuple[str, int]]) -> dict[str, Ids]:
    grouped: dict[str, Ids] = {}
    for key, account_id in pairs:
        if key and account_id not in grouped.get(key, ()):
            grouped[key] = (*grouped.get(key, ()), account_id)
    return grouped
