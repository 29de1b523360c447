"""A person takes back what was decided of a payment, and can put it back as it was.

What is undone waits as a question and is never placed by a rule again. The event of the undoing keeps every row
that it turned round, so that putting it back is exact.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from voldaan.domain.matching.facts import NAMED_RANK, Candidate, PaymentFacts, Verdict
from voldaan.records import asking, events
from voldaan.records.allocating import NewAllocation, allocate, placed_of
from voldaan.records.finding import NotFound, accounts_of
from voldaan.records.habits import change_habits
from voldaan.records.models import Client, Event, Invoice, Payment, Question
from voldaan.records.placing import Mark, mark, mark_taken_back, part_from_earlier
from voldaan.records.returned_debits import come_back, forget_return
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.standing_matches import PERSON, Standing, standing_of
from voldaan.records.turning_back import as_kept, that_do_not_fit, turned_back, turned_round
from voldaan.usecases.place_credit_notes import ask_about_credit_notes
from voldaan.usecases.unlearn import lessons_of

__all__ = ["CannotUndo", "NotFound", "Undone", "redo_match", "undo_match"]

UNDONE: Final = "UNDONE"
REDONE, TAKEN_BACK = "REDONE", "TAKEN_BACK"


class CannotUndo(Exception):
    """What was decided cannot be taken back or put back, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back, or put back."""

    payment_id: int
    invoices: tuple[tuple[str, int], ...]
    """Invoice number and cents that the payment was, or is again, allocated to."""


def undo_match(client: Client, payment_id: int, *, on: date, at: datetime, by: str) -> Undone:
    """Take back what was decided of a payment: its allocations, what stands beside them, and what it taught.

    It waits as a question with its former way first.

    Raises:
        NotFound: the client has no such payment.
        CannotUndo: nothing was decided of it, or a later movement took it back.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        standing, verdict = _decided(client, payment_id)
        payment = Payment.objects.get(pk=payment_id)
        asked = Question.objects.filter(payment=payment, answered_at__isnull=True).first()
        rows = turned_back(payment, evidence="ongedaan gemaakt door een medewerker")
        data = _kept(payment, verdict, rows) | {"asked": asked.pk if asked else None}
        accounts = accounts_of({row.invoice_id for row in rows})
        candidates = _former_way(payment, verdict, accounts)
        asking.close(client, payments=[payment_id], answer=UNDONE, on=on, at=at, by=by)
        allocate(client, rows, at=at)
        data["debits"] = forget_return([row.invoice_id for row in rows], payment.booking_date)
        earlier = payment.takes_back_id
        if earlier is not None and part_from_earlier(payment_id, earlier):
            rest = asking.NewQuestion("MORE_THAN_OPEN", candidates, payment_id=earlier)
            asking.ask(client, [rest], on=on, at=at, by=by)
        mark(client, [Mark(payment_id, PERSON, UNDONE, payment.points, "")], at=at)
        unlearned = lessons_of(standing.payment, verdict, accounts, placed_by=payment.placed_by)
        change_habits(client, learned=(), unlearned=unlearned)
        new = asking.NewQuestion(UNDONE, candidates, payment_id=payment_id)
        asking.ask(client, [new], on=on, at=at, by=by)
        _follow(client, rows, on=on, at=at, by=by)
        _tell(client, "payment.undone", data, accounts, on=on, at=at, by=by)
        return Undone(payment_id=payment_id, invoices=_by_number(verdict.allocations))


def redo_match(client: Client, payment_id: int, *, on: date, at: datetime, by: str) -> Undone:
    """Put a payment back as it was before it was undone.

    Raises:
        NotFound: the client has no such payment.
        CannotUndo: it was not undone, a person answered since, or its place is taken.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        was = _undone(client, payment_id)
        rows = turned_round(payment_id, was["rows"], evidence="hersteld door een medewerker")
        _must_fit(rows, was)
        asking.close(client, payments=[payment_id], answer=REDONE, on=on, at=at, by=by)
        allocate(client, rows, at=at)
        before = Mark(payment_id, was["placed_by"], was["because"], was["points"], was["set_aside"])
        mark(client, [before], at=at)
        if was["takes_back"] is not None:
            mark_taken_back(payment_id, was["takes_back"])
            asking.close(client, payments=[was["takes_back"]], answer=TAKEN_BACK, on=on, at=at, by=by)
        reopened = [row.invoice_id for row in rows if row.kind == "PAYMENT" and row.cents < 0]
        if reopened:
            come_back(payment_id, reopened, takes_back=was["takes_back"], known=was.get("debits", ()))
        Question.objects.filter(pk=was["asked"]).update(answered_at=None, answered_by="", answer="")
        accounts = accounts_of({row.invoice_id for row in rows})
        placed = tuple((row.invoice_id, row.cents) for row in rows if row.kind == "PAYMENT")
        link = Verdict("linked", UNDONE, allocations=placed, teaches=was["taught"])
        learned = lessons_of(_facts(payment_id), link, accounts, placed_by=was["placed_by"])
        change_habits(client, learned=learned, unlearned=())
        _follow(client, rows, on=on, at=at, by=by)
        data = {"payment": payment_id, "teaches": was["taught"], "asked": was["asked"]}
        _tell(client, "payment.redone", data, accounts, on=on, at=at, by=by)
        return Undone(payment_id=payment_id, invoices=_by_number(placed))


def _decided(client: Client, payment_id: int) -> tuple[Standing, Verdict]:
    """Return a payment of which something was decided that can be taken back."""
    standing = standing_of(payment_id)
    if standing is None:
        raise NotFound(f"{client.name} heeft geen betaling {payment_id}.")
    payment, verdict = Payment.objects.get(pk=payment_id), standing.verdict
    if payment.superseded_on is not None:
        raise CannotUndo(
            f"Betaling {payment_id} staat niet in het definitieve afschrift; zij telt niet meer."
        )
    if payment.taken_back_by.exists():
        raise CannotUndo(f"Betaling {payment_id} is later teruggenomen. Maak eerst de terugboeking ongedaan.")
    is_placed = verdict is not None and (
        verdict.allocations or verdict.netted or verdict.differences or verdict.set_aside
    )
    if verdict is None or not (is_placed or verdict.takes_back):
        raise CannotUndo(f"Van betaling {payment_id} is nog niets besloten; er is niets ongedaan te maken.")
    return standing, verdict


def _undone(client: Client, payment_id: int) -> dict[str, Any]:
    """Return what the undoing of a payment kept, where nobody decided anything of it since."""
    if not Payment.objects.filter(pk=payment_id).exists():
        raise NotFound(f"{client.name} heeft geen betaling {payment_id}.")
    asked = Question.objects.filter(payment=payment_id, because=UNDONE, answered_at__isnull=True)
    told = Event.objects.filter(kind="payment.undone").order_by("-sequence").values_list("data", flat=True)
    found = (json.loads(data) for data in told.iterator(chunk_size=500))
    was: dict[str, Any] | None = next((data for data in found if data["payment"] == payment_id), None)
    if was is None or not asked.exists():
        raise CannotUndo(f"Betaling {payment_id} is niet ongedaan gemaakt, of er is sindsdien over besloten.")
    return was


def _must_fit(rows: Sequence[NewAllocation], was: Mapping[str, Any]) -> None:
    taken = that_do_not_fit(rows)
    if taken:
        raise CannotUndo(
            f"De vroegere plaats is niet meer vrij: {', '.join(taken)}. Beantwoord de vraag met een andere keuze."
        )
    earlier = was["takes_back"]
    if (
        earlier is not None
        and [list(pair) for pair in placed_of([earlier]).get(earlier, ())] != was["placed"]
    ):
        raise CannotUndo("De betaling die hiermee werd teruggenomen, is intussen ergens anders geplaatst.")


def _kept(payment: Payment, verdict: Verdict, rows: Sequence[NewAllocation]) -> dict[str, Any]:
    """Return what the event keeps of a payment to put it back: ids, codes, days and cents."""
    earlier = payment.takes_back_id
    return {
        "payment": payment.pk,
        "placed_by": payment.placed_by,
        "because": payment.because,
        "points": payment.points,
        "set_aside": payment.set_aside,
        "takes_back": earlier,
        "placed": [list(pair) for pair in placed_of([earlier]).get(earlier, ())] if earlier else [],
        "taught": verdict.teaches,
        "teaches": False,
        "rows": as_kept(rows),
    }


def _former_way(payment: Payment, verdict: Verdict, accounts: Mapping[int, int]) -> tuple[Candidate, ...]:
    """Return where it was; of what was set aside, whom the last question about it named."""
    if verdict.allocations:
        return tuple(
            Candidate(accounts[key], key, abs(cents), NAMED_RANK, "hier was het geplaatst", payment.points)
            for key, cents in verdict.allocations
        )
    last = Question.objects.filter(payment=payment).order_by("-pk").first()
    rows = last.candidates.all() if last else ()
    return tuple(
        Candidate(row.account_id, row.invoice_id, row.cents, row.rank, row.evidence, row.points)
        for row in rows
    )


def _facts(payment_id: int) -> PaymentFacts:
    standing = standing_of(payment_id)
    assert standing is not None
    return standing.payment


def _follow(client: Client, rows: Sequence[NewAllocation], *, on: date, at: datetime, by: str) -> None:
    notes = {row.credit_note_id for row in rows if row.credit_note_id is not None}
    ask_about_credit_notes(client, notes, on=on, at=at, by=by)


def _tell(
    client: Client,
    kind: str,
    data: dict[str, Any],
    accounts: Mapping[int, int],
    *,
    on: date,
    at: datetime,
    by: str,
) -> None:
    account_id = min(accounts.values(), default=None)
    events.append(
        client, events.NewEvent(kind=kind, on=on, at=at, actor=by, account_id=account_id, data=data)
    )


def _by_number(placed: Sequence[tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    numbers = dict(Invoice.objects.filter(pk__in=[key for key, _ in placed]).values_list("pk", "number"))
    return tuple((numbers[key], cents) for key, cents in placed)
