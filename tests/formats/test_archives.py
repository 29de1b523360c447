"""A zip is a folder: its files are read by themselves, and one that is a trap is not opened."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.formats.samples import invoice, statement, transaction
from voldaan.formats import archives, detect
from voldaan.formats.bank import camt_write
from voldaan.formats.invoices import ubl_write
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, Refusal, Statement

FILES = {
    "factuur.xml": ubl_write.write(invoice()),
    "map/afschrift.xml": camt_write.write(statement(transaction())),
}


def zipped(files: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def unpacked(data: bytes) -> list[Source]:
    return list(archives.unpacked(Source.of_bytes(data, "post.zip")))


def refusal(data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        unpacked(data)
    (problem,) = caught.value.problems
    assert problem.file == "post.zip"
    return problem.what + problem.why


def test_a_file_that_is_no_archive_is_itself() -> None:
    (one,) = unpacked(FILES["factuur.xml"])
    assert one.name == "post.zip"


def test_each_file_in_an_archive_is_read_by_itself_under_both_names() -> None:
    found = unpacked(zipped(FILES))
    assert [one.name for one in found] == ["post.zip/factuur.xml", "post.zip/map/afschrift.xml"]
    kinds = [type(reading) for one in found for reading in detect.read(one)]
    assert kinds == [Invoice, Statement]
    assert all(one.open().read() == one.open().read() for one in found)


def test_what_an_operating_system_leaves_behind_is_no_file_of_anybody() -> None:
    left = {"__MACOSX/._factuur.xml": b"x", "map/.DS_Store": b"x", "Thumbs.db": b"x"}
    assert len(unpacked(zipped(FILES | left))) == 2


def test_an_archive_in_an_archive_is_named() -> None:
    (inner,) = unpacked(zipped({"binnen.zip": zipped(FILES)}))
    with pytest.raises(Refusal) as caught:
        detect.read(inner)
    assert "één laag" in caught.value.problems[0].why


def test_an_empty_archive_is_said_to_be_empty() -> None:
    assert "leeg" in refusal(zipped({}))


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_broken_archive_is_refused(keep: float) -> None:
    whole = zipped(FILES)
    assert "niet te lezen" in refusal(whole[: int(len(whole) * keep)])


def test_a_changed_byte_is_seen() -> None:
    whole = bytearray(zipped(FILES, method=0))
    whole[whole.index(b"cbc:IssueDate")] ^= 1
    assert "niet te lezen" in refusal(bytes(whole))


def test_an_archive_with_a_password_says_so() -> None:
    whole = bytearray(zipped(FILES))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = whole.find(mark)
        while at >= 0:
            whole[at + offset] |= 1
            at = whole.find(mark, at + 4)
    assert "wachtwoord" in refusal(bytes(whole))


def test_a_bomb_is_not_unpacked() -> None:
    said = refusal(zipped({"bom.xml": b"\x00" * (40 * 1024 * 1024)}))
    assert "te groot" in said
    assert "40 MB in 1 bestand," in said
