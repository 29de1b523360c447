"""The rows of the past of some accounts: one question per table, for a stretch of account ids at a time.

Raw SQL is not covered by the scope: the client is an argument of everything here that makes a query.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from voldaan.records.models import Client
from voldaan.records.raw import REMINDS, rows_from

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
Row = tuple[Any, ...]
Grouped = dict[int, list[Row]]
_memo: dict[str, date] = {}


class Stretch(NamedTuple):
    """Accounts of a client that lie together."""

    client: Client
    first_id: int
    last_id: int

    def rows(
        self, sql: str, *more: Any, account: str = "i.account_id", owner: str = "i.client_id"
    ) -> Iterator[Row]:
        """Yield the rows of a query that ends where the condition on client and accounts stands."""
        condition = f"{owner} = %s AND {account} >= %s AND {account} <= %s"
        return rows_from(
            sql.replace("{here}", condition), [self.client.pk, self.first_id, self.last_id, *more]
        )

    def grouped(
        self, sql: str, *more: Any, account: str = "i.account_id", owner: str = "i.client_id"
    ) -> Grouped:
        """Return the rows by their first column, without it."""
        found: Grouped = defaultdict(list)
        for key, *row in self.rows(sql, *more, account=account, owner=owner):
            found[key].append(tuple(row))
        return found


def invoices(here: Stretch) -> Grouped:
    """Return what stands of each invoice itself, by account."""
    return here.grouped(
        "SELECT i.account_id, i.id, i.due_date, i.issue_date, i.known_from, i.asked_cents, i.withdrawn_on, "
        "i.handed_over_on, i.direct_debit_until, i.debit_returned_on, i.insurer_by, i.insurer_told_on, "
        "i.time_bar_from, i.number, i.subject FROM records_invoice i WHERE {here}"
    )


def allocations(here: Stretch) -> Grouped:
    """Return what was allocated to each invoice: kind, reason, cents, day, when, and when its file came in."""
    return here.grouped(
        'SELECT x.invoice_id, x.kind, x.reason, x.cents, x."on", x.made_at, '
        "coalesce(f.imported_at, g.imported_at, x.made_at) "
        "FROM records_allocation x JOIN records_invoice i ON i.id = x.invoice_id "
        "LEFT JOIN records_payment p ON p.id = coalesce(x.payment_id, x.beside_id) "
        "LEFT JOIN records_bankstatement s ON s.id = p.statement_id "
        "LEFT JOIN records_importedfile f ON f.id = s.file_id "
        "LEFT JOIN records_creditnote c ON c.id = x.credit_note_id "
        "LEFT JOIN records_importedfile g ON g.id = c.file_id WHERE {here} ORDER BY x.id"
    )


def holds(here: Stretch) -> Grouped:
    """Return the holds of each account, in the order in which they were placed."""
    return here.grouped(
        "SELECT h.account_id, h.invoice_id, h.reason, h.first_day, h.last_day, h.lifted_on "
        "FROM records_hold h WHERE {here} ORDER BY h.id",
        account="h.account_id",
        owner="h.client_id",
    )


def disputes(here: Stretch) -> Grouped:
    """Return the disputes of each invoice."""
    return here.grouped(
        "SELECT x.invoice_id, x.opened_on, x.answer_by, x.closed_on FROM records_dispute x "
        "JOIN records_invoice i ON i.id = x.invoice_id WHERE {here} ORDER BY x.id"
    )


def promises(here: Stretch) -> Grouped:
    """Return the promises about each invoice."""
    return here.grouped(
        "SELECT x.invoice_id, x.promised_on, x.last_day, x.cancelled_on FROM records_promise x "
        "JOIN records_invoice i ON i.id = x.invoice_id WHERE {here} ORDER BY x.id"
    )


def plans(here: Stretch) -> Grouped:
    """Return the payment plans, by plan: when it was agreed and ended, how, and each of its invoices."""
    return here.grouped(
        "SELECT p.id, p.agreed_on, p.ended_on, p.outcome, x.invoice_id FROM records_paymentplaninvoice x "
        "JOIN records_paymentplan p ON p.id = x.payment_plan_id JOIN records_invoice i ON i.id = x.invoice_id "
        "WHERE {here} ORDER BY x.id"
    )


def instalments(here: Stretch) -> Grouped:
    """Return the instalments, by plan."""
    return here.grouped(
        "SELECT t.payment_plan_id, t.due_date, t.cents FROM records_instalment t WHERE t.payment_plan_id IN "
        "(SELECT x.payment_plan_id FROM records_paymentplaninvoice x JOIN records_invoice i ON i.id = x.invoice_id "
        "WHERE {here})"
    )


def questions(here: Stretch) -> Grouped:
    """Return from when until when questions held each account."""
    return here.grouped(
        "SELECT c.account_id, q.asked_at, q.answered_at FROM records_questioncandidate c "
        "JOIN records_question q ON q.id = c.question_id WHERE {here} AND q.because <> 'SAME_DEBTOR'",
        account="c.account_id",
        owner="c.client_id",
    )


def credit_notes(here: Stretch) -> Grouped:
    """Return the credit notes of each account: their day, when the file came in, whether it waits, its last use."""
    return here.grouped(
        "SELECT c.account_id, c.issue_date, f.imported_at, c.waiting_cents > 0, c.set_aside, "
        "(SELECT max(x.made_at) FROM records_allocation x WHERE x.credit_note_id = c.id) "
        "FROM records_creditnote c LEFT JOIN records_importedfile f ON f.id = c.file_id WHERE {here}",
        account="c.account_id",
        owner="c.client_id",
    )


def reminded(here: Stretch, before: date) -> Grouped:
    """Return the messages about each invoice that left before a day and arrived, in their order."""
    return here.grouped(
        'SELECT r.invoice_id, r.stage, r."on", r.pay_by FROM records_reminded r '
        "JOIN records_message m ON m.id = r.message_id JOIN records_invoice i ON i.id = r.invoice_id "
        "WHERE {here} AND m.state = 'SENT' AND r.\"on\" < %s ORDER BY r.id",
        before,
    )


def messages(here: Stretch, last_day: date) -> Grouped:
    """Return the messages to each account that left up to a day, or that failed."""
    return here.grouped(
        f"SELECT a.id, m.id, m.sent_on, m.stage, m.channel, m.state, m.finished_at, m.recipient = d.email, m.{REMINDS} "
        "FROM records_message m JOIN records_account a ON a.id = m.account_id "
        "JOIN records_debtor d ON d.id = a.debtor_id WHERE {here} "
        "AND (m.sent_on <= %s OR m.state = 'FAILED') ORDER BY m.id",
        last_day,
        account="a.id",
        owner="a.client_id",
    )


def lines(here: Stretch, first_day: date, last_day: date) -> Grouped:
    """Return the invoices of each message that left in a period: which, the stage that it was for it, and how much."""
    return here.grouped(
        "SELECT x.message_id, x.invoice_id, x.stage, x.open_cents FROM records_messageinvoice x "
        "JOIN records_message m ON m.id = x.message_id WHERE {here} AND m.sent_on >= %s AND m.sent_on <= %s "
        "ORDER BY x.invoice_id",
        first_day,
        last_day,
        account="m.account_id",
        owner="m.client_id",
    )


def fees(here: Stretch) -> Grouped:
    """Return what the agency was owed for each invoice: the day, the cents, and whether it was the first."""
    return here.grouped(
        'SELECT x.invoice_id, x."on", x.cents, x.first FROM records_fee x '
        "JOIN records_invoice i ON i.id = x.invoice_id WHERE {here} ORDER BY x.id"
    )


def numbers(here: Stretch) -> dict[int, str]:
    """Return the number of each account."""
    return dict(
        here.rows(
            "SELECT a.id, a.number FROM records_account a WHERE {here}",
            account="a.id",
            owner="a.client_id",
        )
    )


def day_of_moment(value: Any) -> date:
    """Return the Dutch day of a moment: SQLite's raw cursor gives text in UTC, PostgreSQL a moment with its zone."""
    if isinstance(value, datetime):
        return value.astimezone(DUTCH_TIME).date()
    hour = value[:13]
    day = _memo.get(hour)
    if day is None:
        at = datetime.fromisoformat(f"{hour.replace('T', ' ')}:00:00").replace(tzinfo=UTC)
        day = _memo[hour] = at.astimezone(DUTCH_TIME).date()
    return day
