"""A message that thanks, confirms or tells what is open asks for nothing: asking is what a reminder does.

A reminder has its day, its text and its place in a strategy. One that is dressed as something else would have none of
them. Somebody who answers a question in own words may say how to pay: that is what was asked.
"""

import re
from collections.abc import Iterator
from typing import Final

from voldaan.domain.wording.finding import Finding, by_property
from voldaan.domain.wording.reading import Reading

_STEP: Final = r"(?:(?!\b(?:niet|geen|not|no)\b|[.?!] ).){0,90}"
ASKS_TO_PAY: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:(?:wilt|kunt|zou|moet|dient) (?:u|je|jij)|wil je|kun je|(?:u|je|jij) (?:moet|dient|kunt|kan)|gelieve"
        rf"|graag|verzoek\w*|vragen wij|vraag ik|svp|alstublieft)\b{_STEP}"
        r"\b(?:betalen|betaal|betaalt|te voldoen|voldoet|over te maken|overmaken|overmaakt)\b"
        r"|(?:^|[.?!,:;] )(?:betaal|voldoe|maak\b.{0,60}\bover)\b"
        r"|\bherinneren (?:wij|we) u (?:graag )?(?:aan|eraan)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"\b(?:please|kindly|could you|can you|would you|must|need to|ask you to)\b{_STEP}"
        r"\b(?:pay|settle|transfer|remit)\b"
        r"|(?:^|[.?!,:;] )(?:pay|settle|transfer)\b|\bremind you (?:of|that|to)\b",
        re.IGNORECASE,
    ),
}


def asks_for_nothing(reading: Reading) -> Iterator[Finding]:
    """Yield each sentence that asks to pay, in a message of a kind that does not."""
    facts = reading.facts
    if facts.stage == "REPLY":
        return
    for found in reading.matches(ASKS_TO_PAY[facts.language]):
        yield by_property(
            "reply.asks",
            reading.around(found.start(), found.end()),
            "This message asks for nothing. Remove the sentence; a reminder asks.",
            (found.start(), found.end()),
        )
