"""Verbs by their form: what makes a passive, what waits for a verb further on, what opens a clause of its own."""

import re
from functools import lru_cache
from typing import Final

BECOMES: Final = frozenset("word wordt worden werd werden".split())
"""What makes a passive, with a participle."""
IS: Final = frozenset("is zijn was waren zal zijn".split())
WAITS_FOR_PARTICIPLE: Final = frozenset(
    "heb hebt heeft hebben had hadden ben bent is zijn was waren word wordt worden werd werden".split()
)
WAITS_FOR_INFINITIVE: Final = frozenset(
    "kan kun kunt kunnen kon konden zal zult zullen zou zouden moet moeten moest moesten mag mogen mocht"
    " wil wilt willen wilde wilden dient dienen diende".split()
)
"""What is only half a verb: its other half may stand far behind."""
CLAUSES: Final = frozenset(
    "dat omdat zodat doordat nadat voordat totdat opdat als indien wanneer zodra zolang terwijl hoewel"
    " ofschoon aangezien tenzij mits waar waaraan waarbij waardoor waarin waarmee waarna waarom waarop"
    " waarover waartegen waartoe waaruit waarvan waarvoor alvorens teneinde wier wiens hetgeen".split()
)
"""What opens a clause inside a sentence."""
MAY_OPEN: Final = frozenset("die wat wie".split())
"""What opens one where a comma or a word stands before it, and not the sentence."""
NEGATIVES: Final = frozenset("niet geen nooit niets niemand nergens nimmer noch".split())
AGAIN_NEGATIVE: Final = frozenset(
    "zonder tenzij behoudens uitgezonderd onmogelijk onjuist ongegrond onterecht ongewenst oneens"
    " ondenkbaar onwaarschijnlijk ontbreken ontbreekt nalaten uitsluiten verhinderen ontkennen onbekend"
    " onverwerkt".split()
)
"""What turns it round once more: "niet onmogelijk", "niet zonder"."""

_NO_VERB: Final = frozenset(
    "facturen klanten kosten bedragen brieven dagen weken maanden vragen gegevens mensen namen zaken tussen binnen"
    " delen termijnen keren redenen regels beiden open zeven negen even tegen buiten boven beneden samen morgen".split()
)
_PARTICIPLE = re.compile(
    r"(?:(?:aan|af|bij|binnen|door|goed|in|klaar|kwijt|mee|na|om|onder|op|over|samen|tegen|terug|thuis|toe|uit|vast|voor"
    r"|weg|open|bijeen|plaats|rond|neer|tegemoet|recht|bekend|vrij)?ge[a-zëïéèü]{2,}(?:d|t|en)"
    r"|(?:be|ver|ont|her|er|mis|over|onder|voor|door|aan|weer|vol|om|uit|af|in|op|aanbe|voorbe|thuisbe|aanver|doorver|uitbe|terugbe|inge)"
    r"[a-zëïéèü]{3,}(?:d|t|en)"
    r"|[a-zëïéèü]{2,}eerd)"
)
_NO_PARTICIPLE: Final = frozenset(
    "geld gebied geduld gezond gebruik bericht begin bewust verschillend besluit verzoek gelden gegeven"
    " gebieden geheel gemeenten gemeentes geluiden gebeurtenis geweest genoeg goed bekend bent beiden"
    " verschillende omstand opdracht overzicht verkeerd onbekend inzicht voorbeelden bedragen aantallen"
    " voorraad onderhoud bedoeling verband ontvangst bezwaar uitzicht afstand toestand inhoud bestand"
    " antwoord beleid verstand geest gevecht gedicht gewicht gezicht genot besef opzet aanbod inkomsten"
    " uitkomst overeenkomst vertrouwen onderwerpen verkopen bestellen verzenden betalen bedrag hoofd eind"
    " tegengesteld".split()
)
_STRONG: Final = frozenset(
    "voldaan gedaan ontvangen besloten begonnen verzonden bevonden betrokken vergeten bewezen verboden bekeken gekomen"
    " besproken overeengekomen verkregen verleend verlopen behouden vernomen ondertekend ontslagen"
    " opgenomen aangenomen overgedragen toegewezen uitgegeven afgesloten voorgeschreven beschreven"
    " onderbroken onderzocht overwogen".split()
)


@lru_cache(maxsize=8192)
def is_participle(word: str) -> bool:
    """Test if a word in small letters looks like a participle: "betaald", "verzonden", "opgemaakt"."""
    if word in _STRONG:
        return True
    if word in _NO_PARTICIPLE or not _PARTICIPLE.fullmatch(word):
        return False
    return "ge" in word[:9] or not word.endswith("en")


@lru_cache(maxsize=8192)
def is_infinitive(word: str) -> bool:
    """Test if a word in small letters may be a whole verb: it ends as one."""
    return (
        word.endswith(("en", "gaan", "staan", "doen", "zien", "slaan"))
        and len(word) > 3
        and word not in _NO_VERB
    )
