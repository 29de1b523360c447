"""CII files of others: every one is read or refused by its name, and what exists in two languages is one invoice."""

from collections import Counter
from dataclasses import fields
from pathlib import PurePosixPath

import pytest

from tests.corpus.corpora import FOLDER, content, facts, needs_corpora
from voldaan.formats.invoices import cii, ubl
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, Party, Refusal

pytestmark = needs_corpora

ROOTS = {
    "CrossIndustryInvoice": "read",
    "CrossIndustryDocument": "read",
    "SCRDMCCBDACIOMessageStructure": "order",
}
OVERPAID = "03.01a"
"""More is prepaid than the invoice asks; both languages are refused."""

DIFFERENCES = {
    ("03.06a", "creditor.postcode"): "the UBL file has post code and city in each other's place",
    ("03.06a", "creditor.city"): "the same",
    ("03.06a", "debtor.postcode"): "the same",
    ("03.06a", "debtor.city"): "the same",
    ("01.01", "creditor.number"): "the UBL file has no identifier of the seller without a scheme",
    ("03.07a", "creditor.number"): "the same",
    ("01.01", "debtor.name"): "the UBL file gives the trading name of the buyer as its registered name",
    ("01.02", "debtor.name"): "the same",
    ("01.03", "debtor.name"): "the same",
    ("01.04", "debtor.name"): "the same",
    ("01.03", "creditor.contact_name"): "the CII file names the department, the UBL file the person",
    ("01.04", "creditor.contact_name"): "the same",
}
"""Where two files of one case do not say the same, with the reason."""


def looked_at(reader: object, file: str) -> Invoice | Refusal:
    try:
        (found,) = reader.read(Source.of_bytes(content(file), file))  # type: ignore[attr-defined]
    except Refusal as refusal:
        return refusal
    return found


def cii_files() -> list[str]:
    return [row["file"] for row in facts("FACTS_invoices.tsv") if row["root"] in ROOTS]


def pairs() -> list[tuple[str, str]]:
    if not FOLDER.is_dir():
        return []
    files = (file for file in cii_files() if "/xrechnung/" in file)
    return [(file, file.replace("/cii/", "/ubl/").replace("_uncefact", "_ubl")) for file in files]


def case_of(file: str) -> str:
    name = PurePosixPath(file).name
    return name.split("-")[0] if "INVOICE" in name else name.split("_")[0]


def told(invoice: Invoice) -> dict[str, object]:
    """Return what an invoice says by field, of its parties too; how it was read aside."""
    said: dict[str, object] = {}
    for one in fields(Invoice):
        value = getattr(invoice, one.name)
        if isinstance(value, Party):
            said |= {f"{one.name}.{part.name}": getattr(value, part.name) for part in fields(Party)}
        elif one.name == "remarks":
            said["remarks"] = sorted(problem.what for problem in value)
        elif one.name != "format":
            said[one.name] = value
    return said


def test_every_file_is_read_or_refused_by_its_name() -> None:
    counts: Counter[str] = Counter()
    for row in facts("FACTS_invoices.tsv"):
        if row["root"] not in ROOTS:
            continue
        file = row["file"]
        order = ROOTS[row["root"]] == "order"
        assert cii.recognises(content(file)[:65536]) is not order, file
        found = looked_at(cii, file)
        if isinstance(found, Refusal):
            why = " ".join(problem.what for problem in found.problems)
            assert ("bestelling" in why) if order else (case_of(file) == OVERPAID), (file, why)
            counts["order, refused by its name" if order else "refused: prepaid more than its total"] += 1
        else:
            assert not order, file
            assert found.number, file
            assert found.total_cents >= 0, file
            counts["read"] += 1
            counts["read with something to say"] += bool(found.remarks)
    print("\n".join(["\nCII", *(f"  {count:5d}  {what}" for what, count in counts.most_common())]))
    assert counts["read"] > 35


@pytest.mark.parametrize(("in_cii", "in_ubl"), pairs(), ids=[case_of(one) for one, _ in pairs()])
def test_one_case_in_two_languages_is_one_invoice(in_cii: str, in_ubl: str) -> None:
    one, other = looked_at(cii, in_cii), looked_at(ubl, in_ubl)
    if isinstance(one, Refusal) or isinstance(other, Refusal):
        assert case_of(in_cii) == OVERPAID
        assert [p.what for p in one.problems] == [p.what for p in other.problems]  # type: ignore[union-attr]
        return
    in_first, in_second = told(one), told(other)
    differ = {(case_of(in_cii), name) for name, value in in_first.items() if in_second[name] != value}
    assert differ == {key for key in DIFFERENCES if key[0] == case_of(in_cii)}


def test_what_a_simple_reader_found_in_the_ubl_is_what_the_cii_says() -> None:
    rows = {row["file"]: row for row in facts("FACTS_invoices.tsv")}
    checked = 0
    for in_cii, in_ubl in pairs():
        found = looked_at(cii, in_cii)
        if isinstance(found, Refusal):
            continue
        fact = rows[in_ubl]
        said = (
            found.number,
            found.issue_date.isoformat(),
            found.currency,
            f"{found.payable_cents / 100:.2f}",
        )
        assert said == (fact["id"], fact["issue"], fact["currency"], f"{float(fact['payable']):.2f}"), in_cii
        checked += 1
    assert checked > 20
