"""Consumers abroad and debts of public law are kept, told by name, and never reminded of."""

import pytest

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.stories.paper import invoice, item, open_list
from voldaan.domain.strategy.facts import Decision
from voldaan.formats.values import Party
from voldaan.records.models import Client
from voldaan.records.scope import rows_of
from voldaan.usecases.change_debtor import DebtorChange, change_debtor
from voldaan.usecases.explain_decision import explain_decision
from voldaan.usecases.hand_over import CannotHandOver, hand_over
from voldaan.usecases.import_files import Imported, import_file
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.plan_day import day_of, decided
from voldaan.usecases.refused_by_name import client_remark
from voldaan.usecases.register_client import ClientDetails, add_client

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)
HERE = Party(name="Jo Voorbeeld", number="D9", street="Laan 1", postcode="1234 AB", city="Dorp", country="NL")
ABROAD = Party(
    name="Jo Voorbeeld", number="D9", street="Rue 1", postcode="1000", city="Brussel", country="BE"
)
FIRM = Party(
    name="Voorbeeld Handel B.V.", number="D8", street="Rue 2", postcode="1000", city="Brussel", country="BE"
)


def decision(client: Client) -> Decision:
    bank_known_until(client, ON)
    with rows_of(client):
        ((_, found),) = decided(day_of(client, ON))
    return found


def taken(client: Client, data: bytes) -> Imported:
    done = import_file(client, name="file", data=data, on=ON, at=ten_o_clock(ON), by="test")
    assert (done.new, done.refused) == (1, 0)
    return done


@pytest.mark.parametrize("capacity", ["CONSUMER", "UNKNOWN"])
@pytest.mark.parametrize("country", ["BE", "DE", "ZZ", ""])
def test_a_consumer_abroad_is_left_alone(capacity: str, country: str) -> None:
    client = a_client()
    an_invoice(an_account(client, capacity=capacity, country=country))
    found = decision(client)
    assert (found.act, found.because, found.until) == ("HOLD", "CONSUMER_ABROAD", None)


@pytest.mark.parametrize("capacity", ["SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY"])
def test_a_business_abroad_is_for_a_person(capacity: str) -> None:
    client = a_client()
    an_invoice(an_account(client, capacity=capacity, country="BE"))
    found = decision(client)
    assert (found.act, found.because) == ("ASK", "DEBTOR_ABROAD")


def test_a_consumer_abroad_is_named_also_where_a_hold_stands() -> None:
    client = a_client()
    an_invoice(an_account(client, capacity="CONSUMER", country="BE"))
    place_hold(client, "D1", reason="PERSON_ASKED", on=ON, at=ten_o_clock(ON), by="test")
    assert decision(client).because == "CONSUMER_ABROAD"


def test_a_consumer_abroad_is_never_handed_over() -> None:
    client = a_client()
    an_invoice(an_account(client, capacity="CONSUMER", country="BE"))
    bank_known_until(client, ON)
    with pytest.raises(CannotHandOver, match="consument in het buitenland"):
        hand_over(client, "D1", confirmed_by="Sanne Bos", on=ON, at=ten_o_clock(ON), by="test")


@pytest.mark.parametrize(
    ("name", "subject", "because"),
    [
        ("Gemeente Voorbeeld", "Aanslag rioolheffing 2026", "PUBLIC_LAW_DEBT"),
        ("Gemeente Voorbeeld", "Huur sporthal oktober", "PUBLIC_LAW_UNCLEAR"),
        ("Gemeente Voorbeeld", "", "PUBLIC_LAW_UNCLEAR"),
        ("Gemeente Voorbeeld", "Rijbewijs", "PUBLIC_LAW_DEBT"),
        ("Gemeente Voorbeeld", "Diverse posten", "PUBLIC_LAW_UNCLEAR"),
        ("Belastingdienst", "Brood en banket", "PUBLIC_LAW_DEBT"),
        ("Administratiekantoor Voorbeeld B.V.", "Aangifte inkomstenbelasting", "STAGE_REACHED"),
    ],
)
def test_a_debt_of_public_law_is_left_alone(name: str, subject: str, because: str) -> None:
    client = a_client(name=name)
    an_invoice(an_account(client), subject=subject)
    assert decision(client).because == because


def test_of_any_other_invoice_of_a_public_body_a_person_is_asked_what_it_is() -> None:
    client = a_client(name="Gemeente Voorbeeld")
    an_invoice(an_account(client), subject="Huur sporthal")
    found = decision(client)
    assert (found.act, found.because, found.until) == ("ASK", "PUBLIC_LAW_UNCLEAR", None)


def test_after_its_word_only_the_debts_of_public_law_are_left_alone() -> None:
    client = a_client(name="Gemeente Voorbeeld", private_law_only=True)
    account = an_account(client)
    rent = an_invoice(account, "2026-0001", subject="Huur sporthal")
    an_invoice(account, "2026-0002", subject="Leges omgevingsvergunning")
    found = decision(client)
    assert (found.act, found.invoices) == ("REMIND", (rent.pk,))
    assert [other.because for other in found.others] == ["PUBLIC_LAW_DEBT"]


@pytest.mark.parametrize(
    ("party", "problems"),
    [(HERE, 0), (ABROAD, 1), (FIRM, 0)],
)
def test_an_import_tells_of_a_consumer_abroad(party: Party, problems: int) -> None:
    client = a_client(vat_number="NL001234567B13")
    done = taken(client, invoice("2026-0001", "125,00", party, issued=after(-30), due=after(0)))
    assert len(done.problems) == problems
    for problem in done.problems:
        assert "2026-0001" in problem.what
        assert "BE" in problem.why


def test_a_list_tells_of_a_consumer_abroad_too() -> None:
    client = a_client()
    done = taken(
        client, open_list([item("2026-0001", "125,00", ABROAD, due="2 maart")], as_of=ON, complete=False)
    )
    assert ["Jo Voorbeeld" in problem.what for problem in done.problems] == [True]


def test_an_import_tells_of_a_debt_of_public_law_with_the_word() -> None:
    client = a_client(name="Gemeente Voorbeeld")
    listed = item("2026-0001", "125,00", HERE, due="2 maart")
    done = taken(client, open_list([listed], as_of=ON, complete=False))
    assert done.problems == ()
    client = a_client("belastingdienst", name="Belastingdienst")
    done = taken(client, open_list([listed], as_of=ON, complete=False))
    (problem,) = done.problems
    assert "2026-0001" in problem.what
    assert "Belastingdienst" in problem.what
    assert "Awb" in problem.why


@pytest.mark.parametrize(
    ("name", "told"),
    [("Gemeente Voorbeeld", True), ("Waterschap Het Voorbeeld", True), ("Bakkerij Zon B.V.", False)],
)
def test_a_client_that_is_a_public_body_is_told(name: str, told: bool) -> None:
    assert (client_remark(a_client(name=name)) is not None) is told


def test_a_public_body_is_told_how_to_give_its_word_until_it_did() -> None:
    client = a_client(name="Gemeente Voorbeeld")
    assert "--private-law-only" in str(client_remark(client))
    when = {"on": ON, "at": ten_o_clock(ON), "by": "test"}
    client = add_client(client.key, details=ClientDetails(private_law_only=True), **when)
    assert "--private-law-only" not in str(client_remark(client))


@pytest.mark.parametrize(
    ("capacity", "remind", "act"),
    [("LEGAL_PERSON", True, "REMIND"), ("LEGAL_PERSON", False, "ASK"), ("CONSUMER", True, "HOLD")],
)
def test_a_person_decides_whether_a_business_abroad_is_reminded(
    capacity: str, remind: bool, act: str
) -> None:
    client = a_client()
    an_invoice(an_account(client, capacity=capacity, country="BE"))
    when = {"on": ON, "at": ten_o_clock(ON), "by": "test"}
    changed = change_debtor(client, "D1", change=DebtorChange(remind_abroad=remind), **when)
    assert changed == (["remind_abroad"] if remind else [])
    assert decision(client).act == act


def test_why_names_it_in_words() -> None:
    client = a_client()
    an_invoice(an_account(client, capacity="CONSUMER", country="BE"))
    bank_known_until(client, ON)
    assert any(
        "consument in het buitenland" in line for line in explain_decision(client, "D1", on=ON).lines("nl")
    )
