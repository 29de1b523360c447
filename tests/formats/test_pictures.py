"""The pictures of a house style: what a letter can show, and nothing that loads, runs or hides."""

import base64
import re

import pytest

from tests.formats.pictures import LOGO, chunk, png
from voldaan.formats.pictures import BYTES_MAX, read, recognises
from voldaan.formats.values import Refusal

REMARKS = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="10mm"><metadata>'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li>Anna</rdf:li></rdf:RDF></metadata>'
    b'<g style="fill:url(#a)"><use href="#b"/></g></svg>'
)


def in_svg(inner: bytes, attributes: bytes = b'viewBox="0 0 4 4"') -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg" ' + attributes + b">" + inner + b"</svg>"


def test_a_drawing_comes_out_as_it_went_in() -> None:
    assert read("logo.svg", LOGO) == LOGO.decode()
    assert recognises(LOGO)
    assert not recognises(b"<html>")


def test_what_a_drawing_program_notes_about_its_maker_stays_behind() -> None:
    drawn = read("logo.svg", REMARKS)
    assert "Anna" not in drawn
    assert 'href="#b"' in drawn


def test_a_png_comes_out_in_a_drawing_without_its_remarks() -> None:
    told = png(between=(chunk(b"tEXt", b"Author\x00Anna de Vries"),))
    assert b"Anna" in told
    drawn = read("logo.png", told)
    inside = re.search(r"base64,([^\"]+)", drawn)
    assert inside is not None
    assert base64.b64decode(inside[1]) == png()
    assert 'viewBox="0 0 60 20"' in drawn


@pytest.mark.parametrize(("inner", "says"), [
    (b"<script>alert(1)</script>", "<script>"),
    (b'<image href="https://example.example/x.png"/>', "<image>"),
    (b"<foreignObject/>", "<foreignObject>"),
    (b"<text>Molen</text>", "Zet letters om in vormen"),
    (b'<use href="file:///etc/passwd"/>', "href="),
    (b'<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://x.example/a.svg#a"/>', "href="),
    (b'<path d="M0 0" onload="x()"/>', "onload="),
    (b'<path d="M0 0" style="fill:url(https://x.example/a)"/>', "style="),
    (b"<style>@import 'https://x.example/a.css';</style>", "van buiten"),
])  # fmt: skip
def test_a_drawing_that_does_more_than_show_shapes_is_refused(inner: bytes, says: str) -> None:
    with pytest.raises(Refusal) as refused:
        read("logo.svg", in_svg(inner))
    (problem,) = refused.value.problems
    assert says in f"{problem.what} {problem.how_to_fix}"
    assert problem.line == 1


@pytest.mark.parametrize(("content", "says"), [
    (b"", "geen SVG en geen PNG"),
    (b"\xff\xd8\xff\xe0 JPEG", "geen SVG en geen PNG"),
    (b"%PDF-1.7", "geen SVG en geen PNG"),
    (LOGO + b" " * BYTES_MAX, "kB groot"),
    (in_svg(b"", b""), "zegt niet hoe groot"),
    (in_svg(b"", b'width="100%" height="100%"'), "zegt niet hoe groot"),
    (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>', "DOCTYPE"),
    (LOGO[:-8], "afgebroken"),
    (png()[:40], "is beschadigd"),
    (png()[:-6] + b"abcdef", "is beschadigd"),
    (png().replace(b"\x14\x6b", b"\x14\x6c")[:50] + png()[50:-1], "is beschadigd"),
    (png(8, 8), "8 bij 8 beeldpunten"),
    (png(60, 20, pixels=b"\x00" * 5_000_000), "is beschadigd"),
    (png(60, 20, pixels=b"\x00" * 10), "is beschadigd"),
])  # fmt: skip
def test_what_is_no_picture_for_a_letter_is_refused_with_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(Refusal) as refused:
        read("logo", content)
    (problem,) = refused.value.problems
    assert says in problem.what
    assert problem.how_to_fix.endswith(".")
