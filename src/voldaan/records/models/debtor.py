"""Who owes: one person or organisation, as one client knows it."""

from django.db import models

from voldaan.records.models.base import Owned, one_of, text

CAPACITIES = ("CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY", "UNKNOWN")
CONTACT_ROLES = ("ACCOUNTS_PAYABLE", "REPRESENTATIVE", "PARTNER", "OTHER")
ADDRESS_KINDS = ("POSTAL", "VISITING")


class Debtor(Owned):
    """A debtor. The capacity decides which law protects it; unknown counts as a consumer."""

    name = models.CharField(max_length=200)
    capacity = models.CharField(max_length=16, default="UNKNOWN")
    language = models.CharField(max_length=2, default="nl")
    country = models.CharField(max_length=2, default="NL")
    remind_abroad = models.BooleanField(default=False)
    """A person decided that this business abroad gets reminders without costs."""
    coc_number = text(20)
    vat_number = text(20)
    iban = text(34)
    """An account it is known to pay from."""
    email = text()
    phone = text(30)

    class Meta:
        constraints = [
            one_of("capacity", CAPACITIES, "a_debtor_has_a_capacity_that_the_law_knows"),
        ]

    def __str__(self) -> str:
        return self.name


class Contact(Owned):
    """A person at or beside the debtor: the accounts-payable desk, a representative, a liable partner."""

    debtor = models.ForeignKey(Debtor, on_delete=models.PROTECT, related_name="contacts")
    role = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    email = text()
    phone = text(30)

    class Meta:
        constraints = [one_of("role", CONTACT_ROLES, "a_contact_has_a_role_that_we_know")]


class Address(Owned):
    """Where post reaches the debtor, or where it can be visited."""

    debtor = models.ForeignKey(Debtor, on_delete=models.PROTECT, related_name="addresses")
    kind = models.CharField(max_length=10, default="POSTAL")
    street = models.CharField(max_length=200)
    postcode = text(12)
    city = models.CharField(max_length=100)
    country = models.CharField(max_length=2, default="NL")

    class Meta:
        constraints = [
            one_of("kind", ADDRESS_KINDS, "an_address_is_for_post_or_for_visits"),
            models.UniqueConstraint(fields=["debtor", "kind"], name="a_debtor_has_one_address_of_a_kind"),
        ]
