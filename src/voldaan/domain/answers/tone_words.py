"""Expressions of somebody who objects, who is angry, or who asks something."""

from typing import Final

from voldaan.domain.answers.values import AnswerKind, Row

_CREDIT: Final = ("@CREDIT",)

_DISPUTE: Final = (
    Row(
        "betwist|betwisten|betwiste|betwisting|bezwaar|protesteer|dispute|disputed|disputing|contest|"
        "object|reclame|reclameren|gereclameerd|reclamatie|wanprestatie|ontbinden|ontbinding|"
        "ingebrekestelling|in_gebreke",
        85,
        unless=("geen_bezwaar|no_objection|niet_betwist|bezwaar_als|bezwaar_tegen_een_regeling",),
    ),
    Row(
        "niet ... eens|akkoord|mee_eens|instemmen|accoord",
        80,
        unless=("niet_eens_een|nog_niet_akkoord|weet|geloof|niet_eens_de",),
    ),
    Row("oneens|mee_oneens|disagree|not_agree|don't_agree", 80),
    Row(
        "klopt|kloppen ... niet|niks|niets|geen|geenszins",
        76,
        unless=(
            "adres*|mailadres|nog_iets|telefoonnummer|@ORDER_NUMBER",
            "klopt_niet|dat ... dat_ik_betaald",
            "@PAID",
        ),
    ),
    Row("niets|niks|geen_bal|geen_barst|weinig van", 60, unless=("gehoord|ontvangen|weet|weten",)),
    Row("klopt ... van", 50, unless=("?", "betaald")),
    Row(
        "factuur|nota|rekening|bedrag|prijs|aantal|uren|btw|tarief|regel|berekening|invoice|price|amount|"
        "hours ... onjuist|verkeerd|fout|te_hoog|te_veel|niet_juist|incorrect|wrong|too_high|dubbel|"
        "te_duur|not_what|overdreven|not_correct",
        78,
        unless=("adres*|ordernummer|bestelnummer|@ORDER_NUMBER|voor_ons|persoon|rekeningnummer|naam",),
    ),
    Row(
        "verkeerde|foute|onjuiste|te_hoge|dubbele|wrong prijs|bedrag|aantal|factuur|tarief|uren|btw|nota|"
        "rekening|product|artikel|producten|maat|kleur|artikelen|goods|items|size|levering",
        74,
        unless=("@CREDIT",),
    ),
    Row("te veel|hoog|duur berekend|in_rekening|gefactureerd|gerekend|gevraagd", 78),
    Row("te_hoog|te_duur|overcharged|charged ... twice|too_much", 76),
    Row(
        "afgesproken|offerte|afspraak|quote|quoted|agreed & prijs|bedrag|euro|uren|niet|was|zou|not|price|#",
        70,
        unless=(
            *_CREDIT,
            "credited|crediteren|gecrediteerd|vervallen|ingetrokken|betalen_op|regeling|termijnen|betaald",
        ),
    ),
    Row(
        "@GOODS|alles ... nooit|niet|never|not|nog_niet ... ontvangen|gehad|gekregen|geleverd|delivered|"
        "received|aangekomen|arrived|besteld|compleet|gekomen|gezien|afgeleverd|uitgevoerd|goed|af|klaar|"
        "gedaan|opgelost|volledig|bezorgd|complete|work|works|ordered",
        82,
        unless=(
            "betaling",
            "ordernummer|@ORDER_NUMBER|besteller",
        ),
    ),
    Row(
        "nooit|niet|geen|never|not ... @GOODS ... ontvangen|gehad|gekregen|geleverd|delivered|received|"
        "bezorgd|gezien|arrived|uitgevoerd",
        82,
        unless=("@ORDER_NUMBER|besteller",),
    ),
    Row(
        "nooit|niet|never|didn't|not ... geleverd|afgeleverd|bezorgd|delivered|received ... @GOODS",
        80,
        unless=("order_number",),
    ),
    Row(
        "niet|nooit|nooit_iets|half|deels|maar_de_helft|onvolledig|incompleet|te_laat|gedeeltelijk|"
        "verkeerd geleverd|bezorgd|afgemaakt|opgeleverd|uitgevoerd|gemonteerd|gerepareerd|verholpen|"
        "opgelost|afgerond|hersteld|delivered",
        80,
    ),
    Row("helft|deel|gedeelte|te_weinig|minder|half ... geleverd|delivered|gekregen|ontvangen", 78),
    Row(
        "monteur|installateur|schilder|loodgieter|jullie_man|bezorger|koerier|technician|engineer|"
        "niemand|nobody ... niet|nooit|never|niemand|has ... geweest|gekomen|komen|verschenen|langs|"
        "langsgekomen|come|came|showed|afgemaakt|opgelost",
        80,
    ),
    Row("niemand|nobody|no_one ... gekomen|geweest|langs|come|came|langsgekomen", 76),
    Row(
        "is|zijn|was|waren|ging|gaat|werd|bleek|bleken|nog_steeds|arrived|were|broken|kwam|kwamen ... "
        "kapot|stuk|beschadigd|defect|gebroken|lek|scheef|verrot|damaged|broken|faulty|defective|"
        "onbruikbaar|bedorven|gescheurd|beschimmeld",
        80,
    ),
    Row(
        "kapot|kapotte|defect|defecte|beschadigd|beschadigde|gebroken|damaged|defective|faulty|"
        "beschadiging|gebrek|gebreken|mankement*|ondeugdelijk|schade|lekt|lekkage|lek|tocht|tochten",
        62,
        unless=(
            *_CREDIT,
            "schadeclaim_bij_verzeker*",
        ),
    ),
    Row("ligt|hangt|staat|zit scheef|los|krom|verkeerd", 78),
    Row(
        "werkt|doet|doen|werken|works|functioneert|werkte ... niet|niets|not|slecht|nog_steeds_niet|nog_niet",
        74,
        unless=("werk|hier|bij|mailadres|werkt_niet_meer|link|daar|what_to_do|doen_we_niet|qr*|ideal",),
    ),
    Row("doesn't|not|until_it work|working|works", 70, unless=("no_longer_working|link|payment_link",)),
    Row(
        "betaal|betalen|betaling|pay ... niet|niks|niets|pas|geen_cent|geen ... @IF|kapot|tot|klaar|"
        "omdat|want|voordat|tot_dat|until|because|totdat|eerst",
        72,
        unless=(
            "vrijdag",
            "@ORDER_NUMBER|kan|kunnen|binnen|salaris|loon|geld_heb|factuur_heb|zelf|zonder",
            "nog_niet_betaald",
        ),
    ),
    Row(
        "ga|gaan|zal|zullen|wil|wij|ik|we|not ... niet|nooit|geen_cent|niks ... betalen|betaal|tot_betaling",
        68,
        unless=(
            "kan|kunnen|in_1*|in_een_keer|ineens|run|nooit_meer|zelf|geld|zonder|@ORDER_NUMBER|bestemd|"
            "te_maken",
        ),
    ),
    Row(
        "betaal|betalen|betaalt ... niet|geen_cent|niks|niets",
        66,
        unless=("kan|kunnen|in_1*|in_een_keer|ineens|nog_niet|zelf|geld|heb|@ORDER_NUMBER|zonder",),
    ),
    Row("geen_cent|geen_euro|no_penny|not_a_penny", 60, unless=("geen_cent_meer|heb|kan",)),
    Row(
        "will_not|won't|refuse|refuse_to|not_going_to|weiger|weigeren pay|te_betalen|paying|betaling|to_pay",
        76,
    ),
    Row("hoef|hoeven ... niet|niks|niets|geen ... betalen", 74),
    Row(
        "opgezegd|geannuleerd|opzegging|annulering|cancelled|afbesteld|ontbonden|afgezegd|beeindigd|"
        "herroepen|herroepingsrecht|bedenktijd|canceled",
        74,
        unless=(
            *_CREDIT,
            "vof|bv|firma|zaak|bedrijf|onderneming|vennootschap|told|toegezegd|beloofd",
        ),
    ),
    Row(
        "teruggestuurd|geretourneerd|retour|retourgestuurd|terug_gestuurd|returned|sent_back|"
        "teruggebracht|retour_gestuurd",
        74,
        unless=(
            *_CREDIT,
            "retour_afzender|afzender|gecrediteerd|factuur_retour|sent_back_to_you",
        ),
    ),
    Row(
        "nooit|niet|niks|never|not ... besteld|gekocht|afgenomen|aangevraagd|ordered|gevraagd|bestelt|"
        "asked_for",
        76,
        unless=("bij_u|bij_jullie|klant|ken|u_besteld",),
    ),
    Row("never|nooit ... agreed|getekend|ondertekend|toestemming|signed|akkoord_gegeven", 74),
    Row(
        "kwaliteit|werk|uitvoering|resultaat|quality|service ... slecht|onder_de_maat|beneden|ondermaats|"
        "matig|waardeloos|poor|slechte|tegen|niet_goed|bad|prutswerk|ondeugdelijk",
        74,
    ),
    Row("prutswerk|broddelwerk|knoeiwerk|half_werk|slecht_werk|wanprestatie", 74),
    Row(
        "klacht|klachten|geklaagd|complaint|complained|beklag & @GOODS|levering|factuur|product|nog|werk|"
        "over|eerder|geen_reactie|niet|loopt|quality",
        66,
        unless=("dien|indienen|autoriteit|afm|klachtencommissie|over_uw_gedrag",),
    ),
    Row("schort|schorten|opschorten|opschorting|withhold|withholding", 74),
    Row(
        "niet|is ... verholpen|opgelost|hersteld|gerepareerd|af|afgemaakt|compleet|volledig",
        70,
        unless=("niet_volledig_betaald|is_opgelost|is_hersteld|is_volledig|is_compleet",),
    ),
    Row(
        "werk|klus|vloer|keuken|badkamer|project|opdracht|verbouwing|schilderwerk|job ... niet ... af|"
        "klaar|goed|afgerond",
        80,
    ),
    Row("eerst ... oplossing|herstel|reparatie|gerepareerd|opgelost|gemaakt|verholpen", 72),
    Row(
        "advocaat|rechtbank|rechter|jurist|rechtsbijstand|lawyer|solicitor|court & betwist|geschil|"
        "dispute|vordering",
        70,
    ),
    Row("geschil|onterecht|ten_onrechte|unjustified|spookfactuur|onterechte|geheel_onterecht", 76),
    Row(
        "wijkt|wijken|afwijkt|afwijken|afwijking|differs|deviates & overeenkomst|offerte|afspraak|af|"
        "afgesproken|contract|agreed|quote",
        80,
    ),
    Row(
        "herzien|aanpassen|corrigeren|aangepast|gecorrigeerd|correct & factuur|nota|bedrag|rekening|"
        "betaling|invoice|alvorens|voordat|dit",
        60,
        unless=(
            "adres*|@ORDER_NUMBER|factuuradres|naam|zou|zouden|records",
            "@CREDIT",
        ),
    ),
    Row("nooit|niet|never ... over ... gesproken|afgesproken|gehad|besproken|agreed", 72),
    Row(
        "niet|nooit|never|not ... vergoeden|accepteren|accepteer|aanvaarden|accept",
        70,
        unless=(
            "acceptabel",
            "@ORDER_NUMBER",
        ),
    ),
    Row(
        "verkeerde|wrong ... gestuurd|geleverd|ontvangen|gebracht|sent|delivered",
        78,
        unless=("factuur|adres|mail|invoice|persoon",),
    ),
    Row(
        "@IF|zolang|alvorens|voordat|until ... niet|opgelost|oplossing|not|solved|hersteld|gemaakt & "
        "betaal|over|overgaan|betaling|pay",
        72,
        unless=("@CREDIT|@ORDER_NUMBER|factuur|kopie|verreken*|mindering|geld_heb|salaris",),
    ),
    Row(
        "meerwerk|extra_kosten|voorrijkosten|administratiekosten|aanmaankosten|incassokosten|boete & "
        "niet|nooit|geen|not|waarom|onterecht",
        66,
    ),
    Row(
        "cancelled|geannuleerd|niet_doorgegaan|doorgegaan & training|cursus|opdracht|bestelling|order|"
        "afspraak|event|reis|boeking",
        70,
        unless=(
            "bevestig*",
            "@CREDIT",
            "teruggedraaid|ingetrokken|vervallen",
        ),
    ),
    Row("niet kloppen|kloppend|terecht|eerlijk|redelijk", 74),
    Row("ging|gingen|gaat|is niet door|doorgegaan|gegeven", 74, unless=("akkoord", "@CREDIT")),
    Row("waar|waarvoor|why|what ... betalen|pay|for ... ? & niet|nooit|never|not|precies|exactly", 40),
    Row("holding_on|hold_back|holding_back|withhold*|keep ... money|payment", 74),
    Row(
        "hou|houd|houden ... betaling|geld ... vast|achter|tegen|in",
        74,
        unless=("verreken*|mindering|te_ontvangen|vordering",),
    ),
    Row(
        "peeling|leaks|leaking|cracked|rusty|stained|scratched|krassen|bladdert|gebarsten|roest|vlekken|"
        "scheuren|loslaat|versleten",
        72,
    ),
    Row("niet|not ... # maar|but|niet #|twee|drie|vier", 58, unless=("betaal*|vrijdag",)),
)

_ANGER: Final = (
    Row(
        "belachelijk|belachelijke|schandalig|schandalige|schande|schandelijk|bespottelijk|absurd|idioot|"
        "idioten|gestoord|gestoorde|krankzinnig|waanzin|ridiculous|outrageous|disgrace|disgraceful|"
        "disgusted|disgusting|appalling|unacceptable|pathetic|absurdly|onacceptabel|onaanvaardbaar|"
        "ongehoord|ongelofelijk|ongelooflijk|walgelijk",
        64,
    ),
    Row(
        "boos|woest|woedend|kwaad|pissig|razend|furious|angry|livid|laaiend|spinnijdig|verontwaardigd|"
        "witheet",
        64,
    ),
    Row(
        "oplichter|oplichters|oplichterij|oplichting|dieven|dief|boeven|schurken|maffia|criminelen|"
        "afpersing|afpersers|tuig|scammers|scam|thieves|crooks|crook|geldwolven|aasgieren|bloedzuigers|"
        "zakkenvullers",
        66,
    ),
    Row(
        "kut*|klote*|kloten*|fuck*|shit|rot rot|klootza*|eikel*|debiel*|mongolen|hufter*|sukkels|sukkel|"
        "stelletje|schoft*|lul|lullen|godver*|gvd|verdomme|tering*|tyfus*|kanker*|bullshit|idiots|"
        "bastards|assholes|bloody|damn|flutbedrijf|flut*|rotbedrijf|prutsers|prutsbedrijf|flikker|"
        "oprotten|rotzooi",
        64,
        unless=(
            "kanker ... diagnose|chemo|ziekte|patient|behandeling",
            "ik_heb_kanker|heeft_kanker|kanker_heb|darmkanker",
        ),
    ),
    Row("fuck*|klote*|kut*|klootza*|godver*|tyfus*|tering*|hufter*|debiel*|sukkel*|eikel*", 64),
    Row("rot|sodemieter|donder|flikker ... op", 68),
    Row("zoek|zoeken ... lekker|maar ... uit", 68),
    Row("laat|laten ... met_rust", 66),
    Row("lastig ... vallen|valt|gevallen", 68),
    Row(
        "leave_me_alone|leave_us_alone|harassing|harassment|bullying|threatening|stop_sending|"
        "stop_bothering|stop_contacting",
        66,
        unless=("please_stop_sending",),
    ),
    Row(
        "hou|houd|houden|stop|kap ... op|eens|nou|toch|mee & met|ermee|sturen|zeuren|lastig|mails|bellen|"
        "brieven",
        58,
        unless=(
            "in_rekening|rekening_mee|geen_post",
            "hou|houd ... rekening",
        ),
    ),
    Row(
        "zat|spuugzat|beu|moe & jullie|dit|van|ben|het|u|helemaal|word",
        58,
        unless=("zat_niet|zat_bij|zat_in|moeder|moet",),
    ),
    Row(
        "brutaal|brutale|onbeschoft|onbeschofte|arrogant|arrogante|asociaal|schofterig|onfatsoenlijk|"
        "onbehoorlijk|lomp|rude|bot|klantonvriendelijk|klantonvriendelijke|respectloos|intimidatie|"
        "intimiderend|dreigement*|dreigen|dreigtoon|agressief|onbehouwen|bemoeizucht",
        64,
    ),
    Row("schaam|schamen ... je|u|jullie|diep", 64),
    Row("shame on", 64),
    Row("word|wordt ... gek|ziek|niet_goed|misselijk|moe ... van|hier", 62, unless=("beter",)),
    Row(
        "consumentenbond|krant|radar|kassa|trustpilot|social_media|slechte_recensie|slechte_review|media|"
        "tros|bad_review",
        58,
        unless=("bij_de_kassa|aan_de_kassa|kassabon",),
    ),
    Row("dien|indienen|file|filing ... klacht|complaint", 58),
    Row("advocaat|lawyer|rechtszaak|aanklagen|politie|sue", 50),
    Row(
        "nooit_meer|never_again|never ... zaken|klant|bestellen|iets|business|order ... met|bij|jullie|"
        "meer|with",
        60,
    ),
    Row(
        "waardeloos|waardeloze|slechtste|belabberd|bagger|droevig|dieptriest|triest|worst|terrible|awful|"
        "useless",
        58,
        unless=("kwaliteit",),
    ),
    Row(
        "zeuren|zeur|gezeur|gezeik|zeiken|zeik|gedoe|gelul|onzin|nonsense|flauwekul|kolder|slaat_nergens_op",
        56,
    ),
    Row("hoe_vaak|how_many_times|leren_jullie|wanneer_leren|hoe_dom|hoe_durf*|how_dare|durven", 60),
    Row("zo ga je|jullie|u|doe|behandel ... niet|geen ... om|zaken|klanten", 58),
    Row(
        "elke_week|elke_dag|alweer|voor_de_zoveelste|zoveelste|every_week|every_day & herinnering*|brief|"
        "mail|mails|brieven|keer|reminder*",
        50,
    ),
    Row(
        "geen_stijl|tot_hier|grens_bereikt|maat_is_vol|druppel|klaar_met_jullie|klaar_mee|fed_up|sick_of|"
        "sick_and_tired",
        60,
    ),
    Row("! !", 30, why="More than one exclamation mark: raised, at the least."),
    Row("wat denk|denken|denkt ... wel", 64),
    Row("pik|slik|accepteer|tolereer ... niet", 58, unless=("factuur|@ORDER_NUMBER|facturen|creditcard",)),
    Row("toon|toontje|tone", 52),
    Row(
        "insulting|insulted|offensive|offended|beledigd|beledigend|beledigen|criminal|criminals|"
        "crimineel|kil|kille|onpersoonlijk*",
        60,
    ),
    Row("taking|take ... business elsewhere", 62),
    Row("naar_de_concurrent|concurrent|elders & ga|gaan|stap|stappen|klant", 56),
    Row("prullenbak|shredder|kachel|open_haard", 58, unless=("per_ongeluk|papier", "@INVOICE ... kwijt")),
    Row("er|ermee|mee|helemaal klaar [met|mee]", 56, unless=("werk|klus|is|factuur_klaar|staat|ligt",)),
    Row("vertrouwen ... weg|kwijt|verloren|had", 54),
    Row(
        "achter_de_oren|diep_treurig|teleurgesteld|teleurstellend|disappointed|disappointing|"
        "zwaar_teleurgesteld",
        54,
    ),
    Row("ongehoord*|te_gek_voor_woorden|te_zot", 58),
    Row("had it with", 62),
    Row("bekijk|bekijkt|bekijken ... het maar", 60),
    Row("niet te geloven", 58, unless=("goed",)),
    Row("do_not|don't|never contact|write|email|call me|us", 58, unless=("hesitate",)),
    Row("dreigbrief|dreigbrieven|dreigmail|kastje_naar_de_muur|van_niks_weet|doorverbonden", 56),
    Row("are you ... serious|kidding|joking|crazy", 58),
)

_QUESTION: Final = (
    Row("?", 25),
    Row(
        "< wat|waar|waarom|wanneer|welk|welke|wie|hoe|hoeveel|what|when|why|which|who|how|where|waarvoor|"
        "waarover",
        24,
    ),
    Row(
        "< kan|kunt|kunnen|kun|mag|mogen|wilt|wil|zou|klopt|is|heeft|heb|could|can|would|is|does|do",
        20,
        unless=(
            "@PAID",
            "< is ... gedaan|geregeld|opgenomen|overleden",
            "< heb ... @PAID",
        ),
    ),
    Row(
        "vraag|vragen|question|questions|query|vraagje",
        30,
        unless=("vragen_wij_om|nog_vragen|vraag_ik_om|heeft_u_vragen|wij_vragen_u",),
    ),
    Row("uitleg|toelichting|toelichten|uitleggen|verduidelijk*|explain|clarify|explanation|opheldering", 32),
    Row(
        "bel|bellen|terugbellen|bellen_jullie|call|contact_opnemen|ring & mij|me|kan|kunt|kunnen|graag|"
        "iemand|please|u|could|can|ons|us",
        32,
        unless=("niet_meer_bellen|stop|lastig|contact_met_mijn*|neem|bewind*|mijn_schuld*",),
    ),
    Row("begrijp|snap|snappen|begrijpen|understand ... niet|not|don't", 32),
    Row("don't|not understand", 32),
    Row("weet|know ... niet|not|graag", 24, unless=("weet_niet_van|niet_van_deze",)),
    Row("graag ... weten|horen|vernemen", 26, unless=("hoor_graag_van",)),
    Row("ik_vraag_me_af|wondering|klopt_het|klopt_dat|is_het_zo", 28),
)

TONE_ROWS: Final[dict[AnswerKind, tuple[Row, ...]]] = {
    "DISPUTE": _DISPUTE,
    "ANGER": _ANGER,
    "QUESTION": _QUESTION,
}
