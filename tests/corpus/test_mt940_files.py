"""MT940 files of others: what we read is what was counted in them, or the refusal has its right reason."""

import base64
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.corpus.corpora import FOLDER, Row, facts, needs_corpora
from voldaan.formats.bank import mt940
from voldaan.formats.bank.mt940_codes import is_coded
from voldaan.formats.bank.mt940_columns import is_in_columns
from voldaan.formats.bank.mt940_entry import Movement, read_entry
from voldaan.formats.bank.mt940_fields import encoding_of, fields
from voldaan.formats.bank.mt940_subfields import separator_of
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal, Statement

pytestmark = needs_corpora

UNBALANCED = "telt niet op"
"""The maker cut the file down, or the balances were never real."""

CONTRADICTED = "Het totaal"
"""A report during the day whose own sums were never real."""

FRAGMENTS = ("staat geen afschrift", "ontbreekt de rekening", "is onleesbaar")
IMPOSSIBLE_DAY = "bestaat niet"

JOINED = {"bank/mt940/php-mt940/Spk/sample.mta": 2, "bank/mt940/mt940js/test2.mt940x": 1}
"""Statements once their pages are joined; the fact table counts pages."""

REPORTS = {
    "bank/mt940/swift-parser/test1.mt942": 2,
    "bank/mt940/swift-parser/test2.mt942": 3,
    "bank/mt940/wolph/self-provided/mt942.sta": 1,
}
"""Reports during the day with their movements; the fact table counts none."""

TRANSACTION = "- !!python/object:mt940.models.Transaction\n"
AMOUNT = re.compile(r"decimal\.Decimal\n\s+- '(-?[0-9]+)(?:\.([0-9]{1,2}))?'")
DAY = re.compile(r"\n    date: [^\n]*\n    - !!binary \|\n\s+(\S+)")


def rows() -> list[Row]:
    return [row for row in facts("FACTS_bank.tsv") if row["kind"] == "mt940"]


def source(row: Row) -> Source:
    return Source.of_path(FOLDER / row["file"])


def looked_at(row: Row) -> tuple[Statement, ...] | Refusal:
    """Return the statements as they are, also where they do not add up."""
    try:
        return mt940.read(source(row), keep_unbalanced=True)
    except Refusal as refusal:
        return refusal


def measured(statements: tuple[Statement, ...]) -> tuple[int, ...]:
    """Return what the fact table counts: statements, entries, with both balances, adding up."""
    balanced = [s.balanced for s in statements if s.kind == "STATEMENT"]
    entries = sum(s.entries for s in statements)
    return len(balanced), entries, len(balanced) - balanced.count(None), balanced.count(True)


def expected(row: Row) -> tuple[int, ...]:
    """Return the same from the fact table."""
    entries, pages = REPORTS.get(row["file"], int(row["entries"])), int(row["statements"])
    fewer = pages - JOINED.get(row["file"], pages)
    both, adds_up = int(row["statements_with_open_and_close"]), int(row["balance_adds_up"])
    return pages - fewer, entries, both - fewer, adds_up - fewer


def test_what_is_read_is_what_the_facts_say() -> None:
    looks = [(row, looked_at(row)) for row in rows()]
    differ = [
        (row["file"], measured(look), expected(row))
        for row, look in looks
        if not isinstance(look, Refusal) and measured(look) != expected(row)
    ]
    assert differ == []


def test_every_file_is_taken_or_refused_with_its_right_reason() -> None:
    counts: Counter[str] = Counter()
    for row in rows():
        (_, _, both, adds_up), outcome = expected(row), outcome_of(row)
        counts[outcome] += 1
        if outcome == "taken":
            assert adds_up == both, row["file"]
        elif outcome == UNBALANCED:
            assert adds_up < both, row["file"]
        elif outcome == CONTRADICTED:
            assert row["file"] in REPORTS
        elif outcome in FRAGMENTS:
            assert both == 0, row["file"]
        else:
            assert outcome == IMPOSSIBLE_DAY, row["file"]
    print("\nMT940\n" + "\n".join(f"  {count:5d}  {what}" for what, count in counts.most_common()))
    assert counts[IMPOSSIBLE_DAY] == 1


def outcome_of(row: Row) -> str:
    """Return that a file is taken, or the words by which the reason is known for which it is refused whole."""
    try:
        mt940.read(source(row))
    except Refusal as refusal:
        said = f"{refusal.problems[0].what} {refusal.problems[0].why}"
        known = (UNBALANCED, CONTRADICTED, *FRAGMENTS, IMPOSSIBLE_DAY)
        return next((words for words in known if words in said), said)
    return "taken"


def test_amounts_and_days_are_those_that_another_reader_expects() -> None:
    compared = 0
    for path in sorted((FOLDER / "bank/mt940/wolph").rglob("*.sta")):
        oracle = path.with_suffix(".yml")
        if not oracle.exists():
            continue
        try:
            found = mt940.read(Source.of_path(path), keep_unbalanced=True)
        except Refusal:
            continue
        ours = [(t.amount_cents, t.value_date) for s in found for t in s.transactions]
        theirs = list(transactions_in(oracle))
        assert ours == theirs, path.name
        compared += len(ours)
    assert compared > 40


def transactions_in(oracle: Path) -> Iterator[tuple[int, date]]:
    """Yield amount and value day of each movement in an expected parse."""
    for part in oracle.read_text(encoding="utf-8").split(TRANSACTION)[1:]:
        amount, day = AMOUNT.search(part), DAY.search(part)
        if amount is None or day is None:
            continue
        high, low, month, day_of_month = base64.b64decode(day[1])[:4]
        yield int(amount[1] + (amount[2] or "").ljust(2, "0")), date(high * 256 + low, month, day_of_month)


@pytest.mark.parametrize(("dialect", "named", "with_account"), [("codes", 0.8, 0.55), ("columns", 0.9, 0.9)])
def test_most_movements_in_a_dialect_name_who_paid(dialect: str, named: float, with_account: float) -> None:
    found = [movement.transaction for movement in by_dialect()[dialect]]
    assert sum(t.counterparty_name is not None for t in found) > named * len(found)
    assert sum(t.counterparty_iban is not None for t in found) > with_account * len(found)


def test_the_words_of_each_dialect_are_counted() -> None:
    lines = [f"  {'dialect':12} movements   name   IBAN  words"]
    for dialect, movements in sorted(by_dialect().items()):
        told = [m.transaction for m in movements]
        names = sum(t.counterparty_name is not None for t in told)
        ibans = sum(t.counterparty_iban is not None for t in told)
        lines.append(
            f"  {dialect:12} {len(told):9} {names:6} {ibans:6} {sum(bool(t.remittance) for t in told):6}"
        )
    print("\nMT940\n" + "\n".join(lines))
    assert len(lines) == 6


def by_dialect() -> dict[str, list[Movement]]:
    """Return the movements of all files by the dialect of their words."""
    found: dict[str, list[Movement]] = defaultdict(list)
    for row in rows():
        one = source(row)
        tagged = list(fields(one, encoding_of(one)))
        for entry, words in pairwise(tagged):
            lines = words.lines if words.tag == "86" else []
            try:
                movement = read_entry(entry, lines, "", "EUR") if entry.tag == "61" else None
            except ValueError:
                continue
            if movement is not None:
                found[dialect_of(lines)].append(movement)
    return found


def dialect_of(lines: list[str]) -> str:
    first = next(filter(None, lines), "")
    if not first:
        return "no words"
    if is_coded(first):
        return "codes"
    if separator_of(first) is not None:
        return "subfields"
    return "columns" if is_in_columns(lines) else "free text"
