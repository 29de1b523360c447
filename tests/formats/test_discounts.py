"""A discount for paying early and the debtor's order: in fields, in codes and in words, in UBL and in CII."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.cii_samples import cii_document
from tests.formats.samples import invoice
from voldaan.formats.as_json import as_json
from voldaan.formats.findings import Findings
from voldaan.formats.invoices import cii, ubl
from voldaan.formats.invoices.discount import Discount, Offer, discount_of, percent_of
from voldaan.formats.invoices.discount_words import offers_in
from voldaan.formats.invoices.order_number import order_number_of
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice

ISSUED = date(2026, 10, 1)


def ubl_with(terms: str = "", head: str = "", kind: str = "invoice") -> Invoice:
    """Return our invoice of 1.210,00 in UBL, with these payment terms and this before its parties."""
    text = ubl.write(invoice(kind=kind)).decode()
    before, _, after = text.partition("<cac:AccountingSupplierParty>")
    assert after
    text = f"{before}{head}<cac:AccountingSupplierParty>{after}"
    start = text.find("<cac:PaymentTerms>")
    end = text.find("</cac:PaymentTerms>") + len("</cac:PaymentTerms>") if start >= 0 else -1
    start, end = (start, end) if start >= 0 else (text.find("<cac:TaxTotal>"),) * 2
    (found,) = ubl.read(Source.of_bytes((text[:start] + terms + text[end:]).encode(), "factuur.xml"))
    return found


def cii_with(terms: str = "", agreement: str = "") -> Invoice:
    """Return our invoice of 1.210,00 in CII, with more payment terms and a longer agreement."""
    changes = [
        ("<ram:SpecifiedTradePaymentTerms>", f"{terms}<ram:SpecifiedTradePaymentTerms>"),
        ("</ram:ApplicableHeaderTradeAgreement>", f"{agreement}</ram:ApplicableHeaderTradeAgreement>"),
    ]
    (found,) = cii.read(Source.of_bytes(cii_document(*changes), "factuur.xml"))
    return found


def told(found: Invoice) -> tuple[int, date | None]:
    return found.discount_cents, found.discount_until


PERCENT = "<cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent>"
EIGHT_DAYS = (
    '<cac:SettlementPeriod><cbc:DurationMeasure unitCode="DAY">8</cbc:DurationMeasure></cac:SettlementPeriod>'
)


@pytest.mark.parametrize(
    ("terms", "cents", "until"),
    [
        (PERCENT + EIGHT_DAYS, 2420, date(2026, 10, 9)),
        (
            '<cbc:SettlementDiscountAmount currencyID="EUR">25.00</cbc:SettlementDiscountAmount>'
            "<cac:SettlementPeriod><cbc:EndDate>2026-10-11</cbc:EndDate></cac:SettlementPeriod>",
            2500,
            date(2026, 10, 11),
        ),
        (
            f'{PERCENT}<cbc:Amount currencyID="EUR">1000.00</cbc:Amount>{EIGHT_DAYS}',
            2000,
            date(2026, 10, 9),
        ),
        (
            f"{PERCENT}<cac:ValidityPeriod><cbc:EndDate>2026-10-08</cbc:EndDate></cac:ValidityPeriod>",
            2420,
            date(2026, 10, 8),
        ),
        ("<cbc:Note>#SKONTO#TAGE=14#PROZENT=2.00#\n</cbc:Note>", 2420, date(2026, 10, 15)),
        (
            "<cbc:Note>#SKONTO#TAGE=14#PROZENT=3.00#BASISBETRAG=1000.00#\n</cbc:Note>",
            3000,
            date(2026, 10, 15),
        ),
        (
            "<cbc:Note>#SKONTO#TAGE=7#PROZENT=2.00#\n#SKONTO#TAGE=14#PROZENT=1.00#\n#SKONTO#TAGE=30#PROZENT=0.00#</cbc:Note>",
            2420,
            date(2026, 10, 8),
        ),
        ("<cbc:Note>2% korting bij betaling binnen 8 dagen</cbc:Note>", 2420, date(2026, 10, 9)),
        (PERCENT, 0, None),
        ("<cbc:Note>30 dagen netto</cbc:Note>", 0, None),
    ],
)
def test_ubl_says_a_discount_in_fields_codes_or_words(terms: str, cents: int, until: date | None) -> None:
    assert told(ubl_with(f"<cac:PaymentTerms>{terms}</cac:PaymentTerms>")) == (cents, until)


def test_a_credit_note_gives_no_discount() -> None:
    terms = f"<cac:PaymentTerms>{PERCENT}{EIGHT_DAYS}</cac:PaymentTerms>"
    assert told(ubl_with(terms, kind="credit_note")) == (0, None)


def test_of_several_discounts_the_largest_counts_and_the_others_are_said() -> None:
    week = EIGHT_DAYS.replace(">8<", ">7<")
    terms = (
        f"<cac:PaymentTerms>{PERCENT.replace('2', '3')}{week}</cac:PaymentTerms>"
        f"<cac:PaymentTerms>{PERCENT}{EIGHT_DAYS}</cac:PaymentTerms>"
    )
    found = ubl_with(terms)
    assert told(found) == (3630, date(2026, 10, 8))
    assert any("meer dan één manier korting" in remark.what for remark in found.remarks)


def cii_terms(discount: str, due: str = "") -> str:
    return (
        f"<ram:SpecifiedTradePaymentTerms>{due}<ram:ApplicableTradePaymentDiscountTerms>{discount}"
        "</ram:ApplicableTradePaymentDiscountTerms></ram:SpecifiedTradePaymentTerms>"
    )


CII_PERCENT = "<ram:CalculationPercent>2</ram:CalculationPercent>"
CII_DAYS = '<ram:BasisPeriodMeasure unitCode="DAY">8</ram:BasisPeriodMeasure>'


@pytest.mark.parametrize(
    ("terms", "cents", "until"),
    [
        (cii_terms(CII_DAYS + CII_PERCENT), 2420, date(2026, 10, 9)),
        (
            cii_terms(f"{CII_DAYS}<ram:BasisAmount>1000.00</ram:BasisAmount>{CII_PERCENT}"),
            2000,
            date(2026, 10, 9),
        ),
        (
            cii_terms(f"{CII_DAYS}{CII_PERCENT}<ram:ActualDiscountAmount>24.00</ram:ActualDiscountAmount>"),
            2400,
            date(2026, 10, 9),
        ),
        (
            cii_terms(
                CII_PERCENT,
                '<ram:DueDateDateTime><udt:DateTimeString format="102">20261012</udt:DateTimeString></ram:DueDateDateTime>',
            ),
            2420,
            date(2026, 10, 12),
        ),
        (
            "<ram:SpecifiedTradePaymentTerms><ram:Description>2% Skonto innerhalb 10 Tagen, 30 Tage netto"
            "</ram:Description></ram:SpecifiedTradePaymentTerms>",
            2420,
            date(2026, 10, 11),
        ),
        ("", 0, None),
    ],
)
def test_cii_says_the_same(terms: str, cents: int, until: date | None) -> None:
    found = cii_with(terms)
    assert told(found) == (cents, until)
    assert found.due_date == date(2026, 10, 31)


@pytest.mark.parametrize(
    ("note", "percent", "until"),
    [
        ("Payment within 10 days, 2% discount", "2", date(2026, 10, 11)),
        ("Bei Zahlungen binnen 14 Tagen, 2% Skonto", "2", date(2026, 10, 15)),
        ("Zahlbar innerhalb 14 Tagen mit 2% Skonto, 30 Tage netto", "2", date(2026, 10, 15)),
        ("2% escompte pour paiement sous 8 jours, 30 jours net", "2", date(2026, 10, 9)),
        ("2/10 net 30", "2", date(2026, 10, 11)),
        ("2% 10 Tage, 30 Tage netto", "2", date(2026, 10, 11)),
        (
            "Betaling binnen 14 dagen. Bij betaling binnen 8 dagen 1,5 % betalingskorting.",
            "1.5",
            date(2026, 10, 9),
        ),
        ("2% korting bij betaling vóór 15-10-2026", "2", date(2026, 10, 15)),
    ],
)
def test_words_give_the_discount_and_its_last_day(note: str, percent: str, until: date) -> None:
    assert offers_in(note, ISSUED) == [Offer(until, percent=percent_of(percent))]


def test_words_can_give_an_amount() -> None:
    note = "Bij betaling binnen 8 dagen mag u € 25,00 in mindering brengen"
    assert offers_in(note, ISSUED) == [Offer(date(2026, 10, 9), cents=2500)]


@pytest.mark.parametrize(
    "note",
    [
        "Geen korting binnen 8 dagen",
        "2% korting",
        "korting binnen 8 dagen",
        "2% kredietbeperkingstoeslag vervalt bij betaling binnen 14 dagen",
        "Korting 10% op volgende bestelling; betaling binnen 30 dagen",
        "Les réglements reçus avant la date d'échéance ne donneront pas lieu à escompte.",
        "Bij te late betaling 1% rente per maand, betaling binnen 30 dagen netto",
        "50% vooraf, 50% binnen een maand",
        "Nach 30 Tagen 2% Skonto",
        "3% of 2% korting binnen 8 dagen",
        "2% korting binnen 8 dagen of binnen 10 dagen",
        "",
    ],
)
def test_what_is_no_discount_or_could_be_two_gives_none(note: str) -> None:
    assert offers_in(note, ISSUED) == []


def test_words_about_anything_count_only_where_they_speak_of_paying() -> None:
    assert offers_in("10% korting binnen 8 dagen op alles", ISSUED, about_payment=False) == []
    assert offers_in("2% korting bij betaling binnen 8 dagen", ISSUED, about_payment=False) != []


@given(
    st.integers(1, 10**9),
    st.integers(1, 9999),
    st.lists(st.integers(-5, 60), min_size=1, max_size=4),
)
def test_a_discount_is_always_a_part_with_a_day_that_is_not_past(
    asked: int, hundredths: int, days: list[int]
) -> None:
    percent = percent_of(f"{hundredths // 100}.{hundredths % 100:02d}")
    offers = [Offer(date.fromordinal(ISSUED.toordinal() + day), percent=percent) for day in days]
    found = discount_of(offers, Findings(file="x"), issue_date=ISSUED, payable_cents=asked)
    if found != Discount():
        assert 0 < found.cents < asked
        assert found.until is not None
        assert found.until >= ISSUED
        assert abs(found.cents * 10000 - asked * hundredths) <= 5000


@pytest.mark.parametrize(
    ("orders", "references", "number"),
    [
        (["PO-4711"], [], "PO-4711"),
        (["NA"], [], None),
        (["Dummy"], [], None),
        (["n/a", "4500012345"], [], "4500012345"),
        ([], ["04011000-12345-34"], None),
        ([], ["Inkoop"], None),
        ([], ["Bestelling 2026-881"], "Bestelling 2026-881"),
        ([], ["PO 99812"], "PO 99812"),
        ([], ["4500012345"], "4500012345"),
        ([], ["Postbus 12"], None),
    ],
)
def test_an_order_is_a_number_and_a_route_is_not(
    orders: list[str], references: list[str], number: str | None
) -> None:
    assert order_number_of(orders, references) == number


def test_both_languages_name_the_order() -> None:
    head = "<cac:OrderReference><cbc:ID>B-2026-77</cbc:ID></cac:OrderReference>"
    order = (
        "<ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>B-2026-77</ram:IssuerAssignedID>"
        "</ram:BuyerOrderReferencedDocument>"
    )
    assert ubl_with(head=head).order_number == cii_with(agreement=order).order_number == "B-2026-77"


def test_what_was_read_is_shown() -> None:
    (shown,) = as_json(ubl_with(f"<cac:PaymentTerms>{PERCENT}{EIGHT_DAYS}</cac:PaymentTerms>"))
    assert (shown["discount_cents"], shown["discount_until"], shown["order_number"]) == (
        2420,
        "2026-10-09",
        None,
    )
