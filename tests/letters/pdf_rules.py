"""What an archived, accessible PDF must be: two standards by a checker, and what that checker does not look at.

The checker is `page-validation`, written apart from the program that sets our letters. It is not veraPDF, of whose test
files it says to give the same answers (docs/decisions/047-letters-and-mails-are-checked-by-others.md).
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from page import validate_pdf_bytes
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

STANDARDS = ("2a", "ua1")
"""PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1)."""


def breaches(pdf: bytes) -> list[str]:
    """Return what is against the standards, and what is missing that we ask beyond them."""
    by_the_checker = (
        f"{failure.rule_id}: {failure.message}"
        for standard in STANDARDS
        for failure in validate_pdf_bytes(pdf, profile=standard).failures
        # It takes a last byte of data that is 0x0D for a part of the line end: so this one we look at ourselves.
        if not (failure.rule_id == "PDFA2A-STREAM-LENGTH-001" and _lengths_agree(pdf))
    )
    return [*by_the_checker, *_ours(PdfReader(BytesIO(pdf)))]


def _lengths_agree(pdf: bytes) -> bool:
    """Test if every stream is as long as it says, and one line end longer (ISO 19005-2, 6.1.7.1)."""
    found = list(re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", pdf))
    ends = (pdf[one.end() + int(one[1]) :][:12] for one in found)
    return bool(found) and all(re.match(rb"\r?\nendstream", end) for end in ends)


def elements(reader: Any, tag: str) -> Iterator[Any]:
    """Yield the elements of a kind in the order in which they are read out."""
    yield from (one for one in _below(reader.root_object["/StructTreeRoot"]) if one.get("/S") == tag)


def _below(node: Any) -> Iterator[Any]:
    kids = node.get("/K", ArrayObject()).get_object()
    for kid in kids if isinstance(kids, list) else [kids]:
        element = kid.get_object()
        if isinstance(element, DictionaryObject) and "/S" in element:
            yield element
            yield from _below(element)


def _ours(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.root_object
    if reader.is_encrypted or "/StructTreeRoot" not in root:
        yield "OURS: it is encrypted or has no structure."
        return
    yield from _parents(reader)
    yield from _tables(reader)
    intents = root.get("/OutputIntents", ArrayObject()).get_object()
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0].get_object():
        yield "OURS: it does not say for which colours it was made."
    said = re.search(
        r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", root["/Metadata"].get_data().decode(), re.DOTALL
    )
    if said is None or not reader.metadata or _bare(said[1]) != _bare(reader.metadata.title or ""):
        yield "OURS: it has two titles."
    if "/AA" in root or "/OpenAction" in root or ("/Names" in root and "/JavaScript" in root["/Names"]):
        yield "OURS: it does something when it is opened."


def _parents(reader: PdfReader) -> Iterator[str]:
    """Yield pages of which a click or a word cannot be found back in the structure."""
    root: Any = reader.root_object
    tree = root["/StructTreeRoot"].get("/ParentTree")
    known = set(_numbers(tree.get_object())) if tree is not None else set()
    for number, page in enumerate(reader.pages, start=1):
        if page.get("/StructParents") not in known:
            yield f"OURS: the words of page {number} do not lead back to the structure."


def _numbers(node: Any) -> Iterator[int]:
    yield from node.get("/Nums", ArrayObject()).get_object()[::2]
    for kid in node.get("/Kids", []):
        yield from _numbers(kid.get_object())


def _tables(reader: PdfReader) -> Iterator[str]:
    """Yield tables of which a column cannot be read out with its name."""
    for table in elements(reader, "/Table"):
        heads = [one for one in _below(table) if one["/S"] == "/TH"]
        if not heads or not all("/Column" in str(one.get("/A")) for one in heads):
            yield "OURS: a table has columns without a name."


def _bare(title: str) -> str:
    for mark, sign in (("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'")):
        title = title.replace(mark, sign)
    return title
