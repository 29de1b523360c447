"""Many new rows at once: the values as they are, in one statement for all. Needs a transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model

from voldaan.records.chunks import chunked

ROWS_WITH_IDS = 50
"""How many rows go in one statement where their ids are asked for."""


def insert_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows with the values of these columns, which must be all that have no default in the database.

    The ORM's own way asks every field of every row how it is written, which is most of its time. A moment is given
    as `moment` returns it.
    """
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({places})", list(rows))


def insert_for_ids(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    """Insert rows as `insert_rows` does, and return their ids in the same order."""
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    places = f"({', '.join(['%s'] * len(columns))})"
    found: list[int] = []
    with connection.cursor() as cursor:
        for part in chunked(rows, ROWS_WITH_IDS):
            values = ", ".join([places] * len(part))
            statement = f"INSERT INTO {model._meta.db_table} ({names}) VALUES {values} RETURNING id"
            cursor.execute(statement, [value for row in part for value in row])
            # The ids are given out in the order of the rows; a database may tell them in another.
            found += sorted(key for (key,) in cursor.fetchall())
    return found


def moment(at: datetime) -> Any:
    """Return a moment as this database takes it."""
    return connection.ops.adapt_datetimefield_value(at)
