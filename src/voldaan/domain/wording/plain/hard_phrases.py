"""Phrases of offices and of the law, each with what people say instead, in the shape of `hard_words`."""

from typing import Final

from voldaan.domain.wording.plain.hard_words import parsed

_LINES: Final = """
aan de hand van, aan de hand hiervan = met
aan te merken als = een
achterwege laten, achterwege blijven = niet doen
akkoord bevonden = goedkeuren
als gevolg van, als gevolg hiervan = door
behoort tot de mogelijkheden, bestaat de mogelijkheid, in de gelegenheid, in de gelegenheid stellen = kan
berichten wij = laten wij weten
bij gelegenheid van, ter gelegenheid van = bij
binnen afzienbare tijd, te zijner tijd, te gelegener tijd = noem de dag
brengt met zich mee = betekent
dank zeggen = bedanken
de beschikking hebben over, beschikt over = hebben
de mogelijkheid bieden = kunnen
deel uitmaken van, maakt deel uit van = horen bij
delen wij = laten weten
dit schrijven, uw schrijven, ons schrijven = deze brief
doen toekomen = sturen
een beroep doen op = vragen om
een en ander = dit
een feit is = klaar is
eigener beweging = uit uzelf
geacht worden, worden geacht, geacht te = moeten
gebruik maken van, gebruik wordt gemaakt = gebruiken
gelet op, gezien het feit = omdat
hebben plaatsgevonden, heeft plaatsgevonden, vindt plaats, vinden plaats, plaats te vinden, plaats vinden = is, gebeurt
hecht belang aan = vindt belangrijk
hierboven genoemde = dit, wat hierboven staat
in aanmerking komen, in aanmerking nemen = krijgen, rekening houden met
in acht nemen = rekening houden met
in afwachting van = tot
in afwijking van = anders dan
in behandeling nemen, in behandeling genomen, ter behandeling = bekijken
in de nabije toekomst = binnenkort
in de richting van = naar
in geval van, in het geval dat, in het geval, voor het geval = als
in goede orde = goed
in het bezit van, in het bezit stellen = hebben
in het kader van = voor, bij
in kennis stellen, in kennis stelt, in kennis gesteld = laten weten
in mindering brengen, in mindering gebracht, in mindering = eraf halen
in onderling overleg = samen
in overeenstemming met = volgens
in overweging nemen, in overweging geven = bedenken
in rekening gebracht, in rekening gebrachte, in rekening brengen = op de factuur
in relatie tot, in samenhang met = over, bij
in staat bent, in staat zijn, in staat om, in staat stellen = kunt
in strijd met = niet volgens
in tegenstelling tot = anders dan
in verband met = door, voor
inzake het = over het
kenbaar maken, kenbaar gemaakt = laten weten
kennis genomen = lezen
ligt ten grondslag aan, ten grondslag = is de reden
met behulp van, door middel van, door toedoen van = met, door
met betrekking tot, met het oog op, ten aanzien van, ten opzichte van, in het licht van = over, bij
met dien verstande = maar
met inachtneming van, met inachtneming = volgens
met ingang van = vanaf
met name = vooral
met terugwerkende kracht = ook voor eerder
met uitzondering van = behalve
mocht u = als u
naar aanleiding van, naar aanleiding hiervan = door, over
naar behoren = goed
naar voren = blijkt
niet eerder dan = pas
niet in staat = kan niet
om redenen van = door
onder vermelding van = met
onder verwijzing naar, verwijzend naar, onder referte aan = over
onder voorbehoud van = als
op basis van, op grond van, op grond hiervan = door, volgens
op de hoogte stellen, op de hoogte gesteld, op de hoogte = laten weten
op generlei wijze, op geen enkele wijze = niet
op korte termijn, op afzienbare termijn, op termijn = noem de dag
op prijs stellen, op prijs = fijn vinden
overgaan tot, over te gaan tot, gaan over tot = doen
per abuis = per ongeluk
per heden, met ingang van heden, met ingang van = vanaf
pro rata = naar verhouding
schrijven d.d. = brief van
stelt u in staat = kunt u
te allen tijde = altijd
ten bate van, ten behoeve van, ten gunste van = voor
ten bedrage van, ter hoogte van = van
ten dele = voor een deel
ten eerste = eerst
ten einde = om
ten gevolge van = door
ten name van = op naam van
ten tijde van = tijdens
ten zeerste = heel
tenlaste van, ten laste van = betaald door
ter attentie van = voor
ter beschikking stellen, ter beschikking, tot uw beschikking = geven
ter bespreking van, ter bespreking = om te praten over
ter betaling van, ter voldoening van = om te betalen
ter inzage = om te lezen
ter kennis brengen, ter kennisneming, ter informatie = laten weten
ter kennisgeving = om te weten
ter verkrijging van = om te krijgen
ter voorkoming van = om niet te
ter zake = hierover
tot en met heden, tot op heden, tot dusver, tot dusverre = tot nu
tot gevolg hebben, tot gevolg = zorgen voor
tot stand brengen, tot stand komen = maken
treft u, treft u aan, aan te treffen = ziet u
uit dien hoofde, uit hoofde van = door
uit hoofde = door, volgens
van belang, van groot belang = belangrijk
van de hand wijzen = nee zeggen op
van kracht, van toepassing, van toepassing zijnde = geldt
van mening bent, van mening zijn, van oordeel = vindt
van rechtswege = door de wet
van uw zijde, van onze zijde = van u, van ons
verdient aanbeveling = is beter
verdient het aanbeveling, verdient aanbeveling = is het beter
voor akkoord = ja
voor wat betreft, wat betreft, voor wat aangaat = over
voor zover = als
waarvan akte = goed gelezen
worden geacht te = moeten
wordt verwacht, van je verwacht, van u verwacht = moet
zaak is = moet
zich wenden = vragen, bellen
zo spoedig mogelijk, zo snel mogelijk, ten spoedigste = noem de dag
zorg dragen voor, zorg te dragen, zorg te dragen voor, draagt zorg = zorgen
"""

HARD_PHRASES: Final = {tuple(form.split()): plain for form, plain in parsed(_LINES).items()}
"""The words of each phrase in small letters, and what to write."""

BY_FIRST: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    first: tuple(
        sorted((form for form in HARD_PHRASES if form[0] == first), key=lambda form: (-len(form), form))
    )
    for first in sorted({form[0] for form in HARD_PHRASES})
}
"""The phrases by their first word, the longest first."""
