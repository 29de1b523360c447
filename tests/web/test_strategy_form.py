"""The form of a strategy: untouched it says the same, and one field changes one line."""

import tomllib
from pathlib import Path

import pytest

from tests.usecases.strategy_texts import A_TEXT
from tests.web.strategy_pages import sent_as
from voldaan.domain.strategy import language_parts as parts
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.writing import rewritten
from voldaan.interfaces.web.page import Language
from voldaan.interfaces.web.strategy_fields import GROUPS
from voldaan.interfaces.web.strategy_form import filled_from, filled_in
from voldaan.interfaces.web.strategy_words import form_words

SHIPPED = sorted((Path(__file__).parents[2] / "src/voldaan/config/strategies").glob("*.toml"))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_form_that_nobody_touched_says_what_the_text_says(path: Path, language: Language) -> None:
    text = path.read_text(encoding="utf-8")
    told = tomllib.loads(text)
    filled = filled_in(told, sent_as(filled_from(told, language)), language)
    assert filled.errors == []
    assert rewritten(text, filled.wanted) == text


def test_every_value_of_the_language_has_a_field() -> None:
    there = {(group.path[:1], one.path[-1]) for group in GROUPS for one in group.fields}
    tables = {
        (): parts.HEAD, ("for_whom",): parts.FOR_WHOM, ("manners",): parts.MANNERS, ("pauses",): parts.PAUSES,
        ("person_first",): parts.PERSON_FIRST, ("stages",): parts.STAGE, ("after",): parts.AFTER,
        ("asks",): parts.ASKS, ("end",): parts.END,
    }  # fmt: skip
    wanted = {(path, name) for path, table in tables.items() for name in table}
    assert wanted - there == {((), "version"), (("stages",), "key")}
    assert there <= wanted


def changed(
    name: str, *values: str, text: str = A_TEXT, language: Language = "nl"
) -> tuple[str, dict[str, str]]:
    """Return the text with one field filled in otherwise, and what is said at fields."""
    told = tomllib.loads(text)
    query = sent_as(filled_from(told, language))
    query.setlist(name, list(values))
    filled = filled_in(told, query, language)
    return rewritten(text, filled.wanted), {entry.name: entry.error for entry in filled.errors}


@pytest.mark.parametrize(
    ("name", "values", "lines"),
    [
        ("manners.days_between_reminders", ["10"], ["days_between_reminders = 10  # per debiteurkaart"]),
        ("manners.minimum_cents", ["€ 12,50"], ["minimum_cents = 1250"]),
        ("manners.reminders_a_month", ["4"], ["reminders_a_month = 4"]),
        ("manners.weekdays", ["MON", "FRI"], ['weekdays = ["MON", "FRI"]']),
        ("manners.hours", ["08:00", "18:30"], ['hours = ["08:00", "18:30"]']),
        ("name", ['De "Kade"'], ['name = "De \\"Kade\\""']),
        ("about", ["Een\r\nzin.\x00"], ['about = "Een\\nzin."']),
        ("about", [""], []),
        ("for_whom.debtor", ["PERSON"], ["[for_whom]", 'debtor = ["PERSON"]']),
        ("for_whom.tags", [" vast, trouw ,,vast"], ["[for_whom]", 'tags = ["vast", "trouw"]']),
        ("for_whom.new_customer", ["false"], ["[for_whom]", "new_customer = false"]),
        ("person_first.new_customer", ["ja"], ["[person_first]", "new_customer = true"]),
        ("stages.FIRST_REMINDER.channels", ["POST"], ['channels = ["POST"]']),
        ("stages.FIRST_REMINDER.text", ["SECOND_REMINDER"], ['text = "SECOND_REMINDER"']),
        ("stages.FIRST_REMINDER.enabled", [], ["enabled = false"]),
        ("end.with_costs", ["ja"], ["with_costs = true"]),
        ("end.act", ["WRITE_OFF"], ['act = "WRITE_OFF"']),
        ("after.failed_plan.act", ["ASK"], ["[after.failed_plan]", 'act = "ASK"']),
        ("after.failed_plan.days", ["9"], []),
        ("stages.PRE_COLLECTION.days", ["40"], []),
        (
            "after.broken_promise.act",
            ["REMIND"],
            ["[after.broken_promise]", 'act = "REMIND"', "days = 1", "term_days = 5", 'channels = ["EMAIL", "POST"]'],
        ),
        (
            "stages.COURTESY_NOTICE.enabled",
            ["ja"],
            ["[[stages]]", 'key = "COURTESY_NOTICE"', "days = -3", "term_days = 0", 'channels = ["EMAIL", "POST"]'],
        ),
    ],
)  # fmt: skip
def test_a_field_changes_the_lines_of_its_value(name: str, values: list[str], lines: list[str]) -> None:
    text, errors = changed(name, *values)
    assert errors == {}
    left = text.split("\n")
    for line in A_TEXT.split("\n"):
        if line in left:
            left.remove(line)
    assert sorted(line for line in left if line) == sorted(lines)
    if name != "stages.FIRST_REMINDER.enabled":
        read_strategy(text)


def test_a_new_stage_stands_among_the_others_by_its_rank() -> None:
    text, _ = changed("stages.COURTESY_NOTICE.enabled", "ja")
    text, _ = changed("stages.PRE_COLLECTION.enabled", "ja", text=text)
    text, _ = changed("stages.SECOND_REMINDER.enabled", "ja", text=text)
    assert [stage.key for stage in read_strategy(text).stages] == [
        "COURTESY_NOTICE", "FIRST_REMINDER", "SECOND_REMINDER", "PRE_COLLECTION",
    ]  # fmt: skip
    assert "# per debiteurkaart" in text


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        ("manners.days_between_reminders", [""], "Vul dit in: een strategie kan er niet buiten."),
        ("manners.days_between_reminders", ["veel"], "Vul hier een heel getal van 1 tot en met 730 in."),
        ("manners.days_between_reminders", ["0"], "Vul hier een heel getal van 1 tot en met 730 in."),
        ("manners.days_between_reminders", ["9" * 5_000], "Vul hier een heel getal van 1 tot en met 730 in."),
        ("manners.minimum_cents", ["5.0.0"], "Vul hier een bedrag in euro's, zoals 12,50, in."),
        ("manners.minimum_cents", ["-5,00"], "Vul hier een bedrag in euro's, zoals 12,50, in."),
        ("manners.weekdays", [], "Kies ten minste een van de mogelijkheden."),
        ("manners.hours", ["18:00", "08:00"], "Vul hier twee tijden, een vroege en een latere, zoals 08:00 en 18:30, in."),
        ("manners.hours", ["08:00"], "Vul hier twee tijden, een vroege en een latere, zoals 08:00 en 18:30, in."),
        ("end.act", ["SELL"], "Kies ten minste een van de mogelijkheden."),
        ("name", [" \x00 "], "Vul dit in: een strategie kan er niet buiten."),
        ("stages.FIRST_REMINDER.channels", ["FAX"], "Kies ten minste een van de mogelijkheden."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_a_sentence_at_its_field(name: str, values: list[str], said: str) -> None:
    text, errors = changed(name, *values)
    assert errors == {name: said}
    assert text == A_TEXT


def test_a_stage_that_is_off_may_hold_anything() -> None:
    assert changed("stages.PRE_COLLECTION.days", "x") == (A_TEXT, {})


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Schrijf days = 15, dan gaat het.", "Schrijf ‘Dagen na de vervaldatum’ = 15, dan gaat het."),
        ("write_off_below_cents = 2500 of meer", "‘Afboeken onder’ = 25,00 of meer"),
        ("onder [person_first] een grens", "Onder ‘Eerst een medewerker’ een grens"),
        ("SECOND_PRE_COLLECTION komt later", "Tweede pré-incassobrief komt later"),
        ('channels = ["EMAIL", "POST"].', "‘Langs welke weg’ = ‘e-mail, anders post’."),
        ('act = "ASK"', "‘Na de laatste fase’ = ‘een medewerker vragen’"),
        ("en dan mag een bureau dat", "En dan mag een bureau dat"),
    ],
)
def test_what_is_said_of_a_text_has_the_words_of_the_form(sentence: str, shown: str) -> None:
    path = ("end", "act") if sentence.startswith("act") else ("stages", 0, "days")
    assert form_words(sentence, "nl", path) == shown
