"""Words inside names: what they are before anybody compares them. All in small letters, without accents."""

TITLES = frozenset(
    "hr dhr heer mw mevr mevrouw mej mijnheer fam familie gezin erven erfgenamen wed weduwe "
    "drs ing ir mr dr prof bsc msc jr sr mrs ms monsieur madame herr frau tav cq".split()
)
FOREIGN_PREFIX = "la"
"""The word under which prefixes of other languages are kept."""

PREFIXES = {
    **dict.fromkeys("van vd vdn vander vanden vande von vom".split(), "van"),
    **dict.fromkeys("de den der het".split(), "de"),
    **dict.fromkeys("ter ten te tot".split(), "ter"),
    **dict.fromkeys("in op aan bij onder over uit".split(), "op"),
    **dict.fromkeys("el al la le les du di da do dos del della los las".split(), "la"),
}
"""What stands before a surname, and under which word it is kept: `van der`, `van den` and `v.d.` are one."""

LEFT_OF_THE_ARTICLE = frozenset("t")
"""What banks leave of `het` in `van 't`."""

BETWEEN_BEARERS = frozenset("en and und et eo of ofwel hodn thodn inz inzake via namens co".split())
"""Between two who bear a name together, a person and a trade name, or one who pays and one for whom."""

DOTTED_WORDS = frozenset("vd tav hodn thodn".split())
"""Letters with dots between them that are a word, and no initials."""

WRITTEN_SHORT = {
    "stg": "stichting", "sticht": "stichting", "ver": "vereniging", "vver": "vereniging",
    "gem": "gemeente", "geb": "gebroeders", "gebr": "gebroeders", "mij": "maatschappij",
    "adm": "administratie", "intern": "international", "int": "international", "ned": "nederland",
    "bedr": "bedrijf", "inst": "installatie", "serv": "services", "techn": "techniek",
    "hold": "holding", "expl": "exploitatie", "verz": "verzekeringen", "ass": "assurantien",
    "coop": "cooperatie", "ond": "onderneming", "vastg": "vastgoed",
}  # fmt: skip
"""Short forms in the names of firms, and what they stand for."""

ORGANISATION_WORDS = frozenset(
    "beheer holding exploitatie groep group vastgoed onroerend goed management participaties deelnemingen "
    "beleggingen nederland holland benelux europe international onderneming ondernemingen bedrijf bedrijven "
    "maatschappij firma gebroeders zonen zoon dochters company services service diensten administratie "
    "crediteuren crediteurenadministratie boekhouding stichting vereniging cooperatie eenmanszaak projecten "
    "project solutions partners associates trading invest investments finance".split()
)
"""Words that tell how a firm is organised. One with such a word can be the same as one without, or its parent."""

TRADE_WORDS = frozenset(
    "bakkerij slagerij garage kapsalon hotel cafe restaurant bistro brasserie eetcafe cafetaria snackbar "
    "lunchroom pizzeria bouw timmerbedrijf aannemersbedrijf aannemer loodgieter loodgietersbedrijf schilders "
    "schilderwerken schildersbedrijf schoonmaak schoonmaakbedrijf transport transporten logistiek logistics "
    "tandarts tandartspraktijk huisarts huisartsenpraktijk apotheek fysiotherapie praktijk kliniek school "
    "basisschool kinderopvang bloemen bloemist tuin tuinen hoveniers hoveniersbedrijf groen advocaten "
    "advocatuur accountants accountant administratiekantoor makelaardij makelaars makelaar advies consultancy "
    "consulting techniek elektro elektrotechniek installatie installaties installatiebedrijf auto autos "
    "autobedrijf automotive rijwielen fietsen mode schoenen wonen interieur interieurs keukens meubelen "
    "meubels supermarkt slijterij drogist drukkerij media design studio software ict automatisering webdesign "
    "reclame marketing events catering horeca verhuur verhuizingen sport fitness sportclub voetbalvereniging "
    "tennisvereniging zorg thuiszorg woonzorg zorggroep uitzendbureau detachering makelaar dierenarts "
    "dierenkliniek manege camping recreatie reizen taxi autorijschool rijschool muziek theater museum kerk "
    "parochie gemeente provincie waterschap handel handelsonderneming groothandel import export food winkel "
    "shop webshop optiek juwelier boeken boekhandel beveiliging metaal metaalbewerking constructie lasbedrijf "
    "dakdekkers stukadoors tegelzetters montage machines landbouw melkveehouderij kwekerij veehandel".split()
)
"""Words that tell what a firm does: two firms with different ones are two firms."""

FIRM_ENDINGS = (
    "bedrijf", "handel", "techniek", "kantoor", "winkel", "centrum", "advies", "beheer", "praktijk",
    "vereniging", "school", "installaties", "werken", "diensten", "service", "services", "zorg", "groep",
    "systems", "industrie", "fabriek", "atelier", "bouw", "club", "fonds", "coaching", "management",
)  # fmt: skip

FIRST_NAMES = frozenset(
    "jan piet kees henk johan johannes hendrik willem wim peter pieter paul erik eric mark marco martin "
    "maarten marcel michel michael rob robert ron ronald richard rick rik dennis daan daniel david tim tom "
    "thomas bas bart ben bram chris christiaan cor cornelis dirk edwin eduard frank frans fred gerard gert "
    "gerrit hans harry herman hugo jaap jacob jeroen jelle jesse joop joost jos jorn karel klaas koen lars leo "
    "luuk lucas mohamed mohammed ahmed ali mehmet mustafa hassan fatima nick niels olaf oscar patrick ramon "
    "rene roel ruud sander sjoerd stefan steven theo ton victor vincent wouter anna anne annie anja anita "
    "angela astrid babette bianca brigitte carla carolien chantal christina claudia corrie daphne debora diana "
    "dora eline elisabeth els ellen emma esther eva femke floor francisca fleur gerda greet hanna hannah "
    "hanneke helena hilde ilse inge ingrid irene iris janna jannie jeanine jessica johanna joke judith julia "
    "karin kim klara laura lieke linda lisa lotte louise maaike manon margriet maria marianne marie marieke "
    "marijke marjan marleen marloes martine mieke miranda monique nathalie nicole nina noor petra ria roos "
    "sandra sanne sara saskia silvia simone sofie sophie susan suzanne sylvia tessa tineke truus wendy willy "
    "wilma yvonne".split()
)
"""A first name that two names have in common says nothing: the surname does."""

CALLED = {
    "kees": "c", "cees": "c", "hans": "j", "koos": "j", "sjaak": "j", "sjef": "j", "ans": "j", "sjors": "g",
    "truus": "g", "toon": "a", "ton": "a", "guus": "a", "dolf": "a", "klaas": "n", "bep": "e", "els": "e",
    "lies": "e", "toos": "c", "riet": "m", "ria": "m", "mia": "m", "jet": "h", "bart": "l", "bert": "a",
    "nel": "p", "nelleke": "p", "tineke": "c",
}  # fmt: skip
"""First names whose initial is another letter: who is called Kees signs as C."""

COMMON_SURNAMES = frozenset(
    "jong jansen vries berg dijk bakker janssen visser smit meijer boer mulder groot bos vos peters hendriks "
    "leeuwen dekker brouwer wit dijkstra smits graaf meer linden kok jacobs haan vermeulen heuvel veen broek "
    "bruijn schouten beek willems vliet hoekstra maas verhoeven koster dam prins blom huisman peeters jonge "
    "kuipers veenstra kramer brink postma bosch post wal vink bosman hofman jonker kuiper evers martens "
    "gerritsen hermans molenaar driessen beer ven timmermans brands roos rooij pol schipper velde hoek wijk "
    "horst vonk laan scholten meyer sanders hendrix bruin zwart jager klein kuijpers groen wolf ruiter verbeek "
    "hoeven willemsen bergh nguyen yilmaz kaya ali ahmed khan singh chen mohamed schmidt muller".split()
)
"""Surnames so common that bearing one proves little in any book (one in 200 to one in 5,000 persons)."""

COMMON_WORDS = frozenset(
    "factuur facturen faktuur fact fac fnr nota rekening rek rnr invoice inv nummer num nrs factuurnummer "
    "factuurnr rechnung facture kenmerk betalingskenmerk referentie ref bon order bestelling opdracht offerte "
    "betaling betaald betalen betreft betr overboeking overschrijving storting deel deelbetaling termijn "
    "aanbetaling voorschot restant rest saldo totaal bedrag incl excl btw korting credit creditnota euro eur "
    "klant klantnr klantnummer debiteur debiteurnummer debnr deb relatie relatienr relatienummer lidnr "
    "lidnummer contract polis dossier dossiernr huur maand week jaar kwartaal periode dag datum van het een "
    "voor met aan per naar door uit bij tot ook nog wij uw uit dit dat die der den des het zie conform zoals "
    "volgens inzake inz bedankt dank groet groeten mvg vriendelijke hartelijk alvast graag januari februari "
    "maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sep "
    "sept okt nov dec january february march may june july october maandag dinsdag woensdag donderdag vrijdag "
    "zaterdag zondag ideal tikkie sepa iban bic naam omschrijving kenm eref remi trtp machtiging "
    "transactie trans transactienr notprovided via mollie adyen betaalverzoek spoed herinnering aanmaning "
    "abonnement contributie levering geleverd diensten dienst werk werkzaamheden service onderhoud product "
    "producten spullen materiaal reparatie and the for payment paid bill thanks thank you".split()
)
"""Words that anybody writes with a payment: nothing is learned from them."""
