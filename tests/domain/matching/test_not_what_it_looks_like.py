"""Clues that look like a proof and are none: each of these once linked the wrong invoice, and asks now."""

from datetime import date
from typing import Any

import pytest

from tests.domain.matching.small_book import DAY, a_payment, book_of, invoice, verdict_on
from voldaan.domain.matching.facts import Candidate, OpenInvoice, Payer, Verdict

JAN, RITA, FIRM = 1, 2, 3
JANS_IBAN = "NL02ABNA0123456789"
FROM_JAN = {"counterparty_iban": JANS_IBAN, "counterparty_name": "J. Zeegers"}
FAMILY = (
    Payer(JAN, "J. Zeegers", JANS_IBAN),
    Payer(RITA, "R. Zeegers"),
    Payer(FIRM, "P.M. Kaars"),
)
HIS = invoice(11, JAN, "2026-0412", 2_500)
HERS = invoice(12, RITA, "2026-0413", 2_500)
OLDER = invoice(13, JAN, "2026-0412", 2_500, issue_date=date(2026, 9, 30), due_date=date(2026, 10, 30))
NEWER = invoice(14, JAN, "2026-0588", 2_500, issue_date=date(2026, 10, 30), due_date=date(2026, 11, 30))


def said(cents: int, text: str, *invoices: OpenInvoice, **facts: Any) -> Verdict:
    return verdict_on(a_payment(cents, text, **(FROM_JAN | facts)), book_of(*invoices, payers=FAMILY))


def first(found: Verdict) -> list[Candidate]:
    return [one for one in found.candidates if one.rank == 1]


@pytest.mark.parametrize("text", ["2026-0413", "factuur 2026-0413"])
def test_a_number_of_another_that_is_a_slip_away_from_the_payers_own(text: str) -> None:
    assert said(2_500, text, HIS, HERS).verdict == "suggested"
    assert said(2_500, f"{text} R. Zeegers", HIS, HERS).allocations == ((HERS.id, 2_500),)


@pytest.mark.parametrize("text", ["contributie namens R. Zeegers", "betaling t.n.v. P.M. Kaars"])
def test_a_payment_for_somebody_else_is_not_for_the_payer(text: str) -> None:
    found = said(2_500, text, HIS)
    assert found.verdict == "suggested"
    assert "namens een andere debiteur" in " ".join(found.evidence)


def test_a_payment_for_oneself_is() -> None:
    assert said(2_500, "contributie namens J. Zeegers", HIS).verdict == "linked"


def test_a_payment_request_keeps_no_fee() -> None:
    request = {"counterparty_name": "AAB INZ TIKKIE", "counterparty_iban": "NL20INGB0001234567"}
    found = said(
        2_430, f"Tikkie ID 001464571553, factuur 2026-0412, Van J. Zeegers, {JANS_IBAN}", HIS, **request
    )
    assert (found.because, found.differences) == ("PART_PAYMENT", ())
    assert (
        said(2_430, f"Tikkie ID 001464571553, Van J. Zeegers, {JANS_IBAN}", HIS, **request).verdict
        != "linked"
    )


@pytest.mark.parametrize(
    "text",
    [
        "vervaldatum 30-10-2026",
        "te betalen voor 30-10",
        "periode 1-10 t/m 30-10",
        "herinnering 30-10",
        "pas 301026",
        "klant 301026",
        "kamer 30/10",
        "geb 30-10",
        "2026-0999 d.d. 30-10-2026",
        "factuur 77 d.d. 30-10-2026",
        "factuur 77 oktober",
    ],
)
def test_a_day_of_something_else_does_not_choose_between_two(text: str) -> None:
    assert said(2_500, text, OLDER, NEWER).verdict == "suggested"


@pytest.mark.parametrize(
    ("others", "verdict"),
    [
        ((), "linked"),
        ((invoice(17, JAN, "2026-0350", 31_940),), "linked"),
        ((invoice(17, JAN, "2026-0588", 12_485),), "suggested"),
        ((invoice(17, JAN, "2026-0588", 0, asked_cents=12_485),), "suggested"),
        ((invoice(17, FIRM, "2026-0077", 12_485),), "suggested"),
    ],
)
def test_a_number_of_the_payers_own_books(others: tuple[OpenInvoice, ...], verdict: str) -> None:
    """The amount tells which invoice is meant, unless another asks it too: of this debtor, or one that ends so."""
    found = said(12_485, "factuur 77", invoice(16, JAN, "2026-0412", 12_485), *others)
    assert found.verdict == verdict


def test_a_day_on_which_the_other_is_due_puts_first_and_does_not_decide() -> None:
    found = said(2_500, "factuur d.d. 30-10-2026", OLDER, NEWER)
    assert found.verdict == "suggested"
    assert [one.invoice_id for one in first(found)] == [NEWER.id]


def test_the_day_of_the_order_is_not_that_of_the_invoice() -> None:
    monday = {"booking_date": date(2026, 11, 2)}
    found = said(2_500, "abonnement 30-10-2026 22:41", OLDER, NEWER, **monday)
    assert found.verdict == "suggested"


@pytest.mark.parametrize("text", ["alles behalve 2O26-O412", "alles behalve 2026-0412"])
def test_what_is_excepted_is_not_paid_however_it_is_written(text: str) -> None:
    other = invoice(15, JAN, "2026-0777", 2_500)
    found = said(2_500, text, HIS, other)
    assert HIS.id not in dict(found.allocations)


def test_a_relative_who_names_one_of_two_of_the_family() -> None:
    hers = invoice(16, RITA, "2026-0472", 2_500)
    found = said(2_500, "2026-0472", HIS, hers, counterparty_name="K. Zeegers", counterparty_iban="")
    assert found.verdict == "suggested"


def test_letters_in_another_order_are_another_firm() -> None:
    vdb = Payer(JAN, "VDB B.V.")
    book = book_of(HIS, payers=[vdb])
    found = verdict_on(a_payment(2_500, "factuur van 1 okt", counterparty_name="BVD B.V."), book)
    assert found.verdict != "linked"
    assert date(2026, 11, 16) == DAY
