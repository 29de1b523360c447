"""The general rate of VAT on a day."""

from datetime import date
from decimal import Decimal

import pytest

from voldaan.domain.law.vat_rate import general_vat_percent


@pytest.mark.parametrize("on", [date(2012, 10, 1), date(2026, 11, 23)])
def test_the_rate_is_21_percent_from_1_october_2012_on(on: date) -> None:
    assert general_vat_percent(on) == Decimal(21)


def test_an_earlier_day_is_refused_with_the_first_known_day() -> None:
    with pytest.raises(ValueError, match="2012-09-30 is not known here: give a day from 2012-10-01"):
        general_vat_percent(date(2012, 9, 30))
