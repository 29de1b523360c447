"""The house style: readable, and nothing in it that reaches outside."""

import pytest

from voldaan.letters.colours import contrast_with_white, tint
from voldaan.letters.style import HouseStyle


@pytest.mark.parametrize("accent", ["#767676", "#146b4a", "#000000", "#1F4E79"])
def test_a_readable_colour_is_taken(accent: str) -> None:
    assert HouseStyle(accent=accent).accent == accent
    assert contrast_with_white(accent) >= 4.5


@pytest.mark.parametrize("accent", ["#777777", "#ffffff", "#ffcc00"])
def test_a_light_colour_is_refused(accent: str) -> None:
    with pytest.raises(ValueError, match=r"too light to read on white.*Choose a darker shade"):
        HouseStyle(accent=accent)


@pytest.mark.parametrize("accent", ["green", "#12345", "#1234567", "146b4a", '#14"><b', "#14 b4a"])
def test_what_is_no_colour_is_refused(accent: str) -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        HouseStyle(accent=accent)


@pytest.mark.parametrize("svg", [
    '<svg><image href="https://example.example/x.png"/></svg>',
    '<svg><use href="file:///x"/></svg>',
    "<svg><script/></svg>",
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
])  # fmt: skip
def test_a_logo_that_reaches_outside_is_refused(svg: str) -> None:
    with pytest.raises(ValueError, match="could load something from outside"):
        HouseStyle(logo_svg=svg)


def test_a_logo_is_svg() -> None:
    with pytest.raises(ValueError, match="is not an SVG drawing"):
        HouseStyle(logo_svg="PNG")
    assert HouseStyle(logo_svg='<svg><use href="#a"/></svg>').logo_svg


@pytest.mark.parametrize(("percent", "colour"), [(0, "#ffffff"), (50, "#808080"), (100, "#000000")])
def test_tint(percent: int, colour: str) -> None:
    assert tint("#000000", percent) == colour
