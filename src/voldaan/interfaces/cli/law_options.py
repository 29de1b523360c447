"""What each command of `voldaan law` asks for, and how it is read."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from voldaan.interfaces.cli.arguments import day
from voldaan.usecases.calculate import typed
from voldaan.usecases.calculate.calculation import CannotCalculate

Typed = TypeVar("Typed")
CAPACITIES = ("consumer", "sole-trader", "legal-person", "public-body", "unknown")


def interest(parser: argparse.ArgumentParser) -> None:
    """Add what `voldaan law interest` asks for."""
    parser.add_argument("--kind", choices=("statutory", "commercial", "contract"), required=True)
    parser.add_argument("--principal", type=_read(typed.euros), required=True, metavar="EUROS")
    begins = parser.add_mutually_exclusive_group(required=True)
    begins.add_argument("--due", type=day, metavar="DATE", help="the last day to pay in time")
    begins.add_argument("--first-day", type=day, metavar="DATE", help="the first day on which interest runs")
    parser.add_argument("--until", type=day, required=True, metavar="DATE", help="the last day, which counts")
    parser.add_argument("--day-count", choices=("interest-year", "act365"), default="interest-year")
    parser.add_argument(
        "--payment", type=_read(typed.payment), action="append", default=[], metavar="DATE=EUROS"
    )
    parser.add_argument(
        "--rate", type=_read(typed.percent), metavar="PERCENT", help="the agreed rate (contract)"
    )
    parser.add_argument(
        "--per", choices=("year", "month"), default="year", help="what the agreed rate is for"
    )
    parser.add_argument(
        "--capacity",
        choices=CAPACITIES,
        help="who owes it: an agreed rate is then counted as far as the law lets it run",
    )
    parser.add_argument("--public-body", action="store_true", help="a public body owes it (6:119b)")


def costs(parser: argparse.ArgumentParser) -> None:
    """Add what `voldaan law costs` asks for."""
    parser.add_argument(
        "--principal", type=_read(typed.euros), action="append", required=True, metavar="EUROS",
        help="of one claim; several are added up",
    )  # fmt: skip
    parser.add_argument(
        "--vat", type=_read(typed.percent), metavar="PERCENT",
        help="only where the creditor declares that it cannot set off the VAT",
    )  # fmt: skip
    parser.add_argument("--paid", type=_read(typed.euros), default=0, metavar="EUROS", help="within the term")


def notice(parser: argparse.ArgumentParser) -> None:
    """Add what `voldaan law notice` asks for."""
    parser.add_argument("--sent", type=day, required=True, metavar="DATE")
    parser.add_argument("--by", choices=("post", "email"), required=True)
    parser.add_argument(
        "--delivery-days", type=_read(lambda text: typed.whole_number(text, first=1, last=30)), metavar="N",
        help="by post: how many days of delivery it may need (default: the careful number)",
    )  # fmt: skip
    parser.add_argument("--principal", type=_read(typed.euros), action="append", default=[], metavar="EUROS")
    parser.add_argument(
        "--vat", type=_read(typed.percent), metavar="PERCENT", help="declared by the creditor"
    )
    parser.add_argument("--creditor", default="", metavar="NAME", help="who declares that about the VAT")
    _holidays(parser)


def terms(parser: argparse.ArgumentParser) -> None:
    """Add what `voldaan law terms` asks for."""
    parser.add_argument("--buyer", choices=CAPACITIES, required=True)
    parser.add_argument(
        "--issued", type=day, required=True, metavar="DATE", help="the issue date of the invoice"
    )
    parser.add_argument(
        "--agreed", type=_read(lambda text: typed.whole_number(text, first=0, last=3650)), metavar="DAYS",
        help="how many days after the issue date were agreed",
    )  # fmt: skip
    parser.add_argument("--agreed-on", type=day, metavar="DATE", help="the day of the contract")
    parser.add_argument("--express", choices=("yes", "no"), help="whether a longer term was expressly agreed")
    parser.add_argument("--large-buyer", action="store_true", help="a large company buys from a smaller one")
    parser.add_argument("--received", type=day, metavar="DATE", help="the day on which the invoice came")
    parser.add_argument("--performed", type=day, metavar="DATE", help="the day of delivery or performance")
    parser.add_argument("--accepted", type=day, metavar="DATE", help="the day on which it was accepted")


def allocate(parser: argparse.ArgumentParser) -> None:
    """Add what `voldaan law allocate` asks for."""
    euros = _read(typed.euros)
    parser.add_argument("--payment", type=euros, required=True, metavar="EUROS")
    parser.add_argument(
        "--debt", type=_read(typed.debt), action="append", default=[], metavar="ID:DUE:EUROS[:PERCENT]",
        help="a debt with its due date, what is open, and the interest that it bears",
    )  # fmt: skip
    parser.add_argument(
        "--designated", action="append", default=[], metavar="ID", help="which the debtor named"
    )
    parser.add_argument("--on", type=day, metavar="DATE", help="the day of payment (default: today)")
    parser.add_argument("--costs", type=euros, default=0, metavar="EUROS", help="of one debt: its costs")
    parser.add_argument(
        "--interest", type=euros, default=0, metavar="EUROS", help="of one debt: its interest"
    )
    parser.add_argument("--principal", type=euros, metavar="EUROS", help="of one debt: its principal")


def limitation(parser: argparse.ArgumentParser) -> None:
    """Add what `voldaan law limitation` asks for."""
    kinds = ("contract", "periodic", "consumer-sale", "damages-or-penalty", "judgment")
    parser.add_argument("--kind", choices=kinds, required=True)
    parser.add_argument(
        "--due", type=day, required=True, metavar="DATE", help="the due date; of a judgment its day"
    )
    parser.add_argument(
        "--interrupted", type=_read(typed.interruption), action="append", default=[], metavar="DATE=KIND",
        help="demand, reservation or acknowledgement, with the day on which it reached the debtor",
    )  # fmt: skip
    parser.add_argument("--on", type=day, metavar="DATE", help="the day from which it is looked at")


def contact(parser: argparse.ArgumentParser) -> None:
    """Add what `voldaan law contact` asks for."""
    parser.add_argument(
        "--at",
        type=_read(typed.moment),
        required=True,
        metavar="MOMENT",
        help="Dutch time, as 2026-11-22T21:00",
    )
    _holidays(parser)


def _holidays(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--holiday",
        type=day,
        action="append",
        default=[],
        metavar="DATE",
        help="a day of a later royal decree",
    )


def rates(parser: argparse.ArgumentParser) -> None:
    """Add what `voldaan law rates` asks for."""
    parser.add_argument("--kind", choices=("statutory", "commercial"), default="statutory")


def guard(parser: argparse.ArgumentParser) -> None:
    """Add what `voldaan law guard` asks for."""
    parser.add_argument("text", type=Path, metavar="TEXTFILE", help="the finished text of a message")
    parser.add_argument(
        "--facts", type=Path, required=True, metavar="FACTS.json", help="what it was written from"
    )


def _read(read: Callable[[str], Typed]) -> Callable[[str], Typed]:
    """Return the reader as argparse wants it: what cannot be read is wrong usage, in a sentence."""

    def reader(text: str) -> Typed:
        try:
            return read(text)
        except CannotCalculate as refused:
            raise argparse.ArgumentTypeError(refused.sentence("en")) from None

    return reader
