"""When the Wki applies: for whom the claim is collected, from whom, where, and by whom."""

from datetime import date

import pytest

from voldaan.domain.law.agency_scope import (
    Collector,
    JointDebtor,
    WhoseClaim,
    consequences_of_no_registration,
    duties_of_sender,
    falls_under_wki,
    file_kept_until,
)
from voldaan.domain.law.capacity import Capacity

CONSUMER = JointDebtor(capacity="CONSUMER", country="NL")
COMPANY = JointDebtor(capacity="LEGAL_PERSON", country="NL")
ABROAD = JointDebtor(capacity="CONSUMER", country="BE")


@pytest.mark.parametrize(
    ("whose_claim", "debtors", "because", "applies"),
    [
        ("FOR_A_CLIENT", [CONSUMER], "FOR_A_CLIENT", True),
        ("TAKEN_OVER", [CONSUMER], "TAKEN_OVER", True),
        ("FOR_A_GROUP_COMPANY", [CONSUMER], "FOR_A_GROUP_COMPANY", True),
        ("OWN_CLAIM", [CONSUMER], "OWN_CLAIM", False),
        ("FOR_A_CLIENT", [COMPANY], "NO_NATURAL_PERSON", False),
        ("FOR_A_CLIENT", [COMPANY, CONSUMER], "FOR_A_CLIENT", True),
        ("FOR_A_CLIENT", [ABROAD], "NOT_IN_THE_NETHERLANDS", False),
        ("FOR_A_CLIENT", [ABROAD, CONSUMER], "FOR_A_CLIENT", True),
        ("FOR_A_CLIENT", [ABROAD, COMPANY], "NOT_IN_THE_NETHERLANDS", False),
    ],
)
def test_for_whom_and_from_whom_decide(
    whose_claim: WhoseClaim, debtors: list[JointDebtor], because: str, applies: bool
) -> None:
    scope = falls_under_wki(whose_claim, debtors)
    assert (scope.because, scope.applies) == (because, applies)
    assert scope.needs_registration is applies
    assert bool(scope.duties) is applies
    assert scope.sentence_nl.startswith("de Wki geldt" + ("" if applies else " niet"))
    assert scope.sentence_en.startswith("the Wki " + ("applies" if applies else "does not apply"))


@pytest.mark.parametrize(
    ("capacity", "applies"),
    [
        ("CONSUMER", True),
        ("SOLE_TRADER", True),
        ("UNKNOWN", True),
        ("LEGAL_PERSON", False),
        ("PUBLIC_BODY", False),
    ],
)
@pytest.mark.parametrize("country", ["NL", " nl ", ""])
def test_a_sole_trader_is_protected_and_an_unknown_country_is_here(
    capacity: Capacity, country: str, applies: bool
) -> None:
    debtor = JointDebtor(capacity=capacity, country=country)
    assert falls_under_wki("FOR_A_CLIENT", [debtor]).applies is applies


def test_who_does_not_collect_by_profession_is_outside() -> None:
    scope = falls_under_wki("FOR_A_CLIENT", [CONSUMER], by_profession=False)
    assert (scope.applies, scope.because) == (False, "NOT_BY_PROFESSION")


@pytest.mark.parametrize("collector", ["BAILIFF", "LAWYER"])
def test_bailiffs_and_lawyers_need_no_registration_and_keep_the_other_duties(collector: Collector) -> None:
    scope = falls_under_wki("FOR_A_CLIENT", [CONSUMER], collector=collector)
    agency = falls_under_wki("FOR_A_CLIENT", [CONSUMER])
    assert scope.applies
    assert not scope.needs_registration
    assert {duty.kind for duty in agency.duties} - {duty.kind for duty in scope.duties} == {"REGISTRATION"}
    assert scope.citations[-1].label == "art. 4 lid 2 Wki"


def test_the_duties_name_their_articles() -> None:
    duties = {
        duty.kind: duty.citation.label for duty in duties_of_sender(applies=True, needs_registration=True)
    }
    assert duties == {
        "REGISTRATION": "art. 4 lid 1 Wki",
        "STAFF": "art. 12 lid 1 Wki",
        "NAME_AND_MARK": "art. 11 lid 1 Wki",
        "SAYS_WHO_WRITES": "art. 11 lid 3 Wki",
        "DESCRIPTION": "art. 3.1 Bki",
        "INSIGHT": "art. 13 lid 2 Wki",
        "CORRECT_TREATMENT": "art. 13 lid 3 Wki",
        "CONTACT_WINDOW": "art. 4.2 Bki",
        "COMPLAINTS": "art. 13 lid 5 Wki",
        "COMPLAINT_CONFIRMED": "art. 6.1 Bki",
        "FILE_KEPT": "art. 5.1 Bki",
    }


@pytest.mark.parametrize(
    ("is_registered", "on", "kinds"),
    [
        (True, date(2026, 11, 22), []),
        (False, date(2026, 9, 30), []),
        (False, date(2026, 10, 1), ["NEED_NOT_PAY", "NO_INTEREST_FROM_REQUEST", "NO_COSTS"]),
    ],
)
def test_an_unregistered_agency_loses_payment_interest_and_costs(
    is_registered: bool, on: date, kinds: list[str]
) -> None:
    scope = falls_under_wki("FOR_A_CLIENT", [CONSUMER])
    consequences = consequences_of_no_registration(scope, is_registered=is_registered, on=on)
    assert [consequence.kind for consequence in consequences] == kinds
    assert {consequence.citation.article for consequence in consequences} <= {"18"}


def test_who_needs_no_registration_loses_nothing_without_one() -> None:
    own = falls_under_wki("OWN_CLAIM", [CONSUMER])
    assert consequences_of_no_registration(own, is_registered=False, on=date(2026, 11, 22)) == ()


@pytest.mark.parametrize(
    ("closed_on", "last_day"),
    [(date(2026, 11, 22), date(2028, 11, 22)), (date(2028, 2, 29), date(2030, 3, 1))],
)
def test_a_file_is_kept_for_two_years(closed_on: date, last_day: date) -> None:
    assert file_kept_until(closed_on) == last_day


def test_a_claim_needs_a_debtor() -> None:
    with pytest.raises(ValueError, match="without a debtor"):
        falls_under_wki("FOR_A_CLIENT", [])
