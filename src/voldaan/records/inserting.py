"""Many new rows at once: the values as they are, in one statement for all. Needs a transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model


def insert_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows with the values of these columns, which must be all that have no default in the database.

    The ORM's own way asks every field of every row how it is written, which is most of its time. A moment is given
    as `moment` returns it.
    """
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({places})", list(rows))


def moment(at: datetime) -> Any:
    """Return a moment as this database takes it."""
    return connection.ops.adapt_datetimefield_value(at)
