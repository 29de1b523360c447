"""Our own list of debtors, written: a row for each of its contacts. It is read back by `reading` without a mapping."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from voldaan.formats.lists.own_lists import DEBTOR_LIST, PREAMBLES
from voldaan.formats.values import ContactDetails, DebtorEntry, DebtorList


def write(debtors: DebtorList) -> bytes:
    """Return the list as our canonical CSV; reading it gives the same list back, with `format` "csv"."""
    rows = list(_written(debtors.debtors))
    out = StringIO()
    out.write(f"{PREAMBLES['DEBTORS']} items={len(rows)}\r\n")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(DEBTOR_LIST)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def _written(debtors: Sequence[DebtorEntry]) -> Iterator[list[str]]:
    """Yield the rows of each debtor: one for each contact, at least one."""
    for debtor in debtors:
        for contact in debtor.contacts or (None,):
            yield [text or "" for text in _row(debtor, contact)]


def _row(debtor: DebtorEntry, contact: ContactDetails | None) -> tuple[str | None, ...]:
    """Return one row: the debtor with one of its contacts."""
    party = debtor.party
    person = contact or ContactDetails()
    return (
        party.number,
        party.name,
        party.email,
        party.phone,
        party.street,
        party.postcode,
        party.city,
        party.country,
        party.iban,
        party.coc_number,
        party.vat_number,
        debtor.capacity,
        debtor.language,
        person.name,
        person.role if contact else None,
        person.email,
        person.phone,
        debtor.visiting_street,
        debtor.visiting_postcode,
        debtor.visiting_city,
        None if debtor.direct_debit is None else ("ja" if debtor.direct_debit else "nee"),
    )
