"""A world lives: each day people pay and talk, files come in, the book is run, machines fail, and all is checked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.dying import dies
from tests.simulation import books, letters, staff
from tests.simulation.cast import FIRST_DAY, House, houses, luck
from tests.simulation.conduct import BY_BANK, Deed, after_message, at_issue
from tests.simulation.dump import dump_of
from tests.simulation.files import DAY, Desk, Paper
from tests.simulation.happenings import booked_on, movements_of, overheads
from tests.simulation.money import Bank, Movement
from tests.simulation.postman import Postman, employ
from tests.simulation.truth import Truth
from voldaan.records.finding import NotFound
from voldaan.records.locks import is_gone
from voldaan.records.models import Client, Decision, Invoice, Message
from voldaan.records.pending import messages_in
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.hand_over import CannotHandOver, hand_over
from voldaan.usecases.import_files import Imported, import_file
from voldaan.usecases.match_payments import match_payments
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.register_client import (
    AgencyDetails,
    ClientDetails,
    EngagementTerms,
    add_agency,
    add_client,
    start_engagement,
)
from voldaan.usecases.run_day import run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.settle_invoice import CannotSettle, settle_invoice

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
LAST_DAYS = {"BANK": 4, "LEDGER": 7, "CLIENT_WORD": 30}
HOLIDAY_DAYS = 9


@dataclass(slots=True)
class Office:
    """One creditor: its row in the book, its truth, its desk, and what its debtors will still do."""

    client: Client
    truth: Truth
    desk: Desk
    agenda: list[Deed] = field(default_factory=list)
    told: list[Deed] = field(default_factory=list)
    """What debtors said on days on which nobody was there to write it down."""
    head: tuple[int, str] = (0, "")

    @property
    def house(self) -> House:
        """Return who it is."""
        return self.truth.house


@dataclass(slots=True)
class World:
    """Everything of one seed."""

    seed: int
    days: int
    postman: Postman
    offices: list[Office] = field(default_factory=list)
    breaches: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def luck(self, office: Office, what: str, on: date) -> float:
        """Return a number from 0 to 1 for one purpose on one day."""
        return luck(self.seed, office.house.key, what, on).random()

    def report(self, office: Office, on: date, sentences: Iterator[str]) -> None:
        """Write down breaches."""
        self.breaches += (f"{on} {office.house.key}: {sentence}" for sentence in sentences)

    def count(self, what: str, times: int = 1) -> None:
        """Count something that happened, to show that the world is not asleep."""
        self.counts[what] = self.counts.get(what, 0) + times


def live(seed: int, *, days: int, folder: Path, only: str = "") -> World:
    """Live so many days of a seed, of all creditors or one, and stop on the first day that breaks a property."""
    world = World(seed=seed, days=days, postman=Postman(seed, folder / f"post-{seed}.jsonl"))
    world.postman.log.unlink(missing_ok=True)
    employ(world.postman)
    world.offices = [
        _open_office(world, house) for house in houses(seed, days=days) if only in ("", house.key)
    ]
    for number in range(days):
        today = FIRST_DAY + number * DAY
        for office in world.offices:
            _let_debtors_act(world, office, today)
            if _is_open(world, office, today):
                _work(world, office, today)
        if world.breaches:
            break
    return world


def _open_office(world: World, house: House) -> Office:
    when: dict[str, Any] = {"on": FIRST_DAY, "at": _moment(FIRST_DAY), "by": "Mira"}
    details = ClientDetails(
        coc_number=house.coc_number, vat_number=house.vat_number, street="Molenpad 1", postcode="1234 AB",
        city="Zonnedorp", signer="Mira Bos", phone="010 000 45 67", email=f"post@{house.key}.example",
        truth_days_max=LAST_DAYS[house.truth], approval="AUTOMATIC" if house.automatic else "BATCH", authorised_person="Mira Bos",
        next_step_collection=house.by_agency,
    )  # fmt: skip
    client = add_client(
        house.key, name=house.name, ibans=house.ibans, payment_truth=house.truth, details=details, **when
    )
    if house.by_agency:
        agency = add_agency("brug", details=_AGENCY, **when)
        terms = EngagementTerms(first_day=FIRST_DAY, price_cents=450, payment_truth=house.truth)
        start_engagement(client, agency, terms=terms, **when)
    truth = Truth(house, {iban: Bank(iban=iban, owner=house.name) for iban in house.ibans})
    agenda = [deed for bill in house.bills for deed in at_issue(bill)]
    return Office(client, truth, Desk(world.seed, truth), agenda)


_AGENCY = AgencyDetails(
    registered_name="Incassohuis De Sluis B.V.", registration_mark="WKI-0000-TEST", coc_number="99900199",
    street="Sluisweg 2", postcode="4321 BA", city="Sluisdorp", signer="Tim de Wit", phone="020 000 43 21",
    email="hulp@desluis.example", complaints="Schrijf naar klachten@desluis.example.",
)  # fmt: skip


def _moment(on: date, hour: int = 10, minute: int = 0) -> datetime:
    return datetime.combine(on, time(hour, minute), tzinfo=DUTCH_TIME)


def _let_debtors_act(world: World, office: Office, today: date) -> None:
    """Let everything of today happen in the real world, whether anybody looks or not."""
    deeds = [deed for deed in office.agenda if deed.day == today]
    for deed in deeds:
        world.count(deed.verb)
        if deed.verb in BY_BANK:
            iban = booked_on(office.house, deed.bill.person.number, world.seed)
            office.truth.banks[iban].movements += movements_of(deed, office.truth)
        elif deed.verb.startswith("IS_CREDITED"):
            staff.credit(office.truth, deed)
        else:
            office.told.append(deed)
    if today.weekday() < 5:
        first = office.truth.banks[office.house.ibans[0]]
        for cents, text in overheads(office.house, world.seed, (today - FIRST_DAY).days):
            first.movements.append(
                Movement(day=today, cents=cents, name="Derde B.V.", iban="NL91ABNA0417164300", text=text)
            )


def _is_open(world: World, office: Office, today: date) -> bool:
    """Test if anybody works today: not on most weekends, not on many a day off, not during the holiday of this office."""
    away = luck(world.seed, office.house.key, "holiday").randint(10, world.days)
    if 0 <= (today - FIRST_DAY).days - away < HOLIDAY_DAYS:
        return False
    if today.weekday() >= 5:
        return world.luck(office, "weekend", today) < 0.1
    return world.luck(office, "day off", today) > 0.3


def _work(world: World, office: Office, today: date) -> None:
    """Let an office work for a day."""
    office.desk.fill(today)
    for paper in office.desk.due(today):
        _hand_in(world, office, paper, today)
    _hand_in_again(world, office, today)
    when: dict[str, Any] = {"on": today, "at": _moment(today, 8)}
    for deed in office.told:
        staff.write_down(office.client, office.truth, deed, **when)
    office.told.clear()
    if world.luck(office, "early post", today) < 0.6:
        _send(world, office, today, 9)
    if office.house.truth == "CLIENT_WORD":
        _settle(office, today)
    staff.answer_questions(office.client, office.truth, world.seed, **when)
    staff.resolve_messages(office.client, office.truth, world.postman, world.seed, **when)
    _run(world, office, today)
    _hand_over(world, office, today)
    world.report(office, today, books.breaches_of(office.client, office.truth, world.postman))
    world.report(office, today, books.rewritten(office.client, office.head))
    office.head = books.head_of(office.client)


def _hand_in(world: World, office: Office, paper: Paper, today: date) -> None:
    """Hand in a file, sometimes cut off first, sometimes at the wrong creditor's desk first."""
    drawn = world.luck(office, f"hand in {paper.name}", today)
    if drawn < 0.1 and (paper.bills or paper.list_day is None):
        _refused(world, office, office.client, paper.name, paper.cut, today, "P11")
    elif drawn < 0.15:
        other = next((one for one in world.offices if one is not office), None)
        if other is not None and paper.list_day is None:
            _refused(world, office, other.client, paper.name, paper.data, today, "P13")
    done = _import(office.client, paper.name, paper.data, today)
    if done.refused:
        world.breaches.append(f"{today} {office.house.key}: P11 {paper.name} was refused: {done.problems}")
        return
    _shown(office.truth, paper, today)
    office.desk.taken.append(paper)


def _shown(truth: Truth, paper: Paper, today: date) -> None:
    """Remember what a file showed the book."""
    for number in paper.bills:
        truth.handed_in.setdefault(number, today)
    for iban, day in paper.days:
        truth.days_shown.setdefault(iban, set()).add(day)
    truth.list_day = paper.list_day or truth.list_day
    truth.credits_shown |= {paper.credit} - {""}


def _refused(
    world: World, office: Office, client: Client, name: str, data: bytes, today: date, broken: str
) -> None:
    """Check that a file is refused with a sentence and changes nothing (P11, P13)."""
    before = dump_of(client)
    done = _import(client, name, data, today)
    world.count("refused")
    if not done.refused or not all(one.what and one.how_to_fix for one in done.problems):
        world.breaches.append(f"{today} {office.house.key}: {broken} {name} was not refused at {client.key}")
    if dump_of(client) != before:
        world.breaches.append(
            f"{today} {office.house.key}: {broken} {name} was refused and changed {client.key}"
        )


def _hand_in_again(world: World, office: Office, today: date) -> None:
    """Hand in a known file once more: nothing may change (P10)."""
    drawn = luck(world.seed, office.house.key, "again", today)
    if not office.desk.taken or drawn.random() > 0.2:
        return
    paper, before = drawn.choice(office.desk.taken), dump_of(office.client)
    done = _import(office.client, f"nog eens {paper.name}", paper.data, today)
    world.count("again")
    if done.new or done.refused or dump_of(office.client) != before:
        world.breaches.append(f"{today} {office.house.key}: P10 {paper.name} a second time: {done}")


def _import(client: Client, name: str, data: bytes, today: date) -> Imported:
    return import_file(client, name=name, data=data, on=today, at=_moment(today, 8), by="Mira")


def _settle(office: Office, today: date) -> None:
    """Let the client say, on Tuesdays, which invoices were paid."""
    if today.weekday() != 1:
        return
    for number in sorted(office.truth.handed_in):
        bill = office.truth.bill(number)
        if number in office.truth.settled or office.truth.really_owed(bill, today - DAY) > 0:
            continue
        office.truth.settled[number] = today
        try:
            settle_invoice(office.client, number, on=today, at=_moment(today, 9), by="Mira")
        except (CannotSettle, NotFound):
            continue


def _run(world: World, office: Office, today: date) -> None:
    """Run the day; sometimes decide it twice before, sometimes approve a day late, sometimes send at night."""
    when: dict[str, Any] = {"on": today, "at": _moment(today), "by": "Mira"}
    if world.luck(office, "twice", today) < 0.2:
        match_payments(office.client, **when)
        plan_day(office.client, **when)
        again = plan_day(office.client, **when)
        world.report(
            office, today, iter([f"P15 a second plan changed {again.changed}"] if again.changed else [])
        )
    world.postman.at = when["at"]
    run_day(office.client, **when)
    _follow(world, office, today)
    world.report(office, today, books.lost(office.client, office.truth, today))
    if world.luck(office, "approves", today) < 0.6:
        approve_messages(office.client, on=today, at=_moment(today, 11), by="Mira")
    if world.luck(office, "late post", today) < 0.5:
        hour = luck(world.seed, office.house.key, "hour", today).choice((6, 12, 12, 12, 12, 16, 21))
        _send(world, office, today, hour)


def _send(world: World, office: Office, today: date, hour: int) -> None:
    """Send what is approved; sometimes the sender dies half way, and another goes on at once or tomorrow."""
    at = _moment(today, hour)
    world.postman.at = at
    world.postman.meanwhile = lambda: _second_sender(office.client, today, at)
    if world.luck(office, f"dies at {hour}", today) < 0.12:
        point = luck(world.seed, office.house.key, "point", today, hour).randint(1, 9)
        world.count("died", int(_sends_and_dies(office, today, at, point)))
        _follow(world, office, today)
        if world.luck(office, f"goes on at {hour}", today) < 0.5:
            return
    _sends(office, today, at)
    _follow(world, office, today)
    world.report(office, today, (f"P3 {said}" for said in world.postman.said))
    world.report(office, today, _left_under_way(office.client))
    world.postman.said.clear()


def _sends_and_dies(office: Office, today: date, at: datetime, point: int) -> bool:
    return dies(lambda: _sends(office, today, at), point=point, at=((Postman, "take"),))


def _sends(office: Office, today: date, at: datetime) -> None:
    send_messages([office.client], on=today, at=at, by="Mira")


def _left_under_way(client: Client) -> Iterator[str]:
    """Yield a sentence when a message is still under way after a sender came to its end (P3)."""
    with rows_of(client):
        for message in Message.objects.filter(state="SENDING"):
            yield f"P3 message {message.uuid} is under way and nobody is told"


def _second_sender(client: Client, today: date, at: datetime) -> str:
    """Send while somebody else is handing a message over; say what went wrong, or nothing.

    What the first one is at stays its own.
    """
    with rows_of(client):
        under_way = [one.pk for one in messages_in("SENDING") if not is_gone(one.sender)]
    send_messages([client], on=today, at=at, by="second")
    with rows_of(client):
        left_alone = {one.pk for one in messages_in("SENDING")}
    return "" if left_alone.issuperset(under_way) else "a second sender took what the first was handing over"


def _follow(world: World, office: Office, today: date) -> None:
    """Look at what left since the last time, and let those whom it reached react."""
    for delivered in world.postman.new():
        world.count("delivered")
        world.report(office, today, letters.breaches_of(office.client, office.truth, delivered))
        given = office.truth.given[-1] if office.truth.given else None
        if given is None or given.uuid != delivered.uuid:
            continue
        for number, stage in given.stages.items():
            office.agenda += after_message(office.truth.bill(number), stage, today)


def _hand_over(world: World, office: Office, today: date) -> None:
    """Let the authorised person confirm what is ready, on some days."""
    if world.luck(office, "confirms", today) < 0.5:
        return
    with rows_of(office.client):
        newest = {row.account_id: row for row in Decision.objects.select_related("account").order_by("pk")}
        ready = sorted(
            row.account.number for row in newest.values() if row.act == "HAND_OVER" and row.on == today
        )
    for person in ready:
        try:
            hand_over(
                office.client, person, confirmed_by="Mira Bos", on=today, at=_moment(today, 15), by="Mira"
            )
        except CannotHandOver:
            continue
        world.count("handed over")
        _remember_hand_over(world, office, person, today)


def _remember_hand_over(world: World, office: Office, person: str, today: date) -> None:
    with rows_of(office.client):
        rows = Invoice.objects.filter(account__number=person, handed_over_on=today)
        numbers = list(rows.values_list("number", flat=True))
    for number in numbers:
        bill = office.truth.bill(number)
        if (
            office.truth.owed(bill) <= 0
            or office.truth.block(bill, today)
            or len(office.truth.stages_given(bill)) < 3
        ):
            world.breaches.append(
                f"{today} {office.house.key}: P1 {number} was handed over and should not be"
            )
        office.truth.handed_over.add(number)
