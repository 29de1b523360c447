"""Which text, which signer, and who looks first: as the strategy says, and as the law does."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from voldaan.domain.law.capacity import Capacity
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.wording.facts import MessageFacts
from voldaan.letters.dossier import drawn
from voldaan.records.models import Account, Client, Invoice, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.choose_text import more_follow, next_step, text_of
from voldaan.usecases.evaluate_period import as_text, evaluate_period
from voldaan.usecases.hand_over import hand_over
from voldaan.usecases.list_messages import list_messages, message_parts
from voldaan.usecases.record_promise import record_promise
from voldaan.usecases.run_day import DayRun, run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.tag_account import tag_account

pytestmark = pytest.mark.django_db(transaction=True)

HEAD = """
name = "Eigen"
version = 1
[manners]
days_between_reminders = 7
minimum_cents = 500
days_after_term = 2
"""
FIRST = """
[[stages]]
key = "FIRST_REMINDER"
days = 3
term_days = 7
channels = ["EMAIL", "POST"]
"""
LETTERS = """
[[stages]]
key = "PRE_COLLECTION"
days = 14
term_days = 7
channels = ["EMAIL", "POST"]
signed_by = "Noor Vis"
[[stages]]
key = "SECOND_PRE_COLLECTION"
days = 28
term_days = 7
channels = ["EMAIL", "POST"]
"""
INCIDENTS = """
[after.broken_promise]
act = "REMIND"
days = 1
term_days = 5
channels = ["EMAIL", "POST"]
[after.returned_debit]
act = "REMIND"
days = 1
term_days = 5
channels = ["EMAIL", "POST"]
"""
END = """
[end]
act = "HAND_OVER"
days_after_term = 3
"""


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    monkeypatch.setattr(settings.INSTALLATION, "smtp_url", "")
    (tmp_path / "strategies").mkdir()
    return tmp_path


def following(home: Path, *parts: str) -> Account:
    """Return the account of a person whose client follows the strategy of these parts."""
    (home / "strategies" / "eigen.toml").write_text("".join((HEAD, *parts)))
    client = a_client(strategy="eigen", approval="AUTOMATIC", next_step_collection=True)
    account = an_account(client, name="A. de Vries", capacity="CONSUMER")
    an_invoice(account)
    return account


def live(client: Client, day: int, *, approve: bool = False) -> DayRun:
    on = after(day)
    bank_known_until(client, on)
    return run_day(client, on=on, at=ten_o_clock(on), by="Sanne", approve=approve)


def newest(client: Client) -> Message:
    with rows_of(client):
        return Message.objects.order_by("-pk")[0]


def text(client: Client) -> str:
    return message_parts(client, str(newest(client).uuid))["message.txt"].decode()


class TestTheLetters:
    def test_one_that_another_follows_is_not_the_last_and_names_no_collection(self, home: Path) -> None:
        client = following(home, FIRST, LETTERS, END).client
        live(client, 3)
        live(client, 15)
        assert newest(client).stage == "PRE_COLLECTION"
        assert "incasso" not in text(client)
        assert "laatste" not in text(client)
        assert "Noor Vis" in text(client)

    def test_the_last_one_names_what_truly_follows(self, home: Path) -> None:
        client = following(home, FIRST, LETTERS, END).client
        for day in (3, 15, 29):
            live(client, day)
        assert newest(client).stage == "SECOND_PRE_COLLECTION"
        assert "Wij schrijven u nog een keer over factuur 2026-0001." in text(client)
        assert "Dan kunnen wij de factuur overdragen voor incasso." in text(client)
        assert "Sanne Bos" in text(client)

    @pytest.mark.parametrize(("capacity", "expected"), [
        ("CONSUMER", "FOURTEEN_DAY_NOTICE"),
        ("UNKNOWN", "FOURTEEN_DAY_NOTICE"),
        ("SOLE_TRADER", "SECOND_PRE_COLLECTION"),
        ("LEGAL_PERSON", "SECOND_PRE_COLLECTION"),
    ])  # fmt: skip
    def test_who_needs_no_notice_is_not_told_that_it_is_the_last_where_it_is_not(
        self, capacity: Capacity, expected: str
    ) -> None:
        letters = LETTERS.replace('signed_by = "Noor Vis"', 'text = "FOURTEEN_DAY_NOTICE"')
        strategy = read_strategy(HEAD + letters + END)
        assert text_of(strategy.stages[0], strategy, capacity) == expected

    @pytest.mark.parametrize(("stage", "end", "ordered", "expected"), [
        (1, "HAND_OVER", True, "COLLECTION"),
        (1, "HAND_OVER", False, "NONE"),
        (1, "ASK", True, "NONE"),
        (0, "HAND_OVER", True, "NONE"),
    ])  # fmt: skip
    def test_collection_follows_only_the_last_stage_and_only_where_it_was_ordered(
        self, stage: int, end: str, ordered: bool, expected: str
    ) -> None:
        strategy = read_strategy(HEAD + LETTERS + END.replace("HAND_OVER", end))
        chosen = strategy.stages[stage]
        assert next_step("SECOND_PRE_COLLECTION", chosen, strategy, ordered=ordered) == expected
        assert more_follow(chosen, strategy) is (stage == 0)


class TestIncidents:
    def test_a_promised_day_that_passed_has_a_kind_text_of_its_own(self, home: Path) -> None:
        account = following(home, FIRST, LETTERS, INCIDENTS, END)
        client = account.client
        live(client, 3)
        record_promise(
            client, account.number, last_day=after(20), on=after(6), at=ten_o_clock(after(6)), by="Sanne"
        )
        live(client, 24)
        message = newest(client)
        assert (message.stage, message.state) == ("BROKEN_PROMISE", "SENT")
        assert "U liet ons weten dat u factuur 2026-0001 zou betalen." in text(client)
        assert MessageFacts.from_json(message.facts).pay_by == message.pay_by

    def test_a_debit_that_came_back_asks_to_pay_oneself(self, home: Path) -> None:
        client = following(home, FIRST, LETTERS, INCIDENTS, END).client
        with rows_of(client):
            Invoice.objects.update(debit_returned_on=after(2))
        live(client, 3)
        assert newest(client).stage == "RETURNED_DEBIT"
        assert "De automatische incasso van factuur 2026-0001 is niet gelukt of teruggeboekt." in text(client)


def test_the_evaluation_and_the_dossier_name_every_stage_in_words(home: Path) -> None:
    account = following(home, FIRST, LETTERS, INCIDENTS, END)
    client = account.client
    live(client, 3)
    record_promise(
        client, account.number, last_day=after(9), on=after(6), at=ten_o_clock(after(6)), by="Sanne"
    )
    for day in (14, 30, 50):
        live(client, day)
    figures = evaluate_period(client, start=after(0), end=after(60))
    assert [stage.result.stage for stage in figures.stages] == [
        "FIRST_REMINDER",
        "PRE_COLLECTION",
        "SECOND_PRE_COLLECTION",
        "BROKEN_PROMISE",
    ]
    assert "bericht na een toezegging" in as_text(figures)
    last = newest(client)
    on = after(4, last.pay_by)
    bank_known_until(client, on)
    dossier = hand_over(
        client, account.number, confirmed_by="Sanne Bos", on=on, at=ten_o_clock(on), by="Sanne"
    )
    told = json.dumps(drawn(dossier.content, "", on), ensure_ascii=False)
    assert "Bericht na een toezegging per e-mail" in told
    assert "Tweede pré-incassobrief per e-mail" in told


class TestAPersonFirst:
    FIRST_LOOK = '[person_first]\nstages = ["FIRST_REMINDER"]\n'

    def test_the_rule_leaves_it_to_a_person(self, home: Path) -> None:
        client = following(home, self.FIRST_LOOK, FIRST, END).client
        done = live(client, 3)
        assert (done.written.written, done.approved, done.for_a_person, done.sent.sent) == (1, 0, 1, 0)
        assert (newest(client).state, newest(client).person_first) == ("WRITTEN", "STAGE")
        assert list_messages(client)[0]["person_first"] == "STAGE"

    def test_a_person_approves_it_and_it_goes(self, home: Path) -> None:
        client = following(home, self.FIRST_LOOK, FIRST, END).client
        live(client, 3)
        who = {"on": after(3), "at": ten_o_clock(after(3)), "by": "Sanne"}
        assert approve_messages(client, **who, by_rule=True).approved == 0  # type: ignore[arg-type]  # as keywords
        assert approve_messages(client, **who).approved == 1  # type: ignore[arg-type]  # as keywords
        assert send_messages([client], **who).sent == 1  # type: ignore[arg-type]  # as keywords

    def test_who_gives_the_command_to_approve_is_that_person(self, home: Path) -> None:
        client = following(home, self.FIRST_LOOK, FIRST, END).client
        done = live(client, 3, approve=True)
        assert (done.approved, done.for_a_person, done.sent.sent) == (1, 0, 1)

    def test_what_the_rule_approved_before_there_was_a_reason_does_not_leave(self, home: Path) -> None:
        client = following(home, '[person_first]\ntags = ["gevoelig"]\n', FIRST, END).client
        when = {"on": after(3), "at": ten_o_clock(after(3)), "by": "test"}
        bank_known_until(client, after(3))
        done = run_day(client, **when, leaves=False)  # type: ignore[arg-type]  # as keywords
        assert (done.approved, done.for_a_person) == (1, 0)
        with rows_of(client):
            number = Account.objects.get().number
        tag_account(client, number, add=["gevoelig"], **when)  # type: ignore[arg-type]  # as keywords
        assert send_messages([client], **when).withdrawn == 1  # type: ignore[arg-type]  # as keywords
        again = run_day(client, **when)  # type: ignore[arg-type]  # as keywords
        assert (again.for_a_person, again.sent.sent, newest(client).person_first) == (1, 0, "TAG")

    def test_another_stage_goes_by_itself(self, home: Path) -> None:
        client = following(home, self.FIRST_LOOK.replace("FIRST_REM", "SECOND_REM"), FIRST, END).client
        assert live(client, 3).sent.sent == 1
