"""Write what was decided: a message for every reminder that has none, checked before anybody sees it.

A message is written from facts, kept with them, and read by the guard: what breaks a rule is kept as refused,
with the rule, and becomes a question for a person. A message that was overtaken by a newer decision is withdrawn.
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any, Final, cast

from django.conf import settings

from voldaan.channels.email_message import EmailParts, email_bytes
from voldaan.domain.identifiers import is_valid_email
from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.notice import By, notice_term
from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.looks import pay_by
from voldaan.domain.strategy.message_stages import own_stages
from voldaan.domain.strategy.person_first import person_first
from voldaan.domain.strategy.strategy import NOTICE, Stage, Strategy
from voldaan.domain.wording.facts import MessageFacts, NoticeFacts
from voldaan.domain.wording.guard import Finding, check
from voldaan.domain.wording.language_words import LanguageWords
from voldaan.letters.letter import C5_6, PINGEN
from voldaan.letters.phrases import Phrases
from voldaan.letters.render import Rendered, render
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_of import links_of_html, text_of_html
from voldaan.records import archive, decisions, events
from voldaan.records.account_codes import keep_code
from voldaan.records.chunks import chunked
from voldaan.records.enclosures import Enclosure, enclosures_of
from voldaan.records.message_facts import CannotWrite, Occasion, message_facts
from voldaan.records.models import Account, Client, Decision, Invoice, Message, MessageInvoice
from voldaan.records.models.message import REMINDING
from voldaan.records.notices import NOTICE_KIND, REMINDER_KIND, beside, notice_facts
from voldaan.records.pending import overtaken_messages, reminders_without_message
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.choose_text import more_follow, next_step, text_of, vat_is_added
from voldaan.usecases.known_texts import TextsInUse, language_name, languages, texts_in_use, written_in
from voldaan.usecases.plan_day import Day, day_of, facts_of
from voldaan.usecases.print_invoices import print_of, printed_with
from voldaan.usecases.style_in_use import style_in_use
from voldaan.usecases.write_spoken import (
    earlier_message,
    is_spoken,
    must_be_described,
    number_today,
    spoken_findings,
    write_spoken,
)

CHUNK = 50
UNDER_WAY = ("WRITTEN", "APPROVED")
_CHANGED: Final = "De strategie is gewijzigd nadat dit besluit was genomen. Draai de dag opnieuw."
_COULD_STAND_BESIDE: Final = frozenset({"TERM_RUNNING", "STAGE_NOT_REACHED"})
"""Reasons of an invoice that is overdue and that nothing holds."""


@dataclass(slots=True)
class Written:
    """What writing did."""

    written: int = 0
    refused: int = 0
    withdrawn: int = 0
    refusals: list[str] = field(default_factory=list)
    """A sentence for each refused message: the debtor's number and the rule."""
    otherwise: list[str] = field(default_factory=list)
    """A sentence for each message that is in another language than its debtor reads."""

    def tell_language(self, account: Account, facts: MessageFacts) -> None:
        """Note a message that is in another language than its debtor reads, and why."""
        reads = account.debtor.language
        if facts.language != reads:
            self.otherwise.append(f"{account.number}: {language_sentence(reads, facts)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    decision: Decision
    account: Account
    number: uuid.UUID
    stages: dict[int, str]
    """By invoice: the stage that this message is for it, empty where it only stands beside."""
    amounts: dict[int, int]
    facts: MessageFacts | None = None
    rendered: Rendered | None = None
    style_version: str = ""
    mail: bytes = b""
    printed: bytes = b""
    """The letter with the invoices behind it, where some go along."""
    because: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    person_first: str = ""
    """Why a person looks at it first, also where messages are approved by rule."""
    number_called: str = ""
    """Where it goes by telephone: the number."""
    text_version: str = ""
    left_out: tuple[int, ...] = ()
    """The other overdue invoices that nobody holds and that it does not name."""


def write_messages(client: Client, *, on: date, at: datetime, by: str) -> Written:
    """Write the messages that the standing decisions of `client` ask for, and withdraw those overtaken."""
    done = Written()
    with rows_of(client):
        done.withdrawn = _withdraw_overtaken(client, on=on, at=at, by=by)
        waiting = reminders_without_message(client)
        if not waiting:
            return done
        day = day_of(client, on)
        known = facts_of(day, {decision.account_id for decision in waiting})
        owing = [decision for decision in waiting if decision.account_id in known]
        texts_of = lru_cache(maxsize=1)(partial(texts_in_use, text_set_key(day)))
        for chunk in decisions.chunks(owing, CHUNK):
            drafts = [_draft(day, decision, known[decision.account_id], texts_of) for decision in chunk]
            with one_transaction():
                events.hold_still(client)
                missing = {decision.pk for decision in reminders_without_message(client)}
                for draft in drafts:
                    # Another run may have written it while we were setting it.
                    if draft.decision.pk in missing:
                        _keep(day, draft, done, at=at, by=by)
    return done


def text_set_key(day: Day) -> str:
    """Return the key of the texts of whoever writes on this day: the agency's, or those of the business itself."""
    return day.engagement.agency.text_set if day.engagement else day.client.text_set


def findings(
    facts: MessageFacts, rendered: Rendered, words: LanguageWords | None = None, channel: str = ""
) -> tuple[Finding, ...]:
    """Return what the guard says of the finished texts: subject and text, HTML with its links, and letter."""
    if is_spoken(channel):
        return spoken_findings(facts, rendered, channel, words)
    texts = (
        f"{rendered.subject}\n{rendered.text}",
        f"{rendered.subject}\n{text_of_html(rendered.html)}\n{links_of_html(rendered.html)}",
        rendered.letter_text,
    )
    return tuple(dict.fromkeys(finding for text in texts for finding in check(facts, text, words)))


def _withdraw_overtaken(client: Client, *, on: date, at: datetime, by: str) -> int:
    """Withdraw reminders under way whose decision no longer stands."""
    reminders = Message.objects.filter(state__in=UNDER_WAY, kind__in=REMINDING)
    under_way = list(reminders.select_related("client").order_by("pk"))
    if not under_way:
        return 0
    overtaken = dict.fromkeys(overtaken_messages(client), "De beslissing is inmiddels een andere.")
    owing = _owing({message.account_id for message in under_way})
    overtaken |= {one: "Alles is inmiddels voldaan." for one in under_way if one.account_id not in owing}
    with one_transaction():
        for message, because in overtaken.items():
            withdraw(message, because, on=on, at=at, by=by)
    return len(overtaken)


def _owing(accounts: set[int]) -> set[int]:
    """Return which of these accounts have an open invoice."""
    owing: set[int] = set()
    for part in chunked(sorted(accounts)):
        open_now = Invoice.objects.filter(account__in=part, open_cents__gt=0, withdrawn_on__isnull=True)
        owing.update(open_now.values_list("account_id", flat=True))
    return owing


def withdraw(message: Message, because: str, *, on: date, at: datetime, by: str) -> None:
    """Take back a message that has not begun to leave. Must run inside a transaction."""
    changed = Message.objects.filter(pk=message.pk, state__in=(*UNDER_WAY, "REFUSED")).update(
        state="WITHDRAWN", because=because[:300], finished_at=at
    )
    if changed:
        events.append(message.client, message_event("message.withdrawn", message, on=on, at=at, by=by))


def message_event(
    kind: str, message: Message, *, on: date, at: datetime, by: str, **data: Any
) -> events.NewEvent:
    """Return an event about a message: its id, stage and channel, and no word of its text."""
    about = {"message": str(message.uuid), "stage": message.stage, "channel": message.channel, **data}
    return events.NewEvent(kind=kind, on=on, at=at, actor=by, account_id=message.account_id, data=about)


def _draft(day: Day, decision: Decision, known: AccountFacts, texts_of: Callable[[], TextsInUse]) -> _Draft:
    account = Account.objects.select_related("debtor").get(pk=decision.account_id)
    leading_ids = decisions.invoice_ids(decision.invoices)
    others = decisions.reasons(decision.others)
    also_ids = beside(
        decision.stage,
        [reason.id for reason in others if reason.because == "ALSO_OPEN"],
        cast(Capacity, account.debtor.capacity),
        day.on,
    )
    rows = Invoice.objects.in_bulk([*leading_ids, *also_ids])
    leading, also_open = [rows[key] for key in leading_ids], [rows[key] for key in also_ids]
    strategy = day.strategy_of(known)
    own = {} if strategy is None else own_stages(known, strategy, day.facts)
    stages = dict.fromkeys(leading_ids, decision.stage) | {
        invoice.pk: own.get(invoice.pk, "") for invoice in also_open
    }
    amounts = {invoice.pk: invoice.open_cents for invoice in (*leading, *also_open)}
    by_mail, by_post = decision.channel == "EMAIL", decision.channel == "POST"
    named = [*leading, *also_open]
    bare = _Draft(
        decision=decision, account=account, number=_number(day, decision), stages=stages, amounts=amounts,
        enclosures=enclosures_of(named) if by_mail else printed_with(named) if by_post else (),
        person_first="" if strategy is None else person_first(strategy, decision.stage, known, day.facts),
        left_out=tuple(reason.id for reason in others if reason.because in _COULD_STAND_BESIDE),
    )  # fmt: skip
    try:
        worn = style_in_use(day.client, day.engagement.agency if day.engagement else None)
        texts = texts_of()
        bare = replace(bare, text_version=texts.label)
        facts = _facts(day, bare, strategy, leading, also_open, texts=texts)
        if is_spoken(decision.channel):
            must_be_described(account, day.engagement, named, is_person=facts.addressee.is_natural_person)
            bare = replace(bare, number_called=number_today(account, decision.channel, day.on))
        rendered = _rendered(decision.channel, facts, worn.style, texts)
        broken = findings(facts, rendered, texts.words_of(facts.language), decision.channel)
        mail = _mail(bare, facts, rendered, invoice_words(texts.phrases(facts.language))[0])
        printed = print_of(rendered.pdf, bare.enclosures) if by_post else b""
    except (CannotWrite, ValueError) as refusal:
        # One message that cannot be set stops nobody else's: it waits for a person with its reason.
        return replace(bare, because=str(refusal))
    said = (f"{finding.rule} ({finding.basis}): {finding.sentence_nl}" for finding in broken)
    return replace(
        bare,
        facts=facts,
        rendered=rendered,
        mail=mail,
        printed=printed,
        style_version=worn.version,
        because=" ".join(dict.fromkeys(said)),
    )


def _rendered(channel: str, facts: MessageFacts, style: HouseStyle, texts: TextsInUse) -> Rendered:
    if is_spoken(channel):
        return write_spoken(facts, channel, texts.phrases(facts.language))
    zone = PINGEN if settings.INSTALLATION.post_url else C5_6
    phrases = texts.phrases(facts.language, for_notice=facts.notice is not None)
    return render(facts, style, phrases, zone=zone)


def _number(day: Day, decision: Decision) -> uuid.UUID:
    """Return the message's own number: the same each time the same day is written."""
    earlier = Message.objects.filter(decision=decision).count()
    name = f"voldaan:{settings.INSTALLATION.mail_domain}:{day.client.key}:{decision.pk}:{earlier}"
    return uuid.uuid5(uuid.NAMESPACE_URL, name)


def _followed(strategy: Strategy | None, decision: Decision) -> tuple[Strategy, Stage]:
    """Return the strategy of a decision, and its stage in it.

    Raises:
        CannotWrite: the strategy was changed since, and has no such stage.
    """
    try:
        if strategy is not None:
            return strategy, strategy.stage_of(decision.stage)
    except KeyError as gone:
        raise CannotWrite(_CHANGED) from gone
    raise CannotWrite(_CHANGED)


def _facts(
    day: Day,
    draft: _Draft,
    strategy: Strategy | None,
    leading: Sequence[Invoice],
    also_open: Sequence[Invoice],
    *,
    texts: TextsInUse,
) -> MessageFacts:
    followed, stage = _followed(strategy, draft.decision)
    text = text_of(stage, followed, cast(Capacity, draft.account.debtor.capacity))
    notice = _notice(day, draft, [*leading, *also_open]) if text == NOTICE else None
    spoken = is_spoken(draft.decision.channel)
    language = written_in(draft.account.debtor.language, notice=notice is not None, spoken=spoken)
    occasion = Occasion(
        text=text,
        language=language,
        invoice_words=invoice_words(texts.phrases(language)),
        on=day.on,
        pay_by=_last_day(day, draft, stage, leading, notice),
        payments_until=min(day.truth.until or day.on, day.on),
        next_step=next_step(text, stage, followed, ordered=day.client.next_step_collection),
        more_follow=more_follow(stage, followed),
        signed_by=stage.signed_by,
        enclosed=tuple(one.invoice_number for one in draft.enclosures),
        enclosed_by="EMAIL" if draft.decision.channel == "EMAIL" else "POST",
        notice=notice,
        earlier=earlier_message(draft.account, day.engagement, leading)
        if is_spoken(draft.decision.channel)
        else None,
    )
    return message_facts(
        day.client, draft.account, leading, also_open, occasion=occasion, engagement=day.engagement
    )


def invoice_words(texts: Phrases) -> tuple[str, str]:
    """Return what one invoice, and several, are called in these texts."""
    one, many = (texts.one("labels.invoice", frozenset({side}), {}) for side in ("one", "many"))
    return one, many


def _notice(day: Day, draft: _Draft, invoices: Sequence[Invoice]) -> NoticeFacts:
    return notice_facts(
        draft.account,
        invoices,
        on=day.on,
        by=cast(By, draft.decision.channel),
        vat_is_added=vat_is_added(day),
        left_out=draft.left_out,
    )


def _last_day(
    day: Day, draft: _Draft, stage: Stage, leading: Sequence[Invoice], notice: NoticeFacts | None
) -> date:
    """Return the last day of the term; of a notice not before the careful one of the law. None is printed there."""
    additional = settings.INSTALLATION.additional_holidays
    given = pay_by(stage, max(invoice.due_date for invoice in leading), day.on, additional=additional)
    if notice is None:
        return given
    return max(given, notice_term(day.on, by=notice.by, additional=additional).careful_last_day)


def _keep(day: Day, draft: _Draft, done: Written, *, at: datetime, by: str) -> None:
    message = Message(
        client=day.client,
        account=draft.account,
        decision=draft.decision,
        engagement=day.engagement,
        uuid=draft.number,
        kind=NOTICE_KIND if draft.facts and draft.facts.notice else REMINDER_KIND,
        stage=draft.decision.stage,
        channel=draft.decision.channel,
        language=draft.facts.language if draft.facts else "nl",
        recipient=_recipient(draft),
        facts=draft.facts.as_json() if draft.facts else {},
        state="REFUSED" if draft.because else "WRITTEN",
        because=draft.because[:300],
        on=day.on,
        pay_by=draft.facts.pay_by if draft.facts else day.on,
        written_at=at,
        person_first=draft.person_first,
        style_version=draft.style_version,
        text_version=draft.text_version,
    )
    if draft.rendered:
        _archive(message, draft.rendered, draft.mail)
    if draft.printed:
        message.print_sha256 = archive.keep(draft.printed)
    if draft.facts and draft.facts.code:
        keep_code(draft.account, draft.facts.code, at=at)
    message.save()
    MessageInvoice.objects.bulk_create(
        MessageInvoice(
            client=day.client, message=message, invoice_id=key, stage=stage, open_cents=draft.amounts[key]
        )
        for key, stage in draft.stages.items()
    )
    kind = "message.refused" if draft.because else "message.written"
    digests = {"text": message.text_sha256, "pdf": message.pdf_sha256, "mail": message.mail_sha256}
    if message.print_sha256:
        digests["print"] = message.print_sha256
    events.append(day.client, message_event(kind, message, on=day.on, at=at, by=by, **digests))
    if draft.because:
        done.refused += 1
        done.refusals.append(f"{draft.account.number}: {draft.because}")
    else:
        done.written += 1
    if draft.facts:
        done.tell_language(draft.account, draft.facts)


def language_sentence(reads: str, facts: MessageFacts) -> str:
    """Return in Dutch why a message is not in the language that its debtor reads."""
    written, asked = language_name(facts.language, "nl"), language_name(reads, "nl")
    why = "In die taal zijn er geen teksten."
    if reads in languages():
        why = (
            "Een veertiendagenbrief is er niet in die taal."
            if facts.notice
            else "Voor zo'n bericht zijn er in die taal geen teksten."
        )
    return f"de debiteur leest {asked}, en het bericht is in het {written}. {why}"


def _mail(draft: _Draft, facts: MessageFacts, rendered: Rendered, invoice: str) -> bytes:
    """Return the finished e-mail, with what an `invoice` is called in it; nothing where the message goes by post.

    Raises:
        CannotWrite: the sender's address is none.
    """
    if draft.decision.channel != "EMAIL":
        return b""
    sender = facts.sender.email or f"debiteuren@{settings.INSTALLATION.mail_domain}"
    if not is_valid_email(sender):
        raise CannotWrite(f"{sender!r} van {facts.sender.name} is geen e-mailadres. Vul er een in.")
    parts = EmailParts(
        uuid=str(draft.number),
        domain=settings.INSTALLATION.mail_domain,
        sender_name=facts.sender.name,
        sender_address=sender,
        recipient_name=facts.addressee.person or facts.addressee.name,
        recipient_address=draft.account.debtor.email,
        subject=rendered.subject,
        language=facts.language,
        text=rendered.text,
        html=rendered.html,
        images={image.cid: image.content for image in rendered.images},
        enclosures=tuple((one.file_name(invoice), one.content()) for one in draft.enclosures),
    )
    return email_bytes(parts)


def _archive(message: Message, rendered: Rendered, mail: bytes) -> None:
    message.subject = rendered.subject[:300]
    message.text_sha256 = archive.keep((rendered.text if mail else rendered.letter_text).encode())
    if is_spoken(message.channel):
        return
    message.html_sha256 = archive.keep(rendered.html.encode())
    message.pdf_sha256 = archive.keep(rendered.pdf)
    if mail:
        message.mail_sha256 = archive.keep(mail)


def _recipient(draft: _Draft) -> str:
    """Return the e-mail address, the number, or the lines on the envelope."""
    if is_spoken(draft.decision.channel):
        return draft.number_called
    return draft.account.debtor.email if draft.decision.channel == "EMAIL" else _address(draft.facts)


def _address(facts: MessageFacts | None) -> str:
    if facts is None:
        return ""
    to = facts.addressee
    lines = (to.name, to.street, " ".join(part for part in (to.postcode, to.city) if part), to.country)
    return "\n".join(line for line in lines if line)[:320]
