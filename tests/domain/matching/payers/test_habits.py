"""What a linked payment teaches of an account."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.facts import Habit, Payer, PaymentFacts
from voldaan.domain.matching.payers.habits import WORDS_LEARNED, lessons
from voldaan.domain.matching.payers.paying import PayerIndex

MARCH = date(2026, 3, 2)
OWN, PARTNER, FACTOR = "NL91ABNA0417164300", "NL69INGB0123456789", "NL44RABO0123456789"


def payment(name: str = "", iban: str = "", *, ultimate_name: str = "", bank_iban: str = "") -> PaymentFacts:
    return PaymentFacts(
        1,
        5000,
        MARCH,
        counterparty_name=name,
        counterparty_iban=iban,
        ultimate_name=ultimate_name,
        bank_iban=bank_iban,
    )


def taught(habits: tuple[Habit, ...]) -> list[tuple[str, str]]:
    return [(habit.kind, habit.value) for habit in habits]


def test_a_payment_teaches_whence_and_under_which_other_name_it_came() -> None:
    found = lessons(payment("M. Vlas", PARTNER), 7, style="TAIL", names=["P. Kaars"])
    assert taught(found) == [("IBAN", PARTNER), ("NAME", "m. vlas"), ("STYLE", "TAIL")]
    assert {(habit.account_id, habit.times) for habit in found} == {(7, 1)}


def test_the_debtors_own_name_in_another_form_is_no_news() -> None:
    assert taught(lessons(payment("HR P KAARS", PARTNER), 7, names=["P. Kaars"])) == [("IBAN", PARTNER)]


def test_an_iban_in_groups_is_the_same_iban() -> None:
    assert taught(lessons(payment("", "nl69 ingb 0123 4567 89"), 7)) == [("IBAN", PARTNER)]


def test_a_transfer_of_the_client_itself_teaches_no_iban() -> None:
    assert lessons(payment("", OWN, bank_iban=OWN), 7) == ()


@pytest.mark.parametrize(
    "name", ["Stg Mollie Payments", "J. Kaars via Tikkie", "Kaars Bewindvoering", "ING Bank"]
)
def test_who_passes_on_money_teaches_neither_iban_nor_name(name: str) -> None:
    assert lessons(payment(name, PARTNER), 7, names=["P. Kaars"]) == ()


def test_an_intermediary_of_this_client_teaches_neither() -> None:
    assert lessons(payment("Vlas Finance", FACTOR), 7, intermediaries={FACTOR}) == ()


def test_for_whom_an_intermediary_paid_is_learned() -> None:
    found = lessons(payment("Budgetbeheer Oost", PARTNER, ultimate_name="M. Vlas"), 7, names=["P. Kaars"])
    assert taught(found) == [("NAME", "m. vlas")]


WORDS = {
    "a place": (["DUINROOSWEG"], ["DUINROOSWEG"]),
    "a contract's number": (["C100482", "88120045"], ["88120045", "C100482"]),
    "common words": (["FACTUUR", "BEDANKT", "MAART", "BETALING"], []),
    "short words": (["PIZ", "AB"], []),
    "names": (["KAARS", "JAN", "VLAS"], []),
    "a day": (["02032026", "20260302", "020326"], []),
    "short numbers": (["12", "2026"], []),
    "accents and small letters": (["Duinroösweg", "DUINROOSWEG"], ["DUINROOSWEG"]),
    "the longest of many": (
        ["ZEEGRAS", "DUINROOS", "HELMGRASWEG", "ZAND"],
        ["HELMGRASWEG", "DUINROOS", "ZEEGRAS"],
    ),
}


@pytest.mark.parametrize(("words", "learned"), WORDS.values(), ids=WORDS.keys())
def test_only_words_that_tell_one_payer_from_another_are_learned(
    words: list[str], learned: list[str]
) -> None:
    found = lessons(payment("M. Vlas"), 7, words, names=["P. Kaars", "M. Vlas"])
    assert taught(found) == [("WORD", word) for word in learned]


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=30))
def test_whatever_was_written_lessons_are_few_and_each_once(words: list[str], name: str) -> None:
    found = lessons(payment(name, PARTNER), 7, words, "WHOLE")
    assert len(set(found)) == len(found)
    assert sum(habit.kind == "WORD" for habit in found) <= WORDS_LEARNED


@given(st.permutations(["DUINROOS", "ZEEGRAS", "HELM", "HELMGRAS", "ZANDWEG"]))
def test_the_order_of_the_words_says_nothing(words: list[str]) -> None:
    assert lessons(payment(), 7, words) == lessons(payment(), 7, sorted(words))


def test_what_was_learned_is_known_again() -> None:
    paid = payment("M. Vlas", PARTNER)
    index = PayerIndex([Payer(7, "P. Kaars")], lessons(paid, 7, ["DUINROOSWEG"], names=["P. Kaars"]))
    for again in (payment(iban=PARTNER), payment("VLAS M")):
        assert [clue.account_id for clue in index.paying(again).clues] == [7]
    assert [clue.account_id for clue in index.paying(payment(), ["DUINROOSWEG"]).clues] == [7]
