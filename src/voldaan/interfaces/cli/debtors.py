"""Who a debtor is: corrected, merged with another, taken apart again."""

import argparse

from voldaan.interfaces.cli.answer import say
from voldaan.interfaces.cli.arguments import Add, person, with_client, with_day
from voldaan.interfaces.cli.clock import moment, today

DEBTOR_TEXTS = (
    ("name", "name"),
    ("capacity", "consumer, sole_trader, legal_person, public_body or unknown"),
    ("language", "nl, en, or another language of which there are texts"),
    ("country", "two letters, as NL"),
    ("email", "e-mail address"),
    ("phone", "telephone"),
    ("street", "street and house number"),
    ("postcode", "postcode"),
    ("city", "town"),
)


def register(add: Add) -> None:
    """Add `debtor change`, `debtor merge`, `debtor unmerge` and `tag`."""
    debtor = add("debtor", says="debtors: change, merge, unmerge").add_subparsers(
        metavar="WHAT", required=True
    )
    new = add("change", says="correct what is known of a debtor", under=debtor)
    new.add_argument("debtor", metavar="DEBTOR")
    for name, says in DEBTOR_TEXTS:
        new.add_argument(f"--{name}", help=says)
    new.add_argument(
        "--remind-abroad",
        action=argparse.BooleanOptionalAction,
        help="a person decides that this business abroad gets reminders without costs, or not",
    )
    with_client(new)
    with_day(new)
    new.set_defaults(run=run_change)

    merge = add("merge", says="two accounts are one debtor", under=debtor)
    merge.add_argument("debtor", metavar="KEEP", help="the number of the account that is kept")
    merge.add_argument("other", metavar="OTHER", help="the number of the account that goes into it")
    merge.add_argument("--because", default="", metavar="TEXT", help="how you know")
    _with_person(merge)
    merge.set_defaults(run=run_merge)

    unmerge = add("unmerge", says="undo a merge: each account gets its own back", under=debtor)
    unmerge.add_argument("debtor", metavar="OTHER", help="the number of the account that was merged")
    _with_person(unmerge)
    unmerge.set_defaults(run=run_unmerge)

    tag = add("tag", says="words that an account has, which strategies can look at")
    tag.add_argument("debtor", metavar="DEBTOR")
    tag.add_argument("--add", action="append", default=[], metavar="WORD")
    tag.add_argument("--remove", action="append", default=[], metavar="WORD")
    with_client(tag)
    with_day(tag)
    tag.set_defaults(run=run_tag)


def run_tag(arguments: argparse.Namespace) -> None:
    """Give an account tags, or take them."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.tag_account import tag_account

    on = arguments.on or today()
    tags = tag_account(
        client_by_key(arguments.client),
        arguments.debtor,
        add=arguments.add,
        remove=arguments.remove,
        on=on,
        at=moment(on),
        by=person(),
    )
    say(f"{arguments.debtor}: {', '.join(tags) or 'geen labels'}.")


def run_change(arguments: argparse.Namespace) -> None:
    """Correct a debtor."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.change_debtor import DebtorChange, change_debtor

    on = arguments.on or today()
    given = {name: getattr(arguments, name) for name, _ in DEBTOR_TEXTS}
    if given["capacity"]:
        given["capacity"] = given["capacity"].upper()
    changed = change_debtor(
        client_by_key(arguments.client),
        arguments.debtor,
        change=DebtorChange(**given, remind_abroad=arguments.remind_abroad),
        on=on,
        at=moment(on),
        by=person(),
    )
    say(f"{arguments.debtor}: {', '.join(changed) or 'niets'} gewijzigd.")


def run_merge(arguments: argparse.Namespace) -> None:
    """Merge two accounts."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.merge_debtors import merge_debtors

    on = arguments.on or today()
    merged = merge_debtors(
        client_by_key(arguments.client),
        arguments.debtor,
        arguments.other,
        because=arguments.because,
        on=on,
        at=moment(on),
        by=arguments.by or person(),
    )
    say(f"Debiteur {merged.merged} is samengevoegd met {merged.kept}.")
    if merged.withdrawn:
        say(f"Ingetrokken berichten: {merged.withdrawn}.")
    say(f"Ongedaan maken: voldaan debtor unmerge {merged.merged} --client {arguments.client}")


def run_unmerge(arguments: argparse.Namespace) -> None:
    """Undo a merge."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.unmerge_debtor import unmerge_debtor

    on = arguments.on or today()
    done = unmerge_debtor(
        client_by_key(arguments.client),
        arguments.debtor,
        on=on,
        at=moment(on),
        by=arguments.by or person(),
    )
    say(f"Debiteur {done.unmerged} staat weer op zichzelf, los van {done.kept}.")
    if done.held_both:
        say(f"Blokkades van na de samenvoeging gelden nu voor beide: {done.held_both}.")
    if done.excepted_both:
        say(f"Uitzonderingen van na de samenvoeging gelden nu voor beide: {done.excepted_both}.")


def _with_person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--by", default="", metavar="NAME", help="who says so (default: the user of this computer)"
    )
    with_client(parser)
    with_day(parser)
