"""The outcomes of a call in words, in Dutch and English."""

from typing import Final

CALL_WORDS: Final[dict[str, tuple[str, str]]] = {
    "REACHED": ("gesproken met de debiteur", "spoke with the debtor"),
    "NO_ANSWER": ("niet opgenomen", "no answer"),
    "VOICEMAIL": ("voicemail, niets ingesproken", "a machine, no message left"),
    "CALL_BACK": ("terugbellen op een andere dag", "call back on another day"),
    "WRONG_NUMBER": ("verkeerd nummer", "wrong number"),
    "NOT_WANTED": ("wil niet gebeld worden", "does not want to be called"),
}


def call_words(outcome: str, language: str) -> str:
    """Return the outcome of a call in words; a code that is unknown as it is."""
    pair = CALL_WORDS.get(outcome)
    return outcome if pair is None else pair[language == "en"]
