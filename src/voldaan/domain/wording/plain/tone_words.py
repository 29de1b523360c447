"""What is unkind without being forbidden: reproach, pressure, commands, an appeal to decency, false friendliness.

The guard's own words (`conduct_words`) are not repeated here: what it refuses is told as refused. Patterns are matched
on whole words of one sentence, in small letters.
"""

import re
from typing import Final

from voldaan.domain.wording.plain.finding import Code

_YOU: Final = "(?:u|je|jij)"
_HAVE: Final = "(?:hebt|heeft|heb)"

KINDS: Final[tuple[tuple[Code, tuple[str, ...]], ...]] = (
    (
        "tone.reproach",
        (
            "nogmaals",
            "wederom",
            "(?:weer|alweer) (?:niet|geen|uit|te laat|open)",
            "betaalgedrag",
            r"aan uw aandacht (?:is )?(?:\w+ )?(?:ontsnapt|ontgaan)",
            r"gaan er ?van ?uit dat",
            "opnieuw (?:vragen|vraag|herinneren|schrijven|verzoeken|vaststellen|niet|geen)",
            rf"(?:zoals|wat) (?:wij|we|ik) (?:{_YOU} )?(?:\w+ )?eerder",
            "(?:al|reeds) eerder",
            r"eerdere (?:\w+ )?(?:brie[fv]\w*|herinnering\w*|bericht\w*|verzoek\w*|e?-?mails?)",
            r"(?:de|een) (?:tweede|derde|vierde|vijfde|zesde) (?:keer|maal)",
            r"meerdere (?:malen|keren)",
            r"al (?:vaker|meerdere|enkele|verschillende|weken|maanden|lange tijd|een hele tijd|zo vaak)",
            rf"{_YOU} bent? (?:\w+ )?vergeten",
            rf"bent? {_YOU} (?:\w+ ){{0,2}}vergeten",
            r"ben je (?:\w+ ){0,4}vergeten",
            rf"{_YOU} {_HAVE} (?:\w+ ){{0,5}}(?:niet|niets|nooit) (?:\w+ ){{0,5}}(?:gereageerd|betaald|gedaan|gehoord"
            r"|nagekomen|gehouden|gebeld|geantwoord|laten weten|voldaan|afgemeld)",
            r"(?:niet|nooit) (?:\w+ )?na(?:kwam|komt|gekomen|geleefd)",
            rf"toch (?:bleef|blijft|bleven|blijven|betaalde|reageerde|{_HAVE})",
            "(?:verbaast|bevreemdt|verwondert|bedroeft|stoort) (?:het )?(?:ons|mij|me)",
            "tot (?:onze|mijn) verbazing",
            r"helaas (?:hebben|heb|moeten|moet|zien|zie) (?:wij|we|ik)",
            "moeten (?:vaststellen|constateren|concluderen)",
            "(?:veel|ruim) te (?:laat|lang)",
            rf"{_YOU} (?:blijft|blijf)",
            "uw (?:fout|achterstand|gedrag|schuld|nalaten)",
            r"(?:wij|we) (?:hebben|horen|hoorden|vernamen) (?:\w+ ){0,2}niets (?:meer )?van u",
            r"dat (?:wij|we) (?:\w+ ){0,2}niets (?:meer )?van u",
            "reageerde u niet",
            "u reageerde niet",
            "u betaalde niet",
            "hoe (?:kan|komt) het (?:toch )?dat",
            r"(?:waarom|wanneer) (?:\w+ ){0,3}(?:eindelijk|nu eens)",
            "eindelijk",
            "nu toch echt",
            "nu echt",
        ),
    ),
    (
        "tone.threat",
        (
            r"(?:erger|problemen|gedoe|ellende|moeilijkheden|last|(?:vervelende|nare|onaangename|onnodige) \w+)"
            r" (?:\w+ ){0,2}(?:te )?voorkomen",
            rf"voorkomt? (?:{_YOU} )?(?:\w+ )?(?:gedoe|problemen|erger|moeilijkheden|vervelend\w*|ellende|kosten)",
            "gedwongen",
            "zonder gevolg(?:en)?",
            "(?:alleen maar|steeds|nog) (?:lastiger|vervelender|moeilijker|erger)",
            "(?:andere|verdere) (?:wegen|middelen|stappen)",
            "niet aarzelen",
            "hier niet bij laten",
            "(?:rest|blijft) ons niets anders",
            "geen andere (?:keus|keuze|mogelijkheid|uitweg)",
            "eigen risico",
            "laatste (?:mogelijkheid|gelegenheid)",
            "wij wijzen u erop",
            "u weet wat",
            "gevolg kan",
            "spijt (?:van )?krijgen",
        ),
    ),
    (
        "tone.command",
        (
            "per (?:direct|omgaande|ommegaande)",
            "onmiddellijk",
            "onverwijld",
            "zonder (?:verder )?uitstel",
            "vandaag nog",
            rf"{_YOU} (?:moet|hoort)(?! dan)",
            rf"(?<!dan )moet {_YOU}",
            r"(?:wij|we|ik) verwacht(?:en)?",
            r"verwachten (?:wij|we)",
            "staan (?:wij )?erop",
            "nu meteen",
        ),
    ),
    (
        "tone.moral",
        (
            r"eerlijke?(?:r|rs)?",
            "netjes",
            "afspraak is afspraak",
            "kleine moeite",
            "zoals het hoort",
            "goed voorbeeld",
            "niet meer dan (?:normaal|eerlijk|redelijk|logisch|terecht)",
            "(?:normaal|redelijk|logisch|terecht) dat",
            r"(?:u|je) begrijpt (?:\w+ )?(?:natuurlijk|vast|zelf|ongetwijfeld|wel|dat)",
            r"(?:ook )?(?:wij|we) (?:hebben|moeten) (?:\w+ ){0,4}(?:rekeningen|kosten|personeel|salarissen|leveranciers"
            r"|betalen|leven)",
            r"van (?:\w+ ){0,3}moeten leven",
            r"ook (?:wij|we) (?:hebben|moeten)",
            "vertrouwen (?:geschaad|beschaamd|geschonden)",
            "geweten",
            "stel u (?:eens )?voor",
            "uw verantwoordelijkheid",
            "wij rekenen op",
            "als goed klant",
            r"goede? (?:klant|huurder|ondernemer|lid|ouder) betaalt",
            "doen als iedereen",
            "uw eer",
        ),
    ),
    (
        "tone.familiar",
        (
            "oeps(?:ie)?",
            "oei",
            "hoi hoi",
            "hoi+",
            "he+y+",
            "hé(?: daar)?",
            "joh",
            "knipoog",
            r"\w*duwtje",
            r"fout(?:en)?je",
            "vergeetachtig\\w*",
            "dingetjes?",
            "top(?:klant|per|pertje)",
            "super\\w+",
            "lieve",
            "waarde klant",
            "gezellig\\w*",
            "factuurtje",
            "rekeningetje",
            "bedragje",
            "betalinkje",
            "geheugensteuntje",
            "kusje",
            "liefs",
            "haha",
            "grapje",
            "daar zijn (?:we|wij) weer",
            "stiekem",
            "geen zorgen hoor",
            "toch\\?",
            "soms even",
            "even wakker",
        ),
    ),
    (
        "tone.distant",
        (
            "ondergetekende",
            "men",
            "(?:wij|we|ik) verzoek(?:en)?",
            "verzoeken (?:wij|we)",
            r"word(?:t|en) (?:\w+ ){0,2}verzocht",
            "gelieve",
            "verzoekt u",
            "de (?:debiteur|schuldenaar|klant|cliënt|huurder|geadresseerde) (?:wordt|dient|moet|is|heeft)",
            "vriendelijk doch",
            "hoogachtend",
            r"verblijven (?:wij|we)",
            "hopende",
            "vertrouwende(?: u)?",
            "heer ?/ ?mevrouw",
            "u wordt geacht",
            r"(?:wij|we) vertrouwen (?:erop|op)",
            r"vertrouwen op een",
            "dit schrijven",
            "word(?:t|en) geacht",
        ),
    ),
)
"""What each kind of unkindness sounds like; the first that fits names it."""

SOFTENED: Final = re.compile(
    r"\b(?:graag|alstublieft|dan|zodat|want|omdat|als|wilt|kunt|mag|liever|gerust|daarmee|zo)\b"
)
"""What turns "Betaal" into a request, or gives its reason, in the same sentence."""
REASON_BEHIND: Final = re.compile(r"(?:dan|zo|want|daarmee|hiermee|op die manier)\b")
"""What gives the reason as the beginning of the sentence behind it."""
PAY: Final = re.compile(r"(?:en )?(?:betaal|voldoe|reken)\b(?! u| je)")
MOVE: Final = re.compile(
    r"(?:maak|stort|zet|boek|regel|zorg|doe)\b.*\b(?:direct|meteen|nu|vandaag|snel|spoedig)\b"
)
"""A command to pay, at the beginning of a sentence."""

FORMAL: Final = frozenset("u uw uwe uzelf".split())
INFORMAL: Final = frozenset("je jij jou jouw jullie jezelf".split())
KNOWN_CAPITALS: Final = frozenset(
    "IBAN SEPA IDEAL KVK BTW CAK DUO UWV CJIB ANWB AFAS IDIN PDF BIC EUR RSIN VVE CPC NWO WIK WKI BSN GGD RIVM".split()
)
EMOJI: Final = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]|[:;]-?[)D](?!\\w)")
SUBJECT: Final = re.compile(r"(?:onderwerp|betreft|subject) ?: ?(?=\S)")
A_DAY: Final = re.compile(r"\d|\{[^}]*(?:pay_by|due|date|weekday)|vandaag|morgen|zonder extra kosten")
"""What a subject says of when."""
