"""Direct-debit batches and payout specifications in the book: whole, once, and only the client's own."""

from datetime import date, timedelta

import pytest

from tests.builders import IBAN, OTHER_IBAN, a_client, an_account, an_invoice, ten_o_clock
from tests.formats.payout_samples import ADYEN, MOLLIE, STRIPE, batch, direct_debits
from voldaan.domain.matching.facts import PaymentFacts
from voldaan.formats.bank import camt_write
from voldaan.formats.values import Statement, Transaction
from voldaan.records.models import Client, Invoice, Payment, PayoutLine
from voldaan.records.payouts import payout_lines_for
from voldaan.records.scope import rows_of
from voldaan.usecases.import_files import Imported, import_file

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 9)
COLLECTED = date(2026, 11, 2)


def taken(client: Client, data: bytes, name: str = "bestand") -> Imported:
    return import_file(client, name=name, data=data, at=ten_o_clock(ON), on=ON, by="test")


def lines(client: Client) -> list[tuple[str, int, int, int, int, str]]:
    with rows_of(client):
        rows = PayoutLine.objects.order_by("payout", "place")
        return list(
            rows.values_list("payout", "place", "net_cents", "gross_cents", "fee_cents", "remittance")
        )


def paid(client: Client, *movements: Transaction) -> list[PaymentFacts]:
    """Return payments as they stand in the book after a statement with these movements."""
    total = sum(movement.amount_cents for movement in movements)
    statement = Statement(
        format="camt.053.001.08", bank_iban=IBAN, currency="EUR", number="1", opening_cents=0, closing_cents=total,
        opening_date=ON, closing_date=ON, transactions=movements,
    )  # fmt: skip
    assert not taken(client, camt_write.write(statement)).refused
    with rows_of(client):
        rows = Payment.objects.order_by("pk").values_list("pk", "amount_cents", "booking_date")
        return [PaymentFacts(*row) for row in rows]


def movement(cents: int, day: date = ON, **said: str) -> Transaction:
    return Transaction(
        bank_iban=IBAN, booking_date=day, value_date=day, amount_cents=cents, currency="EUR", **said
    )  # type: ignore[arg-type]


def test_the_lines_of_a_payout_are_kept_once() -> None:
    client = a_client()
    first, again = taken(client, MOLLIE), taken(client, MOLLIE)
    assert (first.format, first.new, first.known, first.refused) == ("mollie", 4, 0, 0)
    assert (again.new, again.known, again.refused) == (0, 4, 0)
    assert lines(client)[0] == ("1234567.2611.01", 1, 14995, 12100, 0, "Factuur 2026-0042")
    assert len(lines(client)) == 4


def test_a_payout_in_another_file_is_known_and_what_is_new_is_added() -> None:
    client = a_client()
    only_first = b"\n".join(one for one in STRIPE.splitlines() if b"po_2" not in one) + b"\n"
    assert taken(client, only_first).new == 2
    whole = taken(client, STRIPE)
    assert (whole.new, whole.known, whole.refused) == (1, 2, 0)


def test_a_payout_that_became_another_sum_is_refused_and_nothing_is_kept() -> None:
    client = a_client()
    taken(client, STRIPE)
    before = lines(client)
    changed = STRIPE.replace(b"po_2,", b"po_3,").replace(b"121.00,1.95,119.05", b"122.00,1.95,120.05")
    refused = taken(client, changed)
    assert refused.refused
    assert refused.problems[0].what == "Uitbetaling po_1 is al bekend met een ander bedrag."
    assert lines(client) == before


def test_a_batch_for_the_account_of_somebody_else_is_refused_by_name() -> None:
    client = a_client()
    refused = taken(client, direct_debits(batch(("E1", 12100, "Factuur 2026-0042"), iban=OTHER_IBAN)))
    assert refused.refused == 1
    assert refused.problems[0].what == (
        f"Incassobatch INC-2026-11 is voor rekening {OTHER_IBAN}, niet van deze opdrachtgever."
    )
    assert lines(client) == []


def test_a_payout_in_another_currency_is_refused() -> None:
    client = a_client()
    assert "USD" in taken(client, STRIPE.replace(b",eur,", b",usd,")).problems[0].what
    assert lines(client) == []


def test_batches_of_one_name_on_two_days_are_two() -> None:
    client = a_client()
    one, other = (
        direct_debits(batch(("E1", 500, "x"), name="INCASSO", day=f"2026-{m}-02")) for m in (10, 11)
    )
    assert (taken(client, one).new, taken(client, other).new) == (1, 1)
    assert [row[0] for row in lines(client)] == ["INCASSO", "INCASSO 20261102"]
    assert taken(client, other + b"\n").known == 1


def test_a_file_that_was_refused_names_how_much_was_in_it() -> None:
    client = a_client()
    two = batch(("E1", 500, "x"), ("E2", 500, "y"), iban=OTHER_IBAN)
    assert taken(client, direct_debits(two)).refused == 2


@pytest.mark.parametrize(
    ("number", "collection", "is_left_alone"),
    [
        ("2026-0042", ("E1", 12100, "Factuur 2026-0042"), True),
        ("2026-0042", ("E1", 500, "Termijn 1 van 2026-0042."), True),
        ("2026-0042", ("2026-0042", 12100, "Dank u"), True),
        ("2026-0042", ("E1", 12100, "Factuur 2026-00421"), False),
        ("2026-0042", ("E1", 12100, "Factuur 2026-004"), False),
        ("12", ("E1", 500, "Termijn 12 van 24"), False),
        ("12", ("E1", 12100, "Factuur 12"), True),
    ],
)
def test_an_invoice_that_a_batch_names_by_its_whole_number_is_left_alone(
    number: str, collection: tuple[str, int, str], is_left_alone: bool
) -> None:
    client = a_client()
    an_invoice(an_account(client), number, cents=12100)
    taken(client, direct_debits(batch(collection)))
    with rows_of(client):
        until = Invoice.objects.get(number=number).direct_debit_until
    assert until == (COLLECTED + timedelta(days=14) if is_left_alone else None)


def test_a_payment_gets_the_lines_of_the_payout_that_it_names() -> None:
    client = a_client()
    taken(client, MOLLIE)
    named = movement(14995, counterparty_name="Stichting Mollie Payments", remittance="REF 1234567.2611.01")
    other = movement(14995, counterparty_name="Bakkerij Korst", remittance="Factuur 2026-0042")
    payments = paid(client, named, other)
    with rows_of(client):
        found = payout_lines_for(payments)
    (key,) = found
    assert key == payments[0].id
    first = found[key][0]
    assert (first.gross_cents, first.fee_cents, first.text) == (12100, 0, "Factuur 2026-0042")


def test_an_amount_that_fits_one_payout_and_one_payment_is_enough_for_that_payment_service() -> None:
    client = a_client()
    taken(client, ADYEN)
    payments = paid(client, movement(15075, date(2026, 11, 4), counterparty_name="Adyen N.V."))
    with rows_of(client):
        assert len(payout_lines_for(payments)[payments[0].id]) == 4
        assert payout_lines_for([]) == {}


def test_which_payments_are_asked_about_changes_nothing() -> None:
    client = a_client()
    taken(client, direct_debits(batch(("E1", 12100, "Factuur 2026-0042"))))
    two = [movement(12100, COLLECTED + timedelta(days=day), bank_reference=f"B{day}") for day in (0, 1)]
    payments = paid(client, *two)
    with rows_of(client):
        assert payout_lines_for(payments) == {}
        assert payout_lines_for(payments[:1]) == {}
