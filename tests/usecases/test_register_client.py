"""Clients, agencies and engagements: clear refusals, and everything in the client's chain."""

from datetime import date, timedelta

import pytest

from tests.usecases.sample_files import IBAN, OTHER_IBAN, WHEN, a_client
from voldaan.records.models import Agency, Client, ClientIban, Event
from voldaan.records.scope import rows_of
from voldaan.usecases.register_client import (
    AgencyDetails,
    CannotRegister,
    ClientDetails,
    EngagementTerms,
    add_agency,
    add_client,
    end_engagement,
    start_engagement,
)

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 3, 1), date(2026, 5, 31)


def told(client: Client) -> list[str]:
    with rows_of(client):
        return list(Event.objects.order_by("sequence").values_list("kind", flat=True))


def ibans(client: Client) -> list[str]:
    with rows_of(client):
        return list(ClientIban.objects.order_by("pk").values_list("iban", flat=True))


def test_a_client_is_added_and_later_completed() -> None:
    client = add_client(
        "kade", name="De Kade B.V.", ibans=["nl91 abna 0417 1643 00"], payment_truth="ledger", **WHEN
    )
    assert (client.payment_truth, ibans(client)) == ("LEDGER", [IBAN])
    again = add_client("kade", ibans=[IBAN, OTHER_IBAN], details=ClientDetails(city="Zonnedorp"), **WHEN)
    assert (again.pk, again.name, again.city, again.payment_truth) == (
        client.pk,
        "De Kade B.V.",
        "Zonnedorp",
        "LEDGER",
    )
    assert ibans(client) == [IBAN, OTHER_IBAN]
    add_client("kade", ibans=[IBAN], **WHEN)
    assert told(client) == ["client.added", "client.changed"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"ibans": [""]}, "geen rekeningnummer"),
        ({"ibans": ["NL91*ABNA"]}, "geen rekeningnummer"),
        ({"payment_truth": "gut"}, "bank, ledger, client_word"),
        ({"name": None}, "geef ook een naam"),
        ({"details": ClientDetails(coc_number="1234567")}, "acht cijfers"),
        ({"details": ClientDetails(city="x" * 101)}, "langer dan 100"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_added(given: dict[str, object], said: str) -> None:
    with pytest.raises(CannotRegister, match=said):
        add_client("kade", **({"name": "De Kade", "ibans": [IBAN]} | given | WHEN))  # type: ignore[arg-type]  # mixed
    assert not Client.objects.exists()


@pytest.mark.parametrize("key", ["", "de kade", "café", "k" * 41, "kade\n"])
def test_a_key_is_plain(key: str) -> None:
    with pytest.raises(CannotRegister, match="sleutel"):
        add_client(key, name="De Kade", **WHEN)


def an_agency(**facts: str) -> Agency:
    return add_agency(
        "brug", details=AgencyDetails(**({"registered_name": "Bureau De Brug"} | facts)), **WHEN
    )


def test_a_change_of_the_agency_stands_in_the_chain_of_its_clients() -> None:
    client, other = a_client(), a_client("other")
    start_engagement(client, an_agency(), terms=EngagementTerms(first_day=FIRST, price_cents=450), **WHEN)
    agency = an_agency(registration_mark="WKI-000123")
    assert agency.registration_mark == "WKI-000123"
    an_agency(registration_mark="WKI-000123")
    assert told(client) == ["client.added", "engagement.started", "agency.changed"]
    assert told(other) == ["client.added"]


@pytest.mark.parametrize(("days", "free"), [(-1, False), (0, False), (1, True)])
def test_no_two_engagements_run_on_one_day(days: int, free: bool) -> None:
    client, agency = a_client(), an_agency()
    start_engagement(
        client, agency, terms=EngagementTerms(first_day=FIRST, last_day=LAST, price_cents=450), **WHEN
    )
    next_one = EngagementTerms(first_day=LAST + timedelta(days=days), price_cents=500)
    if free:
        assert start_engagement(client, agency, terms=next_one, **WHEN).first_day > LAST
    else:
        with pytest.raises(CannotRegister, match="loopt al een opdracht"):
            start_engagement(client, agency, terms=next_one, **WHEN)


def test_an_engagement_without_an_end_is_ended_first() -> None:
    client, agency = a_client(), an_agency()
    start_engagement(client, agency, terms=EngagementTerms(first_day=FIRST, price_cents=450), **WHEN)
    terms = EngagementTerms(first_day=LAST + timedelta(days=1), price_cents=500)
    with pytest.raises(CannotRegister, match="onbepaalde dag"):
        start_engagement(client, agency, terms=terms, **WHEN)
    end_engagement(client, last_day=LAST, **WHEN)
    start_engagement(client, agency, terms=terms, **WHEN)
    assert told(client)[-3:] == ["engagement.started", "engagement.ended", "engagement.started"]
    with pytest.raises(CannotRegister, match="loopt voor"):
        end_engagement(client, last_day=FIRST - timedelta(days=1), **WHEN)
