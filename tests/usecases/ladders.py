"""The texts of small strategies for tests, with what a test is about filled in."""

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


def ladder(
    *, name: str = "Trouw", second: int = 14, end: str = "ASK", after: str = "", manners: str = ""
) -> str:
    """Return the text of a strategy with two reminders, on day 3 and on day `second`."""
    return LADDER.format(name=name, second=second, end=end, after=after, manners=manners)


AFTER = {
    act: "".join(
        f'[after.{part}]\nact = "{act}"\n'
        + ('days = 1\nterm_days = 5\nchannels = ["EMAIL"]\n' if act == "REMIND" else "")
        for part in ("broken_promise", "failed_plan", "returned_debit")
    )
    for act in ("ASK", "REMIND")
}
"""What a strategy does after each kind of incident, by act."""
