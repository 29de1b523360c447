"""Codes in words, as the desk shows them. Acts, reasons and stages have theirs in the domain."""

from typing import Final

from voldaan.domain.law.stops import HOLD_KINDS
from voldaan.domain.strategy.words import (
    CHANNELS,
    MESSAGE_STATES,
    PLAN_OUTCOMES,
    act_words,
    hold_words,
    person_first_words,
    reason_words,
    stage_words,
)
from voldaan.formats.lists.proposals_columns import DUTCH
from voldaan.interfaces.web.texts_strategy_fields import STRATEGY_CHOICES
from voldaan.interfaces.web.words_matching import BECAUSE, DIFFERENCES

WORDS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "capacity": {
        "CONSUMER": ("consument", "consumer"),
        "SOLE_TRADER": ("eenmanszaak of vennootschap", "sole trader or partnership"),
        "LEGAL_PERSON": ("rechtspersoon", "legal person"),
        "PUBLIC_BODY": ("overheid", "public body"),
        "UNKNOWN": ("onbekend: behandeld als consument", "unknown: treated as a consumer"),
    },
    "hold": {kind: (hold_words(kind, "nl"), hold_words(kind, "en")) for kind in HOLD_KINDS},
    "state": MESSAGE_STATES,
    "client_says": {
        "GO": ("klopt, mag herinnerd worden", "right, may be reminded of"),
        "PAID": ("betaald", "paid"),
        "LEAVE": ("met rust laten", "leave it alone"),
        "CREDIT_COMING": ("er komt een creditnota", "a credit note is coming"),
    },
    "column": {name: (dutch, name.replace("_", " ")) for name, dutch in DUTCH.items()},
    "list": {"OPEN_ITEMS": ("openstaande posten", "open items"), "DEBTORS": ("debiteuren", "debtors")},
    "channel": CHANNELS,
    "language": {"nl": ("Nederlands", "Dutch"), "en": ("Engels", "English")},
    "truth": {
        "BANK": ("bankgegevens", "bank data"),
        "LEDGER": ("openstaandepostenlijst", "open-item list"),
        "CLIENT_WORD": ("opgave van de opdrachtgever", "the client's word"),
    },
    "role": {
        "ACCOUNTS_PAYABLE": ("crediteurenadministratie", "accounts payable"),
        "REPRESENTATIVE": ("vertegenwoordiger", "representative"),
        "PARTNER": ("medeaansprakelijk", "jointly liable"),
        "OTHER": ("contactpersoon", "contact"),
    },
    "barred": {
        "DEMAND": ("schriftelijke aanmaning", "written demand"),
        "RESERVATION": ("voorbehoud van nakoming", "reservation of performance"),
        "ACKNOWLEDGEMENT": ("erkend door de debiteur", "acknowledged by the debtor"),
        "CONSUMER_SALE": ("koop door een consument", "bought by a consumer"),
        "OTHER": ("anders", "otherwise"),
    },
    "plan_outcome": PLAN_OUTCOMES,
    "question": BECAUSE,
    "difference": DIFFERENCES,
    "strategy": STRATEGY_CHOICES,
}


def text_kind_words(code: str, language: str) -> str:
    """Return which message a text is for: that of a stage, or the one that a business gets in the notice's place."""
    if code == "LAST_REMINDER":
        return (
            "last reminder (to a business)" if language == "en" else "laatste herinnering (aan een bedrijf)"
        )
    return stage_words(code, language)


def words(kind: str, code: str, language: str) -> str:
    """Return a code in words. A code that has none yet is shown in lower case, so that nothing is hidden."""
    if kind in _DOMAIN and code:
        try:
            return _DOMAIN[kind](code, language)
        except KeyError:
            return _plain(code)
    pair = WORDS.get(kind, {}).get(code)
    return _plain(code) if pair is None else pair[language == "en"]


_DOMAIN = {
    "text_kind": text_kind_words,
    "act": act_words,
    "person_first": person_first_words,
    "reason": reason_words,
    "stage": stage_words,
}


def _plain(code: str) -> str:
    return code.replace("_", " ").lower()
