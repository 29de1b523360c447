"""The codes of debtors: whose one is, and taking one out of use."""

import argparse

from voldaan.interfaces.cli.answer import give, say
from voldaan.interfaces.cli.arguments import Add, person, with_json
from voldaan.interfaces.cli.clock import now, today


def register(add: Add) -> None:
    """Add `code` with `find` and `revoke`."""
    code = add("code", says="the codes that messages print: find, revoke").add_subparsers(
        metavar="WHAT", required=True
    )
    find = add("find", says="whose code this is", under=code)
    find.add_argument("code", metavar="CODE", help="as K7M4-QX2P-9R, with or without its dashes")
    with_json(find)
    find.set_defaults(run=run_find)
    revoke = add("revoke", says="let a code count no more; the next message prints another", under=code)
    revoke.add_argument("code", metavar="CODE")
    revoke.set_defaults(run=run_revoke)


def run_find(arguments: argparse.Namespace) -> None:
    """Print whose code this is."""
    from voldaan.usecases.find_code import find_code

    found = find_code(arguments.code)
    row = {
        "kind": "code",
        "code": found.code,
        "client": found.client.key,
        "debtor": found.account.number,
        "name": found.account.debtor.name,
    }
    if arguments.json:
        give([row])
        return
    say(f"{found.code}: {row['name']}, debiteur {row['debtor']} van {found.client.name} ({row['client']}).")


def run_revoke(arguments: argparse.Namespace) -> None:
    """Let a code count no more."""
    from voldaan.usecases.find_code import revoke_code

    found = revoke_code(arguments.code, on=today(), at=now(), by=person())
    say(
        f"{found.code}: ingetrokken. Het volgende bericht aan {found.account.debtor.name} heeft een nieuwe code."
    )
