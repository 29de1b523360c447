"""Payments: find their invoices, look at what was found, take it back, take the client's word."""

import argparse
from typing import Any

from voldaan.domain.money import format_euro
from voldaan.interfaces.cli.answer import give, say
from voldaan.interfaces.cli.arguments import Add, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import now, today

VERDICTS = {"linked": "afgeletterd", "suggested": "vraag", "unmatched": "niet herkend"}


def register(add: Add) -> None:
    """Add `match`, `payment`, `review` and `settled`."""
    match = add("match", says="payments to invoices: what was allocated, and what is asked")
    match.add_argument(
        "--audit",
        type=int,
        nargs="?",
        const=25,
        metavar="N",
        help="draw N linked payments for a second look (default 25); 0: how many links were found wrong",
    )
    with_client(match)
    with_json(match)
    match.set_defaults(run=run_match)
    _register_payment(add)
    _register_review(add)

    settled = add("settled", says="the client's word that an invoice is paid")
    settled.add_argument("invoice", metavar="INVOICE")
    with_client(settled)
    with_day(settled, required=True)
    settled.set_defaults(run=run_settled)


def _register_payment(add: Add) -> None:
    payment = add("payment", says="one payment: show, undo, redo").add_subparsers(
        metavar="WHAT", required=True
    )
    for name, says, run in (
        ("show", "what a payment is for, and why", run_show),
        ("undo", "take back what was decided of a payment; it waits as a question", run_undo),
        ("redo", "put a payment back as it was before it was undone", run_redo),
    ):
        one = add(name, says=says, under=payment)
        one.add_argument("payment", type=int, metavar="ID")
        with_client(one)
        if name == "show":
            with_json(one)
        one.set_defaults(run=run)


def _register_review(add: Add) -> None:
    review = add("review", says="linked payments that were drawn for a second look").add_subparsers(
        metavar="WHAT", required=True
    )
    listing = add("list", says="what waits for a second look", under=review)
    with_client(listing)
    with_json(listing)
    listing.set_defaults(run=run_reviews)
    for name, says in (("right", "the link is right"), ("wrong", "the link is wrong: it is undone")):
        one = add(name, says=says, under=review)
        one.add_argument("review", type=int, metavar="ID")
        with_client(one)
        one.set_defaults(run=run_review, was_right=name == "right")


def run_match(arguments: argparse.Namespace) -> None:
    """Match what waits, and print each payment looked at; or take a second look at what was linked."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.match_payments import as_json, match_payments

    if arguments.audit is not None:
        run_audit(arguments)
        return
    client = client_by_key(arguments.client)
    matches = match_payments(client, at=now(), on=today(), by=person())
    rows = map(as_json, matches)
    if arguments.json:
        give(rows)
        return
    linked = 0
    for row in rows:
        linked += row["verdict"] == "linked"
        amount = format_euro(row["amount_cents"], "nl")
        evidence = "; ".join(row["evidence"])
        say(
            f"{row['booking_date']} {amount:>14}  {VERDICTS[row['verdict']]:12}  {_placed(row)}  {evidence}".rstrip()
        )
    say(f"{len(matches)} betalingen bekeken, {linked} afgeletterd.")


def run_audit(arguments: argparse.Namespace) -> None:
    """Draw linked payments for review and print what waits; or print how many links were found wrong."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.review_matches import as_json, draw_reviews, measured_precision

    client = client_by_key(arguments.client)
    if arguments.audit > 0:
        draw_reviews(client, arguments.audit, at=now(), on=today(), by=person())
        run_reviews(arguments)
        return
    rows = [as_json(measured) for measured in measured_precision(client)]
    if arguments.json:
        give(rows)
        return
    for row in rows:
        say(
            f"{row['because'] or 'alle koppelingen':22} {row['links']:>8} gekoppeld, {row['reviewed']:>5} nagekeken, "
            f"{row['wrong']:>4} fout: {row['wrong_per_10000']} per 10.000 "
            f"({row['wrong_per_10000_low']} tot {row['wrong_per_10000_high']})"
        )


def run_reviews(arguments: argparse.Namespace) -> None:
    """Print the links that wait for a second look."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.review_matches import waiting_reviews

    rows = waiting_reviews(client_by_key(arguments.client))
    if arguments.json:
        give(rows)
        return
    for row in rows:
        amount = format_euro(row["amount_cents"], "nl")
        wrote = f"{row['counterparty_name']} {row['remittance']}".strip()
        say(
            f"{row['id']:>6}  {row['booking_date']} {amount:>14}  {row['points']:>4}  {_placed(row)}  {wrote}".rstrip()
        )
    say(f"{len(rows)} koppelingen wachten op controle.")


def run_review(arguments: argparse.Namespace) -> None:
    """Say of a link that was drawn whether it is right."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.review_matches import review_match

    client = client_by_key(arguments.client)
    review_match(client, arguments.review, was_right=arguments.was_right, at=now(), on=today(), by=person())
    say(f"Controle {arguments.review}: {'goed' if arguments.was_right else 'fout, ongedaan gemaakt'}.")


def run_show(arguments: argparse.Namespace) -> None:
    """Print what a payment is for, and why."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.show_payment import payment_json

    row = payment_json(client_by_key(arguments.client), arguments.payment)
    if arguments.json:
        give([row])
        return
    for name, value in row.items():
        if not isinstance(value, list):
            say(f"{name:20} {'' if value is None else value}".rstrip())
    for name in ("invoices", "evidence", "candidates", "history"):
        for line in row[name]:
            say(f"{name:20} {line if isinstance(line, str) else _in_line(line)}")


def run_undo(arguments: argparse.Namespace) -> None:
    """Take back what was decided of a payment."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.undo_match import undo_match

    client = client_by_key(arguments.client)
    undo_match(client, arguments.payment, at=now(), on=today(), by=person())
    say(f"Betaling {arguments.payment} wacht weer, als vraag.")


def run_redo(arguments: argparse.Namespace) -> None:
    """Put a payment back as it was before it was undone."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.undo_match import redo_match

    client = client_by_key(arguments.client)
    redo_match(client, arguments.payment, at=now(), on=today(), by=person())
    say(f"Betaling {arguments.payment} staat weer zoals zij stond.")


def run_settled(arguments: argparse.Namespace) -> None:
    """Take the client's word that an invoice is paid."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.settle_invoice import settle_invoice

    client = client_by_key(arguments.client)
    settle_invoice(client, arguments.invoice, on=arguments.on, at=now(), by=person())
    say(f"Factuur {arguments.invoice}: voldaan, volgens {client.name}, per {arguments.on}.")


def _placed(row: dict[str, Any]) -> str:
    return ", ".join(f"{found['number']} {format_euro(found['cents'], 'nl')}" for found in row["invoices"])


def _in_line(values: dict[str, Any]) -> str:
    return "  ".join(f"{name}: {value}" for name, value in values.items() if value not in (None, "", []))
