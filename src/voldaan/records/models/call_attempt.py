"""What came of a telephone call."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Owned, one_of, sentence, text
from voldaan.records.models.message import Message

CALL_OUTCOMES = (
    "REACHED",
    "NO_ANSWER",
    "VOICEMAIL",
    "CALL_BACK",
    "WRONG_NUMBER",
    "NOT_WANTED",
)


class CallAttempt(Owned):
    """One attempt to call about a message of the call list. Rows are only added.

    REACHED: somebody who answers for the debtor was spoken to, and the message counts. NO_ANSWER, VOICEMAIL (nothing
    was said to the machine) and CALL_BACK leave it on the list; WRONG_NUMBER and NOT_WANTED end it.
    """

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="call_attempts")
    number = models.CharField(max_length=30)
    """The telephone number that was called."""
    outcome = models.CharField(max_length=16)
    note = text(500)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    again_on = models.DateField(null=True, blank=True)
    """The day to call again."""

    class Meta:
        constraints = [
            one_of("outcome", CALL_OUTCOMES, "a_call_ends_in_a_way_that_we_know"),
            sentence(
                "who_asks_to_be_called_back_says_when",
                ~Q(outcome="CALL_BACK") | Q(again_on__isnull=False),
                "Say on which day to call again.",
            ),
        ]
