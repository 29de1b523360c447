"""What happened, only ever added, chained by hash: a chain for each client."""

from django.db import models

from voldaan.records.models.base import Owned


class Event(Owned):
    """One thing that happened. It names rows by id and texts by digest; a person's data stands beside it."""

    sequence = models.PositiveBigIntegerField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    on = models.DateField()
    """The day it belongs to in the book; `at` is when it was written down."""
    kind = models.CharField(max_length=40)
    actor = models.CharField(max_length=100)
    account_id = models.BigIntegerField(null=True, blank=True)
    data = models.TextField()
    """Canonical JSON: ids, digests, codes and cents."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "sequence"], name="events_are_numbered_without_repeats"
            ),
            models.UniqueConstraint(fields=["client", "previous"], name="a_chain_of_events_does_not_fork"),
        ]
        indexes = [models.Index(fields=["client", "account_id", "sequence"], name="events_by_account")]


class EventChain(models.Model):
    """Where a client's chain ends, so that a missing tail is seen too."""

    client = models.OneToOneField("records.Client", on_delete=models.PROTECT, related_name="event_chain")
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)
