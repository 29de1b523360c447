"""A statement of account adds up to the book, is a table that anybody can read, and asks for nothing."""

from datetime import date, timedelta
from email import message_from_bytes, policy
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.usecases.small_book import SmallBook, at, small_book, with_agency
from voldaan.letters.statement import amounts_in, text_of_statement
from voldaan.records import archive
from voldaan.records.models import Client, CreditNote, Debtor, Invoice, InvoiceAttachment, Message, Reminded
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.change_texts import save_texts
from voldaan.usecases.make_statement import (
    FILES_MAX_BYTES,
    CannotReply,
    NotFound,
    Statement,
    make_statement,
    write_statement,
)
from voldaan.usecases.open_dispute import open_dispute
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.run_day import run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db

ON = date(2026, 9, 30)


@pytest.fixture
def book() -> SmallBook:
    """A debtor with an invoice that was paid, one that was paid in part, one that is disputed, and a credit note."""
    made = small_book()
    made.debtor()
    made.invoice("2026-101", due=date(2026, 7, 1), cents=50_000)
    made.invoice("2026-102", due=date(2026, 8, 15), cents=80_000)
    made.invoice("2026-103", due=date(2026, 10, 5), cents=12_345)
    made.statement(date(2026, 8, 20), (date(2026, 8, 18), 50_000, "2026-101"))
    made.statement(ON, (date(2026, 9, 10), 30_000, "2026-102 eerste deel"))
    with rows_of(made.client):
        CreditNote.objects.create(
            client=made.client, account=made.accounts["D-1042"], number="C-7", issue_date=date(2026, 9, 12),
            total_cents=2_000, waiting_cents=2_000,
        )  # fmt: skip
    when: dict[str, Any] = {"on": ON, "at": at(ON), "by": "Kim"}
    open_dispute(made.client, "2026-103", owner="Kim", answer_by=date(2026, 10, 9), **when)
    return made


def told(book: SmallBook, first: date | None = date(2026, 9, 1), last: date = ON) -> Statement:
    return make_statement(book.client, "D-1042", first_day=first, last_day=last, on=ON)


def file_of(statement: Statement, ending: str) -> bytes:
    return next(content for name, content in statement.files if name.endswith(ending))


def test_it_closes_with_the_book_to_the_cent(book: SmallBook) -> None:
    (balance,) = told(book).balances
    with rows_of(book.client):
        open_now = sum(Invoice.objects.values_list("open_cents", flat=True))
    assert sum(line.open_cents for line in balance.lines) == open_now == 62_345
    assert (balance.opening_cents, balance.closing_cents) == (80_000, 60_345)
    assert [(entry.kind, entry.cents) for entry in balance.entries] == [
        ("INVOICE", 12_345), ("PAYMENT", -30_000), ("CREDIT_NOTE", -2_000),
    ]  # fmt: skip


def test_a_day_in_the_past_is_told_as_it_was(book: SmallBook) -> None:
    (balance,) = told(book, date(2026, 7, 1), date(2026, 8, 17)).balances
    assert [(line.invoice.number, line.open_cents) for line in balance.lines] == [
        ("2026-101", 50_000), ("2026-102", 80_000),
    ]  # fmt: skip


def test_the_table_says_what_a_reader_wants_to_know_and_asks_for_nothing(book: SmallBook) -> None:
    statement = told(book)
    text = text_of_statement(statement.facts, statement.balances)
    for words in (
        "1 september 2026 tot en met 30 september 2026", "€ 800,00", "€ 603,45", "(wordt uitgezocht)", "€ −300,00",
        "31 tot 60 dagen", "Creditnota's die nog worden verrekend", "€ −20,00",
    ):  # fmt: skip
        assert words in text
    for words in ("herinner", "betalen", "uiterlijk", "NL91"):
        assert words not in text


def test_the_worksheet_has_numbers_days_and_a_sum_that_agrees(book: SmallBook) -> None:
    with CalamineWorkbook.from_filelike(BytesIO(file_of(told(book), ".xlsx"))) as read:
        sheet = read.get_sheet_by_name("Open").to_python()
        entries = read.get_sheet_by_name("Bij en af").to_python()
    assert sheet[3][:6] == ["Factuur", "Factuurdatum", "Vervaldatum", "Onderwerp", "Bedrag", "Open"]
    assert sheet[4][:6] == [
        "2026-102",
        date(2026, 7, 16),
        date(2026, 8, 15),
        "Meel en gist, levering augustus",
        800.0,
        500.0,
    ]
    assert (sheet[6][0], sheet[6][5]) == ("Samen", 623.45)
    assert (entries[-1][0], entries[-1][3]) == (
        "Open aan het eind van 30\N{NO-BREAK SPACE}september\N{NO-BREAK SPACE}2026",
        603.45,
    )


def test_no_name_becomes_a_formula(book: SmallBook) -> None:
    evil = '=HYPERLINK("http://elders.example";"klik")'
    with rows_of(book.client):
        Debtor.objects.update(name=evil)
        Invoice.objects.update(subject="=1+1")
    data = file_of(told(book), ".xlsx")
    with CalamineWorkbook.from_filelike(BytesIO(data)) as read:
        sheet = read.get_sheet_by_name("Open").to_python()
    assert sheet[1][0].startswith(evil)
    assert sheet[4][3] == "=1+1"
    assert formulas(data) == ["SUM(F5:F6)", "SUM(D5:D8)"]


def formulas(data: bytes) -> list[str]:
    import re
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as parts:
        names = sorted(name for name in parts.namelist() if name.startswith("xl/worksheets/sheet"))
        assert not [name for name in parts.namelist() if "vba" in name or "external" in name]
        return [found for name in names for found in re.findall(r"<f>([^<]*)</f>", parts.read(name).decode())]


def test_the_same_book_gives_the_same_bytes(book: SmallBook) -> None:
    assert told(book).files == told(book).files


def test_it_goes_by_mail_with_its_files_and_is_no_reminder(book: SmallBook) -> None:
    with rows_of(book.client):
        InvoiceAttachment.objects.create(
            client=book.client, invoice=Invoice.objects.get(number="2026-102"), name="f.pdf", media_type="application/pdf",
            is_invoice=True, sha256=archive.keep(b"%PDF-1.7 kopie"), size=14,
        )  # fmt: skip
        InvoiceAttachment.objects.create(
            client=book.client, invoice=Invoice.objects.get(number="2026-103"), name="f.pdf", media_type="application/pdf",
            is_invoice=True, sha256="0" * 64, size=FILES_MAX_BYTES,
        )  # fmt: skip
    sent = write_statement(book.client, "D-1042", last_day=ON, approve=True, on=ON, at=at(ON), by="Kim")
    send_messages([book.client], on=ON, at=at(ON), by="Kim")
    row = the_row(book)
    mail = message_from_bytes(archive.fetch(row.sent_sha256), policy=policy.default)
    assert (sent.approved, row.state, row.kind) == (True, "SENT", "STATEMENT")
    assert [(part.get_filename(), part.get_content_type()) for part in mail.iter_attachments()] == [
        ("Rekeningoverzicht 2026-09-30.pdf", "application/pdf"),
        (
            "Rekeningoverzicht 2026-09-30.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("Factuur 2026-102.pdf", "application/pdf"),
    ]
    body = mail.get_body(("plain",))
    assert (
        body is not None
        and "De kopie van deze factuur is te groot om mee te sturen: 2026-103." in body.get_content()
    )
    with rows_of(book.client):
        assert not Reminded.objects.exists()
    assert list(verify_book([book.client])) == []


def test_an_invoice_that_was_handed_over_is_told_and_the_guard_lets_it_pass(book: SmallBook) -> None:
    with rows_of(book.client):
        Invoice.objects.filter(number="2026-102").update(handed_over_on=date(2026, 9, 21))
    made = told(book)
    assert "(overgedragen)" in text_of_statement(made.facts, made.balances)
    assert write_statement(
        book.client, "D-1042", last_day=ON, approve=True, on=ON, at=at(ON), by="Kim"
    ).approved


def the_row(book: SmallBook) -> Message:
    with rows_of(book.client):
        return Message.objects.filter(kind="STATEMENT").latest("pk")


def test_the_next_one_goes_on_where_the_last_one_ended(book: SmallBook) -> None:
    write_statement(
        book.client, "D-1042", last_day=date(2026, 9, 5), approve=True, on=ON, at=at(ON), by="Kim"
    )
    assert told(book, None).first_day == ON - timedelta(days=89)
    send_messages([book.client], on=ON, at=at(ON), by="Kim")
    assert told(book, None).first_day == date(2026, 9, 6)


def test_what_is_booked_before_its_last_day_keeps_it_here(book: SmallBook) -> None:
    write_statement(book.client, "D-1042", last_day=ON, approve=True, on=ON, at=at(ON), by="Kim")
    book.statement(ON + timedelta(days=1), (date(2026, 9, 29), 50_000, "2026-102 de rest"))
    late = ON + timedelta(days=1)
    send_messages([book.client], on=late, at=at(late), by="Kim")
    assert (the_row(book).state, the_row(book).because[:20]) == ("WITHDRAWN", "Er is iets geboekt v")


@pytest.mark.parametrize(
    ("held_on", "state"), [(ON - timedelta(days=1), "SENT"), (ON + timedelta(days=1), "WITHDRAWN")]
)
def test_whom_we_leave_in_peace_since_it_was_written_gets_none(
    book: SmallBook, held_on: date, state: str
) -> None:
    """As where the address turned out to be of somebody else. Who was held before was asked for by hand."""
    days = sorted((held_on, ON))
    for day in days:
        if day == held_on:
            place_hold(book.client, "D-1042", reason="OTHER", on=day, at=at(day), by="Kim")
        else:
            write_statement(book.client, "D-1042", last_day=ON, approve=True, on=ON, at=at(ON), by="Kim")
    send_messages([book.client], on=days[-1], at=at(days[-1]), by="Kim")
    assert the_row(book).state == state
    if state == "WITHDRAWN":
        assert the_row(book).because == "De debiteur wordt inmiddels met rust gelaten."


def test_what_cannot_be_told_is_refused_in_a_sentence(book: SmallBook) -> None:
    book.debtor("D-9", email="")
    with pytest.raises(CannotReply, match="niets te vertellen"):
        make_statement(book.client, "D-9", last_day=ON, on=ON)
    with pytest.raises(CannotReply, match="geen e-mailadres bekend"):
        write_statement(book.client, "D-9", last_day=ON, on=ON, at=at(ON), by="Kim")
    with pytest.raises(CannotReply, match="kan nog niet"):
        told(book, None, ON + timedelta(days=1))
    with pytest.raises(CannotReply, match="ends before it begins"):
        told(book, ON, ON - timedelta(days=1))
    with pytest.raises(NotFound):
        make_statement(book.client, "D-404", last_day=ON, on=ON)


def monthly(book: SmallBook) -> None:
    Client.objects.filter(pk=book.client.pk).update(statements="MONTHLY")
    book.client.refresh_from_db()


@pytest.mark.parametrize(("on", "written"), [
    (date(2026, 9, 30), 0), (date(2026, 10, 1), 1), (date(2026, 10, 9), 1), (date(2026, 10, 11), 0),
    (date(2026, 11, 1), 0), (date(2026, 11, 2), 1),
])  # fmt: skip
def test_each_month_from_its_first_working_day_on(book: SmallBook, on: date, written: int) -> None:
    monthly(book)
    book.statement(on)
    assert run_day(book.client, on=on, at=at(on), by="tests").stated.written == written


def test_once_a_month_and_up_to_the_last_day_of_the_month_before(book: SmallBook) -> None:
    monthly(book)
    for on in (date(2026, 10, 1), date(2026, 10, 2)):
        book.statement(on)
        run_day(book.client, on=on, at=at(on), by="tests")
    with rows_of(book.client):
        (row,) = Message.objects.filter(kind="STATEMENT")
    assert row.facts["reply"]["day"] == "2026-09-30"


@pytest.mark.parametrize("capacity", ["CONSUMER", "SOLE_TRADER", "UNKNOWN"])
def test_a_person_gets_one_only_when_asked(book: SmallBook, capacity: str) -> None:
    monthly(book)
    with rows_of(book.client):
        Debtor.objects.update(capacity=capacity)
    on = date(2026, 10, 1)
    book.statement(on)
    assert run_day(book.client, on=on, at=at(on), by="tests").stated.written == 0
    assert write_statement(book.client, "D-1042", last_day=ON, on=on, at=at(on), by="Kim").to


def test_an_agency_tells_on_behalf_with_its_mark(book: SmallBook) -> None:
    with_agency(book)
    write_statement(book.client, "D-1042", last_day=ON, on=ON, at=at(ON), by="Kim")
    row = the_row(book)
    text = archive.fetch(row.text_sha256).decode()
    assert "rekeningoverzicht bij Groothandel De Linde B.V." in text
    assert "RID-004711" in text
    assert approve_messages(book.client, on=ON, at=at(ON), by="Kim", uuids=[str(row.uuid)]).approved == 1


def test_every_amount_of_it_is_a_fact(book: SmallBook) -> None:
    statement = told(book)
    assert statement.facts.reply is not None
    assert {cents for one in statement.balances for cents in amounts_in(one)} == set(
        statement.facts.reply.amounts_cents
    )


def test_another_currency_stands_apart(book: SmallBook) -> None:
    foreign = book.invoice("2026-900", due=date(2026, 9, 20), cents=7_700)
    with rows_of(book.client):
        Invoice.objects.filter(pk=foreign.pk).update(currency="USD")
    statement = told(book)
    assert [(one.currency, one.closing_cents) for one in statement.balances] == [
        ("EUR", 60_345),
        ("USD", 7_700),
    ]
    assert "USD 77,00" in text_of_statement(statement.facts, statement.balances)
    assert write_statement(book.client, "D-1042", last_day=ON, on=ON, at=at(ON), by="Kim").to


def test_its_words_are_those_of_the_texts_of_its_client(book: SmallBook) -> None:
    own = 'name = "x"\nbase = "informal"\n[nl.statement]\ntitle = "Jouw rekening"\nfile_name = "Jouw rekening"\n'
    save_texts("zon", own, note="Ons.", on=ON, at=at(ON), by="Kim")
    Client.objects.filter(pk=book.client.pk).update(text_set="zon")
    book.client.refresh_from_db()
    sent = write_statement(
        book.client, "D-1042", first_day=date(2026, 9, 1), last_day=ON, on=ON, at=at(ON), by="Kim"
    )
    with rows_of(book.client):
        message = Message.objects.get(uuid=sent.uuid)
    assert (message.text_version, message.subject) == (
        "zon 1",
        "Je rekeningoverzicht tot en met 30 september 2026",
    )
    statement = told(book)
    assert statement.files[0][0] == f"Jouw rekening {ON}.pdf"
    texts = statement.texts.phrases("nl")
    assert "Je hoeft niets te doen." in text_of_statement(statement.facts, statement.balances, texts)
