"""The words in which a term hides: days, hours, "per direct", and what only looks like one. Per language."""

import re
from typing import Final

_NUMBER_NL = (
    r"(?:\d{1,3}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien"
    r"|twintig|eenentwintig|dertig|enkele|een paar|anderhalve)"
)
_UNIT_NL = r"(?:(?:werk|kalender)?dagen|(?:werk)?dag|weken|week|maanden|maand|uren|uur)"
_WEEKDAY_NL = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_NUMBER_EN = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen"
    r"|twenty|twenty-one|thirty|a few|the next \d{1,2}|the next few)"
)
_UNIT_EN = r"(?:(?:working |business |calendar )?days?|weeks?|months?|hours?)"
_WEEKDAY_EN = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"

RELATIVE: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        rf"binnen (?:uiterlijk |maximaal |een termijn van |de "
        rf"|nu en )?{_NUMBER_NL} (?:\(\w+\) )?{_UNIT_NL}(?: na \w+)?",
        rf"(?:nog |over |in )?{_NUMBER_NL} (?:werk|kalender)?dagen(?: na \w+)?", r"veertiendaagse termijn",
        rf"{_NUMBER_NL} {_UNIT_NL} (?:na|vanaf) (?:dagtekening|heden|ontvangst|vandaag|verzending|de datum|deze"
        rf"|dit)", r"na (?:dagtekening|heden) van dit", r"per direct", r"per om(?:me)?gaande",
        r"(?:liefst|graag|beste) nu", rf"over {_NUMBER_NL} {_UNIT_NL}", r"onmiddellijk",
        r"onverwijld", r"(?:meteen|direct) (?:te )?(?:betalen|voldoen|over te maken|overmaken)",
        r"betaal (?:direct|meteen|vandaag)", r"nu meteen", r"vandaag nog", r"nog vandaag",
        r"(?:met|vooral) spoed", r"zo spoedig mogelijk", r"spoedig", r"z\.?s\.?m\.?", r"zo snel mogelijk",
        r"(?:nog )?(?:deze|volgende|komende|aanstaande) (?:week|maand)",
        rf"(?:uiterlijk|vóór|voor|tot|niet later dan) (?:vandaag|morgen|overmorgen|het weekend|het einde|eind|einde"
        rf"|(?:aanstaande|komende|volgende|deze|a\.s\.) (?:week|maand|dagen)|{_WEEKDAY_NL}(?! \d)"
        rf"|de {_NUMBER_NL}e\b(?! \w+ \d{{4}}))",
        rf"(?:aanstaande|komende|eerstkomende|volgende) {_WEEKDAY_NL}(?! \d)",
        r"eind(?:e)? (?:van )?(?:de|deze) (?:week|maand|dag)",
        r"(?:eind|begin|half|medio) (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
        r"|november|december)", r"morgen (?:betaald|binnen)", r"dezelfde dag", r"(?:over)?morgen",
        rf"(?:uiterlijk|u (?:heeft|hebt|krijgt)(?: \w+){{0,2}}) {_NUMBER_NL} {_UNIT_NL}",
        rf"{_NUMBER_NL} {_UNIT_NL} de tijd",
        rf"a\.s\. {_WEEKDAY_NL}", r"(?:direct|meteen) nu", r"nu (?:direct|meteen)", r"betaal nu",
        r"(?<!tot )(?<!tot op )(?<!tot aan )heden",
        r"voor (?:\w+ ){0,2}(?:kerst|sinterklaas|pasen|pinksteren|de feestdagen|oud en nieuw)",
        rf"nog {_NUMBER_NL} {_UNIT_NL}",
        r"(?:uiterlijk|vóór|voor) (?:op )?de (?:eerste|laatste|\w+de|\w+ste) (?:dag )?van"
        r" (?:de|deze|volgende) (?:maand|week)",
    ),
    "en": (
        rf"within {_NUMBER_EN} (?:\(\w+\) )?{_UNIT_EN}",
        rf"(?:in |in the next )?(?!an? ){_NUMBER_EN} (?:working |business |calendar )?days?'?",
        rf"in (?:the next )?{_NUMBER_EN} (?:weeks?|hours?|months?)",
        r"within the (?:next )?(?:day|week|month|fortnight)", r"within a fortnight",
        r"(?:a|one|the next) fortnight(?:'s time)?",
        r"days (?:of|after|from) (?:receipt|the date|today|this)", r"immediately", r"forthwith",
        r"without delay", r"at once", r"right (?:now|away)", r"straight away", r"today(?: at the latest)?",
        r"(?:by|before|until|till) tomorrow", r"(?:the day after )?tomorrow",
        r"payment (?:now|today|tomorrow|this week|next week)",
        rf"{_NUMBER_EN} (?:weeks?|months?|hours?)'?s?'? (?:time|from (?:now|today))",
        rf"you have (?:\w+ ){{0,2}}{_NUMBER_EN} {_UNIT_EN}", r"before (?:\w+ )?(?:christmas|easter|new year)",
        r"as soon as possible", r"asap", r"promptly", r"(?:this|next|the coming) (?:week|month)",
        r"(?:before|by|until) the (?:weekend|end)",
        rf"(?:by|before|no later than|until) (?:next |this |coming )?{_WEEKDAY_EN}(?!,? (?:the )?\d|,? (?:jan"
        rf"|feb|mar|apr"
        rf"|may|jun|jul|aug|sep|oct|nov|dec))", rf"(?:next|this|coming) {_WEEKDAY_EN}(?!,? \d)",
        r"end of (?:the|this) (?:week|month|day)", r"by return(?: of post)?",
        r"(?:end of|early|mid-?|late) (?:january|february|march|april|may|june|july|august|september|october"
        r"|november|december)",
    ),
}  # fmt: skip
"""A friendly message names a day. A term in days is the fourteen-day notice's, which it must not resemble."""

SOFT: Final = re.compile(
    rf"over {_NUMBER_NL} {_UNIT_NL}|(?:deze|volgende|komende|aanstaande|nog deze) (?:week|maand)|(?:this|next"
    rf"|the coming) (?:week|month)|today"
    r"|tomorrow"
    r"|(?:over)?morgen|the day after tomorrow|heden|promptly|as soon as possible|asap|zo snel mogelijk|spoedig"
    r"|(?:aanstaande|komende|eerstkomende|volgende|a\.s\.) \w+"
    r"|(?:next|this|coming) \w+"
)
"""What is a term only where the sentence asks to pay."""

PROMISE: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:wij|we|onze)\b.{0,80}\b(?:antwoord\w*|reager\w*|reactie|bevestig\w*|bellen|laten|verwerk\w*"
        r"|sturen|nemen|zoeken|terug\w*|beantwoord\w*|behandel\w*|kijken|helpen|mailen|leveren|komen|storten)\b"
        r"|\b(?:antwoorden|beantwoorden|reageren|bevestigen|bellen|verwerken|sturen|nemen|krijgt|hoort"
        r"|ontvangt|behandelen|kijken|helpen"
        r"|mailen|komen|zoeken|leveren|storten|laten) (?:wij|we|u)\b|\bcontact\b|\bu (?:krijgt|hoort|ontvangt)\b"
        r"|\b(?:bank|banken|overboeking|levering|pakket|zending|post)\b|\bons\b.{0,30}\b(?:bellen|mailen|weten)\b"
        r"|\bik\b.{0,60}\b(?:antwoord|reageer|bevestig|bel|stuur|verwerk|zoek|kijk|help|mail)\b"
        r"|\b(?:je|jij) (?:krijgt|hoort|hebt|ontvangt)\b.{0,40}\b(?:antwoord|reactie|bericht)\b"
        r"|\b(?:heb|hebt|heeft|krijg|hoor|ontvang) (?:je|jij|u)\b.{0,40}\b(?:antwoord|reactie|bericht)\b"
        r"|\b(?:antwoord|reactie|bericht) (?:krijg|krijgt|heb|hebt|volgt|komt) (?:je|u|altijd|binnen)\b"
        r"|\blaat het ons\b|\bbetaling(?:en)? (?:wordt|worden) .{0,30}verwerkt|\bbel ons\b|\bbereikbaar\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:we|our)\b.{0,80}\b(?:reply|replies|answer|respond|response|confirm|call|let|process\w*|send"
        r"|contact|get back|look|check)\b"
        r"|\b(?:i|i'll)\b.{0,60}\b(?:reply|answer|respond|confirm|call|get back|look|check)\b"
        r"|\byou(?:'ll| will| can) (?:have|expect)\b.{0,30}\b(?:answer|reply|response)\b|\byou'll (?:hear|get)\b"
        r"|\byou will (?:hear|get|receive)\b|\blet us know\b|\bpayments? (?:is|are) .{0,30}processed\b|\bcall us\b"
        r"|\b(?:banks?|transfers?|delivery|parcel|post|office)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""A term that the sender takes upon itself, or for getting in touch."""

ASKS_SOFTLY: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:wilt u|kunt u|zou u|graag|svp|s\.v\.p|alstublieft|lukt (?:het|dat|dit)|liefst|regelen|in orde"
        r"|willen (?:wij|we)|binnen (?:is|zijn|hebben))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:please|kindly|could you|can you|would you|do it|do this|need it|arrange|send it)\b",
        re.IGNORECASE,
    ),
}
"""What makes "deze week" a term for paying where the sentence speaks of nothing else."""

NAMES_A_TERM: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"\b(?:uiterlijk|binnen|vóór|niet later dan|vervalt|betaald)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:by|within|before|no later than|until|due|paid)\b", re.IGNORECASE),
}
"""What a sentence that gives a term says besides."""

NOT_NEEDED: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:hoeft|hoeven|kunt|kan|lukt|moet)\b(?:(?!wachten|langer|later|meer\b|uitstel)[^.;:,]){0,40}\bniet\b"
        r"(?:(?!wachten|langer|later|meer\b|uitstel)[^.;:,]){0,25}$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:cannot|can't|can not|need not|needn't|(?:not|\w+n't) (?:have|need) to|no need to|(?:un|not )able to)\b"
        r"(?:(?!wait|longer|later|delay)[^.;:,]){0,30}$",
        re.IGNORECASE,
    ),
}
"""What says that it need not be so soon: "het hoeft niet vandaag nog"."""

GIVES: Final = re.compile(r"u (?:heeft|hebt|krijgt) (?!(?:\w+ ){0,2}binnen\b)|you have\b")
"""What gives the debtor a term in so many words, and is no promise of the sender."""

NOT_ABLE_BEFORE: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"\b(?:lukt|kunt|kan|komt|redt|haalt) (?:\w+ ){0,3}$", re.IGNORECASE),
    "en": re.compile(r"\b(?:is|are|can|could) (?:\w+ ){0,3}$", re.IGNORECASE),
}
NOT_ABLE_AFTER: Final[dict[str, tuple[re.Pattern[str], re.Pattern[str]]]] = {
    "nl": (
        re.compile(
            r"^ (?:\w+ ){0,3}niet (?:helemaal |meer |zomaar |in één keer )?(?:gaat )?"
            r"(?:lukt|lukken|gaat|kunt|kan|redt|haalt|uitkomt)\b"
            r"|^ (?:\w+ ){0,2}(?:moeilijk|lastig|krap|zwaar)\b",
            re.IGNORECASE,
        ),
        re.compile(r"^ (?:\w+ ){0,2}niet\b(?! (?:betaald|voldaan|binnen|ontvangen))", re.IGNORECASE),
    ),
    "en": (
        re.compile(
            r"^ (?:does not|doesn't|is not|isn't|won't|will not) (?:be )?(?:work|possible|feasible)"
            r"|^ (?:is|will be) (?:\w+ )?(?:difficult|hard|tight)",
            re.IGNORECASE,
        ),
        re.compile(r"^ (?:\w+ ){0,2}(?:difficult|hard|tight|too much)\b", re.IGNORECASE),
    ),
}
"""Whether the debtor is able to pay: it sets no term; the second only behind those words: "lukt het … niet"."""

HOUR_BEHIND: Final = re.compile(
    r"^,? ?(?:(?:om|voor|vóór|tot|at|by|before|until|uiterlijk) )?(?:\d{1,2}[.:]\d{2}(?: ?(?:uur|u|h|am|pm)\b)?"
    r"|\d{1,2} ?(?:uur|u|h|am|pm|o'clock)\b)"
    r"|^,? (?:om|tot|voor|vóór|at|by|before) (?:twaalf|noon|midday|midnight|het middaguur)",
    re.IGNORECASE,
)
HOUR_BEFORE: Final = re.compile(
    r"\b(?:uiterlijk|voor|vóór|by|before)(?: om)? (?:\d{1,2}(?:[.:]\d{2})? ?(?:uur|u|h|am|pm|o'clock)?|noon|midday)"
    r"(?: op| on|,)?(?: \w{5,10})? ?$",
    re.IGNORECASE,
)
"""An hour beside the last day ends it before it is over."""

ASKS: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"\b(?:verwacht\w*|betaalt?|betalen|te voldoen|over te maken|overmaken|maak\b.{0,40}\bover|bedrag"
    r"|betaling (?:binnen|ontvangen)|geld|(?:op|naar) (?:onze|de) rekening)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:expect\w*|pay|transfer|remit|settle|amount"
        r"|receive (?:your |the )?payment|money)\b", re.IGNORECASE),
}  # fmt: skip
"""What makes it a term for paying all the same."""

AGE_BEFORE: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"\b(?:al|sinds|ruim|inmiddels|bijna|gemiddeld|sedert) $", re.IGNORECASE),
    "en": re.compile(r"\b(?:for|already|since|over|almost|by) $", re.IGNORECASE),
}
AGE_AFTER: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"^ (?:later|uitstel|langer|extra|bedenktijd|onderweg|geleden|open|te laat|over de|over tijd"
        r"|na de vervaldatum|oud|verstreken)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^ (?:later|longer|extra|more|ago|late|overdue|old|open|past due|after the due date)", re.IGNORECASE
    ),
}
"""How old an invoice is, which is no term."""

LAST_DAY: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"(?:\b(?:uiterlijk|niet later dan|deadline|laatste dag|op of (?:voor|vóór)|(?:voor|vóór) of)"
        r"|(?P<strict>\b(?:vóór|voor|eerder dan)))(?: is"
        r"| :|:)?"
        r"(?: op| de| den)? ?$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:\b(?:by|no later than|not later than|on or before|deadline|last day)|(?P<strict>\b(?:before"
        r"|earlier than)))"
        r"(?: is| :|:)?(?: on| the)? ?$",
        re.IGNORECASE,
    ),
}
"""Words that make the day behind them the last one; `strict`: the day before it."""
