"""Bank statements: every movement once, genuine twins both (P10), and only of the client's own accounts."""

from datetime import date

import pytest

from tests.usecases.sample_files import (
    IBAN,
    OTHER_IBAN,
    WHEN,
    a_client,
    a_movement,
    a_statement,
    camt,
    everything_closes,
    hand_in,
    refused,
)
from voldaan.formats.bank import camt_write
from voldaan.records.models import BankStatement, Client, Event, Payment
from voldaan.records.scope import rows_of
from voldaan.records.truth import payment_truth
from voldaan.usecases.import_files import as_json, import_file

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)


def payments(client: Client) -> list[tuple[date, int, int]]:
    with rows_of(client):
        rows = Payment.objects.order_by("booking_date", "digest", "twin")
        return list(rows.values_list("booking_date", "amount_cents", "twin"))


def test_a_file_is_taken_once() -> None:
    client = a_client()
    data = camt(a_movement(10_000, MONDAY, "2026-0012"), a_movement(-500, MONDAY, "kosten"))
    assert hand_in(client, data).new == 2
    again = hand_in(client, data, name="under another name")
    assert (again.new, again.known, again.refused) == (0, 2, 0)
    with rows_of(client):
        assert Event.objects.filter(kind="file.imported").count() == 1
    assert everything_closes(client)


def test_for_whom_was_paid_is_kept() -> None:
    client = a_client()
    data = camt(a_movement(10_000, MONDAY, "2026-0012", counterparty_name="Kantoor De Brug"))
    other = b"<UltmtDbtr><Nm>Stichting De Hoek</Nm></UltmtDbtr>"
    place = data.index(b"</Dbtr>") + len(b"</Dbtr>")
    hand_in(client, data[:place] + other + data[place:])
    with rows_of(client):
        assert Payment.objects.get().ultimate_name == "Stichting De Hoek"


def test_an_overlapping_file_adds_only_what_is_new() -> None:
    client = a_client()
    monday, tuesday = a_movement(10_000, MONDAY, "een"), a_movement(2_500, TUESDAY, "twee")
    hand_in(client, camt(monday))
    week = hand_in(client, camt(monday, tuesday))
    assert (week.new, week.known) == (1, 1)
    assert hand_in(client, camt(tuesday, opening=10_000)).known == 1
    assert len(payments(client)) == 2


@pytest.mark.parametrize("daily_first", [True, False])
def test_twins_in_one_statement_are_both_kept_and_overlap_adds_none(daily_first: bool) -> None:
    client = a_client()
    twin = a_movement(2_500, MONDAY, "contributie")
    files = [camt(twin, twin), camt(twin, twin, a_movement(100, TUESDAY))]
    for data in files if daily_first else reversed(files):
        hand_in(client, data)
    assert [(cents, place) for _, cents, place in payments(client)] == [(2_500, 0), (2_500, 1), (100, 0)]


def test_a_third_twin_in_a_longer_statement_is_added() -> None:
    client = a_client()
    twin = a_movement(2_500, MONDAY, "contributie")
    hand_in(client, camt(twin, twin))
    assert hand_in(client, camt(twin, twin, twin)).new == 1


@pytest.mark.parametrize(
    "other",
    [
        {"remittance": "contributie B"},
        {"amount_cents": 2_501},
        {"counterparty_iban": OTHER_IBAN},
        {"end_to_end_id": "E2"},
        {"bank_reference": "B2"},
        {"value_date": TUESDAY},
    ],
)
def test_movements_that_differ_in_anything_the_bank_says_are_two(other: dict[str, object]) -> None:
    client = a_client()
    hand_in(client, camt(a_movement(2_500, MONDAY, "contributie")))
    assert hand_in(client, camt(a_movement(**({"cents": 2_500, "on": MONDAY, "remittance": "contributie"} | {
        "cents" if key == "amount_cents" else key: value for key, value in other.items()
    })))).new == 1  # fmt: skip


def test_a_statement_of_another_account_is_refused_with_its_whole_file() -> None:
    client = a_client()
    data = camt_write.write(
        [
            a_statement(a_movement(100, MONDAY)),
            a_statement(a_movement(100, MONDAY, bank_iban=OTHER_IBAN)),
        ]
    )
    said = refused(client, data)
    assert OTHER_IBAN in said
    assert "niet van deze opdrachtgever" in said
    assert payments(client) == []


def test_the_same_account_of_two_clients_is_kept_apart() -> None:
    one, other = a_client("one"), a_client("other")
    data = camt(a_movement(10_000, MONDAY))
    hand_in(one, data)
    assert hand_in(other, data).new == 1
    assert len(payments(one)) == len(payments(other)) == 1


def test_statements_make_the_truth_fresh() -> None:
    client = a_client()
    assert payment_truth_until(client) is None
    hand_in(client, camt(a_movement(10_000, MONDAY), last=TUESDAY))
    assert payment_truth_until(client) == TUESDAY
    hand_in(client, camt(a_movement(1, WEDNESDAY), opening=10_000))
    assert payment_truth_until(client) == WEDNESDAY


def payment_truth_until(client: Client) -> date | None:
    with rows_of(client):
        return payment_truth(client, WEDNESDAY).until


def test_days_known_from_another_format_are_refused() -> None:
    client = a_client()
    hand_in(client, camt(a_movement(10_000, MONDAY, "uit camt")))
    said = refused(client, MT940.encode("ascii"))
    assert "andere soort" in said
    assert "16-11-2026" in said


MT940 = f"""\
:20:VOLDAAN
:25:{IBAN}
:28C:1/1
:60F:C261115EUR0,00
:61:2611161116C100,00NTRFNONREF
:86:uit mt940
:62F:C261116EUR100,00
"""


def test_an_account_number_without_iban_is_the_clients() -> None:
    client = a_client()
    hand_in(client, MT940.replace(IBAN, "417164300").encode("ascii"))
    with rows_of(client):
        assert list(BankStatement.objects.values_list("bank_iban", flat=True)) == [IBAN]
    assert "niet van deze opdrachtgever" in refused(client, MT940.replace(IBAN, "417164301").encode("ascii"))


def test_an_unreadable_file_leaves_the_book_and_says_why() -> None:
    client = a_client()
    imported = import_file(client, name="leeg.xml", data=b"", **WHEN)
    shown = as_json(imported)
    assert shown["kind"] == "import"
    assert shown["refused"] == 1
    assert shown["problems"][0]["file"] == "leeg.xml"
    assert payments(client) == []
