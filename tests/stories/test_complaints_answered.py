"""What users of other programs complained of most, told as lives that must not go that way here.

A reminder that a missed day lost; the same one on every run; a mail for each invoice; no pause; and the calendar: the
wrong day around midnight, a ladder spent in a weekend, a jump to a harsher step, settings that forget what exists.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections

from tests.stories.book import FIRST_DAY, Book, Day, Debtor, agency_works_for, moment
from tests.stories.paper import BIRD, JO, day, paid, told
from voldaan.interfaces.cli import clock as cli_clock
from voldaan.interfaces.web import clock as web_clock
from voldaan.records.models import Client, StrategyVersion
from voldaan.usecases.known_strategies import strategy_text
from voldaan.usecases.plan_day import BookMoved

FIRST = "eerste herinnering per e-mail"
SECOND = "tweede herinnering per e-mail"
LETTER = "pré-incassobrief per e-mail"


@pytest.fixture
def billed(book: Book) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")


def every_day(book: Book, first: str, last: str) -> None:
    """Live each day from the first up to and including the last."""
    for ahead in range((day(last) - day(first)).days + 1):
        book.on(told(day(first) + timedelta(days=ahead))).bank().runs()


def follows(book: Book, *changes: tuple[str, str], key: str = "eigen") -> None:
    """Let the bakery follow the standard strategy with these words changed."""
    text = strategy_text("standard")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    number = StrategyVersion.objects.filter(key=key).count() + 1
    StrategyVersion.objects.create(
        key=key,
        number=number,
        text=text,
        digest=f"{key} {number}",
        made_at=moment(FIRST_DAY),
        made_by="story",
    )
    Client.objects.filter(pk=book.client.pk).update(strategy=key)
    book.client.refresh_from_db()


@pytest.mark.usefixtures("billed")
class TestADayWasMissed:
    """R1: the reminder that was due on a day on which nobody worked was never sent."""

    @pytest.mark.parametrize("opened", ["5 maart", "6 maart", "12 maart", "8 april"])
    def test_one_reminder_follows_and_no_more(self, book: Book, bird: Debtor, opened: str) -> None:
        for _ in range(3):
            book.on(opened).bank().runs()
        assert bird.got == [f"{opened}: {FIRST}"]

    def test_after_each_gap_the_next_stage_follows_and_none_is_lost(self, book: Book, bird: Debtor) -> None:
        for on in ("20 maart", "21 maart", "14 mei", "15 mei", "3 september", "4 september"):
            book.on(on).bank().runs()
        assert bird.got == [f"20 maart: {FIRST}", f"14 mei: {SECOND}", f"3 september: {LETTER}"]


@pytest.mark.usefixtures("billed")
class TestTheSameEveryRun:
    """R2: the same reminder went out on every run, or twice when two ran at once."""

    def test_run_again_and_again_it_is_one_message(self, book: Book, bird: Debtor) -> None:
        for _ in range(3):
            book.on("5 maart").bank().runs()
            book.on("5 maart").approves().sends()
        every_day(book, "6 maart", "13 maart")
        assert bird.got == [f"5 maart: {FIRST}"]

    def test_run_at_once_it_is_one_message(self, book: Book, bird: Debtor) -> None:
        book.on("5 maart").bank()
        with ThreadPoolExecutor(2) as both:
            list(both.map(lambda _: self.runs_beside_another(book), range(2)))
        book.on("5 maart").runs()
        assert bird.got == [f"5 maart: {FIRST}"]
        assert book.states().count("SENT") == 1

    @staticmethod
    def runs_beside_another(book: Book) -> None:
        try:
            book.on("5 maart").runs()
        except BookMoved:
            pass  # The other one does it.
        finally:
            connections.close_all()


class TestAMailForEachInvoice:
    """R6: one mail per invoice floods the customer."""

    def test_a_debtor_gets_one_message_that_lists_all(self, book: Book, bird: Debtor) -> None:
        for number, due in (
            ("2026-0001", "10 februari"),
            ("2026-0002", "20 februari"),
            ("2026-0003", "1 maart"),
        ):
            book.on("31 januari").bills(number, "80,00", to=BIRD, due=due)
        book.on("13 februari").bank().runs()
        assert bird.last.says("2026-0001")
        assert not bird.last.says("2026-0002")
        book.on("24 februari").bank().runs()
        assert bird.got[1:] == [f"24 februari: {SECOND}"]
        assert bird.last.says("2026-0001", "2026-0002")
        assert not bird.last.says("2026-0003")
        every_day(book, "25 februari", "3 maart")
        assert len(bird.got) == 2

    def test_each_debtor_gets_its_own(self, book: Book, bird: Debtor, linden: Debtor) -> None:
        for place, debtor in enumerate((bird, linden, bird, linden), start=1):
            book.on("31 januari").bills(f"2026-000{place}", "80,00", to=debtor.party, due="2 maart")
        book.on("5 maart").bank().runs()
        assert (len(bird.got), len(linden.got)) == (1, 1)
        assert bird.last.says("2026-0001", "2026-0003")
        assert not bird.last.says("2026-0002")


@pytest.mark.usefixtures("billed")
class TestNoPause:
    """R13: there was no way to leave somebody in peace, or none that ended by itself."""

    def test_a_hold_says_until_when_and_ends_by_itself(self, book: Book, bird: Debtor) -> None:
        book.on("4 maart").bank().holds(bird, "PERSON_ASKED", until="14 maart")
        every_day(book, "12 maart", "14 maart")
        assert (bird.decision("14 maart"), bird.got) == ("HOLD ON_HOLD tot 15 maart", [])
        every_day(book, "15 maart", "18 maart")
        assert bird.got == [f"15 maart: {FIRST}"]

    def test_a_dispute_leaves_its_invoice_alone_and_asks_when_the_answer_stays_out(
        self, book: Book, bird: Debtor
    ) -> None:
        book.on("4 maart").disputes("2026-0001", answer_by="18 maart")
        every_day(book, "16 maart", "18 maart")
        assert (bird.decision("18 maart"), bird.got) == ("HOLD DISPUTED tot 19 maart", [])
        book.on("19 maart").bank().runs()
        assert bird.decision("19 maart") == "ASK ANSWER_OVERDUE"
        book.on("20 maart").settles_dispute("2026-0001").bank().runs()
        assert bird.got == [f"20 maart: {FIRST}"]

    def test_a_promise_waits_for_its_day_and_the_payment_on_its_way(self, book: Book, bird: Debtor) -> None:
        book.on("4 maart").promises(bird, until="16 maart")
        every_day(book, "16 maart", "18 maart")
        assert (bird.decision("18 maart"), bird.got) == ("HOLD PROMISED tot 19 maart", [])
        book.on("19 maart").bank(paid("125,00", "2026-0001")).runs()
        assert (book.open(), bird.got) == ({}, [])

    def test_a_direct_debit_is_left_to_run(self, book: Book, bird: Debtor) -> None:
        book.on("2 maart").hears_paid("2026-0001")
        book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due="2 maart", direct_debit=True)
        every_day(book, "14 maart", "16 maart")
        assert (bird.decision("16 maart"), bird.got) == ("HOLD DIRECT_DEBIT_RUNNING tot 17 maart", [])
        book.on("17 maart").bank().runs()
        assert (bird.decision("17 maart"), bird.got) == ("ASK DIRECT_DEBIT_NOT_SEEN", [])

    def test_a_dispute_about_one_invoice_can_leave_the_whole_debtor_in_peace(
        self, book: Book, bird: Debtor
    ) -> None:
        follows(book, ("[end]", '[pauses]\ndispute = "ACCOUNT"\n\n[end]'))
        book.on("31 januari").bills("2026-0002", "80,00", to=BIRD, due="2 maart")
        book.on("4 maart").disputes("2026-0001", answer_by="6 maart")
        every_day(book, "5 maart", "9 maart")
        assert (bird.decision("6 maart"), bird.decision("9 maart")) == (
            "HOLD DISPUTED tot 7 maart",
            "ASK ANSWER_OVERDUE",
        )
        assert bird.got == []
        book.on("10 maart").settles_dispute("2026-0001").bank().runs()
        assert bird.last.says("2026-0001", "2026-0002")


class TestTheCalendar:
    """R20: days, hours and steps."""

    @pytest.mark.parametrize(
        ("utc", "dutch"),
        [
            ("2026-03-04T22:59:59", "2026-03-04"),
            ("2026-03-04T23:00:00", "2026-03-05"),
            ("2026-03-28T22:59:59", "2026-03-28"),
            ("2026-03-29T21:59:59", "2026-03-29"),
            ("2026-03-29T22:00:00", "2026-03-30"),
            ("2026-10-24T22:00:00", "2026-10-25"),
            ("2026-10-25T22:59:59", "2026-10-25"),
            ("2026-10-25T23:00:00", "2026-10-26"),
        ],
    )
    def test_the_day_is_the_dutch_one_around_midnight(
        self, monkeypatch: pytest.MonkeyPatch, utc: str, dutch: str
    ) -> None:
        at = datetime.fromisoformat(utc).replace(tzinfo=UTC)
        for clock in (cli_clock, web_clock):
            monkeypatch.setattr(clock, "now", lambda: at.astimezone(cli_clock.DUTCH_TIME))
            assert clock.today().isoformat() == dutch

    @pytest.mark.parametrize(
        ("on", "utc", "left"),
        [
            ("28 maart", "2026-03-28T05:59", False),
            ("28 maart", "2026-03-28T06:00", True),  # the last day of winter time: seven o'clock
            ("30 maart", "2026-03-30T04:59", False),
            ("30 maart", "2026-03-30T05:00", True),  # the first Monday of summer time: seven o'clock
            ("30 maart", "2026-03-30T18:00", False),
            ("26 oktober", "2026-10-26T05:59", False),
            ("26 oktober", "2026-10-26T06:00", True),
            ("26 oktober", "2026-10-26T18:59", True),
        ],
    )
    def test_lawful_hours_move_with_the_clock(
        self, book: Book, jo: Debtor, on: str, utc: str, left: bool
    ) -> None:
        agency_works_for(book)
        book.on("31 januari").bills("2026-0001", "125,00", to=JO, due="2 maart")
        book.on(on).bank()
        Day(book=book, on=day(on), at=datetime.fromisoformat(utc).replace(tzinfo=UTC)).runs()
        assert bool(jo.got) is left

    @pytest.mark.usefixtures("billed")
    def test_a_weekend_or_a_holiday_spends_no_step(self, book: Book, bird: Debtor) -> None:
        follows(
            book,
            ("days_after_term = 2", 'days_after_term = 2\nweekdays = ["MON", "TUE", "WED", "THU", "FRI"]'),
        )
        every_day(book, "6 maart", "8 maart")
        assert bird.got == [f"6 maart: {FIRST}"]
        for on in (
            "13 maart",
            "15 maart",
            "16 maart",
            "17 maart",
            "28 maart",
            "29 maart",
            "30 maart",
            "31 maart",
        ):
            book.on(on).bank().runs()
        assert bird.got[1:] == [f"16 maart: {SECOND}", f"30 maart: {LETTER}"]

    @pytest.mark.usefixtures("billed")
    def test_what_came_due_in_the_weekend_goes_on_monday(self, book: Book, bird: Debtor) -> None:
        days = 'days_after_term = 2\nweekdays = ["MON", "TUE", "WED"]'
        follows(book, ("days_after_term = 2", days))
        every_day(book, "5 maart", "8 maart")
        assert (bird.decision("5 maart"), bird.got) == ("WAIT NOT_ON_THIS_DAY tot 9 maart", [])
        every_day(book, "9 maart", "11 maart")
        assert bird.got == [f"9 maart: {FIRST}"]

    @pytest.mark.usefixtures("billed")
    def test_nobody_jumps_to_a_harsher_step(self, book: Book, bird: Debtor) -> None:
        book.on("30 september").bank().runs()
        assert bird.got == [f"30 september: {FIRST}"]
        assert bird.decision("30 september").startswith("WAIT TERM_RUNNING")

    @pytest.mark.usefixtures("billed")
    def test_a_changed_strategy_counts_for_what_was_there(self, book: Book, bird: Debtor) -> None:
        book.on("5 maart").bank().runs()
        assert bird.decision("5 maart") == "WAIT TERM_RUNNING tot 16 maart"
        follows(book, ("days = 14", "days = 20"))
        assert bird.decision("5 maart") == "WAIT TERM_RUNNING tot 22 maart"
        follows(book, ('key = "SECOND_REMINDER"', 'key = "SECOND_REMINDER"\nenabled = false'))
        for on in ("16 maart", "22 maart", "29 maart", "30 maart", "31 maart"):
            book.on(on).bank().runs()
        assert bird.got == [f"5 maart: {FIRST}", f"30 maart: {LETTER}"]

    @pytest.mark.usefixtures("billed")
    def test_a_changed_strategy_starts_nobody_again(self, book: Book, bird: Debtor) -> None:
        for on in ("5 maart", "16 maart"):
            book.on(on).bank().runs()
        follows(book, ("days = 3\n", "days = 1\n"))
        for on in ("17 maart", "24 maart", "29 maart"):
            book.on(on).bank().runs()
        assert bird.got == [f"5 maart: {FIRST}", f"16 maart: {SECOND}"]

    def test_an_old_book_does_not_get_its_whole_history_mailed(self, book: Book, bird: Debtor) -> None:
        for number, due in enumerate(("5 februari", "1 februari", "3 februari"), start=1):
            book.on("31 januari").bills(f"2026-000{number}", "80,00", to=BIRD, due=due)
        every_day(book, "1 september", "3 september")
        assert bird.got == [f"1 september: {FIRST}"]
        assert bird.last.says("2026-0001", "2026-0002", "2026-0003", "€ 240,00")

    def test_tone_follows_what_is_open_now(self, book: Book, bird: Debtor) -> None:
        """One new small invoice of a good customer does not inherit the harsh tone of an old one."""
        book.on("31 januari").bills("2026-0001", "900,00", to=BIRD, due="2 maart")
        for on in ("5 maart", "16 maart", "30 maart"):
            book.on(on).bank().runs()
        assert bird.got[-1] == f"30 maart: {LETTER}"
        book.on("1 april").bank(paid("900,00", "2026-0001")).runs()
        book.on("2 april").bills("2026-0002", "15,00", to=BIRD, due="2 mei")
        every_day(book, "4 mei", "8 mei")
        assert bird.got[3:] == [f"5 mei: {FIRST}"]
        assert not bird.last.says("2026-0001")


def test_somebody_else_s_debtor_waits_for_nobody(book: Book, bird: Debtor, jo: Debtor) -> None:
    """What keeps one debtor in peace does not keep another there."""
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
    book.on("31 januari").bills("2026-0002", "125,00", to=replace(JO, name="Jo"), due="2 maart")
    book.on("4 maart").holds(bird, "BANKRUPTCY").bank()
    book.on("5 maart").bank().runs()
    assert (bird.got, len(jo.got)) == ([], 1)
