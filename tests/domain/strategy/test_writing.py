"""A strategy written back: what was meant is read again, and what a person wrote beside it stays."""

import tomllib
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voldaan.domain.strategy.facts import Incident
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.strategy import (
    INCIDENTS,
    STAGE_KEYS,
    After,
    Asks,
    End,
    ForWhom,
    Manners,
    Pauses,
    PersonFirst,
    Stage,
    Strategy,
)
from voldaan.domain.strategy.writing import changed, told_of, whole, written
from voldaan.domain.strategy.written_lines import paths_by_line, written_lines

SHIPPED = sorted((Path(__file__).parents[3] / "src/voldaan/config/strategies").glob("*.toml"))

TEXT = """\
# Voor wie vaak koopt.
name = "Trouw"   # zo heet hij
version = 1

[manners]
days_between_reminders = 7   # per kaart
minimum_cents = 500          # vijf euro
days_after_term = 2
weekdays = [
    "MON",  # na het weekend
    "TUE",
]

# De enige brief.
[[stages]]
key = "FIRST_REMINDER"       # vriendelijk
days = 3
term_days = 7
channels = ["EMAIL", "POST"] # wat hem bereikt
[[stages]]
key = "PRE_COLLECTION"
days = 28
term_days = 10
channels = ["POST"]

[end]
act = "ASK"
days_after_term = 3
"""


@pytest.mark.parametrize(
    ("changes", "gone", "new"),
    [
        ({("manners", "days_between_reminders"): 10}, [5], ["days_between_reminders = 10  # per kaart"]),
        (
            {("manners", "minimum_cents"): 1_000_000_000},
            [6],
            ["minimum_cents = 1000000000   # vijf euro"],
        ),
        ({("stages", 1, "days"): 21}, [21], ["days = 21"]),
        ({("stages", 0, "channels"): ["POST"]}, [18], ['channels = ["POST"]          # wat hem bereikt']),
        ({("stages", 0, "text"): "SECOND_REMINDER"}, [], ['text = "SECOND_REMINDER"']),
        ({("manners", "days_after_term"): None}, [7], []),
        ({("manners", "weekdays"): ["FRI"]}, [8, 9, 10, 11], ['weekdays = ["FRI"]']),
        ({("name",): 'Zeg "hé" # nee'}, [1], ['name = "Zeg \\"hé\\" # nee"  # zo heet hij']),
        ({("about",): "Kort."}, [], ['about = "Kort."']),
        ({("for_whom", "debtor"): ["PERSON"]}, [], ["", "[for_whom]", 'debtor = ["PERSON"]']),
        ({("after", "broken_promise", "act"): "ASK"}, [], ["", "[after.broken_promise]", 'act = "ASK"']),
        ({("end", "with_costs"): True}, [], ["with_costs = true"]),
        ({("stages", 1): None}, [19, 20, 21, 22, 23], []),
        ({("name",): "Trouw"}, [], []),
    ],
)
def test_only_the_line_of_what_changed_is_another(
    changes: dict[tuple[str | int, ...], Any], gone: list[int], new: list[str]
) -> None:
    before, after = TEXT.split("\n"), changed(TEXT, changes).split("\n")
    kept = [line for number, line in enumerate(before) if number not in gone]
    left = list(after)
    for line in new:
        left.remove(line)
    assert sorted(left) == sorted(kept)
    if new:
        assert [line for line in kept if line not in new] == [line for line in after if line not in new]


def test_a_new_stage_comes_at_its_place() -> None:
    stages = tomllib.loads(TEXT)["stages"]
    added = {"key": "SECOND_REMINDER", "days": 14, "term_days": 7, "channels": ["EMAIL"]}
    text = changed(TEXT, {("stages",): [stages[0], added, stages[1]]})
    assert [stage.key for stage in read_strategy(text).stages] == [
        "FIRST_REMINDER",
        "SECOND_REMINDER",
        "PRE_COLLECTION",
    ]
    assert text.index("# wat hem bereikt") < text.index("SECOND_REMINDER") < text.index("PRE_COLLECTION")


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ('manners = { days = 7, minimum = 5 }\n[end]\nact = "ASK"', {("manners", "days"): 9}),
        ("manners.days = 7\nmanners.minimum = 5", {("manners", "days"): 9}),
        ("manners.days = 7", {("manners", "minimum"): 9}),
        ('"manners" . "days" = 7 # hier', {("manners", "days"): 9}),
        ('about = """\n[manners]\ndays = 7\n"""\n[manners]\ndays = 8', {("manners", "days"): 9}),
        ("about = '''a # b'''  # c\nname = 'x#y'", {("about",): "d"}),
        ('about = """a""""  # twee', {("about",): "d"}),
        ('[ manners ] # hier\ndays = 7\n[end]\nact = "ASK"', {("manners", "days"): 9, ("end", "act"): None}),
        ('stages = [{ key = "FIRST_REMINDER", days = 3 }]', {("stages", 0, "days"): 9}),
        ('[[stages]]\nkey = "a"\n[[stages]]\nkey = "a"', {("stages", 1, "days"): 9}),
        ("[manners]\r\ndays = 7 # hier\r\n", {("manners", "days"): 9, ("manners", "minimum"): 1}),
        ("", {("manners", "days"): 9}),
        ("name = 'a'", {("end", "act"): "ASK", ("name",): None}),
    ],
)
def test_however_it_was_written_it_says_what_was_meant(
    text: str, changes: dict[tuple[str | int, ...], Any]
) -> None:
    said = tomllib.loads(changed(text, changes))
    for path, value in changes.items():
        here: Any = said
        for step in path[:-1]:
            here = here[step]
        assert here.get(path[-1]) == value
    left = tomllib.loads(changed(whole(said), dict.fromkeys(changes)))
    assert left == tomllib.loads(changed(text, dict.fromkeys(changes)))


def test_a_line_is_known_by_what_stands_on_it() -> None:
    found = [paths_by_line(TEXT).get(line) for line in (1, 2, 5, 6, 10, 11, 13, 15, 17, 24, 99)]
    assert found == [
        None,
        ("name",),
        ("manners",),
        ("manners", "days_between_reminders"),
        ("manners", "weekdays"),
        ("manners", "weekdays"),
        None,
        ("stages", 0),
        ("stages", 0, "days"),
        ("stages", 1, "channels"),
        None,
    ]
    assert paths_by_line("= 3") == paths_by_line("a = " + "[" * 5_000) == {}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_strategy_written_anew_is_the_same(path: Path) -> None:
    strategy = read_strategy(path.read_text(encoding="utf-8"))
    assert replace(read_strategy(written(strategy)), digest="") == replace(strategy, digest="")


WORDS = st.sampled_from(['zeg "hé"', "a # b", "\\", "'''", "regel\neen", "é\u2028\x7f", "[end]", "="])
SOME_WORDS = st.lists(WORDS, max_size=2, unique=True).map(tuple)
SOME_TAGS = st.lists(st.sampled_from(["vaste-klant", "gevoelig", "één", "x2"]), unique=True).map(tuple)
DAYS = st.integers(0, 90)
CENTS = st.integers(0, 10**7)
COUNTED = st.sampled_from(["CALENDAR", "WORKING"])
CHANNELS = st.sampled_from([("EMAIL",), ("POST",), ("EMAIL", "POST"), ("POST", "EMAIL")])
BREADTH = st.sampled_from(["INVOICE", "ACCOUNT"])


@st.composite
def some_stages(draw: st.DrawFn) -> tuple[Stage, ...]:
    keys = [key for key in STAGE_KEYS[1:] if draw(st.booleans())] or ["FIRST_REMINDER"]
    days = draw(
        st.lists(st.integers(1, 200), min_size=len(keys), max_size=len(keys), unique=True).map(sorted)
    )
    return tuple(
        Stage(
            key=key,
            days=after,
            counted=draw(COUNTED),  # type: ignore[arg-type]  # drawn from the words themselves
            days_after_previous=draw(DAYS),
            term_days=draw(st.integers(3, 30)),
            term_counted=draw(COUNTED),  # type: ignore[arg-type]
            channels=draw(CHANNELS),  # type: ignore[arg-type]
            text=draw(st.sampled_from(["", *STAGE_KEYS])),
            signed_by=draw(st.just("") | WORDS),
        )
        for key, after in zip(keys, days, strict=True)
    )


@st.composite
def some_after(draw: st.DrawFn, incident: Incident) -> After:
    act = draw(st.sampled_from(["REMIND", "ASK", "CONTINUE"]))
    if act != "REMIND":
        return After(act=act)  # type: ignore[arg-type]
    stage = Stage(key=incident, days=draw(DAYS), term_days=draw(st.integers(3, 30)), channels=draw(CHANNELS))  # type: ignore[arg-type]
    return After(act="REMIND", stage=stage)


@st.composite
def any_strategy(draw: st.DrawFn) -> Strategy:
    stages = draw(some_stages())
    later = [stage for stage in stages[1:] if draw(st.booleans())]
    return Strategy(
        name=draw(WORDS),
        version=draw(st.integers(1, 99)),
        about=draw(st.just("") | WORDS),
        for_whom=draw(
            st.builds(
                ForWhom,
                debtor=st.sampled_from([(), ("PERSON",), ("BUSINESS", "PUBLIC_BODY")]),
                clients=SOME_WORDS,
                open_from_cents=CENTS,
                open_below_cents=st.none() | st.integers(1, 10**7),
                late_from_days=DAYS,
                late_below_days=st.none() | st.integers(1, 90),
                languages=st.sampled_from([(), ("nl",), ("en", "nl")]),
                tags=SOME_TAGS,
                history=st.sampled_from([(), ("GOOD",), ("POOR", "NONE")]),
                new_customer=st.none() | st.booleans(),
            )
        ),
        manners=draw(
            st.builds(
                Manners,
                days_between_reminders=st.integers(1, 90),
                minimum_cents=CENTS,
                days_after_term=DAYS,
                reminders_a_month=st.none() | st.integers(1, 30),
                days_after_complaint=DAYS,
                weekdays=st.frozensets(st.integers(0, 6), min_size=1),
                hours=st.none() | st.just((time(8), time(18, 30))),
            )
        ),
        pauses=draw(
            st.builds(Pauses, days_after_promise=DAYS, dispute=BREADTH, promise=BREADTH, payment_plan=BREADTH)
        ),
        person_first=draw(
            st.builds(
                PersonFirst,
                open_from_cents=st.none() | CENTS,
                stages=st.sampled_from([(), ("PRE_COLLECTION",), ("BROKEN_PROMISE",)]),
                tags=SOME_TAGS,
                new_customer=st.booleans(),
            )
        ),
        stages=tuple(stage for stage in stages if stage not in later),
        disabled=tuple(replace(stage, enabled=False) for stage in later),
        after={incident: draw(some_after(incident)) for incident in INCIDENTS if draw(st.booleans())},
        asks=draw(st.builds(Asks, days_before_insurer=DAYS, days_before_time_bar=DAYS)),
        end=draw(
            st.builds(
                End,
                act=st.sampled_from(["HAND_OVER", "WRITE_OFF", "ASK"]),
                days_after_term=DAYS,
                with_costs=st.booleans(),
                write_off_below_cents=CENTS,
            )
        ),
        digest="",
    )


@settings(max_examples=50)
@given(any_strategy())
def test_what_was_written_is_read_again_also_within_a_text_of_somebody(strategy: Strategy) -> None:
    assert replace(read_strategy(written(strategy)), digest="") == strategy
    wanted = told_of(strategy)
    text = changed(TEXT, {(name,): wanted.get(name) for name in {*wanted, *tomllib.loads(TEXT)}})
    assert replace(read_strategy(text), digest="") == strategy
    assert text.startswith("# Voor wie vaak koopt.\n")
    assert {line.keys for line in written_lines(text) if not line.part} == {
        (name,) for name in ("name", "version", "about") if name in wanted
    }
