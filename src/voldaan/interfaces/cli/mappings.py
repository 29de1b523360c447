"""How foreign lists are read: kept with a client, moved as a file, ready for known packages."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voldaan.formats.lists import ready
from voldaan.formats.lists.mapping import Mapping, MappingError, mapping_text, parse_mapping
from voldaan.interfaces.cli.answer import Refused, give, say, table
from voldaan.interfaces.cli.arguments import Add, person, with_client, with_json
from voldaan.interfaces.cli.clock import now, today
from voldaan.interfaces.cli.proposing import KIND_WORDS, named, register_propose

if TYPE_CHECKING:
    from voldaan.records.models import ListMapping


def register(add: Add) -> None:
    """Add `mapping` with `propose`, `keep`, `list`, `show`, `drop` and `ready`."""
    mapping = add(
        "mapping", says="how foreign lists are read: propose, keep, list, show, drop, ready"
    ).add_subparsers(metavar="WHAT", required=True)
    register_propose(add, mapping)
    keep = add(
        "keep", says="keep a mapping with a client: lists that fit it are read without asking", under=mapping
    )
    keep.add_argument("file", metavar="FILE", type=Path, help="the mapping, in TOML")
    keep.add_argument("--name", help="what to call it (default: the name in the file)")
    with_client(keep)
    keep.set_defaults(run=run_keep)
    kept = add("list", says="the mappings that are kept with a client", under=mapping)
    with_client(kept)
    with_json(kept)
    kept.set_defaults(run=run_list)
    show = add("show", says="print a mapping as TOML, to move it or mend it", needs_book=False, under=mapping)
    show.add_argument("name", metavar="NAME")
    show.add_argument("--client", metavar="KEY", help="the client's key (default: only the ready mappings)")
    show.set_defaults(run=run_show)
    drop = add("drop", says="forget a mapping of a client; what was read by it stays", under=mapping)
    drop.add_argument("name", metavar="NAME")
    with_client(drop)
    drop.set_defaults(run=run_drop)
    there = add("ready", says="the ready mappings of known packages", needs_book=False, under=mapping)
    with_json(there)
    there.set_defaults(run=run_ready)


def run_keep(arguments: argparse.Namespace) -> None:
    """Keep a mapping with a client."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.keep_mapping import keep_mapping

    client = client_by_key(arguments.client)
    try:
        mapping = named(mapping_in(arguments.file), arguments.name)
        row = keep_mapping(client, mapping, on=today(), at=now(), by=person())
    except ValueError as error:
        raise Refused(str(error)) from None
    say(
        f"Bewaard bij {client.name}: ‘{row.name}’ ({KIND_WORDS[row.kind]}). Lijsten die passen, worden zo gelezen."
    )


def run_list(arguments: argparse.Namespace) -> None:
    """Print the mappings of a client."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.keep_mapping import kept_mappings

    rows = kept_mappings(client_by_key(arguments.client))
    if arguments.json:
        give(map(_kept_row, rows))
    elif rows:
        table(
            ("naam", "lijst van", "bewaard op", "door"),
            ((row.name, KIND_WORDS[row.kind], f"{row.made_at:%Y-%m-%d}", row.made_by) for row in rows),
        )
    else:
        say("Er is nog geen mapping bewaard. Laat een voorstel doen: voldaan mapping propose BESTAND")


def run_show(arguments: argparse.Namespace) -> None:
    """Print a mapping as TOML."""
    if arguments.client is None:
        found = next((one for one in ready.ready_mappings() if one.mapping.name == arguments.name), None)
        if found is None:
            raise Refused(
                f"Er staat geen mapping ‘{arguments.name}’ klaar. Noem met --client ook de opdrachtgever, of kijk "
                "wat er is met voldaan mapping ready."
            )
        say(found.text.rstrip())
        return
    from voldaan.interfaces.cli.book import open_book

    open_book()
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.keep_mapping import NoSuchMapping, mapping_by_name

    try:
        say(mapping_text(mapping_by_name(client_by_key(arguments.client), arguments.name)).rstrip())
    except NoSuchMapping as error:
        raise Refused(str(error)) from None


def run_drop(arguments: argparse.Namespace) -> None:
    """Forget a mapping."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.keep_mapping import drop_mapping

    client = client_by_key(arguments.client)
    drop_mapping(client, arguments.name, on=today(), at=now(), by=person())
    say(f"‘{arguments.name}’ hoort niet meer bij {client.name}. Wat ermee is gelezen, blijft staan.")


def run_ready(arguments: argparse.Namespace) -> None:
    """Print the ready mappings with their sources."""
    rows = ready.ready_mappings()
    if arguments.json:
        give(
            {
                "kind": "ready_mapping",
                "name": one.mapping.name,
                "package": one.package,
                "list_kind": one.mapping.kind,
                "source": one.source,
            }
            for one in rows
        )
        return
    for one in rows:
        say(f"{one.mapping.name} ({KIND_WORDS[one.mapping.kind]})")
        say(f"  {one.source}")


def mapping_in(path: Path) -> Mapping:
    """Return the mapping in a file, or raise `Refused` with what is wrong with it."""
    try:
        return parse_mapping(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError:
        raise Refused(f"{path} is not UTF-8 text; save the mapping as UTF-8.") from None
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from None
    except MappingError as error:
        raise Refused(f"{path}: {error}") from None


def _kept_row(row: "ListMapping") -> dict[str, Any]:
    """Return a kept mapping as an object."""
    return {
        "kind": "mapping",
        "name": row.name,
        "list_kind": row.kind,
        "made_at": row.made_at.isoformat(),
        "made_by": row.made_by,
        "text": row.text,
    }
