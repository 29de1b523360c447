"""Write what is said by telephone: the text message, or the script of a call; and what it may point back to."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from voldaan.domain.strategy.strategy import SPOKEN
from voldaan.domain.wording.facts import EarlierMessage, MessageFacts
from voldaan.domain.wording.guard import Finding, Way, check
from voldaan.domain.wording.language_words import LanguageWords
from voldaan.letters.call import call_script, text_of_script
from voldaan.letters.phrases import Phrases
from voldaan.letters.render import Rendered
from voldaan.letters.sms import sms_text
from voldaan.records.by_phone import number_of
from voldaan.records.merging import family
from voldaan.records.message_facts import CannotWrite
from voldaan.records.models import Account, Engagement, Invoice, Message, MessageInvoice
from voldaan.records.models.message import REMINDING


def is_spoken(channel: str) -> bool:
    """Test if a message goes by telephone."""
    return channel in SPOKEN


def write_spoken(facts: MessageFacts, channel: str, texts: Phrases) -> Rendered:
    """Return the text message, or the script of the call, in these texts, with what the lists call it.

    Raises:
        CannotWrite: an agency has not yet written to this natural person.
        ValueError: what it has to say cannot be said, and why.
    """
    if facts.falls_under_wki and facts.earlier is None:
        raise CannotWrite(
            f"Debiteur {facts.reference} is een natuurlijk persoon en kreeg van {facts.sender.name} nog niets op "
            "schrift. Een incassobureau beschrijft de vordering eerst in een e-mail of een brief (art. 3.1 Bki). Kies "
            "voor dit bericht e-mail of post."
        )
    text = sms_text(facts, texts) if channel == "SMS" else text_of_script(call_script(facts, texts))
    subject = texts.one(f"spoken.{channel}", frozenset(), {"debtor": facts.addressee.name})
    return Rendered(subject=subject, html="", text=text, pdf=b"", letter_text=text, images=())


def spoken_findings(
    facts: MessageFacts, rendered: Rendered, channel: str, words: LanguageWords | None = None
) -> tuple[Finding, ...]:
    """Return what the guard says of a text message or a script."""
    return check(facts, rendered.text, words, way=cast(Way, channel))


def earlier_message(
    account: Account, engagement: Engagement | None, invoices: Sequence[Invoice]
) -> EarlierMessage | None:
    """Return the last message in writing to this account about one of these invoices, for an agency its own.

    One to an account that was merged into it reached the same debtor.

    A message about something else, that may have been paid since, is none to point to. Needs the client's rows.
    """
    sent = Message.objects.filter(
        account__in=family(account.pk),
        state="SENT",
        kind__in=REMINDING,
        channel__in=("EMAIL", "POST"),
        message_invoices__invoice__in=invoices,
    )
    if engagement is not None:
        sent = sent.filter(engagement__agency=engagement.agency_id)
    last = sent.order_by("-sent_on", "-pk").first()
    if last is None or last.sent_on is None:
        return None
    return EarlierMessage(on=last.sent_on, by="POST" if last.channel == "POST" else "EMAIL")


def must_be_described(
    account: Account, engagement: Engagement | None, invoices: Sequence[Invoice], *, is_person: bool
) -> None:
    """Do nothing where each invoice may be spoken of: an agency wrote to a natural person about every one before.

    Raises:
        CannotWrite: of some it did not, or what it wrote did not arrive.
    """
    if engagement is None or not is_person:
        return
    sent = MessageInvoice.objects.filter(
        message__account__in=family(account.pk),
        message__state="SENT",
        message__kind__in=REMINDING,
        message__channel__in=("EMAIL", "POST"),
        message__engagement__agency=engagement.agency_id,
        invoice__in=invoices,
    )
    described = set(sent.values_list("invoice_id", flat=True))
    lacking = [invoice.number for invoice in invoices if invoice.pk not in described]
    if lacking:
        raise CannotWrite(
            f"Debiteur {account.number} is een natuurlijk persoon en kreeg van {engagement.agency.registered_name} "
            f"nog niets op schrift over {', '.join(lacking)}. Een incassobureau beschrijft elke vordering eerst in een "
            "e-mail of een brief (art. 3.1 Bki). Kies voor dit bericht e-mail of post."
        )


def number_today(account: Account, channel: str, on: date) -> str:
    """Return the number by which this account is reached today.

    Raises:
        CannotWrite: there is none any more.
    """
    number = number_of(account, channel, on)
    if not number:
        raise CannotWrite(
            f"Van debiteur {account.number} is geen telefoonnummer bekend dat hiervoor bruikbaar is. Vul er een in, of "
            "kies een andere weg."
        )
    return number
