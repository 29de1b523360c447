"""What really is owed, and what the book has been shown of it: kept here, independent of the product."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.simulation.cast import DEBITED, FIRST_DAY, Bill, House
from tests.simulation.money import Bank, Movement, meant_for

STAGES = ("FIRST_REMINDER", "SECOND_REMINDER", "PRE_COLLECTION")
LAST_DAYS = {"BANK": 4, "LEDGER": 7, "CLIENT_WORD": 30}
"""How far the payment truth of each kind of creditor may lie behind."""
DEBIT_RUNS_DAYS = 5
"""So long after the due day nobody may be reminded of what is being collected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A credit note for a part of a bill or all of it."""

    number: str
    bill: Bill
    day: date
    cents: int


@dataclass(slots=True, kw_only=True)
class Given:
    """A message that really left, and what it was about."""

    uuid: str
    person: str
    on: date
    pay_by: date
    stages: dict[str, str]
    """By bill: the stage that it was for it."""
    bounced: bool = False


@dataclass(slots=True)
class Truth:
    """One creditor: what happened, and what of it the book was shown."""

    house: House
    banks: dict[str, Bank]
    credits: list[Credit] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)

    # what the book was shown
    handed_in: dict[str, date] = field(default_factory=dict)
    days_shown: dict[str, set[date]] = field(default_factory=dict)
    list_day: date | None = None
    credits_shown: set[str] = field(default_factory=set)
    settled: dict[str, date] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)
    promised: dict[str, date] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    on_plan: dict[str, int] = field(default_factory=dict)
    handed_over: set[str] = field(default_factory=set)

    def bill(self, number: str) -> Bill:
        """Return the bill of this number."""
        return next(bill for bill in self.house.bills if bill.number == number)

    def movements(self) -> list[tuple[str, Movement]]:
        """Return all that was booked, with the account it was booked on."""
        return [(iban, one) for iban, bank in self.banks.items() for one in bank.movements]

    def shown_movements(self) -> list[Movement]:
        """Return what stood in a statement that was taken."""
        return [one for iban, one in self.movements() if one.day in self.days_shown.get(iban, ())]

    def really_owed(self, bill: Bill, on: date) -> int:
        """Return what is open of a bill in the real world at the end of a day."""
        paid = meant_for((one for _, one in self.movements() if one.day <= on), bill.number)
        return bill.cents - paid - sum(c.cents for c in self.credits if c.bill == bill and c.day <= on)

    def owed(self, bill: Bill) -> int:
        """Return what is open of a bill by all that the book was shown."""
        if bill.number in self.settled:
            return 0
        seen = [
            one
            for iban, one in self.movements()
            if one.day in self.days_shown.get(iban, ())
            or (self.list_day is not None and one.day <= self.list_day)
        ]
        credited = sum(c.cents for c in self.credits if c.bill == bill and self._is_shown(c))
        return bill.cents - meant_for(seen, bill.number) - credited

    def _is_shown(self, credit: Credit) -> bool:
        in_list = self.list_day is not None and credit.day <= self.list_day
        return in_list or credit.number in self.credits_shown

    def known_until(self) -> date | None:
        """Return the last day up to which nothing that was paid can have escaped the book."""
        if self.house.truth == "LEDGER":
            return self.list_day
        if self.house.truth == "CLIENT_WORD":
            return max([*self.settled.values(), *self.handed_in.values()], default=None)
        return min((self._reached(iban) for iban in self.banks), default=None)

    def _reached(self, iban: str) -> date:
        """Return the last day shown of an account before the first movement that was not."""
        shown = self.days_shown.get(iban, set())
        missed = [one.day for one in self.banks[iban].movements if one.day not in shown]
        last = max(shown, default=FIRST_DAY - timedelta(days=1))
        return min([last, *(day - timedelta(days=1) for day in missed)])

    def is_whole_until(self) -> date | None:
        """Return the last day before the first that was not shown at all, movements or not."""
        if self.house.truth != "BANK":
            return self.known_until()
        return min(map(self._first_gap, self.banks), default=None)

    def _first_gap(self, iban: str) -> date:
        day = FIRST_DAY
        while day in self.days_shown.get(iban, ()):
            day += timedelta(days=1)
        return day - timedelta(days=1)

    def is_fresh(self, until: date | None, on: date) -> bool:
        """Test if a payment truth of that day is good enough to remind somebody."""
        return until is not None and (on - until).days <= LAST_DAYS[self.house.truth]

    def covers(self, bill: Bill, until: date | None) -> bool:
        """Test if a payment on the due day itself would have been seen."""
        return self.house.truth == "CLIENT_WORD" or (until is not None and until >= bill.due)

    def block(self, bill: Bill, on: date) -> str:
        """Return why nobody may be reminded of a bill on a day, or nothing."""
        if bill.number in self.disputed:
            return "disputed"
        if self.promised.get(bill.number, date.min) >= on:
            return "promised"
        if bill.person.number in self.held:
            return "on hold"
        if bill.number in self.on_plan:
            return "on a payment plan"
        if bill.number in self.handed_over:
            return "handed over"
        if (
            bill.habit in DEBITED
            and on <= bill.due + timedelta(days=DEBIT_RUNS_DAYS)
            and not self.came_back(bill)
        ):
            return "in a running direct debit"
        return ""

    def came_back(self, bill: Bill) -> bool:
        """Test if the book was shown that a direct debit came back."""
        return any(
            one.reversal and one.meant and one.meant[0][0] == bill.number for one in self.shown_movements()
        )

    def that_counts(self, person: str) -> list[Given]:
        """Return the messages that reached somebody, as far as anybody knows, the oldest first."""
        return [one for one in self.given if one.person == person and not one.bounced]

    def stages_given(self, bill: Bill) -> list[Given]:
        """Return the messages that reminded of a bill."""
        return [one for one in self.that_counts(bill.person.number) if bill.number in one.stages]
