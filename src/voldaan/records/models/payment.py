"""Money that arrived or was taken back, and the bank statements that say so."""

from django.db import models
from django.db.models import Q

from voldaan.records.models.base import Owned, one_of, sentence, text
from voldaan.records.models.imported_file import ImportedFile

STATEMENT_KINDS = ("STATEMENT", "INTERIM", "NOTIFICATION")
PLACED_BY = ("", "RULE", "PERSON")


class BankStatement(Owned):
    """One statement of one bank account of the client. Their chain shows gaps.

    An interim one and a notification tell of movements that the final statement says again: they prove nothing.
    """

    file = models.ForeignKey(ImportedFile, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, default="STATEMENT")
    bank_iban = models.CharField(max_length=34)
    number = text(60)
    currency = models.CharField(max_length=3)
    opening_date = models.DateField(null=True, blank=True)
    closing_date = models.DateField(null=True, blank=True)
    opening_cents = models.BigIntegerField(null=True, blank=True)
    closing_cents = models.BigIntegerField(null=True, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "digest"], name="a_statement_stands_once_under_a_client"
            ),
            one_of("kind", STATEMENT_KINDS, "a_statement_is_of_a_kind_that_we_know"),
        ]


class Payment(Owned):
    """One movement on a bank account of the client: received is positive, taken back is negative.

    `waiting_cents` is what no allocation has used yet, with the sign of the amount. `twin` counts movements
    that are equal in everything the bank says: genuine twins are both kept, an overlapping file adds none.
    """

    statement = models.ForeignKey(BankStatement, on_delete=models.PROTECT, related_name="payments")
    bank_iban = models.CharField(max_length=34)
    booking_date = models.DateField()
    value_date = models.DateField(null=True, blank=True)
    amount_cents = models.BigIntegerField()
    waiting_cents = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    counterparty_name = text()
    counterparty_iban = text(34)
    remittance = models.TextField(blank=True, default="")
    payment_reference = text(60)
    end_to_end_id = text(60)
    bank_reference = text(100)
    reversal = models.BooleanField(default=False)
    return_reason = text(40)
    """Why it was taken back, in the bank's code."""
    mandate_id = text(60)
    """The direct debit mandate under which it was collected."""
    ultimate_name = text()
    """For whom the counterparty paid."""
    charge = models.BooleanField(default=False)
    """What the bank asked for its work: not money of a debtor."""
    provisional = models.BooleanField(default=False)
    """Only an interim statement or a notification tells of it so far."""
    superseded_on = models.DateField(null=True, blank=True)
    """The day on which a final statement took the place of what was provisional."""
    digest = models.CharField(max_length=64)
    twin = models.PositiveIntegerField(default=0)
    matched_at = models.DateTimeField(null=True, blank=True)
    """When it was last looked at. None: not yet."""
    placed_by = text(6)
    """Who decided what it is for: RULE, or PERSON, whom no rule corrects. Empty: nobody yet."""
    because = text(40)
    """Why the rule decided as it did."""
    points = models.SmallIntegerField(null=True, blank=True)
    """What spoke for it together."""
    set_aside = text(40)
    """Why nothing of it will be allocated: not from a debtor, refunded, in the ledger already."""
    takes_back = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="taken_back_by"
    )
    """The earlier payment that this movement takes back: a returned direct debit, a recalled payment."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "digest", "twin"], name="a_movement_stands_once_under_a_client"
            ),
            models.UniqueConstraint(fields=["takes_back"], name="a_payment_is_taken_back_once"),
            sentence(
                "a_movement_moves_something", ~Q(amount_cents=0), "A movement of nothing is not a payment."
            ),
            sentence(
                "only_what_is_provisional_is_superseded",
                Q(superseded_on__isnull=True) | Q(provisional=True),
                "A movement of a final statement is not superseded.",
            ),
            one_of("placed_by", PLACED_BY, "a_rule_or_a_person_places_a_payment"),
            sentence(
                "what_waits_of_a_payment_is_a_part_of_it",
                Q(amount_cents__gt=0, waiting_cents__gte=0, waiting_cents__lte=models.F("amount_cents"))
                | Q(amount_cents__lt=0, waiting_cents__lte=0, waiting_cents__gte=models.F("amount_cents")),
                "More was allocated from a payment than it brought.",
            ),
        ]
        indexes = [
            models.Index(fields=["client"], name="payments_that_wait", condition=~Q(waiting_cents=0)),
            models.Index(fields=["client", "booking_date"], name="payments_by_day"),
        ]


class PayoutLine(Owned):
    """One payment inside a payout of a payment service, or one collection inside a direct-debit batch.

    The bank books the sum; the specification, a file of its own, tells what is in it.
    """

    payout = models.CharField(max_length=60)
    """By which the payment service or the bank names the whole: it stands in the remittance of the payment."""
    net_cents = models.BigIntegerField()
    """What the whole brings, the same on each of its lines: the amount of the payment."""
    paid_out_on = models.DateField(null=True, blank=True)
    place = models.PositiveIntegerField()
    gross_cents = models.BigIntegerField()
    fee_cents = models.BigIntegerField(default=0)
    remittance = text(300)
    payer_name = text()
    end_to_end_id = text(60)
    file = models.ForeignKey(ImportedFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "payout", "place"], name="a_line_stands_once_in_its_payout"
            ),
        ]
