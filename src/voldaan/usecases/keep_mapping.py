"""How the lists of a client are read: kept with the client, moved as a file, and used without being asked for again."""

from dataclasses import replace
from datetime import date, datetime

from voldaan.formats.lists import reading as lists
from voldaan.formats.lists.mapping import Mapping, mapping_text, parse_mapping
from voldaan.formats.lists.ready import mappings as ready_mappings
from voldaan.formats.source import Source
from voldaan.records import events
from voldaan.records.models import Client, ListMapping
from voldaan.records.scope import one_transaction, rows_of

NAME_LENGTH_MAX = 60


class NoSuchMapping(LookupError):
    """Neither the client nor a package has a mapping of this name. The message is a Dutch sentence."""


def usable_mappings(source: Source | None = None) -> tuple[Mapping, ...]:
    """Return the mappings that a list of the client may be read by: its own first, then the ready ones.

    One of the client takes the place of a ready one of the same name; where one of its own fits `source`, no ready
    one is looked at. Needs an open scope.
    """
    own = tuple(parse_mapping(row.text) for row in ListMapping.objects.order_by("name"))
    if own and source is not None:
        fits = lists.fitting(source, own)
        if fits:
            return fits
    names = {mapping.name for mapping in own}
    return (*own, *(mapping for mapping in ready_mappings() if mapping.name not in names))


def kept_mappings(client: Client) -> list[ListMapping]:
    """Return the mappings that are kept with a client, by name."""
    with rows_of(client):
        return list(ListMapping.objects.order_by("name"))


def mapping_by_name(client: Client, name: str) -> Mapping:
    """Return a mapping of the client, or else a ready one, by its name.

    Raises:
        NoSuchMapping: there is none.
    """
    with rows_of(client):
        found = next((one for one in usable_mappings() if one.name == name), None)
        own = ", ".join(ListMapping.objects.order_by("name").values_list("name", flat=True))
    if found is None:
        raise NoSuchMapping(
            f"Er is geen mapping met de naam ‘{name}’. Bij {client.name} horen: {own or 'nog geen'}. "
            f"Wat klaarstaat: {', '.join(one.name for one in ready_mappings())}."
        )
    return found


def keep_mapping(client: Client, mapping: Mapping, *, on: date, at: datetime, by: str) -> ListMapping:
    """Keep a mapping with a client under its name, in the place of an earlier one of that name.

    That one list was complete, and of which day, is not kept: a person says it of each list.

    Raises:
        ValueError: it has no name, or one that is too long.
    """
    if not 0 < len(mapping.name) <= NAME_LENGTH_MAX:
        raise ValueError(f"Geef de mapping een naam van ten hoogste {NAME_LENGTH_MAX} tekens.")
    with rows_of(client), one_transaction():
        events.hold_still(client)
        row, _ = ListMapping.objects.update_or_create(
            client=client,
            name=mapping.name,
            defaults={
                "kind": mapping.kind,
                "text": mapping_text(for_next_time(mapping)),
                "made_at": at,
                "made_by": by,
            },
        )
        _tell(client, "mapping.kept", row, on=on, at=at, by=by)
        return row


def for_next_time(mapping: Mapping) -> Mapping:
    """Return a mapping as it is kept: without the day of one list, and that it was complete on that day."""
    return mapping if mapping.as_of is None else replace(mapping, complete=False, as_of=None)


def drop_mapping(client: Client, name: str, *, on: date, at: datetime, by: str) -> None:
    """Forget a mapping of a client. What was read by it stays.

    Raises:
        NoSuchMapping: the client has none of this name.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        row = ListMapping.objects.filter(name=name).first()
        if row is None:
            raise NoSuchMapping(f"Bij {client.name} hoort geen mapping met de naam ‘{name}’.")
        _tell(client, "mapping.dropped", row, on=on, at=at, by=by)
        row.delete()


def _tell(client: Client, kind: str, row: ListMapping, *, on: date, at: datetime, by: str) -> None:
    data = {"mapping": row.pk, "sha256": events.digest(row.text)}
    events.append(client, events.NewEvent(kind=kind, on=on, at=at, actor=by, account_id=None, data=data))
