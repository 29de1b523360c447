"""What linked payments taught of an account: how its debtor pays and writes."""

from django.db import models

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, one_of, sentence

HABIT_KINDS = ("IBAN", "NAME", "WORD", "STYLE")


class Habit(Owned):
    """Something that payments of an account had, and in how many of those that are linked now."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    """The account of the invoice that was paid; what a merged account has counts for the one it was merged into."""
    kind = models.CharField(max_length=5)
    value = models.CharField(max_length=100)
    times = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "account", "kind", "value"],
                name="a_habit_stands_once_with_an_account",
            ),
            one_of("kind", HABIT_KINDS, "a_habit_is_of_a_kind_that_we_know"),
            sentence("a_habit_was_seen", models.Q(times__gt=0), "A habit was seen in at least one payment."),
        ]
