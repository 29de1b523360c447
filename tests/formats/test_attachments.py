"""Attachments: decoded, named safely, known by their content, and the invoice among them found or not guessed."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.formats.findings import Findings
from voldaan.formats.invoices.attachments import (
    ATTACHMENT_MAX_BYTES,
    ATTACHMENTS_MAX,
    Enclosed,
    keep_attachments,
    media_type_of,
    safe_name,
)
from voldaan.formats.values import Attachment

PDF = b"%PDF-1.7\n%fictional\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00"


def enclosed(content: bytes = PDF, **more: object) -> Enclosed:
    return Enclosed(content=base64.b64encode(content).decode(), **more)


def keep(*pieces: Enclosed) -> tuple[tuple[Attachment, ...], list[str]]:
    remarks = Findings(file="factuur.xml")
    return keep_attachments(pieces, remarks, invoice_number="2026-0042"), [
        f"{problem.what} {problem.why}" for problem in remarks.problems
    ]


@pytest.mark.parametrize(
    ("content", "claimed", "media_type"),
    [
        (PDF, "text/html", "application/pdf"),
        (b"\r\n" + PDF, None, "application/pdf"),
        (PNG, "application/pdf", "image/png"),
        (b"\xff\xd8\xff\xe0", None, "image/jpeg"),
        (
            b"PK\x03\x04....xl/workbook.xml",
            None,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (b"PK\x03\x04....", "application/pdf", "application/zip"),
        (b"<?xml version='1.0'?><a/>", "application/pdf", "application/xml"),
        (b"a;b\r\n1;2\r\n", "text/csv; charset=utf-8", "text/csv"),
        (b"<script>", "application/pdf", "text/plain"),
        ("caf\u00e9 en nog veel meer woorden".encode("cp1252"), None, "text/plain"),
        (b"MZ\x90\x00\x03", "application/pdf", "application/octet-stream"),
    ],
)
def test_a_file_is_what_is_in_it(content: bytes, claimed: str | None, media_type: str) -> None:
    assert media_type_of(content, claimed) == media_type


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Factuur 42.pdf", "Factuur 42.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Temp\\factuur.exe", "factuur.pdf"),
        ("a\x00b\u202ecod.pdf", "abcod.pdf"),
        ("nul.pdf", "bijlage-1.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("factuur|rm -rf $HOME;.pdf", "factuur-rm -rf -HOME.pdf"),
        ("", "bijlage-1.pdf"),
        (None, "bijlage-1.pdf"),
        ("Factuur nr. 12 van 3 mei", "Factuur nr. 12 van 3 mei.pdf"),
        ("x" * 300, "x" * 100 + ".pdf"),
    ],
)
def test_a_name_is_made_safe(name: str | None, safe: str) -> None:
    assert safe_name(name, "application/pdf", 1) == safe


@given(st.text(max_size=150))
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    safe = safe_name(name, "image/png", 7)
    assert safe.endswith(".png")
    assert len(safe) > 4
    assert not set(safe) & set('/\\\x00<>:"|?*\n\r')
    assert not safe.startswith((".", "-", " "))


def test_base64_may_be_broken_over_lines_and_lack_its_end() -> None:
    text = base64.b64encode(PDF).decode().rstrip("=")
    kept, remarks = keep(Enclosed(content="\n   ".join(text[i : i + 20] for i in range(0, len(text), 20))))
    assert (kept[0].content, remarks) == (PDF, [])


def test_bytes_are_kept_as_they_are() -> None:
    assert keep(Enclosed(content=PDF, name="factuur.pdf"))[0][0].content == PDF


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        (Enclosed(content="geen base64!", name="stuk.pdf"), "geen base64"),
        (
            Enclosed(content=None, number="DOC1", address="https://delinde.example/doc1"),
            "wijst alleen naar een adres",
        ),
    ],
)
def test_what_is_not_kept_is_told(piece: Enclosed, words: str) -> None:
    kept, remarks = keep(piece)
    assert kept == ()
    assert len(remarks) == 1
    assert words in remarks[0]


def test_what_is_too_large_is_told_and_not_kept() -> None:
    largest = Enclosed(content=PDF.ljust(ATTACHMENT_MAX_BYTES, b"\n"))
    assert keep(largest)[1] == []
    for pieces in ((enclosed(PDF.ljust(ATTACHMENT_MAX_BYTES + 1)),), (largest, largest, enclosed())):
        kept, remarks = keep(*pieces)
        assert len(kept) == len(pieces) - 1
        assert "groter dan we bewaren" in remarks[0]


def test_more_than_a_hundred_are_told_and_not_kept() -> None:
    assert keep(*[enclosed(name="uren.pdf")] * ATTACHMENTS_MAX)[1] == []
    kept, remarks = keep(*[enclosed(name="uren.pdf")] * (ATTACHMENTS_MAX + 1))
    assert len(kept) == ATTACHMENTS_MAX
    assert "Alleen de eerste 100" in remarks[0]


def test_a_reference_without_anything_is_no_attachment() -> None:
    assert keep(Enclosed(content=None, number="ORDER-7", type_code="130")) == ((), [])


def test_equal_names_are_told_apart() -> None:
    kept, _ = keep(enclosed(name="a.pdf"), enclosed(name="A.pdf"), enclosed(name="a.pdf"))
    assert [one.name for one in kept] == ["a.pdf", "A (2).pdf", "a (3).pdf"]


@pytest.mark.parametrize(
    ("pieces", "invoices"),
    [
        ((enclosed(),), ["bijlage-1.pdf"]),
        ((enclosed(name="scan.pdf"),), ["scan.pdf"]),
        ((enclosed(name="urenstaat.pdf"),), []),
        ((enclosed(PNG, name="factuur.png"),), []),
        ((enclosed(name="urenstaat.pdf"), enclosed(name="scan.pdf")), []),
        ((enclosed(name="urenstaat.pdf"), enclosed(name="Factuur.pdf")), ["Factuur.pdf"]),
        ((enclosed(name="1.pdf"), enclosed(name="2026-0042.pdf")), ["2026-0042.pdf"]),
        ((enclosed(name="1.pdf", type_code="380"), enclosed(name="factuur.pdf")), ["1.pdf"]),
        ((enclosed(name="1.pdf", description="PrimaryImage"), enclosed(name="factuur.pdf")), ["1.pdf"]),
        ((enclosed(name="1.pdf", description="Commercial invoice"), enclosed(name="2.pdf")), ["1.pdf"]),
        ((enclosed(name="factuur-a.pdf"), enclosed(name="factuur-b.pdf")), []),
    ],
)
def test_the_pdf_that_is_the_invoice_is_marked_where_that_is_clear(
    pieces: tuple[Enclosed, ...], invoices: list[str]
) -> None:
    assert [one.name for one in keep(*pieces)[0] if one.is_invoice] == invoices
