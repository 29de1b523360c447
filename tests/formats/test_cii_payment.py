"""CII: how much is asked, how and when it is to be paid."""

import re
from datetime import date

import pytest

from tests.formats.cii_samples import cii_document
from voldaan.formats.invoices import cii
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, PaymentMeans, Refusal

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


def read(data: bytes) -> Invoice:
    assert cii.recognises(data[:65536])
    (found,) = cii.read(Source.of_bytes(data, "factuur.xml"))
    return found


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        cii.read(Source.of_bytes(data, "factuur.xml"))
    return caught.value


def test_a_mandate_makes_a_direct_debit_from_the_account_of_the_debtor() -> None:
    found = read(
        cii_document(
            ("<ram:TypeCode>30</ram:TypeCode>", "<ram:TypeCode>59</ram:TypeCode>"),
            (
                "<ram:PayeePartyCreditorFinancialAccount>",
                "<ram:PayerPartyDebtorFinancialAccount><ram:IBANID>NL20 INGB 0001 2345 67</ram:IBANID>"
                "</ram:PayerPartyDebtorFinancialAccount><ram:PayeePartyCreditorFinancialAccount>",
            ),
            (
                "</ram:SpecifiedTradePaymentTerms>",
                "<ram:DirectDebitMandateID>M-7</ram:DirectDebitMandateID></ram:SpecifiedTradePaymentTerms>",
            ),
        )
    )
    assert (found.direct_debit, found.debtor.iban) == (True, "NL20INGB0001234567")
    assert found.payment_means[0].mandate_id == "M-7"


def test_every_way_to_pay_is_kept_and_the_first_transfer_counts() -> None:
    card = (
        "<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>48</ram:TypeCode>"
        "</ram:SpecifiedTradeSettlementPaymentMeans><ram:SpecifiedTradeSettlementPaymentMeans>"
    )
    found = read(
        cii_document(
            ("<ram:SpecifiedTradeSettlementPaymentMeans>", card),
            (
                "</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>",
                "</ram:IBANID><ram:AccountName>De Linde</ram:AccountName></ram:PayeePartyCreditorFinancialAccount>"
                "<ram:PayeeSpecifiedCreditorFinancialInstitution><ram:BICID>ABNANL2A</ram:BICID>"
                "</ram:PayeeSpecifiedCreditorFinancialInstitution>",
            ),
        )
    )
    assert [means.code for means in found.payment_means] == ["48", "30"]
    assert found.payment_means[1] == PaymentMeans(
        code="30",
        iban="NL91ABNA0417164300",
        name="De Linde",
        bic="ABNANL2A",
        reference="RF18539007547034",
    )
    assert (found.pay_to_iban, found.pay_to_name) == ("NL91ABNA0417164300", "De Linde")


def test_a_reference_is_kept_where_no_way_to_pay_is_named() -> None:
    document = re.sub(
        rf"<ram:SpecifiedTradeSettlementPaymentMeans>.*{MEANS_END}",
        "",
        cii_document().decode(),
        flags=re.DOTALL,
    )
    found = read(document.encode())
    assert (found.payment_reference, found.payment_means, found.pay_to_iban) == ("RF18539007547034", (), None)


def test_another_payee_is_paid_and_the_seller_stays_the_creditor() -> None:
    payee = "<ram:PayeeTradeParty><ram:Name>{}</ram:Name></ram:PayeeTradeParty>"
    currency = "<ram:InvoiceCurrencyCode>"
    factor = read(cii_document((currency, payee.format("Factor Voorbeeld N.V.") + currency)))
    assert (factor.pay_to_name, factor.creditor.iban) == ("Factor Voorbeeld N.V.", None)
    assert factor.creditor.name == "Groothandel De Linde B.V."
    itself = read(cii_document((currency, payee.format("groothandel de linde b.v.") + currency)))
    assert itself.creditor.iban == "NL91ABNA0417164300"


def test_prepaid_and_rounding_lead_from_total_to_what_is_asked() -> None:
    payable = "<ram:DuePayableAmount>1210.00"
    found = read(
        cii_document(
            (
                payable,
                "<ram:TotalPrepaidAmount>200.02</ram:TotalPrepaidAmount><ram:RoundingAmount>0.02</ram:RoundingAmount>"
                "<ram:DuePayableAmount>1010.00",
            )
        )
    )
    assert (found.total_cents, found.prepaid_cents, found.payable_cents) == (121000, 20002, 101000)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<ram:DuePayableAmount>1210.00", "<ram:DuePayableAmount>1209.99"),
        ("<ram:GrandTotalAmount>1210.00", "<ram:GrandTotalAmount>1200.00"),
        ('<ram:TaxTotalAmount currencyID="EUR">210.00', '<ram:TaxTotalAmount currencyID="EUR">200.00'),
        ("<ram:TaxBasisTotalAmount>1000.00", "<ram:TaxBasisTotalAmount>999.00"),
    ],
)
def test_totals_that_contradict_each_other_are_refused(old: str, new: str) -> None:
    problem = refusal(cii_document((old, new))).problems[0]
    assert "kloppen niet met elkaar" in problem.what
    assert problem.path is not None
    assert "MonetarySummation" in problem.path


def test_vat_in_a_second_currency_is_not_the_vat_of_the_invoice() -> None:
    vat = '<ram:TaxTotalAmount currencyID="EUR">210.00</ram:TaxTotalAmount>'
    found = read(
        cii_document((vat, '<ram:TaxTotalAmount currencyID="SEK">2310.00</ram:TaxTotalAmount>' + vat))
    )
    assert found.total_cents == 121000


def test_lines_that_head_or_explain_others_are_not_counted() -> None:
    group = LINES[0].replace(
        "<ram:LineID>1</ram:LineID>",
        "<ram:LineID>G</ram:LineID><ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>",
    )
    note = (
        "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>T</ram:LineID>"
        "</ram:AssociatedDocumentLineDocument></ram:IncludedSupplyChainTradeLineItem>"
    )
    assert read(cii_document((LINES[0], group + note + LINES[0]))).total_cents == 121000
    assert refusal(cii_document((LINES[0], LINES[0] + LINES[0]))).problems


def test_transport_is_a_charge() -> None:
    found = read(
        cii_document(
            (
                "<ram:SpecifiedTradePaymentTerms>",
                "<ram:SpecifiedLogisticsServiceCharge><ram:AppliedAmount>50.00"
                "</ram:AppliedAmount></ram:SpecifiedLogisticsServiceCharge><ram:SpecifiedTradePaymentTerms>",
            ),
            ("<ram:LineTotalAmount>1000.00", "<ram:LineTotalAmount>950.00"),
            (
                "<ram:TaxBasisTotalAmount>",
                "<ram:ChargeTotalAmount>50.00</ram:ChargeTotalAmount><ram:TaxBasisTotalAmount>",
            ),
        )
    )
    assert found.remarks == ()


def terms(*parts: str) -> bytes:
    return cii_document(
        (
            TERMS[0],
            "".join(
                f"<ram:SpecifiedTradePaymentTerms>{part}</ram:SpecifiedTradePaymentTerms>" for part in parts
            ),
        )
    )


def due(day: str) -> str:
    return f'<ram:DueDateDateTime><udt:DateTimeString format="102">{day}</udt:DateTimeString></ram:DueDateDateTime>'


DISCOUNT = (
    "<ram:ApplicableTradePaymentDiscountTerms><ram:CalculationPercent>2</ram:CalculationPercent>"
    "</ram:ApplicableTradePaymentDiscountTerms>"
)
PART = "<ram:PartialPaymentAmount>605.00</ram:PartialPaymentAmount>"


@pytest.mark.parametrize(
    ("document", "day", "basis"),
    [
        (terms(due("20261031")), date(2026, 10, 31), "UNILATERAL"),
        (terms("<ram:Description>Betaling binnen 14 dagen</ram:Description>"), date(2026, 10, 15), "AGREED"),
        (terms(due("20261009") + DISCOUNT, due("20261031")), date(2026, 10, 31), "UNILATERAL"),
        (terms(due("20261031"), due("20261009") + DISCOUNT), date(2026, 10, 31), "UNILATERAL"),
        (terms(due("20261015") + PART, due("20261115") + PART), date(2026, 11, 15), "UNILATERAL"),
        (terms(), None, "UNKNOWN"),
    ],
)
def test_the_last_day_to_pay_is_that_of_the_terms(document: bytes, day: date | None, basis: str) -> None:
    found = read(document)
    assert (found.due_date, found.due_date_basis) == (day, basis)
