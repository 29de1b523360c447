"""What a careful bookkeeper says of a generated payment, beside the payment."""

from typing import NamedTuple

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import (
    Cents,
    EarlierPayment,
    OpenInvoice,
    Payer,
    PaymentFacts,
    WaitingCredit,
)


class Truth(NamedTuple):
    """Where the money of one payment belongs."""

    shape: str
    ways: tuple[Cents, ...] = ()
    """Each answer that is right, as invoices with the cents that they are settled for, credit notes, discounts and
    fees included. The first is what the payer meant; none where no invoice of the book is meant."""
    asks: bool = False
    """Nobody can know: a person has to be asked, and a link is a guess."""
    usable: bool = False
    """It carries a number that a careful bookkeeper calls unmistakable."""
    for_open: bool = False
    """It is for invoices that are open."""
    accounts: tuple[int, ...] = ()
    """Whose money it is where no invoice can be named: a question has to hold their reminders."""
    takes_back: int | None = None


class World(NamedTuple):
    """One client with its book, the payments that arrive and the truth about each."""

    kind: str
    invoices: list[OpenInvoice]
    payers: list[Payer]
    credits: list[WaitingCredit]
    earlier: list[EarlierPayment]
    intermediaries: tuple[str, ...]
    payments: list[PaymentFacts]
    truths: dict[int, Truth]

    def book(self, *, link_from: int) -> OpenBook:
        """Return a fresh book to hold the payments against."""
        return OpenBook(
            self.invoices,
            self.payers,
            [*self.earlier, *self._received_here()],
            credit_notes=self.credits,
            intermediaries=self.intermediaries,
            link_from=link_from,
        )

    def _received_here(self) -> list[EarlierPayment]:
        """Return the payments of this run that another movement of it could take back: nothing is placed yet."""
        amounts = {-payment.amount_cents for payment in self.payments if payment.amount_cents < 0}
        return [
            EarlierPayment(
                id=payment.id,
                amount_cents=payment.amount_cents,
                booking_date=payment.booking_date,
                counterparty_iban=payment.counterparty_iban,
                end_to_end_id=payment.end_to_end_id,
                bank_reference=payment.bank_reference,
                payment_reference=payment.payment_reference,
                mandate_id=payment.mandate_id,
                lines=payment.lines,
            )
            for payment in self.payments
            if payment.amount_cents in amounts
        ]
