"""What is written to a debtor, and how far it has come."""

from django.db import models
from django.db.models import F, Q

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, one_of, sentence, text
from voldaan.records.models.decision import Decision
from voldaan.records.models.engagement import Engagement
from voldaan.records.models.invoice import Invoice
from voldaan.records.models.print_file import PrintFile

MESSAGE_STATES = (
    "WRITTEN",
    "REFUSED",
    "APPROVED",
    "SENDING",
    "SENT",
    "FAILED",
    "AMBIGUOUS",
    "BOUNCED",
    "WITHDRAWN",
)
CHANNELS = ("EMAIL", "POST", "SMS", "CALL")
REMINDING = ("REMINDER", "NOTICE")
"""The kinds of message that remind. The others ask for nothing, and are not bound by the rhythm of reminders."""
MESSAGE_KINDS = (*REMINDING, "THANKS", "CONFIRMATION", "STATEMENT")


class Message(Owned):
    """One message to one account. The way of a message, each step one transaction (P3):

    WRITTEN (or REFUSED by the guard) → APPROVED → SENDING → SENT, FAILED or AMBIGUOUS; SENT → BOUNCED.
    WITHDRAWN is possible from every state before SENDING. Nothing leads back to APPROVED but a person.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="messages")
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="messages"
    )
    """What a reminder follows from; None for a message of another kind."""
    answers = models.ForeignKey(
        "records.IncomingMail", on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )
    """The mail that it answers."""
    engagement = models.ForeignKey(
        Engagement, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=12, default="REMINDER")
    stage = models.CharField(max_length=32)
    channel = models.CharField(max_length=8)
    language = models.CharField(max_length=2)
    recipient = text(320)
    """The e-mail address; for post the address lines."""
    subject = text(300)
    facts = models.JSONField()
    """All that the message may say (P8)."""
    html_sha256 = text(64)
    text_sha256 = text(64)
    pdf_sha256 = text(64)
    mail_sha256 = text(64)
    """The finished e-mail without its Date line, which is written when it leaves."""
    print_sha256 = text(64)
    """The letter with the invoices behind it, where some go along; else the letter itself is printed."""
    sent_sha256 = text(64)
    """The bytes that left. All of these lie in the archive under their digests."""
    state = models.CharField(max_length=10, default="WRITTEN")
    because = text(300)
    """Why it was refused, withdrawn, failed or is ambiguous."""
    on = models.DateField()
    """The day of the decision."""
    pay_by = models.DateField()
    written_at = models.DateTimeField()
    person_first = text(40)
    """Why a person looks at it first, also where messages are approved by rule. Empty: nobody has to."""
    four_eyes = models.BooleanField(default=False)
    """Two people agree to it before it leaves."""
    first_approved_at = models.DateTimeField(null=True, blank=True)
    first_approved_by = text()
    """The first of the two."""
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = text()
    sending_at = models.DateTimeField(null=True, blank=True)
    sender = text(40)
    """Which sender took it: while that one lives, nobody else touches it."""
    finished_at = models.DateTimeField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    channel_said = text(500)
    channel_reference = text(100)
    """What the channel calls it: the number of a letter or an SMS at its provider."""
    text_version = text(60)
    """The texts that it was written in: key and number."""
    style_version = text(60)
    """The house style that it was set in: key and number."""
    print_file = models.ForeignKey(
        PrintFile, on_delete=models.PROTECT, null=True, blank=True, related_name="messages"
    )

    class Meta:
        constraints = [
            one_of("state", MESSAGE_STATES, "a_message_is_in_a_state_that_we_know"),
            one_of("channel", CHANNELS, "a_message_goes_by_a_channel_that_we_know"),
            one_of("kind", MESSAGE_KINDS, "a_message_is_of_a_kind_that_we_know"),
            sentence(
                "a_reminder_follows_from_a_decision",
                ~Q(kind__in=REMINDING) | Q(decision__isnull=False),
                "A reminder follows from a decision.",
            ),
            sentence(
                "four_eyes_are_of_two_people",
                Q(four_eyes=False)
                | Q(approved_at__isnull=True)
                | (~Q(first_approved_by="") & ~Q(first_approved_by=F("approved_by"))),
                "A second person agrees to it.",
            ),
            sentence(
                "what_was_sent_says_when",
                ~Q(state__in=("SENT", "BOUNCED")) | Q(sent_on__isnull=False, finished_at__isnull=False),
                "A sent message says on which day.",
            ),
            sentence(
                "nothing_leaves_without_approval",
                ~Q(state__in=("APPROVED", "SENDING", "SENT", "BOUNCED", "AMBIGUOUS", "FAILED"))
                | Q(approved_at__isnull=False),
                "A message is approved before it leaves.",
            ),
            models.UniqueConstraint(
                fields=["account", "sent_on"],
                condition=Q(sent_on__isnull=False, kind__in=REMINDING) & ~Q(state="BOUNCED"),
                name="an_account_is_reminded_once_a_day",
            ),
            models.UniqueConstraint(
                fields=["account"],
                condition=Q(state__in=("WRITTEN", "APPROVED", "SENDING"), kind__in=REMINDING),
                name="an_account_has_one_message_under_way",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "state"], name="messages_by_state"),
            models.Index(fields=["client", "sent_on"], name="messages_by_day"),
            models.Index(fields=["engagement", "sent_on"], name="messages_of_an_engagement"),
        ]


class MessageInvoice(Owned):
    """An invoice in a message, with what was open of it when it was written."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="message_invoices")
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="+")
    stage = text(32)
    """The stage that this message is for this invoice; empty where it only stands under "ook nog open"."""
    open_cents = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["message", "invoice"], name="an_invoice_stands_once_in_a_message"
            ),
        ]


class Reminded(Owned):
    """An invoice has been reminded: narrow, only added, the state from which the next stage follows."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="reminded")
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="reminded")
    stage = models.CharField(max_length=32)
    on = models.DateField()
    pay_by = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["message", "invoice"], name="a_message_reminds_of_an_invoice_once"
            ),
        ]
        indexes = [models.Index(fields=["client", "invoice"], name="reminded_by_invoice")]
