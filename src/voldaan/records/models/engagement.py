"""What an agency does for a client, from which day and for what price."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.agency import Agency
from voldaan.records.models.base import AsksFirst, Owned, not_before, one_of, sentence
from voldaan.records.models.client import PAYMENT_TRUTHS

PAY_TO = ("CLIENT", "AGENCY")


class Engagement(AsksFirst, Owned):
    """An agency's dated assignment. While it runs, every message of this client comes from the agency."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    strategy = models.CharField(max_length=200, default="standard")
    """The keys of its strategies, with commas, in the order in which they are tried."""
    price_cents = models.BigIntegerField()
    """Per invoice, excluding VAT, owed by the client; never asked from a debtor."""
    every_message_is_charged = models.BooleanField(default=False)
    payment_truth = models.CharField(max_length=16)
    pay_to = models.CharField(max_length=8, default="CLIENT")

    class Meta:
        constraints = [
            one_of("pay_to", PAY_TO, "money_goes_to_the_client_or_to_the_agency"),
            one_of("payment_truth", PAYMENT_TRUTHS, "an_engagement_names_a_payment_truth_that_we_know"),
            not_before("last_day", "first_day", "an_engagement_does_not_end_before_it_begins"),
            sentence("a_price_is_not_negative", Q(price_cents__gte=0), "A price cannot be negative."),
        ]
