"""Whom Voldaan writes to: everybody here, a business abroad after a person's word, a consumer abroad never."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.reach import Answer, Because, reach

CAPACITIES: tuple[Capacity, ...] = get_args(Capacity)


@pytest.mark.parametrize("capacity", CAPACITIES)
@pytest.mark.parametrize("country", ["NL", "nl", " NL "])
def test_everybody_in_the_netherlands_is_written_to(capacity: Capacity, country: str) -> None:
    here = reach(capacity=capacity, country=country)
    assert (here.answer, here.because) == ("YES", "IN_THE_NETHERLANDS")


@pytest.mark.parametrize(
    ("capacity", "answer", "because"),
    [
        ("CONSUMER", "REFUSED", "CONSUMER_ABROAD"),
        ("UNKNOWN", "REFUSED", "CONSUMER_ABROAD"),
        ("SOLE_TRADER", "ASK", "BUSINESS_ABROAD"),
        ("LEGAL_PERSON", "ASK", "BUSINESS_ABROAD"),
        ("PUBLIC_BODY", "ASK", "BUSINESS_ABROAD"),
    ],
)
@pytest.mark.parametrize("country", ["BE", "DE", "de", "CW", "BQ", "AW", "ZZ", "", "??"])
def test_abroad_the_capacity_decides_and_an_unreadable_country_is_abroad(
    capacity: Capacity, answer: Answer, because: Because, country: str
) -> None:
    abroad = reach(capacity=capacity, country=country)
    assert (abroad.answer, abroad.because) == (answer, because)
    assert all(source.not_confirmed for source in abroad.citations)


@pytest.mark.parametrize("capacity", CAPACITIES)
@pytest.mark.parametrize("country", ["NL", "BE", ""])
def test_a_debt_of_public_law_is_refused_everywhere(capacity: Capacity, country: str) -> None:
    refused = reach(capacity=capacity, country=country, public_law=True)
    assert (refused.answer, refused.because) == ("REFUSED", "PUBLIC_LAW_DEBT")
    assert [source.label for source in refused.citations] == ["art. 4:85 Awb", "art. 4:112 lid 1 Awb"]


def test_a_refusal_names_the_country() -> None:
    refused = reach(capacity="CONSUMER", country="be")
    assert (
        refused.sentence_nl
        == "een consument in BE krijgt geen herinnering: het recht van dat land is er nog niet"
    )
    assert (
        refused.sentence_en == "a consumer in BE gets no reminder: the law of that country is not there yet"
    )


def test_a_country_that_is_not_known_is_said_so() -> None:
    asked = reach(capacity="LEGAL_PERSON", country=" ")
    assert "een onbekend land" in asked.sentence_nl
    assert "an unknown country" in asked.sentence_en


@given(st.sampled_from(CAPACITIES), st.text(max_size=3), st.booleans())
def test_nobody_outside_the_netherlands_is_written_to_without_a_person(
    capacity: Capacity, country: str, public_law: bool
) -> None:
    found = reach(capacity=capacity, country=country, public_law=public_law)
    if found.answer == "YES":
        assert country.strip().upper() == "NL"
        assert not public_law
