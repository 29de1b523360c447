"""What a proposal is, which kinds there are, and a row of the tables on which it rests."""

from typing import Final, Literal, NamedTuple, get_args

AnswerKind = Literal[
    "DECEASED",
    "DEBT_COUNSELLING",
    "DISPUTE",
    "WRONG_PERSON",
    "NEVER_RECEIVED",
    "ALREADY_PAID",
    "CREDIT_PROMISED",
    "SET_OFF",
    "IN_PARTS",
    "MOVED",
    "PURCHASE_ORDER_MISSING",
    "COPY_WANTED",
    "PAID_IN_RUN",
    "PROMISE",
    "ANGER",
    "QUESTION",
]
"""What protects the debtor most stands first, and goes first where equally much speaks for two kinds."""

KINDS: Final[tuple[AnswerKind, ...]] = get_args(AnswerKind)
SENTENCE_SIGNS_MAX: Final = 500


class Proposal(NamedTuple):
    """Which kind of answer a text seems to be, the sentence on which that rests, and how sure it is."""

    kind: AnswerKind
    sentence: str
    """As it stands in the text, at most `SENTENCE_SIGNS_MAX` signs of it."""
    points: int


class Row(NamedTuple):
    """An expression that speaks for a kind, in the notation of `expressions`, with its points from 1 to 100."""

    says: str
    points: int
    unless: tuple[str, ...] = ()
    """Where one of these stands in the same sentence, the row says nothing."""
    why: str = ""
