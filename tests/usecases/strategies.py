"""Strategies for tests, made as people make them: a version of a key."""

from tests.builders import ten_o_clock
from voldaan.domain.strategy.language import read_strategy
from voldaan.records.models import StrategyVersion

LADDER = """
name = "{name}"
version = 1
[manners]
days_between_reminders = 7
minimum_cents = 500
days_after_term = 2
{manners}
[[stages]]
key = "FIRST_REMINDER"
days = 3
term_days = 7
channels = ["EMAIL", "POST"]
[[stages]]
key = "SECOND_REMINDER"
days = {second}
term_days = 7
channels = ["EMAIL", "POST"]
{after}
[end]
act = "{end}"
days_after_term = 3
"""


def a_strategy(
    key: str = "standard",
    *,
    name: str = "Trouw",
    second: int = 14,
    end: str = "ASK",
    after: str = "",
    manners: str = "",
) -> None:
    """Make a version of a strategy with two reminders; `standard` is what a client follows by default."""
    from datetime import date

    text = LADDER.format(name=name, second=second, end=end, after=after, manners=manners)
    number = StrategyVersion.objects.filter(key=key).count() + 1
    StrategyVersion.objects.create(
        key=key, number=number, text=text, digest=read_strategy(text).digest, made_at=ten_o_clock(date(2026, 1, 1)),
        made_by="tests",
    )  # fmt: skip


AFTER = {
    act: "".join(
        f'[after.{part}]\nact = "{act}"\n'
        + ('days = 1\nterm_days = 5\nchannels = ["EMAIL"]\n' if act == "REMIND" else "")
        for part in ("broken_promise", "failed_plan", "returned_debit")
    )
    for act in ("ASK", "REMIND")
}
"""What a strategy does after each kind of incident, by act."""
