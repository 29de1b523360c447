"""Run every benchmark, or those that are named: `python -m benchmarks [plan] [--invoices N] [--rounds N]`."""

import argparse
import sys

from benchmarks import plan

BENCHMARKS = {"plan": plan.run}


def main() -> int:
    """Run what was chosen and print its lines."""
    parser = argparse.ArgumentParser(prog="make bench BENCH_ARGS=…", description=__doc__)
    parser.add_argument("which", nargs="*", help="default: all")
    parser.add_argument("--invoices", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    for name in chosen.which or BENCHMARKS:
        for line in BENCHMARKS[name](invoices=chosen.invoices, rounds=chosen.rounds):
            print(line)
            sys.stdout.flush()
    return 0


sys.exit(main())
