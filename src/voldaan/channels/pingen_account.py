"""With whom letters are printed and posted: an account at Pingen, as the settings write it."""

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from voldaan.channels.http_call import LOOPBACK, TIMEOUT_SECONDS
from voldaan.channels.provider_url import NoProvider, ProviderUrl, split_url

_PRODUCTION: Final = "https://api.pingen.com"
_STAGING: Final = "https://api-staging.pingen.com"
_OPTIONS: Final = ("print", "colour", "product", "window", "staging", "at", "timeout")
_PRINT: Final = ("simplex", "duplex")
_COLOUR: Final = ("color", "grayscale")
_WINDOW: Final = ("left", "right")
_PRODUCT = re.compile(r"[a-z][a-z_]{1,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PingenAccount:
    """Who posts, with which key, and how the letters are printed."""

    client_id: str
    secret: str = field(repr=False)
    organisation: str
    api: str = _PRODUCTION
    print_mode: str = "simplex"
    print_spectrum: str = "color"
    delivery_product: str = "cheap"
    address_position: str = "left"
    timeout: float = TIMEOUT_SECONDS

    @property
    def is_trial(self) -> bool:
        """Test if nothing that is sent here is printed."""
        return self.api == _STAGING


def pingen_account_from(url: str) -> PingenAccount:
    """Return the account that `pingen://CLIENT-ID:SECRET@ORGANISATION/` names.

    Options: `print=simplex|duplex`, `colour=color|grayscale`, `product=cheap|fast|…`, `window=left|right`,
    `staging=yes` (nothing is printed), `timeout=60`, and `at=http://127.0.0.1:8001` for a service of this machine.

    Raises:
        NoProvider: something is missing or makes no sense; the sentence repeats nothing of the address.
    """
    try:
        parts = split_url(url, scheme="pingen", options=_OPTIONS)
        if not parts.user or not parts.password:
            raise NoProvider(
                "voor de @ horen een client-id en een geheim te staan, met een dubbele punt ertussen"
            )
        staging = parts.says_yes("staging")
        return PingenAccount(
            client_id=parts.user,
            secret=parts.password,
            organisation=_organisation(parts.host),
            api=_at(parts.options.get("at", "")) or (_STAGING if staging else _PRODUCTION),
            print_mode=_one_of(parts, "print", _PRINT),
            print_spectrum=_one_of(parts, "colour", _COLOUR),
            delivery_product=_product(parts.options.get("product", "cheap")),
            address_position=_one_of(parts, "window", _WINDOW),
            timeout=_seconds(parts.options.get("timeout", str(int(TIMEOUT_SECONDS)))),
        )
    except NoProvider as wrong:
        raise NoProvider(
            f"VOLDAAN_POST_URL is niet te gebruiken: {wrong}. Zo hoort het: "
            "pingen://CLIENT-ID:GEHEIM@ORGANISATIE/?print=simplex&colour=color&product=cheap&window=left, met "
            "staging=yes erbij om te proberen zonder dat er iets wordt gedrukt. De organisatie is het lange nummer in "
            "het adres van de Pingen-app. Een teken als / ? # : of % in het geheim wordt %2F %3F %23 %3A of %25."
        ) from None


def _organisation(given: str) -> str:
    try:
        return str(UUID(given))
    except ValueError:
        raise NoProvider("achter de @ hoort het nummer van de organisatie te staan, een UUID") from None


def _at(given: str) -> str:
    """Return the address of a service of this machine; nothing where none is given."""
    if not given:
        return ""
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if (
        parts.scheme != "http"
        or parts.hostname not in LOOPBACK
        or port is None
        or parts.path not in {"", "/"}
    ):
        raise NoProvider("achter at= hoort een dienst van deze machine, zoals http://127.0.0.1:8001")
    return given.rstrip("/")


def _one_of(parts: ProviderUrl, name: str, allowed: tuple[str, ...]) -> str:
    given = parts.options.get(name, allowed[0])
    if given in allowed:
        return given
    raise NoProvider(f"achter {name}= staat {' of '.join(allowed)}")


def _product(given: str) -> str:
    if _PRODUCT.fullmatch(given):
        return given
    raise NoProvider("achter product= hoort een naam zoals cheap of fast")


def _seconds(given: str) -> int:
    if given.isascii() and given.isdigit() and 1 <= int(given) <= 600:
        return int(given)
    raise NoProvider("achter timeout= hoort een aantal seconden van 1 tot en met 600")
