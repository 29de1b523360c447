"""A debtor says by which day it pays."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, merged_from, not_before, sentence, text
from voldaan.records.models.invoice import Invoice


class Promise(Owned):
    """A promise to pay an invoice, or all that is open, up to and including a day.

    Whether it was kept follows from the payments; it is not kept as a state.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="promises")
    merged_from = merged_from()
    invoice = models.ForeignKey(
        Invoice, on_delete=models.PROTECT, null=True, blank=True, related_name="promises"
    )
    amount_cents = models.BigIntegerField(null=True, blank=True)
    promised_on = models.DateField()
    last_day = models.DateField()
    cancelled_on = models.DateField(null=True, blank=True)
    note = text(500)

    class Meta:
        constraints = [
            not_before("last_day", "promised_on", "a_promise_looks_forward"),
            sentence(
                "a_promise_is_for_an_amount",
                Q(amount_cents__isnull=True) | Q(amount_cents__gt=0),
                "A promised amount is more than nothing.",
            ),
        ]
