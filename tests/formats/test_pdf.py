"""PDF: the data inside is found wherever it was put, and the PDF goes along as the invoice."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    TextStringObject,
)

from tests.formats.cii_samples import cii_document
from tests.formats.samples import invoice
from voldaan.formats.invoices import cii, pdf, pdf_embedded, ubl
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, Refusal

ORDER = (
    b'<?xml version="1.0"?><rsm:SCRDMCCBDACIOMessageStructure '
    b'xmlns:rsm="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>'
)


def specification(
    writer: PdfWriter, content: bytes, name: str, relation: str | None = None
) -> IndirectObject:
    """Return the reference of a file inside a PDF, not yet listed anywhere."""
    stream = DecodedStreamObject()
    stream.set_data(content)
    packed = writer._add_object(stream.flate_encode())
    entry = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Filespec"),
            NameObject("/F"): TextStringObject(name),
            NameObject("/UF"): TextStringObject(name),
            NameObject("/EF"): DictionaryObject({NameObject("/F"): packed}),
        }
    )
    if relation:
        entry[NameObject("/AFRelationship")] = NameObject("/" + relation)
    return writer._add_object(entry)


def names_of(pairs: list[tuple[str, IndirectObject]]) -> DictionaryObject:
    listed = ArrayObject([one for name, entry in pairs for one in (TextStringObject(name), entry)])
    return DictionaryObject({NameObject("/Names"): listed})


def list_in_tree(writer: PdfWriter, *entries: IndirectObject, deep: bool = False) -> None:
    tree = names_of([(f"{place}", entry) for place, entry in enumerate(entries)])
    if deep:
        leaf = writer._add_object(tree)
        middle = writer._add_object(DictionaryObject({NameObject("/Kids"): ArrayObject([leaf])}))
        tree = DictionaryObject({NameObject("/Kids"): ArrayObject([middle])})
    writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/EmbeddedFiles"): tree})


def list_as_associated(writer: PdfWriter, *entries: IndirectObject) -> None:
    writer.root_object[NameObject("/AF")] = ArrayObject(entries)


def pin_to_page(writer: PdfWriter, entry: IndirectObject) -> None:
    note = DictionaryObject({NameObject("/Subtype"): NameObject("/FileAttachment"), NameObject("/FS"): entry})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


def empty_page() -> PdfWriter:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    return writer


def written(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def hybrid(*files: tuple[str, bytes]) -> bytes:
    """Return a PDF with these files in its name tree."""
    writer = empty_page()
    list_in_tree(writer, *(specification(writer, content, name) for name, content in files))
    return written(writer)


def read(data: bytes, name: str = "Factuur 2026-0042.pdf") -> Invoice:
    assert pdf.recognises(data[:65536])
    (found,) = pdf.read(Source.of_bytes(data, name))
    return found


def refusal(data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        pdf.read(Source.of_bytes(data, "factuur.pdf"))
    assert all(problem.how_to_fix for problem in caught.value.problems)
    return " ".join(f"{problem.what} {problem.why}" for problem in caught.value.problems)


@pytest.mark.parametrize(
    "name", ["factur-x.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml", "xrechnung.xml", "x"]
)
def test_the_data_is_found_under_every_name(name: str) -> None:
    found = read(hybrid((name, cii_document())))
    (plain,) = cii.read(Source.of_bytes(cii_document(), "factuur.xml"))
    assert (found.number, found.payable_cents, found.creditor) == (
        plain.number,
        plain.payable_cents,
        plain.creditor,
    )
    assert found.format == "pdf"


def test_the_pdf_goes_along_as_the_invoice() -> None:
    data = hybrid(("factur-x.xml", cii_document()), ("Urenstaat.txt", b"dag;uren\n1;8\n"))
    found = read(data)
    assert [(one.name, one.media_type, one.is_invoice) for one in found.attachments] == [
        ("Factuur 2026-0042.pdf", "application/pdf", True),
        ("Urenstaat.txt", "text/plain", False),
    ]
    assert found.attachments[0].content == data


@pytest.mark.parametrize("relation", [None, "Alternative", "Source", "Data", "Supplement", "Unspecified"])
def test_a_wrong_or_absent_relation_does_not_matter(relation: str | None) -> None:
    writer = empty_page()
    entry = specification(writer, cii_document(), "factur-x.xml", relation)
    list_in_tree(writer, entry)
    list_as_associated(writer, entry)
    assert len(read(written(writer)).attachments) == 1


def test_the_data_is_found_in_a_deep_name_tree() -> None:
    writer = empty_page()
    list_in_tree(writer, specification(writer, cii_document(), "factur-x.xml"), deep=True)
    assert read(written(writer)).number == "2026-0042"


def test_the_data_is_found_where_only_the_document_or_a_page_names_it() -> None:
    writer = empty_page()
    list_as_associated(writer, specification(writer, cii_document(), "factur-x.xml"))
    assert read(written(writer)).number == "2026-0042"
    writer = empty_page()
    pin_to_page(writer, specification(writer, cii_document(), "factur-x.xml"))
    assert read(written(writer)).number == "2026-0042"


def test_a_name_tree_that_runs_in_circles_ends() -> None:
    writer = empty_page()
    list_in_tree(writer)
    tree = writer.root_object["/Names"]["/EmbeddedFiles"]
    circle = writer._add_object(tree)
    tree[NameObject("/Kids")] = ArrayObject([circle, circle])
    writer.root_object["/Names"][NameObject("/EmbeddedFiles")] = circle
    assert "zonder factuurgegevens" in refusal(written(writer))


def test_ubl_in_a_pdf_is_read_as_ubl() -> None:
    assert read(hybrid(("factuur.xml", ubl.write(invoice())))).number == "2026-0042"


def test_of_several_documents_the_standard_name_counts() -> None:
    other = cii_document(("2026-0042", "2026-0099"))
    found = read(hybrid(("kopie.xml", other), ("factur-x.xml", cii_document())))
    assert found.number == "2026-0042"


def test_two_invoices_without_a_standard_name_are_refused_and_the_same_twice_is_not() -> None:
    other = cii_document(("2026-0042", "2026-0099"))
    assert "meer dan één factuur" in refusal(hybrid(("een.xml", cii_document()), ("twee.xml", other)))
    assert read(hybrid(("een.xml", cii_document()), ("twee.xml", cii_document()))).number == "2026-0042"


def test_an_invoice_that_does_not_add_up_is_refused_with_the_place_inside_the_pdf() -> None:
    wrong = cii_document(("<ram:DuePayableAmount>1210.00", "<ram:DuePayableAmount>1210.01"))
    with pytest.raises(Refusal) as caught:
        pdf.read(Source.of_bytes(hybrid(("factur-x.xml", wrong)), "map/factuur.pdf"))
    assert caught.value.problems[0].file == "map/factuur.pdf/factur-x.xml"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (written(empty_page()), "zonder factuurgegevens"),
        (hybrid(("notities.xml", b"<notities/>"), ("foto.png", b"\x89PNG")), "zonder factuurgegevens"),
        (hybrid(("order-x.xml", ORDER)), "bestelling"),
        (hybrid(("factur-x.xml", cii_document()))[:200], "beschadigd"),
        (b"%PDF-1.7\n", "beschadigd"),
        (b"%PDF-1.7\n" + b"\x00" * 5000, "beschadigd"),
    ],
)
def test_what_is_no_invoice_is_refused_by_what_it_is(data: bytes, why: str) -> None:
    assert why in refusal(data)


def test_a_protected_pdf_is_refused_and_one_that_opens_without_a_password_is_read() -> None:
    for password, opens in (("geheim", False), ("", True)):
        writer = PdfWriter(clone_from=PdfReader(BytesIO(hybrid(("factur-x.xml", cii_document())))))
        writer.encrypt(user_password=password, owner_password="eigenaar", algorithm="RC4-128")
        data = written(writer)
        if opens:
            assert read(data).number == "2026-0042"
        else:
            assert "beveiligd" in refusal(data)


def test_a_file_that_unpacks_without_end_is_refused() -> None:
    bomb = hybrid(("factur-x.xml", b" " * (pdf_embedded.UNPACKED_MAX_BYTES + 1)))
    assert len(bomb) < 200_000
    assert "pakt uit" in refusal(bomb)


def test_a_file_packed_as_a_picture_is_left_alone() -> None:
    writer = empty_page()
    entry = specification(writer, cii_document(), "factur-x.xml")
    entry.get_object()["/EF"]["/F"].get_object()[NameObject("/Filter")] = NameObject("/JBIG2Decode")
    list_in_tree(writer, entry)
    assert "zonder factuurgegevens" in refusal(written(writer))


@given(st.data())
def test_damage_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(hybrid(("factur-x.xml", cii_document())))
    for _ in range(data.draw(st.integers(1, 12))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    del whole[data.draw(st.integers(len(whole) // 2, len(whole))) :]
    try:
        (found,) = pdf.read(Source.of_bytes(bytes(whole), "factuur.pdf"))
    except Refusal as caught:
        assert caught.problems
    else:
        assert found.attachments[0].is_invoice


@pytest.mark.parametrize(
    ("head", "is_pdf"),
    [(b"%PDF-1.4", True), (b"\r\n\x1b%-12345X@PJL\r\n%PDF-1.7", True), (b"PDF", False), (b"", False)],
)
def test_a_pdf_is_recognised_by_its_mark(head: bytes, *, is_pdf: bool) -> None:
    assert pdf.recognises(head) is is_pdf


def test_a_pdf_on_disk_is_read_as_one_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "f.pdf"
    path.write_bytes(hybrid(("factur-x.xml", cii_document())))
    (found,) = pdf.read(Source.of_path(path))
    assert found.attachments[0].name == "f.pdf"
