"""A debtor gets an answer: what they said is confirmed in the thread of their mail, or a person writes to them."""

import re
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.mails import a_bounce, an_answer, message_of
from voldaan.domain.wording.facts import REPLY_TOPICS
from voldaan.records import archive, events
from voldaan.records.models import (
    Account,
    Client,
    Hold,
    IncomingMail,
    Invoice,
    InvoiceAttachment,
    Message,
    Promise,
    Reminded,
)
from voldaan.records.scope import rows_of
from voldaan.usecases.decide_mail import DECISIONS, decide_mail
from voldaan.usecases.merge_debtors import merge_debtors
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.run_day import run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.take_mail import take_mail
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_reply import (
    Asked,
    CannotReply,
    NotFound,
    Proposed,
    WrittenReply,
    propose_reply,
    write_reply,
)

pytestmark = pytest.mark.django_db

ON = after(5)
PROMISED = after(12)


@pytest.fixture
def client() -> Client:
    """A client of whom a debtor with one invoice got a first reminder."""
    made = a_client(truth_days_max=400)
    account = an_account(made, "D1")
    an_invoice(account, "F-2026-1")
    bank_known_until(made, after(90))
    run_day(made, on=after(3), at=ten_o_clock(after(3)), by="test", approve=True)
    return made


def when(on: date = ON) -> dict[str, Any]:
    return {"on": on, "at": ten_o_clock(on), "by": "Kim"}


def test_it_is_in_the_texts_of_the_client(client: Client) -> None:
    Client.objects.filter(pk=client.pk).update(text_set="informal")
    client.refresh_from_db()
    mail = answers(client, "Graag een kopie van de factuur.")
    asked = Asked(mail_id=mail, topic="MOVED")
    proposed = propose_reply(client, asked, on=ON)
    assert proposed.words.startswith("Je liet ons weten dat je bent verhuisd.")
    sent = write_reply(client, Asked(mail_id=mail, topic="MOVED", words=proposed.words), **when())
    with rows_of(client):
        message = Message.objects.get(uuid=sent.uuid)
    assert message.text_version == "informal 0"
    assert "Klopt dit niet, of heb je een vraag?" in archive.fetch(message.text_sha256).decode()


def answers(client: Client, words: str, **headers: str) -> int:
    """Take an answer to the reminder, and return its number."""
    told = {"Message_ID": "<jo-17@klant.example>"} | headers
    take_mail(an_answer(words, to=message_of(client), **told), **when())
    with rows_of(client):
        return int(IncomingMail.objects.latest("pk").pk)


def promises(client: Client, **headers: str) -> int:
    mail = answers(client, "Wij betalen deze rekening volgende week.", **headers)
    decide_mail(client, mail, says="PROMISE", day=PROMISED, **when())
    return mail


def replies(client: Client, mail: int | None, **asked: Any) -> WrittenReply:
    return write_reply(client, Asked(mail_id=mail, **asked), approve=True, **when())


def sent(client: Client, reply: WrittenReply, on: date = ON) -> tuple[Message, EmailMessage]:
    send_messages([client], on=on, at=ten_o_clock(on), by="test")
    row = the_row(client, reply)
    return row, message_from_bytes(archive.fetch(row.sent_sha256), policy=policy.default)


def the_row(client: Client, reply: WrittenReply) -> Message:
    with rows_of(client):
        return Message.objects.get(uuid=reply.uuid)


def body(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def proposed(client: Client, **asked: Any) -> Proposed:
    return propose_reply(client, Asked(**asked), on=ON)


def test_a_promise_is_confirmed_in_its_thread(client: Client) -> None:
    mail = promises(client, References="<eerste@klant.example>")
    row, got = sent(client, replies(client, mail))
    assert (row.state, row.kind, row.stage, row.answers_id) == ("SENT", "CONFIRMATION", "CONFIRMATION", mail)
    assert got["To"] == "Jo van Velzen <d1@klant.example>"
    assert got["Subject"] == "Re: uw herinnering"
    assert got["In-Reply-To"] == "<jo-17@klant.example>"
    assert got["References"] == "<eerste@klant.example> <jo-17@klant.example>"
    assert got["Auto-Submitted"] == "auto-replied"
    assert "Beste Jo van Velzen," in body(got)
    assert "U liet ons weten dat u uiterlijk zaterdag 14 maart 2026 betaalt." in body(got)
    assert list(verify_book([client])) == []


def test_it_is_no_reminder_and_changes_no_decision(client: Client) -> None:
    mail = promises(client)
    _, before = preview_day(client, on=after(20))
    row, _ = sent(client, replies(client, mail))
    _, now = preview_day(client, on=after(20))
    assert [one.decision for one in now] == [one.decision for one in before]
    with rows_of(client):
        assert not Reminded.objects.filter(message=row).exists()


def test_whom_a_person_answered_once_is_not_the_debtor_from_then_on(client: Client) -> None:
    stranger = "iemand@elders.example"
    take_mail(an_answer("Ik ken dit bedrijf niet.", to=message_of(client), sender=stranger), **when())
    with rows_of(client):
        mail = IncomingMail.objects.get().pk
    words = "Dank u wel. U bent niet onze debiteur, en hoort hier niets meer van."
    sent(client, replies(client, mail, topic="REPLY", words=words, to=stranger))
    assert not proposed(client, mail_id=mail).is_known
    later = EmailMessage()
    later["From"], later["To"], later["Subject"] = stranger, "debiteuren@zon.example", "Nog iets"
    later["Message-ID"] = "<nog-iets@elders.example>"
    later.set_content("Ik zag nog een brief van u.")
    assert take_mail(later.as_bytes(), **when(after(6))).debtor != "D1"


def test_what_the_debtor_answers_to_it_is_placed_with_them(client: Client) -> None:
    row, _ = sent(client, replies(client, promises(client)))
    taken = take_mail(an_answer("Fijn, dank u.", to=row, sender="ander@elders.example"), **when())
    assert (taken.debtor, taken.found_by) == ("D1", "MESSAGE_ID")


def test_it_can_come_back(client: Client) -> None:
    row, _ = sent(client, replies(client, promises(client)))
    assert take_mail(a_bounce(row), **when()).did == ("BOUNCED",)
    assert list(verify_book([client])) == []


def test_a_person_may_change_the_words(client: Client) -> None:
    mail = promises(client)
    told = proposed(client, mail_id=mail)
    assert (told.topic, told.is_known, told.to) == ("PROMISE", True, "d1@klant.example")
    same = replies(client, mail, words=told.words.replace("\n", "\r\n"))
    _, got = sent(client, same)
    assert got["Auto-Submitted"] == "auto-replied"
    changed = replies(client, mail, words=f"{told.words}\n\nWat fijn dat u zo snel antwoordt.")
    _, got = sent(client, changed)
    assert got["Auto-Submitted"] == "no"
    assert "Wat fijn dat u zo snel antwoordt." in body(got)


@pytest.mark.parametrize(("words", "said"), [
    ("U krijgt € 10,00 korting.", "Niet uit de gegevens: dit bedrag"),
    ("Wilt u nu alvast betalen?", "vragen doet een herinnering"),
    ("Anders komt de deurwaarder.", "threat.not_planned"),
])  # fmt: skip
def test_words_that_may_not_be_said_are_not_kept(client: Client, words: str, said: str) -> None:
    mail = promises(client)
    with pytest.raises(CannotReply, match=said):
        replies(client, mail, words=words)
    with rows_of(client):
        assert not Message.objects.filter(kind="CONFIRMATION").exists()


def test_a_free_reply_may_name_what_the_mail_named_and_how_to_pay(client: Client) -> None:
    mail = answers(client, "Ik heb op 1 maart 2026 € 77,00 betaald. Waar moet de rest heen?")
    words = (
        "U betaalde op 1 maart 2026 € 77,00.\n\nDe rest kunt u overmaken op NL91 ABNA 0417 1643 00: € 125,00."
    )
    row, got = sent(client, replies(client, mail, topic="REPLY", words=words))
    assert (row.stage, got["Auto-Submitted"]) == ("REPLY", "no")
    assert "NL91 ABNA 0417 1643 00: € 125,00" in body(got)


def test_a_free_reply_needs_words(client: Client) -> None:
    with pytest.raises(CannotReply, match="nog geen tekst"):
        replies(client, answers(client, "Hallo?"), topic="REPLY")


def test_somebody_unknown_gets_nothing_unless_a_person_names_them(client: Client) -> None:
    take_mail(an_answer("Wij betalen.", to=message_of(client), sender="neef@familie.example"), **when())
    with rows_of(client):
        mail = IncomingMail.objects.get().pk
    decide_mail(client, mail, says="PROMISE", day=PROMISED, **when())
    assert not proposed(client, mail_id=mail).is_known
    with pytest.raises(CannotReply, match=r"neef@familie\.example is geen bekend adres van debiteur D1"):
        replies(client, mail)
    assert replies(client, mail, to="d1@klant.example").to == "d1@klant.example"
    assert replies(client, mail, to="neef@familie.example").to == "neef@familie.example"


@pytest.mark.parametrize("says", [one for one in DECISIONS if one in REPLY_TOPICS])
def test_whatever_was_decided_can_be_confirmed(client: Client, says: str) -> None:
    mail = answers(client, "Hier is iets mee.")
    decide_mail(client, mail, says=says, day=PROMISED if says == "PROMISE" else None, **when())
    row, got = sent(client, replies(client, mail))
    assert (row.state, row.because) == ("SENT", "")
    assert "F-2026-1" in body(got) or says in ("MOVED", "WRONG_PERSON", "DEBT_COUNSELLING", "COMPLAINT")


def is_not_the_debtor(client: Client, sender: str) -> int:
    """Somebody else got the reminder, and says so; a person decided that it is so."""
    mail = an_answer("Ik ken deze mensen niet.", to=message_of(client))
    take_mail(mail.replace(b"Jo van Velzen <d1@klant.example>", sender.encode()), **when())
    with rows_of(client):
        taken = IncomingMail.objects.get().pk
    decide_mail(client, taken, says="WRONG_PERSON", **when())
    return int(taken)


def test_who_is_not_the_debtor_reads_nothing_of_them(client: Client) -> None:
    mail = is_not_the_debtor(client, "info@elders.example")
    with pytest.raises(CannotReply, match="krijgt geen kopieën"):
        replies(client, mail, to="info@elders.example", copies=True)
    row, got = sent(client, replies(client, mail, to="info@elders.example"))
    with rows_of(client):
        name = Account.objects.select_related("debtor").get().debtor.name
    assert row.state == "SENT"
    assert "\nBeste heer of mevrouw,\n" in body(got).replace("\r", "")
    assert got["To"] == "info@elders.example"
    assert name not in got.as_string()
    parts = [str(part.get_content()) for part in got.walk() if not part.is_multipart()]
    assert not [part for part in parts if re.search(r"\bD1\b|F-2026-1", part)]


def test_in_own_words_they_read_nothing_of_the_debtor_either(client: Client) -> None:
    mail = is_not_the_debtor(client, "info@elders.example")
    own = Asked(mail_id=mail, topic="REPLY", to="info@elders.example", words="Dank u wel voor uw bericht.")
    _, got = sent(client, write_reply(client, own, approve=True, **when()))
    parts = [str(part.get_content()) for part in got.walk() if not part.is_multipart()]
    assert got["To"] == own.to
    assert not [part for part in parts if re.search(r"\bD1\b|F-2026-1", part)]
    for other, because in (
        ({"copies": True}, "krijgt geen kopieën"),
        ({"words": "Het ging om factuur F-2026-1."}, "kan zo niet weg"),
        ({"words": "Er staat nog € 1.234,50 open."}, "kan zo niet weg"),
        ({"words": "Wij zoeken klant D1 b.v. elders."}, "hoort niet wie dat is"),
        ({"topic": "MOVED"}, "is niet de debiteur"),
    ):
        with pytest.raises(CannotReply, match=because):
            write_reply(client, replace(own, **other), **when())


def test_nor_in_answer_to_their_next_mail(client: Client) -> None:
    is_not_the_debtor(client, "info@elders.example")
    thanks = an_answer("Dank voor de moeite.", to=message_of(client), Message_ID="<tweede@elders.example>")
    take_mail(thanks.replace(b"Jo van Velzen <d1@klant.example>", b"info@elders.example"), **when())
    with rows_of(client):
        second = IncomingMail.objects.latest("pk").pk
    own = Asked(mail_id=second, topic="REPLY", to="info@elders.example", words="Graag gedaan.")
    _, got = sent(client, write_reply(client, own, approve=True, **when()))
    assert "Klant D1" not in got.as_string()
    decide_mail(client, second, says="QUESTION", **when())
    assert write_reply(client, replace(own, words="Dat is Klant D1 B.V."), **when()).to == own.to


def test_they_are_greeted_by_the_name_that_they_gave(client: Client) -> None:
    mail = is_not_the_debtor(client, "Wim Elders <wim@elders.example>")
    _, got = sent(client, replies(client, mail, to="wim@elders.example"))
    assert "\nBeste Wim Elders,\n" in body(got).replace("\r", "")


@pytest.mark.parametrize("says", ["DECEASED", "QUESTION", "ANGER", "NOTHING"])
def test_what_a_person_answers_in_own_words_has_no_text(client: Client, says: str) -> None:
    mail = answers(client, "Hier is iets mee.")
    decide_mail(client, mail, says=says, **when())
    told = proposed(client, mail_id=mail)
    assert (told.topic, told.words) == (None, "")


def test_nothing_is_confirmed_that_does_not_stand(client: Client) -> None:
    mail = answers(client, "Wij betalen.")
    for topic, said in (
        ("PROMISE", "geen toezegging"),
        ("DISPUTE", "geen betwisting"),
        ("COPY_WANTED", "niet met rust"),
    ):
        with pytest.raises(CannotReply, match=said):
            replies(client, mail, topic=topic)
    with pytest.raises(CannotReply, match="niets wat wij kunnen bevestigen"):
        replies(client, mail, topic="DECEASED")
    with pytest.raises(NotFound, match="geen mail 999"):
        replies(client, 999)


def with_a_second(client: Client) -> Account:
    with rows_of(client):
        account = Account.objects.select_related("client").get()
    an_invoice(account, "F-2026-2")
    return account


def test_a_promise_of_one_invoice_says_nothing_of_the_others(client: Client) -> None:
    mail = promises(client)
    with_a_second(client)
    with rows_of(client):
        Promise.objects.update(invoice=Invoice.objects.get(number="F-2026-1"))
    assert "F-2026-1" in proposed(client, mail_id=mail).words
    assert "F-2026-2" not in proposed(client, mail_id=mail).words


def test_a_hold_of_one_invoice_says_nothing_of_the_others(client: Client) -> None:
    with_a_second(client)
    place_hold(client, "D1", reason="PERSON_ASKED", invoice="F-2026-1", last_day=after(9), **when())
    words = proposed(client, debtor="D1", topic="ALREADY_PAID").words
    assert "factuur F-2026-1 al is betaald" in words


def test_what_is_over_is_not_confirmed(client: Client) -> None:
    mail = promises(client)
    with rows_of(client):
        Promise.objects.update(last_day=ON - timedelta(days=1), promised_on=ON - timedelta(days=2))
    with pytest.raises(CannotReply, match="geen toezegging"):
        proposed(client, mail_id=mail)


def test_a_rest_that_became_shorter_is_not_confirmed(client: Client) -> None:
    mail = answers(client, "Ik heb al betaald.")
    decide_mail(client, mail, says="ALREADY_PAID", **when())
    reply = replies(client, mail)
    with rows_of(client):
        Hold.objects.update(last_day=ON)
    send_messages([client], on=ON, at=ten_o_clock(ON), by="test")
    assert the_row(client, reply).because == "Wat het bericht bevestigt, geldt niet meer."


def test_of_nothing_open_no_invoices_are_confirmed(client: Client) -> None:
    place_hold(client, "D1", reason="PERSON_ASKED", last_day=after(9), **when())
    with rows_of(client):
        Invoice.objects.update(open_cents=0)
    with pytest.raises(CannotReply, match="staat niets meer open"):
        proposed(client, debtor="D1", topic="ALREADY_PAID")


def test_a_copy_that_is_not_there_is_not_said_to_go_along(client: Client) -> None:
    with_a_second(client)
    place_hold(client, "D1", reason="PERSON_ASKED", last_day=after(9), **when())
    with rows_of(client):
        InvoiceAttachment.objects.create(
            client=client, invoice=Invoice.objects.get(number="F-2026-1"), name="f.pdf",
            media_type="application/pdf", is_invoice=True, sha256=archive.keep(b"%PDF-1.7 kopie"), size=14,
        )  # fmt: skip
    reply = write_reply(client, Asked(debtor="D1", topic="COPY_WANTED"), approve=True, **when())
    _, got = sent(client, reply)
    assert "Factuur F-2026-2 gaat nog niet mee. Die sturen wij u apart." in " ".join(body(got).split())


def test_who_presses_twice_writes_once(client: Client) -> None:
    mail = promises(client)
    replies(client, mail)
    with pytest.raises(CannotReply, match="vandaag al geschreven"):
        replies(client, mail)
    with rows_of(client):
        assert Message.objects.filter(kind="CONFIRMATION").count() == 1


def test_two_answers_in_the_same_moment_are_both_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = answers(client, "Wat moet ik nu doen?")
    wait = events.hold_still

    def somebody_was_first(of: Client) -> None:
        monkeypatch.setattr(events, "hold_still", wait)
        replies(client, mail, topic="REPLY", words="Wij zoeken het voor u uit.")
        wait(of)

    monkeypatch.setattr(events, "hold_still", somebody_was_first)
    replies(client, mail, topic="REPLY", words="Wij bellen u morgen.")
    with rows_of(client):
        assert Message.objects.filter(kind="CONFIRMATION").count() == 2


def test_a_wanted_copy_goes_along(client: Client) -> None:
    with rows_of(client):
        invoice = message_of(client).message_invoices.get().invoice
        InvoiceAttachment.objects.create(
            client=client, invoice=invoice, name="f.pdf", media_type="application/pdf", is_invoice=True,
            sha256=archive.keep(b"%PDF-1.7 kopie"), size=14,
        )  # fmt: skip
    mail = answers(client, "Mag ik een kopie?")
    decide_mail(client, mail, says="COPY_WANTED", **when())
    _, got = sent(client, replies(client, mail))
    assert [part.get_filename() for part in got.iter_attachments()] == ["Factuur F-2026-1.pdf"]
    assert "U vindt die als bijlage bij deze e-mail." in body(got)


def test_a_promise_that_was_taken_back_is_not_confirmed_any_more(client: Client) -> None:
    reply = replies(client, promises(client))
    with rows_of(client):
        Promise.objects.update(cancelled_on=ON)
    send_messages([client], on=ON, at=ten_o_clock(ON), by="test")
    row = the_row(client, reply)
    assert (row.state, row.because) == ("WITHDRAWN", "Wat het bericht bevestigt, geldt niet meer.")


def test_a_day_that_is_over_is_not_confirmed_any_more(client: Client) -> None:
    reply = replies(client, promises(client))
    late = PROMISED + timedelta(days=1)
    send_messages([client], on=late, at=ten_o_clock(late), by="test")
    assert the_row(client, reply).because == "De dag die het bericht noemt, is voorbij."


def test_it_stays_when_debtors_are_merged(client: Client) -> None:
    an_account(client, "D2")
    reply = write_reply(client, Asked(mail_id=promises(client)), **when())
    assert not reply.approved
    merge_debtors(client, "D2", "D1", **when())
    assert the_row(client, reply).state == "WRITTEN"


def test_a_debtor_can_be_written_to_without_a_mail(client: Client) -> None:
    words = "Zojuist spraken wij elkaar aan de telefoon. Dank u wel voor het gesprek."
    row, got = sent(
        client, write_reply(client, Asked(debtor="D1", words=words, topic="REPLY"), approve=True, **when())
    )
    assert (row.answers_id, got["In-Reply-To"], got["Subject"]) == (None, None, "Antwoord op uw bericht")


def test_a_header_of_somebody_else_smuggles_nothing_in(client: Client) -> None:
    mail = promises(client, Message_ID="<a b@klant.example>")
    _, got = sent(client, replies(client, mail))
    assert got["Bcc"] is None
    assert " b@" not in (got["In-Reply-To"] or "")
