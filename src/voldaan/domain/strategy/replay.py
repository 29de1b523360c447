"""Whole periods of one account: what a strategy does from day to day, given what was known on each day.

The days are not walked one by one. A decision says until when the calendar cannot change it, and a course says when
its facts change: between those days nothing can happen. What the replay itself sends is remembered beside the course,
so that stage, spacing and term are those of the strategy that is replayed.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple, Protocol

from voldaan.domain.law.notice import By, notice_term
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.decide import decide
from voldaan.domain.strategy.facts import AccountFacts, ClientAnswer, DayFacts, Decision, InvoiceFacts, Reason
from voldaan.domain.strategy.looks import DAY, counts_until, look_at, pay_by
from voldaan.domain.strategy.message_stages import own_stages
from voldaan.domain.strategy.strategy import EVERYBODY, INCIDENTS, NOTICE

TRUTH_MUST_MOVE: Final[frozenset[Reason]] = frozenset({"PAYMENT_TRUTH_STALE", "DUE_DAY_NOT_COVERED"})
"""Reasons that end when payments are known further, or fresher."""

NOBODY_ASKED: Final[frozenset[Reason]] = frozenset({"OUTSIDE_CONTACT_DAYS"})
"""Reasons to ask that end by themselves on a next day: no question comes up."""


class Course(Protocol):
    """What is known of one account on each day, apart from what a replay sends."""

    def on(self, day: date) -> AccountFacts | None:
        """Return the facts of a day; None where nothing is open."""
        ...

    def changes_after(self, day: date) -> date | None:
        """Return the first later day on which the facts can differ; None: they never do."""
        ...


class Days:
    """What holds for every account on each day of a period, and when that changes otherwise than by the calendar."""

    def __init__(
        self,
        make: Callable[[date], DayFacts],
        *,
        turns: Sequence[date] = (),
        truth_moves: Sequence[date] = (),
        answer_by: Callable[[date], date] = lambda on: on,
    ) -> None:
        """Keep how a day is made.

        `turns` are days on which somebody else begins to write, `truth_moves` those on which payments become known
        further or staler. `answer_by` gives the last day to answer for a client who is asked on a day.
        """
        self._make = make
        self._made: dict[date, DayFacts] = {}
        self._turns = sorted(turns)
        self._truth_moves = sorted(truth_moves)
        self.answer_by = answer_by

    def on(self, day: date) -> DayFacts:
        """Return what holds on a day."""
        found = self._made.get(day)
        if found is None:
            found = self._made[day] = self._make(day)
        return found

    def change_after(self, day: date, *, waits_for_truth: bool) -> date | None:
        """Return the first later day on which something changes that an account waits for."""
        following = [_after(self._turns, day), _after(self._truth_moves, day) if waits_for_truth else None]
        return min((one for one in following if one is not None), default=None)


def _after(days: Sequence[date], day: date) -> date | None:
    place = bisect_right(days, day)
    return days[place] if place < len(days) else None


def earliest_days(strategies: Strategies) -> int | None:
    """Return how many days after its due date an invoice can first bring about something, negative before it.

    None: at once, because a strategy looks at what is open of an account before it says for whom it is.
    """
    every = (*strategies.ordered, *strategies.named.values())
    if any(one.for_whom != EVERYBODY for one in every):
        return None
    # Without a stage, or with one passed over, a person is asked from the day after the due date.
    return min([1, *(stage.days for one in every for stage in one.stages)])


class Replayed(NamedTuple):
    """One act of a replay: a message, a question that comes up, or invoices that are ready to be handed over."""

    account_id: int
    on: date
    decision: Decision
    cents: int
    """What is open of the invoices that the act is about."""
    told: tuple[int, ...] = ()
    """Of a message: every invoice that it is a stage of, with those that stand beside."""


class Told(NamedTuple):
    """What an invoice was last told."""

    stage: str | None
    on: date
    pay_by: date


def replay(
    course: Course, strategies: Strategies, days: Days, first_day: date, last_day: date
) -> Iterator[Replayed]:
    """Yield what would have been done with an account from `first_day` up to and including `last_day`, in order.

    Every message leaves on its day. What is handed over is left in peace from then on, and the other invoices go on.
    A question comes up once and is never answered, but by the facts of the course. A client who is asked first says
    nothing.
    """
    memory = _Memory(strategies)
    on: date | None = first_day
    while on is not None and on <= last_day:
        known = course.on(on)
        if known is None:
            on = course.changes_after(on)
            continue
        facts, day = memory.over(known), days.on(on)
        decision = decide(facts, strategies, day)
        if day.asks_first and memory.ask_client(facts, decision, day, days.answer_by(on)):
            continue
        done = memory.done(facts, decision, day)
        if done is not None:
            yield done
        on = _next_day(decision, course, days, facts, day)


def _next_day(
    decision: Decision, course: Course, days: Days, facts: AccountFacts, day: DayFacts
) -> date | None:
    """Return the next day on which anything can happen; None: nothing will."""
    on = day.on
    if decision.act in ("REMIND", "HAND_OVER"):
        return on + DAY
    waits_for_truth = (
        decision.because in TRUTH_MUST_MOVE
        # A truth that goes stale lifts a question about the account, and shows one about an invoice.
        or (decision.act == "ASK" and not decision.invoices)
        or any(other.because in TRUTH_MUST_MOVE for other in decision.others)
    )
    following = [
        decision.until,
        course.changes_after(on),
        days.change_after(on, waits_for_truth=waits_for_truth),
    ]
    if day.asks_first:
        # The client is asked about an invoice whatever the account waits for.
        following.extend(other.until for other in decision.others)
        following.extend(one for invoice in facts.invoices for one in _answer_days(invoice) if one > on)
    return min([one for one in following if one is not None and one > on], default=None)


def _answer_days(invoice: InvoiceFacts) -> tuple[date, ...]:
    """Return the days from which the silence of a client speaks, and from which its answer counts no more."""
    answer = invoice.client_answer
    if answer is None:
        return ()
    return answer.answer_by + DAY, counts_until(answer.answer_by) + DAY


class _Memory:
    """What a replay has done so far with one account."""

    def __init__(self, strategies: Strategies) -> None:
        self._strategies = strategies
        self._told: dict[int, Told] = {}
        self._handed_over: set[int] = set()
        self._answers: dict[int, ClientAnswer] = {}
        self._sent: list[date] = []
        self._asked: set[tuple[Reason, tuple[int, ...]]] = set()

    def over(self, facts: AccountFacts) -> AccountFacts:
        """Return the facts as they are with what the replay has done."""
        if not (self._told or self._handed_over or self._answers):
            return facts
        return facts._replace(
            invoices=tuple([self._invoice(invoice) for invoice in facts.invoices]),
            last_reminder_on=self._sent[-1] if self._sent else facts.last_reminder_on,
            recent_reminders=(*facts.recent_reminders, *self._sent),
        )

    def ask_client(self, facts: AccountFacts, decision: Decision, day: DayFacts, answer_by: date) -> bool:
        """Put the invoices that wait for it on a list for the client, who says nothing. False: there are none."""
        waiting = {other.id for other in decision.others if other.because == "CLIENT_TO_ASK"}
        strategy = self._strategies.for_account(facts, day.on, day.client)
        if not waiting or strategy is None:
            return False
        for invoice in facts.invoices:
            stage = look_at(invoice, strategy, day).stage if invoice.id in waiting else None
            if stage is not None:
                self._answers[invoice.id] = ClientAnswer(stage.key, answer_by, "NOTHING")
        return True

    def done(self, facts: AccountFacts, decision: Decision, day: DayFacts) -> Replayed | None:
        """Remember what a decision does, and return it; None where it does nothing, or asks what was asked before."""
        told: tuple[int, ...] = ()
        if decision.act == "REMIND":
            told = self._send(facts, decision, day)
        elif decision.act == "HAND_OVER":
            self._handed_over.update(decision.invoices)
        elif decision.act == "ASK":
            question = (decision.because, decision.invoices)
            if question in self._asked or decision.because in NOBODY_ASKED:
                return None
            self._asked.add(question)
        else:
            return None
        about = set(decision.invoices)
        cents = sum(invoice.open_cents for invoice in facts.invoices if invoice.id in about)
        return Replayed(facts.id, day.on, decision, cents, told)

    def _send(self, facts: AccountFacts, decision: Decision, day: DayFacts) -> tuple[int, ...]:
        """Remember a message: the stage that it is for each invoice, its day, and the term that it gives."""
        strategy = self._strategies.for_account(facts, day.on, day.client)
        assert strategy is not None and decision.stage is not None, "a reminder is a stage of a strategy"
        stage = strategy.stage_of(decision.stage)
        about = set(decision.invoices)
        latest_due = max(invoice.due_date for invoice in facts.invoices if invoice.id in about)
        last_day = pay_by(stage, latest_due, day.on, additional=day.additional_holidays)
        if stage.wording == NOTICE and facts.kind == "PERSON":
            by: By = "POST" if decision.channel == "POST" else "EMAIL"
            lawful = notice_term(day.on, by=by, additional=day.additional_holidays)
            last_day = max(last_day, lawful.careful_last_day)
        stages = dict.fromkeys(decision.invoices, stage.key)
        beside = [other.id for other in decision.others if other.because == "ALSO_OPEN"]
        if beside:
            own = own_stages(facts, strategy, day)
            stages |= {number: own[number] for number in beside if number in own}
        for invoice in facts.invoices:
            key = stages.get(invoice.id)
            if key is not None:
                place = invoice.stage if key in INCIDENTS else key
                self._told[invoice.id] = Told(place, day.on, last_day)
                # The client's answer serves one message.
                self._answers.pop(invoice.id, None)
        self._sent.append(day.on)
        return tuple(sorted(stages))

    def _invoice(self, invoice: InvoiceFacts) -> InvoiceFacts:
        if invoice.id in self._handed_over:
            return invoice._replace(block="HANDED_OVER", block_until=None, hold=None)
        told = self._told.get(invoice.id)
        if told is not None:
            invoice = invoice._replace(stage=told.stage, reminded_on=told.on, pay_by=told.pay_by)
            if invoice.incident_on is not None and told.on >= invoice.incident_on:
                invoice = invoice._replace(incident=None, incident_on=None)
        answer = self._answers.get(invoice.id)
        return invoice if answer is None else invoice._replace(client_answer=answer)
