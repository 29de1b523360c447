"""UBL: what an invoice says, what it must say, and that what we write is what we read."""

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.formats.samples import CREDITOR, DEBTOR, OWN_IBAN, invoice
from voldaan.formats.invoices import ubl
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, Party, Refusal


def document(written: bytes, *changes: tuple[str, str]) -> bytes:
    """Return a written document with pieces of it replaced; each piece must be there."""
    text = written.decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


def read(data: bytes) -> Invoice:
    (found,) = ubl.read(Source.of_bytes(data, "factuur.xml"))
    return found


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(data)
    return caught.value


@pytest.mark.parametrize(
    "sample",
    [
        invoice(),
        invoice(due_date_basis="UNILATERAL"),
        invoice(due_date=None, due_date_basis="UNKNOWN", payment_reference=None, subject=None),
        invoice(due_date=None),
        invoice(payable_cents=21000),
        invoice(payable_cents=0),
        invoice(total_cents=121001, payable_cents=121001),
        invoice(total_cents=1, payable_cents=1),
        invoice(direct_debit=True, debtor=replace(DEBTOR, iban="NL20INGB0001234567")),
        invoice(
            pay_to_iban="NL02RABO0123456789",
            pay_to_name="Factor Voorbeeld N.V.",
            creditor=replace(CREDITOR, iban=None),
        ),
        invoice(pay_to_name="Groothandel De Linde"),
        invoice(kind="credit_note", due_date=None, due_date_basis="UNKNOWN", invoice_number="2026-0040"),
        invoice(kind="credit_note", due_date_basis="UNILATERAL"),
        invoice(debtor=Party(name="Jan & Zn <bouw>", city="’s-Gravenhage")),
    ],
)
def test_what_we_write_we_read_back(sample: Invoice) -> None:
    read_back = read(ubl.write(sample))
    assert [means.iban for means in read_back.payment_means] == [sample.pay_to_iban]
    assert (read_back.terms is not None) == (sample.due_date_basis == "AGREED")
    expected = replace(
        sample,
        subject=sample.subject or f"Factuur {sample.number}",
        prepaid_cents=sample.total_cents - sample.payable_cents,
        terms=read_back.terms,
        payment_means=read_back.payment_means,
    )
    assert read_back == expected


@pytest.mark.parametrize("vat_percent", [0, 9, 21])
def test_the_written_vat_closes_to_the_cent(vat_percent: int) -> None:
    for total_cents in range(1, 400):
        written = ubl.write(
            invoice(total_cents=total_cents, payable_cents=total_cents), vat_percent=vat_percent
        )
        assert read(written).total_cents == total_cents


def test_lines_that_do_not_make_the_total_are_not_written() -> None:
    lines = (ubl.Line(name="Meel", net_cents=60000), ubl.Line(name="Gist", net_cents=40000))
    assert read(ubl.write(invoice(), lines)).total_cents == 121000
    with pytest.raises(ValueError, match="do not make its total"):
        ubl.write(invoice(total_cents=121002, payable_cents=121002), lines)


def test_a_due_date_of_an_older_invoice_stands_with_the_payment() -> None:
    data = document(
        ubl.write(invoice()),
        ("  <cbc:DueDate>2026-10-31</cbc:DueDate>\n", ""),
        (
            "<cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>",
            "<cbc:PaymentMeansCode>31</cbc:PaymentMeansCode><cbc:PaymentDueDate>2026-11-15</cbc:PaymentDueDate>",
        ),
    )
    assert read(data).due_date == date(2026, 11, 15)


@pytest.mark.parametrize(
    ("note", "basis"),
    [
        ("Betaling binnen 14 dagen", "AGREED"),
        ("30 days net", "AGREED"),
        ("Please pay within a day", "AGREED"),
        ("Volgens de overeengekomen termijn", "AGREED"),
        ("2% korting binnen 8 dagen", "UNILATERAL"),
        ("Gelieve het factuurnummer te vermelden", "UNILATERAL"),
        ("Boete van 10 procent", "UNILATERAL"),
    ],
)
def test_a_stated_term_is_agreed_and_a_printed_day_is_not(note: str, basis: str) -> None:
    data = document(ubl.write(invoice()), ("Betaling binnen 30 dagen na factuurdatum.", note))
    assert read(data).due_date_basis == basis


@pytest.mark.parametrize(("code", "direct_debit"), [("30", False), ("58", False), ("49", True), ("59", True)])
def test_the_code_of_a_direct_debit_is_known(code: str, *, direct_debit: bool) -> None:
    data = document(ubl.write(invoice()), ("MeansCode>30<", f"MeansCode>{code}<"))
    assert read(data).direct_debit is direct_debit


def test_a_mandate_is_a_direct_debit_whatever_the_code() -> None:
    data = document(ubl.write(invoice()), ("</cac:PaymentMeans>", "<cac:PaymentMandate/></cac:PaymentMeans>"))
    assert read(data).direct_debit


def negative(written: bytes) -> bytes:
    """Return a document with every amount turned round."""
    return re.sub(rb'(currencyID="EUR">)', rb"\1-", written)


def test_a_negative_invoice_is_a_credit_note_with_positive_amounts() -> None:
    found = read(negative(ubl.write(invoice(payable_cents=21000))))
    assert (found.kind, found.total_cents, found.payable_cents) == ("credit_note", 121000, 21000)
    assert found.prepaid_cents == 100000


def test_a_credit_note_in_an_invoice_is_a_credit_note() -> None:
    assert read(document(ubl.write(invoice()), (">380<", ">381<"))).kind == "credit_note"


def test_a_negative_credit_note_is_refused() -> None:
    written = ubl.write(invoice(kind="credit_note", due_date_basis="UNKNOWN", due_date=None))
    assert "negatief" in refusal(negative(written)).problems[0].what


@pytest.mark.parametrize("payable", ["1209.99", "1210.01", "1000.00"])
def test_an_amount_to_pay_that_does_not_follow_is_refused(payable: str) -> None:
    data = document(
        ubl.write(invoice()),
        ('PayableAmount currencyID="EUR">1210.00', f'PayableAmount currencyID="EUR">{payable}'),
    )
    problem = refusal(data).problems[0]
    assert "kloppen niet met elkaar" in problem.what
    assert problem.path is not None
    assert problem.path.endswith("PayableAmount")


def test_rounding_counts_after_the_total_or_in_it_as_older_invoices_do() -> None:
    payable = '<cbc:PayableAmount currencyID="EUR">1210.00'
    rounding = '<cbc:PayableRoundingAmount currencyID="EUR">{}</cbc:PayableRoundingAmount>'
    after = document(
        ubl.write(invoice()), (payable, rounding.format("-0.01") + payable.replace("1210.00", "1209.99"))
    )
    assert read(after).payable_cents == 120999
    within = document(
        ubl.write(invoice()),
        (payable, rounding.format("0.01") + payable),
        (">1000.00<", ">999.99<"),
    )
    assert read(within).payable_cents == 121000
    neither = document(ubl.write(invoice()), (payable, rounding.format("0.01") + payable))
    assert "kloppen niet" in refusal(neither).problems[0].what


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("<cbc:ID>2026-0042</cbc:ID>", "", "factuurnummer ontbreekt"),
        ("<cbc:IssueDate>2026-10-01</cbc:IssueDate>", "", "factuurdatum ontbreekt"),
        ("<cbc:IssueDate>2026-10-01", "<cbc:IssueDate>2026-02-30", "datum klopt niet"),
        ("<cbc:DueDate>2026-10-31", "<cbc:DueDate>31-10-2026", "datum klopt niet"),
        (">EUR<", ">euro<", "munt"),
        (">EUR<", ">USD<", "verschillende munten"),
        (
            'PayableAmount currencyID="EUR">1210.00',
            'PayableAmount currencyID="EUR">1.210,00',
            "bedrag klopt niet",
        ),
        (
            'PayableAmount currencyID="EUR">1210.00',
            'PayableAmount currencyID="EUR">12,50',
            "bedrag klopt niet",
        ),
        (
            'PayableAmount currencyID="EUR">1210.00',
            'PayableAmount currencyID="EUR">1210.001',
            "bedrag klopt niet",
        ),
        (
            'PayableAmount currencyID="EUR">1210.00',
            'PayableAmount currencyID="EUR">',
            "te betalen bedrag ontbreekt",
        ),
    ],
)
def test_what_cannot_be_an_invoice_is_refused_with_the_place(old: str, new: str, what: str) -> None:
    problem = refusal(document(ubl.write(invoice()), (old, new))).problems[0]
    assert what in problem.what
    assert problem.path is not None
    assert problem.path.startswith("/Invoice/")
    assert problem.how_to_fix


def test_all_problems_are_told_at_once() -> None:
    data = document(
        ubl.write(invoice()),
        ("<cbc:ID>2026-0042</cbc:ID>", ""),
        ("<cbc:IssueDate>2026-10-01", "<cbc:IssueDate>gisteren"),
    )
    assert len(refusal(data).problems) == 2


def test_identifiers_are_read_under_their_old_scheme_names() -> None:
    data = document(
        ubl.write(invoice()),
        ('schemeID="0106">12345678', 'schemeID="NL:KVK">12345678'),
        ("<cbc:CompanyID>NL001234567B01</cbc:CompanyID>", ""),
    )
    creditor = read(data).creditor
    assert creditor.coc_number == "12345678"
    assert creditor.vat_number is None
    assert creditor.iban == OWN_IBAN


def test_the_note_is_cut_to_what_fits_on_a_line() -> None:
    for length, kept in ((139, 139), (140, 140), (141, 140)):
        assert len(read(ubl.write(invoice(subject="x" * length))).subject or "") == kept


@pytest.mark.parametrize(
    "element",
    [
        "<cbc:ID>2026-0042</cbc:ID>",
        '<cbc:PayableAmount currencyID="EUR">1210.00</cbc:PayableAmount>',
        "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>",
    ],
)
def test_what_stands_twice_is_refused_as_nobody_knows_which_counts(element: str) -> None:
    written = ubl.write(invoice())
    assert written.decode().count(element) == 1
    problem = refusal(document(written, (element, element * 2))).problems[0]
    assert problem.what.endswith("meer dan één keer.")
    assert "2 keer" in problem.why


def test_a_currency_that_is_no_code_is_named() -> None:
    changed = ("DocumentCurrencyCode>EUR<", "DocumentCurrencyCode>EURO<")
    assert "‘EURO’, is geen muntcode" in refusal(document(ubl.write(invoice()), changed)).problems[0].what
