"""When a message falls under the Wet kwaliteit incassodienstverlening (Wki), and what that asks of who sends it.

The act is about collecting for somebody else, or after taking over the claim, by profession, from a natural person
who lives in the Netherlands. A free and friendly reminder of an agency is such collecting; the same reminder of the
creditor is not. A sole trader and a partner of a vof or maatschap are natural persons; one of them among several
debtors is enough.

>>> one_man_business = JointDebtor(capacity="SOLE_TRADER", country="NL")
>>> falls_under_wki("FOR_A_CLIENT", [one_man_business]).applies
True
>>> falls_under_wki("OWN_CLAIM", [one_man_business]).because
'OWN_CLAIM'
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from voldaan.domain.law.capacity import Capacity, is_natural_person
from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.law.claim_description import REGISTERED_NAME, REGISTRATION
from voldaan.domain.law.contact import CONTACT_HOURS

WhoseClaim = Literal["OWN_CLAIM", "FOR_A_CLIENT", "FOR_A_GROUP_COMPANY", "TAKEN_OVER"]
Collector = Literal["AGENCY", "BAILIFF", "LAWYER"]
Because = Literal[
    "FOR_A_CLIENT",
    "FOR_A_GROUP_COMPANY",
    "TAKEN_OVER",
    "OWN_CLAIM",
    "NOT_BY_PROFESSION",
    "NO_NATURAL_PERSON",
    "NOT_IN_THE_NETHERLANDS",
]
DutyKind = Literal[
    "REGISTRATION",
    "STAFF",
    "NAME_AND_MARK",
    "SAYS_WHO_WRITES",
    "DESCRIPTION",
    "INSIGHT",
    "CORRECT_TREATMENT",
    "CONTACT_WINDOW",
    "COMPLAINTS",
    "COMPLAINT_CONFIRMED",
    "FILE_KEPT",
]
ConsequenceKind = Literal["NEED_NOT_PAY", "NO_INTEREST_FROM_REQUEST", "NO_COSTS"]

_WKI, _BKI = ("Wki", "BWBR0046685"), ("Bki", "BWBR0049422")


def _article(
    act: tuple[str, str],
    article: str,
    paragraph: str | None,
    follows: str,
    follows_nl: str,
    *,
    valid_from: date = date(2024, 4, 1),
    not_confirmed: str | None = None,
    not_confirmed_nl: str | None = None,
) -> Citation:
    law, bwb_id = act
    return Citation(
        law=law,
        bwb_id=bwb_id,
        article=article,
        paragraph=paragraph,
        follows=follows,
        follows_nl=follows_nl,
        valid_from=valid_from,
        not_confirmed=not_confirmed,
        not_confirmed_nl=not_confirmed_nl,
    )


ACTIVITY = _article(
    _WKI,
    "1",
    None,
    "All that is done to get a sum of money paid without a court is collecting, a friendly reminder too.",
    "Alles wat wordt gedaan om een geldsom buiten de rechter om betaald te krijgen, is incassowerk, ook een "
    "vriendelijke herinnering.",
    not_confirmed="That a free reminder is meant stands in the explanatory memorandum, read in quotation only.",
    not_confirmed_nl="Dat ook een kosteloze herinnering is bedoeld, staat in de memorie van toelichting, die alleen "
    "in aanhalingen is gelezen.",
)
SCOPE = _article(
    _WKI,
    "2",
    None,
    "By profession, for a third party or after transfer of the claim, from a natural person who lives here.",
    "In een beroep of bedrijf, voor een derde of na overdracht van de vordering, bij een natuurlijk persoon die hier "
    "woont.",
    not_confirmed="That a company that collects for others of its group is inside was read in secondary sources only; "
    "it is taken as inside. A debtor whose country is not known counts as living here.",
    not_confirmed_nl="Dat een vennootschap die voor andere van haar groep incasseert eronder valt, is alleen in "
    "secundaire bronnen gelezen; zij wordt eronder gerekend. Een schuldenaar van wie het land niet bekend is, telt "
    "als iemand die hier woont.",
)
EXEMPT = _article(
    _WKI,
    "4",
    "2",
    "Bailiffs and lawyers need no registration; articles 11 to 13 hold for them too.",
    "Gerechtsdeurwaarders en advocaten hebben geen registratie nodig; de artikelen 11 tot en met 13 gelden ook voor "
    "hen.",
    not_confirmed="That articles 11 to 13 hold for them was read in the register's questions and answers only.",
    not_confirmed_nl="Dat de artikelen 11 tot en met 13 ook voor hen gelden, is alleen gelezen in de vragen en "
    "antwoorden van het register.",
)
SAYS_WHO_WRITES = _article(
    _WKI,
    "11",
    "3",
    "The debtor is told that it is the agency that does the work.",
    "De schuldenaar krijgt te horen dat het incassobureau het werk doet.",
)
STAFF = _article(
    _WKI,
    "12",
    "1",
    "Nobody deals with debtors before handing in a certificate of good conduct.",
    "Niemand heeft met schuldenaren te maken voordat hij een verklaring omtrent het gedrag heeft overgelegd.",
)
INSIGHT = _article(
    _WKI,
    "13",
    "2",
    "The debtor gets insight into what the claim is made of and rests on.",
    "De schuldenaar krijgt inzicht in de opbouw van de vordering en in waar zij op is gebaseerd.",
)
TREATMENT = _article(
    _WKI,
    "13",
    "3",
    "Debtors are treated correctly and told enough.",
    "Met schuldenaren wordt correct omgegaan en zij krijgen afdoende informatie.",
)
COMPLAINTS = _article(
    _WKI,
    "13",
    "5",
    "The agency has a complaints procedure and belongs to a disputes scheme.",
    "Het incassobureau heeft een klachtenregeling en is aangesloten bij een geschillenregeling.",
)
DESCRIPTION = _article(
    _BKI,
    "3.1",
    None,
    "The written description of the claim goes along or follows as soon as possible, and again when asked.",
    "De schriftelijke omschrijving van de vordering gaat mee of volgt zo spoedig mogelijk, en daarna telkens als erom "
    "wordt gevraagd.",
)
FILE_KEPT = _article(
    _BKI,
    "5.1",
    None,
    "The file of an engagement is kept for at least two years after it is closed.",
    "Het dossier van een opdracht wordt na de sluiting ten minste twee jaar bewaard.",
)
COMPLAINT_CONFIRMED = _article(
    _BKI,
    "6.1",
    None,
    "A complaint is confirmed in writing within two working days.",
    "Een klacht wordt binnen twee werkdagen schriftelijk bevestigd.",
)
UNREGISTERED = _article(
    _WKI,
    "18",
    None,
    "Nobody need pay an agency that is not registered or is suspended; from its written request on interest stops, and "
    "no costs are due, of the next one either.",
    "Niemand hoeft te betalen aan een incassobureau dat niet is geregistreerd of is geschorst; vanaf zijn schriftelijk "
    "verzoek loopt er geen rente, en er is geen vergoeding verschuldigd, ook niet voor een volgend bureau.",
    valid_from=date(2026, 10, 1),
    not_confirmed="The article does not name bailiffs and lawyers; that they are not hit is inferred from article 4.",
    not_confirmed_nl="Het artikel noemt gerechtsdeurwaarders en advocaten niet; dat het hen niet raakt, is afgeleid "
    "uit artikel 4.",
)

KEEP_YEARS_MIN = 2

_SENTENCES: dict[Because, tuple[str, str]] = {
    "FOR_A_CLIENT": (
        "de Wki geldt: er wordt voor een opdrachtgever bij een natuurlijk persoon in Nederland geïncasseerd",
        "the Wki applies: this collects for a client from a natural person in the Netherlands",
    ),
    "FOR_A_GROUP_COMPANY": (
        "de Wki geldt: een groepsmaatschappij incasseert voor een andere, dus voor een derde",
        "the Wki applies: a company collects for another of its group, which is a third party",
    ),
    "TAKEN_OVER": (
        "de Wki geldt: de vordering is overgenomen",
        "the Wki applies: the claim was taken over",
    ),
    "OWN_CLAIM": (
        "de Wki geldt niet: de schuldeiser herinnert zelf aan zijn eigen vordering",
        "the Wki does not apply: the creditor reminds of a claim of its own",
    ),
    "NOT_BY_PROFESSION": (
        "de Wki geldt niet: dit gebeurt niet in een beroep of bedrijf en ook niet op die wijze",
        "the Wki does not apply: this is not done by profession, nor in such a way",
    ),
    "NO_NATURAL_PERSON": (
        "de Wki geldt niet: geen van de debiteuren is een natuurlijk persoon",
        "the Wki does not apply: none of the debtors is a natural person",
    ),
    "NOT_IN_THE_NETHERLANDS": (
        "de Wki geldt niet: geen van de natuurlijke personen woont in Nederland",
        "the Wki does not apply: none of the natural persons lives in the Netherlands",
    ),
}
_APPLYING: dict[WhoseClaim, Because] = {
    "FOR_A_CLIENT": "FOR_A_CLIENT",
    "FOR_A_GROUP_COMPANY": "FOR_A_GROUP_COMPANY",
    "TAKEN_OVER": "TAKEN_OVER",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JointDebtor:
    """One of those who owe the claim."""

    capacity: Capacity
    country: str
    """The code of the country where they live; blank where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing that the act asks of who sends the message."""

    kind: DutyKind
    name_nl: str
    name_en: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What collecting without a registration costs the creditor."""

    kind: ConsequenceKind
    name_nl: str
    name_en: str
    citation: Citation = UNREGISTERED


@dataclass(frozen=True, slots=True, kw_only=True)
class WkiScope:
    """Whether the Wki applies to a message, why, and which duties follow."""

    applies: bool
    because: Because
    needs_registration: bool
    sentence_nl: str
    sentence_en: str
    duties: tuple[Duty, ...]
    citations: tuple[Citation, ...]


_REGISTRATION_DUTY = Duty(
    kind="REGISTRATION",
    name_nl="staat zonder schorsing in het register",
    name_en="stands in the register, not suspended",
    citation=REGISTRATION,
)
_DUTY_ROWS: tuple[tuple[DutyKind, str, str, Citation], ...] = (
    ("STAFF", "medewerkers met een VOG", "staff with a certificate of good conduct", STAFF),
    (
        "NAME_AND_MARK",
        "statutaire naam en registratienummer in elk bericht",
        "registered name and registration mark in every message",
        REGISTERED_NAME,
    ),
    ("SAYS_WHO_WRITES", "zegt dat het bureau schrijft", "says that the agency writes", SAYS_WHO_WRITES),
    (
        "DESCRIPTION",
        "omschrijving van de vordering, met KvK-nummer van het bureau",
        "description of the claim, with the agency's KvK number",
        DESCRIPTION,
    ),
    (
        "INSIGHT",
        "inzicht in de opbouw van de vordering",
        "insight into what the claim is made of",
        INSIGHT,
    ),
    (
        "CORRECT_TREATMENT",
        "correcte omgang en voldoende informatie",
        "correct treatment, told enough",
        TREATMENT,
    ),
    (
        "CONTACT_WINDOW",
        "alleen contact op contacturen",
        "contact only within the contact hours",
        CONTACT_HOURS,
    ),
    (
        "COMPLAINTS",
        "klachten- en geschillenregeling",
        "complaints procedure and disputes scheme",
        COMPLAINTS,
    ),
    (
        "COMPLAINT_CONFIRMED",
        "klacht binnen twee werkdagen schriftelijk bevestigd",
        "complaint confirmed in writing within two working days",
        COMPLAINT_CONFIRMED,
    ),
    ("FILE_KEPT", "dossier ten minste twee jaar bewaard", "file kept for at least two years", FILE_KEPT),
)
_DUTIES: tuple[Duty, ...] = tuple(
    Duty(kind=kind, name_nl=dutch, name_en=english, citation=citation)
    for kind, dutch, english, citation in _DUTY_ROWS
)
_CONSEQUENCES: tuple[Consequence, ...] = (
    Consequence(
        kind="NEED_NOT_PAY",
        name_nl="de debiteur hoeft niet aan het bureau te betalen",
        name_en="the debtor need not pay the agency",
    ),
    Consequence(
        kind="NO_INTEREST_FROM_REQUEST",
        name_nl="geen wettelijke rente vanaf het schriftelijke verzoek",
        name_en="no statutory interest from the written request on",
    ),
    Consequence(
        kind="NO_COSTS",
        name_nl="geen incassokosten, ook niet van een volgend bureau",
        name_en="no collection costs, of a next agency either",
    ),
)


@follows(ACTIVITY, SCOPE, REGISTRATION, EXEMPT)
def falls_under_wki(
    whose_claim: WhoseClaim,
    debtors: Sequence[JointDebtor],
    *,
    by_profession: bool = True,
    collector: Collector = "AGENCY",
) -> WkiScope:
    """Return whether the Wki applies to a message about this claim. Follows from Wki 1, 2 and 4.

    `by_profession` is also true for who only acts as if. Raises ValueError where there is no debtor.
    """
    because = _because(whose_claim, debtors, by_profession)
    applies = because in _APPLYING.values()
    needs_registration = applies and collector == "AGENCY"
    dutch, english = _SENTENCES[because]
    return WkiScope(
        applies=applies,
        because=because,
        needs_registration=needs_registration,
        sentence_nl=dutch,
        sentence_en=english,
        duties=duties_of_sender(applies=applies, needs_registration=needs_registration),
        citations=(ACTIVITY, SCOPE) if collector == "AGENCY" else (ACTIVITY, SCOPE, EXEMPT),
    )


@follows(
    REGISTRATION,
    STAFF,
    REGISTERED_NAME,
    SAYS_WHO_WRITES,
    DESCRIPTION,
    INSIGHT,
    TREATMENT,
    CONTACT_HOURS,
    COMPLAINTS,
    COMPLAINT_CONFIRMED,
    FILE_KEPT,
)
def duties_of_sender(*, applies: bool, needs_registration: bool) -> tuple[Duty, ...]:
    """Return what the act asks of the sender; nothing where it does not apply. Follows from Wki 4, 11 to 13 and Bki."""
    if not applies:
        return ()
    return (_REGISTRATION_DUTY, *_DUTIES) if needs_registration else _DUTIES


@follows(UNREGISTERED)
def consequences_of_no_registration(
    scope: WkiScope, *, is_registered: bool, on: date
) -> tuple[Consequence, ...]:
    """Return what a request on this day costs where the agency stands in no register, or is suspended (Wki 18)."""
    if is_registered or not scope.needs_registration or on < UNREGISTERED.valid_from:
        return ()
    return _CONSEQUENCES


@follows(FILE_KEPT)
def file_kept_until(closed_on: date) -> date:
    """Return the last day on which the file must be there. Follows from Bki 5.1: two years after it was closed."""
    year = closed_on.year + KEEP_YEARS_MIN
    try:
        return closed_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _because(whose_claim: WhoseClaim, debtors: Sequence[JointDebtor], by_profession: bool) -> Because:
    if not debtors:
        raise ValueError("A claim without a debtor falls under no law: name at least one who owes it.")
    if whose_claim == "OWN_CLAIM":
        return "OWN_CLAIM"
    if not by_profession:
        return "NOT_BY_PROFESSION"
    natural_persons = [debtor for debtor in debtors if is_natural_person(debtor.capacity)]
    if not natural_persons:
        return "NO_NATURAL_PERSON"
    if all(debtor.country.strip().upper() not in {"NL", ""} for debtor in natural_persons):
        return "NOT_IN_THE_NETHERLANDS"
    return _APPLYING[whose_claim]
