"""Expressions of who has paid already, or whose payment waits in a run: neither needs to be asked again."""

from typing import Final

from voldaan.domain.answers.values import AnswerKind, Row

_NOT_PAID: Final = (
    "niet|nooit|nog_niet|geen|niks ... @PAID",
    "not|never|haven't|hasn't|havent ... paid|settled|transferred",
)
_WILL_BE: Final = (
    "wordt|worden|word|zal|zullen|moet|moeten|gaat|gaan|kan|kunnen|dient|dienen|laten|zou|zodra|wil|will|to be|being"
    "|be ... @PAID|verrekend",
    "will|to|can|shall|must|should|would ... be ... paid|settled|transferred",
    "@IF ... @PAID",
)
_OTHERS: Final = (
    "u|jullie ... heeft|hebben|had|heb ... onze|ons|mijn|mij",
    "altijd ... @PAID",
    "te_veel|teveel|dubbel|twee_keer_in_rekening betaald & terug",
)

_ALREADY_PAID: Final = (
    Row(
        "heb|hebben|heeft|is|zijn|was|werd|had|hadden|hebt|ik|wij|we|has|have|was|been|were|got ... @PAID",
        70,
        unless=(
            *_NOT_PAID,
            *_WILL_BE,
            *_OTHERS,
        ),
    ),
    Row("@PAST ... @PAID", 72, unless=(*_NOT_PAID, *_WILL_BE, *_OTHERS)),
    Row(
        "@PAID ... heb|hebben|heeft|is|op|gisteren|vorige|al|on|via|met|last",
        68,
        unless=(
            *_NOT_PAID,
            *_WILL_BE,
            *_OTHERS,
        ),
    ),
    Row("@PAID & #", 55, unless=(*_NOT_PAID, *_WILL_BE, *_OTHERS)),
    Row("< [is|al|reeds|allang] @PAID", 65, unless=(*_NOT_PAID, *_WILL_BE, *_OTHERS)),
    Row("afgeschreven ... van|op|rekening", 70, unless=("wordt|worden|niet|zal|kan",)),
    Row(
        "van ... rekening ... afgeschreven|af_gegaan|afgegaan|gegaan|gehaald",
        70,
        unless=("niet|nooit|wordt ... afgeschreven",),
    ),
    Row(
        "betaling|bedrag|geld|payment|overboeking|transfer ... gedaan|verricht|uitgevoerd|verzonden|made|"
        "sent|onderweg|overgeboekt|gekruist|verstuurd|completed|initiated|bijgeschreven",
        72,
        unless=("wordt|worden|zal|niet|nog_geen|geen|not|will|can",),
    ),
    Row(
        "@MINE betaling|overboeking|payment ... gekruist|ontvangen|binnen|received|binnengekomen|"
        "verwerkt|arrived|crossed|over_het_hoofd|gezien|gemist",
        72,
        unless=("moet|nog_niet_gedaan",),
    ),
    Row("gekruist|crossed", 65),
    Row(
        "betaalbewijs|betalingsbewijs|bewijs_van_betaling|proof_of_payment|remittance_advice|"
        "overboekingsbewijs|bankafschrift|betaalbevestiging|betaal_bewijs|screenshot & betaling|"
        "overboeking|betaald|bijlage|bijgevoegd|bank|paid|attached|zie|hierbij|payment",
        75,
    ),
    Row("niet_meer|niet_langer ... open|openstaand|openstaat", 65, unless=("woon*|werk*",)),
    Row("staat|staan ... niet open", 60),
    Row(
        "contant|pin|pinpas|ideal|tikkie|automatische_incasso|qr_code|qr|cash & betaald|gedaan|"
        "afgerekend|voldaan|gepind|via|paid|geincasseerd",
        68,
        unless=(
            *_NOT_PAID,
            *_WILL_BE,
            "kan|mag|can|could ... ?",
        ),
    ),
    Row("gepind|getikt|geideald", 68),
    Row(
        "al|reeds|gisteren|vanochtend|vorige_week ... gedaan|geregeld|verricht|via_ideal|afgehandeld|"
        "voldaan|in_orde_gemaakt",
        60,
        unless=(
            "niet|nog ... gedaan",
            "beloofd|gebeld|gevraagd|klacht|gezegd",
        ),
    ),
    Row("is|gisteren gisteren|gedaan gedaan", 60),
    Row("komt|is ... jullie|uw|deze kant ... op|uit & gisteren|al|gedaan|onderweg|overgemaakt", 65),
    Row("geld ... onderweg|overgemaakt|gestort", 68),
    Row("gestort|overgestort|bijgeschreven", 62, unless=("wordt|zal|niet|worden",)),
    Row(
        "controleer|check|kijk|nakijken|nagaan|look ... bank|administratie|rekening|afschriften & "
        "betaald|afgeschreven|betaling|paid|payment",
        60,
        unless=("nog_niet_betaald",),
    ),
    Row(
        "dubbel|twee_keer|twice & betaald|voldaan|paid|gedaan",
        66,
        unless=("in_rekening|gefactureerd|charged",),
    ),
    Row("already ... paid|settled|cleared|transferred|taken_care", 75, unless=_NOT_PAID),
    Row(
        "opdracht|overschrijving|overboeking|transactie|betaling|transfer ... uitgevoerd|vermeld|"
        "verwerkt|geslaagd|gelukt|gestaan|went_through|processed|cleared|executed",
        66,
        unless=("niet|wordt|zal|nog_niet",),
    ),
    Row(
        "afschrift|bankafschrift|bankapp|mijn_bank|onze_bank|bank_statement & betaling|overschrijving|"
        "overboeking|vermeld|gegaan|staat|zie|uitgevoerd|opdracht|succes|shows",
        66,
        unless=("niet|geen",),
    ),
    Row("verkeerde|ander|andere rekening|rekeningnummer ... terechtgekomen|overgemaakt|gestort", 60),
    Row("betaling|geld|payment ... terechtgekomen|gebleven|zoek|kwijt|niet_verwerkt|went", 60),
    Row(
        "ledger|books|records|system|bookkeeping|administratie|boekhouding|systeem ... shows|show|says|"
        "staat|blijkt|zien|zie & cleared|paid|settled|betaald|voldaan|afgeboekt|verwerkt|closed|"
        "afgehandeld",
        72,
        unless=("niet|not|nog_niet",),
    ),
    Row("as cleared|paid|settled", 68),
    Row(
        "al|allang|already weg|gone|de_deur_uit|verstuurd|gebeurd|gedaan",
        58,
        unless=("@INVOICE|klacht|brief|mail|adres",),
    ),
    Row("gescand|scande|scanned & betaal*|qr|telefoon|code|vierkantje|phone", 62),
)

_PAID_IN_RUN: Final = (
    Row(
        "betaalrun*|betalingsrun*|betaal_run|betalings_run|betaalronde*|betalingsronde*|betaalbatch*|"
        "betaal_batch|batchbetaling*|betaallijst*|betaalopdrachtenlijst|betaalschema|betaalcyclus|"
        "betaaldag*|betaalmoment*|betalingsbatch*|betaalstaat|betaalvoorstel|betaalset",
        82,
    ),
    Row("payment|pay|paying|cheque run|runs|batch|cycle", 82),
    Row("payrun|paymentrun", 82),
    Row("in|met|mee|op ... de|die|deze run|batch ... van|voor|mee", 78),
    Row(
        "run|batch ... van|for|of maandag|dinsdag|woensdag|donderdag|vrijdag|#|volgende|eind|deze|friday|"
        "next",
        78,
    ),
    Row(
        "ingepland|gepland|klaargezet|klaar_gezet|scheduled|inplannen|ingeboekt ... betaling|betaald|"
        "payment|voldaan|uitbetaling",
        76,
        unless=("niet",),
    ),
    Row(
        "staat|staan|is|zijn ... ingepland|klaargezet|klaar|gepland|scheduled ... voor|in|op|for",
        72,
        unless=("niet|werk|afspraak|bezoek|levering|monteur",),
    ),
    Row(
        "gaat|gaan|ga|neem|nemen|wordt|worden|loopt|komt ... mee|meegenomen ... betaling*|betaal*|"
        "eerstvolgende|met|in|op|van|dan",
        60,
        unless=(
            "akkoord_mee",
            "mee_eens|mee_oneens|mee_bezig",
            "niet",
        ),
    ),
    Row("meegenomen|meegaan|meegestuurd_met_de_betaling ... wordt|worden|run|betaling|betalingen", 62),
    Row("gaat|gaan ... mee", 60, unless=("akkoord|mee_eens|mee_bezig|mee_door|niet",)),
    Row("wordt|worden ... meegenomen", 62),
    Row(
        "eerstvolgende|volgende|wekelijkse|maandelijkse|next|weekly|monthly|reguliere betaling|betaalrun|"
        "betaalronde|betalingen|run|batch|payment_run|pay_run",
        72,
        unless=("termijnen|afspreken",),
    ),
    Row("wij|we betalen ... altijd|eens|een_keer|elke|iedere|vaste|twee_keer", 66),
    Row(
        "geaccordeerd|goedgekeurd|akkoord|approved ... betaling|betaald|payment|betaalbaar|wordt|klaar|"
        "scheduled",
        58,
        unless=("niet|nog_niet|not|geen",),
    ),
    Row("betaalbaar_gesteld|betaalbaarstelling", 72),
    Row(
        "betalingen|betalen|payments ... op|on maandag|dinsdag|woensdag|donderdag|vrijdag|de_#|mondays|"
        "fridays|thursdays & wij|we|bij_ons|altijd|ons|our|us",
        64,
        unless=("zal|ik",),
    ),
    Row("lijst|bestand|opdracht|list ... naar ... bank", 70),
    Row(
        "vrijgegeven|vrijgave|released|release|goedgekeurd|approved ... betaling|payment|batch|betaald|"
        "uitbetaling",
        70,
        unless=("niet|not|nog_niet|until",),
    ),
    Row(
        "goedgekeurd|geaccordeerd|approved & factuur|invoice|nota",
        54,
        unless=("niet|not|nog_niet|afgekeurd|geen|waits|wacht",),
    ),
    Row("volgende_keer ... uit|mee", 56),
    Row(
        "tekent|tekenen|ondertekent|fiatteert|signs|autoriseert ... betalingen|betaling|betaalopdracht*|"
        "payments",
        68,
    ),
    Row("maakt|maken|is deel ... uit|van ... betaling*|batch|run", 70),
    Row(
        "crediteuren|leveranciers|suppliers|vendors & betalen|betaald|pay|paid & dag|werkdag|maand|"
        "maandag|vrijdag|week|day|eerste|laatste",
        70,
        unless=("bereikbaar",),
    ),
)

PAID_ROWS: Final[dict[AnswerKind, tuple[Row, ...]]] = {
    "ALREADY_PAID": _ALREADY_PAID,
    "PAID_IN_RUN": _PAID_IN_RUN,
}
