"""What the tables share: choices, the client's column, constraints that read as sentences."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager


def sentence(name: str, condition: Q, message: str) -> models.CheckConstraint:
    """Return a check whose name says what must be true and whose message says what was not."""
    return models.CheckConstraint(condition=condition, name=name, violation_error_message=message)


def one_of(field: str, codes: tuple[str, ...], name: str) -> models.CheckConstraint:
    """Return a check that `field` holds one of `codes`."""
    return sentence(name, Q(**{f"{field}__in": codes}), f"{field} must be one of {', '.join(codes)}.")


def owned() -> Any:
    """Return the column that says whose row this is."""
    return models.ForeignKey("records.Client", on_delete=models.PROTECT, related_name="+")


def code(max_length: int = 32, **options: Any) -> Any:
    """Return a column for a code: upper case, never shown to a person."""
    return models.CharField(max_length=max_length, **options)


def text(max_length: int = 200, **options: Any) -> Any:
    """Return a column for a short text that may be unknown (empty)."""
    return models.CharField(max_length=max_length, blank=True, default="", **options)


def not_before(later: str, earlier: str, name: str) -> models.CheckConstraint:
    """Return a check that `later`, where it is known, does not lie before `earlier`."""
    return sentence(
        name,
        Q(**{f"{later}__isnull": True}) | Q(**{f"{later}__gte": F(earlier)}),
        f"{later} lies before {earlier}.",
    )


def merged_from() -> Any:
    """Return the column for the account that a row is of by itself, where that was merged into another."""
    return models.ForeignKey(
        "records.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )


class AsksFirst(models.Model):
    """Whether the client is asked before its debtors are reminded, and what its silence means."""

    asks_first = models.BooleanField(default=False)
    """The client gets one list of what is about to be reminded ("klopt dit nog?")."""
    silence_goes = models.BooleanField(default=False)
    """What it says nothing about may be reminded after the days to answer; otherwise it is held."""
    answer_days = models.PositiveSmallIntegerField(default=2)
    """How many working days the client has to answer."""

    class Meta:
        abstract = True


class Version(models.Model):
    """One version of a text that people edit, with who made it, when and why. Rows are only added.

    It is of no client: several may use it. The newest of a key is the one in use.
    """

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
        abstract = True

    def __str__(self) -> str:
        return f"{self.key} {self.number}"


class Owned(models.Model):
    """A row of one client: reached only with that client in hand."""

    client = owned()
    objects = ScopedManager(client="client")

    class Meta:
        abstract = True
