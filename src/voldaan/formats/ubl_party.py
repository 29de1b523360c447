"""The parties of a UBL document: who they are and where they can be reached."""

from lxml import etree

from voldaan.formats.values import Party

_COC_SCHEMES = {"0106", "NL:KVK"}
_VAT_SCHEMES = {"NL:VAT", "9944"}


def read_party(holder: etree._Element | None, namespaces: dict[str, str], *, iban: str | None) -> Party:
    """Return a supplier or customer; an empty party where the document has none."""
    party = holder.find("cac:Party", namespaces) if holder is not None else None
    if holder is None or party is None:
        return Party(iban=iban)
    reader = _Reader(party, namespaces)
    return Party(
        name=reader.text("cac:PartyLegalEntity/cbc:RegistrationName")
        or reader.text("cac:PartyName/cbc:Name"),
        iban=iban,
        vat_number=reader.vat_number(),
        coc_number=reader.coc_number(),
        email=reader.email(),
        phone=reader.text("cac:Contact/cbc:Telephone"),
        contact_name=reader.text("cac:Contact/cbc:Name"),
        street=reader.street(),
        postcode=reader.text("cac:PostalAddress/cbc:PostalZone"),
        city=reader.text("cac:PostalAddress/cbc:CityName"),
        country=reader.text("cac:PostalAddress/cac:Country/cbc:IdentificationCode"),
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
            (e.get("schemeID"), " ".join((e.text or "").split()))
            for e in self.element.iterfind(path, self.namespaces)
        ]
        return [(scheme, text) for scheme, text in found if text]

    def text(self, path: str) -> str | None:
        """Return the first text at a path, None where there is none."""
        found = self.pairs(path)
        return found[0][1] if found else None

    def by_scheme(self, schemes: set[str], *paths: str) -> str | None:
        """Return the first identifier of one of these schemes, the earlier path first."""
        return next((text for path in paths for scheme, text in self.pairs(path) if scheme in schemes), None)

    def coc_number(self) -> str | None:
        """Return the KvK number, where the document says that it is one."""
        return self.by_scheme(
            _COC_SCHEMES,
            "cac:PartyLegalEntity/cbc:CompanyID",
            "cac:PartyIdentification/cbc:ID",
            "cbc:EndpointID",
        )

    def vat_number(self) -> str | None:
        """Return the VAT number: of the tax scheme VAT, else an identifier that calls itself one."""
        for scheme in self.element.iterfind("cac:PartyTaxScheme", self.namespaces):
            reader = _Reader(scheme, self.namespaces)
            number = reader.text("cbc:CompanyID")
            if number and (reader.text("cac:TaxScheme/cbc:ID") or "VAT").upper() == "VAT":
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
        return f"{street} {number}" if number and number not in street.split() else street

    def _post_box(self, address: str) -> str | None:
        """Return the post box as an address line."""
        box = self.text(address + "cbc:Postbox")
        return f"Postbus {box}" if box else None
