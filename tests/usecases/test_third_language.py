"""Everything that a debtor of a third language reads is in it, by a folder of texts and no code."""

from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.letters.third_language import CODE as WITHOUT_REPLIES
from tests.letters.third_language import WHOLE, a_third_language, a_whole_language, said, words_in, words_of
from tests.usecases.small_book import SmallBook, at, small_book
from tests.usecases.test_calls import TEXT as BY_PHONE
from voldaan.domain.strategy.aloud import aloud
from voldaan.interfaces.web.strategy_form import filled_from
from voldaan.letters.text_problems import TextsError
from voldaan.records import archive
from voldaan.records.message_facts import client_sender
from voldaan.records.models import Client, Debtor, InvoiceAttachment, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.judge_strategy import judged
from voldaan.usecases.judge_style import judged_style
from voldaan.usecases.known_styles import Wearer
from voldaan.usecases.known_texts import language_names
from voldaan.usecases.list_messages import message_parts
from voldaan.usecases.make_statement import write_statement
from voldaan.usecases.open_dispute import open_dispute
from voldaan.usecases.preview_style import preview_style
from voldaan.usecases.run_day import DayRun, as_json
from voldaan.usecases.write_reply import Asked, CannotReply, propose_reply, write_reply

pytestmark = pytest.mark.django_db

REMINDED_ON = date(2026, 9, 4)
PAID_ON = date(2026, 9, 8)
PDF = b"%PDF-1.7\n%the invoice itself\n"
FACTS = words_in(
    "Bakkerij Korenaar B.V. Molenstraat Arnhem Groothandel De Linde B.V. Lindelaan Utrecht Sanne Bos "
    "administratie@linde.example crediteuren@korenaar.example Meel en gist, levering augustus NL91ABNA0417164300 "
    "https mailto"
)
"""What is so in any language."""


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    monkeypatch.setattr(settings.INSTALLATION, "smtp_url", "")
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "sms.toml").write_text(BY_PHONE.format(way="SMS"))
    return tmp_path


def a_book(language: str, **facts: Any) -> SmallBook:
    """Return a book whose only debtor reads `language`, and was reminded by e-mail on 4 September."""
    book = small_book()
    Client.objects.filter(pk=book.client.pk).update(**{"thanks": True} | facts)
    book.client.refresh_from_db()
    account = book.debtor()
    with rows_of(book.client):
        Debtor.objects.update(language=language)
        account.debtor.refresh_from_db()
    book.invoice()
    book.invoice("2026-119", issued=date(2026, 8, 20), due=date(2026, 10, 20), cents=1_234_567)
    done = book.run(REMINDED_ON)
    assert done.written.refusals == []
    return book


def newest(book: SmallBook, kind: str) -> Message:
    with rows_of(book.client):
        return Message.objects.filter(kind=kind).latest("pk")


def mail_of(message: Message) -> EmailMessage:
    return message_from_bytes(archive.fetch(message.mail_sha256), policy=policy.default)


def text_of(message: Message) -> str:
    return f"{message.subject}\n{archive.fetch(message.text_sha256).decode()}".replace("\u00a0", " ")


def html_of(message: Message) -> str:
    return archive.fetch(message.html_sha256).decode()


def foreign_words(text: str) -> set[str]:
    """Return the Dutch and English words in a text that are none of the third language and no facts."""
    shipped = words_of("en") | words_of("nl")
    ours = {said(word) for word in words_of("en")}
    return set(words_in(text) & shipped) - ours - FACTS


def pays(book: SmallBook) -> DayRun:
    book.statement(PAID_ON, (PAID_ON, 123_450, "Factuur 2026-118"))
    return book.run(PAID_ON)


def when(on: date = PAID_ON) -> dict[str, Any]:
    return {"on": on, "at": at(on), "by": "Kim"}


def test_the_check_sees_a_dutch_or_english_sentence() -> None:
    assert foreign_words("Thank you for your payment") >= {"thank", "payment"}
    assert "betaling" in foreign_words("Bedankt voor uw betaling")
    assert foreign_words(said("Thank you for your payment of invoice 2026-118")) == set()


def test_a_reminder_and_a_thank_you_are_in_it(home: Path) -> None:
    a_whole_language(home / "texts")
    book = a_book(WHOLE)
    done = pays(book)
    assert (done.thanked.written, as_json(done)["in_another_language"]) == (1, [])
    for kind in ("REMINDER", "THANKS"):
        message = newest(book, kind)
        assert (message.language, message.state, message.because) == (WHOLE, "SENT", "")
        assert foreign_words(text_of(message)) == set()
        assert f'lang="{WHOLE}"' in html_of(message)
    assert newest(book, "THANKS").subject == said("Thank you for your payment")
    body = mail_of(newest(book, "THANKS")).get_body(("plain",))
    assert body is not None
    assert foreign_words(body.get_content()) == set()


def test_a_confirmation_and_its_copy_are_in_it(home: Path) -> None:
    a_whole_language(home / "texts")
    book = a_book(WHOLE)
    with rows_of(book.client):
        invoice = book.accounts["D-1042"].invoices.get(number="2026-118")
        InvoiceAttachment.objects.create(
            client=book.client, invoice=invoice, name="factuur.pdf", sha256=archive.keep(PDF), size=len(PDF),
            media_type="application/pdf", is_invoice=True,
        )  # fmt: skip
    write_reply(book.client, Asked(debtor="D-1042", topic="MOVED", copies=True), **when())
    message = newest(book, "CONFIRMATION")
    assert (message.language, message.state) == (WHOLE, "WRITTEN")
    assert foreign_words(text_of(message)) == set()
    names = [part.get_filename() for part in mail_of(message).iter_attachments()]
    assert names == [f"{said('Invoice')} 2026-118.pdf"]


def test_a_confirmation_names_its_day_in_it(home: Path) -> None:
    a_whole_language(home / "texts")
    book = a_book(WHOLE)
    open_dispute(book.client, "2026-118", owner="Kim", answer_by=date(2026, 9, 18), **when())
    write_reply(book.client, Asked(debtor="D-1042", topic="DISPUTE"), **when())
    text = text_of(newest(book, "CONFIRMATION"))
    assert said("Friday, 18. September 2026") in text
    assert said("you do not agree with invoice 2026-118") in text
    assert foreign_words(text) == set()


def test_a_free_reply_is_greeted_and_signed_in_it(home: Path) -> None:
    a_whole_language(home / "texts")
    book = a_book(WHOLE)
    proposed = propose_reply(book.client, Asked(debtor="D-1042", topic="REPLY"), on=PAID_ON)
    assert (proposed.language, proposed.reads) == (WHOLE, WHOLE)
    words = said("We have looked: 12.345,67 € of invoice 2026-119 is open. It is due 20. October 2026.")
    write_reply(book.client, Asked(debtor="D-1042", topic="REPLY", words=words), **when())
    message = newest(book, "CONFIRMATION")
    text = text_of(message)
    assert words in text
    assert said("Kind regards") in text
    assert foreign_words(text) == set()


@pytest.mark.parametrize(("words", "rule"), [
    ("Your invoice has 99,99 € open.", "amount.foreign"),
    ("We saw it on 7. August 2026.", "date.foreign"),
    ("This is your final warning.", "tone.forbidden"),
])  # fmt: skip
def test_the_guard_reads_own_words_in_it(home: Path, words: str, rule: str) -> None:
    a_whole_language(home / "texts")
    book = a_book(WHOLE)
    with pytest.raises(CannotReply, match=rule):
        write_reply(book.client, Asked(debtor="D-1042", topic="REPLY", words=said(words)), **when())


def test_a_confirmation_that_asks_to_pay_is_refused_in_it(home: Path) -> None:
    a_whole_language(home / "texts")
    book = a_book(WHOLE)
    asked = Asked(debtor="D-1042", topic="MOVED", words=said("Thank you. Please pay us."))
    with pytest.raises(CannotReply, match=r"reply\.asks"):
        write_reply(book.client, asked, **when())


def test_a_statement_is_in_it_as_mail_pdf_and_worksheet(home: Path) -> None:
    a_whole_language(home / "texts")
    book = a_book(WHOLE)
    pays(book)
    write_statement(book.client, "D-1042", first_day=date(2026, 8, 1), last_day=PAID_ON, **when())
    message = newest(book, "STATEMENT")
    assert foreign_words(text_of(message)) == set()
    files = {part.get_filename(): part.get_content() for part in mail_of(message).iter_attachments()}
    name = f"{said('Statement of account')} {PAID_ON}"
    assert set(files) == {f"{name}.pdf", f"{name}.xlsx"}
    pdf = PdfReader(BytesIO(files[f"{name}.pdf"]))
    page = " ".join(page.extract_text() for page in pdf.pages).replace("\u00a0", " ")
    assert said("Open at the end of") + " 8. " + said("September") in page
    assert "12.345,67 €" in page
    assert foreign_words(page) == set()
    assert pdf.trailer["/Root"]["/Lang"] == WHOLE
    book_read = CalamineWorkbook.from_filelike(BytesIO(files[f"{name}.xlsx"]))
    assert book_read.sheet_names == [said("Open"), said("Added and taken off")]
    cells = [
        cell
        for sheet in book_read.sheet_names
        for row in book_read.get_sheet_by_name(sheet).to_python()
        for cell in row
    ]
    assert 12_345.67 in cells
    assert (
        foreign_words(" ".join([*book_read.sheet_names, *(one for one in cells if isinstance(one, str))]))
        == set()
    )


@pytest.mark.parametrize("language", ["nl", "en", WHOLE])
def test_an_amount_below_zero_is_itself_in_every_language(home: Path, language: str) -> None:
    """Of what was paid in part; in the third language the minus stands before the digits and the sign behind them."""
    a_whole_language(home / "texts")
    book = a_book(language)
    book.statement(PAID_ON, (PAID_ON, 50_000, "Factuur 2026-118"))
    book.run(PAID_ON)
    write_statement(book.client, "D-1042", first_day=date(2026, 8, 1), last_day=PAID_ON, **when())
    assert newest(book, "STATEMENT").state == "WRITTEN"


def test_a_monthly_statement_is_in_it(home: Path) -> None:
    a_whole_language(home / "texts")
    book = a_book(WHOLE, statements="MONTHLY")
    done = book.run(date(2026, 10, 1))
    assert (done.stated.written, done.stated.otherwise) == (1, [])
    assert newest(book, "STATEMENT").language == WHOLE


def test_a_text_message_is_in_it(home: Path) -> None:
    a_whole_language(home / "texts")
    book = a_book(WHOLE, strategy="sms", truth_days_max=400)
    with rows_of(book.client):
        Debtor.objects.update(phone="06 12345678")
    book.run(REMINDED_ON + timedelta(days=14))
    message = newest(book, "REMINDER")
    assert (message.channel, message.language, message.state) == ("SMS", WHOLE, "APPROVED")
    text = message_parts(book.client, str(message.uuid))["message.txt"].decode()
    assert "1.234,50 €" in text
    assert foreign_words(text) == set()


@pytest.mark.parametrize("lacks", ["replies.toml", "words.toml: replies"])
def test_without_texts_for_replies_they_go_in_dutch_and_the_run_says_so(home: Path, lacks: str) -> None:
    a_whole_language(home / "texts", lacks=lacks)
    if lacks != "replies.toml":
        words = home / "texts" / WHOLE / "words.toml"
        words.write_text("".join(line for line in words.open() if not line.startswith("replies.")))
    book = a_book(WHOLE, statements="MONTHLY")
    done = pays(book)
    because = (
        "D-1042: de debiteur leest Klinkers, en het bericht is in het Nederlands. Voor zo'n bericht zijn er in die taal "
        "geen teksten."
    )
    assert (newest(book, "REMINDER").language, newest(book, "THANKS").language) == (WHOLE, "nl")
    assert as_json(done)["in_another_language"] == [because]
    assert newest(book, "THANKS").subject == "Bedankt voor uw betaling"
    assert propose_reply(book.client, Asked(debtor="D-1042", topic="MOVED"), on=PAID_ON).language == "nl"
    assert as_json(book.run(date(2026, 10, 1)))["in_another_language"][-1:] == [because]


def test_without_texts_for_the_telephone_they_go_in_dutch(home: Path) -> None:
    a_third_language(home / "texts")
    book = a_book(WITHOUT_REPLIES, strategy="sms", truth_days_max=400)
    with rows_of(book.client):
        Debtor.objects.update(phone="06 12345678")
    done = book.run(REMINDED_ON + timedelta(days=14))
    message = newest(book, "REMINDER")
    assert (message.channel, message.language) == ("SMS", "nl")
    assert "Voor zo'n bericht zijn er in die taal geen teksten." in done.written.otherwise[0]


def test_a_strategy_can_be_for_it_and_says_where_there_are_no_texts(home: Path) -> None:
    a_whole_language(home / "texts")
    text = BY_PHONE.format(way="POST").replace(
        "[manners]", f'[for_whom]\nlanguages = ["{WHOLE}", "de"]\n[manners]'
    )
    found = judged(text)
    (said_of,) = [one for one in found.said if "geen teksten" in one.nl]
    assert found.may_be_used
    assert (said_of.weight, said_of.path) == ("UNWISE", ("for_whom", "languages"))
    assert (
        said_of.told("nl").startswith('Voor "de" zijn er geen teksten') and f"nl, en, {WHOLE}" in said_of.nl
    )
    assert found.strategy is not None
    read = " ".join(
        one
        for passage in aloud(found.strategy, "nl", names=language_names("nl"))
        for one in passage.sentences
    )
    assert "in het Klinkers of de" in read
    assert [one.nl for one in judged(text.replace('"de"', '"Duits"')).wrong] != []


def test_the_form_of_a_strategy_offers_the_languages_that_have_texts(home: Path) -> None:
    a_whole_language(home / "texts")
    form = filled_from({"for_whom": {"languages": ["de"]}}, "nl")
    entry = form.entry_at(("for_whom", "languages"))
    assert entry is not None
    assert entry.choices == (
        ("nl", "Nederlands", False), ("en", "Engels", False), (WHOLE, "Klinkers", False), ("de", "de", True),
    )  # fmt: skip


def test_a_house_style_is_shown_in_it(home: Path) -> None:
    a_whole_language(home / "texts")
    book = a_book(WHOLE)
    pays(book)
    wearer = Wearer(
        key=book.client.key, name=book.client.name, is_agency=False, sender=client_sender(book.client)
    )
    style = judged_style('name = "Kaal"\naccent = "#146b4a"\n')
    for shown in (
        preview_style(style, wearer, on=PAID_ON),
        preview_style(style, None, on=PAID_ON, language=WHOLE),
    ):
        assert shown.facts.language == WHOLE
        assert said("Kind regards") in shown.says
        assert shown.pdf.startswith(b"%PDF")
    assert shown.facts.pay_to[0].reference == f"{said('Invoice')} 2026-0118"
    with pytest.raises(TextsError, match="no texts for the language"):
        preview_style(style, None, on=PAID_ON, language="de")
