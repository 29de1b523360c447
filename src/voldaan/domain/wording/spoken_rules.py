"""What a text message and the script of a call have to say, and what neither may: on a telephone others read along.

Both follow something in writing, so that they need not say all that a letter does. Who sends it, and whom to answer,
stands in each; an agency works under its registered name and mark (Wki 11).
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from voldaan.domain.law.claim_description import REGISTERED_NAME
from voldaan.domain.text.evened_out import evened_out
from voldaan.domain.text.sms_length import sms_parts
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.facts_rules import same_days
from voldaan.domain.wording.finding import Finding, by_property, missing
from voldaan.domain.wording.presence_rules import can_be_reached
from voldaan.domain.wording.reading import Places, Reading, every_invoice, ibans_of, stands

PARTS_MAX: Final = 2
PARTS_OF_AGENCY_MAX: Final = 3
"""What an agency may take where its registered name, which it may not shorten (Wki 11), does not fit in two."""
NAME_LEAST: Final = 3
"""A shorter beginning of a name tells nobody who writes."""


def parts_max(facts: MessageFacts) -> int:
    """Return how many parts a text message may have: one more for an agency, whose name stands there whole."""
    return PARTS_OF_AGENCY_MAX if facts.on_behalf else PARTS_MAX


def sms_says_who_writes(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where a text message does not begin with its sender: an agency's whole name and its mark."""
    facts = reading.facts
    name, text = _bare(facts.sender.name), _bare(reading.text)
    opening = re.split(r"[:,]", text, maxsplit=1)[0].strip()
    if facts.on_behalf:
        if not text.startswith(name):
            yield missing("agency_registered_name", f"the name {facts.sender.name}", REGISTERED_NAME)
    elif not (
        name.startswith(opening) and len(opening) >= min(NAME_LEAST, len(name))
    ) and not text.startswith(name):
        yield missing("sender", f"who writes, {facts.sender.name}")
    yield from mark_is_said(reading)
    yield from can_be_reached(reading)


def mark_is_said(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where an agency leaves out the mark under which it is registered (Wki 11)."""
    mark = reading.facts.sender.registration_mark
    if reading.facts.on_behalf and mark and not stands(reading.text, mark):
        yield missing("agency_registration_mark", f"the registration mark {mark}", REGISTERED_NAME)


def sms_fits(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where a text message is too long, or has a link: fraudsters send those."""
    count = sms_parts(reading.text).count
    most = parts_max(reading.facts)
    if count > most:
        yield by_property("sms.too_long", str(count), f"Make it no longer than {most} parts.")
    quiet = Places.of((token.start, token.end) for token in reading.emails)
    for token in reading.links:
        if not quiet.hold(token.start, token.end):
            found = reading.text[token.start : token.end]
            yield by_property(
                "sms.link", found, "Leave the link out of a text message.", (token.start, token.end)
            )


def sms_tells_no_debt(reading: Reading) -> Iterator[Finding]:
    """Yield each amount, account and invoice in a text message to a natural person: others read along."""
    facts = reading.facts
    if not facts.addressee.is_natural_person:
        return
    mend = "Leave it out: point to the letter or the e-mail, and say whom to call."
    for start, end in _amounts_and_accounts(reading):
        if not reading.is_own(start, end):
            yield by_property("sms.tells_debt", reading.text[start:end], mend)
    for line in every_invoice(facts):
        if line.number != facts.reference and stands(reading.text, line.number):
            yield by_property("sms.tells_debt", line.number, mend)
    if not _points_back(reading):
        yield missing("earlier", "the message in writing that it points to")


def sms_says_what_to_pay(reading: Reading) -> Iterator[Finding]:
    """Yield what an organisation needs of a text message and does not find: the sum, and where to."""
    facts = reading.facts
    if facts.addressee.is_natural_person:
        return
    yield from _sum(reading)
    if not _points_back(reading):
        yield from _accounts(reading)


def script_has_the_facts(reading: Reading) -> Iterator[Finding]:
    """Yield what somebody who calls needs and does not find in the script."""
    facts = reading.facts
    yield from _sum(reading)
    yield from _accounts(reading)
    if not stands(reading.text, facts.sender.name):
        yield missing("sender", f"who calls, {facts.sender.name}")
    yield from mark_is_said(reading)
    yield from can_be_reached(reading)


def script_asks_first(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where a script names the debt before it asked who is on the telephone."""
    question = reading.text.find("?")
    facts = reading.facts
    places = [start for start, _ in _amounts_and_accounts(reading)]
    places += [place for line in every_invoice(facts) if (place := reading.text.find(line.number)) >= 0]
    early = [place for place in places if question < 0 or place < question]
    if early:
        found = reading.around(min(early), min(early) + 1)
        yield by_property("call.tells_first", found, "Ask first who is on the telephone; then name the debt.")


def _amounts_and_accounts(reading: Reading) -> list[tuple[int, int]]:
    amounts = [(amount.start, amount.end) for amount in reading.amounts]
    return [*amounts, *((iban.start, iban.end) for iban in reading.ibans)]


def _points_back(reading: Reading) -> bool:
    """Test if the text names the day of the message in writing before it."""
    earlier = reading.facts.earlier
    return earlier is not None and any(same_days(day, frozenset({earlier.on})) for day in reading.days)


def _sum(reading: Reading) -> Iterator[Finding]:
    facts = reading.facts
    if facts.total_cents not in {amount.cents for amount in reading.amounts if not amount.is_percentage}:
        yield missing("total", f"the amount to pay, {facts.total_cents} cents")
    if not any(same_days(day, frozenset({facts.pay_by})) for day in reading.days):
        yield missing("pay_by", f"the last day to pay, {facts.pay_by.isoformat()}")


def _accounts(reading: Reading) -> Iterator[Finding]:
    for iban in sorted(ibans_of(reading.facts) - {token.value for token in reading.ibans}):
        yield missing("iban", f"account {iban}", value=iban)
    for box in reading.facts.pay_to:
        if not (reading.refers_to(box.reference) or stands(reading.text, box.reference)):
            yield missing("payment_reference", f"payment reference {box.reference}", value=box.reference)


def _bare(text: str) -> str:
    """Return a text in small letters without accents, as a text message writes a name."""
    return "".join(
        sign
        for sign in unicodedata.normalize("NFKD", evened_out(text).lower())
        if not unicodedata.combining(sign)
    )
