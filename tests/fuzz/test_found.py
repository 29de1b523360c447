"""What the fuzzers found once is never found again: each input, written by hand as small as it goes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz.targets import SEPARATOR, TARGETS
from voldaan.formats import auditfile
from voldaan.formats.bank import mt940
from voldaan.formats.invoices import cii
from voldaan.formats.lists import proposals, reading
from voldaan.formats.lists.mapping import parse_mapping
from voldaan.formats.source import Source
from voldaan.formats.values import OpenItemList, Refusal

FOLDER = Path(__file__).parent / "found"
DOORS: dict[str, Callable[[Source], object]] = {
    "auditfile": auditfile.read,
    "cii": cii.read,
    "mt940": mt940.read,
    "proposals": proposals.propose,
}
FOUND = sorted(FOLDER.glob("*.bin"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_holds_now(path: Path) -> None:
    TARGETS[path.stem.partition("-")[0]](path.read_bytes())


def read(name: str) -> object:
    """Read one of the inputs as its door does."""
    data = (FOLDER / f"{name}.bin").read_bytes()
    if target := DOORS.get(name.partition("-")[0]):
        return target(Source.of_bytes(data, "bestand"))
    text, _, rows = data.partition(SEPARATOR)
    return reading.read(Source.of_bytes(rows, "bestand"), parse_mapping(text.decode()))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("mt940-the-account-after-its-movements", "staat de rekening pas na de boekingen"),
        ("auditfile-a-line-on-no-account", "Een boekingsregel noemt geen rekening"),
        ("cii-a-document-of-no-kind", "De soort van het document"),
        ("lists-an-encoding-that-is-none", "De codering ‘hex’ bestaat niet"),
        ("lists-an-encoding-of-letters", "De codering ‘rot13’ bestaat niet"),
        ("lists-half-a-character", "Op regel 2 kloppen de tekens niet"),
        ("lists-a-stream-larger-than-the-workbook", "De werkmap is niet te lezen"),
        ("lists-tables-larger-than-the-workbook", "De werkmap is niet te lezen"),
        ("proposals-a-thousand-columns", "Rij 1 heeft 3003 kolommen"),
    ],
)
def test_it_is_refused_with_its_reason(name: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        read(name)


def test_an_amount_is_read_behind_any_number_of_zeros() -> None:
    found = read("lists-an-amount-of-zeros")
    assert isinstance(found, OpenItemList)
    assert [item.open_cents for item in found.items] == [100]
