"""An exception by a person: for one invoice, account or client, dated and with a reason."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, merged_from, not_before, one_of, sentence, text
from voldaan.records.models.invoice import Invoice

DEPARTURE_KINDS = ("HOLD", "SKIP", "SOONER", "CHANNEL", "STRATEGY")


class Departure(Owned):
    """A dated exception (uitzondering) from the strategy. Without an account it is for the whole client.

    HOLD leaves the whole client in peace (one account or invoice has a `Hold`); SKIP passes the stage in `value` over;
    SOONER lets the next stage come from `first_day`; CHANNEL and STRATEGY name another one in `value`.
    """

    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="departures"
    )
    merged_from = merged_from()
    invoice = models.ForeignKey(
        Invoice, on_delete=models.PROTECT, null=True, blank=True, related_name="departures"
    )
    kind = models.CharField(max_length=10)
    value = text(40)
    reason = models.CharField(max_length=500)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    """Up to and including this day; None until somebody ends it."""
    made_by = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)
    """From this day on it counts no more."""
    ended_by = text()

    class Meta:
        constraints = [
            one_of("kind", DEPARTURE_KINDS, "an_exception_is_of_a_kind_that_we_know"),
            not_before("last_day", "first_day", "an_exception_does_not_end_before_it_begins"),
            sentence("an_exception_says_why", ~Q(reason=""), "Say why an exception is made."),
            sentence(
                "an_exception_for_an_invoice_names_its_account",
                Q(invoice__isnull=True) | Q(account__isnull=False),
                "An exception for an invoice stands with its account.",
            ),
            sentence(
                "a_hold_of_a_whole_client_names_no_account",
                ~Q(kind="HOLD") | Q(account__isnull=True),
                "An account or an invoice is held by a hold.",
            ),
            sentence(
                "an_ended_exception_says_who_ended_it",
                Q(ended_on__isnull=True) | ~Q(ended_by=""),
                "Say who ends the exception.",
            ),
        ]
