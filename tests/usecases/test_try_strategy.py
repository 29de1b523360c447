"""What a changed strategy does to the coming weeks, client by client; and which lists a client may follow."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from tests.builders import a_client, after, an_account, an_agency, an_engagement, ten_o_clock
from tests.usecases.strategy_texts import A_TEXT, REFUSED_TEXT
from tests.web.strategy_pages import FRIDAY, a_reminded_book
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.strategy import Strategy
from voldaan.domain.strategy.writing import changed
from voldaan.records import events
from voldaan.records.models import Client, Departure, Engagement, StrategyVersion
from voldaan.records.scope import rows_of
from voldaan.usecases.change_strategy import save_strategy
from voldaan.usecases.choose_strategies import CannotFollow, choose_strategies, list_remarks
from voldaan.usecases.follow_strategy import followers
from voldaan.usecases.known_strategies import strategy_text
from voldaan.usecases.show_strategies import changed_lines, list_strategies, show_strategy
from voldaan.usecases.try_strategy import try_strategy

pytestmark = pytest.mark.django_db(transaction=True)


def with_days_between(days: int) -> Strategy:
    return read_strategy(changed(strategy_text("standard"), {("manners", "days_between_reminders"): days}))


def kept(key: str, text: str = A_TEXT) -> None:
    save_strategy(key, text, note="Zo.", on=FRIDAY, at=ten_o_clock(FRIDAY), by="Sanne Bos")


def test_the_present_stands_beside_the_change_by_day_and_by_week() -> None:
    baker = a_reminded_book()
    before = events.head(baker)
    (tried,) = try_strategy("standard", with_days_between(21), on=FRIDAY).tried
    assert tried.messages == (2, 0)
    assert [tuple(row) for row in tried.days] == [(after(14), "SECOND_REMINDER", 2, 0)]
    second_week = [row for row in tried.weeks if row.what == "SECOND_REMINDER"]
    assert [(row.on, row.now, row.then) for row in second_week] == [(after(11), 2, 0), (after(18), 0, 2)]
    assert [(one.debtor, one.now[0].on, one.then[0].on) for one in tried.moved_this_week] == [
        ("D1", after(14), after(24)),
        ("D2", after(14), after(24)),
    ]
    assert events.head(baker) == before
    assert not StrategyVersion.objects.exists()


def test_an_equal_strategy_moves_nobody() -> None:
    a_reminded_book()
    (tried,) = try_strategy("standard", with_days_between(7), on=FRIDAY).tried
    assert tried.messages == (2, 2)
    assert tried.moved_this_week == tried.moved_later == ()


def test_who_changes_later_only_is_told_apart() -> None:
    a_reminded_book()
    later = changed(strategy_text("standard"), {("stages", 3, "days"): 33})
    (tried,) = try_strategy("standard", read_strategy(later), on=FRIDAY).tried
    assert tried.moved_this_week == ()
    assert [one.debtor for one in tried.moved_later] == ["D1", "D2"]


def test_only_who_follows_it_now_is_tried_and_a_broken_list_says_so() -> None:
    a_reminded_book()
    a_client("hovenier", name="Hovenier Groen", strategy="klein")
    other = a_client("kade", name="De Kade B.V.", strategy="standard, zomaar")
    an_engagement(a_client("later", name="Later B.V."), an_agency(), strategy="klein")
    trial = try_strategy("standard", with_days_between(21), on=FRIDAY)
    assert [one.client.key for one in trial.tried] == ["bakkerij"]
    assert [client for client, _ in trial.refused] == [other]
    assert try_strategy("nieuw", with_days_between(21), on=FRIDAY).nobody
    assert [
        one.key for one in try_strategy("standard", with_days_between(9), on=FRIDAY, clients_max=1).left
    ] == ["kade"]


def test_who_follows_a_strategy_and_why() -> None:
    a_client("eigen", name="Eigen", strategy="trouw,standard")
    engaged = a_client("bureau", name="Via bureau", strategy="trouw")
    an_engagement(engaged, an_agency(), strategy="standard")
    chosen = a_client("gekozen", name="Gekozen")
    with rows_of(chosen):
        Departure.objects.create(
            client=chosen, account=an_account(chosen), kind="STRATEGY", value="trouw", reason="vast",
            first_day=FRIDAY, made_by="Sanne Bos", made_at=ten_o_clock(FRIDAY),
        )  # fmt: skip
    found = followers(FRIDAY)
    assert [(one.client.key, one.by) for one in found["trouw"]] == [
        ("bureau", "LATER"), ("eigen", "CLIENT"), ("gekozen", "CHOSEN"),
    ]  # fmt: skip
    assert [(one.client.key, one.by) for one in found["standard"]] == [
        ("bureau", "ENGAGEMENT"), ("eigen", "CLIENT"), ("gekozen", "CLIENT"),
    ]  # fmt: skip


class TestTheListOfAClient:
    def choose(self, client: Client, keys: str, on: date = FRIDAY) -> list[str]:
        return choose_strategies(client, keys, on=on, at=ten_o_clock(on), by="Sanne Bos")

    def test_it_is_kept_in_order_and_told(self) -> None:
        client = a_client()
        kept("klein", A_TEXT.replace("[manners]", "[for_whom]\nopen_below_cents = 5000\n[manners]"))
        assert not any("niet iedereen" in one for one in self.choose(client, " klein , standard,klein"))
        client.refresh_from_db()
        assert client.strategy == "klein,standard"
        assert any("Niet iedereen past in deze lijst" in one for one in self.choose(client, "klein"))
        with rows_of(client):
            assert events.head(client)[0] == 2

    def test_what_somebody_else_chose_meanwhile_is_replaced(self) -> None:
        client = a_client()
        kept("trouw")
        Client.objects.update(strategy="trouw")
        self.choose(client, "standard")
        assert Client.objects.get().strategy == "standard"

    def test_of_a_running_engagement_it_is_the_engagement_s_list(self) -> None:
        client = a_client()
        an_engagement(client, an_agency())
        kept("trouw")
        self.choose(client, "trouw")
        client.refresh_from_db()
        with rows_of(client):
            assert (Engagement.objects.get().strategy, client.strategy) == ("trouw", "standard")

    @pytest.mark.parametrize(
        ("keys", "said"),
        [
            ("", "Noem ten minste"),
            ("zomaar", "Er is geen strategie 'zomaar'. Bekend zijn: "),
            ("standard,../standard", "Er is geen strategie"),
            ("standard,trouw", "Niemand komt bij “Trouw”"),
            (",".join(f"s{number}" for number in range(99)), "langer dan 200"),
        ],
    )
    def test_what_nobody_can_follow_is_refused(self, keys: str, said: str) -> None:
        kept("trouw")
        with pytest.raises(CannotFollow, match=said.replace(".", r"\.").replace("..", r"\.")):
            self.choose(a_client(), keys)

    def test_a_strategy_that_may_not_be_used_is_followed_by_nobody(
        self, settings: pytest.FixtureRequest
    ) -> None:
        folder = settings.VOLDAAN_HOME / "strategies"  # type: ignore[attr-defined]
        folder.mkdir(exist_ok=True)
        (folder / "streng.toml").write_text(REFUSED_TEXT)
        try:
            with pytest.raises(
                CannotFollow, match=r"Strategie streng kan niet worden gebruikt: .*incassokosten"
            ):
                self.choose(a_client(), "streng")
            (folder / "streng.toml").write_bytes(b"\xff\xfe")
            with pytest.raises(CannotFollow, match="geen tekst in UTF-8"):
                self.choose(a_client("b", name="B"), "streng")
            broken = next(one for one in list_strategies(FRIDAY) if one.key == "streng")
            assert (broken.source, broken.judged.may_be_used, broken.name) == ("HOME", False, "streng")
        finally:
            (folder / "streng.toml").unlink()

    def test_a_remark_where_the_last_is_not_for_everybody(self) -> None:
        kept("klein", A_TEXT.replace("[manners]", "[for_whom]\nopen_below_cents = 5000\n[manners]"))
        assert any("[for_whom]" in one for one in list_remarks("klein", by_agency=False))
        assert not any("[for_whom]" in one for one in list_remarks("klein,standard", by_agency=False))


def test_a_version_says_what_it_changed_from_the_one_before() -> None:
    kept("standard", changed(strategy_text("standard"), {("manners", "minimum_cents"): 750}))
    kept("standard", changed(strategy_text("standard"), {("manners", "minimum_cents"): 900}))
    newest, first = show_strategy("standard", FRIDAY).versions
    signs = [(line.sign, line.text.partition("#")[0].strip()) for line in newest.changed if line.sign in "+-"]
    assert signs == [("-", "minimum_cents = 750"), ("+", "minimum_cents = 900")]
    assert any(line.text.startswith("minimum_cents = 500") for line in first.changed)
    assert show_strategy("standard", FRIDAY, 1).judged.strategy == read_strategy(first.text)


def test_a_file_that_is_no_text_hides_no_version_that_took_its_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    kept("trouw")
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "trouw.toml").write_bytes(b"\xff\xfe")
    shown = show_strategy("trouw", FRIDAY)
    assert [version.number for version in shown.versions] == [1]
    assert shown.judged.may_be_used


def test_what_changed_leaves_equal_lines_out() -> None:
    before = "\n".join("abcdefghij")
    assert changed_lines(before, before) == ()
    assert [line.sign for line in changed_lines(before, before.replace("b", "B").replace("i", "I"))] == [
        " ", "-", "+", " ", "…", " ", "-", "+", " ",
    ]  # fmt: skip
