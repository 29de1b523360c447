"""UBL as it comes: every kind of document, envelopes, several in a file, and the parts that others leave out."""

import base64
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.samples import CREDITOR, DEBTOR, OWN_IBAN, invoice
from tests.formats.test_ubl import document, negative, read, refusal
from voldaan.formats.invoices import ubl
from voldaan.formats.source import Source
from voldaan.formats.values import Party, Refusal

PDF = b"%PDF-1.7\n%fictional\n%%EOF\n"
WRITTEN = ubl.write(invoice())
CREDIT = ubl.write(
    invoice(kind="credit_note", due_date=None, due_date_basis="UNKNOWN", invoice_number="2026-0040")
)
BODY = WRITTEN.partition(b"?>")[2].decode()


def several(*bodies: str, around: str = "<Facturen>{}</Facturen>") -> Source:
    return Source.of_bytes(around.format("".join(bodies)).encode(), "facturen.xml")


def before(mark: str, piece: str, written: bytes = WRITTEN) -> bytes:
    """Return a document with a piece put in before a mark."""
    return document(written, (mark, piece + mark))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("380", "invoice"),
        ("326", "invoice"),
        ("383", "invoice"),
        ("384", "invoice"),
        ("386", "invoice"),
        ("389", "invoice"),
        ("875", "invoice"),
        ("876", "invoice"),
        ("877", "invoice"),
        ("261", "credit_note"),
        ("381", "credit_note"),
        ("396", "credit_note"),
    ],
)
def test_the_type_code_tells_what_it_is(code: str, kind: str) -> None:
    assert read(document(WRITTEN, (">380<", f">{code}<"))).kind == kind


def test_a_credit_note_by_its_code_may_have_negative_amounts_in_an_invoice() -> None:
    found = read(negative(document(WRITTEN, (">380<", ">381<"))))
    assert (found.kind, found.payable_cents) == ("credit_note", 121000)


def test_a_pro_forma_invoice_is_refused_by_name() -> None:
    assert "pro-formafactuur" in refusal(document(WRITTEN, (">380<", ">325<"))).problems[0].what


def test_more_prepaid_than_the_total_asks_nothing_and_says_what_is_owed_back() -> None:
    data = before(
        '<cbc:PayableAmount currencyID="EUR">',
        '<cbc:PrepaidAmount currencyID="EUR">1300.00</cbc:PrepaidAmount>',
        document(
            WRITTEN, ('PayableAmount currencyID="EUR">1210.00', 'PayableAmount currencyID="EUR">-90.00')
        ),
    )
    found = read(data)
    assert (found.kind, found.total_cents, found.payable_cents) == ("invoice", 121_000, -9_000)


def test_an_invoice_of_nothing_is_an_invoice() -> None:
    found = read(re.sub(rb'(currencyID="EUR">)[0-9.]+', rb"\g<1>0.00", WRITTEN))
    assert (found.kind, found.total_cents, found.payable_cents) == ("invoice", 0, 0)


def test_a_corrected_invoice_says_which_it_replaces() -> None:
    reference = "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-0040</cbc:ID>"
    data = document(
        before(
            "<cac:AccountingSupplierParty>",
            reference + "</cac:InvoiceDocumentReference></cac:BillingReference>",
        ),
        (">380<", ">384<"),
    )
    found = read(data)
    assert found.invoice_number is None
    assert "2026-0040" in found.remarks[0].why


def test_a_credit_note_for_several_invoices_names_none_and_says_so() -> None:
    assert read(CREDIT).invoice_number == "2026-0040"
    reference = "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-0041</cbc:ID>"
    data = before(
        "<cac:AccountingSupplierParty>",
        reference + "</cac:InvoiceDocumentReference></cac:BillingReference>",
        CREDIT,
    )
    found = read(data)
    assert found.invoice_number is None
    assert "2026-0040, 2026-0041" in found.remarks[0].why


@pytest.mark.parametrize(
    "around",
    [
        '<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">'
        "<StandardBusinessDocumentHeader/>{}</StandardBusinessDocument>",
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body>{}</s:Body></s:Envelope>',
        "<Facturen>{}</Facturen>",
    ],
)
def test_a_document_may_stand_in_an_envelope(around: str) -> None:
    source = several(BODY, around=around)
    assert ubl.recognises(source.head)
    assert ubl.read(source) == (read(WRITTEN),)


def test_a_self_billed_invoice_has_its_supplier_as_creditor() -> None:
    data = document(
        WRITTEN, ("xsd:Invoice-2", "xsd:SelfBilledInvoice-2"), ("<Invoice ", "<SelfBilledInvoice ")
    )
    data = document(data, ("</Invoice>", "</SelfBilledInvoice>"), (">380<", ">389<"))
    assert ubl.recognises(data)
    assert read(data) == read(WRITTEN)


def test_several_documents_in_one_file_are_all_taken() -> None:
    second = BODY.replace("2026-0042", "2026-0043")
    credit = CREDIT.partition(b"?>")[2].decode()
    found = ubl.read(several(BODY, second, credit))
    assert [(one.kind, one.number) for one in found] == [
        ("invoice", "2026-0042"),
        ("invoice", "2026-0043"),
        ("credit_note", "2026-0042"),
    ]


def test_one_bad_document_refuses_the_file_and_is_pointed_at() -> None:
    with pytest.raises(Refusal) as caught:
        ubl.read(several(BODY, BODY.replace("<cbc:IssueDate>2026-10-01</cbc:IssueDate>", "")))
    assert [problem.path for problem in caught.value.problems] == ["/Facturen/Invoice[2]/cbc:IssueDate"]


@pytest.mark.parametrize(
    ("around", "what"),
    [
        ('<testSet xmlns="urn:example:tests"><test>{}</test></testSet>', "verzameling testgevallen"),
        ("<Facturen/>", "geen factuur in dit bestand"),
    ],
)
def test_what_holds_no_invoice_is_refused_by_name(around: str, what: str) -> None:
    source = several(BODY, around=around)
    assert not ubl.recognises(source.head)
    with pytest.raises(Refusal) as caught:
        ubl.read(source)
    assert what in caught.value.problems[0].what


def test_prefixes_and_encodings_are_free() -> None:
    text = WRITTEN.decode()
    odd = re.sub(r"(</?)cbc:", r"\1ns2:", re.sub(r"(</?)cac:", r"\1x:", text))
    odd = odd.replace("xmlns:cbc", "xmlns:ns2").replace("xmlns:cac", "xmlns:x")
    odd = re.sub(r"(</?)(Invoice\b)", r"\1ubl:\2", odd).replace("xmlns=", "xmlns:ubl=")
    assert ubl.recognises(odd.encode())
    assert read(odd.encode()) == read(WRITTEN)
    wide = text.replace("UTF-8", "UTF-16").encode("utf-16")
    assert ubl.recognises(wide)
    assert read(wide) == read(WRITTEN)


@pytest.mark.parametrize(
    "junk", [b"", b"<", b"<Invoice/>", b"\x00\xff<Invoice>", b"%PDF-1.7", b"<Invoice " * 99]
)
def test_what_is_no_ubl_is_not_recognised_and_refused_all_the_same(junk: bytes) -> None:
    assert not ubl.recognises(junk)
    assert refusal(junk).problems


RICH = document(WRITTEN, ("<cac:TaxTotal>", "<cac:AllowanceCharge/><cac:PrepaidPayment/><cac:TaxTotal>"))
WORDS = st.sampled_from(
    [
        "",
        "-",
        "1e999999999",
        "NaN",
        "9" * 40,
        "0.005",
        "<x/>",
        "&#1632;",
        "]]>",
        "2026-02-30",
        "9999-12-31",
        "\u0661",
    ]
)


@given(
    st.integers(0, len(RICH)),
    st.integers(0, 40),
    st.one_of(WORDS, st.text(max_size=8)),
    st.sampled_from(["utf-8", "utf-16"]),
)
def test_whatever_becomes_of_a_document_it_is_read_or_refused(
    at: int, gone: int, word: str, encoding: str
) -> None:
    data = RICH[:at] + word.encode(encoding, "replace") + RICH[at + gone :]
    ubl.recognises(data)
    try:
        found = ubl.read(Source.of_bytes(data, "factuur.xml"))
    except Refusal as refusal:
        assert all(problem.what and problem.why and problem.how_to_fix for problem in refusal.problems)
    else:
        assert [one.kind for one in found] == ["invoice"]


@given(
    WORDS,
    st.sampled_from(
        ["Percent", "TaxAmount", "IssueDate", "DueDate", "PayableAmount", "ID", "Note", "Amount"]
    ),
)
def test_whatever_a_field_says_it_is_read_or_refused(word: str, field: str) -> None:
    text = re.sub(
        rf"(<cbc:{field}\b[^>]*>)[^<]*", lambda found: found[1] + word.replace("<x/>", ""), WRITTEN.decode()
    )
    try:
        ubl.read(Source.of_bytes(text.encode(), "factuur.xml"))
    except Refusal as refusal:
        assert refusal.problems


def test_a_single_prepayment_counts_where_it_explains_the_rest() -> None:
    paid = '<cac:PrepaidPayment><cbc:PaidAmount currencyID="EUR">{}</cbc:PaidAmount></cac:PrepaidPayment>'
    data = document(
        WRITTEN, ('PayableAmount currencyID="EUR">1210.00', 'PayableAmount currencyID="EUR">1000.00')
    )
    assert read(before("<cac:TaxTotal>", paid.format("210.00"), data)).prepaid_cents == 21000
    assert "kloppen niet" in refusal(before("<cac:TaxTotal>", paid.format("200.00"), data)).problems[0].what


def test_vat_in_another_currency_is_not_held_against_the_totals() -> None:
    data = document(
        before(
            "<cac:TaxTotal>",
            '<cac:TaxTotal><cbc:TaxAmount currencyID="USD">245.70</cbc:TaxAmount></cac:TaxTotal>',
        ),
        ("<cbc:BuyerReference>", "<cbc:TaxCurrencyCode>USD</cbc:TaxCurrencyCode><cbc:BuyerReference>"),
    )
    assert read(data).total_cents == 121000


def test_parts_of_a_cent_in_the_lines_are_rounding() -> None:
    line = '<cbc:LineExtensionAmount currencyID="EUR">1000.00</cbc:LineExtensionAmount>\n    <cac:Item>'
    assert read(document(WRITTEN, (line, line.replace("1000.00", "999.9951")))).remarks == ()


def means(iban: str, *, role: str = "", more: str = "") -> str:
    """Return a way to pay by transfer."""
    return (
        f"<cac:PaymentMeans>{role and f'<cbc:ID>{role}</cbc:ID>'}<cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>{more}"
        f"<cac:PayeeFinancialAccount><cbc:ID>{iban}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>"
    )


def test_a_blocked_account_and_its_part_are_read_from_the_extension() -> None:
    terms = (
        "<cac:PaymentTerms><cbc:PaymentMeansID>{}</cbc:PaymentMeansID>"
        '<cbc:Amount currencyID="EUR">{}</cbc:Amount></cac:PaymentTerms>'
    )
    data = document(
        WRITTEN,
        ("<cbc:PaymentMeansCode>", "<cbc:ID>BENEFICIARY</cbc:ID><cbc:PaymentMeansCode>"),
        (
            "  <cac:PaymentTerms>",
            means("NL20INGB0001234567", role="GACCOUNT")
            + terms.format("BENEFICIARY", "907.50")
            + terms.format("GACCOUNT", "302.50")
            + "<cac:PaymentTerms>",
        ),
    )
    found = read(data)
    assert (found.pay_to_iban, found.blocked_iban, found.blocked_cents) == (
        OWN_IBAN,
        "NL20INGB0001234567",
        30250,
    )
    assert [one.iban for one in found.payment_means] == [OWN_IBAN, "NL20INGB0001234567"]
    assert found.remarks == ()
    twice = document(data, ("<cbc:PaymentMeansID>BENEFICIARY<", "<cbc:PaymentMeansID>GACCOUNT<"))
    assert read(twice).blocked_cents is None


@pytest.mark.parametrize(
    "more",
    [
        "<cbc:PaymentChannelCode>G-rekening</cbc:PaymentChannelCode>",
        "<cbc:InstructionNote>Geblokkeerde rekening</cbc:InstructionNote>",
    ],
)
def test_a_blocked_account_is_known_by_what_its_sender_calls_it(more: str) -> None:
    found = read(before("<cac:PaymentTerms>", means("NL20INGB0001234567", more=more)))
    assert (found.pay_to_iban, found.blocked_iban, found.blocked_cents) == (
        OWN_IBAN,
        "NL20INGB0001234567",
        None,
    )


def test_a_due_date_follows_from_the_terms_where_none_is_printed() -> None:
    bare = document(WRITTEN, ("  <cbc:DueDate>2026-10-31</cbc:DueDate>\n", ""))
    assert read(bare).due_date == date(2026, 10, 31)
    duration = '<cac:SettlementPeriod><cbc:DurationMeasure unitCode="WEE">2</cbc:DurationMeasure></cac:SettlementPeriod>'
    note = "<cbc:Note>Betaling binnen 30 dagen na factuurdatum.</cbc:Note>"
    found = read(document(bare, (note, duration)))
    assert (found.due_date, found.due_date_basis) == (date(2026, 10, 15), "AGREED")
    discount = "<cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent>" + duration
    early = read(document(bare, (note, discount)))
    assert (early.due_date, early.due_date_basis) == (None, "UNKNOWN")
    until = "<cac:SettlementPeriod><cbc:EndDate>2026-11-05</cbc:EndDate></cac:SettlementPeriod>"
    assert read(document(bare, (note, until))).due_date == date(2026, 11, 5)
    none = read(document(bare, (note, "<cbc:Note>Met dank</cbc:Note>")))
    assert (none.due_date, none.due_date_basis, none.terms) == (None, "UNKNOWN", "Met dank")


@pytest.mark.parametrize("name", ["InstallmentDueDate", "PaymentDueDate"])
def test_of_instalments_the_last_day_counts(name: str) -> None:
    part = f"<cac:PaymentTerms><cbc:{name}>{{}}</cbc:{name}></cac:PaymentTerms>"
    data = before(
        "<cac:TaxTotal>", part.format("2026-10-31") + part.format("2026-11-30") + part.format("2026-12-31")
    )
    found = read(data)
    assert found.due_date == date(2026, 12, 31)
    assert [remark.what for remark in found.remarks] == ["De factuur mag in termijnen betaald worden."]


def test_the_due_date_of_the_invoice_goes_before_a_later_one_elsewhere_and_that_is_said() -> None:
    data = document(
        WRITTEN,
        (
            "<cbc:PaymentMeansCode>30<",
            "<cbc:PaymentDueDate>2026-12-01</cbc:PaymentDueDate><cbc:PaymentMeansCode>30<",
        ),
    )
    found = read(data)
    assert found.due_date == date(2026, 10, 31)
    assert "twee vervaldatums" in found.remarks[0].what


def test_a_factor_is_paid_and_a_payee_that_is_the_supplier_is_none() -> None:
    payee = "<cac:PayeeParty><cac:PartyName><cbc:Name>{}</cbc:Name></cac:PartyName></cac:PayeeParty>"
    factor = read(before("<cac:PaymentMeans>", payee.format("Factor Voorbeeld N.V.")))
    assert (factor.pay_to_name, factor.creditor.iban, factor.pay_to_iban) == (
        "Factor Voorbeeld N.V.",
        None,
        OWN_IBAN,
    )
    own = read(before("<cac:PaymentMeans>", payee.format(CREDITOR.name.upper())))
    assert own.creditor.iban == OWN_IBAN


def test_the_account_of_a_payer_is_the_debtors() -> None:
    data = before(
        "<cac:PayeeFinancialAccount>",
        "<cac:PayerFinancialAccount><cbc:ID>NL20 INGB 0001 2345 67</cbc:ID></cac:PayerFinancialAccount>",
    )
    assert read(data).debtor.iban == "NL20INGB0001234567"


def attachment(content: bytes | None, *, name: str = "factuur.pdf", uri: str = "") -> str:
    """Return a reference to a document, with its content or only its address."""
    inside = (
        f'<cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="{name}">'
        f"{base64.b64encode(content).decode()}</cbc:EmbeddedDocumentBinaryObject>"
        if content is not None
        else f"<cac:ExternalReference><cbc:URI>{uri}</cbc:URI></cac:ExternalReference>"
    )
    return (
        "<cac:AdditionalDocumentReference><cbc:ID>DOC-1</cbc:ID>"
        f"<cac:Attachment>{inside}</cac:Attachment></cac:AdditionalDocumentReference>"
    )


def test_the_pdf_of_the_invoice_is_kept() -> None:
    pieces = attachment(PDF, name="2026-0042.pdf") + attachment(b"uren\n", name="uren.txt")
    found = read(before("<cac:AccountingSupplierParty>", pieces))
    assert [(one.name, one.media_type, one.is_invoice) for one in found.attachments] == [
        ("2026-0042.pdf", "application/pdf", True),
        ("uren.txt", "text/plain", False),
    ]
    assert found.attachments[0].content == PDF


def test_a_large_attachment_is_kept_too() -> None:
    large = PDF.ljust(12 * 1024 * 1024, b"\n")
    (kept,) = read(before("<cac:AccountingSupplierParty>", attachment(large))).attachments
    assert kept.content == large


def test_what_is_only_pointed_at_is_told() -> None:
    found = read(
        before("<cac:AccountingSupplierParty>", attachment(None, uri="https://delinde.example/uren"))
    )
    assert found.attachments == ()
    assert "wijst alleen naar een adres" in found.remarks[0].why


@pytest.mark.parametrize(
    ("changes", "party"),
    [
        ((' schemeID="0106">87654321', ' schemeID="NL:KVK">87654321'), DEBTOR),
        ((' schemeID="0106">87654321', ">87654321"), DEBTOR),
        (
            (' schemeID="0106">87654321', ' schemeID="0190">00000001234567890000'),
            replace(DEBTOR, coc_number=None),
        ),
        (
            ("<cbc:ElectronicMail>factuur@korstenkruim.example</cbc:ElectronicMail>", ""),
            replace(DEBTOR, email=None),
        ),
        (
            (
                "<cbc:StreetName>Molenweg 3-a</cbc:StreetName>",
                "<cbc:StreetName>Molenweg</cbc:StreetName><cbc:AdditionalStreetName>3-a</cbc:AdditionalStreetName>",
            ),
            DEBTOR,
        ),
        (
            (
                "<cbc:StreetName>Molenweg 3-a</cbc:StreetName>",
                "<cbc:StreetName>Molenweg</cbc:StreetName><cbc:BuildingNumber>3-a</cbc:BuildingNumber>",
            ),
            DEBTOR,
        ),
        (
            ("<cbc:StreetName>Molenweg 3-a</cbc:StreetName>", "<cbc:Postbox>77</cbc:Postbox>"),
            replace(DEBTOR, street="Postbus 77"),
        ),
        (
            ("<cbc:RegistrationName>Bakkerij Korst &amp; Kruim</cbc:RegistrationName>", ""),
            replace(DEBTOR, name=None),
        ),
        ((">D-1007<", "><"), replace(DEBTOR, number=None)),
    ],
)
def test_a_debtor_is_known_in_every_spelling(changes: tuple[str, str], party: Party) -> None:
    data = document(ubl.write(invoice(debtor=replace(DEBTOR))), changes)
    assert read(data).debtor == party


def test_a_debtor_may_be_a_person_with_a_desk_beside_it() -> None:
    data = document(
        ubl.write(invoice(debtor=replace(DEBTOR, email=None))),
        (
            "<cbc:RegistrationName>Bakkerij Korst &amp; Kruim</cbc:RegistrationName>",
            "",
        ),
        (
            "</cac:Party>\n  </cac:AccountingCustomerParty>",
            "<cac:Person><cbc:FirstName>Sam</cbc:FirstName><cbc:FamilyName>de Vries</cbc:FamilyName></cac:Person>"
            "</cac:Party><cac:AccountingContact><cbc:ElectronicMail>sam@devries.example</cbc:ElectronicMail>"
            "</cac:AccountingContact></cac:AccountingCustomerParty>",
        ),
    )
    debtor = read(data).debtor
    assert (debtor.name, debtor.email) == ("Sam de Vries", "sam@devries.example")
