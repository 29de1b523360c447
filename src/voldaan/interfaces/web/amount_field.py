"""An amount that a person types at the desk."""

from voldaan.domain.money import parse_euro
from voldaan.formats.amounts import AmountError, parse_amount
from voldaan.interfaces.web.sentences import Language


def cents_in(text: str, language: Language) -> int:
    """Return the cents of an amount as people in this language write it, with or without a euro sign.

    Raises:
        ValueError: it is no amount in that notation, nor in digits with a point.

    >>> cents_in("€ 1.250,5", "nl"), cents_in("1,250.50", "en"), cents_in("12.50", "nl")
    (125050, 125050, 1250)
    """
    typed = text.replace("€", "").replace("\N{NO-BREAK SPACE}", " ").strip()
    decimal, thousands = (",", ".") if language == "nl" else (".", ",")
    try:
        return parse_amount(typed, decimal, thousands)
    except AmountError:
        return parse_euro(typed)
