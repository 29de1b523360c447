"""Text messages and call scripts: of every stage, in both languages, read by the guard; and what it refuses."""

from dataclasses import replace
from datetime import date

import pytest

from tests.letters.samples import (
    FRIENDLY,
    LANGUAGES,
    every_friendly_message,
    long_names,
    many_invoices,
    message,
    on_two_accounts,
)
from voldaan.domain.text.sms_length import sms_parts
from voldaan.domain.wording.facts import EarlierMessage, MessageFacts
from voldaan.domain.wording.guard import Way, check
from voldaan.letters.call import call_script, script_of_text, text_of_script
from voldaan.letters.phrases import phrases
from voldaan.letters.sms import plain, shortened, sms_text

EARLIER = EarlierMessage(on=date(2026, 11, 9), by="EMAIL")


def to_organisation(facts: MessageFacts) -> MessageFacts:
    return replace(facts, addressee=replace(facts.addressee, is_person=False, is_natural_person=False))


def to_person(facts: MessageFacts) -> MessageFacts:
    return replace(facts, addressee=replace(facts.addressee, is_natural_person=True))


def every_spoken_message() -> list[MessageFacts]:
    written = [*every_friendly_message(), on_two_accounts(), many_invoices()]
    told = [replace(facts, earlier=EARLIER) for facts in written]
    return [
        *map(to_person, told),
        *(to_organisation(facts) for facts in told if not facts.addressee.is_person),
    ]


def rules(facts: MessageFacts, text: str, way: Way) -> list[str]:
    return [finding.rule for finding in check(facts, text, way=way)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_message_passes_the_guard_in_two_parts_of_the_small_alphabet(language: str) -> None:
    for facts in every_spoken_message():
        if facts.language == language:
            text = sms_text(facts)
            assert check(facts, text, way="SMS") == (), text
            taken = sms_parts(text)
            assert (taken.alphabet, taken.count <= 2) == ("GSM-7", True), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_script_passes_the_guard_and_is_read_back(language: str) -> None:
    for facts in every_spoken_message():
        if facts.language == language:
            script = call_script(facts)
            text = text_of_script(script)
            assert check(facts, text, way="CALL") == (), text
            assert script_of_text(text) == script


def test_an_organisation_reads_what_to_pay_and_a_person_whom_to_call() -> None:
    facts = replace(message(), earlier=EARLIER)
    assert sms_text(to_organisation(facts)) == (
        "Groothandel De Linde B.V.: factuur 2026-118 van € 1.234,50 staat nog open. Misschien is het u ontgaan. Wilt u "
        "betalen t/m 4 december 2026 op NL91ABNA0417164300 o.v.v. RF18 5390 0754 7034? Klopt er iets niet of "
        "lukt het niet? Bel 030 123 45 67. Groet, Sanne Bos"
    )
    assert sms_text(to_person(facts)) == (
        "Groothandel De Linde B.V.: wij stuurden u op 9 november 2026 een e-mail, kenmerk HR-2026-0042. Wilt u die "
        "lezen, of ons bellen? Dat kan op 030 123 45 67. Groet, Sanne Bos"
    )


def test_long_names_are_cut_between_words_and_an_agency_keeps_its_own() -> None:
    facts = replace(long_names(), earlier=EARLIER)
    text = sms_text(facts)
    assert text.startswith(facts.sender.name)
    assert "Cooperatieve Vereniging" in text or facts.creditor.name in text
    assert sms_parts(text).count <= 2
    assert shortened("Groothandel De Linde en Zonen B.V.", 20) == "Groothandel De Linde"
    assert shortened("Groothandeldelindeenzonen", 10) == "Groothande"


def test_an_agency_with_a_very_long_name_takes_a_third_part_and_a_business_does_not() -> None:
    facts = replace(long_names(), earlier=EARLIER)
    name = "Algemeen Bureau voor Incasso en Juridische Dienstverlening van Noordoost-Brabant " * 3
    agency = replace(facts, sender=replace(facts.sender, name=name.strip()))
    text = sms_text(agency)
    assert sms_parts(text).count == 3
    assert text.startswith(name.strip())
    assert rules(agency, text, "SMS") == []
    with pytest.raises(ValueError, match="langer dan 2 sms'en"):
        sms_text(agency, at_most=2)
    business = replace(to_organisation(message()), earlier=EARLIER)
    assert rules(business, sms_text(business) + " x" * 200, "SMS") == ["sms.too_long"]


def test_what_cannot_be_said_in_three_parts_is_refused_with_a_sentence() -> None:
    facts = to_person(replace(message(on_behalf=True), earlier=EARLIER))
    long = replace(facts, sender=replace(facts.sender, name="Incasso " * 40))
    with pytest.raises(ValueError, match=r"langer dan 3 sms'en.*andere weg"):
        sms_text(long)


@pytest.mark.parametrize("facts", [to_person(message()), to_organisation(on_two_accounts())])
def test_without_anything_in_writing_there_is_nothing_to_point_to(facts: MessageFacts) -> None:
    with pytest.raises(ValueError, match="Stuur die eerst"):
        sms_text(facts)


def test_who_cannot_be_answered_says_nothing_by_telephone() -> None:
    facts = to_organisation(message())
    mute = replace(facts, sender=replace(facts.sender, phone="", email=""))
    for speak in (sms_text, call_script):
        with pytest.raises(ValueError, match="geen telefoonnummer en geen e-mailadres"):
            speak(mute)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Groothandel De Linde B.V.:", "Beste klant:", "sender.missing"),
        ("€ 1.234,50", "€ 1.243,50", "amount.foreign"),
        ("NL91ABNA0417164300", "NL02ABNA0123456789", "iban.foreign"),
        ("4 december", "5 november", "date.foreign"),
        ("030 123 45 67", "030 123 45 68", "phone.foreign"),
        ("o.v.v. RF18 5390 0754 7034", "", "payment_reference.missing"),
        ("Groet,", "Betaal op www.delinde.example. Groet,", "sms.link"),
        ("Groet,", "x" * 200, "sms.too_long"),
        ("Misschien is het u ontgaan.", "Anders komt de deurwaarder.", "threat"),
    ],
)
def test_the_guard_reads_a_changed_text_message(old: str, new: str, rule: str) -> None:
    facts = to_organisation(message())
    text = sms_text(facts)
    assert old in text
    assert any(found.startswith(rule) for found in rules(facts, text.replace(old, new), "SMS"))


def test_the_guard_lets_no_debt_be_told_to_whoever_reads_along() -> None:
    facts = to_person(replace(message(), earlier=EARLIER))
    told = sms_text(to_organisation(facts))
    assert rules(facts, told, "SMS").count("sms.tells_debt") == 3
    assert "earlier.missing" in rules(facts, told, "SMS")


def test_the_guard_wants_the_name_and_the_mark_of_an_agency() -> None:
    facts = to_person(replace(message(on_behalf=True), earlier=EARLIER))
    text = sms_text(facts)
    assert "agency_registration_mark.missing" in rules(facts, text.replace("RID-004711", ""), "SMS")
    assert "agency_registered_name.missing" in rules(
        facts, text.replace("Waterland Incasso", "Waterland"), "SMS"
    )
    script = text_of_script(call_script(facts))
    assert "agency_registration_mark.missing" in rules(facts, script.replace("RID-004711", ""), "CALL")


def test_the_guard_wants_the_question_before_the_debt() -> None:
    facts = message()
    first, *rest = call_script(facts)
    assert rules(facts, text_of_script((*rest, first)), "CALL") == ["call.tells_first"]


@pytest.mark.parametrize("stage", FRIENDLY)
def test_a_sentence_about_several_names_no_single_invoice(stage: str) -> None:
    assert "{invoice}" not in phrases("nl").tree["sms"]["many"][stage]


def test_a_sign_outside_the_small_alphabet_loses_its_accent() -> None:
    assert plain("Zoë’s ‘café’ – Łódź") == "Zoe's 'café' - Łodz"


@pytest.mark.parametrize("by_agency", [False, True])
def test_a_name_that_ends_with_a_stop_ends_the_sentence(by_agency: bool) -> None:
    assert ".." not in text_of_script(call_script(message(on_behalf=by_agency)))
