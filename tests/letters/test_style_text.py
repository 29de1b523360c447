"""The language of house styles: what it takes, and what it says of everything else."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.letters.colours import contrast, is_readable
from voldaan.letters.style_text import KEYS, StyleError, digest_in, read_style, style_toml

LOGO_THERE = f'logo = "sha256:{"0" * 64}"'
WHOLE = """
name = "Molen"
heading = "Bakkerij De Molen"
accent = "#7a2e1d"
ground = "#f6efe9"
accent_dark = "#e9b8a6"
typeface = "Source Serif 4"
window = "right"
logo_at = "right"
letterhead = ["{street}", "{postcode} {city}"]
footer = ["{name} · KvK {coc_number}"]
signature_of = "Sanne Bos"
signature_lines = ["Debiteuren"]
"""


def problems(text: str) -> list[tuple[int | None, str]]:
    with pytest.raises(StyleError) as refused:
        read_style(text)
    return [(one.line, one.nl) for one in refused.value.problems]


def test_a_whole_style() -> None:
    told = read_style(WHOLE)
    assert (told.name, told.heading, told.typeface, told.window) == (
        "Molen",
        "Bakkerij De Molen",
        "Source Serif 4",
        "right",
    )
    assert told.placed == ("street", "postcode", "city", "name", "coc_number")
    style = told.with_pictures(logo_svg=None, signature_svg=None)
    assert (style.ground_shown, style.accent_in_the_dark) == ("#f6efe9", "#e9b8a6")
    assert style.signs("Sanne Bos")
    assert not style.signs("Mo el Idrissi")


@pytest.mark.parametrize(
    ("style", "lines", "says"),
    [
        ("", ["regel"] * 10, None),
        ("", ["x" * 34] * 10, None),
        (
            "",
            [*["regel"] * 9, "x" * 35],
            "11 regels hoog (een regel heeft daar 34 tekens), en er passen er 10:",
        ),
        ("", ["x" * 120] * 10, "40 regels hoog"),
        ('window = "right"', ["regel"] * 6, None),
        ('window = "right"', ["regel"] * 7, "en er passen er 6 onder uw naam"),
        (LOGO_THERE, ["regel"] * 7, None),
        (f'{LOGO_THERE}\nlogo_at = "right"', ["regel"] * 6, None),
        (f'{LOGO_THERE}\nlogo_at = "right"', ["regel"] * 7, "en er passen er 6 onder het logo"),
        (f'{LOGO_THERE}\nlogo_at = "right"\nwindow = "right"', ["regel"] * 7, None),
    ],
)
def test_a_letterhead_ends_above_the_amount(style: str, lines: list[str], says: str | None) -> None:
    text = f'name = "Molen"\naccent = "#7a2e1d"\n{style}\nletterhead = {json.dumps(lines)}\n'
    if says is None:
        assert read_style(text).letterhead == tuple(lines)
        return
    (problem,) = problems(text)
    assert says in problem[1]


@pytest.mark.parametrize(("line", "says"), [
    ('accent = "groen"', 'Schrijf een kleur als "#146b4a"'),
    ("accent = 3", "Schrijf een tekst tussen aanhalingstekens"),
    ('typeface = "Comic Sans"', "Kies uit: Source Sans 3, Source Serif 4, Atkinson Hyperlegible Next"),
    ('window = "links"', "Kies uit: left, right"),
    ('vensters = "left"', "kennen wij niet in een huisstijl."),
    ('windows = "left"', "Bedoelt u window?"),
    ('footer = "KvK"', 'Schrijf een lijst van regels: footer = ["…", "…"]'),
    ('footer = ["KvK {kvk}"]', "kennen wij {kvk} niet"),
    ('footer = ["btw {vat_numer}"]', "Bedoelt u {vat_number}?"),
    ('footer = ["KvK {coc_number"]', "kennen wij"),
    ('footer = ["1", "2", "3", "4", "5"]', "heeft 5 regels, en er passen er 4. Haal er 1 weg."),
    (f'signature_lines = ["{"a" * 121}"]', "meer dan 120 tekens"),
    ('heading = "a\\u0007b"', "niet te drukken"),
    ('logo = "molen.svg"', "Geef het bestand bij het bewaren mee (--logo)"),
])  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_what_to_write(line: str, says: str) -> None:
    text = 'name = "Molen"\n' + ("" if line.startswith("accent") else 'accent = "#146b4a"\n') + line + "\n"
    ((place, said),) = problems(text)
    assert place == text.count("\n")
    assert says in said


def test_what_is_missing_and_what_is_no_toml() -> None:
    assert [nl for _, nl in problems("window = 'left'")] == [
        'de huisstijl mist name. Schrijf name = "Molen".', 'de huisstijl mist accent. Schrijf accent = "#146b4a".',
    ]  # fmt: skip
    assert problems("name = \nx")[0][0] == 1
    assert "niet te lezen als TOML" in problems("a = " + "[" * 3000)[0][1]


@pytest.mark.parametrize(("key", "colour", "against"), [
    ("accent", "#ffcc00", "#fdfcf9"), ("accent", "#777777", "#fdfcf9"), ("accent", "#767676", "#fdfcf9"),
    ("accent_dark", "#1f4e79", "#16191c"),
])  # fmt: skip
def test_a_pair_that_cannot_be_read_offers_the_nearest_colour_that_can(
    key: str, colour: str, against: str
) -> None:
    accent = "" if key == "accent" else 'accent = "#146b4a"\n'
    text = f'name = "M"\n{accent}{key} = "{colour}"\n'
    ((line, said),) = problems(text)
    assert line == text.count("\n")
    offer = said.rpartition('"#')[2][:6]
    assert is_readable(f"#{offer}", against)
    assert contrast(f"#{offer}", against) < 5.2
    assert read_style(text.replace(colour, f"#{offer}"))


def test_a_ground_that_swallows_the_grey_text_is_refused() -> None:
    ((line, said),) = problems('name = "M"\naccent = "#146b4a"\nground = "#b0c4b1"\n')
    assert line == 3
    assert 'ground = "#' in said
    offer = said.rpartition('"#')[2][:6]
    assert read_style(f'name = "M"\naccent = "#146b4a"\nground = "#{offer}"\n').ground == f"#{offer}"


def test_every_problem_is_told_in_both_languages_at_once() -> None:
    with pytest.raises(StyleError) as refused:
        read_style('accent = "geel"\nwindow = "boven"\nzegel = true\n')
    assert [one.told("en").partition(":")[0] for one in refused.value.problems][-3:] == [
        "Line 1",
        "Line 2",
        "Line 3",
    ]
    assert "Write a colour as" in refused.value.problems[1].en


LINE = st.text(st.characters(exclude_categories=("C",), exclude_characters="{}"), max_size=60).map(str.strip)


@given(name=LINE.filter(bool), footer=st.lists(LINE.filter(bool), max_size=4))
def test_what_is_written_is_read_back(name: str, footer: list[str]) -> None:
    text = style_toml({"name": name, "accent": "#146b4a", "window": "right", "footer": footer})
    assert set(tomllib.loads(text)) <= set(KEYS)
    if all(line.isprintable() for line in (name, *footer)):
        told = read_style(text)
        assert (told.name, told.footer, told.window) == (name, tuple(footer), "right")


def test_a_picture_is_named_by_its_digest() -> None:
    assert digest_in("sha256:" + "a" * 64) == "a" * 64
    assert digest_in("sha256:zz") == ""
