"""The rows that a list of debtors can change, read and written a part of the list at a time. Needs an open scope."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q

from voldaan.records.accounts import DIRECT_DEBIT_DAYS
from voldaan.records.chunks import chunked
from voldaan.records.models import Account, Address, Contact, Debtor, Event, Invoice

DEBTOR_FIELDS = ("email", "phone", "language", "country", "capacity")
ADDRESS_FIELDS = ("street", "postcode", "city", "country")
CONTACT_FIELDS = ("role", "email", "phone")


@dataclass(slots=True)
class ListedRows:
    """What the book has of some accounts, and what of it was changed."""

    corrected: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By account the fields that a person corrected in the book."""
    addresses: dict[tuple[int, str], Address] = field(default_factory=dict)
    """By debtor and kind."""
    contacts: dict[int, list[Contact]] = field(default_factory=lambda: defaultdict(list))
    debtors_changed: dict[int, Debtor] = field(default_factory=dict)
    accounts_changed: dict[int, Account] = field(default_factory=dict)
    rows_changed: dict[int, Address | Contact] = field(default_factory=dict)
    """New ones and changed ones, by their identity in memory."""

    def save(self) -> None:
        """Write all that was changed."""
        Debtor.objects.bulk_update(self.debtors_changed.values(), DEBTOR_FIELDS, batch_size=200)
        Account.objects.bulk_update(self.accounts_changed.values(), ["direct_debit"], batch_size=200)
        rows = list(self.rows_changed.values())
        addresses = [row for row in rows if isinstance(row, Address)]
        contacts = [row for row in rows if isinstance(row, Contact)]
        Address.objects.bulk_create([row for row in addresses if not row.pk], batch_size=200)
        Address.objects.bulk_update([row for row in addresses if row.pk], ADDRESS_FIELDS, batch_size=200)
        Contact.objects.bulk_create([row for row in contacts if not row.pk], batch_size=200)
        Contact.objects.bulk_update([row for row in contacts if row.pk], CONTACT_FIELDS, batch_size=200)


def listed_rows(accounts: Sequence[Account]) -> ListedRows:
    """Read what a list can change of these accounts."""
    rows = ListedRows()
    for part in chunked([account.pk for account in accounts]):
        told = Event.objects.filter(kind="debtor.changed", account_id__in=part)
        for key, data in told.values_list("account_id", "data"):
            rows.corrected[key or 0].update(json.loads(data).get("fields", ()))
    for part in chunked([account.debtor_id for account in accounts]):
        for address in Address.objects.filter(debtor__in=part):
            rows.addresses[address.debtor_id, address.kind] = address
        for contact in Contact.objects.filter(debtor__in=part).order_by("pk"):
            rows.contacts[contact.debtor_id].append(contact)
    return rows


def leave_to_direct_debit(accounts: Sequence[Account], on: date) -> None:
    """Leave the invoices of accounts alone that are, as is now known, collected by direct debit these days.

    Not one of which a direct debit came back: of a new one nobody told.
    """
    recent = Invoice.objects.filter(
        open_cents__gt=0,
        direct_debit_until__isnull=True,
        debit_returned_on__isnull=True,
        due_date__gte=on - timedelta(days=DIRECT_DEBIT_DAYS),
    )
    for part in chunked([account.pk for account in accounts]):
        own = Q(account__in=part, merged_from__isnull=True) | Q(merged_from__in=part)
        rows = list(recent.filter(own))
        for row in rows:
            row.direct_debit_until = row.due_date + timedelta(days=DIRECT_DEBIT_DAYS)
        Invoice.objects.bulk_update(rows, ["direct_debit_until"], batch_size=200)
