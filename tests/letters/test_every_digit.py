"""Property P8, tried on the finished text: no digit of an amount, day, account or reference can change unseen."""

import re
from collections.abc import Iterator

import pytest

from tests.letters.samples import message, notice, on_two_accounts
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.guard import check
from voldaan.letters.render import letter_text, render_email
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_of import text_of_html

MESSAGES = {
    "own": message("FIRST_REMINDER"),
    "own in English": message("SECOND_REMINDER", language="en", person=True),
    "agency": message("PRE_COLLECTION", on_behalf=True, person=True),
    "two accounts": on_two_accounts(),
    "notice": notice(vat_percent=21),
    "notice of an agency": notice(language="en", on_behalf=True, by="EMAIL", invoices=2),
}
COUNTED = re.compile(r"\d+ (?:facturen|invoices|rekeningen|accounts)|(?:Deel|Part) \d+ (?:van|of) \d+")


@pytest.mark.parametrize("name", MESSAGES)
def test_no_digit_changes_unseen(name: str) -> None:
    facts = MESSAGES[name]
    html = render_email(facts, HouseStyle())[1]
    for text in (letter_text(facts, HouseStyle()), text_of_html(html)):
        unseen = [changed for changed in one_digit_changed(facts, text) if check(facts, changed[1]) == ()]
        assert [place for place, _ in unseen] == []


def one_digit_changed(facts: MessageFacts, text: str) -> Iterator[tuple[str, str]]:
    """Yield the text with one digit made five more, and where, save in addresses, registrations and counts.

    Five more never makes another fact of these messages out of one.
    """
    quiet = quiet_places(facts, text)
    for place, char in enumerate(text):
        if char.isdigit() and not any(start <= place < end for start, end in quiet):
            other = str((int(char) + 5) % 10)
            yield text[max(0, place - 20) : place + 1], text[:place] + other + text[place + 1 :]


def quiet_places(facts: MessageFacts, text: str) -> list[tuple[int, int]]:
    values = [facts.sender.coc_number, facts.sender.registration_mark]
    for party in (facts.sender, facts.creditor, facts.addressee):
        values += [party.street, party.postcode]
    for phone in (facts.sender.phone, facts.creditor.phone):
        values += [phone, (phone or "").replace(" ", "\u00a0")]
    fixed = [found.span() for value in values if value for found in re.finditer(re.escape(value), text)]
    return fixed + [found.span() for found in COUNTED.finditer(text)]
