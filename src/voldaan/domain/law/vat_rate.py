"""The general rate of VAT on a day: what comes over the costs of a creditor that cannot set it off.

>>> general_vat_percent(date(2026, 11, 23))
Decimal('21')
"""

from datetime import date
from decimal import Decimal

from voldaan.domain.law.citation import Citation, follows

GENERAL_RATE = Citation(
    law="Wet OB 1968",
    bwb_id="BWBR0002629",
    article="9",
    paragraph="1",
    follows="The general rate of VAT is 21 percent of what is charged.",
    follows_nl="Het algemene btw-tarief is 21 procent van de vergoeding.",
    valid_from=date(2012, 10, 1),
    not_confirmed="The article was not read at its source: the rate is the one that is generally known.",
    not_confirmed_nl="Het artikel is niet bij de bron gelezen: het tarief is het algemeen bekende.",
)

_RATES = ((date(2012, 10, 1), Decimal(21)),)
"""From each day on, the rate; a change is a new row."""


@follows(GENERAL_RATE)
def general_vat_percent(on: date) -> Decimal:
    """Return the general rate on a day, in percent.

    Raises:
        ValueError: the day lies before the first rate that is known here.
    """
    found = [percent for since, percent in _RATES if since <= on]
    if not found:
        raise ValueError(
            f"The general VAT rate of {on.isoformat()} is not known here: give a day from "
            f"{_RATES[0][0].isoformat()} on."
        )
    return found[-1]
