"""A third language, made as somebody would make one: a folder of texts, here English with marks, and no code."""

import re
from pathlib import Path

from voldaan.letters.languages import SHIPPED

CODE = "xy"
WORDS = """
[costs]
names = ["costs", "cost", "fee", "fees"]
endings = ["kosten"]
more_to_pay = ["pay more", "higher amount"]
nothing = ["without", "no"]
between = ["extra", "other", "collection"]
conditions = ["if", "unless", "until"]
for_now = ["for now", "yet"]
interest = ["interest"]
[conduct]
forbidden = ["final warning", "you should have", "negligen*"]
never = ["bailiff*", "court"]
collection = ["for collection", "hand the invoyce* over"]
[terms]
relative = ["within # days", "immediately", "this week"]
promise = ["we will answer"]
asks = ["pay", "payment"]
last_day = ["by", "no later than"]
before_day = ["before"]
[labels]
to_pay = ["to pay"]
total = ["total"]
issue_date = ["invoice date"]
due_date = ["due date"]
payments_until = ["processed up to"]
extended_term = ["extended term"]
on_behalf = ["on behalf of"]
account_name = ["in the name of"]
greeting = ["Dear"]
greeting_words = ["team", "sir", "madam"]
closing = ["kind regards"]
complaint = ["complaint"]
reference = ["invoyce", "invoyces"]
invoices = ["invoyces"]
accounts = ["accounts"]
"""
_MONTHS = [
    "Janu",
    "Febru",
    "Marzo",
    "Aprilo",
    "Maio",
    "Junio",
    "Julio",
    "Augusto",
    "Septo",
    "Okto",
    "Novo",
    "Deco",
]


def texts() -> str:
    """Return the English texts with other names of months and another word for an invoice."""
    english = SHIPPED.joinpath("en", "texts.toml").read_text(encoding="utf-8")
    marked = re.sub(r"months = \[.*?\]", f"months = {_MONTHS}".replace("'", '"'), english)
    marked = marked.replace('date = "{day} {month} {year}"', 'date = "{day}. {month} {year}"')
    return re.sub(r"\b([Ii])nvoice(s?)\b(?![_}])(?!\.\w+ =)(?! =)", r"\1nvoyce\2", marked).replace(
        'nl = "Engels"', 'nl = "Proefs"'
    )


def a_third_language(folder: Path, *, words: str = WORDS) -> Path:
    """Write the folder of the third language below `folder`, and return `folder`."""
    (folder / CODE).mkdir(parents=True)
    (folder / CODE / "texts.toml").write_text(texts(), encoding="utf-8")
    if words:
        (folder / CODE / "words.toml").write_text(words, encoding="utf-8")
    return folder
