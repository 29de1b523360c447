"""Questions: what a person must answer, the answer, and what waits until a day."""

import argparse

from voldaan.interfaces.cli.answer import Refused, give, say
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_json
from voldaan.interfaces.cli.clock import now, today


def register(add: Add) -> None:
    """Add `question`."""
    question = add("question", says="what a person must answer: list, answer, park").add_subparsers(
        metavar="WHAT", required=True
    )
    listing = add("list", says="open questions", under=question)
    with_client(listing)
    with_json(listing)
    listing.set_defaults(run=run_questions)
    _register_answer(add, question)
    park = add("park", says="put a question aside until a day; it holds as before", under=question)
    park.add_argument("question", type=int, metavar="ID")
    park.add_argument("--until", type=day, required=True, metavar="DATE")
    park.add_argument("--because", required=True, metavar="TEXT")
    with_client(park)
    park.set_defaults(run=run_park)


def _register_answer(add: Add, question: object) -> None:
    answer = add("answer", says="answer a question", under=question)
    answer.add_argument("question", type=int, metavar="ID")
    answer.add_argument("answer", choices=("accept", "not-ours", "send-back", "same", "different"))
    answer.add_argument(
        "--debtor",
        default="",
        metavar="DEBTOR",
        help="with accept: over the open invoices of this debtor, by the law's order; with same: which candidate it is",
    )
    answer.add_argument(
        "--invoice",
        action="append",
        default=[],
        metavar="NUMBER=CENTS",
        help="allocate so much to this invoice instead of following the first way",
    )
    answer.add_argument("--way", type=int, metavar="N", help="follow this way instead of the first")
    answer.add_argument(
        "--write-off", action="store_true", help="let go what then is still open of these invoices"
    )
    answer.add_argument(
        "--rest",
        choices=("refund", "keep"),
        default="refund",
        help="money that no invoice gets: back to the payer, or kept for invoices to come",
    )
    with_client(answer)
    answer.set_defaults(run=run_answer)


def run_questions(arguments: argparse.Namespace) -> None:
    """Print the open questions of a client."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.list_questions import list_questions

    rows = list_questions(client_by_key(arguments.client))
    if arguments.json:
        give(rows)
        return
    for row in rows:
        parked = (
            f"  geparkeerd tot {row['parked_until']}: {row['parked_because']}" if row["parked_until"] else ""
        )
        say(f"{row['id']:>6}  {row['because']}  {row['about']}{parked}")
        for candidate in row["candidates"]:
            points = "" if candidate["points"] is None else f"  {candidate['points']}"
            say(
                f"    {candidate['way']:>2}  {candidate['debtor']}  {candidate['number'] or ''}  "
                f"{candidate['evidence']}{points}".rstrip()
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
        way=arguments.way,
        debtor=arguments.debtor,
        write_off=arguments.write_off,
        rest=arguments.rest,
        at=now(),
        on=today(),
        by=person(),
    )
    say(f"Vraag {arguments.question} is beantwoord.")


def run_park(arguments: argparse.Namespace) -> None:
    """Put a question aside until a day."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.park_question import park_question

    client = client_by_key(arguments.client)
    park_question(
        client,
        arguments.question,
        until=arguments.until,
        because=arguments.because,
        at=now(),
        on=today(),
        by=person(),
    )
    say(f"Vraag {arguments.question} wacht tot {arguments.until}.")


def _allocation(text: str) -> tuple[str, int]:
    number, _, cents = text.rpartition("=")
    if not number or not cents.isdigit():
        raise Refused(f"{text!r} must look like NUMBER=CENTS, for example 2026-0012=12500.")
    return number, int(cents)
