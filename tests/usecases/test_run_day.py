"""The whole day: what was matched, decided, written and sent, in one go; and money that arrives in the middle of it."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from tests.builders import IBAN, a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from voldaan.channels.parcel import Channel, Outcome, Parcel
from voldaan.records.models import Account, BankStatement, Client, Invoice, Message, Payment
from voldaan.records.scope import rows_of
from voldaan.usecases.run_day import DayRun, as_json, run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    return tmp_path


@pytest.fixture
def client() -> Client:
    made = a_client()
    for number in ("D1", "D2"):
        an_invoice(an_account(made, number), f"2026-{number}")
    bank_known_until(made, ON)
    return made


def run(client: Client, on: date = ON, *, approve: bool = True) -> DayRun:
    return run_day(client, on=on, at=ten_o_clock(on), by="test", approve=approve)


def states(client: Client) -> list[str]:
    with rows_of(client):
        return list(Message.objects.order_by("account__number", "pk").values_list("state", flat=True))


def money_arrives(client: Client, remittance: str, cents: int = 12_500, by: str = "") -> None:
    """Book a payment that nobody has looked at, of the debtor of this number where one is given."""
    with rows_of(client):
        name = Account.objects.get(number=by).debtor.name if by else ""
        Payment.objects.create(
            client=client, statement=BankStatement.objects.all()[0], bank_iban=IBAN, booking_date=ON,
            counterparty_name=name, amount_cents=cents, waiting_cents=cents, currency="EUR", remittance=remittance, digest=f"{remittance:0>64}",
        )  # fmt: skip


def test_a_day_says_what_it_did(client: Client) -> None:
    money_arrives(client, "2026-D1", by="D1")
    assert as_json(run(client)) == {
        "kind": "run", "client": "bakkerij", "on": "2026-03-05", "payments_until": "2026-03-05",
        "payment_truth_fresh": True, "truth_says": "De bankafschriften lopen tot en met 5-3-2026.", "matched": 1,
        "acts": {"REMIND": 1}, "stopped_by_stale_truth": 0, "client_asked": 0, "written": 1, "thanked": 0,
        "statements": 0, "refused": [], "in_another_language": [], "approved": 1, "first_approved": 0,
        "for_a_person": 0, "sent": 1, "withdrawn": 0, "failed": 0, "ambiguous": 0, "waiting": 0, "remarks": [],
    }  # fmt: skip


def test_the_same_day_twice_sends_once(client: Client) -> None:
    assert run(client).sent.sent == 2
    again = run(client)
    assert (again.written.written, again.sent.sent) == (0, 0)
    assert again.planned.acts == {"WAIT": 2}


@pytest.mark.parametrize(
    ("automatic", "approve", "sent"), [(False, False, 0), (True, False, 2), (False, True, 2)]
)
def test_what_leaves_was_approved_by_a_person_or_a_rule(
    client: Client, automatic: bool, approve: bool, sent: int
) -> None:
    Client.objects.update(approval="AUTOMATIC" if automatic else "BATCH")
    client.refresh_from_db()
    assert run(client, approve=approve).sent.sent == sent
    with rows_of(client):
        by = set(Message.objects.values_list("approved_by", flat=True))
    assert by == ({"rule: automatic"} if automatic else {"test"} if approve else {""})


def test_what_was_agreed_with_the_client_is_read_when_its_day_begins(client: Client) -> None:
    Client.objects.update(approval="AUTOMATIC")
    client.refresh_from_db()
    Client.objects.update(approval="BATCH")
    assert run(client, approve=False).approved == 0


def test_a_stale_truth_says_how_many_it_stopped(client: Client) -> None:
    done = run(client, after(8))
    assert (done.planned.stopped_by_truth, done.sent.sent, states(client)) == (2, 0, [])


def test_a_refused_message_is_a_question_by_the_end_of_the_day(client: Client) -> None:
    with rows_of(client):
        Invoice.objects.filter(number="2026-D1").update(pay_to_iban="NL92ABNA0417164300")
    done = run(client)
    assert (done.written.refused, done.planned.acts, done.sent.sent) == (1, {"ASK": 1, "REMIND": 1}, 1)


class _PaysWhileSending:
    """A channel of this test: when the first message is on its way, its neighbour pays."""

    client: Client
    delivered: list[str]

    def waits(self, recipient: str) -> str:
        return ""

    def deliver(self, parcel: Parcel) -> Outcome:
        if not self.delivered:
            money_arrives(self.client, "2026-D2")
        self.delivered.append(parcel.recipient)
        return Outcome(answer="ACCEPTED", said="taken")

    def close(self) -> None:
        pass


def channels() -> dict[str, Channel]:
    """Return the channels of this test, in the place of those of the installation."""
    return {"EMAIL": _PaysWhileSending(), "POST": _PaysWhileSending()}


def test_money_that_arrives_while_sending_keeps_the_next_message_here(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivered: list[str] = []
    monkeypatch.setattr(_PaysWhileSending, "client", client, raising=False)
    monkeypatch.setattr(_PaysWhileSending, "delivered", delivered, raising=False)
    monkeypatch.setattr(settings, "VOLDAAN_CHANNELS", f"{__name__}.channels")
    done = run(client)
    assert (delivered, done.sent.sent, done.sent.waiting) == (["d1@klant.example"], 1, 1)
    assert states(client) == ["SENT", "APPROVED"]
    later = send_messages([client], on=ON, at=ten_o_clock(ON), by="test")
    assert (later.sent, later.withdrawn, delivered) == (0, 1, ["d1@klant.example"])
    assert states(client) == ["SENT", "WITHDRAWN"]
    assert list(verify_book([client])) == []
