"""In which currency a list is: a column says it, a title, or a sign in the cells. Euros where nothing else does."""

import re
from collections.abc import Sequence

from voldaan.formats.lists.cells import is_blank, text_of
from voldaan.formats.lists.proposals_asked import Asked, Option
from voldaan.formats.lists.proposals_columns import Chosen, Column

_CODES = frozenset(
    "usd gbp chf sek nok dkk pln czk huf ron bgn isk cad aud nzd jpy cny hkd sgd zar try ang awg srd".split()
)
_WORDS = re.compile(r"[^\W\d_]+")
_LOCAL = re.compile(r"\b(?:lcy|lv|eur|euro|euros|signed)\b|€", re.IGNORECASE)
_DOLLARS = ("USD", "CAD", "AUD", "SGD", "HKD")
_EUROS = frozenset({"EUR", "€", "Euro"})


def choose_currency(money: Sequence[Column], chosen: Chosen, asked: Asked, evidence: list[str]) -> str | None:
    """Return the currency of a list without a column for it, None while that is a question.

    A column of currencies is left unread where a person says that the amounts beside it are all in euros.
    """
    column = chosen.columns.get("currency")
    if column is not None:
        return "EUR" if _column_counts(column, money, chosen, asked) else None
    named = {word.upper() for one in money for word in _WORDS.findall(one.title.casefold()) if word in _CODES}
    if len(named) == 1:
        code: str = next(iter(named))
        evidence.append(f"De kop noemt {code}: de bedragen zijn in die munt.")
        return code
    signs = {
        sign for one in money for cell in one.cells if isinstance(cell, str) for sign in "$£" if sign in cell
    }
    if signs == {"£"} and not named:
        evidence.append("Bij de bedragen staat ‘£’: ze zijn in ponden.")
        return "GBP"
    if not signs and not named:
        return "EUR"
    codes = sorted(named) if named else _DOLLARS
    return asked.ask(
        "currency", "In welke munt zijn de bedragen?", *(Option(value=one, label=one) for one in codes)
    )


def _column_counts(column: Column, money: Sequence[Column], chosen: Chosen, asked: Asked) -> bool:
    """Ask in which currency amounts are that a title calls local, beside a column that names others."""
    local = next((one for one in money if _LOCAL.search(one.title)), None)
    others = {text_of(cell) for cell in column.cells if not is_blank(cell)} - _EUROS
    if local is None or not others:
        return True
    answer = asked.ask(
        "currency",
        f"{column.spoken} noemt {', '.join(sorted(others)[:3])}, en {local.spoken} lijkt in euro's. "
        "In welke munt zijn de bedragen?",
        Option(value="EUR", label="Alles in euro's"),
        Option(value="column", label=f"In de munt die {column.spoken} noemt"),
    )
    if answer == "EUR":
        del chosen.columns["currency"]
        chosen.why[column.at] = "Niet gelezen: u koos dat alle bedragen in euro's zijn."
    return answer is not None
