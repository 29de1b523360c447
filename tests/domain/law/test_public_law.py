"""Debts of public law: known by the name of the creditor and the words of the invoice together."""

import pytest

from voldaan.domain.law.public_law import (
    PUBLIC_BODIES,
    PUBLIC_CLAIMS,
    is_public_body_name,
    named_public_law,
)

GEMEENTE = "Gemeente Voorbeeld"


@pytest.mark.parametrize(
    ("creditor", "subject", "word"),
    [
        (GEMEENTE, "Aanslag gemeentelijke belastingen 2026", "aanslag"),
        (GEMEENTE, "AANSLAGBILJET 12345", "aanslag"),
        (GEMEENTE, "AANSLAG-2026-001", "aanslag"),
        (GEMEENTE, "OZB2026-17 Dorpsstraat 1", "OZB"),
        (GEMEENTE, "naheffing parkeren 3 november", "naheffing"),
        (GEMEENTE, "Naheffingsaanslag parkeerbelasting", "aanslag"),
        (GEMEENTE, "Hondenbelasting", "belasting"),
        (GEMEENTE, "onroerendezaakbelasting", "belasting"),
        (GEMEENTE, "Precario terras", "precario"),
        (GEMEENTE, "Rioolheffing", "heffing"),
        (GEMEENTE, "Afvalstoffenheffing tweede halfjaar", "heffing"),
        (GEMEENTE, "Leges omgevingsvergunning", "leges"),
        (GEMEENTE, "bouwleges", "leges"),
        (GEMEENTE, "Grafrechten 2026-2036", "rechten"),
        (GEMEENTE, "Marktgeld standplaats 4", "rechten"),
        (GEMEENTE, "Bestuurlijke boete kinderopvang", "boete"),
        (GEMEENTE, "Dwangsom illegale bouw", "dwangsom"),
        (GEMEENTE, "Terugvordering te veel ontvangen subsidie", "terugvordering"),
        (GEMEENTE, "Aflossing bijstand mei", "uitkering"),
        (GEMEENTE, "Uitkeringsfraude 2025", "uitkering"),
        (GEMEENTE, "Rijbewijs", "leges"),
        (GEMEENTE, "Kapvergunning Lindelaan", "leges"),
        (GEMEENTE, "Liggeld jachthaven", "rechten"),
        (GEMEENTE, "BIZ-bijdrage binnenstad", "BIZ-bijdrage"),
        (GEMEENTE, "Dwangbevel 2026-12", "dwangbevel"),
        ("De gemeente Voorbeeld, afdeling Belastingen", "Toeristenbelasting", "belasting"),
        ("gemeente voorbeeld", "LEGES PASPOORT", "leges"),
        ("College van B&W van Voorbeeld", "Dwangsom", "dwangsom"),
        ("Waterschap Voorbeeldbeek", "Watersysteemheffing 2026", "heffing"),
        ("Hoogheemraadschap van Voorbeeldland", "zuiveringsheffing", "heffing"),
        ("Het Waterschap Voorbeeld", "verontreinigingsheffing", "heffing"),
        ("Provincie Voorbeeld", "Leges ontgrondingsvergunning", "leges"),
        ("Omgevingsdienst Voorbeeld", "Verbeurde dwangsom", "dwangsom"),
        ("Ministerie van Landbouw", "Bestuurlijke boete", "boete"),
        ("UWV", "Terugvordering WW-uitkering", "terugvordering"),
        ("DUO", "Studieschuld termijn 11", "uitkering"),
        ("Dienst Uitvoering Onderwijs", "studieschuld", "uitkering"),
        ("CAK", "Eigen bijdrage Wmo oktober", "eigen bijdrage"),
        ("RDW", "Boete onverzekerd voertuig", "boete"),
        ("SVB", "terugvordering AOW", "terugvordering"),
        ("Belastingdienst", "", "Belastingdienst"),
        ("Belastingdienst/Toeslagen", "brief 3", "Belastingdienst"),
        ("De Belastingdienst", "huur zaal", "Belastingdienst"),
        ("CJIB", "beschikking", "CJIB"),
        ("Centraal Justitieel Incassobureau", "x", "CJIB"),
        ("GBLT", "2026", "belastingsamenwerking"),
        ("BsGW", "2026", "belastingsamenwerking"),
        ("Belastingsamenwerking Voorbeeldstreek", "nota", "belastingsamenwerking"),
    ],
)
def test_a_debt_of_public_law_is_named_by_its_word(creditor: str, subject: str, word: str) -> None:
    assert named_public_law(creditor, subject) == word
    assert is_public_body_name(creditor)


@pytest.mark.parametrize(
    ("creditor", "subject"),
    [
        (GEMEENTE, "huur sporthal"),
        (GEMEENTE, "Huur sporthal inclusief omzetbelasting"),
        (GEMEENTE, "Zaalhuur, excl. belasting"),
        (GEMEENTE, "Verkoop kavel 12"),
        (GEMEENTE, "Contractuele boete te late oplevering"),
        (GEMEENTE, "Kosten opheffing erfdienstbaarheid"),
        (GEMEENTE, "Herstel vloerbelasting tribune"),
        (GEMEENTE, "Zwemlessen kwartaal 3"),
        (GEMEENTE, "Doorbelasting energie sporthal"),
        (GEMEENTE, "Belasting toegevoegde waarde inbegrepen"),
        (GEMEENTE, "Technische bijstand evenement"),
        (GEMEENTE, ""),
        ("Waterschap Voorbeeldbeek", "pacht perceel 7"),
        ("UWV", "huur vergaderruimte"),
    ],
)
def test_a_public_body_that_lets_or_sells_is_owed_under_private_law(creditor: str, subject: str) -> None:
    assert named_public_law(creditor, subject) is None
    assert is_public_body_name(creditor)


@pytest.mark.parametrize(
    ("creditor", "subject"),
    [
        ("Administratiekantoor Voorbeeld B.V.", "Aangifte inkomstenbelasting 2025"),
        ("Voorbeeld Accountants", "Bezwaar tegen aanslag OZB"),
        ("Advocatenkantoor Voorbeeld", "Procedure dwangsom"),
        ("Rijschool Voorbeeld", "doorbelaste boete"),
        ("Duo Dakdekkers", "terugvordering voorschot"),
        ("UWV Advies B.V.", "terugvordering uitkering"),
        ("Protestantse Gemeente Voorbeeld", "grafrechten"),
        ("Gemeente Gods Voorbeeld", "kerkelijke belasting"),
        ("Gemeente Oplossingen B.V.", "leges"),
        ("Stichting Vrienden van Gemeente Voorbeeld", "leges"),
        ("Provincie Media N.V.", "heffing"),
        ("Café Het Waterschap", "heffing"),
        ("Belastingdienstverlening Voorbeeld", "aangifte"),
        ("Gemeentehuis Catering", "leges"),
        ("Belastingadvies Voorbeeld", "aanslag"),
        ("", "aanslag"),
    ],
)
def test_a_firm_is_owed_under_private_law_whatever_its_invoice_says(creditor: str, subject: str) -> None:
    assert named_public_law(creditor, subject) is None
    assert not is_public_body_name(creditor)


def test_every_row_of_both_tables_says_why() -> None:
    assert all(body.reason and body.name for body in PUBLIC_BODIES)
    assert all(claim.reason and claim.word for claim in PUBLIC_CLAIMS)
