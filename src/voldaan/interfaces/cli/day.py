"""A day: what would be decided, why, and the whole of it."""

import argparse
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

from voldaan.domain.money import format_euro
from voldaan.interfaces.cli.answer import Refused, counted, give, note, say
from voldaan.interfaces.cli.arguments import Add, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment, today


def register(add: Add) -> None:
    """Add `plan`, `why`, `run` and `send`."""
    plan = add("plan", says="the decisions for a day; changes nothing")
    with_day(plan)
    with_client(plan, required=False)
    with_json(plan)
    plan.set_defaults(run=run_plan)

    why = add("why", says="the decision for one account, with every rule that was looked at")
    why.add_argument("debtor", metavar="DEBTOR", help="the debtor's number")
    with_client(why)
    with_day(why)
    with_json(why)
    why.set_defaults(run=run_why)

    run = add("run", says="the whole day: match, decide, write, and where it is agreed, send")
    with_day(run)
    with_client(run, required=False)
    run.add_argument("--approve", action="store_true", help="approve what is written, and send it")
    _with_replay(run)
    with_json(run)
    run.set_defaults(run=run_run)

    send = add("send", says="send what is approved and waiting")
    with_day(send)
    with_client(send, required=False)
    with_json(send)
    _with_replay(send)
    send.set_defaults(run=run_send)


def run_plan(arguments: argparse.Namespace) -> int:
    """Print the decisions for a day; exit code 1 when one of the clients could not be decided."""
    from voldaan.usecases.preview_day import preview_day

    on = arguments.on or today()

    def plans(client: Any) -> bool:
        day, rows = preview_day(client, on=on)
        if arguments.json:
            give(row.as_json() for row in rows)
            return False
        say(f"{client.name}, {on}. {day.truth.because}")
        for row in rows:
            _show_decision(row)
        say(_acts_sentence(Counter(row.decision.act for row in rows)))
        return False

    return _for_each(arguments, plans)


def run_why(arguments: argparse.Namespace) -> None:
    """Print why an account is reminded or left in peace."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.explain_decision import as_json, explain_decision

    on = arguments.on or today()
    told = explain_decision(client_by_key(arguments.client), arguments.debtor, on=on)
    if arguments.json:
        give([as_json(told)])
        return
    for line in told.lines("nl"):
        say(line)


def run_run(arguments: argparse.Namespace) -> int:
    """Run a day; exit code 1 when a stale payment truth kept reminders back, or a client's day could not be run."""
    from voldaan.usecases.run_day import as_json, run_day

    on = arguments.on or today()
    leaves = not _would_be_real(arguments, on)

    def runs(client: Any) -> bool:
        done = run_day(client, on=on, at=moment(on), by=person(), approve=arguments.approve, leaves=leaves)
        stays = bool(done.approved) and not leaves
        if stays:
            note(f"voldaan: {client.name}: {_REAL_MAIL}")
        if arguments.json:
            give([as_json(done)])
        else:
            _show_run(done)
        stale = done.planned.stopped_by_truth
        if stale:
            note(
                f"voldaan: {client.name}: {counted(stale, 'debiteur wordt', 'debiteuren worden')} niet "
                f"herinnerd. {done.planned.day.truth.because}"
            )
        return stays or stale > 0

    return _for_each(arguments, runs)


def _for_each(arguments: argparse.Namespace, act: Callable[[Any], bool]) -> int:
    """Act for each client that is asked for; return 1 where that says that something was stopped, or was refused.

    What keeps the day of one client from being decided or sent, as a strategy that cannot be read, keeps no other.
    """
    from voldaan.domain.strategy.language import StrategyError
    from voldaan.usecases.plan_day import BookMoved

    stopped = False
    for client in _clients(arguments):
        try:
            stopped = act(client) or stopped
        except (StrategyError, BookMoved) as refusal:
            stopped = True
            note(f"voldaan: {client.name}: {refusal}")
    return int(stopped)


def run_send(arguments: argparse.Namespace) -> None:
    """Send what is approved and waiting."""
    from voldaan.usecases.send_messages import send_messages

    on = arguments.on or today()
    if _would_be_real(arguments, on):
        raise Refused(_REAL_MAIL)
    done = send_messages(_clients(arguments), on=on, at=moment(on), by=person())
    if arguments.json:
        give([{"kind": "sent", **_sent(done)}])
        return
    _show_sent(done)


_REAL_MAIL = (
    "er is een mailserver ingesteld, en een andere dag dan vandaag is een oefening: de berichten zijn goedgekeurd en "
    "wachten. Verstuur ze op de dag zelf, of zeg met --replay dat deze mail echt weg mag."
)


def _with_replay(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--replay",
        action="store_true",
        help="let real mail leave for a day that is not today (for a test server)",
    )


def _would_be_real(arguments: argparse.Namespace, on: date) -> bool:
    """Test if mail for a day that is not today would leave by a real server, unasked."""
    from django.conf import settings

    return on != today() and bool(settings.INSTALLATION.smtp_url) and not arguments.replay


def _clients(arguments: argparse.Namespace) -> list[Any]:
    from voldaan.records.scope import clients

    return clients([arguments.client] if arguments.client else None)


def _show_decision(row: Any) -> None:
    from voldaan.domain.strategy.words import act_words, channel_words, reason_words, stage_words, until_words

    decision = row.decision
    words = f"{act_words(decision.act, 'nl')}: {reason_words(decision.because, 'nl', row.hold_of(decision.because))}"
    if decision.stage:
        words += f" ({stage_words(decision.stage, 'nl')} per {channel_words(decision.channel, 'nl')})"
    elif decision.until:
        words += f", {until_words(decision.until, 'nl')}"
    say(f"  {row.debtor:12} {row.name[:32]:32} {format_euro(decision.open_cents, 'nl'):>14}  {words}")
    for number in decision.invoices:
        say(f"               {row.numbers[number]}")
    for other in decision.others:
        until = until_words(other.until, "nl") if other.until else ""
        reason = reason_words(other.because, "nl", row.hold_of(other.because, other.id))
        say(f"               {row.numbers[other.id]}: {reason} {until}".rstrip())


def _acts_sentence(acts: Counter[str]) -> str:
    return (
        f"{acts['REMIND']} te herinneren, {acts['WAIT']} wachten, {acts['HOLD']} met rust, "
        f"{acts['ASK']} vragen, {acts['HAND_OVER']} over te dragen."
    )


def _show_run(done: Any) -> None:
    say(f"{done.client.name}, {done.planned.day.on}. {done.planned.day.truth.because}")
    say(f"  {done.matched} betalingen bekeken. {_acts_sentence(Counter(done.planned.acts))}")
    if done.asked.invoices:
        say(
            f"  {counted(done.asked.invoices, 'factuur staat', 'facturen staan')} op navraag "
            f"{done.asked.check}: voldaan client-check show {done.asked.check} --client {done.client.key}"
        )
    say(f"  {counted(done.written.written, 'bericht', 'berichten')} geschreven, {done.approved} goedgekeurd.")
    if done.for_a_person:
        waiting = counted(done.for_a_person, "bericht wacht", "berichten wachten")
        say(f"  {waiting} op een mens: zo zegt de strategie.")
    for refusal in done.written.refusals:
        note(f"  geweigerd: {refusal}")
    for made in (done.written, done.thanked, done.stated):
        for sentence in made.otherwise:
            note(f"  let op: {sentence}")
    _show_sent(done.sent)


def _show_sent(done: Any) -> None:
    say(
        f"  {done.sent} verstuurd, {done.withdrawn} ingetrokken, {done.waiting} wachten, {done.failed} mislukt."
    )
    if done.to_call:
        say(
            f"  {counted(done.to_call, 'debiteur staat', 'debiteuren staan')} op de bellijst: voldaan call list"
        )
    if done.ambiguous:
        note(f"  van {done.ambiguous} is niet zeker of ze weg zijn: bekijk ze in het bureau.")
    for remark in done.remarks:
        note(f"  {remark}")


def _sent(done: Any) -> dict[str, Any]:
    return {
        "sent": done.sent,
        "withdrawn": done.withdrawn,
        "failed": done.failed,
        "ambiguous": done.ambiguous,
        "waiting": done.waiting,
        "to_call": done.to_call,
        "remarks": done.remarks,
    }
