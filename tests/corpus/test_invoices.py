"""UBL of others: number, days, amount and currency are the facts, or the refusal has its right reason."""

from collections import Counter
from decimal import Decimal

import pytest

from tests.corpus.corpora import FOLDER, Row, content, facts, needs_corpora
from voldaan.formats.invoices import ubl
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, Refusal

pytestmark = needs_corpora

MISSING = {
    "BII2-T10-R003.xml": "factuurnummer",
    "BII2-T10-R004.xml": "factuurdatum",
    "BII2-T10-R012.xml": "totaal met btw",
    "BII2-T10-R013.xml": "te betalen bedrag",
}
"""Files whose name says which rule they break, by leaving the element out."""

SUMS = {
    "BII2-T10-R028.xml": "BR-CO-15",
    "BII2-T10-R052.xml": "BR-CO-13",
    "BII2-T10-R053.xml": "BR-CO-15",
    "BII2-T10-R054.xml": "BR-CO-11",
    "BII2-T10-R055.xml": "BR-CO-12",
    "BII2-T10-R056.xml": "BR-CO-16",
}
"""Files whose name says which sum they break, to the rule of EN 16931 that we tell. The fact table looks at the last
sum only."""

CURRENCIES = ("CL-T10-R002.xml", "CL-T10-R003.xml")
FRACTIONS_OF_A_CENT = "meer dan twee decimalen"
ROUNDING_IN_TOTAL = "TOSL108"
"""An older invoice whose total holds its rounding already; the fact table adds it once more."""


def rows() -> list[Row]:
    return [row for row in facts("FACTS_invoices.tsv") if row["root"] in ("Invoice", "CreditNote")]


def source_of(row: Row) -> Source:
    return Source.of_bytes(content(row["file"]), row["file"])


def looked_at(row: Row) -> Invoice | Refusal:
    source = source_of(row)
    assert ubl.recognises(source.head), row["file"]
    try:
        (found,) = ubl.read(source)
    except Refusal as refusal:
        return refusal
    return found


def cents(text: str) -> int:
    return int(Decimal(text) * 100)


def test_what_is_read_is_what_the_facts_say() -> None:
    differ = []
    for row in rows():
        found = looked_at(row)
        if isinstance(found, Refusal):
            continue
        said = (found.number, found.issue_date.isoformat(), abs(found.payable_cents))
        due = found.due_date.isoformat() if found.due_date else ""
        same_day = due == row["due"] or not row["due"]
        if said != (row["id"], row["issue"], abs(cents(row["payable"]))) or not same_day:
            differ.append(row["file"])
        if row["currency"]:
            assert found.currency == row["currency"], row["file"]
    assert differ == []


def test_every_invoice_is_taken_or_refused_with_its_right_reason() -> None:
    counts: Counter[str] = Counter()
    for row in rows():
        found = looked_at(row)
        counts[taken(row) if isinstance(found, Invoice) else refused(row, found)] += 1
    print("\n".join(["\nUBL", *(f"  {count:5d}  {what}" for what, count in counts.most_common())]))
    assert counts["read"] > 230
    assert counts.total() == len(rows())


def taken(row: Row) -> str:
    """Return that a file was read; one whose totals the facts doubt is one we know."""
    assert row["totals_consistent"] in ("yes", "?") or row["id"] == ROUNDING_IN_TOTAL, row["file"]
    return "read"


def refused(row: Row, refusal: Refusal) -> str:
    """Return the category of a refusal, when it is the right one for this file."""
    why = " ".join(f"{p.what} {p.why}" for p in refusal.problems)
    rule = row["file"].rpartition("-error-")[2]
    if rule in MISSING:
        assert MISSING[rule] in why, row["file"]
        return "refused: an element is missing"
    if rule in CURRENCIES:
        assert "verschillende munten" in why, row["file"]
        return "refused: two currencies"
    if rule in SUMS:
        assert "kloppen niet met elkaar" in why, row["file"]
        assert SUMS[rule] in why, row["file"]
        return "refused: totals"
    assert FRACTIONS_OF_A_CENT in why, (row["file"], why)
    assert Decimal(row["payable"]) * 100 % 1 != 0, row["file"]
    return "refused: parts of a cent"


def test_a_set_of_test_fragments_is_no_ubl_and_refused_by_name() -> None:
    rows_of_fragments = [row for row in facts("FACTS_invoices.tsv") if row["root"] == "testSet"]
    for row in rows_of_fragments:
        source = source_of(row)
        assert not ubl.recognises(source.head), row["file"]
        with pytest.raises(Refusal, match="verzameling testgevallen"):
            ubl.read(source)
    print(f"\nUBL\n  {len(rows_of_fragments):5d}  refused: sets of test fragments")
    assert len(rows_of_fragments) > 260


def test_a_blocked_account_is_read_from_every_file_of_the_extension_and_never_asked_for_the_whole() -> None:
    counts: Counter[str] = Counter()
    for path in sorted((FOLDER / "invoices" / "ubl").rglob("*gaccount*.xml")):
        if b">GACCOUNT<" not in path.read_bytes():
            continue
        (found,) = ubl.read(Source.of_path(path))
        assert found.blocked_iban is not None, path.name
        assert found.pay_to_iban != found.blocked_iban, path.name
        assert found.blocked_cents is not None or any("G-rekening" in one.what for one in found.remarks), (
            path.name
        )
        counts["part known" if found.blocked_cents else "part not said in one way"] += 1
    print("\n".join(["\nG-account", *(f"  {count:5d}  {what}" for what, count in counts.items())]))
    assert counts == {"part known": 3, "part not said in one way": 4}
