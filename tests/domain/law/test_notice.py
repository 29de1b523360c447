"""The fourteen-day notice: its days, its amounts, its words, and everything that makes it worth nothing."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.citation import sources_of
from voldaan.domain.law.notice import (
    MESSAGE_WORDS,
    SAFE_WORDS,
    By,
    Language,
    NoticeTerm,
    notice_amounts,
    notice_sentences,
    notice_term,
    presumed_delivery,
    term_after_receipt,
    usual_delivery_days,
)
from voldaan.domain.law.notice_flaws import Because, Notice, flaws, lawful_costs, lawful_vat, valid_term
from voldaan.domain.workdays import is_holiday, is_working_day

sending_days = st.dates(date(2012, 7, 1), date(2060, 1, 1))
GOOD = Notice(
    capacity="CONSUMER",
    in_default_from=date(2026, 11, 2),
    sent=date(2026, 11, 23),
    by="POST",
    arrived="PRESUMED",
    delivery_days=2,
    principals_cents=(100_00, 900_00),
    costs_cents=150_00,
    term_words="FROM_DAY_AFTER_DELIVERY",
    states_consequence=True,
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_each_vector_of_a_notice_by_post(letter14_post_vector: Any) -> None:
    sent, expected = day(letter14_post_vector.given["sent"]), letter14_post_vector.expected
    term = notice_term(sent, by="POST", delivery_days=2)
    assert term.presumed_received == day(expected["presumed_received"])
    assert term.first_day == day(expected["term_first_day"])
    assert term.last_day == day(expected["term_last_day"])
    assert term.costs_due_from == day(expected["costs_due_from"])
    assert term.careful_last_day == day(expected["last_day_with_cautious_ATW_extension"])
    safe = notice_term(sent, by="POST", delivery_days=3)
    assert safe.presumed_received == day(expected["safe_variant_received_3rd_delivery_day"])
    assert safe.last_day == day(expected["safe_variant_last_day"])


def test_each_vector_of_a_notice_by_email(letter14_email_vector: Any) -> None:
    expected = letter14_email_vector.expected
    term = notice_term(day(letter14_email_vector.given["sent_and_received"]), by="EMAIL")
    assert term.first_day == day(expected["term_first_day"])
    assert term.last_day == day(expected["term_last_day"])
    assert term.careful_last_day == day(expected["last_day_with_cautious_ATW_extension"])


@pytest.mark.parametrize(
    ("sent", "delivery_days", "received"),
    [
        ("2026-11-23", 1, "2026-11-24"),  # Monday: it comes on Tuesday
        ("2026-11-28", 1, "2026-12-01"),  # Saturday
        ("2026-11-28", 2, "2026-12-02"),
        ("2026-11-29", 2, "2026-12-02"),  # Sunday
        ("2026-12-23", 2, "2026-12-29"),  # Christmas, then Sunday and Monday
        ("2027-04-26", 1, "2027-04-28"),  # King's Day is a Tuesday
        ("2027-05-04", 2, "2027-05-11"),  # 5 May, Ascension Day and the equated Friday
        ("2026-11-23", 30, "2027-01-07"),  # over Christmas Day, Boxing Day and New Year's Day
    ],
)
def test_a_letter_comes_on_a_day_of_delivery(sent: str, delivery_days: int, received: str) -> None:
    assert presumed_delivery(day(sent), delivery_days) == day(received)


def test_an_additional_day_is_no_day_of_delivery() -> None:
    friday = date(2029, 5, 11)
    assert presumed_delivery(date(2029, 5, 8), 2, additional={friday}) == date(2029, 5, 12)
    assert notice_term(date(2029, 5, 8), by="POST", delivery_days=2).presumed_received == friday


@pytest.mark.parametrize(
    ("sent", "days"),
    [
        ("2013-01-01", 2),
        ("2026-06-26", 2),  # comes on 30 June
        ("2026-06-27", 3),  # would come on 1 July
        ("2026-06-30", 3),
        ("2026-07-01", 3),
        ("2027-06-25", 3),  # comes on 30 June
        ("2027-06-26", 4),
        ("2027-06-30", 4),
        ("2027-07-01", 4),
        ("2040-01-01", 4),
    ],
)
def test_the_post_becomes_slower_by_row(sent: str, days: int) -> None:
    assert usual_delivery_days(day(sent)) == days
    assert notice_term(day(sent), by="POST").delivery_days == days
    assert notice_term(day(sent), by="POST") == notice_term(day(sent), by="POST", delivery_days=days)


def test_a_day_on_which_no_post_comes_can_bring_a_letter_to_slower_post() -> None:
    assert usual_delivery_days(day("2026-06-26")) == 2
    assert usual_delivery_days(day("2026-06-26"), additional={day("2026-06-30")}) == 3
    assert notice_term(day("2026-06-26"), by="POST", additional={day("2026-06-30")}).delivery_days == 3


@given(sending_days, st.integers(1, 400))
def test_a_letter_that_is_sent_later_is_never_counted_to_come_earlier(sent: date, later: int) -> None:
    following = sent + timedelta(days=later)
    assert usual_delivery_days(sent) <= usual_delivery_days(following)
    first, second = notice_term(sent, by="POST"), notice_term(following, by="POST")
    assert first.presumed_received <= second.presumed_received
    assert first.careful_last_day <= second.careful_last_day


@given(sending_days, st.sampled_from(get_args(By)))
def test_the_last_day_is_receipt_and_fourteen_days_and_the_careful_one_a_working_day_from_there(
    sent: date, by: By
) -> None:
    term = notice_term(sent, by=by)
    assert term.presumed_received >= sent
    assert term.first_day == term.presumed_received + timedelta(days=1)
    assert term.last_day == term.presumed_received + timedelta(days=14)
    assert (term.last_day - term.first_day).days + 1 == 14
    assert term.careful_last_day >= term.last_day
    assert is_working_day(term.careful_last_day)
    assert term.costs_due_from == term.last_day + timedelta(days=1)
    assert term.careful_costs_due_from == term.careful_last_day + timedelta(days=1)


@given(sending_days, st.integers(1, 29))
def test_more_days_of_delivery_make_nothing_earlier(sent: date, days: int) -> None:
    fewer, more = (notice_term(sent, by="POST", delivery_days=count) for count in (days, days + 1))
    assert fewer.presumed_received < more.presumed_received
    assert fewer.last_day < more.last_day
    assert fewer.careful_last_day <= more.careful_last_day
    assert fewer.presumed_received.weekday() in range(1, 6)
    assert not is_holiday(fewer.presumed_received)


@given(sending_days)
def test_a_letter_that_is_sent_later_does_not_come_earlier(sent: date) -> None:
    following = sent + timedelta(days=1)
    assert presumed_delivery(sent, 2) <= presumed_delivery(following, 2)


@pytest.mark.parametrize("wrong", [-1, 0, 31, 10**9])
def test_days_of_delivery_that_cannot_be_are_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match="give a number from 1 to 30"):
        notice_term(date(2026, 11, 23), by="POST", delivery_days=wrong)


def test_an_email_has_no_days_of_delivery() -> None:
    with pytest.raises(ValueError, match="leave them out"):
        notice_term(date(2026, 11, 23), by="EMAIL", delivery_days=2)


@pytest.mark.parametrize("by", get_args(By))
def test_the_end_of_the_calendar_is_refused(by: By) -> None:
    with pytest.raises(ValueError, match="give an earlier day"):
        notice_term(date.max, by=by)


def test_a_proved_receipt_sets_the_term() -> None:
    term = term_after_receipt(date(2026, 11, 23), date(2026, 11, 27), by="POST")
    assert (term.first_day, term.last_day) == (date(2026, 11, 28), date(2026, 12, 11))
    with pytest.raises(ValueError, match="cannot have come on 2026-11-22"):
        term_after_receipt(date(2026, 11, 23), date(2026, 11, 22), by="POST")


def test_a_term_names_its_sources() -> None:
    labels = [source.label for source in notice_term(date(2026, 11, 23), by="POST").citations]
    assert labels[:3] == [
        "art. 6:96 lid 6 BW",
        "HR ECLI:NL:HR:2016:2704, r.o. 3.4",
        "HR ECLI:NL:HR:2016:2704, r.o. 3.5.2",
    ]
    assert "art. 3:37 lid 3 BW" in [
        source.label for source in notice_term(date(2026, 11, 23), by="EMAIL").citations
    ]
    assert any(source.not_confirmed for source in sources_of(notice_term))


def test_the_amounts_are_counted_once_over_all_claims() -> None:
    amounts = notice_amounts([50_00, 50_00, 50_00])
    assert (amounts.principal_cents, amounts.costs_cents, amounts.vat_cents, amounts.total_cents) == (
        150_00,
        40_00,
        0,
        190_00,
    )
    with_vat = notice_amounts([3_500_00], vat_percent=Decimal(21))
    assert (with_vat.vat_cents, with_vat.total_cents) == (99_75, 4_074_75)
    assert "art. 6:96 lid 7 BW" in [source.label for source in amounts.citations]


@pytest.mark.parametrize("nothing", [[], [0], [100_00, 0], [-1]])
def test_there_is_no_notice_of_nothing(nothing: list[int]) -> None:
    with pytest.raises(ValueError, match="above zero"):
        notice_amounts(nothing)
    with pytest.raises(ValueError, match="above zero"):
        replace(GOOD, principals_cents=tuple(nothing))


def test_the_sentences_of_a_notice_in_dutch() -> None:
    told = notice_sentences(
        notice_amounts([3_500_00], vat_percent=Decimal(21)), "nl", creditor="Stichting Voorbeeld"
    )
    assert " ".join(told.all).replace("\u00a0", " ") == (
        "Wij vragen u € 3.500,00 te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd. "
        "Dan betaalt u geen extra kosten. "
        "Betaalt u niet op tijd? Dan moet u ook incassokosten betalen: € 475,00. Dit bedrag volgt uit de wet. "
        "Stichting Voorbeeld verklaart de btw over deze kosten niet te kunnen verrekenen. "
        "Daarom worden de kosten dan verhoogd met € 99,75 btw. "
        "U moet dan in totaal € 4.074,75 betalen. Nu betaalt u alleen € 3.500,00."
    )


def test_the_sentences_of_a_notice_in_english() -> None:
    told = notice_sentences(notice_amounts([100_00]), "en", by="EMAIL")
    assert told.vat is None
    assert " ".join(told.all) == (
        "We ask you to pay €100.00 within fourteen days from the day after this e-mail was delivered to you. "
        "Then you pay no extra costs. "
        "If you do not pay in time, you must also pay collection costs: €40.00. This amount follows from the law. "
        "You then have to pay €140.00 in total. Now you pay only €100.00."
    )


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("by", get_args(By))
def test_a_notice_prints_safe_words_and_no_day(by: By, language: Language) -> None:
    text = " ".join(notice_sentences(notice_amounts([100_00]), language, by=by).all)
    assert SAFE_WORDS[language][0].format(message=MESSAGE_WORDS[by][language]) in text
    assert not re.search(r"\d{4}|\d-\d|januar|december", text)


@pytest.mark.parametrize("nobody", ["", "  "])
def test_vat_needs_a_creditor_who_declares_it(nobody: str) -> None:
    with pytest.raises(ValueError, match="give the creditor's name"):
        notice_sentences(notice_amounts([100_00], vat_percent=Decimal(21)), "nl", creditor=nobody)


@pytest.mark.parametrize(
    "good",
    [
        GOOD,
        replace(GOOD, capacity="UNKNOWN"),
        replace(GOOD, sender="REGISTERED_AGENCY"),
        replace(GOOD, term_words="FIFTEEN_DAYS_AFTER_DELIVERY"),
        replace(GOOD, arrived="PROVED", received_on=date(2026, 11, 24), delivery_days=None),
        replace(GOOD, by="EMAIL", arrived="PROVED", received_on=date(2026, 11, 23), delivery_days=None),
        replace(GOOD, costs_cents=149_99),
        replace(GOOD, costs_cents=0),
        replace(GOOD, interest_cents=12_34),
        replace(GOOD, vat_cents=31_50, vat_percent=Decimal(21), vat_declared=True),
        replace(GOOD, stated_last_day=date(2026, 12, 9)),
        replace(
            GOOD,
            sent=date(2026, 11, 4),
            in_default_from=date(2026, 10, 1),
            delivery_days=None,
            stated_last_day=date(2026, 11, 23),
        ),
        replace(GOOD, in_default_from=date(2026, 11, 22)),
        replace(GOOD, costs_cents=40_00, costs_cents_max=40_00),
        replace(GOOD, sent=date(2026, 9, 30), in_default_from=date(2026, 9, 1), sender="UNREGISTERED_AGENCY"),
    ],
)
def test_a_notice_without_a_flaw_gives_a_term(good: Notice) -> None:
    assert flaws(good) == ()
    term = valid_term(good)
    assert term is not None
    assert term.careful_last_day >= term.presumed_received + timedelta(days=14)


SATURDAY: dict[str, Any] = {
    "sent": date(2026, 11, 4),
    "in_default_from": date(2026, 10, 1),
    "by": "POST",
    "delivery_days": None,
    "stated_last_day": date(2026, 11, 21),
}
"""A notice of which the term ends on a Saturday, the day that it prints: carefully counted it ends on the Monday."""

BROKEN: list[tuple[Because, dict[str, Any]]] = [
    ("NOT_NEEDED", {"capacity": "SOLE_TRADER"}),
    ("NOT_NEEDED", {"capacity": "LEGAL_PERSON"}),
    ("NOT_NEEDED", {"capacity": "PUBLIC_BODY"}),
    ("DEFAULT_NOT_ESTABLISHED", {"in_default_from": None}),
    ("BEFORE_DEFAULT", {"in_default_from": date(2026, 11, 23)}),
    ("BEFORE_DEFAULT", {"in_default_from": date(2026, 12, 1)}),
    ("SENDER_NOT_REGISTERED", {"sender": "UNREGISTERED_AGENCY"}),
    ("NOT_DELIVERED", {"arrived": "BOUNCED"}),
    ("NOT_DELIVERED", {"by": "EMAIL", "delivery_days": None, "arrived": "BOUNCED"}),
    ("ARRIVAL_NOT_PROVED", {"arrived": "UNKNOWN"}),
    ("ARRIVAL_NOT_PROVED", {"by": "EMAIL", "delivery_days": None, "arrived": "UNKNOWN"}),
    ("ARRIVAL_NOT_PROVED", {"by": "EMAIL", "delivery_days": None, "arrived": "PRESUMED"}),
    ("TERM_WORDS", {"term_words": "FROM_LETTER_DATE"}),
    ("TERM_WORDS", {"term_words": "FROM_SENDING"}),
    ("TERM_WORDS", {"term_words": "OTHER"}),
    ("DATE_TOO_EARLY", {"stated_last_day": date(2026, 12, 8)}),
    ("DATE_TOO_EARLY", {"stated_last_day": date(2026, 12, 9), "delivery_days": 3}),
    ("DATE_TOO_EARLY", SATURDAY),
    ("DATE_TOO_EARLY", {**SATURDAY, "stated_last_day": date(2026, 11, 22)}),
    ("CONSEQUENCE_MISSING", {"states_consequence": False}),
    ("COSTS_MISSING", {"costs_cents": None}),
    ("COSTS_TOO_HIGH", {"costs_cents": 150_01}),
    ("COSTS_TOO_HIGH", {"costs_cents": 175_00}),
    ("COSTS_TOO_HIGH", {"costs_cents_max": 149_99}),
    ("INTEREST_IN_BASE", {"interest_cents": 10_00, "costs_cents": 151_50}),
    ("VAT_NOT_DECLARED", {"vat_cents": 31_50}),
    ("VAT_NOT_DECLARED", {"vat_cents": 31_50, "vat_percent": Decimal(21)}),
    ("VAT_NOT_DECLARED", {"vat_cents": 31_50, "vat_declared": True}),
    ("VAT_TOO_HIGH", {"vat_cents": 31_51, "vat_percent": Decimal(21), "vat_declared": True}),
    ("SEVERAL_AMOUNTS", {"amounts_to_pay": 2}),
    ("SEVERAL_AMOUNTS", {"amounts_to_pay": 0}),
    ("SEVERAL_ACCOUNTS", {"accounts": 2}),
    ("CLAIMS_LEFT_OUT", {"claims_left_out": 1}),
]


@pytest.mark.parametrize(("because", "change"), BROKEN)
def test_a_notice_that_is_broken_in_one_way_names_that_way_and_gives_no_term(
    because: Because, change: dict[str, Any]
) -> None:
    broken = replace(GOOD, **change)
    (flaw,) = flaws(broken)
    assert flaw.because == because
    assert valid_term(broken) is None
    for sentence in (flaw.sentence_nl, flaw.sentence_en, flaw.mend_nl, flaw.mend_en):
        assert sentence
        assert "{" not in sentence
    assert flaw.mend_nl.endswith(".")


def test_every_flaw_is_tried() -> None:
    assert {because for because, _ in BROKEN} == set(get_args(Because))


def test_every_flaw_of_a_bad_notice_is_named_at_once() -> None:
    broken = replace(
        GOOD,
        in_default_from=None,
        term_words="FROM_SENDING",
        costs_cents=200_00,
        accounts=2,
        stated_last_day=date(2026, 12, 1),
    )
    assert [flaw.because for flaw in flaws(broken)] == [
        "DEFAULT_NOT_ESTABLISHED",
        "TERM_WORDS",
        "DATE_TOO_EARLY",
        "COSTS_TOO_HIGH",
        "SEVERAL_ACCOUNTS",
    ]


def test_a_flaw_is_a_sentence_with_its_figures() -> None:
    (flaw,) = flaws(replace(GOOD, stated_last_day=date(2026, 12, 7)))
    assert flaw.sentence_nl == (
        "de genoemde dag 7 december 2026 ligt vóór het einde van de termijn op 9 december 2026"
    )
    assert flaw.source.label == "HR ECLI:NL:HR:2016:2704, r.o. 3.6.1"
    (flaw,) = flaws(replace(GOOD, **SATURDAY))
    assert flaw.sentence_en == (
        "the day that is named, 21 November 2026, lies before the end of the term on 23 November 2026"
    )
    (flaw,) = flaws(replace(GOOD, costs_cents=175_00))
    assert flaw.sentence_en == "the collection costs that are named are €175.00, and the law gives €150.00"
    assert flaw.mend_en == "Name €150.00."


def careful(notice: Notice) -> NoticeTerm:
    term = valid_term(notice)
    assert term is not None
    return term


def test_a_longer_term_that_the_notice_promises_is_kept() -> None:
    assert careful(GOOD).careful_last_day == date(2026, 12, 9)
    fifteen = careful(replace(GOOD, term_words="FIFTEEN_DAYS_AFTER_DELIVERY"))
    assert (fifteen.last_day, fifteen.careful_last_day) == (date(2026, 12, 9), date(2026, 12, 10))
    printed = careful(replace(GOOD, stated_last_day=date(2026, 12, 20)))
    assert printed.careful_last_day == date(2026, 12, 20)
    assert printed.careful_costs_due_from == date(2026, 12, 21)


def test_an_additional_day_lengthens_the_careful_term() -> None:
    extra = {date(2026, 12, 9)}
    term = valid_term(GOOD, additional=extra)
    assert term is not None
    assert term.careful_last_day == date(2026, 12, 10)
    assert flaws(GOOD, additional=extra) == ()


@pytest.mark.parametrize("capacity", get_args(Capacity))
def test_only_a_consumer_and_somebody_unknown_need_a_notice(capacity: Capacity) -> None:
    needed = capacity in {"CONSUMER", "UNKNOWN"}
    assert (valid_term(replace(GOOD, capacity=capacity)) is not None) is needed


def test_the_lawful_amounts_of_a_notice() -> None:
    with_vat = replace(GOOD, vat_percent=Decimal(21), vat_declared=True)
    assert (lawful_costs(GOOD), lawful_vat(GOOD), lawful_vat(with_vat)) == (150_00, 0, 31_50)
    assert lawful_vat(replace(with_vat, costs_cents=None)) == 0
    assert lawful_vat(replace(with_vat, costs_cents=100_00)) == 21_00
    assert lawful_costs(replace(GOOD, costs_cents_max=40_00)) == 40_00
    assert lawful_costs(replace(GOOD, costs_cents_max=400_00)) == 150_00


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"arrived": "PROVED"}, "give both, or neither"),
        ({"received_on": date(2026, 11, 25)}, "give both, or neither"),
        ({"costs_cents": -1}, "zero or more"),
        ({"vat_cents": -1}, "zero or more"),
        ({"interest_cents": -1}, "zero or more"),
    ],
)
def test_a_notice_that_cannot_be_is_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        replace(GOOD, **change)


@given(
    sent=sending_days,
    named=st.none() | st.integers(0, 300_00),
    stated=st.none() | st.integers(0, 60),
    left_out=st.integers(0, 2),
)
def test_no_valid_notice_names_too_much_or_ends_too_early(
    sent: date, named: int | None, stated: int | None, left_out: int
) -> None:
    notice = replace(
        GOOD,
        sent=sent,
        in_default_from=sent - timedelta(days=30),
        costs_cents=named,
        stated_last_day=None if stated is None else sent + timedelta(days=stated),
        claims_left_out=left_out,
    )
    term = valid_term(notice)
    if term is None:
        assert flaws(notice)
    else:
        assert notice.costs_cents is not None
        assert notice.costs_cents <= lawful_costs(notice)
        assert term.careful_last_day >= term.presumed_received + timedelta(days=14)
        if notice.stated_last_day is not None:
            assert notice.stated_last_day >= term.last_day
            assert is_working_day(term.last_day) or notice.stated_last_day > term.last_day
