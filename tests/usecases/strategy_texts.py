"""Texts of strategies for tests: one that is right, and such as are not."""

A_TEXT = """\
# Voor wie vaak koopt.
name = "Trouw"
version = 1
about = "Wie vaak koopt, krijgt rust."

[manners]
days_between_reminders = 7   # per debiteurkaart
minimum_cents = 500
days_after_term = 2

[[stages]]
key = "FIRST_REMINDER"
days = 3
term_days = 7
channels = ["EMAIL", "POST"]
[end]
act = "ASK"
days_after_term = 3
"""


def with_days_between(days: int) -> str:
    """Return the text with another spacing."""
    return A_TEXT.replace("days_between_reminders = 7", f"days_between_reminders = {days}")


REFUSED_TEXT = A_TEXT.replace('act = "ASK"\n', 'with_costs = true\nact = "HAND_OVER"\n')
"""Hands over with costs, and has no fourteen-day notice."""

BROKEN_TEXTS = [
    ("", "het deel \\[manners\\] ontbreekt"),
    (A_TEXT.replace("days = 3\n", "dagen = 3\n"), "Regel 13: dagen kennen wij niet"),
    (A_TEXT.replace("minimum_cents = 500", 'minimum_cents = "5"'), "Regel 8: minimum_cents is"),
    (A_TEXT.replace('name = "Trouw"', "name = Trouw"), "Regel 2: dit is niet te lezen als TOML"),
    (
        A_TEXT.replace("days_after_term = 2", 'hours = ["08:00+01:00", "09:00"]\ndays_after_term = 2'),
        "Regel 9: hours",
    ),
]
