"""Our own list of open items, written. What is written is read back by `reading` without a mapping."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from voldaan.formats.amounts import cents_to_decimal
from voldaan.formats.lists.own_lists import ITEM_LIST, PREAMBLES
from voldaan.formats.values import OpenItem, OpenItemList


def write(items: OpenItemList) -> bytes:
    """Return the list as our canonical CSV; reading it gives the same list back, with `format` "csv"."""
    out = StringIO()
    day = f" as_of={items.as_of.isoformat()}" if items.as_of else ""
    complete = "true" if items.complete else "false"
    out.write(f"{PREAMBLES['OPEN_ITEMS']} complete={complete}{day} items={len(items.items)}\r\n")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(ITEM_LIST)
    writer.writerows(_written(items.items))
    return out.getvalue().encode("utf-8")


def _written(items: Sequence[OpenItem]) -> Iterator[list[str]]:
    """Yield each item as the texts of its row."""
    for item in items:
        debtor = item.debtor
        texts = (
            item.number,
            debtor.number,
            debtor.name,
            debtor.email,
            debtor.phone,
            debtor.contact_name,
            debtor.street,
            debtor.postcode,
            debtor.city,
            debtor.country,
            debtor.iban,
            debtor.coc_number,
            debtor.vat_number,
            item.issue_date.isoformat() if item.issue_date else None,
            item.due_date.isoformat() if item.due_date else None,
            None if item.total_cents is None else cents_to_decimal(item.total_cents),
            cents_to_decimal(item.open_cents),
            item.currency,
            item.payment_reference,
            item.subject,
            item.order_number,
        )
        yield [text or "" for text in texts]
