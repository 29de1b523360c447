"""What a stop of reminders is, and each kind of stop with its effect: section by section of what protects a debtor.

A hold is a stop that a person places. Disputes, promises, payment plans and direct debits stop reminders too, and
stand in the book as what they are; they are here so that all that stops a reminder can be read in one table.
"""

from dataclasses import dataclass
from typing import Final, Literal

from voldaan.domain.law import stop_articles as by
from voldaan.domain.law.citation import Source

HoldKind = Literal[
    "PERSON_ASKED",
    "ANSWER_TO_READ",
    "COMPLAINT",
    "DEBT_COUNSELLING",
    "MORATORIUM",
    "EVICTION_MORATORIUM",
    "BANKRUPTCY",
    "SUSPENSION_OF_PAYMENTS",
    "DEBT_RESTRUCTURING",
    "RESTRUCTURING_PLAN",
    "ADMINISTRATION",
    "GUARDIANSHIP",
    "MINOR",
    "DECEASED",
    "MOVED",
    "NEVER_CONTACT",
    "UNREADABLE",
    "OTHER",
]
StopKind = Literal[HoldKind, "DISPUTE", "PROMISE", "PAYMENT_PLAN", "DIRECT_DEBIT"]
Messages = Literal["NONE", "TO_SOMEBODY_ELSE", "BY_HAND"]
Interest = Literal["RUNS", "STOPS", "NOT_VERIFIABLE"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long a stop stands: whole months by the calendar."""

    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One kind of stop, with what it does to messages, interest and costs, and what a person has to do."""

    kind: StopKind
    name_nl: str
    name_en: str
    messages: Messages
    """NONE: nobody is written to. TO_SOMEBODY_ELSE: not the debtor. BY_HAND: only what a person writes."""
    interest: Interest
    """NOT_VERIFIABLE: what runs after the ruling cannot be filed. Where the law was not read it STOPS."""
    costs_allowed: bool
    """Whether collection costs can come to be due while it stands."""
    whole_debtor: bool
    """It counts for all that this debtor owes, not for one invoice."""
    asks_when_over: bool
    """When its last day passes a person is asked first: reminders do not simply start again."""
    write_to_nl: str | None = None
    write_to_en: str | None = None
    default_length: Length | None = None
    """None: until somebody lifts it."""
    at_most: Length | None = None
    """The longest time that the law gives it."""
    task_nl: str
    task_en: str
    citations: tuple[Source, ...] = ()
    is_hold: bool = True
    """A person places it; otherwise the book keeps it as a dispute, a promise, a payment plan or a direct debit."""


def _protects(
    kind: StopKind,
    names: tuple[str, str],
    task: tuple[str, str],
    *citations: Source,
    write_to: tuple[str, str] | None = None,
    messages: Messages = "NONE",
    interest: Interest = "STOPS",
    length: Length | None = None,
    at_most: Length | None = None,
) -> Stop:
    """Return a stop by which the law protects a debtor as a whole."""
    return Stop(
        kind=kind,
        name_nl=names[0],
        name_en=names[1],
        messages="TO_SOMEBODY_ELSE" if write_to and messages == "NONE" else messages,
        interest=interest,
        costs_allowed=False,
        whole_debtor=True,
        asks_when_over=True,
        write_to_nl=write_to[0] if write_to else None,
        write_to_en=write_to[1] if write_to else None,
        default_length=length,
        at_most=at_most,
        task_nl=task[0],
        task_en=task[1],
        citations=citations,
    )


def _rests(
    kind: StopKind,
    names: tuple[str, str],
    task: tuple[str, str],
    *citations: Source,
    messages: Messages = "NONE",
    interest: Interest = "RUNS",
    costs_allowed: bool = True,
    asks_when_over: bool = True,
    whole_debtor: bool = False,
    is_hold: bool = True,
) -> Stop:
    """Return a stop that a person or an agreement asks for, not a ruling or a status of the debtor."""
    return Stop(
        kind=kind,
        name_nl=names[0],
        name_en=names[1],
        messages=messages,
        interest=interest,
        costs_allowed=costs_allowed,
        whole_debtor=whole_debtor,
        asks_when_over=asks_when_over,
        task_nl=task[0],
        task_en=task[1],
        citations=citations,
        is_hold=is_hold,
    )


_INSOLVENCY: Final = (
    _protects(
        "BANKRUPTCY",
        ("faillissement", "bankruptcy"),
        ("Dien de vordering in bij de curator, uiterlijk veertien dagen voor de verificatievergadering.",
         "File the claim with the curator, fourteen days before the meeting of verification at the latest."),
        by.CLAIMS_BY_FILING, by.NO_EXECUTION, by.FILING_DAY, by.INTEREST_AFTER_RULING,
        write_to=("de curator", "the curator"), interest="NOT_VERIFIABLE",
    ),
    _protects(
        "SUSPENSION_OF_PAYMENTS",
        ("surseance van betaling", "suspension of payments"),
        ("Meld de vordering bij de bewindvoerder.", "Report the claim to the administrator."),
        by.NO_COMPULSION, by.PRO_RATA,
        write_to=("de bewindvoerder", "the administrator"),
    ),
    _protects(
        "DEBT_RESTRUCTURING",
        ("wettelijke schuldsanering (WSNP)", "statutory debt restructuring"),
        ("Dien de vordering in bij de bewindvoerder; vraag de debiteur niet om te betalen.",
         "File the claim with the administrator; do not ask the debtor to pay."),
        by.RESTRUCTURED_CLAIMS, by.RESTRUCTURING_STOPS, by.VOID_PAYMENT, by.RESTRUCTURING_INTEREST,
        write_to=("de bewindvoerder", "the administrator"),
    ),
    _protects(
        "RESTRUCTURING_PLAN",
        ("akkoord buiten faillissement (WHOA)", "restructuring plan outside bankruptcy"),
        ("Kijk in het insolventieregister of er een afkoelingsperiode geldt, en beoordeel het aanbod.",
         "Look in the insolvency register if a time of rest was ordered, and judge the offer."),
        by.TIME_OF_REST, messages="BY_HAND",
    ),
)  # fmt: skip
_DEBT_HELP: Final = (
    _protects(
        "DEBT_COUNSELLING",
        ("schuldhulpverlening", "debt counselling"),
        ("Geef de schuldhulpverlener op verzoek het openstaande bedrag.",
         "Tell the debt counsellor on request what is open."),
        by.COUNSELLING_NOTIFIED,
        write_to=("de schuldhulpverlener", "the debt counsellor"), length=Length(months=8),
    ),
    _protects(
        "MORATORIUM",
        ("breed moratorium", "broad moratorium"),
        ("Wacht tot de termijn van de rechter voorbij is; reageer op een voorstel van de schuldhulpverlener.",
         "Wait until the court's term is over; answer a proposal of the debt counsellor."),
        by.BROAD_MORATORIUM, by.MORATORIUM_DECREE,
        write_to=("de schuldhulpverlener", "the debt counsellor"),
        length=Length(months=6), at_most=Length(months=6),
    ),
    _protects(
        "EVICTION_MORATORIUM",
        ("moratorium bij dreigende ontruiming of afsluiting", "moratorium against eviction or cutting off"),
        ("Wacht tot de termijn van de rechter voorbij is.", "Wait until the court's term is over."),
        by.EVICTION, length=Length(months=6), at_most=Length(months=6),
    ),
)  # fmt: skip
_REPRESENTED: Final = (
    _protects(
        "ADMINISTRATION",
        ("bewind", "administration"),
        ("Zoek de bewindvoerder op in het register en schrijf die.", "Look up the administrator in the register."),
        by.ADMINISTRATOR_MANAGES, by.ADMINISTRATOR_REPRESENTS, by.REGISTER_OF_GUARDIANSHIPS,
        write_to=("de bewindvoerder", "the administrator"), interest="RUNS",
    ),
    _protects(
        "GUARDIANSHIP",
        ("curatele", "guardianship"),
        ("Zoek de curator op in het register en schrijf die.", "Look up the guardian in the register."),
        by.UNDER_GUARDIANSHIP, by.REGISTER_OF_GUARDIANSHIPS,
        write_to=("de curator", "the guardian"), interest="RUNS",
    ),
    _protects(
        "MINOR",
        ("minderjarig", "a minor"),
        ("Zoek uit wie de wettelijke vertegenwoordiger is, en of die toestemming gaf.",
         "Find out who the legal representative is, and whether consent was given."),
        by.CHILD,
        write_to=("de wettelijke vertegenwoordiger", "the legal representative"), interest="RUNS",
    ),
    _protects(
        "DECEASED",
        ("overleden", "deceased"),
        ("Condoleer, en schrijf na de rust zelf aan de erven van de debiteur; zoek in het boedelregister.",
         "Condole, and after the rest write to the heirs yourself; look in the register of estates."),
        by.HEIRS_OWE, by.OWN_GOODS_OF_HEIRS, by.MONTHS_OF_REST,
        write_to=("de erven van de debiteur", "the heirs of the debtor"), messages="BY_HAND", interest="RUNS",
        length=Length(months=3),
    ),
)  # fmt: skip
_BY_A_PERSON: Final = (
    _rests(
        "PERSON_ASKED",
        ("op verzoek", "on request"),
        ("Kom de afspraak na.", "Do as was agreed."),
        asks_when_over=False,
    ),
    _rests(
        "ANSWER_TO_READ",
        ("antwoord te lezen", "an answer to read"),
        ("Lees het antwoord en reageer.", "Read the answer and reply."),
        by.CORRECT_TREATMENT,
    ),
    _rests(
        "COMPLAINT",
        ("klacht", "complaint"),
        ("Bevestig de klacht schriftelijk, uiterlijk op de tweede werkdag.",
         "Confirm the complaint in writing, on the second working day at the latest."),
        by.COMPLAINT_CONFIRMED, messages="BY_HAND", costs_allowed=False,
    ),
    _rests(
        "MOVED",
        ("verhuisd, adres onbekend", "moved, address unknown"),
        ("Zoek het nieuwe adres op en vul het in.", "Find the new address and fill it in."),
        by.CORRECT_TREATMENT, costs_allowed=False, whole_debtor=True,
    ),
    _rests(
        "NEVER_CONTACT",
        ("nooit benaderen", "never to be approached"),
        ("Niets: de debiteur wordt met rust gelaten.", "Nothing: the debtor is left in peace."),
        whole_debtor=True,
    ),
    _rests(
        "UNREADABLE",
        ("gegevens niet leesbaar", "data that cannot be read"),
        ("Herstel de gegevens.", "Mend the data."),
        by.CORRECT_TREATMENT,
    ),
    _rests(
        "OTHER",
        ("andere reden", "another reason"),
        ("Schrijf bij de blokkade waarom.", "Write with the hold why."),
        asks_when_over=False,
    ),
)  # fmt: skip
_IN_THE_BOOK: Final = (
    _rests(
        "DISPUTE",
        ("betwisting", "dispute"),
        ("Zoek het uit en antwoord; wat niet betwist is loopt door.",
         "Look into it and answer; what is not disputed runs on."),
        by.CORRECT_CLAIM, by.CORRECT_TREATMENT,
        by.NOT_IN_DEFAULT, by.DELAY_NOT_ATTRIBUTABLE, by.DELAY_NOT_ATTRIBUTABLE_PUBLIC_BODY,
        messages="BY_HAND", interest="STOPS", costs_allowed=False, is_hold=False,
    ),
    _rests(
        "PROMISE",
        ("betaalbelofte", "promise"),
        ("Niets: de dag zelf en de tijd die een betaling onderweg is worden afgewacht.",
         "Nothing: the day itself and the time that a payment is under way are awaited."),
        by.CORRECT_TREATMENT, costs_allowed=False, asks_when_over=False, is_hold=False,
    ),
    _rests(
        "PAYMENT_PLAN",
        ("betalingsregeling", "payment plan"),
        ("Kijk mee als een termijnbedrag uitblijft.", "Look when an instalment stays out."),
        by.CORRECT_TREATMENT, interest="STOPS", costs_allowed=False, is_hold=False,
    ),
    _rests(
        "DIRECT_DEBIT",
        ("automatische incasso", "direct debit"),
        ("Zeg of de incasso is gelukt.", "Say whether the direct debit succeeded."),
        by.CORRECT_TREATMENT, interest="STOPS", costs_allowed=False, is_hold=False,
    ),
)  # fmt: skip
STOPS: Final[dict[str, Stop]] = {
    stop.kind: stop for stop in (*_INSOLVENCY, *_DEBT_HELP, *_REPRESENTED, *_BY_A_PERSON, *_IN_THE_BOOK)
}
