"""The invoices, debtors and credit notes of a client, indexed once for a run."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property

from voldaan.domain.matching.bearing import Bearing
from voldaan.domain.matching.facts import (
    Cents,
    EarlierPayment,
    Habit,
    Ids,
    Netted,
    OpenInvoice,
    Payer,
    PaymentFacts,
    Verdict,
    WaitingCredit,
)
from voldaan.domain.matching.payers.paying import PayerIndex
from voldaan.domain.matching.plain_case import NOBODY, PlainCase
from voldaan.domain.matching.weights import LINK_FROM_POINTS, TOLERANCE_CENTS
from voldaan.domain.matching.written.mentions import debtors_named
from voldaan.domain.matching.written.number_index import NumberIndex
from voldaan.domain.matching.written.remittance import Written

ASKING_MOST = 1_000
"""Of an amount that more invoices asked, all are alike."""


class OpenBook:
    """What payments are held against. It changes only by `place` and `lift`, as payments find their invoices."""

    def __init__(
        self,
        invoices: Iterable[OpenInvoice],
        payers: Iterable[Payer] = (),
        earlier: Iterable[EarlierPayment] = (),
        *,
        credit_notes: Iterable[WaitingCredit] = (),
        habits: Iterable[Habit] = (),
        intermediaries: Collection[str] = (),
        ledger_until: date | None = None,
        link_from: int = LINK_FROM_POINTS,
        tolerance_cents: int = TOLERANCE_CENTS,
    ) -> None:
        """Index what a client's book holds.

        `ledger_until` is the as-of day of the newest complete open-item list where the ledger is the payment
        truth: payments up to that day are in it. `intermediaries` are IBANs of those who pay for others.
        """
        known = tuple(payers)
        self.ledger_until, self.link_from, self.tolerance_cents = ledger_until, link_from, tolerance_cents
        self.invoices = {invoice.id: invoice for invoice in invoices}
        self.index = NumberIndex(self.invoices.values(), known)
        self.payers = PayerIndex(known, intermediaries=intermediaries)
        self.intermediaries = frozenset(intermediaries)
        self.payers_unlearned = self.payers.without_habits()
        self.payers.learn(habits)
        self.plain = PlainCase(self.invoices, self.index, known, link_from=link_from)
        self._open: Bearing[int] = Bearing()
        self._by_amount: Bearing[int] = Bearing()
        for invoice in self.invoices.values():
            if not invoice.withdrawn and (invoice.open_cents or invoice.ledger_cents):
                self._open.put(invoice.account_id, invoice.id)
                self._by_amount.put(invoice.open_cents, invoice.id)
        self._called = {payer.account_id: (payer.number, payer.name) for payer in known}
        self.credits = {credit.id: credit for credit in credit_notes}
        self._credits_of: dict[int, list[int]] = defaultdict(list)
        for credit in self.credits.values():
            self._credits_of[credit.account_id].append(credit.id)
        self.earlier: dict[int, EarlierPayment] = {}
        self._earlier_by_text: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._earlier_from: dict[str, list[int]] = defaultdict(list)
        self._earlier_by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
        self.taken_back: set[int] = set()
        self.coming_back: dict[int, int] = {}
        """The movements of a run that take a payment of it back by a reference, with that payment."""
        self.fleeting: frozenset[int] = frozenset()
        """These payments: they teach nothing, and take nothing from others."""
        for payment in earlier:
            self.add_earlier(payment)

    def add_earlier(self, payment: EarlierPayment) -> None:
        """Add a payment that a later movement could take back."""
        self.earlier[payment.id] = payment
        for text in {"", payment.end_to_end_id, payment.bank_reference, payment.payment_reference}:
            self._earlier_by_text[payment.amount_cents, text].append(payment.id)
        if payment.counterparty_iban:
            self._earlier_from[payment.counterparty_iban].append(payment.id)
        for line in payment.lines:
            if line.end_to_end_id:
                self._earlier_by_line[line.end_to_end_id, line.gross_cents].append(payment.id)

    def expect_back(self, pairs: dict[int, int]) -> None:
        """Let it be known which movements take back which payments, before any of them is decided."""
        self.coming_back, self.fleeting = pairs, frozenset(pairs.values())

    def earlier_with(self, cents: int, text: str) -> Sequence[int]:
        """Return the earlier payments of this amount that bear this text as a reference; without a text, all."""
        return self._earlier_by_text.get((cents, text), ())

    def earlier_from(self, iban: str) -> Sequence[int]:
        """Return the earlier payments from a bank account."""
        return self._earlier_from.get(iban, ())

    def earlier_with_line(self, end_to_end_id: str, cents: int) -> Sequence[int]:
        """Return the earlier payments of which a specification has a line of this id and amount."""
        return self._earlier_by_line.get((end_to_end_id, cents), ())

    def called(self, account_id: int) -> tuple[str, str]:
        """Return the number and name of an account, by which equals stand in an order that is not of arrival."""
        return self._called.get(account_id, ("", ""))

    def names_of(self, account_id: int) -> tuple[str, ...]:
        """Return what the debtor of an account is called."""
        return self.payers_unlearned.names_of(account_id)

    def learn(self, habits: Iterable[Habit]) -> None:
        """Count what a link taught, for payments that are decided after it."""
        self.payers.learn(habits)

    def forget_habits(self) -> None:
        """Let go what links taught, so that other lessons can be counted."""
        self.payers = self.payers_unlearned.without_habits()

    def rooms_of(self, account_id: int, *, on: date) -> list[tuple[OpenInvoice, int]]:
        """Return the invoices of an account that a payment booked on a day can be for, each with its room."""
        found = []
        for key in dict.fromkeys(self._open.all_of(account_id)):
            invoice = self.invoices[key]
            room = invoice.open_cents if invoice.counted_until is None else invoice.room(on)
            if room > 0:
                found.append((invoice, room))
        return found

    def open_of(self, account_id: int, *, on: date) -> list[OpenInvoice]:
        """Return the same invoices, the oldest debt first."""
        found = [invoice for invoice, _ in self.rooms_of(account_id, on=on)]
        return sorted(found, key=lambda one: (one.due_date, one.number)) if len(found) > 1 else found

    def open_for(self, cents: int) -> list[OpenInvoice]:
        """Return the invoices of which exactly this amount is open."""
        found = (self.invoices[key] for key in dict.fromkeys(self._by_amount.all_of(cents)))
        return [invoice for invoice in found if invoice.open_cents == cents]

    def asking(self, cents: int) -> Ids:
        """Return the invoices that are known to have asked exactly this amount at first, also those that are paid.

        Of an amount that too many asked it is not looked up which they are.
        """
        found = self._by_asked.all_of(cents)
        return found if len(found) <= ASKING_MOST else ()

    @cached_property
    def _by_asked(self) -> Bearing[int]:
        found: Bearing[int] = Bearing()
        for invoice in self.invoices.values():
            if invoice.asked_cents:
                found.put(invoice.asked_cents, invoice.id)
        return found

    def of_account(self, account_id: int) -> Ids:
        """Return the invoices of an account, also those that are paid."""
        return self._by_account.all_of(account_id)

    @cached_property
    def _by_account(self) -> Bearing[int]:
        found: Bearing[int] = Bearing()
        for invoice in self.invoices.values():
            found.put(invoice.account_id, invoice.id)
        return found

    def credits_of(self, account_id: int) -> list[WaitingCredit]:
        """Return the credit notes of an account of which something waits, by number."""
        keys = self._credits_of.get(account_id)
        if not keys:
            return []
        found = (self.credits[key] for key in keys)
        return sorted((one for one in found if one.waiting_cents > 0), key=lambda one: one.number)

    def debtors_named(self, written: Written) -> tuple[tuple[int, int, str], ...]:
        """Return the accounts whose debtor number was written: account, points and the text."""
        return debtors_named(written, self.index)

    def close(self, payment: PaymentFacts, allocations: Cents) -> int:
        """Count a payment of exactly what is open of some invoices of an account, and return that account."""
        account = NOBODY
        for key, _ in allocations:
            invoice = self.invoices[key]
            account = invoice.account_id
            self.invoices[key] = OpenInvoice._make((*invoice[:3], 0, *invoice[4:]))
        if payment.id in self.earlier:
            self.earlier[payment.id] = self.earlier[payment.id]._replace(placed=allocations, set_aside="")
        return account

    def place(self, payment: PaymentFacts, verdict: Verdict) -> None:
        """Count what a payment is for, so that the next one finds less open."""
        self._count(payment, verdict, 1)

    def lift(self, payment: PaymentFacts, standing: Verdict) -> None:
        """Take out what a payment was for, so that it can be decided anew."""
        self._count(payment, standing, -1)

    def credit(self, netted: Netted, *, on: date) -> None:
        """Count what a credit note of a day takes off the invoice that it names; negative where it goes off."""
        self._net(netted, 1, on)
        self._stands(netted, 1)

    def _net(self, netted: Netted, sign: int, on: date) -> None:
        credit = self.credits.get(netted.credit_note_id)
        if credit is not None:
            left = credit.waiting_cents - sign * netted.cents
            self.credits[credit.id] = credit._replace(waiting_cents=left)
        self._less(netted.invoice_id, sign * netted.cents, on)

    def _stands(self, netted: Netted, sign: int) -> None:
        """Count what of a credit note stands on the invoice that it names, beside no payment."""
        invoice = self.invoices[netted.invoice_id]
        credited = dict(invoice.credited)
        credited[netted.credit_note_id] = credited.get(netted.credit_note_id, 0) + sign * netted.cents
        standing = tuple((note, cents) for note, cents in credited.items() if cents)
        self.invoices[invoice.id] = invoice._replace(credited=standing)

    def _count(self, payment: PaymentFacts, verdict: Verdict, sign: int) -> None:
        on = payment.booking_date
        for key, cents in verdict.allocations:
            self._less(key, sign * cents, on)
        for difference in verdict.differences:
            self._less(difference.invoice_id, sign * difference.cents, on)
        for netted in verdict.netted:
            self._net(netted, sign, on)
            if (netted.cents < 0) == (payment.amount_cents > 0):
                self._stands(netted, sign)
        if verdict.takes_back is not None:
            (self.taken_back.add if sign > 0 else self.taken_back.discard)(verdict.takes_back)
        earlier = self.earlier.get(payment.id)
        if earlier is not None:
            now = verdict if sign > 0 else Verdict("unmatched", "NO_CLUE")
            self.earlier[payment.id] = earlier._replace(
                placed=now.allocations,
                set_aside=now.set_aside,
                differences=now.differences,
                netted=now.netted,
            )

    def _less(self, key: int, cents: int, on: date) -> None:
        invoice = self.invoices[key]
        if invoice.is_counted(on):
            self.invoices[key] = invoice._replace(ledger_cents=invoice.ledger_cents - cents)
        else:
            left = invoice.open_cents - cents
            self.invoices[key] = invoice._replace(open_cents=left)
            if left and not invoice.withdrawn:
                self._by_amount.put(left, key)
        if cents < 0 and not invoice.withdrawn:
            self._open.put(invoice.account_id, key)
