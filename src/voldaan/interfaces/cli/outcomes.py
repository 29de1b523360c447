"""What came of it: evaluation, fees, hand-over, writing off."""

import argparse
from pathlib import Path

from voldaan.interfaces.cli.answer import give, say
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment, today


def register(add: Add) -> None:
    """Add `evaluate`, `fees`, `handover` and `write-off`."""
    evaluate = add("evaluate", says="ageing, days outstanding, and what came in after each stage")
    with_client(evaluate)
    evaluate.add_argument("--from", dest="start", type=day, required=True, metavar="DATE")
    evaluate.add_argument("--to", dest="end", type=day, required=True, metavar="DATE")
    with_json(evaluate)
    evaluate.set_defaults(run=run_evaluate)

    fees = add("fees", says="what a client owes its agency, per month, excluding VAT")
    with_client(fees)
    with_json(fees)
    fees.set_defaults(run=run_fees)

    handover = add("handover", says="the dossier for collection, confirmed by the client")
    with_client(handover)
    handover.add_argument("--debtor", required=True, metavar="ID", help="the debtor's number")
    handover.add_argument("--out", required=True, type=Path, metavar="DIR")
    handover.add_argument(
        "--confirmed-by", metavar="NAME", default="", help="the client's authorised person, who confirms it"
    )
    with_day(handover)
    handover.set_defaults(run=run_handover)

    write_off = add("write-off", says="let go what is still open of an invoice, or take that back")
    write_off.add_argument("invoice", metavar="INVOICE")
    how = write_off.add_mutually_exclusive_group(required=True)
    how.add_argument("--reason", metavar="TEXT")
    how.add_argument("--undo", action="store_true", help="what was written off is owed again")
    with_client(write_off)
    with_day(write_off)
    write_off.set_defaults(run=run_write_off)


def run_evaluate(arguments: argparse.Namespace) -> None:
    """Print the figures of a period."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.evaluate_period import as_json, as_text, evaluate_period

    told = evaluate_period(client_by_key(arguments.client), start=arguments.start, end=arguments.end)
    if arguments.json:
        give(as_json(told))
        return
    say(as_text(told))


def run_fees(arguments: argparse.Namespace) -> None:
    """Print the fees of a client per month."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.list_fees import as_json, as_text, list_fees

    months = list_fees(client_by_key(arguments.client))
    if arguments.json:
        give(as_json(months))
        return
    say(as_text(months))


def run_handover(arguments: argparse.Namespace) -> None:
    """Hand an account over and write the dossier."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.hand_over import hand_over

    on = arguments.on or today()
    dossier = hand_over(
        client_by_key(arguments.client),
        arguments.debtor,
        confirmed_by=arguments.confirmed_by,
        on=on,
        at=moment(on),
        by=person(),
    )
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, content in dossier.files.items():
        path = arguments.out / name
        path.write_bytes(content)
        say(str(path))


def run_write_off(arguments: argparse.Namespace) -> None:
    """Write off an invoice, or take that back."""
    from voldaan.domain.money import format_euro
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.write_off import take_back_write_off, write_off

    on = arguments.on or today()
    client = client_by_key(arguments.client)
    if arguments.undo:
        done = take_back_write_off(client, arguments.invoice, on=on, at=moment(on), by=person())
        say(f"Van factuur {done.invoice} staat weer {format_euro(done.cents, 'nl')} open.")
        return
    done = write_off(client, arguments.invoice, reason=arguments.reason, on=on, at=moment(on), by=person())
    say(f"Factuur {done.invoice} is afgeboekt: {format_euro(done.cents, 'nl')}.")
    say(f"Terugnemen: voldaan write-off {done.invoice} --undo --client {arguments.client}")
