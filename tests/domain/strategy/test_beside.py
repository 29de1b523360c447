"""What stands under "ook nog open" beside a reminder: only what cannot have been paid in time."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.decide import decide
from voldaan.domain.strategy.facts import AccountFacts, DayFacts, InvoiceFacts
from voldaan.domain.strategy.language import read_strategy

SHIPPED = Path(__file__).parents[3] / "src/voldaan/config/strategies/standard.toml"
STANDARD = read_strategy(SHIPPED.read_text(encoding="utf-8"))
ON = date(2026, 3, 20)
OLDER = InvoiceFacts(1, date(2026, 3, 2), 12_500)
NEWER = InvoiceFacts(2, date(2026, 3, 18), 9_900)
"""Two days late: too soon for a reminder of its own."""


def before(days: int) -> date:
    return NEWER.due_date - timedelta(days=days)


@pytest.mark.parametrize(
    ("known_until", "because"),
    [(before(1), "STAGE_NOT_REACHED"), (before(0), "ALSO_OPEN"), (before(-1), "ALSO_OPEN")],
)
def test_what_could_have_been_paid_in_time_does_not_stand_beside(known_until: date, because: str) -> None:
    account = AccountFacts(7, (OLDER, NEWER), is_person=False, channels=("EMAIL",))
    decision = decide(account, Strategies([STANDARD]), DayFacts(ON, known_until, truth_is_fresh=True))
    assert (decision.act, decision.invoices) == ("REMIND", (OLDER.id,))
    assert [(one.id, one.because) for one in decision.others] == [(NEWER.id, because)]
