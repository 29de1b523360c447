"""Post: put the letters of a day together in a print file, and ask how far those are that a provider took."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Final

from voldaan.interfaces.cli.answer import counted, give, note, say
from voldaan.interfaces.cli.arguments import Add, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment, today

_DAYS_MAX: Final = 366


def register(add: Add) -> None:
    """Add `post` with what can be done with letters."""
    below = add("post", says="letters: print, check").add_subparsers(metavar="WHAT", required=True)
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
    check = add("check", says="ask the postal provider how far the letters are that it took", under=below)
    with_client(check, required=False)
    with_day(check)
    check.add_argument(
        "--days", type=_days, default=14, metavar="N", help="how far to look back (default: 14)"
    )
    with_json(check)
    check.set_defaults(run=run_check)


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= _DAYS_MAX):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of days from 1 to {_DAYS_MAX}")
    return int(text)


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
    for day, count in sorted(done.forgotten.items()):
        lie = "ligt nog 1 brief" if count == 1 else f"liggen nog {count} brieven"
        note(f"Van {day.isoformat()} {lie} in geen printbestand: herhaal dit met --on {day.isoformat()}.")
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


def run_check(arguments: argparse.Namespace) -> int:
    """Print the letters that want a person, or all of them as JSON; exit code 1 where there is such a letter."""
    from voldaan.records.scope import clients
    from voldaan.usecases.check_post import check_post

    chosen = clients([arguments.client] if arguments.client else None)
    found = list(check_post(chosen, on=arguments.on or today(), days=arguments.days))
    bad = [one for one in found if one.wants_person]
    if arguments.json:
        give({"kind": "posted_letter"} | asdict(one) for one in found)
        return int(bool(bad))
    asked, want = counted(len(found), "brief", "brieven"), "vraagt" if len(bad) == 1 else "vragen"
    say(f"{asked} nagevraagd; {len(bad)} daarvan {want} aandacht.")
    for one in bad:
        say(f"{one.client} {one.debtor}, {one.sent_on.isoformat()}: {one.says} (bericht {one.message})")
    if bad:
        say("Is een brief niet gedrukt of teruggekomen? voldaan message resolve BERICHT bounced --client KEY")
    return int(bool(bad))
