"""Who agrees to a client's messages before they leave."""

import argparse

from voldaan.interfaces.cli.answer import Refused, give, say, table
from voldaan.interfaces.cli.arguments import Add, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment, today

WAYS = {"automatic": "AUTOMATIC", "batch": "BATCH", "four-eyes": "FOUR_EYES"}
WAY_WORDS = {
    "AUTOMATIC": "volgens de regel, zonder dat iemand kijkt",
    "BATCH": "één persoon",
    "FOUR_EYES": "twee personen",
}


def register(add: Add) -> None:
    """Add `approval` with `show` and `set`."""
    approval = add("approval", says="who agrees to messages: show, set").add_subparsers(
        metavar="WHAT", required=True
    )
    show = add("show", says="who agrees to the messages of a client, by stage", under=approval)
    with_client(show)
    with_json(show)
    show.set_defaults(run=run_show)
    change = add("set", says="say who agrees, for every stage or for one", under=approval)
    change.add_argument(
        "way", choices=(*WAYS, "as-others"), help="as-others: the stage is as the others again"
    )
    change.add_argument("--stage", default="", metavar="STAGE", help="as FOURTEEN_DAY_NOTICE (default: all)")
    with_client(change)
    with_day(change)
    change.set_defaults(run=run_set)


def run_show(arguments: argparse.Namespace) -> None:
    """Print who agrees."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.set_approval import show_approvals

    found = show_approvals(client_by_key(arguments.client))
    rows = [("", found.whole), *sorted(found.of_stages.items())]
    if arguments.json:
        give(
            {"kind": "approval", "client": arguments.client, "stage": stage, "approval": way}
            for stage, way in rows
        )
        return
    table(("fase", "akkoord"), ((stage or "alle andere", WAY_WORDS[way]) for stage, way in rows))


def run_set(arguments: argparse.Namespace) -> None:
    """Write down who agrees."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.set_approval import set_approval

    if arguments.way == "as-others" and not arguments.stage:
        raise Refused(
            "Noem met --stage de fase die weer als de andere is, of kies voor alle fasen een manier."
        )
    on = arguments.on or today()
    set_approval(
        client_by_key(arguments.client),
        WAYS.get(arguments.way, ""),
        stage=arguments.stage,
        on=on,
        at=moment(on),
        by=person(),
    )
    say("Genoteerd.")
