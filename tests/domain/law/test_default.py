"""From which day a debtor is in default, by the basis of the due date and the capacity."""

from datetime import date

import pytest

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.default import (
    DueDateBasis,
    in_default_from,
    last_day_of_reasonable_term,
    last_statutory_day,
)

DUE = date(2026, 9, 30)


@pytest.mark.parametrize("capacity", ["CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY", "UNKNOWN"])
def test_an_agreed_day_binds_of_itself(capacity: Capacity) -> None:
    default = in_default_from(due_date=DUE, basis="AGREED", capacity=capacity)
    assert default.first_day == date(2026, 10, 1)
    assert default.because == "AGREED_DAY_PASSED"
    assert [citation.label for citation in default.citations] == ["art. 6:83 onder a BW"]


def test_an_agreed_day_on_a_sunday_stays_on_that_sunday() -> None:
    sunday = date(2026, 11, 22)
    assert in_default_from(due_date=sunday, basis="AGREED", capacity="CONSUMER").first_day == date(
        2026, 11, 23
    )


@pytest.mark.parametrize("basis", ["UNILATERAL", "UNKNOWN", "STATUTORY_30"])
@pytest.mark.parametrize("capacity", ["CONSUMER", "UNKNOWN"])
def test_a_consumer_needs_a_reminder_with_a_term(basis: DueDateBasis, capacity: Capacity) -> None:
    facts = {"due_date": DUE, "received_on": date(2026, 9, 1)}
    without = in_default_from(basis=basis, capacity=capacity, **facts)
    assert (without.first_day, without.because) == (None, "NO_TERM_GIVEN")
    pay_by = date(2026, 10, 20)
    reminded = in_default_from(basis=basis, capacity=capacity, first_reminder_pay_by=pay_by, **facts)
    assert (reminded.first_day, reminded.because) == (date(2026, 10, 21), "TERM_OF_REMINDER_PASSED")
    assert reminded.citations[0].label == "art. 6:82 lid 1 BW"


@pytest.mark.parametrize(("pay_by_day", "first_day"), [(29, 1), (30, 1)])
def test_a_term_that_ends_before_the_due_date_does_not_advance_default(
    pay_by_day: int, first_day: int
) -> None:
    """A courtesy notice names the due date itself, or a day before it."""
    default = in_default_from(
        due_date=DUE,
        basis="UNILATERAL",
        capacity="CONSUMER",
        first_reminder_pay_by=date(2026, 9, pay_by_day),
    )
    assert default.first_day == date(2026, 10, first_day)


@pytest.mark.parametrize("basis", ["UNILATERAL", "UNKNOWN", "STATUTORY_30"])
@pytest.mark.parametrize("capacity", ["SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY"])
def test_a_business_without_an_agreed_day_has_30_days_from_receipt(
    basis: DueDateBasis, capacity: Capacity
) -> None:
    """Received on Tuesday 1 September: the 30 days run from the 2nd to Thursday 1 October."""
    default = in_default_from(
        due_date=date(2026, 9, 15), basis=basis, capacity=capacity, received_on=date(2026, 9, 1)
    )
    assert default.first_day == date(2026, 10, 2)
    assert default.because == "STATUTORY_TERM_PASSED"
    assert default.citations[0].label == "art. 6:119a lid 2 BW"


def test_a_due_date_that_is_later_than_the_statutory_term_is_kept() -> None:
    default = in_default_from(
        due_date=date(2026, 10, 31), basis="UNILATERAL", capacity="LEGAL_PERSON", received_on=date(2026, 9, 1)
    )
    assert default.first_day == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("due_date", "first_day"),
    [
        (date(2026, 10, 2), date(2026, 10, 3)),  # a Friday
        (date(2026, 10, 3), date(2026, 10, 6)),  # a Saturday, which moves to Monday
        (date(2026, 10, 5), date(2026, 10, 6)),  # a Monday
    ],
)
def test_a_due_date_that_is_the_statutory_one_needs_no_receipt(due_date: date, first_day: date) -> None:
    default = in_default_from(due_date=due_date, basis="STATUTORY_30", capacity="LEGAL_PERSON")
    assert (default.first_day, default.because) == (first_day, "STATUTORY_TERM_PASSED")


def test_a_business_whose_receipt_is_not_known_falls_back_on_the_reminder() -> None:
    unknown = in_default_from(due_date=DUE, basis="UNKNOWN", capacity="LEGAL_PERSON")
    assert unknown.first_day is None
    reminded = in_default_from(
        due_date=DUE, basis="UNKNOWN", capacity="LEGAL_PERSON", first_reminder_pay_by=date(2026, 10, 10)
    )
    assert reminded.first_day == date(2026, 10, 11)


@pytest.mark.parametrize(
    ("received_on", "last_day"),
    [
        (date(2026, 8, 26), date(2026, 9, 25)),  # a Friday
        (date(2026, 8, 27), date(2026, 9, 28)),  # the 30th day is a Saturday
        (date(2026, 8, 28), date(2026, 9, 28)),  # a Sunday
        (date(2026, 8, 29), date(2026, 9, 28)),  # a Monday
        (date(2026, 11, 25), date(2026, 12, 28)),  # Christmas Day, then Saturday and Sunday
    ],
)
def test_the_statutory_term_never_ends_on_a_day_of_rest(received_on: date, last_day: date) -> None:
    assert last_statutory_day(received_on) == last_day


def test_every_reason_is_a_sentence_in_both_languages() -> None:
    default = in_default_from(due_date=DUE, basis="UNKNOWN", capacity="CONSUMER")
    assert default.sentence("nl").startswith("verzuim staat niet vast")
    assert default.sentence("en").startswith("default is not established")


@pytest.mark.parametrize(
    ("received_on", "pay_by", "first_day"),
    [
        (date(2026, 10, 1), date(2026, 10, 8), date(2026, 10, 16)),  # a week is not relied on
        (date(2026, 10, 1), date(2026, 10, 15), date(2026, 10, 16)),
        (date(2026, 10, 1), date(2026, 10, 16), date(2026, 10, 17)),
    ],
)
def test_a_term_that_was_too_short_counts_as_one_of_fourteen_days(
    received_on: date, pay_by: date, first_day: date
) -> None:
    default = in_default_from(
        due_date=DUE,
        basis="UNILATERAL",
        capacity="CONSUMER",
        first_reminder_pay_by=pay_by,
        first_reminder_received_on=received_on,
    )
    assert (default.first_day, default.because) == (first_day, "TERM_OF_REMINDER_PASSED")
    assert last_day_of_reasonable_term(received_on) == date(2026, 10, 15)


def test_a_reminder_without_a_term_gives_none_however_well_it_arrived() -> None:
    default = in_default_from(
        due_date=DUE, basis="UNILATERAL", capacity="CONSUMER", first_reminder_received_on=date(2026, 10, 1)
    )
    assert default.first_day is None


@pytest.mark.parametrize(
    ("said_on", "first_day"),
    [
        (date(2026, 9, 15), date(2026, 10, 1)),  # before the due date: not in default before that
        (date(2026, 9, 30), date(2026, 10, 1)),
        (date(2026, 10, 5), date(2026, 10, 6)),
    ],
)
def test_a_debtor_who_says_that_payment_will_not_come_needs_no_term(said_on: date, first_day: date) -> None:
    default = in_default_from(
        due_date=DUE, basis="UNILATERAL", capacity="CONSUMER", said_not_to_pay_on=said_on
    )
    assert (default.first_day, default.because) == (first_day, "SAID_NOT_TO_PAY")
    assert default.citations[0].label == "art. 6:83 onder c BW"
    assert "uitblijft" in default.sentence("nl")


def test_such_a_statement_after_default_began_changes_nothing() -> None:
    default = in_default_from(
        due_date=DUE, basis="AGREED", capacity="CONSUMER", said_not_to_pay_on=date(2026, 10, 5)
    )
    assert (default.first_day, default.because) == (date(2026, 10, 1), "AGREED_DAY_PASSED")


@pytest.mark.parametrize("basis", ["AGREED", "UNILATERAL", "STATUTORY_30", "UNKNOWN"])
@pytest.mark.parametrize("capacity", ["CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY", "UNKNOWN"])
def test_nobody_is_in_default_before_the_debt_fell_due(basis: DueDateBasis, capacity: Capacity) -> None:
    early = date(2026, 8, 1)
    default = in_default_from(
        due_date=DUE,
        basis=basis,
        capacity=capacity,
        first_reminder_pay_by=early,
        received_on=early,
        said_not_to_pay_on=early,
    )
    assert default.first_day is not None
    assert default.first_day > DUE
