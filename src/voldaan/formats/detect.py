"""What a file is, by what is in it and never by its name; and the one door through which files are read."""

from voldaan.formats import camt053, mt940, open_items, ubl, xml
from voldaan.formats.findings import refuse
from voldaan.formats.mapping import Mapping
from voldaan.formats.values import Reading, Refusal

SUPPORTED: tuple[str, ...] = ("ubl", "camt.053", "mt940", "open_items_csv", "open_items_xlsx")

HEAD_BYTES = 65536

_SUPPORTED_WORDS = (
    "We lezen UBL-facturen en -creditnota's, bankafschriften in CAMT.053 en MT940, "
    "en openpostenlijsten in CSV en XLSX."
)
_BINARY = (
    (b"%PDF", "een PDF", "Lever de factuur als UBL aan, of de lijst als CSV of XLSX."),
    (b"\xd0\xcf\x11\xe0", "een oud Office-bestand (XLS, DOC)", "Sla het op als XLSX en lever dat aan."),
    (b"\x89PNG", "een afbeelding", "Lever het bestand aan dat het bank- of factuurprogramma exporteert."),
    (
        b"\xff\xd8\xff",
        "een afbeelding",
        "Lever het bestand aan dat het bank- of factuurprogramma exporteert.",
    ),
    (b"\x1f\x8b", "een ingepakt bestand (gzip)", "Pak het uit en lever de inhoud aan."),
)
_XML_KINDS = {
    "CrossIndustryInvoice": "een factuur in CII (Factur-X, ZUGFeRD, XRechnung)",
    "CrossIndustryDocument": "een factuur in CII (ZUGFeRD 1)",
    "SCRDMCCBDACIOMessageStructure": "een order in CII",
    "auditfile": "een auditfile (XAF)",
    "AuditFile": "een auditfile (SAF-T)",
    "FatturaElettronica": "een Italiaanse factuur",
    "testSet": "een verzameling testgevallen",
}


def format_of(data: bytes) -> str | None:
    """Return which of `SUPPORTED` the content is, None where it is none of them.

    A foreign list in CSV has no mark of its own: with a mapping it is read all the same.
    """
    if xml.looks_like_xml(data):
        if ubl.recognises(data):
            return "ubl"
        return "camt.053" if camt053.recognises(data) else None
    if data.startswith(b"PK\x03\x04"):
        return "open_items_xlsx" if b"xl/workbook.xml" in data else None
    if mt940.recognises(data[:HEAD_BYTES]):
        return "mt940"
    return "open_items_csv" if open_items.recognises(data) else None


def read_file(
    data: bytes, file: str, *, mapping: Mapping | None = None, keep_unbalanced: bool = False
) -> tuple[Reading, ...]:
    """Return everything that is in a file, or raise `Refusal`: a file is taken whole or not at all.

    `keep_unbalanced` is for looking only: a statement that does not add up is then shown as such.
    """
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise refuse(
            file, "Het bestand is leeg.", "Er staat niets in.", "Exporteer of download het bestand opnieuw."
        )
    kind = format_of(data)
    if kind == "ubl":
        return (ubl.read(data, file),)
    if kind == "camt.053":
        return camt053.read(data, file, keep_unbalanced=keep_unbalanced)
    if kind == "mt940":
        return mt940.read(data, file, keep_unbalanced=keep_unbalanced)
    _refuse_foreign(data, file)
    return (open_items.read(data, file, mapping=mapping),)


def _refuse_foreign(data: bytes, file: str) -> None:
    """Raise `Refusal` for what cannot be an open-item list either, named as exactly as we can."""
    if xml.looks_like_xml(data):
        raise _foreign_xml(data, file)
    for mark, name, how_to_fix in _BINARY:
        if data.startswith(mark):
            raise refuse(file, f"Dit is {name}; dat lezen we niet.", _SUPPORTED_WORDS, how_to_fix)
    if data.startswith(b"PK\x03\x04"):
        return
    if data.lstrip()[:1] in (b"{", b"["):
        raise refuse(
            file,
            "Dit is JSON; dat lezen we niet.",
            _SUPPORTED_WORDS,
            "Exporteer de gegevens in een van deze vormen.",
        )
    if b"\x00" in data[:HEAD_BYTES] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse(
            file,
            "Dit bestand is geen tekst en geen vorm die we kennen.",
            _SUPPORTED_WORDS,
            "Lever het bestand aan dat het bank- of factuurprogramma exporteert.",
        )


def _foreign_xml(data: bytes, file: str) -> Refusal:
    """Return why an XML document is not read: what is wrong with it, else what it is."""
    try:
        root = xml.parse(data, file)
    except Refusal as refusal:
        return refusal
    name = root.tag.rpartition("}")[2]
    kind = _XML_KINDS.get(name, f"XML met ‘{name[:40]}’ als hoofdelement")
    return refuse(
        file,
        f"Dit is {kind}; dat lezen we niet.",
        _SUPPORTED_WORDS,
        "Exporteer de gegevens in een van deze vormen.",
        path="/" + name[:40],
    )
