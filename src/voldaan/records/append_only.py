"""Tables to which rows are only added (P12), kept so by the database itself.

A trigger refuses every change and every removal. They are made anew after each migration, since SQLite
drops them silently when it rebuilds a table, and `voldaan verify` looks whether they are there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY_TABLES = (
    "records_event",
    "records_allocation",
    "records_decision",
    "records_reminded",
    "records_strategyversion",
    "records_textsetversion",
    "records_housestyleversion",
    "records_callattempt",
)


def renew_triggers(using: str = "default", **kwargs: Any) -> None:
    """Make the triggers of every append-only table that exists, replacing those that stand."""
    connection = connections[using]
    present = set(connection.introspection.table_names())
    for table in APPEND_ONLY_TABLES:
        if table in present:
            _drop(connection, table)
            _create(connection, table)


def missing_triggers(using: str = "default") -> list[str]:
    """Return the append-only tables that the database does not guard at this moment."""
    connection = connections[using]
    query = (
        "SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger' GROUP BY tbl_name"
        if connection.vendor == "sqlite"
        else "SELECT event_object_table, count(DISTINCT event_manipulation) FROM information_schema.triggers "
        "GROUP BY event_object_table"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        found = dict(cursor.fetchall())
    return [table for table in APPEND_ONLY_TABLES if found.get(table, 0) < 2]


@contextmanager
def lifted(using: str = "default") -> Iterator[None]:
    """Lift the triggers for the length of a block: for tests that empty tables, never for the product."""
    connection = connections[using]
    for table in APPEND_ONLY_TABLES:
        _drop(connection, table)
    try:
        yield
    finally:
        renew_triggers(using)


def _create(connection: BaseDatabaseWrapper, table: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are only ever added'); END"
                )
            return
        cursor.execute(
            "CREATE OR REPLACE FUNCTION voldaan_only_added() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME "
            "USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        cursor.execute(
            f"CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION voldaan_only_added()"
        )
        cursor.execute(
            f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION voldaan_only_added()"
        )


def _drop(connection: BaseDatabaseWrapper, table: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for verb in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}")
        else:
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_only_added ON {table}")
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_never_emptied ON {table}")
