"""What came in, in the words of the desk and the command line."""

from collections.abc import Mapping
from typing import Final

_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "ANSWER": ("antwoord", "answer"),
    "BOUNCE": ("niet bezorgd", "not delivered"),
    "DELAYED": ("nog niet bezorgd", "not delivered yet"),
    "DELIVERED": ("bezorgd", "delivered"),
    "COMPLAINT": ("gemeld als ongewenst", "reported as unwanted"),
    "AUTOMATIC": ("automatisch antwoord", "automatic reply"),
    "UNREADABLE": ("niet leesbaar", "cannot be read"),
}
_ANSWERS: Final[Mapping[str, tuple[str, str]]] = {
    "ALREADY_PAID": ("zegt dat het betaald is", "says that it was paid"),
    "PAID_IN_RUN": ("gaat mee in een betaalronde", "goes along in a payment run"),
    "PROMISE": ("zegt wanneer er betaald wordt", "says when it will be paid"),
    "IN_PARTS": ("wil in delen betalen", "wants to pay in parts"),
    "DISPUTE": ("is het er niet mee eens", "does not agree"),
    "SET_OFF": ("wil verrekenen", "wants to set it off"),
    "CREDIT_PROMISED": ("er zou een creditnota komen", "a credit note was promised"),
    "NEVER_RECEIVED": ("heeft de factuur nooit gekregen", "never received the invoice"),
    "COPY_WANTED": ("wil een kopie", "wants a copy"),
    "PURCHASE_ORDER_MISSING": ("mist een inkoopnummer", "misses a purchase-order number"),
    "MOVED": ("is verhuisd", "has moved"),
    "WRONG_PERSON": ("is de verkeerde persoon of zaak", "is the wrong person or firm"),
    "DECEASED": ("de debiteur is overleden", "the debtor has died"),
    "DEBT_COUNSELLING": (
        "schuldhulp, bewind of schuldsanering",
        "debt counselling, administration or restructuring",
    ),
    "COMPLAINT": ("klaagt over ons", "complains about us"),
    "ANGER": ("is boos", "is angry"),
    "QUESTION": ("heeft een vraag", "has a question"),
    "NOTHING": ("er hoeft niets", "nothing needs to be done"),
    "AUTOMATIC": ("automatisch antwoord", "automatic reply"),
    "BOUNCE": ("niet bezorgd", "not delivered"),
    "DELAYED": ("nog niet bezorgd", "not delivered yet"),
    "DELIVERED": ("bezorgd", "delivered"),
}


def mail_kind_words(kind: str, language: str) -> str:
    """Return what kind of mail it is, in words."""
    return _KINDS[kind][language == "en"]


def answer_words(code: str, language: str) -> str:
    """Return what a mail is proposed to be, or was decided to be, in words."""
    return _ANSWERS[code][language == "en"]
