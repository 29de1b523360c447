"""What does not go by telephone: a claim that was not described, and a number that was refused."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.builders import after, an_account, an_agency, an_engagement, an_invoice, ten_o_clock
from tests.usecases.test_calls import NUMBER, TEXT, debtor, last, live, messages
from voldaan.channels.parcel import Channel, Outcome, Parcel
from voldaan.records.by_phone import number_of
from voldaan.records.scope import rows_of
from voldaan.usecases.merge_debtors import merge_debtors
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    monkeypatch.setattr(settings.INSTALLATION, "smtp_url", "")
    (tmp_path / "strategies").mkdir()
    for way in ("CALL", "SMS"):
        (tmp_path / "strategies" / f"{way.lower()}.toml").write_text(TEXT.format(way=way))


class _Refuses:
    """A channel of this test: it answers each text message with the same."""

    outcome = Outcome(answer="REFUSED", said="")

    def waits(self, recipient: str) -> str:
        return ""

    def deliver(self, parcel: Parcel) -> Outcome:
        return self.outcome

    def close(self) -> None:
        pass


def channels() -> dict[str, Channel]:
    """Return the channel of this test, in the place of those of the installation."""
    return {"SMS": _Refuses()}


class TestARefusedTextMessage:
    @pytest.mark.parametrize(
        ("outcome", "days", "usable"),
        [
            (Outcome(answer="REFUSED", said="CM.com: 401 spam"), 6, False),
            (Outcome(answer="REFUSED", said="CM.com: 401 spam"), 7, True),
            (Outcome(answer="REFUSED", said="CM.com: 303", about_recipient=True), 200, False),
        ],
    )
    def test_only_what_is_said_of_the_number_bars_it_for_good(
        self, monkeypatch: pytest.MonkeyPatch, outcome: Outcome, days: int, usable: bool
    ) -> None:
        account = debtor("sms")
        live(account.client, 3)
        monkeypatch.setattr(settings, "VOLDAAN_CHANNELS", f"{__name__}.channels")
        monkeypatch.setattr(_Refuses, "outcome", outcome)
        live(account.client, 14)
        assert messages(account.client)[-1] == ("SMS", "FAILED")
        with rows_of(account.client):
            assert number_of(account, "SMS", after(14 + days)) == (NUMBER if usable else "")
        assert list(verify_book([account.client])) == []


def test_of_two_claims_both_were_described_by_the_agency() -> None:
    """The client wrote about the first itself, the agency about the second: of both together nobody is called."""
    account = debtor(capacity="SOLE_TRADER")
    live(account.client, 3)
    an_engagement(account.client, an_agency(), strategy="call")
    an_invoice(account, "F-2026-2")
    rest = {"on": after(10), "at": ten_o_clock(after(10)), "by": "test", "last_day": after(10)}
    place_hold(account.client, "D1", reason="PERSON_ASKED", invoice="2026-0001", **rest)
    live(account.client, 10, 24)
    message = last(account.client)
    assert (message.channel, message.state) == ("CALL", "REFUSED")
    assert "nog niets op schrift over 2026-0001." in message.because


def test_what_was_described_before_two_accounts_became_one_is_described() -> None:
    """The agency wrote about the invoice to the account that was merged into this one: its debtor has it in writing."""
    account = debtor(capacity="SOLE_TRADER")
    client = account.client
    an_engagement(client, an_agency(), strategy="call")
    other = an_account(client, "D2", phone="06 12345678", capacity="SOLE_TRADER")
    an_invoice(other, "F-2026-2")
    live(client, 3)
    when = {"on": after(4), "at": ten_o_clock(after(4)), "by": "test"}
    merge_debtors(client, "D1", "D2", because="zelfde telefoon", **when)
    live(client, 14)
    message = last(client)
    assert (message.channel, message.state, message.because) == ("CALL", "APPROVED", "")
