"""The customers of an auditfile: who they are, and whether the file says that they buy."""

import re
from typing import NamedTuple

from lxml import etree

from voldaan.domain.identifiers import compact_iban, is_valid_iban
from voldaan.formats.amounts import AmountError, decimal_to_cents
from voldaan.formats.auditfile.leaves import Leaves, leaves_of, line_of
from voldaan.formats.values import DebtorEntry, Party

_BUYS = {"C": True, "D": True, "S": False, "O": False}
"""What the file calls a relation. B (both) and nothing leave it to the bookings."""
_COC_WITH_BRANCH = 12


class Customer(NamedTuple):
    """One relation of the file."""

    number: str
    buys: bool | None
    """The file says that it is a customer, or that it is none; None: its bookings must tell."""
    entry: DebtorEntry
    opening_cents: int | None
    """What it owed on the first day, where the file says it (XAF 4.0)."""
    closing_cents: int | None


def customer_of(element: etree._Element) -> Customer | None:
    """Return a customer or supplier, None where it has no number to be known by."""
    leaves = leaves_of(element)
    number = leaves.get("custSupID")
    if number is None:
        return None
    kind = leaves.get("custSupTp", "").upper()
    return Customer(
        number=number,
        buys=_BUYS.get(kind),
        entry=_entry(element, leaves, number),
        opening_cents=_balance(leaves, "opBal"),
        closing_cents=_balance(leaves, "clBal"),
    )


def _entry(element: etree._Element, leaves: Leaves, number: str) -> DebtorEntry:
    """Return the relation as a debtor; its post goes to the postal address, where it has one."""
    street = _address(element, "streetAddress")
    postal = _address(element, "postalAddress")
    address = postal if _says_where(postal) else street
    country = address.get("country") or street.get("country")
    party = Party(
        name=leaves.get("custSupName") or leaves.get("contact"),
        iban=_iban(element),
        vat_number=_vat_number(leaves),
        coc_number=_coc_number(leaves),
        email=_email(leaves),
        phone=leaves.get("telephone"),
        contact_name=leaves.get("contact"),
        street=_street(address),
        postcode=address.get("postalCode"),
        city=address.get("city"),
        country=country,
        number=number,
    )
    visiting = street if address is postal and _says_where(street) else {}
    return DebtorEntry(
        party=party,
        visiting_street=_street(visiting),
        visiting_postcode=visiting.get("postalCode"),
        visiting_city=visiting.get("city"),
        line=line_of(element),
    )


def _address(element: etree._Element, name: str) -> Leaves:
    """Return the first address of a kind that says where it is, else the first one."""
    found = [leaves_of(address) for address in element.iterfind("{*}" + name)]
    return next((address for address in found if _says_where(address)), found[0] if found else {})


def _says_where(address: Leaves) -> bool:
    """Test if an address has more than a country."""
    return any(name in address for name in ("streetname", "city", "postalCode"))


def _street(address: Leaves) -> str | None:
    """Return street and number as one line."""
    parts = (address.get(name) for name in ("streetname", "number", "numberExtension"))
    return " ".join(part for part in parts if part) or None


def _iban(element: etree._Element) -> str | None:
    """Return the first bank account that is an IBAN; older files have numbers of before 2014."""
    numbers = (compact_iban(e.text or "") for e in element.iterfind("{*}bankAccount/{*}bankAccNr"))
    return next((number for number in numbers if is_valid_iban(number)), None)


def _vat_number(leaves: Leaves) -> str | None:
    """Return the VAT number with its country."""
    number = re.sub(r"[\s.]", "", leaves.get("taxRegIdent", "")).upper()
    country = leaves.get("taxRegistrationCountry", "").upper()
    if not re.search(r"[0-9]{2}", number):
        return None
    return country + number if number[0].isdigit() and len(country) == 2 else number


def _coc_number(leaves: Leaves) -> str | None:
    """Return the KvK number: eight digits, where some packages add four for a branch."""
    number = re.sub(r"[\s.]", "", leaves.get("commerceNr", ""))
    if number.isascii() and number.isdigit() and len(number) in (8, _COC_WITH_BRANCH):
        return number[:8]
    return None


def _email(leaves: Leaves) -> str | None:
    """Return the first address, where a package puts several in one field."""
    found = re.split(r"[;,\s]+", leaves.get("eMail", ""))
    return next((address for address in found if "@" in address), None)


def _balance(leaves: Leaves, name: str) -> int | None:
    """Return a balance of a relation, debit positive; None where the file has none that can be read."""
    side = leaves.get(name + "Tp", "").upper()
    if side not in ("D", "C"):
        return None
    try:
        cents = decimal_to_cents(leaves.get(name + "Desc", ""))
    except AmountError:
        return None
    return cents if side == "D" else -cents
