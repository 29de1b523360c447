"""Which payment is which payout: by its name, else by an amount that only two can share."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.facts import PaymentFacts
from voldaan.domain.matching.payouts import Specification, chosen_payouts

DAY = date(2026, 11, 5)
BATCH = Specification("INC-2026-11", 12600, DAY)
MOLLIE = Specification("1234567.2611.01", 12600, None, "mollie")
STRIPE = Specification("po_1AbcDef", 12600, DAY, "stripe")


def payment(key: int = 1, cents: int = 12600, on: date = DAY, **facts: str) -> PaymentFacts:
    return PaymentFacts(key, cents, on, bank_iban="NL91ABNA0417164300", **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "specification", "fits"),
    [
        (payment(remittance="Mollie uitbetaling 1234567.2611.01"), MOLLIE, True),
        (payment(remittance="UITBETALING 1234567 2611 01"), MOLLIE, True),
        (payment(end_to_end_id="INC-2026-11", counterparty_iban="NL20INGB0001234567"), BATCH, True),
        (payment(bank_reference="x/INC-2026-11"), BATCH, True),
        (payment(), BATCH, True),
        (payment(counterparty_iban="NL91ABNA0417164300"), BATCH, True),
        (payment(counterparty_iban="NL20INGB0001234567"), BATCH, False),
        (payment(on=date(2026, 11, 10)), BATCH, True),
        (payment(on=date(2026, 11, 11)), BATCH, False),
        (payment(cents=12601, remittance="INC-2026-11"), BATCH, False),
        (payment(counterparty_name="Stripe Technology Europe Ltd"), STRIPE, True),
        (payment(counterparty_name="Bakkerij Korst"), STRIPE, False),
        (payment(counterparty_name="Stichting Mollie Payments"), MOLLIE, False),
        (
            payment(counterparty_iban="NL20INGB0001234567", remittance="betaling 1"),
            BATCH._replace(payout="1"),
            False,
        ),
    ],
)
def test_a_payment_is_a_payout_by_its_name_or_by_its_amount_day_and_payer(
    found: PaymentFacts, specification: Specification, fits: bool
) -> None:
    assert chosen_payouts([found], [specification]) == ({1: specification.payout} if fits else {})


def test_two_that_could_be_it_are_neither() -> None:
    assert chosen_payouts([payment(1), payment(2)], [BATCH]) == {}
    assert chosen_payouts([payment(1)], [BATCH, BATCH._replace(payout="INC-OTHER")]) == {}
    both = [payment(1, remittance="INC-2026-11"), payment(2, remittance="INC-2026-11")]
    assert chosen_payouts(both, [BATCH]) == {}


def test_what_is_named_leaves_the_other_for_the_other() -> None:
    two = [payment(1, remittance="INC-2026-11"), payment(2)]
    other = BATCH._replace(payout="INC-OTHER")
    assert chosen_payouts(two, [BATCH, other]) == {1: "INC-2026-11", 2: "INC-OTHER"}


payments = st.lists(
    st.tuples(
        st.sampled_from([100, 200]), st.sampled_from(["", "INC-2026-11", "INC-OTHER"]), st.integers(1, 9)
    ),
    max_size=4,
)


@given(payments, st.lists(st.sampled_from(["INC-2026-11", "INC-OTHER", "INC-THIRD"]), unique=True))
def test_no_order_decides_and_no_payout_is_given_twice(
    told: list[tuple[int, str, int]], names: list[str]
) -> None:
    found = [
        payment(key, cents, date(2026, 11, day), remittance=text)
        for key, (cents, text, day) in enumerate(told)
    ]
    offered = [Specification(name, 100, DAY) for name in names]
    chosen = chosen_payouts(found, offered)
    assert len(set(chosen.values())) == len(chosen)
    for order in permutations(found):
        assert chosen_payouts(list(order), offered[::-1]) == chosen
