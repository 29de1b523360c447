"""What a person says about an account or an invoice: hold, dispute, promise, payment plan, a failed direct debit."""

import argparse
from datetime import date

from voldaan.domain.law.stops import HOLD_KINDS, stop_of
from voldaan.domain.money import parse_euro
from voldaan.interfaces.cli.answer import Refused, say
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_day
from voldaan.interfaces.cli.clock import moment, today


def register(add: Add) -> None:
    """Add `hold`, `lift`, `dispute`, `promise`, `payment-plan` and `debit-failed`."""
    _register_holds(add)
    _register_agreements(add)
    _register_corrections(add)


def _register_holds(add: Add) -> None:
    hold = add("hold", says="leave an account, or one of its invoices, in peace")
    hold.add_argument("debtor", metavar="DEBTOR")
    hold.add_argument("--invoice", metavar="NUMBER")
    hold.add_argument("--reason", default="PERSON_ASKED", metavar="KIND", help=_kinds_of_hold())
    hold.add_argument(
        "--until",
        type=day,
        metavar="DATE",
        help="the last day; without it the time that the law gives, or until it is lifted",
    )
    hold.add_argument("--note", default="")
    _finish(hold, run_hold)

    lift = add("lift", says="end a hold")
    lift.add_argument("hold", type=int, metavar="ID")
    _finish(lift, run_lift)

    dispute = add("dispute", says="an invoice is not right: open, close").add_subparsers(
        metavar="WHAT", required=True
    )
    opening = add("open", says="a debtor disputes an invoice", under=dispute)
    opening.add_argument("invoice", metavar="INVOICE")
    opening.add_argument("--owner", required=True, help="who must answer it")
    opening.add_argument("--answer-by", type=day, required=True, metavar="DATE")
    opening.add_argument("--amount", help="euros, as 12.50 (default: all that is open)")
    opening.add_argument("--note", default="")
    _finish(opening, run_dispute)
    closing = add("close", says="a dispute is settled", under=dispute)
    closing.add_argument("invoice", metavar="INVOICE")
    closing.add_argument("--outcome", required=True)
    _finish(closing, run_close)


def _register_agreements(add: Add) -> None:
    promise = add("promise", says="a debtor says by which day it pays")
    promise.add_argument("debtor", metavar="DEBTOR")
    promise.add_argument("--by", dest="last_day", type=day, required=True, metavar="DATE")
    promise.add_argument("--invoice", metavar="NUMBER", help="default: all that is open and due by then")
    promise.add_argument("--note", default="")
    _finish(promise, run_promise)

    plan = add("payment-plan", says="a debtor pays in parts: agree, end").add_subparsers(
        metavar="WHAT", required=True
    )
    agree = add("agree", says="agree a payment plan", under=plan)
    agree.add_argument("debtor", metavar="DEBTOR")
    agree.add_argument("--invoice", action="append", required=True, metavar="NUMBER")
    agree.add_argument("--instalment", action="append", required=True, metavar="DATE=EUROS")
    _finish(agree, run_agree)
    end = add("end", says="end a payment plan", under=plan)
    end.add_argument("plan", type=int, metavar="ID")
    end.add_argument("--outcome", required=True, choices=("kept", "broken", "withdrawn"))
    _finish(end, run_end)


def _register_corrections(add: Add) -> None:
    failed = add("debit-failed", says="the direct debit of an invoice did not bring the money")
    failed.add_argument("invoice", metavar="INVOICE")
    _finish(failed, run_failed)


def run_failed(arguments: argparse.Namespace) -> None:
    """Write down that a direct debit did not succeed."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.end_direct_debit import end_direct_debit

    on = arguments.on or today()
    client = client_by_key(arguments.client)
    end_direct_debit(client, arguments.invoice, on=on, at=moment(on), by=person())
    say(f"De automatische incasso van factuur {arguments.invoice} is niet gelukt; genoteerd.")


def run_hold(arguments: argparse.Namespace) -> None:
    """Place a hold."""
    from voldaan.domain.strategy.words import hold_words
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.place_hold import place_hold

    on = arguments.on or today()
    placed = place_hold(
        client_by_key(arguments.client),
        arguments.debtor,
        reason=arguments.reason.upper(),
        invoice=arguments.invoice,
        last_day=arguments.until,
        note=arguments.note,
        on=on,
        at=moment(on),
        by=person(),
    )
    say(f"Aangehouden (nummer {placed.id}): {hold_words(placed.kind, 'nl')}.")
    for line in placed.lines("nl"):
        say(f"  {line}")
    say(f"Opheffen: voldaan lift {placed.id} --client {arguments.client}")


def run_lift(arguments: argparse.Namespace) -> None:
    """End a hold."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.place_hold import lift_hold

    on = arguments.on or today()
    lift_hold(client_by_key(arguments.client), arguments.hold, on=on, at=moment(on), by=person())
    say("Opgeheven.")


def run_dispute(arguments: argparse.Namespace) -> None:
    """Open a dispute."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.open_dispute import open_dispute

    on = arguments.on or today()
    open_dispute(
        client_by_key(arguments.client),
        arguments.invoice,
        owner=arguments.owner,
        answer_by=arguments.answer_by,
        amount_cents=None if arguments.amount is None else _cents(arguments.amount),
        note=arguments.note,
        on=on,
        at=moment(on),
        by=person(),
    )
    say(
        f"Factuur {arguments.invoice} is betwist; {arguments.owner} antwoordt uiterlijk {arguments.answer_by}."
    )


def run_close(arguments: argparse.Namespace) -> None:
    """End a dispute."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.open_dispute import close_dispute

    on = arguments.on or today()
    client = client_by_key(arguments.client)
    close_dispute(client, arguments.invoice, outcome=arguments.outcome, on=on, at=moment(on), by=person())
    say(f"De betwisting van factuur {arguments.invoice} is afgesloten.")


def run_promise(arguments: argparse.Namespace) -> None:
    """Write down a promise."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.record_promise import record_promise

    on = arguments.on or today()
    record_promise(
        client_by_key(arguments.client),
        arguments.debtor,
        last_day=arguments.last_day,
        invoice=arguments.invoice,
        note=arguments.note,
        on=on,
        at=moment(on),
        by=person(),
    )
    say(f"Toezegging genoteerd tot en met {arguments.last_day}.")


def run_agree(arguments: argparse.Namespace) -> None:
    """Agree a payment plan."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.agree_payment_plan import agree_payment_plan

    on = arguments.on or today()
    number = agree_payment_plan(
        client_by_key(arguments.client),
        arguments.debtor,
        invoices=arguments.invoice,
        instalments=[_instalment(text) for text in arguments.instalment],
        on=on,
        at=moment(on),
        by=person(),
    )
    say(f"Betalingsregeling {number} afgesproken.")


def run_end(arguments: argparse.Namespace) -> None:
    """End a payment plan."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.agree_payment_plan import end_payment_plan

    on = arguments.on or today()
    client = client_by_key(arguments.client)
    end_payment_plan(
        client, arguments.plan, outcome=arguments.outcome.upper(), on=on, at=moment(on), by=person()
    )
    say("De betalingsregeling is beëindigd.")


def _kinds_of_hold() -> str:
    """Return the kinds of hold with their Dutch names, for the help."""
    return "; ".join(f"{kind.lower()} ({stop_of(kind).name_nl})" for kind in HOLD_KINDS)


def _finish(parser: argparse.ArgumentParser, run: object) -> None:
    with_client(parser)
    with_day(parser)
    parser.set_defaults(run=run)


def _cents(text: str) -> int:
    try:
        return parse_euro(text)
    except ValueError as error:
        raise Refused(str(error)) from None


def _instalment(text: str) -> tuple[date, int]:
    first, _, euros = text.partition("=")
    try:
        return date.fromisoformat(first), _cents(euros)
    except ValueError:
        raise Refused(f"{text!r} must look like 2026-12-01=25.00.") from None
