"""Rows to frozen facts: the photograph of a client's accounts from which a day is decided.

Read outside a transaction, in a few plain queries, one pass over the open invoices in the order of their
accounts; an object per row would cost ten times more. Raw SQL is not covered by the scope: the client is an
argument of every function here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from voldaan.domain.identifiers import is_valid_email
from voldaan.domain.law.capacity import is_natural_person
from voldaan.domain.law.public_law import is_public_body_name, named_public_law
from voldaan.domain.law.reach import reach
from voldaan.domain.law.stop_table import HoldKind
from voldaan.domain.law.stops import ASKING_HOLDS
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.facts import KIND_OF, AccountFacts, InvoiceFacts, Reason
from voldaan.domain.strategy.strategy import INCIDENTS
from voldaan.records.by_phone import Numbers, numbers_if_asked
from voldaan.records.claim_facts import missing_of_addressee, missing_of_sender
from voldaan.records.deadlines import YEARS_UNTIL_NEAR, with_time_bar
from voldaan.records.departures import Departures, departures_on
from voldaan.records.few_facts import facts_of_accounts, facts_of_invoices, tags_in
from voldaan.records.models import Agency, Client
from voldaan.records.raw import REMINDS, day_of_row, of, rows_from


class Block(NamedTuple):
    """What leaves an account or an invoice alone, until which day by itself, and which hold it is."""

    because: Reason
    until: date | None = None
    hold: HoldKind | None = None


NO_BLOCK: tuple[None, None, None] = (None, None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around the invoices of a client on a day, by id."""

    invoice_blocks: dict[int, Block] = field(default_factory=dict)
    account_blocks: dict[int, Block] = field(default_factory=dict)
    reminded: dict[int, tuple[str | None, date, date]] = field(default_factory=dict)
    last_reminder: dict[int, date] = field(default_factory=dict)
    asks: dict[int, Reason] = field(default_factory=dict)
    bad_email: set[int] = field(default_factory=set)
    by_phone: dict[int, Numbers] = field(default_factory=dict)
    """The telephone numbers that can be used; empty where no strategy asks for them."""
    of_invoices: dict[int, dict[str, Any]] = field(default_factory=dict)
    """What few invoices have: an incident, deadlines, the client's answer."""
    of_accounts: dict[int, dict[str, Any]] = field(default_factory=dict)
    """What few accounts have, or few strategies ask for: a complaint, a history, recent reminders."""
    departures: Departures = field(default_factory=lambda: Departures([]))


def accounts_on(
    client: Client,
    on: date,
    *,
    agency: Agency | None,
    strategies: Strategies,
    known_since: date | None = None,
    ledger_until: date | None = None,
    account_id: int | None = None,
) -> Iterator[AccountFacts]:
    """Yield the facts of each account of `client` with an open invoice, in the order of their ids.

    `known_since` is the first day of the bank statements: an invoice that was handed in before the day before
    it may have been paid in days that nobody has shown us. `ledger_until` is the day of the client's own list,
    where that is the truth: what it shows as open after a direct debit was not collected. `strategies` tell which
    of the facts that cost something are asked for at all.
    """
    known = _Known(
        shown_from=date.min if known_since is None else known_since - timedelta(days=1),
        ledger_until=ledger_until or date.min,
        old_before=on - YEARS_UNTIL_NEAR,
    )
    around = surroundings(client, on, agency=agency, account_id=account_id, strategies=strategies)
    sender_is_stated = agency is None or not missing_of_sender(client, agency, on)
    details = account_rows(client, account_id)
    current: tuple[Any, ...] = next(details, (0,))
    for key, rows in groupby(_open_invoices(client, account_id), key=itemgetter(0)):
        while current[0] != key:
            current = next(details)
        invoices = tuple([_invoice(row, around, on, known) for row in rows])
        yield account_facts(
            current, invoices, around, sender_is_stated=None if agency is None else sender_is_stated
        )


def surroundings(
    client: Client,
    on: date,
    *,
    agency: Agency | None,
    account_id: int | None,
    strategies: Strategies,
) -> Surroundings:
    """Return what holds, what was promised, disputed or sent, for one account or for all of a client."""
    grace = strategies.days_after_promise
    departures = departures_on(client, on, account_id)
    around = Surroundings(
        invoice_blocks=_invoice_blocks(client, on, account_id, grace),
        account_blocks=_account_blocks(client, on, account_id),
        reminded=_reminded(client, account_id),
        last_reminder=_last_reminder(client, on, account_id),
        asks=_asks(client, account_id),
        bad_email=_bad_email(client, account_id),
        of_invoices=facts_of_invoices(client, on, account_id, days_after_promise=grace),
        of_accounts=facts_of_accounts(client, on, account_id, agency=agency, strategies=strategies),
        by_phone=numbers_if_asked(client, on, account_id, strategies=strategies, departures=departures),
        departures=departures,
    )
    if agency is not None:
        for number in _without_subject(client, account_id):
            around.asks.setdefault(number, "CLAIM_FACTS_MISSING")
    return around


class _Known(NamedTuple):
    """From which day payments are shown, up to which day the client's own list tells, and what is old."""

    shown_from: date
    ledger_until: date
    old_before: date


def _invoice(row: tuple[Any, ...], around: Surroundings, on: date, known: _Known) -> InvoiceFacts:
    account, number, due, open_cents, debit_until, handed_over, known_from = row
    stage, reminded_on, pay_by = around.reminded.get(number, (None, None, None))
    block = around.invoice_blocks.get(number)
    if handed_over is not None:
        block = Block("HANDED_OVER")
    elif debit_until is not None and block is None:
        block = _direct_debit(day_of_row(debit_until), on, known.ledger_until)
    elif block is None and day_of_row(known_from) < known.shown_from:
        block = Block("EARLIER_DAYS_NOT_COVERED")
    because, until, hold = block or NO_BLOCK
    facts = InvoiceFacts(
        number, day_of_row(due), open_cents, stage, reminded_on, pay_by, because, until, hold
    )
    more = around.of_invoices.get(number)
    if more is not None:
        facts = facts._replace(**more)
        if facts.incident_on is not None and reminded_on is not None and reminded_on >= facts.incident_on:
            # A message went out since: the first text after it has been written.
            facts = facts._replace(incident=None, incident_on=None)
    if facts.due_date < known.old_before:
        facts = facts._replace(deadlines=with_time_bar(facts.deadlines, facts.due_date))
    if not around.departures.any:
        return facts
    otherwise = around.departures.of_invoice(account, number, reminded_on, facts.incident_on)
    return facts._replace(**otherwise) if otherwise else facts


def _direct_debit(until: date, on: date, ledger_until: date) -> Block | None:
    """Return the block of an invoice that is collected by direct debit.

    A bank books a batch of them as one sum that names no invoice: that nothing came back is no proof that it
    is unpaid. When the time is over a person says so, or the money that came back does.
    """
    if until >= on:
        return Block("DIRECT_DEBIT_RUNNING", until + timedelta(days=1))
    return None if ledger_until > until else Block("DIRECT_DEBIT_NOT_SEEN")


def account_facts(
    row: tuple[Any, ...],
    invoices: tuple[InvoiceFacts, ...],
    around: Surroundings,
    *,
    sender_is_stated: bool | None,
) -> AccountFacts:
    """Return the facts of an account from its row. `sender_is_stated` is None where a business writes for itself."""
    number, capacity, email, country, may_abroad, name, street, postcode, city, language, tags = row
    channels = []
    if email and number not in around.bad_email and is_valid_email(email):
        channels.append("EMAIL")
    if street:
        channels.append("POST")
    if number in around.by_phone:
        channels += around.by_phone[number].channels
    ask = around.asks.get(number)
    is_person = is_natural_person(capacity)
    if ask == "CLAIM_FACTS_MISSING" and not is_person:
        ask = None
    because, until, hold = around.account_blocks.get(number, NO_BLOCK)
    if because is None and around.departures.holds_client:
        because, until = "HELD_BY_CLIENT", around.departures.client_held_until
    if country != "NL":
        answer = reach(capacity=capacity, country=country).answer
        if answer == "REFUSED":
            because, until, hold = Block("CONSUMER_ABROAD")
        elif answer == "ASK" and not may_abroad and ask in (None, "CLAIM_FACTS_MISSING"):
            ask = "DEBTOR_ABROAD"
    if ask is None and sender_is_stated is not None and is_person:
        is_stated = sender_is_stated and not missing_of_addressee(name, street, postcode, city)
        ask = None if is_stated else "CLAIM_FACTS_MISSING"
    facts = AccountFacts(
        number,
        invoices,
        is_person,
        tuple(channels),
        because,
        until,
        ask,
        around.last_reminder.get(number),
        hold,
        KIND_OF.get(capacity, "PERSON"),
        language,
        tags_in(tags) if tags else NO_TAGS,
    )
    more = around.of_accounts.get(number)
    if more is not None:
        facts = facts._replace(**more)
    return facts._replace(**around.departures.of_account(number)) if around.departures.any else facts


NO_TAGS: Final[frozenset[str]] = frozenset()


def _open_invoices(client: Client, account_id: int | None) -> Iterator[tuple[Any, ...]]:
    where, parameters = of(client, account_id)
    return rows_from(
        "SELECT account_id, id, due_date, open_cents, direct_debit_until, handed_over_on, known_from "
        f"FROM records_invoice WHERE {where} AND open_cents > 0 AND withdrawn_on IS NULL "
        "ORDER BY account_id, due_date, id",
        parameters,
    )


def account_rows(client: Client, account_id: int | None) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the accounts of a client with what is known of each debtor, in the order of their ids."""
    where, parameters = of(client, account_id, column="id", table="a.")
    return rows_from(
        "SELECT a.id, d.capacity, d.email, d.country, d.remind_abroad, d.name, "
        "coalesce(p.street, ''), coalesce(p.postcode, ''), coalesce(p.city, ''), d.language, a.tags "
        "FROM records_account a JOIN records_debtor d ON d.id = a.debtor_id "
        "LEFT JOIN records_address p ON p.debtor_id = d.id AND p.kind = 'POSTAL' "
        f"WHERE {where} ORDER BY a.id",
        parameters,
    )


def _invoice_blocks(client: Client, on: date, account_id: int | None, grace: int) -> dict[int, Block]:
    """Return what leaves single invoices alone. What comes first here is the reason that is shown."""
    of_public_law = dict(_public_law(client, account_id))
    blocks = {number: block for number, block in of_public_law.items() if block.because == "PUBLIC_LAW_DEBT"}
    for found in (
        _disputes(client, on, account_id),
        _invoice_holds(client, on, account_id),
        _payment_plans(client, on, account_id, grace),
        _promises(client, on, account_id, grace),
    ):
        for number, block in found:
            blocks.setdefault(number, block)
    return of_public_law | blocks


def _disputes(client: Client, on: date, account_id: int | None) -> Iterator[tuple[int, Block]]:
    where, own = of(client, account_id, table="i.")
    rows = rows_from(
        "SELECT x.invoice_id, x.answer_by FROM records_dispute x JOIN records_invoice i ON i.id = x.invoice_id "
        f"WHERE {where} AND x.closed_on IS NULL",
        own,
    )
    for number, answer_by in rows:
        last = day_of_row(answer_by)
        yield (
            number,
            Block("ANSWER_OVERDUE") if last < on else Block("DISPUTED", last + timedelta(days=1)),
        )


def _public_law(client: Client, account_id: int | None) -> Iterator[tuple[int, Block]]:
    """Yield the invoices of a public body that are debts of public law, or of which nobody said that they are none.

    Only a public body can have them: of others nothing is read.
    """
    if not is_public_body_name(client.name):
        return
    where, own = of(client, account_id)
    rows = rows_from(
        f"SELECT id, number, subject FROM records_invoice WHERE {where} AND open_cents > 0",
        own,
    )
    for number, name, subject in rows:
        if named_public_law(client.name, f"{name} {subject}"):
            yield number, Block("PUBLIC_LAW_DEBT")
        elif not client.private_law_only:
            yield number, Block("PUBLIC_LAW_UNCLEAR")


def _invoice_holds(client: Client, on: date, account_id: int | None) -> Iterator[tuple[int, Block]]:
    return _holds(client, on, account_id, column="invoice_id", condition="invoice_id IS NOT NULL")


def _holds(
    client: Client, on: date, account_id: int | None, *, column: str, condition: str
) -> Iterator[tuple[int, Block]]:
    """Yield the holds that stand, the longest first, and then those that have ended and ask a person.

    One that protects the debtor asks until it is lifted, or while a later one of its kind stands in its place. What
    is lifted on a later day stands until then.
    """
    where, own = of(client, account_id, table="x.")
    kinds = ", ".join(["%s"] * len(ASKING_HOLDS))
    rows = rows_from(
        f"SELECT x.{column}, x.last_day, x.reason FROM records_hold x WHERE {where} AND x.{condition} "
        "AND (x.lifted_on IS NULL OR x.lifted_on > %s) AND x.first_day <= %s "
        "AND (x.last_day IS NULL OR x.last_day >= %s OR "
        f"(x.reason IN ({kinds}) AND NOT EXISTS (SELECT 1 FROM records_hold y WHERE y.account_id = x.account_id "
        "AND y.id > x.id AND y.reason = x.reason AND y.first_day <= %s "
        "AND (y.lifted_on IS NULL OR y.lifted_on > %s) "
        "AND (y.invoice_id IS NULL OR y.invoice_id = x.invoice_id)))) ORDER BY x.id",
        [*own, on, on, on, *ASKING_HOLDS, on, on],
    )
    found = [(number, date.max if last is None else day_of_row(last), kind) for number, last, kind in rows]
    for number, last, kind in sorted(found, key=lambda row: row[1], reverse=True):
        if last < on:
            yield number, Block("HOLD_ENDED", None, kind)
        else:
            yield number, Block("ON_HOLD", None if last == date.max else last + timedelta(days=1), kind)


def _payment_plans(
    client: Client, on: date, account_id: int | None, grace: int
) -> Iterator[tuple[int, Block]]:
    """Yield the invoices of running payment plans; one whose instalment stayed out asks a person."""
    where, own = of(client, account_id, table="i.")
    due = on - timedelta(days=grace + 1)
    rows = rows_from(
        "SELECT x.invoice_id, x.payment_plan_id, "
        "(SELECT coalesce(sum(t.cents), 0) FROM records_instalment t WHERE t.payment_plan_id = p.id), "
        "(SELECT coalesce(sum(t.cents), 0) FROM records_instalment t WHERE t.payment_plan_id = p.id "
        "AND t.due_date <= %s), "
        "(SELECT coalesce(sum(o.open_cents), 0) FROM records_paymentplaninvoice y "
        "JOIN records_invoice o ON o.id = y.invoice_id WHERE y.payment_plan_id = p.id) "
        "FROM records_paymentplaninvoice x JOIN records_paymentplan p ON p.id = x.payment_plan_id "
        f"JOIN records_invoice i ON i.id = x.invoice_id WHERE {where} AND p.ended_on IS NULL",
        [due, *own],
    )
    for number, _, agreed, asked, left in rows:
        missed = agreed - left < asked
        yield number, Block("INSTALMENT_MISSED" if missed else "ON_PAYMENT_PLAN")


def _promises(client: Client, on: date, account_id: int | None, grace: int) -> Iterator[tuple[int, Block]]:
    where, own = of(client, account_id, table="i.")
    rows = rows_from(
        "SELECT x.invoice_id, max(x.last_day) FROM records_promise x JOIN records_invoice i ON i.id = x.invoice_id "
        f"WHERE {where} AND x.cancelled_on IS NULL AND x.last_day >= %s GROUP BY x.invoice_id",
        [*own, on - timedelta(days=grace)],
    )
    for number, last_day in rows:
        yield number, Block("PROMISED", day_of_row(last_day) + timedelta(days=grace + 1))


def _account_blocks(client: Client, on: date, account_id: int | None) -> dict[int, Block]:
    where, own = of(client, account_id)
    blocks: dict[int, Block] = {}
    for number, block in _holds(client, on, account_id, column="account_id", condition="invoice_id IS NULL"):
        blocks.setdefault(number, block)
    for sql in (
        "SELECT DISTINCT c.account_id FROM records_questioncandidate c JOIN records_question q ON q.id = c.question_id "
        f"WHERE {where.replace('client_id', 'c.client_id').replace('account_id', 'c.account_id')} "
        "AND q.answered_at IS NULL AND q.because <> 'SAME_DEBTOR'",
        f"SELECT DISTINCT account_id FROM records_creditnote WHERE {where} "
        "AND waiting_cents > 0 AND set_aside = ''",
    ):
        for (number,) in rows_from(sql, own):
            blocks.setdefault(number, Block("MONEY_TO_PLACE"))
    return blocks


def _reminded(client: Client, account_id: int | None) -> dict[int, tuple[str | None, date, date]]:
    """Return the last stage sent about each open invoice, and the day and the term of the last message about it.

    A message that bounced was not given. The first text after an incident is a message and no stage. What was written
    down with another account, before it was merged or parted, goes where the invoice is now.
    """
    where, parameters = "r.client_id = %s", [client.pk]
    if account_id is not None:
        where, parameters = f"{where} AND i.account_id = %s", [client.pk, account_id]
    rows = rows_from(
        'SELECT r.invoice_id, r.stage, r."on", r.pay_by FROM records_reminded r '
        "JOIN records_message m ON m.id = r.message_id JOIN records_invoice i ON i.id = r.invoice_id "
        f"WHERE {where} AND m.state = 'SENT' AND i.open_cents > 0 ORDER BY r.id",
        parameters,
    )
    found: dict[int, tuple[str | None, date, date]] = {}
    for number, stage, on, pay_by in rows:
        place = stage
        if stage in INCIDENTS:
            place = found[number][0] if number in found else None
        found[number] = (place, day_of_row(on), day_of_row(pay_by))
    return found


def _last_reminder(client: Client, on: date, account_id: int | None) -> dict[int, date]:
    """Return the day of the last reminder of each account. One that came back counts on its own day only."""
    messages, parameters = _messages(client, account_id)
    rows = rows_from(
        f"SELECT account_id, max(sent_on) FROM ({messages}) m WHERE sent_on IS NOT NULL AND {REMINDS} "
        "AND (state <> 'BOUNCED' OR sent_on >= %s) GROUP BY account_id",
        [*parameters, on],
    )
    return {number: day_of_row(on) for number, on in rows}


def _asks(client: Client, account_id: int | None) -> dict[int, Reason]:
    """Return the accounts about whose last reminder a person must say something first."""
    messages, parameters = _messages(client, account_id)
    reasons: dict[str, Reason] = {"AMBIGUOUS": "MESSAGE_AMBIGUOUS", "SENDING": "MESSAGE_AMBIGUOUS"}
    rows = rows_from(
        f"SELECT account_id, state FROM ({messages}) m "
        f"WHERE state IN ('AMBIGUOUS', 'SENDING', 'REFUSED') AND {REMINDS} ORDER BY state = 'REFUSED' DESC, id",
        parameters,
    )
    return {number: reasons.get(state, "MESSAGE_REFUSED") for number, state in rows}


def _bad_email(client: Client, account_id: int | None) -> set[int]:
    """Return the accounts whose present e-mail address did not take a message, of whatever kind."""
    messages, parameters = _messages(client, account_id)
    rows = rows_from(
        f"SELECT m.account_id FROM ({messages}) m JOIN records_account a ON a.id = m.account_id "
        "JOIN records_debtor d ON d.id = a.debtor_id "
        "WHERE m.channel = 'EMAIL' AND m.state IN ('FAILED', 'BOUNCED') AND m.recipient = d.email",
        parameters,
    )
    return {number for (number,) in rows}


def _messages(client: Client, account_id: int | None) -> tuple[str, list[Any]]:
    """Return a query of the messages of each account, and its parameters.

    A message stays with the account that it was written to. Of accounts that were merged, or parted again, what
    told of an invoice that is now another's counts for that one too: it reached the same debtor.
    """
    where, own = of(client, account_id, table="w.")
    columns = "state, w.kind, w.sent_on, w.channel, w.recipient, w.id"
    sql = (
        f"SELECT w.account_id, w.{columns} FROM records_message w WHERE {where} UNION ALL "
        f"SELECT i.account_id, w.{columns} FROM ({_MERGED_OR_PARTED}) g CROSS JOIN records_invoice i "
        "JOIN records_messageinvoice x ON x.invoice_id = i.id JOIN records_message w ON w.id = x.message_id "
        "WHERE i.account_id = g.id AND w.account_id <> i.account_id"
    )
    if account_id is None:
        return sql, [*own, client.pk, client.pk]
    return f"{sql} AND g.id = %s", [*own, client.pk, client.pk, account_id]


_MERGED_OR_PARTED = (
    "SELECT kept_id AS id FROM records_debtormerge WHERE client_id = %s "
    "UNION SELECT merged_id FROM records_debtormerge WHERE client_id = %s"
)
"""The accounts of which messages are sought by invoice. They come first: the invoices of a client are many."""


def _without_subject(client: Client, account_id: int | None) -> list[int]:
    """Return the accounts with an open invoice of which nobody says what it is for (Bki art. 3.1 d)."""
    where, parameters = of(client, account_id)
    rows = rows_from(
        f"SELECT DISTINCT account_id FROM records_invoice WHERE {where} AND open_cents > 0 AND subject = '' "
        "AND withdrawn_on IS NULL AND handed_over_on IS NULL",
        parameters,
    )
    return [number for (number,) in rows]
