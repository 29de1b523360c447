"""The PDF: what is in it, how it is laid out, and that nothing in the facts is taken for markup."""

import re
import shutil
import subprocess
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from tests.letters.samples import long_names, many_invoices, message, on_two_accounts
from tools.gallery.looks import styles
from voldaan.domain.wording.facts import MessageFacts
from voldaan.letters import letter
from voldaan.letters.letter import C5_6, PINGEN, AddressZone, LetterRefused
from voldaan.letters.render import letter_text, render_letter
from voldaan.letters.style import HouseStyle

STYLE = HouseStyle()
FURNITURE = {"•", "·", "Pagina", "van", "1", "2", "3"}
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10z" fill="#146b4a"/></svg>'
)


def poppler(tool: str, pdf: bytes, *options: str, folder: Path) -> str:
    """Return what a Poppler tool says about a PDF, or skip where the machine has none."""
    program = shutil.which(tool)
    if program is None:
        pytest.skip(f"no {tool} on this machine: install poppler-utils to run this test")
    file = folder / "letter.pdf"
    file.write_bytes(pdf)
    said = subprocess.run(
        [program, *options, str(file), *(["-"] if tool == "pdftotext" else [])],
        capture_output=True,
        check=True,
    )
    return said.stdout.decode()


@pytest.mark.parametrize("facts", [
    message(), message("SECOND_REMINDER", invoices=3, person=True), message("PRE_COLLECTION", on_behalf=True),
    on_two_accounts(), many_invoices(), long_names(),
])  # fmt: skip
def test_the_guard_has_read_every_word_of_the_letter(facts: MessageFacts, tmp_path: Path) -> None:
    in_pdf = words(poppler("pdftotext", render_letter(facts, STYLE), "-layout", folder=tmp_path))
    in_text = words(letter_text(facts, STYLE))
    assert in_pdf - in_text - FURNITURE - {""} == set()


@pytest.mark.parametrize(("facts", "pages"), [
    (message(), 1),
    (message("SECOND_REMINDER", invoices=3, person=True), 1),
    (message("PRE_COLLECTION"), 1),
    (message("PRE_COLLECTION", on_behalf=True, person=True), 2),
    (many_invoices(30), 2),
])  # fmt: skip
def test_pages(facts: MessageFacts, pages: int, tmp_path: Path) -> None:
    said = poppler("pdfinfo", render_letter(facts, STYLE), folder=tmp_path)
    assert re.findall(r"Pages:\s+(\d+)", said) == [str(pages)]
    assert "Tagged:          yes" in said


LONG_MAIL = "hulp.van.de.debiteurenadministratie@waterlanden-en-omstreken.example"


@pytest.mark.parametrize("zone", [C5_6, PINGEN], ids=["C5/6", "Pingen"])
@pytest.mark.parametrize("style", styles().values(), ids=styles())
def test_no_word_stands_on_another_or_off_the_page(
    style: HouseStyle, zone: AddressZone, tmp_path: Path
) -> None:
    long = replace(long_names(), sender=replace(long_names().sender, email=LONG_MAIL))
    for facts in (message(on_behalf=True, person=True), message(), long):
        drawn = render_letter(facts, replace(style, footer=(*style.footer[1:], "Levering " * 12)), zone=zone)
        found = boxes_of(drawn, tmp_path)
        assert [word for *_, right, bottom, word in found if right > 205 or bottom > 292] == []
        pairs = combinations([box for box in found if box[4].strip()], 2)
        assert [(one[4], two[4]) for one, two in pairs if overlap(one, two)] == []


def overlap(one: tuple[float, float, float, float, str], two: tuple[float, float, float, float, str]) -> bool:
    """Test if two words share more than the room that a typeface leaves above and below its letters."""
    wide = min(one[2], two[2]) - max(one[0], two[0])
    high = min(one[3], two[3]) - max(one[1], two[1])
    return wide > 0.3 and high > 0.45 * min(one[3] - one[1], two[3] - two[1])


def test_a_last_line_has_more_than_one_word(tmp_path: Path) -> None:
    pdf = render_letter(message("FAILED_PLAN", person=True), HouseStyle(typeface="Source Serif 4"))
    lines = poppler("pdftotext", pdf, "-layout", folder=tmp_path).splitlines()
    assert any(line.strip().endswith("op geldfit.nl.") for line in lines)


def test_the_address_stands_in_the_window(tmp_path: Path) -> None:
    said = poppler("pdftotext", render_letter(message(person=True), STYLE), "-bbox", folder=tmp_path)
    first = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Dorpsstraat<', said)
    last = re.search(r'yMax="([\d.]+)">Deventer<', said)
    assert first is not None
    assert last is not None
    left, top, bottom = (float(points) * 25.4 / 72 for points in (first[1], first[2], last[1]))
    assert 20 <= left <= 26
    assert top >= 45
    assert bottom <= 80


def boxes_of(pdf: bytes, folder: Path) -> list[tuple[float, float, float, float, str]]:
    """Return the words of the first page with where they stand, in millimetres from the left and the top."""
    first = poppler("pdftotext", pdf, "-bbox", "-l", "1", folder=folder)
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', first)
    return [(*(float(points) * 25.4 / 72 for points in numbers), word) for *numbers, word in found]  # type: ignore[misc]  # four


@pytest.mark.parametrize(
    "facts", [message(person=True), message("PRE_COLLECTION", on_behalf=True), long_names()]
)
def test_the_address_stands_where_pingen_reads_it_and_nothing_where_it_prints_the_stamp(
    facts: MessageFacts, tmp_path: Path
) -> None:
    boxes = boxes_of(render_letter(facts, STYLE, zone=PINGEN), tmp_path)
    stamp = [
        word
        for left, top, right, bottom, word in boxes
        if left < 109.5 and right > 20 and top < 60 and bottom > 40
    ]
    assert stamp == []
    read = " ".join(
        word
        for left, top, right, bottom, word in boxes
        if left >= 22 and right <= 107.5 and 60 <= top and bottom <= 85.5
    )
    assert facts.addressee.postcode is not None
    assert facts.addressee.postcode.split()[0] in read


@pytest.mark.parametrize("facts", [message(), message("PRE_COLLECTION", on_behalf=True)])
def test_the_amount_stands_below_the_window_and_in_the_top_third(facts: MessageFacts, tmp_path: Path) -> None:
    said = poppler("pdftotext", render_letter(facts, STYLE), "-bbox", folder=tmp_path)
    amount = re.search(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(?:€\u00a0)?1\.234,50<', said)
    assert amount is not None
    top, bottom = (float(points) * 25.4 / 72 for points in amount.groups())
    assert top >= 90
    assert (top + bottom) / 2 <= 99


def test_typst_markup_in_a_fact_is_text(tmp_path: Path) -> None:
    evil = '#panic("x") *vet* $x^2$ [a] _b_ \\ @c <d> = #image("/etc/passwd")'
    facts = message("PRE_COLLECTION", on_behalf=True)
    facts = replace(
        facts, addressee=replace(facts.addressee, name=evil), creditor=replace(facts.creditor, name=evil)
    )
    said = " ".join(poppler("pdftotext", render_letter(facts, STYLE), folder=tmp_path).split())
    assert "*vet* $x^2$ [a] _b_" in said
    assert '#panic("x")' in said


def test_a_character_that_the_font_lacks_is_refused_with_a_sentence() -> None:
    facts = message()
    facts = replace(facts, addressee=replace(facts.addressee, name="面包店"))
    with pytest.raises(LetterRefused, match=r"to 面包店 could not be set: .+ write it in one of those\."):
        render_letter(facts, STYLE)


def test_after_a_refusal_the_next_letter_is_set() -> None:
    before = render_letter(message(), STYLE)
    with pytest.raises(LetterRefused):
        render_letter(replace(message(), reference="龍"), STYLE)
    assert render_letter(message(), STYLE) == before


@pytest.mark.parametrize(
    "name", ["Bäckerei Größe", "Žofia Šťastná", "Καφέ Ωμέγα", "Кафе Ёлка", "Çelik & Oğlu", "Þór ĳs"]
)
def test_names_of_europe_are_set(name: str) -> None:
    facts = message()
    assert render_letter(replace(facts, addressee=replace(facts.addressee, name=name)), STYLE).startswith(
        b"%PDF"
    )


def test_a_logo_takes_the_name_from_the_top_to_who_writes(tmp_path: Path) -> None:
    said = poppler("pdftotext", render_letter(message(), HouseStyle(logo_svg=LOGO)), folder=tmp_path)
    plain = poppler("pdftotext", render_letter(message(), STYLE), folder=tmp_path)
    name = "Groothandel De Linde B.V."
    assert (said.index(name) < said.index("Lindelaan 12"), said.count(name)) == (True, plain.count(name))


def test_the_licence_of_the_font_goes_with_it() -> None:
    folder = Path(letter.__file__).parent / "fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert sum(file.stat().st_size for file in folder.iterdir()) < 2_000_000


def test_an_address_of_many_lines_meets_nothing(tmp_path: Path) -> None:
    facts = long_names()
    long = "Gemeenschappelijke Verzamelweg van de Oostelijke Handelskade 12-345 bis"
    facts = replace(facts, addressee=replace(facts.addressee, street=long, city=long, country="DE"))
    said = poppler("pdftotext", render_letter(facts, STYLE), "-bbox", folder=tmp_path)
    country = re.search(r'yMax="([\d.]+)">DE<', said)
    title = re.search(r'yMin="([\d.]+)"[^>]*>2026-118<', said)
    assert country is not None
    assert title is not None
    assert float(country[1]) <= float(title[1])


def words(text: str) -> set[str]:
    """Return the words without the marks at their ends, which the drawing may choose."""
    return {word.strip(":,;.?-") for word in text.replace("\u00a0", " ").split()}
