"""Two accounts that turned out to be of one debtor."""

from django.db import models
from django.db.models import F, Q

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, not_before, sentence, text


class DebtorMerge(Owned):
    """What a person said: these two accounts are one debtor. It stands until a person undoes it.

    What can change hands moves to the kept account and says in `merged_from` whose it is; what was only added
    (messages, reminders, decisions, events) stays where it happened and is read with it.
    """

    kept = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    merged = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    because = text(500)
    tags = text()
    """Tags that the kept account has because the merged one has them, with commas."""
    undone_on = models.DateField(null=True, blank=True)
    undone_by = text()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["merged"],
                condition=Q(undone_on__isnull=True),
                name="an_account_is_merged_into_one_other",
            ),
            sentence(
                "an_account_is_merged_into_another",
                ~Q(kept=F("merged")),
                "An account is not merged into itself.",
            ),
            not_before("undone_on", "on", "a_merge_is_not_undone_before_it_was_made"),
            sentence(
                "a_merge_that_was_undone_says_by_whom",
                Q(undone_on__isnull=True) | ~Q(undone_by=""),
                "Say who undoes the merge.",
            ),
        ]
