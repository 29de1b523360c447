"""The words that a friendly message must not say, per language. Data for the guard; each row gives its reason.

Patterns are matched on whole words in any case, with white space of any kind as one space.
"""

from typing import Final

NON_TONE: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        r"sommaties?", r"sommeren", r"sommeert", r"sommeer", r"gesommeerd", r"in gebreke", r"ingebrekestelling",
        r"in verzuim", r"verzuimd", r"middels", r"reeds", r"te voldoen", r"voldoet u", r"voldoen", r"dagtekening",
        r"ondanks", r"nalatig", r"nalatigheid", r"nalaat", r"wanbetaler", r"wanbetaling", r"laatste waarschuwing",
        r"laatste kans", r"onmiddellijk", r"onverwijld", r"per omgaande", r"per direct", r"dringend", r"eisen",
        r"u bent verplicht", r"u dient", r"dient u", r"ten onrechte niet", r"uw schuld", r"helaas moeten wij",
        r"tot onze spijt", r"aanmaning", r"aanmanen", r"bij gebreke",
    ),
    "en": (
        r"we demand", r"demands?", r"demanded", r"final warning", r"last warning", r"final notice", r"last chance",
        r"immediately", r"forthwith", r"without delay", r"failure to", r"failed to", r"fail to", r"in default",
        r"delinquent", r"defaulter", r"despite", r"neglected", r"negligent", r"you must", r"you are obliged",
        r"your debt", r"urgent", r"herewith", r"hereby",
    ),
}  # fmt: skip
"""Reproach, pressure and old office language (they bring stress, not payment)."""

COSTS: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        r"kosten", r"(?:handels|verzuim|vertragings)?rente(?:vergoeding)?", r"boetes?", r"toeslag",
        r"schadevergoeding", r"kostenvergoeding", r"duurder",
    ),
    "en": (
        r"costs?", r"interest", r"fees?", r"charges?", r"charged", r"penalt(?:y|ies)", r"fines?", r"surcharges?",
        r"compensation", r"more expensive",
    ),
}  # fmt: skip
"""What a message without costs may only name as nothing (art. 6:96 lid 6 BW)."""

COST_ENDINGS: Final[dict[str, tuple[str, ...]]] = {"nl": (r"kosten", r"toeslag"), "en": ()}
"""What makes a longer word one of these: "incassokosten", "administratiekosten"."""

COST_FREE_BEFORE: Final[dict[str, str]] = {
    "nl": r"(?<!nog )(?<!nu )(?<!vooralsnog )\b(?:zonder|geen)(?: extra| verdere)?(?: rente(?: en| of))? \w{0,24}$",
    "en": r"(?<!yet )(?<!now )\b(?:without|no|free of)(?: extra| further)?(?: interest(?: and| or))? \w{0,24}$",
}
"""What makes it nothing when it stands right before: "zonder extra", "geen". Not "nog geen", which is a threat."""

COST_FREE_AFTER: Final = r"^(?: ?:)? ?(?:€ ?|eur )0[.,]00(?!\d)"
"""What makes it nothing when it stands right behind: "€ 0,00"."""

CONDITION_AFTER: Final[dict[str, str]] = {
    "nl": r"^[^.?!\n]{0,40}\b(?:als|indien|mits|zolang|tenzij|tot|wanneer|daarna)\b",
    "en": r"^[^.?!\n]{0,40}\b(?:if|provided|as long as|unless|until|when|afterwards)\b",
}
"""What takes it back in the same sentence: "geen kosten als u …" says that otherwise there are costs."""

RELATIVE_TERM: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        r"veertien dagen",
        r"vijftien dagen",
        r"\d{1,2} (?:werk)?dagen",
        r"dagen na (?:dagtekening|heden|ontvangst)",
    ),
    "en": (
        r"fourteen days",
        r"fifteen days",
        r"\d{1,2} (?:working )?days",
        r"days (?:of|after) (?:receipt|the date)",
    ),
}
"""A friendly message names a day. A term in days is the fourteen-day notice's, which it must not resemble."""

COLLECTION: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        r"(?:pre-|pré-)?incasso(?!kosten|dienst)\w{0,16}", r"overdragen", r"overgedragen", r"overdracht",
        r"uit handen (?:te )?geven", r"uit handen gegeven", r"volgende stap",
    ),
    "en": (
        r"collection(?! costs| services?\b)(?: agency)?", r"collectors?", r"debt collection", r"hand(?:ed)? over",
        r"hand(?:ed)? the invoices? over", r"next step",
    ),
}  # fmt: skip
"""A step that may be named only where the client has ordered it."""

NEVER_PLANNED: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        r"deurwaarders?", r"dagvaard\w{0,12}", r"rechters?", r"rechtbank", r"kantonrechter", r"gerechtelijk\w{0,4}",
        r"juridisch\w{0,4}", r"beslag", r"beslaglegging", r"loonbeslag", r"advocaat", r"procedure", r"faillissement",
        r"faillissementsaanvraag", r"bkr", r"zwarte lijst", r"kredietregistratie", r"rechtsmaatregelen",
        r"aangifte", r"politie",
    ),
    "en": (
        r"bailiffs?", r"courts?", r"summons", r"legal (?:action|steps|proceedings|measures)", r"proceedings",
        r"lawsuit", r"sue", r"seizure", r"seize", r"attachment of", r"lawyers?", r"solicitors?", r"attorneys?",
        r"bankruptcy", r"credit rating", r"credit bureau", r"blacklist\w{0,3}", r"police",
    ),
}  # fmt: skip
"""Measures that do not belong to the friendly step at all (art. 13 Wki)."""
