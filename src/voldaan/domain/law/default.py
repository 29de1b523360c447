"""From which day a debtor is in default, as far as the basis of the due date tells.

A day that the parties agreed binds of itself (6:83 a). A day that the creditor only printed does not: the debtor
is in default when a written reminder gave a reasonable term and that passed (6:82). A business that agreed no
day owes commercial interest 30 days after it received the invoice (6:119a paragraph 2). A debtor who says that
payment will not come needs no term (6:83 c). Where more than one day could be right, the later one is taken: a claim
that begins too early is wrong, one that begins a day late is not.

>>> due = date(2026, 9, 30)
>>> str(in_default_from(due_date=due, basis="AGREED", capacity="CONSUMER").first_day)
'2026-10-01'
>>> in_default_from(due_date=due, basis="UNILATERAL", capacity="CONSUMER").first_day is None
True
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from voldaan.domain.law.capacity import Capacity, is_consumer
from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.workdays import working_day_from

DueDateBasis = Literal["AGREED", "UNILATERAL", "STATUTORY_30", "UNKNOWN"]
Because = Literal[
    "AGREED_DAY_PASSED",
    "TERM_OF_REMINDER_PASSED",
    "STATUTORY_TERM_PASSED",
    "SAID_NOT_TO_PAY",
    "NO_TERM_GIVEN",
]

AGREED_TERM = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:83",
    paragraph="onder a",
    follows="Default begins of itself when an agreed term has passed.",
    follows_nl="Het verzuim treedt vanzelf in als een voor de betaling bepaalde termijn verstrijkt zonder dat er is "
    "betaald.",
    valid_from=date(1992, 1, 1),
)
DEMAND = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:82",
    paragraph="1",
    follows="Default begins when a written demand gave a reasonable term and was not met within it.",
    follows_nl="Het verzuim treedt in als een schriftelijke aanmaning een redelijke termijn geeft en betaling binnen "
    "die termijn uitblijft.",
    valid_from=date(1992, 1, 1),
    not_confirmed="How long is reasonable is not in the article: here at least fourteen days from receipt, the term "
    "that 6:96 gives consumers. Whether a friendly reminder is a demand depends on its words.",
    not_confirmed_nl="Hoe lang redelijk is, staat niet in het artikel: hier ten minste veertien dagen na ontvangst, "
    "de termijn die 6:96 aan consumenten geeft. Of een vriendelijke herinnering een aanmaning is, hangt af van haar "
    "woorden.",
)
NON_PERFORMANCE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:83",
    paragraph="onder c",
    follows="Default begins of itself when the creditor must infer from the debtor's words that payment will not come.",
    follows_nl="Het verzuim treedt vanzelf in als de schuldeiser uit een mededeling van de schuldenaar moet afleiden "
    "dat deze niet zal betalen.",
    valid_from=date(1992, 1, 1),
    not_confirmed="Which words are clear enough depends on the case: a person decides whether a message is given here. "
    "It never makes a debt fall due earlier.",
    not_confirmed_nl="Welke woorden duidelijk genoeg zijn, hangt af van het geval: een mens beslist of hier een "
    "mededeling wordt opgegeven. Zij maakt een schuld nooit eerder opeisbaar.",
)
DUE_FIRST = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:81",
    follows="Nobody is in default before the debt has fallen due.",
    follows_nl="Niemand is in verzuim voordat de schuld opeisbaar is.",
    valid_from=date(1992, 1, 1),
)
STATUTORY_TERM = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119a",
    paragraph="2",
    follows="Without an agreed day commercial interest runs from 30 days after the day on which the invoice came.",
    follows_nl="Is er geen dag overeengekomen, dan loopt de handelsrente vanaf 30 dagen na de dag waarop de factuur "
    "is ontvangen.",
    valid_from=date(2002, 12, 1),
    not_confirmed="Whether the Algemene termijnenwet moves a last day on a Saturday, Sunday or holiday is not settled: "
    "here it moves to the next working day.",
    not_confirmed_nl="Of de Algemene termijnenwet een laatste dag op een zaterdag, zondag of feestdag verschuift, "
    "staat niet vast: hier schuift hij op naar de eerstvolgende werkdag.",
)

STATUTORY_TERM_DAYS = 30
REASONABLE_TERM_DAYS_MIN = 14
"""How many days after its receipt a demand gives at least, before it counts as having given a reasonable term."""

_SENTENCES: dict[Because, tuple[str, str]] = {
    "AGREED_DAY_PASSED": (
        "verzuim vanaf de dag na de afgesproken vervaldatum",
        "in default from the day after the agreed due date",
    ),
    "TERM_OF_REMINDER_PASSED": (
        "verzuim vanaf de dag na de termijn in de eerste herinnering: een afgesproken vervaldatum is niet bekend",
        "in default from the day after the term in the first reminder: no agreed due date is known",
    ),
    "STATUTORY_TERM_PASSED": (
        "rente vanaf de dag na de wettelijke betaaltermijn van 30 dagen: een afgesproken vervaldatum is niet bekend",
        "interest from the day after the statutory term of 30 days: no agreed due date is known",
    ),
    "SAID_NOT_TO_PAY": (
        "verzuim vanaf de dag na de mededeling van de debiteur dat betaling uitblijft",
        "in default from the day after the debtor said that payment will not come",
    ),
    "NO_TERM_GIVEN": (
        "verzuim staat niet vast: een afgesproken vervaldatum of een herinnering met een termijn is niet bekend",
        "default is not established: no agreed due date and no reminder with a term are known",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Default:
    """The day on which default, and with it interest, begins; and why."""

    first_day: date | None
    """None where it is not established."""
    because: Because
    citations: tuple[Citation, ...]

    def sentence(self, language: Literal["nl", "en"]) -> str:
        """Return the reason as a sentence, without its capital and full stop."""
        return _SENTENCES[self.because][1 if language == "en" else 0]


@follows(AGREED_TERM, DEMAND, STATUTORY_TERM, NON_PERFORMANCE, DUE_FIRST)
def in_default_from(
    *,
    due_date: date,
    basis: DueDateBasis,
    capacity: Capacity,
    first_reminder_pay_by: date | None = None,
    first_reminder_received_on: date | None = None,
    received_on: date | None = None,
    said_not_to_pay_on: date | None = None,
) -> Default:
    """Return from which day the debtor is in default, or that it is not established. Follows from 6:81 to 6:83.

    `first_reminder_pay_by` is the last day of the term in the first reminder that was sent; with the day on which
    that reminder was received, a term that was too short counts as one of fourteen days. `received_on` is the day on
    which the debtor received the invoice, `said_not_to_pay_on` that of a clear statement that payment will not come.
    STATUTORY_30 says that the due date is itself the last of the 30 days. These exist only between businesses: for a
    consumer it is read as a day that was printed one-sidedly.
    """
    by_term = _by_term(
        due_date=due_date,
        basis=basis,
        capacity=capacity,
        pay_by=_reasonable(first_reminder_pay_by, first_reminder_received_on),
        received_on=received_on,
    )
    if said_not_to_pay_on is None:
        return by_term
    by_statement = _from_day_after(max(due_date, said_not_to_pay_on), "SAID_NOT_TO_PAY", NON_PERFORMANCE)
    if by_term.first_day is None or (by_statement.first_day or date.max) < by_term.first_day:
        return by_statement
    return by_term


@follows(DEMAND)
def last_day_of_reasonable_term(demand_received_on: date) -> date:
    """Return the first last day that a demand may give, counted from its receipt. Follows from 6:82 paragraph 1."""
    return demand_received_on + timedelta(days=REASONABLE_TERM_DAYS_MIN)


@follows(STATUTORY_TERM)
def last_statutory_day(received_on: date) -> date:
    """Return the last day of the statutory 30 days, the first of which is the day after receipt.

    A last day on a Saturday, Sunday or holiday moves to the next working day. Whether the Algemene termijnenwet
    asks that here is not settled; it is the careful side.
    """
    return working_day_from(received_on + timedelta(days=STATUTORY_TERM_DAYS))


def _by_term(
    *, due_date: date, basis: DueDateBasis, capacity: Capacity, pay_by: date | None, received_on: date | None
) -> Default:
    if basis == "AGREED":
        return _from_day_after(due_date, "AGREED_DAY_PASSED", AGREED_TERM)
    if not is_consumer(capacity):
        if received_on is not None:
            last_day = max(due_date, last_statutory_day(received_on))
            return _from_day_after(last_day, "STATUTORY_TERM_PASSED", STATUTORY_TERM)
        if basis == "STATUTORY_30":
            return _from_day_after(working_day_from(due_date), "STATUTORY_TERM_PASSED", STATUTORY_TERM)
    if pay_by is not None:
        return _from_day_after(max(due_date, pay_by), "TERM_OF_REMINDER_PASSED", DEMAND)
    return Default(first_day=None, because="NO_TERM_GIVEN", citations=(AGREED_TERM, DEMAND))


def _reasonable(pay_by: date | None, received_on: date | None) -> date | None:
    if pay_by is None or received_on is None:
        return pay_by
    return max(pay_by, last_day_of_reasonable_term(received_on))


def _from_day_after(last_day: date, because: Because, citation: Citation) -> Default:
    return Default(first_day=last_day + timedelta(days=1), because=because, citations=(citation,))
