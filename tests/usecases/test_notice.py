"""The fourteen-day notice in the flow: lawful, or refused to a person with a sentence; its term counts from sending."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

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
from voldaan.domain.law.notice import notice_term
from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.workdays import working_day_from
from voldaan.records.models import Client, Debtor, Message, Reminded
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.hand_over import propose
from voldaan.usecases.list_messages import message_parts
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.resolve_message import resolve_message
from voldaan.usecases.run_day import DayRun, run_day
from voldaan.usecases.send_messages import Sent, send_messages
from voldaan.usecases.show_message import show_message
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db(transaction=True)

STRATEGY = """
name = "Met brief"
version = 1
[manners]
days_between_reminders = 7
minimum_cents = 500
days_after_term = 2
[[stages]]
key = "FIRST_REMINDER"
days = 3
term_days = 7
channels = ["EMAIL"]
[[stages]]
key = "FOURTEEN_DAY_NOTICE"
days = 21
term_days = 20
channels = ["POST"]
signed_by = "Noor Vis"
[end]
act = "HAND_OVER"
days_after_term = 3
with_costs = true
"""
ON_TIME = after(21)
"""The day of the notice: Monday 23 March 2026."""


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    monkeypatch.setattr(settings.INSTALLATION, "smtp_url", "")
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "brief.toml").write_text(STRATEGY)
    return tmp_path


def with_notice(*, capacity: str = "CONSUMER", cents: int = 123_450, **facts: Any) -> Client:
    """Return a client whose consumer got the first reminder, and is up for the notice on `ON_TIME`."""
    client = a_client(strategy="brief", next_step_collection=True)
    an_invoice(an_account(client, name="A. de Vries", capacity=capacity), cents=cents, **facts)
    live(client, after(3))
    return client


def live(client: Client, on: date, *, approve: bool = True) -> DayRun:
    """Run a day on bank statements up to it; what is written is approved."""
    bank_known_until(client, on)
    return run_day(client, on=on, at=ten_o_clock(on), by="test", approve=approve)


def send(client: Client, on: date) -> Sent:
    if on > ON_TIME:
        bank_known_until(client, on)
    return send_messages([client], on=on, at=ten_o_clock(on), by="test")


def newest(client: Client) -> Message:
    with rows_of(client):
        return Message.objects.select_related("account").order_by("-pk")[0]


def facts_of(message: Message) -> MessageFacts:
    return MessageFacts.from_json(message.facts)


def letter(client: Client, message: Message) -> str:
    return message_parts(client, str(message.uuid))["message.txt"].decode()


class TestToAConsumer:
    def test_it_names_exactly_the_costs_and_no_last_day(self) -> None:
        client = with_notice()
        done = live(client, ON_TIME)
        assert (done.written.refusals, done.sent.sent) == ([], 1)
        message = newest(client)
        text = letter(client, message)
        assert (message.kind, message.stage, message.channel) == ("NOTICE", "FOURTEEN_DAY_NOTICE", "POST")
        assert "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd" in text
        assert "€ 185,18" in text
        assert "€ 1.419,68" in text
        assert "april" not in text
        assert "Noor Vis" in text
        assert "btw" not in text
        assert list(verify_book([client])) == []

    def test_the_ladder_waits_until_the_careful_last_day(self) -> None:
        client = with_notice()
        live(client, ON_TIME)
        careful = notice_term(ON_TIME, by="POST").careful_last_day
        with rows_of(client):
            given = Reminded.objects.get(stage="FOURTEEN_DAY_NOTICE")
        assert given.pay_by >= careful
        assert live(client, after(3, given.pay_by)).planned.acts == {"WAIT": 1}
        assert live(client, after(4, given.pay_by)).planned.acts == {"HAND_OVER": 1}

    def test_a_file_that_no_longer_gives_the_days_of_the_law_reminds_nobody(self, home: Path) -> None:
        client = with_notice()
        (home / "strategies" / "brief.toml").write_text(STRATEGY.replace("term_days = 20", "term_days = 14"))
        bank_known_until(client, ON_TIME)
        with pytest.raises(StrategyError, match=r"Regel 16: in strategie 'brief': .* \(HR "):
            plan_day(client, on=ON_TIME, at=ten_o_clock(ON_TIME), by="test")

    def test_a_strategy_that_gives_more_days_than_the_law_waits_for_them(self, home: Path) -> None:
        (home / "strategies" / "brief.toml").write_text(STRATEGY.replace("term_days = 20", "term_days = 29"))
        client = with_notice()
        live(client, ON_TIME)
        with rows_of(client):
            given = Reminded.objects.get(stage="FOURTEEN_DAY_NOTICE")
        assert given.pay_by == after(29, ON_TIME)

    def test_one_that_came_back_was_not_given(self) -> None:
        client = with_notice()
        live(client, ON_TIME)
        resolve_message(
            client,
            str(newest(client).uuid),
            answer="BOUNCED",
            on=after(2, ON_TIME),
            at=ten_o_clock(after(2, ON_TIME)),
            by="test",
        )
        bank_known_until(client, after(3, ON_TIME))
        done = run_day(client, on=after(3, ON_TIME), at=ten_o_clock(after(3, ON_TIME)), by="test")
        assert done.planned.acts == {"REMIND": 1}
        told = facts_of(newest(client)).notice
        assert told is not None
        assert told.costs_cents == 18_518

    def test_nothing_else_asks_for_it_while_its_term_runs(self) -> None:
        client = with_notice()
        live(client, ON_TIME)
        with rows_of(client):
            account = newest(client).account
        an_invoice(account, "2026-0002", due_date=after(20), cents=50_000)
        assert live(client, after(30)).sent.sent == 1
        assert newest(client).stage == "FIRST_REMINDER"
        assert facts_of(newest(client)).total_cents == 50_000
        assert "2026-0001" not in letter(client, newest(client))

    def test_what_is_handed_over_carries_its_costs(self) -> None:
        client = with_notice()
        live(client, ON_TIME)
        day = after(4, newest(client).pay_by)
        bank_known_until(client, day)
        costs = propose(client, "D1", on=day).claim.costs
        assert (costs.because, costs.cents) == ("NOTICE_TERM_PASSED", 18_518)

    def test_unknown_gets_the_notice_of_a_consumer(self) -> None:
        client = with_notice(capacity="UNKNOWN")
        live(client, ON_TIME)
        assert newest(client).kind == "NOTICE"

    @pytest.mark.parametrize(
        ("basis", "principals"), [("AGREED", (123_450, 50_000)), ("UNKNOWN", (123_450,))]
    )
    def test_it_names_every_claim_in_default_and_no_other(
        self, basis: str, principals: tuple[int, ...]
    ) -> None:
        client = with_notice()
        with rows_of(client):
            account = newest(client).account
        an_invoice(account, "2026-0002", due_date=after(10), cents=50_000, due_date_basis=basis)
        live(client, ON_TIME)
        facts = facts_of(newest(client)).notice
        assert facts is not None
        assert (facts.principals_cents, facts.claims_left_out) == (principals, 0)

    def test_the_desk_says_that_its_day_is_only_counted_with(self) -> None:
        client = with_notice()
        live(client, ON_TIME)
        assert show_message(client, str(newest(client).uuid)).is_notice


class TestToABusiness:
    @pytest.mark.parametrize("capacity", ["SOLE_TRADER", "LEGAL_PERSON"])
    def test_the_stage_is_passed_over(self, capacity: str) -> None:
        client = with_notice(capacity=capacity)
        assert live(client, ON_TIME).planned.acts == {"HAND_OVER": 1}

    def test_who_turns_out_to_be_one_does_not_get_the_notice(self) -> None:
        client = with_notice()
        prepare(client)
        with rows_of(client):
            Debtor.objects.update(capacity="SOLE_TRADER")
        done = send(client, ON_TIME)
        assert (done.sent, done.withdrawn) == (0, 1)
        assert "HAND_OVER" in newest(client).because


def test_what_stands_beside_is_among_the_claims() -> None:
    client = with_notice()
    with rows_of(client):
        account = newest(client).account
    an_invoice(account, "2026-0002", due_date=after(10), cents=50_000)
    live(client, ON_TIME)
    told = facts_of(newest(client)).notice
    assert told is not None
    assert (told.principals_cents, told.costs_cents, told.claims_left_out) == ((123_450, 50_000), 26_018, 0)


class TestWhatIsMissing:
    def test_without_default_it_is_refused_with_a_sentence(self, home: Path) -> None:
        strategy = STRATEGY[: STRATEGY.index("[[stages]]")] + STRATEGY[STRATEGY.rindex("[[stages]]") :]
        (home / "strategies" / "brief.toml").write_text(strategy)
        client = a_client(strategy="brief")
        an_invoice(an_account(client, capacity="CONSUMER"), due_date_basis="UNILATERAL")
        done = live(client, ON_TIME)
        (refusal,) = done.written.refusals
        assert "verzuim staat niet vast" in refusal
        assert "2026-0001" in refusal
        assert done.planned.acts == {"ASK": 1}
        assert newest(client).state == "REFUSED"

    def test_a_reminder_with_a_term_makes_the_default(self) -> None:
        client = with_notice(due_date_basis="UNILATERAL")
        live(client, ON_TIME)
        told = facts_of(newest(client)).notice
        assert told is not None
        # The first reminder came on 5 March: after fourteen days its term has passed, whatever day it named.
        assert told.in_default_from == date(2026, 3, 20)

    def test_default_that_begins_on_the_day_itself_is_too_early(self, home: Path) -> None:
        (home / "strategies" / "brief.toml").write_text(STRATEGY.replace("days = 21", "days = 18"))
        client = with_notice(due_date_basis="UNILATERAL")
        (refusal,) = live(client, after(18)).written.refusals
        assert "begint pas op 20 maart 2026" in refusal

    def test_a_part_for_the_blocked_account_is_refused(self) -> None:
        client = with_notice(blocked_iban="NL86INGB0002445588")
        (refusal,) = live(client, ON_TIME).written.refusals
        assert "G-rekening" in refusal


class TestSmallClaims:
    def test_two_that_may_be_instalments_bear_the_costs_of_one(self) -> None:
        client = with_notice(cents=20_000)
        with rows_of(client):
            account = newest(client).account
        an_invoice(account, "2026-0002", cents=20_000)
        live(client, after(17))
        live(client, after(32))
        told = facts_of(newest(client)).notice
        assert told is not None
        assert (told.principals_cents, told.costs_cents) == ((20_000, 20_000), 4_000)

    def test_after_a_notice_of_the_half_year_before_a_person_decides(self) -> None:
        client = with_notice(cents=20_000)
        live(client, ON_TIME)
        with rows_of(client):
            account = newest(client).account
        an_invoice(account, "2026-0002", cents=20_000, due_date=after(30))
        live(client, after(37))
        (refusal,) = live(client, after(53)).written.refusals
        assert "al kosten gerekend" in refusal
        assert len(newest(client).because) < 300


class TestVat:
    @pytest.mark.parametrize(("by_agency", "declared", "cents"), [
        (True, True, 3_889),
        (True, False, 0),
        (False, True, 0),
    ])  # fmt: skip
    def test_it_comes_on_top_only_where_an_agency_works_and_the_client_declares_it(
        self, by_agency: bool, declared: bool, cents: int
    ) -> None:
        client = with_notice()
        Client.objects.update(vat_not_deductible=declared)
        client.refresh_from_db()
        if by_agency:
            an_engagement(client, an_agency(), strategy="brief")
        live(client, ON_TIME)
        told = facts_of(newest(client)).notice
        assert told is not None
        assert told.vat_cents == cents
        assert ("niet te kunnen verrekenen" in letter(client, newest(client))) is (cents > 0)


def prepare(client: Client, on: date = ON_TIME) -> None:
    """Write the notice and approve it, and let it wait."""
    bank_known_until(client, on)
    plan_day(client, on=on, at=ten_o_clock(on), by="test")
    write_messages(client, on=on, at=ten_o_clock(on), by="test")
    approve_messages(client, on=on, at=ten_o_clock(on), by="Sanne")


class TestWhatWaited:
    @pytest.mark.parametrize("days", [0, 1, 4])
    def test_its_term_counts_from_sending(self, days: int) -> None:
        client = with_notice()
        prepare(client)
        day = after(days, ON_TIME)
        assert send(client, day).sent == 1
        with rows_of(client):
            given = Reminded.objects.get(stage="FOURTEEN_DAY_NOTICE")
        of_the_strategy = working_day_from(after(20, ON_TIME))
        careful = notice_term(day, by="POST").careful_last_day
        assert given.pay_by == newest(client).pay_by == max(of_the_strategy, careful)
        assert (careful > of_the_strategy) is (days == 4)

    def test_after_five_days_it_is_written_anew(self) -> None:
        client = with_notice()
        prepare(client)
        day = after(5, ON_TIME)
        done = send(client, day)
        assert (done.sent, done.withdrawn) == (0, 1)
        assert live(client, after(1, day)).sent.sent == 1
        assert newest(client).on == after(1, day)

    def test_a_declaration_that_came_since_keeps_it_here(self) -> None:
        client = with_notice()
        an_engagement(client, an_agency(), strategy="brief")
        prepare(client)
        Client.objects.update(vat_not_deductible=True)
        client.refresh_from_db()
        assert send(client, ON_TIME).withdrawn == 1
        assert "btw" in newest(client).because


def test_of_an_e_mail_nothing_proves_that_it_arrived(home: Path) -> None:
    (home / "strategies" / "brief.toml").write_text(STRATEGY.replace('["POST"]', '["EMAIL"]'))
    client = with_notice()
    live(client, ON_TIME)
    assert "nadat deze e-mail bij u is bezorgd" in letter(client, newest(client))
    day = after(4, newest(client).pay_by)
    bank_known_until(client, day)
    costs = propose(client, "D1", on=day).claim.costs
    assert (costs.because, costs.cents) == ("NOTICE_NOT_VALID", 0)
    assert "niet bewezen" in costs.sentence_nl


def test_due_is_a_monday_so_that_the_days_above_are_right() -> None:
    assert DUE.weekday() == ON_TIME.weekday() == 0
