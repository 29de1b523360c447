"""What makes a fourteen-day notice worth nothing: every flaw, with its source and how to mend it.

A notice with one flaw gives no costs at all, and only a new and correct one repairs that: each flaw is named, so that
the next notice has none of them. Where a fact is not known, it is read to the debtor's side.

The law wants the costs exact. A cent too much makes the notice worthless. An amount below the law's is no flaw: it
departs from the decree in the debtor's favour only, and no more than that amount can be asked afterwards.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from voldaan.domain.law.capacity import NOTICE, Capacity, needs_notice
from voldaan.domain.law.citation import Citation, Ruling, Source, follows
from voldaan.domain.law.collection_costs import (
    IN_SUMMARIES,
    IN_SUMMARIES_NL,
    ONE_NOTICE,
    VAT,
    VatDeclaration,
    collection_costs,
    vat_over,
    vat_to_add,
)
from voldaan.domain.law.notice import (
    AFTER_RECEIPT,
    EXACT_COSTS,
    REACHED,
    SECOND_DAY,
    By,
    Language,
    NoticeTerm,
    notice_term,
    term_after_receipt,
)
from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day, working_day_from

Arrived = Literal["PRESUMED", "PROVED", "BOUNCED", "UNKNOWN"]
Sender = Literal["CREDITOR", "REGISTERED_AGENCY", "UNREGISTERED_AGENCY"]
TermWords = Literal[
    "FROM_DAY_AFTER_DELIVERY", "FIFTEEN_DAYS_AFTER_DELIVERY", "FROM_LETTER_DATE", "FROM_SENDING", "OTHER"
]
Because = Literal[
    "NOT_NEEDED",
    "DEFAULT_NOT_ESTABLISHED",
    "BEFORE_DEFAULT",
    "SENDER_NOT_REGISTERED",
    "NOT_DELIVERED",
    "ARRIVAL_NOT_PROVED",
    "TERM_WORDS",
    "DATE_TOO_EARLY",
    "CONSEQUENCE_MISSING",
    "COSTS_MISSING",
    "COSTS_TOO_HIGH",
    "INTEREST_IN_BASE",
    "VAT_NOT_DECLARED",
    "VAT_TOO_HIGH",
    "SEVERAL_AMOUNTS",
    "SEVERAL_ACCOUNTS",
    "CLAIMS_LEFT_OUT",
]

AFTER_DEFAULT = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="6",
    follows="The notice counts only when it is given after default has begun.",
    follows_nl="De veertiendagenbrief telt alleen als hij na het intreden van het verzuim is gegeven.",
    valid_from=date(2012, 7, 1),
    not_confirmed="Whether a notice of the first day of default is in time is not settled: it counts as too early.",
    not_confirmed_nl="Of een brief van de eerste dag van het verzuim op tijd is, staat niet vast: hij telt als te "
    "vroeg.",
)
CONFUSING_TERM = Ruling(
    court="HR",
    ecli="ECLI:NL:HR:2016:2704",
    consideration="3.6.1",
    follows="A notice that confuses or misleads about the term is not one, even if it has the right words as well.",
    follows_nl="Een brief die over de termijn verwart of misleidt, is geen veertiendagenbrief, ook niet als de goede "
    "woorden er ook in staan.",
    valid_from=date(2016, 11, 25),
    not_confirmed=f"{IN_SUMMARIES} A printed day that lies before the careful end of the term counts as misleading.",
    not_confirmed_nl=f"{IN_SUMMARIES_NL} Een genoemde dag vóór het voorzichtig getelde einde van de termijn telt als "
    "misleidend.",
)
NO_COSTS_AT_ALL = Ruling(
    court="HR",
    ecli="ECLI:NL:HR:2016:2704",
    consideration="3.6.2",
    follows="A notice that is not correct gives no costs at all; only a new and correct notice does.",
    follows_nl="Een veertiendagenbrief die niet klopt, geeft helemaal geen recht op kosten; alleen een nieuwe, juiste "
    "brief doet dat.",
    valid_from=date(2016, 11, 25),
    not_confirmed=IN_SUMMARIES,
    not_confirmed_nl=IN_SUMMARIES_NL,
)
TOO_HIGH = Ruling(
    court="Rb. Amsterdam",
    ecli="ECLI:NL:RBAMS:2020:3212",
    follows="A notice that names too much, such as costs over interest, gives no costs.",
    follows_nl="Een veertiendagenbrief die te veel noemt, zoals kosten over de rente, geeft geen recht op kosten.",
    valid_from=date(2020, 1, 1),
    not_confirmed="The judgment was read in a summary, of its day only the year. Whether an amount below the law's is "
    "exact enough was not found: it is no flaw here, and no more than that amount can be asked.",
    not_confirmed_nl="De uitspraak is in een samenvatting gelezen, van haar dag alleen het jaar. Of een lager bedrag "
    "dan dat van de wet precies genoeg is, is niet gevonden: het is hier geen gebrek, en meer dan dat bedrag kan niet "
    "worden gevraagd.",
)
ONE_AMOUNT = Ruling(
    court="Rb. Rotterdam",
    ecli="ECLI:NL:RBROT:2020:5202",
    follows="Two amounts that both seem to be due mislead the debtor about what to pay within the term.",
    follows_nl="Twee bedragen die allebei verschuldigd lijken, misleiden de schuldenaar over wat hij binnen de "
    "termijn moet betalen.",
    valid_from=date(2020, 1, 1),
    not_confirmed="The judgment was read in a summary, of its day only the year. That two accounts mislead as well is "
    "our reading.",
    not_confirmed_nl="De uitspraak is in een samenvatting gelezen, van haar dag alleen het jaar. Dat twee rekeningen "
    "ook misleiden, is onze lezing.",
)
ALL_IN_ONE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="7",
    follows="Every claim that the debtor can be given notice of has to be in one notice.",
    follows_nl="Elke vordering waarvoor de schuldenaar kan worden aangemaand, moet in één aanmaning staan.",
    valid_from=date(2012, 7, 1),
    not_confirmed="What a notice is worth that leaves a claim out was not found: it counts as giving no costs.",
    not_confirmed_nl="Wat een aanmaning waard is die een vordering weglaat, is niet gevonden: zij telt als een die "
    "geen kosten geeft.",
)
NOT_REGISTERED = Citation(
    law="Wki",
    bwb_id="BWBR0046685",
    article="18",
    paragraph="2",
    follows="No costs are owed for the work of an agency that is not registered or whose registration is suspended.",
    follows_nl="Voor het werk van een incassobureau dat niet is geregistreerd of waarvan de registratie is geschorst, "
    "is geen vergoeding verschuldigd.",
    valid_from=date(2026, 10, 1),
)

_SAFE: frozenset[TermWords] = frozenset({"FROM_DAY_AFTER_DELIVERY", "FIFTEEN_DAYS_AFTER_DELIVERY"})
_ONE_DAY = timedelta(days=1)

_SOURCES: dict[Because, Source] = {
    "NOT_NEEDED": NOTICE,
    "DEFAULT_NOT_ESTABLISHED": AFTER_DEFAULT,
    "BEFORE_DEFAULT": AFTER_DEFAULT,
    "SENDER_NOT_REGISTERED": NOT_REGISTERED,
    "NOT_DELIVERED": REACHED,
    "ARRIVAL_NOT_PROVED": REACHED,
    "TERM_WORDS": AFTER_RECEIPT,
    "DATE_TOO_EARLY": CONFUSING_TERM,
    "CONSEQUENCE_MISSING": EXACT_COSTS,
    "COSTS_MISSING": EXACT_COSTS,
    "COSTS_TOO_HIGH": TOO_HIGH,
    "INTEREST_IN_BASE": TOO_HIGH,
    "VAT_NOT_DECLARED": VAT,
    "VAT_TOO_HIGH": VAT,
    "SEVERAL_AMOUNTS": ONE_AMOUNT,
    "SEVERAL_ACCOUNTS": ONE_AMOUNT,
    "CLAIMS_LEFT_OUT": ALL_IN_ONE,
}

# What is wrong and how to mend it, in Dutch and in English.
_SENTENCES: dict[Because, tuple[str, str, str, str]] = {
    "NOT_NEEDED": (
        "een zakelijke debiteur is de kosten ook zonder veertiendagenbrief verschuldigd",
        "a business owes the costs without a fourteen-day notice",
        "Stuur een gewone aanmaning.",
        "Send an ordinary demand.",
    ),
    "DEFAULT_NOT_ESTABLISHED": (
        "het verzuim van de debiteur staat niet vast",
        "the debtor's default is not established",
        "Stuur eerst een herinnering met een redelijke termijn, en de veertiendagenbrief nadat die is verstreken.",
        "Send a reminder with a reasonable term first, and the notice after that has passed.",
    ),
    "BEFORE_DEFAULT": (
        "de brief is van {sent}, en het verzuim begon op {default}",
        "the notice is of {sent}, and default began on {default}",
        "Stuur na die dag een nieuwe.",
        "Send a new one after that day.",
    ),
    "SENDER_NOT_REGISTERED": (
        "het incassobureau was niet geregistreerd of zijn registratie was geschorst",
        "the agency was not registered, or its registration was suspended",
        "Vraag over deze vordering geen kosten meer, ook niet door een ander bureau.",
        "Ask no costs over this claim any more, not through another agency either.",
    ),
    "NOT_DELIVERED": (
        "de veertiendagenbrief is teruggekomen",
        "the notice came back",
        "Zoek het juiste adres en stuur een nieuwe, per post waar een e-mail terugkwam.",
        "Find the right address and send a new one, by post where an e-mail came back.",
    ),
    "ARRIVAL_NOT_PROVED": (
        "niet bewezen is dat de veertiendagenbrief is aangekomen",
        "it is not proved that the notice arrived",
        "Stuur een nieuwe waarvan de ontvangst vaststaat, bijvoorbeeld aangetekend.",
        "Send a new one of which receipt is certain, such as a registered letter.",
    ),
    "TERM_WORDS": (
        "de termijn begint niet op de dag na de bezorging",
        "the term does not begin on the day after delivery",
        "Schrijf: binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd.",
        "Write: within fourteen days from the day after this letter was delivered to you.",
    ),
    "DATE_TOO_EARLY": (
        "de genoemde dag {stated} ligt vóór het einde van de termijn op {last_day}",
        "the day that is named, {stated}, lies before the end of the term on {last_day}",
        "Noem geen dag, alleen de termijn in woorden.",
        "Name no day, only the term in words.",
    ),
    "CONSEQUENCE_MISSING": (
        "er staat niet in wat er volgt als betaling uitblijft",
        "it does not say what follows when payment stays out",
        "Schrijf dat de debiteur dan incassokosten moet betalen.",
        "Write that the debtor then has to pay collection costs.",
    ),
    "COSTS_MISSING": (
        "het bedrag van de incassokosten ontbreekt",
        "the amount of the collection costs is missing",
        "Noem het precieze bedrag: {costs}.",
        "Name the exact amount: {costs}.",
    ),
    "COSTS_TOO_HIGH": (
        "de genoemde incassokosten zijn {named}, en de wet geeft {costs}",
        "the collection costs that are named are {named}, and the law gives {costs}",
        "Noem {costs}.",
        "Name {costs}.",
    ),
    "INTEREST_IN_BASE": (
        "de incassokosten van {named} zijn ook over rente gerekend; over de hoofdsom zijn ze {costs}",
        "the collection costs of {named} were counted over interest too; over the principal they are {costs}",
        "Reken de kosten alleen over de hoofdsom.",
        "Count the costs over the principal only.",
    ),
    "VAT_NOT_DECLARED": (
        "er is btw bij de kosten geteld zonder verklaring van de schuldeiser",
        "VAT was added to the costs without the creditor's declaration",
        "Laat de btw weg, of neem op dat de schuldeiser verklaart die niet te kunnen verrekenen.",
        "Leave the VAT out, or state that the creditor declares that it cannot set it off.",
    ),
    "VAT_TOO_HIGH": (
        "de genoemde btw is {vat_named}, en over de kosten hoort {vat}",
        "the VAT that is named is {vat_named}, and over the costs it should be {vat}",
        "Noem {vat}.",
        "Name {vat}.",
    ),
    "SEVERAL_AMOUNTS": (
        "er staat niet één bedrag in dat binnen de termijn betaald moet worden",
        "there is not one single amount to pay within the term",
        "Vraag één bedrag: de hoofdsom van alle vorderingen samen.",
        "Ask one amount: the principal of all claims together.",
    ),
    "SEVERAL_ACCOUNTS": (
        "er staat niet één rekening in om naar te betalen",
        "there is not one single account to pay to",
        "Noem één rekening.",
        "Name one account.",
    ),
    "CLAIMS_LEFT_OUT": (
        "{left_out} andere vordering(en) van deze schuldeiser hadden in dezelfde brief gemoeten",
        "{left_out} other claim(s) of this creditor should have been in the same notice",
        "Stuur één brief over alle vorderingen samen.",
        "Send one notice of all claims together.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Everything about a notice that decides what it is worth."""

    capacity: Capacity
    in_default_from: date | None
    """The latest first day of default of its claims; None where one is not established."""
    sent: date
    by: By
    arrived: Arrived
    """PRESUMED is for a letter by post of which nothing contrary is known."""
    received_on: date | None = None
    """The day of receipt; only with PROVED."""
    delivery_days: int | None = None
    """Days of delivery by post; None takes the careful number."""
    sender: Sender = "CREDITOR"
    principals_cents: tuple[int, ...]
    """What was open of each claim, without interest."""
    interest_cents: int = 0
    """Interest that it names beside the principal. It may, but it bears no costs."""
    costs_cents: int | None
    """The collection costs that it names, excluding VAT; None where it names none."""
    costs_cents_max: int | None = None
    """A ceiling below the scale, as for instalments of one contract."""
    vat_cents: int = 0
    vat_percent: Decimal | None = None
    """The rate, where the creditor cannot set off the VAT."""
    vat_declared: bool = False
    """It says so to the debtor."""
    term_words: TermWords
    stated_last_day: date | None = None
    """A day that is printed as the last to pay on."""
    amounts_to_pay: int = 1
    accounts: int = 1
    states_consequence: bool
    claims_left_out: int = 0
    """Other claims of the creditor that could have been in it."""

    def __post_init__(self) -> None:
        if (self.arrived == "PROVED") != (self.received_on is not None):
            raise ValueError(
                "The day of receipt goes with a proved arrival and with no other: give both, or neither of them."
            )
        if not self.principals_cents or min(self.principals_cents) <= 0:
            raise ValueError(
                "A notice is about claims of which something is open: give each claim's principal, above zero."
            )
        if min(self.costs_cents or 0, self.costs_cents_max or 0, self.vat_cents, self.interest_cents) < 0:
            raise ValueError(
                "Costs, VAT and interest in a notice are amounts of zero or more: none is taken off."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One reason why a notice gives no costs."""

    because: Because
    source: Source
    sentence_nl: str
    sentence_en: str
    mend_nl: str
    mend_en: str


@follows(
    NO_COSTS_AT_ALL,
    AFTER_DEFAULT,
    NOT_REGISTERED,
    REACHED,
    SECOND_DAY,
    AFTER_RECEIPT,
    CONFUSING_TERM,
    EXACT_COSTS,
    TOO_HIGH,
    ONE_AMOUNT,
    ALL_IN_ONE,
    VAT,
)
def flaws(notice: Notice, *, additional: Collection[date] = ()) -> tuple[Flaw, ...]:
    """Return every reason why this notice gives no costs, in the order in which it is read; none where it is valid.

    Raises:
        ValueError: its days cannot be counted.
    """
    if not needs_notice(notice.capacity):
        return (_flaw("NOT_NEEDED", notice, None),)
    term = _term_of(notice, additional)
    found = (*_of_time(notice), *_of_arrival(notice), *_of_term(notice, term), *_of_amounts(notice))
    return tuple(_flaw(because, notice, term) for because in found)


@follows(NO_COSTS_AT_ALL)
def valid_term(notice: Notice, *, additional: Collection[date] = ()) -> NoticeTerm | None:
    """Return the term of a notice that has no flaw; None for any other.

    A longer term that the notice itself promises is kept: a later day that it prints, and the day that a reader of
    "fifteen days after delivery" can count to. Both move only the careful days.
    """
    term = None if flaws(notice, additional=additional) else _term_of(notice, additional)
    if term is None:
        return None
    promised = [term.careful_last_day]
    if notice.term_words == "FIFTEEN_DAYS_AFTER_DELIVERY":
        promised.append(working_day_from(term.last_day + _ONE_DAY, additional=additional))
    if notice.stated_last_day is not None:
        promised.append(notice.stated_last_day)
    last_day = max(promised)
    return replace(term, careful_last_day=last_day, careful_costs_due_from=last_day + _ONE_DAY)


@follows(EXACT_COSTS, ONE_NOTICE)
def lawful_costs(notice: Notice) -> int:
    """Return the costs that the law gives over the claims of this notice, excluding VAT."""
    scale = collection_costs(sum(notice.principals_cents)).costs_cents
    return scale if notice.costs_cents_max is None else min(scale, notice.costs_cents_max)


@follows(VAT)
def lawful_vat(notice: Notice) -> int:
    """Return the VAT that may be added to the costs that this notice names; zero without the whole declaration."""
    named = min(notice.costs_cents or 0, lawful_costs(notice))
    percent = vat_to_add(_declaration(notice))
    return 0 if percent is None else vat_over(named, percent)


def _declaration(notice: Notice) -> VatDeclaration | None:
    if notice.vat_percent is None:
        return None
    return VatDeclaration(
        percent=notice.vat_percent, cannot_set_off=True, said_to_the_debtor=notice.vat_declared
    )


def _of_time(notice: Notice) -> Iterator[Because]:
    if notice.in_default_from is None:
        yield "DEFAULT_NOT_ESTABLISHED"
    elif notice.sent <= notice.in_default_from:
        yield "BEFORE_DEFAULT"
    if notice.sender == "UNREGISTERED_AGENCY" and notice.sent >= NOT_REGISTERED.valid_from:
        yield "SENDER_NOT_REGISTERED"


def _of_arrival(notice: Notice) -> Iterator[Because]:
    """An e-mail has no presumption: only proof counts. A letter is presumed to come until it is disputed."""
    if notice.arrived == "BOUNCED":
        yield "NOT_DELIVERED"
    elif notice.arrived == "UNKNOWN" or (notice.arrived == "PRESUMED" and notice.by == "EMAIL"):
        yield "ARRIVAL_NOT_PROVED"


def _of_term(notice: Notice, term: NoticeTerm) -> Iterator[Because]:
    if notice.term_words not in _SAFE:
        yield "TERM_WORDS"
    if notice.stated_last_day is not None and notice.stated_last_day < term.careful_last_day:
        yield "DATE_TOO_EARLY"


def _of_amounts(notice: Notice) -> Iterator[Because]:
    if not notice.states_consequence:
        yield "CONSEQUENCE_MISSING"
    if notice.costs_cents is None:
        yield "COSTS_MISSING"
    elif notice.costs_cents > lawful_costs(notice):
        over_both = collection_costs(sum(notice.principals_cents) + notice.interest_cents).costs_cents
        interest_counted = notice.interest_cents > 0 and notice.costs_cents == over_both
        yield "INTEREST_IN_BASE" if interest_counted else "COSTS_TOO_HIGH"
    if notice.vat_cents and vat_to_add(_declaration(notice)) is None:
        yield "VAT_NOT_DECLARED"
    elif notice.vat_cents > lawful_vat(notice):
        yield "VAT_TOO_HIGH"
    if notice.amounts_to_pay != 1:
        yield "SEVERAL_AMOUNTS"
    if notice.accounts != 1:
        yield "SEVERAL_ACCOUNTS"
    if notice.claims_left_out:
        yield "CLAIMS_LEFT_OUT"


def _term_of(notice: Notice, additional: Collection[date]) -> NoticeTerm:
    if notice.received_on is not None:
        return term_after_receipt(notice.sent, notice.received_on, by=notice.by, additional=additional)
    return notice_term(notice.sent, by=notice.by, delivery_days=notice.delivery_days, additional=additional)


def _flaw(because: Because, notice: Notice, term: NoticeTerm | None) -> Flaw:
    said_nl, said_en, mend_nl, mend_en = _SENTENCES[because]
    nl, en = _facts(notice, term, "nl"), _facts(notice, term, "en")
    return Flaw(
        because=because,
        source=_SOURCES[because],
        sentence_nl=said_nl.format(**nl),
        sentence_en=said_en.format(**en),
        mend_nl=mend_nl.format(**nl),
        mend_en=mend_en.format(**en),
    )


def _facts(notice: Notice, term: NoticeTerm | None, language: Language) -> dict[str, str]:
    def day(value: date | None) -> str:
        return "" if value is None else format_day(value, language)

    return {
        "sent": day(notice.sent),
        "default": day(notice.in_default_from),
        "stated": day(notice.stated_last_day),
        "last_day": day(None if term is None else term.careful_last_day),
        "named": format_euro(notice.costs_cents or 0, language),
        "costs": format_euro(lawful_costs(notice), language),
        "vat_named": format_euro(notice.vat_cents, language),
        "vat": format_euro(lawful_vat(notice), language),
        "left_out": str(notice.claims_left_out),
    }
