"""Expressions of how somebody is going to pay: on a day, in parts, or by setting something off."""

from typing import Final

from voldaan.domain.answers.values import AnswerKind, Row

_IF: Final = ("@IF & @PAY|betaal|voldaan|overmaken|pay|transfer|betalen|over",)

_PROMISE: Final = (
    Row(
        "betaal|betalen|betaald|betaling ... @WHEN",
        58,
        unless=(
            *_IF,
            "heb|hebben|is|was ... betaald",
            "niet|geen ... betalen|betaal|betaald",
            "?",
            "run|betaalrun|termijnen",
        ),
    ),
    Row(
        "@WHEN ... betaal|betalen|overmaken|voldoen|overboeken",
        58,
        unless=(
            *_IF,
            "niet|geen ... betalen|betaal|voldoen",
            "de_rest|termijnen|helft|per_maand",
            "kan|mag|zou|kunnen ... ?",
        ),
    ),
    Row(
        "maak|maken|boek|boeken|zet ... over|overmaken",
        58,
        unless=(
            *_IF,
            "niet ... over",
            "heb|hebben",
            "op_welk*|waar|?",
            "afspraak|zorgen|gedachten|bezwaar",
        ),
    ),
    Row("maak|maken|boek ... over", 45, unless=("niet ... over", "op_welk*|waar|hoe", "zorgen", "bezwaar")),
    Row(
        "zal|zullen|ga|gaan|gaat|zorg|zorgen|beloof ... @PAY|betaald|over|betaling|voldaan|overgemaakt|"
        "regelen|in_orde|overschrijven|voldoening",
        58,
        unless=(
            *_IF,
            "niet|geen|nooit ... @PAY|betaald|over|tot_betaling",
            "?",
        ),
    ),
    Row(
        "wordt|worden|word|zal ... @PAID|geregeld|betaalt|gedaan|in_orde_gemaakt",
        58,
        unless=(
            *_IF,
            "niet ... betaald|voldaan",
            "?",
            "heb|hebben ... betaald",
        ),
    ),
    Row(
        "@IF & betaal|betalen|overmaken|over|voldoen|voldaan|betaald|pay|transfer & dan|direct|meteen|"
        "rest|gelijk|wij|we|ik|i|you",
        40,
        unless=(
            "niet ... betalen|betaal",
            "al_betaald|reeds|already_paid|al_voldaan",
        ),
        why="A promise with a condition: what the condition asks for leads.",
    ),
    Row(
        "u|jullie ... ontvangt|ontvangen|krijgt|krijgen ... betaling|bedrag|geld|het",
        58,
        unless=(
            "?",
            "hebben|heeft|niet|nooit",
        ),
    ),
    Row("betaling|payment|bedrag|geld ... volgt|komt|follow|follows|komt_eraan|coming", 58),
    Row(
        "komt|kom ... maandag|dinsdag|woensdag|donderdag|vrijdag|morgen|deze_week|volgende_week ... kant|"
        "op|binnen|goed",
        56,
    ),
    Row("komt ... goed|in_orde|voor_elkaar", 40),
    Row(
        "doe|regel|regelen|doen|fix ... vandaag|morgen|vanavond|vanmiddag|vrijdag|maandag|direct|meteen|"
        "gelijk|nu|deze_week|volgende_week|z_s_m|zsm|dinsdag|woensdag|donderdag|zaterdag|zondag",
        56,
        unless=(
            "betaald",
            "kan|kunt ... ?",
        ),
    ),
    Row(
        "vandaag|morgen|vanavond|vanmiddag|vrijdag|maandag|direct|meteen|deze_week|volgende_week ... "
        "doen|regelen|geregeld|in_orde|gedaan|voor_elkaar|doe",
        56,
        unless=("al|gisteren|klacht|bellen|heb|is ... gedaan|geregeld",),
    ),
    Row(
        "vergeten|ontsnapt|ontgaan|ontschoten|over_het_hoofd_gezien|forgot|slipped|overlooked",
        42,
        unless=("te_versturen|jullie|u_bent|bijlage",),
    ),
    Row(
        "i'll|we'll|will|shall|going_to ... pay|transfer|settle|wire|arrange|be_paid|paid|follow",
        58,
        unless=(
            "not|never|won't ... pay|settle",
            "if|once|as_soon_as|until|when ... then|we|i",
            "pay_run|payment_run",
        ),
    ),
    Row("will|i'll|we'll ... pay|transfer|settle & @IF", 40, unless=("not|never ... pay",)),
    Row(
        "salaris|loon|vakantiegeld|uitkering|kinderbijslag|loon|salary|payday|toeslag ... betaal|betalen|"
        "over|binnen|dan|krijg",
        50,
        unless=("beslag|in_delen",),
    ),
    Row(
        "mag|kan|zou ... betalen ... op|voor|na|uiterlijk|eind ... @WHEN|#",
        57,
        unless=("helft|termijnen|delen|per_maand|keer|x",),
        why="Asks leave for a day: the day is what counts.",
    ),
    Row(
        "uitstel|more_time|extension|extra_tijd|wat_langer|respijt & betal*|pay|vragen|krijgen|mogelijk|"
        "week|weken|dagen|mag|kan|could|need",
        48,
    ),
    Row(
        "voor|uiterlijk|before|by ... @WHEN|# & betaling|betaal|bedrag|ontvangt|payment|pay|geld",
        50,
        unless=(
            "heb|hebben|is ... betaald",
            "graag|gaarne|moet_ik|?",
        ),
    ),
    Row("zet|zetten|maak|maken ... betaling ... klaar|in_gang", 58, unless=("heb|hebben|?",)),
    Row(
        "take_care_of|get_this_paid|sort_this|sort_it|get_it_paid|arrange_payment|process_the_payment & "
        "@WHEN|will|i'll|we'll",
        54,
    ),
    Row("you ... see|have|receive|get ... by|before|on ... @WHEN|#", 54, unless=("did|not",)),
    Row("boeken|boek|schrijf|schrijven ... over|door|af", 52, unless=("heb|hebben|niet|?", "tegen_elkaar")),
    Row("wachten|wacht|verwacht|verwachten ... betaling|geld ... klant|opdrachtgever|van|binnen", 42),
    Row(
        "betaling|betaal ... in_orde|regelen|doen|maken & maandag*|dinsdag*|woensdag*|donderdag*|"
        "vrijdag*|zaterdag*|zondag*|morgen*|week",
        57,
        unless=(
            "heb ... gedaan|gemaakt",
            "?",
        ),
    ),
    Row("@WHEN ... heeft|hebt|hebben u|jullie|je ... het|geld|bedrag", 57, unless=("?",)),
    Row("funds|money|cash ... released|available|come|arrive|in ... @WHEN", 50),
    Row("first on|in my|our|the list", 46),
)

_IN_PARTS: Final = (
    Row(
        "termijnen|*termijnen|termijn_bedragen|deelbetaling*|termijnbetaling*|betalingsregeling*|"
        "betaalregeling*|betaal_regeling*|betalings_regeling*|afbetalingsregeling*|betaalafspraak|"
        "afbetaling|betaalplan|betalingsplan",
        80,
        unless=(
            "betaaltermijnen|leveringstermijn*|levertermijn*",
            "geen|niet ... termijnen|regeling ... afgesproken",
        ),
    ),
    Row(
        "regeling ... treffen|mogelijk|afspreken|maken|voor|aangaan|hebben|krijgen|met",
        75,
        unless=("schuld*|minnelijk*|schuldregeling",),
    ),
    Row("een regeling", 62, unless=("schuld*|minnelijk*",)),
    Row("gespreid|gespreide|spreiden|uitsmeren|gefaseerd|opsplitsen|splitsen", 78),
    Row(
        "in|over|met|naar ... #|een|twee|drie|vier|vijf|zes|acht|tien|twaalf|paar|enkele|gelijke|kleine "
        "keer|x|delen|maanden|gedeelten|gedeeltes|stukken|stukjes|porties|keren|betalingen|bedragen",
        74,
        unless=("niet_binnen|al_twee_keer|gebeld|gezegd|gemaild",),
    ),
    Row("in delen|stukjes|gedeelten|gedeeltes|parts|bits", 74),
    Row("niet in een|1|1x|n|een_keer|1_keer [keer|x]", 70),
    Row("# x", 50, unless=("gebeld|gemaild|gezegd",)),
    Row("niet ... ineens|in_een_keer|in_1_keer|in_1x|in_1_x", 74),
    Row(
        "per|in_de|elke|iedere|a|each|per_month maand|week|month ... @PAY|aflossen|afbetalen|missen|lukt|"
        "iets|pay",
        74,
        unless=("betaalrun|run|betalen_altijd|eens_per_maand|wij_betalen_een*",),
    ),
    Row("aflossen|afbetalen|af_te_lossen|af_te_betalen|afbetaal|aflos|pay_off|paid_off", 74),
    Row(
        "@PAY|aflossen|afbetalen|euro|euros|pay|missen|# ... per|a|each|every|in_de|elke|iedere maand|"
        "month|week|mnd",
        74,
        unless=("betaalrun|run|abonnement|huur|kost|wij_betalen|eens",),
    ),
    Row(
        "helft|deel|gedeelte|half|part & rest|andere_helft|later|nu|volgende_maand|now|remainder|alvast|"
        "daarna",
        72,
        unless=("geleverd|kapot|maar_de_helft|gehad|werk|half_werk",),
    ),
    Row(
        "de_rest|het_restant|the_rest|restant ... volgende|later|in|op|next|daarna|eind",
        70,
        unless=("@IF",),
    ),
    Row(
        "instalments|installments|instalment|installment|payment_plan|repayment_plan|monthly_payments|"
        "payment_arrangement|staged_payments",
        80,
    ),
    Row("only|can pay # ... month|week|now", 70),
    Row("kan|can ... hooguit|maximaal|alleen|slechts|only ... # ... betalen|missen|pay", 65),
    Row("spread|stagger|split ... balance|payment|payments|amount|over|cost", 76),
    Row("eerst ... # ... daarna|en_dan|vervolgens", 72),
    Row(
        "first_payment|eerste_betaling|eerste_termijn|beetje_bij_beetje|stukje_bij_beetje|"
        "little_by_little|bit_by_bit",
        72,
    ),
    Row(
        "per|elke|iedere|each|every week|maand|month & betaal|overmaken|betalen|afgelost|pay|voldoen|#_euro",
        74,
        unless=("betaalrun|run|abonnement|huur|kost|wij_betalen|eens|mail|brief|herinnering",),
    ),
    Row("ineens|in_een_keer|all_at_once|in_one_go & te_veel|teveel|niet|lukt|can't|cannot|too", 74),
    Row(
        "afspreken|afspraak & betalen|voldoen|beetje|maand|week",
        56,
        unless=("prijs|offerte|afgesproken_prijs",),
    ),
    Row(
        "verdelen|verdeel|verdeeld|verspreid|verspreiden|uitspreiden & maanden|weken|bedrag|betal*|rekening",
        74,
    ),
    Row(
        "elke|iedere|per|each|every|a|in_de maand|week|month ... # ... voor|opzij|apart|missen|sparen|"
        "afbetal*|set_aside",
        74,
    ),
    Row("# ... now|nu ... balance|rest|remainder|restant", 74),
    Row(
        "monthly|maandelijkse|gelijke|equal ... amounts|bedragen|delen|payments|betalingen|stappen",
        76,
        unless=("run|betaalrun|huur",),
    ),
)

_SET_OFF: Final = (
    Row(
        "verrekenen|verreken|verrekening|verrekend|verrekenden|verrekent|wegstrepen|weggestreept|"
        "wegstreep|gesaldeerd|salderen|saldering|compenseren|compensatie_toepassen|verrekeningen",
        80,
        unless=(
            "niet|ten_onrechte|verkeerd ... verrekend",
            "verkeerd_verrekend",
        ),
    ),
    Row("streep|strepen|streept ... weg|af|tegen", 75),
    Row("tegenvordering|tegen_vordering|schuldvergelijking|counterclaim|contra_account", 82),
    Row(
        "set_off|setoff|set_this_off|set_it_off|offset|offsetting|netting|net_off|net_this|net_it|contra",
        80,
    ),
    Row("set ... off ... against", 80),
    Row(
        "trek|trekken|haal|halen|houd|houden|hou|gaat|mag|kan|minus ... af|van_af|vanaf|ingehouden|"
        "in_mindering",
        62,
        unless=(
            "hou_op|houd_op",
            "afspraak|af_van",
            "@IF ... vanaf",
        ),
    ),
    Row(
        "trek|trekken|haal|halen ... daar|er|ervan|daarvan|hiervan|waarborgsom|borg ... af|vanaf|van_af|"
        "waarborgsom|borg",
        76,
    ),
    Row("in_mindering|ingehouden|inhouden|houden_dat_in|houd_dat_in|houden_wij_in", 72),
    Row(
        "@YOU ... @MINE|mij ... nog|ook ... geld|schuldig|verschuldigd|betalen|euro|te_betalen|tegoed|#",
        76,
        unless=(
            "bewijs",
            "@INVOICE ... sturen",
        ),
    ),
    Row("@YOU|bent|zijn|are ... mij|ons|me|us ... schuldig|verschuldigd|owe|owing", 78),
    Row("owe us|me", 78),
    Row("schuldig & @YOU & ons|mij", 76),
    Row(
        "tegoed|te_goed|vordering|waarborgsom|borg & van|bij|op|deze ... @YOU|hiermee|u|jullie",
        74,
        unless=(
            "deze_vordering|uw_vordering|de_vordering",
            "betwist*",
        ),
    ),
    Row("nog geld|tegoed|te_goed ... van|bij @YOU", 78),
    Row(
        "onze|mijn|een_rekening_van_ons|rekening_van_mij ... factuur|rekening|nota|facturen ... @YOU|"
        "open|betaald",
        55,
        unless=(
            "uw_factuur|jullie_factuur|in_onze|op_onze|aan_onze|van_onze_rekening|van_mijn_rekening|"
            "mijn_rekening_af*|onze_rekening_af*",
            "onze_rekening|mijn_rekening ... afgeschreven",
        ),
    ),
    Row("@YOU heeft|hebben|hebt ... onze|mijn|ons ... factuur|facturen|rekening|nota ... niet", 78),
    Row("our own|invoice|invoices ... to you|unpaid|outstanding|owe", 60, unless=("in_our",)),
    Row(
        "te_vorderen|van_u_te_ontvangen|van_jullie_te_ontvangen|van_u_krijgen|van_jullie_krijgen",
        74,
        unless=("niets_te_vorderen",),
    ),
    Row("opschort*|schorten ... op & betaald|verreken*|onze|uw", 66),
    Row("tegen_elkaar|tegen_mekaar|against_each_other", 76),
    Row("afstrepen|afstreep|wegboeken|wegstreep*|afboeken_tegen|kruislings", 74),
    Row("in_mindering brengen|gebracht", 76),
    Row(
        "@WE ... @YOU ... gefactureerd|in_rekening_gebracht|berekend|invoiced|billed",
        70,
        unless=("ten_onrechte|te_veel|dubbel",),
    ),
    Row(
        "wij|ik|we|i ... van|from @YOU ... te_ontvangen|terug|terugkrijg|tegoed|krijgen|krijg|to_receive",
        72,
        unless=("bericht|factuur|brief|mail|kopie|creditnota|herinnering|antwoord",),
    ),
    Row(
        "terugkrijg|terugkrijgen|terug_krijg|terug_krijgen|terug_te_ontvangen & verreken*|af|afhalen|"
        "verschil|euro|#",
        66,
        unless=("goederen|@CREDIT",),
    ),
    Row("van deze|die|uw|de rekening|factuur|nota ... afhalen|aftrekken|af_te_trekken|halen|trekken", 76),
    Row("trek|haal ... af|vanaf & borg|waarborgsom|tegoed", 78),
    Row("af van ... waarborgsom|borg|tegoed", 78),
    Row("in het krijt", 72),
    Row("quitte|quits|kiet|staan_gelijk|cancel_out|cancel_each_other|cancel_the_two|even_steven", 74),
    Row(
        "@YOU ... unpaid|open|openstaande ... invoice|factuur|rekening ... of_ours|van_ons|of_mine|van_mij",
        76,
    ),
    Row("krijg|krijgen ... # ... van @YOU|jou", 74),
    Row("breng|brengen|bring ... mindering", 78),
)

PAYING_ROWS: Final[dict[AnswerKind, tuple[Row, ...]]] = {
    "PROMISE": _PROMISE,
    "IN_PARTS": _IN_PARTS,
    "SET_OFF": _SET_OFF,
}
