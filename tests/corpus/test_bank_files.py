"""Bank files of others: what we read is what the fact table counted, or the refusal has its right reason."""

from collections import Counter

import pytest

from tests.corpus.corpora import Row, content, facts, needs_corpora
from voldaan.formats.detect import read_file
from voldaan.formats.values import Refusal, Statement

pytestmark = needs_corpora

UNBALANCED = "telt niet op"
"""The maker cut the file down, or the balances were never real."""

NO_BALANCE = ("eindsaldo van een afschrift ontbreekt", "beginsaldo van een afschrift ontbreekt")
FRAGMENTS = ("staat geen afschrift", "ontbreekt de rekening", "vorm van dit bestand kennen we niet")
INTERIM = ("MT942", "CAMT.052", "CAMT.054")
IMPOSSIBLE_DAY = "bestaat niet"
MIXED_CURRENCIES = ("Een saldo heeft een andere munt", "de munt onbekend")

BATCHES = {"bank/camt053/oca/16.0_test-camt053": 4, "bank/camt053/oca/16.0_test-camt053-txdtls": 2}
"""The fact table counts entries; these hold a batch, which we give as its parts."""

SUCCESSIVE = "bank/camt053/camt-to-coda/053"


def rows(kind: str) -> list[Row]:
    return [row for row in facts("FACTS_bank.tsv") if row["kind"] == kind]


def measured(statements: tuple[Statement, ...]) -> tuple[int, ...]:
    """Return what the fact table counts: statements, entries, with both balances, adding up."""
    balanced = [s.balanced for s in statements]
    return (
        len(statements),
        sum(s.entries for s in statements),
        len(balanced) - balanced.count(None),
        balanced.count(True),
    )


def expected(row: Row) -> tuple[int, ...]:
    """Return the same from the fact table."""
    entries = BATCHES.get(row["file"], int(row["entries"]))
    return (
        int(row["statements"]),
        entries,
        int(row["statements_with_open_and_close"]),
        int(row["balance_adds_up"]),
    )


def looked_at(row: Row) -> tuple[Statement, ...] | Refusal:
    """Return the statements as they are, also where they do not add up."""
    try:
        found = read_file(content(row["file"]), row["file"], keep_unbalanced=True)
    except Refusal as refusal:
        return refusal
    assert all(isinstance(reading, Statement) for reading in found), row["file"]
    return tuple(reading for reading in found if isinstance(reading, Statement))


def reason(row: Row) -> str | None:
    """Return the first reason for which we refuse a file whole, None where it is taken."""
    try:
        read_file(content(row["file"]), row["file"])
    except Refusal as refusal:
        return f"{refusal.problems[0].what} {refusal.problems[0].why}"
    return None


@pytest.mark.parametrize("kind", ["mt940", "camt"])
def test_what_is_read_is_what_the_facts_say(kind: str) -> None:
    looks = [(row, looked_at(row)) for row in rows(kind)]
    differ = [
        row["file"]
        for row, look in looks
        if not isinstance(look, Refusal) and measured(look) != expected(row)
    ]
    assert differ == []


def test_every_mt940_is_taken_or_refused_with_its_right_reason() -> None:
    counts: Counter[str] = Counter()
    for row in rows("mt940"):
        why, (statements, _, both, adds_up) = reason(row), expected(row)
        if why is None:
            assert statements == both == adds_up > 0, row["file"]
            counts["read"] += 1
        elif UNBALANCED in why:
            assert adds_up < both, row["file"]
            counts["refused: does not add up"] += 1
        elif any(words in why for words in NO_BALANCE):
            assert both < statements, row["file"]
            counts["refused: a balance is missing"] += 1
        elif any(words in why for words in (*FRAGMENTS, *INTERIM)):
            assert both == 0, row["file"]
            counts["refused: no day statement"] += 1
        else:
            assert IMPOSSIBLE_DAY in why, (row["file"], why)
            counts["refused: a day that does not exist"] += 1
    print(table("MT940", counts))
    assert counts["refused: a day that does not exist"] == 1
    assert counts.total() == len(rows("mt940"))


def test_every_camt_is_taken_or_refused_with_its_right_reason() -> None:
    counts: Counter[str] = Counter()
    for row in rows("camt"):
        why, (_, _, both, adds_up) = reason(row), expected(row)
        if why is None:
            assert both == adds_up, row["file"]
            counts["read"] += 1
        elif any(words in why for words in INTERIM):
            assert row["encoding_or_version"].startswith(("camt.052", "camt.054")), row["file"]
            counts["refused: no day statement"] += 1
        elif any(words in why for words in (UNBALANCED, *MIXED_CURRENCIES)):
            assert adds_up < both, row["file"]
            counts["refused: does not add up, or in several currencies"] += 1
        else:
            assert "staat geen afschrift" in why, (row["file"], why)
            counts["refused: no statement in it"] += 1
    print(table("CAMT", counts))
    assert counts.total() == len(rows("camt"))


def test_successive_statements_join_without_a_gap() -> None:
    closing: dict[str, int | None] = {}
    joins = 0
    for row in sorted((r for r in rows("camt") if r["file"].startswith(SUCCESSIVE)), key=lambda r: r["file"]):
        for statement in read_file(content(row["file"]), row["file"]):
            assert isinstance(statement, Statement)
            joins += closing.get(statement.bank_iban) == statement.opening_cents
            closing[statement.bank_iban] = statement.closing_cents
    assert joins > 100


def table(title: str, counts: Counter[str]) -> str:
    """Return the counts as lines for somebody who runs this with -s."""
    return "\n".join([f"\n{title}", *(f"  {count:5d}  {what}" for what, count in counts.most_common())])
