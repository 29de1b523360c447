"""How each habit goes: what a debtor pays, says and forgets, from the day of the invoice and from each message.

Pure functions from a bill (and a message about it) to what follows on which days.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from voldaan.domain.workdays import add_working_days, is_working_day, working_day_from
from voldaan.usecases.demo.bank import Movement
from voldaan.usecases.demo.paper import payment_reference
from voldaan.usecases.demo.puzzles import OF_ONE_DEBTOR, OF_TWO_DEBTORS
from voldaan.usecases.demo.world import Bill, chance

Verb = Literal["DISPUTE", "CREDIT", "PROMISE", "AGREE_PLAN", "END_PLAN", "BOUNCE"]

OVERPAID_CENTS = 10_00
CREDITED_PERCENT = 40
INSTALMENTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pays:
    """Money of a debtor."""

    bill: Bill
    movement: Movement


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """Something that reaches a person on a day, and is written down by them."""

    day: date
    verb: Verb
    bill: Bill
    last_day: date | None = None
    message: str = ""


Follows = Pays | Says


def at_issue(bill: Bill) -> Iterator[Follows]:
    """Yield what follows from an invoice by itself, whatever anybody writes about it."""
    due = _working_day_until(bill.due)
    match bill.habit:
        case "EARLY":
            yield _pays(bill, _working_day_until(bill.due - timedelta(days=chance(bill.number, 3, 9))))
        case "ON_THE_DAY":
            yield _pays(bill, due)
        case "JUST_LATE":
            yield _pays(bill, _working_day_until(bill.due + timedelta(days=2)))
        case "TOO_MUCH":
            yield from _too_much(bill, due)
        case "WITHOUT_REFERENCE":
            yield _pays(bill, due, text="met dank", reference=None)
        case "WRONG_REFERENCE":
            yield _pays(bill, due, text=f"rekening {chance(bill.number, 700, 899)}", reference=None)
        case "DIRECT_DEBIT":
            yield _pays(bill, working_day_from(bill.due), end_to_end_id=_collection(bill))
        case "DEBIT_COMES_BACK":
            yield from _comes_back(bill)
        case "SWAPPED_NUMBER" | "BANK_KEPT_A_CHARGE" | "ROUND_SUM":
            yield Pays(bill=bill, movement=OF_ONE_DEBTOR[bill.habit](bill, due))
        case "CROSSES_THE_MESSAGE":
            yield _pays(bill, working_day_from(bill.due + timedelta(days=3)))
        case _:
            pass


def by_one_payer(bills: Sequence[Bill]) -> Pays:
    """Return the one payment of somebody else about invoices of two debtors, on the due day of the first."""
    first = bills[0]
    return Pays(bill=first, movement=OF_TWO_DEBTORS[first.habit](bills, _working_day_until(first.due)))


def three_at_once(bills: Sequence[Bill]) -> Pays:
    """Return the one payment for several invoices of a debtor, on the due day of the first."""
    first = bills[0]
    numbers = ", ".join(bill.number for bill in bills)
    movement = Movement(
        day=_working_day_until(first.due),
        cents=sum(bill.cents for bill in bills),
        name=first.debtor.name,
        iban=first.debtor.iban,
        text=f"facturen {numbers}",
        meant_for=tuple((bill.number, bill.cents) for bill in bills),
    )
    return Pays(bill=first, movement=movement)


def after_message(bill: Bill, stage: str, *, on: date, message: str) -> Iterator[Follows]:
    """Yield what follows from a message about an invoice that was sent on a day."""
    if bill.debtor.bounces and stage == "FIRST_REMINDER" and message:
        yield Says(day=add_working_days(on, 1), verb="BOUNCE", bill=bill, message=message)
        return
    answer = _ANSWERS.get((bill.habit, stage))
    if answer is not None:
        yield from answer(bill, on)


def credited_cents(bill: Bill) -> int:
    """Return what is credited of a disputed invoice."""
    return bill.cents * CREDITED_PERCENT // 100


def instalments(bill: Bill, agreed_on: date) -> tuple[tuple[date, int], ...]:
    """Return the days and amounts of a payment plan, which add up to the invoice."""
    part = bill.cents // INSTALMENTS
    days = [working_day_from(agreed_on + timedelta(days=14 + 28 * place)) for place in range(INSTALMENTS)]
    amounts = [part] * (INSTALMENTS - 1) + [bill.cents - part * (INSTALMENTS - 1)]
    return tuple(zip(days, amounts, strict=True))


def _pays_soon(bill: Bill, on: date) -> Iterator[Follows]:
    yield _pays(bill, add_working_days(on, chance(f"{bill.number}:soon", 2, 5)))


def _pays_half(bill: Bill, on: date) -> Iterator[Follows]:
    yield _pays(bill, add_working_days(on, 3), cents=bill.cents // 2)


def _pays_the_other_half(bill: Bill, on: date) -> Iterator[Follows]:
    yield _pays(bill, add_working_days(on, 3), cents=bill.cents - bill.cents // 2)


def _disputes(bill: Bill, on: date) -> Iterator[Follows]:
    credited = add_working_days(on, 8)
    yield Says(day=add_working_days(on, 2), verb="DISPUTE", bill=bill, last_day=add_working_days(on, 10))
    yield Says(day=credited, verb="CREDIT", bill=bill, last_day=add_working_days(credited, 5))
    yield _pays(bill, add_working_days(credited, 3), cents=bill.cents - credited_cents(bill))


def _promises(bill: Bill, on: date) -> Iterator[Follows]:
    yield Says(day=add_working_days(on, 2), verb="PROMISE", bill=bill, last_day=add_working_days(on, 7))


def _promises_and_pays(bill: Bill, on: date) -> Iterator[Follows]:
    yield from _promises(bill, on)
    yield _pays(bill, add_working_days(on, 6))


def _agrees_a_plan(bill: Bill, on: date) -> Iterator[Follows]:
    agreed_on = add_working_days(on, 2)
    parts = instalments(bill, agreed_on)
    yield Says(day=agreed_on, verb="AGREE_PLAN", bill=bill)
    for day, cents in parts:
        yield _pays(bill, day, cents=cents)
    yield Says(day=add_working_days(parts[-1][0], 2), verb="END_PLAN", bill=bill)


_ANSWERS: dict[tuple[str, str], Callable[[Bill, date], Iterator[Follows]]] = {
    ("AFTER_FIRST", "FIRST_REMINDER"): _pays_soon,
    ("AFTER_SECOND", "SECOND_REMINDER"): _pays_soon,
    ("AFTER_LETTER", "PRE_COLLECTION"): _pays_soon,
    ("DEBIT_COMES_BACK", "FIRST_REMINDER"): _pays_soon,
    ("IN_TWO_PARTS", "FIRST_REMINDER"): _pays_half,
    ("IN_TWO_PARTS", "SECOND_REMINDER"): _pays_the_other_half,
    ("DISPUTES", "FIRST_REMINDER"): _disputes,
    ("PROMISES_AND_PAYS", "FIRST_REMINDER"): _promises_and_pays,
    ("PROMISES_AND_FORGETS", "FIRST_REMINDER"): _promises,
    ("PROMISES_AND_FORGETS", "SECOND_REMINDER"): _pays_soon,
    ("BY_PLAN", "SECOND_REMINDER"): _agrees_a_plan,
}


def _too_much(bill: Bill, due: date) -> Iterator[Follows]:
    """Yield a payment that is too high, and the return of the difference a week later."""
    yield _pays(bill, due, cents=bill.cents + OVERPAID_CENTS)
    back = Movement(
        day=add_working_days(due, 5),
        cents=-OVERPAID_CENTS,
        name=bill.debtor.name,
        iban=bill.debtor.iban,
        text=f"terug: te veel betaald bij {bill.number}",
    )
    yield Pays(bill=bill, movement=back)


def _comes_back(bill: Bill) -> Iterator[Follows]:
    collected = _pays(bill, working_day_from(bill.due), end_to_end_id=_collection(bill))
    yield collected
    back = Movement(
        day=add_working_days(collected.movement.day, 3),
        cents=-bill.cents,
        name=bill.debtor.name,
        iban=bill.debtor.iban,
        text="MD06 terugboeking op verzoek van de betaler",
        end_to_end_id=_collection(bill),
        reversal=True,
    )
    yield Pays(bill=bill, movement=back)


def _collection(bill: Bill) -> str:
    return f"INC-{bill.number}"


def _pays(
    bill: Bill,
    day: date,
    *,
    cents: int | None = None,
    text: str | None = None,
    reference: str | None = "",
    end_to_end_id: str | None = None,
) -> Pays:
    """Return a payment; what the payer writes is the reference asked for, or the number in one of a few ways."""
    asked, amount = payment_reference(bill), bill.cents if cents is None else cents
    writes_reference = asked is not None and chance(f"{bill.number}:{day}", 0, 2) > 0
    if reference == "":
        reference = asked if writes_reference else None
    if text is None:
        text = "" if reference else _said(bill)
    movement = Movement(
        day=day,
        cents=amount,
        name=bill.debtor.name,
        iban=bill.debtor.iban,
        text=text,
        reference=reference,
        end_to_end_id=end_to_end_id,
        meant_for=((bill.number, min(amount, bill.cents)),),
    )
    return Pays(bill=bill, movement=movement)


def _said(bill: Bill) -> str:
    ways = ("factuur {}", "{}", "betaling factuurnr. {}", "fact. {} met vriendelijke groet")
    return ways[chance(f"{bill.number}:said", 0, len(ways) - 1)].format(bill.number)


def _working_day_until(day: date) -> date:
    """Return this day where it is a working day, else the last one before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
