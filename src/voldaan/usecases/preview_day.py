"""The decisions of a day, with the numbers that people use; changes nothing."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from voldaan.domain.law.stop_table import HoldKind
from voldaan.domain.strategy.facts import AccountFacts, Decision, Reason, hold_behind
from voldaan.records.models import Account, Client, Invoice
from voldaan.records.pending import payments_not_looked_at
from voldaan.records.scope import nothing_stays, rows_of
from voldaan.usecases.match_payments import match_payments
from voldaan.usecases.plan_day import Day, day_of, decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """One account's decision, by number."""

    client: str
    debtor: str
    name: str
    decision: Decision
    numbers: dict[int, str]
    """Invoice numbers by id, of the invoices in the decision."""
    facts: AccountFacts
    """What the decision was made from."""

    def hold_of(self, because: Reason, invoice_id: int | None = None) -> HoldKind | None:
        """Return which hold is behind a reason of the decision; None where it is no hold."""
        return hold_behind(self.facts, because, invoice_id)

    def as_json(self) -> dict[str, Any]:
        """Return the decision as `voldaan plan --json` prints it."""
        decision = self.decision
        return {
            "kind": "decision",
            "client": self.client,
            "debtor": self.debtor,
            "act": decision.act,
            "because": decision.because,
            "hold": self.hold_of(decision.because),
            "until": _iso(decision.until),
            "stage": decision.stage,
            "channel": decision.channel,
            "invoices": [self.numbers[number] for number in decision.invoices],
            "open_cents": decision.open_cents,
            "currency": "EUR",
            "others": [
                {"number": self.numbers[other.id], "because": other.because, "until": _iso(other.until)}
                for other in decision.others
            ],
        }


def preview_day(client: Client, *, on: date) -> tuple[Day, list[Previewed]]:
    """Return what the day is decided with, and the decision for each account, by debtor number.

    Payments that nobody has looked at are matched first, as the day itself would, and that is taken back.
    """
    with rows_of(client):
        if not payments_not_looked_at():
            return _preview(client, on)
        with nothing_stays():
            match_as_on(client, on)
            return _preview(client, on)


def match_as_on(client: Client, on: date) -> None:
    """Match what nobody has looked at, inside a transaction that the caller takes back."""
    match_payments(client, at=datetime.combine(on, time(12), tzinfo=UTC), on=on, by="preview")


def _preview(client: Client, on: date) -> tuple[Day, list[Previewed]]:
    day = day_of(client, on)
    accounts = {
        row[0]: row[1:] for row in Account.objects.values_list("pk", "number", "debtor__name").iterator()
    }
    open_now = Invoice.objects.filter(open_cents__gt=0).values_list("pk", "number")
    numbers = dict(open_now.iterator())
    found = [
        Previewed(
            client=client.key,
            debtor=accounts[account.id][0],
            name=accounts[account.id][1],
            decision=decision,
            numbers={invoice.id: numbers[invoice.id] for invoice in account.invoices},
            facts=account,
        )
        for account, decision in decided(day)
    ]
    return day, sorted(found, key=lambda row: row.debtor)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
