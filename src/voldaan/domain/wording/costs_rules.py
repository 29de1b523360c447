"""A friendly message claims no costs and no interest, now or later; that there are none may be said in many ways.

A consumer owes costs only after a fourteen-day notice (6:96 paragraph 6 BW), which a friendly message is not. So what
counts as costs is every word for them that the sentence does not make into nothing, and every "geen kosten" that hangs
on a condition.
"""

import re
from collections.abc import Iterator

from voldaan.domain.law.capacity import NOTICE
from voldaan.domain.law.citation import follows
from voldaan.domain.wording import words
from voldaan.domain.wording.finding import Finding, by_law
from voldaan.domain.wording.language_words import LanguageWords
from voldaan.domain.wording.reading import Reading

BEFORE = 130
"""How far before a word for costs is looked for what makes it nothing."""
BEHIND = 90
"""How far behind it is looked for a condition; behind an amount of nothing, in a table, less far."""
BESIDE_AMOUNT = 45


@follows(NOTICE)
def no_costs_are_claimed(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each sentence that names costs or interest which are not nothing."""
    facts = reading.facts
    if facts.notice is not None:
        return
    named: set[tuple[int, int]] = set()
    for found in claims(reading):
        sentence = reading.sentence(found.start())
        if sentence not in named:
            named.add(sentence)
            yield by_law(
                "costs.named",
                NOTICE,
                reading.around(found.start(), found.end()),
                'Name no costs or interest, or say that there are none ("zonder extra kosten", "€ 0,00").',
                (found.start(), found.end()),
            )


def claims(reading: Reading) -> Iterator[re.Match[str]]:
    """Yield each word for costs or interest that the text does not make into nothing."""
    for found in reading.says((*reading.words.more_to_pay, *reading.words.costs), reading.words.cost_endings):
        if not is_nothing(reading, found):
            yield found


def is_nothing(reading: Reading, found: re.Match[str]) -> bool:
    """Test if the sentence says that there are none of these costs, without a condition or an end to it."""
    start, end = reading.sentence(found.start())
    begin = max(start, found.start() - BEFORE)
    before, after = reading.text[begin : found.start()], reading.text[found.end() : end]
    if re.match(r"niet |nog |no longer|not ", found.group(), re.IGNORECASE):
        return False
    behind = reading.text[found.end() : found.end() + 80]
    nothing = words.NOTHING_AFTER.match(behind)
    if nothing:
        return not _hangs_on(after[nothing.end() : max(BESIDE_AMOUNT, nothing.end())], reading.words)
    free = reading.words.free_before.search(before)
    if free is None:
        clause = reading.words.free_after.match(behind)
        return not (
            clause is None or reading.words.only_now.search(after) or _hangs_on(after[:BEHIND], reading.words)
        )
    lead = before[: free.start()]
    if reading.words.only_now_before.search(lead) or reading.words.only_now.search(reading.text[start:end]):
        return False
    if reading.words.only_then.search(before) and not reading.words.not_on_paying.search(
        reading.text[max(0, start - BEFORE) : found.start()]
    ):
        return False
    return not (_hangs_on(before, reading.words, inverted=True) or _hangs_on(after[:BEHIND], reading.words))


def _hangs_on(part: str, known: LanguageWords, *, inverted: bool = False) -> bool:
    """Test if this part of the sentence makes it hang on paying in time."""
    if inverted and known.paying_first.search(part):
        return True
    condition = known.condition.search(part)
    return condition is not None and known.on_paying.search(part, condition.start()) is not None
