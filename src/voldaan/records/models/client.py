"""Whose receivables are looked after."""

from django.db import models

from voldaan.domain.matching.weights import LINK_FROM_POINTS, TOLERANCE_CENTS
from voldaan.records.models.base import AsksFirst, Owned, one_of, text

PAYMENT_TRUTHS = ("BANK", "LEDGER", "CLIENT_WORD")
APPROVALS = ("AUTOMATIC", "BATCH", "FOUR_EYES")
STATEMENTS = ("ON_REQUEST", "MONTHLY")


class Client(AsksFirst):
    """A client (opdrachtgever); a business that works for itself is its own only client."""

    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    coc_number = text(20)
    vat_number = text(20)
    street = text()
    postcode = text(12)
    city = text(100)
    country = models.CharField(max_length=2, default="NL")
    signer = text()
    """The person who signs the messages and answers the telephone."""
    phone = text(30)
    email = text()
    website = text()
    payment_truth = models.CharField(max_length=16, default="BANK")
    truth_days_max = models.PositiveSmallIntegerField(default=4)
    """How many days the payment truth may lie behind the day of a reminder."""
    link_from_points = models.PositiveSmallIntegerField(default=LINK_FROM_POINTS)
    """How much must speak for a match before it counts without a person."""
    tolerance_cents = models.PositiveSmallIntegerField(default=TOLERANCE_CENTS)
    """How much too little still closes an invoice: cents that nobody writes a letter for."""
    strategy = models.CharField(max_length=200, default="standard")
    """The keys of its strategies, with commas, in the order in which they are tried."""
    approval = models.CharField(max_length=10, default="BATCH")
    """Who agrees to its messages before they leave: its rule, a person, or two. A stage may say otherwise."""
    authorised_person = text()
    """Who may confirm a hand-over."""
    next_step_collection = models.BooleanField(default=False)
    """The client has ordered that an invoice goes to collection when the last term passes."""
    private_law_only = models.BooleanField(default=False)
    """A public body says that no invoice of it is a debt of public law but where the words show it (Awb 4:112)."""
    vat_not_deductible = models.BooleanField(default=False)
    """The client declares that it cannot set off VAT, so that it comes on top of collection costs (Besluit BIK 2)."""
    style_colour = models.CharField(max_length=7, default="#146b4a")
    house_style = text(40)
    """The key of its house style. Empty: its name in its colour."""
    text_set = models.CharField(max_length=40, default="standard")
    """The key of the texts in which it writes."""
    thanks = models.BooleanField(default=False)
    """Who pays after a reminder is thanked."""
    statements = models.CharField(max_length=10, default="ON_REQUEST")
    """When business debtors get a statement of account."""

    class Meta:
        constraints = [
            one_of("payment_truth", PAYMENT_TRUTHS, "a_client_names_a_payment_truth_that_we_know"),
            one_of("approval", APPROVALS, "a_client_approves_in_a_way_that_we_know"),
            one_of("statements", STATEMENTS, "a_client_sends_statements_when_we_know"),
        ]

    def __str__(self) -> str:
        return self.name


class ClientIban(Owned):
    """A bank account of the client. Statements of any other account are refused."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="ibans")
    iban = models.CharField(max_length=34)
    name = text(70)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "iban"], name="a_bank_account_stands_once_under_a_client"
            ),
        ]


class StageApproval(Owned):
    """Who agrees to the messages of one stage, where that is not as for the client's other stages."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="stage_approvals")
    stage = models.CharField(max_length=32)
    approval = models.CharField(max_length=10)

    class Meta:
        constraints = [
            one_of("approval", APPROVALS, "a_stage_is_approved_in_a_way_that_we_know"),
            models.UniqueConstraint(fields=["client", "stage"], name="a_stage_is_approved_in_one_way"),
        ]
