"""What a reply to a debtor is about, and what stands to be confirmed. Needs the client's rows open."""

import json
from datetime import date, datetime
from typing import Final, NamedTuple

from django.db.models import Q, QuerySet

from voldaan.domain.wording.facts import ReplyTopic
from voldaan.records.merging import family
from voldaan.records.models import (
    Account,
    Contact,
    Dispute,
    Event,
    Hold,
    IncomingMail,
    Invoice,
    Message,
    MessageInvoice,
    Promise,
)
from voldaan.records.models.hold import not_lifted

DISPUTED: Final[frozenset[ReplyTopic | None]] = frozenset({"DISPUTE", "SET_OFF"})
UNDATED: Final[frozenset[ReplyTopic | None]] = frozenset({"WRONG_PERSON", "DEBT_COUNSELLING", "COMPLAINT"})
"""What is confirmed without a last day: nobody knows it yet, or the law gives it."""

NAMES_NO_INVOICE: Final = UNDATED | {"MOVED"}
_MISSING: Final = "{} bij deze debiteur. Leg die eerst vast, en bevestig dat dan."


class CannotReply(Exception):
    """This cannot be written or sent to this debtor, with a Dutch sentence that says why."""


class Standing(NamedTuple):
    """What stands of what a debtor said: until when, and of which invoice where it is of one only."""

    day: date | None
    invoice: int | None


def standing(account: Account, topic: ReplyTopic | None, on: date) -> Standing:
    """Return what is confirmed: the promise, our answer, or the rest of the account, as it stands on this day.

    Raises:
        CannotReply: nothing stands that could be confirmed.
    """
    if topic is None or topic == "MOVED":
        return Standing(None, None)
    if topic == "PROMISE":
        promises = Promise.objects.filter(account=account, cancelled_on__isnull=True, last_day__gte=on)
        promise = promises.order_by("-pk").first()
        if promise is None:
            raise CannotReply(_MISSING.format("Er staat geen toezegging"))
        return Standing(promise.last_day, promise.invoice_id)
    if topic in DISPUTED:
        disputes = Dispute.objects.filter(invoice__account=account, closed_on__isnull=True)
        # Of several, the last answer: before it, none of them can be said to be answered.
        days = list(disputes.values_list("answer_by", flat=True))
        if not days:
            raise CannotReply(_MISSING.format("Er staat geen betwisting"))
        if max(days) < on:
            raise CannotReply(
                "De dag waarop wij zouden antwoorden, is voorbij. Schrijf zelf wanneer het antwoord komt."
            )
        return Standing(max(days), None)
    return _rest(account, topic, on)


def _rest(account: Account, topic: ReplyTopic, on: date) -> Standing:
    holds = holds_on(account, on).exclude(reason="ANSWER_TO_READ")
    hold = holds.filter(invoice__isnull=True).order_by("-pk").first() or holds.order_by("-pk").first()
    if hold is None:
        raise CannotReply(
            "Deze debiteur wordt niet met rust gelaten. Leg eerst vast wat er gebeurt, en bevestig dat dan."
        )
    if hold.last_day is None and topic not in UNDATED:
        raise CannotReply(
            "De rust van deze debiteur heeft geen laatste dag. Schrijf zelf wat u wilt bevestigen."
        )
    return Standing(hold.last_day, hold.invoice_id)


def holds_on(account: Account, on: date) -> QuerySet[Hold]:
    """Return the holds of an account, or of its invoices, that count on this day."""
    found = Hold.objects.filter(not_lifted(on), account=account, first_day__lte=on)
    return found.filter(Q(last_day__isnull=True) | Q(last_day__gte=on))


def held_since(account: Account, moment: datetime, on: date) -> bool:
    """Test if the account as a whole is left in peace on this day, by what was placed on it since a moment."""
    held = set(holds_on(account, on).filter(invoice__isnull=True).values_list("pk", flat=True))
    placed = Event.objects.filter(account_id__in=family(account.pk), kind="hold.placed", at__gte=moment)
    return bool(held) and any(
        json.loads(one)["hold"] in held for one in placed.values_list("data", flat=True)
    )


def invoices_of_reply(
    account: Account, mail: IncomingMail | None, topic: ReplyTopic | None, only: int | None
) -> tuple[list[Invoice], list[Invoice]]:
    """Return the invoices that the reply is about, and the others that it may name.

    The `only` one that a promise or a hold is of, those of the dispute, or of the message that was answered, or else
    all that is open.

    Raises:
        CannotReply: it would name invoices, and there is none.
    """
    owed = list(
        Invoice.objects.filter(account=account, withdrawn_on__isnull=True, open_cents__gt=0).order_by(
            "due_date", "pk"
        )
    )
    keys: set[int] = set()
    if only is not None:
        keys = {only}
    elif topic in DISPUTED:
        disputes = Dispute.objects.filter(invoice__account=account, closed_on__isnull=True)
        keys = set(disputes.values_list("invoice_id", flat=True))
    elif mail is not None and mail.message_id is not None and topic != "PROMISE":
        # A promise is about all that is open, whatever was answered.
        keys = set(
            MessageInvoice.objects.filter(message=mail.message_id).values_list("invoice_id", flat=True)
        )
    about = list(Invoice.objects.filter(pk__in=keys, account=account).order_by("due_date", "pk")) or owed
    if not about and topic is not None and topic not in NAMES_NO_INVOICE:
        raise CannotReply(
            f"Van debiteur {account.number} staat niets meer open om dit over te bevestigen. Schrijf zelf wat u wilt "
            "antwoorden."
        )
    named = {one.pk for one in about}
    return about, [one for one in owed if one.pk not in named]


def is_of_stranger(mail: IncomingMail) -> bool:
    """Test if a person decided of this mail, or last of one from its address, that its writer is not the debtor."""
    if mail.decided:
        return bool(mail.decided == "WRONG_PERSON")
    known = IncomingMail.objects.filter(account=mail.account_id, sender__iexact=mail.sender).exclude(
        decided=""
    )
    last = known.order_by("decided_at", "pk").last()
    return last is not None and last.decided == "WRONG_PERSON"


def is_known_address(account: Account, address: str) -> bool:
    """Test if this is an address of the debtor: theirs, of a contact, or one that we wrote to of our own accord.

    Whom a person answered once may be a stranger who was told just that: an answer makes no address the debtor's.
    """
    if not address:
        return False
    if account.debtor.email.lower() == address.lower():
        return True
    contacts = Contact.objects.filter(debtor=account.debtor_id, email__iexact=address)
    written_to = Message.objects.filter(account=account, recipient__iexact=address, sent_on__isnull=False)
    return contacts.exists() or written_to.exclude(kind="CONFIRMATION").exists()
