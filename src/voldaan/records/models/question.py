"""What a person has to answer before it counts."""

from django.db import models

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, merged_from, sentence, text
from voldaan.records.models.credit_note import CreditNote
from voldaan.records.models.invoice import Invoice
from voldaan.records.models.payment import Payment


class Question(Owned):
    """Money or a contradiction that waits for a person. While it is open it holds what it could concern (P9)."""

    payment = models.ForeignKey(
        Payment, on_delete=models.PROTECT, null=True, blank=True, related_name="questions"
    )
    credit_note = models.ForeignKey(
        CreditNote, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The account that may be one of the candidates: SAME_DEBTOR, the only question that holds nothing."""
    because = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    parked_until = models.DateField(null=True, blank=True)
    """A person looks at it again on this day; until then it stands apart, and holds as before."""
    parked_because = text()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = text()
    answer = text(40)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["payment"],
                condition=models.Q(answered_at__isnull=True),
                name="a_payment_asks_one_question_at_a_time",
            ),
            sentence(
                "a_question_is_about_something",
                models.Q(payment__isnull=False)
                | models.Q(credit_note__isnull=False)
                | models.Q(invoice__isnull=False)
                | models.Q(account__isnull=False),
                "A question is about a payment, a credit note, an invoice or an account.",
            ),
            sentence(
                "who_a_debtor_is_is_asked_of_an_account",
                models.Q(
                    because="SAME_DEBTOR",
                    account__isnull=False,
                    payment__isnull=True,
                    credit_note__isnull=True,
                    invoice__isnull=True,
                )
                | (~models.Q(because="SAME_DEBTOR") & models.Q(account__isnull=True)),
                "Whether two accounts are one debtor is asked of an account, and nothing else is.",
            ),
        ]


class QuestionCandidate(Owned):
    """An account, and where it can be said an invoice, that a question could concern."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="candidates")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    merged_from = merged_from()
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cents = models.BigIntegerField(null=True, blank=True)
    rank = models.PositiveSmallIntegerField()
    """Candidates of one rank belong together; rank 1 is the likeliest."""
    points = models.SmallIntegerField(null=True, blank=True)
    """What speaks for it together. Equal points are a tie."""
    evidence = text(200)

    class Meta:
        ordering = ("rank", "id")
