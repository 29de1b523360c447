"""The files that an invoice carries: decoded, named safely, known by what they are and not by what they claim.

What is only pointed at is never fetched. Of several PDFs the one that is the invoice is marked, where that is clear.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from voldaan.formats.findings import Findings
from voldaan.formats.values import Attachment

ATTACHMENT_MAX_BYTES = 25 * 1024 * 1024
ATTACHMENTS_MAX_BYTES = 50 * 1024 * 1024
ATTACHMENTS_MAX = 100
NAME_LENGTH_MAX = 100

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
)
_ENDINGS = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/tiff": ".tif",
    "application/x-ole-storage": ".bin",
    "application/zip": ".zip",
    "application/xml": ".xml",
    "text/csv": ".csv",
    "text/plain": ".txt",
    "application/octet-stream": ".bin",
    **{kind: f".{end}" for (_, kind), end in zip(_ZIPPED, ("xlsx", "docx", "ods"), strict=True)},
}
_INVOICE_CODES = frozenset({"380", "381", "383", "384", "386", "389", "130"})
_INVOICE_WORDS = re.compile(
    r"factuur|faktuur|invoice|rechnung|facture|creditnota|credit.?note|nota\b", re.IGNORECASE
)
_PRIMARY = "primaryimage"
"""What the Dutch packages of the UBL Ketentest call the picture of the invoice itself."""
_OTHER_WORDS = re.compile(
    r"urenstaat|uren(?:brief|overzicht)|time ?sheet|werkbon|pakbon|specificatie|voorwaarden|\bterms|conditions|"
    r"drawing|tekening|bijlage|annex|anhang|appendix|contract|offerte|vrachtbrief|cmr",
    re.IGNORECASE,
)
_UNSAFE = re.compile(r'[<>:"|?*%$`\'&;{}\[\]^~!#=\\/]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """One enclosure as the file gives it; `content` is base64 text, or bytes, or None where it is only pointed at."""

    content: str | bytes | None
    name: str | None = None
    claimed_type: str | None = None
    description: str | None = None
    number: str | None = None
    """The identifier of the document that the enclosure is."""
    type_code: str | None = None
    address: str | None = None
    """Where it can be fetched, by its sender's word."""
    place: str | None = None


def keep_attachments(
    enclosed: Sequence[Enclosed], remarks: Findings, *, invoice_number: str
) -> tuple[Attachment, ...]:
    """Return the attachments of an invoice; what could not be kept, and why, goes to `remarks`.

    An enclosure is never a reason to refuse the invoice.
    """
    kept: list[tuple[Enclosed, str, bytes]] = []
    left = ATTACHMENTS_MAX_BYTES
    if len(enclosed) > ATTACHMENTS_MAX:
        remarks.add(
            f"Alleen de eerste {ATTACHMENTS_MAX} bijlagen zijn bewaard.",
            f"Het bestand noemt er {len(enclosed)}.",
            "Lever de factuur met minder bijlagen aan.",
            path=enclosed[0].place,
        )
    for one in enclosed[:ATTACHMENTS_MAX]:
        content = _content(one, min(left, ATTACHMENT_MAX_BYTES), remarks)
        if content:
            left -= len(content)
            kept.append((one, media_type_of(content, one.claimed_type), content))
    place = _invoice_place(kept, invoice_number)
    names: set[str] = set()
    return tuple(
        Attachment(
            name=_unique(safe_name(one.name or one.number, media_type, count), names),
            media_type=media_type,
            content=content,
            is_invoice=count - 1 == place,
        )
        for count, (one, media_type, content) in enumerate(kept, 1)
    )


def media_type_of(content: bytes, claimed: str | None = None) -> str:
    """Return what the content is; the claim only decides between kinds of plain text."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, media_type in _MARKS:
        if content.startswith(mark) or (mark == b"%PDF-" and mark in content[:1024]):
            return media_type
    if content.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _ZIPPED if mark in content), "application/zip")
    if start.startswith(b"<?xml"):
        return "application/xml"
    if b"\x00" in content[:4096] or not _is_text(content):
        return "application/octet-stream"
    return "text/csv" if (claimed or "").split(";")[0].strip().lower() == "text/csv" else "text/plain"


def safe_name(name: str | None, media_type: str, count: int) -> str:
    """Return a file name without a path or any sign that a shell or file system reads, with the ending of its type.

    >>> safe_name("../../Factuur 42.exe", "application/pdf", 1)
    'Factuur 42.pdf'
    """
    plain = unicodedata.normalize("NFC", name or "").replace("\\", "/").rpartition("/")[2]
    plain = "".join(c for c in plain if unicodedata.category(c)[0] not in "CZ" or c == " ")
    plain = " ".join(_UNSAFE.sub("-", plain).split())
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 5 or " " in ending:
        stem = plain
    stem = stem.strip(". -")[:NAME_LENGTH_MAX].strip(". -")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"bijlage-{count}"
    return stem + _ENDINGS[media_type]


def _content(one: Enclosed, limit: int, remarks: Findings) -> bytes | None:
    """Return the bytes of an enclosure, or None with a remark."""
    label = f"‘{(one.name or one.number or one.description or 'zonder naam')[:60]}’"
    if one.content is None or not one.content:
        if one.address:
            remarks.add(
                f"Bijlage {label} zit niet in het bestand.",
                "Het bestand wijst alleen naar een adres op internet; dat halen we niet op.",
                "Voeg de bijlage in het bestand zelf toe als zij mee moet.",
                path=one.place,
            )
        return None
    what, why = f"Bijlage {label} is niet bewaard.", ""
    content = b""
    if len(one.content) > limit * (4 / 3 if isinstance(one.content, str) else 1) * 1.1:
        why = f"Zij is groter dan we bewaren ({ATTACHMENT_MAX_BYTES // 1024**2} MB per bijlage)."
    else:
        content = _decoded(one.content)
        if not content:
            why = "De inhoud is geen base64, of is onderweg beschadigd."
        elif len(content) > limit:
            why = f"Zij is groter dan we bewaren ({ATTACHMENT_MAX_BYTES // 1024**2} MB per bijlage)."
    if why:
        remarks.add(what, why, "Voeg de bijlage opnieuw en kleiner toe.", path=one.place)
        return None
    return content


def _decoded(content: str | bytes) -> bytes:
    """Return the bytes; empty where base64 text is not what it should be."""
    if isinstance(content, bytes):
        return content
    text = "".join(content.split())
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _is_text(content: bytes) -> bool:
    """Test if the content is plain text in UTF-8 or, with few signs outside ASCII, an older set."""
    sample = content[:65536]
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError:
        odd = sum(byte < 9 or 13 < byte < 32 or byte > 126 for byte in sample)
        return odd * 20 < len(sample)
    return not any(byte < 9 or 13 < byte < 32 for byte in sample)


def _invoice_place(kept: Sequence[tuple[Enclosed, str, bytes]], invoice_number: str) -> int | None:
    """Return the place of the PDF that is the invoice, None where no PDF is it or two could be."""
    scores = {
        place: _score(one, invoice_number)
        for place, (one, media_type, _) in enumerate(kept)
        if media_type == "application/pdf"
    }
    if not scores:
        return None
    best = max(scores.values())
    places = [place for place, score in scores.items() if score == best]
    return places[0] if len(places) == 1 and (best > 0 or (best == 0 and len(scores) == 1)) else None


def _score(one: Enclosed, invoice_number: str) -> int:
    """Return how much speaks for an enclosure being the invoice; negative where it calls itself something else."""
    words = " ".join(filter(None, (one.name, one.description)))
    number = re.sub(r"[^a-z0-9]", "", invoice_number.casefold())
    squeezed = re.sub(r"[^a-z0-9]", "", f"{words} {one.number or ''}".casefold())
    score = 8 if one.type_code in _INVOICE_CODES or _PRIMARY in squeezed else 0
    score += 4 if len(number) > 2 and number in squeezed else 0
    score += 2 if _INVOICE_WORDS.search(words) else 0
    return score - (6 if _OTHER_WORDS.search(words) else 0)


def _unique(name: str, names: set[str]) -> str:
    """Return the name, with a count where another attachment has it, and remember it."""
    stem, dot, ending = name.rpartition(".")
    count, unique = 2, name
    while unique.casefold() in names:
        unique, count = f"{stem} ({count}){dot}{ending}", count + 1
    names.add(unique.casefold())
    return unique
