"""How a sentence asks to pay, in Dutch and English: not in a message that thanks, confirms or tells what is open.

Of another language its folder says it (`[replies]` in `words.toml`).
"""

import re
from typing import Final

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
