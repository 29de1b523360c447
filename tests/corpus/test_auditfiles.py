"""Auditfiles of others: one ledger in several versions is one list of open items, and each adds up to its accounts."""

from collections import Counter

import pytest
from lxml import etree

from tests.corpus.corpora import content, facts, needs_corpora
from voldaan.formats import auditfile
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorList, OpenItemList, Refusal

pytestmark = needs_corpora

GENERATED = [f"auditfile/generated-pyxaf/gen_{version}.xaf" for version in ("3_0", "3_2", "3_2_1", "4_0")]
CONTRADICTS_ITSELF = "gen_4_0"
"""Its relations have opening balances that its ledger does not have; the list is not complete."""
FORM_FILLED_IN = "3.2_test"
"""A schema filled in with the same word and amount everywhere; its lines are not its totals."""


def read(file: str) -> tuple[DebtorList, OpenItemList]:
    debtors, items = auditfile.read(Source.of_bytes(content(file), file))
    assert isinstance(debtors, DebtorList)
    assert isinstance(items, OpenItemList)
    return debtors, items


def ledger_cents(file: str, *accounts: str) -> int:
    """Return the balance of accounts, by the simplest reader there can be."""
    cents = 0
    for line in etree.fromstring(content(file)).iter("{*}trLine", "{*}obLine"):
        if line.findtext("{*}accID") in accounts:
            amount = round(float(line.findtext("{*}amnt")) * 100)
            cents += amount if line.findtext("{*}amntTp") == "D" else -amount
    return cents


def test_one_ledger_in_several_versions_is_one_list() -> None:
    lists = {file: read(file) for file in GENERATED}
    first_debtors, first_items = lists[GENERATED[0]]
    assert len(first_items.items) == 60
    for file, (debtors, items) in lists.items():
        assert [one.party.number for one in debtors.debtors] == [
            one.party.number for one in first_debtors.debtors
        ]
        assert [_without_line(one) for one in items.items] == [
            _without_line(one) for one in first_items.items
        ]
        assert items.as_of == first_items.as_of
        assert items.complete is (CONTRADICTS_ITSELF not in file)


def _without_line(item: object) -> tuple[object, ...]:
    names = ("number", "issue_date", "due_date", "currency", "total_cents", "open_cents", "subject")
    return tuple(getattr(item, name) for name in names)


def test_items_in_the_currency_of_the_books_and_others_are_told_apart() -> None:
    counts = Counter(item.currency for item in read(GENERATED[1])[1].items)
    assert counts == {"EUR": 48, "USD": 12}


def test_a_real_export_adds_up_to_its_debtor_account_with_its_due_dates() -> None:
    file = "auditfile/banana/ExactOnline_V32_2016.xml"
    _, items = read(file)
    assert items.complete
    assert items.total_cents == sum(item.open_cents for item in items.items) == ledger_cents(file, "1300")
    invoices = [item for item in items.items if item.open_cents > 0]
    assert len(invoices) == 8
    assert all(item.due_date and item.issue_date and item.due_date > item.issue_date for item in invoices)
    assert all(item.total_cents == item.open_cents for item in invoices)
    unnumbered = [item for item in items.items if item.number.startswith("onverdeeld")]
    assert sum(item.open_cents for item in unnumbered) == -40184246


def test_accounts_that_are_a_debtor_each_are_read_and_the_rest_is_told() -> None:
    file = "auditfile/banana/auditfile_v3.2_nl_20180101_20181231.xml"
    _, items = read(file)
    own = ("11000", "11010", "11020", "11030")
    assert items.total_cents == ledger_cents(file, *own)
    rest = ledger_cents(file, "1100", *own) - ledger_cents(file, *own)
    assert not items.complete
    assert f"{rest / 100:.2f}" == "2250.00"
    assert "2.250,00 zonder debiteur" in items.remarks[0].what


@pytest.mark.parametrize("root", ["auditfile", "AuditFile"])
def test_every_auditfile_is_read_or_refused_with_its_right_reason(root: str) -> None:
    counts: Counter[str] = Counter()
    for row in facts("FACTS_invoices.tsv"):
        if row["root"] != root:
            continue
        file = row["file"]
        assert auditfile.recognises(content(file)[:65536]) is (root == "auditfile"), file
        try:
            debtors, items = read(file)
            assert debtors.debtors, file
            counts[f"read, {len(items.items)} items, {'complete' if items.complete else 'not complete'}"] += 1
        except Refusal as refusal:
            why = " ".join(problem.what for problem in refusal.problems)
            expected = "totalen" if FORM_FILLED_IN in file else "ander land (SAF-T)"
            assert expected in why, (file, why)
            counts[f"refused: {expected}"] += 1
    print("\n".join([f"\n{root}", *(f"  {count:5d}  {what}" for what, count in counts.most_common())]))
    assert counts.total() == sum(1 for row in facts("FACTS_invoices.tsv") if row["root"] == root) > 0
