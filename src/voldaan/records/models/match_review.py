"""A second look at payments that were linked without a person: what our own precision is measured by."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Owned, sentence, text
from voldaan.records.models.payment import Payment


class MatchReview(Owned):
    """One linked payment that was drawn for review, and what a person found."""

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="reviews")
    drawn_at = models.DateTimeField()
    because = text(40)
    points = models.SmallIntegerField()
    """As they were when it was drawn."""
    drawn_from = models.PositiveIntegerField()
    """How many linked payments of its kind there were to draw from."""
    was_right = models.BooleanField(null=True, blank=True)
    """None: nobody has looked yet."""
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = text()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "payment"], name="a_payment_is_reviewed_once"),
            sentence(
                "a_review_says_what_was_found_and_when",
                Q(was_right__isnull=True, reviewed_at__isnull=True)
                | Q(was_right__isnull=False, reviewed_at__isnull=False),
                "A review that was done says whether the match was right.",
            ),
        ]
