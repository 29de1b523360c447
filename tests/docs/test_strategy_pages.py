"""docs/strategies: the language as it is read, the shipped strategies as they run, and what the check says."""

import io
import re
from contextlib import redirect_stdout
from dataclasses import MISSING, fields
from typing import Any

import pytest

from tests.domain.strategy.test_shipped import NEVER_PAYS, SHIPPED, WITH_A_REASON
from tests.house.sources import PROJECT
from voldaan.domain.strategy import language_parts as parts
from voldaan.domain.strategy.finding_words import FINDINGS, REFUSED
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.strategy import Asks, End, ForWhom, Manners, Pauses, PersonFirst, Stage
from voldaan.interfaces.cli.main import main

FOLDER = PROJECT / "docs" / "strategies"
PAGE = (FOLDER / "README.md").read_text(encoding="utf-8")
HEADINGS: dict[str, tuple[dict[str, Any], Any]] = {
    "At the head": (parts.HEAD, None),
    "`[for_whom]`": (parts.FOR_WHOM, ForWhom),
    "`[manners]`": (parts.MANNERS, Manners),
    "`[pauses]`": (parts.PAUSES, Pauses),
    "`[person_first]`": (parts.PERSON_FIRST, PersonFirst),
    "`[[stages]]`": (parts.STAGE, Stage),
    ", ".join(f"`[after.{name}]`" for name in parts.AFTER_PARTS): (parts.AFTER, None),
    "`[asks]`": (parts.ASKS, Asks),
    "`[end]`": (parts.END, End),
}


def rows_under(heading: str, page: str = PAGE) -> list[list[str]]:
    """Return the cells of each row under a heading, without the head of the table."""
    part = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split(" | ") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip("| ") for cell in row] for row in rows[2:]]


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_key_of_a_part_stands_on_the_page_with_its_meaning(heading: str) -> None:
    rows = rows_under(heading)
    assert [row[0].strip("`") for row in rows] == list(HEADINGS[heading][0])
    assert all(len(row) == 3 and row[1] and row[2] for row in rows)


def test_every_part_has_its_heading() -> None:
    named = set(re.findall(r"\[([a-z_]+)[\].]", " ".join(HEADINGS)))
    assert named == set(parts.SECTIONS)


@pytest.mark.parametrize(
    ("heading", "key", "default"),
    [
        (heading, field.name, field.default)
        for heading, (kinds, made) in HEADINGS.items()
        if made is not None
        for field in fields(made)
        if field.name in kinds
    ],
)
def test_a_default_is_told_as_it_is(heading: str, key: str, default: object) -> None:
    told = next(row[2] for row in rows_under(heading) if row[0] == f"`{key}`")
    if default is MISSING:
        assert told == "needed"
    elif isinstance(default, bool | int):
        assert told == f"`{str(default).lower()}`"
    elif isinstance(default, str) and default:
        assert told == f'`"{default}"`'
    else:
        assert "`" not in told


def test_the_example_is_a_strategy() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    strategy = read_strategy(example)
    assert [stage.days for stage in strategy.stages] == [4, 21]


def test_every_finding_stands_on_the_page_in_its_table() -> None:
    rows = rows_under("The check before use")
    told = [re.findall(r"`([A-Z_]+)`", row[0]) for row in rows]
    assert sorted(code for codes in told for code in codes) == sorted(FINDINGS)
    for codes, row in zip(told, rows, strict=True):
        for code in (code for code in codes if code in REFUSED):
            citation = FINDINGS[code].citation
            assert row[1] == (citation.label if citation else "a contradiction")


def test_every_shipped_strategy_is_listed_and_has_a_page() -> None:
    listed = re.findall(r"\[`([\w-]+)`\]\(([\w-]+)\.md\)", PAGE)
    assert sorted(listed) == [(key, key) for key in sorted(SHIPPED)]
    assert {path.stem for path in FOLDER.glob("*.md")} == {"README", *SHIPPED}


@pytest.mark.parametrize("key", SHIPPED)
def test_a_page_tells_the_days_of_a_debtor_who_never_pays(key: str) -> None:
    page = (FOLDER / f"{key}.md").read_text(encoding="utf-8")
    told = [(row[1].strip("`"), int(row[0])) for row in rows_under("A debtor who never pays", page)]
    messages, end = NEVER_PAYS[key]
    assert told == [*messages, end]


@pytest.mark.parametrize("key", SHIPPED)
def test_a_page_says_why_how_sure_and_what_is_not_known(key: str) -> None:
    page = (FOLDER / f"{key}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {key}: ")
    assert page.partition("\n## What is not known\n")[2].strip()
    reasons = rows_under("Why these numbers", page)
    assert len(reasons) >= 6
    assert all(len(row) == 3 and row[2] for row in reasons)


def test_what_stays_unwise_is_named_with_its_reason() -> None:
    for key, codes in WITH_A_REASON.items():
        page = (FOLDER / f"{key}.md").read_text(encoding="utf-8")
        assert set(re.findall(r"^- `([A-Z_]+)`: .+", page, re.MULTILINE)) == codes


def test_the_research_behind_a_finding_stands_on_a_page() -> None:
    pages = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md"))
    addresses = {
        address for words in FINDINGS.values() for address in re.findall(r"https?://\S+", words.evidence)
    }
    assert addresses
    assert [address for address in sorted(addresses) if address not in pages] == []


@pytest.mark.parametrize("command", [("client", "add"), ("engagement", "start")])
def test_who_asks_for_help_finds_the_shipped_strategies(command: tuple[str, str]) -> None:
    said = io.StringIO()
    with redirect_stdout(said), pytest.raises(SystemExit):
        main([*command, "--help"])
    told = re.sub(r"(?<=-)\s+", "", said.getvalue())
    assert [key for key in SHIPPED if key not in told] == []
