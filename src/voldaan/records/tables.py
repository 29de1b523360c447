"""Whether the tables are those of this version."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


class CannotOpen(Exception):
    """The database does not answer, or is none, with a sentence that says so."""


def tables_are_behind() -> bool:
    """Test if migrations wait to be applied.

    Raises:
        CannotOpen: there is no database where the installation says that it is.
    """
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        place = connection.settings_dict["HOST"] or connection.settings_dict["NAME"]
        said = str(error).strip().partition("\n")[0].rstrip(".")
        raise CannotOpen(
            f"The database at {place} cannot be opened: {said}. Look at VOLDAAN_DATABASE_URL, or choose another "
            "home with --home."
        ) from None
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
