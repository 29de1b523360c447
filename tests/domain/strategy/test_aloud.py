"""A strategy read aloud: complete, in sentences, in Dutch and English."""

import re

import pytest

from voldaan.domain.strategy.aloud import aloud
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.language_parts import (
    AFTER,
    AFTER_PARTS,
    ASKS,
    END,
    FOR_WHOM,
    HEAD,
    MANNERS,
    PAUSES,
    PERSON_FIRST,
    STAGE,
)

WHOLE = """
name = "Alles"
version = 2
about = "Zo zien wij het."
[for_whom]
debtor = ["PERSON", "BUSINESS"]
clients = ["kade"]
open_from_cents = 1000
open_below_cents = 500000
late_from_days = 2
late_below_days = 365
languages = ["nl"]
tags = ["vaste-klant"]
history = ["GOOD", "NONE"]
new_customer = false
[manners]
days_between_reminders = 7
minimum_cents = 500
days_after_term = 2
reminders_a_month = 4
days_after_complaint = 7
weekdays = ["MON", "TUE", "WED", "THU", "FRI"]
hours = ["08:00", "18:30"]
[pauses]
days_after_promise = 2
dispute = "ACCOUNT"
promise = "INVOICE"
payment_plan = "INVOICE"
[person_first]
open_from_cents = 250000
stages = ["PRE_COLLECTION", "BROKEN_PROMISE"]
tags = ["gevoelig"]
new_customer = true
[[stages]]
key = "COURTESY_NOTICE"
enabled = false
days = -3
term_days = 0
channels = ["EMAIL"]
[[stages]]
key = "FIRST_REMINDER"
days = 3
counted = "WORKING"
days_after_previous = 5
term_days = 7
term_counted = "WORKING"
channels = ["EMAIL", "POST"]
text = "SECOND_REMINDER"
signed_by = "Sanne Bos"
enabled = true
[[stages]]
key = "PRE_COLLECTION"
days = 20
term_days = 4
channels = ["POST"]
[[stages]]
key = "FOURTEEN_DAY_NOTICE"
days = 40
term_days = 20
channels = ["POST", "EMAIL"]
[after.broken_promise]
act = "REMIND"
days = 1
counted = "WORKING"
term_days = 5
term_counted = "WORKING"
channels = ["EMAIL", "POST"]
signed_by = "Jan Visser"
[after.failed_plan]
act = "ASK"
[after.returned_debit]
act = "CONTINUE"
[asks]
days_before_insurer = 14
days_before_time_bar = 90
[end]
act = "HAND_OVER"
days_after_term = 3
with_costs = true
write_off_below_cents = 2500
"""

CHANGES = [
    ('name = "Alles"', 'name = "Anders"'),
    ("version = 2", "version = 3"),
    ('about = "Zo zien wij het."', 'about = "Anders."'),
    ('debtor = ["PERSON", "BUSINESS"]', 'debtor = ["PUBLIC_BODY"]'),
    ('debtor = ["PERSON", "BUSINESS"]', ""),
    ('clients = ["kade"]', 'clients = ["molen"]'),
    ("open_from_cents = 1000", "open_from_cents = 0"),
    ("open_below_cents = 500000", ""),
    ("late_from_days = 2", "late_from_days = 1"),
    ("late_below_days = 365", ""),
    ('languages = ["nl"]', 'languages = ["en"]'),
    ('tags = ["vaste-klant"]', ""),
    ('history = ["GOOD", "NONE"]', 'history = ["GOOD"]'),
    ("new_customer = false", "new_customer = true"),
    ("days_between_reminders = 7", "days_between_reminders = 1"),
    ("minimum_cents = 500", "minimum_cents = 0"),
    ("days_after_term = 2", "days_after_term = 0"),
    ("reminders_a_month = 4", "reminders_a_month = 1"),
    ("days_after_complaint = 7", "days_after_complaint = 0"),
    ('weekdays = ["MON", "TUE", "WED", "THU", "FRI"]', 'weekdays = ["MON", "TUE", "THU"]'),
    ('hours = ["08:00", "18:30"]', ""),
    ("days_after_promise = 2", "days_after_promise = 0"),
    ('dispute = "ACCOUNT"', 'dispute = "INVOICE"'),
    ('promise = "INVOICE"', 'promise = "ACCOUNT"'),
    ('payment_plan = "INVOICE"', 'payment_plan = "ACCOUNT"'),
    ("open_from_cents = 250000", ""),
    ('stages = ["PRE_COLLECTION", "BROKEN_PROMISE"]', ""),
    ('tags = ["gevoelig"]', ""),
    ("new_customer = true", "new_customer = false"),
    ("enabled = false", "enabled = true"),
    ('key = "PRE_COLLECTION"', 'key = "SECOND_REMINDER"'),
    ("days = 20", "days = 21"),
    ('counted = "WORKING"\ndays_after_previous', "days_after_previous"),
    ("days_after_previous = 5", ""),
    ("term_days = 7", "term_days = 8"),
    ('term_counted = "WORKING"\nchannels = ["EMAIL", "POST"]\ntext', 'channels = ["EMAIL", "POST"]\ntext'),
    ('channels = ["POST"]', 'channels = ["EMAIL"]'),
    ('text = "SECOND_REMINDER"', ""),
    ('signed_by = "Sanne Bos"', ""),
    ("term_days = 20", "term_days = 21"),
    ('act = "REMIND"\ndays = 1', 'act = "REMIND"\ndays = 0'),
    ('counted = "WORKING"\nterm_days = 5', "term_days = 5"),
    ("term_days = 5", "term_days = 6"),
    (
        'term_counted = "WORKING"\nchannels = ["EMAIL", "POST"]\nsigned_by = "Jan',
        'channels = ["EMAIL", "POST"]\nsigned_by = "Jan',
    ),
    ('signed_by = "Jan Visser"', ""),
    ('[after.failed_plan]\nact = "ASK"', '[after.failed_plan]\nact = "CONTINUE"'),
    ('[after.returned_debit]\nact = "CONTINUE"', '[after.returned_debit]\nact = "ASK"'),
    ("days_before_insurer = 14", "days_before_insurer = 15"),
    ("days_before_time_bar = 90", "days_before_time_bar = 91"),
    ('act = "HAND_OVER"', 'act = "WRITE_OFF"'),
    ('act = "HAND_OVER"', 'act = "ASK"'),
    ("days_after_term = 3", "days_after_term = 0"),
    ("with_costs = true", "with_costs = false"),
    ("write_off_below_cents = 2500", ""),
]


def read_aloud(text: str, language: str) -> str:
    passages = aloud(read_strategy(text), language)
    return "\n".join(f"{passage.heading}: {' '.join(passage.sentences)}" for passage in passages)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_every_value_is_heard(old: str, new: str, language: str) -> None:
    assert old in WHOLE
    changed = WHOLE.replace(old, new, 1)
    if "PRE_COLLECTION" not in changed.partition("[[stages]]")[2]:
        changed = changed.replace('stages = ["PRE_COLLECTION", "BROKEN_PROMISE"]', "")
    assert read_aloud(changed, language) != read_aloud(WHOLE, language)


def test_every_key_of_the_language_has_been_changed() -> None:
    keys = {
        key
        for part in (HEAD, FOR_WHOM, MANNERS, PAUSES, PERSON_FIRST, STAGE, AFTER, ASKS, END)
        for key in part
    }
    told = " ".join(old for old, _ in CHANGES)
    assert {key for key in keys if not re.search(rf"\b{key}\b", told)} == set()
    assert {part for part in AFTER_PARTS if f"[after.{part}]" not in WHOLE} == set()


def test_the_whole_of_it_in_dutch() -> None:
    told = read_aloud(WHOLE, "nl").replace("\u00a0", " ")
    for sentence in (
        "Deze strategie is voor personen en bedrijven, maar alleen als dit klopt. De opdrachtgever is kade.",
        "Er staat € 10,00 of meer open, maar minder dan € 5.000,00.",
        "Het betaalverleden is goed of niet bekend.",
        "De eerste herinnering gaat 3 werkdagen na de vervaldatum, en ten minste 5 dagen na het vorige bericht, "
        "per e-mail, en als dat niet kan per post. De klant krijgt 7 werkdagen om te betalen. "
        "Er staat de tekst van de tweede herinnering in. Sanne Bos ondertekent.",
        "Wij rekenen 20 dagen: veertien dagen vanaf de dag na de bezorging",
        "De vooraankondiging staat uit.",
        "Berichten gaan uit van maandag tot en met vrijdag.",
        "Berichten gaan uit tussen 08:00 en 18:30 uur.",
        "In dertig dagen krijgt een klant hoogstens 4 herinneringen",
        "Een betwisting legt alle facturen van de klant stil.",
        "Na een gebroken toezegging gaat er na 1 werkdag een eigen bericht uit, per e-mail, en als dat niet kan per "
        "post. De klant krijgt 5 werkdagen om te betalen.",
        "Na een mislukte betalingsregeling krijgt u een vraag.",
        "keurt een mens ze eerst goed als er € 2.500,00 of meer openstaat, bij de pré-incassobrief en het bericht na "
        "een toezegging, als de klant het label gevoelig heeft of als de klant nieuw is.",
        "3 dagen na de laatste termijn is de factuur klaar om over te dragen, met incassokosten erbij. Een mens beslist. "
        "Staat er dan minder dan € 25,00 open, dan stellen wij voor dat af te boeken.",
    ):
        assert sentence in told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_read_is_made_of_sentences(language: str) -> None:
    for passage in aloud(read_strategy(WHOLE), language):
        for sentence in passage.sentences:
            assert re.fullmatch(r"[A-Z0-9“].*[.]", sentence), sentence
            assert not re.search(r"[{}_]|  |None", sentence), sentence


@pytest.mark.parametrize(
    ("count", "nl", "en"),
    [
        (1, "1 dag na de laatste termijn", "1 day after the last term"),
        (2, "2 dagen na de", "2 days after the last"),
    ],
)
def test_one_day_is_not_one_days(count: int, nl: str, en: str) -> None:
    text = WHOLE.replace("days_after_term = 3", f"days_after_term = {count}")
    assert nl in read_aloud(text, "nl")
    assert en in read_aloud(text, "en")
