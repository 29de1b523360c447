"""What one linked payment teaches of an account: whence it pays, under which name, and how it writes.

>>> from datetime import date
>>> payment = PaymentFacts(1, 5000, date(2026, 3, 2), counterparty_name="M. Vlas")
>>> lessons(payment, 7, style="TAIL", names=["P. Kaars"])
(Habit(account_id=7, kind='NAME', value='m. vlas', times=1), Habit(account_id=7, kind='STYLE', value='TAIL', times=1))
"""

import re
from collections.abc import Collection, Iterable
from typing import Literal

from voldaan.domain.identifiers import compact_iban
from voldaan.domain.matching.facts import Habit, HabitKind, PaymentFacts
from voldaan.domain.matching.names import plain_letters
from voldaan.domain.matching.payers.intermediaries import intermediary_kind
from voldaan.domain.matching.payers.name_parts import bearers_of, name_keys
from voldaan.domain.matching.payers.name_words import COMMON_WORDS, FIRST_NAMES

Style = Literal["WHOLE", "TAIL", "NONE"]
"""How an invoice was named: by its whole number, by the end of it, or not at all."""

WORDS_LEARNED = 3
WORD_LETTERS_MIN = 4
NUMBER_SIGNS_MIN, NUMBER_SIGNS_MAX = 5, 20

_NUMBER = re.compile(r"[a-z]{0,4}[0-9]+")
_DAY = re.compile(r"(?:19|20)\d{6}|[0-3]\d[01]\d(?:19|20)?\d\d")


def lessons(
    payment: PaymentFacts,
    account_id: int,
    words: Collection[str] = (),
    style: Style | None = None,
    *,
    names: Iterable[str] = (),
    intermediaries: Collection[str] = (),
) -> tuple[Habit, ...]:
    """Return what a payment that was linked teaches of the account that it paid, each once.

    `words` are the words and numbers of the remittance without those that named an invoice, `names` what the debtor
    is called, `intermediaries` the IBANs of those who pass on money for this client. Who passes on money teaches
    neither an IBAN nor a name.
    """
    found: list[tuple[HabitKind, str]] = []
    iban = compact_iban(payment.counterparty_iban)
    own_names = tuple(names)
    if intermediary_kind(payment.counterparty_name) is None and iban not in intermediaries:
        if iban and iban != compact_iban(payment.bank_iban):
            found.append(("IBAN", iban))
        found += [("NAME", key) for key in _new_names(payment.counterparty_name, own_names)]
    found += [("NAME", key) for key in _new_names(payment.ultimate_name, own_names)]
    if words:
        found += [("WORD", word) for word in _telling(words, payment, own_names)]
    if style is not None:
        found.append(("STYLE", style))
    return tuple(Habit(account_id, kind, value, 1) for kind, value in dict.fromkeys(found))


def _new_names(name: str, own: tuple[str, ...]) -> list[str]:
    """Return the keys of a name under which the debtor is not known."""
    known = {key for one in own for key in name_keys(one)}
    return [key for key in name_keys(name) if key not in known and intermediary_kind(key) is None]


def _telling(words: Iterable[str], payment: PaymentFacts, own: tuple[str, ...]) -> list[str]:
    """Return the few words that another payer would hardly write: no names, days, common words; the longest first."""
    named = {
        word
        for name in (*own, payment.counterparty_name, payment.ultimate_name)
        for bearer in bearers_of(name)
        for word in bearer.words
    }
    left_out = named | COMMON_WORDS | FIRST_NAMES
    chosen = {
        plain for word in words if (plain := plain_letters(word)) not in left_out and _is_telling(plain)
    }
    return [word.upper() for word in sorted(chosen, key=lambda word: (-len(word), word))[:WORDS_LEARNED]]


def _is_telling(word: str) -> bool:
    if word.isalpha():
        return len(word) >= WORD_LETTERS_MIN
    is_number = _NUMBER.fullmatch(word) is not None and not _DAY.fullmatch(word)
    return is_number and NUMBER_SIGNS_MIN <= len(word) <= NUMBER_SIGNS_MAX
