"""What every message has to say: what to pay, by when, where to, with which reference, and who asks.

Names and addresses belong here too: each is one of the facts, and stands where it belongs.
"""

import re
from collections.abc import Iterator
from typing import Final

from voldaan.domain.text.evened_out import evened_out
from voldaan.domain.wording import words
from voldaan.domain.wording.facts_rules import same_days
from voldaan.domain.wording.finding import Finding, by_property, missing
from voldaan.domain.wording.reading import Places, Reading, ibans_of, stands
from voldaan.domain.wording.scan_contacts import emails, links, phones, plain_phone
from voldaan.domain.wording.scan_references import Token

BESIDE_NUMBER: Final = 12
"""How far behind an account number its holder is named, in characters."""


def facts_are_there(reading: Reading) -> Iterator[Finding]:
    """Yield what a debtor needs and does not find in the text."""
    facts = reading.facts
    if facts.total_cents not in {amount.cents for amount in reading.amounts if not amount.is_percentage}:
        yield missing("total", f"the amount to pay, {facts.total_cents} cents")
    last_day = frozenset({facts.pay_by})
    if facts.notice is None and not any(same_days(day, last_day) for day in reading.days):
        yield missing("pay_by", f"the last day to pay, {facts.pay_by.isoformat()}")
    for line in facts.invoices:
        if not stands(reading.text, line.number):
            yield missing("invoice", f"invoice {line.number}", value=line.number)
    for iban in sorted(ibans_of(facts) - {token.value for token in reading.ibans}):
        yield missing("iban", f"account {iban}", value=iban)
    for pay_to in facts.pay_to:
        if not (reading.refers_to(pay_to.reference) or stands(reading.text, pay_to.reference)):
            yield missing(
                "payment_reference", f"payment reference {pay_to.reference}", value=pay_to.reference
            )
    yield from sender_is_told(reading)


def sender_is_told(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where the text does not say who writes, or how they can be reached."""
    facts = reading.facts
    if not facts.on_behalf and not stands(reading.text, facts.sender.name):
        yield missing("sender", f"who writes, {facts.sender.name}")
    yield from can_be_reached(reading)


def can_be_reached(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where no known way to answer stands in the text: the telephone, else the e-mail address."""
    sender = reading.facts.sender
    if sender.phone:
        if plain_phone(sender.phone) not in {token.value for token in reading.phones} and not stands(
            reading.text, sender.phone
        ):
            yield missing("phone", f"a telephone number, {sender.phone}")
    elif sender.email and sender.email.lower() not in {token.value for token in reading.emails}:
        yield missing("email", f"an e-mail address, {sender.email}")


def contacts_are_facts(reading: Reading) -> Iterator[Finding]:
    """Yield each e-mail address, link and telephone number that is not the sender's or the creditor's."""
    facts = reading.facts
    said = " \n ".join(sorted(reading.free_words))
    quiet = Places.of((token.start, token.end) for token in reading.emails)
    allowed = {token.value for token in emails(said)}
    for token in reading.emails:
        if token.value not in allowed:
            yield _foreign("email", "e-mail address", reading, token)
    hosts = {token.value for token in links(said)} | words.HELP_SITES
    for token in reading.links:
        if token.value not in hosts and not quiet.hold(token.start, token.end):
            yield _foreign("link", "link", reading, token)
    numbers = {token.value for token in phones(said)}
    numbers |= {plain_phone(number) for number in (facts.sender.phone, facts.creditor.phone) if number}
    yield from _foreign_phones(reading, numbers)


def _foreign_phones(reading: Reading, allowed: set[str]) -> Iterator[Finding]:
    elsewhere = Places.of(
        [
            *((day.start, day.end) for day in reading.days),
            *((iban.start, iban.end) for iban in reading.ibans),
            *((token.start, token.end) for token in reading.references),
            *((link.start, link.end) for link in reading.links),
            *((email.start, email.end) for email in reading.emails),
        ]
    )
    for token in reading.phones:
        known = any(token.value.startswith(number) for number in allowed)
        other = reading.is_own(token.start, token.end) or elsewhere.hold(token.start, token.end)
        if not known and not other and not _is_registration(reading, token):
            yield _foreign("phone", "telephone number", reading, token)


def _is_registration(reading: Reading, token: Token) -> bool:
    before = reading.text[max(0, token.start - 40) : token.start]
    return (
        re.search(
            r"(?:kvk|\bcoc|chamber of commerce|koophandel|handelsregister)\W{0,3}[^\d]{0,12}$",
            before,
            re.IGNORECASE,
        )
        is not None
    )


def registrations_are_facts(reading: Reading) -> Iterator[Finding]:
    """Yield a KvK number that is not the sender's."""
    allowed = reading.facts.sender.coc_number
    if reading.facts.on_behalf and not allowed:
        return  # That the agency's is not known is told already.
    for found in words.COC_NUMBER.finditer(reading.text):
        if found["number"].replace(" ", "") != allowed and not reading.is_own(
            found.start("number"), found.end("number")
        ):
            yield _foreign(
                "coc_number", "KvK number", reading, Token(start=found.start(), end=found.end(), value="")
            )


def names_are_facts(reading: Reading) -> Iterator[Finding]:
    """Yield each name behind words such as "namens", "op naam van" and "Beste" that is another than the facts say."""
    facts = reading.facts
    sides = {
        "creditor": (facts.creditor.name, facts.sender.name),
        "account": tuple(pay_to.name for pay_to in facts.pay_to),
        "debtor": tuple(filter(None, (facts.addressee.name, facts.addressee.person))),
    }
    plain = {
        side: tuple(evened_out(name).lower().removesuffix(".") for name in sides[side]) for side in sides
    }
    debtor = plain["debtor"]
    for side, pattern in reading.words.name_labels:
        known = plain[side]
        for found in pattern.finditer(reading.text):
            name = found["name"]
            of_debtor = side == "account" and not _stands_by_an_account(reading, found.start())
            if not _is_one_of(reading, side, name.lower(), known) and not (
                of_debtor and _is_one_of(reading, "debtor", name.lower(), debtor)
            ):
                place = (found.start("name"), found.end("name"))
                yield by_property(
                    "name.foreign",
                    reading.text[found.start() : found.end()].strip(),
                    "Write the name of the facts here, or leave the name out.",
                    place,
                )


def _stands_by_an_account(reading: Reading, place: int) -> bool:
    """Test if an account number stands right before: then the name is its holder's, and else it may be the debtor's."""
    return any(0 <= place - token.end <= BESIDE_NUMBER for token in reading.ibans)


def _is_one_of(reading: Reading, side: str, name: str, known: tuple[str, ...]) -> bool:
    if any(name.startswith(one) or one.startswith(name) for one in known):
        return True
    if side != "debtor":
        return False
    left = set(re.findall(r"[^\W\d_]{2,}", name)) - reading.words.greeting_words
    return left <= {word for one in known for word in re.findall(r"[^\W\d_]{2,}", one)}


def _foreign(rule: str, what: str, reading: Reading, token: Token) -> Finding:
    return by_property(
        f"{rule}.foreign",
        reading.text[token.start : token.end],
        f"Remove this {what}, or write the one that the facts have.",
        (token.start, token.end),
    )
