"""In which capacity somebody owes: the table that docs/law.md shows."""

from typing import get_args

import pytest

from voldaan.domain.law.capacity import (
    Capacity,
    interest_citation,
    interest_kind,
    is_consumer,
    is_natural_person,
    needs_notice,
)
from voldaan.domain.law.capacity_rules import CAPACITY_RULES, RuleKind, rules_for


@pytest.mark.parametrize(
    ("capacity", "natural_person", "wants_notice", "kind", "interest_article"),
    [
        ("CONSUMER", True, True, "STATUTORY", "6:119"),
        ("UNKNOWN", True, True, "STATUTORY", "6:119"),
        ("SOLE_TRADER", True, False, "COMMERCIAL", "6:119a"),
        ("LEGAL_PERSON", False, False, "COMMERCIAL", "6:119a"),
        ("PUBLIC_BODY", False, False, "COMMERCIAL", "6:119b"),
    ],
)
def test_each_capacity_brings_its_rules(
    capacity: Capacity, natural_person: bool, wants_notice: bool, kind: str, interest_article: str
) -> None:
    rules = rules_for(capacity)
    assert rules.natural_person is is_natural_person(capacity) is natural_person
    assert rules.needs_notice is needs_notice(capacity) is is_consumer(capacity) is wants_notice
    assert rules.interest_kind == interest_kind(capacity) == kind
    assert interest_citation(capacity).article == interest_article
    assert rules.citations[-1].article == interest_article


def test_unknown_is_treated_as_a_consumer() -> None:
    assert rules_for("UNKNOWN") == rules_for("CONSUMER")


def test_no_capacity_is_left_out() -> None:
    assert {is_natural_person(capacity) for capacity in get_args(Capacity)} == {True, False}
    assert len(get_args(Capacity)) == 5


def test_a_citation_is_printed_and_linked() -> None:
    citation = rules_for("CONSUMER").citations[1]
    assert citation.label == "art. 6:96 lid 6 BW"
    assert citation.link == "https://wetten.overheid.nl/jci1.3:c:BWBR0005289&artikel=96"
    assert rules_for("CONSUMER").citations[0].label == "art. 2 Wki"


@pytest.mark.parametrize(
    ("kind", "consumer", "sole_trader", "legal_person", "public_body"),
    [
        ("WKI", "ja", "ja", "nee", "nee"),
        ("CONTACT_WINDOW", "ja", "ja", "nee", "nee"),
        ("NOTICE", "ja", "nee", "nee", "nee"),
        ("COSTS_CEILING", "ja", "nee", "nee", "nee"),
        ("LUMP_SUM", "nee", "ja", "ja", "ja"),
        (
            "INTEREST",
            "art. 6:119 lid 1 BW",
            "art. 6:119a lid 1 BW",
            "art. 6:119a lid 1 BW",
            "art. 6:119b lid 1 BW",
        ),
        ("STATUTORY_TERM", "nee", "ja", "ja", "ja"),
        ("LONGEST_TERM", "geen", "60 dagen", "60 dagen, bij een grote koper 30", "30 dagen, met reden 60"),
        ("SHORT_LIMITATION", "ja", "nee", "nee", "nee"),
        ("ABROAD", "geweigerd", "een medewerker beslist", "een medewerker beslist", "een medewerker beslist"),
    ],
)
def test_the_table_says_which_rule_holds_for_whom(
    kind: RuleKind, consumer: str, sole_trader: str, legal_person: str, public_body: str
) -> None:
    (rule,) = [rule for rule in CAPACITY_RULES if rule.kind == kind]
    capacities: tuple[Capacity, ...] = ("CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY")
    assert [rule.text(capacity, "nl") for capacity in capacities] == [
        consumer,
        sole_trader,
        legal_person,
        public_body,
    ]
    assert rule.holds("UNKNOWN") == rule.holds("CONSUMER")


def test_every_row_has_its_articles_and_is_there_once() -> None:
    kinds = [rule.kind for rule in CAPACITY_RULES]
    assert sorted(kinds) == sorted(get_args(RuleKind))
    assert all(rule.citations for rule in CAPACITY_RULES)


def test_the_table_speaks_english_too() -> None:
    rules = {rule.kind: rule for rule in CAPACITY_RULES}
    assert rules["ABROAD"].text("LEGAL_PERSON", "en") == "a person decides"
    assert rules["NOTICE"].text("UNKNOWN", "en") == "yes"
    assert rules["INTEREST"].text("PUBLIC_BODY", "en") == "art. 6:119b lid 1 BW"
