"""Groothandel De Morgenster: writes for itself, and knows from two bank accounts what was paid."""

from datetime import date

from voldaan.usecases.demo.world import Debtor, House, iban_of

_DEBTORS = (
    Debtor(
        number="D101", name="Lunchroom Het Gouden Uur B.V.", first=date(2026, 5, 18), every=28, count=7,
        euros=(180, 460), usual="EARLY", later=((date(2026, 10, 16), "TWO_DEBTORS_TOO_LITTLE"),),
        street="Lindelaan 4", postcode="9901 GU", city="Morgendam",
        coc_number="99910101", mail="administratie@goudenuur.example",
    ),
    Debtor(
        number="D102", name="Café De Laatste Ronde v.o.f.", first=date(2026, 5, 26), every=35, count=4,
        euros=(240, 720), usual="AFTER_FIRST", chapters={3: "SWAPPED_NUMBER"},
        later=((date(2026, 11, 2), "AFTER_FIRST"),), term_days=14, street="Havenstraat 31", postcode="9902 LR",
        city="Noordhaven", coc_number="99910102", mail="info@laatsteronde.example", desk="Bram Kuiper",
    ),
    Debtor(
        number="D103", name="Bakkerij Morgenrood B.V.", first=date(2026, 5, 19), every=21, count=9,
        euros=(310, 980), street="Molenweg 8", postcode="9901 MR", city="Morgendam", coc_number="99910103",
        mail="facturen@morgenrood.example",
    ),
    Debtor(
        number="D104", name="Stichting Kantine Sportpark De Linde", first=date(2026, 5, 28), every=28, count=7,
        euros=(150, 420), chapters={3: "TOO_MUCH"},
        later=((date(2026, 10, 16), "TWO_DEBTORS_TOO_LITTLE"),), street="Sportlaan 1", postcode="9903 KL",
        city="Waterdorp",
        coc_number="99910104", mail="penningmeester@kantinedelinde.example",
    ),
    Debtor(
        number="D105", name="Gemeente Waterdorp", first=date(2026, 6, 2), every=42, count=5, euros=(600, 1900),
        usual="AFTER_SECOND", street="Raadhuisplein 1", postcode="9903 GW", city="Waterdorp",
        coc_number="99910105", mail="crediteuren@waterdorp.example", desk="Crediteurenadministratie",
    ),
    Debtor(
        number="D106", name="Hotel Zeezicht Noordhaven B.V.", first=date(2026, 5, 20), every=9, count=21,
        euros=(700, 1600), usual="THREE_AT_ONCE", street="Boulevard 77", postcode="9902 HZ", city="Noordhaven",
        coc_number="99910106", mail="inkoop@hotelzeezicht.example", desk="Fenna Postma",
    ),
    Debtor(
        number="D107", name="Restaurant De Blauwe Schaal v.o.f.", first=date(2026, 6, 4), every=49, count=3,
        euros=(800, 1500), usual="IN_TWO_PARTS", street="Gracht 15", postcode="9901 BS", city="Morgendam",
        coc_number="99910107", mail="boekhouding@blauweschaal.example",
    ),
    Debtor(
        number="D108", name="The Copper Kettle B.V.", first=date(2026, 6, 9), every=42, count=3, euros=(260, 640),
        usual="AFTER_FIRST", later=((date(2026, 11, 3), "AFTER_FIRST"), (date(2026, 11, 4), "BANK_KEPT_A_CHARGE")),
        term_days=14, street="Stationsplein 9", postcode="9901 CK", city="Morgendam",
        coc_number="99910108", mail="accounts@copperkettle.example",
        desk="Olivia Marsh", language="en",
    ),
    Debtor(
        number="D109", name="IJssalon Pinguïn", first=date(2026, 5, 22), every=56, count=4, euros=(220, 510),
        chapters={2: "PROMISES_AND_PAYS"}, later=((date(2026, 10, 19), "ROUND_SUM"),),
        street="Strandweg 3", postcode="9902 IP", city="Noordhaven",
        coc_number="99910109", mail="pinguin@ijssalon.example",
    ),
    Debtor(
        number="D110", name="Feesttenten Van Dalen", first=date(2026, 6, 11), every=63, count=2, euros=(900, 2400),
        usual="PROMISES_AND_FORGETS", street="Dijk 120", postcode="9904 FD", city="Dalenbroek",
        coc_number="99910110", mail="kantoor@vandalententen.example", desk="Gijs van Dalen",
    ),
    Debtor(
        number="D111", name="Traiteur Fijnproever B.V.", first=date(2026, 6, 16), every=60, count=3,
        euros=(480, 1100), chapters={1: "DISPUTES", 3: "DISPUTES"}, street="Kerkstraat 22", postcode="9901 FP",
        city="Morgendam", coc_number="99910111", mail="keuken@fijnproever.example", desk="Noor Bakels",
    ),
    Debtor(
        number="D112", name="Stichting Kinderdagverblijf De Vlinder", first=date(2026, 5, 21), every=28, count=7,
        euros=(120, 260), usual="DIRECT_DEBIT", street="Speelveld 2", postcode="9903 KV", city="Waterdorp",
        coc_number="99910112", mail="administratie@kdvdevlinder.example",
    ),
    Debtor(
        number="D113", name="Snackbar ’t Hoekje", first=date(2026, 5, 27), every=42, count=5, euros=(140, 380),
        usual="DIRECT_DEBIT", chapters={2: "DEBIT_COMES_BACK"}, street="Dorpsstraat 41", postcode="9904 SH",
        city="Dalenbroek", coc_number="99910113", mail="hoekje@snackbar.example",
    ),
    Debtor(
        number="D114", name="Landwinkel De Hooiberg", first=date(2026, 6, 3), every=35, count=5, euros=(160, 390),
        chapters={2: "WITHOUT_REFERENCE"}, later=((date(2026, 10, 19), "WITHOUT_REFERENCE"),),
        street="Hooiweg 6", postcode="9904 LH", city="Dalenbroek", coc_number="99910114",
        mail="winkel@dehooiberg.example",
    ),
    Debtor(
        number="D115", name="Vishandel Zilverschub B.V.", first=date(2026, 5, 29), every=42, count=5,
        euros=(520, 1300), chapters={2: "WRONG_REFERENCE"}, later=((date(2026, 10, 16), "WRONG_REFERENCE"),),
        street="Visafslag 5", postcode="9902 VZ", city="Noordhaven", coc_number="99910115",
        mail="kantoor@zilverschub.example",
    ),
    Debtor(
        number="D116", name="Partycentrum De Notenboom B.V.", first=date(2026, 6, 8), every=90, count=1,
        euros=(2700, 3600), usual="BY_PLAN", later=((date(2026, 10, 15), "SWAPPED_NUMBER"),), street="Notenlaan 18",
        postcode="9905 PN", city="Eikenrode",
        coc_number="99910116", mail="directie@denotenboom.example", desk="Hilde Nauta",
    ),
    Debtor(
        number="D117", name="Eetcafé De Stille Hoek B.V.", first=date(2026, 6, 1), every=14, count=2,
        euros=(540, 880), usual="NEVER", street="Achterom 7", postcode="9905 ES", city="Eikenrode",
        coc_number="99910117", mail="info@destillehoek.example",
    ),
    Debtor(
        number="D118", name="Cateringbedrijf Zilveren Lepel B.V.", first=date(2026, 6, 10), every=89, count=2,
        euros=(1100, 1900), usual="NEVER", chapters={1: "AFTER_LETTER"}, street="Bedrijvenpark 30",
        postcode="9905 ZL", city="Eikenrode", coc_number="99910118", mail="administratie@zilverenlepel.example",
    ),
    Debtor(
        number="D119", name="Theehuis Bosrand", first=date(2026, 6, 15), every=50, count=3, euros=(90, 240),
        usual="AFTER_FIRST", later=((date(2026, 11, 2), "AFTER_FIRST"),), term_days=14, street="Bosrand 1",
        postcode="9905 TB", city="Eikenrode", coc_number="99910119",
    ),
    Debtor(
        number="D120", name="Strandpaviljoen Eb en Vloed", first=date(2026, 9, 14), every=30, count=1,
        euros=(300, 620), usual="NEVER", coc_number="99910120",
    ),
    Debtor(
        number="D121", name="Brasserie Meerzicht B.V.", first=date(2026, 6, 5), every=70, count=2,
        euros=(340, 760), usual="AFTER_FIRST", street="Meerkade 2", postcode="9903 BM", city="Waterdorp",
        coc_number="99910121", mail="oud-adres@brasseriemeerzicht.example", bounces=True,
    ),
    Debtor(
        number="D122", name="Stichting Museumcafé De Penseel", first=date(2026, 6, 5), every=63, count=2,
        euros=(210, 480), usual="CROSSES_THE_MESSAGE", street="Museumpark 10", postcode="9901 MP",
        city="Morgendam", coc_number="99910122", mail="cafe@depenseel.example",
    ),
    Debtor(
        number="D123", name="Buurthuis De Klok", first=date(2026, 7, 6), every=60, count=1, euros=(120, 180),
        usual="NEVER", street="Torenstraat 12", postcode="9904 BK", city="Dalenbroek", coc_number="99910123",
        mail="bestuur@buurthuisdeklok.example", hold="NEVER_CONTACT",
    ),
    Debtor(
        number="D124", name="Slagerij De Ossenkop", first=date(2026, 5, 25), every=28, count=7, euros=(270, 690),
        usual="JUST_LATE", later=((date(2026, 11, 3), "AFTER_FIRST"),), term_days=14, street="Markt 3",
        postcode="9901 SO", city="Morgendam", coc_number="99910124", mail="slager@deossenkop.example",
    ),
    Debtor(
        number="D125", name="Koffiebar Zwart Goud", first=date(2026, 6, 1), every=21, count=9, euros=(80, 210),
        usual="EARLY", later=((date(2026, 11, 3), "AFTER_FIRST"),), term_days=14, street="Kade 14",
        postcode="9902 KZ", city="Noordhaven", coc_number="99910125", mail="hallo@zwartgoud.example",
    ),
    Debtor(
        number="D126", name="Wijkrestaurant Samen aan Tafel", first=date(2026, 6, 17), every=42, count=3,
        euros=(130, 340), chapters={2: "AFTER_LETTER"},
        later=((date(2026, 9, 22), "NEVER"), (date(2026, 11, 2), "AFTER_SECOND")), street="Plantsoen 5",
        postcode="9903 ST", city="Waterdorp", coc_number="99910126", mail="samen@aantafel.example",
    ),
    Debtor(
        number="D127", name="Tennisvereniging De Baseline", first=date(2026, 10, 19), every=60, count=1,
        euros=(185, 185), usual="EITHER_OF_TWO", street="Baanweg 1", postcode="9903 TB", city="Waterdorp",
        coc_number="99910127", mail="kantine@debaseline.example",
    ),
    Debtor(
        number="D128", name="Hockeyclub De Bully", first=date(2026, 10, 19), every=60, count=1,
        euros=(185, 185), usual="EITHER_OF_TWO", street="Kunstgrasveld 2", postcode="9903 HB", city="Waterdorp",
        coc_number="99910128", mail="bar@debully.example",
    ),
)  # fmt: skip

WHOLESALER = House(
    key="morgenster",
    name="Groothandel De Morgenster B.V.",
    payment_truth="BANK",
    prefix="DM26-",
    term_days=30,
    subjects=(
        "Levering koffie en thee", "Levering zuivel en eieren", "Levering dranken", "Levering groente en fruit",
        "Levering servies en linnen",
    ),
    debtors=_DEBTORS,
    approver="Mira",
    ibans=(iban_of("0260518001"), iban_of("0260518002")),
    opening_cents=6_412_385,
    vat_percent=9,
    gives_reference=True,
    facts={
        "coc_number": "99900001",
        "vat_number": "NL999000019B01",
        "street": "Veilingweg 2",
        "postcode": "9901 DM",
        "city": "Morgendam",
        "signer": "Mira de Wit",
        "phone": "030 000 18 05",
        "email": "debiteuren@demorgenster.example",
        "website": "www.demorgenster.example",
        "authorised_person": "Pieter Halsema",
    },
)  # fmt: skip
