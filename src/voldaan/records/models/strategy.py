"""The texts of strategies as people changed them."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Version, sentence


class StrategyVersion(Version):
    """One version of a strategy."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="a_strategy_has_one_version_of_a_number"),
            sentence("a_strategy_is_numbered_from_one", Q(number__gte=1), "The first version is number 1."),
        ]
