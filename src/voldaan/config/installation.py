"""What one installation is told: where its home is, which database, which mail server, which ways out."""

import os
import secrets
from datetime import date
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from pydantic import BeforeValidator, Field
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from voldaan.channels.pace import DEFAULT as DEFAULT_PACE
from voldaan.channels.pace import read_pace

SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
        "PRAGMA recursive_triggers=ON;PRAGMA cache_size=-65536;"
    ),
}


def home_folder() -> Path:
    """Return the folder that holds everything of this installation."""
    return Path(os.environ.get("VOLDAAN_HOME", "voldaan-data")).resolve()


def read_days(given: object) -> frozenset[date]:
    """Return the days of a setting: ISO days, in a list or with commas or spaces between them.

    Raises:
        ValueError: something in it is no day.
    """
    found = given.replace(",", " ").split() if isinstance(given, str) else given
    if not isinstance(found, list | tuple | set | frozenset):
        found = [found]
    return frozenset(_day(one) for one in found)


def _day(given: object) -> date:
    text = str(given)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise ValueError(
            f"{text!r} is not a day: write each day as 2029-05-11, with a comma between two of them"
        )
    return day


class Installation(BaseSettings):
    """The settings of one installation: from `VOLDAAN_…` variables, else `settings.toml` in its home."""

    model_config = SettingsConfigDict(env_prefix="VOLDAAN_", extra="ignore")

    database_url: str = ""
    """`postgres://user:password@host:port/name` moves the book to PostgreSQL. Empty: SQLite in the home."""
    smtp_url: str = ""
    """`smtp://user:password@host:port` or `smtps://…`; `?starttls=yes`. Empty: a mailbox on disk."""
    sms_url: str = ""
    """`cm://PRODUCT-TOKEN@gw.messaging.cm.com/?from=Korenaar`, or `folder:` for a folder on disk. Empty: no SMS."""
    post_url: str = ""
    """`pingen://CLIENT-ID:SECRET@ORGANISATION/?print=simplex`. Empty: letters go to a folder on disk."""
    mail_in_url: str = ""
    """`imaps://user:password@host/INBOX?done=Verwerkt`, `imap://…?starttls=yes` or `folder:/path`. Empty: no mail is
    fetched."""
    mail_domain: str = "voldaan.example"
    """The domain of our Message-IDs and return paths, and of our signatures."""
    mail_pace: Annotated[dict[str, int], NoDecode, BeforeValidator(read_pace)] = dict(DEFAULT_PACE)
    """How many messages a receiving domain gets in a minute: `gmail.com=60`, with commas between pairs."""
    spread_minutes: int = Field(default=0, ge=0, le=600)
    """Over how many minutes a large batch that was approved together leaves. 0: as fast as the channel takes it."""
    dkim_selector: str = ""
    """The name under which the public half of the key for signatures stands in the DNS. Empty: no signature."""
    dkim_key_file: str = ""
    """The file with the private half: an RSA key as PEM."""
    allowed_hosts: str = "127.0.0.1,localhost"
    """The names under which the desk is reached, with commas between them."""
    additional_holidays: Annotated[frozenset[date], NoDecode, BeforeValidator(read_days)] = frozenset()
    """Days that a royal decree equates with a holiday and that this version does not know yet."""
    email_cents: int | None = None
    """What sending one e-mail costs, for comparing strategies. None: nobody said."""
    post_cents: int | None = None
    """What one letter costs: postage, paper and print."""
    sms_cents: int | None = None
    """What one text message costs."""
    call_cents: int | None = None
    """What it costs that a person calls."""
    debug: bool = False

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment win over `settings.toml`."""
        toml = TomlConfigSettingsSource(settings_cls, home_folder() / "settings.toml")
        return (init_settings, env_settings, toml)


def secret_key(home: Path) -> str:
    """Return the installation's own secret, made once and kept readable by its owner only."""
    if from_environment := os.environ.get("VOLDAAN_SECRET_KEY"):
        return from_environment
    path = home / "secret-key"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


def database(url: str, home: Path) -> dict[str, Any]:
    """Return Django's description of the database that `url` names, or of the SQLite file in `home`."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(home / "voldaan.sqlite3"),
            "OPTIONS": SQLITE_OPTIONS,
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(
            f"VOLDAAN_DATABASE_URL begins with {parts.scheme!r}; Voldaan knows postgres://user:password@host/name. "
            "Leave it empty for SQLite."
        )
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or query.get("host", "")),
        "PORT": str(parts.port or query.get("port", "")),
        "CONN_HEALTH_CHECKS": True,
    }
