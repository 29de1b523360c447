"""Mail that came in: a bounce, a complaint, an automatic reply or an answer, placed with an account or not yet."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, merged_from, one_of, sentence, text
from voldaan.records.models.hold import Hold
from voldaan.records.models.message import Message

MAIL_KINDS = ("ANSWER", "BOUNCE", "DELAYED", "DELIVERED", "COMPLAINT", "AUTOMATIC", "UNREADABLE")
FOUND_BY = ("MESSAGE_ID", "RETURN_PATH", "CODE", "SENDER", "NUMBER", "PERSON")


class Mail(models.Model):
    """What is kept of a mail beside its bytes, which lie in the archive under their digest."""

    sha256 = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=12)
    sender = text(320)
    sender_name = text(200)
    subject = text(300)
    words = models.TextField(blank=True, default="")
    """What the sender wrote, without what was quoted."""
    sent_at = models.DateTimeField(null=True, blank=True)
    """As the mail says itself; None where it does not."""
    taken_at = models.DateTimeField()
    taken_on = models.DateField()
    proposed = text(24)
    """Which kind of answer it seems to be; empty where nothing speaks for one."""
    because = text(500)
    """The sentence on which the proposal rests."""
    day = models.DateField(null=True, blank=True)
    """A day that the sentence names, as of a promise."""
    cents = models.BigIntegerField(null=True, blank=True)

    class Meta:
        abstract = True


class IncomingMail(Mail, Owned):
    """A mail of an account. An answer or a complaint waits until a person decides; the rest only says something."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="incoming_mails")
    merged_from = merged_from()
    message = models.ForeignKey(
        Message, on_delete=models.PROTECT, null=True, blank=True, related_name="incoming_mails"
    )
    """The message that it is an answer to, or that came back."""
    found_by = models.CharField(max_length=12)
    hold = models.ForeignKey(Hold, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """What leaves the account in peace until a person decides; None where nobody has to."""
    decided = text(24)
    """What a person said that it is; empty while it waits."""
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = text()

    class Meta:
        constraints = [
            one_of("kind", MAIL_KINDS, "a_mail_is_of_a_kind_that_we_know"),
            one_of("found_by", FOUND_BY, "a_mail_is_placed_by_something_that_we_know"),
            sentence(
                "what_a_mail_is_says_who_decided",
                Q(decided="") | Q(decided_at__isnull=False) & ~Q(decided_by=""),
                "Say who decides what a mail is.",
            ),
        ]
        indexes = [models.Index(fields=["client", "decided"], name="mails_that_wait")]


class StrayMail(Mail):
    """A mail of which nobody knows whose it is. It belongs to no client, and is shown until a person places it."""

    done_at = models.DateTimeField(null=True, blank=True)
    """When a person placed it with an account, or set it aside."""
    done_by = text()

    class Meta:
        constraints = [one_of("kind", MAIL_KINDS, "a_stray_mail_is_of_a_kind_that_we_know")]
