"""How many messages a text takes, at the borders of each alphabet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.text.sms_length import sms_parts


@pytest.mark.parametrize(
    ("text", "alphabet", "units", "count"),
    [
        ("", "GSM-7", 0, 0),
        ("x", "GSM-7", 1, 1),
        ("x" * 160, "GSM-7", 160, 1),
        ("x" * 161, "GSM-7", 161, 2),
        ("x" * 306, "GSM-7", 306, 2),
        ("x" * 307, "GSM-7", 307, 3),
        ("x" * 459, "GSM-7", 459, 3),
        ("x" * 460, "GSM-7", 460, 4),
        ("€" * 80, "GSM-7", 160, 1),
        ("€" * 81, "GSM-7", 162, 2),
        # 153 is odd: a euro sign is not cut in two, so one place of each part stays empty.
        ("€" * 152, "GSM-7", 304, 2),
        ("€" * 153, "GSM-7", 306, 3),
        ("é" * 160, "GSM-7", 160, 1),
        ("ê" * 70, "UCS-2", 70, 1),
        ("ê" * 71, "UCS-2", 71, 2),
        ("ê" * 134, "UCS-2", 134, 2),
        ("ê" * 135, "UCS-2", 135, 3),
        ("😀" * 35, "UCS-2", 70, 1),
        ("😀" * 36, "UCS-2", 72, 2),
        ("😀" * 66, "UCS-2", 132, 2),
        ("😀" * 67, "UCS-2", 134, 3),
        ("Uw factuur van € 24,20 staat nog open’", "UCS-2", 38, 1),
    ],
)
def test_where_a_part_ends(text: str, alphabet: str, units: int, count: int) -> None:
    found = sms_parts(text)
    assert (found.alphabet, found.units, found.count) == (alphabet, units, count)


@given(st.text(max_size=400), st.text(max_size=5))
def test_a_longer_text_never_takes_fewer(text: str, more: str) -> None:
    assert sms_parts(text).count <= sms_parts(text + more).count


@given(st.text(min_size=1, max_size=400))
def test_the_parts_have_room_for_it(text: str) -> None:
    found = sms_parts(text)
    room = {"GSM-7": (160, 153), "UCS-2": (70, 67)}[found.alphabet]
    assert found.units <= (room[0] if found.count == 1 else room[1] * found.count)
