"""What a book says of money, without when or in which order it was said: to compare two books, or two moments.

A payment and the movement that took it back count as one: what is open and what waits is the same, whether the
payment had found its invoice before it came back or not.
Debtors are told by their names: a number that we gave says in which order they came.
"""

from collections import Counter
from typing import Any

from voldaan.records.models import Allocation, Client, CreditNote, Habit, Invoice, Payment, Question
from voldaan.records.scope import rows_of

State = dict[str, Any]


def state_of(client: Client) -> State:
    """Return what is open, what waits, what stands allocated, what is asked and what was learned."""
    with rows_of(client):
        return {
            "open": dict(Invoice.objects.values_list("number", "open_cents")),
            "credit notes": dict(CreditNote.objects.values_list("number", "waiting_cents")),
            "payments": _payments(),
            "allocations": _allocations(),
            "questions": _questions(),
            "habits": dict(_habits()),
        }


def _payments() -> State:
    columns = (
        "pk", "digest", "twin", "waiting_cents", "set_aside", "placed_by", "takes_back", "taken_back_by",
    )  # fmt: skip
    found: State = {}
    pairs: Counter[str] = Counter()
    names = _movements()
    for (
        key,
        digest,
        twin,
        waiting,
        set_aside,
        placed_by,
        takes_back,
        taken_back_by,
    ) in Payment.objects.values_list(*columns):
        if takes_back or taken_back_by:
            pairs[names[key]] += waiting
        else:
            found[f"{digest}-{twin}"] = (waiting, set_aside, placed_by)
    return found | {name: (waiting, "TAKEN_BACK", "") for name, waiting in pairs.items()}


def _movements() -> dict[int | None, str]:
    """Return what each movement is called; one that took another back is called as the other."""
    columns = ("pk", "digest", "twin", "takes_back__digest", "takes_back__twin")
    found: dict[int | None, str] = {None: ""}
    for key, digest, twin, back_digest, back_twin in Payment.objects.values_list(*columns):
        found[key] = f"{digest}-{twin}" if back_digest is None else f"{back_digest}-{back_twin}"
    return found


def _allocations() -> State:
    totals: Counter[tuple[Any, ...]] = Counter()
    columns = ("invoice__number", "kind", "credit_note__number", "reason", "payment", "beside")
    names = _movements()
    for *key, payment, beside, cents in Allocation.objects.exclude(kind="LEDGER").values_list(
        *columns, "cents"
    ):
        totals[(*key, names[payment], names[beside])] += cents
    ledger: Counter[tuple[Any, ...]] = Counter()
    for number, cents in Allocation.objects.filter(kind="LEDGER").values_list("invoice__number", "cents"):
        ledger[number, "LEDGER"] += cents
    return {str(key): cents for key, cents in (totals + ledger).items()} | {
        str(key): cents for key, cents in (totals | ledger).items() if cents < 0
    }


def _questions() -> list[tuple[Any, ...]]:
    rows = Question.objects.filter(answered_at__isnull=True).prefetch_related(
        "candidates__account__debtor", "candidates__invoice"
    )
    return sorted(
        (
            row.because,
            _about(row),
            tuple(
                sorted(
                    (
                        one.rank,
                        one.account.debtor.name,
                        one.invoice.number if one.invoice else "",
                        one.cents or 0,
                    )
                    for one in row.candidates.all()
                )
            ),
        )
        for row in rows.select_related("payment", "credit_note", "invoice", "account__debtor")
    )


def _about(row: Question) -> str:
    if row.payment is not None:
        return f"{row.payment.digest}-{row.payment.twin}"
    if row.account is not None:
        return row.account.debtor.name
    return next(one.number for one in (row.credit_note, row.invoice) if one is not None)


def _habits() -> Counter[str]:
    totals: Counter[str] = Counter()
    for account, kind, value, times in Habit.objects.values_list(
        "account__debtor__name", "kind", "value", "times"
    ):
        totals[f"{account} {kind} {value}"] += times
    return totals
