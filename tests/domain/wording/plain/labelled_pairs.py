"""Sentences as offices write them, each beside what it means in plain Dutch: our own words, labelled by hand.

The rules and their weights were set on `SET_ON`. `KEPT_APART` was written at the same time, before any rule, and
looked at once, when the rules stood.
"""

from typing import Final

Pair = tuple[str, str]
"""The hard sentence, and the plain one or the plain ones."""

SET_ON: Final[tuple[Pair, ...]] = (
    (
        "Aangaande bovengenoemde factuur delen wij u mede dat het verschuldigde bedrag door ons tot op heden niet "
        "is ontvangen.",
        "Wij hebben uw betaling van deze factuur nog niet gezien.",
    ),
    (
        "Wij verzoeken u derhalve zorg te dragen voor betaling van het openstaande saldo voor de hierboven genoemde "
        "datum.",
        "Wilt u het bedrag voor 4 december betalen?",
    ),
    (
        "Indien u van mening bent dat de in rekening gebrachte bedragen onjuist zijn, kunt u schriftelijk en "
        "gemotiveerd bezwaar kenbaar maken.",
        "Klopt het bedrag niet? Schrijf ons wat er niet klopt.",
    ),
    (
        "De betaling dient te geschieden onder vermelding van het op de factuur vermelde kenmerk.",
        "Zet het kenmerk van de factuur bij uw betaling.",
    ),
    (
        "Mocht uw betaling deze brief hebben gekruist, dan kunt u dit schrijven als niet verzonden beschouwen.",
        "Hebt u al betaald? Dan hoeft u niets te doen.",
    ),
    (
        "Ten behoeve van een correcte verwerking van uw betaling is het noodzakelijk dat het factuurnummer wordt "
        "vermeld.",
        "Zet het nummer van de factuur erbij. Dan zien wij dat het uw betaling is.",
    ),
    (
        "Ingeval van liquiditeitsproblemen bestaat de mogelijkheid tot het treffen van een betalingsregeling.",
        "Lukt het niet in één keer? Dan kunt u in delen betalen.",
    ),
    (
        "Uit onze administratie is gebleken dat de door u op 3 mei ontvangen factuur nog niet is voldaan.",
        "De factuur van 3 mei staat nog open.",
    ),
    (
        "Teneinde de afhandeling te bespoedigen, verdient het aanbeveling het bijgevoegde formulier volledig ingevuld "
        "te retourneren.",
        "Vul het formulier helemaal in en stuur het terug. Dan gaat het sneller.",
    ),
    (
        "Voor eventuele vragen omtrent het vorenstaande kunt u zich wenden tot onze afdeling debiteurenbeheer.",
        "Hebt u vragen? Bel ons dan.",
    ),
    (
        "Naar aanleiding van uw schrijven d.d. 12 oktober jl. berichten wij u als volgt.",
        "U schreef ons op 12 oktober. Dit is ons antwoord.",
    ),
    (
        "Het is niet onmogelijk dat de betaling, die door uw bank reeds in behandeling is genomen, nog niet door ons is "
        "verwerkt.",
        "Misschien is uw betaling onderweg.",
    ),
    (
        "Conform de van toepassing zijnde algemene voorwaarden bedraagt de betalingstermijn dertig dagen na "
        "factuurdatum.",
        "U hebt dertig dagen om te betalen.",
    ),
    (
        "Gelieve het bedrag, zijnde € 85,00, over te maken op rekeningnummer NL91 ABNA 0417 1643 00 t.n.v. Groothandel "
        "De Linde.",
        "Maak € 85,00 over naar Groothandel De Linde. De rekening is NL91 ABNA 0417 1643 00.",
    ),
    (
        "Hierbij ontvangt u een overzicht van de nog openstaande posten alsmede een kopie van de desbetreffende "
        "facturen.",
        "U ziet hier welke facturen nog open staan. De facturen zitten erbij.",
    ),
    (
        "Uw verzoek om uitstel van betaling is door ons in goede orde ontvangen en zal zo spoedig mogelijk worden "
        "beoordeeld.",
        "U vroeg om later te betalen. Wij laten u deze week weten of dat kan.",
    ),
    (
        "Het in mindering brengen van de reeds gedane betalingen op het totaalbedrag heeft inmiddels plaatsgevonden.",
        "Wat u al betaalde, hebben wij van het bedrag afgehaald.",
    ),
    (
        "Wij stellen het op prijs indien u ons, voor zover de factuur nog niet is betaald, binnen afzienbare tijd in "
        "kennis stelt van de reden daarvan.",
        "Laat u ons weten waarom de factuur nog open staat?",
    ),
    (
        "In afwijking van het bepaalde in onze eerdere correspondentie is de uiterste betaaldatum gewijzigd.",
        "De laatste dag om te betalen is veranderd.",
    ),
    (
        "De restitutie van het teveel betaalde zal na verificatie van uw bankgegevens plaatsvinden.",
        "U hebt te veel betaald. Wij controleren uw rekening en maken het dan over.",
    ),
    (
        "Ter voorkoming van misverstanden wijzen wij u erop dat betaling uitsluitend op genoemd rekeningnummer kan "
        "plaatsvinden.",
        "Betalen kan alleen op deze rekening.",
    ),
    (
        "Uw factuur, waarvan de vervaldatum inmiddels is verstreken en waarover wij u eerder berichtten, is nog niet "
        "geheel betaald.",
        "Een deel van uw factuur staat nog open.",
    ),
    (
        "Bij het ontbreken van een afschrift van de overeenkomst kan dit bij ondergetekende worden opgevraagd.",
        "Hebt u het contract niet meer? Vraag het mij.",
    ),
    (
        "Wij attenderen u op de mogelijkheid van automatische incasso, waarmee tijdige betaling wordt gewaarborgd.",
        "U kunt ook automatisch laten betalen. Dan gaat het altijd op tijd.",
    ),
    (
        "Betreffende de facturen 2026-118, 2026-119 en 2026-120 d.d. 3, 4 en 5 oktober resteert een saldo van "
        "€ 120,00, € 45,50 respectievelijk € 12,25.",
        "Drie facturen staan nog open. In het overzicht ziet u de bedragen.",
    ),
    (
        "Behoudens tegenbericht gaan wij ervan uit dat de gemaakte betalingsafspraak wordt gecontinueerd.",
        "De afspraak over betalen loopt gewoon door.",
    ),
)

KEPT_APART: Final[tuple[Pair, ...]] = (
    (
        "Het totaal van de aan u gezonden facturen waarvoor betaling nog dient plaats te vinden, treft u onderstaand "
        "aan.",
        "Hieronder ziet u wat u nog moet betalen.",
    ),
    (
        "Ongeacht hetgeen telefonisch werd besproken, blijft de oorspronkelijke betaaltermijn onverminderd van kracht.",
        "De eerste datum om te betalen blijft gelden, ook na ons gesprek.",
    ),
    (
        "Ingevolge uw verzoek werd de incassering van het maandbedrag met ingang van heden opgeschort.",
        "U vroeg ons om te stoppen met afschrijven. Dat hebben wij gedaan.",
    ),
    (
        "Zodra de creditering administratief is verwerkt, wordt u hiervan separaat op de hoogte gesteld.",
        "U hoeft dit deel niet te betalen. U krijgt daarover een bericht van ons.",
    ),
    (
        "Bijgaand doen wij u de specificatie toekomen waaruit de opbouw van het bedrag valt af te leiden.",
        "In de bijlage ziet u hoe wij het bedrag hebben berekend.",
    ),
    (
        "Het niet vermelden van het betalingskenmerk kan resulteren in vertraging bij de verwerking van uw betaling.",
        "Zonder het kenmerk kan het langer duren voordat wij uw betaling zien.",
    ),
    (
        "Met inachtneming van het bovenstaande zien wij uw betaling binnen de gestelde termijn gaarne tegemoet.",
        "Wilt u voor 4 december betalen?",
    ),
    (
        "De overeengekomen termijnbedragen worden geacht telkenmale voor de eerste van de maand te zijn bijgeschreven.",
        "Betaal elk deel voor de eerste dag van de maand, dan loopt alles goed.",
    ),
    (
        "Voor het geval u niet in staat bent het gehele bedrag ineens te betalen, nodigen wij u uit contact met ons op "
        "te nemen ter bespreking van alternatieven.",
        "Kunt u niet alles in één keer betalen? Bel ons. Wij denken mee.",
    ),
    (
        "Uw bericht inzake de vermeende onjuistheid van de factuur is ter behandeling doorgeleid naar de verantwoordelijke "
        "medewerker.",
        "U schreef dat de factuur niet klopt. Een collega zoekt het uit.",
    ),
    (
        "De factuur, die op uw verzoek aan de zakelijke vestiging aan de Havenkade is geadresseerd, werd retour ontvangen.",
        "Wij stuurden de factuur naar de Havenkade. Die kwam bij ons terug.",
    ),
    (
        "Wij behouden ons voor de nog niet gefactureerde leveringen op een later tijdstip te berekenen.",
        "Voor een deel van wat wij leverden, krijgt u later een factuur.",
    ),
    (
        "Zonder uw uitdrukkelijke instemming zullen er geen wijzigingen worden doorgevoerd in de afgesproken "
        "betalingswijze.",
        "Wij veranderen niets aan hoe u betaalt, tenzij u dat wilt.",
    ),
    (
        "Het door u ingediende bezwaar tegen de hoogte van het gefactureerde bedrag is gegrond bevonden.",
        "U hebt gelijk: het bedrag op de factuur was te hoog.",
    ),
)
