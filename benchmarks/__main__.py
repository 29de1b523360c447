"""Run every benchmark, or those that are named: `python -m benchmarks [plan] [matching] …`."""

import argparse
import sys

from benchmarks import (
    bank,
    interest,
    letters,
    letters_printed,
    lists,
    mails,
    match,
    matching,
    matching_speed,
    once,
    plain,
    plan,
    simulate,
)

BENCHMARKS = {
    "plan": lambda chosen: plan.run(invoices=chosen.invoices or 1_000_000, rounds=chosen.rounds),
    "bank": lambda chosen: bank.run(entries=chosen.entries, rounds=chosen.rounds),
    "lists": lambda chosen: lists.run(lines=chosen.lines),
    "interest": lambda chosen: interest.run(calculations=chosen.calculations),
    "letters": lambda chosen: letters.run(letters=chosen.letters),
    "mails": lambda chosen: mails.run(messages=chosen.mails),
    "matching": lambda chosen: matching.run(
        payments=chosen.payments,
        invoices=chosen.invoices or chosen.payments,
        seed=chosen.seed,
        thresholds=chosen.threshold,
        show=chosen.show,
        kind=chosen.kind,
    ),
    "match": lambda chosen: match.run(payments=chosen.payments, invoices=chosen.invoices or chosen.payments),
    "simulate": lambda chosen: simulate.run(accounts=chosen.accounts),
    "once": lambda chosen: once.run(messages=chosen.messages, seed=chosen.seed),
    "plain": lambda chosen: plain.run(),
    "print": lambda chosen: letters_printed.run(letters=chosen.letters),
    "matching-speed": lambda chosen: matching_speed.run(sizes=tuple(chosen.sizes)),
}


def main() -> int:
    """Run what was chosen and print its lines."""
    parser = argparse.ArgumentParser(prog="make bench BENCH_ARGS=…", description=__doc__)
    parser.add_argument("which", nargs="*", help=f"of {', '.join(BENCHMARKS)}; default: all")
    parser.add_argument(
        "--invoices", type=int, help="of the plan (a million), or open to be matched (as payments)"
    )
    parser.add_argument("--accounts", type=int, default=100_000, help="of the year that is simulated")
    parser.add_argument("--rounds", type=int, default=3, help="of the plan and of bank files")
    parser.add_argument("--entries", type=int, default=100_000, help="of bank files")
    parser.add_argument("--lines", type=int, default=1_000_000, help="of a list")
    parser.add_argument("--calculations", type=int, default=1_000_000, help="of interest")
    parser.add_argument(
        "--letters", type=int, default=1_000, help="to be set of each kind, or printed together"
    )
    parser.add_argument("--mails", type=int, default=1_000, help="to be handed to a mail server")
    parser.add_argument("--payments", type=int, default=100_000, help="to be matched")
    parser.add_argument("--messages", type=int, default=1_000, help="to be sent once")
    parser.add_argument(
        "--seed", type=int, default=1, help="of the payments to be matched, and of what goes wrong"
    )
    parser.add_argument("--kind", default="", help="of business to be matched; default: all")
    parser.add_argument(
        "--threshold", type=int, nargs="*", default=(), help="in points, from which is linked"
    )
    parser.add_argument("--show", type=int, default=0, help="how many mistakes of matching to tell in words")
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=(10_000, 100_000, 1_000_000), help="of its speed"
    )
    chosen = parser.parse_args()
    for name in chosen.which:
        if name not in BENCHMARKS:
            parser.error(f"there is no benchmark {name!r}: choose from {', '.join(BENCHMARKS)}")
    for name in chosen.which or BENCHMARKS:
        for line in BENCHMARKS[name](chosen):
            print(line)
            sys.stdout.flush()
    return 0


sys.exit(main())
