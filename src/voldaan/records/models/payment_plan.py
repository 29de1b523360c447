"""An agreement to pay in parts."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, merged_from, sentence, text
from voldaan.records.models.invoice import Invoice


class PaymentPlan(Owned):
    """A payment plan (betalingsregeling) for one or more invoices of an account."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="payment_plans")
    merged_from = merged_from()
    agreed_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    outcome = text(40)


class PaymentPlanInvoice(Owned):
    """An invoice that a payment plan covers."""

    payment_plan = models.ForeignKey(PaymentPlan, on_delete=models.PROTECT, related_name="plan_invoices")
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["payment_plan", "invoice"], name="a_plan_covers_an_invoice_once"),
        ]


class Instalment(Owned):
    """One term of a payment plan."""

    payment_plan = models.ForeignKey(PaymentPlan, on_delete=models.PROTECT, related_name="instalments")
    due_date = models.DateField()
    cents = models.BigIntegerField()

    class Meta:
        constraints = [
            sentence("an_instalment_asks_something", Q(cents__gt=0), "An instalment is more than nothing."),
            models.UniqueConstraint(fields=["payment_plan", "due_date"], name="a_plan_asks_once_a_day"),
        ]
