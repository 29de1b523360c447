"""Who passes on other people's money, by the names that stand on Dutch statements."""

import pytest

from voldaan.domain.matching.payers.intermediaries import INTERMEDIARY_DUTCH, intermediary_kind

KNOWN = [
    ("Mollie", "PAYMENT_SERVICE"),
    ("STG MOLLIE PAYMENTS", "PAYMENT_SERVICE"),
    ("Stichting Derdengelden Mollie", "PAYMENT_SERVICE"),
    ("Rrvrnt via Stichting Mollie Payments", "PAYMENT_SERVICE"),
    ("ADYEN N.V.", "PAYMENT_SERVICE"),
    ("Buckaroo Stichting Derdengelden", "PAYMENT_SERVICE"),
    ("Stichting Derdengelden Buckaroo", "PAYMENT_SERVICE"),
    ("Stichting Derdengelden Pay.nl", "PAYMENT_SERVICE"),
    ("Stichting Pay.nl", "PAYMENT_SERVICE"),
    ("CM.com Payments B.V.", "PAYMENT_SERVICE"),
    ("Stichting MultiSafepay", "PAYMENT_SERVICE"),
    ("STRIPE", "PAYMENT_SERVICE"),
    ("Stripe Payments Europe Ltd", "PAYMENT_SERVICE"),
    ("Klarna Bank AB", "PAYMENT_SERVICE"),
    ("AfterPay", "PAYMENT_SERVICE"),
    ("Stg. Billink", "PAYMENT_SERVICE"),
    ("in3 B.V.", "PAYMENT_SERVICE"),
    ("SumUp Limited", "PAYMENT_SERVICE"),
    ("AAB INZ TIKKIE", "PAYMENT_SERVICE"),
    ("J. Kaars via Tikkie", "PAYMENT_SERVICE"),
    ("S. de Ruyter via Rabo Betaalverzoek", "PAYMENT_SERVICE"),
    ("ING Betaalverzoek", "PAYMENT_SERVICE"),
    ("bunq.me", "PAYMENT_SERVICE"),
    ("J. Kaars via iDEAL", "PAYMENT_SERVICE"),
    ("Wero", "PAYMENT_SERVICE"),
    ("PayPal (Europe) S.a.r.l. et Cie", "PAYMENT_SERVICE"),
    ("Worldline NV", "PAYMENT_SERVICE"),
    ("ABN AMRO Asset Based Finance N.V.", "FACTOR"),
    ("ING Commercial Finance", "FACTOR"),
    ("Infomedics B.V.", "FACTOR"),
    ("Fa-med BV", "FACTOR"),
    ("Noordzee Factoring B.V.", "FACTOR"),
    ("Flanderijn Gerechtsdeurwaarders", "AGENCY"),
    ("GGN Mastering Credit", "AGENCY"),
    ("De Brug Gerechtsdeurwaarderskantoor", "AGENCY"),
    ("Incassobureau De Zon", "AGENCY"),
    ("Bewindvoering De Haven inz J. Kaars", "ADMINISTRATOR"),
    ("Kaars Bewindvoerders BV", "ADMINISTRATOR"),
    ("Budgetbeheer Oost", "ADMINISTRATOR"),
    ("J. Kaars onder bewind", "ADMINISTRATOR"),
    ("Gemeentelijke Kredietbank", "ADMINISTRATOR"),
    ("Stichting Derdengelden Vlas Advocaten", "THIRD_PARTY_MONEY"),
    ("Notariskantoor De Ruyter", "THIRD_PARTY_MONEY"),
    ("Vlas Netwerk Notarissen", "THIRD_PARTY_MONEY"),
    ("Boedelrekening Hotel Zeezicht", "THIRD_PARTY_MONEY"),
    ("Achmea Schadeverzekeringen N.V.", "INSURER"),
    ("De Zon Zorgverzekeraar", "INSURER"),
    ("ING Bank N.V.", "BANK"),
    ("Coöperatieve Rabobank U.A.", "BANK"),
    ("ABN AMRO", "BANK"),
]
ORDINARY = [
    "",
    "J. Kaars",
    "Hotel Zeezicht B.V.",
    "Ideal Keukens B.V.",
    "Square Design",
    "Stripe Kapsalon",
    "Bakkerij Bank",
    "H. Notermans",
    "Stichting Buurthuis Oost",
    "Visa Visser",
    "C. Zonneveld",
    "Van der Bank",
    "Factorij Vlas",
    "Asn Yilmaz",
]


@pytest.mark.parametrize(("name", "kind"), KNOWN)
def test_who_passes_on_money_is_known_by_name(name: str, kind: str) -> None:
    assert intermediary_kind(name) == kind
    assert intermediary_kind(name.upper()) == kind


@pytest.mark.parametrize("name", ORDINARY)
def test_who_has_a_name_like_any_other_is_no_intermediary(name: str) -> None:
    assert intermediary_kind(name) is None


def test_every_kind_has_dutch_words() -> None:
    assert {kind for _, kind in KNOWN} == set(INTERMEDIARY_DUTCH)
