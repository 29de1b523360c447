"""One debtor with one client: what is reminded."""

from django.db import models

from voldaan.records.models.base import Owned, text
from voldaan.records.models.debtor import Debtor


class Account(Owned):
    """The account (debiteurkaart). It is what is reminded; the invoice is what is owed."""

    debtor = models.ForeignKey(Debtor, on_delete=models.PROTECT, related_name="accounts")
    number = models.CharField(max_length=60)
    """The debtor's number in the client's books, or the one we gave."""
    number_is_ours = models.BooleanField(default=False)
    direct_debit = models.BooleanField(null=True, blank=True)
    """Its invoices are collected by direct debit, by the client's list of debtors. None: not told."""
    tags = text(200)
    """Words that people gave it, with commas: what strategies can look at."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "number"], name="a_debtor_number_stands_once_under_a_client"
            ),
            models.UniqueConstraint(
                fields=["client", "debtor"], name="a_debtor_has_one_account_with_a_client"
            ),
        ]

    def __str__(self) -> str:
        return self.number
