"""Words that mean the same in many expressions, under one name; the notation is that of `expressions`.

Common slips stand among them ("betaalt" for "betaald"); a single wrong sign in a long word is mended by `slips`.
"""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "PAID": "betaald betaalt betald voldaan voldaen overgemaakt overgeboekt overgeschreven afgerekend"
    " afgelost aangezuiverd paid settled transferred wired",
    "PAY": "betaal betalen betaald betaalt betaalen voldoen overmaken overboeken afrekenen over_te_maken te_betalen",
    "INVOICE": "factuur facturen *factuur nota nota's rekening rekeningen rekeningetje invoice invoices bill fac fact"
    " factuurtje",
    "GOODS": "goederen levering leveringen product producten bestelling pakket pakketje pakje spullen artikel"
    " artikelen zending materiaal materialen apparaat machine dienst diensten werk goods delivery order items package"
    " products parcel services",
    "NOT": "niet nooit geen not never nog_niet nog_nooit niets niks haven't hasn't didn't havent didnt",
    "WHEN": "vandaag morgen morgenochtend overmorgen vanavond vanmiddag vanmorgen maandag dinsdag woensdag donderdag"
    " vrijdag zaterdag zondag weekend volgende deze eind einde uiterlijk binnen direct meteen gelijk zsm z_s_m"
    " spoedig @MONTH today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday next end within"
    " immediately straight shortly soon asap nog_even",
    "MONTH": "januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr"
    " jun jul aug sep sept okt nov dec january february march may june july august october",
    "PAST": "al reeds gisteren eergisteren vorige afgelopen laatst vanochtend vanmorgen geleden eerder already"
    " yesterday last ago",
    "WE": "ik wij we i",
    "YOU": "u jullie jij je you",
    "MINE": "mijn m'n mn me onze ons my our zijn haar",
    "KIN": "man vrouw vader moeder zoon dochter echtgenoot echtgenote partner broer zus zuster oma opa pa ma ouders"
    " vriend vriendin tante oom schoonmoeder schoonvader husband wife father mother son daughter brother sister"
    " meneer heer mevrouw mevr mw dhr client compagnon eigenaar vennoot",
    "SEND": "stuur sturen stuurt gestuurd toesturen toezenden toe_te_sturen opsturen zenden zend mail mailen doorsturen"
    " toemailen stuurde doen_toekomen verzenden aanleveren door_te_sturen send resend forward provide supply email"
    " doorsturen mailt toegestuurd toegezonden opgestuurd",
    "AGAIN": "nogmaals opnieuw nog_een_keer nog_eens nog_even weer again once_more nog_n_keer",
    "IF": "als zodra indien mits wanneer pas if once as_soon_as unless provided when until tenzij totdat",
    "ORDER_NUMBER": "po po's ponummer inkooporder inkooporders inkoopordernummer* inkoopnummer* bestelnummer* bestelnr"
    " ordernummer* ordernr opdrachtnummer* verplichtingennummer* verplichtingnummer* kostenplaats* projectnummer*"
    " purchase_order bestelbon bestelbonnummer* besteller inkoopopdracht order_nummer bestel_nummer inkoop_nummer"
    " inkoop_order order_number order_no routecode",
    "CREDIT": "creditnota creditnota's creditfactuur creditfacturen credit_nota credit_factuur credit_note"
    " credit_notes creditering creditnote credit",
}
