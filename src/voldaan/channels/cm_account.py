"""With whom text messages are sent: an account at CM.com, as the settings write it."""

import re
from dataclasses import dataclass, field
from typing import Final

from voldaan.channels.http_call import TIMEOUT_SECONDS
from voldaan.channels.provider_url import NoProvider, split_url

PARTS_MAX: Final = 3
"""How many messages one text may take where nothing else is said: 459 places, and three times the price."""
_PARTS_ALLOWED: Final = 8
"""More than this the service cuts off, without saying so."""
_NAME = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 .&-]{1,11}")
_NUMBER = re.compile(r"\+?[0-9]{3,16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CmAccount:
    """Who sends, and with which key."""

    token: str = field(repr=False)
    """The product token."""
    sender: str
    """What the phone shows: a name of at most eleven signs, or a number."""
    url: str
    parts_max: int = PARTS_MAX
    timeout: float = TIMEOUT_SECONDS


def cm_account_from(url: str) -> CmAccount:
    """Return the account that `cm://PRODUCT-TOKEN@gw.messaging.cm.com/?from=Korenaar` names.

    `parts=3` can be added: how many messages one text may take. A service of this machine is spoken to without TLS,
    any other only with it.

    Raises:
        NoProvider: something is missing or makes no sense; the sentence repeats nothing of the address.
    """
    try:
        parts = split_url(url, scheme="cm", options=("from", "parts", "timeout"))
        if not parts.user or parts.password:
            raise NoProvider("er hoort precies één sleutel voor de @ te staan, het product token")
        if not parts.host:
            raise NoProvider("er staat geen server achter de @")
        scheme = "http" if parts.is_here else "https"
        port = f":{parts.port}" if parts.port else ""
        return CmAccount(
            token=parts.user,
            sender=_sender(parts.options.get("from", "")),
            url=f"{scheme}://{parts.host}{port}/v1.0/message",
            parts_max=_number(parts.options.get("parts", str(PARTS_MAX)), _PARTS_ALLOWED, "parts"),
            timeout=_number(parts.options.get("timeout", str(int(TIMEOUT_SECONDS))), 600, "timeout"),
        )
    except NoProvider as wrong:
        raise NoProvider(
            f"VOLDAAN_SMS_URL is niet te gebruiken: {wrong}. Zo hoort het: "
            "cm://PRODUCT-TOKEN@gw.messaging.cm.com/?from=Korenaar. Het product token staat bij CM.com onder Channels; "
            "achter from= staat de naam (hoogstens elf tekens) of het nummer dat de telefoon laat zien."
        ) from None


def _sender(given: str) -> str:
    if _NAME.fullmatch(given) or _NUMBER.fullmatch(given):
        return given
    raise NoProvider(
        "achter from= hoort een naam van hoogstens elf letters en cijfers, of een telefoonnummer"
    )


def _number(given: str, most: int, name: str) -> int:
    if given.isascii() and given.isdigit() and 1 <= int(given) <= most:
        return int(given)
    raise NoProvider(f"achter {name}= hoort een getal van 1 tot en met {most}")
