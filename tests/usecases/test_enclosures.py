"""The invoice goes along with its reminder, and a part of it can belong on a blocked account."""

from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from pypdf import PdfReader, PdfWriter

from tests.builders import (
    IBAN,
    OTHER_IBAN,
    a_client,
    after,
    an_account,
    an_invoice,
    bank_known_until,
    ten_o_clock,
)
from voldaan.records import archive
from voldaan.records.enclosures import ENCLOSED_MAX_BYTES
from voldaan.records.models import Client, Invoice, InvoiceAttachment, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.list_messages import message_parts
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.print_invoices import PAGES_OF_INVOICE_MAX
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)
PDF = b"%PDF-1.7 de factuur zelf"
ALONG = "De factuur vindt u als bijlage bij deze e-mail."


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    return tmp_path


@pytest.fixture
def client() -> Client:
    made = a_client()
    bank_known_until(made, ON)
    return made


def carries(invoice: Invoice, content: bytes = PDF, **facts: object) -> None:
    """Let an invoice have carried a file."""
    values = {
        "name": "factuur.pdf",
        "media_type": "application/pdf",
        "is_invoice": True,
        "size": len(content),
    }
    with rows_of(invoice.client):
        InvoiceAttachment.objects.create(
            client=invoice.client, invoice=invoice, sha256=archive.keep(content), **(values | facts)
        )


def pages(count: int, width: int = 595) -> bytes:
    """Return a PDF of so many empty pages."""
    writer, out = PdfWriter(), BytesIO()
    for _ in range(count):
        writer.add_blank_page(width, 842)
    writer.write(out)
    return out.getvalue()


def written(client: Client) -> tuple[str, str, list[tuple[str, bytes]]]:
    """Write the day; return why the message was refused, its words, and what goes along."""
    plan_day(client, on=ON, at=ten_o_clock(ON), by="test")
    write_messages(client, on=ON, at=ten_o_clock(ON), by="test")
    with rows_of(client):
        message = Message.objects.get()
    if message.state == "REFUSED":
        return message.because, "", []
    parts = message_parts(client, str(message.uuid))
    mail = message_from_bytes(parts["message.eml"], policy=default)
    along = [(str(one.get_filename()), one.get_payload(decode=True)) for one in mail.iter_attachments()]
    return message.because, " ".join(parts["message.txt"].decode().split()), along


def test_the_invoice_goes_along_and_the_message_says_so(client: Client) -> None:
    carries(an_invoice(an_account(client), number="2026/0012"))
    because, words, along = written(client)
    assert because == ""
    assert along == [("Factuur 2026-0012.pdf", PDF)]
    assert ALONG in words


def test_without_a_pdf_nothing_goes_along_and_nothing_is_said(client: Client) -> None:
    invoice = an_invoice(an_account(client))
    carries(invoice, b"uren", name="uren.csv", media_type="text/csv", is_invoice=False)
    _, words, along = written(client)
    assert along == []
    assert "bijlage" not in words


def test_what_is_too_large_for_a_mail_stays_here(client: Client) -> None:
    account = an_account(client)
    carries(an_invoice(account, number="1"), PDF, size=ENCLOSED_MAX_BYTES + 1)
    carries(an_invoice(account, number="2"), PDF + b"2")
    _, words, along = written(client)
    assert [name for name, _ in along] == ["Factuur 2.pdf"]
    assert ALONG in words


def test_two_invoices_go_along_in_one_sentence(client: Client) -> None:
    account = an_account(client)
    carries(an_invoice(account, number="1"), PDF + b"1")
    carries(an_invoice(account, number="2"), PDF + b"2")
    because, words, along = written(client)
    assert because == ""
    assert len(along) == 2
    assert "De facturen vindt u als bijlage bij deze e-mail." in words


def by_post(client: Client) -> tuple[Message, dict[str, bytes]]:
    plan_day(client, on=ON, at=ten_o_clock(ON), by="test")
    write_messages(client, on=ON, at=ten_o_clock(ON), by="test")
    with rows_of(client):
        message = Message.objects.get()
    assert (message.channel, message.state, message.because) == ("POST", "WRITTEN", "")
    return message, message_parts(client, str(message.uuid))


def test_by_post_the_invoice_follows_the_letter_as_pages(client: Client) -> None:
    carries(an_invoice(an_account(client, email=""), number="2026-0012"), pages(2))
    message, parts = by_post(client)
    assert "Bijlage: factuur 2026-0012" in parts["message.txt"].decode()
    assert len(PdfReader(BytesIO(parts["letter.pdf"])).pages) == 1
    assert len(PdfReader(BytesIO(parts["print.pdf"])).pages) == 3
    approve_messages(client, on=ON, at=ten_o_clock(ON), by="test")
    assert send_messages([client], on=ON, at=ten_o_clock(ON), by="test").sent == 1
    with rows_of(client):
        message.refresh_from_db()
    assert message.sent_sha256 == message.print_sha256
    assert list(verify_book([client])) == []


def test_what_cannot_be_printed_or_is_a_book_is_not_promised(client: Client) -> None:
    account = an_account(client, email="")
    carries(an_invoice(account, number="2026-0011"), PDF)
    carries(an_invoice(account, number="2026-0012"), pages(PAGES_OF_INVOICE_MAX + 1))
    _, parts = by_post(client)
    assert "Bijlage" not in parts["message.txt"].decode()
    assert "print.pdf" not in parts


def test_only_as_many_pages_follow_as_go_into_the_envelope(client: Client) -> None:
    account = an_account(client, email="")
    for number in ("2026-0011", "2026-0012", "2026-0013"):
        carries(an_invoice(account, number=number), pages(PAGES_OF_INVOICE_MAX, int(number[-1])))
    _, parts = by_post(client)
    assert "Bijlagen: facturen 2026-0011, 2026-0012\n" in parts["message.txt"].decode()


def blocked(invoice: Invoice, **facts: object) -> Invoice:
    with rows_of(invoice.client):
        Invoice.objects.filter(pk=invoice.pk).update(**facts)
        return Invoice.objects.get(pk=invoice.pk)


def test_a_part_for_the_blocked_account_has_its_own_box(client: Client) -> None:
    invoice = an_invoice(an_account(client), cents=100_000)
    blocked(invoice, pay_to_iban=IBAN, blocked_iban=OTHER_IBAN, blocked_cents=25_000)
    because, words, _ = written(client)
    assert because == ""
    assert "€ 750,00" in words
    assert "€ 250,00" in words
    assert "G-rekening" in words


def test_where_the_part_is_not_known_the_invoice_is_pointed_at(client: Client) -> None:
    blocked(an_invoice(an_account(client)), blocked_iban=OTHER_IBAN)
    because, words, _ = written(client)
    assert because == ""
    assert "Welk deel, staat op de factuur." in words


def test_after_a_part_payment_a_person_writes(client: Client) -> None:
    invoice = an_invoice(an_account(client), cents=100_000)
    blocked(invoice, blocked_iban=OTHER_IBAN, blocked_cents=25_000, open_cents=60_000)
    because, _, _ = written(client)
    assert "G-rekening" in because
