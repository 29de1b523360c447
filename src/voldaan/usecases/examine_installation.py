"""Look whether a machine is fit for the book: SQLite's version, the triggers, the tables, rates, mail."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.conf import settings

from voldaan.channels.cm_account import cm_account_from
from voldaan.channels.dkim_signature import CannotSign, signing_key
from voldaan.channels.incoming.source import source_from
from voldaan.channels.incoming.waiting import CannotFetch
from voldaan.channels.pingen_account import pingen_account_from
from voldaan.channels.provider_url import NoProvider
from voldaan.channels.smtp_server import NoServer, server_from
from voldaan.domain.law.rates import InterestKind, Rate, last_known_day, missing_rate, rates
from voldaan.domain.workdays import EQUATED_DAYS, format_day
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
    return [
        _database(),
        _tables(),
        _triggers(),
        *_rates(on),
        _holidays(on),
        _mail(),
        _post(),
        _sms(),
        _mail_in(),
    ]


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
    """Say from a month before it happens that a rate of interest is missing."""
    for kind, name in _RATES:
        last = last_known_day(kind)
        if on >= last.replace(day=1):
            yield Examined(name, False, missing_rate(kind, last + timedelta(days=1)).sentence("nl"))
        else:
            yield Examined(name, True, f"bekend tot en met {format_day(last, 'nl')}{_doubt(rates(kind)[-1])}")


def _holidays(on: date) -> Examined:
    """Say from a month before it happens that no decree is known that equates days with a holiday."""
    last = date(max(row.day for row in EQUATED_DAYS).year, 12, 31)
    own = settings.INSTALLATION.additional_holidays
    if on < last.replace(day=1) or any(day > last for day in own):
        return Examined(
            "feestdagen", True, f"gelijkgestelde dagen bekend tot en met {format_day(last, 'nl')}"
        )
    return Examined(
        "feestdagen",
        False,
        f"Welke dagen na {format_day(last, 'nl')} met een feestdag zijn gelijkgesteld is niet bekend. Werk Voldaan "
        "bij, of zet de dagen uit het koninklijk besluit in additional_holidays.",
    )


def _doubt(rate: Rate) -> str:
    """Return what is to be said of a rate whose sources are too few; nothing where they are enough."""
    if rate.confirmed:
        return ""
    percent = str(rate.percent).replace(".", ",")
    return f"; {percent} % vanaf {format_day(rate.first_day, 'nl')} is nog niet bij de bron zelf nagelezen"


def _mail_in() -> Examined:
    if not settings.INSTALLATION.mail_in_url:
        return Examined("binnengekomen mail", True, "wordt niet opgehaald: VOLDAAN_MAIL_IN_URL is leeg")
    try:
        source_from(settings.INSTALLATION.mail_in_url)
    except CannotFetch as error:
        return Examined("binnengekomen mail", False, str(error))
    return Examined("binnengekomen mail", True, "komt uit de ingestelde postbus: voldaan mail fetch")


def _mail() -> Examined:
    told = settings.INSTALLATION
    try:
        key = signing_key(domain=told.mail_domain, selector=told.dkim_selector, key_file=told.dkim_key_file)
        server = server_from(told.smtp_url) if told.smtp_url else None
    except (CannotSign, NoServer) as error:
        return Examined("e-mail", False, str(error))
    if server is None:
        return Examined(
            "e-mail", True, f"gaat naar de postbus op schijf: {settings.VOLDAAN_HOME / 'mailbox'}"
        )
    by = "versleuteld" if server.tls or server.starttls else "onversleuteld"
    signed = f"met een DKIM-handtekening ({key.selector})" if key else "zonder DKIM-handtekening"
    return Examined("e-mail", True, f"gaat {by} naar {server.host}, {signed}")


def _post() -> Examined:
    url = settings.INSTALLATION.post_url
    if not url:
        return Examined("post", True, f"gaat naar een map op schijf: {settings.VOLDAAN_HOME / 'post'}")
    try:
        account = pingen_account_from(url)
    except NoProvider as error:
        return Examined("post", False, str(error))
    trial = "; dit is de proefomgeving, er wordt niets gedrukt" if account.is_trial else ""
    return Examined(
        "post", True, f"gaat naar Pingen, {account.print_mode}, venster {account.address_position}{trial}"
    )


def _sms() -> Examined:
    url = settings.INSTALLATION.sms_url
    if not url:
        return Examined("sms", True, "gaat niet: VOLDAAN_SMS_URL is leeg")
    if url == "folder:":
        return Examined("sms", True, f"gaat naar een map op schijf: {settings.VOLDAAN_HOME / 'sms'}")
    try:
        account = cm_account_from(url)
    except NoProvider as error:
        return Examined("sms", False, str(error))
    return Examined(
        "sms", True, f"gaat naar CM.com, van {account.sender}, hoogstens {account.parts_max} delen"
    )
