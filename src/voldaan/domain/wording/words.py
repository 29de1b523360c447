"""The words that the guard looks for beside the facts: labels, names, help, and what says that costs are nothing."""

import re
from typing import Final

DAY_LABELS: Final = (
    (re.compile(r"\b(?:factuurdatum|invoice date|date of invoice)(?: is| was| of"
        r"| van)? ?:? ?$", re.IGNORECASE), "issue_date"),
    (re.compile(r"\b(?:vervaldatum|vervaldag|due date|due on)(?: is| was| of"
        r"| van)? ?:? ?$", re.IGNORECASE), "due_date"),
    (
        re.compile(r"\b(?:verwerkt|processed|bijgewerkt)(?: tot| up to| until)?(?: en met"
            r"| and including)? ?$", re.IGNORECASE),
        "payments_until",
    ),
    (re.compile(r"\b(?:verlengde termijn|extended term)\b ?:? ?(?:tot en met"
        r"|up to and including)? ?$", re.IGNORECASE), "pay_by"),
)  # fmt: skip
"""Words right before a day that say which day it is."""

COC_NUMBER: Final = re.compile(
    r"\b(?:KvK|CoC|Chamber of Commerce|Kamer van Koophandel|Handelsregister)\b(?: ?\(KvK\))?(?:[ -]?(?:nummer"
    r"|number|nr\.?|no\.?))? ?:? ?"
    r"(?P<number>\d(?: ?\d){4,9})(?!\d)",
    re.IGNORECASE,
)

_NAME = r"(?P<name>[A-ZÀ-Þ0-9][^,.;:!?()]{1,80})"
NAME_LABELS: Final = (
    (
        "creditor",
        re.compile(rf"\b(?:[Nn]amens|[Oo]n behalf of) (?!(?:[Oo]nze|[Oo]ur|Factuur|Invoice)\b){_NAME}"),
    ),
    ("account", re.compile(rf"\b(?:[Oo]p naam van|[Tt]en name van|t\.n\.v\.|[Ii]n the name of):? {_NAME}")),
    ("debtor", re.compile(r"(?:^|(?<=[.!?:] ))(?:Beste|Geachte|Dear|Hallo|Hello) (?P<name>[^,;:!?]{1,80}),")),
)
"""Words behind which one of the parties is named."""

GREETING_WORDS: Final = frozenset(
    {
        "heer", "mevrouw", "dhr", "mevr", "mw", "of", "en", "de", "het", "van", "der", "den", "relatie", "klant",
        "lezer", "medewerker", "medewerkers", "team", "collega", "debiteur", "at", "the", "sir", "madam", "or", "and",
        "customer", "client", "mr", "mrs", "ms", "all", "allen", "administratie", "crediteurenadministratie",
        "afdeling", "colleague", "reader", "meneer", "mijnheer", "mensen", "dame", "dames", "heren", "familie",
        "bewoner",
        "bewoners", "contactpersoon", "ondernemer", "eigenaar", "eigenaren", "directie", "bestuur", "boekhouding",
        "boekhouder", "financiële", "debiteurenadministratie", "iedereen", "allemaal", "leden", "lid",
        "huurder", "zakenrelatie",
        "dear", "everyone", "everybody", "there", "gentlemen", "ladies", "lady", "owner", "owners", "people", "friends",
        "accounts", "payable", "accounting", "finance", "department", "manager", "valued", "sirs", "madams",
        "mesdames", "messrs",
        "parents", "parent", "guardians", "student", "patient", "ouders", "ouder", "verzorgers", "leerling",
        "patiënt", "cliënt", "donateur", "family",
        "member", "tenant",
        "hello", "hallo", "beste", "geachte", "from", "uw", "your",
    }
)  # fmt: skip

HELP_SITES: Final = frozenset({"geldfit.nl", "nibud.nl", "wijzeringeldzaken.nl", "juridischloket.nl"})
"""Public help with money, free of charge: the only addresses that need not be the sender's."""

CLOSING: Final = re.compile(
    r"\b(?:met (?:vriendelijke|hartelijke) groet(?:en)?|hoogachtend|kind regards|best regards|yours sincerely)\b",
    re.IGNORECASE,
)
COMPLAINT: Final = re.compile(r"klacht|\bklagen\b|\bcomplain|\bniet eens\b|\bontevreden", re.IGNORECASE)
"""What says that an address is for complaints."""
ON_BEHALF: Final = r"\bnamens\b|\bon behalf of\b|\bvoor\b|\bfor\b"

COSTS: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        r"kosten", r"(?:handels|verzuim|vertragings)?rente(?:vergoeding)?", r"boetes?(?:rente)?",
        r"toeslag(?:en)?", r"schadevergoeding", r"kostenvergoeding", r"dwangsom", r"incassotarief", r"btw over",
    ),
    "en": (
        r"costs?(?!-free)", r"interest(?!-free)(?! in)", r"fees?(?!-free)", r"(?<!in )charges?", r"charged",
        r"charging", r"penalt(?:y|ies)", r"a fine", r"fines", r"fined", r"surcharges?", r"compensation",
        r"damages", r"expenses",
    ),
}  # fmt: skip
"""What a message without costs may only name as nothing (art. 6:96 lid 6 BW)."""

COST_ENDINGS: Final[dict[str, tuple[str, ...]]] = {
    "nl": (r"kosten", r"toeslag(?:en)?", r"vergoeding(?:en)?", r"rente", r"boetes?"),
    "en": (),
}
"""What makes a longer word one of these: "incassokosten", "administratiekosten"."""

MORE_TO_PAY: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        r"verhoogd met", r"verhogen met", r"vermeerderd met", r"vermeerderen met", r"verhoogd", r"verhogen",
        r"opgehoogd", r"verhoging", r"opslag",
        r"duurder", r"hoger bedrag", r"hogere (?:bedragen|rekening|nota|factuur)",
        r"hoger (?:uit\w*|worden|wordt|liggen)",
        r"(?:bedrag|rekening|nota|schuld|vordering) (?:\w+ ){0,3}hoger",
        r"(?:bedrag|rekening|schade|schuld) (?:\w+ ){0,2}(?:laag|beperkt|binnen de perken)", r"(?:daar|er)?bovenop",
        r"iets extra(?:'s)?", r"extra's (?:te )?(?:vragen|rekenen|betalen|berekenen)", r"bij (?:te )?betalen",
        r"kost(?: u)? (?:dan )?(?:geld|nog (?:niets|geen))",
        r"(?:stijgt|groeit|verdubbelt) (?:het|uw|de) (?:\w+ )?(?:bedrag|rekening|schuld|nota)",
        r"(?:onnodige|extra|meer) uitgaven",
        r"(?:gratis|kosteloos),? (?:maar )?(?:de|een|elke) (?:tweede|volgende|derde)",
        r"(?:zo|dan|hiermee|daarmee|alleen dan) blijft (?:het|dit|deze \w+) (?:\w+ ){0,2}(?:gratis|kosteloos)",
        r"(?:gratis|kosteloos)[;,.]? (?:maar |en )?(?:daarna|later|hierna|erna) niet",
        r"(?:zo|dan) blijft het bij", r"wordt (?:het )?(?:alleen (?:maar )?|steeds )?meer",
        r"(?:tot|zolang) (?:\w+ ){1,4}betaalt u niets",
        r"(?:rekenen|vragen|berekenen) (?:wij |we )(?:u )?(?:€|\d)[\d.,-]*", r"(?:onnodig|extra) geld",
        r"(?:deze keer|dit keer|ditmaal|nu nog|vooralsnog|voorlopig|eenmalig|voor het laatst"
        r"|nog steeds)(?: \w+){0,6} (?:gratis|kosteloos)",
        r"(?:gratis|kosteloos) (?:\w+ ){0,2}(?:deze keer|dit keer|ditmaal|voorlopig|nu nog)",
        r"bedrag (?:wordt|zal|loopt|gaat|kan|stijgt)(?: \w+){0,4} ?(?:hoger|op|omhoog|stijgen|oplopen)",
        r"loopt (?:het bedrag|de schuld|uw rekening) (?:verder )?op", r"bedrag stijgt",
        r"(?:verder|flink|snel) oplopen", r"extra (?:bedrag|bedragen|betalen|te betalen|in rekening)",
        r"meer (?:moeten |te )?betalen", r"meer kwijt", r"(?:voor|ten laste van) uw rekening",
        r"bovenop (?:het|uw) (?:factuur)?bedrag", r"vergoeding",
        r"in rekening (?:te )?(?:brengen|gebracht|breng|brengt)", r"brengen wij (?:(?!niet|geen)\w+ ){0,4}in rekening",
        r"doorberekend", r"doorberekenen", r"(?:niet|nog) (?:langer |meer |steeds )?(?:gratis|kosteloos)",
        r"administratiegeld", r"aanmaangeld", r"geld(?:t)? (?:een )?tarief",
        r"wordt (?:het )?(?:bedrag )?verdubbeld",
    ),
    "en": (
        r"increased by", r"increased with", r"will increase", r"may increase", r"more expensive",
        r"higher (?:amount|bill|sum|invoice)",
        r"(?:amount|balance|bill|sum|claim|total|debt) (?:\w+ ){0,3}(?:higher|rises?|grows?|increases?"
        r"|increased|goes up)",
        r"(?:amount|bill|balance|claim) (?:\w+ ){0,2}(?:low|limited)", r"on top(?: of (?:that|this|it))?",
        r"more than (?:needed|necessary|you (?:have|need) to)",
        r"(?:this time|for now|still|as yet) (?:\w+ ){0,4}free",
        r"free (?:of charge )?(?:this time|for now|for the moment)",r"additional (?:amounts?|sums?)",
        r"extra amounts?", r"pay(?:ing|s)? more", r"pay(?:ing|s)? extra", r"something extra",
        r"cost you (?:more|extra|money)", r"at your (?:own )?expense",
        r"added to (?:the|your) (?:amount|bill|balance|invoice|debt)", r"not (?:be )?free of charge",
        r"no longer (?:be )?free", r"(?:not|never) be free", r"costs? money", r"costs? you money",
        r"(?:amount|balance|bill|sum) will (?:rise|go up|grow)", r"mark-?up",
    ),
}  # fmt: skip
"""Costs that do not say so: more than the invoice will have to be paid."""

_SMALL_NL: Final = (
    r"extra|verdere|bijkomende|aanvullende|additionele|enkele|enige|andere|welke|dan ook|incasso|administratie"
    r"|wettelijke"
    r"|buitengerechtelijke|meer|kosten|rente|toeslag|toeslagen|boete|boetes|vergoeding|en|of|noch|geen|ook"
)
_SMALL_EN: Final = (
    r"extra|further|additional|any|other|added|more|late|late payment|collection|statutory|administration|admin"
    r"|hidden|dunning|reminder|processing|handling|service|default|penalty|costs?|interest|fees?|charges?"
    r"|surcharges?|penalt(?:y|ies)|fines?|or|and|nor|no|of"
)
_DOING_EN: Final = (
    r"we|you|will|is|are|be|been|add|charge|charged|ask|claim|pay|bring|owe|have to pay|apply"
    r"|cost|for"
)
FREE_BEFORE: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"(?:\b(?<!niet )(?<!niet altijd )(?<!niet meer )(?<!niet langer )(?:zonder|geen(?: sprake van"
        r"| kwestie van)?|niets|niks|noch|vrij van|nul|0 ?%|nooit)|€ ?0(?:[.,]00"
        r"|[.,]-)?(?: aan| voor)?"
        r"|\bnoch [\w-]+ (?:worden|zijn|komen|brengen|rekenen|berekenen)(?: (?:er|u|je|jou|wij|we|daarvoor"
        r"|hiervoor)){0,3}"
        r"|(?<!voorlopig )\b(?:worden|zijn) (?:u |je |daarvoor |hiervoor |dus |ook ){0,2}niet)"
        rf"(?:,? (?:{_SMALL_NL})-?){{0,7}},? ?[\w-]{{0,24}}$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:\b(?<!not )(?<!never )(?<!not be )(?:without|no|free of|free from|zero|0 ?%|nothing|not|don't"
        r"|doesn't|won't|wouldn't|never)"
        r"|€ ?0(?:\.00)?(?: in| of)?)"
        rf"(?:,? (?:{_DOING_EN}|{_SMALL_EN})){{0,9}},? ?-?$",
        re.IGNORECASE,
    ),
}
"""What makes it nothing when it stands right before: "zonder extra", "geen rente of"."""

NOTHING_AFTER: Final = re.compile(
    r"^(?:(?: en|,| of| and| or| &) [\w-]{0,14}(?:kosten|rente|costs?|interest|fees?"
    r"|charges?)){0,3}"
    r"(?: \(0(?:[.,]0{1,2})? ?%(?: (?!tot\b(?! heden)|als\b|zolang\b|indien\b|mits\b|nu\b|until\b|if\b"
    r"|now\b)[\w-]+){0,8}\))?"
    r" ?:? ?(?:(?:[€$£] ?|(?:eur|usd|gbp|chf) ?|euro )?0(?:[.,](?:00|-{1,2}))?"
    r"(?: ?(?:[€$£%]|(?:eur|usd|gbp|chf|euro)\b))?(?![.,]?\d)"
    r"|(?:geen|nihil|nul|none|nil|zero|nothing|not applicable|niet van toepassing|n\.?v\.?t|n/a)\b)",
    re.IGNORECASE,
)
"""What makes it nothing when it stands right behind: "€ 0,00", "geen"."""

FREE_AFTER: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"^ noch [\w-]+(?=[.,;!]|$)|^ noch [\w-]+ (?:worden|zijn|komen|brengen|rekenen|berekenen)\b"
        r"|^(?: (?!als\b|indien|wanneer|tenzij|mits|bij\b|omdat|zolang|zodra|maar\b|die\b|dat\b|dan\b|u\b|nog\b"
        r"|voorlopig\b|nu\b)\w+){0,6}"
        r":? (?:niet\b|geen\b|niets\b|niks\b|nihil\b|€ ?0,00(?!\d))"
        r"(?! (?:op tijd |tijdig |volledig |langer |meer |in het bedrag |hierin |hierbij )?"
        r"(?:inbegrepen|meegerekend|meegeteld|meegenomen|opgenomen|opgeteld|inclusief|betaal|betaling|voldaan"
        r"|wordt betaald|zijn betaald|gratis|kosteloos))"
        r"|^(?: (?!als\b|indien|tenzij|dan\b|nog\b|nu\b)\w+){0,6} (?:zijn|komen|blijven"
        r"|nemen wij) (?:dus )?voor (?:ons\b|onze rekening)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^ you nothing"
        r"|^(?: (?!if\b|when\b|unless|until|where\b|because|as\b|but\b|that\b|which\b|you\b)\w+){0,6}"
        r":? (?:not|never|none|nothing|€ ?0\.00(?!\d))\b(?! (?:be |yet )?(?:paid|received|pay|included|counted"
        r"|part of))",
        re.IGNORECASE,
    ),
}
"""What makes it nothing when it stands further behind, in the same clause: "worden niet gerekend"."""

ONLY_NOW_BEFORE: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"\b(?:nog|nu|vooralsnog|voorlopig|ditmaal|deze keer)(?: steeds)? $", re.IGNORECASE),
    "en": re.compile(r"\b(?:yet|now|still|currently|this time) $", re.IGNORECASE),
}
"""What makes it a threat again right before "geen": "nog geen kosten"."""

ONLY_NOW: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:op dit moment|momenteel|voorlopig|vooralsnog|tot nu toe|tot dusver|in dit stadium|in deze fase"
        r"|deze keer nog"
        r"|daarna wel|maar daarna|voor het laatst|nu nog)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:for now|at this stage|at present|currently|so far|as yet|yet|for the moment|at this moment"
        r"|for the time being"
        r"|this time|for the last time|after that|afterwards)\b",
        re.IGNORECASE,
    ),
}
"""What says in the same sentence that it will not stay so."""

ONLY_THEN: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"(?<!ook )\b(?:alleen dan|pas dan|slechts dan|zo|hiermee|daarmee|dan) (?:blijft|houdt|is|zijn|betaalt"
        r"|komen|komt|kan|bespaart|hoeft?|hoeven|rekenen?|berekenen?|brengt?|brengen|vraagt?|vragen|krijgt?)\b"
        r"|\b(?:voorkom\w*|bespaar\w*|vermijd\w*|kans|mogelijkheid|gelegenheid)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:only then|that way|this way|then) (?:it|there|you|we)\b|\b(?:avoid\w*|chance|opportunity)\b",
        re.IGNORECASE,
    ),
}
"""What makes it hang on what was said before: "Dan blijft het zonder kosten"."""

NOT_ON_PAYING: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:in (?:\w+ )?(?:delen|termijnen|keer)|regeling|later|liever|al betaald|vragen|bell\w+|nee)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:in (?:\w+ )?(?:parts|instalments)|plan|later|rather|already paid|questions|call)\b",
        re.IGNORECASE,
    ),
}
"""What was said before, where "dan" hangs on something else than paying in time: "Liever in delen? Dan …"."""

CONDITION: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"(?<!ook )\b(?:als|indien|mits|zolang|tenzij|wanneer|zodra|bij tijdige betaling|bij betaling"
        r"|door te betalen"
        r"|tot en met|tot|daarna|maar)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<!even )\b(?:if|provided|as long as|unless|until|when|once|afterwards|by paying|on payment|but)\b",
        re.IGNORECASE,
    ),
}
"""What makes it hang on something: "geen kosten als u op tijd betaalt" says that otherwise there are costs."""

ON_PAYING: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"betaal|betaling|betaald|op tijd|tijdig|voldaan|voldoet|\d|die datum|dan\b|daarna|binnen"
    r"|kosten|rente", re.IGNORECASE),
    "en": re.compile(r"\bpay|paid|payment|in time|on time|\d|that date|then|arrive|receive|costs"
    r"|interest", re.IGNORECASE),
}  # fmt: skip
"""What that something is: paying, or a day."""

PAYING_FIRST: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"^ ?(?:betaalt u|betaal (?:nu|op tijd|tijdig|uiterlijk|vóór|voor))\b", re.IGNORECASE),
    "en": re.compile(r"^ ?pay (?:on time|now|by|before|in time)\b", re.IGNORECASE),
}
"""A sentence that begins so is a condition too: "Betaalt u op tijd, dan ...". """

SPECIFIED: Final[dict[str, tuple[tuple[str, re.Pattern[str]], ...]]] = {
    "nl": (
        ("rente", re.compile(r"\b\w{0,12}rente(?:loos|vrij)?\b", re.IGNORECASE)),
        ("kosten", re.compile(r"kosten\b|\bkosteloos\b|\bgratis\b", re.IGNORECASE)),
    ),
    "en": (
        ("interest", re.compile(r"\binterest\b", re.IGNORECASE)),
        ("costs", re.compile(r"\b(?:costs?|fees?|charges?|free of charge)\b", re.IGNORECASE)),
    ),
}
"""Interest and costs, that an agency's message names even where they are nothing."""
