"""A client's rows or none: the only way in.

Inside `rows_of(client)` every query on a table that belongs to a client is limited to that client; outside it
such a query raises. Raw SQL is not covered by this and takes the clients as a required argument instead.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

from django.db import transaction
from django_scopes import scope

from voldaan.records.models import Agency, Client


class UnknownClient(LookupError):
    """No client has this key. The sentence is the same for "not there" and "not yours"."""


def client_by_key(key: str) -> Client:
    """Return the client with this key.

    Raises:
        UnknownClient: there is none.
    """
    try:
        return Client.objects.get(key=key)
    except Client.DoesNotExist:
        known = ", ".join(Client.objects.order_by("key").values_list("key", flat=True)[:20]) or "none yet"
        raise UnknownClient(
            f"There is no client {key!r}. Known: {known}. Make one with: voldaan client add {key} --name … --iban …"
        ) from None


class UnknownAgency(LookupError):
    """No agency has this key."""


def agency_by_key(key: str) -> Agency:
    """Return the agency with this key.

    Raises:
        UnknownAgency: there is none.
    """
    agency = Agency.objects.filter(key=key).first()
    if agency is None:
        raise UnknownAgency(
            f"There is no agency {key!r}. Make one with: voldaan agency add {key} --registered-name …"
        )
    return agency


def rows_of(client: Client) -> AbstractContextManager[None]:
    """Open the rows of one client."""
    opened: AbstractContextManager[None] = scope(client=client)
    return opened


def clients(keys: Iterable[str] | None = None) -> list[Client]:
    """Return the clients with these keys, or all, by key."""
    if keys is None:
        return list(Client.objects.order_by("key"))
    return [client_by_key(key) for key in keys]


@contextmanager
def nothing_stays() -> Iterator[None]:
    """Open a transaction that is taken back at its end: for looking at what would be."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def one_transaction() -> AbstractContextManager[None]:
    """Open a transaction: all of it stands, or none."""
    opened: AbstractContextManager[None] = transaction.atomic()
    return opened
