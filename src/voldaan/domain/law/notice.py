"""The fourteen-day notice (6:96 paragraph 6 BW): its term, its amounts and its words.

A consumer owes collection costs only after this notice has run out in vain. Its term is fourteen days and begins on
the day after the notice arrived. It prints no day, because nobody knows on which day the post delivers: the days
here are our own reckoning of when costs can be due. What makes a notice worth nothing is in `notice_flaws`.

>>> term = notice_term(date(2026, 11, 26), by="POST", delivery_days=2)
>>> term.presumed_received, term.last_day, term.careful_last_day
(datetime.date(2026, 11, 28), datetime.date(2026, 12, 12), datetime.date(2026, 12, 14))
>>> notice_amounts([100_00, 200_00]).total_cents
34500
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from decimal import Decimal
from typing import Literal, TypeGuard

from voldaan.domain.law.capacity import NOTICE
from voldaan.domain.law.citation import Citation, Ruling, Source, follows
from voldaan.domain.law.collection_costs import IN_SUMMARIES, IN_SUMMARIES_NL, VAT, collection_costs_of_claims
from voldaan.domain.law.statutory_terms import last_day_of_term
from voldaan.domain.money import format_euro
from voldaan.domain.workdays import is_holiday

By = Literal["POST", "EMAIL"]
Language = Literal["nl", "en"]

TERM = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="6",
    follows="The notice gives fourteen days to pay, the first of which is the day after the notice.",
    follows_nl="De veertiendagenbrief geeft veertien dagen om te betalen; de eerste is de dag na de aanmaning.",
    valid_from=date(2012, 7, 1),
)
AFTER_RECEIPT = Ruling(
    court="HR",
    ecli="ECLI:NL:HR:2016:2704",
    consideration="3.4",
    follows="The term begins on the day after the notice was received, not after its date or its sending.",
    follows_nl="De termijn begint op de dag nadat de veertiendagenbrief is ontvangen, niet na de datum of de "
    "verzending ervan.",
    valid_from=date(2016, 11, 25),
    not_confirmed=IN_SUMMARIES,
    not_confirmed_nl=IN_SUMMARIES_NL,
)
SECOND_DAY = Ruling(
    court="HR",
    ecli="ECLI:NL:HR:2016:2704",
    consideration="3.5.2",
    follows="By experience a letter is delivered on the second day after it was sent; no post comes on a Sunday, "
    "a Monday or a holiday.",
    follows_nl="Naar ervaring wordt een brief op de tweede dag na verzending bezorgd; op zondag, maandag en "
    "feestdagen komt er geen post.",
    valid_from=date(2016, 11, 25),
    not_confirmed="No ruling was found on the slower post from 1 July 2026 and 1 July 2027, and its entry into force "
    "was not read: three and four days of delivery are counted for a letter that would come on one of those days "
    "or later, and a day that is equated with a holiday is left out.",
    not_confirmed_nl="Over de tragere post vanaf 1 juli 2026 en 1 juli 2027 is geen uitspraak gevonden, en of zij is "
    "ingegaan is niet gelezen: voor een brief die op een van die dagen of later zou komen, worden drie en vier dagen "
    "voor de bezorging gerekend, en een dag die met een feestdag is gelijkgesteld telt niet mee.",
)
REACHED = Citation(
    law="BW",
    bwb_id="BWBR0005291",
    article="3:37",
    paragraph="3",
    follows="A statement works when it has reached the person: an e-mail on the day on which it is in the mailbox.",
    follows_nl="Een verklaring werkt als zij de persoon heeft bereikt: een e-mail op de dag waarop die in de mailbox "
    "staat.",
    valid_from=date(1992, 1, 1),
)
CAREFUL_END = Citation(
    law="Algemene termijnenwet",
    bwb_id="BWBR0002448",
    article="1",
    paragraph="1",
    follows="A term of statute that ends on a Saturday, a Sunday or a holiday runs on to the next day that is none.",
    follows_nl="Een in een wet gestelde termijn die op een zaterdag, zondag of feestdag eindigt, loopt door tot en "
    "met de eerstvolgende dag die dat niet is.",
    valid_from=date(2010, 10, 10),
    not_confirmed="Whether this act holds for the fourteen days, which a statute names and a letter sets, is not "
    "settled: costs are counted as due only after the later day.",
    not_confirmed_nl="Of deze wet geldt voor de veertien dagen, die een wet noemt en een brief stelt, staat niet "
    "vast: de kosten tellen pas na de latere dag als verschuldigd.",
)
EXACT_COSTS = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="6",
    follows="The notice tells what follows when payment stays out, the costs by the decree among it.",
    follows_nl="De veertiendagenbrief noemt de gevolgen als betaling uitblijft, waaronder de vergoeding volgens het "
    "besluit.",
    valid_from=date(2012, 7, 1),
)

TERM_DAYS = 14

_DELIVERY_DAYS_FIRST = 2
# From its day on: how many days of delivery a letter may need that has not come by then.
_SLOWER_POST = ((date(2026, 7, 1), 3), (date(2027, 7, 1), 4))
_DELIVERY_DAYS_MAX = 30
_SUNDAY, _MONDAY = 6, 0

SAFE_WORDS: dict[Language, tuple[str, str]] = {
    "nl": (
        "binnen veertien dagen vanaf de dag nadat {message} bij u is bezorgd",
        "binnen vijftien dagen nadat {message} bij u is bezorgd",
    ),
    "en": (
        "within fourteen days from the day after {message} was delivered to you",
        "within fifteen days after {message} was delivered to you",
    ),
}
"""The words for the term that were accepted; `MESSAGE_WORDS` fills them. The first are the ones we write."""

MESSAGE_WORDS: dict[By, dict[Language, str]] = {
    "POST": {"nl": "deze brief", "en": "this letter"},
    "EMAIL": {"nl": "deze e-mail", "en": "this e-mail"},
}


def has_notice(language: str) -> TypeGuard[Language]:
    """Test if a notice can be written in this language: if the words of its term were accepted in it."""
    return language in SAFE_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTerm:
    """The days of a notice. Both ends of the term are inside it."""

    sent: date
    by: By
    delivery_days: int | None
    """Days of delivery that were counted; None for e-mail, and where the day of receipt is proved."""
    presumed_received: date
    first_day: date
    """The day after receipt."""
    last_day: date
    """Receipt and fourteen days."""
    costs_due_from: date
    careful_last_day: date
    """The last day, run on to a working day: the one to count with."""
    careful_costs_due_from: date
    citations: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAmounts:
    """What a notice names: what is owed now, and what comes on top when it is not paid within the term."""

    principal_cents: int
    costs_cents: int
    vat_cents: int
    total_cents: int
    """Principal, costs and VAT together: owed only when the term has passed without payment."""
    citations: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSentences:
    """The sentences that the law needs in a notice, in their order."""

    term: str
    consequence: str
    vat: str | None
    """The creditor's declaration; None where no VAT is added."""
    total: str

    @property
    def all(self) -> tuple[str, ...]:
        """Return the sentences that are there."""
        return tuple(one for one in (self.term, self.consequence, self.vat, self.total) if one is not None)


@follows(SECOND_DAY)
def usual_delivery_days(sent: date, *, additional: Collection[date] = ()) -> int:
    """Return how many days of delivery to count for a letter sent on this day: the careful number.

    A letter that would come on the first day of slower post or later is slower post, whenever it was sent.

    Raises:
        ValueError: the day lies beyond the calendar.
    """
    days = _DELIVERY_DAYS_FIRST
    for since, slower in _SLOWER_POST:
        if presumed_delivery(sent, days, additional=additional) >= since:
            days = slower
    return days


@follows(SECOND_DAY)
def presumed_delivery(sent: date, delivery_days: int, *, additional: Collection[date] = ()) -> date:
    """Return the day on which a letter is presumed to have come: the last of so many days of delivery.

    The post delivers from Tuesday to Saturday, and not on a holiday.

    Raises:
        ValueError: the number of days cannot be, or the day lies beyond the calendar.
    """
    if not 1 <= delivery_days <= _DELIVERY_DAYS_MAX:
        raise ValueError(
            f"A letter that needs {delivery_days} days of delivery cannot be counted: "
            f"give a number from 1 to {_DELIVERY_DAYS_MAX}."
        )
    _refuse_the_end_of_time(sent)
    day, left = sent, delivery_days
    while left:
        day += timedelta(days=1)
        left -= day.weekday() not in (_SUNDAY, _MONDAY) and not is_holiday(day, additional=additional)
    return day


@follows(TERM, AFTER_RECEIPT, REACHED, CAREFUL_END)
def notice_term(
    sent: date, *, by: By, delivery_days: int | None = None, additional: Collection[date] = ()
) -> NoticeTerm:
    """Return the term of a notice that was sent on this day.

    By post it is presumed to come after `delivery_days` days of delivery, by default the careful number. By e-mail
    it is taken to come on the day of sending, which the sender has to be able to prove.

    Raises:
        ValueError: days of delivery are given for an e-mail or cannot be, or the end lies beyond the calendar.
    """
    if by == "EMAIL":
        if delivery_days is not None:
            raise ValueError(
                "An e-mail has no days of delivery: leave them out, or say that it went by post."
            )
        return _term(sent, sent, by=by, delivery_days=None, arrival=(REACHED,), additional=additional)
    days = usual_delivery_days(sent, additional=additional) if delivery_days is None else delivery_days
    received = presumed_delivery(sent, days, additional=additional)
    return _term(sent, received, by=by, delivery_days=days, arrival=(SECOND_DAY,), additional=additional)


@follows(TERM, AFTER_RECEIPT, REACHED, CAREFUL_END)
def term_after_receipt(
    sent: date, received_on: date, *, by: By, additional: Collection[date] = ()
) -> NoticeTerm:
    """Return the term of a notice of which the day of receipt is proved.

    Raises:
        ValueError: it was received before it was sent, or the end lies beyond the calendar.
    """
    if received_on < sent:
        raise ValueError(
            f"A notice sent on {sent.isoformat()} cannot have come on {received_on.isoformat()}: look at both days."
        )
    return _term(sent, received_on, by=by, delivery_days=None, arrival=(REACHED,), additional=additional)


@follows(EXACT_COSTS)
def notice_amounts(principals_cents: Sequence[int], *, vat_percent: Decimal | None = None) -> NoticeAmounts:
    """Return the amounts that a notice of these claims names: once over their sum (6:96 paragraph 7).

    `vat_percent` comes from `vat_to_add`. For instalments of one contract the costs can be lower: see `instalments`.

    Raises:
        ValueError: there is no claim, or one of nothing or less: there is nothing to give notice of.
    """
    if not principals_cents or min(principals_cents) <= 0:
        raise ValueError(
            "A notice is about claims of which something is open: give each claim's principal, above zero."
        )
    costs = collection_costs_of_claims(principals_cents, vat_percent=vat_percent)
    principal = sum(principals_cents)
    return NoticeAmounts(
        principal_cents=principal,
        costs_cents=costs.costs_cents,
        vat_cents=costs.vat_cents,
        total_cents=principal + costs.total_cents,
        citations=(EXACT_COSTS, *costs.citations),
    )


_SENTENCES: dict[Language, dict[str, str]] = {
    "nl": {
        "term": "Wij vragen u {principal} te betalen {term}. Dan betaalt u geen extra kosten.",
        "consequence": "Betaalt u niet op tijd? Dan moet u ook incassokosten betalen: {costs}. "
        "Dit bedrag volgt uit de wet.",
        "vat": "{creditor} verklaart de btw over deze kosten niet te kunnen verrekenen. "
        "Daarom worden de kosten dan verhoogd met {vat} btw.",
        "total": "U moet dan in totaal {total} betalen. Nu betaalt u alleen {principal}.",
    },
    "en": {
        "term": "We ask you to pay {principal} {term}. Then you pay no extra costs.",
        "consequence": "If you do not pay in time, you must also pay collection costs: {costs}. "
        "This amount follows from the law.",
        "vat": "{creditor} declares that it cannot reclaim the VAT on these costs. "
        "The costs are therefore raised by {vat} VAT.",
        "total": "You then have to pay {total} in total. Now you pay only {principal}.",
    },
}


@follows(NOTICE, EXACT_COSTS, AFTER_RECEIPT, VAT)
def notice_sentences(
    amounts: NoticeAmounts, language: Language, *, by: By = "POST", creditor: str = ""
) -> NoticeSentences:
    """Return the sentences of a notice: the term in safe words and without a day, the exact costs, the total.

    Raises:
        ValueError: VAT is added and the creditor, who has to declare it, is not named.
    """
    if amounts.vat_cents and not creditor.strip():
        raise ValueError("VAT is only added on the creditor's own declaration: give the creditor's name.")
    facts = {
        "term": SAFE_WORDS[language][0].format(message=MESSAGE_WORDS[by][language]),
        "principal": format_euro(amounts.principal_cents, language),
        "costs": format_euro(amounts.costs_cents, language),
        "vat": format_euro(amounts.vat_cents, language),
        "total": format_euro(amounts.total_cents, language),
        "creditor": creditor.strip(),
    }
    told = {name: text.format(**facts) for name, text in _SENTENCES[language].items()}
    return NoticeSentences(
        term=told["term"],
        consequence=told["consequence"],
        vat=told["vat"] if amounts.vat_cents else None,
        total=told["total"],
    )


def _term(
    sent: date,
    received: date,
    *,
    by: By,
    delivery_days: int | None,
    arrival: tuple[Source, ...],
    additional: Collection[date],
) -> NoticeTerm:
    _refuse_the_end_of_time(received)
    term = last_day_of_term(received, TERM_DAYS, "DAYS", set_by="STATUTE", additional=additional)
    day = timedelta(days=1)
    return NoticeTerm(
        sent=sent,
        by=by,
        delivery_days=delivery_days,
        presumed_received=received,
        first_day=term.first_day,
        last_day=term.counted_last_day,
        costs_due_from=term.counted_last_day + day,
        careful_last_day=term.last_day,
        careful_costs_due_from=term.last_day + day,
        citations=(TERM, AFTER_RECEIPT, *arrival, CAREFUL_END),
    )


def _refuse_the_end_of_time(day: date) -> None:
    if day.year >= MAXYEAR - 1:
        raise ValueError(f"A term from {day.isoformat()} ends beyond the calendar: give an earlier day.")
