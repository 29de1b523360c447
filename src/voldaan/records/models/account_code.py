"""The short code that stands in the messages of an account."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned


class AccountCode(Owned):
    """A code that a debtor types or writes: it names one account, and can be revoked (P14)."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="codes")
    code = models.CharField(max_length=16, unique=True)
    """Without the dashes that make it readable."""
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=Q(revoked_at__isnull=True),
                name="an_account_has_one_code_that_counts",
            ),
        ]
