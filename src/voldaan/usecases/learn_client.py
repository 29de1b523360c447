"""What a client's own invoices tell of it: where it lives, and who answers the telephone."""

from collections.abc import Sequence
from datetime import date, datetime

from voldaan.formats.values import Invoice
from voldaan.records import events
from voldaan.records.models import Client
from voldaan.usecases.import_statements import clean

LENGTHS = {"street": 200, "postcode": 12, "city": 100, "phone": 30, "email": 200, "signer": 200}
_FROM_FILE = {
    "street": "street",
    "postcode": "postcode",
    "city": "city",
    "phone": "phone",
    "email": "email",
    "contact_name": "signer",
}
"""Fields of a party in a file, and those of a client. Numbers by which it is recognised are given by a person."""


def learn_client(client: Client, invoices: Sequence[Invoice], *, on: date, at: datetime, by: str) -> None:
    """Fill what is still unknown of the client from its invoices. What was given by a person stays.

    Must run inside a transaction.
    """
    learned: dict[str, str] = {}
    for invoice in invoices:
        for theirs, ours in _FROM_FILE.items():
            value = clean(getattr(invoice.creditor, theirs), LENGTHS[ours])
            if value and not getattr(client, ours) and ours not in learned:
                learned[ours] = value
    if not learned:
        return
    for field, value in learned.items():
        setattr(client, field, value)
    client.save(update_fields=sorted(learned))
    told = events.NewEvent(kind="client.learned", on=on, at=at, actor=by, data={"fields": sorted(learned)})
    events.append(client, told)
