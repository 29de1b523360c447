"""The call list at the command line: whom to call, the script of one call, and what came of it."""

import argparse
from typing import TYPE_CHECKING

from voldaan.domain.money import format_euro
from voldaan.domain.strategy.call_words import CALL_WORDS, call_words
from voldaan.domain.strategy.words import stage_words
from voldaan.domain.workdays import format_day
from voldaan.interfaces.cli.answer import give, say
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment, today

if TYPE_CHECKING:
    from voldaan.usecases.record_call import Recorded
    from voldaan.usecases.show_call_list import CallRow


def register(add: Add) -> None:
    """Add `call` with what can be done to one."""
    call = add("call", says="the call list: list, show, record")
    below = call.add_subparsers(metavar="WHAT", required=True)
    listing = add("list", says="whom to call today, and who is not for this moment", under=below)
    with_client(listing, required=False)
    with_day(listing)
    with_json(listing)
    listing.set_defaults(run=run_list)
    show = add("show", says="one call with its script", under=below)
    show.add_argument("message", metavar="UUID")
    with_client(show)
    with_day(show)
    show.set_defaults(run=run_show)
    record = add("record", says="write down what came of a call", under=below)
    record.add_argument("message", metavar="UUID")
    outcomes = ", ".join(one.lower().replace("_", "-") for one in CALL_WORDS)
    record.add_argument("outcome", metavar="OUTCOME", help=outcomes)
    record.add_argument(
        "--says", default="", metavar="KIND", help="as promise, dispute, already_paid, in_parts"
    )
    record.add_argument(
        "--day", type=day, metavar="DATE", help="promised, left alone until, or our answer by"
    )
    record.add_argument("--invoice", action="append", default=[], metavar="N", help="that is disputed")
    record.add_argument("--again", type=day, metavar="DATE", help="the day to call again")
    record.add_argument(
        "--attempt", type=int, metavar="N", help="which attempt this is, where you called once more today"
    )
    record.add_argument("--note", default="", metavar="TEXT")
    with_client(record)
    with_day(record)
    record.set_defaults(run=run_record)


def run_list(arguments: argparse.Namespace) -> None:
    """Print the call list."""
    from voldaan.records.scope import clients
    from voldaan.usecases.show_call_list import as_json, show_call_list

    on = arguments.on or today()
    chosen = clients([arguments.client] if arguments.client else None)
    rows = show_call_list(chosen, on=on, at=moment(on))
    if arguments.json:
        give(as_json(row) for row in rows)
        return
    if not rows:
        say("Er is niemand te bellen.")
    for row in rows:
        say(_line(row))


def run_show(arguments: argparse.Namespace) -> None:
    """Print one call with its script."""
    from voldaan.letters.call import text_of_script
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.show_call_list import show_call

    on = arguments.on or today()
    sheet = show_call(client_by_key(arguments.client), arguments.message, on=on, at=moment(on))
    say(_line(sheet.row))
    for one in sheet.row.attempts:
        note = f" ({one.note})" if one.note else ""
        say(f"  {format_day(one.on, 'nl', long=False)}: {call_words(one.outcome, 'nl')}{note}")
    say()
    say(text_of_script(sheet.script))


def run_record(arguments: argparse.Namespace) -> None:
    """Write down what came of a call."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.record_call import Call, record_call

    on = arguments.on or today()
    call = Call(
        outcome=_code(arguments.outcome),
        says=_code(arguments.says),
        day=arguments.day,
        invoices=tuple(arguments.invoice),
        note=arguments.note,
        again_on=arguments.again,
    )
    client = client_by_key(arguments.client)
    after = None if arguments.attempt is None else arguments.attempt - 1
    say(_told(record_call(client, arguments.message, call, after=after, on=on, at=moment(on), by=person())))


def _code(text: str) -> str:
    return text.upper().replace("-", "_")


def _told(recorded: "Recorded") -> str:
    if not recorded.is_new:
        return (
            f"Debiteur {recorded.debtor}: dit stond er al, en er is niets gewijzigd. Belde u vandaag nog eens? Geef er "
            f"dan --attempt {recorded.attempts + 1} bij."
        )
    told = {
        "SENT": "gesproken; dit telt als herinnering.",
        "FAILED": f"{recorded.because} Het volgende bericht gaat langs een andere weg.",
        "WITHDRAWN": f"vastgelegd, en dit telt niet als herinnering. {recorded.because}",
    }
    again = format_day(recorded.again_on, "nl", long=False) if recorded.again_on else "een andere dag"
    what = told.get(recorded.state, f"vastgelegd; opnieuw op de lijst op {again}.")
    return f"Debiteur {recorded.debtor}: {what} {recorded.said('nl')}".rstrip()


def _line(row: "CallRow") -> str:
    person = f", vraag naar {row.person}" if row.person else ""
    again = f"terugbellen op {format_day(row.again_on, 'nl', long=False)}" if row.again_on else ""
    why = row.overtaken or row.later or again
    number = f"niet nu: {why}" if why else row.shown_number
    total = format_euro(row.total_cents, "nl")
    stage = stage_words(row.stage, "nl")
    return f"{row.uuid} {row.client}, debiteur {row.debtor} ({row.name}){person}: {total}, {stage}; {number}"
