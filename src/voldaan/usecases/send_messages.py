"""Send what is approved: look once more, mark, hand over, write down what was said (P1, P3, P6).

What was paid since is matched first. Then a message passes three points, each one transaction or one call:

1. *Mark.* With every other writer of the book held still, the account is decided again. Is it still to be
   reminded of the same invoices and amounts, at the same stage, by the same channel, at a lawful hour? Then the
   message becomes SENDING. If not, it is withdrawn and says why.
2. *Hand over.* The channel gets the bytes.
3. *Finish.* What the channel said is kept: SENT, FAILED, approved again where nothing left, or AMBIGUOUS.

A crash before 1 leaves it approved, between 1 and 3 it stays SENDING. The next sender, who holds the lock that
only one sender can hold, finds it so and makes it AMBIGUOUS: shown to a person, never repeated unasked.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.module_loading import import_string

from voldaan.channels.email_message import dated, return_path
from voldaan.channels.parcel import Channel, Outcome, Parcel
from voldaan.domain.law.capacity import Capacity, is_natural_person
from voldaan.domain.law.contact import allowed
from voldaan.domain.law.notice import TERM_DAYS, By, notice_term
from voldaan.domain.strategy.facts import AccountFacts, Decision
from voldaan.domain.strategy.hours import hours_words, waits_until
from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.strategy.person_first import person_first
from voldaan.domain.strategy.strategy import Manners
from voldaan.domain.wording.facts import MessageFacts
from voldaan.records import archive, decisions, events
from voldaan.records.locks import only_sender
from voldaan.records.models import Client, Fee, Message, MessageInvoice, Reminded
from voldaan.records.notices import NOTICE_KIND, beside
from voldaan.records.pending import messages_in, payments_not_looked_at
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.approve_messages import BY_RULE
from voldaan.usecases.choose_text import text_of, vat_is_added
from voldaan.usecases.match_payments import match_payments
from voldaan.usecases.plan_day import Day, day_of, decided
from voldaan.usecases.write_messages import message_event, withdraw

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
OPENINGS_LOOKED_AT = 30
"""How many openings of a strategy are held against the hours of the law before nobody is kept waiting for the next."""


@dataclass(slots=True)
class Sent:
    """What sending did."""

    sent: int = 0
    withdrawn: int = 0
    failed: int = 0
    ambiguous: int = 0
    waiting: int = 0
    """Approved and not sent: not a lawful hour, or the channel did not take it yet."""
    remarks: list[str] = field(default_factory=list)


def send_messages(clients: list[Client], *, on: date, at: datetime, by: str) -> Sent:
    """Send every approved message of these clients, as it stands on the day `on` and at the moment `at`.

    Payments that were imported meanwhile are matched first: what they paid is not reminded.

    Raises:
        AnotherSender: another process is sending.
    """
    done = Sent()
    with only_sender():
        channels: dict[str, Channel] = import_string(settings.VOLDAAN_CHANNELS)()
        try:
            for client in clients:
                _send_all(client, channels, done, on=on, at=at, by=by)
        finally:
            for channel in channels.values():
                channel.close()
    return done


def _send_all(
    client: Client, channels: dict[str, Channel], done: Sent, *, on: date, at: datetime, by: str
) -> None:
    with rows_of(client):
        waiting = messages_in("APPROVED", "SENDING")
        _show_orphans(client, waiting, done, on=on, at=at, by=by)
        messages = [message for message in waiting if message.state == "APPROVED"]
        if messages and payments_not_looked_at():
            match_payments(client, on=on, at=at, by=by)
        for message in messages:
            _send(client, message, channels, done, on=on, at=at, by=by)


def _show_orphans(
    client: Client, waiting: list[Message], done: Sent, *, on: date, at: datetime, by: str
) -> None:
    """Make ambiguous what an earlier sender left half way: we hold the lock, so nobody is working on it."""
    for message in (message for message in waiting if message.state == "SENDING"):
        said = Outcome(
            answer="UNKNOWN", said="De verzending is onderbroken; of het bericht weg is, is niet bekend."
        )
        _finish(client, message, said, done, on=on, at=at, by=by)


def _send(
    client: Client,
    message: Message,
    channels: dict[str, Channel],
    done: Sent,
    *,
    on: date,
    at: datetime,
    by: str,
) -> None:
    content = _content(message, at)
    sha256 = archive.keep(content)
    if not _mark(client, message, sha256, done, on=on, at=at, by=by):
        return
    parcel = Parcel(
        uuid=str(message.uuid),
        day=on.isoformat(),
        return_path=return_path(str(message.uuid), settings.INSTALLATION.mail_domain),
        recipient=message.recipient,
        content=content,
    )
    outcome = channels[message.channel].deliver(parcel)
    _finish(client, message, outcome, done, on=on, at=at, by=by)


def _content(message: Message, at: datetime) -> bytes:
    if message.channel == "EMAIL":
        return dated(archive.fetch(message.mail_sha256), at)
    return archive.fetch(message.pdf_sha256)


def _mark(
    client: Client, message: Message, sha256: str, done: Sent, *, on: date, at: datetime, by: str
) -> bool:
    """Look once more and mark the message as being sent. False: it stays here, and the reason is kept."""
    with one_transaction():
        events.hold_still(client)
        fresh = Message.objects.select_related("client", "decision", "account__debtor").get(pk=message.pk)
        if fresh.state != "APPROVED":
            return False
        if later := _not_now(fresh, at):
            return _stays(fresh, later, done)
        try:
            day = day_of(fresh.client, on)
        except StrategyError as error:
            # What one client follows keeps no other client's messages here.
            return _stays(fresh, str(error), done)
        facts, decision = next(decided(day, fresh.account_id), (None, None))
        if overtaken := _overtaken(fresh, facts, decision, day):
            withdraw(fresh, overtaken, on=on, at=at, by=by)
            done.withdrawn += 1
            done.remarks.append(f"{fresh.account.number}: {overtaken}")
            return False
        if facts is not None and (later := _outside_hours(fresh, facts, day, at)):
            return _stays(fresh, later, done)
        Message.objects.filter(pk=fresh.pk).update(
            state="SENDING",
            sending_at=at,
            sent_on=on,
            sent_sha256=sha256,
            because="",
            pay_by=_last_day(fresh, on),
        )
        events.append(client, message_event("message.sending", fresh, on=on, at=at, by=by, bytes=sha256))
    return True


def _stays(message: Message, later: str, done: Sent) -> bool:
    """Let a message wait for another time, with the reason; return that it was not marked."""
    done.waiting += 1
    done.remarks.append(f"{message.account.number}: {later}")
    Message.objects.filter(pk=message.pk).update(because=later[:300])
    return False


def _not_now(message: Message, at: datetime) -> str:
    """Return why the message has to wait a while and may then still be right, or nothing."""
    if payments_not_looked_at():
        return "Er is zojuist betaald; eerst wordt gekeken waarvoor. Het bericht wacht op de volgende keer."
    return _unlawful_hour(message, at)


def _unlawful_hour(message: Message, at: datetime) -> str:
    """Return why an agency may not approach this natural person at this moment (Bki art. 4.2), or nothing."""
    if not _has_lawful_hours(message):
        return ""
    verdict = allowed(_dutch(at), additional=settings.INSTALLATION.additional_holidays)
    if verdict.allowed:
        return ""
    return (
        f"{verdict.sentence('nl').capitalize()}. Dit bericht wacht tot {verdict.next_allowed:%d-%m-%Y %H:%M}."
    )


def _has_lawful_hours(message: Message) -> bool:
    capacity = cast(Capacity, message.account.debtor.capacity)
    return message.engagement_id is not None and is_natural_person(capacity)


def _dutch(at: datetime) -> datetime:
    return at.astimezone(DUTCH_TIME).replace(tzinfo=None)


def _outside_hours(message: Message, facts: AccountFacts, day: Day, at: datetime) -> str:
    """Return why the strategy of the account sends nothing at this moment, and from when it does, or nothing (P6)."""
    strategy = day.strategy_of(facts)
    if strategy is None or strategy.manners.hours is None:
        return ""
    following = waits_until(strategy.manners, _dutch(at))
    if following is None:
        return ""
    hours = hours_words(strategy.manners.hours, "nl")
    moment = _lawful_too(message, strategy.manners, following)
    waits = (
        f"Dit bericht wacht tot {moment:%d-%m-%Y %H:%M}."
        if moment
        else "Geen van die uren ligt binnen de uren van de wet: pas de strategie aan."
    )
    return f"De strategie {strategy.name} verstuurt {hours}. {waits}"


def _lawful_too(message: Message, manners: Manners, following: datetime) -> datetime | None:
    """Return the first moment from this one on that the law allows too; None where no week has one."""
    if not _has_lawful_hours(message):
        return following
    for _ in range(OPENINGS_LOOKED_AT):
        verdict = allowed(following, additional=settings.INSTALLATION.additional_holidays)
        if verdict.allowed:
            return following
        following = waits_until(manners, verdict.next_allowed) or verdict.next_allowed
    return None


def _overtaken(message: Message, account: AccountFacts | None, decision: Decision | None, day: Day) -> str:
    """Return why the message is no longer right on this day, or nothing: balance, holds, stage, truth (P1, P2)."""
    if account is None or decision is None:
        return "Alles is inmiddels voldaan."
    if decision.act != "REMIND":
        return f"Vandaag is de beslissing {decision.act}: {decision.because}."
    stands = message.decision
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
    if another := _another_text(message, account, day) or _for_a_person(message, account, day):
        return another
    if _term_too_short(message, account, day):
        return "De termijn in het bericht is inmiddels te kort geworden."
    current = message.account.debtor.email
    if message.channel == "EMAIL" and message.recipient != current:
        return "Het e-mailadres is inmiddels een ander."
    return ""


def _another_text(message: Message, account: AccountFacts, day: Day) -> str:
    """Return why the message would have another text today, or nothing: whom the law gives a notice, and of what."""
    strategy = day.strategy_of(account)
    if strategy is None:
        return "Geen enkele strategie is nog voor deze debiteur."
    capacity = cast(Capacity, message.account.debtor.capacity)
    facts = MessageFacts.from_json(message.facts)
    if facts.stage != text_of(strategy.stage_of(message.stage), strategy, capacity):
        return "De tekst die bij deze fase en deze debiteur hoort, is inmiddels een andere."
    if facts.notice is not None and (facts.notice.vat_percent is not None) is not vat_is_added(day):
        return "Of er btw over de incassokosten komt, is inmiddels anders."
    return ""


def _for_a_person(message: Message, account: AccountFacts, day: Day) -> str:
    """Return why a person looks first today at what the client's rule approved, or nothing."""
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


def _last_day(message: Message, on: date) -> date:
    """Return the last day of the term when the message is sent on this day: that of a notice counts from then."""
    if message.kind != NOTICE_KIND:
        return message.pay_by
    additional = settings.INSTALLATION.additional_holidays
    careful = notice_term(on, by=cast(By, message.channel), additional=additional).careful_last_day
    return max(message.pay_by, careful)


def _amounts(message: Message, now: dict[int, int]) -> bool:
    """Test if an amount in the message is no longer what is open."""
    lines = MessageInvoice.objects.filter(message=message).values_list("invoice_id", "open_cents")
    return any(now.get(number) != cents for number, cents in lines)


_STATES = {"ACCEPTED": "SENT", "REFUSED": "FAILED", "NOT_TAKEN": "APPROVED", "UNKNOWN": "AMBIGUOUS"}
_EVENTS = {
    "SENT": "message.sent",
    "FAILED": "message.failed",
    "APPROVED": "message.not_taken",
    "AMBIGUOUS": "message.ambiguous",
}


def _finish(
    client: Client, message: Message, outcome: Outcome, done: Sent, *, on: date, at: datetime, by: str
) -> None:
    """Keep what the channel said."""
    state = _STATES[outcome.answer]
    with one_transaction():
        events.hold_still(client)
        fresh = Message.objects.select_related("engagement").get(pk=message.pk)
        fresh.state, fresh.channel_said, fresh.finished_at = state, outcome.said[:500], at
        if state in ("FAILED", "APPROVED"):
            fresh.sent_on = None
        if state != "SENT":
            fresh.because = outcome.said[:300]
        fresh.save(update_fields=["state", "channel_said", "finished_at", "sent_on", "because"])
        if state == "SENT":
            record_sent(fresh)
        said = events.digest(outcome.said)
        events.append(client, message_event(_EVENTS[state], fresh, on=on, at=at, by=by, said=said))
    _count(done, fresh, state, outcome)


def record_sent(message: Message) -> None:
    """Write down whom a sent message reminded of what, and what the client owes its agency for it."""
    assert message.sent_on is not None
    lines = list(MessageInvoice.objects.filter(message=message).exclude(stage="").order_by("invoice_id"))
    Reminded.objects.bulk_create(
        Reminded(
            client_id=message.client_id,
            account_id=message.account_id,
            invoice_id=line.invoice_id,
            message=message,
            stage=line.stage,
            on=message.sent_on,
            pay_by=message.pay_by,
        )
        for line in lines
    )
    if message.engagement is None:
        return
    ours = Fee.objects.filter(engagement__agency=message.engagement.agency_id, first=True)
    charged = set(
        ours.filter(invoice__in=[line.invoice_id for line in lines]).values_list("invoice_id", flat=True)
    )
    for line in lines:
        first = line.invoice_id not in charged
        if first or message.engagement.every_message_is_charged:
            Fee.objects.create(
                client_id=message.client_id,
                engagement=message.engagement,
                invoice_id=line.invoice_id,
                message=message,
                on=message.sent_on,
                cents=message.engagement.price_cents,
                first=first,
            )


def _count(done: Sent, message: Message, state: str, outcome: Outcome) -> None:
    if state == "SENT":
        done.sent += 1
        return
    counter = {"FAILED": "failed", "AMBIGUOUS": "ambiguous", "APPROVED": "waiting"}[state]
    setattr(done, counter, getattr(done, counter) + 1)
    done.remarks.append(f"{message.account.number}: {outcome.said}")
