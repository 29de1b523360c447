"""A book for a test, valid by default: name only what matters."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from voldaan.records import events
from voldaan.records.models import (
    Account,
    Address,
    Agency,
    BankStatement,
    Client,
    ClientIban,
    Debtor,
    Engagement,
    ImportedFile,
    Invoice,
)
from voldaan.records.scope import one_transaction, rows_of

DUE = date(2026, 3, 2)
"""A Monday."""
IBAN = "NL91ABNA0417164300"
OTHER_IBAN = "NL02ABNA0123456789"


def after(days: int, start: date = DUE) -> date:
    """Return the day that many days after the due date."""
    return start + timedelta(days=days)


def ten_o_clock(on: date) -> datetime:
    """Return ten in the morning on a day, in Dutch time."""
    return datetime(on.year, on.month, on.day, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))


def a_client(key: str = "bakkerij", **facts: Any) -> Client:
    """Return a client that writes for itself, with a bank account whose statements nobody has imported yet."""
    given = {
        "name": "Bakkerij Zon B.V.",
        "coc_number": "12345678",
        "street": "Molenpad 1",
        "postcode": "1234 AB",
        "city": "Zonnedorp",
        "signer": "Sanne Bos",
        "phone": "010 123 45 67",
        "email": f"debiteuren@{key}.example",
        "authorised_person": "Sanne Bos",
    } | facts
    client: Client = Client.objects.create(key=key, **given)
    with rows_of(client):
        ClientIban.objects.create(client=client, iban=IBAN, name=given["name"])
    return client


def an_agency(**facts: Any) -> Agency:
    """Return an agency that can sign a message to a natural person."""
    given = {
        "registered_name": "Incassohuis De Brug B.V.",
        "registration_mark": "WKI-000123",
        "coc_number": "87654321",
        "street": "Brugstraat 2",
        "postcode": "4321 BA",
        "city": "Brugdorp",
        "signer": "Tim de Wit",
        "phone": "020 765 43 21",
        "email": "hulp@debrug.example",
        "complaints": "Niet tevreden? Schrijf naar klachten@debrug.example.",
    } | facts
    agency: Agency = Agency.objects.create(key="de-brug", **given)
    return agency


def an_engagement(client: Client, agency: Agency, **facts: Any) -> Engagement:
    """Return an engagement that runs from 2026 on, for four euro fifty an invoice."""
    given: dict[str, Any] = {
        "first_day": date(2026, 1, 1),
        "price_cents": 450,
        "payment_truth": client.payment_truth,
    } | facts
    with rows_of(client):
        engagement: Engagement = Engagement.objects.create(client=client, agency=agency, **given)
    return engagement


def an_account(client: Client, number: str = "D1", *, with_address: bool = True, **facts: Any) -> Account:
    """Return an account of a private company with an e-mail address and a postal address."""
    given = {
        "name": f"Klant {number} B.V.",
        "capacity": "LEGAL_PERSON",
        "email": f"{number.lower()}@klant.example",
    } | facts
    with rows_of(client):
        debtor = Debtor.objects.create(client=client, **given)
        if with_address:
            Address.objects.create(
                client=client, debtor=debtor, street="Laan 3", postcode="5678 CD", city="Klantdorp"
            )
        account: Account = Account.objects.create(client=client, debtor=debtor, number=number)
    return account


def an_invoice(account: Account, number: str = "2026-0001", *, cents: int = 12_500, **facts: Any) -> Invoice:
    """Return an invoice that is open in full and fell due on DUE."""
    given: dict[str, Any] = {
        "issue_date": DUE - timedelta(days=30),
        "due_date": DUE,
        "due_date_basis": "AGREED",
        "total_cents": cents,
        "asked_cents": cents,
        "open_cents": cents,
        "subject": "Brood en banket",
        "known_from": DUE - timedelta(days=30),
    } | facts
    with rows_of(account.client):
        invoice: Invoice = Invoice.objects.create(
            client=account.client, account=account, number=number, **given
        )
    return invoice


def bank_known_until(client: Client, until: date, *, iban: str = IBAN) -> None:
    """Write one statement of the client's bank account that reaches a day, without movements."""
    with rows_of(client), one_transaction():
        file = ImportedFile.objects.create(
            client=client,
            name=f"{until}.xml",
            sha256=events.digest(iban, str(until)),
            format="camt.053",
            imported_at=ten_o_clock(until),
            new=1,
            known=0,
        )
        last = BankStatement.objects.filter(bank_iban=iban).order_by("-closing_date").first()
        BankStatement.objects.create(
            client=client,
            file=file,
            bank_iban=iban,
            currency="EUR",
            opening_date=last.closing_date if last else date(2026, 1, 1),
            closing_date=until,
            opening_cents=0,
            closing_cents=0,
            digest=events.digest("statement", iban, str(until)),
        )
