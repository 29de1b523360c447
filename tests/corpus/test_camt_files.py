"""CAMT files of others: what we read is what the fact table counted, or the refusal has its right reason."""

from collections import Counter, defaultdict

import pytest
from lxml import etree

from tests.corpus.corpora import Row, content, facts, needs_corpora
from voldaan.formats.bank import camt
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal, Statement

pytestmark = needs_corpora

UNBALANCED = "telt niet op"
"""The maker cut the file down, or the balances were never real."""
MIXED_CURRENCIES = "Een saldo heeft een andere munt"
NO_STATEMENT = "staat geen afschrift"
UNPROVEN = "niet te bewijzen"

ONE_TRUTH = "bank/camt053/camt-to-coda"
"""Months of the statements of real accounts, with the reports and notifications of the same days."""

KINDS = {"camt.052": "INTERIM", "camt.053": "STATEMENT", "camt.054": "NOTIFICATION"}


def rows() -> list[Row]:
    return [row for row in facts("FACTS_bank.tsv") if row["kind"] == "camt"]


def looked_at(row: Row, *, keep_unbalanced: bool = False) -> tuple[Statement, ...] | Refusal:
    """Return the statements of a file, or why it is refused."""
    source = Source.of_bytes(content(row["file"]), row["file"])
    assert camt.recognises(source.head), row["file"]
    try:
        return camt.read(source, keep_unbalanced=keep_unbalanced)
    except Refusal as refusal:
        return refusal


def booked(row: Row) -> tuple[int, int]:
    """Return how many entries a file has and how many are booked, counted without our reader."""
    entries = list(etree.fromstring(content(row["file"])).iter("{*}Ntry"))
    status = [
        " ".join("".join(entry.find("{*}Sts").itertext()).split())
        if entry.find("{*}Sts") is not None
        else "BOOK"
        for entry in entries
    ]
    return len(entries), status.count("BOOK")


def test_what_is_read_is_what_the_facts_say() -> None:
    for row in rows():
        found = looked_at(row, keep_unbalanced=True)
        if isinstance(found, Refusal):
            continue
        balanced = [statement.balanced for statement in found]
        assert len(found) == int(row["statements"]), row["file"]
        assert len(balanced) - balanced.count(None) == int(row["statements_with_open_and_close"]), row["file"]
        assert balanced.count(True) == int(row["balance_adds_up"]), row["file"]
        assert {s.format for s in found} == {row["encoding_or_version"]}, row["file"]
        assert {s.kind for s in found} == {KINDS[row["encoding_or_version"][:8]]}, row["file"]
        entries, of_them_booked = booked(row)
        assert entries == int(row["entries"]), row["file"]
        movements = sum(statement.entries for statement in found)
        assert movements == of_them_booked or movements > of_them_booked > 0, row["file"]


def test_what_is_not_booked_is_left_out_and_said() -> None:
    for row in rows():
        found = looked_at(row, keep_unbalanced=True)
        entries, of_them_booked = booked(row)
        if isinstance(found, tuple):
            said = any("niet meetellen" in remark.what for statement in found for remark in statement.remarks)
            assert said == (of_them_booked < entries), row["file"]


def test_every_file_is_taken_or_refused_with_its_right_reason() -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows():
        found, both, adds_up = looked_at(row), row["statements_with_open_and_close"], row["balance_adds_up"]
        if isinstance(found, tuple):
            assert both == adds_up, row["file"]
            for statement in found:
                unproven = any(UNPROVEN in remark.what for remark in statement.remarks)
                assert unproven == (statement.balanced is None and statement.kind == "STATEMENT"), row["file"]
            what = {True: "read, proven", None: "read, not proven"}[found[0].balanced]
        elif MIXED_CURRENCIES in found.problems[0].what or UNBALANCED in found.problems[0].what:
            assert adds_up < both, row["file"]
            what = "refused: does not add up, or in several currencies"
        else:
            assert NO_STATEMENT in found.problems[0].what, (row["file"], found)
            assert int(row["statements"]) == 0, row["file"]
            what = "refused: no statement in it"
        counts[row["encoding_or_version"]][what] += 1
    print(table(counts))
    assert sum(counter.total() for counter in counts.values()) == len(rows())
    assert sum(counter["refused: no statement in it"] for counter in counts.values()) == 1


def test_months_of_statements_all_add_up_and_each_opens_with_what_the_one_before_closed_with() -> None:
    closing: dict[str, int | None] = {}
    joins = total = 0
    for row in sorted(
        (r for r in rows() if r["file"].startswith(f"{ONE_TRUTH}/053")), key=lambda r: r["file"]
    ):
        found = looked_at(row)
        assert isinstance(found, tuple), row["file"]
        for statement in found:
            assert statement.balanced is True, row["file"]
            total += 1
            if statement.bank_iban in closing:
                assert closing[statement.bank_iban] == statement.opening_cents, row["file"]
                joins += 1
            closing[statement.bank_iban] = statement.closing_cents
    assert joins > 100
    assert joins == total - len(closing)


@pytest.mark.parametrize("folder", ["052", "054"])
def test_the_provisional_files_of_the_same_months_are_read_too(folder: str) -> None:
    found = [looked_at(row) for row in rows() if row["file"].startswith(f"{ONE_TRUTH}/{folder}")]
    assert len(found) > 40
    assert all(isinstance(one, tuple) and one[0].balanced is None for one in found)


def table(counts: dict[str, Counter[str]]) -> str:
    """Return the counts as lines for somebody who runs this with -s."""
    lines = ["", "CAMT"]
    for version in sorted(counts):
        lines += [f"  {version}  {count:4d}  {what}" for what, count in counts[version].most_common()]
    return "\n".join(lines)
