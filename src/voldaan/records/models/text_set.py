"""The texts of messages as people changed them."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Version, sentence


class TextSetVersion(Version):
    """One version of a text set: what it says otherwise than the shipped texts that it begins from."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="a_text_set_has_one_version_of_a_number"),
            sentence("a_text_set_is_numbered_from_one", Q(number__gte=1), "The first version is number 1."),
        ]
