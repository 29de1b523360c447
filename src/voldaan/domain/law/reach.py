"""Whom Voldaan writes to at all: by country, by capacity, and never for a debt of public law.

In a country whose law is there, everybody; elsewhere a person decides on a cost-free reminder to a business, and
a consumer is refused by name, because the law of the consumer's own country protects them.

>>> reach(capacity="CONSUMER", country="NL").answer
'YES'
>>> refused = reach(capacity="UNKNOWN", country="BE")
>>> refused.answer, refused.because
('REFUSED', 'CONSUMER_ABROAD')
>>> refused.sentence_en
'a consumer in BE gets no reminder: the law of that country is not there yet'
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from voldaan.domain.law.capacity import PROTECTION, Capacity, is_consumer
from voldaan.domain.law.citation import Citation, Source, follows
from voldaan.domain.law.jurisdiction import jurisdiction_of
from voldaan.domain.law.public_law import PUBLIC_DUNNING, PUBLIC_LAW_DEBT

Answer = Literal["YES", "ASK", "REFUSED"]
Because = Literal["IN_THE_NETHERLANDS", "BUSINESS_ABROAD", "CONSUMER_ABROAD", "PUBLIC_LAW_DEBT"]

_NOT_READ = "The regulation was not read at its source. Nothing is sent abroad without a person who decides."
_NOT_READ_NL = (
    "De verordening is niet bij de bron gelezen. Er gaat niets over de grens zonder besluit van een mens."
)
LAW_OF_CONSUMER = Citation(
    law="Rome I",
    bwb_id=None,
    article="6",
    follows="A consumer keeps the protection of the country of residence: no message before that law is there.",
    follows_nl="Een consument houdt de bescherming van het land waar hij woont: geen bericht voordat dat recht hier "
    "is opgenomen.",
    valid_from=date(2009, 12, 17),
    not_confirmed=_NOT_READ,
    not_confirmed_nl=_NOT_READ_NL,
    address="https://eur-lex.europa.eu/eli/reg/2008/593/oj",
)
LAW_OF_CONTRACT = Citation(
    law="Rome I",
    bwb_id=None,
    article="3",
    follows="Businesses choose the law of their contract: which one governs the debt is for a person to look up.",
    follows_nl="Bedrijven kiezen het recht van hun overeenkomst: welk recht de schuld beheerst, moet een mens nagaan.",
    valid_from=date(2009, 12, 17),
    not_confirmed=_NOT_READ,
    not_confirmed_nl=_NOT_READ_NL,
    address="https://eur-lex.europa.eu/eli/reg/2008/593/oj",
)

_ANSWERS: dict[Because, Answer] = {
    "IN_THE_NETHERLANDS": "YES",
    "BUSINESS_ABROAD": "ASK",
    "CONSUMER_ABROAD": "REFUSED",
    "PUBLIC_LAW_DEBT": "REFUSED",
}
_SENTENCES: dict[Because, tuple[str, str]] = {
    "IN_THE_NETHERLANDS": ("de debiteur is in Nederland", "the debtor is in the Netherlands"),
    "BUSINESS_ABROAD": (
        "een zakelijke debiteur in {country}: een medewerker beslist over een herinnering zonder kosten",
        "a business debtor in {country}: a person decides on a reminder without costs",
    ),
    "CONSUMER_ABROAD": (
        "een consument in {country} krijgt geen herinnering: het recht van dat land is er nog niet",
        "a consumer in {country} gets no reminder: the law of that country is not there yet",
    ),
    "PUBLIC_LAW_DEBT": (
        "een publiekrechtelijke schuld heeft eigen regels: Voldaan herinnert daar niet aan",
        "a debt of public law has rules of its own: Voldaan sends no reminders for it",
    ),
}
_CITATIONS: dict[Because, tuple[Source, ...]] = {
    "IN_THE_NETHERLANDS": (PROTECTION,),
    "BUSINESS_ABROAD": (LAW_OF_CONTRACT,),
    "CONSUMER_ABROAD": (LAW_OF_CONSUMER,),
    "PUBLIC_LAW_DEBT": (PUBLIC_LAW_DEBT, PUBLIC_DUNNING),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Whether Voldaan writes to a debtor, and why, in sentences without their capital and full stop."""

    answer: Answer
    because: Because
    sentence_nl: str
    sentence_en: str
    citations: tuple[Source, ...]


@follows(PROTECTION, LAW_OF_CONSUMER, LAW_OF_CONTRACT, PUBLIC_LAW_DEBT, PUBLIC_DUNNING)
def reach(*, capacity: Capacity, country: str, public_law: bool = False) -> Reach:
    """Return whether somebody in this capacity and country is written to. Follows from Rome I 3 and 6, and Awb 4:112.

    A country that is not known, or cannot be read, counts as one abroad. An unknown capacity is a consumer.
    """
    return _answer(capacity, country, public_law)


@lru_cache(maxsize=1024)
def _answer(capacity: Capacity, country: str, public_law: bool) -> Reach:
    because = _because(capacity, country, public_law)
    place_nl, place_en = _place(country)
    dutch, english = _SENTENCES[because]
    return Reach(
        answer=_ANSWERS[because],
        because=because,
        sentence_nl=dutch.format(country=place_nl),
        sentence_en=english.format(country=place_en),
        citations=_CITATIONS[because],
    )


def _because(capacity: Capacity, country: str, public_law: bool) -> Because:
    if public_law:
        return "PUBLIC_LAW_DEBT"
    if jurisdiction_of(country) is not None:
        return "IN_THE_NETHERLANDS"
    return "CONSUMER_ABROAD" if is_consumer(capacity) else "BUSINESS_ABROAD"


def _place(country: str) -> tuple[str, str]:
    code = country.strip().upper()
    return (code, code) if code else ("een onbekend land", "an unknown country")
