"""Hoveniersbedrijf Lindehof: an agency writes for it, to people at home; its bank says what was paid."""

from datetime import date

from voldaan.usecases.demo.world import Debtor, House, iban_of

_DEBTORS = (
    Debtor(
        number="L-201", name="Anneke Zonneveld", first=date(2026, 5, 18), every=42, count=5, euros=(85, 240),
        usual="EARLY", street="Iepenlaan 12", postcode="9911 AZ", city="Lindehoven",
        mail="anneke@zonneveld.example",
    ),
    Debtor(
        number="L-202", name="Berend Waterman", first=date(2026, 5, 20), every=49, count=4, euros=(110, 310),
        usual="AFTER_FIRST", street="Vijverpad 3", postcode="9911 BW", city="Lindehoven",
        mail="berend@waterman.example",
    ),
    Debtor(
        number="L-203", name="Carolien en Douwe Appelman", first=date(2026, 5, 26), every=35, count=6,
        euros=(70, 190), street="Boomgaard 25", postcode="9911 CA", city="Lindehoven",
        mail="appelman@thuis.example",
    ),
    Debtor(
        number="L-204", name="Dirkje Hazelaar", first=date(2026, 5, 28), every=56, count=3, euros=(140, 420),
        usual="AFTER_SECOND", street="Heggeweg 8", postcode="9912 DH", city="Beukendorp",
        mail="dirkje@hazelaar.example",
    ),
    Debtor(
        number="L-205", name="Evert Korenbloem", first=date(2026, 6, 2), every=70, count=2, euros=(320, 890),
        usual="IN_TWO_PARTS", street="Akkerrand 40", postcode="9912 EK", city="Beukendorp",
        mail="evert@korenbloem.example",
    ),
    Debtor(
        number="L-206", name="Familie Van Rozendaal", first=date(2026, 6, 4), every=42, count=3, euros=(160, 380),
        usual="JUST_LATE", street="Rozenhof 1", postcode="9911 FR", city="Lindehoven",
        mail="rozendaal@thuis.example",
    ),
    Debtor(
        number="L-207", name="Geertruida Meidoorn", first=date(2026, 6, 8), every=84, count=2, euros=(95, 180),
        usual="AFTER_FIRST", street="Hofje 7", postcode="9911 GM", city="Lindehoven",
    ),
    Debtor(
        number="L-208", name="Hidde Wilgenstam", first=date(2026, 6, 10), every=60, count=3, euros=(210, 560),
        chapters={1: "PROMISES_AND_PAYS", 2: "PROMISES_AND_FORGETS"}, street="Beekzijde 16", postcode="9912 HW",
        city="Beukendorp", mail="hidde@wilgenstam.example",
    ),
    Debtor(
        number="L-209", name="Ilse Kastanje", first=date(2026, 6, 15), every=63, count=2, euros=(380, 940),
        usual="BY_PLAN", chapters={2: "ON_THE_DAY"}, street="Parklaan 90", postcode="9912 IK", city="Beukendorp",
        mail="ilse@kastanje.example",
    ),
    Debtor(
        number="L-210", name="Jelle Esdoorn", first=date(2026, 6, 9), every=50, count=2, euros=(260, 610),
        usual="NEVER", street="Wal 11", postcode="9912 JE", city="Beukendorp", mail="jelle@esdoorn.example",
    ),
    Debtor(
        number="L-211", name="Klaske Vlierman", first=date(2026, 6, 17), every=45, count=4, euros=(120, 270),
        chapters={2: "WITHOUT_REFERENCE"}, street="Singel 54", postcode="9911 KV", city="Lindehoven",
        mail="klaske@vlierman.example",
    ),
    Debtor(
        number="L-212", name="Lubbert Populier", first=date(2026, 7, 1), every=56, count=2, euros=(430, 780),
        usual="DISPUTES", chapters={2: "ON_THE_DAY"}, street="Laantje 2", postcode="9912 LP", city="Beukendorp",
        mail="lubbert@populier.example",
    ),
    Debtor(
        number="L-213", name="Marijke Lavendel", first=date(2026, 6, 22), every=42, count=4, euros=(75, 160),
        chapters={3: "TOO_MUCH"}, street="Kruidentuin 6", postcode="9911 ML", city="Lindehoven",
        mail="marijke@lavendel.example",
    ),
    Debtor(
        number="L-214", name="Nanne Sleedoorn", first=date(2026, 7, 8), every=60, count=2, euros=(150, 330),
        usual="AFTER_FIRST", street="Zandpad 9", postcode="9912 NS", city="Beukendorp",
        mail="nanne@weg.example", bounces=True,
    ),
    Debtor(
        number="L-215", name="Oda Kamperfoelie", first=date(2026, 7, 14), every=55, count=2, euros=(90, 210),
        usual="AFTER_LETTER", street="Haag 33", postcode="9911 OK", city="Lindehoven",
        mail="oda@kamperfoelie.example",
    ),
    Debtor(
        number="L-216", name="Petrus Vuurdoorn", first=date(2026, 8, 3), every=50, count=2, euros=(180, 290),
        usual="NEVER", chapters={1: "ON_THE_DAY"}, street="Brink 20", postcode="9912 PV", city="Beukendorp",
        mail="petrus@vuurdoorn.example",
    ),
    Debtor(
        number="L-217", name="Quinten Goudenregen", first=date(2026, 10, 27), every=30, count=1,
        euros=(240, 360), usual="AFTER_FIRST", street="Pergola 4", postcode="9911 QG", city="Lindehoven",
        mail="quinten@goudenregen.example",
    ),
    Debtor(
        number="L-218", name="Roos Hortensia Interieurbeplanting", first=date(2026, 6, 24), every=40, count=4,
        euros=(300, 720), usual="AFTER_FIRST", street="Atelier 18", postcode="9911 RH", city="Lindehoven",
        coc_number="99920218", mail="roos@hortensia.example",
    ),
)  # fmt: skip

GARDENER = House(
    key="lindehof",
    name="Hoveniersbedrijf Lindehof B.V.",
    payment_truth="BANK",
    prefix="LH-26",
    term_days=14,
    subjects=("Tuinonderhoud", "Snoeien van de haag", "Aanleg border", "Gazon en bemesting", "Vijver en pomp"),
    debtors=_DEBTORS,
    approver="",
    ibans=(iban_of("0260518003"),),
    opening_cents=1_830_550,
    price_cents=495,
    last_statement=date(2026, 11, 12),
    facts={
        "coc_number": "99900012",
        "vat_number": "NL999000123B01",
        "street": "Lindehof 1",
        "postcode": "9911 HL",
        "city": "Lindehoven",
        "signer": "Wout Lindeman",
        "phone": "030 000 19 03",
        "email": "kantoor@lindehof.example",
        "website": "www.lindehof.example",
        "authorised_person": "Wout Lindeman",
    },
)  # fmt: skip
