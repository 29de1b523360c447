"""What must be true of every message that left: P1 to P8, P13, P14, by the simulation's own account."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.simulation import reading
from tests.simulation.cast import Bill, House
from tests.simulation.postman import Delivered
from tests.simulation.truth import STAGES, Given, Truth
from voldaan.records.models import Client, Message, MessageInvoice
from voldaan.records.scope import rows_of

SPACING = timedelta(days=7)


def breaches_of(client: Client, truth: Truth, delivered: Delivered) -> Iterator[str]:
    """Yield a sentence for everything that is wrong with a message, and remember that it was given."""
    with rows_of(client):
        message = Message.objects.select_related("account__debtor").filter(uuid=delivered.uuid).first()
        stages = dict(MessageInvoice.objects.filter(message=message).values_list("invoice__number", "stage"))
    if message is None:
        yield f"P13 a message left that {client.key} does not have: {delivered.uuid}"
        return
    person = message.account.number
    named = _named(delivered, message)
    yield from _about_the_truth(truth, delivered)
    yield from _about_the_hour(truth.house, message, delivered)
    yield from _about_the_rhythm(truth, person, delivered.on)
    for number in sorted(named):
        yield from _about_a_bill(truth, person, number, message, delivered.on)
    yield from _about_the_stages(truth, stages, named)
    if delivered.channel == "EMAIL":
        yield from _about_the_words(truth, person, named, message, delivered)
    _remember(truth, message, stages, delivered.on)


def _named(delivered: Delivered, message: Message) -> set[str]:
    """Return the bills in a message: of an e-mail what its text names, of a letter what it was made from."""
    if delivered.channel == "EMAIL":
        return reading.bills(reading.text_of(delivered.content))
    return set(_told(message))


def _told(message: Message) -> dict[str, int]:
    """Return what the facts of a message say is open of each bill."""
    lines = [*message.facts["invoices"], *message.facts["also_open"]]
    return {line["number"]: line["open_cents"] for line in lines}


def _about_the_truth(truth: Truth, delivered: Delivered) -> Iterator[str]:
    until = truth.known_until()
    if not truth.is_fresh(until, delivered.on):
        yield f"P2 a message left while payments are known until {until}"


def _about_the_hour(house: House, message: Message, delivered: Delivered) -> Iterator[str]:
    is_natural = message.account.debtor.name.startswith("Jo ")
    free = delivered.at.weekday() == 6 or not 7 <= delivered.at.hour < 20
    if house.by_agency and is_natural and free:
        yield f"P6 the agency approached {message.account.debtor.name} at {delivered.at:%A %H:%M}"


def _about_the_rhythm(truth: Truth, person: str, on: date) -> Iterator[str]:
    for given in truth.that_counts(person):
        if on - given.on < SPACING:
            yield f"P5 {person} got a message on {given.on} and another on {on}"


def _about_a_bill(truth: Truth, person: str, number: str, message: Message, on: date) -> Iterator[str]:
    bill = next((one for one in truth.house.bills if one.number == number), None)
    if bill is None or bill.person.number != person:
        yield f"P13 {person} was reminded of {number}, which is somebody else's"
        return
    owed = truth.owed(bill)
    if owed <= 0:
        yield f"P1 {person} was reminded of {number}, which is settled"
    if why := truth.block(bill, on):
        yield f"P1 {person} was reminded of {number}, which is {why}"
    if bill.due < on and not truth.covers(bill, truth.known_until()):
        yield f"P1 {person} was reminded of {number}, and the due day {bill.due} is not covered"
    if _told(message).get(number) != owed:
        yield f"P8 a message says {_told(message).get(number)} is open of {number}; it is {owed}"


def _about_the_stages(truth: Truth, stages: dict[str, str], named: set[str]) -> Iterator[str]:
    for number, stage in sorted(stages.items()):
        if number not in named:
            yield f"P8 a message was kept as one about {number}, and does not name it"
        done = truth.stages_given(truth.bill(number))
        if stage and STAGES.index(stage) != len(done):
            yield f"P4 {number} got {stage} after {[one.stages[number] for one in done]}"


def _about_the_words(
    truth: Truth, person: str, named: set[str], message: Message, delivered: Delivered
) -> Iterator[str]:
    text, html = reading.text_of(delivered.content), reading.html_of(delivered.content)
    bills = [bill for bill in truth.house.bills if bill.number in named]
    yield from (f"P7 a message says: {line}" for line in reading.claims_more(text))
    yield from (f"P14 a message leads to {link}" for link in reading.foreign_links(html))
    if strange := reading.amounts(text) - _amounts(truth, bills):
        yield f"P8 a message names amounts that are nobody's: {sorted(strange)}"
    if strange_ibans := reading.ibans(text) - set(truth.house.ibans):
        yield f"P8 a message names bank accounts that are not the creditor's: {sorted(strange_ibans)}"
    if _mailbox(truth, person) != delivered.recipient:
        yield f"P13 a message for {person} went to {delivered.recipient}"


def _amounts(truth: Truth, bills: list[Bill]) -> set[int]:
    owed = [truth.owed(bill) for bill in bills]
    return {0, sum(owed), *owed, *(bill.cents for bill in bills)}


def _mailbox(truth: Truth, person: str) -> str:
    return next(bill.person.email for bill in truth.house.bills if bill.person.number == person)


def _remember(truth: Truth, message: Message, stages: dict[str, str], on: date) -> None:
    truth.given.append(
        Given(
            uuid=str(message.uuid),
            person=message.account.number,
            on=on,
            pay_by=message.pay_by,
            stages={number: stage for number, stage in stages.items() if stage},
        )
    )
