"""Payout specifications of payment services: every row and every payout adds up, or the file is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.payout_samples import (
    ADYEN,
    ADYEN_HEADER,
    DEBTOR_IBAN,
    MOLLIE,
    MOLLIE_HEADER,
    STRIPE,
    STRIPE_BALANCE,
    STRIPE_BALANCE_HEADER,
    STRIPE_HEADER,
    table,
)
from voldaan.formats import detect
from voldaan.formats.amounts import cents_to_decimal
from voldaan.formats.as_json import as_json
from voldaan.formats.payouts import specifications
from voldaan.formats.source import Source
from voldaan.formats.values import PayoutSpecification, Refusal


def read(data: bytes) -> tuple[PayoutSpecification, ...]:
    assert specifications.recognises(data[:65536])
    return specifications.read(Source.of_bytes(data, "uitbetaling.csv"))


def refused(data: bytes) -> list[str]:
    with pytest.raises(Refusal) as caught:
        read(data)
    for problem in caught.value.problems:
        assert problem.why.endswith(".")
        assert problem.how_to_fix.endswith(".")
    return [problem.what for problem in caught.value.problems]


def money(found: PayoutSpecification) -> list[tuple[int, int, str]]:
    return [(line.gross_cents, line.fee_cents, line.remittance) for line in found.lines]


def test_mollie_pays_in_full_and_withholds_in_rows_of_its_own() -> None:
    (found,) = read(MOLLIE)
    assert (found.format, found.payout, found.net_cents) == ("mollie", "1234567.2611.01", 14995)
    assert found.paid_out_on is None
    assert money(found) == [
        (12100, 0, "Factuur 2026-0042"),
        (5000, 0, "Original payment: tr_b - Factuur 2026-0043"),
        (-2000, 0, "Terug factuur 2026-0041"),
        (0, 105, "Withheld transaction fees 2026.11"),
    ]
    assert (found.lines[0].payer_name, found.lines[0].payer_iban) == ("Bakkerij Korst", DEBTOR_IBAN)


def test_stripe_reports_several_payouts_and_what_waits_is_said() -> None:
    first, second = read(STRIPE)
    assert (first.payout, first.net_cents, first.paid_out_on) == ("po_1", 9905, date(2026, 11, 5))
    assert money(first) == [(12100, 195, "Bestelling 2026-0042"), (-2000, 0, "Terug")]
    assert (second.payout, second.net_cents) == ("po_2", 5940)
    assert [remark.what for remark in first.remarks] == ["1 regel is nog niet uitbetaald en telt niet mee."]


def test_stripe_balance_transactions_are_held_against_the_payout_itself() -> None:
    (found,) = read(STRIPE_BALANCE)
    assert (found.payout, found.net_cents, found.paid_out_on) == ("po_1", 11905, date(2026, 11, 5))
    assert refused(STRIPE_BALANCE.replace(b"-119.05,0.00,,-119.05", b"-119.06,0.00,,-119.06")) == [
        "De regels van uitbetaling po_1 tellen op tot 119,05; uitbetaald is 119,06."
    ]


def test_money_for_another_account_inside_a_stripe_payout_is_a_row_of_it() -> None:
    rows = [
        "txn_1,charge,ch_1,100.00,1.00,,99.00,eur,,,Factuur 2026-0042,,,po_1,2026-11-05 00:00,",
        "txn_2,transfer,tr_1,-10.00,0.00,,-10.00,eur,,,Naar partner,,,po_1,2026-11-05 00:00,",
    ]
    (found,) = read(table(STRIPE_BALANCE_HEADER, rows))
    assert (found.net_cents, len(found.lines)) == (8900, 2)


def test_adyen_is_held_against_its_merchant_payout() -> None:
    (found,) = read(ADYEN)
    assert (found.payout, found.net_cents, found.paid_out_on) == (
        "LindeNL batch 134",
        15075,
        date(2026, 11, 3),
    )
    assert money(found) == [
        (12100, 25, "2026-0042"),
        (6000, 50, "2026-0043"),
        (-2000, 750, "2026-0041"),
        (0, 200, "Transaction Fees"),
    ]


def test_a_sale_under_either_title_of_adyen_is_a_sale() -> None:
    swapped = ADYEN.replace(b"EUR,,121.00,1,EUR", b"EUR,121.00,,1,EUR")
    assert money(read(swapped)[0]) == money(read(ADYEN)[0])


def test_a_batch_of_adyen_that_was_not_paid_out_is_no_payout() -> None:
    without = b"\n".join(line for line in ADYEN.splitlines() if b"MerchantPayout" not in line) + b"\n"
    assert refused(without) == ["In deze specificatie staat geen uitbetaling."]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (STRIPE.replace(b"119.05", b"119.06"), "Rij 2 telt niet op."),
        (STRIPE.replace(b"121.00,1.95", b"1.21.00,1.95"), "Rij 2 klopt niet."),
        (STRIPE.replace(b"2026-11-05 00", b"05/11/2026 00"), "Rij 2 klopt niet."),
        (STRIPE.replace(b",Vonk B.V.,2026-0042", b""), "Rij 2 is afgebroken."),
        (ADYEN.replace(b"121.00,1,EUR,,120.75", b"121.00,1,EUR,,110.75"), "Rij 2 klopt niet."),
        (
            ADYEN.replace(b"EUR,150.75", b"EUR,150.76"),
            "De regels van uitbetaling LindeNL batch 134 tellen op tot 150,75; uitbetaald is 150,76.",
        ),
        (table(MOLLIE_HEADER, []), "In deze specificatie staat geen uitbetaling."),
        (
            table(STRIPE_HEADER, [",,txn_4,2026-11-07,eur,10.00,0.40,9.60,charge,x,,"]),
            "In deze specificatie staat geen uitbetaling.",
        ),
    ],
)
def test_what_does_not_add_up_is_refused_in_a_sentence(data: bytes, what: str) -> None:
    assert what in refused(data)


@pytest.mark.parametrize("data", [MOLLIE, STRIPE, STRIPE_BALANCE, ADYEN])
def test_a_specification_saved_again_by_a_spreadsheet_says_the_same(data: bytes) -> None:
    again = data.replace(b";", b" ").replace(b",", b";")
    assert [money(one) for one in read(again)] == [money(one) for one in read(data)]
    assert [money(one) for one in read(b"\xef\xbb\xbf" + data)] == [money(one) for one in read(data)]


@pytest.mark.parametrize("data", [MOLLIE, STRIPE, STRIPE_BALANCE, ADYEN])
def test_it_is_known_by_its_header_and_shown(data: bytes) -> None:
    source = Source.of_bytes(data, "bestand")
    assert detect.format_of(source) == "payout"
    for found in detect.read(source):
        payout, *lines = (row for row in as_json(found) if row["kind"] != "remark")
        assert payout["entries"] == len(lines)
        assert payout["net_cents"] == sum(row["gross_cents"] - row["fee_cents"] for row in lines)


@pytest.mark.parametrize(
    "header",
    [
        "Date,Payment method,Currency,Amount,Status,ID,Consumer name,Settlement reference",
        "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC)",
        "number;debtor_name;issue_date;due_date;total;open",
        "",
    ],
)
def test_a_file_without_the_columns_that_are_needed_is_something_else(header: str) -> None:
    assert not specifications.recognises(table(header, ["x"]))


PAYMENTS = st.tuples(st.integers(-(10**7), 10**7), st.integers(-1000, 1000))


@given(st.lists(st.tuples(st.integers(1, 3), PAYMENTS), min_size=1, max_size=30))
def test_what_a_payout_brings_is_what_was_paid_less_what_was_kept(
    rows: list[tuple[int, tuple[int, int]]],
) -> None:
    lines = [
        f"po_{payout},2026-11-05,txn,2026-11-01,eur,{cents_to_decimal(gross)},{cents_to_decimal(fee)},"
        f"{cents_to_decimal(gross - fee)},charge,Factuur {place},,"
        for place, (payout, (gross, fee)) in enumerate(rows)
    ]
    found = {one.payout: one for one in read(table(STRIPE_HEADER, lines))}
    for payout, (gross, fee) in rows:
        assert any((line.gross_cents, line.fee_cents) == (gross, fee) for line in found[f"po_{payout}"].lines)
    assert sum(one.net_cents for one in found.values()) == sum(gross - fee for _, (gross, fee) in rows)


@given(
    st.lists(st.tuples(st.integers(100, 10**6), st.integers(0, 99)), min_size=1, max_size=20),
    st.integers(0, 10**4),
)
def test_one_row_less_of_adyen_is_seen(rows: list[tuple[int, int]], left_out: int) -> None:
    lines = [
        f"Linde,LindeNL,88{place},2026-{place:04d},ideal,2026-11-01 10:00:00,CET,Settled,M,EUR,,{cents_to_decimal(gross)},"
        f"1,EUR,,{cents_to_decimal(gross - fee)},{cents_to_decimal(fee)},,,,ideal,,134"
        for place, (gross, fee) in enumerate(rows)
    ]
    net = cents_to_decimal(sum(gross - fee for gross, fee in rows))
    payout = f"Linde,LindeNL,,,,2026-11-03 02:00:00,CET,MerchantPayout,TX,EUR,,,,EUR,{net},,,,,,,,134"
    (found,) = read(table(ADYEN_HEADER, [*lines, payout]))
    assert [(line.gross_cents, line.fee_cents) for line in found.lines] == rows
    del lines[left_out % len(lines)]
    assert refused(table(ADYEN_HEADER, [*lines, payout]))
