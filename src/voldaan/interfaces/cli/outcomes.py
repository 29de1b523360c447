"""What came of it: evaluation, fees, hand-over."""

import argparse
from pathlib import Path

from voldaan.interfaces.cli.answer import give, say
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment, today


def register(add: Add) -> None:
    """Add `evaluate`, `fees` and `handover`."""
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
