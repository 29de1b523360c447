"""Telephone numbers as people write them, brought to the one notation that can be dialled from anywhere (E.164).

>>> compact_phone("06 - 12 34 56 78"), compact_phone("(020) 123 45 67"), compact_phone("0032 470 12 34 56")
('+31612345678', '+31201234567', '+32470123456')
>>> is_valid_phone("06 12 34"), is_mobile("+31 6 12345678"), is_mobile("020 1234567")
(False, True, False)
>>> format_phone("+31612345678"), format_phone("+31201234567"), format_phone("+32470123456")
('06 12 34 56 78', '020 123 45 67', '+32470123456')
"""

import re
from typing import Final

_SIGNS: Final = re.compile(r"[\s.\-–/()]")
_DUTCH: Final = re.compile(r"\+31(?:[1-57][0-9]{8}|6[1-58][0-9]{7}|8[4578][0-9]{7}|91[0-9]{7}|14[0-9]{2,3})")
"""Area codes, mobile phones, and numbers of firms and persons. None that the caller pays extra for, as 0900."""
_MOBILE: Final = re.compile(r"\+316[1-58][0-9]{7}")
_FOREIGN: Final = re.compile(r"\+(?!31)[1-9][0-9]{7,14}")
_LONG_AREAS: Final = re.compile(
    r"1(?:1[1-8]|6[1-8]|7[24]|8[0-7])|2(?:2[2-9]|5[125]|9[49])|3(?:1[3-8]|2[01]|4[1-8])|4(?:1[1-368]|7[58]|8[15-8]|9[2379])"
    r"|5(?:1[1-9]|2[1-9]|4[1-8]|6[126]|7[1-37-8]|9[1-9])"
)
"""Area codes of four digits, without their zero: only to group a number for people."""


def compact_phone(number: str, *, country: str = "NL") -> str:
    """Return the number in the notation in which it is kept, +31612345678. Says nothing about its validity.

    A number without a country is a Dutch one where the debtor lives in the Netherlands, and else stays as it is.
    """
    digits = _SIGNS.sub("", number.replace("(0)", ""))
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if digits.startswith("+310"):
        return f"+31{digits[4:]}"
    if country == "NL" and digits.startswith("0"):
        return f"+31{digits[1:]}"
    return digits


def is_valid_phone(number: str, *, country: str = "NL") -> bool:
    """Test if this can be dialled: a Dutch number of the numbering plan, or one with its country before it.

    Whether anybody answers it is not asked, and a foreign number is only counted.
    """
    compact = compact_phone(number, country=country)
    return _DUTCH.fullmatch(compact) is not None or _FOREIGN.fullmatch(compact) is not None


def is_mobile(number: str, *, country: str = "NL") -> bool:
    """Test if a text message can go there: a Dutch mobile number. Of a foreign number nobody can tell."""
    return _MOBILE.fullmatch(compact_phone(number, country=country)) is not None


def format_phone(number: str) -> str:
    """Return the number as a person in the Netherlands reads it: 06 12 34 56 78; a foreign one as it is kept."""
    compact = compact_phone(number)
    if not _DUTCH.fullmatch(compact):
        return compact
    rest = compact.removeprefix("+31")
    if rest.startswith("6"):
        return "0" + rest[0] + "".join(f" {rest[at : at + 2]}" for at in range(1, 9, 2))
    area = 3 if _LONG_AREAS.match(rest) else 2
    if len(rest) != 9:
        return rest if rest.startswith("14") else f"0{rest}"
    left = rest[area:]
    groups = [left[:2], left[2:4], left[4:]] if area == 3 else [left[:3], left[3:5], left[5:]]
    return " ".join([f"0{rest[:area]}", *groups])
