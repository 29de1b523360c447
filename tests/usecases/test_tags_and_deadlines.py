"""Words on accounts, and days of others at invoices."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.builders import DUE, a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.strategies import a_strategy
from voldaan.records.models import Account, Client, Event, Invoice
from voldaan.records.scope import rows_of
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.set_deadline import (
    CannotSetDeadline,
    interrupt_time_bar,
    set_insurer_day,
    set_time_bar,
    tell_insurer,
)
from voldaan.usecases.tag_account import CannotTag, NotFound, tag_account
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db

NUMBER = "2026-0001"
TODAY = after(3)


@pytest.fixture
def client() -> Client:
    """A client with one overdue invoice, whose payments are known for years."""
    made = a_client(truth_days_max=9_000)
    an_invoice(an_account(made))
    bank_known_until(made, after(1))
    return made


def when(on: date = TODAY) -> dict[str, Any]:
    return {"on": on, "at": ten_o_clock(on), "by": "Kim"}


def decided(client: Client, on: date) -> str:
    (row,) = preview_day(client, on=on)[1]
    return f"{row.decision.act} {row.decision.because}"


class TestTags:
    def test_given_and_taken_whatever_the_capitals(self, client: Client) -> None:
        assert tag_account(client, "D1", add=["Vaste-Klant", "b2b"], **when()) == ("b2b", "vaste-klant")
        assert tag_account(client, "D1", add=["B2B"], remove=["VASTE-klant"], **when()) == ("b2b",)
        with rows_of(client):
            assert Account.objects.get().tags == "b2b"
            told = Event.objects.filter(kind="account.tagged")
            assert (told.count(), any("b2b" in one.data for one in told)) == (2, False)
        assert list(verify_book([client])) == []

    def test_what_changes_nothing_is_no_event(self, client: Client) -> None:
        tag_account(client, "D1", remove=["b2b"], **when())
        with rows_of(client):
            assert not Event.objects.filter(kind="account.tagged").exists()

    @pytest.mark.parametrize("word", ["", "twee woorden", "a,b", "-x", "x-", "a--b", "x" * 20, "a_b", "<b>"])
    def test_what_is_no_word_is_refused(self, client: Client, word: str) -> None:
        with pytest.raises(CannotTag, match="geen label"):
            tag_account(client, "D1", add=[word], **when())

    @pytest.mark.parametrize(("count", "taken"), [(9, True), (10, True), (11, False)])
    def test_ten_at_most(self, client: Client, count: int, taken: bool) -> None:
        words = [f"{number:02}{'x' * 17}" for number in range(count)]
        if taken:
            assert len(tag_account(client, "D1", add=words, **when())) == count
        else:
            with pytest.raises(CannotTag, match="hoogstens 10"):
                tag_account(client, "D1", add=words, **when())

    def test_both_at_once_or_nobody_is_refused(self, client: Client) -> None:
        with pytest.raises(CannotTag, match="niet allebei"):
            tag_account(client, "D1", add=["x"], remove=["X"], **when())
        with pytest.raises(NotFound):
            tag_account(client, "D9", add=["x"], **when())

    def test_a_strategy_looks_at_them(self, client: Client) -> None:
        a_strategy(manners='[for_whom]\ntags = ["vaste-klant"]')
        assert decided(client, after(3)) == "ASK NO_STRATEGY_FITS"
        tag_account(client, "D1", add=["vaste-klant"], **when())
        assert decided(client, after(3)) == "REMIND STAGE_REACHED"


class TestTheInsurer:
    @pytest.mark.parametrize(("days", "asks"), [(45, False), (46, True), (47, True)])
    def test_a_person_is_asked_in_good_time(self, client: Client, days: int, asks: bool) -> None:
        set_insurer_day(client, NUMBER, by_day=after(60), **when())
        assert (decided(client, after(days)) == "ASK INSURER_MUST_HEAR") is asks

    def test_told_or_not_needed_it_asks_no_more(self, client: Client) -> None:
        set_insurer_day(client, NUMBER, by_day=after(60), **when())
        tell_insurer(client, NUMBER, told_on=after(50), **when(after(50)))
        assert decided(client, after(50)) != "ASK INSURER_MUST_HEAR"
        set_insurer_day(client, NUMBER, by_day=after(60), **when(after(51)))
        assert decided(client, after(51)) == "ASK INSURER_MUST_HEAR", "a new day is asked about again"
        set_insurer_day(client, NUMBER, by_day=None, **when(after(51)))
        assert decided(client, after(51)) != "ASK INSURER_MUST_HEAR"
        with rows_of(client):
            kinds = list(Event.objects.filter(kind__startswith="deadline.").values_list("kind", flat=True))
        assert kinds == ["deadline.insurer", "deadline.insurer_told", "deadline.insurer", "deadline.insurer"]

    def test_impossible_days_are_refused(self, client: Client) -> None:
        with pytest.raises(CannotSetDeadline, match="geen kredietverzekeraar"):
            tell_insurer(client, NUMBER, told_on=after(3), **when())
        with pytest.raises(CannotSetDeadline, match="kon niemand er nog van weten"):
            set_insurer_day(client, NUMBER, by_day=after(-31), **when())
        set_insurer_day(client, NUMBER, by_day=after(60), **when())
        with pytest.raises(CannotSetDeadline, match="moet nog komen"):
            tell_insurer(client, NUMBER, told_on=after(4), **when())
        with pytest.raises(CannotSetDeadline, match="kan niet op"):
            tell_insurer(client, NUMBER, told_on=after(-31), **when())


USUAL = date(2031, 3, 3)
"""Five years after the day after the due date."""


def years_later(day: date, years: int) -> date:
    return day.replace(year=day.year + years)


class TestTheTimeBar:
    @pytest.mark.parametrize(
        ("day", "answer"),
        [
            (date(2028, 3, 2), "kan niet verjaren"),
            (date(2028, 3, 3), None),
            (USUAL, None),
            (date(2031, 3, 6), None),
            (date(2031, 3, 7), "kan niet verjaren"),
        ],
    )
    def test_between_two_years_and_an_interruption_of_today(
        self, client: Client, day: date, answer: str | None
    ) -> None:
        def bar() -> Any:
            return set_time_bar(client, NUMBER, barred_from=day, because="OTHER", **when(date(2026, 3, 5)))

        refused_or(answer, bar)
        with rows_of(client):
            assert Invoice.objects.get().time_bar_from == (None if answer else day)

    @pytest.mark.parametrize(
        ("day", "answer"),
        [
            (DUE, "nog niets te stuiten"),
            (after(1), None),
            (date(2031, 3, 2), None),
            (USUAL, "al verjaard"),
            (date(2032, 1, 1), "moet nog komen"),
        ],
    )
    def test_an_interruption_has_to_come_while_the_term_runs(
        self, client: Client, day: date, answer: str | None
    ) -> None:
        def interrupt() -> Any:
            return interrupt_time_bar(client, NUMBER, day=day, because="DEMAND", **when(date(2031, 12, 31)))

        refused_or(answer, interrupt)
        if answer is None:
            with rows_of(client):
                assert Invoice.objects.get().time_bar_from == years_later(after(1, day), 5)

    def test_interrupted_again_and_again_the_term_goes_on(self, client: Client) -> None:
        for year in (2030, 2034, 2038):
            done = interrupt_time_bar(
                client, NUMBER, day=date(year, 6, 1), because="ACKNOWLEDGEMENT", **when(date(year, 6, 2))
            )
            assert done.time_barred_from == date(year + 5, 6, 2)

    def test_a_term_of_two_years_stays_one_of_two_years(self, client: Client) -> None:
        set_time_bar(client, NUMBER, barred_from=date(2028, 3, 3), because="CONSUMER_SALE", **when())
        done = interrupt_time_bar(
            client, NUMBER, day=date(2028, 1, 10), because="RESERVATION", **when(date(2028, 1, 10))
        )
        assert done.time_barred_from == date(2030, 1, 11)

    @pytest.mark.parametrize(("days", "asks"), [(-91, False), (-90, True), (-89, True)])
    def test_a_person_is_asked_ninety_days_before(self, client: Client, days: int, asks: bool) -> None:
        on = after(days, USUAL)
        assert (decided(client, on) == "ASK TIME_BAR_NEAR") is asks
        interrupt_time_bar(client, NUMBER, day=on, because="DEMAND", **when(on))
        assert decided(client, on) != "ASK TIME_BAR_NEAR"

    def test_codes_that_we_do_not_know_are_refused(self, client: Client) -> None:
        wrong: Any = "OTHER"
        with pytest.raises(CannotSetDeadline, match="stuit een verjaring niet"):
            interrupt_time_bar(client, NUMBER, day=after(3), because=wrong, **when())
        wrong = "ZOMAAR"
        with pytest.raises(CannotSetDeadline, match="geen reden"):
            set_time_bar(client, NUMBER, barred_from=USUAL, because=wrong, **when())


def refused_or(answer: str | None, do: Callable[[], Any]) -> None:
    if answer is None:
        do()
        return
    with pytest.raises(CannotSetDeadline, match=answer):
        do()
