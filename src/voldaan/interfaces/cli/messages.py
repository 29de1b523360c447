"""Messages: what waits, agree to it, and say what became of it."""

import argparse
from pathlib import Path
from typing import Any

from voldaan.interfaces.cli.answer import counted, give, say, table
from voldaan.interfaces.cli.arguments import Add, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment, today

ANSWERS = {"sent": "SENT", "not-sent": "NOT_SENT", "bounced": "BOUNCED", "set-aside": "SET_ASIDE"}


def register(add: Add) -> None:
    """Add `message` with what can be done to one."""
    message = add("message", says="messages: list, show, approve, resolve").add_subparsers(
        metavar="WHAT", required=True
    )
    listing = add("list", says="messages and how far they have come", under=message)
    with_client(listing)
    listing.add_argument("--state", help="only those in this state, as WRITTEN or SENT")
    with_json(listing)
    listing.set_defaults(run=run_list)

    show = add("show", says="write a message to a folder as its debtor gets it", under=message)
    show.add_argument("message", metavar="UUID")
    show.add_argument("--out", type=Path, required=True, metavar="DIR")
    with_client(show)
    show.set_defaults(run=run_show)

    approve = add("approve", says="approve messages: those named, or all that are written", under=message)
    approve.add_argument("messages", nargs="*", metavar="UUID")
    with_client(approve)
    with_day(approve)
    approve.add_argument("--by", metavar="NAME", help="who agrees (default: who runs the command)")
    approve.set_defaults(run=run_approve)

    resolve = add("resolve", says="say what became of a message", under=message)
    resolve.add_argument("message", metavar="UUID")
    resolve.add_argument("answer", choices=sorted(ANSWERS))
    resolve.add_argument("--note", default="")
    with_client(resolve)
    with_day(resolve)
    resolve.set_defaults(run=run_resolve)


def run_list(arguments: argparse.Namespace) -> None:
    """Print messages with their states."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.list_messages import list_messages

    rows = list_messages(client_by_key(arguments.client), state=arguments.state)
    if arguments.json:
        give(rows)
        return
    heads = ("dag", "debiteur", "fase of soort", "kanaal", "staat", "bericht", "")
    table(heads, (_row(row) for row in rows))


def _row(row: dict[str, Any]) -> tuple[str, ...]:
    from voldaan.domain.strategy.words import person_first_words

    first = person_first_words(row["person_first"], "nl") if row["state"] == "WRITTEN" else ""
    return row["on"], row["debtor"], row["stage"], row["channel"], row["state"], row["uuid"], first


def run_show(arguments: argparse.Namespace) -> None:
    """Write the parts of a message to a folder."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.list_messages import message_parts

    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, content in message_parts(client_by_key(arguments.client), arguments.message).items():
        path = arguments.out / name
        path.write_bytes(content)
        say(str(path))


def run_approve(arguments: argparse.Namespace) -> None:
    """Approve messages."""
    from voldaan.domain.strategy.words import MESSAGE_STATES
    from voldaan.records.finding import NotFound
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.approve_messages import approve_messages

    on = arguments.on or today()
    by = arguments.by or person()
    client = client_by_key(arguments.client)
    done = approve_messages(client, on=on, at=moment(on), by=by, uuids=arguments.messages or None)
    missing = [one.number for one in done.left_out if not one.state]
    if done.approved or not missing:
        say(f"{counted(done.approved, 'bericht', 'berichten')} goedgekeurd.")
    if done.first:
        told = counted(done.first, "bericht wacht", "berichten wachten")
        say(f"{told} nog op het akkoord van een tweede persoon: voldaan message approve --by NAAM.")
    if done.same_person:
        told = counted(done.same_person, "bericht heeft", "berichten hebben")
        say(f"{told} het akkoord van {by} al; een ander geeft het tweede.")
    for one in done.left_out:
        if one.was_approved:
            say(f"Het bericht aan {one.name} ({one.number}) was al goedgekeurd.")
        elif one.state:
            now = MESSAGE_STATES[one.state][0]
            say(f"Niet goedgekeurd: het bericht aan {one.name} ({one.number}) staat op ‘{now}’.")
    if missing:
        raise NotFound(f"{client.name} heeft geen bericht {', '.join(missing)}.")


def run_resolve(arguments: argparse.Namespace) -> None:
    """Write down what became of a message."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.resolve_message import resolve_message

    on = arguments.on or today()
    resolve_message(
        client_by_key(arguments.client),
        arguments.message,
        answer=ANSWERS[arguments.answer],  # type: ignore[arg-type]  # the values of ANSWERS are Answer
        on=on,
        at=moment(on),
        by=person(),
        note=arguments.note,
    )
    say("Genoteerd.")
