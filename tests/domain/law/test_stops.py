"""What stops reminders: each kind has an effect, a length, somebody to write to and its articles."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.citation import sources_of
from voldaan.domain.law.stop_table import STOPS
from voldaan.domain.law.stops import (
    ASKING_HOLDS,
    HOLD_KINDS,
    complaint_confirmed_by,
    effect_sentence,
    last_day_of,
    latest_last_day_of,
    length_words,
    stop_of,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
EFFECTS = [
    # kind, messages, interest, whom to write to, articles
    ("BANKRUPTCY", "TO_SOMEBODY_ELSE", "NOT_VERIFIABLE", "de curator", {"26", "33", "127", "128"}),
    ("SUSPENSION_OF_PAYMENTS", "TO_SOMEBODY_ELSE", "STOPS", "de bewindvoerder", {"230", "233"}),
    ("DEBT_RESTRUCTURING", "TO_SOMEBODY_ELSE", "STOPS", "de bewindvoerder", {"299", "301", "303", "306"}),
    ("RESTRUCTURING_PLAN", "BY_HAND", "STOPS", None, {"376"}),
    ("MORATORIUM", "TO_SOMEBODY_ELSE", "STOPS", "de schuldhulpverlener", {"5", "1"}),
    ("EVICTION_MORATORIUM", "NONE", "STOPS", None, {"287b"}),
    ("DEBT_COUNSELLING", "TO_SOMEBODY_ELSE", "STOPS", "de schuldhulpverlener", {"kennisgeving"}),
    ("ADMINISTRATION", "TO_SOMEBODY_ELSE", "RUNS", "de bewindvoerder", {"1:438", "1:441", "1:391"}),
    ("GUARDIANSHIP", "TO_SOMEBODY_ELSE", "RUNS", "de curator", {"1:381", "1:391"}),
    ("MINOR", "TO_SOMEBODY_ELSE", "RUNS", "de wettelijke vertegenwoordiger", {"1:234"}),
    ("DECEASED", "BY_HAND", "RUNS", "de erven van de debiteur", {"4:182", "4:184", "4:185"}),
    ("COMPLAINT", "BY_HAND", "RUNS", None, {"6.1"}),
    ("DISPUTE", "BY_HAND", "STOPS", None, {"3.1", "4.1", "6:81", "6:119a", "6:119b"}),
]


@pytest.mark.parametrize(("kind", "messages", "interest", "whom", "articles"), EFFECTS)
def test_each_kind_has_the_effect_of_its_articles(
    kind: str, messages: str, interest: str, whom: str | None, articles: set[str]
) -> None:
    stop = stop_of(kind)
    assert (stop.messages, stop.interest, stop.write_to_nl) == (messages, interest, whom)
    assert {source.article for source in stop.citations if hasattr(source, "article")} == articles
    assert not stop.costs_allowed


@pytest.mark.parametrize("kind", STOPS)
def test_each_kind_has_words_in_two_languages(kind: str) -> None:
    stop = stop_of(kind)
    pairs = [(stop.name_nl, stop.name_en), (stop.task_nl, stop.task_en)]
    pairs += [(effect_sentence(kind, "nl"), effect_sentence(kind, "en"))]
    pairs += [(length_words(kind, "nl"), length_words(kind, "en"))]
    assert all(dutch and english for dutch, english in pairs)
    assert (stop.write_to_nl is None) == (stop.write_to_en is None)
    assert stop.write_to_nl is None or stop.write_to_nl in effect_sentence(kind, "nl")
    assert "{" not in effect_sentence(kind, "nl") + effect_sentence(kind, "en")


@pytest.mark.parametrize("kind", STOPS)
def test_every_article_of_a_kind_is_carried_out(kind: str) -> None:
    carried = [*sources_of(stop_of), *sources_of(last_day_of), *sources_of(complaint_confirmed_by)]
    assert set(stop_of(kind).citations) <= set(carried)


def test_the_holds_are_the_kinds_that_a_person_places() -> None:
    assert set(HOLD_KINDS) == {kind for kind, stop in STOPS.items() if stop.is_hold}
    assert {"DISPUTE", "PROMISE", "PAYMENT_PLAN", "DIRECT_DEBIT"} == STOPS.keys() - set(HOLD_KINDS)


def test_only_what_a_person_chose_ends_without_a_question() -> None:
    assert set(HOLD_KINDS) - set(ASKING_HOLDS) == {"PERSON_ASKED", "OTHER"}


@pytest.mark.parametrize(
    ("kind", "first_day", "last_day"),
    [
        ("DECEASED", date(2026, 11, 30), date(2027, 2, 28)),
        ("DECEASED", date(2027, 11, 30), date(2028, 2, 29)),
        ("DECEASED", date(2026, 11, 22), date(2027, 2, 22)),
        ("DEBT_COUNSELLING", date(2026, 11, 22), date(2027, 7, 22)),
        ("DEBT_COUNSELLING", date(2026, 6, 30), date(2027, 2, 28)),
        ("MORATORIUM", date(2026, 8, 31), date(2027, 2, 28)),
        ("MORATORIUM", date(2026, 12, 31), date(2027, 6, 30)),
        ("EVICTION_MORATORIUM", date(2026, 6, 1), date(2026, 12, 1)),
        ("BANKRUPTCY", date(2026, 6, 1), None),
        ("PERSON_ASKED", date(2026, 6, 1), None),
        ("DECEASED", date(9999, 11, 1), date.max),
    ],
)
def test_until_when_a_stop_stands(kind: str, first_day: date, last_day: date | None) -> None:
    assert last_day_of(kind, first_day) == last_day


@given(first_day=DAYS)
def test_a_stop_is_never_shorter_than_its_months_nor_longer_by_more_than_a_day(first_day: date) -> None:
    found = last_day_of("DECEASED", first_day)
    assert found is not None
    assert (found.year * 12 + found.month) - (first_day.year * 12 + first_day.month) == 3
    assert found.day == first_day.day or (found + timedelta(days=1)).day == 1


@pytest.mark.parametrize("kind", HOLD_KINDS)
@given(first_day=DAYS)
def test_what_is_usual_is_never_longer_than_what_the_law_gives(kind: str, first_day: date) -> None:
    usual, latest = last_day_of(kind, first_day), latest_last_day_of(kind, first_day)
    assert latest is None or (usual is not None and usual <= latest)


@pytest.mark.parametrize(
    ("received", "confirmed_by"),
    [
        (date(2026, 11, 23), date(2026, 11, 25)),
        (date(2026, 11, 26), date(2026, 11, 30)),
        (date(2026, 11, 28), date(2026, 12, 1)),
        (date(2026, 12, 24), date(2026, 12, 29)),
    ],
)
def test_a_complaint_is_confirmed_within_two_working_days(received: date, confirmed_by: date) -> None:
    assert complaint_confirmed_by(received) == confirmed_by


def test_a_kind_that_nobody_knows_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'INSOLVENCY' is no kind of stop"):
        stop_of("INSOLVENCY")
