"""Letters on one core, from facts to PDF, beside a bare Typst compile of letters like them.

The floor is told everything that a letter has to find out: its sentences and its QR code lie ready as the data that the
template reads, and it keeps its compiler. No two letters are the same, since Typst remembers what it has set: the two
take turns at small blocks of letters that neither has seen. Both are timed by the processor, with one thread for Typst.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

LETTERS_A_SECOND_MIN = 100
SHARE_MIN = 0.8
BLOCK = 20


def run(*, letters: int) -> Iterator[str]:
    """Yield the figures of each kind of letter: the floor, ours beside it, and how many a second."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.letters", str(letters)],
        env=os.environ | {"RAYON_NUM_THREADS": "1"}, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    yield from done.stdout.splitlines()


def _lines(letters: int) -> Iterator[str]:
    from tests.letters.samples import message

    kinds = {
        "own": message("FIRST_REMINDER", person=True),
        "agency": message("PRE_COLLECTION", on_behalf=True, person=True, invoices=3),
    }
    for name, facts in kinds.items():
        yield from _kind(name, facts, letters)


def _kind(name: str, facts: Any, letters: int) -> Iterator[str]:
    from voldaan.letters import letter
    from voldaan.letters.compose import compose
    from voldaan.letters.render import render_letter
    from voldaan.letters.style import HouseStyle
    from voldaan.letters.typesetting import compiler_of

    style = HouseStyle()
    compiler = compiler_of(letter.TEMPLATE)

    def ours(one: Any) -> bytes:
        return render_letter(one, style)

    def ready(one: Any) -> tuple[str, datetime]:
        day = one.written_on
        data = letter._data(compose(one, style, "letter"), style, day, letter.C5_6)
        return data, datetime(day.year, day.month, day.day, tzinfo=UTC)

    def bare(told: tuple[str, datetime]) -> bytes:
        return compiler.compile(
            format="pdf", sys_inputs={"content": told[0]}, pdf_standards=["a-2a", "ua-1"], timestamp=told[1]
        )

    warm = [_another(facts, -at) for at in range(1, 6)]
    assert [ours(one) for one in warm] == [bare(ready(one)) for one in warm]
    seconds = {"floor": 0.0, "ours": 0.0}
    for start in range(0, letters, BLOCK):
        mine = [_another(facts, 2 * at) for at in range(start, start + BLOCK)]
        theirs = [ready(_another(facts, 2 * at + 1)) for at in range(start, start + BLOCK)]
        turns: list[tuple[str, Callable, list]] = [("ours", ours, mine), ("floor", bare, theirs)]
        # Who goes second finds a warmer machine: they take turns at that too.
        for who, make, of in turns if start % (2 * BLOCK) else reversed(turns):
            seconds[who] += _timed(make, of)
    made = (letters + BLOCK - 1) // BLOCK * BLOCK
    each = {who: made / taken for who, taken in seconds.items()}
    yield f"letters-{name}-floor {each['floor']:.0f} letters/s 1.00"
    yield (
        f"letters-{name} {each['ours']:.0f} letters/s {each['ours'] / each['floor']:.2f} "
        f"(target {SHARE_MIN:.2f} and {LETTERS_A_SECOND_MIN} letters/s)"
    )


def _another(facts: Any, number: int) -> Any:
    """Return a letter to somebody else, about another invoice of another amount."""
    line = replace(facts.invoices[0], number=f"2026-{20_000 + number}", open_cents=50_000 + 7 * number)
    lines = (replace(line, total_cents=line.open_cents), *facts.invoices[1:])
    box = replace(
        facts.pay_to[0],
        amount_cents=sum(one.open_cents for one in lines),
        reference=f"Factuur {20_000 + number}",
        invoice_numbers=tuple(one.number for one in lines),
    )
    addressee = replace(facts.addressee, name=f"J. de Vries-{number}", number=f"D-{number}")
    return replace(facts, addressee=addressee, invoices=lines, pay_to=(box,), total_cents=box.amount_cents)


def _timed(make: Callable, of: list) -> float:
    start = time.process_time()
    for one in of:
        make(one)
    return time.process_time() - start


if __name__ == "__main__":
    for line in _lines(int(sys.argv[1])):
        print(line)
        sys.stdout.flush()
