"""The texts beside those of reminders: what is said by telephone, and what asks for nothing, with the words of each.

They stand in files of their own (`spoken.toml`, `replies.toml`), and a language may lack them. Each place has the
words that are filled in there, and the choices that can be made there.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from voldaan.domain.wording.facts import REPLY_TOPICS, TEXT_KEYS

SPOKEN_STAGES: Final = frozenset(TEXT_KEYS) - {"FOURTEEN_DAY_NOTICE"}
"""The texts that can be said by telephone: a notice cannot."""
_MAIL: Final = frozenset({"subject", "title", "opening"})
SPOKEN: Final[Mapping[str, frozenset[str]]] = {
    "spoken": frozenset({"SMS", "CALL", "EMAIL", "POST"}),
    "sms": frozenset(
        "own agency pay pay_elsewhere ask_phone ask_mail signed neutral neutral_phone neutral_mail one many".split()
    ),
    "sms.one": SPOKEN_STAGES,
    "sms.many": SPOKEN_STAGES,
    "call": frozenset(
        "first first_person first_organisation first_lines who who_own who_agency earlier facts invoice more total box "
        "until nothing ask ask_lines agree agree_lines agree_person never never_lines close close_phone close_mail "
        "complaints".split()
    ),
}
"""The tables of `spoken.toml`, each with its names."""
REPLIES: Final[Mapping[str, frozenset[str]]] = {
    "replies": frozenset("reach invoices counted and debtor_number not_along unknown".split()),
    "thanks": _MAIL,
    # Whoever answers in own words brings the sentences.
    "answer": _MAIL - {"opening"},
    "confirmation": frozenset(REPLY_TOPICS),
    **{f"confirmation.{topic}": _MAIL for topic in REPLY_TOPICS},
    "statement_mail": _MAIL,
    "statement": frozenset(
        "title period processed note opening added taken closing open_heading nothing_open together unused "
        "ageing_heading NOT_DUE D30 D60 D90 OLDER entries_heading nothing_happened column_invoice column_issued "
        "column_due column_subject column_amount column_open column_day column_what column_numbers column_change "
        "INVOICE PAYMENT RETURNED CREDIT_NOTE CORRECTION disputed handed_over left_out file_name sheet_open "
        "sheet_entries page".split()
    ),
}
"""The tables of `replies.toml`, each with its names."""
TABLES: Final = {**SPOKEN, **REPLIES}
SPOKEN_SECTIONS: Final = frozenset(name for name in SPOKEN if "." not in name)
REPLY_SECTIONS: Final = frozenset(name for name in REPLIES if "." not in name)

SECTIONS: Final = (
    "sms",
    "call",
    "thanks",
    "confirmation",
    "answer",
    "replies",
    "statement_mail",
    "statement",
)
"""The parts beside the reminders that a person changes one by one."""

_COUNTED: Final = (frozenset({"one", "many"}),)
_REPLY_AXES: Final = (
    frozenset({"own", "agency"}),
    *_COUNTED,
    frozenset({"copy", "no_copy"}),
    frozenset({"by_both", "by_phone", "by_mail", "by_paper"}),
)
_SPOKEN_WORDS: Final = frozenset(
    "amount complaints count creditor debtor due earlier earlier_by email iban invoice mark number pay_by "
    "payments_until person phone reference sender signer".split()
)
_REPLY_WORDS: Final = frozenset(
    "count creditor day day_weekday debtor first_day invoices person phone signer".split()
)
_STRANGER_WORDS: Final = frozenset({"creditor", "person", "phone", "signer"})
"""What whoever is not the debtor may read: nothing of the debtor or their invoices."""
_STATEMENT_WORDS: Final = frozenset({"first_day", "day", "payments_until"})
_NONE: Final[frozenset[str]] = frozenset()


class Place(NamedTuple):
    """What a text may hold in one place."""

    words: frozenset[str]
    axes: tuple[frozenset[str], ...] = ()
    """The choices that can be made there."""
    is_name: bool = False
    """It becomes the name of a file or of a sheet."""


_PLACES: Final[tuple[tuple[re.Pattern[str], Place], ...]] = tuple(
    (re.compile(pattern), place)
    for pattern, place in (
        (r"spoken\.(?:SMS|CALL)", Place(frozenset({"debtor"}))),
        (r"spoken\.\w+", Place(_NONE)),
        (r"sms\..+", Place(_SPOKEN_WORDS)),
        (r"call\.invoice", Place(frozenset("invoice issue due open subject".split()))),
        (r"call\.box", Place(frozenset("iban account reference".split()))),
        (r"call\.(?:first|who|facts|ask|agree|never|close|more|nothing)", Place(_NONE)),
        (r"call\.\w+", Place(_SPOKEN_WORDS)),
        (r"replies\.invoices", Place(frozenset({"count", "numbers"}), _COUNTED)),
        (r"replies\.counted", Place(frozenset({"count"}))),
        (r"replies\.reach", Place(_STRANGER_WORDS, _REPLY_AXES)),
        (r"confirmation\.WRONG_PERSON\.\w+", Place(_STRANGER_WORDS, _REPLY_AXES)),
        (r"replies\.not_along", Place(frozenset({"numbers"}), _COUNTED)),
        (r"replies\.\w+", Place(_NONE)),
        (r"statement\.left_out", Place(frozenset({"numbers"}), _COUNTED)),
        (r"statement\.page", Place(frozenset({"page", "pages"}))),
        (r"statement\.(?:file_name|sheet_open|sheet_entries)", Place(_NONE, is_name=True)),
        (r"statement\.\w+", Place(_STATEMENT_WORDS)),
        (r".+", Place(_REPLY_WORDS, _REPLY_AXES)),
    )
)


def place_of(path: str) -> Place:
    """Return what the text at this path may hold."""
    return next(place for pattern, place in _PLACES if pattern.fullmatch(path))
