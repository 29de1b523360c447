"""What a Belgian consumer can owe at most under a damages clause (book XIX of the Wetboek van economisch recht).

A figure for a person to look at: no message is written from it. The free reminder and the waiting time that have to
come first, and the interest, are not here.

>>> [damages_clause_max(debt) for debt in (100_00, 300_00, 1_000_00, 100_000_00)]
[2000, 4500, 9000, 200000]
"""

from datetime import date

from voldaan.domain.law.citation import Citation, follows

DAMAGES_CLAUSE = Citation(
    law="WER (België)",
    bwb_id=None,
    article="XIX.4",
    follows="A clause may ask at most 20 euros up to 150; 30 and a tenth of what is above 150 up to 500; and 65 and a "
    "twentieth of what is above 500 beyond that, never more than 2,000.",
    follows_nl="Een schadebeding mag hoogstens 20 euro vragen tot 150 euro; daarboven tot 500 euro 30 euro en een "
    "tiende van wat boven 150 euro komt; en daarboven 65 euro en een twintigste van wat boven 500 euro komt, nooit "
    "meer dan 2.000 euro.",
    valid_from=date(2023, 9, 1),
    not_confirmed="The article was not read itself, only what those who carry it out say of it. Contracts from before "
    "1 September 2023 can have another law.",
    not_confirmed_nl="Het artikel zelf is niet gelezen, alleen wat degenen die het toepassen ervan zeggen. Voor "
    "overeenkomsten van vóór 1 september 2023 kan ander recht gelden.",
    address="https://www.alaska-group.eu/nl/nieuws/aanmaning-aan-consumenten-verstrengde-regels-vanaf-01-09-2023/",
)

_LOW_CENTS = 150_00
_MIDDLE_CENTS = 500_00
_MAX_CENTS = 2_000_00


@follows(DAMAGES_CLAUSE)
def damages_clause_max(debt_cents: int) -> int:
    """Return the highest amount in cents that a clause may ask of a consumer who owes this much; nothing on nothing.

    Raises:
        ValueError: the debt is below zero.
    """
    if debt_cents < 0:
        raise ValueError(f"A debt of {debt_cents} cents is below zero: give what the consumer still owes.")
    if debt_cents == 0:
        return 0
    if debt_cents <= _LOW_CENTS:
        return 20_00
    if debt_cents <= _MIDDLE_CENTS:
        return 30_00 + _half_up(debt_cents - _LOW_CENTS, 10)
    return min(65_00 + _half_up(debt_cents - _MIDDLE_CENTS, 20), _MAX_CENTS)


def _half_up(cents: int, divisor: int) -> int:
    return (2 * cents + divisor) // (2 * divisor)
