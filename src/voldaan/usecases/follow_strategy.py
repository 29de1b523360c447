"""Which clients follow which strategy on a day, and why: by their list, by an engagement, or because a person chose."""

from collections import defaultdict
from datetime import date
from typing import Literal, NamedTuple

from voldaan.records.following import agreed_lists, chosen_keys
from voldaan.records.models import Client
from voldaan.records.scope import clients
from voldaan.usecases.known_strategies import keys_in

FollowedBy = Literal["ENGAGEMENT", "CLIENT", "CHOSEN", "LATER"]
"""LATER: its list has the strategy, and counts on other days: an engagement runs now, or has not begun."""


class Follower(NamedTuple):
    """A client that follows a strategy."""

    client: Client
    by: FollowedBy


def list_of(client: Client, on: date) -> tuple[str, FollowedBy]:
    """Return the list of strategies that counts for a client on a day, and whose list it is."""
    running = [one for one in agreed_lists([client], on) if one.first_day <= on]
    return (running[0].strategy, "ENGAGEMENT") if running else (client.strategy, "CLIENT")


def followers(on: date) -> dict[str, list[Follower]]:
    """Return for each key the clients that follow it, by key, each once and by what counts now."""
    found: dict[str, dict[int, Follower]] = defaultdict(dict)
    every = clients()
    agreed = agreed_lists(every, on)
    chosen = chosen_keys(every, on)
    for client in every:
        own = [one for one in agreed if one.client_id == client.pk]
        running = [one for one in own if one.first_day <= on][:1]
        reasons: list[tuple[FollowedBy, str]] = [
            *(("ENGAGEMENT", one.strategy) for one in running),
            *((("CLIENT", client.strategy),) if not running else ()),
            *(("CHOSEN", key) for number, key in chosen if number == client.pk),
            ("LATER", client.strategy),
            *(("LATER", one.strategy) for one in own),
        ]
        for by, keys in reasons:
            for key in keys_in(keys):
                found[key].setdefault(client.pk, Follower(client, by))
    return {key: list(by_client.values()) for key, by_client in found.items()}
