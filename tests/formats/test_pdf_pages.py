"""The pages of a PDF: counted, put behind each other, and refused where they are broken."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from tests.letters.samples import message
from voldaan.formats.pdf_pages import joined, page_count
from voldaan.letters.render import render_letter
from voldaan.letters.style import HouseStyle


def pages(count: int, *, password: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(("content", "count"), [
    (pages(1), 1), (pages(12), 12), (b"", None), (b"%PDF-1.7 de factuur zelf", None), (b"\x00" * 400, None),
    (pages(2)[:200], None), (pages(1, password="geheim"), None),
])  # fmt: skip
def test_pages_are_counted_where_they_can_be_printed(content: bytes, count: int | None) -> None:
    assert page_count(content) == count


def test_a_letter_with_an_invoice_behind_it_keeps_its_tags_and_claims_no_standard() -> None:
    letter = render_letter(message(), HouseStyle())
    whole = joined(letter, [pages(2)])
    told = PdfReader(BytesIO(whole))
    assert len(told.pages) == 3
    assert "2026-118" in told.pages[0].extract_text()
    assert "/StructTreeRoot" in told.trailer["/Root"]  # type: ignore[operator]
    assert told.xmp_metadata is None
    assert PdfReader(BytesIO(letter)).xmp_metadata is not None
    assert joined(letter, [pages(2)]) == whole


def test_what_cannot_be_read_is_not_put_behind_anything() -> None:
    with pytest.raises(ValueError, match="Een factuur kan niet achter de brief"):
        joined(pages(1), [b"%PDF-1.7 geen factuur"])
