"""The collection agency that works for clients."""

from django.db import models

from voldaan.records.models.base import text


class Agency(models.Model):
    """An agency, with what the law wants every message of it to say (Wki art. 11, Bki art. 3.1)."""

    key = models.SlugField(max_length=40, unique=True)
    registered_name = text()
    registration_mark = text(60)
    registered_until = models.DateField(null=True, blank=True)
    """The last day of the registration, which lapses unless it is paid for each year (Wki art. 3). None: not told."""
    coc_number = text(20)
    vat_number = text(20)
    street = text()
    postcode = text(12)
    city = text(100)
    country = models.CharField(max_length=2, default="NL")
    signer = text()
    phone = text(30)
    email = text()
    website = text()
    complaints = text(300)
    iban = text(34)
    """The third-party account, for engagements whose money goes to the agency."""
    iban_name = text(70)
    style_colour = models.CharField(max_length=7, default="#1f3a5f")
    house_style = text(40)
    """The key of its house style. Empty: its name in its colour."""
    text_set = models.CharField(max_length=40, default="standard")
    """The key of the texts in which it writes."""

    def __str__(self) -> str:
        return self.registered_name or self.key
