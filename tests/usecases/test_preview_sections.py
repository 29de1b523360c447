"""A text beside the reminders, looked at on a real account: as the book has it, and what is invented is said."""

from typing import Any

import pytest

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.test_write_thanks import PAID_ON, a_book, pays
from voldaan.letters.text_problems import TextsError
from voldaan.letters.text_sets import read_text_set
from voldaan.records.finding import NotFound
from voldaan.records.models import Account, Client
from voldaan.usecases.preview_sections import PreviewedSection, preview_sections
from voldaan.usecases.preview_texts import readers
from voldaan.usecases.record_promise import record_promise
from voldaan.usecases.run_day import run_day

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(5)
STANDARD = read_text_set('name = "Standaard"\nbase = "standard"\n')


def shown(part: str, reader: str = "bakkerij/D1", **given: Any) -> PreviewedSection:
    values = {"language": "nl", "kind": "FIRST_REMINDER", "on": ON} | given
    return preview_sections(STANDARD, part=part, reader=reader, **values)


def said(one: PreviewedSection) -> list[str]:
    return [fact.told("nl") for fact in one.invented]


def owing(**facts: Any) -> tuple[Client, Account]:
    client = a_client()
    account = an_account(client, name="Café De Ankerplaats", **facts)
    an_invoice(account)
    return client, account


def test_a_text_message_has_the_facts_of_the_account() -> None:
    owing(phone="06 12 34 56 78")
    one = shown("sms")
    assert "factuur 2026-0001 van € 125,00" in one.text
    assert (said(one), one.parts, one.findings) == ([], 2, ())


def test_who_has_no_mobile_number_is_shown_what_it_would_be() -> None:
    owing(phone="010 765 43 21")
    assert said(shown("sms")) == [
        "Café De Ankerplaats heeft geen mobiel nummer dat een sms kan krijgen. Zo zou de sms zijn."
    ]
    assert said(shown("call")) == []


def test_the_message_before_is_the_real_one_or_is_said_to_be_invented() -> None:
    client, _ = owing(capacity="CONSUMER", phone="06 12 34 56 78")
    before = shown("sms")
    assert said(before) == [
        "Café De Ankerplaats kreeg hierover nog geen e-mail of brief. De dag van het bericht ervoor is verzonnen."
    ]
    assert "wij stuurden u op 25 februari 2026" in before.text
    bank_known_until(client, ON)
    run_day(client, on=ON, at=ten_o_clock(ON), by="test", approve=True)
    later = shown("sms", on=after(8))
    assert (said(later), "wij stuurden u op 7 maart 2026" in later.text) == ([], True)


def test_a_stage_that_the_strategy_lacks_is_said() -> None:
    owing(phone="06 12 34 56 78")
    assert said(shown("sms", kind="LAST_REMINDER")) == [
        "De strategie van Café De Ankerplaats heeft deze fase niet. Zo zou het bericht in deze fase zijn."
    ]


def test_a_confirmation_has_the_day_that_stands_or_one_that_is_said_to_be_invented() -> None:
    client, _ = owing()
    assert said(shown("confirmation", kind="PROMISE")) == [
        "Er staat geen toezegging van Café De Ankerplaats. De dag in dit bericht is verzonnen."
    ]
    record_promise(client, "D1", last_day=after(9), on=ON, at=ten_o_clock(ON), by="test")
    one = shown("confirmation", kind="PROMISE")
    assert (said(one), "uiterlijk woensdag 11 maart 2026" in one.text) == ([], True)


@pytest.mark.parametrize(("topic", "fact"), [
    ("DISPUTE", "Er staat geen betwisting van Café De Ankerplaats waarop nog een antwoord komt"),
    ("COPY_WANTED", "Er is geen dag tot wanneer Café De Ankerplaats met rust wordt gelaten"),
    ("COMPLAINT", "Café De Ankerplaats wordt nu niet met rust gelaten"),
])  # fmt: skip
def test_what_does_not_stand_is_shown_as_if_it_did(topic: str, fact: str) -> None:
    owing(email="")
    one = shown("confirmation", kind=topic)
    assert said(one)[0] == "Café De Ankerplaats heeft geen e-mailadres. Zo zou de e-mail zijn."
    assert said(one)[1].startswith(fact)
    assert one.findings == ()


def test_a_thank_you_is_for_what_was_paid_or_said_to_be_as_if() -> None:
    book = a_book()
    pays(book)
    reader = readers("standard", PAID_ON, thanked_first=True)[0].value
    one = shown("thanks", reader, on=PAID_ON)
    assert (said(one), "uw betaling van factuur 2026-118" in one.text) == ([], True)
    owing()
    assert said(shown("thanks")) == [
        "Van Café De Ankerplaats is nu geen betaling om voor te bedanken. Dit is het bedankje alsof alles betaald is."
    ]


def test_a_statement_and_its_mail_tell_what_the_book_has() -> None:
    owing()
    assert "2026-0001" in shown("statement").text
    assert "tot en met 7 maart 2026" in shown("statement_mail").text
    assert "Dear" in shown("statement_mail", language="en").text
    assert "Hier staat wat u zelf schrijft." in shown("answer").text
    assert "Here stands what you write yourself." in shown("answer", language="en").text


def test_who_cannot_be_looked_at_gets_a_sentence() -> None:
    client = a_client()
    an_account(client)
    with pytest.raises(TextsError) as refused:
        shown("sms")
    assert "Van Klant D1 B.V. staat niets meer open" in refused.value.problems[0].nl
    with pytest.raises(TextsError) as refused:
        shown("statement")
    assert "er zijn geen facturen" in refused.value.problems[0].nl
    with pytest.raises(NotFound):
        shown("thanks", "bakkerij/weg")
    with pytest.raises(TextsError) as refused:
        shown("thanks", "weg/D1")
    assert refused.value.problems[0].nl == "Kies een debiteur uit de lijst."
