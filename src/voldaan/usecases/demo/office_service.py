"""Kantoorservice Blauwdruk: hands in its complete list of open items every Thursday; no bank file ever comes."""

from datetime import date

from voldaan.usecases.demo.world import Debtor, House, iban_of

_DEBTORS = (
    Debtor(
        number="301", name="Advocatenkantoor De Balans B.V.", first=date(2026, 5, 18), every=28, count=7,
        euros=(210, 480), usual="EARLY", later=((date(2026, 10, 29), "AFTER_FIRST"),),
        street="Hofplein 3", postcode="9921 AB", city="Letterstad",
        coc_number="99930301", mail="administratie@debalans.example",
    ),
    Debtor(
        number="302", name="Drukkerij Inktvis B.V.", first=date(2026, 5, 20), every=35, count=5,
        euros=(340, 910), usual="AFTER_FIRST", later=((date(2026, 10, 30), "AFTER_FIRST"),),
        street="Persweg 14", postcode="9921 DI", city="Letterstad", coc_number="99930302",
        mail="crediteuren@inktvis.example",
    ),
    Debtor(
        number="303", name="Makelaardij Dak en Drempel B.V.", first=date(2026, 5, 21), every=28, count=7,
        euros=(150, 330), street="Gevellaan 9", postcode="9921 MD", city="Letterstad", coc_number="99930303",
        mail="kantoor@dakendrempel.example",
    ),
    Debtor(
        number="304", name="Stichting Bibliotheek Letterstad", first=date(2026, 5, 27), every=42, count=4,
        euros=(420, 980), usual="AFTER_SECOND", later=((date(2026, 10, 30), "AFTER_SECOND"),),
        street="Boekenplein 1", postcode="9921 SB", city="Letterstad", coc_number="99930304",
        mail="financien@bibliotheekletterstad.example",
    ),
    Debtor(
        number="305", name="Architecten Lijn en Vlak B.V.", first=date(2026, 6, 3), every=49, count=3,
        euros=(700, 1400), usual="IN_TWO_PARTS", street="Tekenstraat 27", postcode="9921 AL", city="Letterstad",
        coc_number="99930305", mail="bureau@lijnenvlak.example",
    ),
    Debtor(
        number="306", name="Uitzendbureau Vlotte Start B.V.", first=date(2026, 6, 8), every=56, count=3,
        euros=(280, 640), usual="PROMISES_AND_PAYS", chapters={2: "ON_THE_DAY"},
        later=((date(2026, 10, 29), "AFTER_FIRST"),), street="Loopbaan 2",
        postcode="9922 UV", city="Werkhuizen", coc_number="99930306", mail="facturen@vlottestart.example",
    ),
    Debtor(
        number="307", name="Fysiotherapie De Rechte Rug", first=date(2026, 6, 10), every=42, count=4,
        euros=(110, 260), street="Gezondplein 6", postcode="9922 FR", city="Werkhuizen", coc_number="99930307",
        mail="praktijk@rechterug.example",
    ),
    Debtor(
        number="308", name="Northern Lights Software B.V.", first=date(2026, 6, 12), every=60, count=2,
        euros=(900, 1900), usual="AFTER_FIRST", later=((date(2026, 10, 29), "AFTER_FIRST"),),
        street="Kabelweg 101", postcode="9922 NL", city="Werkhuizen", coc_number="99930308",
        mail="finance@northernlights.example", desk="Priya Shah", language="en",
    ),
    Debtor(
        number="309", name="Schoonmaakbedrijf Helder B.V.", first=date(2026, 6, 18), every=45, count=2,
        euros=(360, 720), usual="AFTER_LETTER", later=((date(2026, 10, 6), "NEVER"),), street="Sopkade 5",
        postcode="9922 SH", city="Werkhuizen", coc_number="99930309", mail="kantoor@helder.example",
    ),
    Debtor(
        number="310", name="Reisbureau Verre Horizon B.V.", first=date(2026, 7, 2), every=35, count=2,
        euros=(450, 830), usual="NEVER", street="Vertrekhal 8", postcode="9922 RV", city="Werkhuizen",
        coc_number="99930310", mail="reizen@verrehorizon.example",
    ),
)  # fmt: skip

OFFICE_SERVICE = House(
    key="blauwdruk",
    name="Kantoorservice Blauwdruk B.V.",
    payment_truth="LEDGER",
    prefix="KB260",
    term_days=14,
    subjects=("Receptiedienst", "Huur vergaderruimte", "Postverwerking", "Schoonmaak kantoor"),
    debtors=_DEBTORS,
    approver="Joris",
    ibans=(iban_of("0260518004"),),
    price_cents=395,
    truth_days_max=2,
    facts={
        "coc_number": "99900023",
        "vat_number": "NL999000238B01",
        "street": "Kantorenweg 60",
        "postcode": "9921 KB",
        "city": "Letterstad",
        "signer": "Saskia Vorm",
        "phone": "030 000 16 03",
        "email": "administratie@blauwdruk.example",
        "website": "www.blauwdruk.example",
        "authorised_person": "Saskia Vorm",
    },
)  # fmt: skip
