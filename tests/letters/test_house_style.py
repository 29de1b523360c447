"""What a house style does to a letter: where the address shows, how high the amount stands, that it stays archivable."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PageObject, PdfReader

from tests.formats.pictures import LOGO, png
from tests.letters.samples import message
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.guard import check
from voldaan.formats.pictures import read
from voldaan.letters.colours import is_readable
from voldaan.letters.letter import PINGEN
from voldaan.letters.render import letter_text, render, render_letter
from voldaan.letters.style import NIGHT, SIDES, TYPEFACES, HouseStyle, Side, Typeface
from voldaan.letters.style_text import LETTERHEAD_WIDTHS

ADDRESS = ("A. de Vries", "Dorpsstraat 21", "7411 EF Deventer")
MM = 25.4 / 72


def with_code(facts: MessageFacts) -> MessageFacts:
    return replace(facts, code="K7M4-QX2P-9R", sender=replace(facts.sender, vat_number="NL001234567B01"))


def placed(pdf: bytes) -> list[tuple[float, float, str]]:
    """Return each piece of text on the first page with its left side and its base line, in millimetres from the top."""
    found: list[tuple[float, float, str]] = []
    page: PageObject = PdfReader(BytesIO(pdf)).pages[0]

    def see(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        # Typst turns the page over: both matrices together say where a text begins.
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if text.strip():
            found.append((x * MM, (float(page.mediabox.height) - y) * MM, text.strip()))

    page.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize("typeface", TYPEFACES)
@pytest.mark.parametrize("window", SIDES)
def test_the_address_shows_in_the_window_wherever_the_letter_slides(window: Side, typeface: Typeface) -> None:
    style = HouseStyle(window=window, typeface=typeface, logo_svg=read("logo.svg", LOGO))
    lines = [
        place
        for place in placed(render_letter(with_code(message(person=True)), style))
        if place[2] in ADDRESS
    ]
    assert len(lines) == len(ADDRESS)
    # A window of 100 by 30 mm, 20 mm from its side of the envelope; a letter slides 10 mm in EA5/6 and 19 in C5/6.
    least = 20 if window == "left" else 109
    assert all(least + 1 <= left <= least + 6 for left, _, _ in lines)
    assert all(47 <= base <= 79 for _, base, _ in lines)


@pytest.mark.parametrize("logo_at", SIDES)
@pytest.mark.parametrize("window", SIDES)
def test_the_amount_stays_in_the_top_third_of_the_page(window: Side, logo_at: Side) -> None:
    style = HouseStyle(window=window, logo_at=logo_at, logo_svg=read("logo.png", png(600, 200)))
    bases = [
        base for _, base, text in placed(render_letter(with_code(message()), style)) if "1.234,50" in text
    ]
    assert 85 <= bases[0] <= 101


@pytest.mark.parametrize("typeface", TYPEFACES)
@pytest.mark.parametrize(
    ("window", "logo_at", "most"), [("left", "left", 10), ("left", "right", 6), ("right", "left", 6)]
)
def test_the_amount_stays_there_below_the_longest_letterhead(
    window: Side, logo_at: Side, most: int, typeface: Typeface
) -> None:
    line = ("woorden en wat " * 9)[: LETTERHEAD_WIDTHS[window]]
    logo = read("logo.png", png(600, 200))
    style = HouseStyle(
        window=window, logo_at=logo_at, logo_svg=logo, letterhead=(line,) * most, typeface=typeface
    )
    found = placed(render_letter(with_code(message()), style))
    assert next(base for _, base, text in found if "1.234,50" in text) <= 101


def test_a_printer_that_reads_the_address_finds_it_at_the_left_whatever_the_window() -> None:
    facts = with_code(message(person=True))
    style = HouseStyle(window="right", logo_svg=read("logo.svg", LOGO))
    lines = [place for place in placed(render_letter(facts, style, zone=PINGEN)) if place[2] in ADDRESS]
    assert len(lines) == len(ADDRESS)
    assert all(24 <= left <= 26 and 62 <= base <= 85 for left, base, _ in lines)


@pytest.mark.parametrize("typeface", TYPEFACES)
def test_a_letter_in_a_house_style_is_tagged_and_archivable(typeface: Typeface) -> None:
    picture = read("logo.png", png())
    style = HouseStyle(typeface=typeface, logo_svg=picture, signature_svg=read("signature.svg", LOGO))
    pdf = PdfReader(BytesIO(render_letter(message(), style)))
    told = pdf.xmp_metadata
    assert told is not None
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    raw = told.stream.get_data().decode()
    assert re.search(r"pdfaid:part>2<.*pdfaid:conformance>A<", raw)
    assert "pdfuaid:part>1<" in raw
    assert pdf.trailer["/Root"]["/Lang"] == "nl"  # type: ignore[index]
    fonts = {str(font.get_object()["/BaseFont"]) for font in pdf.pages[0]["/Resources"]["/Font"].values()}  # type: ignore[index,union-attr]
    assert any(typeface.replace(" ", "") in font for font in fonts)


def test_what_a_typeface_lacks_is_set_in_another() -> None:
    facts = replace(message(), addressee=replace(message().addressee, name="Кафе Ёлка"))
    assert (
        "Кафе Ёлка"
        in PdfReader(BytesIO(render_letter(facts, HouseStyle(typeface=TYPEFACES[2])))).pages[0].extract_text()
    )


def test_the_lines_of_a_style_say_the_facts_of_the_sender_and_the_guard_lets_them_pass() -> None:
    style = HouseStyle(
        letterhead=("Afdeling debiteuren", "{street}", "{postcode} {city}", "{phone}"),
        footer=("{name} · KvK {coc_number} · btw {vat_number} · {iban}",),
        signature_lines=("Debiteurenbeheer",),
    )
    facts = with_code(message())
    rendered = render(facts, style)
    assert "Afdeling debiteuren\nLindelaan 12\n3512 AB Utrecht\n030 123 45 67\n" in rendered.letter_text
    assert "KvK 12345678 · btw NL001234567B01 · NL91 ABNA 0417 1643 00" in rendered.letter_text
    assert rendered.letter_text.count("KvK") == 1
    assert "Sanne Bos\nDebiteurenbeheer" in rendered.text
    assert check(facts, rendered.letter_text) == ()
    assert check(facts, f"{rendered.subject}\n{rendered.text}") == ()


def test_a_line_that_asks_for_what_is_not_known_refuses_the_message() -> None:
    with pytest.raises(
        ValueError, match=r"vraagt om \{vat_number\}, en dat is van Groothandel De Linde B\.V\. niet bekend"
    ):
        letter_text(message(), HouseStyle(footer=("btw {vat_number}",)))


def test_our_own_line_stays_where_the_footer_does_not_say_who_writes() -> None:
    text = letter_text(message(), HouseStyle(footer=("Sinds 1923 in Utrecht",)))
    assert "Groothandel De Linde B.V. · Lindelaan 12 · 3512 AB Utrecht · KvK 12345678\nSinds 1923" in text


def test_a_signature_stands_under_the_messages_of_its_owner_only() -> None:
    style = HouseStyle(
        signature_of="Sanne Bos", signature_lines=("Hoofd debiteuren",), signature_svg=read("s", LOGO)
    )
    other = replace(message(), sender=replace(message().sender, signer="Mo el Idrissi"))
    assert "Hoofd debiteuren" in letter_text(message(), style)
    assert "Hoofd debiteuren" not in letter_text(other, style)
    plain = HouseStyle()
    assert len(render_letter(message(), style)) > len(render_letter(message(), plain))
    assert abs(len(render_letter(other, style)) - len(render_letter(other, plain))) < 50


def test_an_agency_stands_under_its_registered_name_beside_any_logo() -> None:
    facts = message("PRE_COLLECTION", on_behalf=True, person=True)
    style = HouseStyle(name="Huisstijl", logo_svg=read("logo.svg", LOGO))
    first = PdfReader(BytesIO(render_letter(facts, style))).pages[0].extract_text()
    assert first.index("Waterland Incasso B.V.") < first.index("namens Groothandel De Linde B.V.")
    assert "Huisstijl" not in first


@pytest.mark.parametrize(("by", "letter_says", "mail_says"), [("POST", True, False), ("EMAIL", False, True)])
def test_only_what_invoices_go_with_says_so(by: str, letter_says: bool, mail_says: bool) -> None:
    facts = replace(message(invoices=2), enclosed=("2026-118", "2026-119"), enclosed_by=by)
    rendered = render(facts, HouseStyle())
    assert ("Bijlagen: facturen 2026-118, 2026-119" in rendered.letter_text) is letter_says
    assert ("als bijlage bij deze e-mail" in rendered.text) is mail_says
    assert check(facts, rendered.letter_text) == ()


def test_the_code_stands_in_letter_and_e_mail_with_what_it_is_for() -> None:
    facts = with_code(message())
    rendered = render(facts, HouseStyle())
    for text in (rendered.text, rendered.letter_text):
        assert "Uw code: K7M4-QX2P-9R\nNoem uw code als u belt of schrijft." in text
        assert check(facts, text) == ()
    assert "Uw code" not in letter_text(message(), HouseStyle())


def test_a_code_that_is_not_the_accounts_is_stopped() -> None:
    facts = with_code(message())
    found = check(facts, letter_text(facts, HouseStyle()).replace("K7M4-QX2P-9R", "K7M4-QX2P-9T"))
    assert [one.rule for one in found] == ["reference.foreign"]


def test_in_the_dark_an_e_mail_has_the_accent_that_can_be_read_there() -> None:
    html = render(message(), HouseStyle(accent="#1f3a5f")).html
    dark = re.search(r"\.accent\{color:(#[0-9a-f]{6}) ?!important\}", html)
    assert dark is not None
    assert is_readable(dark[1], NIGHT)
    assert not is_readable("#1f3a5f", NIGHT)
    assert HouseStyle(accent_dark="#aaccee").accent_in_the_dark == "#aaccee"
