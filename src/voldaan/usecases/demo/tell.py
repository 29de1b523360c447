"""Tell the story of the example book: each working day of half a year, through the use cases of a real day.

Files come in in the morning, people do what debtors asked of them, the day is run, messages are approved and leave,
and what debtors do next follows from what was really sent. The moments are those of the story, never of a clock.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from voldaan.domain.workdays import add_working_days, is_working_day
from voldaan.records.models import Client, Reminded
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.demo.bicycle_shop import BICYCLE_SHOP
from voldaan.usecases.demo.conduct import after_message
from voldaan.usecases.demo.gardener import GARDENER
from voldaan.usecases.demo.office import Office
from voldaan.usecases.demo.office_service import OFFICE_SERVICE
from voldaan.usecases.demo.people import (
    AFTERNOON,
    DAY_RUN,
    MORNING,
    OPENING,
    act,
    answer_questions,
    register_agency,
    register_house,
    welcome,
    write_down,
)
from voldaan.usecases.demo.wholesaler import WHOLESALER
from voldaan.usecases.demo.world import FIRST_DAY, LAST_DAY, House
from voldaan.usecases.hand_over import hand_over
from voldaan.usecases.match_payments import match_payments
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.run_day import DayRun, run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.settle_invoice import settle_invoice

HOUSES: tuple[House, ...] = (WHOLESALER, GARDENER, OFFICE_SERVICE, BICYCLE_SHOP)

WEDNESDAY, FRIDAY = 2, 4
AWAY_FROM = date(2026, 11, 19)
"""From this day on nobody approves: that is the work that waits on the desk."""
CONFIRMED_UNTIL = date(2026, 11, 13)
"""A hand-over that is ready later still waits for its client."""
DAYS_TO_CONFIRM = 2


@dataclass(slots=True)
class Told:
    """What the story brought about."""

    days: int = 0
    files: int = 0
    sent: int = 0
    withdrawn: int = 0
    answered: int = 0
    handed_over: list[tuple[str, str]] = field(default_factory=list)
    """Client and debtor."""


def tell(
    *, folder: Path, last_day: date = LAST_DAY, progress: Callable[[date], None] = lambda day: None
) -> Told:
    """Make the example book in an empty one, up to and including `last_day`, and keep its files in `folder`."""
    agency = register_agency()
    offices = [Office(house, register_house(house, agency), folder) for house in HOUSES]
    told = Told()
    ready: dict[tuple[str, str], date] = {}
    for today in working_days(last_day):
        progress(today)
        for office in offices:
            _day(office, today, told, ready)
        told.days += 1
    return told


def working_days(last_day: date) -> Iterator[date]:
    """Yield the working days of the story."""
    day = FIRST_DAY
    while day <= last_day:
        if is_working_day(day):
            yield day
        day += timedelta(days=1)


def _day(office: Office, today: date, told: Told, ready: dict[tuple[str, str], date]) -> None:
    """Let one working day of one client pass."""
    sent_before = told.sent
    _take_files(office, today, told)
    _send_what_was_approved(office, today, told)
    _people(office, today, told)
    done = _run(office, today, told)
    _confirm_hand_overs(office, today, done, told, ready)
    if told.sent > sent_before:
        _listen(office, today)


def _take_files(office: Office, today: date, told: Told) -> None:
    now = act(office.house, today, OPENING)
    for name, data in office.files_of(today, today - timedelta(days=1)):
        office.hand_in(name, data, now)
        told.files += 1
    for bill in office.bills.values():
        if bill.debtor.number not in office.greeted and office.is_known(bill, today):
            office.greeted.add(bill.debtor.number)
            welcome(office.client, bill.debtor, now)


def _send_what_was_approved(office: Office, today: date, told: Told) -> None:
    """Send what was approved after yesterday's post had left; what was paid overnight is withdrawn."""
    house, now = office.house, act(office.house, today, MORNING)
    if not house.approver:
        return
    if house.by_agency and today < AWAY_FROM:
        office.to_send += approve_messages(office.client, on=now.on, at=now.at, by=house.approver).approved
    if not office.to_send:
        return
    office.to_send = 0
    match_payments(office.client, on=now.on, at=now.at, by=now.by)
    sent = send_messages([office.client], on=now.on, at=now.at, by=now.by)
    told.sent += sent.sent
    told.withdrawn += sent.withdrawn


def _people(office: Office, today: date, told: Told) -> None:
    """Let people write down what debtors said, and answer what was asked the day before."""
    now = act(office.house, today, MORNING)
    for said in office.agenda.pop(today, []):
        if said.verb == "CREDIT" and (file := office.credit_note(said.bill, today)):
            office.hand_in(*file, now)
            told.files += 1
        write_down(office.client, said, now)
    if office.house.payment_truth == "CLIENT_WORD":
        for number in office.settled_by_word(today - timedelta(days=1)):
            settle_invoice(office.client, number, on=today, at=now.at, by=now.by)
    if office.house.payment_truth == "BANK":
        told.answered += answer_questions(office.client, office.meant, now)


def _run(office: Office, today: date, told: Told) -> DayRun:
    """Run the day; on Wednesdays the wholesaler approves in the afternoon and the post leaves a day later."""
    house, now = office.house, act(office.house, today, DAY_RUN)
    at_once = _approves(house, today)
    done = run_day(office.client, on=now.on, at=now.at, by=now.by, approve=at_once)
    told.sent += done.sent.sent
    told.withdrawn += done.sent.withdrawn + done.written.withdrawn
    if house.approver and not house.by_agency and today.weekday() == WEDNESDAY and today < AWAY_FROM:
        later = act(house, today, AFTERNOON)
        office.to_send += approve_messages(office.client, on=later.on, at=later.at, by=later.by).approved
    return done


def _approves(house: House, today: date) -> bool:
    """Test if messages leave on the day they are written: Mira is out on Wednesdays, Joris looks back on Fridays."""
    if not house.approver or today >= AWAY_FROM:
        return False
    return today.weekday() == FRIDAY if house.by_agency else today.weekday() != WEDNESDAY


def _confirm_hand_overs(
    office: Office, today: date, done: DayRun, told: Told, ready: dict[tuple[str, str], date]
) -> None:
    """Let the client's authorised person confirm what has been ready for two working days."""
    if not done.planned.acts.get("HAND_OVER") or today > CONFIRMED_UNTIL:
        return
    now = act(office.house, today, AFTERNOON)
    _, previewed = preview_day(office.client, on=today)
    for debtor in (row.debtor for row in previewed if row.decision.act == "HAND_OVER"):
        since = ready.setdefault((office.house.key, debtor), today)
        if today >= add_working_days(since, DAYS_TO_CONFIRM):
            confirmed_by = office.house.facts["authorised_person"]
            hand_over(office.client, debtor, confirmed_by=confirmed_by, on=now.on, at=now.at, by=now.by)
            told.handed_over.append((office.house.key, debtor))
            del ready[office.house.key, debtor]


def _listen(office: Office, today: date) -> None:
    """Let debtors answer the messages that left today."""
    for number, stage, message, channel in _sent_on(office.client, today):
        bill = office.bills[number]
        by_mail = message if channel == "EMAIL" else ""
        office.add(after_message(bill, stage, on=today, message=by_mail))


def _sent_on(client: Client, today: date) -> list[tuple[str, str, str, str]]:
    with rows_of(client):
        rows = Reminded.objects.filter(on=today).order_by("pk")
        named = rows.values_list("invoice__number", "stage", "message__uuid", "message__channel")
        return [(number, stage, str(message), channel) for number, stage, message, channel in named]
