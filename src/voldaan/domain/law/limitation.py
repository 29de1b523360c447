"""When a claim is time-barred (3:307 to 3:324 and 7:28 BW), and what interrupts that (3:317 to 3:319 and 3:325 BW).

The term runs from the day after the claim fell due. What interrupts must have happened, and a letter must have
reached the debtor, on the last day at the latest. Terms of years are never extended for a Sunday or a holiday
(Algemene termijnenwet, 4).

>>> term = limitation("CONTRACT", date(2021, 11, 20))
>>> str(term.runs_from), str(term.last_day_to_interrupt), str(term.time_barred_from)
('2021-11-21', '2026-11-20', '2026-11-21')
>>> paid_a_part = Interruption(kind="ACKNOWLEDGEMENT", day=date(2024, 3, 1))
>>> str(limitation("CONTRACT", date(2021, 11, 20), [paid_a_part]).time_barred_from)
'2029-03-02'
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from voldaan.domain.law.capacity import Capacity, is_consumer
from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.law.statutory_terms import NOT_FOR_LONG_TERMS
from voldaan.domain.workdays import format_day

ClaimKind = Literal["CONTRACT", "PERIODIC", "CONSUMER_SALE", "DAMAGES_OR_PENALTY", "JUDGMENT"]
InterruptionKind = Literal["DEMAND", "RESERVATION", "ACKNOWLEDGEMENT"]
Because = Literal["ORIGINAL_TERM", "NEW_TERM", "TIME_BARRED"]

_BOOK_3 = "BWBR0005291"


def _article(
    article: str,
    follows: str,
    follows_nl: str,
    *,
    paragraph: str | None = None,
    not_confirmed: str | None = None,
    not_confirmed_nl: str | None = None,
) -> Citation:
    return Citation(
        law="BW",
        bwb_id=_BOOK_3,
        article=article,
        paragraph=paragraph,
        follows=follows,
        follows_nl=follows_nl,
        valid_from=date(1992, 1, 1),
        not_confirmed=not_confirmed,
        not_confirmed_nl=not_confirmed_nl,
    )


CONTRACT = _article(
    "3:307",
    "A claim under a contract is time-barred five years after the start of the day after it fell due.",
    "Een vordering uit overeenkomst verjaart vijf jaar na de aanvang van de dag volgend op die waarop zij opeisbaar "
    "werd.",
    paragraph="1",
    not_confirmed="On which day a term of years ends that began on 29 February is not settled: here the claim is "
    "time-barred from 28 February, the earlier day.",
    not_confirmed_nl="Op welke dag een termijn van jaren eindigt die op 29 februari begon, staat niet vast: hier is de "
    "vordering verjaard vanaf 28 februari, de vroegste dag.",
)
PERIODIC = _article(
    "3:308",
    "Rent, interest and all that is paid by the year or oftener is time-barred after five years, each term.",
    "Huur, rente en al wat per jaar of kortere termijn moet worden betaald, verjaart na vijf jaar, elke termijn voor "
    "zich.",
)
DAMAGES = _article(
    "3:310",
    "Damages and agreed penalties are time-barred five years after they and who is liable became known.",
    "Schadevergoeding en bedongen boeten verjaren vijf jaar nadat zij, en wie ervoor aansprakelijk is, bekend zijn "
    "geworden.",
    paragraph="1",
    not_confirmed="The day on which both became known cannot be checked here: the day that is given counts.",
    not_confirmed_nl="De dag waarop beide bekend werden, is hier niet na te gaan: de dag die wordt opgegeven, telt.",
)
INTEREST_WITH_PRINCIPAL = _article(
    "3:312",
    "Interest is never time-barred later than the principal.",
    "Rente verjaart nooit later dan de hoofdsom.",
)
START = _article(
    "3:313",
    "Unless a statute says otherwise the term begins on the day after performance can be demanded.",
    "Tenzij de wet anders bepaalt, begint de termijn op de dag na die waarop nakoming kan worden gevorderd.",
)
WRITTEN = _article(
    "3:317",
    "A written demand interrupts, and so does a letter in which the creditor unambiguously reserves performance.",
    "Een schriftelijke aanmaning stuit de verjaring, en ook een schriftelijke mededeling waarin de schuldeiser zich "
    "ondubbelzinnig zijn recht op nakoming voorbehoudt.",
    paragraph="1",
    not_confirmed="Whether a friendly reminder is a demand depends on its words; without the reservation or the words "
    "of a demand it is not relied on.",
    not_confirmed_nl="Of een vriendelijke herinnering een aanmaning is, hangt af van haar woorden; zonder het "
    "voorbehoud of de woorden van een aanmaning wordt er niet op vertrouwd.",
)
ACKNOWLEDGEMENT = _article(
    "3:318",
    "A debtor who acknowledges the claim interrupts the term.",
    "Een schuldenaar die de vordering erkent, stuit de verjaring.",
    not_confirmed="Whether a part payment or a request for a payment plan acknowledges the claim depends on the case; "
    "a person decides whether it is given here.",
    not_confirmed_nl="Of een gedeeltelijke betaling of een verzoek om een betalingsregeling de vordering erkent, "
    "hangt af van het geval; een mens beslist of dit hier wordt opgegeven.",
)
NEXT_DAY = _article(
    "3:319",
    "After an interruption, other than by a claim in court that is awarded, a new term begins on the next day.",
    "Na een stuiting, anders dan door een eis die wordt toegewezen, begint de volgende dag een nieuwe termijn.",
    paragraph="1",
    not_confirmed="A claim in court is not calculated here: while it is pending no end can be named, and once it is "
    "awarded the term is that of the judgment (3:324).",
    not_confirmed_nl="Een eis bij de rechter wordt hier niet berekend: zolang die loopt is er geen einde te noemen, en "
    "na toewijzing geldt de termijn van de uitspraak (3:324).",
)
NEW_TERM = _article(
    "3:319",
    "The new term is as long as the first, at most five years; the claim is never time-barred before the first term "
    "would have ended.",
    "De nieuwe termijn is even lang als de eerste en hoogstens vijf jaar; de vordering verjaart nooit eerder dan "
    "zonder stuiting.",
    paragraph="2",
)
JUDGMENT = _article(
    "3:324",
    "A judgment can be enforced for twenty years from the day after it; five for what is due by the year or oftener.",
    "Een uitspraak kan twintig jaar worden ten uitvoer gelegd vanaf de dag erna; vijf jaar voor wat per jaar of "
    "kortere termijn moet worden betaald.",
)
JUDGMENT_KEPT_ALIVE = _article(
    "3:325",
    "What a judgment awards is kept alive by a written demand or by acknowledgement.",
    "Wat in een uitspraak is toegewezen, blijft afdwingbaar door een schriftelijke aanmaning of door erkenning.",
    paragraph="2",
    not_confirmed="The article was not read at its source. A reservation does not count, and service of the judgment "
    "and acts of execution are not calculated here.",
    not_confirmed_nl="Het artikel is niet bij de bron gelezen. Een voorbehoud telt niet, en betekening van de "
    "uitspraak en daden van tenuitvoerlegging worden hier niet berekend.",
)
CONSUMER_SALE = Citation(
    law="BW",
    bwb_id="BWBR0005290",
    article="7:28",
    follows="The price of a consumer sale is time-barred after two years; they begin by the rule of 3:313.",
    follows_nl="De koopprijs van een consumentenkoop verjaart na twee jaar; die beginnen volgens de regel van 3:313.",
    valid_from=date(1992, 1, 1),
    not_confirmed="That energy and water count as a consumer sale was not read in the present text. Where it is not "
    "known what a consumer bought, the two years are taken.",
    not_confirmed_nl="Dat energie en water als consumentenkoop tellen, is niet in de huidige tekst gelezen. Is niet "
    "bekend wat een consument kocht, dan gelden de twee jaar.",
)
RECEIPT = _article(
    "3:37",
    "A letter works when it has reached the debtor; what the debtor is to blame for is the debtor's risk.",
    "Een brief werkt als hij de schuldenaar heeft bereikt; wat aan de schuldenaar zelf ligt, is voor zijn risico.",
    paragraph="3",
)

_ONE_DAY = timedelta(days=1)
_LONGEST_NEW_TERM_YEARS = 5
_LAST_YEAR = 9900
_TERMS: dict[ClaimKind, tuple[int, tuple[Citation, ...]]] = {
    "CONTRACT": (5, (CONTRACT,)),
    "PERIODIC": (5, (PERIODIC,)),
    "CONSUMER_SALE": (2, (CONSUMER_SALE, START)),
    "DAMAGES_OR_PENALTY": (5, (DAMAGES,)),
    "JUDGMENT": (20, (JUDGMENT,)),
}
_INTERRUPTING: dict[InterruptionKind, tuple[Citation, ...]] = {
    "DEMAND": (WRITTEN, RECEIPT),
    "RESERVATION": (WRITTEN, RECEIPT),
    "ACKNOWLEDGEMENT": (ACKNOWLEDGEMENT,),
}
_KEEPS_JUDGMENT_ALIVE: dict[InterruptionKind, tuple[Citation, ...]] = {
    "DEMAND": (JUDGMENT_KEPT_ALIVE, RECEIPT),
    "ACKNOWLEDGEMENT": (JUDGMENT_KEPT_ALIVE,),
}
_SENTENCES: dict[Because, tuple[str, str]] = {
    "ORIGINAL_TERM": (
        "verjaart op {barred}: {years} jaar vanaf {runs_from}; stuiten kan tot en met {last}",
        "time-barred from {barred}: {years} years from {runs_from}; it can be interrupted until {last}",
    ),
    "NEW_TERM": (
        "verjaart op {barred}, na een stuiting op {interrupted}; opnieuw stuiten kan tot en met {last}",
        "time-barred from {barred}, after an interruption on {interrupted}; it can be interrupted again until {last}",
    ),
    "TIME_BARRED": (
        "verjaard sinds {barred}: stuiten kon tot en met {last}",
        "time-barred since {barred}: it could be interrupted until {last}",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """Something that starts the term again."""

    kind: InterruptionKind
    day: date
    """The day on which a letter reached the debtor; of an acknowledgement the day of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limitation:
    """Until when a claim can be brought, and why."""

    runs_from: date
    last_day_to_interrupt: date
    time_barred_from: date
    because: Because
    interrupted_on: date | None
    """The last interruption that had effect."""
    without_effect: tuple[Interruption, ...]
    """What came too late or too early, or does not interrupt this kind of claim."""
    sentence_nl: str
    sentence_en: str
    citations: tuple[Citation, ...]


@follows(
    CONTRACT,
    PERIODIC,
    DAMAGES,
    START,
    WRITTEN,
    RECEIPT,
    ACKNOWLEDGEMENT,
    NEXT_DAY,
    NEW_TERM,
    JUDGMENT,
    JUDGMENT_KEPT_ALIVE,
    CONSUMER_SALE,
    NOT_FOR_LONG_TERMS,
)
def limitation(
    kind: ClaimKind, fell_due_on: date, interruptions: Sequence[Interruption] = (), on: date | None = None
) -> Limitation:
    """Return from when the claim is time-barred. Follows from the article of its kind, and 3:319 for interruptions.

    `fell_due_on` is the due date; of a judgment its day. What interrupts after the term ended is without effect, and
    so is what came before it began. With `on` the answer is that of this day: later interruptions are not looked at,
    and it says whether the claim is time-barred already. Raises ValueError for a day too far away to count from.
    """
    _check([fell_due_on, *(interruption.day for interruption in interruptions)])
    years, _ = _TERMS[kind]
    runs_from = fell_due_on + _ONE_DAY
    barred = first_barred = _years_later(runs_from, years)
    effective: list[Interruption] = []
    without_effect: list[Interruption] = []
    for interruption in sorted(interruptions, key=lambda known: known.day):
        if on is not None and interruption.day > on:
            continue
        if not (_can_interrupt(kind, interruption) and runs_from <= interruption.day < barred):
            without_effect.append(interruption)
            continue
        effective.append(interruption)
        new_term = _years_later(interruption.day + _ONE_DAY, min(years, _LONGEST_NEW_TERM_YEARS))
        barred = max(first_barred, new_term)
    is_barred = on is not None and on >= barred
    because: Because = "TIME_BARRED" if is_barred else "NEW_TERM" if effective else "ORIGINAL_TERM"
    interrupted_on = effective[-1].day if effective else None
    dutch, english = _sentences(because, years, runs_from, barred, interrupted_on)
    return Limitation(
        runs_from=runs_from,
        last_day_to_interrupt=barred - _ONE_DAY,
        time_barred_from=barred,
        because=because,
        interrupted_on=interrupted_on,
        without_effect=tuple(without_effect),
        sentence_nl=dutch,
        sentence_en=english,
        citations=_citations(kind, effective),
    )


@follows(CONSUMER_SALE, CONTRACT, PERIODIC)
def claim_kind(*, capacity: Capacity, is_sale_of_goods: bool | None, is_periodic: bool = False) -> ClaimKind:
    """Return which term holds for an invoice. Follows from 7:28 for a consumer who bought goods, else 3:307 or 3:308.

    `is_sale_of_goods` is None where it is not known what was bought: for a consumer the shorter term is taken.
    """
    if is_consumer(capacity) and is_sale_of_goods is not False:
        return "CONSUMER_SALE"
    return "PERIODIC" if is_periodic else "CONTRACT"


@follows(INTEREST_WITH_PRINCIPAL, PERIODIC)
def interest_time_barred_from(interest: Limitation, principal: Limitation) -> date:
    """Return from when the interest is time-barred: by its own term, and never later than the principal (3:312)."""
    return min(interest.time_barred_from, principal.time_barred_from)


def _can_interrupt(kind: ClaimKind, interruption: Interruption) -> bool:
    return interruption.kind in _interrupting(kind)


def _interrupting(kind: ClaimKind) -> dict[InterruptionKind, tuple[Citation, ...]]:
    return _KEEPS_JUDGMENT_ALIVE if kind == "JUDGMENT" else _INTERRUPTING


def _years_later(day: date, years: int) -> date:
    """Return the same day so many years later; 28 February for a 29th that does not exist."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _sentences(
    because: Because, years: int, runs_from: date, barred: date, interrupted_on: date | None
) -> tuple[str, str]:
    days = {
        "barred": barred,
        "runs_from": runs_from,
        "last": barred - _ONE_DAY,
        "interrupted": interrupted_on or runs_from,
    }
    dutch, english = _SENTENCES[because]
    return (
        dutch.format(years=years, **{name: format_day(day, "nl") for name, day in days.items()}),
        english.format(years=years, **{name: format_day(day, "en") for name, day in days.items()}),
    )


def _citations(kind: ClaimKind, effective: Iterable[Interruption]) -> tuple[Citation, ...]:
    _, own = _TERMS[kind]
    used = (source for kept in effective for source in (*_interrupting(kind)[kept.kind], NEXT_DAY, NEW_TERM))
    return tuple(dict.fromkeys((*own, *used, NOT_FOR_LONG_TERMS)))


def _check(days: Iterable[date]) -> None:
    for day in days:
        if day.year > _LAST_YEAR:
            raise ValueError(
                f"No term can be counted from {day}: give a day before the year {_LAST_YEAR + 1}."
            )
