"""The parties of a CII document: who they are and where they can be reached."""

from voldaan.formats.invoices.cii_document import CiiDocument
from voldaan.formats.values import Party

_COC_SCHEMES = frozenset(("0106", "NL:KVK"))
_VAT_SCHEMES = frozenset(("9944", "NL:VAT"))
_VAT_REGISTRATIONS = frozenset(("VA", "VAT"))
_CONTACT = "DefinedTradeContact/"
_ADDRESS = "PostalTradeAddress/"
_ENDPOINT = "URIUniversalCommunication/URIID"


def read_party(document: CiiDocument, path: str, *, iban: str | None) -> Party:
    """Return a seller or buyer; an empty party where the document has none."""
    party = next(document.parts(path), None)
    if party is None:
        return Party(iban=iban)
    return Party(
        name=party.text("Name") or party.text("SpecifiedLegalOrganization/TradingBusinessName"),
        iban=iban,
        vat_number=_vat_number(party),
        coc_number=_by_scheme(
            party, _COC_SCHEMES, "SpecifiedLegalOrganization/ID", "GlobalID", "ID", _ENDPOINT
        ),
        email=_email(party),
        phone=party.text(_CONTACT + "TelephoneUniversalCommunication/CompleteNumber"),
        contact_name=party.text(_CONTACT + "PersonName") or party.text(_CONTACT + "DepartmentName"),
        street=_street(party),
        postcode=party.text(_ADDRESS + "PostcodeCode"),
        city=party.text(_ADDRESS + "CityName"),
        country=party.text(_ADDRESS + "CountryID"),
        number=_by_scheme(party, frozenset((None,)), "ID"),
    )


def _by_scheme(party: CiiDocument, schemes: frozenset[str | None], *paths: str) -> str | None:
    """Return the first identifier of one of these schemes, the earlier path first."""
    for path in paths:
        for part in party.parts(path):
            text = " ".join((part.element.text or "").split())
            if text and part.element.get("schemeID") in schemes:
                return text
    return None


def _vat_number(party: CiiDocument) -> str | None:
    """Return the VAT number: registered as one, else an identifier that calls itself one."""
    number = _by_scheme(party, _VAT_REGISTRATIONS, "SpecifiedTaxRegistration/ID")
    number = number or _by_scheme(party, _VAT_SCHEMES, "GlobalID", "ID", _ENDPOINT)
    return "".join(number.split()) if number else None


def _email(party: CiiDocument) -> str | None:
    """Return the e-mail address of the contact, else an electronic address that is one."""
    contact = _CONTACT + "EmailURIUniversalCommunication/"
    return (
        party.text(contact + "URIID")
        or party.text(contact + "CompleteNumber")
        or _by_scheme(party, frozenset(("EM",)), _ENDPOINT)
    )


def _street(party: CiiDocument) -> str | None:
    """Return street and house number as one line, else the post box."""
    line, number = party.text(_ADDRESS + "StreetName"), party.text(_ADDRESS + "BuildingNumber")
    if line and number and number not in line.split():
        line = f"{line} {number}"
    box = party.text(_ADDRESS + "PostOfficeBox")
    lines = (party.text(_ADDRESS + name) for name in ("LineOne", "LineTwo", "LineThree"))
    return next(filter(None, lines), None) or line or (f"Postbus {box}" if box else None)
