"""An agency writes to a natural person only with every fact that the law asks (Wki art. 11, Bki art. 3.1)."""

from datetime import timedelta
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
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.explain_decision import as_json, explain_decision
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.register_client import AgencyDetails, add_agency
from voldaan.usecases.run_day import run_day
from voldaan.usecases.send_messages import send_messages

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
        (Agency, "postcode"),
        (Client, "street"),
        (Client, "city"),
        (Address, "street"),
        (Address, "postcode"),
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
    told = explain_decision(client, "D1", on=ON)
    (missing,) = told.missing
    assert missing.fact.endswith({"coc_number": "kvk_number"}.get(field, field))
    assert any(missing.sentence_nl in line for line in told.lines("nl"))
    assert as_json(told)["missing"][0]["article"] == missing.citation.label


def test_with_all_of_them_it_leaves() -> None:
    client = a_client()
    an_engagement(client, an_agency())
    an_invoice(an_account(client, name="Jo van Velzen", capacity="CONSUMER"))
    bank_known_until(client, ON)
    assert run_day(client, on=ON, at=ten_o_clock(ON), by="test", approve=True).sent.sent == 1


@pytest.mark.parametrize("number", ["1234567", "abc"])
def test_a_number_of_the_agency_that_cannot_be_one_is_as_good_as_none(number: str) -> None:
    client = a_client()
    an_engagement(client, an_agency(coc_number=number))
    an_invoice(an_account(client, name="Jo van Velzen", capacity="CONSUMER"))
    bank_known_until(client, ON)
    told = explain_decision(client, "D1", on=ON)
    assert [missing.fact for missing in told.missing] == ["agency_kvk_number"]


def test_every_invoice_that_lacks_its_subject_is_named() -> None:
    client = a_client()
    an_engagement(client, an_agency())
    account = an_account(client, name="Jo van Velzen", capacity="CONSUMER")
    for number in ("2026-0001", "2026-0002", "2026-0003"):
        an_invoice(account, number, subject="" if number != "2026-0002" else "Brood")
    bank_known_until(client, ON)
    told = explain_decision(client, "D1", on=ON)
    assert [missing.invoice_number for missing in told.missing] == ["2026-0001", "2026-0003"]


@pytest.mark.parametrize(("days", "act"), [(-1, "ASK"), (0, "REMIND"), (1, "REMIND")])
def test_an_agency_writes_until_the_last_day_of_its_registration(days: int, act: str) -> None:
    client = a_client()
    an_engagement(client, an_agency(registered_until=ON + timedelta(days=days)))
    an_invoice(an_account(client, name="Jo van Velzen", capacity="CONSUMER"))
    bank_known_until(client, ON)
    _, rows = preview_day(client, on=ON)
    assert [row.decision.act for row in rows] == [act]
    missing = explain_decision(client, "D1", on=ON).missing
    assert [(one.fact, one.citation.label) for one in missing] == (
        [("agency_registration", "art. 4 lid 1 Wki")] if act == "ASK" else []
    )


def test_to_a_company_it_may_write_without() -> None:
    client = a_client()
    an_engagement(client, an_agency(registered_until=ON - timedelta(days=1)))
    an_invoice(an_account(client, name="Bakkerij Korenaar B.V.", capacity="LEGAL_PERSON"))
    bank_known_until(client, ON)
    _, rows = preview_day(client, on=ON)
    assert [row.decision.act for row in rows] == ["REMIND"]


def test_a_registration_that_ended_after_approval_keeps_the_message_here() -> None:
    client, agency = a_client(), an_agency(registered_until=ON)
    an_engagement(client, agency)
    an_invoice(an_account(client, name="Jo van Velzen", capacity="CONSUMER"))
    bank_known_until(client, ON)
    run_day(client, on=ON, at=ten_o_clock(ON), by="test")
    with rows_of(client):
        approve_messages(client, on=ON, at=ten_o_clock(ON), by="test")
    add_agency(
        agency.key,
        details=AgencyDetails(registered_until=ON - timedelta(days=1)),
        on=ON,
        at=ten_o_clock(ON),
        by="test",
    )
    sent = send_messages([client], on=ON, at=ten_o_clock(ON), by="test")
    assert (sent.sent, sent.withdrawn) == (0, 1)
