"""A person says what an answer is, and what follows is done: a promise, a dispute, a rest, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from voldaan.domain.answers.words import answer_words
from voldaan.domain.law.stop_table import HoldKind
from voldaan.domain.workdays import format_day
from voldaan.records import events
from voldaan.records.finding import NotFound
from voldaan.records.models import Client, Hold, IncomingMail, MessageInvoice
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.follow_answer import (
    DECISIONS,
    FOLLOWS,
    CannotDecide,
    Follows,
    MailDecision,
    decision_of,
    follow_answer,
    follows_words,
)
from voldaan.usecases.open_dispute import CannotDispute
from voldaan.usecases.place_hold import CannotHold, lift_hold
from voldaan.usecases.record_promise import CannotPromise

__all__ = [
    "DECISIONS",
    "FOLLOWS",
    "CannotDecide",
    "CannotDispute",
    "CannotHold",
    "CannotPromise",
    "Decided",
    "NotFound",
    "decide_mail",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What came of a decision."""

    mail: int
    debtor: str
    decided: MailDecision
    did: Literal["NOTHING", "PROMISE", "DISPUTE", "HOLD"]
    hold: HoldKind | None = None
    until: date | None = None
    """The last day of the promise or the rest, or of our own answer; None: as long as nobody ends it."""

    def sentence(self, language: str) -> str:
        """Return what came of it, in words."""
        told = Follows(self.did) if self.hold is None else Follows(self.did, self.hold)
        return f"{answer_words(self.decided, language)}: {follows_words(told, self.until, language)}."


def decide_mail(
    client: Client,
    mail_id: int,
    *,
    says: str,
    day: date | None = None,
    invoices: Sequence[str] = (),
    note: str = "",
    on: date,
    at: datetime,
    by: str,
) -> Decided:
    """Write down what an answer is, do what follows, and let the account go where nothing else leaves it alone.

    `day` is the promised day, the last day of a rest, or the day by which we answer a dispute. `invoices` are those
    that are disputed: without them what the message was about, or all that is open.

    Raises:
        NotFound: the client has no such mail or invoice.
        CannotDecide: it is none that waits, or nothing that we know, or a day is missing.
        CannotPromise, CannotDispute, CannotHold: what follows cannot be done, and why.
    """
    decision = decision_of(says)
    follows = FOLLOWS[decision]
    if follows.act == "PROMISE" and day is None:
        raise CannotDecide("Noem de dag waarop de debiteur zegt te betalen.")
    when: dict[str, Any] = {"on": on, "at": at, "by": by}
    with rows_of(client), one_transaction():
        events.hold_still(client)
        mail = _waiting(client, mail_id)
        until = follow_answer(
            client, mail.account, follows, told=_told(mail), day=day, invoices=invoices, note=note, when=when
        )
        if mail.hold_id is not None and Hold.objects.filter(pk=mail.hold_id, lifted_on__isnull=True).exists():
            lift_hold(client, mail.hold_id, **when)
        mail.decided, mail.decided_at, mail.decided_by = decision, at, by[:200]
        mail.save(update_fields=["decided", "decided_at", "decided_by"])
        data = {"mail": mail.pk, "says": decision}
        events.append(
            client,
            events.NewEvent(
                kind="mail.decided", account_id=mail.account_id, data=data, on=on, at=at, actor=by
            ),
        )
    return Decided(
        mail=mail_id,
        debtor=mail.account.number,
        decided=decision,
        did=follows.act,
        hold=follows.hold if follows.act == "HOLD" else None,
        until=until,
    )


def _waiting(client: Client, mail_id: int) -> IncomingMail:
    mail = IncomingMail.objects.select_related("account", "message").filter(pk=mail_id).first()
    if mail is None:
        raise NotFound(f"{client.name} heeft geen mail {mail_id}.")
    if mail.decided:
        raise CannotDecide(
            f"Mail {mail_id} is al behandeld op {format_day(mail.decided_at.date(), 'nl')}."
            if mail.decided_at
            else f"Mail {mail_id} is al behandeld."
        )
    return mail


def _told(mail: IncomingMail) -> list[int]:
    """Return the invoices that the message told of to which a mail answers; none where it answers to none."""
    if mail.message_id is None:
        return []
    told = MessageInvoice.objects.filter(message=mail.message_id).exclude(stage="")
    return list(told.values_list("invoice_id", flat=True))
