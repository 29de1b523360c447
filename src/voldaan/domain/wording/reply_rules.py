"""A message that thanks, confirms or tells what is open asks for nothing: asking is what a reminder does.

A reminder has its day, its text and its place in a strategy. One that is dressed as something else would have none of
them. Somebody who answers a question in own words may say how to pay: that is what was asked.
"""

from collections.abc import Iterator

from voldaan.domain.wording.finding import Finding, by_property
from voldaan.domain.wording.reading import Reading


def asks_for_nothing(reading: Reading) -> Iterator[Finding]:
    """Yield each sentence that asks to pay, in a message of a kind that does not.

    Raises:
        ValueError: the folder of the language does not say how it asks.
    """
    if reading.facts.stage == "REPLY":
        return
    asks = reading.words.asks_to_pay
    if asks is None:
        raise ValueError(
            f'The guard has no words for replies in the language "{reading.facts.language}", so it cannot look at this '
            "text. Give it a section [replies] in words.toml, or write the message in another language."
        )
    for found in reading.matches(asks):
        yield by_property(
            "reply.asks",
            reading.around(found.start(), found.end()),
            "This message asks for nothing. Remove the sentence; a reminder asks.",
            (found.start(), found.end()),
        )
