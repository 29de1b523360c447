"""Thank who paid after a reminder: once, by e-mail, where the client wishes it and nothing else waits."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache, partial

from voldaan.domain.wording.facts import MessageFacts, ReplyFacts
from voldaan.records import events
from voldaan.records.message_facts import ReplyOccasion, reply_message_facts
from voldaan.records.models import Account, Client, Invoice
from voldaan.records.reply_rows import CannotReply
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.thanks import Thanked, to_thank
from voldaan.usecases.known_texts import TextsInUse
from voldaan.usecases.plan_day import Day, day_of
from voldaan.usecases.reply_draft import (
    ReplyDraft,
    in_their_language,
    keep_reply,
    number_of,
    payments_until,
    texts_on,
)
from voldaan.usecases.write_messages import Written


def write_thanks(client: Client, *, on: date, at: datetime, by: str) -> Written:
    """Write a thank-you to everybody who paid what they were reminded of and was not thanked for it yet.

    A payment that comes in meanwhile, or is taken back, is seen again when the message leaves (`mark_message`).
    """
    done = Written()
    if not client.thanks:
        return done
    with rows_of(client):
        found = to_thank(on)
        if not found:
            return done
        day = day_of(client, on)
        texts_of = cache(partial(texts_on, day))
        for one in found:
            with one_transaction():
                events.hold_still(client)
                # Another run may have thanked them, or the payment was taken back, since we looked.
                still = next(iter(to_thank(on, one.account.pk)), None)
                if still is not None:
                    _thank(day, still, texts_of, done, at=at, by=by)
    return done


def facts_to_thank(
    day: Day, account: Account, invoices: Sequence[Invoice], texts: TextsInUse
) -> MessageFacts:
    """Return what a thank-you for these invoices says. Needs the client's rows open.

    Raises:
        CannotReply: its texts must be mended.
    """
    told = ReplyOccasion(
        kind="THANKS", on=day.on, payments_until=payments_until(day), reply=ReplyFacts(day=day.on)
    )
    occasion = in_their_language(told, account, texts)
    return reply_message_facts(
        day.client, account, invoices, (), occasion=occasion, engagement=day.engagement
    )


def _thank(
    day: Day, thanked: Thanked, texts_of: Callable[[], TextsInUse], done: Written, *, at: datetime, by: str
) -> None:
    account, invoices = thanked.account, thanked.invoices
    number = number_of(day.client, "thanks", account.pk, *(invoice.pk for invoice in invoices))
    try:
        texts = texts_of()
        facts = facts_to_thank(day, account, invoices, texts)
        draft = ReplyDraft(
            account=account,
            number=number,
            facts=facts,
            texts=texts,
            recipient=account.debtor.email,
            invoices=invoices,
        )
        message = keep_reply(day, draft, at=at, by=by)
    except CannotReply as refusal:
        # One that cannot be written stops nobody else's.
        done.refusals.append(f"{account.number}: {refusal}")
        done.refused += 1
        return
    if message.state == "REFUSED":
        done.refusals.append(f"{account.number}: {message.because}")
        done.refused += 1
    else:
        done.written += 1
    done.tell_language(account, facts)
