"""How many messages a receiving domain gets in a minute: who hurries is taken for a spammer, and refused."""

import time
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

MINUTE = 60.0
BIG = (
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.nl", "live.com", "live.nl", "msn.com",
    "yahoo.com", "icloud.com", "me.com", "ziggo.nl", "kpnmail.nl", "planet.nl", "hetnet.nl", "upcmail.nl", "home.nl",
    "xs4all.nl", "online.nl", "casema.nl", "chello.nl", "quicknet.nl", "telfort.nl", "tele2.nl", "solcon.nl",
)  # fmt: skip
"""Receivers of whom many debtors have a mailbox."""
BIG_PER_MINUTE = 120
DEFAULT: Mapping[str, int] = MappingProxyType(dict.fromkeys(BIG, BIG_PER_MINUTE))
ANY = "*"
"""Stands for every domain that is not named."""


def read_pace(given: object) -> dict[str, int]:
    """Return messages per minute by domain: the careful default, with what is given in its place.

    `gmail.com=60, example.nl=10, *=600`, or the same as a table; `*` is every other domain.

    Raises:
        ValueError: a pair is none, or its number is not at least 1.
    """
    pairs: list[tuple[Any, Any]] = (
        list(given.items())
        if isinstance(given, Mapping)
        else [_pair(one) for one in str(given).replace(",", " ").split()]
    )
    found = dict(DEFAULT)
    for domain, number in pairs:
        digits = str(number)
        if not str(domain) or not (digits.isascii() and digits.isdigit()) or int(digits) < 1:
            raise ValueError(_wrong(f"{domain}={number}"))
        found[str(domain).lower()] = int(digits)
    return found


def _pair(text: str) -> tuple[str, str]:
    domain, _, number = text.partition("=")
    return domain, number


def _wrong(what: object) -> str:
    return f"{what!r} is geen tempo: schrijf domein=berichten per minuut, zoals gmail.com=60, met een komma ertussen"


class Pace:
    """Counts what each domain got in the last minute. One of them serves all that a process sends."""

    def __init__(self, per_minute: Mapping[str, int], clock: Callable[[], float] = time.monotonic) -> None:
        self.per_minute = per_minute
        self._clock = clock
        self._went: defaultdict[str, deque[float]] = defaultdict(deque)

    def waits(self, address: str) -> str:
        """Return that the domain of this address had its messages for this minute, or nothing."""
        domain = _domain(address)
        limit = self.per_minute.get(domain, self.per_minute.get(ANY))
        if limit is None:
            return ""
        went, now = self._went[domain], self._clock()
        while went and now - went[0] >= MINUTE:
            went.popleft()
        if len(went) < limit:
            return ""
        return (
            f"{domain} krijgt hoogstens {limit} berichten per minuut. Dit bericht wacht op de volgende keer."
        )

    def count(self, address: str) -> None:
        """Note that a message for this address is handed over."""
        domain = _domain(address)
        if domain in self.per_minute or ANY in self.per_minute:
            self._went[domain].append(self._clock())


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip().lower()
