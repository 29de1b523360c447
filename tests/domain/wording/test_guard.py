"""The guard: a good text passes, and a text that is broken in one way is stopped by the rule for that break."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.wording.whole_letters import (
    AGENCY,
    AGENCY_QUIET,
    AGENCY_TEXT,
    OWN,
    OWN_EN,
    OWN_TEXT,
    OWN_TEXT_EN,
    TEXTS,
)
from tests.letters.samples import IBAN, invoice, long_names, many_invoices, on_two_accounts, pay_to
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.guard import check


def rules(facts: MessageFacts, text: str) -> set[str]:
    return {finding.rule for finding in check(facts, text)}


@pytest.mark.parametrize(
    "day", ["vrijdag 4 december", "4 dec. 2026", "04-12-2026", "de vierde december", "2026-12-04"]
)
def test_the_last_day_may_be_written_in_many_ways(day: str) -> None:
    assert check(OWN, OWN_TEXT.replace("vrijdag 4 december 2026", day)) == ()


@pytest.mark.parametrize("name", TEXTS)
def test_a_good_text_passes(name: str) -> None:
    assert check(*TEXTS[name]) == ()


def test_a_break_says_what_stands_there_and_how_to_mend_it() -> None:
    findings = check(OWN, OWN_TEXT.replace("€ 1.234,50", "€ 1.234,51"))
    assert [(finding.rule, finding.basis, finding.found) for finding in findings] == [
        ("amount.foreign", "P8", "€ 1.234,51")
    ]
    assert "correct it to one of the facts" in findings[0].mend


def test_collection_may_be_named_only_where_it_is_ordered() -> None:
    assert "threat.not_planned" not in rules(AGENCY, AGENCY_TEXT)
    assert "threat.not_planned" in rules(AGENCY_QUIET, AGENCY_TEXT)


GOOD = [
    "Zonder extra kosten.", "U betaalt geen kosten.", "Zonder rente en kosten.", "Zonder incassokosten.",
    "Geen rente of kosten.", "Incassokosten € 0,00", "Aanmaningskosten: € 0,00", "Dit kost u niets extra.",
    "Met voldoende tijd.", "Dit bericht is kosteloos.", "Er zijn geen kosten aan verbonden.",
    "Hier zijn geen kosten aan verbonden.", "Aan deze herinnering zijn geen kosten verbonden.",
    "Kosten: € 0,00.", "Kosten: geen.", "Rente: nihil.", "Rente € 0,00 en kosten € 0,00.",
    "U betaalt alleen het factuurbedrag.", "Deze herinnering is gratis.",
    "Wij brengen geen kosten in rekening.", "Wij rekenen hiervoor geen kosten.",
    "Er komen geen kosten bij.", "Er worden geen extra kosten in rekening gebracht.",
    "U betaalt geen rente, geen kosten en geen boete.", "Vrij van kosten.", "Wij vragen geen vergoeding.",
    "Wij brengen u niets extra in rekening.", "Kosten worden niet gerekend.", "Rente 0%.", "0% rente.",
    "€ 0,00 kosten.", "€ 0,00 aan rente en kosten.",
    "Ook als u in delen betaalt, zijn er geen extra kosten.", "Rente: 0,00.", "Geen bijkomende kosten.",
    "Geen verdere kosten of rente.", "Zonder bijkomende administratie- of incassokosten.",
    "Er is geen sprake van rente of kosten.", "U hoeft geen extra kosten te betalen.",
    "Wij zijn bereikbaar van 9.00 tot 17.00 uur.", "Wij antwoorden binnen twee dagen.",
    "Uw factuur staat al 21 dagen open.", "Uw betaling wordt binnen 2 werkdagen verwerkt.",
    "Factuur 2026-118 had uiterlijk 2 november 2026 betaald moeten zijn.",
    "Heeft u vragen? Bel ons op 030-1234567 of +31 (0)30 123 45 67.",
    "Kijk op www.delinde.example of https://www.delinde.example.", "Geldfit denkt mee: geldfit.nl.",
    "Wij hopen op uw begrip.", "U kunt direct met de QR-code betalen.",
    "Is er iets niet goed? Laat het ons zo snel mogelijk weten.", "Deze week is Sanne er niet, Yusuf wel.",
    "Heeft u al betaald? Dan hoeft u niets te doen.", "De betaaltermijn was 30 dagen.",
    "Kunt u niet in een keer betalen? Dat kan in delen.",
    "Wij sturen u dit bericht namens onze administratie.", "Op naam van Groothandel De Linde B.V.",
    "Groothandel De Linde", "Rente en kosten: geen.", "Er worden u geen kosten berekend.",
    "Deze herinnering brengt geen kosten met zich mee.", "De herinnering is voor u zonder kosten.",
    "U betaalt dus niets extra.", "Er komt geen rente bij.",
    "Wij rekenen geen rente en geen incassokosten.", "Kosten: 0 euro.", "Rente: n.v.t.",
    "Voor deze herinnering betaalt u niets.", "Hieraan zijn voor u geen kosten verbonden.",
    "Geen kosten, geen rente.", "U bent geen kosten verschuldigd.",
    "Rente noch kosten brengen wij in rekening: geen.", "Kosten brengen wij niet in rekening.", "Rente en kosten: 0 euro.",
    "Liever in delen? Dan zijn daar geen kosten aan verbonden.", "De kosten van deze brief zijn voor ons.",
    "Wij verwijten u niets.", "Dit is geen aanmaning.", "U bent niet verplicht om te bellen.", "Het is uw schuld niet: het is niet uw schuld.",
    "Wij zijn geen deurwaarder.", "Er loopt geen rechtszaak.", "Dit heeft geen gevolgen.", "U bent ons niets schuldig.",
    "U mag per automatische incasso betalen.", "Komt u hierdoor in de problemen? Bel ons.", "Laat u ons weten wat u nodig heeft?",
    "De kast is van 100% beuken.", "Uw vraag beantwoorden wij binnen 2 werkdagen.", "Het hoeft niet vandaag nog.",
    "Kunt u ons deze week bellen?", "Morgen is ons kantoor gesloten.", "Betalen mag op of voor 4 december 2026.",
    "De levering was 2-3 dagen onderweg.", "U krijgt binnen een dag antwoord.", "Te voldoen: € 2.480,11.",
    "Kenmerk RF18539007547034.", "Kenmerk RF18-5390-0754-7034.", "Dan kunt u dit bericht negeren.", "Pagina 1/2.",
    "Kosten worden niet in rekening gebracht.", "Kosten noch rente worden u berekend.", "Rente noch kosten.",
    "Rente (0% over de periode tot heden): € 0,00.", "Er komt niks bij.", "Wij rekenen 0,0 euro extra.",
    "Er komt geen rechter en geen deurwaarder bij kijken.", "Er volgt op dit bericht geen incasso of deurwaarder.",
    "Binnen een dag heeft u antwoord van mij.", "Ik bel u binnen een dag terug.", "Denkt u dat het deze week niet lukt?",
    "Lukt het deze maand niet? Bel ons.", "Als deze maand lastig is, bel dan even.", "Wij hopen dat u tot heden tevreden bent.",
    "Vermeld het kenmerk, anders kunnen wij uw betaling niet vinden.", "Anders stuur ik u graag een kopie.",
    "Wij houden u op de hoogte.", "Het is onze verantwoordelijkheid om dit goed te doen.", "Sorry dat wij u zo lang lieten wachten.",
    "Klanten hebben wel eens vragen over deze factuur.", "Zolang u met ons belt, kan er niets misgaan.",
    "Het totaal is 2480 euro en 11 cent.", "Factuur 2026-118 was te betalen vóór of op 02-11-2026.",
    "Wij zijn te bereiken op 0031 30 123 45 67.", "Uw abonnement 2026-2027 loopt gewoon door.", "De order 2025/2026 was een grote.",
    "De factuur op naam van Bakkerij Korenaar staat nog open.", "Het bedrag is te voldoen op onze rekening.",
    "Er zijn 14 030 redenen.",
]  # fmt: skip
GOOD_EN = [
    "No extra costs.", "Without extra costs.", "At no extra cost.", "Free of charge.",
    "There is no charge.", "There are no fees.", "No interest or costs.", "Interest: €0.00. Costs: €0.00.",
    "Costs: none.", "Interest: nil.", "We do not charge any costs.", "You will not be charged.",
    "We charge nothing extra.", "No additional fees or interest are added.",
    "This reminder costs you nothing.", "You only pay the invoice amount.",
    "There are no additional fees, interest or charges.",
    "Even if you pay in parts, there are no extra costs.", "This reminder is interest-free and cost-free.",
    "We will not add costs.", "That is fine.", "Call us and ask for the person in charge.",
    "We reply within two days.", "Your payment is processed within two working days.",
    "Invoice 2026-118 was due by 2 November 2026.", "You may pay in parts.", "0% interest.",
    "No costs will be charged for this reminder.", "Costs are not charged.",
    "You do not owe any interest or costs.", "There is no interest.", "This is free of any charges.",
    "No late payment fee applies.", "It comes without any additional charges.",
    "It has been open for 21 days.", "You cannot pay at once? Call us.", "You don't have to pay at once.",
    "We are not a bailiff.", "This has no consequences.", "Please ignore this message if you have paid.",
    "Did you know that you can pay in parts?", "Let us know how long you need.", "Do you think it is wrong? Tell us.",
    "Our office is closed tomorrow.", "Most banks need one working day.", "Please call us this week.",
    "See you on court!", "The courts are open all winter.", "See you back on court 4.", "Meet us in the food court.",
    "This is not a court matter.", "You are not being sued.", "No reminder fee and no interest are calculated.",
    "You will have our answer within a day.", "If this month is difficult, call us.", "We reply within a fortnight.",
    "Please quote the reference; otherwise we cannot match your payment.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", GOOD)
def test_a_good_sentence_passes(sentence: str) -> None:
    assert check(OWN, OWN_TEXT + sentence) == ()


@pytest.mark.parametrize("sentence", GOOD_EN)
def test_a_good_sentence_in_english_passes(sentence: str) -> None:
    assert check(OWN_EN, OWN_TEXT_EN + sentence) == ()


@pytest.mark.parametrize("sentence", ["Rente € 0,01", "Rente € 0,001", "Incassokosten: € 1,00"])
def test_a_cent_of_costs_is_costs(sentence: str) -> None:
    assert "costs.named" in rules(OWN, OWN_TEXT + sentence)


@pytest.mark.parametrize("currency", ["CHF", "USD", "GBP"])
def test_nothing_is_nothing_in_every_currency(currency: str) -> None:
    text = OWN_TEXT.replace("€", currency)
    facts = replace(OWN, currency=currency)
    assert check(facts, f"{text}Rente: {currency} 0,00. Incassokosten {currency} 0,00.") == ()
    assert "costs.named" in rules(facts, f"{text}Rente: {currency} 0,01.")
    assert "costs.named" in rules(facts, f"{text}Incassokosten: {currency} 10,00.")


@pytest.mark.parametrize("subject", [
    "Abonnement 2025-01-01",
    "€ 5 actie",
    "Advies incassokosten, rente en deurwaarder",
    "Factuur 9999-1",
    "NL02 ABNA 0123 4567 89",
    "Korting 10% t/m 31-12-2024",
    "Wij sommeren (toneelstuk)",
    "Abonnement boete-administratie 2025-01-01 € 12,00",
    "Boek: binnen 14 dagen rijk, bel 06 12345678",
    "Hosting www.elders.nl",
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


@pytest.mark.parametrize(("field", "rule"), [
    ("registration_mark", "agency_registration_mark.unknown"), ("coc_number", "agency_kvk_number.unknown"),
])  # fmt: skip
def test_an_agency_without_its_registration_is_stopped(field: str, rule: str) -> None:
    findings = check(replace(AGENCY, sender=replace(AGENCY.sender, **{field: None})), AGENCY_TEXT)
    assert {finding.rule for finding in findings if finding.rule.endswith("unknown")} == {rule}
    assert all(finding.citation and finding.basis == finding.citation.label for finding in findings)


@pytest.mark.parametrize(
    ("field", "rule"), [("street", "debtor_street.unknown"), ("city", "debtor_city.unknown")]
)
def test_an_agency_without_the_address_of_a_person_is_stopped(field: str, rule: str) -> None:
    facts = replace(AGENCY, addressee=replace(AGENCY.addressee, **{field: None}))
    assert rule in rules(facts, AGENCY_TEXT)
    company = replace(facts, addressee=replace(facts.addressee, is_person=False, is_natural_person=False))
    assert rule not in rules(company, AGENCY_TEXT)


def test_a_sole_trader_is_protected_as_a_person_is() -> None:
    trader = replace(
        AGENCY, addressee=replace(AGENCY.addressee, is_person=False, is_natural_person=True, street=None)
    )
    assert trader.falls_under_wki
    assert "debtor_street.unknown" in rules(trader, AGENCY_TEXT)
    assert not replace(trader, on_behalf=False).falls_under_wki


@pytest.mark.parametrize(("old", "rule"), [
    ("RID-004711", "agency_registration_mark.missing"), ("Waterland Incasso B.V.", "agency_registered_name.missing"),
])  # fmt: skip
def test_to_a_company_an_agency_still_names_itself(old: str, rule: str) -> None:
    company = replace(AGENCY, addressee=replace(AGENCY.addressee, is_person=False, is_natural_person=False))
    text = AGENCY_TEXT.replace("Lindelaan 12, ", "").replace("KvK 87654321, ", "")
    assert check(company, text) == ()
    assert rules(company, text.replace(old, "")) == {rule}


def test_an_agency_without_the_subject_of_an_invoice_is_stopped() -> None:
    facts = replace(AGENCY, invoices=(replace(AGENCY.invoices[0], subject=None),))
    assert "subject.unknown" in rules(facts, AGENCY_TEXT)


@pytest.mark.parametrize(("written_on", "found"), [
    (date(2026, 12, 3), False), (date(2026, 12, 4), True), (date(2026, 12, 5), True),
])  # fmt: skip
def test_a_term_that_is_over_when_it_begins_is_stopped(written_on: date, *, found: bool) -> None:
    assert ("term.early" in rules(replace(OWN, written_on=written_on), OWN_TEXT)) is found


def test_a_term_that_ends_before_the_invoice_is_due_is_stopped() -> None:
    lines = tuple(replace(line, due_date=date(2026, 12, 5)) for line in OWN.invoices)
    assert "term.early" in rules(replace(OWN, invoices=lines), OWN_TEXT)


@pytest.mark.parametrize(
    "name", ["Deurwaarderskantoor Vos", "Rente en Kosten B.V.", "Van Beslag & Zn.", "Incasso Advies"]
)
def test_a_debtor_with_a_dangerous_name_is_written_to(name: str) -> None:
    facts = replace(OWN, addressee=replace(OWN.addressee, name=name))
    assert check(facts, OWN_TEXT.replace("Bakkerij Korenaar", name)) == ()


def test_a_dangerous_surname_may_be_greeted_without_its_initials() -> None:
    facts = replace(OWN, addressee=replace(OWN.addressee, name="mevrouw P. Boete-Dagvaarding"))
    text = OWN_TEXT.replace("medewerker van Bakkerij Korenaar", "mevrouw Boete-Dagvaarding")
    assert check(facts, text) == ()


def test_a_known_reference_is_no_slip_of_another() -> None:
    assert check(OWN, OWN_TEXT + "Zie 2026-118 en 2026-119, en ook onze gids 2026-12.") == ()


@pytest.mark.parametrize(("total", "found"), [(248_010, True), (248_011, False), (248_012, True)])
def test_sums_that_disagree_are_stopped(total: int, found: bool) -> None:
    assert ("facts.sum" in rules(replace(OWN, total_cents=total), OWN_TEXT)) is found


def test_every_account_must_stand_in_the_text() -> None:
    facts = on_two_accounts()
    assert {finding.found for finding in check(facts, OWN_TEXT) if finding.rule == "iban.missing"} == {
        "account NL02ABNA0123456789 is not in the text"
    }


def test_accounts_that_are_exchanged_are_stopped() -> None:
    facts = on_two_accounts()
    text = (
        "Beste medewerker van Bakkerij Korenaar, samen € 2.680,11 uiterlijk vrijdag 4 december 2026.\n"
        "€ 2.480,11 voor 2026-118 en 2026-119 naar NL91 ABNA 0417 1643 00, kenmerk RF18 5390 0754 7034.\n"
        "€ 200,00 voor 2026-125 naar NL02 ABNA 0123 4567 89, kenmerk 2026-125.\n"
        "Sanne Bos, 030 123 45 67, Groothandel De Linde B.V."
    )
    assert check(facts, text) == ()
    first, second = "NL91 ABNA 0417 1643 00", "NL02 ABNA 0123 4567 89"
    exchanged = text.replace(first, "@").replace(second, first).replace("@", second)
    assert rules(facts, exchanged) == {"iban.swapped"}


@pytest.mark.parametrize("greeting", [
    "Sirs and Madams", "ouders of verzorgers", "meneer of mevrouw", "mensen van Bakkerij Korenaar", "familie", "heren", "contactpersoon van Bakkerij Korenaar",
])  # fmt: skip
def test_a_greeting_need_not_name_the_debtor(greeting: str) -> None:
    assert check(OWN, OWN_TEXT.replace("medewerker van Bakkerij Korenaar", greeting)) == ()


@pytest.mark.parametrize(("old", "new"), [
    ("Meel en gist, levering oktober", "meel en gist, LEVERING oktober"), ("1441 BC Purmerend", "1441BC PURMEREND"),
    ("KvK 87654321", "Kamer van Koophandel nr. 8765 4321"), ("registratie incassodienst RID", "in het incassoregister: RID"),
])  # fmt: skip
def test_what_an_agency_states_may_be_written_otherwise(old: str, new: str) -> None:
    assert old in AGENCY_TEXT
    assert check(AGENCY, AGENCY_TEXT.replace(old, new)) == ()


def test_a_reference_may_be_grouped_in_any_way() -> None:
    facts = replace(OWN, pay_to=(replace(OWN.pay_to[0], reference="7000123456789012"),))
    for written in ("7000123456789012", "7000 1234 5678 9012", "7000.1234.5678.9012"):
        assert check(facts, OWN_TEXT.replace("RF18 5390 0754 7034", written)) == ()
    assert rules(facts, OWN_TEXT.replace("RF18 5390 0754 7034", "7000 1234 5678 9013")) == {
        "reference.foreign"
    }


@pytest.mark.parametrize(("text", "sentence"), [
    (OWN_TEXT.replace("€ 1.234,50", "€ 1.234,51"), "Niet uit de gegevens: dit bedrag («€ 1.234,51»). Haal het weg of verbeter het."),
    (OWN_TEXT.replace("NL91 ABNA 0417 1643 00", "ons"), "Rekening NL91ABNA0417164300 ontbreekt in de tekst. Zet die erin."),
])  # fmt: skip
def test_a_break_is_told_in_dutch(text: str, sentence: str) -> None:
    assert [finding.sentence_nl for finding in check(OWN, text)] == [sentence]


def test_every_rule_has_a_dutch_sentence_of_its_own() -> None:
    facts, _ = TEXTS["notice"]
    empty = [*check(OWN, ""), *check(AGENCY, ""), *check(facts, "")]
    assert not [finding.rule for finding in empty if "dit gegeven" in finding.sentence_nl]


def test_an_empty_text_lacks_everything() -> None:
    assert rules(OWN, "") == {
        "total.missing", "pay_by.missing", "invoice.missing", "iban.missing", "payment_reference.missing",
        "sender.missing", "phone.missing",
    }  # fmt: skip


@pytest.mark.parametrize(
    "noise", ["€ 1.1.1.1", "1.", "factuur ", "RF18 ", "a-1, ", "geen ", "euro ", "a@", "www.", "0"]
)
def test_a_hostile_text_is_read_to_its_end(noise: str) -> None:
    text = noise * 4_000 + OWN_TEXT
    assert "total.missing" not in rules(OWN, text)


@pytest.mark.parametrize("facts", [many_invoices(), long_names()])
def test_only_the_invoices_of_this_stage_must_be_named(facts: MessageFacts) -> None:
    missing = [finding for finding in check(facts, "") if finding.rule == "invoice.missing"]
    assert len(missing) == len(facts.invoices)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(sorted(TEXTS)))
def test_any_text_at_all_is_answered(noise: str, name: str) -> None:
    facts, text = TEXTS[name]
    middle = len(text) // 2
    assert isinstance(check(facts, text[:middle] + noise + text[middle:]), tuple)


def test_a_mark_of_a_hidden_sign_changes_nothing() -> None:
    assert check(OWN, OWN_TEXT.replace("beta", "be\u00adta").replace("€ ", "€\u202f")) == ()


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
