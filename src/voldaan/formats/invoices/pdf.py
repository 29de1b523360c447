"""A PDF that carries its invoice as data: Factur-X, ZUGFeRD, and XRechnung or UBL in a PDF.

The data is what is read; the PDF itself goes along as the invoice that its receiver knows. A PDF without data is
only a picture of an invoice, and is not read.
"""

from dataclasses import replace

from voldaan.formats import xml
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.invoices import cii, ubl
from voldaan.formats.invoices.attachments import Enclosed, keep_attachments
from voldaan.formats.invoices.cii_names import ORDER
from voldaan.formats.invoices.pdf_embedded import Embedded, embedded_files
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, Refusal

FORMAT = "pdf"

_MARK = b"%PDF-"
_MARK_WITHIN_BYTES = 1024
_STANDARD_NAMES = ("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "order-x.xml")
_THE_INVOICE_ITSELF = ("Alternative", "Source", "Data")
_INVOICE_CODE = "380"


def recognises(head: bytes) -> bool:
    """Test if the bytes are a PDF; some have a few bytes of a mail or printer before it."""
    return _MARK in head[:_MARK_WITHIN_BYTES]


def read(source: Source) -> tuple[Invoice, ...]:
    """Return the invoice that the PDF carries, with the PDF itself as attachment, or raise `Refusal`."""
    files = embedded_files(source)
    chosen = _chosen([one for one in files if _is_document(one)], source.name)
    inner = Source.of_bytes(chosen.content, f"{source.name}/{chosen.name or 'factuur.xml'}")
    invoices = ubl.read(inner) if ubl.recognises(inner.head) else cii.read(inner)
    if len(invoices) != 1:
        raise _several(source.name)
    others = [one for one in files if one is not chosen]
    return (_with_paper(invoices[0], source, others),)


def _is_document(one: Embedded) -> bool:
    """Test if an embedded file is an invoice, or an order, as data."""
    head = one.content[: 64 * 1024]
    if not xml.looks_like_xml(head):
        return False
    return cii.recognises(head) or ubl.recognises(head) or _root(head) == ORDER


def _root(head: bytes) -> str:
    """Return the name of the root of an XML document."""
    found = xml.root_name(head)
    return found[1].partition("/")[0] if found else ""


def _chosen(documents: list[Embedded], file: str) -> Embedded:
    """Return the one document that is this invoice: by its standard name, else by what it is to the PDF."""
    if not documents:
        raise refuse(
            file,
            "Dit is een PDF zonder factuurgegevens.",
            "Er zit geen XML van een factuur in; wat alleen op het papier staat, lezen we niet.",
            "Lever de factuur aan als UBL, of als Factur-X- of ZUGFeRD-PDF uit het factuurprogramma.",
        )
    best = max(_weight(one) for one in documents)
    first, *others = [one for one in documents if _weight(one) == best]
    if any(one.content != first.content for one in others):
        raise _several(file)
    return first


def _weight(one: Embedded) -> tuple[bool, bool]:
    """Return how much speaks for a document: its name first, then its relation to the PDF."""
    return one.name.lower() in _STANDARD_NAMES, one.relation in _THE_INVOICE_ITSELF


def _several(file: str) -> Refusal:
    """Return the refusal of a PDF with more than one invoice."""
    return refuse(
        file,
        "In deze PDF zit meer dan één factuur.",
        "We weten niet welke van de facturen in het bestand op het papier staat.",
        "Lever elke factuur als eigen bestand aan.",
    )


def _with_paper(invoice: Invoice, source: Source, others: list[Embedded]) -> Invoice:
    """Return the invoice with the PDF itself as its first attachment, and the other files beside it."""
    paper = source.whole()
    remarks = Findings(file=source.name)
    enclosed = [
        Enclosed(
            content=paper,
            name=source.name.rpartition("/")[2],
            claimed_type="application/pdf",
            type_code=_INVOICE_CODE,
        ),
        *(
            Enclosed(content=one.content, name=one.name, claimed_type=one.media_type)
            for one in invoice.attachments
        ),
        *(
            Enclosed(
                content=one.content, name=one.name, claimed_type=one.media_type, description=one.description
            )
            for one in others
        ),
    ]
    kept = keep_attachments(enclosed, remarks, invoice_number=invoice.number)
    return replace(
        invoice,
        format=FORMAT,
        attachments=tuple(replace(one, is_invoice=one.content is paper) for one in kept),
        remarks=(*invoice.remarks, *remarks.problems),
    )
