"""What is refused in a strategy and what is called unwise, each just wrong and just right."""

import re

import pytest

from voldaan.domain.law.citation import Citation, Ruling
from voldaan.domain.strategy.check import check, check_list
from voldaan.domain.strategy.finding import StrategyFinding
from voldaan.domain.strategy.finding_words import FINDINGS, REFUSED, UNWISE
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.lines import Place, places
from voldaan.domain.strategy.strategy import Strategy

SOUND = """
name = "Zoals het hoort"
version = 1
[for_whom]
late_from_days = 0
[manners]
days_between_reminders = 14
minimum_cents = 500
days_after_term = 2
[pauses]
days_after_promise = 2
[person_first]
open_from_cents = 500000
[[stages]]
key = "COURTESY_NOTICE"
enabled = false
days = -3
term_days = 0
channels = ["EMAIL"]
[[stages]]
key = "FIRST_REMINDER"
days = 3
term_days = 14
channels = ["EMAIL", "POST"]
[[stages]]
key = "SECOND_REMINDER"
days = 21
term_days = 10
channels = ["EMAIL", "POST"]
[[stages]]
key = "FOURTEEN_DAY_NOTICE"
days = 40
term_days = 20
channels = ["POST", "EMAIL"]
[after.broken_promise]
act = "ASK"
[asks]
days_before_insurer = 14
[end]
act = "HAND_OVER"
days_after_term = 3
with_costs = true
write_off_below_cents = 2500
"""
NOTICE = 'key = "FOURTEEN_DAY_NOTICE"\ndays = 40\nterm_days = 20\nchannels = ["POST", "EMAIL"]'
WHOM = "late_from_days = 0"
SPACING = "days_between_reminders = 14"
HOURS = 'days_after_term = 2\nhours = ["{}", "{}"]'
CHANNELS = '["EMAIL", "POST"]'
END = "with_costs = true\nwrite_off_below_cents = 2500"
SECOND = 'key = "SECOND_REMINDER"'


def changed(*changes: tuple[str, str]) -> str:
    """Return the sound strategy with some of its text replaced, the first place only."""
    text = SOUND
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def codes(text: str) -> list[str]:
    return [finding.code for finding in check(read_strategy(text))]


def without(stage: str) -> tuple[str, str]:
    """Return the change that takes a stage out."""
    part = re.search(rf'\[\[stages\]\]\nkey = "{stage}"[^\[]*(?:\[[^\]\n]+\]\n)?', SOUND)
    assert part
    return part[0], ""


def test_a_strategy_that_is_as_it_should_be_has_no_findings() -> None:
    assert codes(SOUND) == []


REFUSALS = [
    ("COSTS_WITHOUT_NOTICE", [without("FOURTEEN_DAY_NOTICE")], [without("FOURTEEN_DAY_NOTICE"), (END, "")]),
    ("COSTS_WITHOUT_NOTICE", [(NOTICE, NOTICE + "\nenabled = false")], []),
    (
        "COSTS_WITHOUT_NOTICE",
        [without("FOURTEEN_DAY_NOTICE"), (WHOM, 'debtor = ["PERSON", "BUSINESS"]')],
        [without("FOURTEEN_DAY_NOTICE"), (WHOM, 'debtor = ["BUSINESS"]')],
    ),
    ("NOTICE_TERM_SHORT", [("term_days = 20", "term_days = 19")], []),
    (
        "NOTICE_TERM_SHORT",
        [('term_days = 20\nchannels = ["POST", ', "term_days = 13\nchannels = [")],
        [('term_days = 20\nchannels = ["POST", ', "term_days = 14\nchannels = [")],
    ),
    ("NOTICE_SPOKEN", [('["POST", "EMAIL"]', '["POST", "SMS"]')], [('["POST", "EMAIL"]', '["POST"]')]),
    ("NOTICE_SPOKEN", [('["POST", "EMAIL"]', '["CALL", "POST"]')], [("enabled = false", "")]),
    (
        "NOTICE_BEFORE_DEFAULT",
        [without("FIRST_REMINDER"), without("SECOND_REMINDER"), ("days = 40", "days = 1")],
        [without("FIRST_REMINDER"), without("SECOND_REMINDER"), ("days = 40", "days = 2")],
    ),
    ("TERM_NOT_LEFT_ALONE", [(SPACING, "days_between_reminders = 13")], []),
    (
        "TERM_NOT_LEFT_ALONE",
        [("term_days = 14", 'term_days = 11\nterm_counted = "WORKING"')],
        [("term_days = 14", 'term_days = 10\nterm_counted = "WORKING"')],
    ),
    (
        "GAP_WITHIN_TERM",
        [(SECOND, SECOND + "\ndays_after_previous = 13")],
        [(SECOND, SECOND + "\ndays_after_previous = 14")],
    ),
    (
        "NOBODY_OWES_SO",
        [(WHOM, "open_from_cents = 5000\nopen_below_cents = 5000")],
        [(WHOM, "open_from_cents = 5000\nopen_below_cents = 5001")],
    ),
    (
        "NOBODY_SO_LATE",
        [(WHOM, "late_from_days = 90\nlate_below_days = 90")],
        [(WHOM, "late_from_days = 89\nlate_below_days = 90")],
    ),
    (
        "NOBODY_NEW_SO_LATE",
        [(WHOM, "new_customer = true\nlate_from_days = 90")],
        [(WHOM, "new_customer = true\nlate_from_days = 89")],
    ),
    ("ALL_TOO_SMALL", [(WHOM, "open_below_cents = 500")], [(WHOM, "open_below_cents = 501")]),
    ("NEVER_SO_LATE", [(WHOM, "late_below_days = 40")], [(WHOM, "late_below_days = 41")]),
    (
        "NEW_NO_LONGER",
        [(WHOM, "new_customer = true"), ("days = 40", "days = 90")],
        [(WHOM, "new_customer = true"), ("days = 40", "days = 89")],
    ),
    (
        "NOTICE_FOR_NOBODY",
        [(WHOM, 'debtor = ["BUSINESS", "PUBLIC_BODY"]')],
        [(WHOM, 'debtor = ["BUSINESS", "PERSON"]')],
    ),
    (
        "SUNDAY_ONLY",
        [(SPACING, SPACING + '\nweekdays = ["SUN"]')],
        [(SPACING, SPACING + '\nweekdays = ["SAT", "SUN"]')],
    ),
    (
        "HOURS_OUTSIDE",
        [("days_after_term = 2", HOURS.format("05:00", "07:00"))],
        [("days_after_term = 2", HOURS.format("05:00", "07:01"))],
    ),
    (
        "HOURS_OUTSIDE",
        [("days_after_term = 2", HOURS.format("20:00", "22:00"))],
        [("days_after_term = 2", HOURS.format("19:59", "22:00"))],
    ),
    (
        "NOTICE_TEXT_ELSEWHERE",
        [(SECOND, SECOND + '\ntext = "FOURTEEN_DAY_NOTICE"')],
        [(SECOND, SECOND + '\ntext = "PRE_COLLECTION"')],
    ),
    (
        "NOTICE_OTHER_TEXT",
        [(NOTICE, NOTICE + '\ntext = "PRE_COLLECTION"')],
        [(NOTICE, NOTICE + '\ntext = "FOURTEEN_DAY_NOTICE"')],
    ),
    (
        "LATE_TEXT_BEFORE_DUE",
        [("enabled = false", 'text = "FIRST_REMINDER"')],
        [("enabled = false", 'text = "COURTESY_NOTICE"')],
    ),
    (
        "EARLY_TEXT_AFTER_DUE",
        [(SECOND, SECOND + '\ntext = "COURTESY_NOTICE"')],
        [(SECOND, SECOND + '\ntext = "FIRST_REMINDER"')],
    ),
]
ADVICE = [
    (
        "MANY_MESSAGES",
        [("enabled = false", ""), without("FOURTEEN_DAY_NOTICE"), ("[after.broken", "PRE[after.broken")],
        [("enabled = false", "")],
    ),
    ("FIRST_TOO_SOON", [("days = 3", "days = 1")], [("days = 3", "days = 2")]),
    (
        "END_TOO_SOON",
        [("days_after_term = 3", "days_after_term = 1")],
        [("days_after_term = 3", "days_after_term = 2")],
    ),
    ("SHORT_TERM", [("term_days = 10", "term_days = 6")], [("term_days = 10", "term_days = 7")]),
    (
        "SHORT_TERM",
        [("term_days = 10", "term_days = 6")],
        [("term_days = 10", "term_days = 6"), (WHOM, 'debtor = ["BUSINESS"]')],
    ),
    ("NO_FALL_BACK", [(CHANNELS, '["POST"]')], [(CHANNELS, '["POST", "EMAIL"]')]),
    (
        "ONE_CHANNEL",
        [(CHANNELS, '["EMAIL"]'), (CHANNELS, '["EMAIL"]'), ('["POST", "EMAIL"]', '["EMAIL"]')],
        [(CHANNELS, '["EMAIL"]'), (CHANNELS, '["EMAIL"]')],
    ),
    ("SPOKEN_FIRST", [(CHANNELS, '["SMS", "EMAIL"]')], [(CHANNELS, '["EMAIL", "SMS"]')]),
    (
        "SPOKEN_ONLY",
        [(CHANNELS, '["SMS", "EMAIL"]'), (CHANNELS, '["CALL", "EMAIL"]'), without("FOURTEEN_DAY_NOTICE")],
        [(CHANNELS, '["SMS", "EMAIL"]'), (CHANNELS, '["CALL", "EMAIL"]')],
    ),
    (
        "HARSH_TEXT",
        [(SECOND, SECOND + '\ntext = "PRE_COLLECTION"')],
        [(SECOND, SECOND + '\ntext = "FIRST_REMINDER"')],
    ),
    (
        "COURTESY_FOR_THE_LATE",
        [("enabled = false", ""), (WHOM, "late_from_days = 1")],
        [("enabled = false", "")],
    ),
    ("DAY_NOT_KEPT", [("days = 21", "days = 19")], [("days = 21", "days = 20")]),
    (
        "MONTH_LIMIT_DELAYS",
        [(SPACING, SPACING + "\nreminders_a_month = 1")],
        [(SPACING, SPACING + "\nreminders_a_month = 2")],
    ),
    (
        "HOURS_PARTLY_OUTSIDE",
        [("days_after_term = 2", HOURS.format("07:00", "20:01"))],
        [("days_after_term = 2", HOURS.format("07:00", "20:00"))],
    ),
    (
        "WEEKEND_FOR_BUSINESS",
        [(WHOM, 'debtor = ["BUSINESS"]'), (SPACING, SPACING + '\nweekdays = ["FRI", "SAT"]')],
        [(WHOM, 'debtor = ["BUSINESS"]'), (SPACING, SPACING + '\nweekdays = ["FRI"]')],
    ),
    (
        "NOTICE_WITHOUT_DEMAND",
        [without("FIRST_REMINDER"), without("SECOND_REMINDER"), ("days = 40", "days = 9")],
        [],
    ),
    (
        "NOTICE_BY_EMAIL",
        [('["POST", "EMAIL"]', CHANNELS)],
        [('["POST", "EMAIL"]', CHANNELS), ("with_costs = true", "")],
    ),
    (
        "NOBODY_LOOKS_FIRST",
        [("open_from_cents = 500000", "")],
        [("open_from_cents = 500000", ""), (WHOM, "open_below_cents = 1000000")],
    ),
    ("LIMIT_NEVER_MET", [(WHOM, "open_below_cents = 500000")], [(WHOM, "open_below_cents = 500001")]),
    (
        "NOBODY_LOOKS_AT",
        [("open_from_cents = 500000", 'open_from_cents = 500000\nstages = ["PRE_COLLECTION"]')],
        [("open_from_cents = 500000", 'open_from_cents = 500000\nstages = ["SECOND_REMINDER"]')],
    ),
    ("SILENT_AFTER_PROMISE", [('act = "ASK"', 'act = "CONTINUE"')], []),
    (
        "SOON_AFTER_COMPLAINT",
        [(SPACING, SPACING + "\ndays_after_complaint = 6")],
        [(SPACING, SPACING + "\ndays_after_complaint = 7")],
    ),
    ("SOON_AFTER_PROMISE", [("days_after_promise = 2", "days_after_promise = 1")], []),
    (
        "ASKED_TOO_LATE",
        [("days_before_insurer = 14", "days_before_insurer = 6")],
        [("insurer = 14", "insurer = 7")],
    ),
    ("ASKED_TOO_LATE", [("insurer = 14", "time_bar = 29")], [("insurer = 14", "time_bar = 30")]),
    (
        "SMALL_HANDED_OVER",
        [("write_off_below_cents = 2500", "write_off_below_cents = 2499")],
        [("write_off_below_cents = 2500", ""), (WHOM, "open_from_cents = 2500")],
    ),
    ("NOTICE_WITHOUT_COSTS", [("with_costs = true", "with_costs = false")], []),
    (
        "NOTICE_WITHOUT_COSTS",
        [('act = "HAND_OVER"', 'act = "WRITE_OFF"')],
        [('act = "HAND_OVER"', 'act = "ASK"'), ("with_costs = true", "")],
    ),
    ("COSTS_WITHOUT_HAND_OVER", [('act = "HAND_OVER"', 'act = "WRITE_OFF"')], [("with_costs = true", "")]),
    ("NO_REMINDER", [without("FIRST_REMINDER"), without("SECOND_REMINDER")], [without("SECOND_REMINDER")]),
    (
        "NO_REMINDER",
        [without("FIRST_REMINDER"), without("SECOND_REMINDER")],
        [without("FIRST_REMINDER"), without("SECOND_REMINDER"), (WHOM, 'debtor = ["PERSON"]')],
    ),
]
EXTRA_STAGES = """[[stages]]
key = "PRE_COLLECTION"
days = 40
term_days = 10
channels = ["EMAIL", "POST"]
[[stages]]
key = "FOURTEEN_DAY_NOTICE"
days = 60
term_days = 20
channels = ["POST", "EMAIL"]
"""


def strategy_text(changes: list[tuple[str, str]]) -> str:
    return changed(*changes).replace("PRE[after", EXTRA_STAGES + "[after")


@pytest.mark.parametrize(
    ("code", "wrong", "right"), REFUSALS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_breaks_the_law_or_itself_is_refused(
    code: str, wrong: list[tuple[str, str]], right: list[tuple[str, str]]
) -> None:
    found = {finding.code: finding for finding in check(read_strategy(strategy_text(wrong)))}
    assert found[code].severity == "REFUSED"
    assert code not in codes(strategy_text(right))


@pytest.mark.parametrize(
    ("code", "wrong", "right"), ADVICE, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_is_unwise_is_said(
    code: str, wrong: list[tuple[str, str]], right: list[tuple[str, str]]
) -> None:
    found = {finding.code: finding for finding in check(read_strategy(strategy_text(wrong)))}
    assert found[code].severity == "UNWISE"
    assert code not in codes(strategy_text(right))


IN_A_LIST = {"BEHIND_ANOTHER", "SOME_FOLLOW_NONE", "NO_LIMIT_OVER_CLIENTS", "HARSH_FIRST"}


def test_every_finding_has_its_case() -> None:
    assert {code for code, _, _ in REFUSALS} == set(REFUSED) - IN_A_LIST
    assert {code for code, _, _ in ADVICE} == set(UNWISE) - IN_A_LIST


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("COSTS_WITHOUT_NOTICE", "art. 6:96 lid 6 BW"),
        ("NOTICE_TERM_SHORT", "HR ECLI:NL:HR:2016:2704, r.o. 3.4"),
        ("TERM_NOT_LEFT_ALONE", "art. 6:82 lid 1 BW"),
        ("SUNDAY_ONLY", "art. 4.2 Bki"),
        ("EARLY_TEXT_AFTER_DUE", "art. 4.1 Bki"),
    ],
)
def test_a_refusal_names_the_article(code: str, label: str) -> None:
    assert FINDINGS[code].citation is not None
    assert getattr(FINDINGS[code].citation, "label", "") == label


def findings() -> list[StrategyFinding]:
    return [
        finding
        for _, wrong, _ in (*REFUSALS, *ADVICE)
        for finding in check(read_strategy(strategy_text(wrong)))
    ]


@pytest.mark.parametrize("finding", findings(), ids=lambda one: one.code)
def test_each_finding_says_what_to_do_in_both_languages(finding: StrategyFinding) -> None:
    for sentence in (finding.told("nl"), finding.told("en")):
        assert "{" not in sentence
        assert sentence.endswith(".")
        assert 2 <= sentence.count(". ") + 1 <= 4
    assert re.search(r"Schrijf|Zet|Laat|Geef|Kies|Voeg|Neem|Stuur", finding.nl)
    assert finding.source("nl") or finding.citation is None
    assert isinstance(finding.citation, Citation | Ruling | None)


def test_a_finding_names_its_line_also_behind_a_stage_that_is_switched_off() -> None:
    text = changed(("term_days = 10", "term_days = 6"))
    (finding,) = check(read_strategy(text))
    line = finding.line(places(text))
    assert line is not None
    assert text.splitlines()[line - 1] == "term_days = 6"


def test_what_the_text_leaves_out_has_no_line_and_what_its_part_leaves_out_has_that_of_the_part() -> None:
    text = changed(("open_from_cents = 500000", ""), ('[after.broken_promise]\nact = "ASK"\n', ""))
    lines = places(text)
    assert [(one.code, one.line(lines)) for one in check(read_strategy(text))] == [
        ("NOBODY_LOOKS_FIRST", lines[Place("person_first")]),
        ("SILENT_AFTER_PROMISE", None),
    ]


def named(name: str, whom: str = "") -> Strategy:
    return read_strategy(changed(("Zoals het hoort", name), (WHOM, whom)))


ALL = named("Allen")
PEOPLE = named("Mensen", 'debtor = ["PERSON"]')
FIRMS = read_strategy(
    changed(
        (WHOM, 'debtor = ["BUSINESS", "PUBLIC_BODY"]'),
        without("FOURTEEN_DAY_NOTICE"),
        ("Zoals het hoort", "Firma's"),
    )
)
SMALL = named("Klein", "open_below_cents = 5000")
SMALLER = named("Kleiner", 'open_below_cents = 4000\ntags = ["a"]')


@pytest.mark.parametrize(
    ("strategies", "expected"),
    [
        ([ALL], []),
        ([SMALL, ALL], []),
        ([PEOPLE, FIRMS], []),
        ([SMALL], ["SOME_FOLLOW_NONE"]),
        ([FIRMS], ["SOME_FOLLOW_NONE"]),
        ([ALL, SMALL], ["BEHIND_ANOTHER"]),
        ([SMALL, SMALLER, ALL], ["BEHIND_ANOTHER"]),
        ([SMALLER, SMALL, ALL], []),
        ([PEOPLE, FIRMS, ALL], ["BEHIND_ANOTHER"]),
        ([PEOPLE, ALL], []),
        ([], ["SOME_FOLLOW_NONE"]),
    ],
    ids=lambda value: "-".join(one if isinstance(one, str) else one.name for one in value),
)
def test_a_list_takes_everybody_and_each_of_its_strategies_somebody(
    strategies: list[Strategy], expected: list[str]
) -> None:
    assert [one.code for one in check_list(strategies, by_agency=False)] == expected


def test_who_is_behind_which_strategies_is_named() -> None:
    (finding,) = check_list([PEOPLE, FIRMS, ALL], by_agency=False)
    assert "“Mensen” of “Firma's”" in finding.nl
    assert "“Allen”" in finding.nl


@pytest.mark.parametrize(
    ("stage", "by_agency", "expected"),
    [
        ("PRE_COLLECTION", False, ["HARSH_FIRST"]),
        ("PRE_COLLECTION", True, []),
        ("FIRST_REMINDER", False, []),
    ],
)
def test_who_writes_to_its_own_customers_begins_kindly(
    stage: str, by_agency: bool, expected: list[str]
) -> None:
    text = changed(
        without("FIRST_REMINDER"),
        (SECOND, f'key = "{stage}"'),
        (SPACING, SPACING + "\nreminders_a_month = 4"),
    )
    found = check_list([read_strategy(text)], by_agency=by_agency)
    assert [one.code for one in found] == expected


def test_an_agency_is_told_of_a_limit_over_its_clients() -> None:
    assert [one.code for one in check_list([ALL], by_agency=True)] == ["NO_LIMIT_OVER_CLIENTS"]
