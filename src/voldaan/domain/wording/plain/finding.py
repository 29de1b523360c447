"""What the reading for plainness answers: one sentence that can be plainer or kinder, why, and what to write."""

from dataclasses import dataclass
from typing import Final, Literal

Code = Literal[
    "sentence.long", "sentence.clauses", "sentence.passive", "sentence.apart", "sentence.nominal",
    "sentence.negation", "sentence.numbers",
    "word.hard", "word.long", "word.short",
    "text.long_sentences", "subject.no_day",
    "tone.refused", "tone.reproach", "tone.threat", "tone.command", "tone.moral", "tone.familiar", "tone.distant",
    "tone.capitals", "tone.exclamation", "tone.mixed",
]  # fmt: skip
"""What can be wrong, in three kinds: how hard it is to read, what the text as a whole lacks, and how it speaks."""
TONE: Final = "tone."
"""How the codes begin that say something of kindness."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainFinding:
    """One piece of advice on one sentence."""

    code: Code
    sentence: str
    place: tuple[int, int]
    """Where what was found begins and ends, in the text as it was given."""
    found: str
    """The words that were found."""
    instead: str = ""
    """Words to write in their place, where there are any."""
    count: int = 0
    """How many there are, where it is a matter of how many."""

    @property
    def is_tone(self) -> bool:
        """Test if it is about kindness, and not about how hard the text is."""
        return self.code.startswith(TONE)
