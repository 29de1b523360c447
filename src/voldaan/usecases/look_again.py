"""Whether a message that was approved is still the one that this day asks for (P1, P2)."""

from typing import cast

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.notice import TERM_DAYS
from voldaan.domain.strategy.facts import AccountFacts, Decision
from voldaan.domain.strategy.person_first import person_first
from voldaan.domain.strategy.strategy import SPOKEN
from voldaan.domain.wording.facts import MessageFacts
from voldaan.records import decisions
from voldaan.records.approvals import PEOPLE, approvals_of
from voldaan.records.by_phone import number_of
from voldaan.records.message_facts import addressee_of
from voldaan.records.models import Message, MessageInvoice
from voldaan.records.notices import NOTICE_KIND, beside
from voldaan.usecases.approve_messages import BY_RULE
from voldaan.usecases.choose_text import text_of, vat_is_added
from voldaan.usecases.known_texts import written_in
from voldaan.usecases.plan_day import Day


def overtaken(message: Message, account: AccountFacts | None, decision: Decision | None, day: Day) -> str:
    """Return why the message is no longer right on this day, or nothing: balance, holds, stage, truth (P1, P2)."""
    if account is None or decision is None:
        return "Alles is inmiddels voldaan."
    if decision.act != "REMIND":
        return f"Vandaag is de beslissing {decision.act}: {decision.because}."
    stands = message.decision
    assert stands is not None, "a reminder follows from a decision"
    invoices, _ = decisions.compact(decision)
    if (invoices, decision.stage, decision.channel) != (stands.invoices, stands.stage, stands.channel):
        return "De facturen, de fase of het kanaal zijn inmiddels andere."
    if _amounts(message, {invoice.id: invoice.open_cents for invoice in account.invoices}):
        return "Het openstaande bedrag is inmiddels een ander."
    also_open = beside(
        message.stage,
        [reason.id for reason in decision.others if reason.because == "ALSO_OPEN"],
        cast(Capacity, message.account.debtor.capacity),
        day.on,
    )
    written = set(MessageInvoice.objects.filter(message=message).values_list("invoice_id", flat=True))
    if written != {*decision.invoices, *also_open}:
        return "Wat verder nog openstaat, is inmiddels anders."
    if message.engagement_id != (day.engagement.pk if day.engagement else None):
        return "De opdracht is inmiddels een andere."
    if another := _another_text(message, account, day) or _for_more_people(message, account, day):
        return another
    if _term_too_short(message, account, day):
        return "De termijn in het bericht is inmiddels te kort geworden."
    return _another_recipient(message, day)


def _another_recipient(message: Message, day: Day) -> str:
    """Return that the address or the number is another one today, or nothing."""
    if message.channel == "EMAIL" and message.recipient != message.account.debtor.email:
        return "Het e-mailadres is inmiddels een ander."
    if message.channel in SPOKEN and message.recipient != number_of(message.account, message.channel, day.on):
        return "Het telefoonnummer is inmiddels een ander."
    return ""


def _another_text(message: Message, account: AccountFacts, day: Day) -> str:
    """Return why the message would have another text today, or nothing: whom the law gives a notice, and of what."""
    strategy = day.strategy_of(account)
    if strategy is None:
        return "Geen enkele strategie is nog voor deze debiteur."
    capacity = cast(Capacity, message.account.debtor.capacity)
    facts = MessageFacts.from_json(message.facts)
    reads = message.account.debtor.language
    spoken = message.channel in SPOKEN
    if facts.language != written_in(reads, notice=facts.notice is not None, spoken=spoken):
        return "De debiteur wordt inmiddels in een andere taal geschreven."
    if facts.addressee != addressee_of(message.account):
        return "De naam of het adres van de debiteur is inmiddels een ander."
    if facts.stage != text_of(strategy.stage_of(message.stage), strategy, capacity):
        return "De tekst die bij deze fase en deze debiteur hoort, is inmiddels een andere."
    if facts.notice is not None and (facts.notice.vat_percent is not None) is not vat_is_added(day):
        return "Of er btw over de incassokosten komt, is inmiddels anders."
    return ""


def _for_more_people(message: Message, account: AccountFacts, day: Day) -> str:
    """Return why more people agree today to such a message than agreed to this one, or nothing."""
    people = PEOPLE[approvals_of(day.client).of(message.stage)]
    if people == 2 and not message.four_eyes:
        return "Voor deze fase geven inmiddels twee personen akkoord."
    if message.approved_by == BY_RULE and people:
        return "Voor deze fase geeft inmiddels een mens akkoord."
    strategy = day.strategy_of(account)
    if strategy is None or message.approved_by != BY_RULE:
        return ""
    because = person_first(strategy, message.stage, account, day.facts)
    return "Volgens de strategie kijkt inmiddels eerst een mens naar dit bericht." if because else ""


def _term_too_short(message: Message, account: AccountFacts, day: Day) -> bool:
    """Test if a message waited so long for approval that its term lost more than a third of its days.

    The term of a notice counts from its delivery, so none of it is lost. After as long a wait it is written anew all
    the same: its date and what it says of payments would be too old.
    """
    if message.kind == NOTICE_KIND:
        return (day.on - message.on).days * 3 > TERM_DAYS
    strategy = day.strategy_of(account)
    term = strategy.stage_of(message.stage).term_days if strategy else 0
    return term > 0 and (message.pay_by - day.on).days * 3 < term * 2


def _amounts(message: Message, now: dict[int, int]) -> bool:
    """Test if an amount in the message is no longer what is open."""
    lines = MessageInvoice.objects.filter(message=message).values_list("invoice_id", "open_cents")
    return any(now.get(number) != cents for number, cents in lines)
