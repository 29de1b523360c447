"""What a reply to a debtor is about, and what stands to be confirmed. Needs the client's rows open."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from voldaan.domain.wording.facts import ReplyTopic
from voldaan.records.models import (
    Account,
    Contact,
    Dispute,
    Hold,
    IncomingMail,
    Invoice,
    Message,
    MessageInvoice,
    Promise,
)

DISPUTED: Final[frozenset[ReplyTopic | None]] = frozenset({"DISPUTE", "SET_OFF"})
UNDATED: Final[frozenset[ReplyTopic | None]] = frozenset({"WRONG_PERSON", "DEBT_COUNSELLING", "COMPLAINT"})
"""What is confirmed without a last day: nobody knows it yet, or the law gives it."""


class CannotReply(Exception):
    """This cannot be written or sent to this debtor, with a Dutch sentence that says why."""


def day_to_confirm(account: Account, topic: ReplyTopic | None, about: Sequence[Invoice]) -> date | None:
    """Return the day of what is confirmed: of the promise, of our answer, or until when the account rests.

    Raises:
        CannotReply: nothing stands that could be confirmed.
    """
    if topic is None or topic == "MOVED":
        return None
    if topic == "PROMISE":
        found = Promise.objects.filter(account=account, cancelled_on__isnull=True).order_by("-pk")
        day = found.values_list("last_day", flat=True).first()
        return _must_stand(day, "Er staat geen toezegging bij deze debiteur")
    if topic in DISPUTED:
        disputes = Dispute.objects.filter(invoice__in=[one.pk for one in about], closed_on__isnull=True)
        day = disputes.order_by("-pk").values_list("answer_by", flat=True).first()
        return _must_stand(day, "Er staat geen betwisting bij deze debiteur")
    holds = Hold.objects.filter(account=account, lifted_on__isnull=True).exclude(reason="ANSWER_TO_READ")
    hold = holds.order_by("-pk").first()
    if hold is None:
        raise CannotReply(
            "Deze debiteur wordt niet met rust gelaten. Leg eerst vast wat er gebeurt, en bevestig dat dan."
        )
    if hold.last_day is None and topic not in UNDATED:
        raise CannotReply(
            "De rust van deze debiteur heeft geen laatste dag. Schrijf zelf wat u wilt bevestigen."
        )
    return hold.last_day


def _must_stand(day: date | None, missing: str) -> date:
    if day is None:
        raise CannotReply(f"{missing}. Leg die eerst vast, en bevestig dat dan.")
    return day


def invoices_of_reply(
    account: Account, mail: IncomingMail | None, topic: ReplyTopic | None
) -> tuple[list[Invoice], list[Invoice]]:
    """Return the invoices that the reply is about, and the others that it may name.

    Those of the dispute, or of the message that was answered, or else all that is open.
    """
    owed = list(
        Invoice.objects.filter(account=account, withdrawn_on__isnull=True, open_cents__gt=0).order_by(
            "due_date", "pk"
        )
    )
    keys: set[int] = set()
    if topic in DISPUTED:
        disputes = Dispute.objects.filter(invoice__account=account, closed_on__isnull=True)
        keys = set(disputes.values_list("invoice_id", flat=True))
    elif mail is not None and mail.message_id is not None and topic != "PROMISE":
        # A promise is about all that is open, whatever was answered.
        keys = set(
            MessageInvoice.objects.filter(message=mail.message_id).values_list("invoice_id", flat=True)
        )
    about = list(Invoice.objects.filter(pk__in=keys, account=account).order_by("due_date", "pk")) or owed
    named = {one.pk for one in about}
    return about, [one for one in owed if one.pk not in named]


def is_known_address(account: Account, address: str) -> bool:
    """Test if this is an address of the debtor: theirs, of a contact, or one that we wrote to before."""
    if not address:
        return False
    if account.debtor.email.lower() == address.lower():
        return True
    contacts = Contact.objects.filter(debtor=account.debtor_id, email__iexact=address)
    return (
        contacts.exists()
        or Message.objects.filter(account=account, recipient__iexact=address, sent_on__isnull=False).exists()
    )
