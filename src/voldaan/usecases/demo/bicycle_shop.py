"""Fietsenwinkel De Ketting: hands in what stays unpaid, once a month, and says by telephone what came in."""

from datetime import date

from voldaan.usecases.demo.world import Debtor, House, iban_of

_DEBTORS = (
    Debtor(
        number="K1", name="Sanne Vermeulen-Bos", first=date(2026, 5, 4), every=60, count=1, euros=(60, 150),
        usual="AFTER_FIRST", street="Spaakstraat 10", postcode="9931 SV", city="Fietsum",
        mail="sanne@vermeulenbos.example",
    ),
    Debtor(
        number="K2", name="Teun Wielinga", first=date(2026, 6, 3), every=60, count=1, euros=(280, 620),
        usual="AFTER_SECOND", street="Kettingkade 4", postcode="9931 TW", city="Fietsum",
        mail="teun@wielinga.example",
    ),
    Debtor(
        number="K3", name="Ursula Trapper", first=date(2026, 7, 1), every=60, count=1, euros=(90, 240),
        usual="AFTER_LETTER", street="Zadelpad 21", postcode="9931 UT", city="Fietsum",
        mail="ursula@trapper.example",
    ),
    Debtor(
        number="K4", name="Vera Stuurman", first=date(2026, 8, 5), every=60, count=1, euros=(120, 320),
        usual="PROMISES_AND_PAYS", street="Belplein 2", postcode="9932 VS", city="Bandendorp",
        mail="vera@stuurman.example",
    ),
    Debtor(
        number="K5", name="Wessel Achterlicht", first=date(2026, 8, 12), every=60, count=1, euros=(340, 760),
        usual="NEVER", street="Reflectorweg 15", postcode="9932 WA", city="Bandendorp",
        mail="wessel@achterlicht.example",
    ),
    Debtor(
        number="K6", name="Ymke van der Pomp", first=date(2026, 9, 9), every=60, count=1, euros=(70, 130),
        usual="AFTER_FIRST", street="Ventiellaan 30", postcode="9932 YP", city="Bandendorp",
    ),
    Debtor(
        number="K7", name="Zeger Bagagedrager", first=date(2026, 10, 1), every=60, count=1, euros=(150, 390),
        usual="NEVER", street="Fietspad 99", postcode="9931 ZB", city="Fietsum",
        mail="zeger@bagagedrager.example",
    ),
)  # fmt: skip

BICYCLE_SHOP = House(
    key="de-ketting",
    name="Fietsenwinkel De Ketting",
    payment_truth="CLIENT_WORD",
    prefix="FK-2026-0",
    term_days=14,
    subjects=("Reparatie van de fiets", "Onderhoudsbeurt", "Nieuwe ketting en banden"),
    debtors=_DEBTORS,
    approver="",
    ibans=(iban_of("0260518005"),),
    price_cents=595,
    truth_days_max=35,
    facts={
        "coc_number": "99900045",
        "vat_number": "NL999000457B01",
        "street": "Ketting 3",
        "postcode": "9931 FK",
        "city": "Fietsum",
        "signer": "Bo Tandwiel",
        "phone": "030 000 14 02",
        "email": "winkel@deketting.example",
        "website": "www.deketting.example",
        "authorised_person": "Bo Tandwiel",
    },
)  # fmt: skip
