"""What a client owes its agency."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Owned, sentence
from voldaan.records.models.engagement import Engagement
from voldaan.records.models.invoice import Invoice
from voldaan.records.models.message import Message


class Fee(Owned):
    """A fee for an invoice, due when its first message was sent. Excluding VAT; never asked from the debtor."""

    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="fees")
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="fees")
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="fees")
    on = models.DateField()
    cents = models.BigIntegerField()
    first = models.BooleanField(default=True)

    class Meta:
        constraints = [
            sentence("a_fee_is_not_negative", Q(cents__gte=0), "A fee cannot be negative."),
            models.UniqueConstraint(
                fields=["engagement", "invoice"],
                condition=Q(first=True),
                name="an_invoice_is_charged_once_under_an_engagement",
            ),
            models.UniqueConstraint(fields=["message", "invoice"], name="a_message_charges_an_invoice_once"),
        ]
