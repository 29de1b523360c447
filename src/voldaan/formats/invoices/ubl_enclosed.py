"""The files that a UBL document carries or points at."""

from voldaan.formats.invoices.attachments import Enclosed, keep_attachments
from voldaan.formats.invoices.ubl_document import Document
from voldaan.formats.values import Attachment

_BINARY = "cac:Attachment/cbc:EmbeddedDocumentBinaryObject"


def read_attachments(document: Document, number: str) -> tuple[Attachment, ...]:
    """Return the attachments of a document with this number."""
    enclosed = [_enclosed(part) for part in document.parts("cac:AdditionalDocumentReference")]
    return keep_attachments(enclosed, document.remarks, invoice_number=number)


def _enclosed(part: Document) -> Enclosed:
    """Return one referenced document as the file gives it."""
    described = [*part.texts("cbc:DocumentType"), *part.texts("cbc:DocumentDescription")]
    return Enclosed(
        content=next(iter(part.raw_texts(_BINARY)), None),
        name=part.attribute(_BINARY, "filename")
        or part.text("cac:Attachment/cac:ExternalReference/cbc:FileName"),
        claimed_type=part.attribute(_BINARY, "mimeCode"),
        description=" ".join(described) or None,
        number=part.text("cbc:ID"),
        type_code=part.text("cbc:DocumentTypeCode"),
        address=part.text("cac:Attachment/cac:ExternalReference/cbc:URI"),
        place=part.at(_BINARY),
    )
