"""Why a person let go what was open of an invoice."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Owned, sentence
from voldaan.records.models.invoice import Invoice


class WriteOff(Owned):
    """What a person wrote off of an invoice and why, in words that can be erased by law.

    The cents count by an `Allocation`, which is only ever added and therefore says nothing about anybody.
    """

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="write_offs")
    cents = models.BigIntegerField()
    reason = models.CharField(max_length=200)
    on = models.DateField()
    made_by = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            sentence("something_is_written_off", Q(cents__gt=0), "A write-off of nothing says nothing."),
        ]
