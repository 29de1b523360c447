"""Workbooks of every kind, known by their content; none of them fills the memory, whatever its bytes."""

from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.lists import items, mapping, problems, workbook
from tests.formats.old_workbook import container, ods, ods_row, xls
from voldaan.formats.lists.old_workbooks import cells_of

HOW = mapping("number=F debtor_name=K open=O due_date=V", dates="yyyy-mm-dd")
CELLS = {
    (0, 0): "F", (0, 1): "K", (0, 2): "O", (0, 3): "V",
    (1, 0): "F1", (1, 1): "Café Korst", (1, 2): 12.5, (1, 3): 46326.0,
}  # fmt: skip


@pytest.mark.parametrize("size_min", [4096, 0])
def test_an_old_workbook_is_read(size_min: int) -> None:
    read = items(xls(CELLS, size_min=size_min), HOW)
    assert read.format == "xls"
    assert [(i.number, i.debtor.name, i.open_cents, str(i.due_date)) for i in read.items] == [
        ("F1", "Café Korst", 1250, "2026-10-31")
    ]


def test_an_open_document_is_read() -> None:
    data = ods(
        ods_row("F", "K", "O", "V"),
        ods_row("F1", "Café Korst", 12.5, "2026-10-31"),
        ods_row("", repeated=30000),
    )
    read = items(data, HOW)
    assert (read.format, read.items[0].open_cents, len(read.items)) == ("ods", 1250, 1)


@pytest.mark.parametrize("size_min", [4096, 0])
def test_the_size_of_an_old_workbook_is_known_before_it_is_opened(size_min: int) -> None:
    assert cells_of(xls(CELLS, size_min=size_min)) == 8
    assert cells_of(xls({(65535, 65535): 1.0}, size_min=size_min)) == 65536 * 65536


@pytest.mark.parametrize(
    "data",
    [
        xls({(65535, 65535): 1.0}),
        xls({(65535, 65535): 1.0}, size_min=0),
        ods(ods_row(*["x"] * 50, repeated=1_000_000)),
        ods('<table:table-row table:number-rows-repeated="100000"><table:table-cell office:value-type="string" '
            'table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row>'),
    ],
)  # fmt: skip
def test_a_workbook_that_would_fill_the_memory_is_refused(data: bytes) -> None:
    assert "te groot" in problems(data, HOW)[0]


def test_a_workbook_with_a_password_is_refused_by_that_name() -> None:
    data = container(bytes(5000)).replace(
        "Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")[:16]
    )
    assert "niet te lezen" in problems(data, HOW)[0]
    assert "wachtwoord" in problems(data + "EncryptedPackage".encode("utf-16-le"), HOW)[0]


def test_a_zip_without_a_workbook_is_refused() -> None:
    data = ods(ods_row("F")).replace(b"content.xml", b"contend.xml")
    assert "geen werkmap" in problems(data, HOW)[0]


@pytest.mark.parametrize("part", ["</table:table>", "</m:manifest>"])
def test_an_open_document_that_never_ends_is_refused(part: str) -> None:
    whole = ods(ods_row("F", "K", "O", "V"), ods_row("F1", "Korst", 12.5, ""))
    assert not problems(whole, HOW)
    assert "afgebroken" in problems(with_changed(whole, part, part.replace("t", "T")), HOW)[0]


def with_changed(package: bytes, old: str, new: str) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(package)) as read, ZipFile(out, "w", ZIP_DEFLATED) as write:
        for member in read.infolist():
            write.writestr(member.filename, read.read(member).replace(old.encode(), new.encode()))
    return out.getvalue()


GOOD = (
    workbook({"Blad1": [("F", "K", "O", "V"), ("F1", "Korst", 12.5, "")]}),
    xls(CELLS),
    xls(CELLS, size_min=0),
    ods(ods_row("F")),
)


@given(st.sampled_from(GOOD), st.integers(0, 2**32))
def test_a_damaged_workbook_is_read_or_refused(good: bytes, seed: int) -> None:
    chance = Random(seed)
    data = bytearray(good)
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(8, len(data))] = chance.randrange(256)
    problems(bytes(data[: chance.choice([len(data), chance.randrange(8, len(data))])]), HOW)
