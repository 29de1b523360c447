"""What the creditor takes back of an invoice."""

from django.db import models
from django.db.models import F, Q

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, merged_from, sentence, text
from voldaan.records.models.imported_file import ImportedFile


class CreditNote(Owned):
    """A credit note; amounts are positive. What is not allocated waits, and holds the account."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="credit_notes")
    merged_from = merged_from()
    number = models.CharField(max_length=60)
    issue_date = models.DateField()
    currency = models.CharField(max_length=3, default="EUR")
    total_cents = models.BigIntegerField()
    waiting_cents = models.BigIntegerField()
    invoice_number = text(60)
    set_aside = text(40)
    """Why what waits of it is for no invoice: used in the ledger already, paid back to the debtor."""
    open_in_list_of = models.DateField(null=True, blank=True)
    """The day of the newest open-item list that shows it as not yet used."""
    file = models.ForeignKey(ImportedFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "number"], name="a_credit_note_stands_once_under_a_client"
            ),
            sentence(
                "a_credit_note_gives_no_more_than_its_total",
                Q(waiting_cents__gte=0) & Q(waiting_cents__lte=F("total_cents")),
                "More was allocated from a credit note than it credits.",
            ),
        ]
