"""What is owed."""

from django.db import models
from django.db.models import F, Q

from voldaan.records.models.account import Account
from voldaan.records.models.base import Owned, merged_from, one_of, sentence, text
from voldaan.records.models.imported_file import ImportedFile

DUE_DATE_BASES = ("AGREED", "STATUTORY_30", "UNILATERAL", "UNKNOWN")


class Invoice(Owned):
    """An invoice. `open_cents` is what was asked less every allocation; `voldaan verify` adds it up again."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="invoices")
    merged_from = merged_from()
    number = models.CharField(max_length=60)
    issue_date = models.DateField()
    due_date = models.DateField()
    due_date_basis = models.CharField(max_length=12, default="UNKNOWN")
    currency = models.CharField(max_length=3, default="EUR")
    total_cents = models.BigIntegerField()
    asked_cents = models.BigIntegerField()
    """The total less what was prepaid: what the allocations must add up to."""
    total_is_known = models.BooleanField(default=True)
    """False where an open-item list named only what was open; the invoice itself can still say the total."""
    counted_until = models.DateField(null=True, blank=True)
    """The as-of day of the open-item list whose amount was taken over: payments up to that day are in it."""
    open_cents = models.BigIntegerField()
    payment_reference = text(35)
    order_number = text(60)
    """The debtor's order, as the invoice names it."""
    discount_cents = models.BigIntegerField(default=0)
    discount_until = models.DateField(null=True, blank=True)
    """How much less is enough when it is paid by this day."""
    pay_to_iban = text(34)
    pay_to_name = text(70)
    subject = text(140)
    direct_debit_until = models.DateField(null=True, blank=True)
    """Left alone until this day, while a direct debit for it runs."""
    blocked_iban = text(34)
    """The blocked account (G-rekening) to which a part must be paid."""
    blocked_cents = models.BigIntegerField(null=True, blank=True)
    """That part. None: the invoice does not say it."""
    debit_returned_on = models.DateField(null=True, blank=True)
    """The day on which a direct debit for it turned out to have failed or to have been taken back."""
    insurer_by = models.DateField(null=True, blank=True)
    """The day by which a credit insurer must hear of it."""
    insurer_told_on = models.DateField(null=True, blank=True)
    time_bar_from = models.DateField(null=True, blank=True)
    """The day from which it is time-barred, where a person said it; else five years after it fell due (3:307 BW)."""
    withdrawn_on = models.DateField(null=True, blank=True)
    handed_over_on = models.DateField(null=True, blank=True)
    file = models.ForeignKey(ImportedFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    known_from = models.DateField()
    """The day on which it was handed in: the client's word that it was open then."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "number"], name="an_invoice_number_stands_once_under_a_client"
            ),
            sentence("an_invoice_asks_something", Q(asked_cents__gt=0), "An invoice must ask for an amount."),
            sentence(
                "an_invoice_is_open_for_no_more_than_it_asked",
                Q(open_cents__gte=0) & Q(open_cents__lte=F("asked_cents")),
                "More was allocated to an invoice than it asked, or taken back than was allocated.",
            ),
            sentence(
                "a_blocked_part_names_its_account",
                Q(blocked_cents__isnull=True) | (Q(blocked_cents__gt=0) & ~Q(blocked_iban="")),
                "What goes to a blocked account is an amount, and the account is named.",
            ),
            sentence(
                "a_discount_is_a_part_and_has_a_last_day",
                Q(discount_cents=0)
                | (
                    Q(discount_cents__gt=0, discount_cents__lt=F("total_cents"))
                    & Q(discount_until__isnull=False)
                ),
                "A discount for paying early is less than the invoice and has a last day.",
            ),
            one_of("due_date_basis", DUE_DATE_BASES, "a_due_date_has_a_basis_that_we_know"),
        ]
        indexes = [
            models.Index(
                fields=["client", "account", "due_date"],
                name="open_invoices_by_account",
                condition=Q(open_cents__gt=0),
            ),
            models.Index(
                fields=["client"],
                name="invoices_with_a_deadline",
                condition=Q(insurer_by__isnull=False) | Q(time_bar_from__isnull=False),
            ),
            models.Index(
                fields=["client"],
                name="invoices_whose_debit_failed",
                condition=Q(debit_returned_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class InvoiceAttachment(Owned):
    """A file that an invoice carried. The bytes lie in the archive under their digest."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=255)
    media_type = text(100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    is_invoice = models.BooleanField(default=False)
    """It is the invoice as its receiver knows it."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["invoice", "sha256"], name="an_attachment_stands_once_with_an_invoice"
            ),
        ]
