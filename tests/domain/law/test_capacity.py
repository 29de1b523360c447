"""In which capacity somebody owes: the table that docs/law.md shows."""

from typing import get_args

import pytest

from voldaan.domain.law.capacity import Capacity, is_consumer, is_natural_person, rules_for
from voldaan.domain.law.citation import Citation


@pytest.mark.parametrize(
    ("capacity", "natural_person", "needs_notice", "interest_kind", "interest_article"),
    [
        ("CONSUMER", True, True, "STATUTORY", "6:119"),
        ("UNKNOWN", True, True, "STATUTORY", "6:119"),
        ("SOLE_TRADER", True, False, "COMMERCIAL", "6:119a"),
        ("LEGAL_PERSON", False, False, "COMMERCIAL", "6:119a"),
        ("PUBLIC_BODY", False, False, "COMMERCIAL", "6:119b"),
    ],
)
def test_each_capacity_brings_its_rules(
    capacity: Capacity, natural_person: bool, needs_notice: bool, interest_kind: str, interest_article: str
) -> None:
    rules = rules_for(capacity)
    assert rules.natural_person is is_natural_person(capacity) is natural_person
    assert rules.needs_notice is is_consumer(capacity) is needs_notice
    assert rules.interest_kind == interest_kind
    assert rules.citations[-1].article == interest_article


def test_unknown_is_treated_as_a_consumer() -> None:
    assert rules_for("UNKNOWN") == rules_for("CONSUMER")


def test_no_capacity_is_left_out() -> None:
    assert {is_natural_person(capacity) for capacity in get_args(Capacity)} == {True, False}
    assert len(get_args(Capacity)) == 5


def test_a_citation_is_printed_and_linked() -> None:
    citation: Citation = rules_for("CONSUMER").citations[1]
    assert citation.label == "art. 6:96 lid 6 BW"
    assert citation.link == "https://wetten.overheid.nl/jci1.3:c:BWBR0005289&artikel=96"
    assert rules_for("CONSUMER").citations[0].label == "art. 2 Wki"
