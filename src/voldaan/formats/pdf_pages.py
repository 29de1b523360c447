"""The pages of a PDF: how many there are, and those of several behind each other, to be printed."""

from collections.abc import Sequence
from io import BytesIO

_BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError)
"""What comes out of a PDF that its maker broke, beside what the library says itself."""


def page_count(content: bytes) -> int | None:
    """Return how many pages can be printed; None where the PDF is damaged or locked."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            return None
        return sum(1 for page in reader.pages if page.mediabox.width and page.mediabox.height)
    except (PyPdfError, *_BROKEN):
        return None


def joined(first: bytes, others: Sequence[bytes]) -> bytes:
    """Return these PDFs behind each other, with the tags of the first.

    It does not call itself archivable (PDF/A) or accessible (PDF/UA): the others may be neither.

    Raises:
        ValueError: one of the others cannot be read.
    """
    from pypdf import PdfWriter
    from pypdf.errors import PyPdfError
    from pypdf.generic import NameObject

    try:
        writer = PdfWriter(clone_from=BytesIO(first))
        for other in others:
            writer.append(BytesIO(other), import_outline=False)
        writer.root_object.pop(NameObject("/Metadata"), None)
        out = BytesIO()
        writer.write(out)
    except (PyPdfError, *_BROKEN) as error:
        raise ValueError(f"Een factuur kan niet achter de brief: {type(error).__name__}.") from None
    return out.getvalue()
