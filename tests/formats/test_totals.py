"""Totals: what must add up, what may round, and that a contradiction is told with both amounts."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.formats.findings import Findings
from voldaan.formats.invoices.totals import Totals, VatPart, check_totals

WHOLE = Totals(
    total_cents=121000,
    payable_cents=101000,
    prepaid_cents=20000,
    rounding_cents=0,
    line_sum_cents=100000,
    allowances_cents=5000,
    charges_cents=5000,
    net_cents=100000,
    vat_cents=21000,
    line_parts=(60000, 40000),
    allowance_parts=(5000,),
    charge_parts=(2000, 3000),
    vat_parts=(VatPart(taxable_cents=100000, vat_cents=21000, percent=Fraction(21)),),
)


def check(totals: Totals) -> tuple[bool, list[str], list[str]]:
    findings, remarks = Findings(file="factuur.xml"), Findings(file="factuur.xml")
    fine = check_totals(totals, findings, remarks, {"payable_cents": "/Invoice/Payable"})
    return (
        fine,
        [f"{p.what} {p.why}" for p in findings.problems],
        [f"{p.what} {p.why}" for p in remarks.problems],
    )


def test_an_invoice_that_adds_up_says_nothing() -> None:
    assert check(WHOLE) == (True, [], [])


@pytest.mark.parametrize(
    ("changes", "rule", "made", "said"),
    [
        ({"payable_cents": 101001}, "BR-CO-16", "1.010,00", "1.010,01"),
        ({"prepaid_cents": None}, "BR-CO-16", "1.210,00", "1.010,00"),
        ({"rounding_cents": 3}, "BR-CO-16", "1.010,03", "1.010,00"),
        ({"total_cents": 121001, "payable_cents": 101001}, "BR-CO-15", "1.210,00", "1.210,01"),
        ({"net_cents": 99999, "vat_cents": 21001}, "BR-CO-13", "1.000,00", "999,99"),
        ({"line_parts": (60000, 39997)}, "BR-CO-10", "999,97", "1.000,00"),
        ({"allowance_parts": (4998,)}, "BR-CO-11", "49,98", "50,00"),
        ({"charge_parts": (5000, 3000)}, "BR-CO-12", "80,00", "50,00"),
        (
            {"vat_parts": (VatPart(taxable_cents=100000, vat_cents=21002, percent=Fraction(21)),)},
            "BR-CO-14",
            "210,02",
            "210,00",
        ),
    ],
)
def test_a_contradiction_is_told_with_both_amounts(
    changes: dict[str, object], rule: str, made: str, said: str
) -> None:
    fine, problems, _ = check(replace(WHOLE, **changes))
    assert not fine
    assert len(problems) == 1
    assert all(word in problems[0] for word in ("kloppen niet met elkaar", rule, made, said))


@pytest.mark.parametrize(
    "changes",
    [
        {"line_parts": (60001, 40001)},
        {"line_parts": (59999, 39999)},
        {"allowance_parts": (4999,)},
        {"vat_parts": (VatPart(taxable_cents=100000, vat_cents=21001, percent=Fraction(21)),)},
    ],
)
def test_parts_may_miss_their_total_by_a_cent_each_and_that_is_said(changes: dict[str, object]) -> None:
    fine, problems, remarks = check(replace(WHOLE, **changes))
    assert (fine, problems) == (True, [])
    assert "een paar cent" in remarks[0]


def test_vat_that_differs_a_whole_unit_from_its_rate_is_said_and_less_is_rounding() -> None:
    for vat_cents, told in ((21099, 0), (21100, 1), (20901, 0), (20900, 1)):
        totals = replace(
            WHOLE,
            vat_cents=vat_cents,
            total_cents=100000 + vat_cents,
            payable_cents=80000 + vat_cents,
            vat_parts=(VatPart(taxable_cents=100000, vat_cents=vat_cents, percent=Fraction(21)),),
        )
        fine, problems, remarks = check(totals)
        assert (fine, problems, len(remarks)) == (True, [], told)


def test_what_is_not_said_is_held_against_nothing() -> None:
    assert check(Totals(total_cents=121000, payable_cents=121000, net_cents=100000)) == (True, [], [])
    assert (
        check(Totals(total_cents=121000, payable_cents=121000, net_cents=100000, vat_cents=20000))[0] is False
    )


@pytest.mark.parametrize(
    ("field", "words"), [("total_cents", "totaal met btw"), ("payable_cents", "te betalen bedrag")]
)
def test_an_amount_that_is_asked_must_be_there(field: str, words: str) -> None:
    fine, problems, _ = check(replace(WHOLE, **{field: None}))
    assert not fine
    assert words in problems[0]


def test_the_older_rule_has_the_rounding_in_the_total() -> None:
    older = replace(WHOLE, rounding_cents=2, total_cents=121002, payable_cents=101002)
    assert check(older) == (True, [], [])
    assert check(replace(older, payable_cents=101004))[0] is False


def test_the_place_of_the_contradiction_is_told() -> None:
    findings = Findings(file="factuur.xml")
    check_totals(
        replace(WHOLE, payable_cents=1), findings, Findings(file="f"), {"payable_cents": "/Invoice/Payable"}
    )
    assert findings.problems[0].path == "/Invoice/Payable"


amounts = st.integers(min_value=-(10**9), max_value=10**9)


@given(
    lines=st.lists(amounts, max_size=6).map(tuple),
    vat=amounts,
    prepaid=amounts,
    allowance=amounts,
    off=amounts,
)
def test_made_totals_are_fine_and_any_other_payable_is_not(
    lines: tuple[int, ...], vat: int, prepaid: int, allowance: int, off: int
) -> None:
    net = sum(lines) - allowance
    totals = Totals(
        total_cents=net + vat,
        payable_cents=net + vat - prepaid,
        prepaid_cents=prepaid,
        line_sum_cents=sum(lines),
        allowances_cents=allowance,
        net_cents=net,
        vat_cents=vat,
        line_parts=lines,
        allowance_parts=(allowance,),
    )
    assert check(totals) == (True, [], [])
    assert check(replace(totals, payable_cents=net + vat - prepaid + off))[0] is (off == 0)
