"""The ready mappings: one for each known export, with its source, none of which can be taken for another."""

from importlib.resources import files
from itertools import permutations

import pytest

from voldaan.formats.lists import proposals, reading, ready
from voldaan.formats.lists.mapping import Mapping, mapping_text, parse_mapping
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorList, OpenItemList

MAPPINGS = ready.mappings()
CELLS = {
    "number": "2026-0042",
    "debtor_number": "D-1007",
    "debtor_name": "Bakkerij Korst & Kruim",
    "total": 121000,
    "open": 60500,
    "currency": "EUR",
    "subject": "Meel en gist",
    "email": "factuur@korstenkruim.example",
    "contact_email": "noor@korstenkruim.example",
    "phone": "030 555 0101",
    "contact_phone": "030 555 0102",
    "contact_name": "Noor de Wit",
    "street": "Molenweg",
    "house_number": "3",
    "house_number_addition": "a",
    "postcode": "3511 XX",
    "city": "Utrecht",
    "country": "NL",
    "coc_number": "87654321",
    "vat_number": "NL001234567B01",
}


def titles(mapping: Mapping) -> set[str]:
    return {*mapping.columns.values(), *mapping.ageing}


def amount(cents: int, mapping: Mapping) -> str:
    return f"{cents // 100}{mapping.decimal}{cents % 100:02d}"


def day(text: str, notation: str) -> str:
    year, month, rest = text.split("-")
    return notation.replace("yyyy", year).replace("mm", month).replace("dd", rest)


def written(mapping: Mapping) -> Source:
    """Return a list with one row as the package writes it, and a column that we do not read."""
    cells = []
    for name in mapping.columns:
        value = CELLS.get(name)
        if name in ("issue_date", "due_date"):
            cells.append(day("2026-10-31", mapping.dates))
        else:
            cells.append(amount(value, mapping) if isinstance(value, int) else str(value))
    lines = [[*mapping.columns.values(), "Vrij veld"], [*cells, "x"]]
    return Source.of_bytes("\r\n".join(mapping.delimiter.join(line) for line in lines).encode(), "export.csv")


@pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda mapping: mapping.name)
def test_an_export_is_known_by_its_titles_alone(mapping: Mapping) -> None:
    found = reading.read(written(mapping), None, MAPPINGS)
    if isinstance(found, DebtorList):
        (debtor,) = found.debtors
        assert mapping.kind == "DEBTORS" and debtor.party.name == CELLS["debtor_name"]
    else:
        assert isinstance(found, OpenItemList)
        (item,) = found.items
        assert (item.number, item.open_cents) == (CELLS["number"], CELLS["open"])
        assert item.debtor.name or item.debtor.number
    assert found.mapping == mapping.name


def test_no_export_can_be_taken_for_another() -> None:
    assert [
        (one.name, other.name)
        for one, other in permutations(MAPPINGS, 2)
        if titles(one) <= titles(other) and one.delimiter == other.delimiter
    ] == []
    assert len({mapping.name for mapping in MAPPINGS}) == len(MAPPINGS)


@pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda mapping: mapping.name)
def test_a_ready_mapping_is_written_as_a_kept_one(mapping: Mapping) -> None:
    assert parse_mapping(mapping_text(mapping)) == mapping
    assert mapping.name and not mapping.complete and mapping.as_of is None


@pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda mapping: mapping.name)
def test_the_proposal_of_an_export_agrees_with_its_ready_mapping(mapping: Mapping) -> None:
    proposal = proposals.propose(written(mapping))
    asked = {choice.key for choice in proposal.questions}
    assert proposal.kind == mapping.kind
    for column in proposal.columns:
        meant = {name for name, title in mapping.columns.items() if title == column.title}
        assert column.meaning is None or column.meaning in meant or column.meaning in asked, column


def test_every_ready_mapping_names_its_source() -> None:
    folder = files("voldaan.formats.lists").joinpath("packages")
    texts = [one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith(".toml")]
    assert len(texts) == len(MAPPINGS)
    assert all(text.startswith("# source: ") for text in texts)
