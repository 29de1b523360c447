"""A person says what an answer is, and what follows is done: a promise, a dispute, a rest, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal, NamedTuple, get_args

from django.conf import settings

from voldaan.domain.answers.propose import AnswerKind
from voldaan.domain.answers.words import answer_words
from voldaan.domain.law.stop_table import HoldKind
from voldaan.domain.strategy.words import hold_words
from voldaan.domain.workdays import add_working_days, format_day
from voldaan.records import events
from voldaan.records.finding import NotFound
from voldaan.records.models import Client, Dispute, Hold, IncomingMail, Invoice, MessageInvoice
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.open_dispute import CannotDispute, open_dispute
from voldaan.usecases.place_hold import CannotHold, lift_hold, place_hold
from voldaan.usecases.record_promise import CannotPromise, record_promise

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

MailDecision = Literal[AnswerKind, "COMPLAINT", "NOTHING"]
DECISIONS: Final[tuple[MailDecision, ...]] = (*get_args(AnswerKind), "COMPLAINT", "NOTHING")
ANSWER_WORKING_DAYS: Final = 5
"""How long we take to answer a dispute, unless somebody says another day."""


class Follows(NamedTuple):
    """What follows on a decision."""

    act: Literal["NOTHING", "PROMISE", "DISPUTE", "HOLD"]
    hold: HoldKind = "PERSON_ASKED"
    days: int | None = None
    """How long the account is left alone; None: as long as the law gives, or until somebody lifts it."""


FOLLOWS: Final[Mapping[MailDecision, Follows]] = {
    "ALREADY_PAID": Follows("HOLD", days=7),
    "PAID_IN_RUN": Follows("HOLD", days=14),
    "PROMISE": Follows("PROMISE"),
    "IN_PARTS": Follows("HOLD", days=14),
    "DISPUTE": Follows("DISPUTE"),
    "SET_OFF": Follows("DISPUTE"),
    "CREDIT_PROMISED": Follows("HOLD", days=14),
    "NEVER_RECEIVED": Follows("HOLD", days=7),
    "COPY_WANTED": Follows("HOLD", days=7),
    "PURCHASE_ORDER_MISSING": Follows("HOLD", days=7),
    "MOVED": Follows("HOLD", hold="MOVED"),
    "WRONG_PERSON": Follows("HOLD", hold="OTHER"),
    "DECEASED": Follows("HOLD", hold="DECEASED"),
    "DEBT_COUNSELLING": Follows("HOLD", hold="DEBT_COUNSELLING"),
    "COMPLAINT": Follows("HOLD", hold="COMPLAINT"),
    "ANGER": Follows("NOTHING"),
    "QUESTION": Follows("NOTHING"),
    "NOTHING": Follows("NOTHING"),
}
"""What is done when a person says what an answer is. An answer that asks for work gives the time to do it."""


class CannotDecide(Exception):
    """This cannot be said of this mail, with a Dutch sentence that says why."""


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
        english = language == "en"
        day = format_day(self.until, "en" if english else "nl", long=False) if self.until else ""
        what = answer_words(self.decided, language)
        if self.did == "PROMISE":
            follows = f"promised by {day}" if english else f"toegezegd uiterlijk {day}"
        elif self.did == "DISPUTE":
            follows = (
                f"disputed; we answer by {day}" if english else f"betwist; wij antwoorden uiterlijk {day}"
            )
        elif self.did == "HOLD" and self.hold is not None:
            until = (f" until {day}" if english else f" tot en met {day}") if day else ""
            rest = "left in peace" if english else "met rust gelaten"
            follows = f"{rest}{until} ({hold_words(self.hold, language)})"
        else:
            follows = "the strategy goes on" if english else "de strategie gaat door"
        return f"{what}: {follows}."


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
    decision = _decision(says)
    follows = FOLLOWS[decision]
    if follows.act == "PROMISE" and day is None:
        raise CannotDecide("Noem de dag waarop de debiteur zegt te betalen.")
    when: dict[str, Any] = {"on": on, "at": at, "by": by}
    with rows_of(client), one_transaction():
        events.hold_still(client)
        mail = _waiting(client, mail_id)
        until = _follow(client, mail, follows, day=day, invoices=invoices, note=note, when=when)
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


def _follow(
    client: Client,
    mail: IncomingMail,
    follows: Follows,
    *,
    day: date | None,
    invoices: Sequence[str],
    note: str,
    when: dict[str, Any],
) -> date | None:
    """Do what follows on a decision, and return its last day; None where it has none."""
    number, on = mail.account.number, when["on"]
    if follows.act == "PROMISE" and day is not None:
        record_promise(client, number, last_day=day, note=note, **when)
        return day
    if follows.act == "DISPUTE":
        additional = settings.INSTALLATION.additional_holidays
        answer_by = day or add_working_days(on, ANSWER_WORKING_DAYS, additional=additional)
        about = list(invoices) or _about(mail)
        if not about:
            raise CannotDecide(f"Bij debiteur {number} staat niets open dat nog niet betwist is.")
        for invoice in about:
            open_dispute(client, invoice, owner=when["by"], answer_by=answer_by, note=note, **when)
        return answer_by
    if follows.act == "HOLD":
        last_day = day or (None if follows.days is None else on + timedelta(days=follows.days))
        return place_hold(client, number, reason=follows.hold, last_day=last_day, note=note, **when).last_day
    return None


def _decision(says: str) -> MailDecision:
    for known in DECISIONS:
        if known == says:
            return known
    raise CannotDecide(f"{says!r} is geen antwoord dat wij kennen. Kies uit: {', '.join(DECISIONS)}.")


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


def _about(mail: IncomingMail) -> list[str]:
    """Return the open invoices that a mail is about: those of the message that it answers to, else all that is open."""
    disputed = Dispute.objects.filter(closed_on__isnull=True).values("invoice_id")
    found = Invoice.objects.filter(
        account=mail.account_id, open_cents__gt=0, handed_over_on__isnull=True, withdrawn_on__isnull=True
    ).exclude(pk__in=disputed)
    if mail.message_id is not None:
        told = MessageInvoice.objects.filter(message=mail.message_id).exclude(stage="")
        named = found.filter(pk__in=told.values("invoice_id"))
        found = named if named.exists() else found
    return list(found.order_by("due_date", "pk").values_list("number", flat=True))
