"""How many messages a domain gets in a minute."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.channels.pace import DEFAULT, MINUTE, Pace, read_pace


def test_a_domain_that_had_its_minute_waits_and_the_others_go_on() -> None:
    now = [0.0]
    pace = Pace({"gmail.com": 2}, clock=lambda: now[0])
    for second in (0.0, 30.0):
        now[0] = second
        assert pace.waits("a@gmail.com") == ""
        pace.count("a@GMAIL.com")
    assert pace.waits("b@Gmail.Com") == (
        "gmail.com krijgt hoogstens 2 berichten per minuut. Dit bericht wacht op de volgende keer."
    )
    assert pace.waits("b@klant.example") == ""
    now[0] = MINUTE
    assert pace.waits("b@gmail.com") == ""
    pace.count("b@gmail.com")
    assert pace.waits("b@gmail.com")


@given(st.lists(st.floats(min_value=0, max_value=50), max_size=60), st.integers(min_value=1, max_value=5))
def test_no_minute_has_more_than_it_may(pauses: list[float], limit: int) -> None:
    now, went = [0.0], []
    pace = Pace({"*": limit}, clock=lambda: now[0])
    for pause in pauses:
        now[0] += pause
        if not pace.waits("a@klant.example"):
            pace.count("a@klant.example")
            went.append(now[0])
    for first in went:
        assert sum(first <= one < first + MINUTE for one in went) <= limit


@pytest.mark.parametrize(
    ("given_pace", "expected"),
    [
        ("", {}),
        ("gmail.com=60", {"gmail.com": 60}),
        (" Gmail.com=60, klant.example=1 *=600", {"gmail.com": 60, "klant.example": 1, "*": 600}),
        ({"gmail.com": 5}, {"gmail.com": 5}),
    ],
)
def test_what_is_given_stands_in_the_place_of_the_default(
    given_pace: object, expected: dict[str, int]
) -> None:
    assert read_pace(given_pace) == {**DEFAULT, **expected}


@pytest.mark.parametrize(
    "wrong", ["gmail.com", "gmail.com=0", "gmail.com=-1", "gmail.com=veel", "=5", 7, {"": 1}]
)
def test_a_pace_that_is_none_is_told(wrong: object) -> None:
    with pytest.raises(ValueError, match="is geen tempo: schrijf domein=berichten per minuut"):
        read_pace(wrong)
