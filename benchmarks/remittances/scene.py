"""Where payments are made: the ledger, what of it nobody pays yet, and the payments so far with their truth."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from benchmarks.remittances import numbers, wording
from benchmarks.remittances.books import Ledger
from benchmarks.remittances.kinds import Kind
from benchmarks.remittances.people import Debtor, fictional_iban, stranger
from benchmarks.remittances.truth import Truth, World
from voldaan.domain.matching.facts import Cents, EarlierPayment, OpenInvoice, PaymentFacts

FIRST_DAY, DAYS = date(2026, 10, 20), 32
TRIES = 12


class PayerSeen(NamedTuple):
    """Who pays, as the bank shows it."""

    name: str
    iban: str
    recognised: bool
    """A careful bookkeeper sees whose money it is."""


class Scene:
    """One client while its payments are made."""

    def __init__(self, rng: Random, kind: Kind, open_count: int, ids: Iterator[int]) -> None:
        self.rng, self.kind, self.ids = rng, kind, ids
        self.ledger = Ledger(rng, kind, open_count, ids)
        self.factor_iban, self.agency_iban = fictional_iban(rng), fictional_iban(rng)
        self.payments: list[PaymentFacts] = []
        self.truths: dict[int, Truth] = {}
        self.earlier: list[EarlierPayment] = []
        self.credits = list(self.ledger.credits)
        """Credit notes that nobody took off yet."""
        self.free = {
            account: [key for key in keys if self.ledger.invoices[key].open_cents]
            for account, keys in self.ledger.of_account.items()
        }
        self.touched: set[int] = set()
        """Paid invoices that a movement names or takes back."""
        self._waiting = [debtor for debtor in self.ledger.debtors if self.free.get(debtor.account_id)]

    def world(self) -> World:
        """Return what was made, in no order that tells anything."""
        self.rng.shuffle(self.payments)
        return World(
            self.kind.name,
            list(self.ledger.invoices.values()),
            self.ledger.payers(),
            self.ledger.credits,
            self.earlier,
            (self.factor_iban, self.agency_iban),
            self.payments,
            self.truths,
        )

    def debtor_with(self, least: int = 1) -> Debtor | None:
        """Return somebody with at least so many open invoices that nobody pays yet; None when hard to find."""
        for _ in range(TRIES):
            if not self._waiting:
                return None
            at = self.rng.randrange(len(self._waiting))
            debtor = self._waiting[at]
            left = len(self.free[debtor.account_id])
            if left >= least:
                return debtor
            if not left:
                self._waiting[at] = self._waiting[-1]
                self._waiting.pop()
        return None

    def free_of(self, debtor: Debtor) -> list[OpenInvoice]:
        """Return the debtor's open invoices that nobody pays yet, the oldest first."""
        return [self.ledger.invoices[key] for key in self.free[debtor.account_id]]

    def all_open(self, debtor: Debtor) -> list[OpenInvoice]:
        """Return the debtor's invoices that were open before any of these payments."""
        invoices = (self.ledger.invoices[key] for key in self.ledger.of_account[debtor.account_id])
        return [invoice for invoice in invoices if invoice.open_cents]

    def paid_before(self, account_id: int) -> list[OpenInvoice]:
        """Return the account's invoices that were paid long ago and that no movement is about yet."""
        invoices = (self.ledger.invoices[key] for key in self.ledger.of_account[account_id])
        return [one for one in invoices if not one.open_cents and one.id not in self.touched]

    def claim(self, *invoices: OpenInvoice) -> None:
        """Take invoices for a payment, so that no other is for them."""
        for invoice in invoices:
            self.free[invoice.account_id].remove(invoice.id)

    def one(self, wanted: Callable[[OpenInvoice], object] = bool) -> tuple[Debtor, OpenInvoice] | None:
        """Claim one invoice of somebody that is as wanted; None when hard to find."""
        for _ in range(TRIES):
            debtor = self.debtor_with()
            if debtor is None:
                return None
            invoice = self.rng.choice(self.free_of(debtor))
            if wanted(invoice):
                self.claim(invoice)
                return debtor, invoice
        return None

    def payer(self, debtor: Debtor, *, recognised: bool = False) -> PayerSeen:
        """Return who pays for a debtor: mostly itself, else a partner, a parent, a bookkeeper or somebody unknown."""
        lot = self.rng.randrange(100)
        if recognised or lot < 85:
            return PayerSeen(debtor.printed, debtor.iban, recognised=True)
        if lot < 93:
            return PayerSeen(
                debtor.relative, debtor.relative_iban, recognised=debtor.surname in debtor.relative
            )
        if lot < 95:
            return PayerSeen("Administratiekantoor De Balans", fictional_iban(self.rng), recognised=False)
        if lot < 96:
            return PayerSeen("Stg. Bewindvoering Houvast", fictional_iban(self.rng), recognised=False)
        return PayerSeen(stranger(self.rng), fictional_iban(self.rng), recognised=False)

    def day(self, *, after: date | None = None) -> date:
        """Return a day on which a payment is booked."""
        if after is not None:
            return after + timedelta(days=self.rng.randrange(1, 12))
        return FIRST_DAY + timedelta(days=self.rng.randrange(DAYS))

    def called(self, number: str) -> str:
        """Return a number with a word for an invoice before it, or bare."""
        return number if self.rng.randrange(100) < 25 else self.rng.choice(wording.CALLED) + number

    def written(self, text: str, debtor: Debtor, invoice: OpenInvoice, *, messy: bool) -> str:
        """Return a whole remittance: with a word of thanks, and with other numbers beside it where it is messy."""
        if messy:
            return wording.put_around(
                self.rng,
                text,
                issued=invoice.issue_date,
                cents=invoice.open_cents,
                debtor_number=debtor.number,
                name=debtor.name,
            )
        return text + (self.rng.choice(wording.BEHIND) if self.rng.randrange(100) < 15 else "")

    def name(self, debtor: Debtor, invoice: OpenInvoice, *, messy: bool = False) -> tuple[str, str, bool]:
        """Return how an invoice is named: what was typed, the structured reference, and if it is unmistakable."""
        uses = invoice.payment_reference and self.rng.randrange(100) < self.kind.uses_reference_percent
        if uses:
            reference = invoice.payment_reference
            if self.rng.randrange(2):
                return "", reference, True
            bare = "".join(sign for sign in reference if sign.isalnum())
            typed = self.rng.choice(
                (reference, bare, " ".join(bare[at : at + 4] for at in range(0, len(bare), 4)))
            )
            return self.written(typed, debtor, invoice, messy=messy), "", True
        typed = self.called(numbers.spell(self.rng, invoice.number))
        return (
            self.written(typed, debtor, invoice, messy=messy),
            "",
            numbers.is_unmistakable(invoice.number),
        )

    def add(
        self,
        truth: Truth,
        payer: PayerSeen,
        cents: int,
        text: str,
        *,
        day: date | None = None,
        **more: Any,
    ) -> PaymentFacts:
        """Book a payment with its truth."""
        booked = day or self.day()
        payment = PaymentFacts(
            id=next(self.ids),
            amount_cents=cents,
            booking_date=booked,
            counterparty_name=payer.name,
            counterparty_iban=payer.iban,
            remittance=wording.as_the_bank_shows(self.rng, text, booked) if text else "",
            bank_iban=more.pop("bank_iban", self.ledger.iban),
            digest=f"{self.rng.getrandbits(128):032x}",
            **more,
        )
        self.payments.append(payment)
        self.truths[payment.id] = truth
        return payment


def settled(*invoices: OpenInvoice) -> Cents:
    """Return invoices with all that is open of them."""
    return tuple(sorted((invoice.id, invoice.open_cents) for invoice in invoices))
