"""The shipped strategy as one set-based statement, for SQLite and for PostgreSQL: the floor of the plan's benchmark.

What each invoice wants, what its account may have, and the writes. It knows the strategy by heart.
"""

from typing import NamedTuple


class Dialect(NamedTuple):
    """How a database writes what the two write differently."""

    plus: str
    day: str
    greatest: str
    joined: str
    number: str
    text: str
    some: str
    quiet: str
    """The most telling of what waits in an account: a look-up where the database makes itself an index for it."""
    also: str
    """What is reckoned once for all accounts, where it does not."""
    joins: str
    groups: str

    def later(self, expression: str, days: int) -> str:
        """Return the day so many days after an expression."""
        return self.plus.format(expression, days)


SQLITE = Dialect(
    plus="date({}, '+{} days')",
    day="%(on)s",
    greatest="max",
    joined="group_concat({}, '{}')",
    number="({})",
    text="{}",
    some="max({})",
    quiet="(SELECT want FROM wanted q WHERE q.account_id = a.account_id AND want <> 'DISPUTED' "
    "ORDER BY want = 'NOT_YET_DUE', reached, id LIMIT 1)",
    also="",
    joins="",
    groups="",
)
POSTGRESQL = Dialect(
    plus="({} + {})",
    day="%(on)s::date",
    greatest="greatest",
    joined="string_agg(({})::text, '{}')",
    number="({})::int",
    text="({})::text",
    some="bool_or({})",
    quiet="q.want",
    also=", quiet AS (SELECT DISTINCT ON (account_id) account_id, want FROM wanted "
    "WHERE want NOT IN ('DISPUTED', 'DUE') "
    "ORDER BY account_id, want = 'NOT_YET_DUE', reached, id)",
    joins="LEFT JOIN quiet q ON q.account_id = a.account_id",
    groups=", q.want",
)


def dialect_of(vendor: str) -> Dialect:
    """Return the dialect of a database by the name that Django gives it."""
    return POSTGRESQL if vendor == "postgresql" else SQLITE


def checksum(d: Dialect) -> str:
    """Return a statement whose one row is the same for the same decisions."""
    count = "sum(" + d.number + ")"
    return f"""
SELECT count(*), {count.format("act = 'REMIND'")}, {count.format("act = 'WAIT'")}, {count.format("act = 'HOLD'")},
  sum(length(invoices)), sum(length(others)), sum(open_cents), sum(length(coalesce({d.text.format("until")}, ''))),
  {count.format("stage = 'SECOND_REMINDER'")}
FROM records_decision WHERE "on" = '2026-11-20'
"""


def floor(d: Dialect) -> str:
    """Return the statement. Its only parameter is the day."""
    on, later = d.day, d.later
    mine = "a.act = 'REMIND' AND w.want = 'DUE' AND w.sent AND a.stage = 2 OR "
    mine += "a.act = 'REMIND' AND w.want = 'DUE' AND NOT w.sent AND a.stage = 1"
    return f"""
WITH looked AS (
  SELECT i.account_id, i.id, i.due_date, i.open_cents, d.id IS NOT NULL AS disputed,
    {later("d.answer_by", 1)} AS answered, r.stage IS NOT NULL AS sent,
    CASE WHEN r.stage IS NULL THEN {later("i.due_date", 3)}
      ELSE {d.greatest}({later("i.due_date", 14)}, {later('r."on"', 7)}, {
        later("r.pay_by", 3)
    }) END AS reached,
    r.pay_by
  FROM records_invoice i
  LEFT JOIN records_reminded r ON r.invoice_id = i.id
  LEFT JOIN records_dispute d ON d.invoice_id = i.id AND d.closed_on IS NULL
  WHERE i.client_id = 1 AND i.open_cents > 0 AND i.withdrawn_on IS NULL
), wanted AS (
  SELECT *, CASE WHEN disputed THEN 'DISPUTED' WHEN {on} >= reached THEN 'DUE'
    WHEN {on} <= due_date THEN 'NOT_YET_DUE'
    WHEN sent AND {on} <= {later("pay_by", 2)} THEN 'TERM_RUNNING' ELSE 'STAGE_NOT_REACHED' END AS want
  FROM looked
), accounts AS (
  SELECT w.account_id, max(CASE WHEN want = 'DUE' THEN {d.number.format("sent")} + 1 ELSE 0 END) AS stage,
    sum(CASE WHEN want = 'DUE' THEN open_cents ELSE 0 END) AS due_cents, sum(open_cents) AS open_cents,
    max({later("m.sent_on", 7)}) AS spaced, {d.some.format("b.email <> ''")} AS reachable,
    min(CASE want WHEN 'DUE' THEN NULL WHEN 'DISPUTED' THEN answered ELSE reached END) AS first_until,
    sum({d.number.format("want NOT IN ('DUE', 'DISPUTED')")}) AS waiting
  FROM wanted w JOIN records_account a ON a.id = w.account_id JOIN records_debtor b ON b.id = a.debtor_id
  LEFT JOIN records_message m ON m.account_id = w.account_id AND m.sent_on IS NOT NULL
  GROUP BY w.account_id
), acts AS (
  SELECT *, CASE WHEN stage = 0 THEN CASE WHEN waiting > 0 THEN 'WAIT' ELSE 'HOLD' END
    WHEN spaced > {on} THEN 'WAIT' WHEN due_cents < 500 THEN 'WAIT'
    WHEN NOT reachable THEN 'ASK' ELSE 'REMIND' END AS act,
    CASE WHEN stage = 0 THEN CASE WHEN waiting > 0 THEN 'QUIET' ELSE 'DISPUTED' END
    WHEN spaced > {on} THEN 'REMINDED_RECENTLY' WHEN due_cents < 500 THEN 'TOO_SMALL'
    WHEN NOT reachable THEN 'NO_ADDRESS' ELSE 'STAGE_REACHED' END AS because
  FROM accounts
){d.also}
INSERT INTO records_decision (client_id, account_id, plan_id, "on", until, act, because, stage, channel, open_cents,
  invoices, others)
SELECT 1, a.account_id, 1, {on},
  CASE WHEN a.act = 'REMIND' THEN {later(on, 1)} WHEN a.because = 'REMINDED_RECENTLY' THEN a.spaced
    ELSE a.first_until END,
  a.act,
  CASE a.because WHEN 'QUIET' THEN {d.quiet} ELSE a.because END,
  CASE WHEN a.act = 'REMIND' THEN CASE a.stage WHEN 1 THEN 'FIRST_REMINDER' ELSE 'SECOND_REMINDER' END ELSE '' END,
  CASE WHEN a.act = 'REMIND' THEN 'EMAIL' ELSE '' END, a.open_cents,
  coalesce({d.joined.format(f"CASE WHEN {mine} THEN w.id END", ",")}, ''),
  coalesce({
        d.joined.format(
            f'''CASE
    WHEN {mine} THEN NULL
    WHEN w.want = 'DISPUTED' THEN w.id || ':DISPUTED:' || {d.text.format("w.answered")}
    WHEN a.act = 'REMIND' AND w.due_date < {on} THEN
      w.id || ':ALSO_OPEN:' || CASE WHEN w.want = 'DUE' THEN '' ELSE {d.text.format("w.reached")} END
    WHEN w.want = 'DUE' THEN
      w.id || ':' || a.because || ':' || CASE a.because WHEN 'REMINDED_RECENTLY' THEN {d.text.format("a.spaced")}
        ELSE coalesce({d.text.format("a.first_until")}, '') END
    ELSE w.id || ':' || w.want || ':' || {d.text.format("w.reached")} END''',
            ";",
        )
    }, '')
FROM acts a JOIN wanted w ON w.account_id = a.account_id {d.joins}
GROUP BY a.account_id, a.act, a.because, a.stage, a.spaced, a.first_until, a.open_cents{d.groups}
"""
