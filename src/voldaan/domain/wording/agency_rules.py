"""What an agency's message has to state: under which name it works, for whom, and the claim in full.

Wki 11 asks the registered name and the mark of every message; Bki 3.1 asks the description of the claim where the
debtor is a natural person.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Final

from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.law.claim_description import (
    AGENCY,
    CREDITOR,
    DEBTOR,
    INVOICE,
    REGISTERED_NAME,
    SUBJECT,
    TERMS,
    ClaimDescription,
    ClaimedInvoice,
    Fact,
    MissingFact,
    missing_facts,
)
from voldaan.domain.text.days import is_real
from voldaan.domain.text.evened_out import evened_out
from voldaan.domain.wording import scan_contacts, words
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.finding import Finding, by_law, missing
from voldaan.domain.wording.reading import Reading, stands

SPECIFICATION: Final = Citation(
    law="Bki",
    bwb_id="BWBR0049422",
    article="3.1",
    follows="Specifies the sum: the principal, the interest and the costs, also where these are nothing.",
    follows_nl="Specificeert het totaal: de hoofdsom, de rente en de kosten, ook waar die nihil zijn.",
    valid_from=date(2024, 4, 1),
    not_confirmed=(
        "Whether interest and costs of nothing must be named as such is not settled. An agency's message names them."
    ),
    not_confirmed_nl="Of rente en kosten die nihil zijn ook zo moeten worden genoemd, staat niet vast. Een bericht van "
    "een incassobureau noemt ze.",
)
COMPLAINTS: Final = Citation(
    law="Wki",
    bwb_id="BWBR0046685",
    article="13",
    paragraph="5",
    follows="An agency has a procedure for complaints; where it is known, the message says how to use it.",
    follows_nl="Een incassobureau heeft een klachtenregeling; waar die bekend is, zegt het bericht hoe die werkt.",
    valid_from=date(2024, 4, 1),
    not_confirmed=(
        "The articles of the Rki on what a message shows were not read. Where the agency's procedure for complaints "
        "is recorded, where to complain has to stand in the message."
    ),
    not_confirmed_nl="De artikelen van de Rki over wat een bericht toont, zijn niet gelezen. Waar de klachtenregeling "
    "van het incassobureau is vastgelegd, moet in het bericht staan waar een klacht heen kan.",
)
_ALWAYS: Final[frozenset[Fact]] = frozenset(
    {"agency_registered_name", "agency_registration_mark", "creditor_name"}
)
"""What stands in every message of an agency, also to a company."""


@follows(REGISTERED_NAME, DEBTOR, AGENCY, CREDITOR, SUBJECT, TERMS, INVOICE)
def claim_is_known(reading: Reading) -> Iterator[Finding]:
    """Yield each fact that an agency must state and that the facts do not have."""
    facts = reading.facts
    if not facts.on_behalf:
        return
    for lack in missing_facts(_claim(facts)):
        if facts.falls_under_wki or lack.fact in _ALWAYS:
            yield _unknown(lack)


@follows(REGISTERED_NAME, DEBTOR, AGENCY, CREDITOR, SUBJECT, TERMS, INVOICE)
def claim_stands_there(reading: Reading) -> Iterator[Finding]:
    """Yield each fact that an agency must state, that is known, and that the text leaves out."""
    facts = reading.facts
    if not facts.on_behalf:
        return
    for fact, citation, what, value in _stated(facts):
        if (facts.falls_under_wki or fact in _ALWAYS) and value and not _is_stated(reading, fact, value):
            yield missing(fact, f"{what}, {value}", citation)
    if facts.falls_under_wki:
        yield from _missing_postcode_of_creditor(reading)
        yield from _missing_days(reading)


@follows(REGISTERED_NAME)
def agency_is_told(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where an agency's message leaves out under which name and mark it works, or for whom."""
    if not reading.facts.on_behalf:
        return
    for fact, citation, what, value in _stated(reading.facts):
        if fact in _ALWAYS and value and not _is_stated(reading, fact, value):
            yield missing(fact, f"{what}, {value}", citation)


@follows(REGISTERED_NAME)
def agency_signs(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where an agency's message is signed by the creditor: the agency would be hidden (Wki 11)."""
    facts = reading.facts
    creditor, agency = evened_out(facts.creditor.name), evened_out(facts.sender.name)
    if not facts.on_behalf or creditor == agency:
        return
    for found in reading.words.closing.finditer(reading.text):
        below = reading.text[found.end() : found.end() + 200]
        at = below.find(creditor)
        hidden = (
            at >= 0
            and agency not in below[:at]
            and not re.search(reading.words.on_behalf, below[:at], re.IGNORECASE)
        )
        if hidden:
            yield by_law(
                "agency.hidden",
                REGISTERED_NAME,
                reading.around(found.start(), found.end() + at + len(creditor)),
                f"Sign under the agency's registered name, {agency}.",
                (found.start(), found.end()),
            )


@follows(SPECIFICATION)
def sum_is_specified(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where an agency's friendly message does not say that interest and costs are nothing."""
    facts = reading.facts
    if not facts.falls_under_wki or facts.notice is not None:
        return
    for what, pattern in reading.words.specified:
        if not any(True for _ in reading.matches(pattern)):
            yield missing("specification", f"that the {what} is nothing", SPECIFICATION)


@follows(COMPLAINTS)
def complaints_are_told(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where the agency's procedure for complaints is known and the text leaves it out."""
    complaints = reading.facts.sender.complaints
    if reading.facts.falls_under_wki and complaints and not _says_where_to_complain(reading, complaints):
        yield missing("complaints", "where to complain", COMPLAINTS)


def _says_where_to_complain(reading: Reading, complaints: str) -> bool:
    """Test if the agency's own sentence stands there, or an address out of it, in whatever words and language.

    An address that is the agency's for everything else as well tells nothing without a word for complaints.
    """
    sentence = evened_out(complaints)
    if sentence in reading.text:
        return True
    told = _addresses(sentence) & {
        token.value for token in (*reading.emails, *reading.phones, *reading.links)
    }
    sender = reading.facts.sender
    general = _addresses(" \n ".join(filter(None, (sender.email, sender.phone, sender.website))))
    return bool(told - general or (told and reading.words.complaint.search(reading.text)))


def _addresses(text: str) -> set[str]:
    """Return the e-mail addresses, telephone numbers and links in a text, to be compared."""
    found = chain(scan_contacts.emails(text), scan_contacts.phones(text), scan_contacts.links(text))
    return {token.value for token in found}


def _claim(facts: MessageFacts) -> ClaimDescription:
    debtor, agency, creditor = facts.addressee, facts.sender, facts.creditor
    return ClaimDescription(
        debtor_name=debtor.name,
        debtor_street=debtor.street,
        debtor_postcode=debtor.postcode if debtor.country == "NL" else debtor.postcode or "-",
        debtor_city=debtor.city,
        agency_registered_name=agency.name,
        agency_street=agency.street,
        agency_postcode=agency.postcode,
        agency_city=agency.city,
        agency_kvk_number=agency.coc_number,
        agency_registration_mark=agency.registration_mark,
        creditor_name=creditor.name,
        creditor_street=creditor.street,
        creditor_city=creditor.city,
        extended_term_last_day=facts.pay_by,
        invoices=tuple(
            ClaimedInvoice(
                number=line.number, issue_date=line.issue_date, due_date=line.due_date, subject=line.subject
            )
            for line in facts.invoices
        ),
    )


def _unknown(lack: MissingFact) -> Finding:
    of = f" of invoice {lack.invoice_number}" if lack.invoice_number else ""
    return by_law(
        f"{lack.fact}.unknown",
        lack.citation,
        f"{lack.fact.replace('_', ' ')}{of} is not known",
        lack.sentence_en,
    )


def _stated(facts: MessageFacts) -> Iterator[tuple[Fact, Citation, str, str | None]]:
    debtor, agency, creditor = facts.addressee, facts.sender, facts.creditor
    yield "agency_registered_name", REGISTERED_NAME, "the registered name of the agency", agency.name
    mark = agency.registration_mark
    yield "agency_registration_mark", REGISTERED_NAME, "the registration mark of the agency", mark
    yield "agency_kvk_number", AGENCY, "the KvK number of the agency", agency.coc_number
    yield "agency_street", AGENCY, "the address of the agency", agency.street
    yield "agency_postcode", AGENCY, "the postcode of the agency", agency.postcode
    yield "agency_city", AGENCY, "the town of the agency", agency.city
    yield "creditor_name", CREDITOR, "the name of the creditor", creditor.name
    yield "creditor_street", CREDITOR, "the address of the creditor", creditor.street
    yield "creditor_city", CREDITOR, "the town of the creditor", creditor.city
    yield "debtor_name", DEBTOR, "the name of the debtor", debtor.name
    yield "debtor_street", DEBTOR, "the address of the debtor", debtor.street
    yield "debtor_postcode", DEBTOR, "the postcode of the debtor", debtor.postcode
    yield "debtor_city", DEBTOR, "the town of the debtor", debtor.city
    for line in facts.invoices:
        yield "subject", SUBJECT, f"what invoice {line.number} is for", line.subject


def _is_stated(reading: Reading, fact: Fact, value: str) -> bool:
    """Test if this stands there: the mark exactly, a number in any groups, words in capitals or small letters."""
    if fact == "agency_registration_mark":
        return stands(reading.text, value)
    if fact == "agency_kvk_number":
        numbers = (found["number"].replace(" ", "") for found in words.COC_NUMBER.finditer(reading.text))
        return stands(reading.text, value) or value in numbers
    return reading.names(value) or (fact.endswith("postcode") and reading.names(value.replace(" ", "")))


def _missing_postcode_of_creditor(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where the creditor's street stands there without its postcode: that is no whole address."""
    street, postcode = reading.facts.creditor.street, reading.facts.creditor.postcode
    if (
        street.strip()
        and postcode.strip()
        and reading.names(street)
        and not _is_stated(reading, "agency_postcode", postcode)
    ):
        yield missing("creditor_postcode", f"the postcode of the creditor, {postcode}", CREDITOR)


def _missing_days(reading: Reading) -> Iterator[Finding]:
    said = {is_real(day) for day in reading.days}
    for line in reading.facts.invoices:
        if line.issue_date not in said:
            what = f"the date of invoice {line.number}, {line.issue_date.isoformat()}"
            yield missing("issue_date", what, INVOICE)
        if line.due_date not in said:
            what = f"the payment term of invoice {line.number}, {line.due_date.isoformat()}"
            yield missing("due_date", what, TERMS)
