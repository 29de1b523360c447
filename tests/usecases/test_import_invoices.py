"""Invoices and credit notes: the client's own, each once, for the debtor that is meant."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.usecases.sample_files import (
    CREDITOR,
    DEBTOR,
    IBAN,
    OTHER_IBAN,
    TODAY,
    a_client,
    a_credit_note,
    an_invoice,
    everything_closes,
    hand_in,
    open_of,
    refused,
    ubl,
)
from voldaan.formats.values import Party
from voldaan.records.models import Account, Address, Client, CreditNote, Debtor, Invoice, Question
from voldaan.records.scope import rows_of

pytestmark = pytest.mark.django_db


def invoice_of(client: Client, number: str = "2026-0012") -> Invoice:
    with rows_of(client):
        return Invoice.objects.select_related("account__debtor").get(number=number)


def test_an_invoice_becomes_open_for_a_new_debtor() -> None:
    client = a_client()
    assert hand_in(client, ubl(an_invoice())).new == 1
    invoice = invoice_of(client)
    assert (invoice.open_cents, invoice.asked_cents, invoice.known_from) == (10_000, 10_000, TODAY)
    assert (invoice.pay_to_iban, invoice.pay_to_name) == (IBAN, "Groothandel De Kade B.V.")
    assert (invoice.account.number, invoice.account.number_is_ours) == ("D00001", True)
    assert (invoice.account.debtor.capacity, invoice.account.debtor.language) == ("SOLE_TRADER", "nl")
    with rows_of(client):
        assert Address.objects.get().city == "Zonnedorp"
    assert everything_closes(client)


def test_a_missing_due_date_is_thirty_days() -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice(due_date=None)))
    invoice = invoice_of(client)
    assert (invoice.due_date, invoice.due_date_basis) == (date(2026, 10, 1), "STATUTORY_30")


def test_the_invoice_says_itself_where_to_pay() -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice(pay_to_iban=OTHER_IBAN, pay_to_name="Factor De Brug B.V.")))
    assert (invoice_of(client).pay_to_iban, invoice_of(client).pay_to_name) == (
        OTHER_IBAN,
        "Factor De Brug B.V.",
    )


def test_a_direct_debit_is_left_alone_for_two_weeks_after_the_due_date() -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice(direct_debit=True, pay_to_iban=IBAN)))
    assert invoice_of(client).direct_debit_until == date(2026, 10, 1) + timedelta(days=14)


def test_what_matching_asks_of_an_invoice_is_kept_and_completes_one_that_a_list_named() -> None:
    client = a_client()
    hand_in(
        client,
        b"number;debtor_name;total;open;order_number\n2026-0012;Vonk B.V.;100.00;100.00;PO-1\n",
        "lijst.csv",
    )
    assert (invoice_of(client).order_number, invoice_of(client).discount_cents) == ("PO-1", 0)
    terms = (
        b"<cac:PaymentTerms><cbc:Note>2% korting bij betaling binnen 8 dagen</cbc:Note></cac:PaymentTerms>"
    )
    order = b"<cac:OrderReference><cbc:ID>PO-2026-7</cbc:ID></cac:OrderReference>"
    data = ubl(an_invoice())
    data = data.replace(b"<cac:AccountingSupplierParty>", order + b"<cac:AccountingSupplierParty>", 1)
    data = data.replace(b"<cac:TaxTotal>", terms + b"<cac:TaxTotal>", 1)
    hand_in(client, data)
    invoice = invoice_of(client)
    assert (invoice.order_number, invoice.discount_cents) == ("PO-2026-7", 200)
    assert invoice.discount_until == invoice.issue_date + timedelta(days=8)


@pytest.mark.parametrize(
    ("creditor", "ours"),
    [
        (CREDITOR, True),
        (replace(CREDITOR, name="Een andere naam"), True),
        (replace(CREDITOR, vat_number=None, coc_number=None), True),
        (replace(CREDITOR, vat_number=None, coc_number=None, name="GROOTHANDEL DE KADE BV"), True),
        (Party(name="Iemand anders", iban=IBAN, country="NL"), True),
        (Party(name="Iemand anders", iban=OTHER_IBAN, country="NL"), False),
        (replace(CREDITOR, coc_number="12345679"), False),
        (replace(CREDITOR, vat_number="NL009876543B01"), False),
    ],
)
def test_the_supplier_must_be_the_client(creditor: Party, ours: bool) -> None:
    client = a_client()
    data = ubl(an_invoice(creditor=creditor))
    if ours:
        assert hand_in(client, data).new == 1
    else:
        assert "niet van deze opdrachtgever" in refused(client, data)
        with rows_of(client):
            assert not Debtor.objects.exists()


def test_another_currency_is_refused() -> None:
    assert "USD" in refused(a_client(), ubl(an_invoice(currency="USD")))


def test_an_invoice_is_known_by_its_number_and_refused_with_another_amount() -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    same = hand_in(client, ubl(an_invoice(subject="Meel en gist")))
    assert (same.new, same.known) == (0, 1)
    said = refused(client, ubl(an_invoice(cents=10_001)))
    assert "100,00" in said
    assert "100,01" in said
    assert open_of(client) == {"2026-0012": 10_000}


def test_an_invoice_that_asks_nothing_is_not_recorded() -> None:
    client = a_client()
    imported = hand_in(client, ubl(an_invoice(payable_cents=0)))
    assert (imported.new, imported.known) == (0, 1)
    assert open_of(client) == {}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"name": "Vroege Vogel Exploitatie"}, True),
        ({"coc_number": None}, True),
        ({"coc_number": None, "email": None}, True),
        ({"coc_number": None, "email": None, "postcode": "1234 AC"}, False),
        ({"coc_number": "87654322"}, False),
        ({"coc_number": None, "name": "Bakkerij Korenaar", "postcode": None}, False),
    ],
)
def test_a_debtor_is_recognised_and_a_doubtful_one_is_never_merged(other: dict[str, str], same: bool) -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    hand_in(client, ubl(an_invoice("2026-0013", debtor=replace(DEBTOR, **other))))
    with rows_of(client):
        assert (Account.objects.count() == 1) is same


def test_two_debtors_of_one_name_and_place_make_a_third_doubtful() -> None:
    client = a_client()
    bare = replace(DEBTOR, email=None, coc_number=None)
    hand_in(client, ubl(an_invoice("A-0001", debtor=replace(bare, coc_number="87654321"))))
    hand_in(client, ubl(an_invoice("A-0002", debtor=replace(bare, coc_number="87654322"))))
    hand_in(client, ubl(an_invoice("A-0003", debtor=bare)))
    with rows_of(client):
        assert sorted(Account.objects.values_list("number", flat=True)) == ["D00001", "D00002", "D00003"]


@pytest.mark.parametrize(
    ("name", "coc", "capacity"),
    [
        ("Korenaar B.V.", "87654321", "LEGAL_PERSON"),
        ("Korenaar bv", None, "LEGAL_PERSON"),
        ("Stichting Buurthuis", None, "LEGAL_PERSON"),
        ("Gemeente Zonnedorp", "87654321", "PUBLIC_BODY"),
        ("Korenaar", "87654321", "SOLE_TRADER"),
        ("Maatschap Vos en De Wit", None, "SOLE_TRADER"),
        ("J. Jansen", None, "UNKNOWN"),
    ],
)
def test_the_capacity_is_what_the_file_shows(name: str, coc: str | None, capacity: str) -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice(debtor=Party(name=name, coc_number=coc, country="NL", city="Zonnedorp"))))
    assert invoice_of(client).account.debtor.capacity == capacity


def test_a_credit_note_lowers_the_invoice_that_it_names() -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    assert hand_in(client, ubl(a_credit_note("C-0001", 4_000, "2026-0012"))).new == 1
    assert open_of(client) == {"2026-0012": 6_000}
    assert everything_closes(client)


def test_a_credit_note_waits_for_its_invoice_and_holds_with_a_question() -> None:
    client = a_client()
    hand_in(client, ubl(a_credit_note("C-0001", 4_000, "2026-0012")))
    with rows_of(client):
        assert CreditNote.objects.get().waiting_cents == 4_000
        assert Question.objects.get(answered_at__isnull=True).because == "CREDIT_NOTE_WAITS"
    hand_in(client, ubl(an_invoice()))
    assert open_of(client) == {"2026-0012": 6_000}
    with rows_of(client):
        assert not Question.objects.filter(answered_at__isnull=True).exists()
    assert everything_closes(client)


@pytest.mark.parametrize(("cents", "left", "waits"), [(9_999, 1, 0), (10_000, 0, 0), (10_001, 0, 1)])
def test_a_credit_note_gives_no_more_than_is_open(cents: int, left: int, waits: int) -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    hand_in(client, ubl(a_credit_note("C-0001", cents, "2026-0012")))
    assert open_of(client).get("2026-0012", 0) == left
    with rows_of(client):
        assert CreditNote.objects.get().waiting_cents == waits
    assert everything_closes(client)


def test_its_own_invoices_tell_where_the_client_lives_and_what_a_person_said_stays() -> None:
    client = a_client()
    Client.objects.filter(pk=client.pk).update(street="", city="Eigen Stad", phone="")
    client.refresh_from_db()
    hand_in(
        client,
        ubl(an_invoice(creditor=replace(CREDITOR, street="Kade 1", city="Elders", phone="010 111 22 33"))),
    )
    client.refresh_from_db()
    assert (client.street, client.city, client.phone) == ("Kade 1", "Eigen Stad", "010 111 22 33")


def test_what_was_prepaid_beyond_an_invoice_waits_as_a_credit() -> None:
    client = a_client()
    assert hand_in(client, ubl(an_invoice("2026-0099", 10_000, payable_cents=-2_500))).new == 1
    with rows_of(client):
        assert not Invoice.objects.exists()
        note = CreditNote.objects.get()
    assert (note.number, note.total_cents, note.waiting_cents) == ("2026-0099", 2_500, 2_500)
    assert everything_closes(client)
