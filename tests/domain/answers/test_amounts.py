"""Which amount a sentence names."""

import pytest

from voldaan.domain.answers.amounts import cents_in


@pytest.mark.parametrize(
    ("sentence", "cents"),
    [
        ("ik kan 75 euro per maand betalen", 7500),
        ("ik kan € 75,50 missen", 7550),
        ("vijftig euro per maand lukt wel", 5000),
        ("I can pay 50 euros a month", 5000),
        ("1.250,00 is te veel", 125_000),
        ("€ 50 nu en nog eens € 50 later", 5000),
        ("€ 50 nu en € 60 later", None),
        ("50 % nu en de rest later", None),
        ("$ 100", None),
        ("0,00 euro", None),
        ("ik betaal op 15.12.2026", None),
        ("ik betaal 3 termijnen", None),
        ("", None),
    ],
)
def test_one_amount_in_euros_or_none(sentence: str, cents: int | None) -> None:
    assert cents_in(sentence) == cents
