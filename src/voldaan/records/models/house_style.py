"""How the messages of a client or an agency look, as people changed it."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Version, sentence


class HouseStyleVersion(Version):
    """One version of a house style. Its logo lies in the archive, and the text names its digest."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key", "number"], name="a_house_style_has_one_version_of_a_number"
            ),
            sentence(
                "a_house_style_is_numbered_from_one", Q(number__gte=1), "The first version is number 1."
            ),
        ]
