"""What people do in the example book: answer, agree, dispute, confirm. Each through the use case that the doors use."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from voldaan.records import events
from voldaan.records.finding import account_by_number
from voldaan.records.models import Agency, Client, Payment, PaymentPlanInvoice, Question
from voldaan.records.models import Debtor as DebtorRow
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.agree_payment_plan import agree_payment_plan, end_payment_plan
from voldaan.usecases.answer_question import Answer, answer_question
from voldaan.usecases.demo.bank import Movement
from voldaan.usecases.demo.conduct import Says, instalments
from voldaan.usecases.demo.world import AGENCY, AGENCY_KEY, AGENCY_PERSON, FIRST_DAY, Bill, Debtor, House
from voldaan.usecases.open_dispute import close_dispute, open_dispute
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.record_promise import record_promise
from voldaan.usecases.register_client import (
    AgencyDetails,
    ClientDetails,
    EngagementTerms,
    add_agency,
    add_client,
    start_engagement,
)
from voldaan.usecases.resolve_message import resolve_message

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
OPENING = time(8, 30)
MORNING = time(9, 15)
DAY_RUN = time(10, 0)
AFTERNOON = time(16, 30)
"""The moments at which things happen on a day in the office."""

QUESTIONS_LEFT_FROM = date(2026, 11, 13)
"""Questions of this day and later are left for whoever opens the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """When something is done, and by whom."""

    on: date
    at: datetime
    by: str


def act(house: House, on: date, hour: time) -> Act:
    """Return a moment of an office day of whoever looks after this client."""
    by = AGENCY_PERSON if house.by_agency else house.approver
    return Act(on=on, at=datetime.combine(on, hour, tzinfo=DUTCH_TIME), by=by)


def register_agency() -> Agency:
    """Add the agency, on the first day."""
    at = datetime.combine(FIRST_DAY, OPENING, tzinfo=DUTCH_TIME)
    return add_agency(AGENCY_KEY, details=AgencyDetails(**AGENCY), on=FIRST_DAY, at=at, by=AGENCY_PERSON)


def register_house(house: House, agency: Agency) -> Client:
    """Add a client, with its engagement where the agency works for it."""
    now = act(house, FIRST_DAY, OPENING)
    details = ClientDetails(
        **house.facts,
        truth_days_max=house.truth_days_max,
        approval="BATCH" if house.approver else "AUTOMATIC",
        next_step_collection=house.by_agency,
    )
    client = add_client(
        house.key,
        name=house.name,
        ibans=house.ibans,
        payment_truth=house.payment_truth,
        details=details,
        on=now.on,
        at=now.at,
        by=now.by,
    )
    if house.by_agency:
        terms = EngagementTerms(
            first_day=FIRST_DAY, price_cents=house.price_cents, payment_truth=house.payment_truth
        )
        start_engagement(client, agency, terms=terms, on=now.on, at=now.at, by=now.by)
    return client


def welcome(client: Client, debtor: Debtor, now: Act) -> None:
    """Write down what is known of a new debtor that no file says: its language, and a hold."""
    if debtor.language != "nl":
        _set_language(client, debtor, now)
    if debtor.hold:
        place_hold(client, debtor.number, reason=debtor.hold, on=now.on, at=now.at, by=now.by)


def _set_language(client: Client, debtor: Debtor, now: Act) -> None:
    with rows_of(client), one_transaction():
        account = account_by_number(client, debtor.number)
        DebtorRow.objects.filter(pk=account.debtor_id).update(language=debtor.language)
        data = {"language": debtor.language}
        changed = events.NewEvent(
            kind="debtor.changed", on=now.on, at=now.at, actor=now.by, account_id=account.pk, data=data
        )
        events.append(client, changed)


def write_down(client: Client, said: Says, now: Act) -> None:
    """Write down what a debtor said, by the person who heard it."""
    bill = said.bill
    match said.verb:
        case "DISPUTE":
            _dispute(client, said, now)
        case "CREDIT":
            close_dispute(client, bill.number, outcome="CREDITED", on=now.on, at=now.at, by=now.by)
            _promise(client, said, now)
        case "PROMISE":
            _promise(client, said, now)
        case "AGREE_PLAN":
            _agree(client, bill, now)
        case "END_PLAN":
            end_payment_plan(client, _plan_of(client, bill), outcome="KEPT", on=now.on, at=now.at, by=now.by)
        case "BOUNCE":
            note = "Het e-mailadres bestaat niet meer."
            resolve_message(
                client, said.message, answer="BOUNCED", note=note, on=now.on, at=now.at, by=now.by
            )


def answer_questions(client: Client, meant: dict[str, Movement], now: Act) -> int:
    """Answer yesterday's questions about payments, as somebody who called the payer, and return how many."""
    with rows_of(client):
        waiting = Question.objects.filter(answered_at__isnull=True, payment__isnull=False)
        asked = [
            (row.pk, row.payment, meant[row.payment.bank_reference])
            for row in waiting.filter(asked_at__lt=now.at).select_related("payment").order_by("pk")
            if row.payment is not None
            and row.asked_at.astimezone(DUTCH_TIME).date() < QUESTIONS_LEFT_FROM
            and row.payment.bank_reference in meant
        ]
    for question_id, payment, movement in asked:
        answer, allocations = _answer(payment, movement)
        answer_question(
            client, question_id, answer=answer, allocations=allocations, on=now.on, at=now.at, by=now.by
        )
    return len(asked)


def _answer(payment: Payment, movement: Movement) -> tuple[Answer, tuple[tuple[str, int], ...]]:
    """Return what the payer says about a payment. A rest that no invoice got goes back."""
    if not movement.meant_for:
        return "NOT_OURS", ()
    is_rest = payment.waiting_cents < payment.amount_cents
    return ("SEND_BACK", ()) if is_rest else ("ACCEPT", movement.meant_for)


def _dispute(client: Client, said: Says, now: Act) -> None:
    assert said.last_day is not None
    open_dispute(
        client,
        said.bill.number,
        owner=now.by,
        answer_by=said.last_day,
        note="Een deel van de levering was beschadigd; foto’s per e-mail.",
        on=now.on,
        at=now.at,
        by=now.by,
    )


def _promise(client: Client, said: Says, now: Act) -> None:
    assert said.last_day is not None
    record_promise(
        client,
        said.bill.debtor.number,
        invoice=said.bill.number,
        last_day=said.last_day,
        note="Telefonisch toegezegd.",
        on=now.on,
        at=now.at,
        by=now.by,
    )


def _agree(client: Client, bill: Bill, now: Act) -> None:
    agree_payment_plan(
        client,
        bill.debtor.number,
        invoices=[bill.number],
        instalments=instalments(bill, now.on),
        on=now.on,
        at=now.at,
        by=now.by,
    )


def _plan_of(client: Client, bill: Bill) -> int:
    with rows_of(client):
        covered = PaymentPlanInvoice.objects.filter(invoice__number=bill.number)
        return covered.order_by("-pk").values_list("payment_plan_id", flat=True)[0]
