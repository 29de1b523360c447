"""Whether a message that asks for nothing is still true when it leaves (P2)."""

from datetime import date

from voldaan.domain.wording.facts import MessageFacts, ReplyFacts
from voldaan.letters.statement import amounts_in
from voldaan.records.approvals import PEOPLE, approvals_of
from voldaan.records.models import Message, MessageInvoice
from voldaan.records.reply_rows import DISPUTED, UNDATED, CannotReply, held_since, standing
from voldaan.records.statement_rows import balances_of
from voldaan.records.thanks import to_thank
from voldaan.records.truth import payment_truth
from voldaan.usecases.approve_messages import BY_RULE


def no_longer_true(message: Message, on: date) -> str:
    """Return why what the message says is no longer so on this day, or nothing. Needs the client's rows open."""
    facts = MessageFacts.from_json(message.facts)
    reply = facts.reply
    assert reply is not None, "a message that is no reminder has the facts of a reply"
    if because := _more_people(message) or _others(message, facts, on):
        return because
    if facts.stage == "THANKS":
        return _thanks(message, on)
    if facts.stage == "CONFIRMATION":
        return _confirmation(message, reply, on)
    return _statement(message, reply, on) if facts.stage == "STATEMENT" else ""


def _more_people(message: Message) -> str:
    """Return why more people agree today to such a message than agreed to this one, or nothing."""
    people = PEOPLE[approvals_of(message.client).of(message.stage)]
    if people == 2 and not message.four_eyes:
        return "Voor dit soort bericht geven inmiddels twee personen akkoord."
    if people and message.approved_by == BY_RULE:
        return "Voor dit soort bericht geeft inmiddels een mens akkoord."
    return ""


def _others(message: Message, facts: MessageFacts, on: date) -> str:
    """Return why somebody else would write today, or to somebody else, or nothing."""
    engagement = payment_truth(message.client, on).engagement
    if message.engagement_id != (engagement.pk if engagement else None):
        return "De opdracht is inmiddels een andere."
    if facts.addressee.name and facts.addressee.name != message.account.debtor.name:
        return "De naam van de debiteur is inmiddels een andere."
    return ""


def _thanks(message: Message, on: date) -> str:
    if not message.client.thanks:
        return "De opdrachtgever wil inmiddels geen bedankjes meer."
    written = set(MessageInvoice.objects.filter(message=message).values_list("invoice_id", flat=True))
    still = next(iter(to_thank(on, message.account_id, besides=message.pk)), None)
    if still is None or not written <= {invoice.pk for invoice in still.invoices}:
        return (
            "Er is niet meer om te bedanken: de betaling is teruggenomen, er staat weer iets open, of het is te lang "
            "geleden."
        )
    if message.recipient != still.account.debtor.email:
        return "Het e-mailadres is inmiddels een ander."
    return ""


def _statement(message: Message, reply: ReplyFacts, on: date) -> str:
    """Return why a statement would say something else now: what was paid before its last day can come in later.

    Whoever was left in peace since it was written may be nobody of the debtor's, or have to be spared.
    """
    if held_since(message.account, message.written_at, on):
        return "De debiteur wordt inmiddels met rust gelaten."
    if message.recipient != message.account.debtor.email:
        return "Het e-mailadres is inmiddels een ander."
    if reply.day is None or reply.first_day is None:
        return "Het overzicht zegt niet over welke dagen het gaat. Maak het opnieuw."
    now = balances_of(message.account, first_day=reply.first_day, last_day=reply.day)
    if {cents for one in now for cents in amounts_in(one)} != set(reply.amounts_cents):
        return "Er is iets geboekt van voor de laatste dag van het overzicht. Maak het opnieuw."
    return ""


def _confirmation(message: Message, reply: ReplyFacts, on: date) -> str:
    """Return why what was confirmed no longer stands. What a person wrote in own words is theirs to answer for."""
    if reply.own_words:
        return ""
    if reply.day is not None and reply.topic not in UNDATED and reply.day < on:
        return "De dag die het bericht noemt, is voorbij."
    try:
        now = standing(message.account, reply.topic, on)
    except CannotReply:
        return "Wat het bericht bevestigt, geldt niet meer."
    told = set(MessageInvoice.objects.filter(message=message).values_list("invoice_id", flat=True))
    # Longer than was said is no broken word; a shorter time, or of another invoice, is.
    ends_sooner = now.day is not None and (reply.day is None or now.day < reply.day)
    is_of_another = now.invoice is not None and told != {now.invoice}
    if reply.topic in DISPUTED:
        ends_sooner = now.day != reply.day
    return "Wat het bericht bevestigt, geldt niet meer." if ends_sooner or is_of_another else ""
