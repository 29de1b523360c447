"""The fourteen-day notice behind a claim: what it was worth, and what was paid of what it asked."""

from dataclasses import replace
from datetime import date

import pytest

from tests.letters.samples import notice
from voldaan.domain.law.costs_due import costs_due
from voldaan.domain.law.notice import By
from voldaan.domain.law.notice_flaws import flaws
from voldaan.records.dossier_rows import Allocated, ClaimedInvoice
from voldaan.records.notices import SentNotice
from voldaan.usecases.claimed_notice import notice_as_sent, paid_since

SENT = date(2026, 11, 23)
AFTER_THE_TERM = date(2027, 1, 4)


def sent(by: By = "POST", *, invoices: int = 1, on_behalf: bool = False, mark: bool = True) -> SentNotice:
    facts = notice(by=by, invoices=invoices, on_behalf=on_behalf)
    if not mark:
        facts = replace(facts, sender=replace(facts.sender, registration_mark=None))
    principals = {number: line.open_cents for number, line in enumerate(facts.invoices, start=1)}
    return SentNotice(facts=facts, sent_on=SENT, by=by, principals=principals)


def invoice(
    number: int = 1, *, open_cents: int = 123_450, paid: tuple[Allocated, ...] = ()
) -> ClaimedInvoice:
    return ClaimedInvoice(
        id=number, number=f"2026-{number}", subject="Meel", issue_date=date(2026, 10, 3), due_date=date(2026, 11, 2),
        due_date_basis="AGREED", currency="EUR", total_cents=123_450, asked_cents=123_450, open_cents=open_cents,
        payment_reference="", pay_to_iban="", pay_to_name="", allocations=paid, first_reminder_pay_by=None,
    )  # fmt: skip


def paid(on: date, cents: int) -> Allocated:
    return Allocated(on=on, kind="PAYMENT", cents=cents)


@pytest.mark.parametrize(("on_behalf", "mark", "found"), [
    (False, True, set()),
    (True, True, set()),
    (True, False, {"SENDER_NOT_REGISTERED"}),
])  # fmt: skip
def test_by_post_it_is_worth_its_costs_from_whom_may_ask_them(
    on_behalf: bool, mark: bool, found: set[str]
) -> None:
    weighed = notice_as_sent(sent(on_behalf=on_behalf, mark=mark), "CONSUMER")
    assert {flaw.because for flaw in flaws(weighed)} == found


def test_of_an_e_mail_nobody_can_prove_that_it_came() -> None:
    assert [flaw.because for flaw in flaws(notice_as_sent(sent("EMAIL"), "CONSUMER"))] == [
        "ARRIVAL_NOT_PROVED"
    ]


def test_a_claim_that_was_left_out_is_a_flaw() -> None:
    notice_ = sent()
    told = notice_.facts.notice
    assert told is not None
    left_out = replace(notice_, facts=replace(notice_.facts, notice=replace(told, claims_left_out=1)))
    assert [flaw.because for flaw in flaws(notice_as_sent(left_out, "CONSUMER"))] == ["CLAIMS_LEFT_OUT"]


@pytest.mark.parametrize(("claimed", "costs"), [
    ([invoice()], 18_518),
    ([invoice(open_cents=103_450, paid=(paid(date(2026, 12, 1), 20_000),))], 15_518),
    ([invoice(open_cents=103_450, paid=(paid(date(2026, 12, 28), 20_000),))], 18_518),
    ([invoice(open_cents=103_450, paid=(paid(date(2026, 11, 20), 20_000),))], 15_518),
])  # fmt: skip
def test_what_was_paid_within_the_term_lowers_the_costs(claimed: list[ClaimedInvoice], costs: int) -> None:
    found = costs_due(
        "CONSUMER",
        sum(one.open_cents for one in claimed),
        on=AFTER_THE_TERM,
        in_default_from=date(2026, 11, 5),
        notice=notice_as_sent(sent(), "CONSUMER"),
        payments=paid_since(sent(), claimed),
    )
    assert found.cents == costs


def test_no_costs_are_asked_over_a_claim_that_is_not_handed_over() -> None:
    found = costs_due(
        "CONSUMER",
        123_450,
        on=AFTER_THE_TERM,
        in_default_from=date(2026, 11, 5),
        notice=notice_as_sent(sent(invoices=2), "CONSUMER"),
        payments=paid_since(sent(invoices=2), [invoice()]),
    )
    assert found.cents == 18_518
