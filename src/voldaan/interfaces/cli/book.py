"""Open the book: Django and its tables, made or brought up to date when a command first needs them."""

import os
from pathlib import Path

import django
from django.core.management import call_command


def open_book() -> None:
    """Set Django up and bring the tables to the present version."""
    Path(os.environ.get("VOLDAAN_HOME", "voldaan-data")).mkdir(parents=True, exist_ok=True)
    django.setup()
    from voldaan.records.tables import tables_are_behind

    if tables_are_behind():
        call_command("migrate", verbosity=0, interactive=False)
