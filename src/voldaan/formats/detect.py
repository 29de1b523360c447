"""What a file is, by what is in it and never by its name; and the one door through which files are read."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from voldaan.formats import archives, auditfile, xml
from voldaan.formats.bank import camt, exports, mt940
from voldaan.formats.findings import refuse
from voldaan.formats.invoices import cii, pdf, ubl
from voldaan.formats.lists import reading as lists
from voldaan.formats.lists.mapping import Mapping
from voldaan.formats.payouts import direct_debits, specifications
from voldaan.formats.source import Source
from voldaan.formats.values import Reading, Refusal


class Format(NamedTuple):
    """One kind of file: how it is recognised by its first bytes, and how it is read."""

    name: str
    rank: int
    """The order in a mixed folder: who owes, what is owed, what was paid, what is left of it."""
    recognises: Callable[[bytes], bool]
    read: Callable[[Source], Iterable[Reading]]


def _formats(*, keep_unbalanced: bool = False) -> tuple[Format, ...]:
    """Return the formats with a mark of their own, in the order in which they are asked."""
    return (
        Format("pdf", 2, pdf.recognises, pdf.read),
        Format("ubl", 2, ubl.recognises, ubl.read),
        Format("cii", 2, cii.recognises, cii.read),
        Format("auditfile", 4, auditfile.recognises, auditfile.read),
        Format("camt", 3, camt.recognises, lambda one: camt.read(one, keep_unbalanced=keep_unbalanced)),
        Format("mt940", 3, mt940.recognises, lambda one: mt940.read(one, keep_unbalanced=keep_unbalanced)),
        Format(
            "export", 3, exports.recognises, lambda one: exports.read(one, keep_unbalanced=keep_unbalanced)
        ),
        Format("pain.008", 3, direct_debits.recognises, direct_debits.read),
        Format("payout", 3, specifications.recognises, specifications.read),
    )


LIST = "list"
LIST_RANK = 5
SUPPORTED = (*(one.name for one in _formats()), LIST)

SUPPORTED_WORDS = (
    "We lezen bankafschriften (CAMT.052, .053 en .054, MT940, MT942 en de CSV- en TAB-bestanden van Nederlandse "
    "banken), facturen (UBL, CII, Factur-X en ZUGFeRD), incassobatches (pain.008), uitbetalingen van Mollie, Stripe "
    "en Adyen (CSV), auditfiles (XAF), en lijsten van openstaande posten en debiteuren (CSV, XLSX, XLS en ODS)."
)
_EXPORT_AGAIN = "Exporteer de gegevens in een van deze vormen."
_ANOTHER_FILE = "Lever het bestand aan dat het bank- of factuurprogramma exporteert."
_BINARY = (
    (b"\x89PNG", "een afbeelding", _ANOTHER_FILE),
    (b"\xff\xd8\xff", "een afbeelding", _ANOTHER_FILE),
    (b"GIF8", "een afbeelding", _ANOTHER_FILE),
    (b"II*\x00", "een afbeelding", _ANOTHER_FILE),
    (b"\x1f\x8b", "een ingepakt bestand (gzip)", "Pak het uit en lever de inhoud aan, of pak in als zip."),
    (b"Rar!", "een ingepakt bestand (rar)", "Pak het uit en lever de inhoud aan, of pak in als zip."),
    (b"7z\xbc\xaf", "een ingepakt bestand (7z)", "Pak het uit en lever de inhoud aan, of pak in als zip."),
    (b"SQLite format 3", "een database (SQLite)", _EXPORT_AGAIN),
)
_MAIL = re.compile(
    rb"\A(?:From |(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Date|From|To|Subject|X-[A-Za-z-]+):)"
    rb".*\r?\n(?:[A-Za-z-]+:|[ \t])"
)
_XML_KINDS = {
    "SCRDMCCBDACIOMessageStructure": "een order in CII",
    "AuditFile": "een auditfile van een ander land (SAF-T)",
    "FatturaElettronica": "een Italiaanse factuur",
    "testSet": "een verzameling testgevallen",
    "html": "een webpagina (HTML)",
    "Workbook": "een werkmap in XML (Excel 2003)",
    "OFX": "een bankbestand in OFX",
    "xbrl": "een jaarrekening in XBRL",
    "schema": "een XML-schema",
}
_WEB_PAGE = re.compile(rb"<(?:!doctype\s+)?html[\s>]", re.IGNORECASE)
"""A page to log in on, saved under the name of the download: rarely well-formed XML."""
_MESSAGE = re.compile(r":((?!camt\.05[234])[a-z]{4}\.[0-9]{3})\.[0-9]{3}\.[0-9]{2}$")
"""The namespace of a message of ISO 20022 that is no statement."""
_CAMT_KINDS = {
    "CstmrCdtTrfInitn": "een betaalopdracht (SEPA pain.001)",
    "CstmrPmtStsRpt": "een statusbericht van de bank (pain.002)",
}


def format_of(source: Source) -> str | None:
    """Return which of `SUPPORTED` the content is, None where it has no mark of its own.

    A list of open items or debtors has no such mark: with a mapping it is read all the same.
    """
    found = next((one for one in _formats() if one.recognises(source.head)), None)
    if found:
        return found.name
    return LIST if lists.recognises(source) else None


def rank(source: Source) -> int:
    """Return the place of a file in a mixed folder, so that a list meets the invoices and payments it tells of."""
    found = next((one for one in _formats() if one.recognises(source.head)), None)
    return found.rank if found else LIST_RANK


def read(
    source: Source,
    *,
    mapping: Mapping | None = None,
    kept: Sequence[Mapping] = (),
    keep_unbalanced: bool = False,
) -> tuple[Reading, ...]:
    """Return everything that is in a file, or raise `Refusal`: a file is taken whole or not at all.

    `kept` are the mappings that may be used where none is given: those kept with the client, and the ready ones.
    `keep_unbalanced` is for looking only: a statement that does not add up is then shown as such.
    """
    if source.size == 0 or (
        source.size <= len(source.head) and not source.head.strip(b"\x00\t\n\r \xef\xbb\xbf")
    ):
        raise refuse(
            source.name,
            "Het bestand is leeg.",
            "Er staat niets in.",
            "Exporteer of download het bestand opnieuw.",
        )
    for one in _formats(keep_unbalanced=keep_unbalanced):
        if one.recognises(source.head):
            return tuple(one.read(source))
    _refuse_foreign(source)
    return (lists.read(source, mapping, kept),)


def _refuse_foreign(source: Source) -> None:
    """Raise `Refusal` for what cannot be a list either, named as exactly as we can."""
    head, file = source.head, source.name
    if xml.looks_like_xml(head):
        raise _foreign_xml(source)
    for mark, name, how_to_fix in _BINARY:
        if head.startswith(mark):
            raise refuse(file, f"Dit is {name}; dat lezen we niet.", SUPPORTED_WORDS, how_to_fix)
    if _MAIL.match(head):
        raise refuse(
            file,
            "Dit is een e-mail; die lezen we niet.",
            SUPPORTED_WORDS,
            "Bewaar de bijlagen en lever die aan.",
        )
    foreign = exports.foreign(head)
    if foreign:
        raise refuse(file, f"Dit is {foreign}; dat lezen we niet.", SUPPORTED_WORDS, _EXPORT_AGAIN)
    if archives.is_archive(source):
        archives.members(source)
        raise refuse(
            file,
            "Dit is een ingepakt bestand (zip) in een ingepakt bestand.",
            "We pakken één laag uit.",
            "Pak het uit en lever de inhoud aan.",
        )
    if lists.is_workbook(head):
        return
    if head.lstrip()[:1] in (b"{", b"["):
        raise refuse(file, "Dit is JSON; dat lezen we niet.", SUPPORTED_WORDS, _EXPORT_AGAIN)
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse(
            file, "Dit bestand is geen tekst en geen vorm die we kennen.", SUPPORTED_WORDS, _ANOTHER_FILE
        )


def _foreign_xml(source: Source) -> Refusal:
    """Return why an XML document is not read: what is wrong with it, else what it is."""
    if _WEB_PAGE.search(source.head[:1024]):
        kind = _XML_KINDS["html"]
        return refuse(source.name, f"Dit is {kind}; dat lezen we niet.", SUPPORTED_WORDS, _EXPORT_AGAIN)
    try:
        root = xml.parse(source)
    except Refusal as refusal:
        return refusal
    namespace, _, name = root.tag.rpartition("}")
    message = _MESSAGE.search(namespace)
    child = root[0].tag.rpartition("}")[2] if len(root) and isinstance(root[0].tag, str) else ""
    kind = (
        _CAMT_KINDS.get(child)
        or (f"een bericht van of voor een bank ({message[1]})" if message else None)
        or _XML_KINDS.get(name)
        or f"XML met ‘{name[:40]}’ als hoofdelement"
    )
    return refuse(
        source.name,
        f"Dit is {kind}; dat lezen we niet.",
        SUPPORTED_WORDS,
        _EXPORT_AGAIN,
        path="/" + name[:40],
    )
