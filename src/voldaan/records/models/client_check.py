"""The question to the client before its debtors are reminded: "klopt dit nog?"."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Owned, not_before, one_of, sentence, text
from voldaan.records.models.invoice import Invoice

CLIENT_ANSWERS = ("", "GO", "PAID", "LEAVE", "CREDIT_COMING")


class ClientCheck(Owned):
    """One list of invoices that are about to be reminded, with the day by which the client can say something."""

    made_on = models.DateField()
    made_at = models.DateTimeField()
    answer_by = models.DateField()
    silence_goes = models.BooleanField()
    """What silence meant when the list was made: it lets the reminder go, or holds it."""
    answered_at = models.DateTimeField(null=True, blank=True)
    """When the client sent the list back, whether or not it ticked every line."""
    answered_by = text()

    class Meta:
        constraints = [
            not_before("answer_by", "made_on", "a_list_is_answered_after_it_was_made"),
            sentence(
                "a_list_that_came_back_says_from_whom",
                Q(answered_at__isnull=True) | ~Q(answered_by=""),
                "Say who answered.",
            ),
        ]


class ClientCheckItem(Owned):
    """One invoice on a list, and what the client said about it."""

    client_check = models.ForeignKey(ClientCheck, on_delete=models.PROTECT, related_name="items")
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=32)
    """The stage it is about to come to."""
    open_cents = models.BigIntegerField()
    answer = text(16)
    note = text(500)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = text()

    class Meta:
        constraints = [
            one_of("answer", CLIENT_ANSWERS, "the_client_gives_an_answer_that_we_know"),
            models.UniqueConstraint(
                fields=["client_check", "invoice"], name="an_invoice_stands_once_on_a_list_for_the_client"
            ),
        ]
        indexes = [models.Index(fields=["client", "invoice"], name="client_checks_by_invoice")]
