"""CII: what an invoice says, in every generation of the format, and that it says the same as one in UBL."""

import base64
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.cii_samples import cii_document
from tests.formats.samples import invoice
from voldaan.formats.invoices import cii, ubl
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, Refusal

MEANS_END = "</ram:SpecifiedTradeSettlementPaymentMeans>"
SETTLEMENT_END = "</ram:ApplicableHeaderTradeSettlement>"
AGREEMENT_END = "</ram:ApplicableHeaderTradeAgreement>"
TERMS = re.search(
    r"<ram:SpecifiedTradePaymentTerms>.*</ram:SpecifiedTradePaymentTerms>", cii_document().decode(), re.DOTALL
)
assert TERMS is not None
LINES = re.search(
    r"<ram:IncludedSupplyChainTradeLineItem>.*</ram:IncludedSupplyChainTradeLineItem>",
    cii_document().decode(),
    re.DOTALL,
)
assert LINES is not None

ZUGFERD_1 = (
    (
        "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
        "urn:ferd:CrossIndustryDocument:invoice:1p0",
    ),
    ("EntityBusinessInformation:100", "EntityBusinessInformation:12"),
    ("UnqualifiedDataType:100", "UnqualifiedDataType:15"),
    ("CrossIndustryInvoice", "CrossIndustryDocument"),
    ("rsm:ExchangedDocumentContext", "rsm:SpecifiedExchangedDocumentContext"),
    ("rsm:ExchangedDocument>", "rsm:HeaderExchangedDocument>"),
    ("rsm:SupplyChainTradeTransaction", "rsm:SpecifiedSupplyChainTradeTransaction"),
    ("ram:ApplicableHeaderTrade", "ram:ApplicableSupplyChainTrade"),
    ("ram:SpecifiedLineTradeSettlement", "ram:SpecifiedSupplyChainTradeSettlement"),
    ("SettlementLineMonetarySummation", "SettlementMonetarySummation"),
    ("SettlementHeaderMonetarySummation", "SettlementMonetarySummation"),
    ("RateApplicablePercent", "ApplicablePercent"),
)
"""What ZUGFeRD 1 calls the same things."""
DRAFT = (
    ("CrossIndustryInvoice:100", "CrossIndustryInvoice:12"),
    ("rsm:ExchangedDocumentContext", "rsm:CIExchangedDocumentContext"),
    ("rsm:ExchangedDocument>", "rsm:CIIHExchangedDocument>"),
    ("rsm:SupplyChainTradeTransaction", "rsm:CIIHSupplyChainTradeTransaction"),
    ("ram:ApplicableHeaderTrade", "ram:ApplicableCIIHSupplyChainTrade"),
    ("ram:IncludedSupplyChainTradeLineItem", "ram:IncludedCIILSupplyChainTradeLineItem"),
    ("ram:SpecifiedLineTradeSettlement", "ram:SpecifiedCIILSupplyChainTradeSettlement"),
    ("SettlementLineMonetarySummation", "SettlementMonetarySummation"),
    ("SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedCIIHTradeSettlementMonetarySummation"),
    ("SellerTradeParty", "SellerCITradeParty"),
    ("BuyerTradeParty", "BuyerCITradeParty"),
)
"""What a draft before D16B calls them."""


def other_names(names: tuple[tuple[str, str], ...], document: bytes) -> bytes:
    text = document.decode()
    for new, old in names:
        text = text.replace(new, old)
    return text.encode()


def read(data: bytes) -> Invoice:
    assert cii.recognises(data[:65536])
    (found,) = cii.read(Source.of_bytes(data, "factuur.xml"))
    return found


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        cii.read(Source.of_bytes(data, "factuur.xml"))
    return caught.value


def test_an_invoice_says_the_same_in_cii_as_in_ubl() -> None:
    (in_ubl,) = ubl.read(Source.of_bytes(ubl.write(invoice()), "factuur.xml"))
    assert replace(read(cii_document()), format="ubl") == in_ubl


@pytest.mark.parametrize("names", [ZUGFERD_1, DRAFT], ids=["ZUGFeRD 1", "draft"])
def test_an_invoice_says_the_same_in_every_generation(names: tuple[tuple[str, str], ...]) -> None:
    older = other_names(names, cii_document())
    assert older != cii_document()
    assert read(older) == read(cii_document())


def test_the_basic_profile_of_zugferd_1_asks_its_total_less_what_was_paid() -> None:
    payable = "<ram:DuePayableAmount>1210.00</ram:DuePayableAmount>"
    older = other_names(
        ZUGFERD_1, cii_document((payable, "<ram:TotalPrepaidAmount>210.00</ram:TotalPrepaidAmount>"))
    )
    assert (read(older).payable_cents, read(older).prepaid_cents) == (100000, 21000)
    assert "te betalen bedrag ontbreekt" in refusal(cii_document((payable, ""))).problems[0].what


def test_a_profile_without_lines_and_terms_is_an_invoice_too() -> None:
    minimum = cii_document((LINES[0], ""), (TERMS[0], ""), ("Meel en gist, september", ""))
    found = read(minimum)
    assert (found.total_cents, found.due_date, found.due_date_basis, found.subject) == (
        121000,
        None,
        "UNKNOWN",
        None,
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ('format="102">20261001', date(2026, 10, 1)),
        ('format="203">202610011430', date(2026, 10, 1)),
        ('format="204">20261001143059', date(2026, 10, 1)),
        ('format="205">202610011430+02', date(2026, 10, 1)),
        ('format="304">20261001143059+02', date(2026, 10, 1)),
        ('format="101">261001', date(2026, 10, 1)),
        ('format="2">011026', date(2026, 10, 1)),
        ('format="3">100126', date(2026, 10, 1)),
        (">20261001", date(2026, 10, 1)),
        ('format="102">2026-10-01', date(2026, 10, 1)),
        (">2026-10-01T00:00:00+02:00", date(2026, 10, 1)),
    ],
)
def test_a_day_is_read_in_every_notation_that_names_one(written: str, day: date) -> None:
    assert read(cii_document(('format="102">20261001', written))).issue_date == day


@pytest.mark.parametrize(
    "written",
    [
        'format="610">202610',
        'format="616">202640',
        'format="102">20260230',
        'format="102">2026100',
        'format="203">20261001',
        ">gisteren",
    ],
)
def test_what_names_no_day_is_refused_and_never_guessed(written: str) -> None:
    assert "datum klopt niet" in refusal(cii_document(('format="102">20261001', written))).problems[0].what


def test_a_date_in_its_own_type_is_read() -> None:
    own = '<udt:DateTimeString format="102">20261001</udt:DateTimeString>'
    assert read(cii_document((own, "<udt:DateTime>2026-10-01T09:30:00Z</udt:DateTime>"))).issue_date == date(
        2026, 10, 1
    )


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("380", "invoice"),
        ("384", "invoice"),
        ("326", "invoice"),
        ("381", "credit_note"),
        ("261", "credit_note"),
    ],
)
def test_the_type_code_says_what_it_is(code: str, kind: str) -> None:
    assert read(cii_document((">380<", f">{code}<"))).kind == kind


def negative(document: bytes) -> bytes:
    return re.sub(rb"Amount([^>]*)>(?=[0-9])", rb"Amount\1>-", document)


def test_a_negative_invoice_is_a_credit_note_and_a_negative_credit_note_is_refused() -> None:
    found = read(negative(cii_document()))
    assert (found.kind, found.total_cents, found.payable_cents) == ("credit_note", 121000, 121000)
    assert "negatief" in refusal(negative(cii_document((">380<", ">381<")))).problems[0].what


def test_a_credit_note_names_the_invoice_it_credits() -> None:
    reference = "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>{}</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>"
    credit = (">380<", ">381<")
    one = cii_document(credit, (SETTLEMENT_END, reference.format("2026-0040") + SETTLEMENT_END))
    assert read(one).invoice_number == "2026-0040"
    two = reference.format("2026-0040") + reference.format("2026-0041")
    found = read(cii_document(credit, (SETTLEMENT_END, two + SETTLEMENT_END)))
    assert found.invoice_number is None
    assert "meer dan één factuur" in found.remarks[0].what


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        ('schemeID="0106">87654321', 'schemeID="NL:KVK">87654321', "coc_number", "87654321"),
        (
            '<ram:SpecifiedLegalOrganization><ram:ID schemeID="0106">87654321</ram:ID></ram:SpecifiedLegalOrganization>',
            '<ram:GlobalID schemeID="0106">87654321</ram:GlobalID>',
            "coc_number",
            "87654321",
        ),
        ('schemeID="EM">factuur@korstenkruim.example', 'schemeID="0106">11223344', "email", None),
        (
            'schemeID="EM">factuur@korstenkruim.example',
            'schemeID="9944">NL 8123.45.678.B01',
            "vat_number",
            "NL8123.45.678.B01",
        ),
        ("<ram:LineOne>Molenweg 3-a</ram:LineOne>", "<ram:LineTwo>Bus 3</ram:LineTwo>", "street", "Bus 3"),
        (
            "<ram:LineOne>Molenweg 3-a</ram:LineOne>",
            "<ram:StreetName>Molenweg</ram:StreetName><ram:BuildingNumber>3-a</ram:BuildingNumber>",
            "street",
            "Molenweg 3-a",
        ),
        ("<ram:ID>D-1007</ram:ID>", '<ram:ID schemeID="0060">123</ram:ID>', "number", None),
    ],
)
def test_a_party_is_known_by_its_identifiers(old: str, new: str, field: str, value: str | None) -> None:
    assert getattr(read(cii_document((old, new))).debtor, field) == value


def test_an_attachment_is_kept_and_one_that_is_elsewhere_is_told() -> None:
    content = base64.b64encode(b"%PDF-1.7 factuur").decode()
    enclosed = (
        "<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>{}</ram:IssuerAssignedID>"
        "<ram:TypeCode>916</ram:TypeCode><ram:Name>Factuur</ram:Name>{}</ram:AdditionalReferencedDocument>"
    )
    found = read(
        cii_document(
            (
                AGREEMENT_END,
                enclosed.format(
                    "1",
                    '<ram:AttachmentBinaryObject mimeCode="application/pdf" filename="Factuur.pdf">'
                    f"{content}</ram:AttachmentBinaryObject>",
                )
                + enclosed.format("2", "<ram:URIID>https://delinde.example/2</ram:URIID>")
                + AGREEMENT_END,
            )
        )
    )
    assert [(one.name, one.content, one.is_invoice) for one in found.attachments] == [
        ("Factuur.pdf", b"%PDF-1.7 factuur", True)
    ]
    assert "zit niet in het bestand" in found.remarks[0].what


def test_a_test_invoice_is_told_to_be_one() -> None:
    context = "<rsm:ExchangedDocumentContext>"
    flag = f"{context}<ram:TestIndicator><udt:Indicator>true</udt:Indicator></ram:TestIndicator>"
    assert "testfactuur" in read(cii_document((context, flag))).remarks[0].what


@pytest.mark.parametrize(
    ("old", "new", "what", "path"),
    [
        ("<ram:ID>2026-0042</ram:ID>", "", "factuurnummer ontbreekt", "ExchangedDocument/ID"),
        (
            '<udt:DateTimeString format="102">20261001</udt:DateTimeString>',
            "",
            "factuurdatum ontbreekt",
            "IssueDateTime",
        ),
        (">EUR<", ">euro<", "munt van de factuur", "InvoiceCurrencyCode"),
        (
            "<ram:GrandTotalAmount>1210.00</ram:GrandTotalAmount>",
            "",
            "totaal met btw ontbreekt",
            "GrandTotalAmount",
        ),
        (
            "<ram:DuePayableAmount>1210.00",
            "<ram:DuePayableAmount>1.210,00",
            "bedrag klopt niet",
            "DuePayableAmount",
        ),
        (
            "<ram:DuePayableAmount>",
            '<ram:DuePayableAmount currencyID="USD">',
            "verschillende munten",
            "DuePayable",
        ),
        (
            "<ram:DuePayableAmount>1210.00</ram:DuePayableAmount>",
            "<ram:DuePayableAmount>1210.00</ram:DuePayableAmount><ram:DuePayableAmount>5.00</ram:DuePayableAmount>",
            "meer dan één keer",
            "DuePayableAmount",
        ),
    ],
)
def test_what_cannot_be_an_invoice_is_refused_with_the_place(
    old: str, new: str, what: str, path: str
) -> None:
    problem = refusal(cii_document((old, new))).problems[0]
    assert what in problem.what
    assert problem.path is not None
    assert path in problem.path
    assert problem.how_to_fix


def test_all_problems_are_told_at_once() -> None:
    data = cii_document(("<ram:ID>2026-0042</ram:ID>", ""), ('format="102">20261001', ">gisteren"))
    assert len(refusal(data).problems) == 2


def test_several_invoices_in_one_envelope_are_all_taken() -> None:
    one = cii_document().decode().partition("?>")[2]
    both = f"<Envelope><Body>{one}{one.replace('2026-0042', '2026-0043')}</Body></Envelope>".encode()
    assert cii.recognises(both)
    found = cii.read(Source.of_bytes(both, "facturen.xml"))
    assert [invoice.number for invoice in found] == ["2026-0042", "2026-0043"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'<SCRDMCCBDACIOMessageStructure xmlns="urn:un:unece:uncefact:data"/>', "bestelling"),
        (b"<iets/>", "geen factuur"),
        (cii_document()[:900], "afgebroken"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + cii_document().partition(b"?>")[2], "DOCTYPE"),
    ],
)
def test_what_is_no_invoice_is_refused_by_its_name(data: bytes, what: str) -> None:
    assert what in refusal(data).problems[0].what


@pytest.mark.parametrize(
    "head", [b"", b"<", b"<a/>", b"\xff\xfe", b"<SCRDMCCBDACIOMessageStructure/>", b"PK\x03\x04"]
)
def test_what_is_something_else_is_not_recognised(head: bytes) -> None:
    assert not cii.recognises(head)


@given(st.data())
def test_damage_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(cii_document())
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.sampled_from(b"0123456789<>/-., aZ\x00\xff"))
    try:
        cii.read(Source.of_bytes(bytes(whole), "factuur.xml"))
    except Refusal as caught:
        assert caught.problems
