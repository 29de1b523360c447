"""What people decide otherwise than the strategy: made, counted, ended, and never stronger than what protects."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.strategies import AFTER, a_strategy
from voldaan.domain.strategy.language import StrategyError
from voldaan.records.models import Account, Client, Debtor, Departure, Event, Invoice, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.end_exception import CannotEndException, end_exception
from voldaan.usecases.explain_decision import explain_decision
from voldaan.usecases.known_strategies import strategy_text
from voldaan.usecases.make_exception import CannotMakeException, ExceptionMade, NotFound, Wish, make_exception
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.record_promise import record_promise
from voldaan.usecases.run_day import run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.settle_invoice import settle_invoice
from voldaan.usecases.show_exceptions import as_json, show_exceptions
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db

WHY = "belde: even geduld"


@pytest.fixture
def client() -> Client:
    """A client with two debtors who each owe an invoice that was due on the same day."""
    made = a_client(truth_days_max=400)
    for number in ("D1", "D2"):
        an_invoice(an_account(made, number), f"F-{number}")
    bank_known_until(made, after(90))
    return made


def when(on: date) -> dict[str, Any]:
    return {"on": on, "at": ten_o_clock(on), "by": "Kim"}


def make(client: Client, kind: str, on: date, **given: Any) -> tuple[ExceptionMade, ...]:
    of = {name: given.pop(name) for name in ("debtor", "invoice") if name in given}
    return make_exception(client, Wish(kind=kind, reason=WHY, **given), **of, **when(on))


def decided(client: Client, on: date) -> dict[str, str]:
    """Return by debtor what would be done on a day: act, reason, stage and channel."""
    _, rows = preview_day(client, on=on)
    return {
        row.debtor: " ".join(
            filter(None, (row.decision.act, row.decision.because, row.decision.stage, row.decision.channel))
        )
        for row in rows
    }


def until(client: Client, on: date) -> dict[str, date | None]:
    """Return by debtor the first day on which what is decided on a day can change."""
    return {row.debtor: row.decision.until for row in preview_day(client, on=on)[1]}


class TestSkip:
    def test_without_a_stage_it_is_the_coming_one_of_this_invoice(self, client: Client) -> None:
        (made,) = make(client, "SKIP", after(3), invoice="F-D1")
        assert (made.kind, made.value, made.invoice, made.strategy) == (
            "SKIP",
            "FIRST_REMINDER",
            "F-D1",
            "Standaard",
        )
        assert decided(client, after(3)) == {
            "D1": "WAIT STAGE_NOT_REACHED",
            "D2": "REMIND STAGE_REACHED FIRST_REMINDER EMAIL",
        }
        assert decided(client, after(14))["D1"] == "REMIND STAGE_REACHED SECOND_REMINDER EMAIL"

    def test_of_an_account_it_is_about_the_invoices_of_its_next_message(self, client: Client) -> None:
        an_invoice_of(client, "D1", "F-later", due=after(40))
        made = make(client, "SKIP", after(3), debtor="D1")
        assert [(one.invoice, one.value) for one in made] == [("F-D1", "FIRST_REMINDER")]
        assert decided(client, after(43))["D1"] == "REMIND STAGE_REACHED SECOND_REMINDER EMAIL"
        settle_invoice(client, "F-D1", **when(after(43)))
        assert decided(client, after(43))["D1"] == "REMIND STAGE_REACHED FIRST_REMINDER EMAIL"

    def test_a_named_stage_of_an_account_counts_for_later_invoices_too(self, client: Client) -> None:
        make(client, "SKIP", after(3), debtor="D1", value="first_reminder")
        an_invoice_of(client, "D1", "F-later", due=after(10))
        assert decided(client, after(13))["D1"] == "WAIT STAGE_NOT_REACHED"

    def test_for_the_whole_client_the_stage_is_named(self, client: Client) -> None:
        with pytest.raises(CannotMakeException, match="noem de stap"):
            make(client, "SKIP", after(3))
        make(client, "SKIP", after(3), value="FIRST_REMINDER")
        assert set(decided(client, after(3)).values()) == {"WAIT STAGE_NOT_REACHED"}

    def test_all_stages_passed_over_asks_a_person(self, client: Client) -> None:
        for _ in range(3):
            make(client, "SKIP", after(40), invoice="F-D1")
        assert decided(client, after(40))["D1"] == "ASK LAST_TERM_PASSED", (
            "who got no message is not handed over"
        )
        with pytest.raises(CannotMakeException, match="komt er geen stap meer"):
            make(client, "SKIP", after(40), invoice="F-D1")

    def test_a_stage_that_the_strategy_does_not_have_is_said(self, client: Client) -> None:
        (made,) = make(client, "SKIP", after(3), invoice="F-D1", value="FOURTEEN_DAY_NOTICE")
        assert made.remark == "NO_SUCH_STAGE"

    @pytest.mark.parametrize(("stage", "remark"), [
        ("FIRST_REMINDER", "SENT_ALREADY"), ("SECOND_REMINDER", None), ("COURTESY_NOTICE", "NO_SUCH_STAGE"),
    ])  # fmt: skip
    def test_a_stage_that_was_sent_already_is_said(
        self, client: Client, stage: str, remark: str | None
    ) -> None:
        run_day(client, approve=True, **when(after(3)))
        (made,) = make(client, "SKIP", after(4), invoice="F-D1", value=stage)
        assert made.remark == remark

    def test_an_incident_of_an_invoice_is_the_one_that_is_there(self, client: Client) -> None:
        a_strategy(after=AFTER["ASK"])
        with pytest.raises(CannotMakeException, match="nu niets van dien aard"):
            make(client, "SKIP", after(3), invoice="F-D1", value="BROKEN_PROMISE")
        record_promise(client, "D1", last_day=after(5), **when(after(3)))
        assert decided(client, after(7))["D1"] == "HOLD PROMISED"
        assert decided(client, after(8))["D1"] == "ASK BROKEN_PROMISE"
        (made,) = make(client, "SKIP", after(8), invoice="F-D1")
        assert made.value == "BROKEN_PROMISE"
        assert decided(client, after(8))["D1"] == "REMIND STAGE_REACHED FIRST_REMINDER EMAIL"
        record_promise(client, "D1", last_day=after(12), **when(after(9)))
        assert decided(client, after(15))["D1"] == "ASK BROKEN_PROMISE", "a later promise was broken too"

    def test_an_incident_of_an_account_is_let_pass_from_now_on(self, client: Client) -> None:
        a_strategy(after=AFTER["ASK"])
        make(client, "SKIP", after(1), debtor="D1", value="BROKEN_PROMISE")
        for debtor in ("D1", "D2"):
            record_promise(client, debtor, last_day=after(5), **when(after(3)))
        assert decided(client, after(8)) == {
            "D1": "REMIND STAGE_REACHED FIRST_REMINDER EMAIL",
            "D2": "ASK BROKEN_PROMISE",
        }


class TestSooner:
    @pytest.mark.parametrize(
        ("days", "says"),
        [
            (0, "WAIT NOT_YET_DUE"),
            (1, "REMIND STAGE_REACHED FIRST_REMINDER EMAIL"),
            (2, "REMIND STAGE_REACHED FIRST_REMINDER EMAIL"),
        ],
    )
    def test_never_before_the_day_after_the_due_date(self, client: Client, days: int, says: str) -> None:
        make(client, "SOONER", after(-5), invoice="F-D1")
        assert decided(client, after(days))["D1"] == says

    @pytest.mark.parametrize(
        ("days", "says"), [(12, "WAIT TERM_RUNNING"), (13, "REMIND STAGE_REACHED SECOND_REMINDER EMAIL")]
    )
    def test_never_within_the_term_that_was_given(self, client: Client, days: int, says: str) -> None:
        a_strategy(second=30)
        run_day(client, approve=True, **when(after(3)))
        made = make(client, "SOONER", after(3), debtor="D1")
        assert made[0].first_day == after(4), "the message of today has gone"
        assert decided(client, after(days)) == {
            "D1": says,
            "D2": "WAIT TERM_RUNNING" if days == 12 else "WAIT STAGE_NOT_REACHED",
        }

    def test_it_is_for_one_stage(self, client: Client) -> None:
        make(client, "SOONER", after(0), debtor="D1")
        run_day(client, approve=True, **when(after(1)))
        assert decided(client, after(13))["D1"] == "WAIT STAGE_NOT_REACHED", "the second comes on its own day"

    def test_what_comes_by_itself_is_not_brought_forward(self, client: Client) -> None:
        with pytest.raises(CannotMakeException, match="zonder uitzondering al op do 5 mrt 2026"):
            make(client, "SOONER", after(5), invoice="F-D1")


class TestChannelAndStrategy:
    def test_only_this_channel(self, client: Client) -> None:
        (made,) = make(client, "CHANNEL", after(3), debtor="D1", value="post")
        assert (made.value, made.remark) == ("POST", None)
        assert decided(client, after(3))["D1"].endswith("POST")

    def test_a_channel_without_an_address_is_said_and_asks(self, client: Client) -> None:
        with rows_of(client):
            Debtor.objects.update(email="")
        (made,) = make(client, "CHANNEL", after(3), debtor="D1", value="EMAIL")
        assert made.remark == "NO_SUCH_ADDRESS"
        assert decided(client, after(3))["D1"] == "ASK NO_ADDRESS"

    def test_another_strategy_and_back(self, client: Client) -> None:
        a_strategy("trouw", second=20)
        (made,) = make(client, "STRATEGY", after(3), debtor="D1", value="trouw", last_day=after(14))
        run_day(client, approve=True, **when(after(3)))
        assert decided(client, after(14)) == {
            "D1": "WAIT STAGE_NOT_REACHED",
            "D2": "REMIND STAGE_REACHED SECOND_REMINDER EMAIL",
        }
        assert decided(client, after(15))["D1"] == "REMIND STAGE_REACHED SECOND_REMINDER EMAIL"
        assert made.last_day == after(14)

    def test_an_unknown_strategy_is_refused_with_those_that_are_there(self, client: Client) -> None:
        with pytest.raises(StrategyError, match="standard"):
            make(client, "STRATEGY", after(3), debtor="D1", value="nergens")

    @pytest.mark.parametrize("whole", [False, True])
    def test_one_that_is_gone_asks_about_its_own_account_and_stops_a_client_that_follows_it(
        self, client: Client, whole: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
        file = tmp_path / "strategies" / "eigen.toml"
        file.parent.mkdir()
        file.write_text(strategy_text("standard"))
        make(client, "STRATEGY", after(3), value="eigen", **({} if whole else {"debtor": "D1"}))
        assert decided(client, after(3))["D1"].startswith("REMIND")
        file.unlink()
        if whole:
            with pytest.raises(StrategyError, match="eigen"):
                decided(client, after(3))
            return
        assert decided(client, after(3)) == {
            "D1": "ASK CHOSEN_STRATEGY_UNUSABLE",
            "D2": "REMIND STAGE_REACHED FIRST_REMINDER EMAIL",
        }
        steps = explain_decision(client, "D1", on=after(3)).steps("nl")
        assert (steps[0].rule, steps[0].looked_at) == ("CHOSEN_STRATEGY_UNUSABLE", "iemand koos eigen")

    def test_the_account_goes_before_its_client(self, client: Client) -> None:
        make(client, "CHANNEL", after(3), debtor="D1", value="EMAIL")
        make(client, "CHANNEL", after(3), value="POST")
        assert [says.split()[-1] for says in decided(client, after(3)).values()] == ["EMAIL", "POST"]


class TestTheDayOnWhichItCanChange:
    @pytest.mark.parametrize(
        ("kind", "value", "days"),
        [("SKIP", "SECOND_REMINDER", 8), ("STRATEGY", "standard", 8), ("CHANNEL", "POST", 5)],
    )
    def test_is_the_day_on_which_one_begins_or_the_day_after_it_ends(
        self, client: Client, kind: str, value: str, days: int
    ) -> None:
        run_day(client, approve=True, **when(after(3)))
        assert until(client, after(4)) == {"D1": after(14), "D2": after(14)}
        make(client, kind, after(4), debtor="D1", value=value, first_day=after(days), last_day=after(9))
        assert until(client, after(4)) == {"D1": after(days), "D2": after(14)}
        assert until(client, after(days - 1))["D1"] == after(days)
        assert until(client, after(days))["D1"] == until(client, after(9))["D1"] == after(10)

    def test_counts_for_each_account_where_it_is_for_the_client(self, client: Client) -> None:
        run_day(client, approve=True, **when(after(3)))
        make(client, "CHANNEL", after(4), value="POST", first_day=after(6))
        assert set(until(client, after(4)).values()) == {after(6)}
        assert set(until(client, after(6)).values()) == {after(14)}

    def test_one_that_was_ended_before_it_began_changes_nothing(self, client: Client) -> None:
        run_day(client, approve=True, **when(after(3)))
        (made,) = make(client, "CHANNEL", after(4), debtor="D1", value="POST", first_day=after(6))
        end_exception(client, made.id, **when(after(5)))
        assert until(client, after(5))["D1"] == after(14)


class TestTheWholeClient:
    @pytest.mark.parametrize(
        ("days", "says"),
        [
            (3, "HOLD HELD_BY_CLIENT"),
            (6, "HOLD HELD_BY_CLIENT"),
            (7, "REMIND STAGE_REACHED FIRST_REMINDER EMAIL"),
        ],
    )
    def test_nobody_gets_anything_up_to_the_last_day(self, client: Client, days: int, says: str) -> None:
        make(client, "HOLD", after(3), last_day=after(6))
        assert set(decided(client, after(days)).values()) == {says}

    def test_the_decision_says_until_when(self, client: Client) -> None:
        make(client, "HOLD", after(3), last_day=after(6))
        _, rows = preview_day(client, on=after(3))
        assert {row.decision.until for row in rows} == {after(7)}

    def test_what_was_approved_does_not_leave(self, client: Client) -> None:
        run_day(client, approve=False, **when(after(3)))
        approve_messages(client, **when(after(3)))
        make(client, "HOLD", after(3))
        done = send_messages([client], **when(after(3)))
        assert (done.sent, done.withdrawn) == (0, 2)
        with rows_of(client):
            assert set(Message.objects.values_list("state", "because")) == {
                ("WITHDRAWN", "Vandaag is de beslissing HOLD: HELD_BY_CLIENT.")
            }
        assert list(verify_book([client])) == []

    def test_one_debtor_is_held_by_a_hold(self, client: Client) -> None:
        with pytest.raises(CannotMakeException, match="voldaan hold"):
            make(client, "HOLD", after(3), debtor="D1")


class TestEndAndList:
    def test_ended_today_it_counts_no_more_today(self, client: Client) -> None:
        (made,) = make(client, "HOLD", after(3))
        end_exception(client, made.id, **when(after(5)))
        assert set(decided(client, after(4)).values()) == {"HOLD HELD_BY_CLIENT"}
        assert "REMIND" in decided(client, after(5))["D1"]
        with pytest.raises(CannotEndException, match="al beëindigd"):
            end_exception(client, made.id, **when(after(6)))

    def test_what_is_over_is_not_ended(self, client: Client) -> None:
        (made,) = make(client, "HOLD", after(3), last_day=after(4))
        with pytest.raises(CannotEndException, match="al voorbij"):
            end_exception(client, made.id, **when(after(5)))

    def test_another_clients_is_not_there(self, client: Client) -> None:
        (made,) = make(client, "HOLD", after(3))
        with pytest.raises(CannotEndException, match="is er niet"):
            end_exception(a_client("ander"), made.id, **when(after(3)))

    def test_the_list_says_what_stands_and_what_comes(self, client: Client) -> None:
        make(client, "CHANNEL", after(3), debtor="D1", value="POST")
        make(client, "HOLD", after(3), first_day=after(10), last_day=after(12))
        make(client, "SKIP", after(3), invoice="F-D2")
        rows = as_json(show_exceptions(client, on=after(3)))
        assert [(row["what"], row["debtor"], row["invoice"], row["value"]) for row in rows] == [
            ("SKIP", "D2", "F-D2", "FIRST_REMINDER"), ("HOLD", None, None, None), ("CHANNEL", "D1", None, "POST"),
        ]  # fmt: skip
        assert [row.kind for row in show_exceptions(client, on=after(3), debtor="D1")] == ["HOLD", "CHANNEL"]
        assert [row.kind for row in show_exceptions(client, on=after(13))] == ["SKIP", "CHANNEL"]

    def test_the_events_hold_ids_and_codes_only(self, client: Client) -> None:
        (made,) = make(client, "SKIP", after(3), invoice="F-D1")
        end_exception(client, made.id, **when(after(4)))
        with rows_of(client):
            told = list(Event.objects.filter(kind__startswith="exception.").order_by("sequence"))
            assert [(one.kind, one.actor) for one in told] == [
                ("exception.made", "Kim"),
                ("exception.ended", "Kim"),
            ]
            assert all(WHY not in one.data for one in told)
            assert Departure.objects.get().ended_by == "Kim"
        assert list(verify_book([client])) == []


@pytest.mark.parametrize(
    ("kind", "given", "sentence"),
    [
        ("NEVER", {}, "geen uitzondering die wij kennen"),
        ("SKIP", {"invoice": "F-D1", "value": "NEVER"}, "geen stap die wij kennen"),
        ("CHANNEL", {"debtor": "D1"}, "Noem het kanaal"),
        ("CHANNEL", {"debtor": "D1", "value": "FAX"}, "Noem het kanaal"),
        ("CHANNEL", {"invoice": "F-D1", "value": "POST"}, "niet voor één factuur"),
        ("STRATEGY", {"debtor": "D1"}, "Noem de strategie"),
        ("HOLD", {"value": "x"}, "laat 'x' weg"),
        ("HOLD", {"last_day": after(2)}, "zou nooit gelden"),
        ("HOLD", {"first_day": after(9), "last_day": after(8)}, "zou nooit gelden"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    client: Client, kind: str, given: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(CannotMakeException, match=sentence):
        make(client, kind, after(3), **given)


def test_a_reason_is_asked(client: Client) -> None:
    with pytest.raises(CannotMakeException, match="heeft een reden"):
        make_exception(client, Wish(kind="HOLD", reason="  "), **when(after(3)))


def test_an_unknown_debtor_or_invoice_is_refused(client: Client) -> None:
    for given in ({"debtor": "D9"}, {"invoice": "F-D9"}, {"debtor": "D1", "invoice": "F-D2"}):
        with pytest.raises(NotFound):
            make(client, "SKIP", after(3), **given)


def an_invoice_of(client: Client, debtor: str, number: str, *, due: date) -> Invoice:
    with rows_of(client):
        account = Account.objects.get(number=debtor)
    return an_invoice(account, number, due_date=due)
