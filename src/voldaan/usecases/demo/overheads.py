"""What a business receives and pays that has nothing to do with its debtors: rent, wages, suppliers, tax."""

from collections.abc import Iterator
from datetime import date, timedelta

from voldaan.domain.workdays import is_working_day, working_day_from
from voldaan.usecases.demo.bank import Movement
from voldaan.usecases.demo.world import FIRST_DAY, LAST_DAY, House, chance, iban_of

_TUESDAY = 1


def overheads(house: House) -> Iterator[tuple[str, Movement]]:
    """Yield account and movement of everything on a client's bank accounts that no debtor pays."""
    first = house.ibans[0]
    for month in range(FIRST_DAY.month + 1, LAST_DAY.month + 1):
        yield first, _out(house, date(2026, month, 1), "Vastgoed De Vier Muren", 215_000, "huur")
        yield (
            first,
            _out(
                house, date(2026, month, 24), "Salarissen", 640_000 if house.term_days > 14 else 310_000, ""
            ),
        )
    day = FIRST_DAY
    while day <= LAST_DAY:
        if day.weekday() == _TUESDAY and is_working_day(day):
            yield (
                first,
                _out(house, day, "Coöperatie Inkoop Samen", chance(f"{house.key}{day}", 9_000, 88_000), ""),
            )
        day += timedelta(days=1)
    if len(house.ibans) > 1:
        yield from _surprises(house)


def _surprises(house: House) -> Iterator[tuple[str, Movement]]:
    """Yield money that comes in and is no debtor's: somebody has to say so."""
    first, second = house.ibans[:2]
    yield second, _between(house, -500_000, first)
    yield first, _between(house, 500_000, second)
    yield first, _in(date(2026, 8, 12), "Teruggaaf Heffingen Waterdorp", 132_740, "teruggaaf 2e kwartaal")
    yield first, _in(date(2026, 11, 17), "Retourpunt Kratten en Flessen", 41_865, "statiegeld oktober")


def _out(house: House, day: date, name: str, cents: int, text: str) -> Movement:
    booked = working_day_from(day)
    words = f"{text} {booked:%m-%Y}".strip()
    return Movement(day=booked, cents=-cents, name=name, iban=_account_of(name), text=words)


def _in(day: date, name: str, cents: int, text: str) -> Movement:
    return Movement(day=day, cents=cents, name=name, iban=_account_of(name), text=text)


def _between(house: House, cents: int, other: str) -> Movement:
    return Movement(
        day=date(2026, 7, 15), cents=cents, name=house.name, iban=other, text="overboeking eigen rekening"
    )


def _account_of(name: str) -> str:
    return iban_of(f"{chance(name, 10**9, 10**10 - 1)}")
