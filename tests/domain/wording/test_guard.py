"""The guard: a good text passes, and a text that is broken in one way is stopped by the rule for that break."""

from dataclasses import replace
from datetime import date

import pytest

from tests.letters.samples import (
    IBAN,
    invoice,
    long_names,
    many_invoices,
    message,
    on_two_accounts,
    pay_to,
)
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.guard import check

OWN = message("SECOND_REMINDER", invoices=2)
OWN_EN = message("SECOND_REMINDER", invoices=2, language="en")
AGENCY = message("PRE_COLLECTION", on_behalf=True, person=True)
AGENCY_QUIET = replace(AGENCY, next_step="NONE")

OWN_TEXT = """
Beste medewerker van Bakkerij Korenaar,
Er staan nog 2 facturen open: 2026-118 en 2026-119.
Te betalen: € 2.480,11 uiterlijk vrijdag 4 december 2026.
Rekening NL91 ABNA 0417 1643 00, betalingskenmerk RF18 5390 0754 7034.
Factuur 2026-118 van 3 oktober 2026: € 1.234,50. Factuur 2026-119 van 04-10-2026: € 1.245,61.
Betalingen verwerkt tot en met 21 november. Dit bericht is zonder extra kosten.
Met vriendelijke groet, Sanne Bos, Groothandel De Linde B.V., 030 123 45 67
"""
OWN_TEXT_EN = """
Dear team at Bakkerij Korenaar,
You have 2 invoices that are still open: 2026-118 and 2026-119.
To pay: €2,480.11 by Friday 4 December 2026.
Account NL91ABNA0417164300, payment reference RF18539007547034 or RF18 5390 0754 7034.
Invoice 2026-118 of October 3, 2026: €1,234.50. Invoice 2026-119 of 2026-10-04: EUR 1245.61.
Payments processed up to 21 November 2026. There are no extra costs.
Kind regards, Sanne Bos, Groothandel De Linde B.V., 030 123 45 67
"""
AGENCY_TEXT = """
Beste heer of mevrouw A. de Vries, wij schrijven namens Groothandel De Linde B.V., Lindelaan 12, 3512 AB Utrecht.
Factuur 2026-118 van 3 oktober 2026 (Meel en gist, levering oktober) had als vervaldatum 2 november 2026.
Te betalen: € 1.234,50, uiterlijk 4 december 2026, op NL91 ABNA 0417 1643 00, kenmerk RF18 5390 0754 7034.
Hoofdsom € 1.234,50. Rente € 0,00. Incassokosten: € 0,00. Debiteur: A. de Vries, Dorpsstraat 21, 7411 EF Deventer.
Is de betaling dan niet binnen, dan kan Groothandel De Linde B.V. de factuur aan ons overdragen voor incasso.
Yusuf van Dam, 0299 12 34 56. Waterland Incasso B.V., Havenkade 8, 1441 BC Purmerend, KvK 87654321,
registratie incassodienst RID-004711
"""
TEXTS = {"own": (OWN, OWN_TEXT), "own_en": (OWN_EN, OWN_TEXT_EN), "agency": (AGENCY, AGENCY_TEXT)}


def rules(facts: MessageFacts, text: str) -> set[str]:
    return {finding.rule for finding in check(facts, text)}


@pytest.mark.parametrize("name", TEXTS)
def test_a_good_text_passes(name: str) -> None:
    assert check(*TEXTS[name]) == ()


# Each row: which text, what is replaced, by what, and the rule that must name it.
BREAKS = [
    # amounts
    ("own", "€ 1.234,50", "€ 1.234,51", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 1.234,49", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 123.450", "amount.foreign"),
    ("own", "€ 1.234,50", "€ 0,00", "amount.foreign"),
    ("agency", "Hoofdsom € 1.234,50", "Hoofdsom € 0,00", "amount.foreign"),
    ("own", "Te betalen", "Klantnummer D-1043. Te betalen", "reference.foreign"),
    ("own", "€ 1.234,50", "€ 1.2345,0", "amount.foreign"),
    ("own", "€ 1.234,50", "€ -1.234,50", "amount.foreign"),
    ("own", "€ 1.234,50", "$ 1.234,50", "amount.foreign"),
    ("own", "€ 1.234,50", "1.243,50 euro", "amount.foreign"),
    ("own", "€ 1.234,50", "1.243,50", "amount.foreign"),
    ("own_en", "EUR 1245.61", "EUR 1245.62", "amount.foreign"),
    ("own_en", "€1,234.50", "€1.234.50", "amount.foreign"),
    ("own", "€ 2.480,11 uiterlijk", "het bedrag uiterlijk", "total.missing"),
    ("own_en", "€2,480.11", "€2,480", "amount.foreign"),
    # days
    ("own", "4 december 2026", "5 december 2026", "date.foreign"),
    ("own", "4 december 2026", "4 december 2027", "date.foreign"),
    ("own", "vrijdag 4 december", "donderdag 4 december", "date.weekday"),
    ("own", "tot en met 21 november", "tot en met 20 november", "date.foreign"),
    ("own", "04-10-2026", "05-10-2026", "date.foreign"),
    ("own", "04-10-2026", "31-02-2026", "date.foreign"),
    ("own", "uiterlijk vrijdag 4 december 2026", "uiterlijk 5-12", "date.foreign"),
    ("own", "uiterlijk vrijdag 4 december 2026", "uiterlijk volgende week", "pay_by.missing"),
    ("own", "uiterlijk vrijdag 4 december 2026", "binnen 14 dagen", "term.relative"),
    ("own_en", "October 3, 2026", "October 4th, 2025", "date.foreign"),
    ("own_en", "2026-10-04", "2026-10-14", "date.foreign"),
    ("own_en", "by Friday 4 December 2026", "within fourteen days", "term.relative"),
    # accounts
    ("own", "NL91 ABNA 0417 1643 00", "NL02 ABNA 0123 4567 89", "iban.foreign"),
    ("own", "NL91 ABNA 0417 1643 00", "NL91 ABNA 0417 1643 0", "iban.foreign"),
    ("own", "NL91 ABNA 0417 1643 00", "de bekende rekening", "iban.missing"),
    ("own_en", "NL91ABNA0417164300", "NL91ABNA0417164300 or BE71096123456769", "iban.foreign"),
    ("own_en", "NL91ABNA0417164300", "NL91ABNA0417164301", "iban.missing"),
    # references and invoice numbers
    ("own", "RF18 5390 0754 7034", "RF18 5390 0754 7035", "reference.foreign"),
    ("own", "RF18 5390 0754 7034", "5000 0567 8901 2345", "reference.foreign"),
    ("own", "betalingskenmerk RF18 5390 0754 7034", "uw naam", "payment_reference.missing"),
    ("own", "Factuur 2026-118 van", "Factuur 2026-181 van", "reference.foreign"),
    ("own", "Factuur 2026-118 van", "Factuur 2026-1180 van", "reference.foreign"),
    ("own_en", "Invoice 2026-119 of", "Invoice 2026-119 and 2026-120 of", "reference.foreign"),
    ("agency", "Factuur 2026-118 van", "De factuur van", "invoice.missing"),
    # who writes
    ("own", "Groothandel De Linde B.V.", "Groothandel Linde", "sender.missing"),
    ("own", "030 123 45 67", "030 123 45 68", "phone.missing"),
    ("agency", "Waterland Incasso B.V.", "Waterland", "sender.missing"),
    ("agency", "RID-004711", "RID-004712", "registration_mark.missing"),
    ("agency", "KvK 87654321", "KvK 8765432", "coc_number.missing"),
    ("agency", "Groothandel De Linde B.V.", "onze opdrachtgever", "creditor.missing"),
    ("agency", "Lindelaan 12, ", "", "creditor_address.missing"),
    ("agency", "Havenkade 8, ", "", "sender_address.missing"),
    ("agency", "Dorpsstraat 21, ", "", "debtor_address.missing"),
    ("agency", "van 3 oktober 2026", "", "issue_date.missing"),
    ("agency", " had als vervaldatum 2 november 2026", "", "due_date.missing"),
    ("agency", "Meel en gist, levering oktober", "levering", "subject.missing"),
    # costs and interest
    ("own", "zonder extra kosten", "met extra kosten", "costs.named"),
    ("own", "zonder extra kosten", "nog zonder kosten, daarna komen er incassokosten bij", "costs.named"),
    ("own", "zonder extra kosten", "nu nog geen extra kosten", "costs.named"),
    ("own", "zonder extra kosten", "zonder extra kosten als u op tijd betaalt", "costs.named"),
    ("own", "zonder extra kosten", "exclusief administratiekosten", "costs.named"),
    ("own", "zonder extra kosten", "met een toeslag", "costs.named"),
    ("own", "zonder extra kosten", "bedoeld om kosten te voorkomen", "costs.named"),
    ("own", "zonder extra kosten", "kosteloos, maar de wettelijke rente loopt", "costs.named"),
    ("agency", "Incassokosten: € 0,00", "Incassokosten: € 40,00", "costs.named"),
    ("agency", "Rente € 0,00", "Rente 8%", "amount.foreign"),
    ("agency", "Rente € 0,00", "Rente pro memorie", "costs.named"),
    ("own_en", "There are no extra costs", "There are no extra costs yet if you pay", "costs.named"),
    ("own_en", "There are no extra costs", "Statutory interest may be added", "costs.named"),
    ("own_en", "There are no extra costs", "A late fee applies", "costs.named"),
    # tone
    ("own", "Met vriendelijke groet", "Wij sommeren u", "tone.forbidden"),
    ("own", "Beste medewerker", "Ondanks eerdere berichten, beste medewerker", "tone.forbidden"),
    ("own", "Met vriendelijke groet", "U dient te betalen", "tone.forbidden"),
    ("own", "Te betalen", "Te  voldoen", "tone.forbidden"),
    ("own_en", "Kind regards", "Final warning", "tone.forbidden"),
    ("own_en", "Kind regards", "You failed to pay", "tone.forbidden"),
    # steps
    ("own", "Met vriendelijke groet", "Anders volgt incasso", "threat.not_planned"),
    ("own", "Met vriendelijke groet", "Dan gaat het naar een incassobureau", "threat.not_planned"),
    ("own_en", "Kind regards", "Or we hand it over for collection", "threat.not_planned"),
    ("agency", "voor incasso", "aan de deurwaarder", "threat.not_planned"),
    ("agency", "voor incasso", "voor een gerechtelijke procedure", "threat.not_planned"),
    ("own_en", "Kind regards", "We will start legal action", "threat.not_planned"),
]


@pytest.mark.parametrize(("name", "old", "new", "rule"), BREAKS)
def test_one_break_is_named(name: str, old: str, new: str, rule: str) -> None:
    facts, text = TEXTS[name]
    assert old in text
    assert rule in rules(facts, text.replace(old, new))


def test_a_break_says_what_stands_there_and_how_to_mend_it() -> None:
    findings = check(OWN, OWN_TEXT.replace("€ 1.234,50", "€ 1.234,51"))
    assert [(finding.rule, finding.basis, finding.found) for finding in findings] == [
        ("amount.foreign", "P8", "€ 1.234,51")
    ]
    assert "correct it to one of the facts" in findings[0].mend


def test_collection_may_be_named_only_where_it_is_ordered() -> None:
    assert "threat.not_planned" not in rules(AGENCY, AGENCY_TEXT)
    assert "threat.not_planned" in rules(AGENCY_QUIET, AGENCY_TEXT)


@pytest.mark.parametrize("sentence", [
    "U betaalt geen kosten.",
    "Zonder rente en kosten.",
    "Zonder incassokosten.",
    "Geen rente of kosten.",
    "Incassokosten € 0,00",
    "Aanmaningskosten: € 0,00",
    "Dit kost u niets extra.",
    "Met voldoende tijd.",
])  # fmt: skip
def test_free_of_costs_may_be_said(sentence: str) -> None:
    assert check(OWN, OWN_TEXT + sentence) == ()


@pytest.mark.parametrize("sentence", ["Rente € 0,01", "Rente € 0,001", "Incassokosten: € 1,00"])
def test_a_cent_of_costs_is_costs(sentence: str) -> None:
    assert "costs.named" in rules(OWN, OWN_TEXT + sentence)


@pytest.mark.parametrize("subject", [
    "Abonnement 2025-01-01",
    "€ 5 actie",
    "Advies incassokosten, rente en deurwaarder",
    "Factuur 9999-1",
    "NL02 ABNA 0123 4567 89",
    "Korting 10% t/m 31-12-2024",
    "Wij sommeren (toneelstuk)",
])  # fmt: skip
def test_the_own_words_of_the_facts_are_left_alone(subject: str) -> None:
    lines = (replace(OWN.invoices[0], subject=subject), OWN.invoices[1])
    facts = replace(OWN, invoices=lines)
    assert check(facts, OWN_TEXT + f"Onderwerp: {subject}\n") == ()
    assert check(OWN, OWN_TEXT + f"Onderwerp: {subject}\n") != ()


def test_an_own_word_hides_nothing_that_is_larger_than_itself() -> None:
    # "12" is an invoice number, and so may stand alone; that does not make 12 december a fact.
    lines = (replace(OWN.invoices[0], number="12"), OWN.invoices[1])
    facts = replace(OWN, invoices=lines, pay_to=(pay_to(lines),))
    text = OWN_TEXT.replace("2026-118", "12")
    assert check(facts, text) == ()
    assert rules(facts, text.replace("4 december 2026", "12 december 2026")) >= {"date.foreign"}


def test_a_debtor_named_incasso_is_no_threat() -> None:
    facts = replace(OWN, addressee=replace(OWN.addressee, name="Incasso Advies Deurwaarders"))
    assert check(facts, OWN_TEXT.replace("Bakkerij Korenaar", "Incasso Advies Deurwaarders")) == ()


@pytest.mark.parametrize("field", ["registration_mark", "coc_number"])
def test_an_agency_without_its_registration_is_stopped(field: str) -> None:
    assert f"{field}.unknown" in rules(
        replace(AGENCY, sender=replace(AGENCY.sender, **{field: None})), AGENCY_TEXT
    )


@pytest.mark.parametrize(
    ("field", "rule"), [("street", "debtor_address.unknown"), ("city", "debtor_city.unknown")]
)
def test_an_agency_without_the_address_of_a_person_is_stopped(field: str, rule: str) -> None:
    facts = replace(AGENCY, addressee=replace(AGENCY.addressee, **{field: None}))
    assert rule in rules(facts, AGENCY_TEXT)
    assert rule not in rules(replace(facts, addressee=replace(facts.addressee, is_person=False)), AGENCY_TEXT)


def test_an_agency_without_the_subject_of_an_invoice_is_stopped() -> None:
    facts = replace(AGENCY, invoices=(replace(AGENCY.invoices[0], subject=None),))
    assert "subject.unknown" in rules(facts, AGENCY_TEXT)


@pytest.mark.parametrize(("total", "found"), [(248_010, True), (248_011, False), (248_012, True)])
def test_sums_that_disagree_are_stopped(total: int, found: bool) -> None:
    assert ("facts.sum" in rules(replace(OWN, total_cents=total), OWN_TEXT)) is found


def test_every_account_must_stand_in_the_text() -> None:
    facts = on_two_accounts()
    assert {finding.found for finding in check(facts, OWN_TEXT) if finding.rule == "iban.missing"} == {
        "account NL02ABNA0123456789 is not in the text"
    }


def test_an_empty_text_lacks_everything() -> None:
    assert rules(OWN, "") == {
        "total.missing", "pay_by.missing", "invoice.missing", "iban.missing", "payment_reference.missing",
        "sender.missing", "phone.missing",
    }  # fmt: skip


@pytest.mark.parametrize("noise", ["€ 1.1.1.1", "1.", "factuur ", "NL91 ", "RF18 ", "1 ", "a-1, ", "geen "])
def test_a_hostile_text_is_read_to_its_end(noise: str) -> None:
    text = noise * 20_000 + OWN_TEXT
    assert "total.missing" not in rules(OWN, text)


@pytest.mark.parametrize("facts", [many_invoices(), long_names()])
def test_only_the_invoices_of_this_stage_must_be_named(facts: MessageFacts) -> None:
    missing = [finding for finding in check(facts, "") if finding.rule == "invoice.missing"]
    assert len(missing) == len(facts.invoices)


def test_line_breaks_and_hard_spaces_change_nothing() -> None:
    text = OWN_TEXT.replace(" ", "\u00a0\n ")
    assert check(OWN, text) == ()


def test_days_of_every_invoice_are_facts() -> None:
    other = invoice(9, open_cents=1)
    facts = replace(OWN, also_open=(other,), total_cents=OWN.total_cents + 1)
    facts = replace(facts, pay_to=(replace(OWN.pay_to[0], amount_cents=OWN.total_cents + 1),))
    text = OWN_TEXT.replace("2.480,11", "2.480,12") + "Ook open: 2026-127, vervallen op 11 november 2026."
    assert other.due_date == date(2026, 11, 11)
    assert check(facts, text) == ()
    assert IBAN == facts.pay_to[0].iban
