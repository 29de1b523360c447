"""The code of an account: read back however it is typed, and no slip of one sign goes unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.identifiers import CODE_SIGNS, compact_code, format_code, is_valid_code, make_code

CODES = st.binary(min_size=16, max_size=32).map(make_code)


@given(code=CODES)
def test_a_code_is_read_back_however_it_is_typed(code: str) -> None:
    printed = format_code(code)
    assert [len(part) for part in printed.split("-")] == [4, 4, 2]
    for typed in (code, printed, printed.lower(), printed.replace("-", " "), printed.replace("-", "–")):
        assert compact_code(typed) == code
        assert is_valid_code(typed)


@given(code=CODES, place=st.integers(0, 9), sign=st.sampled_from(CODE_SIGNS))
def test_one_wrong_sign_is_seen(code: str, place: int, sign: str) -> None:
    wrong = code[:place] + sign + code[place + 1 :]
    assert is_valid_code(wrong) is (wrong == code)


@given(code=CODES, place=st.integers(0, 8))
def test_two_exchanged_signs_are_seen(code: str, place: int) -> None:
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert is_valid_code(wrong) is (wrong == code)


@pytest.mark.parametrize(
    "text", ["", "K7M4-QX2P", "K7M4-QX2P-9R-9", "O0I1-QX2P-9R", "2026-0118", "F-2026-D1"]
)
def test_what_is_no_code(text: str) -> None:
    assert not is_valid_code(text)
