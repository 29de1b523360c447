"""All that the guard knows of one language, as one value: of Dutch and English from code, of any other from its folder.

The tables of Dutch and English know how people talk around costs, terms and threats, and what denies them. Of another
language the folder gives plain words, and the guard takes the careful side: what only a table could excuse is refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from voldaan.domain.text.day_names import NO_NAMES, DayNames, day_names
from voldaan.domain.wording import conduct_words, term_words, words
from voldaan.domain.wording.informal import also_informal
from voldaan.domain.wording.reply_words import ASKS_TO_PAY

Pattern = re.Pattern[str]
NEVER: Final = re.compile(r"(?!)")
ALWAYS: Final = re.compile("")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWords:
    """The words of one language. What each field is for stands at its table in `words` and its neighbours."""

    language: str
    costs: tuple[str, ...]
    cost_endings: tuple[str, ...]
    more_to_pay: tuple[str, ...]
    free_before: Pattern
    free_after: Pattern
    only_now_before: Pattern
    only_now: Pattern
    only_then: Pattern
    not_on_paying: Pattern
    condition: Pattern
    on_paying: Pattern
    paying_first: Pattern
    specified: tuple[tuple[str, Pattern], ...]
    forbidden: tuple[str, ...]
    deniable: Pattern
    denied_before: Pattern
    denied_after: Pattern
    true_of_now: Pattern
    hangs: Pattern
    collection: tuple[str, ...]
    true_of_an_agency: str
    never_planned: tuple[str, ...]
    relative: tuple[str, ...]
    promise: Pattern
    asks_softly: Pattern
    names_a_term: Pattern
    not_needed: Pattern
    not_able_before: Pattern
    not_able_after: tuple[Pattern, Pattern]
    asks: Pattern
    age_before: Pattern
    age_after: Pattern
    last_day: Pattern
    day_names: DayNames = NO_NAMES
    """The names of months and days of the week, where they are not Dutch or English."""
    reference_labels: tuple[str, ...] = ()
    """What stands before the number of an invoice, beside the Dutch and English words."""
    counted: tuple[str, ...] = ()
    """What is counted in front of: the plural of the invoice."""
    counted_accounts: tuple[str, ...] = ()
    today_label: Pattern = NEVER
    total_label: Pattern = NEVER
    day_labels: tuple[tuple[Pattern, str], ...] = words.DAY_LABELS
    name_labels: tuple[tuple[str, Pattern], ...] = words.NAME_LABELS
    greeting_words: frozenset[str] = words.GREETING_WORDS
    closing: Pattern = words.CLOSING
    complaint: Pattern = words.COMPLAINT
    on_behalf: str = words.ON_BEHALF
    sign_behind: bool = False
    """The sign of the euro stands behind its amount."""
    asks_to_pay: Pattern | None = None
    """How a sentence asks to pay, which no thank-you, confirmation or statement does. None: its folder does not say it,
    and in that language nobody can look at such a message."""


_TABLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "costs": words.COSTS,
    "cost_endings": words.COST_ENDINGS,
    "more_to_pay": words.MORE_TO_PAY,
    "free_before": words.FREE_BEFORE,
    "free_after": words.FREE_AFTER,
    "only_now_before": words.ONLY_NOW_BEFORE,
    "only_now": words.ONLY_NOW,
    "only_then": words.ONLY_THEN,
    "not_on_paying": words.NOT_ON_PAYING,
    "condition": words.CONDITION,
    "on_paying": words.ON_PAYING,
    "paying_first": words.PAYING_FIRST,
    "specified": words.SPECIFIED,
    "forbidden": conduct_words.NON_TONE,
    "deniable": conduct_words.DENIABLE,
    "denied_before": conduct_words.DENIED_BEFORE,
    "denied_after": conduct_words.DENIED_AFTER,
    "true_of_now": conduct_words.TRUE_OF_NOW,
    "hangs": conduct_words.HANGS,
    "collection": conduct_words.COLLECTION,
    "true_of_an_agency": conduct_words.TRUE_OF_AN_AGENCY,
    "never_planned": conduct_words.NEVER_PLANNED,
    "relative": term_words.RELATIVE,
    "promise": term_words.PROMISE,
    "asks_softly": term_words.ASKS_SOFTLY,
    "names_a_term": term_words.NAMES_A_TERM,
    "not_needed": term_words.NOT_NEEDED,
    "not_able_before": term_words.NOT_ABLE_BEFORE,
    "not_able_after": term_words.NOT_ABLE_AFTER,
    "asks": term_words.ASKS,
    "age_before": term_words.AGE_BEFORE,
    "age_after": term_words.AGE_AFTER,
    "last_day": term_words.LAST_DAY,
}
IN_CODE: Final = ("nl", "en")
"""The languages that the tables know."""


@lru_cache(maxsize=4)
def words_in_code(language: str) -> LanguageWords:
    """Return the words of Dutch or English; of Dutch, what is said with "u" also with "je".

    Raises:
        ValueError: the tables do not know the language: its words come from its folder (`words_from_folder`).
    """
    if language not in IN_CODE:
        raise ValueError(
            f'The guard has no words for the language "{language}", so it cannot look at this text. '
            f"Give it those of the folder texts/{language}/words.toml."
        )
    rows = {name: table[language] for name, table in _TABLES.items()}
    if language == "nl":
        rows = {name: also_informal(row) for name, row in rows.items()}
    return LanguageWords(language=language, asks_to_pay=ASKS_TO_PAY[language], **rows)


NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "costs": ("names", "endings", "more_to_pay", "nothing", "between", "conditions", "for_now", "interest"),
    "conduct": ("forbidden", "never", "collection"),
    "terms": ("relative", "promise", "asks", "last_day", "before_day"),
    "labels": (
        "to_pay", "total", "issue_date", "due_date", "payments_until", "extended_term", "on_behalf", "account_name",
        "greeting", "greeting_words", "closing", "complaint", "reference", "invoices", "accounts",
    ),
}  # fmt: skip
"""What `words.toml` says, section by section: each a list of words or phrases."""
FOR_REPLIES: Final = "replies"
MAY_LACK: Final[Mapping[str, tuple[str, ...]]] = {FOR_REPLIES: ("asks",)}
"""What it may lack: without it, what asks for nothing is not written in that language."""


def problems_of(tree: Mapping[str, Any]) -> Iterator[str]:
    """Yield what must be mended in the words of a language before the guard can use them."""
    for section in sorted(tree.keys() - NEEDED.keys() - MAY_LACK.keys()):
        yield f'"{section}" is not used: remove it or correct its name.'
    there = {section: names for section, names in MAY_LACK.items() if section in tree}
    for section, names in {**NEEDED, **there}.items():
        given = tree.get(section, {})
        if not isinstance(given, Mapping):
            yield f'"{section}" must be a section with lists of words.'
            continue
        for name in sorted(given.keys() - set(names)):
            yield f'"{section}.{name}" is not used: remove it or correct its name.'
        for name in names:
            if not _is_list(given.get(name)):
                yield f'"{section}.{name}" must be a list of words that are not empty.'


def words_from_folder(
    language: str, tree: Mapping[str, Any], *, months: Any, weekdays: Any, amount: str = ""
) -> LanguageWords:
    """Return the words of a language as its folder gives them: phrases in which `*` ends a word and `#` is a number.

    `months`, `weekdays` and `amount` are those of its figures: names, and how it writes an amount in euros.

    Raises:
        ValueError: something is missing or has another form; every place is named.
    """
    wrong = tuple(problems_of(tree))
    if wrong:
        raise ValueError(f"The words for {language} must be mended: " + " ".join(wrong))
    costs, labels = tree["costs"], tree["labels"]
    return LanguageWords(
        language=language,
        **_costs(costs),
        **_conduct(tree["conduct"]),
        **_terms(tree["terms"]),
        day_names=day_names(months, weekdays),
        reference_labels=_phrases(labels["reference"]),
        counted=_phrases(labels["invoices"]),
        counted_accounts=_phrases(labels["accounts"]),
        today_label=_right_before(labels["to_pay"]),
        total_label=_right_before(labels["total"]),
        day_labels=(
            *words.DAY_LABELS,
            *((_right_before(labels[name]), name) for name in ("issue_date", "due_date", "payments_until")),
            (_right_before(labels["extended_term"]), "pay_by"),
        ),
        name_labels=(*words.NAME_LABELS, *_names(labels)),
        greeting_words=words.GREETING_WORDS | {word.lower() for word in labels["greeting_words"]},
        closing=_anywhere([*labels["closing"], words.CLOSING.pattern], raw_last=True),
        complaint=_anywhere([*labels["complaint"], words.COMPLAINT.pattern], raw_last=True),
        on_behalf=f"{words.ON_BEHALF}|{'|'.join(_phrases(labels['on_behalf']))}",
        sign_behind=amount.startswith("{amount}"),
        asks_to_pay=_anywhere(tree[FOR_REPLIES]["asks"]) if FOR_REPLIES in tree else None,
    )


def _costs(given: Mapping[str, Any]) -> dict[str, Any]:
    nothing, between = "|".join(_phrases(given["nothing"])), "|".join(_phrases(given["between"]))
    for_now = "|".join(_phrases(given["for_now"]))
    return {
        "costs": _phrases((*given["names"], *given["interest"])),
        "cost_endings": _phrases(given["endings"]),
        "more_to_pay": _phrases(given["more_to_pay"]),
        "free_before": re.compile(
            rf"(?:\b(?:{nothing})|€ ?0(?:[.,]00)?)(?:,? (?:{between})-?){{0,7}},? ?[\w-]{{0,24}}$", re.IGNORECASE
        ),
        "free_after": NEVER,
        "only_now_before": re.compile(rf"\b(?:{for_now}) $", re.IGNORECASE),
        "only_now": _anywhere(given["for_now"]),
        "only_then": NEVER,
        "not_on_paying": NEVER,
        "condition": _anywhere(given["conditions"]),
        "on_paying": ALWAYS,
        "paying_first": NEVER,
        "specified": (
            ("interest", _anywhere([f"*{word}" for word in given["interest"]])),
            ("costs", _anywhere([f"*{word}" for word in given["names"]])),
        ),
    }  # fmt: skip


def _conduct(given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "forbidden": _phrases(given["forbidden"]),
        "deniable": NEVER,
        "denied_before": NEVER,
        "denied_after": NEVER,
        "true_of_now": NEVER,
        "hangs": ALWAYS,
        "collection": _phrases(given["collection"]),
        "true_of_an_agency": NEVER.pattern,
        "never_planned": _phrases(given["never"]),
    }


def _terms(given: Mapping[str, Any]) -> dict[str, Any]:
    last, strict = "|".join(_phrases(given["last_day"])), "|".join(_phrases(given["before_day"]))
    return {
        "relative": _phrases(given["relative"]),
        "promise": _anywhere(given["promise"]),
        "asks_softly": _anywhere(given["asks"]),
        "names_a_term": _anywhere(given["last_day"]),
        "not_needed": NEVER,
        "not_able_before": NEVER,
        "not_able_after": (NEVER, NEVER),
        "asks": _anywhere(given["asks"]),
        "age_before": NEVER,
        "age_after": NEVER,
        "last_day": re.compile(rf"(?:\b(?:{last})|(?P<strict>\b(?:{strict})))(?: :|:)? ?$", re.IGNORECASE),
    }


def _names(labels: Mapping[str, Any]) -> tuple[tuple[str, Pattern], ...]:
    """Return the words behind which one of the parties is named."""
    name = r"(?P<name>[A-ZÀ-Þ0-9][^,.;:!?()]{1,80})"
    behalf, account, greeting = (
        "|".join(_phrases(labels[one], small=False)) for one in ("on_behalf", "account_name", "greeting")
    )
    return (
        ("creditor", re.compile(rf"\b(?i:{behalf}) {name}")),
        ("account", re.compile(rf"\b(?i:{account}):? {name}")),
        ("debtor", re.compile(rf"(?:^|(?<=[.!?:] ))(?:{greeting}) (?P<name>[^,;:!?]{{1,80}}),")),
    )


def _is_list(given: Any) -> bool:
    return (
        isinstance(given, list) and bool(given) and all(isinstance(one, str) and one.strip() for one in given)
    )


def _phrases(given: Any, *, small: bool = True) -> tuple[str, ...]:
    """Return these phrases as patterns: `*` stands for the rest of a word, `#` for a number."""
    return tuple(
        re.escape(" ".join((one.lower() if small else one).split()))
        .replace(r"\*", r"\w{0,24}")
        .replace(r"\#", r"\d{1,3}")
        .replace(r"\ ", " ")
        for one in given
    )


def _anywhere(given: Any, *, raw_last: bool = False) -> Pattern:
    """Return the pattern of these phrases as whole words; the last is a pattern already where that is said."""
    phrases, last = (_phrases(given[:-1]), (given[-1],)) if raw_last else (_phrases(given), ())
    return re.compile("|".join([rf"\b(?:{'|'.join(phrases)})(?!\w)", *last]), re.IGNORECASE)


def _right_before(given: Any) -> Pattern:
    return re.compile(rf"\b(?:{'|'.join(_phrases(given))})(?: ?:)? ?$", re.IGNORECASE)
