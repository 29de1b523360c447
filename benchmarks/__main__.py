"""Run every benchmark, or those that are named: `python -m benchmarks [plan] [bank] [lists] [interest] …`."""

import argparse
import sys

from benchmarks import bank, interest, lists, plan

BENCHMARKS = {
    "plan": lambda chosen: plan.run(invoices=chosen.invoices, rounds=chosen.rounds),
    "bank": lambda chosen: bank.run(entries=chosen.entries, rounds=chosen.rounds),
    "lists": lambda chosen: lists.run(lines=chosen.lines),
    "interest": lambda chosen: interest.run(calculations=chosen.calculations),
}


def main() -> int:
    """Run what was chosen and print its lines."""
    parser = argparse.ArgumentParser(prog="make bench BENCH_ARGS=…", description=__doc__)
    parser.add_argument("which", nargs="*", help=f"of {', '.join(BENCHMARKS)}; default: all")
    parser.add_argument("--invoices", type=int, default=1_000_000, help="of the plan")
    parser.add_argument("--rounds", type=int, default=3, help="of the plan and of bank files")
    parser.add_argument("--entries", type=int, default=100_000, help="of bank files")
    parser.add_argument("--lines", type=int, default=1_000_000, help="of a list")
    parser.add_argument("--calculations", type=int, default=1_000_000, help="of interest")
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
