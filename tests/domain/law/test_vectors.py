"""No category of the vectors is left out: each is run by the test that this table names."""

import csv
from pathlib import Path

import pytest

LAW = "tests/domain/law"
RUN_BY: dict[str, str] = {
    "alloc_643": f"{LAW}/test_allocation.py",
    "alloc_644": f"{LAW}/test_allocation.py",
    "atw_holidays": "tests/domain/test_workdays.py",
    "b2b_40": f"{LAW}/test_costs_due.py",
    "be_cap": f"{LAW}/test_abroad.py",
    "be_ogm": "tests/domain/test_identifiers.py",
    "betalingskenmerk": "tests/domain/test_identifiers.py",
    "bik": f"{LAW}/test_collection_costs.py",
    "bik_multi": f"{LAW}/test_collection_costs.py",
    "bik_partial": f"{LAW}/test_collection_costs.py",
    "bik_vat": f"{LAW}/test_collection_costs.py",
    "contact_window": f"{LAW}/test_contact.py",
    "de_interest": f"{LAW}/test_abroad.py",
    "epc_qr": "tests/letters/test_qr.py",
    "interest": f"{LAW}/test_interest.py",
    "interest_contract_monthly": f"{LAW}/test_interest.py",
    "interest_payments": f"{LAW}/test_interest.py",
    "interest_segment": f"{LAW}/test_interest.py",
    "iso11649": "tests/domain/test_identifiers.py",
    "letter14_email": f"{LAW}/test_notice.py",
    "letter14_post": f"{LAW}/test_notice.py",
    "limitation": f"{LAW}/test_limitation.py",
}


def test_every_category_has_a_test(law_folder: Path) -> None:
    with (law_folder / "vectors.csv").open(encoding="utf-8", newline="") as rows:
        found = {row["category"] for row in csv.DictReader(rows)}
    assert found <= RUN_BY.keys(), "Write a test for the new category and name its file in RUN_BY."


@pytest.mark.parametrize("category", RUN_BY)
def test_the_file_that_is_named_runs_the_category(category: str, project: Path) -> None:
    text = (project / RUN_BY[category]).read_text(encoding="utf-8")
    assert f"({category}_vector: " in text or f", {category}_vector: " in text
