"""The SEPA payment QR code."""

import struct
import zlib
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from tests.letters.samples import invoice, message, pay_to
from voldaan.domain.money import parse_euro
from voldaan.domain.wording.facts import MessageFacts, PayTo
from voldaan.letters import qr
from voldaan.letters.render import render_letter
from voldaan.letters.style import HouseStyle

PAY_TO = pay_to((invoice(),))
IBAN_OF_ANOTHER = "NL02ABNA0123456789"


def test_a_structured_reference_stands_in_its_own_line() -> None:
    assert qr.epc_payload(PAY_TO).split("\n") == [
        "BCD", "002", "1", "SCT", "", "Groothandel De Linde B.V.", "NL91ABNA0417164300", "EUR1234.50", "",
        "RF18539007547034",
    ]  # fmt: skip


def test_each_vector_of_the_payload(epc_qr_vector: Any) -> None:
    """Lines that are empty to the end may be left out, and are."""
    facts = epc_qr_vector.given
    asked = PayTo(
        iban=facts["iban"],
        name=facts["name"],
        amount_cents=parse_euro(facts["amount"]),
        reference=facts.get("structured") or facts.get("text", ""),
        invoice_numbers=(),
    )
    lines = qr.epc_payload(asked).split("\n")
    expected = epc_qr_vector.expected["payload_lines"]
    assert lines + [""] * (len(expected) - len(lines)) == expected


@pytest.mark.parametrize("reference", ["2026-118", "5000 0567 8901 2345", "RF19 5390 0754 7034", "RF18"])
def test_any_other_reference_is_text_and_the_structured_line_stays_empty(reference: str) -> None:
    lines = qr.epc_payload(replace(PAY_TO, reference=reference)).split("\n")
    assert lines[9:] == ["", reference]


@pytest.mark.parametrize(
    ("cents", "written"), [(1, "EUR0.01"), (10, "EUR0.10"), (99_999_999_999, "EUR999999999.99")]
)
def test_amounts_within_the_standard(cents: int, written: str) -> None:
    assert qr.epc_payload(replace(PAY_TO, amount_cents=cents)).split("\n")[7] == written


@pytest.mark.parametrize("cents", [-1, 0, 100_000_000_000])
def test_amounts_outside_the_standard_are_refused(cents: int) -> None:
    with pytest.raises(ValueError, match="Send the message without a QR code"):
        qr.epc_payload(replace(PAY_TO, amount_cents=cents))
    assert not qr.fits(replace(PAY_TO, amount_cents=cents), "EUR")


@pytest.mark.parametrize("length", [69, 70, 71])
def test_a_name_has_at_most_seventy_characters(length: int) -> None:
    name = qr.epc_payload(replace(PAY_TO, name="n" * length)).split("\n")[5]
    assert len(name) == min(length, 70)


@pytest.mark.parametrize(("length", "fits"), [(139, True), (140, True), (141, False)])
def test_a_text_has_at_most_hundred_and_forty_characters(length: int, fits: bool) -> None:
    assert qr.fits(replace(PAY_TO, reference="x" * length), "EUR") is fits


@pytest.mark.parametrize(("count", "fits"), [(72, True), (73, True), (74, False)])
def test_the_payload_has_at_most_331_bytes(count: int, fits: bool) -> None:
    # 70 letters of two bytes each, and a reference of as many.
    long = replace(PAY_TO, name="é" * 70, reference="é" * count, amount_cents=1)
    assert qr.fits(long, "EUR") is fits


def test_nobody_can_add_a_line() -> None:
    sly = replace(PAY_TO, name="A\nNL02ABNA0123456789", reference="1\nx")
    assert qr.epc_payload(sly).split("\n")[5:8] == [
        "A NL02ABNA0123456789",
        "NL91ABNA0417164300",
        "EUR1234.50",
    ]


@pytest.mark.parametrize(("currency", "fits"), [("EUR", True), ("USD", False)])
def test_only_euros(currency: str, fits: bool) -> None:
    assert qr.fits(PAY_TO, currency) is fits


def test_the_drawings_repeat() -> None:
    assert qr.svg(PAY_TO) == qr.svg(PAY_TO)
    assert qr.png(PAY_TO) == qr.png(PAY_TO)
    assert qr.png(PAY_TO).startswith(b"\x89PNG")


TWO_ACCOUNTS = replace(
    message(person=True, invoices=2),
    pay_to=(pay_to((invoice(),)), replace(pay_to((invoice(1),)), iban=IBAN_OF_ANOTHER, blocked=True)),
)
LETTERS = {
    "own": message(person=True),
    "english": message(language="en", person=True),
    "agency": message("PRE_COLLECTION", on_behalf=True, person=True, invoices=3),
    "two accounts": TWO_ACCOUNTS,
}


@pytest.mark.parametrize("facts", LETTERS.values(), ids=LETTERS.keys())
def test_a_scanner_reads_from_the_letter_what_has_to_be_paid(facts: MessageFacts) -> None:
    page = pypdfium2.PdfDocument(render_letter(facts, HouseStyle()))[0].render(scale=2, grayscale=True)
    rows = memoryview(page.buffer).cast("B").cast("B", (page.height, page.stride))
    asked = sorted(qr.epc_payload(pay_to) for pay_to in facts.pay_to)
    assert sorted(read.text for read in zxingcpp.read_barcodes(rows)) == asked


def test_a_scanner_reads_the_picture_of_the_email() -> None:
    rows = _rows(qr.png(PAY_TO))
    (read,) = zxingcpp.read_barcodes(memoryview(b"".join(rows)).cast("B", (len(rows), len(rows[0]))))
    assert read.text == qr.epc_payload(PAY_TO)


def _rows(picture: bytes) -> list[bytes]:
    """Return the lines of a PNG of one bit a pixel, a byte a pixel (ISO/IEC 15948: a line may say what it adds)."""
    width, height = struct.unpack(">II", picture[16:24])
    at = picture.index(b"IDAT")
    lines = zlib.decompress(picture[at + 4 : at + 4 + int.from_bytes(picture[at - 4 : at])])
    wide = (width + 7) // 8
    rows, above = [], bytes(wide)
    for start in range(0, height * (wide + 1), wide + 1):
        adds, line = lines[start], lines[start + 1 : start + 1 + wide]
        assert adds in (0, 2), "as it is, or added to the line above"
        above = bytes((a + b) % 256 for a, b in zip(above, line, strict=True)) if adds else line
        rows.append(bytes(255 * int(bit) for bit in "".join(f"{byte:08b}" for byte in above)[:width]))
    return rows
