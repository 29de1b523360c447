"""A strategy as data: for whom it is, its stages in order, and the manners that hold at each of them.

`language` reads it from its text, `check` judges it before it is used, `aloud` says it in sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from typing import Final, Literal, get_args

from voldaan.domain.strategy.facts import DebtorKind, Incident, PaymentHistory

Channel = Literal["EMAIL", "POST", "SMS", "CALL"]
SPOKEN: Final[tuple[Channel, ...]] = ("SMS", "CALL")
"""By telephone: a text message, or a person who calls. Neither carries all that a letter does."""
Counted = Literal["CALENDAR", "WORKING"]
Breadth = Literal["INVOICE", "ACCOUNT"]
AfterAct = Literal["REMIND", "ASK", "CONTINUE"]
EndAct = Literal["HAND_OVER", "WRITE_OFF", "ASK"]
StageKey = Literal[
    "COURTESY_NOTICE",
    "FIRST_REMINDER",
    "SECOND_REMINDER",
    "PRE_COLLECTION",
    "SECOND_PRE_COLLECTION",
    "FOURTEEN_DAY_NOTICE",
]

STAGE_KEYS: Final[tuple[StageKey, ...]] = get_args(StageKey)
"""The stages of the trade, in the order in which they come."""
INCIDENTS: Final[tuple[Incident, ...]] = get_args(Incident)
NOTICE: Final = "FOURTEEN_DAY_NOTICE"
WEEKDAYS: Final = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
EVERY_DAY: Final = frozenset(range(7))


@dataclass(frozen=True, slots=True, kw_only=True)
class ForWhom:
    """The conditions under which an account follows a strategy. All must fit; one that is empty fits everybody."""

    debtor: tuple[DebtorKind, ...] = ()
    clients: tuple[str, ...] = ()
    """Keys of clients."""
    open_from_cents: int = 0
    open_below_cents: int | None = None
    """What is open of the account."""
    late_from_days: int = 0
    late_below_days: int | None = None
    """How many days its oldest overdue invoice is late; 0 where none is."""
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """One of these stands on the account."""
    history: tuple[PaymentHistory, ...] = ()
    new_customer: bool | None = None


EVERYBODY: Final = ForWhom()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One message: when it comes, how it goes, which text it has, and which term it gives."""

    key: str
    """One of `STAGE_KEYS`, or an incident whose first text this is."""
    days: int
    """After the due date, negative before it; of an incident, after the day on which it became clear."""
    counted: Counted = "CALENDAR"
    days_after_previous: int = 0
    """Calendar days after the previous message about the invoice."""
    term_days: int
    term_counted: Counted = "CALENDAR"
    channels: tuple[Channel, ...]
    """The first that reaches the debtor is taken."""
    text: str = ""
    """The stage whose text it has. Empty: its own."""
    signed_by: str = ""
    """Who signs. Empty: the signer of the client or the agency."""
    enabled: bool = True
    delay: timedelta = field(init=False, compare=False, repr=False)
    """Its days, ready to be added to a million due dates."""

    def __post_init__(self) -> None:
        """Keep the days as a duration."""
        object.__setattr__(self, "delay", timedelta(days=self.days))

    @property
    def wording(self) -> str:
        """Return the key of the text that it has."""
        return self.text or self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """What holds at every stage."""

    days_between_reminders: int
    minimum_cents: int
    days_after_term: int
    """How many days a payment may be under way after the last day of a term."""
    reminders_a_month: int | None = None
    """In any thirty days, for one debtor over all clients of an agency. None: no more than the spacing allows."""
    days_after_complaint: int = 7
    weekdays: frozenset[int] = EVERY_DAY
    """On which days messages go out: 0 is Monday."""
    hours: tuple[time, time] | None = None
    """From when and until when messages leave, by the clock in the Netherlands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """What leaves more than the invoice alone that it is about, and for how long."""

    days_after_promise: int = 2
    dispute: Breadth = "INVOICE"
    promise: Breadth = "INVOICE"
    payment_plan: Breadth = "INVOICE"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFirst:
    """When a person approves a message, also where the client runs by itself. One that fits is enough."""

    open_from_cents: int | None = None
    stages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    new_customer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """What follows an incident: a first text of its own, a question, or the stages as they were."""

    act: AfterAct
    stage: Stage | None = None
    """The message, where the act is to remind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """How many days before a deadline of somebody else a person is asked."""

    days_before_insurer: int = 14
    days_before_time_bar: int = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """What follows the last term."""

    act: EndAct
    days_after_term: int
    with_costs: bool = False
    """Collection costs go along with what is handed over."""
    write_off_below_cents: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """The stages in ascending order, and what holds around them."""

    name: str
    version: int
    about: str = ""
    for_whom: ForWhom = EVERYBODY
    manners: Manners
    pauses: Pauses = Pauses()
    person_first: PersonFirst = PersonFirst()
    stages: tuple[Stage, ...]
    """Only those that are enabled."""
    disabled: tuple[Stage, ...] = ()
    after: Mapping[str, After] = field(default_factory=dict)
    """By incident. One that does not stand here lets the stages go on."""
    asks: Asks = Asks()
    end: End
    digest: str
    """SHA-256 of the text that it was read from."""
    positions: dict[str, int] = field(init=False, compare=False, repr=False)
    """How many of the stages lie at or before each key of the trade."""

    def __post_init__(self) -> None:
        """Count the stages up to each key, so that switching one on or off loses nobody's place."""
        ranks = [STAGE_KEYS.index(stage.key) for stage in self.stages]
        counted = {key: sum(1 for one in ranks if one <= rank) for rank, key in enumerate(STAGE_KEYS)}
        object.__setattr__(self, "positions", counted)

    def position(self, key: str | None) -> int:
        """Return how many of the stages lie at or before the one called `key`; 0 where none was sent."""
        return self.positions[key] if key else 0

    def stage_of(self, key: str) -> Stage:
        """Return a stage of this strategy, or the first text of an incident.

        Raises:
            KeyError: this strategy has no such stage.
        """
        after = self.after.get(key)
        found = (after.stage,) if after else (stage for stage in self.stages if stage.key == key)
        for stage in found:
            if stage is not None:
                return stage
        raise KeyError(key)

    def without_notice(self) -> "Strategy":
        """Return the strategy as it is for who needs no fourteen-day notice (6:96 paragraph 6 BW: a consumer does)."""
        stages = tuple(stage for stage in self.stages if stage.key != NOTICE)
        return self if len(stages) == len(self.stages) else replace(self, stages=stages)
