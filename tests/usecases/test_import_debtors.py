"""A list of debtors beside what the book knows: the client's list is its word, a person's correction stands."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import a_client, an_account, an_invoice, ten_o_clock
from voldaan.formats.values import (
    ContactDetails,
    DebtorEntry,
    DebtorList,
    OpenItem,
    OpenItemList,
    Party,
    Refusal,
)
from voldaan.records import events
from voldaan.records.accounts import AccountsOfFile
from voldaan.records.models import Account, Address, Client, Contact, Event, ImportedFile, Invoice
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.change_debtor import DebtorChange, change_debtor
from voldaan.usecases.import_debtors import TakenDebtors, take_debtors
from voldaan.usecases.import_open_items import take_open_items
from voldaan.usecases.merge_debtors import merge_debtors

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 20)
WHEN: dict[str, Any] = {"on": TODAY, "at": ten_o_clock(TODAY), "by": "test"}
DUIN = Party(
    number="1001",
    name="Pension Duin",
    email="boeken@duin.example",
    phone="0222 123 456",
    street="Duinweg 4",
    postcode="1790 AA",
    city="Duindorp",
    country="NL",
)


@pytest.fixture
def client() -> Client:
    return a_client()


def entry(**facts: Any) -> DebtorEntry:
    """Return an entry; facts of the party and of the entry by name."""
    of_party = {name: facts.pop(name) for name in list(facts) if name in Party.__dataclass_fields__}
    return DebtorEntry(party=replace(DUIN, **of_party), line=2, **facts)


def a_file(client: Client, *words: object) -> ImportedFile:
    file: ImportedFile = ImportedFile.objects.create(
        client=client, name="debiteuren.csv", sha256=events.digest(*map(repr, words)), format="csv",
        imported_at=ten_o_clock(TODAY), new=0, known=0,
    )  # fmt: skip
    return file


def take(client: Client, *entries: DebtorEntry) -> TakenDebtors:
    with rows_of(client), one_transaction():
        read = DebtorList(format="csv", debtors=entries)
        return take_debtors(
            client,
            a_file(client, *entries, ImportedFile.objects.count()),
            read,
            AccountsOfFile(client, **WHEN),
            **WHEN,
        )


def what(taken: TakenDebtors) -> list[str]:
    return [remark.what for remark in taken.remarks]


def the_account(client: Client, number: str = "1001") -> Account:
    with rows_of(client):
        return Account.objects.select_related("debtor").get(number=number)


def changes(client: Client) -> list[list[str]]:
    """Return the fields of each change that a list made."""
    with rows_of(client):
        rows = Event.objects.filter(kind="debtor.listed").order_by("sequence")
        return [json.loads(row.data)["fields"] for row in rows]


def test_a_debtor_that_nobody_knew_is_added_with_all_that_is_stated(client: Client) -> None:
    contact = ContactDetails(name="Bo Duin", role="ACCOUNTS_PAYABLE", email="bo@duin.example", phone="0222 1")
    taken = take(
        client,
        entry(
            capacity="SOLE_TRADER",
            language="en",
            contacts=(contact,),
            visiting_street="Strand 1",
            visiting_city="Duindorp",
            direct_debit=True,
        ),
    )
    assert (taken.new, taken.known, taken.remarks) == (1, 0, ())
    account = the_account(client)
    debtor = account.debtor
    assert (debtor.name, debtor.capacity, debtor.language) == ("Pension Duin", "SOLE_TRADER", "en")
    assert (debtor.email, debtor.phone, account.direct_debit) == ("boeken@duin.example", "0222 123 456", True)
    with rows_of(client):
        found = Contact.objects.values_list("role", "name", "email", "phone")
        assert list(found) == [("ACCOUNTS_PAYABLE", "Bo Duin", "bo@duin.example", "0222 1")]
        places = dict(Address.objects.values_list("kind", "street"))
    assert places == {"POSTAL": "Duinweg 4", "VISITING": "Strand 1"}


def test_the_same_list_again_changes_nothing(client: Client) -> None:
    one = entry(contacts=(ContactDetails(name="Bo Duin", email="bo@duin.example"),), direct_debit=False)
    take(client, one)
    taken = take(client, one)
    assert (taken.new, taken.known, taken.remarks) == (0, 1, ())
    assert changes(client) == []
    with rows_of(client):
        assert Contact.objects.count() == 1


def test_what_the_list_states_takes_the_place_of_what_was_known(client: Client) -> None:
    take(client, entry(contacts=(ContactDetails(name="Bo Duin", email="bo@duin.example"),)))
    bo = ContactDetails(name="B. Duin", email="BO@duin.example", phone="06 1", role="REPRESENTATIVE")
    moved = entry(
        email="nieuw@duin.example", street="Kade 9", postcode=None, city="Havendorp", contacts=(bo,)
    )
    assert take(client, moved).remarks == ()
    assert the_account(client).debtor.email == "nieuw@duin.example"
    with rows_of(client):
        assert Address.objects.values_list("street", "postcode", "city").get() == (
            "Kade 9",
            "1790 AA",
            "Havendorp",
        )
        assert Contact.objects.values_list("name", "role", "phone").get() == (
            "Bo Duin",
            "REPRESENTATIVE",
            "06 1",
        )
    assert changes(client) == [["city", "contacts", "email", "street"]]


def test_what_was_unknown_is_filled(client: Client) -> None:
    an_account(client, "1001", name="Pension Duin", email="", with_address=False, capacity="UNKNOWN")
    take(client, entry(coc_number="12345670", capacity="SOLE_TRADER"))
    debtor = the_account(client).debtor
    assert (debtor.coc_number, debtor.email, debtor.capacity) == (
        "12345670",
        "boeken@duin.example",
        "SOLE_TRADER",
    )
    assert changes(client) == [["coc_number", "email", "phone", "street"]]


def test_what_is_not_stated_stays(client: Client) -> None:
    take(client, entry(contacts=(ContactDetails(name="Bo Duin"),)))
    take(client, DebtorEntry(party=Party(number="1001")))
    assert the_account(client).debtor.email == "boeken@duin.example"
    with rows_of(client):
        assert (Contact.objects.count(), Address.objects.count()) == (1, 1)
    assert changes(client) == []


@pytest.mark.parametrize(
    ("change", "listed", "said"),
    [
        (DebtorChange(email="goed@duin.example"), entry(), "het e-mailadres"),
        (DebtorChange(street="Goedweg 1"), entry(), "het postadres"),
        (DebtorChange(language="en"), entry(language="nl"), "de taal"),
        (DebtorChange(capacity="LEGAL_PERSON"), entry(capacity="CONSUMER"), "andere hoedanigheid"),
    ],
)
def test_what_a_person_corrected_stays_and_the_difference_is_told(
    client: Client, change: DebtorChange, listed: DebtorEntry, said: str
) -> None:
    take(client, entry())
    change_debtor(client, "1001", change=change, **WHEN)
    before = the_account(client).debtor
    (remark,) = take(client, listed).remarks
    assert said in remark.what
    assert (remark.file, remark.line) == ("debiteuren.csv", 2)
    after = the_account(client).debtor
    assert (after.email, after.language, after.capacity) == (before.email, before.language, before.capacity)
    assert changes(client) == []


def test_a_language_without_texts_is_said_and_not_taken(client: Client) -> None:
    assert what(take(client, entry(language="zz"))) == [
        "Debiteur 1001: in de taal 'zz' hebben wij geen teksten."
    ]
    assert the_account(client).debtor.language == "nl"


def test_the_capacity_is_set_where_it_was_unknown_and_else_told(client: Client) -> None:
    take(client, entry())
    assert take(client, entry(capacity="CONSUMER")).remarks == ()
    assert the_account(client).debtor.capacity == "CONSUMER"
    assert what(take(client, entry(capacity="LEGAL_PERSON"))) == [
        "Debiteur 1001: andere hoedanigheid in de lijst."
    ]
    assert the_account(client).debtor.capacity == "CONSUMER"


def test_who_it_is_is_not_changed_by_a_list(client: Client) -> None:
    take(client, entry(coc_number="12345670"))
    taken = take(client, entry(name="Pension Zee", coc_number="76543210"))
    assert what(taken) == ["Debiteur 1001: anders in de lijst: naam, KvK-nummer."]
    assert the_account(client).debtor.coc_number == "12345670"


def test_what_is_no_e_mail_address_is_told_and_not_taken_over(client: Client) -> None:
    take(client, entry())
    assert what(take(client, entry(email="bel even"))) == [
        "Debiteur 1001: het e-mailadres in de lijst is er geen."
    ]
    assert the_account(client).debtor.email == "boeken@duin.example"


def test_of_very_many_differences_only_the_number_is_told(client: Client) -> None:
    many = [
        entry(number=str(n), name=f"Huurder {n}", email=None, street=None, capacity="CONSUMER")
        for n in range(103)
    ]
    take(client, *many)
    taken = take(client, *(replace(one, capacity="LEGAL_PERSON") for one in many))
    assert len(taken.remarks) == 101
    assert "Nog 3 verschillen" in taken.remarks[-1].what


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([DebtorEntry(party=Party(number="9"))], "Debiteur 9 heeft geen naam."),
        ([DebtorEntry(party=Party(city="Duindorp"))], "Een regel noemt geen debiteur."),
        ([entry(), entry(name="Garage Pietersen")], "Nummer 1001 staat bij twee verschillende debiteuren."),
    ],
)
def test_a_list_that_names_nobody_or_two_at_once_is_refused(
    client: Client, entries: list[DebtorEntry], said: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        take(client, *entries)
    assert [problem.what for problem in refusal.value.problems] == [said]
    with rows_of(client):
        assert not Account.objects.exists()


@pytest.mark.parametrize("list_first", [True, False])
def test_list_and_invoices_meet_in_either_order(client: Client, list_first: bool) -> None:
    item = OpenItem(
        number="F-1", debtor=Party(name="Duin", number="1001"), issue_date=TODAY - timedelta(days=30),
        due_date=TODAY - timedelta(days=2), currency="EUR", total_cents=None, open_cents=5_000,
    )  # fmt: skip

    def take_items() -> None:
        with rows_of(client), one_transaction():
            read = OpenItemList(format="csv", complete=False, as_of=None, items=(item,))
            file = a_file(client, "items")
            take_open_items(
                client, file, read, AccountsOfFile(client, **WHEN), is_ledger=False, ledger_until=None, **WHEN
            )

    steps = [lambda: take(client, entry(direct_debit=True)), take_items]
    for step in steps if list_first else steps[::-1]:
        step()
    with rows_of(client):
        invoice = Invoice.objects.select_related("account__debtor").get()
    assert invoice.account.debtor.email == "boeken@duin.example"
    assert invoice.direct_debit_until == TODAY + timedelta(days=12)


def test_direct_debit_leaves_old_invoices_and_those_that_failed_as_they_are(client: Client) -> None:
    account = an_account(client, "1001", name="Pension Duin")
    an_invoice(account, "F-old", due_date=TODAY - timedelta(days=15))
    take(client, entry(direct_debit=True))
    an_invoice(account, "F-failed", due_date=TODAY)
    take(client, entry(direct_debit=True, phone="1"))
    with rows_of(client):
        assert set(Invoice.objects.values_list("direct_debit_until", flat=True)) == {None}


def test_a_number_that_was_merged_away_keeps_its_own_details(client: Client) -> None:
    an_account(client, "1", name="Pension Duin")
    take(client, entry())
    merge_debtors(client, "1", "1001", **WHEN)
    taken = take(client, entry(email="nieuw@duin.example"))
    assert (taken.new, taken.known) == (0, 1)
    assert the_account(client).debtor.email == "nieuw@duin.example"
    assert the_account(client, "1").debtor.email == "1@klant.example"
