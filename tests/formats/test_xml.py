"""XML from outside: hardened, in its encoding, and each refusal in a sentence."""

import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.formats import xml
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

LATIN = '<?xml version="1.0" encoding="{}"?>\n<a><b>Café</b></a>'


def texts(data: bytes) -> list[str | None]:
    """Return the texts of the elements `b`, streamed."""
    return [element.text for element in xml.stream(Source.of_bytes(data, "x.xml"), ("{*}b",))]


def refusals(data: bytes) -> list[str]:
    """Return the sentences with which a document is refused, as a stream and as a whole."""
    found = []
    for read in (texts, lambda one: xml.parse(Source.of_bytes(one, "x.xml"))):
        with pytest.raises(Refusal) as caught:
            read(data)
        found.append(caught.value.problems[0].what)
    return found


@pytest.mark.parametrize(
    "data",
    [
        LATIN.format("utf-8").encode(),
        LATIN.format("utf-8").encode("utf-8-sig"),
        LATIN.format("iso-8859-1").encode("latin-1"),
        LATIN.format("windows-1252").encode("cp1252"),
        LATIN.format("utf-16").encode("utf-16"),
        LATIN.format("utf-16").encode(),
        b"\r\n\r\n" + LATIN.format("utf-8").encode(),
        "<a><b>Café</b></a>".encode(),
    ],
)
def test_every_encoding_that_a_document_names_rightly_is_read(data: bytes) -> None:
    assert texts(data) == ["Café"]
    assert xml.parse(Source.of_bytes(data, "x.xml"))[0].text == "Café"
    assert xml.looks_like_xml(data)
    assert xml.root_name(data) == (None, "a/b")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (LATIN.format("utf-8").encode("latin-1"), "tekens in het bestand kloppen niet"),
        (LATIN.format("us-ascii").encode("latin-1"), "tekens in het bestand kloppen niet"),
        (LATIN.format("onbekend-9").encode(), "tekens in het bestand kloppen niet"),
        (b"<a><b>1</b>", "afgebroken"),
        (b"<a><b>1</b></", "afgebroken"),
        (b"<a><b>1</a></b>", "geen geldige XML"),
        (b"<a><b>&nbsp;</b></a>", "geen geldige XML"),
        (b"<a><b>\x01</b></a>", "geen geldige XML"),
        (b"<a/>rest", "afgebroken"),
        (b"<a/><a/>", "geen geldige XML"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a><b>&x;</b></a>', "DOCTYPE"),
        (
            '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "y">]><a><b>&x;</b></a>'.encode(
                "utf-16"
            ),
            "DOCTYPE",
        ),
        (b"<a>" * 300 + b"<b/>" + b"</a>" * 300, "diepte"),
        (b"<a><b>" + b"x" * 10_500_000 + b"</b></a>", "een veld"),
    ],
)
def test_what_is_not_as_it_should_be_has_its_sentence(data: bytes, words: str) -> None:
    assert [words in what for what in refusals(data)] == [True, True]


@pytest.mark.parametrize("chunks", [1, 20_000])
def test_the_first_wrong_byte_is_named_with_its_line_wherever_it_is(chunks: int) -> None:
    before = b"<a>\n" + b"<b>caf\xc3\xa9</b>\n" * chunks
    with pytest.raises(Refusal) as caught:
        texts(before + b"<b>caf\xe9</b></a>")
    problem = caught.value.problems[0]
    assert problem.line == chunks + 2
    assert f"byte {len(before) + 7} " in problem.why


class Endless(io.RawIOBase):
    """A document of many elements that is never whole in memory."""

    def __init__(self, count: int) -> None:
        self._pieces = self._made(count)
        self._left = b""

    def _made(self, count: int) -> Iterator[bytes]:
        yield b"<a>"
        yield from (b"<b>" + b"x" * 9000 + b"</b>" for _ in range(count))
        yield b"</a>"

    def read(self, size: int = -1) -> bytes:
        while len(self._left) < size and (piece := next(self._pieces, b"")):
            self._left += piece
        data, self._left = self._left[:size], self._left[size:]
        return data


def test_a_document_larger_than_any_limit_of_the_parser_is_read_in_a_stream() -> None:
    count = 12_000
    source = Source("groot.xml", count * 9007 + 7, lambda: Endless(count))
    seen = 0
    for element in xml.stream(source, ("b",)):
        seen += 1
        element.clear()
    assert seen == count
    with pytest.raises(Refusal) as caught:
        xml.parse(source)
    assert "te groot" in caught.value.problems[0].what


@given(st.binary(max_size=200) | st.text("<>/?!-&;ab \n", max_size=60).map(str.encode))
def test_whatever_the_bytes_are_nothing_but_a_refusal_comes_out(data: bytes) -> None:
    xml.looks_like_xml(data)
    xml.root_name(data)
    for read in (texts, lambda one: xml.parse(Source.of_bytes(one, "x.xml"))):
        try:
            read(data)
        except Refusal as refusal:
            assert refusal.problems
