"""Exceptions from the strategy: made, ended, listed."""

import argparse

from voldaan.interfaces.cli.answer import give, say, table
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment, today

KINDS = ("skip", "sooner", "channel", "strategy", "hold")


def register(add: Add) -> None:
    """Add `exception add`, `exception end` and `exception list`."""
    exception = add("exception", says="what is decided otherwise than the strategy: add, end, list")
    under = exception.add_subparsers(metavar="WHAT", required=True)
    new = add("add", says="make an exception: dated, with a reason", under=under)
    new.add_argument("--debtor", metavar="N", help="the debtor's number (default: the whole client)")
    new.add_argument("--invoice", metavar="N", help="one invoice: skip and sooner only")
    new.add_argument("--kind", choices=KINDS, required=True)
    named = new.add_mutually_exclusive_group()
    named.add_argument("--stage", default="", metavar="KEY", help="what to skip (default: what comes next)")
    named.add_argument(
        "--to",
        default="",
        metavar="NAME",
        help="the channel (email, post, sms or call) or the strategy's key",
    )
    new.add_argument(
        "--from", dest="first_day", type=day, metavar="DATE", help="the first day (default: today)"
    )
    new.add_argument("--until", type=day, metavar="DATE", help="the last day (default: until it is ended)")
    new.add_argument("--reason", required=True)
    with_client(new)
    with_day(new)
    new.set_defaults(run=run_add)

    end = add("end", says="end an exception: the strategy counts again", under=under)
    end.add_argument("exception", type=int, metavar="ID")
    with_client(end)
    with_day(end)
    end.set_defaults(run=run_end)

    listing = add("list", says="the exceptions that stand, or are yet to come", under=under)
    listing.add_argument("--debtor", metavar="N", help="only those that concern this debtor")
    with_client(listing)
    with_day(listing)
    with_json(listing)
    listing.set_defaults(run=run_list)


def run_add(arguments: argparse.Namespace) -> None:
    """Make an exception."""
    from voldaan.domain.strategy.words import exception_words
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.make_exception import Wish, make_exception
    from voldaan.usecases.understand_exception import REMARKS

    on = arguments.on or today()
    wish = Wish(
        kind=arguments.kind.upper(),
        value=arguments.stage or arguments.to,
        reason=arguments.reason,
        first_day=arguments.first_day,
        last_day=arguments.until,
    )
    made = make_exception(
        client_by_key(arguments.client),
        wish,
        debtor=arguments.debtor,
        invoice=arguments.invoice,
        on=on,
        at=moment(on),
        by=person(),
    )
    for one in made:
        of = f", factuur {one.invoice}" if one.invoice else ""
        until = f"tot en met {one.last_day}" if one.last_day else "tot iemand haar beëindigt"
        say(
            f"Uitzondering {one.id}{of}: {exception_words(one.kind, one.value, 'nl')}, vanaf {one.first_day}, {until}."
        )
        if one.strategy and one.kind != "STRATEGY":
            say(f"  De debiteur volgt nu de strategie {one.strategy}.")
        if one.remark:
            say(f"  {REMARKS[one.remark][0]}")
        say(f"  Beëindigen: voldaan exception end {one.id} --client {arguments.client}")


def run_end(arguments: argparse.Namespace) -> None:
    """End an exception."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.end_exception import end_exception

    on = arguments.on or today()
    client = client_by_key(arguments.client)
    end_exception(client, arguments.exception, on=on, at=moment(on), by=person())
    say(f"Uitzondering {arguments.exception} is beëindigd; de strategie geldt weer.")


def run_list(arguments: argparse.Namespace) -> None:
    """Print the exceptions that stand."""
    from voldaan.domain.strategy.words import exception_words
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.show_exceptions import as_json, show_exceptions

    on = arguments.on or today()
    rows = show_exceptions(client_by_key(arguments.client), on=on, debtor=arguments.debtor)
    if arguments.json:
        give(as_json(rows))
        return
    if not rows:
        say("Er geldt geen uitzondering.")
        return
    table(
        ("nummer", "debiteur", "factuur", "wat", "vanaf", "tot en met", "reden"),
        (
            (
                str(row.id),
                row.debtor or "allemaal",
                row.invoice,
                exception_words(row.kind, row.value, "nl"),
                row.first_day.isoformat(),
                row.last_day.isoformat() if row.last_day else "",
                row.reason,
            )
            for row in rows
        ),
    )
