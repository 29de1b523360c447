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
"""What takes back, in one sentence, what the words of the law say in another."""

_NL: Final = (
    r"(?:de(?:ze)? (?:veertiendagen)?brief|deze (?:e-?mail|mail|aanmaning|herinnering)|dit (?:e-?mail)?bericht"
    r"|dit schrijven)"
)
_EN: Final = r"th(?:is|e) (?:(?:fourteen-day |14-day )?notice|letter|e-?mail|message|reminder|demand)"
_SOME: Final = r"(?:(?!niet\b|not\b|never\b|nooit\b)[\w'-]+ ){0,4}"
"""A few words, none of which says the contrary."""
_NL_GONE: Final = (
    r"(?:vervallen|ingetrokken|herroepen|ongeldig|nietig|niet (?:meer|langer) (?:geldig|van (?:kracht|toepassing))"
    r"|niet van toepassing)\b"
)
_NL_IN_ERROR: Final = r"(?:abusievelijk|per (?:ongeluk|abuis)|bij vergissing|ten onrechte)\b"
_NL_NOT_SENT: Final = r"(?:ge(?:schreven|stuurd|zonden|kregen)|ver(?:zonden|stuurd)|ontvangen|bestaand)"
_NL_COUNTS_NOT: Final = r"niet\b(?! (?:als|voor|alleen)\b)"
_EN_GONE: Final = r"(?:not|never|unsent|unwritten|withdrawn|void|cancell?ed|revoked)\b"
_EN_SEEN: Final = r"(?:to be |as )?(?:if )?(?:it )?(?:(?:was|were|had|having|been) )*"


def _any(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(ways), re.IGNORECASE)


SET_ASIDE: Final[dict[str, re.Pattern[str]]] = {
    "nl": _any(
        rf"{_NL}[^.?!]{{0,60}}\bals (?:niet|nooit) (?:aan (?:u|je) )?(?:te zijn )?{_NL_NOT_SENT}",
        rf"{_NL} {_SOME}als (?:vervallen|ingetrokken|onverzonden|ongeschreven)\b",
        rf"{_NL} {_SOME}geacht (?:niet|nooit|(?:te zijn )?(?:vervallen|ingetrokken))\b",
        rf"{_NL} (?:komt te|{_SOME}(?:is|wordt|werd|was) {_SOME}) ?{_NL_GONE}",
        rf"(?<!met ){_NL} (?:dan )?vervalt(?! niet\b)|\bvervalt {_NL}(?! niet\b)",
        rf"\b(?:is|wordt) {_NL} {_SOME}{_NL_GONE}|{_NL} (?:is|werd) {_SOME}{_NL_IN_ERROR}",
        rf"\btrek(?:ken|t)? (?:wij |we |ik )?(?:hierbij )?{_NL} {_SOME}in\b",
        rf"{_NL} (?:geldt|telt) {_SOME}{_NL_COUNTS_NOT}|\b(?:geldt|telt) {_NL} {_SOME}{_NL_COUNTS_NOT}",
        rf"{_NL} heeft {_SOME}geen (?:\w+ )?(?:gevolgen|betekenis|waarde|rechtskracht)\b"
        r"(?! voor (?:uw|je|jouw|de|het)\b)",
        r"\bhoe(?:ft|f|ven) (?:u |je |jij )?(?:zich |je )?(?:niet |niets |verder )*"
        rf"(?:op|met|van) {_NL} (?:verder )?(?:niet |niets )?(?:meer )?(?:te (?:reageren|doen)|aan te trekken)",
        rf"\bniets? (?:meer )?te (?:reageren op|doen met) {_NL}",
        rf"\b(?:reactie|reageren) op {_NL} (?:is niet nodig|hoeft niet)",
        rf"{_NL} {_SOME}(?:te )?(?:negeren|genegeerd|weggooien|weggegooid|weg te gooien|verscheuren)\b",
        rf"{_NL} {_SOME}(?:terzijde|naast (?:u|je|zich)) (?:neer)?(?:te )?leggen\b",
        rf"\b(?:leg|gooi)t? (?:u |je )?{_NL} {_SOME}(?:weg|terzijde|opzij)\b",
        rf"\balsof (?:u |je |wij |we )?{_NL} (?:niet|nooit)\b",
        rf"\b(?:negeert?|vergeet) (?:u |je )?{_NL}(?! niet\b)",
    ),
    "en": _any(
        rf"(?<!not )(?<!n't )(?<!never )\b(?:disregard|ignore|discard|forget) {_EN}",
        rf"\b(?:consider|treat|regard|deem)\w* {_EN} {_EN_SEEN}{_EN_GONE}",
        rf"{_EN} {_SOME}(?:considered|treated|regarded|deemed) {_EN_SEEN}{_EN_GONE}",
        rf"{_EN} (?:is|was|(?:will|may|can|should) be) {_SOME}(?:disregarded|ignored|withdrawn|cancell?ed|void)\b",
        rf"\bthrow {_EN} away|\bthrow away {_EN}",
        rf"{_EN} (?:is|was) (?:no longer|not) (?:valid|in force|applicable)\b(?! (?:as|for)\b)",
        rf"{_EN} (?:lapses|has lapsed)|\bwithdraw {_EN}|{_EN} does not (?:apply|count)\b",
        rf"{_EN} has no (?:legal )?(?:effect|meaning)",
        rf"\b(?:need not|need to|have to|needn't) (?:respond to|react to|act on|do anything about) {_EN}",
    ),
}
"""What sets the message itself aside. Of whoever has paid it may be said; see `PAID`."""
_NL_PAID: Final = r"(?:betaald|voldaan|overgemaakt)\b"
PAID: Final[dict[str, re.Pattern[str]]] = {
    "nl": _any(
        r"\b(?:al|(?<!niet )alles|inmiddels|intussen|ondertussen|reeds|zojuist|net|gisteren|pas) "
        rf"(?:helemaal |volledig |hebt |heeft |heb |hebben )?{_NL_PAID}",
        r"\bbetaalde (?:u|je|jij) (?:(?!niet\b)\w+ ){0,3}(?:al|dagen|week|gisteren|vandaag)\b",
        r"\bbetaling (?:(?!niet\b|nog\b)\w+ ){0,2}(?:verricht|gedaan|onderweg)\b",
        rf"\b(?:hebt|heeft|heb) (?:u|je|jij) (?:(?!niet\b|nog\b)\w+ ){{0,4}}{_NL_PAID}",
        r"\bbetaling\b[^.?!]{0,40}\bgekruist\b",
    ),
    "en": _any(
        r"\b(?:already|just|recently|since|have|has|you've) (?:paid|settled)\b",
        r"\bpaid (?:already|in the meantime|recently)\b|\bhave you (?:already )?(?:paid|settled)\b",
        r"\bpayment\b[^.?!]{0,40}\bcrossed\b",
    ),
}
"""The one condition on which a notice may set itself aside: its reader has paid, and no term runs for them."""
THEN: Final[dict[str, re.Pattern[str]]] = {
    "nl": _any(r"\s*(?:dan|in dat geval)\b", r"\s*[^.?!,]{0,50}\b(?:brief|mail|bericht|aanmaning) dan\b"),
    "en": _any(r"\s*(?:then|in that case|if so|please|you (?:can|may) then)\b"),
}
"""How a sentence goes on from a question before it."""
