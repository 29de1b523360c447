"""Letters and dossiers keep PDF/A-2a and PDF/UA-1, by a checker that is not of the maker; and it sees what is broken."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from tests.letters.pdf_rules import breaches, elements
from tests.letters.samples import LANGUAGES, long_names, many_invoices, message, notice, on_two_accounts
from tests.letters.test_dossier import DIGEST, ON, dossier
from tools.gallery.cases import every_case, facts_of
from tools.gallery.looks import styles
from tools.gallery.statements import STATEMENTS, told_of
from voldaan.domain.wording.facts import TEXT_KEYS
from voldaan.letters.dossier import pdf_of_dossier
from voldaan.letters.letter import PINGEN
from voldaan.letters.render import render_letter
from voldaan.letters.statement import pdf_of_statement
from voldaan.letters.style import HouseStyle

EVERY = [
    notice(language=language, on_behalf=agency) if key == "FOURTEEN_DAY_NOTICE"
    else message(key, language=language, on_behalf=agency, person=agency)
    for key in TEXT_KEYS for language in LANGUAGES for agency in (False, True)
]  # fmt: skip


@pytest.fixture(scope="module")
def letter() -> bytes:
    """Return a letter with all there is: a picture, a table, headings, a list, two pages."""
    return render_letter(message("PRE_COLLECTION", on_behalf=True, person=True), HouseStyle())


def test_every_letter_keeps_both_standards() -> None:
    looks = list(styles().values())
    letters = ((facts, looks[at % len(looks)]) for at, facts in enumerate(EVERY))
    assert [found for facts, look in letters for found in breaches(render_letter(facts, look))] == []


@pytest.mark.parametrize("style", styles().values(), ids=styles())
def test_so_does_a_letter_with_much_to_say(style: HouseStyle) -> None:
    for facts in (on_two_accounts(), many_invoices(40), long_names()):
        assert breaches(render_letter(facts, style)) == []


def test_so_does_a_letter_with_everything_that_a_style_can_add() -> None:
    code = replace(message(invoices=3), code="K7M4-QX2P-9R", enclosed=("2026-118",), enclosed_by="POST")
    for style in styles().values():
        signed = replace(style, signature_of="", signature_svg=styles()["serif"].signature_svg)
        assert breaches(render_letter(code, signed)) == []
        assert breaches(render_letter(code, style, zone=PINGEN)) == []


@pytest.mark.parametrize("situation", STATEMENTS)
def test_so_does_a_statement_in_every_style(situation: str) -> None:
    cases = [case for case in every_case() if case.stage == "STATEMENT" and case.situation == situation]
    for case in cases:
        balances = STATEMENTS[situation]()
        facts = told_of(facts_of(case), balances)
        assert breaches(pdf_of_statement(facts, balances, styles()[case.style])) == []


def test_so_does_a_dossier() -> None:
    assert breaches(pdf_of_dossier(dossier(), json_sha256=DIGEST, day=ON)) == []


def test_what_is_read_out_for_a_picture_says_what_it_does() -> None:
    for facts in (message(), on_two_accounts()):
        reader = PdfReader(BytesIO(render_letter(facts, HouseStyle())))
        said = [one["/Alt"].replace("\u00a0", " ") for one in elements(reader, "/Figure")]
        assert len(said) == len(facts.pay_to)
        for words, account in zip(said, facts.pay_to, strict=True):
            assert account.reference in words
            assert account.iban in words.replace(" ", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_read_out_in_its_own_language(language: Any) -> None:
    reader = PdfReader(BytesIO(render_letter(message(language=language), HouseStyle())))
    assert reader.root_object["/Lang"].split("-")[0] == language


def catalog(key: str, value: Any = None) -> Callable[[Any], None]:
    """Return what takes an entry of the catalogue away, or puts another in its place."""

    def break_it(pdf: Any) -> None:
        pdf.root_object.pop(key, None)
        if value is not None:
            pdf.root_object[NameObject(key)] = value

    return break_it


def everywhere(key: str, *, of: str = "") -> Callable[[Any], None]:
    """Return what takes an entry from every dictionary, or every one of a type."""

    def break_it(pdf: Any) -> None:
        found = [one for one in pdf._objects if isinstance(one, DictionaryObject) and key in one]
        found = [one for one in found if of in {"", str(one.get("/Type")), str(one.get("/S"))}]
        assert found, f"nothing has {key}: this case proves nothing"
        for one in found:
            del one[key]

    return break_it


def metadata(pattern: bytes) -> Callable[[Any], None]:
    """Return what takes something from what the file says about itself."""

    def break_it(pdf: Any) -> None:
        kept = pdf.root_object["/Metadata"].get_object()
        less = re.sub(pattern, b"", kept.get_data(), flags=re.DOTALL)
        assert less != kept.get_data()
        kept.set_data(less)

    return break_it


def becomes(was: str, now: str) -> Callable[[Any], None]:
    """Return what makes one kind of element another."""

    def break_it(pdf: Any) -> None:
        found = [one for one in pdf._objects if isinstance(one, DictionaryObject) and one.get("/S") == was]
        assert found
        for one in found:
            one[NameObject("/S")] = NameObject(now)
            one.pop("/A", None)

    return break_it


def draws(more: bytes) -> Callable[[Any], None]:
    """Return what draws something on the first page."""

    def break_it(pdf: Any) -> None:
        stream = StreamObject()
        stream.set_data(pdf.pages[0].get_contents().get_data() + more)
        pdf.pages[0][NameObject("/Contents")] = pdf._add_object(stream)

    return break_it


def links_away(pdf: Any) -> None:
    """Put a link on the first page of which nobody hears where it leads."""
    away = DictionaryObject(
        {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject("https://a.example")}
    )
    link = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): away,
        NameObject("/Rect"): ArrayObject(map(NumberObject, (0, 0, 99, 99))), NameObject("/F"): NumberObject(4),
    })  # fmt: skip
    pdf.pages[0][NameObject("/Annots")] = ArrayObject([pdf._add_object(link)])


def script() -> DictionaryObject:
    """Return an action that runs a script."""
    return DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.beep()")}
    )


BROKEN: dict[str, tuple[Callable[[Any], Any], str]] = {
    "no structure": (catalog("/StructTreeRoot"), "PDFUA1-STRUCT-TREE-ROOT-001"),
    "not marked": (catalog("/MarkInfo"), "PDFUA1-TAGGED-DOCUMENT-001"),
    "suspect": (lambda pdf: pdf.root_object["/MarkInfo"].update({NameObject("/Suspects"): BooleanObject(True)}),
                "PDFUA1-SUSPECTS-001"),
    "no language": (everywhere("/Lang"), "PDFUA1-ALT-TEXT-LANGUAGE-001"),
    "no such language": (catalog("/Lang", TextStringObject("geen taal!")), "PDFUA1-LANGUAGE-TAG-001"),
    "no title": (metadata(rb"<dc:title>.*?</dc:title>"), "PDFUA1-METADATA-TITLE-001"),
    "two titles": (lambda pdf: pdf.add_metadata({"/Title": "Iets anders"}), "OURS: it has two titles."),
    "title not shown": (catalog("/ViewerPreferences"), "PDFUA1-VIEWER-PREFERENCES-001"),
    "does not say PDF/A": (metadata(rb"<pdfaid:\w+>.*?</pdfaid:\w+>"), "PDFA2A-ID-SCHEMA-001"),
    "does not say PDF/UA": (metadata(rb"<pdfuaid:part>.*?</pdfuaid:part>"), "PDFUA1-ID-SCHEMA-001"),
    "no words for a picture": (everywhere("/Alt", of="/Figure"), "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"),
    "a heading skips": (becomes("/H2", "/H4"), "PDFUA1-HEADING-NESTING-001"),
    "an unknown kind": (becomes("/P", "/Zzz"), "PDFUA1-STRUCT-TREE-ROLE-MAP-001"),
    "columns without a name": (becomes("/TH", "/TD"), "OURS: a table has columns without a name."),
    "not read out": (draws(b"\n10 10 50 50 re f\n"), "PDFUA1-CONTENT-TAGGING-001"),
    "colours of a press": (draws(b"\n/Artifact BMC 0 0 0 1 k 1 1 2 2 re f EMC\n"), "PDFA2A-DEVICE-CMYK-001"),
    "no colours": (catalog("/OutputIntents"), "OURS: it does not say for which colours"),
    "a font that stays behind": (everywhere("/FontFile2", of="/FontDescriptor"), "PDFA2A-FONT-EMBEDDING-001"),
    "letters that cannot be copied": (everywhere("/ToUnicode", of="/Font"), "PDFA2A-UNICODE-MAPPING-001"),
    "a script": (catalog("/OpenAction", script()), "PDFA2A-ACTION-TYPE-001"),
    "a file inside": (lambda pdf: pdf.add_attachment("a.txt", b"a"), "PDFA2A-EMBEDDED-FILE-PDFA-001"),
    "a link without words": (links_away, "PDFUA1-LINK-CONTENTS-001"),
    "no way back": (lambda pdf: pdf.root_object["/StructTreeRoot"].pop("/ParentTree"), "OURS: the words of page 1"),
    "encrypted": (lambda pdf: pdf.encrypt("", "owner", algorithm="RC4-128"), "PDFA2A-ENCRYPTION-001"),
}  # fmt: skip


def test_a_stream_of_another_length_than_it_says_is_seen(letter: bytes) -> None:
    longer = re.sub(rb"/Length (\d+)", lambda said: b"/Length %d" % (int(said[1]) - 1), letter, count=1)
    assert len(longer) == len(letter)
    assert [found for found in breaches(longer) if found.startswith("PDFA2A-STREAM-LENGTH-001")]


def test_writing_a_letter_again_breaks_nothing(letter: bytes) -> None:
    assert breaches(again(letter, lambda _pdf: None)) == []


@pytest.mark.parametrize(("breaking", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_seen(letter: bytes, breaking: Callable[[Any], Any], said: str) -> None:
    assert [found for found in breaches(again(letter, breaking)) if found.startswith(said)]


def again(pdf: bytes, changed: Callable[[Any], Any]) -> bytes:
    """Return the PDF written again after a change."""
    writer, out = PdfWriter(clone_from=BytesIO(pdf)), BytesIO()
    changed(writer)
    writer.write(out)
    return out.getvalue()
