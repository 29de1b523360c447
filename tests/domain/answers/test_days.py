"""Which day a sentence names, written on Wednesday 25 November 2026 unless the row says otherwise."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from voldaan.domain.answers.days import day_in

WRITTEN_ON = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("ik betaal vandaag nog", date(2026, 11, 25)),
        ("maak het vanavond over", date(2026, 11, 25)),
        ("morgen staat het erop", date(2026, 11, 26)),
        ("morgenochtend", date(2026, 11, 26)),
        ("morgen of overmorgen", date(2026, 11, 27)),
        ("Goedemorgen, ik kijk ernaar", None),
        ("Goede morgen, ik kijk ernaar", None),
        ("ik betaal dinsdag", date(2026, 12, 1)),
        ("ik betaal woensdag", date(2026, 12, 2)),
        ("ik betaal donderdag", date(2026, 11, 26)),
        ("I will pay on Friday", date(2026, 11, 27)),
        ("vrijdagmiddag", date(2026, 11, 27)),
        ("volgende vrijdag", date(2026, 12, 4)),
        ("volgende week vrijdag", date(2026, 12, 4)),
        ("maandag volgende week", date(2026, 11, 30)),
        ("afgelopen woensdag betaald", date(2026, 11, 18)),
        ("vorige week vrijdag overgemaakt", date(2026, 11, 20)),
        ("elke vrijdag", None),
        ("deze week nog", date(2026, 11, 29)),
        ("eind van de week", date(2026, 11, 29)),
        ("dit weekend", date(2026, 11, 29)),
        ("volgende week", date(2026, 12, 6)),
        ("begin volgende week", date(2026, 12, 2)),
        ("next week", date(2026, 12, 6)),
        ("vorige week betaald", None),
        ("eind van de maand", date(2026, 11, 30)),
        ("before the end of the month", date(2026, 11, 30)),
        ("volgende maand", date(2026, 12, 31)),
        ("begin volgende maand", date(2026, 12, 10)),
        ("eind december", date(2026, 12, 31)),
        ("eind februari", date(2027, 2, 28)),
        ("half december", date(2026, 12, 15)),
        ("in januari", date(2027, 1, 31)),
        ("binnen een week", date(2026, 12, 2)),
        ("over 14 dagen", date(2026, 12, 9)),
        ("within two weeks", date(2026, 12, 9)),
        ("binnen drie werkdagen", date(2026, 11, 30)),
        ("over een maand", date(2026, 12, 25)),
        ("binnen een paar dagen", None),
        ("twee weken geleden betaald", None),
        ("15 december", date(2026, 12, 15)),
        ("uiterlijk 15 december 2026", date(2026, 12, 15)),
        ("ik betaal 15-12", date(2026, 12, 15)),
        ("op 15/12", date(2026, 12, 15)),
        ("15-12-2026", date(2026, 12, 15)),
        ("2-3 weken", None),
        ("31 november", None),
        ("vrijdag 27 november", date(2026, 11, 27)),
        ("vrijdag 28 november", None),
        ("24 november", date(2026, 11, 24)),
        ("betaald op 12 oktober", date(2026, 10, 12)),
        ("3 januari", date(2027, 1, 3)),
        ("de 24e", date(2026, 12, 24)),
        ("de 25e", date(2026, 11, 25)),
        ("de 31e", date(2026, 12, 31)),
        ("gisteren overgemaakt", date(2026, 11, 24)),
        ("De factuur van 3 november betaal ik vrijdag.", date(2026, 11, 27)),
        ("De facturen van 3 en 10 november en 4 november", None),
        ("zo snel mogelijk", None),
        ("", None),
    ],
)
def test_the_latest_day_that_can_be_meant(sentence: str, day: date | None) -> None:
    assert day_in(sentence, WRITTEN_ON) == day


@pytest.mark.parametrize(
    ("sentence", "written_on", "day"),
    [
        ("vrijdag", date(2026, 11, 26), date(2026, 11, 27)),
        ("vrijdag", date(2026, 11, 27), date(2026, 12, 4)),
        ("vrijdag", date(2026, 11, 28), date(2026, 12, 4)),
        ("deze week", date(2026, 11, 29), date(2026, 11, 29)),
        ("deze week", date(2026, 11, 30), date(2026, 12, 6)),
        ("eind van de maand", date(2026, 11, 30), date(2026, 11, 30)),
        ("eind van de maand", date(2026, 12, 1), date(2026, 12, 31)),
        ("over een maand", date(2027, 1, 31), date(2027, 2, 28)),
        ("volgende maand", date(2026, 12, 31), date(2027, 1, 31)),
        ("15 december", date(2026, 12, 14), date(2026, 12, 15)),
        ("15 december", date(2026, 12, 15), date(2026, 12, 15)),
        ("15 december", date(2026, 12, 16), date(2026, 12, 15)),
        ("29 februari", date(2028, 1, 10), date(2028, 2, 29)),
        ("29 februari", date(2027, 1, 10), None),
        ("de 31e", date(2027, 2, 1), date(2027, 3, 31)),
        ("gisteren betaald", date.min, None),
        ("volgende maand", date.max, None),
    ],
)
def test_the_day_before_on_and_after(sentence: str, written_on: date, day: date | None) -> None:
    assert day_in(sentence, written_on) == day


@given(
    some.dates(min_value=date(2015, 1, 1), max_value=date(2050, 12, 31)),
    some.sampled_from(
        ["vrijdag", "volgende week", "eind van de maand", "binnen een week", "over 3 maanden", "de 5e"]
    ),
)
def test_what_is_to_come_is_never_a_day_gone_by(written_on: date, sentence: str) -> None:
    day = day_in(sentence, written_on)
    assert day is not None
    assert written_on <= day <= written_on + timedelta(days=100)


@given(some.text(max_size=120), some.dates(min_value=date(2015, 1, 1), max_value=date(2050, 12, 31)))
def test_any_text_is_read_to_its_end(sentence: str, written_on: date) -> None:
    day = day_in(sentence, written_on)
    assert day is None or isinstance(day, date)
