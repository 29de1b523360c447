"""What was decided for whom, on which day, and why."""

from django.db import models

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, one_of, text

ACTS = ("REMIND", "WAIT", "HOLD", "ASK", "HAND_OVER")


class DayPlan(Owned):
    """The decisions of one client on one day, with the digest that stands in the chain of events."""

    on = models.DateField()
    made_at = models.DateTimeField()
    strategy = models.CharField(max_length=200)
    """The keys of the strategies, with commas."""
    strategy_digest = models.CharField(max_length=64)
    accounts = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    payments_until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["client", "on"], name="day_plans_by_day")]


class Decision(Owned):
    """One act for one account. It stands until another is added; only a decision that differs is added.

    `invoices` and `others` are compact texts, written a million at a time: `records.decisions` reads them.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="decisions")
    plan = models.ForeignKey(DayPlan, on_delete=models.PROTECT, related_name="decisions")
    on = models.DateField()
    until = models.DateField(null=True, blank=True)
    """The first day on which the answer can be another by the calendar alone. None: not before a fact changes."""
    act = models.CharField(max_length=10)
    because = models.CharField(max_length=40)
    stage = text(32)
    channel = text(8)
    open_cents = models.BigIntegerField()
    invoices = models.TextField(default="", blank=True)
    others = models.TextField(default="", blank=True)

    class Meta:
        constraints = [one_of("act", ACTS, "a_decision_is_one_of_five_acts")]
        indexes = [models.Index(fields=["client", "account", "id"], name="decisions_by_account")]
