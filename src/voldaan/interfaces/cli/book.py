"""Open the book: Django and its tables, made or brought up to date when a command first needs them."""

import os
from pathlib import Path

import django
from django.core.management import call_command
from pydantic import ValidationError

from voldaan.interfaces.cli.answer import Refused


def open_book() -> None:
    """Set Django up and bring the tables to the present version.

    Raises:
        Refused: the home cannot be written, or the settings cannot be used.
    """
    home = Path(os.environ.get("VOLDAAN_HOME", "voldaan-data"))
    try:
        home.mkdir(parents=True, exist_ok=True)
        django.setup()
    except OSError as error:
        raise Refused(
            f"The home {home} cannot be used: {error.strerror}. Choose another folder with --home or VOLDAAN_HOME."
        ) from None
    except ValueError as error:
        raise Refused(
            f"The settings of the home {home} cannot be used: {_said(error)} Look at {home / 'settings.toml'} and at "
            "the variables VOLDAAN_…."
        ) from None
    from voldaan.records.tables import tables_are_behind

    if tables_are_behind():
        call_command("migrate", verbosity=0, interactive=False)


def _said(error: ValueError) -> str:
    """Return what is wrong with the settings, in one line."""
    if isinstance(error, ValidationError):
        found = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return f"{'; '.join(found)}."
    return f"{str(error).rstrip('.')}."
