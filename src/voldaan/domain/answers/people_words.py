"""Expressions about the person: who died, is in the hands of a counsellor or administrator, is another, or moved.

The first two are found before anything else: what is sent to them after all does harm, and the law stops reminders.
Their points are above all others, and so that even a weak sign is shown.
"""

from typing import Final

from voldaan.domain.answers.values import AnswerKind, Row

_DECEASED: Final = (
    Row("overleden|overlijden|overlijd|overleed|overlijdens*|overledene", 100),
    Row("gestorven|verongelukt|heengegaan|ontslapen|gecremeerd|begraven|doodgegaan|stierf", 100),
    Row("nalatenschap|erfgena*|erfenis|erven|erflater|verklaring_van_erfrecht|boedel*|executeur*", 100),
    Row(
        "beneficiair*|testament|testamentair*|erfrecht|condoleance*|rouwkaart|uitvaart|begrafenis|crematie",
        100,
    ),
    Row("wijlen|weduwe|weduwnaar|zelfdoding|zelfmoord|euthanasie", 100),
    Row("leeft|leven|leefde ... niet_meer", 100),
    Row("niet_meer|niet_langer ... in_leven|onder_ons", 100),
    Row(
        "@KIN|hij|zij|ze|die is|was er ... niet_meer",
        100,
        why="A gentle way to say it: 'zij is er niet meer'.",
    ),
    Row("er_niet_meer & @KIN|hij|zij|ze", 80),
    Row("ons|mij ontvallen|verlaten", 100),
    Row("@KIN ... verloren|kwijtgeraakt", 100),
    Row("afscheid ... genomen|nemen|van & @KIN|haar|hem", 100),
    Row("@KIN|hij|ze|zij ... dood", 100),
    Row(
        "dood & @KIN|hij|ze|zij|gegaan|is",
        90,
        unless=("doodziek|doodmoe|dood_ziek|dood_moe|dood_ergeren|dood_op",),
    ),
    Row("passed_away|passed_on|deceased|died|late_husband|late_wife|bereaved|bereavement|funeral", 100),
    Row("executor|executrix|probate|estate_of|his_estate|her_estate|the_estate", 100),
    Row("the_late mr|mrs|ms|miss|dr|sir|@KIN", 100, why="Not 'the late reply', which is nobody who died."),
    Row("@KIN|he|she is|was dead", 100),
    Row("lost my|our|her|his ... @KIN", 100),
    Row("no_longer ... alive|with_us", 100, unless=("employed|work|works|working",)),
    Row("has_died|dies|death", 100, unless=("sick_to_death|death_threat*",)),
    Row("uit ... gestapt", 80, unless=("abonnement|contract|bedrijf|vof|zaak|uit_de|maatschap",)),
    Row("einde|eind ... aan ... leven ... gemaakt|maken", 100),
    Row(
        "laatste_rustplaats|begraafplaats|ter_aarde|rouw|rouwen|rouwperiode|opgebaard|sterfgeval|"
        "sterfdatum|stervensdatum",
        100,
    ),
    Row(
        "@KIN|hij|zij|ze|haar|hem ... verlaten|heengegaan|ontvallen|ingeslapen",
        80,
        unless=("bedrijf_verlaten|pand_verlaten|huis_verlaten|zaak_verlaten",),
    ),
    Row("verlies|heengaan|gemis van & @KIN", 90),
    Row(
        "@KIN|he|she|mr|mrs|ms ... passed",
        90,
        unless=("passed_on_the|passed_it|passed_this|passed_your|passed_me",),
    ),
    Row("passed on & @KIN|he|she|mr|mrs|ms", 90, unless=("passed_on_to|passed_on_your|passed_on_the",)),
    Row(
        "widow|widower|next_of_kin|nabestaande|nabestaanden|heir|heirs|inheritance|nagelaten|langstlevende",
        95,
    ),
    Row("notaris & erf*|@KIN|afwikkel*|post", 70, unless=("bv|aandelen|koop|hypotheek",)),
    Row("lost ... battle|fight|life", 90),
    Row(
        "gecremeerd|begraven|begroeven|cremated|buried|burial|cremation|memorial|funeral_director|"
        "uitvaartverzeker*|rouwcentrum",
        100,
    ),
    Row("sort_out|settle|settling & his|her|their & affairs|estate", 85),
    Row("in ... slaap overleden|heengegaan", 100),
    Row("@KIN is niet_meer", 100),
    Row("mams|paps|ons_pap|ons_mam|mam|moeke|opa|oma is|zijn niet_meer|dood", 90),
)

_DEBT_COUNSELLING: Final = (
    Row("wsnp|schuldsanering*|sanering|saneringstraject|schuldsaner*|saniet", 100),
    Row(
        "schuldhulp*|schuldhulp_verlening|schuld_hulp*|schuldbemiddel*|schuldregeling*|schuldenregeling",
        100,
    ),
    Row(
        "schuld_sanering|schulden_regeling|minnelijk_traject|minnelijke_regeling|minnelijke_schuldregeling",
        100,
    ),
    Row("bewindvoer*|beschermingsbewind*|bewindvoe*|onder_bewind*|bewind|schuldenbewind", 100),
    Row("curator*|curatele|mentorschap|onder_mentor*", 100),
    Row("mentor & regelt|doet|contact|rekeningen", 90),
    Row(
        "kredietbank|krediet_bank|budgetbeheer*|budget_beheer*|budgetcoach|inkomensbeheer|"
        "schulddienstverlening",
        100,
    ),
    Row("failliet|faillissement*|faillisement*|faillietverklaring|surseance*|surceance*", 100),
    Row("homologatie|whoa|moratorium|dwangakkoord|boedelkrediet", 90),
    Row("bankrupt|bankruptcy|insolvent|insolvency|in_administration|in_liquidation|receivership", 100),
    Row("debt_management|debt_counsel*|debt_advis*|debt_help|debt_relief|debt_charity|debt_adviser*", 100),
    Row("legal_guardian|administrator & debts|finances|money", 100),
    Row("schuldeisersakkoord|schuldeisers & akkoord|voorstel|regeling", 90),
    Row("wijkteam|sociaal_team|maatschappelijk_werk*|maatschappelijk_werker|leger_des_heils|humanitas", 90),
    Row("schuldenaar|clienten|client & schulden|schuldeisers|schuldregeling", 90),
    Row("aangemeld|melden|gemeld|aanmelding|aanvraag ... gemeente & schulden|schuld|hulp", 90),
    Row("gemeente & schulden|geldzaken|financien|rekeningen", 90),
    Row(
        "te_veel|teveel|veel|overal|torenhoge|zoveel|grote schulden",
        90,
        why="Says it without the word for help: who writes this needs it.",
    ),
    Row("schulden & kan|niet|bij|iedereen|hulp|diep|probleem*", 80, unless=("jullie_schulden|uw_schulden",)),
    Row("in_de_schulden|problematische_schulden|diep_in_de_schuld", 90),
    Row(
        "voedselbank|bijstand|bijstandsuitkering|dakloos|daklozenopvang|beslagvrije_voet|loonbeslag|"
        "food_bank",
        85,
    ),
    Row("beslag & loon|uitkering|salaris|inkomen|rekening", 80),
    Row(
        "kan|kunnen ... niks|niets meer betalen",
        60,
        why="Not yet a counsellor, but a debtor with nothing left is one to look at first.",
    ),
    Row("geen_geld|geen_cent & eten|kinderen|echt|huur|meer", 60),
    Row("niet|geen ... rondkomen|rond_komen|eten_kopen", 70),
    Row(
        "ernstig|langdurig|chronisch|terminaal|doodziek|erg|heel ... ziek",
        50,
        why="Illness has no kind of its own, and such a debtor must not simply be reminded again.",
    ),
    Row(
        "ziekenhuis|ziekenhuisopname|burn_out|burnout|ziektewet|kanker|hersenbloeding|herseninfarct|"
        "beroerte|ic",
        50,
    ),
    Row(
        "psychiatr*|depressie*|depressief|dementie|dement|alzheimer|verpleeghuis|verzorgingstehuis|"
        "opgenomen_in",
        50,
    ),
    Row("chemo|chemotherapie|kanker|hartaanval|revalidatie*|coma|ggz|suicid*|arbeidsongeschikt*", 50),
    Row("hospital|cancer|seriously_ill|terminally_ill|dementia|depression|stroke|sick_leave|burn_out", 50),
    Row(
        "ben|is|was|wegens|door ... ziek|ziekte",
        35,
        unless=(
            "docent|leraar|monteur|collega|boekhoud*|administratie|medewerk*|directeur|personeel|afdeling",
            "ziek_van|ziekelijk",
        ),
    ),
    Row("afraid|threatened ... homeless|evict*|eviction", 50),
    Row("huisuitzetting|ontruiming|uit_huis_gezet|huis_uitgezet", 70),
    Row(
        "leefgeld|weekgeld|stabilisatie*|msnp|prejudicieel|crisisbewind|toeslagenaffaire|"
        "beschermingsbewindvoering",
        90,
    ),
    Row(
        "geld|financien|inkomen|bankrekening|bankpas|geldzaken|rekeningen|inkomsten|administratie ... "
        "beheerd|beheert|beheer|overgenomen ... door|stichting|begeleider|kantoor",
        80,
        unless=("boekhouder|accountant|administratiekantoor|collega",),
    ),
    Row(
        "stichting|begeleider|begeleiding|hulpverlener|ambulant|casemanager|hulpverlening & geld|betalen|"
        "rekeningen|financien|schuld*|bankpas|regelt|post|inkomen",
        75,
    ),
    Row("zelf ... niets|niks|geen|niet ... overmaken|betalen|beslissen|rekeningen|bankpas", 70),
    Row("onder ... gesteld|bewind|toezicht", 60, unless=("onder_druk*",)),
    Row(
        "rechtbank|kantonrechter|vonnis|beschikking & schuld*|bewind*|goederen|uitgesproken|gesteld|failli*",
        95,
    ),
    Row("problematische|oplopende|hoge schulden|schuldenlast", 90),
    Row(
        "schuldenlast|schuldenberg|schuldhulpmaatje|schuldbemiddelaar|geldproblemen|betalingsproblemen|"
        "financiele_problemen|financieel_zwaar|geldzorgen|armoede",
        60,
    ),
    Row("voogd|onder_voogdij|verstandelijk*|beperking|niet_begeleid|laaggeletterd|licht_verstandelijk*", 55),
    Row(
        "administration|administrators|receiver|liquidator|liquidators|winding_up|wound_up|chapter_11|"
        "examinership & company|claims|entered|appointed|creditors|direct|we",
        90,
    ),
    Row("begeleid wonen|woont|woon|wonend", 75),
    Row("woont|woon|wonen begeleid|beschermd", 75),
    Row("intake|aanmelding|traject|gesprek & schulden|schuld|gemeente|hulp", 75, unless=("kennismaking",)),
    Row("mag|mogen ... niemand|niets|niks|geen|niet ... betalen", 65, unless=("@ORDER_NUMBER|boeken",)),
    Row("restructuring|rescheduling scheme|plan|procedure", 90, unless=("company_restructuring",)),
    Row(
        "debt_restructuring|debt_review|debt_settlement|iva|voluntary_arrangement|court_appointed|"
        "insolvency_practitioner",
        95,
    ),
    Row("trustee & money|debts|judge|court|finances|bankruptcy|handles", 95),
)

_WRONG_PERSON: Final = (
    Row(
        "verkeerde|foute|onjuiste persoon|bedrijf|firma|naam|man|vrouw|entiteit|bv|onderneming|adressant|"
        "te_pakken|geadresseerde|mailadres|e_mailadres|emailadres|partij|klant|b_v|debiteur|organisatie|"
        "vestiging",
        75,
    ),
    Row(
        "niet ... juiste|goede persoon|entiteit|bedrijf|partij|bv|contactpersoon|debiteur|adres|"
        "rechtspersoon",
        75,
    ),
    Row("wrong|incorrect person|company|entity|address|party|business|debtor|email|recipient|man", 75),
    Row(
        "bedrijf|zaak|onderneming|firma|bv|winkel|rekening|factuur|nota ... niet van|voor mij|ons|mijn|onze",
        75,
        unless=("niet_van_ons_ontvangen|betaald|niet_van_mij_gehad",),
    ),
    Row("niet voor mij|ons|mijn|onze bestemd|bedoeld", 80),
    Row(
        "niet ... mijn|onze|mij_n rekening|factuur|nota|schuld|bestelling",
        70,
        unless=("betaald|ontvangen|in|op|goed|open|van|uit|binnen|betalen|rekeningnummer|gehad|gekregen",),
    ),
    Row("hoort|thuis ... niet ... bij ons|mij|mijn|onze", 75),
    Row("niet|niks|niets ... te_maken", 70, unless=("problemen|leveranc*",)),
    Row(
        "ken|kennen u|jullie|dit_bedrijf|deze_firma|deze_persoon|deze_naam|die_naam|die_persoon|"
        "deze_meneer ... niet",
        75,
    ),
    Row("ken|kennen|herken ... @NOT ... naam|persoon|bedrijf|firma", 70),
    Row("nooit|nog_nooit van u|jullie|dit_bedrijf|deze_firma|uw_bedrijf|je gehoord", 80),
    Row("never heard of", 80),
    Row("geen klant|relatie|afnemer|debiteur|klanten van|bij|meer", 80),
    Row("not a|your|the customer|client|owner|debtor", 75),
    Row(
        "nooit iets|wat|niets|zaken|klant|zakengedaan & u|jullie|u_besteld & gekocht|besteld|gedaan|"
        "afgenomen|klant|zaken",
        78,
        unless=("nooit_meer|meer_zaken",),
    ),
    Row(
        "@INVOICE|vordering|deze|dit & zusterbedrijf|zustervennootschap|zusteronderneming|"
        "dochteronderneming|andere_entiteit|andere_bv|andere_vennootschap|moedermaatschappij|holding",
        70,
    ),
    Row("andere onderneming|bedrijf|vennootschap|entiteit|rechtspersoon|firma|bv|persoon", 55),
    Row("another|different company|entity|person|business|legal_entity", 70),
    Row("@INVOICE ... op_naam_van|ten_name_van|tnv|t_n_v", 45),
    Row("werk|werkt|werkzaam|in_dienst ... niet_meer|niet_langer|geen", 75),
    Row(
        "niet_meer|niet_langer|jaar_geleden|uit_dienst ... werkzaam|in_dienst|werkt|eigenaar|vennoot|"
        "bestuurder",
        75,
    ),
    Row("uit_dienst|oud_werknemer|ex_werknemer|no_longer_work*|no_longer_employed|left_the_company", 70),
    Row("ex|ex_man|ex_vrouw|exman|ex_partner|vorige huurder|bewoner|eigenaar|@KIN", 55),
    Row(
        "rekening|factuur|schuld|nota|bestelling ... van|bij ... mijn_ex*|ex_man|ex_vrouw|vorige_huurder|"
        "vorige_eigenaar|vorige_bewoner",
        75,
    ),
    Row(
        "bedrijf|zaak|bv|vof|onderneming|vennootschap|winkel|praktijk ... verkocht|ontbonden|opgeheven|"
        "overgenomen|overgedragen|uitgeschreven|gestopt|beeindigd",
        75,
    ),
    Row("nieuwe|vorige|andere eigenaar|exploitant|uitbater", 70),
    Row(
        "not mine|ours|me|us|my|our ... company|business|invoice|bill|debt|account|order",
        70,
        unless=("received|paid|pay|in_our",),
    ),
    Row("does_not|doesn't|not belong to", 75),
    Row("not|never ... addressed|meant|intended ... to|for us|me", 75),
    Row(
        "identiteitsfraude|identiteitsdiefstal|misbruik_van_mijn_naam|op_mijn_naam_besteld|"
        "identity_theft|identity_fraud",
        80,
    ),
    Row(
        "nooit|geen ... contract|overeenkomst|account|abonnement & u|jullie",
        70,
        unless=("ontvangen|getekend_exemplaar|opgezegd",),
    ),
    Row(
        "moet|moeten|dient|should ... bij|naar|op|to ... holding|zijn|worden_gestuurd|gericht|andere_bv",
        60,
        unless=("betaal*|overgemaakt|betaling",),
    ),
    Row("onbekende|onbekend ... persoon|naam", 50),
    Row("u_moet|moet_u bij ... zijn|wezen", 60),
    Row("voor|ten_name_van|gericht_aan|geadresseerd_aan ene|een_ander|iemand_anders|iemand|een_zekere", 65),
    Row("heet|heten|naam & niet|geen|ook|andere|anders", 60, unless=("adres",)),
    Row(
        "niet_langer|niet_meer & boekhouding|administratie|vertegenwoordig*|behartig*|opdracht|client|klant",
        60,
        unless=("terugvinden|vinden|open",),
    ),
    Row("rechtstreeks ... klant|debiteur|eigenaar|hem|haar|hen|wenden", 60),
    Row("wenden|richten ... klant|eigenaar|hem|haar|hen|koper|opdrachtgever", 60),
    Row(
        "iemand_anders|someone_else|somebody_else|naamgenoot|zelfde_naam|same_name|similar_name",
        65,
        unless=("bellen|spreken",),
    ),
    Row(
        "niet|not|nooit|never ... door|by|bij|from ons|us|mij|me|you|u ... besteld|ordered|afgenomen|gekocht",
        72,
    ),
    Row("did_not|didn't|never order|ordered|buy|bought ... from you", 76),
    Row("nooit|never ... bedrijf|zaak|onderneming|company|business ... gehad|had|owned", 72),
    Row(
        "left|quit & ask|company|no_access|anymore|bank|directly",
        60,
        unless=("message|voicemail|left_over|left_to",),
    ),
    Row("ask|contact them|him|her ... directly", 58),
    Row("mogelijk|misschien|waarschijnlijk|perhaps|maybe bedoelt|bedoelen|bedoel|mean u|jullie|je|you", 66),
    Row("you mean|meant ... another|different|someone", 66),
    Row("dit_nummer|this_number & sinds|since|vorige|previous|pas|nieuw", 64),
)

_MOVED: Final = (
    Row("verhuisd|verhuist|verhuis|verhuizen|verhuizing|verhuisden|verhuisbericht|verhuisde", 75),
    Row(
        "nieuw|nieuwe|ander|gewijzigd|veranderd ... adres|postadres|woonadres|vestigingsadres|"
        "bezoekadres|factuuradres|mailadres|e_mailadres|emailadres|adresgegevens|pand|e_mail",
        72,
        unless=("@SEND ... factuur",),
    ),
    Row(
        "adres|adresgegevens|mailadres|e_mailadres|emailadres|factuuradres|postadres|mail ... gewijzigd|"
        "veranderd|aangepast|wijzigen|aanpassen|klopt_niet|bijwerken|verouderd|wijzigt|niet_meer",
        72,
    ),
    Row("adreswijziging|adres_wijziging|verhuiskaart|adresverandering|adresaanpassing", 75),
    Row("woon|woont|wonen|woonde|gewoond ... @NOT", 72, unless=("vervelend",)),
    Row("niet_meer|niet|niet_langer ... woonachtig|wonend|woont|gevestigd|bewoond|ingeschreven", 75),
    Row("andere|ander|nieuwe|nieuw adres|locatie|vestiging|pand|plek|kantoor", 65),
    Row(
        "@KIN|geadresseerde|bewoner|bewoners|huurder|huurders|mensen|familie|bewoonster|hij|zij|ze ... "
        "vertrokken",
        72,
    ),
    Row("vertrokken ... buitenland|onbekende_bestemming|noorderzon|adres|naar", 72),
    Row("onbekend ... dit_adres|adres|bestemming", 72),
    Row("retour_afzender|return_to_sender", 72),
    Row("gevestigd|verplaatst|gehuisvest ... naar|in|op|per", 60),
    Row(
        "kantoor|bedrijf|zaak|winkel|praktijk|vestiging|werkplaats|hoofdkantoor ... verplaatst|verhuisd|"
        "verkast",
        75,
    ),
    Row("moved|relocated|relocating to|out|office|offices|house|premises|away", 75),
    Row("have|has|had moved|relocated", 75),
    Row(
        "new|changed|different|forwarding|update ... address|premises|office|e_mail_address|email_address",
        70,
    ),
    Row("address ... changed|moved|no_longer|out_of_date|has_been_changed", 72),
    Row("no_longer|don't|doesn't|not live|lives|living|reside|resides|based", 75),
    Row(
        "zitten|zit|huizen|wonen|woon|staan ... sinds|nu|per|inmiddels|tegenwoordig|intussen & adres|"
        "op_de|aan_de|in_de|*straat|*weg|*laan|*plein|*kade",
        70,
        unless=("dossier|bijlage|run|batch|systeem",),
    ),
    Row("woon|wonen|woont|wonende ... niet|@NOT ... maar", 74),
    Row(
        "postbus|po_box|voortaan|in_het_vervolg|from_now_on & post|adres|brieven|naar|address|mail|sturen",
        55,
        unless=(
            "factuur ... ontvangen",
            "facturen|@ORDER_NUMBER",
        ),
    ),
    Row("post|mail ... naar|to ... adres|address|postbus", 50, unless=("@INVOICE",)),
    Row(
        "hier|here ... niet|niet_meer|nooit|not|al_jaren ... gevestigd|bekend|woonachtig|ingeschreven|"
        "lives|wonen|woont",
        74,
    ),
    Row("nieuwe|vorige bewoners|bewoner|huurders|occupants", 60),
    Row("doorgestuurd|doorgezonden|forwarded & bewoner*|oude|adres|buren|old", 62),
    Row("woonplaats|vestigingsplaats|woonadres|residence & nieuwe|huidige|andere|onze|new|current|nu", 66),
    Row(
        "correspondentie|post|correspondence|mail|letters ... naar|to ... *straat|*weg|*laan|*kade|"
        "*plein|*markt|road|street|lane|avenue",
        64,
    ),
    Row("old|former|previous|oude|vorige premises|address|office|adres|pand|kantoor|woning|huis", 64),
    Row("we|i are|am in ... these_days|now|nowadays", 58),
    Row(
        "appartement|woning|huis|kamer|apartment|house|flat & opgeleverd|verlaten|verkocht|opgezegd|"
        "ontruimd|uitgezet|sold|left|verhuurder",
        56,
        unless=("factuur|abonnement",),
    ),
)

PEOPLE_ROWS: Final[dict[AnswerKind, tuple[Row, ...]]] = {
    "DECEASED": _DECEASED,
    "DEBT_COUNSELLING": _DEBT_COUNSELLING,
    "WRONG_PERSON": _WRONG_PERSON,
    "MOVED": _MOVED,
}
