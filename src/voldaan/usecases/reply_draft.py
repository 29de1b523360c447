"""A message that asks for nothing, from its facts to a row that waits for approval; three use cases share it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from django.conf import settings

from voldaan.channels.email_message import Automatic, EmailParts, email_bytes
from voldaan.domain.identifiers import is_valid_email
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.finding import Finding
from voldaan.domain.wording.guard import check, check_document
from voldaan.domain.wording.language_words import LanguageWords
from voldaan.formats.mail.thread import NO_THREAD, Thread
from voldaan.letters.phrases import Phrases
from voldaan.letters.render import Rendered, render_reply
from voldaan.letters.text_of import links_of_html, text_of_html
from voldaan.letters.text_problems import TextsError
from voldaan.records import archive, events
from voldaan.records.enclosures import Enclosure
from voldaan.records.message_facts import CannotWrite, ReplyOccasion
from voldaan.records.models import Account, Client, IncomingMail, Invoice, Message, MessageInvoice
from voldaan.records.reply_rows import CannotReply
from voldaan.usecases.known_texts import TextsInUse, texts_in_use, written_in
from voldaan.usecases.plan_day import Day
from voldaan.usecases.style_in_use import StyleInUse, style_in_use
from voldaan.usecases.write_messages import invoice_words, message_event, text_set_key

KINDS: Final = {
    "THANKS": "THANKS",
    "CONFIRMATION": "CONFIRMATION",
    "REPLY": "CONFIRMATION",
    "STATEMENT": "STATEMENT",
}
"""By what its facts are: the kind of the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyDraft:
    """A message that asks for nothing, finished but not kept yet."""

    account: Account
    number: uuid.UUID
    """Its own number; where a message has it already when it is kept, the next that is free."""
    facts: MessageFacts
    texts: TextsInUse
    recipient: str
    invoices: tuple[Invoice, ...] = ()
    """Those that it is about."""
    answers: IncomingMail | None = None
    thread: Thread = NO_THREAD
    automatic: Automatic = "auto-generated"
    files: tuple[tuple[str, bytes], ...] = ()
    """What goes along: the name of each file, and its bytes."""
    letter: bytes = b""
    """What of it is shown as a letter, and can be printed."""
    more_text: str = ""
    """The words of what goes along that we wrote ourselves: the guard reads them too."""


def number_of(client: Client, *names: object) -> uuid.UUID:
    """Return a message's own number, the same for the same names."""
    told = ":".join(str(name) for name in names)
    return uuid.uuid5(uuid.NAMESPACE_URL, f"voldaan:{settings.INSTALLATION.mail_domain}:{client.key}:{told}")


def _free(client: Client, number: uuid.UUID) -> uuid.UUID:
    """Return this number, or the next that no message has: of two that differ, both are kept."""
    while Message.objects.filter(uuid=number).exists():
        number = number_of(client, "next", number)
    return number


def set_reply(day: Day, draft: ReplyDraft) -> tuple[Rendered, bytes, str]:
    """Return the finished message, its e-mail, and why it may not go (nothing where it may).

    Raises:
        CannotReply: an address is none, or the texts must be mended.
    """
    facts = draft.facts
    texts = phrases_of(facts, draft.texts)
    try:
        rendered = render_reply(facts, worn_on(day).style, texts)
    except (CannotWrite, ValueError) as refusal:
        raise CannotReply(str(refusal)) from None
    parts = EmailParts(
        uuid=str(draft.number),
        domain=settings.INSTALLATION.mail_domain,
        sender_name=facts.sender.name,
        sender_address=_sender_address(facts),
        recipient_name=facts.addressee.person or facts.addressee.name,
        recipient_address=_valid(draft.recipient, f"van debiteur {draft.account.number}"),
        subject=rendered.subject,
        language=facts.language,
        text=rendered.text,
        html=rendered.html,
        images={image.cid: image.content for image in rendered.images},
        enclosures=draft.files,
        automatic=draft.automatic,
        in_reply_to=draft.thread.in_reply_to,
        references=draft.thread.references,
    )
    broken = [f"{one.rule} ({one.basis}): {one.sentence_nl}" for one in _findings(draft, rendered)]
    return rendered, email_bytes(parts), " ".join(dict.fromkeys(broken))


def keep_reply(day: Day, draft: ReplyDraft, *, at: datetime, by: str) -> Message:
    """Keep a message, written or refused by the guard. Needs the client's rows held still, in a transaction.

    Raises:
        CannotReply: an address is none, or the same was written to the same address today.
    """
    facts = draft.facts
    # Somebody else may have written since this draft was made, and their message has its number then.
    draft = replace(draft, number=_free(day.client, draft.number))
    rendered, mail, because = set_reply(day, draft)
    text_sha256 = archive.keep(rendered.text.encode())
    _must_be_new(day, draft, text_sha256)
    message = Message(
        client=day.client,
        account=draft.account,
        engagement=day.engagement,
        uuid=draft.number,
        kind=KINDS[facts.stage],
        stage=facts.stage,
        channel="EMAIL",
        language=facts.language,
        recipient=draft.recipient,
        subject=rendered.subject[:300],
        facts=facts.as_json(),
        html_sha256=archive.keep(rendered.html.encode()),
        text_sha256=text_sha256,
        pdf_sha256=archive.keep(draft.letter) if draft.letter else "",
        mail_sha256=archive.keep(mail),
        state="REFUSED" if because else "WRITTEN",
        because=because[:300],
        on=day.on,
        pay_by=facts.pay_by,
        written_at=at,
        style_version=worn_on(day).version,
        text_version=draft.texts.label,
    )
    message.answers = draft.answers
    message.save()
    MessageInvoice.objects.bulk_create(
        MessageInvoice(
            client=day.client, message=message, invoice=invoice, stage="", open_cents=invoice.open_cents
        )
        for invoice in draft.invoices
    )
    digests = {"text": message.text_sha256, "pdf": message.pdf_sha256, "mail": message.mail_sha256}
    kind = "message.refused" if because else "message.written"
    events.append(day.client, message_event(kind, message, on=day.on, at=at, by=by, **digests))
    return message


def _must_be_new(day: Day, draft: ReplyDraft, text_sha256: str) -> None:
    """Refuse what somebody pressed twice: the same words, to the same address, in answer to the same mail."""
    same = Message.objects.filter(
        account=draft.account, kind=KINDS[draft.facts.stage], on=day.on, answers=draft.answers,
        recipient=draft.recipient, text_sha256=text_sha256,
        state__in=("WRITTEN", "APPROVED", "SENDING", "SENT", "AMBIGUOUS"),
    )  # fmt: skip
    if same.exists():
        raise CannotReply(
            f"Ditzelfde bericht aan {draft.recipient} is vandaag al geschreven. Het staat bij de berichten van "
            f"debiteur {draft.account.number}."
        )


def worn_on(day: Day) -> StyleInUse:
    """Return the house style of whoever writes on this day.

    Raises:
        CannotWrite: it cannot be used.
    """
    return style_in_use(day.client, day.engagement.agency if day.engagement else None)


def texts_on(day: Day) -> TextsInUse:
    """Return the texts of whoever writes on this day.

    Raises:
        CannotReply: they cannot be used.
    """
    try:
        return texts_in_use(text_set_key(day))
    except TextsError as error:
        raise CannotReply(error.problems[0].told("nl")) from None


def phrases_of(facts: MessageFacts, texts: TextsInUse) -> Phrases:
    """Return the texts in the language of a message.

    Raises:
        CannotReply: they must be mended.
    """
    return _phrases(facts.language, texts)


def in_their_language(occasion: ReplyOccasion, account: Account, texts: TextsInUse) -> ReplyOccasion:
    """Return the occasion in the language in which this debtor is written to, with what an invoice is called in it.

    Raises:
        CannotReply: its texts must be mended.
    """
    try:
        language = written_in(account.debtor.language, reply=True)
    except TextsError as error:
        raise CannotReply(error.problems[0].told("nl")) from None
    return replace(occasion, language=language, invoice_words=invoice_words(_phrases(language, texts)))


def files_of(
    enclosures: Sequence[Enclosure], facts: MessageFacts, texts: TextsInUse
) -> tuple[tuple[str, bytes], ...]:
    """Return the invoices that go along, each with its name in the language of the message.

    Raises:
        CannotReply: its texts must be mended.
    """
    invoice, _ = invoice_words(phrases_of(facts, texts))
    return tuple((one.file_name(invoice), one.content()) for one in enclosures)


def payments_until(day: Day) -> date:
    """Return up to which day payments are known, and not beyond the day itself."""
    return min(day.truth.until or day.on, day.on)


def _phrases(language: str, texts: TextsInUse) -> Phrases:
    try:
        return texts.phrases(language)
    except TextsError as error:
        raise CannotReply(error.problems[0].told("nl")) from None


def _words(language: str, texts: TextsInUse) -> LanguageWords:
    try:
        return texts.words_of(language)
    except TextsError as error:
        raise CannotReply(error.problems[0].told("nl")) from None


def _findings(draft: ReplyDraft, rendered: Rendered) -> tuple[Finding, ...]:
    words = _words(draft.facts.language, draft.texts)
    html = f"{rendered.subject}\n{text_of_html(rendered.html)}\n{links_of_html(rendered.html)}"
    texts = (f"{rendered.subject}\n{rendered.text}", html)
    found = [finding for text in texts for finding in check(draft.facts, text, words)]
    along = check_document(draft.facts, draft.more_text, words) if draft.more_text else ()
    return tuple(dict.fromkeys((*found, *along)))


def _sender_address(facts: MessageFacts) -> str:
    address = facts.sender.email or f"debiteuren@{settings.INSTALLATION.mail_domain}"
    return _valid(address, f"van {facts.sender.name}")


def _valid(address: str, whose: str) -> str:
    if not is_valid_email(address):
        raise CannotReply(f"{address!r} {whose} is geen e-mailadres. Vul er een in.")
    return address
