"""Why somebody or something is left in peace."""

from datetime import date

from django.db import models
from django.db.models import Q

from voldaan.domain.law.stops import HOLD_KINDS
from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, merged_from, not_before, one_of, sentence, text
from voldaan.records.models.invoice import Invoice


def not_lifted(on: date) -> Q:
    """Return the condition that a hold is not lifted yet on this day: a lift can be meant for a later one."""
    return Q(lifted_on__isnull=True) | Q(lifted_on__gt=on)


class Hold(Owned):
    """A dated, reasoned hold on an account or on one of its invoices. Both open-ended and lifted are dated."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="holds")
    merged_from = merged_from()
    invoice = models.ForeignKey(
        Invoice, on_delete=models.PROTECT, null=True, blank=True, related_name="holds"
    )
    reason = models.CharField(max_length=30)
    note = text(500)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    """Up to and including this day; None until somebody lifts it."""
    made_by = text()
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = text()

    class Meta:
        constraints = [
            one_of("reason", HOLD_KINDS, "a_hold_has_a_reason_that_we_know"),
            not_before("last_day", "first_day", "a_hold_does_not_end_before_it_begins"),
            sentence(
                "a_lifted_hold_says_who_lifted_it",
                Q(lifted_on__isnull=True) | ~Q(lifted_by=""),
                "Say who lifts the hold.",
            ),
        ]
