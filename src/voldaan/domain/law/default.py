"""From which day a debtor is in default, as far as the basis of the due date tells.

A day that the parties agreed binds of itself (6:83 a). A day that the creditor only printed does not: the debtor
is in default when a written reminder gave a reasonable term and that passed (6:82). A business that agreed no
day owes commercial interest 30 days after it received the invoice (6:119a paragraph 2). Where more than one day
could be right, the later one is taken: a claim that begins too early is wrong, one that begins a day late is not.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from voldaan.domain.law.capacity import Capacity, is_consumer
from voldaan.domain.law.citation import Citation
from voldaan.domain.workdays import working_day_from

DueDateBasis = Literal["AGREED", "UNILATERAL", "STATUTORY_30", "UNKNOWN"]
Because = Literal["AGREED_DAY_PASSED", "TERM_OF_REMINDER_PASSED", "STATUTORY_TERM_PASSED", "NO_TERM_GIVEN"]

AGREED_TERM = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:83",
    paragraph="onder a",
    follows="Default begins of itself when an agreed term has passed.",
    valid_from=date(1992, 1, 1),
)
DEMAND = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:82",
    paragraph="1",
    follows="Default begins when a written demand gave a reasonable term and was not met within it.",
    valid_from=date(1992, 1, 1),
)
STATUTORY_TERM = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119a",
    paragraph="2",
    follows="Without an agreed day commercial interest runs from 30 days after the day on which the invoice came.",
    valid_from=date(2002, 12, 1),
)

STATUTORY_TERM_DAYS = 30

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


def in_default_from(
    *,
    due_date: date,
    basis: DueDateBasis,
    capacity: Capacity,
    first_reminder_pay_by: date | None = None,
    received_on: date | None = None,
) -> Default:
    """Return from which day the debtor is in default, or that it is not established.

    `first_reminder_pay_by` is the last day of the term in the first reminder that was sent; `received_on` the day
    on which the debtor received the invoice. STATUTORY_30 says that the due date is itself the last of the 30 days.
    These exist only between businesses: for a consumer it is read as a day that was printed one-sidedly.
    """
    if basis == "AGREED":
        return _from_day_after(due_date, "AGREED_DAY_PASSED", AGREED_TERM)
    if not is_consumer(capacity):
        if received_on is not None:
            last_day = max(due_date, last_statutory_day(received_on))
            return _from_day_after(last_day, "STATUTORY_TERM_PASSED", STATUTORY_TERM)
        if basis == "STATUTORY_30":
            return _from_day_after(working_day_from(due_date), "STATUTORY_TERM_PASSED", STATUTORY_TERM)
    if first_reminder_pay_by is not None:
        return _from_day_after(max(due_date, first_reminder_pay_by), "TERM_OF_REMINDER_PASSED", DEMAND)
    return Default(first_day=None, because="NO_TERM_GIVEN", citations=(AGREED_TERM, DEMAND))


def last_statutory_day(received_on: date) -> date:
    """Return the last day of the statutory 30 days, the first of which is the day after receipt.

    A last day on a Saturday, Sunday or holiday moves to the next working day. Whether the Algemene termijnenwet
    asks that here is not settled; it is the careful side.
    """
    return working_day_from(received_on + timedelta(days=STATUTORY_TERM_DAYS))


def _from_day_after(last_day: date, because: Because, citation: Citation) -> Default:
    return Default(first_day=last_day + timedelta(days=1), because=because, citations=(citation,))
