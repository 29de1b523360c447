"""The client's word that an invoice is paid, for every payment truth."""

from datetime import date, timedelta

import pytest

from tests.usecases.sample_files import NOON, a_client, an_invoice, everything_closes, hand_in, open_of, ubl
from voldaan.records.models import Allocation, Event
from voldaan.records.scope import rows_of
from voldaan.usecases.settle_invoice import CannotSettle, NotFound, settle_invoice

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 16)
ISSUED = date(2026, 9, 1)


@pytest.mark.parametrize("truth", ["bank", "ledger", "client_word"])
def test_the_clients_word_closes_an_invoice(truth: str) -> None:
    client = a_client(truth=truth)
    hand_in(client, ubl(an_invoice()))
    settled = settle_invoice(client, "2026-0012", on=DAY, at=NOON, by="test")
    assert (settled.cents, open_of(client)) == (10_000, {})
    with rows_of(client):
        word = Allocation.objects.get()
        assert (word.kind, word.on) == ("CLIENT_WORD", DAY)
        assert Event.objects.filter(kind="invoice.settled", account_id=word.invoice.account_id).count() == 1
    assert everything_closes(client)


def test_what_is_paid_already_is_refused() -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    settle_invoice(client, "2026-0012", on=DAY, at=NOON, by="test")
    with pytest.raises(CannotSettle, match="niets meer open"):
        settle_invoice(client, "2026-0012", on=DAY, at=NOON, by="test")


def test_an_unknown_invoice_and_one_of_another_client_look_alike() -> None:
    client, other = a_client(), a_client("other")
    hand_in(other, ubl(an_invoice()))
    for number in ("2026-0012", "2026-0099"):
        with pytest.raises(NotFound, match="heeft geen factuur"):
            settle_invoice(client, number, on=DAY, at=NOON, by="test")
    assert open_of(other) == {"2026-0012": 10_000}


@pytest.mark.parametrize(("days", "possible"), [(-1, False), (0, True), (1, True)])
def test_an_invoice_is_not_paid_before_it_was_made(days: int, possible: bool) -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    on = ISSUED + timedelta(days=days)
    if possible:
        assert settle_invoice(client, "2026-0012", on=on, at=NOON, by="test").on == on
    else:
        with pytest.raises(CannotSettle, match="Geef de dag van de betaling"):
            settle_invoice(client, "2026-0012", on=on, at=NOON, by="test")
