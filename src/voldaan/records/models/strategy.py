"""The texts of strategies as people changed them. Rows are only added: the newest of a key is the one in use."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import sentence


class StrategyVersion(models.Model):
    """One version of a strategy's text, with who made it, when and why. It is of no client: several may follow it."""

    key = models.SlugField(max_length=40)
    number = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    """SHA-256 of the text."""
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    note = models.CharField(max_length=500, blank=True, default="")
    """What was changed and why, in words."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="a_strategy_has_one_version_of_a_number"),
            sentence("a_strategy_is_numbered_from_one", Q(number__gte=1), "The first version is number 1."),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.number}"
