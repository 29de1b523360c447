"""What is known of one account is the same whether it is read alone or with all others, on both databases; and of
nobody is more known than is theirs (P13, P15).
"""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from tests.builders import (
    DUE,
    a_client,
    after,
    an_account,
    an_agency,
    an_engagement,
    an_invoice,
    bank_known_until,
    ten_o_clock,
)
from voldaan.domain.strategy.facts import AccountFacts
from voldaan.records.models import (
    Account,
    Allocation,
    Client,
    ClientCheck,
    ClientCheckItem,
    DayPlan,
    Decision,
    Departure,
    Dispute,
    Engagement,
    Hold,
    Instalment,
    Invoice,
    Message,
    PaymentPlan,
    PaymentPlanInvoice,
    Promise,
    Reminded,
    StrategyVersion,
)
from voldaan.records.scope import rows_of
from voldaan.usecases.known_strategies import strategy_text
from voldaan.usecases.merge_debtors import merge_debtors
from voldaan.usecases.plan_day import day_of, decided
from voldaan.usecases.unmerge_debtor import unmerge_debtor

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(40)
LOOKS_AT_ALL = """
[for_whom]
history = ["GOOD", "MIXED", "POOR"]
new_customer = false
"""


def a_strategy_that_looks_at_all() -> None:
    text = strategy_text("standard").replace("[manners]", f"{LOOKS_AT_ALL}\n[manners]\nreminders_a_month = 4")
    StrategyVersion.objects.create(
        key="kijker", number=1, text=text, digest="x", made_at=ten_o_clock(DUE), made_by="test"
    )


def facts_on(client: Client, on: date = ON, account: Account | None = None) -> dict[int, AccountFacts]:
    with rows_of(client):
        day = day_of(client, on)
        return {facts.id: facts for facts, _ in decided(day, None if account is None else account.pk)}


def sent(
    account: Account, invoice: Invoice, on: date, engagement: Engagement | None = None, **facts: Any
) -> Message:
    """Write down a message that was sent."""
    client = account.client
    given = {"state": "SENT", "stage": "FIRST_REMINDER"} | facts
    with rows_of(client):
        plan = DayPlan.objects.create(
            client=client, on=on, made_at=ten_o_clock(on), strategy="standard", strategy_digest="x", accounts=1,
            changed=1, digest="x",
        )  # fmt: skip
        decision = Decision.objects.create(
            client=client, plan=plan, account=account, on=on, act="REMIND", because="STAGE_REACHED",
            stage=given["stage"], channel="EMAIL", invoices=str(invoice.pk), others="", open_cents=1,
        )  # fmt: skip
        at = ten_o_clock(on)
        message: Message = Message.objects.create(
            client=client, account=account, decision=decision, engagement=engagement, uuid=uuid4(), channel="EMAIL",
            language="nl", recipient="x@klant.example", facts={}, on=on, pay_by=after(7, on), written_at=at,
            approved_at=at, sending_at=at, finished_at=at, sent_on=on, **given,
        )  # fmt: skip
        Reminded.objects.create(
            client=client, account=account, invoice=invoice, message=message, stage=given["stage"], on=on,
            pay_by=after(7, on),
        )  # fmt: skip
    return message


def an_account_of_each_kind(client: Client, engagement: Engagement | None = None) -> None:
    """Fill a client's book with one account for each fact that an account or an invoice can have."""
    with rows_of(client):
        plain = bill(client, "PLAIN")
        sent(plain.account, plain, after(15), engagement)
        bill(client, "NEW", issue_date=after(20), due_date=after(34))
        tagged = bill(client, "TAGGED", insurer_by=after(60), time_bar_from=after(900))
        Account.objects.filter(pk=tagged.account_id).update(tags="gevoelig, vaste-klant")
        bill(client, "RETURNED", debit_returned_on=after(30))
        bill(client, "DEBIT", direct_debit_until=after(50))
        bill(client, "OLD", due_date=date(2021, 5, 1))
        what_was_agreed(client)
        what_people_decided(client)
        for _ in range(3):
            paid = bill(client, "PAYER", open_cents=0, issue_date=date(2025, 5, 1))
            Allocation.objects.create(
                client=client, invoice=paid, kind="CLIENT_WORD", cents=12_500, on=after(2),
                made_at=ten_o_clock(after(2)),
            )  # fmt: skip
        bill(client, "PAYER")


def bill(client: Client, number: str, **facts: Any) -> Invoice:
    """Hand in an invoice of the account of this number."""
    account = Account.objects.filter(number=number).first() or an_account(client, number)
    return an_invoice(account, f"2026-{Invoice.objects.count():04}", **facts)


def what_was_agreed(client: Client) -> None:
    """Write down a promise that runs and one that was broken, a payment plan and a dispute."""
    own = {"client": client}
    for number, last_day in (("PROMISED", after(45)), ("BROKEN", after(20))):
        promised = bill(client, number)
        Promise.objects.create(
            **own, account=promised.account, invoice=promised, promised_on=DUE, last_day=last_day
        )
    planned = bill(client, "PLAN")
    plan = PaymentPlan.objects.create(**own, account=planned.account, agreed_on=after(10))
    PaymentPlanInvoice.objects.create(**own, payment_plan=plan, invoice=planned)
    Instalment.objects.create(**own, payment_plan=plan, due_date=after(60), cents=12_500)
    Dispute.objects.create(
        **own, invoice=bill(client, "DISPUTED"), amount_cents=12_500, owner="Sanne", answer_by=after(60),
        opened_on=DUE,
    )  # fmt: skip


def what_people_decided(client: Client) -> None:
    """Write down holds, exceptions of each kind, and a list for the client."""
    own: dict[str, Any] = {"client": client}
    held, complained = bill(client, "HELD"), bill(client, "COMPLAINT")
    Hold.objects.create(**own, account=held.account, reason="PERSON_ASKED", first_day=DUE, last_day=after(50))
    Hold.objects.create(
        **own, account=complained.account, invoice=complained, reason="COMPLAINT", first_day=after(35),
        last_day=after(36), lifted_on=after(37), lifted_by="test",
    )  # fmt: skip
    skipping = bill(client, "SKIPS")
    for kind, value, invoice in (
        ("SKIP", "FIRST_REMINDER", skipping), ("SOONER", "", None), ("CHANNEL", "POST", None),
        ("STRATEGY", "standard", None),
    ):  # fmt: skip
        Departure.objects.create(
            **own, account=skipping.account, invoice=invoice, kind=kind, value=value, reason="afgesproken",
            first_day=after(30), last_day=after(90), made_by="test", made_at=ten_o_clock(DUE),
        )  # fmt: skip
    check = ClientCheck.objects.create(
        **own, made_on=after(38), made_at=ten_o_clock(after(38)), answer_by=after(41), silence_goes=False
    )
    ClientCheckItem.objects.create(
        **own, client_check=check, invoice=bill(client, "ASKED"), stage="FIRST_REMINDER", open_cents=12_500
    )


@pytest.fixture
def two_clients() -> tuple[Client, Client]:
    """Return two clients of one agency with the same debtors and every fact of both."""
    a_strategy_that_looks_at_all()
    agency = an_agency()
    made = []
    for key in ("kade", "haven"):
        client = a_client(key)
        engagement = an_engagement(client, agency, strategy="kijker,standard", asks_first=True)
        an_account_of_each_kind(client, engagement)
        bank_known_until(client, ON)
        made.append(client)
    return made[0], made[1]


def test_one_account_read_alone_is_the_same(two_clients: tuple[Client, Client]) -> None:
    client, _ = two_clients
    of_all = facts_on(client)
    with rows_of(client):
        accounts = list(Account.objects.order_by("pk"))
    assert len(of_all) == len(accounts) == 15
    for account in accounts:
        assert facts_on(client, account=account) == {account.pk: of_all[account.pk]}


def test_each_fact_stands_with_its_own_account_only(two_clients: tuple[Client, Client]) -> None:
    client, _ = two_clients
    with rows_of(client):
        numbers = dict(Account.objects.values_list("pk", "number"))
    known = {numbers[key]: facts for key, facts in facts_on(client).items()}
    bare = known["DEBIT"].invoices[0]

    def differ(of: str) -> set[str]:
        """Return in what an account and its invoices differ from one of which nothing is said."""
        beside = known["DEBIT"]
        account = {name for name in AccountFacts._fields if getattr(known[of], name) != getattr(beside, name)}
        invoice = known[of].invoices[0]
        of_invoice = {name for name in bare._fields if getattr(invoice, name) != getattr(bare, name)}
        return {*account, *of_invoice} - {"id", "invoices", "block", "block_until"}

    assert {of: differ(of) for of in known} == {
        "PLAIN": {"stage", "reminded_on", "pay_by", "last_reminder_on", "recent_reminders"},
        "NEW": {"due_date", "first_invoice_on"},
        "PROMISED": set(), "PLAN": set(), "DISPUTED": set(), "DEBIT": set(),
        "BROKEN": {"incident", "incident_on"},
        "HELD": {"hold"},
        "COMPLAINT": {"complained_on"},
        "SKIPS": {"skips", "sooner", "channel", "strategy", "exceptions_change_on"},
        "TAGGED": {"tags", "deadlines"},
        "RETURNED": {"incident", "incident_on"},
        "OLD": {"due_date", "deadlines"},
        "ASKED": {"client_answer"},
        "PAYER": {"history", "first_invoice_on"},
    }  # fmt: skip
    assert known["PAYER"].history == "GOOD"
    assert [known[of].invoices[0].block for of in ("PROMISED", "PLAN", "DISPUTED", "DEBIT")] == [
        "PROMISED", "ON_PAYMENT_PLAN", "DISPUTED", "DIRECT_DEBIT_RUNNING",
    ]  # fmt: skip
    assert (known["HELD"].block, known["HELD"].block_until) == ("ON_HOLD", after(51))


def test_a_new_customer_is_known_also_where_a_strategy_is_for_who_is_none(
    two_clients: tuple[Client, Client],
) -> None:
    client, _ = two_clients
    assert all(facts.first_invoice_on is not None for facts in facts_on(client).values())


class TestMessagesOfTheMonth:
    """Counted over the clients of an agency, by the day only."""

    @pytest.mark.parametrize(
        ("ago", "state", "counts"),
        [
            (0, "SENT", True),
            (29, "SENT", True),
            (30, "SENT", False),
            (5, "BOUNCED", False),
            (5, "AMBIGUOUS", True),
        ],
    )
    def test_what_another_client_sent_counts_by_its_day(
        self, two_clients: tuple[Client, Client], ago: int, state: str, counts: bool
    ) -> None:
        client, other = two_clients
        account, theirs = self.account(client, "PROMISED"), self.account(other, "PROMISED")
        self.sends(other, theirs, after(40 - ago), state)
        found = facts_on(client, account=account)[account.pk].recent_reminders
        assert found == ((after(40 - ago),) if counts else ())
        assert facts_on(client)[account.pk].recent_reminders == found

    def test_two_on_one_day_are_two(self, two_clients: tuple[Client, Client]) -> None:
        client, _ = two_clients
        for one in two_clients:
            self.sends(one, self.account(one, "PROMISED"), after(30), "SENT")
        account = self.account(client, "PROMISED")
        assert facts_on(client, account=account)[account.pk].recent_reminders == (after(30), after(30))

    @pytest.mark.parametrize(
        ("mine", "theirs", "same"),
        [
            ({"email": "Anna@Klant.example"}, {"email": "anna@klant.EXAMPLE", "name": "Een ander"}, True),
            ({"email": "", "name": "CAFÉ  Één"}, {"email": "", "name": "café één"}, True),
            ({"email": "", "name": "Anna"}, {"email": "", "name": "Bert"}, False),
            ({"email": "a@x.example", "name": "Anna"}, {"email": "b@x.example", "name": "Anna"}, True),
        ],
    )
    def test_a_debtor_is_known_again(self, mine: dict[str, str], theirs: dict[str, str], same: bool) -> None:
        a_strategy_that_looks_at_all()
        agency, found = an_agency(), []
        for key, facts in (("kade", mine), ("haven", theirs)):
            client = a_client(key)
            engagement = an_engagement(client, agency, strategy="kijker,standard")
            account = an_account(client, "D1", **facts)
            bank_known_until(client, ON)
            found.append((client, account, an_invoice(account), engagement))
        (client, account, _, _), (_, their_account, their_invoice, their_engagement) = found
        sent(their_account, their_invoice, after(30), their_engagement)
        alone = facts_on(client, account=account)[account.pk].recent_reminders
        assert alone == ((after(30),) if same else ())
        assert facts_on(client)[account.pk].recent_reminders == alone

    def test_who_writes_for_itself_counts_its_own_only(self) -> None:
        a_strategy_that_looks_at_all()
        clients = [a_client(key, strategy="kijker,standard") for key in ("kade", "haven")]
        for client in clients:
            bank_known_until(client, ON)
            account = an_account(client, "D1")
            sent(account, an_invoice(account), after(30 if client is clients[0] else 31))
        assert [next(iter(facts_on(one).values())).recent_reminders for one in clients] == [
            (after(30),),
            (after(31),),
        ]

    @staticmethod
    def account(client: Client, number: str) -> Account:
        with rows_of(client):
            return Account.objects.get(number=number)

    @staticmethod
    def sends(client: Client, account: Account, on: date, state: str) -> None:
        with rows_of(client):
            engagement = Engagement.objects.get()
            invoice = Invoice.objects.filter(account=account)[0]
        sent(account, invoice, on, engagement, state=state)


class TestExceptions:
    @staticmethod
    def excepts(client: Client, kind: str, value: str = "", **facts: Any) -> None:
        given = {"reason": "x", "made_by": "test", "made_at": ten_o_clock(DUE), "first_day": DUE} | facts
        with rows_of(client):
            Departure.objects.create(client=client, kind=kind, value=value, **given)

    @pytest.mark.parametrize(
        ("facts", "block", "until"),
        [
            ({}, "HELD_BY_CLIENT", None),
            ({"last_day": after(44)}, "HELD_BY_CLIENT", after(45)),
            ({"last_day": ON}, "HELD_BY_CLIENT", after(41)),
            ({"last_day": after(39)}, None, None),
            ({"ended_on": after(43), "ended_by": "test"}, "HELD_BY_CLIENT", after(43)),
            ({"last_day": after(44), "ended_on": after(43), "ended_by": "test"}, "HELD_BY_CLIENT", after(43)),
            ({"ended_on": ON, "ended_by": "test"}, None, None),
            ({"first_day": after(41)}, None, None),
        ],
    )
    def test_a_client_that_is_left_in_peace(
        self, facts: dict[str, Any], block: str | None, until: date | None
    ) -> None:
        client = a_client()
        account = an_account(client)
        an_invoice(account)
        bank_known_until(client, ON)
        self.excepts(client, "HOLD", **facts)
        known = facts_on(client)[account.pk]
        assert (known.block, known.block_until) == (block, until)

    @pytest.mark.parametrize(("first_days", "reminded", "sooner"), [
        ((10, 20), None, 10), ((10, 20), 15, 20), ((20, 10), 15, 20), ((10, 20), 25, 20), ((10,), 10, 10),
    ])  # fmt: skip
    def test_of_two_that_let_it_come_sooner_the_first_that_was_not_used(
        self, first_days: tuple[int, ...], reminded: int | None, sooner: int
    ) -> None:
        client = a_client()
        account = an_account(client)
        invoice = an_invoice(account)
        bank_known_until(client, ON)
        for day in first_days:
            self.excepts(client, "SOONER", first_day=after(day))
        if reminded is not None:
            sent(account, invoice, after(reminded))
        assert facts_on(client)[account.pk].invoices[0].sooner == after(sooner)

    def test_of_an_account_goes_before_that_of_its_client_and_a_later_before_an_earlier(self) -> None:
        client = a_client()
        one, two = an_account(client, "D1"), an_account(client, "D2")
        for number, account in enumerate((one, two), start=1):
            an_invoice(account, f"2026-{number}")
        bank_known_until(client, ON)
        self.excepts(client, "CHANNEL", "EMAIL", account=one)
        self.excepts(client, "CHANNEL", "POST", account=one)
        self.excepts(client, "CHANNEL", "EMAIL")
        assert {key: facts.channel for key, facts in facts_on(client).items()} == {
            one.pk: "POST",
            two.pk: "EMAIL",
        }


@pytest.mark.parametrize(
    ("kind", "reason", "history"),
    [("CLIENT_WORD", "", "GOOD"), ("LEDGER", "", "GOOD"), ("DIFFERENCE", "WRITTEN_OFF", "NONE")],
)
def test_what_was_let_go_tells_nothing_of_how_somebody_pays(kind: str, reason: str, history: str) -> None:
    a_strategy_that_looks_at_all()
    client = a_client(strategy="kijker,standard")
    account = an_account(client)
    bank_known_until(client, ON)
    for number in range(3):
        gone = an_invoice(account, f"2025-{number}", open_cents=0)
        with rows_of(client):
            Allocation.objects.create(
                client=client, invoice=gone, kind=kind, reason=reason, cents=12_500, on=after(3),
                made_at=ten_o_clock(after(3)),
            )  # fmt: skip
    an_invoice(account)
    assert facts_on(client)[account.pk].history == history


class TestWhatWasSentGoesWithTheInvoice:
    """A debtor that was merged or parted keeps what it was told: also where its account is read alone."""

    when = {"on": ON, "at": ten_o_clock(ON), "by": "Sanne Bos"}

    def test_to_the_account_that_it_was_merged_into_and_back(self) -> None:
        client = a_client()
        kept, merged = an_account(client, "D1"), an_account(client, "D2")
        an_invoice(kept, "2026-1")
        told = an_invoice(merged, "2026-2")
        bank_known_until(client, ON)
        sent(merged, told, after(30))
        merge_debtors(client, "D1", "D2", because="zelfde telefoon", **self.when)
        assert self.stages(client, kept) == {"2026-1": None, "2026-2": "FIRST_REMINDER"}
        assert facts_on(client) == facts_on(client, account=kept)
        unmerge_debtor(client, "D2", **self.when)
        assert self.stages(client, merged) == {"2026-2": "FIRST_REMINDER"}

    def test_also_what_was_sent_while_they_were_one(self) -> None:
        client = a_client()
        kept, merged = an_account(client, "D1"), an_account(client, "D2")
        told = an_invoice(merged, "2026-2")
        bank_known_until(client, ON)
        merge_debtors(client, "D1", "D2", because="zelfde telefoon", **self.when)
        sent(kept, told, after(30))
        unmerge_debtor(client, "D2", **self.when)
        assert self.stages(client, merged) == {"2026-2": "FIRST_REMINDER"}
        assert facts_on(client) == facts_on(client, account=merged)

    @staticmethod
    def stages(client: Client, account: Account) -> dict[str, str | None]:
        known = facts_on(client, account=account)[account.pk].invoices
        with rows_of(client):
            numbers = dict(Invoice.objects.values_list("pk", "number"))
        return {numbers[one.id]: one.stage for one in known}
