"""What a fourteen-day notice says, and what it must not say beside that. Per language."""

import re
from typing import Final

MESSAGE: Final[dict[str, str]] = {
    "nl": r"(?:deze brief|deze e-mail|deze mail|dit bericht|deze aanmaning)",
    "en": r"(?:this letter|this e-?mail|this message|this notice)",
}
FIGURES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "nl": (("veertien", "14"), ("vijftien", "15")),
    "en": (("fourteen", "14"), ("fifteen", "15")),
}
LAST_DAY: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"(?<!verwerkt )\b(?:uiterlijk|niet later dan|deadline|laatste dag|vóór|voor|tot en met|tot"
    r"|t/m)(?: is| :|:)?(?: op| de)? ?$", re.IGNORECASE),
    "en": re.compile(r"\b(?:by|no later than|on or before|before|until|deadline|last day)(?: is| :"
    r"|:)?(?: on)? ?$", re.IGNORECASE),
}  # fmt: skip
"""What stands before the last day of a term; until when payments are processed is none."""

COSTS: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"kosten\b", re.IGNORECASE),
    "en": re.compile(r"\bcosts?\b", re.IGNORECASE),
}
IF_UNPAID: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\bniet (?:op tijd|tijdig|binnen|volledig|betaal)|\bbetaalt u (?:dan )?niet|\bals u (?:dan )?niet"
        r"|\banders\b|\bzo niet\b"
        r"|\bblijft .{0,30}(?:uit|onbetaald)|\bna (?:die|deze) termijn\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\bnot pay|\bnot paid|\bdo not pay|\botherwise\b|\bif not\b|\bunpaid\b|\bafter (?:that|this) term\b",
        re.IGNORECASE,
    ),
}
"""What says that costs follow when nothing is paid."""

VAT: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"(?<!geen )\b(?:btw|omzetbelasting)\b(?!-?(?: ?nummer| ?nr))", re.IGNORECASE),
    "en": re.compile(r"(?<!no )\bVAT\b(?! (?:number|no))", re.IGNORECASE),
}
VAT_DECLARED: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"(?:btw|omzetbelasting).{0,60}niet.{0,20}(?:verrekenen|aftrekken|terugvragen|terugvorderen)"
        r"|niet.{0,40}(?:verrekenen|aftrekken|terugvragen|terugvorderen).{0,60}(?:btw|omzetbelasting)",
        re.IGNORECASE,
    ),
    "en": re.compile(r"(?:cannot|can not|unable to).{0,30}(?:set off|reclaim|recover|deduct).{0,40}VAT"
    r"|VAT.{0,60}(?:cannot|not).{0,20}(?:set off|reclaim|recover|deduct)", re.IGNORECASE),
}  # fmt: skip
INTEREST: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"rente", re.IGNORECASE),
    "en": re.compile(r"\binterest\b", re.IGNORECASE),
}
LAWFUL: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"(?:incasso)?kosten|(?:kosten)?vergoeding|btw over|ver(?:hoogd|meerderd|hogen|meerderen) met|verhoging"
        r"|extra (?:bedrag|betalen|te betalen)|meer (?:moeten |te )?betalen|hoger bedrag",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"costs?|compensation|increased (?:by|with)|additional amounts?|extra amounts?|pay (?:more|extra)"
        r"|added to (?:the|your) (?:amount|bill|balance|invoice)|higher amount|will increase",
        re.IGNORECASE,
    ),
}
"""The words for the costs of the law, and for adding them."""
TAKEN_BACK: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\bkosten\b[^.?!]{0,40}\b(?:al|reeds|toch) (?:verschuldigd|bijgekomen|berekend|opgeteld)"
        r"|\b(?:termijn|veertien dagen)\b[^.?!]{0,60}\b(?:geldt|gelden) (?:\w+ )?niet\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\bcosts\b[^.?!]{0,40}\balready (?:due|owed|added|charged)|\balready owe\b[^.?!]{0,40}\bcosts\b"
        r"|\b(?:term|fourteen days)\b[^.?!]{0,60}\bdo(?:es)? not apply\b",
        re.IGNORECASE,
    ),
}
"""What takes back, in one sentence, what the words of the law say in another. "Paid already? Then this letter does not
count" takes nothing back."""
