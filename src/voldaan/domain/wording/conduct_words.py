"""The words that a friendly message must not say, per language. Each table gives its reason.

Patterns are matched on whole words in any case, with white space of any kind as one space.
"""

import re
from typing import Final

NON_TONE: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        r"sommaties?", r"sommeren", r"sommeert", r"sommeer", r"gesommeerd", r"in gebreke\w*",
        r"ingebrekestelling", r"in verzuim", r"verzuimd", r"uw verzuim", r"middels", r"reeds",
        r"voldoet u", r"(?<!te )voldoen", r"(?<!na )dagtekening", r"ondanks", r"nalatig\w*", r"nalaat", r"wanbetal\w+",
        r"slechte betaler", r"laatste waarschuwing", r"waarschuw\w*", r"laatste kans", r"dringend\w*", r"eisen",
        r"wij eisen", r"verplicht", r"verplichting(?:en)?", r"u dient", r"dient u",
        r"u moet (?:nu|betalen|dit (?:nu|betalen))", r"ten onrechte niet", r"uw schuld(?:en)?", r"schuldig",
        r"helaas moeten wij",
        r"tot onze spijt", r"tot ons ongenoegen", r"teleurgesteld", r"teleurstellend", r"onacceptabel",
        r"onaanvaardbaar", r"schand\w+", r"schaam\w*", r"aanmaning(?:en)?", r"aanmanen", r"bij gebreke",
        r"(?<!bericht )(?<!mail )(?<!brief )(?<!herinnering )negeren", r"genegeerd", r"negeert?", r"weiger\w*",
        r"geweigerd", r"hardnekkig\w*",
        r"herhaaldelijk\w*", r"meermaals", r"keer op keer", r"laks\w*", r"slordig\w*", r"onwil\w*",
        r"ons geduld", r"geduld (?:is|raakt)", r"verwijt\w*", r"kwalijk",
        r"waarom (?:betaalt u|heeft u) (?:nog )?niet", r"afspraken niet na", r"wachten zat",
        r"(?:laatste|allerlaatste) keer", r"niet (?:de moeite )?(?:genomen|gereageerd)",
        r"nog steeds niet (?:betaald|ontvangen|gereageerd)", r"zonder tegenbericht", r"laatste aanmaning",
        r"rechtens", r"alsnog te betalen", r"onbehoorlijk\w*", r"oneerlijk\w*", r"profiteur\w*",
        r"oplichter\w*", r"alle rechten voorbehouden", r"(?:geen|niet) (?:verder |meer )?uitstel\w*",
        # comparison with others, and an appeal to decency
        r"(?:klanten|anderen|iedereen|collega's|buren|mensen|ondernemers|bedrijven|relaties|huurders|afnemers|gasten)"
        r"(?: \w+){0,3} (?:betalen|doen|houden|voldoen)(?: \w+){0,3} wel", r"betalen (?:\w+ )?wel",
        r"\w+ van de (?:\w+ )?(?:tien|twintig|honderd)(?: \w+)? (?:klanten|mensen|relaties|ondernemers|facturen)",
        r"(?:de )?meeste (?:\w+ ){0,2}(?:klanten|mensen|ondernemers|relaties|afnemers|huurders|bedrijven)",
        r"(?:andere|overige|alle) \w+ (?:hebben|betalen|betaalden|deden|doen|konden|kunnen|waren|zijn)"
        r" (?:\w+ ){0,3}w[eé]l(?! eens)",
        r"(?:ouders|leden|klanten|anderen|iedereen|huurders|patiënten|cursisten)(?: \w+){0,2} (?:hebben|heeft"
        r"|konden|kon)"
        r" (?:\w+ ){0,2}w[eé]l(?! eens)",
        r"beetje (?:sportief|netjes|eerlijk|fair"
        r"|collegiaal)", r"als enige", r"fatsoen\w*", r"onfatsoen\w*", r"niet netjes", r"eerlijke mensen",
        r"beschamend", r"gênant", r"respectloos", r"asociaal", r"onverschillig\w*",
        # reproach for what was done, or not
        r"(?<!nog )steeds (?:maar |weer )?(?:niets?|geen|opnieuw)",
        r"(?:weer|alweer|opnieuw|telkens|altijd|vaak) te laat",
        r"u (?:bent|was) (?:\w+ )?te laat", r"(?:bent|was) u (?:\w+ )?te laat", r"zoveelste",
        r"mag (?:dus |echt )?niet (?:weer|nog eens|nogmaals|nog een keer|opnieuw|meer)",
        r"(?:al|nu al) (?:\w+ ){1,2}(?:keer|maal) (?:\w+ ){0,3}"
        r"(?:geschreven|gevraagd|herinnerd|gemaild|gebeld|verzocht|benaderd|aangeschreven|geprobeerd|gewezen)",
        r"zonder (?:enige|enig|ook maar \w+) (?:reactie|antwoord|bericht|resultaat|gevolg)",
        r"(?:keer|maal|berichten|brieven|herinneringen) (?:\w+ ){0,3}zonder (?:reactie|antwoord|resultaat)",
        r"(?:anders|beter|meer) (?:van u )?(?:(?:had|hadden) (?:\w+ )?)?verwacht", r"had(?:den)? u (?:\w+ ){0,3}moeten",
        r"had(?:den)? (?:u|je|jij) (?:\w+ ){0,4}(?:eerder|best|gewoon|allang|toch) (?:\w+ )?kunnen",
        r"lang (?:laat|heeft laten|hebt laten) wachten",
        r"ons (?:\w+ ){0,3}(?:laat|heeft laten|hebt laten) wachten",
        r"m(?:ij|e) (?:\w+ ){0,3}(?:laat|heeft laten|hebt laten) wachten",
        r"laat (?:u|je|jij) (?:ons|mij|me) (?:\w+ ){0,3}wachten",
        r"lang genoeg (?:gewacht|geduld)", r"genoeg geduld (?:gehad|getoond|betracht)",
        r"u had (?:\w+ ){0,4}(?:moeten|kunnen)", r"had u maar", r"nu (?:u|jij) nog",
        r"(?:wij|we|ik) (?:\w+ ){0,3}(?:netjes|keurig) (?:\w+ )?(?:geleverd|gewerkt|gedaan)",
        r"onbegrijpelijk\w*", r"onvoorstelbaar", r"ongehoord", r"ongepast\w*", r"brutaal", r"ergernis\w*", r"irrit\w*",
        r"verba(?:as|za|ze)\w*", r"(?:begrijpen|snappen) (?:wij |we )?(?:\w+ )?niet (?:dat|waarom|hoe)",
        r"u weet (?:\w+ )?(?:best|(?:heel|zelf|toch) (?:goed|wel)|dondersgoed|donders goed|drommels goed)",
        r"(?:best|heel goed) weet", r"uw (?:gedrag|houding|onverschilligheid|traagheid|schuldgevoel|stilzwijgen"
        r"|stilte)",
        r"schaadt", r"(?:komen|kom|raken|zitten|brengt u|brengen) (?:wij |we |ons "
        r"|ik )(?:\w+ ){0,3}in (?:de )?problemen",
        r"door u(?:w toedoen| komen| kom| lijden| hebben| zitten)", r"wanprestatie", r"tekort ?(?:ge)?schiet\w*",
        r"tekortgeschoten", r"tekortkoming\w*", r"smoes\w*", r"uitvlucht\w*", r"geld schuldig", r"lak aan",
        r"(?:denkt|dacht) u (?:nu |soms |echt |werkelijk )", r"vanzelf (?:weg|over|voorbij)",
        r"hoe (?:lang|vaak) (?:nog|moeten)",
        # pressure
        r"vinden (?:wij |we )?(?:dit|dat|het) (?:\w+ )?niet (?:kunnen|netjes|eerlijk|correct|leuk|prettig|normaal)",
        r"beu", r"wachten moe", r"ieder(?:e|een)? (?:\w+ )?(?:ondernemer|klant|mens|bedrijf"
        r"|relatie)(?: \w+){0,3} betaalt", r"aan het lijntje",
        r"eindelijk", r"waarom (?:reageert|betaalt|antwoordt|belt|doet|heeft|laat|hoort|horen) (?:u|wij"
        r"|we)(?: \w+){0,4} niets?",
        r"niet (?:nagekomen|nakomt|na te komen)", r"uw belofte\w*", r"beloofde u", r"u (?:\w+ ){0,3}beloofd\w*",
        r"afweten",
        r"ook wij (?:hebben|moeten)", r"(?:wij|we) (?:hebben|moeten) ook",
        r"(?:leveranciers|medewerkers|rekeningen|personeel) (?:\w+ ){0,3}betalen",
        r"u laat (?:ons(?! (?:\w+ ){0,4}weten)|niets|alles)",
        r"geen (?:\w+ )?(?:keus|keuze)", r"(?:laat|laten|rest|geeft) ons (?:nu |dan )?(?:geen|weinig|niets)",
        r"met klem", r"met (?:alle )?nadruk", r"nadrukkelijk\w*", r"ten strengste", r"onder druk", r"plicht",
        r"uw plicht",
        r"dulden", r"duldt", r"tolereren", r"tolereer\w*", r"gedogen", r"pikken",
        r"accepteren (?:wij |we )?(?:\w+ )?niet",
        r"niet (?:langer |meer |verder )?(?:acceptabel|aanvaardbaar|accepteren|toestaan|door de beugel)",
        r"(?:ernstige|serieuze) zaak", r"nu echt", r"laatste (?:mogelijkheid|gelegenheid|maal|poging)", r"hoog tijd",
        r"hoogste tijd", r"(?:uw|je|jouw|eigen) verantwoordelijkheid\w*", r"ook ik (?:heb|moet)",
        r"ik (?:heb|moet) ook (?:eten|leven|rekeningen|betalen|\w+ betalen)",
        r"het is (?:nu )?(?:menens|genoeg)", r"genoeg is genoeg", r"de maat is vol", r"actie vereist",
    ),
    "en": (
        r"we demand", r"demands?", r"demanded", r"demanding", r"final warning", r"last warning",
        r"warn(?:ing|ings|ed)?", r"final notice", r"final demand", r"last chance", r"failure to", r"failed to",
        r"fail to", r"failing to", r"in default", r"delinquent", r"defaulter", r"despite", r"neglect\w*",
        r"negligent", r"you must", r"you are obliged", r"you are required to", r"obligations?", r"your debts?",
        r"urgent(?:ly)?", r"herewith", r"hereby", r"disappoint\w*", r"unacceptable", r"shame\w*",
        r"ignor(?:ed|ing)", r"(?<!please )(?<!can )(?<!may )(?<!then )(?<!just )ignore",
        r"refus(?:e|ed|al|ing)", r"repeated(?:ly)?", r"our patience", r"why have you not",
        r"why haven't you", r"(?:broke|broken) (?:your )?promises?", r"last time",
        r"still have not (?:paid|received|heard)", r"still haven't (?:paid|received|heard)",
        r"have not (?:bothered|responded)", r"careless\w*", r"irresponsible", r"dishonest", r"bad payer",
        r"no excuses?", r"regrettably", r"to our regret", r"you are late", r"all rights reserved",
        r"breach(?: of contract)?",
        # comparison with others, and an appeal to decency
        r"(?:most|nearly all|almost all) (?:of )?(?:our |the )?(?:other )?(?:customers|clients|people"
        r"|businesses|tenants|companies)",
        r"other (?:customers|clients|tenants|people|parents|members|patients|students|pupils)"
        r" (?:do |did |have |always |also |all |already ){0,2}(?:pay|paid|manage|managed|settle|settled)",
        r"(?:everyone|everybody|anyone|anybody) else",
        r"\w+ (?:out )?of (?:the )?(?:ten|twenty|hundred)", r"honest (?:people|customers|businesses|companies|\w+)",
        r"decency", r"ashamed", r"embarrass\w*", r"disrespect\w*", r"lack of (?:respect|response|courtesy)",
        r"rude", r"unfair", r"fair play",
        # reproach for what was done, or not
        r"(?:several|many|multiple|countless|numerous|\w+) times (?:already|before|now|without)",
        r"(?:several|multiple|countless|numerous|so many) times", r"time and (?:time )?again", r"(?:yet|once) again",
        r"you (?:did not|didn't|never|have not|haven't|do not|don't) (?:even |once |bother(?:ed)? to |care to )?"
        r"(?:answer\w*|repl\w*|respond\w*|react\w*|bother\w*|care\w*)", r"did(?: not|n't) even",
        r"without any (?:reply|answer|response)",
        r"you should have (?!received|got|gotten|had|seen|found)", r"should(?: not|n't) have (?:ordered|bought)",
        r"you (?:very well|well|perfectly well) (?:know|knew)",
        r"you (?:know|knew) (?:very|full|perfectly|quite) well", r"you know better",
        r"explain yourself", r"(?:go|goes) away", r"do you (?:really|honestly) think", r"how many times",
        r"incomprehensible", r"astonish\w*", r"surprised (?:that|to see)",
        r"your (?:behaviou?r|attitude|silence|conduct)",
        r"(?:expected|expect) (?:better|more|otherwise)", r"(?:better|more) (?:of|from) you",
        r"(?<!amount )you (?:still )?owe us", r"owe us money",
        r"because of you", r"late again", r"happen again", r"always late",
        # pressure
        r"why (?:don't|do not|didn't|did|haven't|have|won't) you", r"tired of", r"fed up",
        r"you (?:had |have )?promised", r"your promises?",
        r"(?:any|every|each) (?:\w+ )?(?:decent|honest|serious|normal|respectable) \w+",
        r"decent (?:people|customers?|compan(?:y|ies)|business(?:es)?)",
        r"(?:bills|suppliers|staff|salaries|rent) to pay", r"about time", r"(?:keep|kept|keeping) us waiting",
        r"last straw", r"pay up",
        r"finally (?:pay|settle|answer|respond|react)\w*", r"no (?:other )?(?:choice|option|alternative)",
        r"duty to", r"your duty", r"not (?:\w+ )?acceptable", r"tolerate\w*",
        r"insist\w*", r"urge", r"urging", r"strongly (?:advise|request|recommend|suggest)\w*",
        r"serious (?:matter|warning)",
        r"action required", r"(?:last|final) (?:opportunity|attempt|call)", r"enough is enough", r"high time",
        r"your (?:own )?responsibilit(?:y|ies)", r"(?:patient|waited|waiting) (?:for )?long enough",
        r"(?:been|enough) patien(?:t|ce) (?:for )?(?:long )?enough",
        r"you could have (?:\w+ ){0,4}(?:sooner|earlier|long ago)",
        r"compelled",
    ),
}  # fmt: skip
"""Reproach, pressure and old office language (they bring stress, not payment)."""

DENIABLE: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"verwijt\w*|kwalijk|uw schuld|(?:geld )?schuldig|onder druk|aanmaning|sommatie|verplicht|waarschuw\w*"
        r"|dringend\w*"
        r"|scha(?:am|men)\w*|plicht|uw plicht|ingebrekestelling|slordig\w*|onwil"
    ),
    "en": re.compile(
        r"your debts?|urgent(?:ly)?|shame\w*|ashamed|embarrass\w*|warning|demands?|obligations?|insist\w*|rude"
        r"|refus\w*|disappoint\w*"
    ),
}
"""What may be said where the clause denies it: "Wij verwijten u niets", "dit is geen aanmaning"."""

DENIED_BEFORE: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"(?<!\bnog )\b(?:geen|niet|niets|nooit)(?: \w+){0,3} $"),
    "en": re.compile(r"\b(?:no|not|nothing|never|don't|doesn't|isn't|won't)(?: \w+){0,3} $"),
}
DENIED_AFTER: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(r"^(?: u)?(?: daarom| hierom| dus)? (?:niets?|geen)\b(?! (?:langer|meer))"),
    "en": re.compile(r"^ (?:us )?nothing\b"),
}
"""What denies it, in the same clause; "nog geen" does not."""

TRUE_OF_NOW: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:wij zijn|er (?:loopt|lopen|is|zijn|komt|komen|volgt|volgen)(?: (?:op|na|door) (?:dit|deze|die) \w+)?"
        r"|dit (?:is|heeft)|dat (?:is|heeft)) (?:ook |dus )?(?:geen|niet (?:een|de)) (?:\w+ )?"
        r"(?:(?:en|of|noch) (?:ook )?(?:geen )?(?:\w+ )?){0,2}$"
    ),
    "en": re.compile(
        r"\b(?:we are|there (?:is|are)|this (?:is|has)|it (?:is|has)) (?:no|not an?|not the) (?:\w+ )?"
        r"(?:(?:and|or|nor) (?:no )?(?:\w+ )?){0,2}$"
        r"|\b(?:you are not being|you (?:will not|won't) be|nobody is being|we are not) $"
    ),
}
"""What says that a step is not there, outright. A sentence with a condition in it does not say so."""
HANGS: Final[dict[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:nog|nu|dan|als|indien|mits|zolang|tenzij|wanneer|zodat|anders|tot|voorkom\w*|hoeft|hoeven"
        r"|willen|wil|betaal\w*)\b"
    ),
    "en": re.compile(
        r"\b(?:yet|now|then|if|unless|until|as long as|so that|otherwise|avoid\w*|want|wish|would|pay\w*)\b"
    ),
}
"""What makes a denial hang on something, and so a threat again."""

IN_A_NOTICE: Final = re.compile(
    r"(?:laatste )?aanmaning(?:en)?|aanmanen|in verzuim|uw verzuim|dagtekening|u moet .*|verplichting(?:en)?"
    r"|you must|in default|obligations?|your debts?|verplicht|uw plicht|schuldig|owe us"
)
"""What a fourteen-day notice may say all the same: it is a legal message, and says so."""

COLLECTION: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        r"(?<!automatische )(?<!sepa-)(?<!sepa )(?:pre-|pré-)?in[ck]ass?o(?!kosten|dienst|tarief|register"
        r"|machtiging)\w{0,16}", r"overdragen", r"overgedragen", r"overdracht",
        r"draagt? (?:\w+ ){0,5}over", r"uit handen (?:te )?(?:geven|gegeven|geeft)",
        r"ge(?:ef|eft|ven) (?:\w+ ){0,4}uit handen", r"volgende stap(?:pen)?",
        r"verdere (?:stappen|maatregelen|actie)",
        r"(?:andere|harde|strengere|passende|vervolg)\w* (?:stappen|maatregelen|actie)", r"maatregelen",
        r"(?:externe|derde) partij", r"dragen (?:\w+ ){0,4}over", r"vervolgstappen",
        r"doorsturen naar (?:een|ons) bureau", r"verkopen aan", r"cederen", r"hulp van (?:buiten\w*|derden|anderen)",
        r"derden in ?(?:te )?schakel\w*", r"schakelen (?:wij |we )?(?:een ander|anderen|derden)\w*",
    ),
    "en": (
        r"collection(?! costs?| services?\b| fees?| charges?| registers?\b| registration)(?: agency"
        r"| agencies)?", r"collectors?",
        r"debt collection", r"hand(?:ed|ing)? (?:\w+ ){0,4}over",
        r"(?:pass|passed|transfer|transferred|refer|referred|turned over) (?:\w+ ){0,4}to (?:a|an"
        r"|our) (?:\w+ )?(?:agency|collector|agent|third party)", r"next steps?",
        r"further (?:steps|measures|action)", r"(?:other|stronger|appropriate) (?:steps|measures|action)",
        r"take action", r"outside help", r"third part(?:y|ies)", r"sell (?:the|your) (?:claim|debt|invoice)",
    ),
}  # fmt: skip
"""A step that may be named only where the client has ordered it."""

TRUE_OF_AN_AGENCY: Final[dict[str, str]] = {
    "nl": r"(?:wij zijn|als|door|van|een|het|ons) (?:een |het |door de minister )?geregistreerde? $"
    r"|wij zijn (?:een|het) $",
    "en": r"(?:we are|as|by) (?:an? )?(?:registered )?(?:debt )?$",
}
"""What says who an agency is, which it must not hide, and threatens nothing."""

NEVER_PLANNED: Final[dict[str, tuple[str, ...]]] = {
    "nl": (
        r"(?:gerechts)?deurwaarders?(?:kantoor)?",
        r"dwangbevel\w*", r"dwangmaatregel\w*", r"executoriale titel", r"non-actief", r"geschorst", r"schors(?:en|ing)",
        r"royement", r"royeren", r"geroyeerd",
        r"(?:houdt?|houden) (?:wij|we|ik) (?:\w+ ){1,6}(?:hier|achter|vast(?! op de)|in bewaring|onder ons"
        r"|bij ons)", r"dagvaard\w{0,12}",
        r"rechters?(?! kant| kolom| boven| onder)", r"rechtbank\w*", r"kantonrechter", r"gerechtelijk\w{0,4}",
        r"juridisch\w{0,4}", r"(?:loon|bank|bodem|executoriaal |conservatoir )?beslag\w{0,8}",
        r"advoca(?:at|ten)\w*", r"(?<!klachten )procedures?", r"procederen", r"proces(?:kosten)?",
        r"faillissement\w*", r"failliet\w*", r"bkr", r"zwarte lijst",
        r"(?:krediet|bkr-?|negatieve )registratie", r"kredietwaardigheid", r"rechtsmaatregelen", r"rechtszaak",
        r"rechtszaken", r"naar de rechter", r"vonnis\w*", r"vervolg(?:d|en|ing)", r"gevolgen(?: voor u\w*)?",
        r"aangifte", r"politie", r"strafrecht\w*", r"fraude", r"gijzel\w*", r"gevangenis", r"executie\w*",
        r"executeren", r"inboedel", r"veiling", r"ontruim\w*", r"huisuitzetting", r"uw werkgever",
        r"uw familie", r"uw buren(?!(?: en [\w']+)? (?:betalen|betaalden|doen|kunnen))", r"uw partner",
        r"uw relaties", r"aan de deur", r"huisbezoek\w*",
        r"langskomen", r"langs te komen", r"bij u langs", r"publiceren", r"publicatie",
        r"openbaar (?:te )?maken", r"afgesloten", r"afsluit\w*",
        r"(?:levering\w*|diensten|dienstverlening|account|abonnement)(?: \w+){0,3} (?:stop\w*|opschort\w*"
        r"|op te schorten|blokk\w*|geblokkeerd|gestaakt|staken)", r"leveringsstop",
        r"leveren (?:wij |we )?(?:u )?niets? meer", r"niet meer leveren", r"opschort\w*", r"opgeschort",
        r"stopzetten", r"ontbind\w*", r"loon", r"uitkering",
        # to deliver no more, and to end what was agreed
        r"(?:stoppen|staken|beëindigen|blokkeren|pauzeren|bevriezen|annuleren|ontbinden) (?:wij "
        r"|we )?(?:met )?(?:\w+ ){0,3}"
        r"(?:lever\w*|dienst\w*|overeenkomst\w*|contract\w*|abonnement\w*|account\w*|toegang|samenwerking"
        r"|bestelling\w*|huur\w*)",
        r"(?:lever\w*|dienst\w*|overeenkomst\w*|contract\w*|abonnement\w*|account\w*|toegang|samenwerking"
        r"|bestellingen|aansluiting"
        r"|stroom|internet)(?: \w+){0,4} (?:stil|stilgelegd|beëindig\w*|opgezegd|op te zeggen|opzeggen|ontbonden"
        r"|op slot|dichtgezet|bevroren|gepauzeerd|ingetrokken|uitgeschakeld|uit te schakelen|geannuleerd)",
        r"leveren (?:wij |we )?(?:\w+ ){0,3}niet",
        r"(?:niets?) (?:meer|verder|langer) (?:uit)?(?:leveren|bestellen|besteld|geleverd)",
        r"geen (?:nieuwe|verdere|volgende) (?:bestelling|levering|order|opdracht|zending)\w*", r"(?:bestel|order)stop",
        r"(?:zetten|zet|gezet) (?:wij |we )?(?:\w+ ){0,4}(?:op slot|stop|stil|op zwart)", r"uitgeschakeld",
        r"uitschakel\w*",
        r"schakelen (?:wij |we )?(?:\w+ ){0,5}uit", r"sluiten (?:wij |we )?(?:uw|de) (?:\w+ ){0,3}af",
        # to take back, to have secured, to be paid beforehand
        r"(?:halen|haalt) (?:wij |we )?(?:\w+ ){0,4}terug", r"terug ?(?:te )?halen", r"teruggehaald",
        r"terug ?(?:te )?vorderen", r"eigendomsvoorbehoud", r"ons eigendom", r"onze eigendom", r"retentie\w*",
        r"vooruit ?(?:te )?betal\w*", r"vooraf (?:\w+ ){0,2}(?:te )?betal\w*", r"kredietlimiet\w*",
        r"kredietverzeker\w*",
        r"krediet(?:bureau|informatie|waardig)\w*", r"handelsinformatie\w*", r"wanbetalers?(?:lijst|register)",
        r"(?:zet|zetten|plaats|plaatsen|komt|staat|komen) (?:wij |we )?u(?:w \w+)? (?:\w+ ){0,3}op (?:onze|een"
        r"|de) (?:\w+ )?lijst", r"register (?:voor|van) \w*betal\w*",
        # others who come in, and that it goes further
        r"jurist(?:en)?", r"rechtsbijstand\w*", r"raadsman", r"(?:ge|nood)dwongen", r"noodgedwongen", r"genoodzaakt",
        r"escal\w*", r"zo ?ver (?:\w+ ){0,2}(?:komen|komt|laten|laat)", r"aansprakelijk(?:heid)?", r"schadeclaim\w*",
        r"behouden (?:wij |we )?ons (?:\w+ ){0,2}rechte?n?", r"achten ons vrij", r"vrijheid te nemen",
        r"iemand (?:\w+ ){0,3}langs", r"bij (?:je|jou) (?:langs|aan de deur)", r"andere middelen", r"contant\w*",
        r"(?:vervelend|slecht|verkeerd|niet goed) (?:voor u )?af ?(?:te )?lo(?:pen|opt)",
        r"(?:melden|meldt) (?:wij |we )(?:dit|u|dat|het) (?:\w+ ){0,2}(?:bij|aan)",
        r"(?:wij|we) melden (?:dit|u|dat) (?:\w+ ){0,2}(?:bij|aan)",
        r"toegang (?:\w+ ){0,4}(?:vervalt|kwijt|ontzeg\w*|verliest)", r"stekker",
        r"niet (?:meer )?uit ?(?:te )?leveren",
        r"(?:spullen|goederen|machines?|apparaat|apparatuur|producten) (?:\w+ ){0,2}(?:ophalen|op te halen|weghalen)",
        # what the debtor may not have or do until there is money; what we cannot trace is no threat
        r"(?:anders|tot die tijd|tot dan|tot het zover is|zolang (?:\w+ ){0,6}(?:betaal\w*|voldaan|binnen"
        r"|ontvangen|open ?staat)"
        r"(?: is| heeft| hebt| zijn)?,?|(?:indien|als|wanneer)"
        r" (?:uw |de |een )?betaling (?:\w+ )?uitblijft,|bij (?:het )?uitblijven (?:van )?(?:\w+ ){0,2}\w+,?)"
        r" (?:kan|kunt|kunnen|mag|mogen|zal|zult|zullen)"
        r"(?![^.!?]{0,90}\b(?:herken|vind|terugvind|verwerk|koppel|zien|boek|bereik|help|toewijz|weten"
        r"|uitzoek|thuisbreng)\w*)"
        r"(?: [\w']+){0,6} (?:niet|geen|niets|niks)",
        r"(?:anders|daarna|hierna|tot die tijd) (?!bel|mail|neem|kijk|zoek|stuur|hoor|help|wacht|spreek|weet|vraag|denk"
        r"|laat|kan|zal|ga\b|geef|zie|heb|ben|schrijf|ontvang|bespreek|maak|reken|bereken|breng|moet|wil|app"
        r"|vrees|weet)"
        r"\w+ ik",
        # whatever comes "otherwise", save to get in touch, and the hand-over, which has a rule of its own
        r"(?:anders|daarna|hierna|zo niet,?|vervolgens|bij uitblijven van \w+) (?!nemen|bellen|kijken|zoeken"
        r"|sturen|mailen|horen|helpen|wachten"
        r"|spreken|weten|vragen|denken|laten|kunnen|zullen|gaan|dragen|geven|zien|hebben|zijn|schrijven"
        r"|ontvangen|bespreken|maken|rekenen|berekenen|brengen)\w+en (?:wij|we|ik)",
    ),
    "en": (
        r"bailiffs?", r"summons(?:es|ed)?",
        # a court of law, and no court to play on
        r"(?:to|in|before|into|through|via|by|ask|asks|involve|let|at|out of) (?:an? |the |any )?"
        r"(?:(?!food|tennis|padel|squash|our|your)\w+ )?courts?(?! ?\d)",
        r"(?:county|district|small claims|magistrates'?|civil|high|supreme|local|dutch|competent) courts?",
        r"an? court (?:will|can|may|might|could|would|decides?|rules?|orders?)",
        r"the courts? (?:will|can|may|might|could|would) (?:\w+ )?(?:decide|rule|order|judge|award|settle|look)",
        r"court(?:'s|s')? (?:cases?|actions?|orders?|proceedings?|hearings?|papers?|summons|claims?|rulings?"
        r"|judge?ments?"
        r"|fees?|costs?|decisions?|procedures?|matters?|dates?|letters?|bailiffs?)",
        r"legal\w* (?:\w+ )?(?:action|steps?|proceedings?|measures?|consequences|department|advisers?)",
        r"legally", r"proceedings", r"lawsuits?", r"sue", r"sued", r"suing", r"litigation", r"seizure",
        r"seize\w*", r"attachment of", r"garnish\w*", r"lawyers?", r"solicitors?", r"attorneys?",
        r"bankrupt\w*", r"insolvency",
        r"credit (?:rating|score|report|file|record|history|bureaus?|agenc(?:y|ies)|registers?|insur\w*"
        r"|standing|worth\w*|limit|reference)", r"blacklist\w{0,3}",
        r"police", r"prosecut\w*", r"criminal\w*", r"fraud\w*", r"prison", r"judg(?:e)?ment", r"enforce\w*",
        r"evict\w*", r"repossess\w*", r"your employer", r"your family", r"your neighbours", r"your partner",
        r"visit (?:you|your)", r"at your door", r"publish\w*", r"make public", r"disconnect\w*", r"cut off",
        r"suspend\w*",
        r"(?:stop|block|terminate|cancel)\w* (?:\w+ ){0,3}(?:deliver\w*|service\w*|account|subscription|supply)",
        r"your wages", r"consequences?", r"repercussions?", r"escalat\w*", r"judges?", r"magistrates?",
        r"tribunals?", r"law ?firm",
        r"counsel", r"forced to", r"obliged to (?:hand|take|start|stop|engage)",
        r"reserve (?:\w+ ){0,3}rights?", r"liable", r"liability",
        # to deliver no more, and to end what was agreed
        r"(?:end(?:ing)? (?!of)|clos(?:e|ing) |freez(?:e|ing) |hold(?:ing)? |halt\w* |paus\w+ |withhold\w* "
        r"|discontinu\w+ |restrict\w* )(?:\w+ ){0,3}"
        r"(?:deliver\w*|service\w*|account|subscription|suppl(?:y|ies)|contract|agreement|access)",
        r"(?:stop|block|terminate|cancel)\w* (?:\w+ ){0,3}(?:contract|agreement|orders?|access|supplies)",
        r"(?:deliver(?:y|ies)|services?|your account|supply|supplies|access|contract"
        r"|agreement)(?: \w+){0,3} (?:stopped|blocked|terminated"
        r"|ended|closed|frozen|cancelled|canceled|on hold|switched off|withheld)",
        r"no (?:further|more|new) (?:deliver\w*|orders?|supplies)",
        r"switch(?:ed|ing)? (?:\w+ ){0,3}off", r"shut (?:\w+ ){0,3}(?:down|off)", r"deactivat\w*",
        # to take back, to have secured, to be paid beforehand
        r"(?:collect|take back|pick up|retrieve|recover|reclaim|fetch)\w* (?:\w+ ){0,2}(?:goods|products|items"
        r"|equipment|machines?|property)",
        r"retention of title", r"our property", r"prepay\w*", r"(?:pay|paying|payment) in advance",
        r"advance payment", r"against cash", r"cash (?:payment|only)", r"held back",
        r"stop working", r"(?:legal|recovery) (?:team|department)", r"take (?:this|it|the matter|matters) further",
        r"(?:inform|notify|report (?:this |you |it )?to) the (?:\w+ )?(?:register|association|authorit\w+|bank"
        r"|chamber)",
        # what the debtor may not have or do until there is money; what we cannot trace is no threat
        r"(?:otherwise|until then|in the meantime"
        r"|as long as (?:[\w']+ ){1,6}[\w']+,),? (?:\w+ ){1,5}(?:cannot|can't|can not"
        r"|may not|won't be able|will not be able|will not be allowed)"
        r"(?![^.!?]{0,90}\b(?:recogni[sz]e|find|match|process|see|help|trace|know|reach|book)\b)",
        r"(?:keep|hold|retain) (?:\w+ ){1,5}(?:key|keys|car|boat|goods|equipment)(?: \w+){0,4} (?:here|until)",
        # whatever comes "otherwise", save to get in touch, and the hand-over, which has a rule of its own
        r"(?:otherwise|after that|thereafter|if not|failing that),? we (?:will |shall |have to |must "
        r"|are going to |would )(?:then |also )?"
        r"(?!contact|call|write|look|wait|help|send|check|be\b|hear|talk|ask|get|try|find|hand|pass|transfer"
        r"|discuss|phone|mail|e-mail"
        r"|see|let|add|charge|have)\w+",
    ),
}  # fmt: skip
"""Measures that do not belong to the friendly step at all (art. 13 Wki)."""
