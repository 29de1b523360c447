"""Payments: find their invoices, answer what is in doubt, take the client's word."""

import argparse

from voldaan.domain.money import format_euro
from voldaan.interfaces.cli.answer import Refused, give, say
from voldaan.interfaces.cli.arguments import Add, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import now, today


def register(add: Add) -> None:
    """Add `match`, `settled` and `question`."""
    match = add("match", says="payments to invoices: what was allocated, and what is asked")
    with_client(match)
    with_json(match)
    match.set_defaults(run=run_match)

    settled = add("settled", says="the client's word that an invoice is paid")
    settled.add_argument("invoice", metavar="INVOICE")
    with_client(settled)
    with_day(settled, required=True)
    settled.set_defaults(run=run_settled)

    question = add("question", says="what a person must answer: list, answer").add_subparsers(
        metavar="WHAT", required=True
    )
    listing = add("list", says="open questions", under=question)
    with_client(listing)
    with_json(listing)
    listing.set_defaults(run=run_questions)
    answer = add("answer", says="answer a question", under=question)
    answer.add_argument("question", type=int, metavar="ID")
    answer.add_argument("answer", choices=("accept", "not-ours", "same", "different"))
    answer.add_argument("--debtor", default="", metavar="DEBTOR", help="with same: which candidate it is")
    answer.add_argument(
        "--invoice",
        action="append",
        default=[],
        metavar="NUMBER=CENTS",
        help="allocate so much to this invoice instead of following the first candidate",
    )
    with_client(answer)
    answer.set_defaults(run=run_answer)


def run_match(arguments: argparse.Namespace) -> None:
    """Match what waits, and print each payment looked at."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.match_payments import as_json, match_payments

    client = client_by_key(arguments.client)
    rows = [as_json(matched) for matched in match_payments(client, at=now(), on=today(), by=person())]
    if arguments.json:
        give(rows)
        return
    words = {"linked": "afgeletterd", "suggested": "vraag", "unmatched": "niet herkend"}
    for row in rows:
        numbers = ", ".join(
            f"{found['number']} {format_euro(found['cents'], 'nl')}" for found in row["invoices"]
        )
        amount = format_euro(row["amount_cents"], "nl")
        evidence = "; ".join(row["evidence"])
        say(f"{row['booking_date']} {amount:>14}  {words[row['verdict']]:12}  {numbers}  {evidence}".rstrip())
    say(f"{len(rows)} betalingen bekeken, {sum(row['verdict'] == 'linked' for row in rows)} afgeletterd.")


def run_settled(arguments: argparse.Namespace) -> None:
    """Take the client's word that an invoice is paid."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.settle_invoice import settle_invoice

    client = client_by_key(arguments.client)
    settle_invoice(client, arguments.invoice, on=arguments.on, at=now(), by=person())
    say(f"Factuur {arguments.invoice}: voldaan, volgens {client.name}, per {arguments.on}.")


def run_questions(arguments: argparse.Namespace) -> None:
    """Print the open questions of a client."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.list_questions import list_questions

    rows = list_questions(client_by_key(arguments.client))
    if arguments.json:
        give(rows)
        return
    for row in rows:
        say(f"{row['id']:>6}  {row['because']}  {row['about']}")
        for candidate in row["candidates"]:
            say(
                f"        {candidate['debtor']}  {candidate['number'] or ''}  {candidate['evidence']}".rstrip()
            )
    say(f"{len(rows)} vragen open.")


def run_answer(arguments: argparse.Namespace) -> None:
    """Answer one question."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.answer_question import answer_question
    from voldaan.usecases.answer_same_debtor import answer_same_debtor

    client = client_by_key(arguments.client)
    if arguments.answer in ("same", "different"):
        merged = answer_same_debtor(
            client,
            arguments.question,
            answer=arguments.answer.upper(),
            debtor=arguments.debtor,
            at=now(),
            on=today(),
            by=person(),
        )
        if merged:
            say(f"Debiteur {merged.merged} is samengevoegd met {merged.kept}.")
        say(f"Vraag {arguments.question} is beantwoord.")
        return
    answer_question(
        client,
        arguments.question,
        answer=arguments.answer.replace("-", "_").upper(),
        allocations=[_allocation(text) for text in arguments.invoice],
        at=now(),
        on=today(),
        by=person(),
    )
    say(f"Vraag {arguments.question} is beantwoord.")


def _allocation(text: str) -> tuple[str, int]:
    number, _, cents = text.rpartition("=")
    if not number or not cents.isdigit():
        raise Refused(f"{text!r} must look like NUMBER=CENTS, for example 2026-0012=12500.")
    return number, int(cents)
