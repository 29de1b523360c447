"""Delivery reports, complaints and automatic mail: what kind they are and whom they are about."""

import json

import pytest

from tests.formats.mail_samples import MESSAGE_ID, ORIGINAL, THEM, US, block, mail, report
from voldaan.formats.mail.read import read_mail

MTA = "Reporting-MTA: dns; mx.example\n\n"
DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.example>"


@pytest.mark.parametrize(
    ("action", "status", "kind"),
    [
        ("failed", "5.1.1", "BOUNCE"),
        ("failed", "4.4.7", "BOUNCE"),
        ("Failed (fatal)", "5.0.0", "BOUNCE"),
        ("error", "", "BOUNCE"),
        ("delayed", "4.4.1", "DELAYED"),
        ("delivered", "2.0.0", "DELIVERED"),
        ("relayed", "2.1.9", "DELIVERED"),
        ("", "5.1.1", "BOUNCE"),
        ("", "4.2.2", "DELAYED"),
    ],
)
def test_the_action_of_a_report_is_its_kind(action: str, status: str, kind: str) -> None:
    read = read_mail(report(MTA + block(action=action, status=status)))
    assert (read.kind, read.because) == (kind, "message/delivery-status")
    assert [(one.address, one.status) for one in read.recipients] == [(THEM, status)]
    assert MESSAGE_ID in read.answers_to


def test_where_one_failed_and_one_waits_only_the_first_is_named() -> None:
    fields = MTA + block("a@een.example", "delayed", "4.4.1") + block("B@Twee.example", "failed", "5.1.1")
    read = read_mail(report(fields))
    assert (read.kind, [one.address for one in read.recipients]) == ("BOUNCE", ["b@twee.example"])


def test_the_address_that_was_written_to_goes_before_where_it_was_forwarded() -> None:
    read = read_mail(report(MTA + f"Original-Recipient: rfc822;{THEM}\n" + block("elders@ander.example")))
    assert [one.address for one in read.recipients] == [THEM]


@pytest.mark.parametrize(
    ("status", "said", "bad"),
    [
        ("5.1.1", "550 5.1.1 User unknown", True),
        ("5.1.2", "host not found", True),
        ("5.0.0", "550 no such user here", True),
        ("5.0.0", "", True),
        ("5.7.1", "550 5.7.1 user unknown", True),
        ("5.7.1", "550 5.7.1 refused by policy", False),
        ("5.2.2", "552 5.2.2 mailbox full", False),
        ("5.0.0", "552 over quota", False),
        ("5.3.4", "552 message too large", False),
        ("4.4.7", "delivery time expired", False),
        ("4.1.1", "450 user unknown", False),
    ],
)
def test_an_address_is_bad_where_nobody_is_there_and_not_where_this_text_was_refused(
    status: str, said: str, bad: bool
) -> None:
    (one,) = read_mail(report(MTA + block(status=status, said=said))).recipients
    assert (one.is_permanent, one.said) == (bad, said)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (
            f"I'm sorry to have to inform you that your message could not\nbe delivered.\n\n<{THEM}>: user unknown",
            "BOUNCE",
        ),
        (
            f"Hi. This is the qmail-send program.\n<{THEM}>:\nSorry, no mailbox here by that name. (#5.1.1)",
            "BOUNCE",
        ),
        (
            f"   ----- The following addresses had permanent fatal errors -----\n<{THEM}>\n    (reason: 550 no)",
            "BOUNCE",
        ),
        (f"There was an error delivering your mail to <{THEM}>.", "BOUNCE"),
        (
            f"Delivery to the following recipient has been delayed:\n\n     {THEM}\n\nMessage will be retried",
            "DELAYED",
        ),
        (f"Uw bericht kon niet worden bezorgd bij {THEM}", "BOUNCE"),
        (f"Ihre Nachricht konnte nicht zugestellt werden:\n{THEM}", "BOUNCE"),
    ],
)
def test_a_report_in_words_only_is_read(words: str, kind: str) -> None:
    body = f"{words}\n\n--- Below this line is a copy of the message.\n\n{ORIGINAL}"
    read = read_mail(mail(body, sender=DAEMON, subject="failure notice"))
    assert (read.kind, [one.address for one in read.recipients]) == (kind, [THEM])
    assert MESSAGE_ID in read.answers_to


def test_a_report_that_names_nobody_is_about_whom_the_original_was_for() -> None:
    body = f"Your message could not be delivered.\n\n--- Original message ---\n\n{ORIGINAL}"
    read = read_mail(mail(body, sender=DAEMON, subject="Undeliverable"))
    assert [one.address for one in read.recipients] == [THEM]


def test_a_header_of_exim_names_who_failed() -> None:
    read = read_mail(
        mail("It failed.", f"X-Failed-Recipients: {THEM}", sender=DAEMON, subject="Mail delivery failed")
    )
    assert (read.kind, read.because) == ("BOUNCE", "X-Failed-Recipients")
    assert [one.address for one in read.recipients] == [THEM]


def test_fields_that_lost_their_part_are_found_in_the_text() -> None:
    read = read_mail(mail("Technical report:\n\n" + MTA + block(), sender=DAEMON, subject="Undeliverable"))
    assert [(one.address, one.status, one.is_permanent) for one in read.recipients] == [(THEM, "5.1.1", True)]


@pytest.mark.parametrize(
    ("notice", "kind", "bad"),
    [
        (
            ("Bounce", "bounce", {"bounceType": "Permanent", "bouncedRecipients": [{"emailAddress": THEM}]}),
            "BOUNCE",
            True,
        ),
        (
            ("Bounce", "bounce", {"bounceType": "Transient", "bouncedRecipients": [{"emailAddress": THEM}]}),
            "BOUNCE",
            False,
        ),
        (("Complaint", "complaint", {"complainedRecipients": [{"emailAddress": THEM}]}), "COMPLAINT", False),
        (("Delivery", "delivery", {"recipients": [THEM]}), "DELIVERED", False),
    ],
)
def test_a_notice_of_amazon_is_read(notice: tuple[str, str, dict[str, object]], kind: str, bad: bool) -> None:
    name, member, told = notice
    read = read_mail(mail(json.dumps({"notificationType": name, member: told}), subject="Notification"))
    assert (read.kind, [(one.address, one.is_permanent) for one in read.recipients]) == (kind, [(THEM, bad)])


def test_a_feedback_report_is_a_complaint_and_names_who_complained() -> None:
    fields = f"Feedback-Type: abuse\nVersion: 1\nOriginal-Rcpt-To: {THEM}\n"
    read = read_mail(report(fields, "This is an abuse report.", "feedback-report"))
    assert (read.kind, [one.address for one in read.recipients]) == ("COMPLAINT", [THEM])
    assert MESSAGE_ID in read.answers_to


def test_a_report_that_it_is_not_spam_is_no_complaint() -> None:
    fields = f"Feedback-Type: not-spam\nVersion: 1\nOriginal-Rcpt-To: {THEM}\n"
    assert read_mail(report(fields, "This is a report.", "feedback-report")).kind == "AUTOMATIC"


def test_a_shown_message_arrived_and_a_deleted_one_says_nothing() -> None:
    fields = f"Final-Recipient: rfc822;{THEM}\nDisposition: manual-action/MDN-sent-manually; "
    shown = read_mail(report(fields + "displayed\n", "Gelezen.", "disposition-notification"))
    deleted = read_mail(report(fields + "deleted\n", "Verwijderd.", "disposition-notification"))
    assert (shown.kind, shown.recipients[0].address, deleted.kind) == ("DELIVERED", THEM, "AUTOMATIC")


@pytest.mark.parametrize(
    ("headers", "subject"),
    [
        (["Auto-Submitted: auto-replied"], "Re: Factuur"),
        (["X-Autoreply: yes"], "Re: Factuur"),
        (["Precedence: auto_reply"], "Re: Factuur"),
        (["Return-Path: <>"], "Re: Factuur"),
        ([], "Automatisch antwoord: Factuur"),
        ([], "Automatic reply: Factuur"),
        ([], "Out of office: Factuur"),
        ([], "Afwezigheidsbericht"),
        ([], "Abwesenheitsnotiz: Factuur"),
        ([], "Réponse automatique : Factuur"),
    ],
)
def test_mail_of_an_absent_person_is_automatic(headers: list[str], subject: str) -> None:
    read = read_mail(mail("Ik ben er niet tot 7 december.", *headers, subject=subject))
    assert (read.kind, read.recipients) == ("AUTOMATIC", ())


ATTACHED = (
    "--b\nContent-Type: text/plain\n\nZie bijlage: kwam terug, user unknown.\n--b\n"
    f"Content-Type: message/rfc822\nContent-Disposition: attachment; filename=terug.eml\n\n"
    f"{report(MTA + block()).decode()}\n--b--\n"
)


@pytest.mark.parametrize(
    ("headers", "subject"),
    [
        (["List-Id: <betaal.linde.example>", "Precedence: list"], "Re: Factuur"),
        (["Auto-Submitted: no"], "Re: Factuur"),
        (["Return-Path: <j.devries@bakkerij-zon.example>"], "Re: Factuur"),
        (["Feedback-ID: 1:eu:AmazonSES"], "Re: Factuur"),
        ([], "Auto: factuur 2026-17"),
        ([], "Factuur afwezigheidsverzekering"),
        ([], "Wij hebben uw mail niet ontvangen"),
        ([], "Re: Automatisch antwoord: Factuur"),
        ([], "Ontvangstbevestiging betaling"),
    ],
)
def test_an_answer_is_not_taken_for_automatic(headers: list[str], subject: str) -> None:
    assert read_mail(mail("Ik heb al betaald.", *headers, subject=subject)).kind == "ANSWER"


@pytest.mark.parametrize(
    ("body", "headers", "subject"),
    [
        ("Ik heb al betaald.", [], "Re: Factuur"),
        ("Uw mail kon niet worden geopend, stuur hem opnieuw.", [], "Uw bericht is niet leesbaar"),
        ("Mijn mail aan u was undeliverable: 550 5.1.1 user unknown.", ["In-Reply-To: <a@b.example>"], "Re: Undeliverable"),
        ("Deze kreeg ik terug:\n\n> Final-Recipient: rfc822; x@y.example\n> Action: failed\n", [], "Fwd: failure notice"),
        (ATTACHED, ["Content-Type: multipart/mixed; boundary=b"], "Doorst: teruggekomen"),
        ("De postbode kon het pakket niet bezorgen, de brief is niet afgeleverd.", [], "Niet ontvangen"),
        ("Mijn mailbox was vol; address unknown staat er op de envelop.", ["X-Mailer: Apple Mail (2.3)"], "Postmaster"),
    ],
)  # fmt: skip
def test_what_a_person_wrote_is_an_answer_whatever_it_speaks_of(
    body: str, headers: list[str], subject: str
) -> None:
    read = read_mail(mail(body, *headers, subject=subject))
    assert (read.kind, read.recipients) == ("ANSWER", ())


def test_a_postmaster_is_a_person_too() -> None:
    read = read_mail(
        mail(
            "Onze mail aan u is niet afgeleverd; graag bellen.",
            "In-Reply-To: <a@b.example>",
            sender="postmaster@bakkerij-zon.example",
        )
    )
    assert read.kind == "ANSWER"


def test_the_answering_machine_of_a_postmaster_is_automatic() -> None:
    body = f"Your mail was rejected because the mailbox is full.\ntarget: {THEM}"
    read = read_mail(
        mail(body, "Auto-Submitted: auto-replied", "Return-Path: <>", sender=f"postmaster@{US.split('@')[1]}")
    )
    assert (read.kind, read.because) == ("AUTOMATIC", "Auto-Submitted")
