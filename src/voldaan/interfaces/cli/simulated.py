"""A simulation as lines for people and as objects for programs."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from voldaan.domain.money import format_euro
from voldaan.domain.strategy.strategy import INCIDENTS, STAGE_KEYS
from voldaan.domain.strategy.words import channel_words, stage_words
from voldaan.domain.workdays import format_day
from voldaan.interfaces.cli.answer import say, table

if TYPE_CHECKING:
    from voldaan.domain.strategy.columns import Column, Message
    from voldaan.usecases.simulate import AccountSimulated, Simulation

NAMES_MAX = 20
"""How many debtors of one kind are named; the rest is counted."""
COLUMNS = ("REALLY", "PRESENT", "OTHER")
_DIFFERENCES = {
    "LEFT_ALONE": "Krijgen geen bericht meer",
    "ALSO_REMINDED": "Krijgen nu niets en dan wel een bericht",
    "OTHERWISE": "Krijgen andere berichten, of op andere dagen",
}


class Named:
    """The debtors that other strategies treat otherwise, by how, as far as they are named."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.numbers: dict[str, list[str]] = {}

    def __call__(self, account: "AccountSimulated") -> None:
        """Keep the number of an account that is treated otherwise."""
        names = self.numbers.setdefault(account.what, [])
        if account.what and len(names) < NAMES_MAX:
            names.append(account.debtor)


def show_simulation(found: "Simulation", named: Named) -> None:
    """Print a simulation for people, in Dutch."""
    first, last = format_day(found.first_day, "nl"), format_day(found.last_day, "nl")
    say(f"{found.name}: {first} tot en met {last}, nagespeeld met wat op elke dag bekend was")
    say(f"  nu:     {', '.join(found.present_names)}")
    say(f"  anders: {', '.join(found.other_names)}")
    say()
    columns = (found.really, found.present, found.other)
    table(("", "echt verstuurd", "nu nagespeeld", "anders nagespeeld"), _rows(columns), right=(1, 2, 3))
    say()
    weeks = sorted({week for column in columns for week in column.by_week})
    by_week = [
        (format_day(week, "nl", long=False), *(str(column.by_week[week]) for column in columns))
        for week in weeks
    ]
    table(("berichten in de week van", "echt", "nu", "anders"), by_week, right=(1, 2, 3))
    say()
    for what, words in _DIFFERENCES.items():
        count = found.differences[what]  # type: ignore[index]  # the keys are those of Difference
        names = named.numbers.get(what, [])
        rest = f" en {count - len(names)} andere" if count > len(names) else ""
        say(f"{words}: {count}{': ' if names else ''}{', '.join(names)}{rest}")
    say()
    for sentence in found.notes:
        say(sentence)


def _rows(columns: "Sequence[Column]") -> Iterator[tuple[str, ...]]:
    yield "berichten", *(str(column.messages) for column in columns)
    keys = {key for column in columns for key in column.by_stage}
    for stage, channel in sorted(keys, key=_in_order):
        counts = (column.by_stage.get((stage, channel)) for column in columns)
        name = f"  {stage_words(stage, 'nl')} per {channel_words(channel, 'nl')}"
        yield name, *("0" if one is None else str(one.messages) for one in counts)
    yield "debiteuren die een bericht kregen", *(str(column.accounts) for column in columns)
    yield "voor niets: binnen drie dagen betaald", *(str(column.for_nothing) for column in columns)
    yield "  nog niet te zeggen", *(str(column.not_known_yet) for column in columns)
    yield "kosten van versturen", *(_euro(column.cost_cents) for column in columns)
    if any(column.fee_cents is not None for column in columns):
        yield "vergoeding voor het bureau", *(_euro(column.fee_cents) for column in columns)
    yield "vragen aan een mens", "onbekend", *(str(column.questions) for column in columns[1:])
    yield "klaar voor overdracht", "onbekend", *(str(column.hand_overs) for column in columns[1:])


def _euro(cents: int | None) -> str:
    return "onbekend" if cents is None else format_euro(cents, "nl")


def _in_order(key: tuple[str, str]) -> tuple[int, str]:
    return (*INCIDENTS, *STAGE_KEYS).index(key[0]), key[1]


def summaries(found: "Simulation") -> Iterator[dict[str, Any]]:
    """Yield the sums of each column as `voldaan simulate --json` prints them. What is not known is null."""
    names = (None, list(found.present_names), list(found.other_names))
    columns = (found.really, found.present, found.other)
    for code, strategies, column in zip(COLUMNS, names, columns, strict=True):
        replayed = code != "REALLY"
        yield {
            "kind": "simulation",
            "column": code,
            "client": found.client,
            "from": found.first_day.isoformat(),
            "to": found.last_day.isoformat(),
            "payments_until": _iso(found.known_until),
            "strategies": strategies,
            "messages": column.messages,
            "debtors": column.accounts,
            "stages": [
                {
                    "stage": stage,
                    "channel": channel,
                    "messages": one.messages,
                    "invoices": one.invoices,
                    "cents": one.cents,
                }
                for (stage, channel), one in sorted(
                    column.by_stage.items(), key=lambda item: _in_order(item[0])
                )
            ],
            "weeks": {week.isoformat(): column.by_week[week] for week in sorted(column.by_week)},
            "cost_cents": column.cost_cents,
            "fee_cents": column.fee_cents,
            "currency": "EUR",
            "paid_within_three_days": column.for_nothing,
            "not_known_yet": column.not_known_yet,
            "questions": column.questions if replayed else None,
            "hand_overs": column.hand_overs if replayed else None,
            "differences": dict(found.differences) if code == "OTHER" else None,
            "notes": list(found.notes),
        }


def rows_of_account(
    client: str, account: "AccountSimulated", numbers: dict[int, str]
) -> Iterator[dict[str, Any]]:
    """Yield the messages of an account in each column, and what differs."""
    sent = dict(zip(COLUMNS, (account.really, account.present, account.other), strict=True))
    for code, messages in sent.items():
        for message in messages:
            yield {
                "kind": "simulated_message",
                "column": code,
                "client": client,
                "debtor": account.debtor,
                **_message(message),
                "invoices": [numbers[invoice] for invoice in message.invoices],
                "cents": message.cents,
                "currency": "EUR",
            }
    if account.what:
        yield {
            "kind": "difference",
            "client": client,
            "debtor": account.debtor,
            "what": account.what,
            "present": [_message(message) for message in account.present],
            "other": [_message(message) for message in account.other],
        }


def _message(message: "Message") -> dict[str, str]:
    return {"on": message.on.isoformat(), "stage": message.stage, "channel": message.channel}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
