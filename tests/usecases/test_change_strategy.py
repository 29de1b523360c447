"""Versions of a strategy: kept when the text can be used, told to who follows it, and never over somebody else's."""

import json
from datetime import date
from typing import Any

import pytest

from tests.builders import a_client, after, an_account, an_agency, an_engagement, ten_o_clock
from tests.usecases.strategy_texts import A_TEXT, BROKEN_TEXTS, REFUSED_TEXT, with_days_between
from voldaan.domain.strategy.language import StrategyError
from voldaan.records.models import Client, Departure, Event, StrategyVersion
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.versions import NumberTaken, add_version
from voldaan.usecases.change_strategy import save_strategy
from voldaan.usecases.judge_strategy import CHARACTERS_MAX, judged
from voldaan.usecases.keep_version import ChangedSince, NotSaved
from voldaan.usecases.known_strategies import known_strategy, source_of, strategy_text
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db

ON = after(3)
WHEN: dict[str, Any] = {"on": ON, "at": ten_o_clock(ON), "by": "Sanne Bos"}


def saved(key: str = "trouw", text: str = A_TEXT, note: str = "Rustiger.", **more: Any) -> tuple[int, bool]:
    kept = save_strategy(key, text, note=note, **(WHEN | more))
    return kept.number, kept.is_new


def told(client: Client) -> list[tuple[str, int]]:
    with rows_of(client):
        events = Event.objects.filter(kind="strategy.changed").order_by("sequence")
        return [
            (data["strategy"], data["number"])
            for data in map(json.loads, events.values_list("data", flat=True))
        ]


def test_a_text_is_kept_as_the_next_version_and_is_what_counts() -> None:
    assert source_of("standard") == "SHIPPED"
    assert saved("standard") == (1, True)
    assert saved("standard", with_days_between(9)) == (2, True)
    assert known_strategy("standard").manners.days_between_reminders == 9
    assert source_of("standard") == "DESK"
    newest = StrategyVersion.objects.get(key="standard", number=2)
    assert (newest.made_by, newest.note, newest.made_at) == ("Sanne Bos", "Rustiger.", WHEN["at"])
    assert newest.digest == known_strategy("standard").digest


@pytest.mark.parametrize(
    "again", [A_TEXT, A_TEXT.replace("\n", "\r\n"), f"\ufeff{A_TEXT}", A_TEXT.rstrip("\n")]
)
def test_a_text_that_says_the_same_is_no_new_version(again: str) -> None:
    saved()
    assert saved(text=again, note="") == (1, False)
    assert StrategyVersion.objects.count() == 1


def test_the_text_of_the_file_is_no_new_version_either() -> None:
    assert saved("standard", strategy_text("standard")) == (0, False)


def test_an_earlier_version_comes_back_by_saving_its_text() -> None:
    saved()
    saved(text=with_days_between(9))
    assert saved(text=A_TEXT, note="Terug.") == (3, True)
    assert strategy_text("trouw") == A_TEXT


def test_the_second_of_two_people_is_told_that_the_text_has_changed() -> None:
    saved()
    saved(text=with_days_between(9), made_from=1)
    with pytest.raises(ChangedSince, match="versie 2 van 5 maart 2026, door Sanne Bos") as caught:
        saved(text=with_days_between(10), made_from=1)
    assert "version 2 of 5 March 2026" in caught.value.told("en")
    assert saved(text=with_days_between(9), made_from=1) == (2, False)
    with pytest.raises(ChangedSince):
        saved("standard", made_from=4)


def test_a_number_is_given_once_also_in_the_same_moment() -> None:
    saved()
    with pytest.raises(NumberTaken), one_transaction():
        add_version(StrategyVersion, "trouw", 1, text="x", digest="0" * 64, note="", at=WHEN["at"], by="Tim")
    assert strategy_text("trouw") == A_TEXT


@pytest.mark.parametrize(("text", "said"), BROKEN_TEXTS)
def test_a_text_that_cannot_be_read_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(StrategyError, match=said):
        saved(text=text)
    assert not StrategyVersion.objects.exists()


def test_a_text_that_would_break_the_law_is_refused_with_the_article() -> None:
    with pytest.raises(StrategyError, match=r"Regel 17: .*incassokosten.*\(art\. 6:96 lid 6 BW\)"):
        saved(text=REFUSED_TEXT)
    assert not judged(REFUSED_TEXT).may_be_used


def test_what_is_merely_unwise_is_said_and_kept() -> None:
    kept = save_strategy("trouw", A_TEXT, note="Zo.", **WHEN)
    assert kept.is_new
    assert any("grens" in one.nl for one in kept.judged.unwise)


@pytest.mark.parametrize("key", ["", "../trouw", "a/b", "a b", "a,b", "é", "x" * 41, "a.toml", "a\n", "\x00"])
def test_a_key_is_no_path_and_no_list(key: str) -> None:
    with pytest.raises(NotSaved, match="sleutel"):
        saved(key)


@pytest.mark.parametrize(
    ("note", "said"), [("", "Zeg erbij"), (" \n\x00 ", "Zeg erbij"), ("x" * 501, "501 tekens")]
)
def test_a_note_says_what_was_changed(note: str, said: str) -> None:
    with pytest.raises(NotSaved, match=said):
        saved(note=note)


def test_a_note_is_one_line() -> None:
    saved(note="Rustiger,\r\nop verzoek\x07 ")
    assert StrategyVersion.objects.get().note == "Rustiger, op verzoek"


@pytest.mark.parametrize(
    "text",
    ["x" * 5_000_000, "a = " + "[" * 5_000, "version = " + "9" * 5_000, "name = \x00", "\ud7ff" * 60_000, "[[stages]]\n" * 1_800],
    ids=["5 MB", "nested", "digits", "control", "letters", "stages"],
)  # fmt: skip
def test_a_hostile_text_gets_a_sentence(text: str) -> None:
    found = judged(text)
    assert not found.may_be_used
    assert all(one.nl and one.en for one in found.said)
    assert len(found.text) <= CHARACTERS_MAX
    with pytest.raises(StrategyError):
        saved(text=text)


class TestTheListsOfClients:
    FOR_SOME = A_TEXT.replace("[manners]", '[for_whom]\ntags = ["trouw"]\n[manners]', 1)

    def test_a_change_after_which_nobody_follows_the_next_of_a_list_is_refused(self) -> None:
        saved(text=self.FOR_SOME)
        client = a_client(name="Bakkerij Aard B.V.", strategy="trouw,standard")
        with pytest.raises(
            NotSaved, match=r"Bij Bakkerij Aard B\.V\. \(trouw,standard\): niemand komt bij"
        ) as refused:
            saved(text=A_TEXT)
        assert "With Bakkerij Aard B.V. (trouw,standard): nobody comes to" in refused.value.told("en")
        assert (known_strategy("trouw").for_whom.tags, told(client)) == (("trouw",), [])

    def test_one_that_was_so_already_keeps_no_change(self) -> None:
        saved()
        a_client(strategy="trouw,standard")
        assert saved(text=with_days_between(9)) == (2, True)

    def test_the_list_of_a_running_engagement_is_the_one_that_counts(self) -> None:
        saved(text=self.FOR_SOME)
        client = a_client(strategy="standard")
        an_engagement(client, an_agency(), strategy="trouw,standard")
        with pytest.raises(NotSaved, match="niemand komt bij"):
            saved(text=A_TEXT)


class TestWhoIsTold:
    def test_every_client_whose_list_has_the_key(self) -> None:
        own, other = (
            a_client("bakkerij", strategy="klein, trouw"),
            a_client("hovenier", name="Hovenier Groen"),
        )
        engaged = a_client("kade", name="De Kade B.V.")
        an_engagement(engaged, an_agency(), strategy="trouw,standard")
        saved()
        saved(text=with_days_between(9))
        assert told(own) == told(engaged) == [("trouw", 1), ("trouw", 2)]
        assert told(other) == []
        assert list(verify_book([own, engaged])) == []

    @pytest.mark.parametrize(("last_day", "expected"), [(after(2), []), (after(3), [("trouw", 1)])])
    def test_an_engagement_that_has_ended_counts_no_more(
        self, last_day: date, expected: list[tuple[str, int]]
    ) -> None:
        client = a_client()
        an_engagement(client, an_agency(), strategy="trouw", last_day=last_day)
        saved()
        assert told(client) == expected

    def test_a_client_for_whose_account_a_person_chose_it(self) -> None:
        client = a_client()
        account = an_account(client)
        with rows_of(client):
            Departure.objects.create(
                client=client, account=account, kind="STRATEGY", value="trouw", reason="vaste klant",
                first_day=ON, made_by="Sanne Bos", made_at=WHEN["at"],
            )  # fmt: skip
        saved()
        assert told(client) == [("trouw", 1)]
