"""The address of a provider as the settings write it: `name://credentials@place/?option=value`."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from voldaan.channels.http_call import LOOPBACK

_NOT_IN_A_KEY = re.compile(r"[^\x21-\x7e]")
_ANSWERS = {"yes": True, "no": False}


class NoProvider(ValueError):
    """The settings name a provider in a way that cannot be used; the sentence repeats nothing of the address."""


class ProviderUrl(NamedTuple):
    """The parts of such an address."""

    user: str
    password: str
    host: str
    port: int | None
    options: Mapping[str, str]

    @property
    def is_here(self) -> bool:
        """Test if it is a service of this machine, as in tests."""
        return self.host in LOOPBACK

    def says_yes(self, name: str) -> bool:
        """Return if an option says yes; where it is not there, no.

        Raises:
            NoProvider: it says something else than yes or no.
        """
        given = self.options.get(name, "no")
        if given not in _ANSWERS:
            raise NoProvider(f"achter {name}= staat yes of no")
        return _ANSWERS[given]


def split_url(url: str, *, scheme: str, options: Collection[str]) -> ProviderUrl:
    """Return the parts of an address that begins with `scheme://` and knows these options.

    Raises:
        NoProvider: it is of another kind, has an option twice or one that is not known, or signs that no credential
            has. The sentence is the middle of one: the caller says which setting it is and how it should look.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
        given = parse_qs(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError:
        raise NoProvider("het is geen adres dat te lezen is") from None
    if parts.scheme != scheme:
        raise NoProvider(f"het begint niet met {scheme}://")
    if parts.fragment or parts.path not in {"", "/"}:
        raise NoProvider("achter de naam van de plaats staat iets dat er niet hoort")
    if not given.keys() <= set(options):
        raise NoProvider(f"na het vraagteken kent {scheme}:// alleen {', '.join(sorted(options))}")
    if any(len(values) > 1 or not values[0] for values in given.values()):
        raise NoProvider("na het vraagteken staat elke naam één keer, met een waarde")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if _NOT_IN_A_KEY.search(user + password):
        raise NoProvider("er staan tekens in die een sleutel niet heeft, zoals een spatie")
    return ProviderUrl(
        user, password, parts.hostname or "", port, {name: values[0] for name, values in given.items()}
    )
