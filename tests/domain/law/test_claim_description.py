"""What an agency's message has to state: complete it may go, each missing fact is named with its article."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from voldaan.domain.law.claim_description import (
    ClaimDescription,
    ClaimedInvoice,
    missing_facts,
    missing_of_agency,
    missing_of_creditor,
    missing_of_debtor,
    missing_of_invoice,
)

INVOICE = ClaimedInvoice(
    number="2026-0012",
    issue_date=date(2026, 8, 31),
    due_date=date(2026, 9, 30),
    subject="Onderhoud aan de fiets",
)
COMPLETE = ClaimDescription(
    debtor_name="Mevrouw T. de Voorbeeld",
    debtor_street="Lindelaan 1",
    debtor_postcode="1234 AB",
    debtor_city="Voorbeeldstad",
    agency_registered_name="Helder Incasso B.V.",
    agency_street="Stationsplein 2",
    agency_postcode="2345 BC",
    agency_city="Voorbeeldhaven",
    agency_kvk_number="12345678",
    agency_registration_mark="INC-0001",
    creditor_name="Rijwielhandel De Ketting",
    creditor_street="Dorpsstraat 3",
    creditor_city="Voorbeelddorp",
    extended_term_last_day=date(2026, 12, 7),
    invoices=(INVOICE,),
)
PARTY_FACTS = [
    field.name for field in fields(ClaimDescription) if field.name not in {"invoices", "agency_is_registered"}
]
TEXT_FACTS = [name for name in PARTY_FACTS if name != "extended_term_last_day"]
INVOICE_FACTS = {
    "number": "invoice_number",
    "issue_date": "issue_date",
    "due_date": "due_date",
    "subject": "subject",
}


def without(name: str, value: Any = None) -> ClaimDescription:
    changed: dict[str, Any] = {name: value}
    return replace(COMPLETE, **changed)


def test_a_complete_description_misses_nothing() -> None:
    assert missing_facts(COMPLETE) == ()


@pytest.mark.parametrize("name", PARTY_FACTS)
def test_each_missing_fact_of_a_party_is_named_and_no_other(name: str) -> None:
    (missing,) = missing_facts(without(name))
    assert missing.fact == name
    assert missing.citation.label in missing.sentence_nl
    assert missing.citation.label in missing.sentence_en


@pytest.mark.parametrize("name", TEXT_FACTS)
@pytest.mark.parametrize("blank", ["", "  ", "\t"])
def test_a_blank_fact_is_missing(name: str, blank: str) -> None:
    assert [missing.fact for missing in missing_facts(without(name, blank))] == [name]


@pytest.mark.parametrize("name", INVOICE_FACTS)
def test_each_missing_fact_of_an_invoice_is_named_with_the_invoice(name: str) -> None:
    other = replace(INVOICE, number="2026-0013")
    broken = replace(other, **{name: None})
    (missing,) = missing_facts(replace(COMPLETE, invoices=(INVOICE, broken)))
    assert missing.fact == INVOICE_FACTS[name]
    assert missing.invoice_number == broken.number


@pytest.mark.parametrize(
    ("number", "facts"), [("1234567", 1), ("12345678", 0), ("123456789", 1), ("abcdefgh", 1)]
)
def test_a_kvk_number_of_another_length_is_as_good_as_none(number: str, facts: int) -> None:
    missing = missing_facts(replace(COMPLETE, agency_kvk_number=number))
    assert [fact.fact for fact in missing] == ["agency_kvk_number"] * facts


def test_a_message_about_no_invoice_misses_it() -> None:
    assert [missing.fact for missing in missing_facts(replace(COMPLETE, invoices=()))] == ["invoices"]


def test_an_empty_description_misses_everything() -> None:
    missing = {fact.fact for fact in missing_facts(ClaimDescription(invoices=(ClaimedInvoice(),)))}
    assert missing == {*PARTY_FACTS, *INVOICE_FACTS.values()}


def test_a_missing_fact_is_a_sentence_that_says_how_to_mend_it() -> None:
    broken = replace(COMPLETE, agency_registration_mark=None, invoices=(replace(INVOICE, subject=" "),))
    mark, subject = missing_facts(broken)
    assert mark.sentence_nl == (
        "Het registratiekenmerk van het incassobureau ontbreekt (art. 11 lid 1 Wki): vul dit aan bij het bureau."
    )
    assert subject.sentence_en == (
        "The subject: what the invoice is for is missing (art. 3.1 onder d Bki): add it with the invoice 2026-0012."
    )


@pytest.mark.parametrize("name", PARTY_FACTS)
def test_each_party_misses_its_own_facts_only(name: str) -> None:
    broken = without(name)
    found = {
        "debtor": missing_of_debtor(broken),
        "agency": missing_of_agency(broken),
        "creditor": missing_of_creditor(broken),
    }
    owner = name.partition("_")[0]
    assert {party: len(missing) for party, missing in found.items() if missing} == (
        {owner: 1} if owner in found else {}
    )


@pytest.mark.parametrize("name", INVOICE_FACTS)
def test_one_invoice_misses_its_own_fact(name: str) -> None:
    (missing,) = missing_of_invoice(replace(INVOICE, **{name: None}))
    assert missing.fact == INVOICE_FACTS[name]


def test_a_registration_that_has_ended_is_missing() -> None:
    (missing,) = missing_facts(replace(COMPLETE, agency_is_registered=False))
    assert (missing.fact, missing.citation.label) == ("agency_registration", "art. 4 lid 1 Wki")
