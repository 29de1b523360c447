"""The statement of account of a debtor: as files, or by e-mail."""

import argparse
from pathlib import Path

from voldaan.interfaces.cli.answer import Refused, give, say
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_day
from voldaan.interfaces.cli.clock import moment, today


def register(add: Add) -> None:
    """Add `statement`."""
    statement = add(
        "statement", says="what a debtor has open, what was added and paid: as files, or by e-mail"
    )
    statement.add_argument("debtor", metavar="NUMBER")
    statement.add_argument(
        "--from",
        dest="first",
        type=day,
        metavar="DATE",
        help="the first day (default: after the last statement)",
    )
    statement.add_argument(
        "--to", dest="last", type=day, metavar="DATE", help="the last day (default: that of --on)"
    )
    how = statement.add_mutually_exclusive_group(required=True)
    how.add_argument(
        "--out", type=Path, metavar="DIR", help="write the PDF, the worksheet and the copies here"
    )
    how.add_argument("--send", action="store_true", help="write it to the debtor's e-mail address")
    how.add_argument(
        "--json", action="store_true", help="print the figures as JSON Lines, one currency a line"
    )
    statement.add_argument(
        "--approve", action="store_true", help="with --send: it may leave with the next sending"
    )
    with_client(statement)
    with_day(statement)
    statement.set_defaults(run=run_statement)


def run_statement(arguments: argparse.Namespace) -> None:
    """Make a statement, and write or send it."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.make_statement import as_json, make_statement, write_statement

    on, client = arguments.on or today(), client_by_key(arguments.client)
    last = arguments.last or on
    if arguments.send:
        sent = write_statement(
            client,
            arguments.debtor,
            first_day=arguments.first,
            last_day=last,
            approve=arguments.approve,
            on=on,
            at=moment(on),
            by=person(),
        )
        say(f"Rekeningoverzicht aan {sent.to} geschreven.")
        if not sent.approved:
            say(f"Goedkeuren: voldaan message approve {sent.uuid} --client {arguments.client}")
        return
    made = make_statement(client, arguments.debtor, first_day=arguments.first, last_day=last, on=on)
    if arguments.json:
        give(as_json(made))
        return
    try:
        arguments.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            f"{arguments.out} kan niet worden gemaakt: {error.strerror}. Noem een andere map."
        ) from None
    for name, content in made.files:
        path = arguments.out / name
        path.write_bytes(content)
        say(str(path))
    if made.left_out:
        say(f"Past niet binnen 10 MB: {', '.join(made.left_out)}")
