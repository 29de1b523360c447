"""What is known of payments, and until when: missed days, gaps, lists, and money that comes back."""

import pytest

from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD, item, paid, taken_back
from voldaan.usecases.list_questions import list_questions

LATE = "HOLD PAYMENT_TRUTH_STALE"


@pytest.fixture
def billed(book: Book) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")


@pytest.mark.usefixtures("billed")
class TestTheBank:
    def test_missed_days_are_caught_up_and_no_stage_is_skipped(self, book: Book, bird: Debtor) -> None:
        for on in ("8 april", "17 april", "18 april", "30 april", "1 mei"):
            book.on(on).bank().runs()
        assert bird.got == [
            "8 april: eerste herinnering per e-mail",
            "18 april: tweede herinnering per e-mail",
            "1 mei: pré-incassobrief per e-mail",
        ]

    @pytest.mark.parametrize(
        ("known", "decision"),
        [("6 maart", LATE), ("7 maart", "REMIND STAGE_REACHED"), ("8 maart", "REMIND STAGE_REACHED")],
    )
    def test_payments_that_are_known_too_short_stop_every_reminder(
        self, book: Book, bird: Debtor, known: str, decision: str
    ) -> None:
        book.on(known).bank()
        done = book.on("11 maart").runs()
        assert bird.decision("11 maart") == (
            decision if not done.sent.sent else "WAIT TERM_RUNNING tot 21 maart"
        )
        assert done.planned.stopped_by_truth == (decision == LATE)
        assert len(bird.got) == (decision != LATE)

    def test_the_sentence_says_what_is_missing(self, book: Book) -> None:
        book.on("6 maart").bank()
        said = book.on("11 maart").runs().planned.day.truth.because
        assert said == (
            "De bankafschriften lopen tot en met 6-3-2026. Voor 11-3-2026 is nodig: 7-3-2026 of later. "
            "Importeer de ontbrekende afschriften."
        )

    def test_nothing_known_stops_too(self, book: Book, bird: Debtor) -> None:
        book.on("5 maart").runs()
        assert (bird.decision("5 maart"), bird.got) == (LATE, [])

    def test_a_truth_that_ages_after_approval_keeps_the_message_here(self, book: Book, bird: Debtor) -> None:
        book.on("5 maart").bank().runs(approve=False)
        book.on("5 maart").approves()
        done = book.on("10 maart").sends()
        assert (done.sent, done.withdrawn, bird.got) == (0, 1, [])

    def test_the_due_day_itself_must_be_known(self, book: Book, bird: Debtor) -> None:
        book.on("1 maart").bank()
        assert bird.decision("5 maart") == "HOLD DUE_DAY_NOT_COVERED"
        book.on("5 maart").runs()
        assert bird.got == []

    def test_a_gap_in_the_statements_stops_until_it_is_filled(self, book: Book, bird: Debtor) -> None:
        book.on("20 februari").bank()
        book.on("5 maart").bank(skips="2 maart")
        done = book.on("5 maart").runs()
        assert bird.decision("5 maart") == LATE
        assert "ontbreekt een afschrift" in done.planned.day.truth.because
        assert bird.got == []
        book.on("2 maart").late_statement(paid("1.000,00", "een ander"), since="20 februari")
        book.on("5 maart").runs()
        assert book.questions() == ["NO_CLUE"]
        assert bird.got == ["5 maart: eerste herinnering per e-mail"]

    def test_a_direct_debit_that_comes_back_is_reminded_after_all(self, book: Book, bird: Debtor) -> None:
        debit = {"end_to_end_id": "INC-2026-0002", "by": BIRD}
        book.on("5 maart").hears_paid("2026-0001")
        book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due="2 maart", direct_debit=True)
        book.on("3 maart").bank()
        assert bird.decision("5 maart") == "HOLD DIRECT_DEBIT_RUNNING tot 17 maart"
        book.on("4 maart").bank(paid("80,00", "2026-0002", **debit)).runs()
        assert book.open() == {}
        book.on("9 maart").bank(taken_back("80,00", "MD06", **debit)).runs()
        assert book.open() == {"2026-0002": "80,00"}
        assert bird.got == ["9 maart: eerste herinnering per e-mail"]

    def test_a_direct_debit_that_never_came_is_for_a_person_when_its_time_is_over(
        self, book: Book, bird: Debtor
    ) -> None:
        book.on("5 maart").hears_paid("2026-0001")
        book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due="2 maart", direct_debit=True)
        for on in ("16 maart", "17 maart"):
            book.on(on).bank().runs()
            assert bird.got == []
        assert bird.decision("16 maart") == "HOLD DIRECT_DEBIT_RUNNING tot 17 maart"
        assert bird.decision("17 maart") == "ASK DIRECT_DEBIT_NOT_SEEN"


class TestTheLedger:
    @pytest.fixture
    def truth(self) -> str:
        return "ledger"

    def test_an_item_that_vanishes_from_a_complete_list_is_settled(self, book: Book, bird: Debtor) -> None:
        one, two = (item(f"2026-000{n}", "50,00", BIRD, due="2 maart") for n in (1, 2))
        book.on("5 maart").lists(one, two).runs()
        assert bird.last.says("€ 100,00", "2026-0001", "2026-0002")
        book.on("16 maart").lists(two).runs()
        assert book.open() == {"2026-0002": "50,00"}
        assert bird.last.says("€ 50,00")
        assert not bird.last.says("2026-0001")
        book.on("30 maart").lists().runs()
        assert (book.open(), len(bird.got)) == ({}, 2)

    def test_a_partial_list_closes_nothing_and_is_no_truth(self, book: Book, bird: Debtor) -> None:
        one, two = (item(f"2026-000{n}", "50,00", BIRD, due="2 maart") for n in (1, 2))
        book.on("2 maart").lists(one, two)
        book.on("12 maart").lists(two, complete=False).runs()
        assert book.open() == {"2026-0001": "50,00", "2026-0002": "50,00"}
        assert (bird.decision("12 maart"), bird.got) == (LATE, [])

    def test_a_lower_amount_is_a_part_payment(self, book: Book, bird: Debtor) -> None:
        book.on("4 maart").lists(item("2026-0001", "125,00", BIRD, due="2 maart", total="125,00"))
        book.on("5 maart").lists(item("2026-0001", "75,00", BIRD, due="2 maart", total="125,00")).runs()
        assert bird.last.says("€ 75,00", "nog open van € 125,00")

    @pytest.mark.parametrize("bank_first", [True, False])
    @pytest.mark.parametrize("match_between", [True, False])
    def test_a_list_beside_a_bank_file_counts_nothing_twice(
        self, book: Book, bird: Debtor, bank_first: bool, match_between: bool
    ) -> None:
        book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
        day = book.on("10 maart")
        tells = {
            True: lambda: day.bank(paid("50,00", "2026-0001", on="9 maart", by=BIRD)),
            False: lambda: day.lists(item("2026-0001", "75,00", BIRD, due="2 maart", total="125,00")),
        }
        tells[bank_first]()
        if match_between:
            day.runs(approve=False)
        tells[not bank_first]()
        day.runs()
        assert (book.open(), book.questions()) == ({"2026-0001": "75,00"}, [])
        assert bird.last.says("€ 75,00")

    @pytest.mark.parametrize("bank_first", [True, False])
    def test_a_payment_after_the_list_lowers_it(self, book: Book, bird: Debtor, bank_first: bool) -> None:
        book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
        day = book.on("12 maart")
        if bank_first:
            day.bank(paid("50,00", "2026-0001", on="11 maart", by=BIRD))
        day.lists(item("2026-0001", "125,00", BIRD, due="2 maart", total="125,00"), as_of="10 maart")
        if not bank_first:
            day.bank(paid("50,00", "2026-0001", on="11 maart", by=BIRD))
        day.runs()
        assert book.open() == {"2026-0001": "75,00"}
        assert list_questions(book.client) == []
