"""Adding a version of a text that people edit: each number once, also when two people save in the same moment."""

from datetime import datetime
from typing import TypeVar

from django.db import IntegrityError

from voldaan.records.models.base import Version
from voldaan.records.scope import one_transaction

V = TypeVar("V", bound=Version)


class NumberTaken(Exception):
    """Somebody else has just added the version of this number."""


def newest_of(table: type[V], key: str) -> V | None:
    """Return the version in use of a key; None where people made none."""
    # `_default_manager` is what every model has; `objects` is not known of the abstract one.
    return table._default_manager.filter(key=key).order_by("-number").first()


def add_version(
    table: type[V], key: str, number: int, *, text: str, digest: str, note: str, at: datetime, by: str
) -> V:
    """Add a version.

    Raises:
        NumberTaken: there is one of this number.
    """
    try:
        with one_transaction():
            return table._default_manager.create(
                key=key, number=number, text=text, digest=digest, note=note, made_at=at, made_by=by
            )
    except IntegrityError:
        raise NumberTaken from None
