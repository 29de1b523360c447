"""Whether the tables are those of this version."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def tables_are_behind() -> bool:
    """Test if migrations wait to be applied."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def database_version() -> tuple[str, str]:
    """Return the database's name and version."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT sqlite_version()")
            return "SQLite", str(cursor.fetchone()[0])
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return "PostgreSQL", str(cursor.fetchone()[0])
