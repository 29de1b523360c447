"""Look whether a machine is fit for the book: SQLite's version, the triggers, the tables, rates, mail."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.conf import settings

from voldaan.domain.law.rates import InterestKind, MissingRate, rate_on
from voldaan.records.append_only import missing_triggers
from voldaan.records.tables import database_version, tables_are_behind

WAL_BUG_FIXED_IN = (3, 51, 3)
_RATES: tuple[tuple[InterestKind, str], ...] = (
    ("STATUTORY", "wettelijke rente"),
    ("COMMERCIAL", "wettelijke handelsrente"),
)


class Examined(NamedTuple):
    """One thing that was looked at."""

    what: str
    ok: bool
    says: str


def examine_installation(*, on: date) -> list[Examined]:
    """Return everything that was looked at, and how it is."""
    return [_database(), _tables(), _triggers(), *_rates(on), _mail()]


def _database() -> Examined:
    name, version = database_version()
    if name != "SQLite":
        return Examined("database", True, f"{name} {version}")
    fixed = tuple(int(part) for part in version.split(".")) >= WAL_BUG_FIXED_IN
    if fixed:
        return Examined("database", True, f"SQLite {version}")
    return Examined(
        "database",
        False,
        f"SQLite {version} kan een WAL-bestand beschadigen als meer processen schrijven. Installeer pysqlite3 of kies "
        "PostgreSQL (VOLDAAN_DATABASE_URL).",
    )


def _tables() -> Examined:
    behind = tables_are_behind()
    return Examined("tabellen", not behind, "lopen achter" if behind else "zijn van deze versie")


def _triggers() -> Examined:
    missing = missing_triggers()
    return Examined(
        "alleen toevoegen", not missing, f"onbewaakt: {', '.join(missing)}" if missing else "bewaakt"
    )


def _rates(on: date) -> Iterator[Examined]:
    """Say a month before it happens that a rate of interest is missing."""
    soon = on + timedelta(days=31)
    for kind, name in _RATES:
        try:
            rate = rate_on(kind, soon)
        except MissingRate as missing:
            yield Examined(name, False, str(missing))
        else:
            yield Examined(name, True, f"bekend op {soon.isoformat()}: {rate.percent} %")


def _mail() -> Examined:
    if settings.INSTALLATION.smtp_url:
        return Examined("e-mail", True, "gaat naar de ingestelde server")
    return Examined("e-mail", True, f"gaat naar de postbus op schijf: {settings.VOLDAAN_HOME / 'mailbox'}")
