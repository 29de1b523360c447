"""Trying a strategy: on the coming weeks of today's book, and on a period of the client's own history."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day
from voldaan.interfaces.cli.answer import Refused, counted, give, note, say, table
from voldaan.interfaces.cli.arguments import Add, day, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import today

if TYPE_CHECKING:
    from voldaan.domain.strategy.choosing import Strategies
    from voldaan.usecases.preview_weeks import Ahead
    from voldaan.usecases.simulate import AccountSimulated, Simulation


def register(add: Add) -> None:
    """Add `preview` and `simulate`."""
    preview = add(
        "preview", says="which messages the coming weeks bring if nothing comes in; changes nothing"
    )
    with_client(preview)
    with_day(preview)
    preview.add_argument("--days", type=int, default=28, metavar="N", help="how many days (default: 28)")
    _with_strategy(preview, required=False)
    with_json(preview)
    preview.set_defaults(run=run_preview)

    simulate = add("simulate", says="a period of the past with another strategy; changes nothing")
    with_client(simulate)
    simulate.add_argument("--from", dest="start", type=day, required=True, metavar="DATE")
    simulate.add_argument("--to", dest="end", type=day, required=True, metavar="DATE")
    _with_strategy(simulate, required=True)
    for channel, says in (
        ("email", "an e-mail"),
        ("post", "a letter"),
        ("sms", "a text message"),
        ("call", "a call"),
    ):
        simulate.add_argument(
            f"--{channel}-cents",
            type=int,
            metavar="CENTS",
            help=f"what {says} costs (default: {channel}_cents of settings.toml)",
        )
    with_json(simulate)
    simulate.set_defaults(run=run_simulate)


def run_preview(arguments: argparse.Namespace) -> None:
    """Print the messages of the coming weeks."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.preview_weeks import as_json, preview_weeks

    client = client_by_key(arguments.client)
    given = _strategies(arguments.strategy)
    ahead = preview_weeks(client, on=arguments.on or today(), days=arguments.days, strategies=given)
    if arguments.json:
        give(as_json(ahead, client))
        return
    _show_ahead(ahead)


def run_simulate(arguments: argparse.Namespace) -> None:
    """Print what would have been sent in a period with other strategies."""
    from voldaan.interfaces.cli.simulated import Named, show_simulation

    if not arguments.json:
        named = Named()
        show_simulation(_simulation(arguments, named), named)
        return
    from voldaan.interfaces.cli.simulated import rows_of_account, summaries
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.preview_weeks import invoice_numbers

    client = client_by_key(arguments.client)

    def print_account(account: "AccountSimulated") -> None:
        sent = (*account.really, *account.present, *account.other)
        numbers = invoice_numbers(client, {number for message in sent for number in message.invoices})
        give(rows_of_account(client.key, account, numbers))

    give(summaries(_simulation(arguments, print_account)))


def _simulation(arguments: argparse.Namespace, each: "Callable[[AccountSimulated], None]") -> "Simulation":
    from django.conf import settings

    from voldaan.records.scope import client_by_key
    from voldaan.usecases.simulate import simulate

    if arguments.end > today():
        raise Refused(
            f"{format_day(arguments.end, 'nl')} moet nog komen: naspelen gaat over wat is geweest. "
            f"Kies een einde tot en met vandaag, of kijk vooruit met voldaan preview."
        )
    installed = settings.INSTALLATION
    strategies = _strategies(arguments.strategy)
    assert strategies is not None, "the parser asks for one"
    return simulate(
        client_by_key(arguments.client),
        first_day=arguments.start,
        last_day=arguments.end,
        strategies=strategies,
        email_cents=_cost(arguments.email_cents, installed.email_cents),
        post_cents=_cost(arguments.post_cents, installed.post_cents),
        sms_cents=_cost(arguments.sms_cents, installed.sms_cents),
        call_cents=_cost(arguments.call_cents, installed.call_cents),
        each=each,
    )


def _cost(given: int | None, installed: int | None) -> int | None:
    """Return what a message costs in cents: as given, else as the settings say."""
    if given is not None and given < 0:
        raise Refused(f"Een bericht kost nul cent of meer, niet {given}. Schrijf hele centen, zoals 95.")
    return installed if given is None else given


def _with_strategy(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument(
        "--strategy",
        action="append",
        metavar="FILE|KEY",
        required=required,
        help="a strategy instead of the client's own: a file, or the key of a known one; give it again for a list "
        "in the order in which they are tried",
    )


def _strategies(given: list[str] | None) -> "Strategies | None":
    """Return the strategies that were named, in their order; None where none was.

    Raises:
        StrategyError: there is none of that name, it cannot be read, or it may not be used.
    """
    from voldaan.domain.strategy.choosing import Strategies
    from voldaan.usecases.judge_strategy import judged
    from voldaan.usecases.known_strategies import keys_in, known_strategy

    found = []
    for one in given or ():
        path = Path(one)
        if path.suffix == ".toml" or path.is_file():
            found.append(judged(_text(path)).must_be_usable())
        else:
            found.extend(known_strategy(key) for key in keys_in(one))
    if given and not found:
        raise Refused("Noem ten minste één strategie, zoals standard, of geef een bestand.")
    return Strategies(found) if found else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "geen UTF-8"
        raise Refused(
            f"de strategie {path} kan niet worden gelezen ({why}). Geef een bestand, of de sleutel van een bekende "
            "strategie."
        ) from error


def _show_ahead(ahead: "Ahead") -> None:
    from voldaan.domain.strategy.words import act_words, channel_words, reason_words, stage_words

    first, last = format_day(ahead.on, "nl"), format_day(ahead.last_day, "nl")
    say(f"{ahead.name}: {first} tot en met {last}, met {', '.join(ahead.strategies)}")
    say("Als er niets binnenkomt: niemand betaalt, niemand antwoordt, en elk voorgesteld bericht gaat uit.")
    if ahead.payments_to_look_at:
        count = ahead.payments_to_look_at
        note(
            f"voldaan: nog niet bekeken betalingen: {count}. Wat die voldoen, telt hier nog als openstaand. "
            f"Koppel ze eerst: voldaan match --client {ahead.client}"
        )
    say()
    table(
        ("dag", "fase", "kanaal", "berichten", "facturen", "openstaand"),
        [
            (
                format_day(row.on, "nl", long=False),
                stage_words(row.stage, "nl"),
                channel_words(row.channel, "nl"),
                str(row.messages),
                str(row.invoices),
                format_euro(row.cents, "nl"),
            )
            for row in ahead.messages
        ],
        right=(3, 4, 5),
    )
    say()
    messages, debtors = ahead.count, len(ahead.accounts)
    say(
        f"In totaal {counted(messages, 'bericht', 'berichten')} aan {counted(debtors, 'debiteur', 'debiteuren')}."
    )
    for other in ahead.others:
        say(f"  {act_words(other.act, 'nl')}: {other.accounts} ({reason_words(other.because, 'nl')})")
