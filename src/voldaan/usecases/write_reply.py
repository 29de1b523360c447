"""Answer a debtor: confirm what they said, or write to them in own words, in the thread of their mail.

What a person writes is held to the facts like any message: the amounts, days, accounts and numbers in it are ours, or
stand in the mail that it answers. What breaks that is not kept, and the sentence says where.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from voldaan.domain.text.amounts import amounts
from voldaan.domain.text.days import days, is_real
from voldaan.domain.wording.facts import REPLY_TOPICS, MessageFacts, ReplyFacts, ReplyKind, ReplyTopic
from voldaan.domain.wording.scan_references import references
from voldaan.formats.mail.thread import NO_THREAD, thread_of
from voldaan.letters.compose_reply import own_sentences, subject_of
from voldaan.records import archive, events
from voldaan.records.enclosures import Enclosure, enclosures_of
from voldaan.records.finding import NotFound, account_by_number
from voldaan.records.message_facts import ReplyOccasion, reply_message_facts
from voldaan.records.models import Account, Client, IncomingMail, Invoice
from voldaan.records.reply_rows import (
    CannotReply,
    Standing,
    invoices_of_reply,
    is_known_address,
    is_of_stranger,
    standing,
)
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.known_texts import TextsInUse
from voldaan.usecases.plan_day import Day, day_of
from voldaan.usecases.reply_draft import (
    ReplyDraft,
    files_of,
    in_their_language,
    keep_reply,
    number_of,
    payments_until,
    phrases_of,
    set_reply,
    texts_on,
)

__all__ = ["CannotReply", "NotFound", "Proposed", "WrittenReply", "propose_reply", "write_reply"]

_WITH_COPIES: Final = frozenset({"COPY_WANTED", "NEVER_RECEIVED"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A reply as it would go, for a person to read, change and send."""

    debtor: str
    name: str
    mail: int | None
    topic: ReplyTopic | None
    """What it confirms; None where a person writes it."""
    to: str
    is_known: bool
    """The address is one of the debtor's. To another one nothing goes unless a person says so."""
    subject: str
    words: str
    """What the texts say by themselves, paragraphs apart; empty for a reply in own words."""
    copies: tuple[str, ...]
    """The invoices that go along."""
    language: str
    """In which it goes."""
    reads: str
    """The language that the debtor reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReply:
    """A reply that was kept."""

    uuid: str
    debtor: str
    to: str
    subject: str
    approved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person wants written."""

    debtor: str = ""
    """Their number; of a mail, it is known."""
    mail_id: int | None = None
    topic: str = ""
    """What is confirmed, or REPLY for own words. Empty: what a person decided that the mail is."""
    words: str = ""
    """What stands in the place of the texts' own sentences, paragraphs apart."""
    to: str = ""
    """Another address than that of the mail or the debtor."""
    copies: bool = False
    """Copies of the invoices go along."""


def propose_reply(client: Client, asked: Asked, *, on: date) -> Proposed:
    """Return what would be written. Writes nothing.

    Raises:
        NotFound: the client has no such mail or debtor.
        CannotReply: the topic is none, or nothing stands that could be confirmed.
    """
    with rows_of(client):
        account, mail = _whom(client, asked)
        draft = _draft(day_of(client, on), account, mail, asked)
        reply = draft.facts.reply
        return Proposed(
            debtor=account.number,
            name=account.debtor.name,
            mail=mail.pk if mail else None,
            topic=reply.topic if reply else None,
            to=draft.recipient,
            is_known=is_known_address(account, draft.recipient),
            subject=subject_of(draft.facts, phrases_of(draft.facts, draft.texts)),
            words="\n\n".join(own_sentences(draft.facts, phrases_of(draft.facts, draft.texts))),
            copies=draft.facts.enclosed,
            language=draft.facts.language,
            reads=account.debtor.language,
        )


def write_reply(
    client: Client, asked: Asked, *, approve: bool = False, on: date, at: datetime, by: str
) -> WrittenReply:
    """Write a reply, and approve it where whoever wrote it says so.

    It goes to the sender of the mail, or to the debtor; to an address that the debtor is not known by only when that
    is named.

    Raises:
        NotFound: the client has no such mail or debtor.
        CannotReply: there is nothing to say, nothing to confirm, no address, or something in it may not be said.
    """
    with rows_of(client):
        day = day_of(client, on)
        account, mail = _whom(client, asked)
        draft = _draft(day, account, mail, asked)
        if draft.facts.stage == "REPLY" and not asked.words.strip():
            raise CannotReply("Schrijf wat u wilt antwoorden: dit antwoord heeft nog geen tekst.")
        _must_go_somewhere(account, draft.recipient, named=asked.to)
        _, _, because = set_reply(day, draft)
        if because:
            raise CannotReply(f"Dit bericht kan zo niet weg. {because}")
        with one_transaction():
            events.hold_still(client)
            message = keep_reply(day, draft, at=at, by=by)
        approved = (
            approve and approve_messages(client, on=on, at=at, by=by, uuids=[str(message.uuid)]).approved > 0
        )
    return WrittenReply(
        uuid=str(message.uuid),
        debtor=account.number,
        to=message.recipient,
        subject=message.subject,
        approved=approved,
    )


def _whom(client: Client, asked: Asked) -> tuple[Account, IncomingMail | None]:
    if asked.mail_id is None:
        return account_by_number(client, asked.debtor), None
    found = IncomingMail.objects.select_related("account__debtor", "message")
    mail = found.filter(pk=asked.mail_id).first()
    if mail is None:
        raise NotFound(f"{client.name} heeft geen mail {asked.mail_id}.")
    return mail.account, mail


def _topic(asked: str, mail: IncomingMail | None) -> ReplyTopic | None:
    """Return what is confirmed: what was asked for, or else what the mail was decided to be. "REPLY" is nothing."""
    said = asked or (mail.decided if mail else "")
    topic = next((known for known in REPLY_TOPICS if known == said), None)
    if topic is None and asked and asked != "REPLY":
        raise CannotReply(
            f"{asked!r} is niets wat wij kunnen bevestigen. Kies uit: {', '.join(REPLY_TOPICS)}, REPLY."
        )
    return topic


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutReply:
    """What a reply says, and about which invoices."""

    facts: MessageFacts
    occasion: ReplyOccasion
    invoices: tuple[Invoice, ...]
    copies: tuple[Enclosure, ...]


def facts_to_reply(
    day: Day,
    account: Account,
    topic: ReplyTopic | None,
    stands: Standing,
    texts: TextsInUse,
    *,
    mail: IncomingMail | None = None,
    own: tuple[str, ...] = (),
    copies: bool = False,
) -> AboutReply:
    """Return what a reply says, of what stands. Needs the client's rows open.

    Raises:
        CannotReply: it would name invoices, and there is none.
    """
    to_stranger = topic == "WRONG_PERSON" or (mail is not None and is_of_stranger(mail))
    if to_stranger:
        _tells_a_stranger_nothing(account, topic, own, copies=copies)
    day_said, only = stands
    about, others = invoices_of_reply(account, mail, topic, only)
    asks_copies = copies or topic in _WITH_COPIES
    along = enclosures_of(about) if asks_copies else ()
    kind: ReplyKind = "REPLY" if topic is None else "CONFIRMATION"
    told = ReplyOccasion(
        kind=kind,
        on=day.on,
        payments_until=payments_until(day),
        reply=_reply(mail, topic, own, day_said, _not_along(about, along) if asks_copies else ()),
        enclosed=tuple(one.invoice_number for one in along),
        person=_person(mail),
        says_how_to_pay=kind == "REPLY" and not to_stranger,
        to_stranger=to_stranger,
    )
    occasion = in_their_language(told, account, texts)
    facts = reply_message_facts(
        day.client, account, about, others, occasion=occasion, engagement=day.engagement
    )
    return AboutReply(facts=facts, occasion=occasion, invoices=tuple(about), copies=tuple(along))


def _tells_a_stranger_nothing(
    account: Account, topic: ReplyTopic | None, own: tuple[str, ...], *, copies: bool
) -> None:
    """Refuse to who is not the debtor what is the debtor's: copies, their name, what only a debtor can have said."""
    if copies:
        raise CannotReply(
            "Wie laat weten niet de debiteur te zijn, krijgt geen kopieën van facturen. Schrijf zonder kopieën."
        )
    if topic not in (None, "WRONG_PERSON"):
        raise CannotReply(
            "Wie deze mail schreef, is niet de debiteur: zo is hij beoordeeld. Bevestig dat, of antwoord in eigen "
            "woorden. Klopt het niet? Schrijf dan vanaf de bladzijde van de debiteur."
        )
    if account.debtor.name.casefold() in " ".join(own).casefold():
        raise CannotReply(
            f"Wie dit leest, is niet de debiteur, en hoort niet wie dat is. Haal {account.debtor.name} uit de tekst."
        )


def _draft(day: Day, account: Account, mail: IncomingMail | None, asked: Asked) -> ReplyDraft:
    topic = _topic(asked.topic, mail)
    own = tuple(
        part
        for part in (" ".join(one.split()) for one in asked.words.replace("\r", "").split("\n\n"))
        if part
    )
    texts = texts_on(day)
    stands = standing(account, topic, day.on)
    about = facts_to_reply(day, account, topic, stands, texts, mail=mail, own=own, copies=asked.copies)
    facts = about.facts
    if own and own == own_sentences(facts, phrases_of(facts, texts)):
        # Read and sent as it was proposed: the sentences are the texts', with how to reach us below them.
        facts = replace(facts, reply=replace(about.occasion.reply, own_words=()))
    by_rule = facts.reply is not None and not facts.reply.own_words
    return ReplyDraft(
        account=account,
        number=number_of(day.client, "reply", account.pk, mail.pk if mail else ""),
        facts=facts,
        texts=texts,
        recipient=asked.to or (mail.sender if mail else "") or account.debtor.email,
        invoices=about.invoices,
        answers=mail,
        thread=thread_of(archive.fetch(mail.sha256)) if mail else NO_THREAD,
        automatic="auto-replied" if by_rule else "no",
        files=files_of(about.copies, facts, texts),
    )


def _not_along(about: Sequence[Invoice], along: Sequence[Enclosure]) -> tuple[str, ...]:
    """Return of which invoices no copy goes along where those of others do: that is said."""
    there = {one.invoice_number for one in along}
    return tuple(one.number for one in about if one.number not in there) if there else ()


def _reply(
    mail: IncomingMail | None,
    topic: ReplyTopic | None,
    own: tuple[str, ...],
    day: date | None,
    left_out: tuple[str, ...],
) -> ReplyFacts:
    """Return what the reply says beside the rest: the mail's own days, amounts and numbers may be named again."""
    said = f"{mail.subject}\n{mail.words}" if mail else ""
    real = (is_real(day) for day in days(said))
    return ReplyFacts(
        topic=topic,
        day=day,
        own_words=own,
        left_out=left_out,
        answers_subject=mail.subject if mail else "",
        days=tuple(sorted({*filter(None, real), *([mail.day] if mail and mail.day else ())})),
        amounts_cents=tuple(
            sorted(
                {
                    found.cents
                    for found in amounts(said)
                    if found.cents is not None and not found.is_percentage
                }
            )
        ),
        references=tuple(sorted({token.value for token in references(said, frozenset())})),
    )


def _person(mail: IncomingMail | None) -> str:
    """Return who wrote, where it is the name of a person and not an address or a department's label."""
    name = " ".join(mail.sender_name.split()) if mail else ""
    words = name.replace(".", "").replace("-", "").replace("'", "").split()
    return name if len(words) > 1 and all(word.isalpha() for word in words) else ""


def _must_go_somewhere(account: Account, address: str, *, named: str) -> None:
    if not address:
        raise CannotReply(f"Van debiteur {account.number} is geen e-mailadres bekend. Noem er een.")
    if not named and not is_known_address(account, address):
        raise CannotReply(
            f"{address} is geen bekend adres van debiteur {account.number}. Wie antwoordt, kan een ander zijn dan wie "
            "betaalt. Klopt het? Noem het adres dan, of kies het adres van de debiteur."
        )
