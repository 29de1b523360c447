"""Each rule that rests on an article, by itself: silent for a good letter, and with its article for a broken one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tests.domain.wording.whole_letters import (
    AGENCY,
    AGENCY_QUIET,
    AGENCY_TEXT,
    NOTICE,
    NOTICE_TEXT,
    NOTICE_VAT,
    NOTICE_VAT_TEXT,
    OWN,
    OWN_TEXT,
)
from voldaan.domain.wording.agency_rules import (
    agency_is_told,
    agency_signs,
    claim_is_known,
    claim_stands_there,
    complaints_are_told,
    sum_is_specified,
)
from voldaan.domain.wording.conduct_rules import steps_are_true, tone_is_kind
from voldaan.domain.wording.costs_rules import no_costs_are_claimed
from voldaan.domain.wording.finding import Finding
from voldaan.domain.wording.notice_rules import notice_adds_vat_as_declared
from voldaan.domain.wording.reading import read
from voldaan.domain.wording.term_rules import no_other_last_day, term_is_a_day, term_is_long_enough


def told(findings: Iterator[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.basis) for finding in findings]


def test_the_facts_of_an_agency_have_to_be_known() -> None:
    nameless = replace(AGENCY, creditor=replace(AGENCY.creditor, street=" "))
    assert told(claim_is_known(read(AGENCY, AGENCY_TEXT))) == []
    assert told(claim_is_known(read(nameless, AGENCY_TEXT))) == [
        ("creditor_street.unknown", "art. 3.1 onder c Bki")
    ]


def test_the_facts_of_an_agency_have_to_stand_in_the_text() -> None:
    assert told(claim_stands_there(read(AGENCY, AGENCY_TEXT))) == []
    assert told(claim_stands_there(read(OWN, ""))) == []
    without = AGENCY_TEXT.replace("Meel en gist, levering oktober", "levering")
    assert told(claim_stands_there(read(AGENCY, without))) == [("subject.missing", "art. 3.1 onder d Bki")]


def test_an_agency_says_who_it_is_also_where_it_asks_for_nothing() -> None:
    assert told(agency_is_told(read(AGENCY, AGENCY_TEXT))) == []
    assert told(agency_is_told(read(OWN, ""))) == []
    without = AGENCY_TEXT.replace(AGENCY.sender.registration_mark or "-", "")
    assert told(agency_is_told(read(AGENCY, without))) == [
        ("agency_registration_mark.missing", "art. 11 lid 1 Wki")
    ]


def test_an_agency_does_not_sign_as_its_client() -> None:
    hidden = AGENCY_TEXT.replace("Yusuf van Dam, Waterland Incasso B.V.", "Groothandel De Linde B.V.")
    on_behalf = AGENCY_TEXT.replace(
        "Yusuf van Dam, Waterland", "Yusuf van Dam namens Groothandel De Linde B.V., Waterland"
    )
    assert told(agency_signs(read(AGENCY, AGENCY_TEXT))) == []
    assert told(agency_signs(read(AGENCY, on_behalf))) == []
    assert told(agency_signs(read(AGENCY, hidden))) == [("agency.hidden", "art. 11 lid 1 Wki")]


def test_an_agency_says_that_interest_and_costs_are_nothing() -> None:
    assert told(sum_is_specified(read(AGENCY, AGENCY_TEXT))) == []
    bare = AGENCY_TEXT.replace("Incassokosten: € 0,00. ", "")
    assert told(sum_is_specified(read(AGENCY, bare))) == [("specification.missing", "art. 3.1 Bki")]


def test_an_agency_tells_where_to_complain() -> None:
    silent = AGENCY_TEXT.replace("Een klacht? Mail naar klachten@waterland.example", "Iets? Mail ons")
    unknown = replace(AGENCY, sender=replace(AGENCY.sender, complaints=None))
    assert told(complaints_are_told(read(AGENCY, AGENCY_TEXT))) == []
    assert told(complaints_are_told(read(unknown, silent))) == []
    assert told(complaints_are_told(read(AGENCY, silent))) == [("complaints.missing", "art. 13 lid 5 Wki")]
    address = silent + "Complaints: klachten@waterland.example."
    assert told(complaints_are_told(read(AGENCY, address))) == []


def test_an_address_for_everything_tells_where_to_complain_only_with_a_word_for_it() -> None:
    sender = replace(AGENCY.sender, complaints=f"Klachten? Mail {AGENCY.sender.email}.")
    facts = replace(AGENCY, sender=sender)
    text = f"Vragen? Mail {sender.email}."
    assert told(complaints_are_told(read(facts, text))) == [("complaints.missing", "art. 13 lid 5 Wki")]
    assert told(complaints_are_told(read(facts, f"{text} Ook met een klacht."))) == []


def test_a_procedure_for_complaints_without_an_address_stands_there_word_for_word() -> None:
    facts = replace(AGENCY, sender=replace(AGENCY.sender, complaints="Schrijf onze klachtencommissie."))
    assert told(complaints_are_told(read(facts, "Schrijf onze\nklachtencommissie."))) == []
    assert told(complaints_are_told(read(facts, "Schrijf de commissie."))) == [
        ("complaints.missing", "art. 13 lid 5 Wki")
    ]


def test_the_address_of_the_creditor_has_its_postcode() -> None:
    without = AGENCY_TEXT.replace("3512 AB ", "")
    assert told(claim_stands_there(read(AGENCY, without))) == [
        ("creditor_postcode.missing", "art. 3.1 onder c Bki")
    ]
    assert told(claim_stands_there(read(AGENCY, AGENCY_TEXT.replace("3512 AB", "3512AB")))) == []
    unknown = replace(AGENCY, creditor=replace(AGENCY.creditor, postcode=""))
    assert told(claim_stands_there(read(unknown, without))) == []
    no_street = without.replace("Lindelaan 12, ", "")
    assert told(claim_stands_there(read(AGENCY, no_street))) == [
        ("creditor_street.missing", "art. 3.1 onder c Bki")
    ]


def test_a_friendly_message_claims_no_costs() -> None:
    assert told(no_costs_are_claimed(read(OWN, OWN_TEXT))) == []
    assert told(no_costs_are_claimed(read(OWN, OWN_TEXT + "Rente loopt door."))) == [
        ("costs.named", "art. 6:96 lid 6 BW")
    ]


def test_a_friendly_term_is_a_day() -> None:
    assert told(term_is_a_day(read(OWN, OWN_TEXT))) == []
    assert told(term_is_a_day(read(OWN, OWN_TEXT + "Betaal binnen een week."))) == [
        ("term.relative", "art. 4.1 Bki")
    ]


def test_a_term_has_not_passed_when_it_is_given() -> None:
    assert told(term_is_long_enough(read(OWN, OWN_TEXT))) == []
    late = replace(OWN, written_on=date(2026, 12, 4))
    assert told(term_is_long_enough(read(late, OWN_TEXT))) == [("term.early", "art. 4.1 Bki")]


def test_no_sooner_day_stands_beside_the_last_one() -> None:
    assert told(no_other_last_day(read(OWN, OWN_TEXT))) == []
    sooner = OWN_TEXT + "Wij zien uw betaling graag vóór 4 december 2026."
    assert told(no_other_last_day(read(OWN, sooner))) == [("term.early", "art. 4.1 Bki")]


def test_the_tone_is_kind() -> None:
    assert told(tone_is_kind(read(OWN, OWN_TEXT))) == []
    assert told(tone_is_kind(read(OWN, OWN_TEXT + "U bent nalatig en u weigert."))) == [
        ("tone.forbidden", "art. 13 Wki")
    ]


def test_no_step_is_named_that_nobody_ordered() -> None:
    assert told(steps_are_true(read(AGENCY, AGENCY_TEXT))) == []
    assert told(steps_are_true(read(AGENCY_QUIET, AGENCY_TEXT))) == [("threat.not_planned", "art. 13 Wki")]
    who = "Wij zijn een geregistreerd incassobureau."
    assert told(steps_are_true(read(AGENCY_QUIET, who))) == []


def test_vat_is_added_as_it_was_declared() -> None:
    assert NOTICE.notice is not None
    assert NOTICE_VAT.notice is not None
    assert told(notice_adds_vat_as_declared(read(NOTICE, NOTICE_TEXT), NOTICE.notice)) == []
    assert told(notice_adds_vat_as_declared(read(NOTICE_VAT, NOTICE_VAT_TEXT), NOTICE_VAT.notice)) == []
    assert told(notice_adds_vat_as_declared(read(NOTICE, NOTICE_VAT_TEXT), NOTICE.notice)) == [
        ("notice.vat", "art. 2 lid 3 BIK")
    ]
    assert told(notice_adds_vat_as_declared(read(NOTICE_VAT, NOTICE_TEXT), NOTICE_VAT.notice)) == [
        ("notice.vat.missing", "art. 2 lid 3 BIK"),
        ("notice.vat_declaration.missing", "art. 2 lid 3 BIK"),
    ]
