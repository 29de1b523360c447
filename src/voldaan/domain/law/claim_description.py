"""What an agency's message to a natural person has to state, and which of it is missing.

The Wki asks for the registered name and the registration mark (article 11), the Bki for the description of the
claim (article 3.1): who owes, who writes, who is owed, and of each invoice what it is for, its day, its number,
its payment term and the extended term. Without one of these the message must not go.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from voldaan.domain.identifiers import is_valid_kvk
from voldaan.domain.law.citation import Citation, follows

REGISTERED_NAME = Citation(
    law="Wki",
    bwb_id="BWBR0046685",
    article="11",
    paragraph="1",
    follows="An agency works only under the name and with the mark that stand in the register.",
    follows_nl="Een incassobureau werkt alleen onder de naam en met het registratiekenmerk die in het register staan.",
    valid_from=date(2024, 4, 1),
)

REGISTRATION = Citation(
    law="Wki",
    bwb_id="BWBR0046685",
    article="4",
    paragraph="1",
    follows="Collecting without a registration, or while it is suspended, is forbidden.",
    follows_nl="Incasseren zonder registratie, of met een geschorste registratie, is verboden.",
    valid_from=date(2024, 4, 1),
)


def _bki(letter: str, follows: str, follows_nl: str) -> Citation:
    return Citation(
        law="Bki",
        bwb_id="BWBR0049422",
        article="3.1",
        paragraph=f"onder {letter}",
        follows=follows,
        follows_nl=follows_nl,
        valid_from=date(2024, 4, 1),
    )


DEBTOR = _bki(
    "a",
    "States the name, home address and town of the debtor.",
    "Vermeldt de naam, het woonadres en de woonplaats van de schuldenaar.",
)
AGENCY = _bki(
    "b",
    "States the name, address, town and KvK number of the agency.",
    "Vermeldt de naam, het adres, de vestigingsplaats en het KvK-nummer van het incassobureau.",
)
CREDITOR = _bki(
    "c", "States the name and address of the creditor.", "Vermeldt de naam en het adres van de schuldeiser."
)
SUBJECT = _bki(
    "d", "States what the duty to pay is about.", "Vermeldt waar de betalingsverplichting over gaat."
)
TERMS = _bki(
    "e",
    "States the payment term and the extended payment term.",
    "Vermeldt de betalingstermijn en de verlengde betalingstermijn.",
)
INVOICE = _bki(
    "f", "States the date and the number of the invoice.", "Vermeldt de datum en het nummer van de factuur."
)

Fact = Literal[
    "debtor_name",
    "debtor_street",
    "debtor_postcode",
    "debtor_city",
    "agency_registered_name",
    "agency_street",
    "agency_postcode",
    "agency_city",
    "agency_kvk_number",
    "agency_registration_mark",
    "agency_registration",
    "creditor_name",
    "creditor_street",
    "creditor_city",
    "invoices",
    "invoice_number",
    "issue_date",
    "due_date",
    "subject",
    "extended_term_last_day",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedInvoice:
    """One invoice as the message would state it. None or blank: the message cannot state it."""

    number: str | None = None
    issue_date: date | None = None
    due_date: date | None = None
    """The last day of the payment term."""
    subject: str | None = None
    """What it is for, in words that the debtor recognises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDescription:
    """All that the message would state of the claim. None or blank: it cannot state it."""

    debtor_name: str | None = None
    debtor_street: str | None = None
    debtor_postcode: str | None = None
    debtor_city: str | None = None
    agency_registered_name: str | None = None
    agency_street: str | None = None
    agency_postcode: str | None = None
    agency_city: str | None = None
    agency_kvk_number: str | None = None
    agency_registration_mark: str | None = None
    agency_is_registered: bool = True
    """False: the registration has ended or is suspended on the day of the message."""
    creditor_name: str | None = None
    creditor_street: str | None = None
    creditor_city: str | None = None
    extended_term_last_day: date | None = None
    """The last day of the term that the message itself gives."""
    invoices: tuple[ClaimedInvoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFact:
    """One fact that the message has to state and cannot: which, by which article, and how to mend it."""

    fact: Fact
    citation: Citation
    invoice_number: str | None = None
    """The invoice it is missing from, where it is about one that has a number."""
    sentence_nl: str
    sentence_en: str


# Per fact: the article, what it is called, and where it is mended; Dutch first.
_FACTS: dict[Fact, tuple[Citation, str, str, str, str]] = {
    "debtor_name": (
        DEBTOR,
        "de naam van de debiteur",
        "the name of the debtor",
        "bij de debiteur",
        "with the debtor",
    ),
    "debtor_street": (
        DEBTOR,
        "de straat en het huisnummer van de debiteur",
        "the street and house number of the debtor",
        "bij de debiteur",
        "with the debtor",
    ),
    "debtor_postcode": (
        DEBTOR,
        "de postcode van de debiteur",
        "the postcode of the debtor",
        "bij de debiteur",
        "with the debtor",
    ),
    "debtor_city": (
        DEBTOR,
        "de woonplaats van de debiteur",
        "the town of the debtor",
        "bij de debiteur",
        "with the debtor",
    ),
    "agency_registered_name": (
        REGISTERED_NAME,
        "de geregistreerde naam van het incassobureau",
        "the registered name of the agency",
        "bij het bureau",
        "with the agency",
    ),
    "agency_street": (
        AGENCY,
        "de straat en het huisnummer van het incassobureau",
        "the street and house number of the agency",
        "bij het bureau",
        "with the agency",
    ),
    "agency_postcode": (
        AGENCY,
        "de postcode van het incassobureau",
        "the postcode of the agency",
        "bij het bureau",
        "with the agency",
    ),
    "agency_city": (
        AGENCY,
        "de vestigingsplaats van het incassobureau",
        "the town of the agency",
        "bij het bureau",
        "with the agency",
    ),
    "agency_kvk_number": (
        AGENCY,
        "het KvK-nummer (acht cijfers) van het incassobureau",
        "the KvK number (eight digits) of the agency",
        "bij het bureau",
        "with the agency",
    ),
    "agency_registration_mark": (
        REGISTERED_NAME,
        "het registratiekenmerk van het incassobureau",
        "the registration mark of the agency",
        "bij het bureau",
        "with the agency",
    ),
    "agency_registration": (
        REGISTRATION,
        "de geldige registratie van het incassobureau",
        "the valid registration of the agency",
        "bij het bureau",
        "with the agency",
    ),
    "creditor_name": (
        CREDITOR,
        "de naam van de schuldeiser",
        "the name of the creditor",
        "bij de opdrachtgever",
        "with the client",
    ),
    "creditor_street": (
        CREDITOR,
        "de straat en het huisnummer van de schuldeiser",
        "the street and house number of the creditor",
        "bij de opdrachtgever",
        "with the client",
    ),
    "creditor_city": (
        CREDITOR,
        "de plaats van de schuldeiser",
        "the town of the creditor",
        "bij de opdrachtgever",
        "with the client",
    ),
    "invoices": (INVOICE, "de factuur", "the invoice", "bij het bericht", "with the message"),
    "invoice_number": (
        INVOICE,
        "het factuurnummer",
        "the invoice number",
        "bij de factuur",
        "with the invoice",
    ),
    "issue_date": (
        INVOICE,
        "de factuurdatum",
        "the date of the invoice",
        "bij de factuur",
        "with the invoice",
    ),
    "due_date": (
        TERMS,
        "de betaaltermijn (vervaldatum)",
        "the payment term (due date)",
        "bij de factuur",
        "with the invoice",
    ),
    "subject": (
        SUBJECT,
        "het onderwerp: waar de factuur voor is",
        "the subject: what the invoice is for",
        "bij de factuur",
        "with the invoice",
    ),
    "extended_term_last_day": (
        TERMS,
        "de verlengde betaaltermijn",
        "the extended payment term",
        "in de strategie",
        "in the strategy",
    ),
}

_OF_DEBTOR: tuple[Fact, ...] = ("debtor_name", "debtor_street", "debtor_postcode", "debtor_city")
_OF_AGENCY: tuple[Fact, ...] = (
    "agency_registered_name",
    "agency_street",
    "agency_postcode",
    "agency_city",
    "agency_registration_mark",
)
_OF_CREDITOR: tuple[Fact, ...] = ("creditor_name", "creditor_street", "creditor_city")


@follows(DEBTOR, AGENCY, REGISTERED_NAME, CREDITOR, TERMS, SUBJECT, INVOICE)
def missing_facts(claim: ClaimDescription) -> tuple[MissingFact, ...]:
    """Return each fact that the message has to state and cannot, party by party; none where it may go."""
    return (
        *missing_of_debtor(claim),
        *missing_of_agency(claim),
        *missing_of_creditor(claim),
        *_blank_ones(claim, ("extended_term_last_day",)),
        *_missing_of_invoices(claim.invoices),
    )


@follows(DEBTOR)
def missing_of_debtor(claim: ClaimDescription) -> tuple[MissingFact, ...]:
    """Return what is missing of who owes. Follows from Bki 3.1, under a."""
    return _blank_ones(claim, _OF_DEBTOR)


@follows(AGENCY, REGISTERED_NAME, REGISTRATION)
def missing_of_agency(claim: ClaimDescription) -> tuple[MissingFact, ...]:
    """Return what is missing of who writes. Follows from Wki 4 and 11 and Bki 3.1, under b.

    A KvK number that is not eight digits is as good as none.
    """
    missing = list(_blank_ones(claim, _OF_AGENCY))
    if not claim.agency_is_registered:
        missing.append(_missing("agency_registration"))
    if not is_valid_kvk(claim.agency_kvk_number or ""):
        missing.append(_missing("agency_kvk_number"))
    return tuple(missing)


@follows(CREDITOR)
def missing_of_creditor(claim: ClaimDescription) -> tuple[MissingFact, ...]:
    """Return what is missing of who is owed. Follows from Bki 3.1, under c."""
    return _blank_ones(claim, _OF_CREDITOR)


@follows(SUBJECT, TERMS, INVOICE)
def missing_of_invoice(invoice: ClaimedInvoice) -> tuple[MissingFact, ...]:
    """Return what is missing of one invoice. Follows from Bki 3.1, under d, e and f."""
    return tuple(_missing(fact, invoice.number) for fact, value in _stated(invoice) if _blank(value))


def _blank_ones(claim: ClaimDescription, facts: tuple[Fact, ...]) -> tuple[MissingFact, ...]:
    return tuple([_missing(fact) for fact in facts if _blank(getattr(claim, fact))])


def _missing_of_invoices(invoices: tuple[ClaimedInvoice, ...]) -> Iterator[MissingFact]:
    if not invoices:
        yield _missing("invoices")
    for invoice in invoices:
        yield from missing_of_invoice(invoice)


def _stated(invoice: ClaimedInvoice) -> tuple[tuple[Fact, str | date | None], ...]:
    return (
        ("invoice_number", invoice.number),
        ("issue_date", invoice.issue_date),
        ("due_date", invoice.due_date),
        ("subject", invoice.subject),
    )


def _blank(value: str | date | None) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _missing(fact: Fact, invoice_number: str | None = None) -> MissingFact:
    citation, name_nl, name_en, where_nl, where_en = _FACTS[fact]
    number = "" if _blank(invoice_number) else f" {invoice_number}"
    article = citation.label
    return MissingFact(
        fact=fact,
        citation=citation,
        invoice_number=number.strip() or None,
        sentence_nl=f"{_capital(name_nl)} ontbreekt ({article}): vul dit aan {where_nl}{number}.",
        sentence_en=f"{_capital(name_en)} is missing ({article}): add it {where_en}{number}.",
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
