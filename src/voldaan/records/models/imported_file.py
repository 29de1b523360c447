"""A file that was taken into the book, whole, and how a list of the client is read."""

from django.db import models

from voldaan.records.models.base import Owned, text


class ImportedFile(Owned):
    """One file, known by the digest of its bytes: the same file twice changes nothing (P10)."""

    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    format = models.CharField(max_length=40)
    imported_at = models.DateTimeField()
    new = models.PositiveIntegerField()
    known = models.PositiveIntegerField()
    as_of = models.DateField(null=True, blank=True)
    """Of an open-item list: the day of which it tells."""
    complete = models.BooleanField(default=False)
    """An open-item list that names every open item of that day."""
    mapping = text(64)
    mapping_name = text(60)
    """The mapping by which a list was read: a kept one of the client, or a ready one of a package."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "sha256", "mapping"], name="a_file_is_taken_once"),
        ]


class ListMapping(Owned):
    """How one kind of list of a client is read: which column says what."""

    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    text = models.TextField()
    """The mapping itself, as TOML."""
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "name"], name="a_mapping_stands_once_under_a_client"),
        ]
