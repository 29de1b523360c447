"""The calculations: whatever can be typed gives an answer or a refusal in both languages, never one of the domain."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.accrual import Payment
from voldaan.domain.law.allocation import Debt
from voldaan.domain.law.contract_interest import AgreedRate
from voldaan.domain.law.limitation import Interruption
from voldaan.domain.law.rates import MissingRate
from voldaan.usecases.calculate.allocation import calculate_allocation, calculate_split
from voldaan.usecases.calculate.calculation import Calculation, CannotCalculate
from voldaan.usecases.calculate.contact import calculate_contact
from voldaan.usecases.calculate.costs import calculate_costs
from voldaan.usecases.calculate.interest import calculate_interest
from voldaan.usecases.calculate.limitation import calculate_limitation
from voldaan.usecases.calculate.notice import calculate_notice
from voldaan.usecases.calculate.terms import calculate_terms
from voldaan.usecases.calculate.typed import FIRST_YEAR, LAST_YEAR

DUE = date(2026, 9, 1)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
CENTS = st.integers(0, 10**15)
PERCENTS = st.decimals(0, 100, places=4)
NAMES = st.sampled_from(["A", "a", " A ", "B", "C", "", " "])
CAPACITIES = st.sampled_from(["CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY", "UNKNOWN"])

ASKED: dict[Callable[..., Calculation], dict[str, st.SearchStrategy[Any]]] = {
    calculate_allocation: {
        "payment_cents": CENTS,
        "debts": st.lists(
            st.builds(Debt, id=NAMES, due_date=DAYS, open_cents=CENTS, rate_percent=PERCENTS), max_size=3
        ),
        "designated": st.lists(NAMES, max_size=2),
        "on": DAYS,
    },
    calculate_split: dict.fromkeys(
        ["payment_cents", "costs_cents", "interest_cents", "principal_cents"], CENTS
    ),
    calculate_contact: {"at": st.datetimes(datetime(FIRST_YEAR, 1, 1), datetime(LAST_YEAR, 12, 31))},
    calculate_costs: {
        "principals_cents": st.lists(CENTS, max_size=3),
        "vat_percent": st.none() | PERCENTS,
        "paid_cents": CENTS,
    },
    calculate_interest: {
        "kind": st.sampled_from(["STATUTORY", "COMMERCIAL", "PUBLIC_BODY", "CONTRACT"]),
        "principal_cents": CENTS,
        "until": DAYS,
        "due_date": st.none() | DAYS,
        "first_day": st.none() | DAYS,
        "day_count": st.sampled_from(["interest-year", "act365"]),
        "payments": st.lists(st.builds(Payment, day=DAYS, cents=st.integers(1, 10**9)), max_size=2),
        "agreed": st.none() | st.builds(AgreedRate, percent=PERCENTS, per=st.sampled_from(["YEAR", "MONTH"])),
        "capacity": st.none() | CAPACITIES,
    },
    calculate_limitation: {
        "kind": st.sampled_from(["CONTRACT", "PERIODIC", "CONSUMER_SALE", "DAMAGES_OR_PENALTY", "JUDGMENT"]),
        "fell_due_on": DAYS,
        "interruptions": st.lists(
            st.builds(Interruption, kind=st.sampled_from(["DEMAND", "ACKNOWLEDGEMENT"]), day=DAYS), max_size=2
        ),
        "on": st.none() | DAYS,
    },
    calculate_notice: {
        "sent": DAYS,
        "by": st.sampled_from(["POST", "EMAIL"]),
        "delivery_days": st.none() | st.integers(1, 30),
        "principals_cents": st.lists(CENTS, max_size=2),
        "vat_percent": st.none() | PERCENTS,
        "creditor": st.sampled_from(["", "  ", "Zon"]),
    },
    calculate_terms: {
        "buyer": CAPACITIES,
        "issue_date": DAYS,
        "agreed_days": st.none() | st.integers(0, 3650),
        "agreed_on": st.none() | DAYS,
        "longer_is_express": st.none() | st.booleans(),
        "large_buys_from_small": st.booleans(),
        "invoice_received_on": st.none() | DAYS,
        "performance_received_on": st.none() | DAYS,
        "accepted_on": st.none() | DAYS,
    },
}


@pytest.mark.parametrize("calculate", ASKED)
@given(data=st.data())
def test_what_cannot_be_calculated_is_refused_in_both_languages(
    calculate: Callable[..., Calculation], data: st.DataObject
) -> None:
    asked = {name: data.draw(values) for name, values in ASKED[calculate].items()}
    try:
        answer = calculate(**asked).answer
    except (CannotCalculate, MissingRate) as refused:
        assert refused.sentence("nl") != refused.sentence("en")
    else:
        assert answer.nl != answer.en


@pytest.mark.parametrize(
    ("debts", "designated", "dutch", "english"),
    [
        (
            ["A", "B", "A"],
            [],
            "Twee schulden heten allebei ‘A’. Geef elke schuld een eigen naam.",
            "Two debts are both called ‘A’. Give each a name of its own.",
        ),
        (
            ["A", "B"],
            ["b", "C"],
            "Geen schuld heet ‘C’. Wijs er een aan bij haar naam, of wijs er geen aan.",
            "No debt is called ‘C’. Designate one by its name, or none at all.",
        ),
    ],
)
def test_names_that_point_nowhere_or_twice_are_refused(
    debts: list[str], designated: list[str], dutch: str, english: str
) -> None:
    owed = [Debt(id=name, due_date=DUE, open_cents=100, rate_percent=Decimal(0)) for name in debts]
    with pytest.raises(CannotCalculate) as refused:
        calculate_allocation(100, owed, designated=designated, on=DUE)
    assert refused.value.sentences == (dutch, english)


def test_a_creditor_of_spaces_alone_is_no_name() -> None:
    told = calculate_notice(DUE, by="POST", principals_cents=[10_000], vat_percent=Decimal(21), creditor=" ")
    unnamed = calculate_notice(DUE, by="POST", principals_cents=[10_000], vat_percent=Decimal(21))
    assert told.texts == unnamed.texts
