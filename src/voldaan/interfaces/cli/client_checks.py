"""Asking a client first ("klopt dit nog?"): the lists, what stands on one, and what the client says."""

import argparse
from datetime import date
from pathlib import Path

from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day
from voldaan.interfaces.cli.answer import Refused, give, say, table
from voldaan.interfaces.cli.arguments import Add, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment, today

ANSWERS = {
    "paid": ("PAID", "it is paid: settled by the client's word"),
    "leave": ("LEAVE", "leave it alone until somebody lifts the hold"),
    "credit_coming": ("CREDIT_COMING", "a credit note comes: leave it alone for 14 days"),
    "go": ("GO", "it may be reminded of"),
}
WORDS = {
    "": "nog geen antwoord",
    "GO": "mag herinnerd worden",
    "PAID": "betaald",
    "LEAVE": "met rust laten",
    "CREDIT_COMING": "creditnota komt",
}


def register(add: Add) -> None:
    """Add `client-check`."""
    check = add("client-check", says="ask the client before its debtors are reminded: list, show, answer")
    below = check.add_subparsers(metavar="WHAT", required=True)
    listing = add("list", says="the lists that were made for a client, the newest first", under=below)
    with_client(listing)
    with_day(listing)
    with_json(listing)
    listing.set_defaults(run=run_list)
    one = add("show", says="the invoices on a list, with what the client said", under=below)
    one.add_argument("check", type=int, metavar="ID")
    one.add_argument("--csv", type=Path, metavar="FILE", help="write it as a file for a spreadsheet as well")
    with_client(one)
    with_json(one)
    one.set_defaults(run=run_show)
    _register_answer(add, below)


def _register_answer(add: Add, below: object) -> None:
    answer = add("answer", says="write down what the client says of a list, and do it", under=below)
    answer.add_argument("check", type=int, metavar="ID")
    for name, (_, says) in ANSWERS.items():
        option = f"--{name.replace('_', '-')}"
        answer.add_argument(option, action="append", default=[], metavar="INVOICE", help=says)
    answer.add_argument(
        "--rest-waits",
        action="store_true",
        help="what is not named keeps waiting for an answer (default: the list is sent back, and the rest may go)",
    )
    answer.add_argument("--answered-by", required=True, metavar="NAME", help="who says so for the client")
    answer.add_argument("--note", default="", metavar="TEXT")
    with_client(answer)
    with_day(answer)
    with_json(answer)
    answer.set_defaults(run=run_answer)


def run_list(arguments: argparse.Namespace) -> None:
    """Print the lists of a client."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.show_client_checks import as_json, every_client_check

    on = arguments.on or today()
    rows = every_client_check(client_by_key(arguments.client))
    if arguments.json:
        give(as_json(row) for row in rows)
        return
    if not rows:
        say("Er is nog geen navraag gedaan.")
        return
    table(
        ("nummer", "gemaakt op", "antwoord voor", "facturen", "open", "stand"),
        (
            (
                str(row.id),
                _day(row.made_on),
                _day(row.answer_by),
                str(row.count),
                format_euro(row.asked_cents, "nl"),
                _standing(row.answered_by, row.unanswered, waits=row.waits(on)),
            )
            for row in rows
        ),
        right=(0, 3, 4),
    )


def _standing(answered_by: str, unanswered: int, *, waits: bool) -> str:
    if answered_by:
        return f"beantwoord door {answered_by}"
    return f"{unanswered} zonder antwoord" if waits else "voorbij"


def run_show(arguments: argparse.Namespace) -> None:
    """Print one list."""
    from voldaan.domain.strategy.words import stage_words
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.show_client_checks import as_csv, as_json, item_json, show_client_check

    check = show_client_check(client_by_key(arguments.client), arguments.check)
    if arguments.csv is not None:
        arguments.csv.write_bytes(as_csv(check, "nl"))
    if arguments.json:
        give([as_json(check.row), *map(item_json, check.items)])
        return
    row = check.row
    silence = "mag dan herinnerd worden" if row.silence_goes else "wordt dan niet herinnerd"
    say(f"Navraag {row.id} bij {row.client_name}, gemaakt op {_day(row.made_on)}.")
    say(f"Antwoord tot en met {_day(row.answer_by)}; wat geen antwoord heeft, {silence}.")
    for item in check.items:
        amount = format_euro(item.asked_cents, "nl")
        by = f" ({item.answered_by})" if item.answered_by else ""
        say(
            f"  {item.number:14} {item.name[:30]:30} {amount:>12}  {stage_words(item.stage, 'nl')}: "
            f"{WORDS[item.answer]}{by}"
        )


def run_answer(arguments: argparse.Namespace) -> None:
    """Take what a client says of a list."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.answer_client_check import answer_client_check

    on = arguments.on or today()
    done = answer_client_check(
        client_by_key(arguments.client),
        arguments.check,
        _answers(arguments),
        answered_by=arguments.answered_by,
        rest_goes=not arguments.rest_waits,
        note=arguments.note,
        on=on,
        at=moment(on),
        by=person(),
    )
    if arguments.json:
        give(
            {
                "kind": "client_answer",
                "check": done.check,
                "number": one.number,
                "answer": one.says,
                "did": one.did,
            }
            for one in done.answers
        )
        return
    for one in done.answers:
        say(f"  {one.sentence('nl')}")
    say(f"{len(done.answers)} antwoorden verwerkt; {done.left} facturen zonder antwoord.")


def _answers(arguments: argparse.Namespace) -> dict[str, str]:
    """Return what was said by invoice; an invoice with two answers is refused."""
    found: dict[str, str] = {}
    for name, (code, _) in ANSWERS.items():
        for number in getattr(arguments, name):
            if found.setdefault(number, code) != code:
                raise Refused(f"Factuur {number} heeft twee antwoorden. Noem hem bij één ervan.")
    return found


def _day(day: date) -> str:
    return format_day(day, "nl", long=False)
