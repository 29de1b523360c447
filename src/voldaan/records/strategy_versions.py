"""Adding a version of a strategy's text: each number once, also when two people save in the same moment."""

from datetime import datetime

from django.db import IntegrityError

from voldaan.records.models import StrategyVersion
from voldaan.records.scope import one_transaction


class NumberTaken(Exception):
    """Somebody else has just added the version of this number."""


def add_version(
    key: str, number: int, *, text: str, digest: str, note: str, at: datetime, by: str
) -> StrategyVersion:
    """Add a version.

    Raises:
        NumberTaken: there is one of this number.
    """
    try:
        with one_transaction():
            version: StrategyVersion = StrategyVersion.objects.create(
                key=key, number=number, text=text, digest=digest, note=note, made_at=at, made_by=by
            )
    except IntegrityError:
        raise NumberTaken from None
    return version
