"""Limitation: the vectors by their id, each kind of claim, what interrupts and what comes too late, leap days."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.limitation import (
    ClaimKind,
    Interruption,
    InterruptionKind,
    claim_kind,
    interest_time_barred_from,
    limitation,
)

DUE = date(2021, 11, 20)
ONE_DAY = timedelta(days=1)
KINDS: dict[str, ClaimKind] = {
    "3:307": "CONTRACT",
    "3:308": "PERIODIC",
    "7:28": "CONSUMER_SALE",
    "3:310": "DAMAGES_OR_PENALTY",
    "3:324": "JUDGMENT",
}


def interruption(day: date, kind: InterruptionKind = "DEMAND") -> Interruption:
    return Interruption(kind=kind, day=day)


def test_each_vector_of_limitation(limitation_vector: Any) -> None:
    """The article stands in brackets behind the kind."""
    facts, expected = limitation_vector.given, limitation_vector.expected
    kind = KINDS[facts["kind"].rpartition("(")[2].rstrip(")")]
    term = limitation(kind, date.fromisoformat(facts["claim_due_on"]))
    assert {
        "runs_from": term.runs_from.isoformat(),
        "last_day_to_interrupt": term.last_day_to_interrupt.isoformat(),
        "time_barred_from": term.time_barred_from.isoformat(),
    } == expected


@pytest.mark.parametrize(
    ("kind", "time_barred_from", "article"),
    [
        ("CONTRACT", date(2026, 11, 21), "art. 3:307 lid 1 BW"),
        ("PERIODIC", date(2026, 11, 21), "art. 3:308 BW"),
        ("CONSUMER_SALE", date(2023, 11, 21), "art. 7:28 BW"),
        ("DAMAGES_OR_PENALTY", date(2026, 11, 21), "art. 3:310 lid 1 BW"),
        ("JUDGMENT", date(2041, 11, 21), "art. 3:324 BW"),
    ],
)
def test_each_kind_of_claim_has_its_term(kind: ClaimKind, time_barred_from: date, article: str) -> None:
    term = limitation(kind, DUE)
    assert (term.runs_from, term.time_barred_from) == (date(2021, 11, 21), time_barred_from)
    assert term.citations[0].label == article
    assert term.citations[-1].label == "art. 4 onder a Algemene termijnenwet"


def test_the_term_may_end_on_a_sunday() -> None:
    term = limitation("CONSUMER_SALE", date(2024, 11, 22))
    assert term.last_day_to_interrupt == date(2026, 11, 22)
    assert term.last_day_to_interrupt.weekday() == 6


@pytest.mark.parametrize(
    ("fell_due_on", "time_barred_from", "last_day"),
    [
        (date(2024, 2, 27), date(2029, 2, 28), date(2029, 2, 27)),
        (date(2024, 2, 28), date(2029, 2, 28), date(2029, 2, 27)),  # runs from 29 February
        (date(2024, 2, 29), date(2029, 3, 1), date(2029, 2, 28)),
        (date(2023, 2, 28), date(2028, 3, 1), date(2028, 2, 29)),  # ends in a leap year
        (date(2023, 2, 27), date(2028, 2, 28), date(2028, 2, 27)),
    ],
)
def test_a_leap_day_never_makes_the_term_longer(
    fell_due_on: date, time_barred_from: date, last_day: date
) -> None:
    term = limitation("CONTRACT", fell_due_on)
    assert (term.time_barred_from, term.last_day_to_interrupt) == (time_barred_from, last_day)


# --- interruption ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["DEMAND", "RESERVATION", "ACKNOWLEDGEMENT"])
def test_an_interruption_starts_a_new_term_on_the_next_day(kind: InterruptionKind) -> None:
    term = limitation("CONTRACT", DUE, [interruption(date(2024, 3, 1), kind)])
    assert term.time_barred_from == date(2029, 3, 2)
    assert (term.because, term.interrupted_on) == ("NEW_TERM", date(2024, 3, 1))
    labels = {source.label for source in term.citations}
    by = "art. 3:318 BW" if kind == "ACKNOWLEDGEMENT" else "art. 3:317 lid 1 BW"
    assert {"art. 3:307 lid 1 BW", "art. 3:319 lid 1 BW", "art. 3:319 lid 2 BW", by} <= labels


@pytest.mark.parametrize(
    ("day", "time_barred_from"),
    [
        (date(2021, 11, 20), date(2026, 11, 21)),  # the due date itself: the term has not begun
        (date(2021, 11, 21), date(2026, 11, 22)),
        (date(2026, 11, 20), date(2031, 11, 21)),  # the last day
        (date(2026, 11, 21), date(2026, 11, 21)),  # too late
    ],
)
def test_only_what_came_within_the_term_interrupts(day: date, time_barred_from: date) -> None:
    term = limitation("CONTRACT", DUE, [interruption(day)])
    assert term.time_barred_from == time_barred_from
    assert bool(term.without_effect) == (time_barred_from == date(2026, 11, 21))


def test_a_consumer_sale_gets_two_years_again() -> None:
    term = limitation(
        "CONSUMER_SALE", DUE, [interruption(date(2023, 11, 20)), interruption(date(2025, 11, 20))]
    )
    assert term.time_barred_from == date(2027, 11, 21)


def test_the_second_interruption_is_too_late_when_the_first_term_has_ended() -> None:
    late = interruption(date(2025, 11, 22))
    term = limitation("CONSUMER_SALE", DUE, [late, interruption(date(2023, 11, 20))])
    assert term.time_barred_from == date(2025, 11, 21)
    assert term.without_effect == (late,)


def test_a_judgment_is_never_time_barred_before_its_twenty_years() -> None:
    assert limitation("JUDGMENT", DUE, [interruption(date(2025, 1, 1))]).time_barred_from == date(
        2041, 11, 21
    )
    assert limitation("JUDGMENT", DUE, [interruption(date(2041, 1, 1))]).time_barred_from == date(2046, 1, 2)


def test_a_judgment_is_not_kept_alive_by_reserving_rights() -> None:
    term = limitation("JUDGMENT", DUE, [interruption(date(2041, 1, 1), "RESERVATION")])
    assert term.time_barred_from == date(2041, 11, 21)
    assert len(term.without_effect) == 1


@pytest.mark.parametrize("kind", ["DEMAND", "ACKNOWLEDGEMENT"])
def test_a_judgment_is_kept_alive_by_an_article_of_its_own(kind: InterruptionKind) -> None:
    term = limitation("JUDGMENT", DUE, [interruption(date(2041, 1, 1), kind)])
    labels = {source.label for source in term.citations}
    assert "art. 3:325 lid 2 BW" in labels
    assert not labels & {"art. 3:317 lid 1 BW", "art. 3:318 BW"}


# --- what it says ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "because", "dutch", "english"),
    [
        (
            date(2026, 11, 20),
            "ORIGINAL_TERM",
            "verjaart op 21 november 2026: 5 jaar vanaf 21 november 2021; stuiten kan tot en met 20 november 2026",
            "time-barred from 21 November 2026: 5 years from 21 November 2021; it can be interrupted until "
            "20 November 2026",
        ),
        (
            date(2026, 11, 21),
            "TIME_BARRED",
            "verjaard sinds 21 november 2026: stuiten kon tot en met 20 november 2026",
            "time-barred since 21 November 2026: it could be interrupted until 20 November 2026",
        ),
    ],
)
def test_it_says_on_a_day_whether_the_claim_is_time_barred(
    on: date, because: str, dutch: str, english: str
) -> None:
    term = limitation("CONTRACT", DUE, on=on)
    assert (term.because, term.sentence_nl, term.sentence_en) == (because, dutch, english)


def test_it_names_the_interruption() -> None:
    term = limitation("CONTRACT", DUE, [interruption(date(2024, 3, 1))])
    assert "na een stuiting op 1 maart 2024" in term.sentence_nl
    assert "after an interruption on 1 March 2024" in term.sentence_en


def test_a_later_interruption_does_not_matter_yet() -> None:
    term = limitation("CONTRACT", DUE, [interruption(date(2024, 3, 1))], on=date(2024, 2, 29))
    assert (term.because, term.time_barred_from) == ("ORIGINAL_TERM", date(2026, 11, 21))


@pytest.mark.parametrize("far", [date.max, date(9901, 1, 1)])
def test_a_day_too_far_away_is_refused(far: date) -> None:
    with pytest.raises(ValueError, match="No term can be counted"):
        limitation("CONTRACT", far)
    with pytest.raises(ValueError, match="No term can be counted"):
        limitation("CONTRACT", DUE, [interruption(far)])


# --- which kind, and interest ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("capacity", "is_sale", "is_periodic", "kind"),
    [
        ("CONSUMER", True, False, "CONSUMER_SALE"),
        ("CONSUMER", None, False, "CONSUMER_SALE"),
        ("UNKNOWN", None, True, "CONSUMER_SALE"),
        ("CONSUMER", False, False, "CONTRACT"),
        ("CONSUMER", False, True, "PERIODIC"),
        ("SOLE_TRADER", True, False, "CONTRACT"),
        ("LEGAL_PERSON", None, True, "PERIODIC"),
        ("PUBLIC_BODY", None, False, "CONTRACT"),
    ],
)
def test_what_is_not_known_of_a_consumer_gets_the_shorter_term(
    capacity: Capacity, is_sale: bool | None, is_periodic: bool, kind: ClaimKind
) -> None:
    assert claim_kind(capacity=capacity, is_sale_of_goods=is_sale, is_periodic=is_periodic) == kind


def test_interest_is_never_time_barred_later_than_the_principal() -> None:
    principal = limitation("CONSUMER_SALE", DUE)
    interest = limitation("PERIODIC", date(2022, 11, 20))
    assert interest_time_barred_from(interest, principal) == date(2023, 11, 21)
    renewed = limitation("CONTRACT", DUE, [interruption(date(2026, 1, 1))])
    assert interest_time_barred_from(interest, renewed) == date(2027, 11, 21)


# --- properties ------------------------------------------------------------------------------------------------

days = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 1, 1))
kinds = st.sampled_from(["CONTRACT", "PERIODIC", "CONSUMER_SALE", "DAMAGES_OR_PENALTY", "JUDGMENT"])
interruptions = st.lists(
    st.builds(
        Interruption,
        kind=st.sampled_from(["DEMAND", "RESERVATION", "ACKNOWLEDGEMENT"]),
        day=days,
    ),
    max_size=5,
)


@given(kinds, days, interruptions, interruptions)
def test_more_interruptions_never_shorten_the_term_and_their_order_never_decides(
    kind: ClaimKind, fell_due_on: date, first: list[Interruption], more: list[Interruption]
) -> None:
    alone, some, all_ = (limitation(kind, fell_due_on, known) for known in ([], first, first + more))
    assert alone.time_barred_from <= some.time_barred_from <= all_.time_barred_from
    assert (
        limitation(kind, fell_due_on, list(reversed(first + more))).time_barred_from == all_.time_barred_from
    )
    assert all_.last_day_to_interrupt + ONE_DAY == all_.time_barred_from
    assert all_.runs_from == fell_due_on + ONE_DAY
