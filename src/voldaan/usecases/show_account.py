"""One account: who it is, what is open and why, what was paid, and all that happened."""

from dataclasses import dataclass
from datetime import date

from voldaan.domain.law.stop_table import HoldKind
from voldaan.domain.strategy.decide import looks_of
from voldaan.domain.strategy.facts import Reason
from voldaan.records import desk
from voldaan.records.desk_account import Card, Sheet, account_sheet, card
from voldaan.records.desk_exceptions import ExceptionRow, exceptions_on
from voldaan.records.desk_timeline import Happening, timeline
from voldaan.records.finding import account_by_number
from voldaan.records.models import Client
from voldaan.records.scope import rows_of
from voldaan.usecases.explain_decision import Explanation, explain_decision

HAPPENINGS_A_PAGE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceAnswer:
    """Why an open invoice is or is not what the act is about, and the first day that can change it."""

    because: Reason
    until: date | None
    hold: HoldKind | None = None
    """Which hold is behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """One account, as it would be decided on a day."""

    on: date
    sheet: Sheet
    exceptions: tuple[ExceptionRow, ...]
    """Its own, and those of the whole client."""
    explanation: Explanation
    answers: dict[str, InvoiceAnswer]
    """By invoice number."""
    asked: dict[str, Reason]
    """By invoice number what a person is asked of it, whatever the act of the account is about."""
    happenings: tuple[Happening, ...]
    happened: int
    """How many there are in all."""
    first: int

    @property
    def last(self) -> int:
        """Return the place after the last happening that is shown."""
        return self.first + len(self.happenings)


def show_account(client: Client, debtor: str, *, today: date, page: int = 1) -> AccountPage:
    """Return one account, decided anew for the last planned day, or for today where nothing was planned.

    Raises:
        NotFound: the client has no such debtor.
    """
    with rows_of(client):
        account = account_by_number(client, debtor)
        on = desk.last_planned_day() or today
        sheet, exceptions = account_sheet(account, on), exceptions_on(client, on, account=account)
        happened = timeline(account)
        explanation = explain_decision(client, debtor, on=on)
    asked = _asked(explanation)
    first = (max(page, 1) - 1) * HAPPENINGS_A_PAGE
    return AccountPage(
        on=on,
        sheet=sheet,
        exceptions=exceptions,
        explanation=explanation,
        answers=_answers(explanation, asked),
        asked=asked,
        happenings=tuple(happened[first : first + HAPPENINGS_A_PAGE]),
        happened=len(happened),
        first=first,
    )


def show_card(client: Client, debtor: str, *, today: date) -> tuple[Card, date]:
    """Return who a debtor is, and from which day a hold covers the plan that stands: the last planned one, or today.

    Raises:
        NotFound: the client has no such debtor.
    """
    with rows_of(client):
        return card(account_by_number(client, debtor)), min(desk.last_planned_day() or today, today)


def _asked(explanation: Explanation) -> dict[str, Reason]:
    facts, day = explanation.facts, explanation.day
    strategy = day.strategy_of(facts) if facts else None
    if facts is None or strategy is None or facts.block is not None:
        return {}
    looks = looks_of(facts, strategy, day.facts)
    return {explanation.numbers[one.invoice.id]: one.because for one in looks if one.act == "ASK"}


def _answers(explanation: Explanation, asked: dict[str, Reason]) -> dict[str, InvoiceAnswer]:
    """Return why each open invoice is or is not what the act is about; of several questions each has its own."""
    decision, numbers = explanation.decision, explanation.numbers
    if decision is None:
        return {}
    about = {}
    for key in decision.invoices:
        because = decision.because if decision.act != "ASK" else asked.get(numbers[key], decision.because)
        about[numbers[key]] = InvoiceAnswer(
            because=because, until=None, hold=explanation.hold_of(key, because)
        )
    beside = {
        numbers[other.id]: InvoiceAnswer(
            because=other.because, until=other.until, hold=explanation.hold_of(other.id, other.because)
        )
        for other in decision.others
    }
    return about | beside
