"""A debtor says that an invoice is not right."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Owned, not_before, sentence, text
from voldaan.records.models.invoice import Invoice


class Dispute(Owned):
    """A dispute of one invoice, with the person who must answer it and the day by which."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="disputes")
    amount_cents = models.BigIntegerField()
    owner = models.CharField(max_length=200)
    answer_by = models.DateField()
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    outcome = text(40)
    note = text(500)

    class Meta:
        constraints = [
            sentence("a_dispute_is_about_an_amount", Q(amount_cents__gt=0), "Say how much is disputed."),
            not_before("answer_by", "opened_on", "a_dispute_is_answered_after_it_was_opened"),
            not_before("closed_on", "opened_on", "a_dispute_is_not_closed_before_it_was_opened"),
            models.UniqueConstraint(
                fields=["invoice"],
                condition=Q(closed_on__isnull=True),
                name="an_invoice_has_one_open_dispute",
            ),
        ]
