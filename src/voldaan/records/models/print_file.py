"""Letters that were printed together."""

from django.db import models

from voldaan.records.models.base import text


class PrintFile(models.Model):
    """One print file: a PDF with an index. It may hold letters of several clients, and names none of them."""

    uuid = models.UUIDField(unique=True)
    made_at = models.DateTimeField()
    made_on = models.DateField()
    made_by = models.CharField(max_length=200)
    letters = models.PositiveIntegerField()
    sheets = models.PositiveIntegerField()
    sha256 = text(64)
    """Of the PDF."""
