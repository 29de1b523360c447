"""Days of others at an invoice: a credit insurer that must hear of it, the day from which it is time-barred."""

import argparse

from voldaan.interfaces.cli.answer import Refused, say
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_day
from voldaan.interfaces.cli.clock import moment, today

BECAUSE = ("demand", "reservation", "acknowledgement", "consumer-sale", "other")


def register(add: Add) -> None:
    """Add `deadline insurer`, `deadline insurer-told` and `deadline time-bar`."""
    deadline = add("deadline", says="days of others at an invoice: insurer, insurer-told, time-bar")
    under = deadline.add_subparsers(metavar="WHAT", required=True)
    insurer = add("insurer", says="the day by which a credit insurer must hear of an invoice", under=under)
    insurer.add_argument("invoice", metavar="INVOICE")
    given = insurer.add_mutually_exclusive_group(required=True)
    given.add_argument("--by", dest="by_day", type=day, metavar="DATE")
    given.add_argument("--none", action="store_true", help="no insurer has to hear of it")
    with_client(insurer)
    with_day(insurer)
    insurer.set_defaults(run=run_insurer)

    told = add("insurer-told", says="the credit insurer was told of an invoice", under=under)
    told.add_argument("invoice", metavar="INVOICE")
    with_client(told)
    with_day(told)
    told.set_defaults(run=run_told)

    bar = add(
        "time-bar", says="from when an invoice is time-barred, or when that was interrupted", under=under
    )
    bar.add_argument("invoice", metavar="INVOICE")
    when = bar.add_mutually_exclusive_group(required=True)
    when.add_argument(
        "--from", dest="barred_from", type=day, metavar="DATE", help="time-barred from this day on"
    )
    when.add_argument(
        "--interrupted", type=day, metavar="DATE", help="the day of the interruption: counts the new term"
    )
    bar.add_argument("--because", choices=BECAUSE, required=True)
    with_client(bar)
    with_day(bar)
    bar.set_defaults(run=run_bar)


def run_insurer(arguments: argparse.Namespace) -> None:
    """Write down by which day an insurer must hear of an invoice."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.set_deadline import set_insurer_day

    on = arguments.on or today()
    client = client_by_key(arguments.client)
    set_insurer_day(client, arguments.invoice, by_day=arguments.by_day, on=on, at=moment(on), by=person())
    if arguments.none:
        say(f"Van factuur {arguments.invoice} hoeft geen verzekeraar te weten.")
    else:
        say(f"De kredietverzekeraar moet uiterlijk {arguments.by_day} van factuur {arguments.invoice} weten.")


def run_told(arguments: argparse.Namespace) -> None:
    """Write down that an insurer was told."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.set_deadline import tell_insurer

    now = today()
    told_on = arguments.on or now
    client = client_by_key(arguments.client)
    tell_insurer(client, arguments.invoice, told_on=told_on, on=now, at=moment(now), by=person())
    say(f"Factuur {arguments.invoice} is op {told_on} bij de kredietverzekeraar gemeld; genoteerd.")


def run_bar(arguments: argparse.Namespace) -> None:
    """Write down from when an invoice is time-barred."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.set_deadline import INTERRUPTED, interrupt_time_bar, set_time_bar

    on = arguments.on or today()
    client, because = client_by_key(arguments.client), arguments.because.upper().replace("-", "_")
    if arguments.interrupted is None:
        done = set_time_bar(
            client,
            arguments.invoice,
            barred_from=arguments.barred_from,
            because=because,
            on=on,
            at=moment(on),
            by=person(),
        )
    elif because in INTERRUPTED:
        done = interrupt_time_bar(
            client,
            arguments.invoice,
            day=arguments.interrupted,
            because=because,
            on=on,
            at=moment(on),
            by=person(),
        )
    else:
        raise Refused(
            f"Met {arguments.because} wordt een verjaring niet gestuit: kies demand, reservation of acknowledgement."
        )
    say(f"Factuur {done.invoice} verjaart op {done.time_barred_from}.")
