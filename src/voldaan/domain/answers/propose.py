"""Which kind of answer a text seems to be: the strongest expression of each kind, and the sentence it stands in."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from voldaan.domain.answers.expressions import says
from voldaan.domain.answers.paid_words import PAID_ROWS
from voldaan.domain.answers.paper_words import PAPER_ROWS
from voldaan.domain.answers.paying_words import PAYING_ROWS
from voldaan.domain.answers.people_words import PEOPLE_ROWS
from voldaan.domain.answers.sentences import Sentence, sentences
from voldaan.domain.answers.tone_words import TONE_ROWS
from voldaan.domain.answers.values import KINDS, AnswerKind, Proposal, Row

__all__ = ["ROWS", "AnswerKind", "Proposal", "propose"]

ROWS: Final[dict[AnswerKind, tuple[Row, ...]]] = {
    **PEOPLE_ROWS,
    **PAID_ROWS,
    **PAYING_ROWS,
    **PAPER_ROWS,
    **TONE_ROWS,
}
_OURS = re.compile(r"^\s*(?:re|aw|antw|antwoord|sv|betr|fw|fwd|doorst)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)


def propose(subject: str, words: str) -> tuple[Proposal, ...]:
    """Return the kinds of answer that this text seems to be, the best first; none where nothing speaks.

    `words` is what the sender wrote, without quoted text. A subject that answers ours ("Re: ...") is our own text and
    says nothing. Each kind has the points of its strongest expression, and the first sentence that has it; at equal
    points what protects the debtor most goes first (the order of `AnswerKind`).
    """
    read = list(chain(sentences("" if _OURS.match(subject) else subject), sentences(words)))
    found = chain.from_iterable(_of_kind(kind, read) for kind in KINDS)
    return tuple(sorted(found, key=lambda proposal: -proposal.points))


def _of_kind(kind: AnswerKind, read: list[Sentence]) -> Iterator[Proposal]:
    points = [max((row.points for row in ROWS[kind] if _speaks(row, one)), default=0) for one in read]
    best = max(points, default=0)
    if best:
        yield Proposal(kind, read[points.index(best)].stands, best)


def _speaks(row: Row, sentence: Sentence) -> bool:
    return says(row.says, sentence.plain) and not any(says(other, sentence.plain) for other in row.unless)
