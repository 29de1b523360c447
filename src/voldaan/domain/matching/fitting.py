"""How an amount fits what a set of invoices asks: exactly, by a known difference, in part, or too much.

>>> from datetime import date
>>> invoice = OpenInvoice(1, 10, "2026-0012", 10_000)
>>> payment = PaymentFacts(7, 9_998, date(2026, 11, 16))
>>> fit = fit_of(payment, [invoice], tolerance_cents=5)
>>> fit.because, fit.allocations, fit.differences
('SMALL_DIFFERENCE', ((1, 9998),), (Difference(invoice_id=1, cents=2, kind='ROUNDING'),))
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from voldaan.domain.identifiers import squeeze
from voldaan.domain.law.allocation import Debt, allocate
from voldaan.domain.matching.facts import (
    Because,
    Cents,
    Difference,
    DifferenceKind,
    Netted,
    OpenInvoice,
    PaymentFacts,
    WaitingCredit,
)
from voldaan.domain.matching.weights import (
    AMOUNT_EXACT,
    BANK_CHARGE,
    BLOCKED_PART,
    CREDIT_NETTED,
    DISCOUNT_IN_TIME,
    MORE,
    PART,
    PART_ROUND,
    PAYOUT_FEE,
    SMALL_DIFFERENCE,
)
from voldaan.domain.money import format_euro

DISCOUNT_GRACE = timedelta(days=1)
"""An order given on the last day is booked on the next."""
BANK_CHARGE_MOST_CENTS, BANK_CHARGE_PART_MOST = 3_500, 5
"""A bank keeps no more, and no more than a fifth."""
FEE_PERCENT_MOST, FEE_EACH_MOST_CENTS = 4, 60
"""What a payment service keeps at most: a part of the amount and a sum for each payment."""
ROUND_CENTS = 500
_GUESSED = frozenset(("PART_PAYMENT", "ANOTHER_SUM", "MORE_THAN_OPEN", "BANK_CHARGE"))
"""What an amount can be for any invoice."""
CREDITS_TRIED_MOST = 6


class Fit(NamedTuple):
    """How an amount fits a set of invoices, and what each then gets. Whatever is not allocated is the rest."""

    because: Because
    points: int
    said: str
    allocations: Cents
    differences: tuple[Difference, ...] = ()
    netted: tuple[Netted, ...] = ()
    rest_cents: int = 0
    set_aside: str = ""

    @property
    def is_exact(self) -> bool:
        """Test if the amount says by itself that these invoices were meant."""
        return self.because not in _GUESSED


def fit_of(
    payment: PaymentFacts,
    chosen: Sequence[OpenInvoice],
    credit_notes: Sequence[WaitingCredit] = (),
    *,
    tolerance_cents: int,
    keeps_a_fee: bool = False,
) -> Fit | None:
    """Return how the payment fits these invoices together: the best way that there is; None if nothing is open.

    `credit_notes` are the credit notes of the same debtor that still wait.
    """
    rooms = [(invoice, room) for invoice in chosen if (room := invoice.room(payment.booking_date)) > 0]
    if not rooms:
        return _without_its_credit(payment, chosen)
    asked = sum(room for _, room in rooms)
    if asked == payment.amount_cents:
        return Fit("NUMBER_AND_AMOUNT", AMOUNT_EXACT, "bedrag precies wat openstaat", _in_full(rooms))
    if any(invoice.is_counted(payment.booking_date) for invoice in chosen):
        return _part_or_more(payment, rooms, asked) if payment.amount_cents < asked else None
    found = (
        _blocked_part(payment, rooms, asked)
        or _in_time(payment, rooms, asked)
        or _small_difference(payment, rooms, asked, tolerance_cents)
        or _netted(payment, rooms, asked, credit_notes)
        or _without_its_credit(payment, chosen)
    )
    if not found and keeps_a_fee:
        found = _fee_kept(payment, rooms, asked)
    return found or _part_or_more(payment, rooms, asked)


def _in_full(rooms: Sequence[tuple[OpenInvoice, int]]) -> Cents:
    return tuple((invoice.id, room) for invoice, room in rooms)


def _blocked_part(payment: PaymentFacts, rooms: list[tuple[OpenInvoice, int]], asked: int) -> Fit | None:
    """Return the fit with the part that goes to a blocked account, or with what is left beside it."""
    parts = [(invoice, invoice.blocked_cents) for invoice, _ in rooms if invoice.blocked_cents]
    if len(parts) != len(rooms):
        return None
    blocked = sum(cents for _, cents in parts)
    if blocked > asked or payment.amount_cents not in (blocked, asked - blocked):
        return None
    if payment.amount_cents == blocked:
        said, cents = "bedrag is het deel voor de G-rekening", tuple((i.id, c) for i, c in parts)
    else:
        said = "bedrag is wat naast het deel voor de G-rekening overblijft"
        cents = tuple((i.id, room - i.blocked_cents) for i, room in rooms if room > i.blocked_cents)
    if any(cents_ > dict(_in_full(rooms))[key] for key, cents_ in cents):
        return None
    return Fit("BLOCKED_PART", BLOCKED_PART, said, cents)


def _in_time(payment: PaymentFacts, rooms: list[tuple[OpenInvoice, int]], asked: int) -> Fit | None:
    """Return the fit with the discount for paying early that the invoices give."""
    given = [
        Difference(invoice.id, invoice.discount_cents, "DISCOUNT")
        for invoice, room in rooms
        if 0 < invoice.discount_cents < room
        and invoice.discount_until is not None
        and payment.booking_date <= invoice.discount_until + DISCOUNT_GRACE
    ]
    if not given or asked - sum(one.cents for one in given) != payment.amount_cents:
        return None
    return _with_differences(
        "DISCOUNT", DISCOUNT_IN_TIME, "bedrag min de korting voor betalen op tijd", rooms, given
    )


def _small_difference(
    payment: PaymentFacts, rooms: list[tuple[OpenInvoice, int]], asked: int, tolerance_cents: int
) -> Fit | None:
    short = asked - payment.amount_cents
    if -tolerance_cents <= short < 0:
        said = f"{format_euro(-short, 'nl')} meer dan wat openstaat"
        return Fit(
            "SMALL_DIFFERENCE",
            SMALL_DIFFERENCE,
            said,
            _in_full(rooms),
            rest_cents=-short,
            set_aside="SMALL_REST",
        )
    largest = max(rooms, key=lambda pair: (pair[1], pair[0].number, pair[0].id))
    if not 0 < short <= tolerance_cents or largest[1] <= short:
        return None
    said = f"{format_euro(short, 'nl')} minder dan wat openstaat"
    given = [Difference(largest[0].id, short, "ROUNDING")]
    return _with_differences("SMALL_DIFFERENCE", SMALL_DIFFERENCE, said, rooms, given)


def _with_differences(
    because: Because,
    points: int,
    said: str,
    rooms: Sequence[tuple[OpenInvoice, int]],
    given: Sequence[Difference],
) -> Fit:
    less = {one.invoice_id: one.cents for one in given}
    cents = tuple((invoice.id, room - less.get(invoice.id, 0)) for invoice, room in rooms)
    return Fit(because, points, said, cents, tuple(given))


def _netted(
    payment: PaymentFacts,
    rooms: list[tuple[OpenInvoice, int]],
    asked: int,
    credit_notes: Sequence[WaitingCredit],
) -> Fit | None:
    """Return the fit with credit notes taken off: those that are named, else one, else all of them."""
    taken_off = asked - payment.amount_cents
    if taken_off <= 0 or not credit_notes:
        return None
    for chosen in _credits_to_try(payment, credit_notes):
        if sum(one.waiting_cents for one in chosen) == taken_off:
            return _lowered_by(chosen, rooms)
    return None


def _credits_to_try(
    payment: PaymentFacts, credit_notes: Sequence[WaitingCredit]
) -> Iterator[Sequence[WaitingCredit]]:
    written = squeeze(payment.remittance)
    named = [one for one in credit_notes if squeeze(one.number) in written]
    if named:
        yield named
    if len(credit_notes) > 1:
        yield credit_notes
    amounts = [one.waiting_cents for one in credit_notes]
    for one in credit_notes[:CREDITS_TRIED_MOST]:
        if amounts.count(one.waiting_cents) == 1:
            yield (one,)


def _lowered_by(credit_notes: Sequence[WaitingCredit], rooms: Sequence[tuple[OpenInvoice, int]]) -> Fit:
    """Return the fit: each credit note lowers the invoices in their order, the payment pays what is left of each."""
    left = {invoice.id: room for invoice, room in rooms}
    netted = []
    for credit in credit_notes:
        over = credit.waiting_cents
        for key, room in left.items():
            taken = min(over, room)
            if taken:
                netted.append(Netted(credit.id, key, taken))
                left[key] -= taken
                over -= taken
    numbers = ", ".join(one.number for one in credit_notes)
    paid = tuple((key, room) for key, room in left.items() if room)
    return Fit("CREDIT_NETTED", CREDIT_NETTED, f"bedrag min creditnota {numbers}", paid, netted=tuple(netted))


def _without_its_credit(payment: PaymentFacts, chosen: Sequence[OpenInvoice]) -> Fit | None:
    """Return the fit of who pays in full what a credit note had lowered: the note makes way, and waits."""
    back = tuple(Netted(note, one.id, -cents) for one in chosen for note, cents in one.credited)
    if not back or any(one.is_counted(payment.booking_date) for one in chosen):
        return None
    paid = {one.id: one.open_cents + sum(cents for _, cents in one.credited) for one in chosen}
    if sum(paid.values()) != payment.amount_cents:
        return None
    said = "bedrag precies wat gefactureerd is, zonder de creditnota eraf te halen"
    in_full = tuple((key, cents) for key, cents in paid.items() if cents)
    return Fit("NUMBER_AND_AMOUNT", CREDIT_NETTED, said, in_full, netted=back)


def _fee_kept(payment: PaymentFacts, rooms: list[tuple[OpenInvoice, int]], asked: int) -> Fit | None:
    """Return the fit of a payout of which the payment service kept its fee."""
    fee = asked - payment.amount_cents
    most = asked * FEE_PERCENT_MOST // 100 + FEE_EACH_MOST_CENTS * len(rooms)
    if not 0 < fee <= most:
        return None
    given = shared(fee, rooms, "FEE")
    if any(one.cents >= room for one, (_, room) in zip(given, rooms, strict=True)):
        return None
    said = f"{format_euro(fee, 'nl')} ingehouden door de betaaldienst"
    return _with_differences("PAYOUT", PAYOUT_FEE, said, rooms, [one for one in given if one.cents])


def shared(cents: int, rooms: Sequence[tuple[OpenInvoice, int]], kind: DifferenceKind) -> list[Difference]:
    """Return cents shared over invoices in proportion; what cannot be shared goes to the largest."""
    asked = sum(room for _, room in rooms)
    parts = [cents * room // asked for _, room in rooms]
    largest = max(range(len(rooms)), key=lambda place: rooms[place][1])
    parts[largest] += cents - sum(parts)
    return [Difference(invoice.id, part, kind) for (invoice, _), part in zip(rooms, parts, strict=True)]


def _part_or_more(payment: PaymentFacts, rooms: list[tuple[OpenInvoice, int]], asked: int) -> Fit:
    amount = payment.amount_cents
    if amount > asked:
        said = f"{format_euro(amount - asked, 'nl')} meer dan wat openstaat"
        is_slip = 2 * (amount - asked) <= asked or amount == 2 * asked
        because: Because = "MORE_THAN_OPEN" if is_slip and len(rooms) == 1 else "ANOTHER_SUM"
        return Fit(because, MORE, said, _in_full(rooms), rest_cents=amount - asked)
    if len(rooms) > 1:
        cents = by_law(payment, [invoice for invoice, _ in rooms])
        return Fit("ANOTHER_SUM", PART, "bedrag is minder dan wat samen openstaat", cents)
    cents = ((rooms[0][0].id, amount),)
    short = asked - amount
    if (
        short <= BANK_CHARGE_MOST_CENTS
        and short * BANK_CHARGE_PART_MOST <= asked
        and _is_from_abroad(payment)
    ):
        less = format_euro(short, "nl")
        return Fit("BANK_CHARGE", BANK_CHARGE, f"{less} minder: misschien kosten van een bank", cents)
    points = PART if amount % ROUND_CENTS else PART_ROUND
    return Fit("PART_PAYMENT", points, "bedrag is minder dan wat openstaat", cents)


def _is_from_abroad(payment: PaymentFacts) -> bool:
    return payment.counterparty_iban[:2].isalpha() and payment.counterparty_iban[:2].upper() != "NL"


def by_law(payment: PaymentFacts, invoices: Sequence[OpenInvoice]) -> Cents:
    """Return how the law spreads a payment over debts when the debtor did not say which it pays (6:43 BW)."""
    # Of debts that are equal in everything, numbers say who gets the odd cent: ids would tell which arrived first.
    open_now = {f"{one.number} {one.id}": one for one in invoices if one.room(payment.booking_date) > 0}
    debts = [
        Debt(id=name, due_date=one.due_date, open_cents=one.room(payment.booking_date))
        for name, one in open_now.items()
    ]
    done = allocate(payment.amount_cents, debts, on=payment.booking_date)
    return tuple((open_now[share.id].id, share.cents) for share in done.allocations if share.cents)
