"""The end of pre-collection: invoices that go to collection."""

from django.db import models

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, merged_from
from voldaan.records.models.invoice import Invoice


class HandOver(Owned):
    """A hand-over that the client's authorised person confirmed. Nothing more is sent about its invoices."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="handovers")
    merged_from = merged_from()
    on = models.DateField()
    confirmed_by = models.CharField(max_length=200)
    confirmed_at = models.DateTimeField()
    dossier_sha256 = models.CharField(max_length=64)


class HandOverInvoice(Owned):
    """An invoice that was handed over, with what was open of it."""

    handover = models.ForeignKey(HandOver, on_delete=models.PROTECT, related_name="handover_invoices")
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="+")
    open_cents = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["invoice"], name="an_invoice_is_handed_over_once"),
        ]
