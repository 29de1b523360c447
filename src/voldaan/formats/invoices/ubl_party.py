"""The parties of a UBL document: who they are and where they can be reached."""

import re

from lxml import etree

from voldaan.domain.identifiers import is_valid_kvk
from voldaan.formats.values import Party

_COC_SCHEMES = {"0106", "NL:KVK", "KVK", "NLKVK"}
_VAT_SCHEMES = {"NL:VAT", "9944", "VAT", "NL:BTW", "BTW"}
_VAT_NAMES = {"VAT", "BTW"}
_QUALIFIED = re.compile(r"(0106|9944|[A-Z]{2}:(?:KVK|VAT)):(.+)")
"""A number that carries its scheme in front of it, as network addresses do."""
_DESKS = ("cac:AccountingContact", "cac:BuyerContact", "cac:SellerContact")
"""Contacts that stand beside the party instead of in it."""
_HOUSE_NUMBER = re.compile(r"[0-9]+ ?[-/]? ?[A-Za-z0-9]{0,6}")


def read_party(holder: etree._Element | None, namespaces: dict[str, str]) -> Party:
    """Return a supplier or customer; an empty party where the document has none."""
    party = holder.find("cac:Party", namespaces) if holder is not None else None
    if holder is None or party is None:
        return Party()
    reader = _Reader(party, namespaces)
    desk = next((d for name in _DESKS if (d := holder.find(name, namespaces)) is not None), None)
    at_desk = _Reader(desk if desk is not None else etree.Element("none"), namespaces)
    return Party(
        name=reader.text("cac:PartyLegalEntity/cbc:RegistrationName")
        or reader.text("cac:PartyName/cbc:Name")
        or reader.text("cac:PartyTaxScheme/cbc:RegistrationName")
        or reader.person("cac:Person/"),
        vat_number=reader.vat_number(),
        coc_number=reader.coc_number(),
        email=reader.email() or at_desk.text("cbc:ElectronicMail"),
        phone=reader.text("cac:Contact/cbc:Telephone") or at_desk.text("cbc:Telephone"),
        contact_name=reader.text("cac:Contact/cbc:Name") or at_desk.text("cbc:Name"),
        street=reader.street(),
        postcode=reader.text("cac:PostalAddress/cbc:PostalZone"),
        city=reader.text("cac:PostalAddress/cbc:CityName"),
        country=reader.country(),
        number=_Reader(holder, namespaces).text("cbc:SupplierAssignedAccountID") or reader.number(),
    )


class _Reader:
    """One party element."""

    def __init__(self, element: etree._Element, namespaces: dict[str, str]) -> None:
        self.element = element
        self.namespaces = namespaces

    def pairs(self, path: str) -> list[tuple[str | None, str]]:
        """Return scheme and text of each element at a path that says something."""
        found = [
            (e.get("schemeID") or None, " ".join((e.text or "").split()))
            for e in self.element.iterfind(path, self.namespaces)
        ]
        return [(scheme, text) for scheme, text in found if text]

    def text(self, path: str) -> str | None:
        """Return the first text at a path, None where there is none."""
        found = self.pairs(path)
        return found[0][1] if found else None

    def by_scheme(self, schemes: set[str], *paths: str) -> str | None:
        """Return the first identifier of one of these schemes, the earlier path first."""
        for path in paths:
            for scheme, text in self.pairs(path):
                qualified = _QUALIFIED.fullmatch(text)
                name, number = (qualified[1], qualified[2]) if qualified else (scheme, text)
                if (name or "").upper() in schemes:
                    return number
        return None

    def country(self) -> str | None:
        """Return the country as its two letters."""
        code = self.text("cac:PostalAddress/cac:Country/cbc:IdentificationCode")
        return code.upper() if code else None

    def person(self, path: str) -> str | None:
        """Return the name of a person."""
        parts = [self.text(path + part) for part in ("cbc:FirstName", "cbc:MiddleName", "cbc:FamilyName")]
        return " ".join(part for part in parts if part) or None

    def coc_number(self) -> str | None:
        """Return the KvK number: what the document calls one, else the eight digits a Dutch firm is registered by."""
        entity = "cac:PartyLegalEntity/cbc:CompanyID"
        said = self.by_scheme(_COC_SCHEMES, entity, "cac:PartyIdentification/cbc:ID", "cbc:EndpointID")
        if said or self.country() not in ("NL", None):
            return said
        return next(
            (text for scheme, text in self.pairs(entity) if scheme is None and is_valid_kvk(text)), None
        )

    def vat_number(self) -> str | None:
        """Return the VAT number: of the tax scheme VAT, else an identifier that calls itself one."""
        for scheme in self.element.iterfind("cac:PartyTaxScheme", self.namespaces):
            reader = _Reader(scheme, self.namespaces)
            number = reader.text("cbc:CompanyID")
            if number and (reader.text("cac:TaxScheme/cbc:ID") or "VAT").upper() in _VAT_NAMES:
                return "".join(number.split())
        return self.by_scheme(_VAT_SCHEMES, "cac:PartyIdentification/cbc:ID", "cbc:EndpointID")

    def email(self) -> str | None:
        """Return the e-mail address of the contact, else an electronic address that is one."""
        return self.text("cac:Contact/cbc:ElectronicMail") or self.by_scheme({"EM"}, "cbc:EndpointID")

    def number(self) -> str | None:
        """Return the party's number in the sender's books: an identifier without a scheme."""
        return next((t for scheme, t in self.pairs("cac:PartyIdentification/cbc:ID") if scheme is None), None)

    def street(self) -> str | None:
        """Return street and house number as one line, else the post box."""
        address = "cac:PostalAddress/"
        street, number = self.text(address + "cbc:StreetName"), self.text(address + "cbc:BuildingNumber")
        if street is None:
            return self.text(address + "cac:AddressLine/cbc:Line") or self._post_box(address)
        more = self.text(address + "cbc:AdditionalStreetName")
        if number is None and more and _HOUSE_NUMBER.fullmatch(more) and not street[-1].isdigit():
            number = more
        return f"{street} {number}" if number and number not in street.split() else street

    def _post_box(self, address: str) -> str | None:
        """Return the post box as an address line."""
        box = self.text(address + "cbc:Postbox")
        return f"Postbus {box}" if box else None
