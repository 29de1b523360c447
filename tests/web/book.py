"""A small real book for the desk: two clients, planned and written by the real use cases."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tests.builders import (
    DUE,
    a_client,
    after,
    an_account,
    an_agency,
    an_engagement,
    an_invoice,
    bank_known_until,
    ten_o_clock,
)
from voldaan.domain.matching.facts import Candidate
from voldaan.formats.source import Source
from voldaan.records import asking
from voldaan.records.models import Account, BankStatement, Client, Invoice, Message, Payment
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.keep_upload import keep_upload
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.write_messages import write_messages

DAY = after(3)
"""The first day on which an invoice that fell due on DUE is up for its first reminder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the tests ask about."""

    baker: Client
    gardener: Client
    """Works through an agency, and nobody has imported its statements."""


def a_book() -> Book:
    """Return a baker with three debtors, of whom two are to be reminded, and a gardener who waits for the bank."""
    baker, gardener = a_client(), a_client("hovenier", name="Hovenier Groen V.O.F.")
    an_engagement(gardener, an_agency())
    an_invoice(an_account(baker, "D1", name="Café De Ankerplaats"), "2026-0001", cents=12_500)
    an_invoice(an_account(baker, "D2", name="Hotel Zeezicht"), "2026-0002", cents=99_900)
    an_invoice(an_account(baker, "D3", name="Theater Klein Podium"), "2026-0003", due_date=after(30))
    an_invoice(an_account(gardener, "T9", name="Basisschool De Wilgen"), "G-77", cents=45_000)
    bank_known_until(baker, DAY)
    for client in (baker, gardener):
        run_day(client, DAY)
    return Book(baker=baker, gardener=gardener)


def run_day(client: Client, on: date, *, send: bool = False) -> None:
    """Plan and write a day, and let it leave where that is asked."""
    moment = ten_o_clock(on)
    plan_day(client, on=on, at=moment, by="test")
    write_messages(client, on=on, at=moment, by="test")
    if send:
        approve_messages(client, on=on, at=moment, by="Sanne Bos")
        send_messages([client], on=on, at=moment, by="test")


AMBIGUOUS_LIST = (
    "Openstaande posten\nFact.nr;Debnr;Naam;Dag een;Vervaldatum;Saldo\n"
    "2026-11;D71;Café De Kade;03-02-2026;04-03-2026;1.250,00\n"
    "2026-12;D72;Hotel Zee;05-02-2026;07-03-2026;75,50\n"
)
"""An open-item list whose days can be read in two orders, with titles that no ready mapping knows."""

UNKNOWN_TITLES = (
    "Mijn lijst\nWie;Wat;Hoeveel nog;Wanneer\n"
    "Café De Kade;2026-31;1.250,00;04-03-2026\nHotel Zee;2026-32;75,50;17-03-2026\n"
)
"""An open-item list whose titles nobody knows."""


def columns_page_of(client: Client) -> str:
    """Return the address where the columns of a list are pointed out that waits since just now."""
    source = Source.of_bytes(AMBIGUOUS_LIST.encode(), "openstaand.csv")
    digest = keep_upload(client, source, on=DAY, at=datetime.now(tz=UTC))
    return f"/opdrachtgever/{client.key}/bestanden/{digest}/kolommen/"


def message_to(client: Client, debtor: str) -> Message:
    """Return the newest message to a debtor."""
    with rows_of(client):
        return Message.objects.select_related("account").filter(account__number=debtor).latest("pk")


def open_cents(client: Client, number: str) -> int:
    """Return what is open of an invoice."""
    with rows_of(client):
        return Invoice.objects.get(number=number).open_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class AWay:
    """One way in which a payment could be placed: invoices with cents, or an account alone."""

    invoices: tuple[tuple[str, int | None], ...] = ()
    debtor: str = ""
    points: int | None = None
    evidence: str = "nummer genoemd (60)"


def a_question_of(
    client: Client,
    cents: int,
    *ways: AWay,
    because: str = "ANOTHER_SUM",
    remittance: str = "zie mijn brief",
    **said: str,
) -> int:
    """Return the id of a question about a payment, with its ways in order."""
    with rows_of(client), one_transaction():
        fields = {"counterparty_name": "J. de Vries", "counterparty_iban": "NL91ABNA0417164300"} | said
        payment = Payment.objects.create(
            client=client,
            statement=BankStatement.objects.latest("pk"),
            bank_iban="NL91ABNA0417164300",
            booking_date=DUE,
            amount_cents=cents,
            waiting_cents=cents,
            currency="EUR",
            remittance=remittance,
            digest=f"payment {Payment.objects.count()}",
            matched_at=ten_o_clock(DAY),
            **fields,
        )
        candidates = tuple(one for rank, way in enumerate(ways, 1) for one in _candidates(way, rank))
        new = asking.NewQuestion(because, candidates, payment_id=payment.pk)
        asking.ask(client, [new], on=DAY, at=ten_o_clock(DAY), by="test")
        question = payment.questions.get()
        for rank, way in enumerate(ways, 1):
            question.candidates.filter(rank=rank).update(points=way.points)
        return question.pk


def _candidates(way: AWay, rank: int) -> list[Candidate]:
    if way.debtor:
        account = Account.objects.get(number=way.debtor)
        return [Candidate(account.pk, None, None, rank, way.evidence, way.points)]
    rows = [(Invoice.objects.get(number=number), cents) for number, cents in way.invoices]
    return [Candidate(row.account_id, row.pk, cents, rank, way.evidence, way.points) for row, cents in rows]


def a_question(client: Client, cents: int, *invoices: str, remittance: str = "zie mijn brief") -> int:
    """Return the id of a question about a payment that could be for these invoices."""
    with rows_of(client), one_transaction():
        payment = Payment.objects.create(
            client=client,
            statement=BankStatement.objects.latest("pk"),
            bank_iban="NL91ABNA0417164300",
            booking_date=DUE,
            amount_cents=cents,
            waiting_cents=cents,
            currency="EUR",
            counterparty_name="J. de Vries",
            remittance=remittance,
            digest=f"payment of {cents}",
        )
        rows = [Invoice.objects.get(number=number) for number in invoices]
        candidates = tuple(Candidate(row.account_id, row.pk, None, 1, "nummer genoemd") for row in rows)
        new = asking.NewQuestion("ANOTHER_SUM", candidates, payment_id=payment.pk)
        asking.ask(client, [new], on=DAY, at=ten_o_clock(DAY), by="test")
        return payment.questions.get().pk
