"""What was allocated to an invoice, and from what. Rows are only added: taking back adds a negative one."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Owned, sentence, text
from voldaan.records.models.credit_note import CreditNote
from voldaan.records.models.invoice import Invoice
from voldaan.records.models.payment import Payment

DIFFERENCE_REASONS = ("ROUNDING", "DISCOUNT", "CHARGE", "FEE", "WRITTEN_OFF")


class Allocation(Owned):
    """A part of a payment or a credit note, what the ledger or the client says, or a difference, on one invoice."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="allocations")
    kind = models.CharField(max_length=12)
    payment = models.ForeignKey(
        Payment, on_delete=models.PROTECT, null=True, blank=True, related_name="allocations"
    )
    credit_note = models.ForeignKey(
        CreditNote, on_delete=models.PROTECT, null=True, blank=True, related_name="allocations"
    )
    beside = models.ForeignKey(Payment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The payment with which a difference or a credit note was placed: they are taken back together."""
    reason = text(12)
    """Of a difference: why it was let go."""
    cents = models.BigIntegerField()
    """Positive lowers what is open, negative raises it again."""
    on = models.DateField()
    """The day from which it counts: of the booking, the credit note, the list or the client's word."""
    made_at = models.DateTimeField()
    evidence = text(200)

    class Meta:
        constraints = [
            sentence(
                "an_allocation_allocates_something", ~Q(cents=0), "An allocation of nothing says nothing."
            ),
            sentence(
                "an_allocation_says_what_it_came_from",
                Q(kind="PAYMENT", payment__isnull=False, credit_note__isnull=True)
                | Q(kind="CREDIT_NOTE", payment__isnull=True, credit_note__isnull=False)
                | Q(
                    kind__in=("LEDGER", "CLIENT_WORD", "DIFFERENCE"),
                    payment__isnull=True,
                    credit_note__isnull=True,
                ),
                "An allocation comes from a payment, a credit note, the ledger, the client's word or a difference.",
            ),
            sentence(
                "a_difference_says_why",
                Q(kind="DIFFERENCE", reason__in=DIFFERENCE_REASONS) | (~Q(kind="DIFFERENCE") & Q(reason="")),
                "What is let go of an invoice has a reason, and nothing else has one.",
            ),
        ]
