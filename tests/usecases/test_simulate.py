"""A period of the past with other strategies: what was really run comes out the same, and nothing is changed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.builders import (
    DUE,
    IBAN,
    a_client,
    after,
    an_account,
    an_agency,
    an_engagement,
    an_invoice,
    bank_known_until,
    ten_o_clock,
)
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.language import read_strategy
from voldaan.records.models import (
    Account,
    BankStatement,
    Client,
    Dispute,
    Hold,
    Message,
    Payment,
    Promise,
)
from voldaan.records.scope import rows_of
from voldaan.usecases.known_strategies import strategy_text
from voldaan.usecases.run_day import run_day
from voldaan.usecases.simulate import CANNOT_KNOW, AccountSimulated, CannotSimulate, Simulation, simulate

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    return tmp_path


@pytest.fixture
def client() -> Client:
    return a_client(approval="AUTOMATIC")


def strategy(*changes: tuple[str, str]) -> Strategies:
    """Return the shipped strategy with some of its text changed."""
    text = strategy_text("standard")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return Strategies([read_strategy(text)])


def pays(client: Client, on: date, remittance: str, cents: int, by: Account) -> None:
    with rows_of(client):
        statement = BankStatement.objects.order_by("-pk")[0]
        Payment.objects.create(
            client=client, statement=statement, bank_iban=IBAN, booking_date=on, amount_cents=cents,
            waiting_cents=cents, counterparty_name=by.debtor.name, currency="EUR", remittance=remittance,
            digest=f"{remittance}{on}",
        )  # fmt: skip


def simulated(
    client: Client, strategies: Strategies, first: date, last: date, **prices: int
) -> tuple[Simulation, dict[str, AccountSimulated]]:
    found: dict[str, AccountSimulated] = {}
    told = simulate(
        client, first_day=first, last_day=last, strategies=strategies,
        each=lambda one: found.__setitem__(one.debtor, one), **prices,
    )  # fmt: skip
    return told, found


def live(client: Client, days: int) -> None:
    """Run every day: statements come each day but for a week, somebody pays, disputes, promises, is left alone."""
    accounts = {number: an_account(client, number) for number in ("D1", "D2", "D3", "D4")}
    first = after(2)
    invoices = {
        "2026-1": an_invoice(accounts["D1"], "2026-1"),
        "2026-2": an_invoice(accounts["D1"], "2026-2", due_date=after(9), known_from=after(12), cents=8_000),
        "2026-3": an_invoice(accounts["D2"], "2026-3", due_date=after(1), cents=20_000),
        "2026-4": an_invoice(accounts["D3"], "2026-4", due_date=after(4)),
        "2026-5": an_invoice(accounts["D3"], "2026-5", due_date=after(6), cents=300),
        "2026-6": an_invoice(accounts["D4"], "2026-6", due_date=after(0)),
    }
    late = invoices
    for count in range(days):
        day = first + timedelta(days=count)
        if not 20 <= count < 28:
            bank_known_until(client, day)
        if count == 10:
            pays(client, day - timedelta(days=1), "2026-3", 20_000, accounts["D2"])
        if count == 18:
            pays(client, day, "2026-6", 5_000, accounts["D4"])
        with rows_of(client):
            if count == 6:
                Dispute.objects.create(
                    client=client, invoice=late["2026-4"], amount_cents=100, owner="Kim", opened_on=day,
                    answer_by=day + timedelta(days=9),
                )  # fmt: skip
            if count == 12:
                Dispute.objects.update(closed_on=day)
                Promise.objects.create(
                    client=client, account=accounts["D4"], invoice=late["2026-6"], promised_on=day,
                    last_day=day + timedelta(days=3),
                )  # fmt: skip
            if count == 14:
                Hold.objects.create(
                    client=client, account=accounts["D1"], reason="PERSON_ASKED", made_by="Kim", first_day=day,
                    last_day=day + timedelta(days=15),
                )  # fmt: skip
        run_day(client, on=day, at=ten_o_clock(day), by="test", approve=True)


def test_the_present_strategy_replayed_sends_what_was_really_sent(client: Client) -> None:
    """From the first day on, and from the middle on, where what was sent before is how it begins."""
    live(client, 50)
    for begins, least in ((2, 8), (16, 4)):
        told, found = simulated(client, strategy(), after(begins), after(51))
        assert told.really.messages >= least
        for one in found.values():
            assert one.present == one.really
            assert one.other == one.present
        assert not told.differences


def rows_of_every_table() -> dict[str, list[tuple[object, ...]]]:
    with connection.cursor() as cursor:
        found = {}
        for name in sorted(connection.introspection.table_names(cursor)):
            if name.startswith("records_"):
                cursor.execute(f'SELECT * FROM "{name}"')
                found[name] = sorted(map(repr, cursor.fetchall()))
        return found  # type: ignore[return-value]


def test_nothing_in_the_book_changes(client: Client) -> None:
    live(client, 8)
    before = rows_of_every_table()
    simulated(client, strategy(("days = 3\n", "days = 5\n")), after(0), after(60))
    assert rows_of_every_table() == before


class TestOtherStrategies:
    def test_other_days_are_otherwise(self, client: Client) -> None:
        an_invoice(an_account(client))
        bank_known_until(client, after(60))
        told, found = simulated(client, strategy(("days = 14", "days = 21")), after(0), after(30))
        one = found["D1"]
        assert [message.on for message in one.present] == [after(3), after(14), after(28)]
        assert [message.on for message in one.other] == [after(3), after(21)]
        assert (one.what, dict(told.differences)) == ("OTHERWISE", {"OTHERWISE": 1})

    def test_who_is_left_alone_and_who_is_reminded_as_well(self, client: Client) -> None:
        an_invoice(an_account(client, "D1"), "1", cents=400)
        an_invoice(an_account(client, "D2"), "2", cents=4_000)
        small = strategy(("minimum_cents = 500", "minimum_cents = 100"))
        told, found = simulated(client, small, after(0), after(10))
        assert {debtor: one.what for debtor, one in found.items()} == {"D1": "ALSO_REMINDED", "D2": ""}
        large = strategy(("minimum_cents = 500", "minimum_cents = 5000"))
        told, found = simulated(client, large, after(0), after(10))
        assert {debtor: one.what for debtor, one in found.items()} == {"D2": "LEFT_ALONE"}
        assert (told.present.accounts, told.other.accounts) == (1, 0)

    @pytest.mark.parametrize(("paid_on", "for_nothing"), [(2, 0), (3, 1), (6, 1), (7, 0)], ids=str)
    def test_a_message_to_somebody_who_pays_within_three_days_was_for_nothing(
        self, client: Client, paid_on: int, for_nothing: int
    ) -> None:
        """Reminded on the third day after the due date; paid before it is no message at all."""
        account = an_account(client)
        an_invoice(account, "2026-7")
        bank_known_until(client, after(40))
        pays(client, after(paid_on), "2026-7", 12_500, account)
        run_day(client, on=after(40), at=ten_o_clock(after(40)), by="test")
        told, _ = simulated(client, strategy(), after(0), after(10))
        assert (told.present.messages, told.present.for_nothing) == (int(paid_on > 2), for_nothing)

    def test_what_nobody_can_say_yet_is_not_for_nothing(self, client: Client) -> None:
        an_invoice(an_account(client))
        bank_known_until(client, after(5))
        told, _ = simulated(client, strategy(), after(0), after(4))
        assert (told.present.for_nothing, told.present.not_known_yet) == (0, 1)


class TestWhatItCosts:
    @pytest.mark.parametrize(
        ("prices", "cost"),
        [({}, None), ({"email_cents": 2}, 4), ({"post_cents": 110}, None), ({"email_cents": 0}, 0)],
        ids=["nobody said", "an e-mail", "only of a letter", "free is known"],
    )
    def test_an_unknown_price_is_not_nothing(
        self, client: Client, prices: dict[str, int], cost: int | None
    ) -> None:
        an_invoice(an_account(client))
        told, _ = simulated(client, strategy(), after(0), after(20), **prices)
        assert (told.present.messages, told.present.cost_cents) == (2, cost)

    @pytest.mark.parametrize(("every", "fee"), [(False, 450), (True, 900)])
    def test_the_agency_asks_its_fee(self, client: Client, every: bool, fee: int) -> None:
        an_engagement(client, an_agency(), every_message_is_charged=every)
        an_invoice(an_account(client))
        told, _ = simulated(client, strategy(), after(0), after(20))
        assert (told.present.fee_cents, told.really.fee_cents) == (fee, 0)

    def test_who_writes_itself_pays_no_fee(self, client: Client) -> None:
        an_invoice(an_account(client))
        told, _ = simulated(client, strategy(), after(0), after(20))
        assert told.present.fee_cents is None


class TestWhatIsSaid:
    def test_it_always_says_what_nobody_can_know(self, client: Client) -> None:
        told, _ = simulated(client, strategy(), after(0), after(5))
        assert told.notes[0] == CANNOT_KNOW

    def test_a_period_before_the_first_file_is_named(self, client: Client) -> None:
        an_invoice(an_account(client))
        assert (
            any("2 maart 2026" in note for note in simulated(client, strategy(), DUE, after(5))[0].notes)
            is False
        )
        early, _ = simulated(client, strategy(), date(2026, 1, 2), after(5))
        assert any("niet bekend op welke dag iets binnenkwam" in note for note in early.notes)

    def test_a_period_that_ends_before_it_begins_is_refused(self, client: Client) -> None:
        with pytest.raises(CannotSimulate, match="Draai de dagen om"):
            simulated(client, strategy(), after(5), after(4))


def test_a_message_that_left_counts_as_really_sent(client: Client) -> None:
    an_invoice(an_account(client))
    bank_known_until(client, after(3))
    run_day(client, on=after(3), at=ten_o_clock(after(3)), by="test", approve=True)
    with rows_of(client):
        assert Message.objects.count() == 1
    told, found = simulated(client, strategy(), after(3), after(3))
    assert found["D1"].really == found["D1"].present
    assert (told.really.messages, told.really.by_week) == (1, {date(2026, 3, 2): 1})
