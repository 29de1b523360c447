"""The days of the Dutch calendar that count: holidays and working days of the Algemene termijnenwet.

Article 3 names the holidays. Two differ from most calendars: 5 May is one every year, and Good Friday is
equated with one. Royal decrees equate further days (article 3, paragraph 3): those known here are in
`EQUATED_DAYS` and always count, those of a later decree are passed as `additional`.

>>> holidays(2026)[date(2026, 4, 27)]
'Koningsdag'
>>> next_working_day(date(2026, 4, 3))
datetime.date(2026, 4, 7)
>>> is_holiday(date(2026, 5, 15))
True
>>> format_day(date(2026, 11, 23), "nl", long=False)
'ma 23 nov 2026'
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import Literal, NamedTuple

_ONE_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


class EquatedDay(NamedTuple):
    """A day that a royal decree equates with a holiday, and where that was read."""

    day: date
    source: str


_DECREE_2017 = "Royal decree of 31 October 2016, Stcrt. 2016, 58653, as listed by uitvaart.nl, 24 April 2017"
_LIST_2022 = "Listed by wvhl.nl for 2022; the decree itself was not read"
_DECREE_2023 = (
    "Title of the royal decree for 28 April 2023 to 30 May 2025, as quoted by sterfgeval.nl, 4 October 2025"
)
_DECREE_2026 = (
    "Title of the royal decree for 2 January 2026 to 26 May 2028, as quoted by sterfgeval.nl, 4 October 2025"
)

EQUATED_DAYS = (
    EquatedDay(date(2017, 4, 28), _DECREE_2017),
    EquatedDay(date(2017, 5, 26), _DECREE_2017),
    EquatedDay(date(2018, 5, 11), _DECREE_2017),
    EquatedDay(date(2018, 12, 24), _DECREE_2017),
    EquatedDay(date(2018, 12, 31), _DECREE_2017),
    EquatedDay(date(2019, 5, 31), _DECREE_2017),
    EquatedDay(date(2019, 12, 27), _DECREE_2017),
    EquatedDay(date(2022, 5, 27), _LIST_2022),
    EquatedDay(date(2023, 4, 28), _DECREE_2023),
    EquatedDay(date(2023, 5, 19), _DECREE_2023),
    EquatedDay(date(2024, 5, 10), _DECREE_2023),
    EquatedDay(date(2024, 12, 27), _DECREE_2023),
    EquatedDay(date(2025, 5, 30), _DECREE_2023),
    EquatedDay(date(2026, 1, 2), _DECREE_2026),
    EquatedDay(date(2026, 5, 15), _DECREE_2026),
    EquatedDay(date(2027, 5, 7), _DECREE_2026),
    EquatedDay(date(2028, 4, 28), _DECREE_2026),
    EquatedDay(date(2028, 5, 26), _DECREE_2026),
)
"""Not found: the decrees for 2015, 2016, 2020 and 2021. Not yet made: one for after 2028."""

_EQUATED = frozenset(row.day for row in EQUATED_DAYS)
_NAMES = {
    "NEW_YEAR": ("Nieuwjaarsdag", "New Year's Day"),
    "GOOD_FRIDAY": ("Goede Vrijdag", "Good Friday"),
    "EASTER_MONDAY": ("Tweede Paasdag", "Easter Monday"),
    "QUEENS_DAY": ("Koninginnedag", "Queen's Day"),
    "KINGS_DAY": ("Koningsdag", "King's Day"),
    "LIBERATION_DAY": ("Bevrijdingsdag", "Liberation Day"),
    "ASCENSION_DAY": ("Hemelvaartsdag", "Ascension Day"),
    "WHIT_MONDAY": ("Tweede Pinksterdag", "Whit Monday"),
    "CHRISTMAS_DAY": ("Eerste Kerstdag", "Christmas Day"),
    "BOXING_DAY": ("Tweede Kerstdag", "Boxing Day"),
}
_MONTHS_NL = "januari februari maart april mei juni juli augustus september oktober november december".split()
_MONTHS_EN = "January February March April May June July August September October November December".split()
_SHORT_MONTHS_NL = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
_WEEKDAYS_NL = "ma di wo do vr za zo".split()
_WEEKDAYS_EN = "Mon Tue Wed Thu Fri Sat Sun".split()


def holidays(year: int, language: Literal["nl", "en"] = "nl") -> dict[date, str]:
    """Return the holidays that the Algemene termijnenwet itself names in that year, in order, with their names.

    Easter and Whit Sunday are not among them: as Sundays they need no naming. Where two fall on one day, as
    Ascension Day and Liberation Day did in 2016, the day carries both names.
    """
    which = 1 if language == "en" else 0
    names: dict[date, str] = {}
    for day, key in _holiday_keys(year):
        name = _NAMES[key][which]
        names[day] = f"{names[day]}, {name}" if day in names else name
    return names


def is_holiday(day: date, *, additional: Collection[date] = ()) -> bool:
    """Test if the day is a holiday of the Algemene termijnenwet, equated with one by decree, or an additional one."""
    return day in _holiday_set(day.year) or day in _EQUATED or day in additional


def is_working_day(day: date, *, additional: Collection[date] = ()) -> bool:
    """Test if the day is neither a Saturday, a Sunday nor a holiday."""
    return day.weekday() < _SATURDAY and not is_holiday(day, additional=additional)


def next_working_day(day: date, *, additional: Collection[date] = ()) -> date:
    """Return the first working day after this day."""
    return working_day_from(day + _ONE_DAY, additional=additional)


def working_day_from(day: date, *, additional: Collection[date] = ()) -> date:
    """Return this day where it is a working day, else the first working day after it."""
    while not is_working_day(day, additional=additional):
        day += _ONE_DAY
    return day


def add_working_days(day: date, count: int, *, additional: Collection[date] = ()) -> date:
    """Return the working day that lies `count` working days after this day; before it where `count` is negative.

    A count of zero returns the day itself, working day or not.
    """
    step = _ONE_DAY if count > 0 else -_ONE_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day, additional=additional)
    return day


def format_day(day: date, language: Literal["nl", "en"], *, long: bool = True) -> str:
    """Return the day as people write it: "23 november 2026" long, "ma 23 nov 2026" short."""
    month = day.month - 1
    if long:
        return f"{day.day} {(_MONTHS_EN if language == 'en' else _MONTHS_NL)[month]} {day.year}"
    if language == "en":
        return f"{_WEEKDAYS_EN[day.weekday()]} {day.day} {_MONTHS_EN[month][:3]} {day.year}"
    return f"{_WEEKDAYS_NL[day.weekday()]} {day.day} {_SHORT_MONTHS_NL[month]} {day.year}"


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarters, odd = divmod(in_century, 4)
    weekday = (32 + 2 * rest + 2 * quarters - epact - odd) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def _holiday_set(year: int) -> frozenset[date]:
    return frozenset(day for day, _ in _holiday_keys(year))


def _holiday_keys(year: int) -> list[tuple[date, str]]:
    easter = easter_sunday(year)
    return sorted(
        [
            (date(year, 1, 1), "NEW_YEAR"),
            (easter - timedelta(days=2), "GOOD_FRIDAY"),
            (easter + timedelta(days=1), "EASTER_MONDAY"),
            _royal_birthday(year),
            (date(year, 5, 5), "LIBERATION_DAY"),
            (easter + timedelta(days=39), "ASCENSION_DAY"),
            (easter + timedelta(days=50), "WHIT_MONDAY"),
            (date(year, 12, 25), "CHRISTMAS_DAY"),
            (date(year, 12, 26), "BOXING_DAY"),
        ],
        key=itemgetter(0),
    )


def _royal_birthday(year: int) -> tuple[date, str]:
    """Return the day on which the King's birthday is celebrated: never on a Sunday, then the day before."""
    day, key = (date(year, 4, 27), "KINGS_DAY") if year >= 2014 else (date(year, 4, 30), "QUEENS_DAY")
    return (day - _ONE_DAY if day.weekday() == _SUNDAY else day), key
