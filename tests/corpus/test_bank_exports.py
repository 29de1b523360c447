"""The CSV and TAB files of others: read as their makers say, refused with the right reason, or known by name."""

import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from tests.corpus.corpora import FOLDER, needs_corpora
from voldaan.formats.bank import camt, exports
from voldaan.formats.bank.chain import GAP, OVERLAP, REPEAT, chain
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal, Statement

pytestmark = needs_corpora

BANK = FOLDER / "bank"
NO_DATA = {".md", ".extract", ".file_account", ".file_date", ".file_name", ".conf", ".json", ".xlsx"}
EDITED = {
    "TXT_SAMPLE.TAB": "volgt niet uit het saldo ervoor",
    "csv_ing_example_format3_20230418.csv": "sluit het saldo niet aan",
    "CSV_A_20180414_112204.csv": "geen rekeningnummer",
}
"""Their makers put other amounts, or half a line, in the place of the real ones."""
ROWS_ALONE = re.compile(
    r"(?:statement_1|test_(?:delimiter|headers|raiffeisen|regex|row).*|dba33.*|.*_no_header)\.csv"
)
"""Rows of foreign banks without a header, or with one of the maker's own: no mark tells what they are."""
AN_AMOUNT = re.compile(r"^\s*(\d{4}-\d{2}-\d{2}) & .*& ([0-9.]*) & ([0-9.]*)\\\\$", re.MULTILINE)


def files() -> list[Path]:
    """Return every file of a bank that is no CAMT and no MT940."""
    found = [*(BANK / "csv").rglob("*"), *(BANK / "other").rglob("*")]
    return sorted(
        path
        for path in found
        if path.is_file() and path.suffix not in NO_DATA and "_expected" not in str(path)
    )


def read(path: Path, **options: bool) -> tuple[Statement, ...]:
    return exports.read(Source.of_path(path), **options)


def test_every_file_is_read_refused_for_its_reason_or_known_by_name() -> None:
    counts: Counter[str] = Counter()
    for path in files():
        head = Source.of_path(path).head
        if exports.recognises(head):
            counts[outcome(path)] += 1
        elif (kind := exports.foreign(head)) is not None:
            counts[f"by name: {kind}"] += 1
        else:
            assert ROWS_ALONE.fullmatch(path.name), path.name
            counts["rows without a mark, left to the lists"] += 1
    print(
        "\n".join(
            [
                "\nFiles of banks in their own layout",
                *(f"  {n:4d}  {what}" for what, n in counts.most_common()),
            ]
        )
    )
    assert counts.total() == len(files())


def outcome(path: Path) -> str:
    """Return what became of a file whose layout is known; the statements of one that is refused can be looked at."""
    try:
        statements = read(path)
    except Refusal as refusal:
        assert EDITED[path.name] in refusal.problems[0].what + refusal.problems[0].why, path.name
        return "refused: changed by its maker"
    assert all(one.balanced is not False for one in statements), path.name
    return "read: " + ", ".join(
        f"{one.format} ({'proved' if one.balanced else 'no balances'})" for one in statements
    )


@pytest.mark.parametrize(
    "name",
    [
        "csv_ing_example_format1_20090202",
        "csv_ing_example_format1_20150224",
        "csv_ing_example_format3_20230418",
    ],
)
def test_the_amounts_and_days_of_ing_are_those_of_another_importer(name: str) -> None:
    folder = BANK / "csv" / "banana-ing"
    wanted = AN_AMOUNT.findall((folder / "_expected" / f"{name}.txt").read_text(encoding="utf-8"))
    (statement,) = read(folder / f"{name}.csv", keep_unbalanced=True)
    got = [(f"{one.booking_date}", one.amount_cents) for one in statement.transactions]
    assert got == [(day, cents(income) - cents(expense)) for day, income, expense in wanted]
    assert len(got) > 2


def cents(amount: str) -> int:
    return int(Decimal(amount or "0") * 100)


def test_the_amounts_days_and_balance_of_rabobank_are_those_of_another_importer() -> None:
    for path in sorted((BANK / "csv" / "rabobank-beancount").glob("*.csv")):
        text = path.with_name(path.name + ".extract").read_text(encoding="utf-8")
        wanted = re.findall(r'^([0-9-]{10}) \* "[^"]*" "[^"]*"\n +\S+ +(-?[0-9.]+) EUR', text, re.MULTILINE)
        (balance,) = re.findall(r"balance \S+ +([0-9.]+) EUR", text)
        (statement,) = read(path)
        got = [(f"{one.booking_date}", one.amount_cents) for one in statement.transactions]
        assert got == [(day, cents(amount)) for day, amount in wanted]
        assert statement.closing_cents == cents(balance)


def test_the_columns_of_abn_amro_give_names_and_accounts() -> None:
    statements = read(BANK / "csv" / "abnamro" / "TXT_SAMPLE.TAB", keep_unbalanced=True)
    transactions = [one for statement in statements for one in statement.transactions]
    assert len(statements) == 2
    assert sum(one.counterparty_iban is not None for one in transactions) == 10
    assert sum(one.counterparty_name is not None for one in transactions) == 24
    assert all(one.remittance or one.counterparty_iban for one in transactions)


@pytest.fixture(scope="module")
def months() -> list[Statement]:
    """The statements of one account over months."""
    folder = BANK / "camt053" / "camt-to-coda" / "053"
    found = [one for path in sorted(folder.glob("*.xml")) for one in camt.read(Source.of_path(path))]
    return [one for one in found if one.bank_iban == found[0].bank_iban]


def test_months_of_statements_follow_each_other(months: list[Statement]) -> None:
    assert len(months) > 100
    assert chain(months) == ()


def test_a_day_that_is_dropped_or_comes_twice_is_said_and_nothing_else(months: list[Statement]) -> None:
    moved = [place for place, one in enumerate(months[1:-1], 1) if one.total_cents]
    for place in moved[::7]:
        (link,) = chain(months[:place] + months[place + 1 :])
        assert (link.kind, link.difference_cents) == (GAP, months[place].total_cents)
        (link,) = chain([*months, months[place]])
        assert link.kind == REPEAT


def test_two_days_in_one_beside_one_of_them_is_an_overlap(months: list[Statement]) -> None:
    for one, two in list(pairwise(months))[::9]:
        if not one.total_cents or not two.total_cents:
            continue
        both = Statement(
            format=one.format,
            bank_iban=one.bank_iban,
            currency=one.currency,
            number=None,
            opening_cents=one.opening_cents,
            closing_cents=two.closing_cents,
            opening_date=one.opening_date,
            closing_date=two.closing_date,
            transactions=(*one.transactions, *two.transactions),
        )
        rest = [each for each in months if each is not one]
        assert [link.kind for link in chain([*rest, both])] == [OVERLAP]
