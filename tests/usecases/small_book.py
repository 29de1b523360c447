"""A small fictional book for tests, lived through by the real use cases. Every firm and account is invented."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

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
    Payment,
)
from voldaan.records.scope import rows_of
from voldaan.usecases.match_payments import match_payments
from voldaan.usecases.run_day import DayRun, run_day

IBAN = "NL91ABNA0417164300"
FIRST_DAY = date(2026, 8, 1)


def at(day: date, hour: int = 10) -> datetime:
    """Return a moment on a day, at an hour at which anybody may be approached."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@dataclass
class SmallBook:
    """One client with its bank statements up to a day."""

    client: Client
    known_until: date = FIRST_DAY
    file: ImportedFile | None = None
    accounts: dict[str, Account] = field(default_factory=dict)

    def debtor(
        self,
        number: str = "D-1042",
        *,
        capacity: str = "LEGAL_PERSON",
        email: str = "crediteuren@korenaar.example",
    ) -> Account:
        """Add a debtor with an address."""
        with rows_of(self.client):
            debtor = Debtor.objects.create(
                client=self.client, name="Bakkerij Korenaar B.V.", capacity=capacity, email=email
            )
            Address.objects.create(
                client=self.client, debtor=debtor, street="Molenstraat 3", postcode="6811 CD", city="Arnhem"
            )
            account = Account.objects.create(client=self.client, debtor=debtor, number=number)
        self.accounts[number] = account
        return account

    def invoice(
        self,
        number: str = "2026-118",
        *,
        debtor: str = "D-1042",
        due: date = date(2026, 9, 1),
        cents: int = 123_450,
        basis: str = "AGREED",
        handed_in: date | None = None,
        issued: date | None = None,
    ) -> Invoice:
        """Add an invoice, handed in on the day it was made unless told otherwise."""
        issue_date = issued or due - timedelta(days=30)
        with rows_of(self.client):
            return Invoice.objects.create(
                client=self.client,
                account=self.accounts[debtor],
                number=number,
                issue_date=issue_date,
                due_date=due,
                due_date_basis=basis,
                total_cents=cents,
                asked_cents=cents,
                open_cents=cents,
                subject="Meel en gist, levering augustus",
                known_from=handed_in or issue_date,
            )

    def statement(self, until: date, *payments: tuple[date, int, str], match: bool = True) -> None:
        """Add a bank statement up to a day with payments (day, cents, remittance), and match them."""
        with rows_of(self.client):
            if self.file is None:
                self.file = ImportedFile.objects.create(
                    client=self.client, name="afschrift.xml", sha256="0" * 64, format="camt.053",
                    imported_at=at(until), new=1, known=0,
                )  # fmt: skip
            statement = BankStatement.objects.create(
                client=self.client, file=self.file, bank_iban=IBAN, currency="EUR", opening_date=self.known_until,
                closing_date=until, opening_cents=0, closing_cents=0, digest=f"{until}-{BankStatement.objects.count()}",
            )  # fmt: skip
            for place, (day, cents, remittance) in enumerate(payments):
                Payment.objects.create(
                    client=self.client, statement=statement, bank_iban=IBAN, booking_date=day, amount_cents=cents,
                    waiting_cents=cents, currency="EUR", counterparty_name="Bakkerij Korenaar B.V.",
                    remittance=remittance, digest=f"{until}-{place}",
                )  # fmt: skip
        self.known_until = until
        if match:
            match_payments(self.client, at=at(until), on=until, by="tests")

    def run(self, day: date) -> DayRun:
        """Run a day on statements up to that day; what is written is sent."""
        if day > self.known_until:
            self.statement(day)
        return run_day(self.client, on=day, at=at(day), by="tests", approve=True)

    def fresh(self, invoice: Invoice) -> Invoice:
        """Return the invoice as it stands now."""
        with rows_of(self.client):
            return Invoice.objects.get(pk=invoice.pk)


def small_book(key: str = "linde") -> SmallBook:
    """Return a book of a business that works for itself and names its authorised person."""
    client = Client.objects.create(
        key=key, name="Groothandel De Linde B.V.", coc_number="12345678", street="Lindelaan 12", postcode="3512 AB",
        city="Utrecht", signer="Sanne Bos", phone="030 123 45 67", email=f"administratie@{key}.example",
        authorised_person="Sanne Bos", next_step_collection=True,
    )  # fmt: skip
    with rows_of(client):
        ClientIban.objects.create(client=client, iban=IBAN, name="Groothandel De Linde B.V.")
    return SmallBook(client)


def with_agency(book: SmallBook, *, price_cents: int = 450, every_message: bool = False) -> Agency:
    """Let an agency work for the client of a book from the first day on."""
    agency = Agency.objects.create(
        key=f"waterland-{book.client.key}", registered_name="Waterland Incasso B.V.", registration_mark="RID-004711",
        coc_number="87654321", street="Havenkade 8", postcode="1441 BC", city="Purmerend", signer="Yusuf van Dam",
        phone="0299 12 34 56", email="yusuf@waterland.example",
        complaints="Een klacht? Mail naar klachten@waterland.example; wij antwoorden binnen twee weken.",
    )  # fmt: skip
    with rows_of(book.client):
        Engagement.objects.create(
            client=book.client, agency=agency, first_day=FIRST_DAY, price_cents=price_cents, payment_truth="BANK",
            every_message_is_charged=every_message,
        )  # fmt: skip
    return agency


LAST_TERM = date(2026, 10, 9)
"""Of an invoice that was due on 1 September and lived through `to_the_last_term`."""
READY = date(2026, 10, 13)
"""The first day on which it can be handed over."""


def to_the_last_term(book: SmallBook) -> None:
    """Send the three reminders of invoices that were due on 1 September 2026, on their days."""
    for day in (date(2026, 9, 4), date(2026, 9, 15), date(2026, 9, 29)):
        book.run(day)
