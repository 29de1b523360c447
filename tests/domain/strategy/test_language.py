"""What cannot be used is refused with its line and what to write instead."""

from datetime import time
from pathlib import Path

import pytest

from voldaan.domain.strategy.language import StrategyError, read_strategy

SHIPPED = Path(__file__).parents[3] / "src/voldaan/config/strategies/standard.toml"
TEXT = SHIPPED.read_text(encoding="utf-8")


def changed_line(changed: str) -> int:
    pairs = enumerate(zip(TEXT.splitlines(), changed.splitlines(), strict=False), start=1)
    return next(number for number, (old, new) in pairs if old != new)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("days = 14", "days = 2", "SECOND_REMINDER komt na 2 dagen, niet later dan FIRST_REMINDER (3)"),
        ('key = "SECOND_REMINDER"', 'key = "FIRST_REMINDER"', "FIRST_REMINDER staat niet op zijn plaats"),
        ("days_between_reminders = 7", "days_between_reminders = 0", "een heel getal van 1 tot en met 730"),
        ("days_between_reminders = 7", "days_between_reminder = 7", "Bedoelt u days_between_reminders?"),
        ('act = "HAND_OVER"', 'act = "SUE"', 'een van "HAND_OVER", "WRITE_OFF", "ASK"'),
        ('channels = ["EMAIL", "POST"]', 'channels = ["FAX"]', 'een of meer van "EMAIL", "POST"'),
        ("version = 1", "version = true", "een heel getal"),
        ("days = -3", "days = 3", "een vooraankondiging gaat vóór de vervaldatum uit"),
        ("term_days = 10", "term_days = 1", "een termijn is ten minste 3 dagen"),
        ("minimum_cents = 500", "minimum_cents = 5.00", "een bedrag in hele centen"),
        ("enabled = false", 'enabled = "nee"', "true of false"),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_the_right_one(old: str, new: str, says: str) -> None:
    changed = TEXT.replace(old, new, 1)
    assert changed != TEXT
    with pytest.raises(StrategyError) as refusal:
        read_strategy(changed)
    problem = next(one for one in refusal.value.problems if says in one.nl)
    assert problem.line == changed_line(changed)
    assert problem.told("nl").startswith(f"Regel {problem.line}: ")
    assert problem.told("en").startswith(f"Line {problem.line}: ")


def test_a_part_that_is_missing_and_one_that_is_misspelt_are_both_named() -> None:
    with pytest.raises(StrategyError) as refusal:
        read_strategy(TEXT.replace("[manners]", "[maners]"))
    told = str(refusal.value)
    assert "het deel [manners] ontbreekt" in told
    assert "Bedoelt u manners?" in told


def test_a_tag_is_named_as_an_account_keeps_it_and_what_no_account_can_have_is_refused() -> None:
    whom = '[for_whom]\ntags = ["Vaste-Klant", "vaste-klant", "VIP"]\n[person_first]\ntags = ["Gevoelig"]\n[manners]'
    strategy = read_strategy(TEXT.replace("[manners]", whom))
    assert strategy.for_whom.tags == ("vaste-klant", "vip")
    assert strategy.person_first.tags == ("gevoelig",)
    for wrong in ("vaste klant", "twintig-letters-lang", "a,b"):
        with pytest.raises(StrategyError, match="elk één woord van letters, cijfers en streepjes"):
            read_strategy(TEXT.replace("[manners]", f'[for_whom]\ntags = ["{wrong}"]\n[manners]'))


def test_every_problem_is_told_at_once() -> None:
    wrong = TEXT.replace("version = 1", "version = 0").replace("days = 14", "days = 2")
    with pytest.raises(StrategyError) as refusal:
        read_strategy(wrong)
    assert len(refusal.value.problems) == 2


def test_not_toml_names_the_line() -> None:
    with pytest.raises(StrategyError, match="Regel 1: dit is niet te lezen als TOML"):
        read_strategy("name = ")


def test_all_switched_off_is_no_strategy() -> None:
    off = TEXT.replace("term_days =", "enabled = false\nterm_days =").replace(
        "enabled = false\nenabled = false", "enabled = false"
    )
    only_off = off.replace("enabled = false\ndays = -3\nenabled = false", "enabled = false\ndays = -3")
    with pytest.raises(StrategyError, match="geen enkele fase staat aan"):
        read_strategy(only_off)


def test_a_stage_can_be_counted_from_the_one_before() -> None:
    relative = TEXT.replace("days = 14\n", "days_after_previous = 9\n")
    second = read_strategy(relative).stages[1]
    assert (second.days, second.days_after_previous) == (12, 9)


def test_all_that_can_be_said_is_read() -> None:
    more = (
        TEXT
        + """
write_off_below_cents = 1000
with_costs = true

[for_whom]
debtor = ["PERSON", "BUSINESS"]
open_below_cents = 50000
history = ["GOOD"]
new_customer = false

[pauses]
dispute = "ACCOUNT"

[person_first]
stages = ["PRE_COLLECTION"]

[after.broken_promise]
act = "REMIND"
days = 1
term_days = 5
channels = ["EMAIL"]

[after.failed_plan]
act = "ASK"
"""
    )
    more = more.replace(
        "days_after_term = 2", 'days_after_term = 2\nhours = ["08:00", "18:30"]\nweekdays = ["MON", "FRI"]', 1
    )
    strategy = read_strategy(more)
    assert strategy.for_whom.debtor == ("PERSON", "BUSINESS")
    assert strategy.manners.hours == (time(8), time(18, 30))
    assert strategy.manners.weekdays == {0, 4}
    assert strategy.pauses.dispute == "ACCOUNT"
    assert strategy.stage_of("BROKEN_PROMISE").term_days == 5
    assert strategy.after["FAILED_PLAN"].act == "ASK"
    assert strategy.end.write_off_below_cents == 1000


def test_a_line_is_what_the_text_itself_ends_and_no_other_sign() -> None:
    odd = TEXT.replace("# De strategie", "# De\u2028\u0085strategie", 1).replace("version = 1", "version = 0")
    with pytest.raises(StrategyError) as refusal:
        read_strategy(odd)
    assert refusal.value.problems[0].line == odd[: odd.index("version = 0")].count("\n") + 1


def test_capitals_make_no_difference_in_a_tag_as_they_make_none_on_an_account() -> None:
    more = 'tags = ["Vaste-Klant", "vaste-klant", "GEVOELIG"]\n'
    strategy = read_strategy(f"{TEXT}\n[for_whom]\n{more}[person_first]\n{more}")
    assert strategy.for_whom.tags == strategy.person_first.tags == ("vaste-klant", "gevoelig")
