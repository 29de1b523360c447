"""The invoices of a client of the example book: who is asked what, on which day, and how it will be paid."""

from collections.abc import Iterator
from datetime import date, timedelta

from voldaan.domain.workdays import working_day_from
from voldaan.usecases.demo.world import LAST_DAY, Bill, Debtor, Habit, House, chance


def bills_of(house: House) -> tuple[Bill, ...]:
    """Return every invoice that a client makes, numbered in the order of their days."""
    planned = sorted(_planned(house), key=lambda row: (row[0], row[1].number))
    return tuple(
        _bill(house, debtor, f"{house.prefix}{place:04d}", issued, habit)
        for place, (issued, debtor, habit) in enumerate(planned, start=1)
    )


def _planned(house: House) -> Iterator[tuple[date, Debtor, Habit]]:
    """Yield day, debtor and habit of each invoice, debtor by debtor."""
    for debtor in house.debtors:
        for place in range(debtor.count):
            issued = working_day_from(debtor.first + timedelta(days=place * debtor.every))
            if issued <= LAST_DAY:
                yield issued, debtor, debtor.chapters.get(place + 1, debtor.usual)
        for issued, habit in debtor.later:
            yield issued, debtor, habit


def _bill(house: House, debtor: Debtor, number: str, issued: date, habit: Habit) -> Bill:
    low, high = debtor.euros
    subject = house.subjects[chance(f"{number}:subject", 0, len(house.subjects) - 1)]
    return Bill(
        house=house,
        debtor=debtor,
        number=number,
        issued=issued,
        due=issued + timedelta(days=debtor.term_days or house.term_days),
        cents=chance(number, low * 100, high * 100),
        subject=subject,
        habit=habit,
    )
