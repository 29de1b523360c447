"""Expressions about paper: the invoice never came, a copy, the number of the order, the credit note to come."""

from typing import Final

from voldaan.domain.answers.values import AnswerKind, Row

_CREDIT: Final = ("@CREDIT|creditcard|*credit*",)
_GOODS: Final = ("@GOODS ... @NOT", "@NOT ... @GOODS", "@GOODS ... niet|nooit|never|not")

_NEVER_RECEIVED: Final = (
    Row(
        "@INVOICE ... @NOT ... ontvangen|gekregen|gehad|gezien|binnengekomen|aangekomen|binnen|bereikt|"
        "received|got|arrived|verstuurd|gestuurd|reached|gekomen|doorgekregen|bekend|aanwezig|gevonden|"
        "terugvinden|vinden|terug_te_vinden",
        75,
        unless=_CREDIT,
    ),
    Row(
        "@NOT ... @INVOICE ... ontvangen|gekregen|gehad|gezien|binnengekomen|aangekomen|received|"
        "gestuurd|verstuurd|krijgen|gekomen|kunnen|vinden|terugvinden|gevonden",
        75,
        unless=_CREDIT,
    ),
    Row(
        "@NOT ... ontvangen|gekregen|gezien|received|got|get|gehad|receive|seen|had ... @INVOICE",
        75,
        unless=(
            *_CREDIT,
            "@INVOICE ... betaald",
            "iets|zaken|klant",
        ),
    ),
    Row(
        "geen|no ... @INVOICE ... ontvangen|gekregen|gezien|gehad|received|binnen|van|voor|of",
        74,
        unless=(
            *_CREDIT,
            "meer ... sturen",
            "accepteert|accepteren",
        ),
    ),
    Row(
        "welke|wat_voor|what|which @INVOICE ?",
        60,
        unless=("bedoel*|gaat|hoort|welke_facturen|over",),
        why="Said as a question on its own, it means that there is none; within a sentence it only asks "
        "which.",
    ),
    Row("< welke|wat_voor factuur|rekening|nota ?", 68),
    Row(
        "nooit|niks|niets|never gezien|gehad|gekregen|ontvangen|seen|received",
        45,
        unless=(
            *_GOODS,
            "besteld",
            "@INVOICE",
            "betaling",
            "bestelling",
            *_CREDIT,
        ),
    ),
    Row(
        "@INVOICE|post ... niet|nooit|not|onbekend ... systeem|administratie|boekhouding|system|records|"
        "books|bekend|books",
        75,
        unless=(
            "betaald",
            *_CREDIT,
            "po|order*",
        ),
    ),
    Row(
        "niet|nooit|geen|not|can't|cannot|nergens ... terugvinden|vinden|terug_te_vinden|find|gevonden|"
        "trace|locate|teruggevonden|te_vinden",
        70,
        unless=(
            "betaling|payment|oplossing|@ORDER_NUMBER",
            "vind*|eens ... niet ... kunnen_vinden",
        ),
    ),
    Row("ken|kennen|herken|herkennen ... @INVOICE ... niet", 72),
    Row(
        "@INVOICE ... niet|on bekend|bekend_bij|geregistreerd|geboekt|ingeboekt",
        72,
        unless=("@ORDER_NUMBER",),
    ),
    Row("onbekend ... @INVOICE", 60),
    Row("@INVOICE ... onbekend", 66),
    Row(
        "@INVOICE|post|mail ... niet|nooit|never|not ... aangekomen|binnengekomen|arrived|reached|"
        "bezorgd|ontvangen|bereikt",
        75,
        unless=_CREDIT,
    ),
    Row("eerste ... hoor|zie|horen|heard|bericht", 55),
    Row("first ... heard|time", 55),
    Row("spam|spambox|ongewenst|junk & factuur|invoice|mail|nota|rekening", 55),
    Row("alleen ... herinnering|aanmaning & factuur|nota|rekening & geen|nooit|niet", 72),
    Row("nooit|never ... @INVOICE", 58, unless=("besteld|te_maken|meer|betaald|klant", *_CREDIT)),
    Row("not in our|my system|books|records|ledger", 72),
    Row("eerste bericht|brief|mail|herinnering ... van_u|van_jullie|hierover|hiervan", 62),
    Row("no|geen trace|spoor ... @INVOICE", 74),
    Row("@INVOICE ... weet|weten ... niets|niks|niet", 66, unless=("betaald",)),
    Row("weet|weten|bekend ... niets|niks|geen|niet ... @INVOICE|rekening", 60, unless=("welke|of",)),
    Row("facturen|invoices ... niets|nothing|geen ... tussen|from_you|van_u|van_jullie", 66),
    Row("wel ... aanmaning|herinnering & @INVOICE & niet|nooit|geen", 74),
    Row("invoice|bill ... was|were never|not ... delivered|sent|received|given", 85),
    Row("@INVOICE ... zit|zat|zitten ... niet|nergens ... bij|tussen", 72, unless=("mail_was", "bijlage")),
    Row("kom|komen|kwam ... niets|niks|hem|nergens ... tegen", 66, unless=("bezwaar|elkaar",)),
    Row(
        "doorzocht|gezocht|searched|nagezocht|nagekeken & niet|niets|nergens|not|geen|no",
        68,
        unless=("betaling",),
    ),
    Row("nooit|never ... post|brief|mail|letter & rekening|factuur|nota|bill|invoice", 70),
)

_COPY_WANTED: Final = (
    Row(
        "kopie|copie|kopietje|duplicaat|afschrift|copy|duplicate|kopieen|copies|kopie_factuur|"
        "kopiefactuur|factuurkopie",
        66,
        unless=("hierbij_een_kopie|bijgaand|betaalbewijs|kopie_van_het|bankafschrift|identiteitsbewijs",),
    ),
    Row("@SEND ... kopie|copie|duplicaat|copy|factuurkopie", 70),
    Row(
        "@INVOICE|hem|m|het|deze|bijlage|pdf ... @AGAIN ... @SEND",
        68,
        unless=(
            "al|weer ... gestuurd",
            *_CREDIT,
        ),
    ),
    Row("@AGAIN ... @SEND", 66, unless=("waarom|herinnering|aanmaning|jullie_blijven|niet_nog*",)),
    Row("@SEND ... @AGAIN", 64, unless=("waarom|herinnering|aanmaning|blijven",)),
    Row(
        "@SEND ... @INVOICE",
        62,
        unless=(
            "wanneer|waarom|niet|geen|nooit|betaald|sturen_wij|onze",
            *_CREDIT,
            "verkeerde",
            "mij_lastig",
            "krijg|stop",
        ),
    ),
    Row(
        "@INVOICE|rekening ... @SEND",
        60,
        unless=(
            "niet|nooit|geen|nog_niet|never|not|waarom",
            "onze_factuur|mijn_factuur",
            "@ORDER_NUMBER",
            "betaling",
            *_CREDIT,
            "zusterbedrijf|andere",
            "moet|moeten",
        ),
    ),
    Row(
        "graag|svp|please|aub|gaarne|a_u_b|s_v_p ... @INVOICE",
        50,
        unless=(
            "verrekenen|crediteren|@ORDER_NUMBER|adres|naam|uitleg|voorzien|*trek*|niet|betalen|betaal*",
            *_CREDIT,
        ),
    ),
    Row("resend|re_send|reissue", 70),
    Row(
        "rekeningoverzicht|overzicht|openstaande_posten|statement_of_account|saldo_overzicht|"
        "saldo_opgave|specificatie|urenspecificatie|pakbon|werkbon|openstaande_facturen|"
        "account_statement & graag|stuur|sturen|krijgen|ontvangen|mag|kan|kunt|please|could|can|send|"
        "sending|verzoeken|wil|gespecificeerd|zenden|mailen|opsturen",
        68,
        unless=("schuldregeling|schuld*",),
    ),
    Row(
        "bijlage|pdf|attachment ... niet|ontbrak|ontbreekt|leeg|missing|openen",
        66,
        unless=("betaal*|betaling",),
    ),
    Row("zat|zit ... niet ... bij|bijgevoegd|mail|bijlage", 60, unless=("systeem",)),
    Row(
        "bijlage|toevoegen|pdf|ubl ... graag|svp|aanleveren|toevoegen|sturen|opnieuw|please|openen",
        60,
        unless=(
            "@ORDER_NUMBER",
            "zie_bijlage",
        ),
    ),
    Row("factuur|nota|rekening ... kwijt|kwijtgeraakt|weggegooid|zoekgeraakt|lost|misplaced", 64),
    Row("lost|misplaced ... invoice|bill", 64),
    Row("als ubl|pdf|xml", 60, unless=("zie",)),
    Row("< @SEND ... @INVOICE|hem|m|kopie|copy", 66, unless=("geen|niet", *_CREDIT)),
    Row(
        "@SEND & kan|kun|kunt|kunnen|mag|wilt|wil|zou|graag|could|can|please|would & m|hem|factuur|"
        "invoice|rekening|nota|facturen",
        62,
        unless=(
            "niet_meer|geen",
            *_CREDIT,
            "verzonden_naar_verkeerd",
            "post_meer",
            "crediteren",
        ),
    ),
    Row(
        "heb|hebt|heeft|hebben|have|zou je|jij|u|jullie|you ... pdf|kopie|copy|factuur|facturen|document|"
        "origineel|invoices ... voor|me|ons|mij|for",
        64,
        unless=(
            "ontvangen|betaald|niet|@ORDER_NUMBER",
            *_CREDIT,
        ),
    ),
    Row(
        "mailen|sturen|doorsturen|send|mail & kun|kunt|kan|kunnen|could|can & factuur|facturen|invoice|"
        "invoices|origineel|pdf",
        73,
        unless=(
            "@ORDER_NUMBER|nooit|niet_ontvangen|never|creditnota",
            *_CREDIT,
        ),
    ),
    Row("alle|all openstaande|outstanding facturen|invoices|posten|nota's", 62),
    Row("origineel|original ... factuur|invoice|nota", 62, unless=("nooit|never|niet|not",)),
    Row("mail|stuur|send je|jij|u|jullie ... door|toe|op ?", 62, unless=("onze|herinnering",)),
    Row(
        "heb|hebben|need ... document|factuur|invoice|origineel|bon ... nodig|zelf",
        60,
        unless=("@ORDER_NUMBER",),
    ),
    Row("link ... expired|verlopen|werkt_niet|doet_het_niet|broken", 62),
    Row(
        "get|have|krijgen|ontvangen|hebben ... invoice|factuur|nota|rekening ... as|als|in|per "
        "attachment|pdf|bijlage|mail|post",
        70,
        unless=("never|nooit|niet|not",),
    ),
    Row("get|have ... the invoice|bill|invoices", 60, unless=("haven't|never|not|did", *_CREDIT)),
    Row("specificatie|specification|breakdown|uitsplitsing", 62, unless=("@ORDER_NUMBER",)),
)

_PURCHASE_ORDER_MISSING: Final = (
    Row(
        "@ORDER_NUMBER ... ontbreekt|ontbreken|mist|missing|vermeld|vermelden|vermelding|onjuist|"
        "ongeldig|verkeerd|niet|nodig|onbekend|leeg|erop|required|toevoegen|invalid|incorrect|"
        "op_de_factuur|afgesloten",
        88,
    ),
    Row(
        "zonder|geen|no|without|mist|missen|ontbreekt|ontbrekend|ontbrekende|missing|niet|need|require|"
        "requires|verkeerd|verkeerde|onjuist|juiste|wrong|welk|welke|wat|ontbreken|missende|vergeten ... "
        "@ORDER_NUMBER",
        88,
    ),
    Row(
        "graag|please|svp|moet|dient|vermeld|vermelden|voorzien|add|include|quote|toevoegen|zet|opgeven|"
        "aangeven|kunnen|kunt ... @ORDER_NUMBER",
        86,
    ),
    Row(
        "@INVOICE|deze|zonder & inkooporder*|purchase_order|po_nummer|po_number|po|inkoopnummer|"
        "inkoopordernummer|bestelnummer|ordernummer|opdrachtnummer",
        84,
        unless=("po_box|postbus",),
    ),
    Row(
        "referentie|kenmerk|reference|referentienummer|contractnummer|afdelingscode|verplichting & "
        "ontbreekt|ontbreken|geweigerd|afgekeurd|verwerkt|vermelden|missing|vermeld|rejected|verplicht",
        78,
        unless=("betalingskenmerk|betaald",),
    ),
    Row(
        "geweigerd|afgekeurd|rejected|niet_verwerken|niet_boeken|gematcht|matchen & @INVOICE|order*|inkoop*",
        62,
    ),
    Row(
        "factureringseisen|inkoopvoorwaarden|factuureisen|factuurvereisten|invoicing_requirements & "
        "@INVOICE|factuur|facturen|nummer",
        70,
    ),
    Row(
        "inkoopref*|inkoopafdeling|inkoopnr|po_nr|ponr|bestelkenmerk|opdrachtgeversreferentie & leeg|"
        "geen|niet|ontbreekt|zonder|op|nodig|juiste",
        84,
    ),
    Row(
        "factuur|invoice|nota & teruggestuurd|geweigerd|stuck|blocked|geblokkeerd|afgekeurd|on_hold & "
        "systeem|nummer|po|number|reference|order",
        76,
        unless=_CREDIT,
    ),
    Row("reden|reason ... leeg|ontbreekt|nummer|missing|empty|veld", 76),
    Row(
        "juiste|geldig|geldige|valid|correct nummer|ordernummer|number|referentie & factuur|invoice|"
        "vermeld*|pas",
        76,
        unless=("rekeningnummer|telefoonnummer",),
    ),
    Row(
        "order_reference|po_reference|order_ref|our_reference|opdrachtbon|inkoopbon|bon & niet|not|geen|"
        "missing|quote|staat|nummer|ontbreekt",
        80,
        unless=("kassabon",),
    ),
    Row("het|de|een|the|a|old|verkeerde po", 84),
    Row(
        "nummer|number & nota|factuur|invoice & terug|staat|parked|teruggestuurd|automatisch|afgewezen|"
        "rejected",
        66,
        unless=("rekeningnummer|telefoonnummer",),
    ),
)

_CREDIT_PROMISED: Final = (
    Row(
        "zou|zouden|would|wacht|wachten|waiting|beloofd|toegezegd|promised|afgesproken|agreed|komen|"
        "krijgen|gaan|ging|gingen|waar_blijft|nog|moet|volgens|ontvangen|toezegging|still|will|where ... "
        "@CREDIT",
        82,
        unless=(
            "credit_card|by_credit|credit_check",
            "credit_insurance|kredietverzeker*",
        ),
    ),
    Row(
        "@CREDIT ... komen|krijgen|sturen|volgen|beloofd|toegezegd|afgesproken|ontvangen|nog|binnen|"
        "promised|agreed|wordt|zou|was|komt|voor|zoals|still|has|not|niet",
        82,
        unless=("credit_card|by_credit",),
    ),
    Row("creditnota|creditfactuur|creditnota's|credit_nota|credit_note|creditering|credit_factuur", 78),
    Row("crediteren|gecrediteerd|crediteert|crediteer|credited|crediteerden", 82),
    Row("to|would|promised credit", 80, unless=("credit_card",)),
    Row(
        "@INVOICE|deze|rekening ... zou|zouden|moet|moest|gaat ... vervallen|ingetrokken|intrekken|"
        "gecorrigeerd|aangepast|geannuleerd|kwijtgescholden|komen_te_vervallen|teruggedraaid|vervalt|"
        "herzien",
        80,
    ),
    Row(
        "zou|zouden|mocht|mochten|mag ... @INVOICE|deze|die|hem ... vervallen|ingetrokken|niet_verzonden|"
        "verscheuren|negeren|weggooien|vergeten|als_niet_verzonden",
        78,
    ),
    Row(
        "nieuwe|aangepaste|gecorrigeerde|corrigeerde|correctie|herziene factuur|nota|rekening|"
        "factuur_voor|invoice ... zou|beloofd|komen|toegezegd|sturen|krijgen|voor_in_de_plaats",
        66,
        unless=("@ORDER_NUMBER",),
    ),
    Row(
        "zou|zouden|would ... nieuwe|aangepaste|gecorrigeerde|corrected|new factuur|nota|rekening|invoice",
        70,
        unless=("@ORDER_NUMBER",),
    ),
    Row(
        "toegezegd|beloofd|afgesproken|promised|told|gezegd ... korting|vergoeding|refund|teruggave|"
        "restitutie|discount|terugbetaling|compensatie|cancelled|geannuleerd|vervallen|ingetrokken|"
        "waived|kwijtgescholden",
        76,
    ),
    Row(
        "korting|vergoeding|refund|compensatie|kwijtschelding ... toegezegd|beloofd|afgesproken|promised",
        76,
    ),
    Row(
        "would|should|was|will|to|issued_in_error & invoice & cancelled|canceled|corrected|withdrawn|"
        "credited|reversed|adjusted",
        78,
    ),
    Row(
        "colleague|manager|collega|verkoper|vertegenwoordiger|afdeling|accountmanager & vervallen|"
        "vervalt|teruggedraaid|ingetrokken|cancelled|gecorrigeerd|aangepast|corrigeren|herzien|cancel|"
        "geannuleerd",
        80,
        unless=("adres",),
    ),
    Row(
        "wordt|werd|would_be|is|zou ... teruggedraaid|kwijtgescholden|ingetrokken|geannuleerd & @INVOICE|"
        "deze|bevestig*",
        76,
    ),
    Row("als_niet_verzonden|als_vervallen ... beschouw*", 78),
    Row("als_niet_verzonden", 78),
    Row("supposed|due|should|meant & @CREDIT|credited", 82, unless=("credit_card",)),
    Row(
        "mocht|mochten|mag|mogen|hoefden|hoefde|hoeven ... laten|vergeten|negeren|betalen|zitten|"
        "schieten & gezegd|zei|afgesproken|beloofd|toegezegd|said|told",
        76,
    ),
    Row("laten zitten|schieten|vervallen", 66, unless=("het_er_niet_bij|niet_laten|niet_op_zich",)),
)

PAPER_ROWS: Final[dict[AnswerKind, tuple[Row, ...]]] = {
    "NEVER_RECEIVED": _NEVER_RECEIVED,
    "CREDIT_PROMISED": _CREDIT_PROMISED,
    "PURCHASE_ORDER_MISSING": _PURCHASE_ORDER_MISSING,
    "COPY_WANTED": _COPY_WANTED,
}
