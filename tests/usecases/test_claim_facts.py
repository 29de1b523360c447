"""An agency writes to a natural person only with every fact that the law asks (Wki art. 11, Bki art. 3.1)."""

from typing import Any

import pytest

from tests.builders import (
    a_client,
    after,
    an_account,
    an_agency,
    an_engagement,
    an_invoice,
    bank_known_until,
    ten_o_clock,
)
from voldaan.records.models import Address, Agency, Client, Invoice, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.run_day import run_day

pytestmark = pytest.mark.django_db
ON = after(3)


@pytest.mark.parametrize(
    ("model", "field"),
    [
        (Agency, "registered_name"),
        (Agency, "registration_mark"),
        (Agency, "coc_number"),
        (Agency, "street"),
        (Agency, "city"),
        (Client, "street"),
        (Client, "city"),
        (Address, "street"),
        (Invoice, "subject"),
    ],
)
def test_without_it_a_person_is_asked_and_nothing_leaves(model: Any, field: str) -> None:
    client = a_client()
    an_engagement(client, an_agency())
    an_invoice(an_account(client, name="Jo van Velzen", capacity="CONSUMER"))
    bank_known_until(client, ON)
    with rows_of(client):
        model.objects.update(**{field: ""})
    client.refresh_from_db()
    done = run_day(client, on=ON, at=ten_o_clock(ON), by="test", approve=True)
    _, rows = preview_day(client, on=ON)
    with rows_of(client):
        sent = Message.objects.filter(state="SENT").count()
    assert (done.sent.sent, sent) == (0, 0)
    assert [row.decision.act for row in rows] == ["ASK"]


def test_with_all_of_them_it_leaves() -> None:
    client = a_client()
    an_engagement(client, an_agency())
    an_invoice(an_account(client, name="Jo van Velzen", capacity="CONSUMER"))
    bank_known_until(client, ON)
    assert run_day(client, on=ON, at=ten_o_clock(ON), by="test", approve=True).sent.sent == 1
