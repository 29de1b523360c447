"""The people of an office: they write down what debtors say, and answer what the book asks, from the truth."""

from datetime import date, datetime
from typing import Any

from tests.simulation.cast import luck
from tests.simulation.conduct import PROMISED_DAYS, Deed
from tests.simulation.files import DAY
from tests.simulation.money import meant_for
from tests.simulation.postman import Postman
from tests.simulation.truth import Credit, Truth
from voldaan.records.finding import NotFound
from voldaan.records.models import Allocation, Client, Hold, Invoice, Message, Payment, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.agree_payment_plan import CannotAgree, agree_payment_plan, end_payment_plan
from voldaan.usecases.answer_question import CannotAnswer, answer_question
from voldaan.usecases.open_dispute import CannotDispute, close_dispute, open_dispute
from voldaan.usecases.place_hold import lift_hold, place_hold
from voldaan.usecases.record_promise import CannotPromise, record_promise
from voldaan.usecases.resolve_message import resolve_message

REFUSALS = (NotFound, CannotAgree, CannotAnswer, CannotDispute, CannotPromise)
"""What the product may say to a person who asks for something that makes no sense by now."""


def write_down(client: Client, truth: Truth, deed: Deed, *, on: date, at: datetime) -> None:
    """Write down what a debtor said, as far as the book takes it, and remember what it took."""
    when: dict[str, Any] = {"on": on, "at": at, "by": "Mira"}
    number, person = deed.bill.number, deed.bill.person.number
    try:
        match deed.verb:
            case "DISPUTES":
                open_dispute(client, number, owner="Mira", answer_by=on + 10 * DAY, **when)
                truth.disputed.add(number)
            case "DISPUTE_ENDS":
                close_dispute(client, number, outcome="gelijk", **when)
                truth.disputed.discard(number)
            case "PROMISES":
                last_day = on + PROMISED_DAYS * DAY
                record_promise(client, person, invoice=number, last_day=last_day, **when)
                truth.promised[number] = last_day
            case "AGREES_PLAN":
                _agree(client, truth, deed, on, when)
            case "PLAN_ENDS":
                if number in truth.on_plan:
                    end_payment_plan(client, truth.on_plan[number], outcome="WITHDRAWN", **when)
                    del truth.on_plan[number]
            case "IS_HELD":
                place_hold(client, person, reason="ANSWER_TO_READ", last_day=None, **when)
                truth.held.add(person)
            case "HOLD_ENDS":
                _lift(client, truth, person, when)
            case _:
                pass
    except REFUSALS:
        return


def credit(truth: Truth, deed: Deed) -> None:
    """Let the creditor credit a bill, in part or whole."""
    owed = truth.really_owed(deed.bill, deed.day)
    cents = owed if deed.verb == "IS_CREDITED_WHOLE" else owed * 40 // 100
    if cents > 0:
        truth.credits.append(
            Credit(number=f"CN-{deed.bill.number}", bill=deed.bill, day=deed.day, cents=cents)
        )


def _agree(client: Client, truth: Truth, deed: Deed, on: date, when: dict[str, Any]) -> None:
    number = deed.bill.number
    with rows_of(client):
        owed = Invoice.objects.filter(number=number).values_list("open_cents", flat=True).first() or 0
    half = owed // 2
    parts = [(on + 7 * DAY, half), (on + 21 * DAY, owed - half)]
    if half:
        truth.on_plan[number] = agree_payment_plan(
            client, deed.bill.person.number, invoices=[number], instalments=parts, **when
        )


def _lift(client: Client, truth: Truth, person: str, when: dict[str, Any]) -> None:
    with rows_of(client):
        holds = list(
            Hold.objects.filter(account__number=person, lifted_on__isnull=True).values_list("pk", flat=True)
        )
    for hold in holds:
        lift_hold(client, hold, **when)
    truth.held.discard(person)


def answer_questions(client: Client, truth: Truth, seed: int, *, on: date, at: datetime) -> None:
    """Answer what the book asks, half of it today, from what was really meant."""
    with rows_of(client):
        questions = list(
            Question.objects.filter(answered_at__isnull=True).select_related("payment").order_by("pk")
        )
    for place, question in enumerate(questions):
        if luck(seed, client.key, "answers", on, place).random() < 0.5:
            continue
        try:
            _answer(client, truth, question, {"on": on, "at": at, "by": "Mira"})
        except REFUSALS:
            continue


def _answer(client: Client, truth: Truth, question: Question, when: dict[str, Any]) -> None:
    if question.payment is not None:
        with rows_of(client):
            meant = _left_of(truth, question.payment)
            known = dict(Invoice.objects.filter(number__in=meant).values_list("number", "open_cents"))
        if any(number not in known for number in meant):
            return
        sign = -1 if question.payment.amount_cents < 0 else 1
        parts = [
            (number, min(abs(cents), known[number]) if sign > 0 else -cents)
            for number, cents in meant.items()
        ]
        parts = [(number, cents) for number, cents in parts if cents > 0]
        answer_question(
            client, question.pk, answer="ACCEPT" if parts else "NOT_OURS", allocations=parts, **when
        )
    elif question.credit_note_id is None:
        answer_question(client, question.pk, answer="ACCEPT", **when)


def _left_of(truth: Truth, payment: Payment) -> dict[str, int]:
    """Return what a payment and its twins were meant for, less what of them has found its place."""
    looks = looks_of(payment)
    real = [one for one in truth.shown_movements() if one.looks == looks]
    meant = {number: meant_for(real, number) for one in real for number, _ in one.meant}
    twins = Payment.objects.filter(digest=payment.digest).values("pk")
    for number, cents in Allocation.objects.filter(payment__in=twins).values_list("invoice__number", "cents"):
        meant[number] = meant.get(number, 0) - cents
    return {number: cents for number, cents in meant.items() if cents * payment.amount_cents > 0}


def looks_of(payment: Payment) -> tuple[object, ...]:
    """Return what can be seen of a payment, as the bank's own record says it."""
    return (
        payment.booking_date, payment.amount_cents, payment.counterparty_iban, payment.remittance,
        payment.payment_reference, payment.end_to_end_id, payment.bank_reference,
    )  # fmt: skip


def resolve_messages(
    client: Client, truth: Truth, postman: Postman, seed: int, *, on: date, at: datetime
) -> None:
    """Find out what became of ambiguous messages, and write down what came back."""
    when: dict[str, Any] = {"on": on, "at": at, "by": "Mira"}
    left = {one.uuid for one in postman.all()}
    with rows_of(client):
        unsure = list(Message.objects.filter(state="AMBIGUOUS").order_by("pk").values_list("uuid", flat=True))
    for place, uuid in enumerate(map(str, unsure)):
        if luck(seed, client.key, "resolves", on, place).random() < 0.6:
            resolve_message(client, uuid, answer="SENT" if uuid in left else "NOT_SENT", **when)
    for given in truth.given:
        if _came_back(client, truth, given.person, given.uuid) and not given.bounced and given.on < on:
            resolve_message(client, given.uuid, answer="BOUNCED", **when)
            given.bounced = True


def _came_back(client: Client, truth: Truth, person: str, uuid: str) -> bool:
    """Test if a message went to a mailbox that does not exist, and is known to have been sent."""
    bounces = any(bill.person.bounces for bill in truth.house.bills if bill.person.number == person)
    if not bounces:
        return False
    with rows_of(client):
        return Message.objects.filter(uuid=uuid, state="SENT", channel="EMAIL").exists()
