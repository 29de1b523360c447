"""Payments to invoices: what enough speaks for is allocated, everything else becomes a question. Never a guess.

A run reads the book once, decides in plain Python and writes in short transactions. When somebody else
changed the book meanwhile, everything is decided again on the book as it is now.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from voldaan.domain.matching.facts import Candidate, Verdict
from voldaan.records import asking, events
from voldaan.records.chunks import chunked
from voldaan.records.lists import list_questions_now_true
from voldaan.records.models import Account, Client, Invoice
from voldaan.records.naming_notes import can_place_notes
from voldaan.records.open_book import chain_end
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.decide_payments import Decided, decide_payments, ledger_until
from voldaan.usecases.place_credit_notes import place_credit_notes
from voldaan.usecases.write_matches import write_matches

__all__ = ["Matched", "Matches", "as_json", "match_payments"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """One movement that was looked at, and what was found."""

    payment_id: int
    bank_reference: str
    end_to_end_id: str
    booking_date: date
    amount_cents: int
    verdict: str
    invoices: tuple[tuple[str, int], ...]
    """Number and cents; of a suggestion the first way."""
    debtors: tuple[str, ...]
    """Numbers of the debtors that it concerns, or could."""
    evidence: tuple[str, ...]
    because: str
    points: int
    runner_up: str
    """The next best way, and why it lost."""
    differences: tuple[tuple[str, int, str], ...]
    """Invoice number, cents and reason of what was let go."""
    rest_cents: int
    """What no invoice got: a person is asked."""


class Matches:
    """What a run looked at, in the order of the days: each is told with its names when it is asked for."""

    def __init__(self, client: Client, decided: Sequence[Decided]) -> None:
        """Keep what was decided; the names are read from the client's book."""
        self._client, self._decided = client, decided

    def __len__(self) -> int:
        """Return how many payments were looked at."""
        return len(self._decided)

    def __iter__(self) -> Iterator[Matched]:
        """Yield each payment with what was found."""
        for part in chunked(self._decided):
            with rows_of(self._client):
                names = _names(one.verdict for one in part)
            for one in part:
                yield _matched(one, names)


def match_payments(client: Client, *, at: datetime, on: date, by: str) -> Matches:
    """Look at every payment that nobody has looked at, at every open question, and again at what was not sure.

    Return what is new, what is asked and what changed.
    """
    seen: dict[int, Decided] = {}
    with rows_of(client):
        _place_notes(client, on=on, at=at, by=by)
        is_whole = False
        while not is_whole:
            expected = chain_end(client)
            decisions = decide_payments(client, on=on)
            if decisions is None:
                break
            seen |= {one.payment.id: one for one in decisions.decided if one.is_news}
            is_whole = write_matches(client, decisions, expected=expected, on=on, at=at, by=by)
        _close_what_is_now_true(client, on=on, at=at, by=by)
    return Matches(client, list(seen.values()))


def as_json(matched: Matched) -> dict[str, Any]:
    """Return a match as `voldaan match --json` prints it."""
    return {
        "kind": "match",
        "payment": matched.payment_id,
        "bank_reference": matched.bank_reference or None,
        "end_to_end_id": matched.end_to_end_id or None,
        "booking_date": matched.booking_date.isoformat(),
        "amount_cents": matched.amount_cents,
        "currency": "EUR",
        "verdict": matched.verdict,
        "invoices": [{"number": number, "cents": cents} for number, cents in matched.invoices],
        "debtor": list(matched.debtors),
        "evidence": list(matched.evidence),
        "because": matched.because,
        "points": matched.points,
        "runner_up": matched.runner_up or None,
        "differences": [
            {"number": number, "cents": cents, "kind": kind} for number, cents, kind in matched.differences
        ],
        "rest_cents": matched.rest_cents,
    }


def _place_notes(client: Client, *, on: date, at: datetime, by: str) -> None:
    """Place the credit notes that wait while their invoice is open again: a payment of it was taken back."""
    if not can_place_notes():
        return
    with one_transaction():
        events.hold_still(client)
        place_credit_notes(client, ledger_until=ledger_until(client, on=on), on=on, at=at, by=by)


def _close_what_is_now_true(client: Client, *, on: date, at: datetime, by: str) -> None:
    """Close the questions why a list said less: the payments that explain it have arrived."""
    if not list_questions_now_true():
        return
    with one_transaction():
        events.hold_still(client)
        asking.close(client, invoices=list_questions_now_true(), answer="LIST_AGREES", on=on, at=at, by=by)


class _Names(NamedTuple):
    """What people call the invoices and accounts that verdicts name by id."""

    numbers: Mapping[int, str]
    accounts: Mapping[int, int]
    debtors: Mapping[int, str]


def _names(verdicts: Iterable[Verdict]) -> _Names:
    invoices: set[int] = set()
    accounts: set[int] = set()
    for verdict in verdicts:
        invoices.update(key for key, _ in verdict.allocations)
        invoices.update(one.invoice_id for one in verdict.differences)
        invoices.update(one.invoice_id for one in verdict.candidates if one.invoice_id is not None)
        accounts.update(one.account_id for one in verdict.candidates)
    numbers: dict[int, str] = {}
    of: dict[int, int] = {}
    debtors: dict[int, str] = {}
    for part in chunked(sorted(invoices)):
        rows = Invoice.objects.filter(pk__in=part).values_list("pk", "number", "account", "account__number")
        for key, number, account, debtor in rows:
            numbers[key], of[key], debtors[account] = number, account, debtor
    for part in chunked(sorted(accounts.difference(debtors))):
        debtors.update(Account.objects.filter(pk__in=part).values_list("pk", "number"))
    return _Names(numbers, of, debtors)


def _matched(one: Decided, names: _Names) -> Matched:
    payment, verdict = one.payment, one.verdict
    shown = verdict.allocations or first_way(verdict.candidates)
    concerned = [names.accounts[key] for key, _ in verdict.allocations]
    concerned = concerned or [candidate.account_id for candidate in verdict.candidates]
    return Matched(
        payment_id=payment.id,
        bank_reference=payment.bank_reference,
        end_to_end_id=payment.end_to_end_id,
        booking_date=payment.booking_date,
        amount_cents=payment.amount_cents,
        verdict=verdict.verdict,
        invoices=tuple((names.numbers[key], cents) for key, cents in shown),
        debtors=tuple(dict.fromkeys(names.debtors[key] for key in concerned)),
        evidence=verdict.evidence,
        because=verdict.because,
        points=verdict.points,
        runner_up=verdict.runner_up,
        differences=tuple(
            (names.numbers[one.invoice_id], one.cents, one.kind) for one in verdict.differences
        ),
        rest_cents=verdict.rest_cents,
    )


def first_way(candidates: Iterable[Candidate]) -> tuple[tuple[int, int], ...]:
    """Return the invoices of the likeliest way with what each would get; nothing where it names none."""
    found = list(candidates)
    best = min((one.rank for one in found), default=None)
    return tuple(
        (one.invoice_id, one.cents or 0) for one in found if one.rank == best and one.invoice_id is not None
    )
