"""Post: put the letters of a day together in a print file."""

import argparse
from pathlib import Path

from voldaan.interfaces.cli.answer import counted, give, say
from voldaan.interfaces.cli.arguments import Add, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment


def register(add: Add) -> None:
    """Add `post` with what can be done with letters."""
    below = add("post", says="letters: print").add_subparsers(metavar="WHAT", required=True)
    printing = add(
        "print",
        says="put the letters of a day together: one PDF in the order of the post, with an index",
        under=below,
    )
    with_client(printing, required=False)
    with_day(printing, required=True)
    printing.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="where the folder of each print file goes"
    )
    printing.add_argument(
        "--duplex", action="store_true", help="both sides: each letter begins on a new sheet"
    )
    printing.add_argument(
        "--window",
        choices=("left", "right"),
        default="left",
        help="of the envelopes, for the manifest (default: left)",
    )
    with_json(printing)
    printing.set_defaults(run=run_print)


def run_print(arguments: argparse.Namespace) -> None:
    """Make the print files and say where they are."""
    from voldaan.records.scope import clients
    from voldaan.usecases.make_print_file import make_print_file

    done = make_print_file(
        clients([arguments.client] if arguments.client else None),
        on=arguments.on,
        at=moment(arguments.on),
        by=person(),
        out=arguments.out,
        duplex=arguments.duplex,
        window=arguments.window,
    )
    if arguments.json:
        give(
            {
                "kind": "print_file", "uuid": one.uuid, "folder": str(one.folder), "letters": one.letters,
                "sheets": one.sheets, "pages": one.pages,
            }
            for one in done.files
        )  # fmt: skip
        return
    if not done.files:
        say(f"Geen brieven van {arguments.on.isoformat()} die nog gedrukt moeten worden.")
    for one in done.files:
        letters, sheets = counted(one.letters, "brief", "brieven"), counted(one.sheets, "vel", "vellen")
        say(f"{letters} op {sheets}: {one.folder}")
