"""What debtors are recognised by, and what speaks for and against two being the same."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from voldaan.domain.identifiers import squeeze
from voldaan.domain.matching.names import are_alike, legal_form, plain_name

VERY_ALIKE = 82
"""Names at one address at least so many percent alike can be one name in two spellings (see the table of the tests)."""

ADDRESSES_KEPT = 2**16
"""Addresses whose form for comparing is remembered: each is looked at several times in a row."""

_HOUSE_NUMBER = re.compile(r"\d.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtorDetails:
    """What a file says of a debtor. Unknown is empty."""

    name: str = ""
    number: str = ""
    """The debtor's number in the client's books."""
    coc_number: str = ""
    vat_number: str = ""
    iban: str = ""
    email: str = ""
    phone: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""


def places(details: DebtorDetails) -> Mapping[str, tuple[str, ...]]:
    """Return where a debtor is, in the ways in which that can be compared: postcode with number, street with town."""
    return _places(details.street, details.postcode, details.city)


@lru_cache(maxsize=ADDRESSES_KEPT)
def _places(street: str, postcode: str, city: str) -> Mapping[str, tuple[str, ...]]:
    house, plain_street, plain_city = _HOUSE_NUMBER.search(street), squeeze(street), squeeze(city)
    found: dict[str, tuple[str, ...]] = {}
    if house and squeeze(postcode):
        found["POSTCODE"] = (squeeze(postcode), squeeze(house[0]))
    if plain_street and plain_city:
        found["STREET"] = (plain_street, plain_city)
    return found


def is_one_place(one: DebtorDetails, other: DebtorDetails) -> bool | None:
    """Test if two are at one address, by postcode and number where both have them; None where nobody can say."""
    here, there = places(one), places(other)
    kind = next((kind for kind in ("POSTCODE", "STREET") if kind in here and kind in there), None)
    return None if kind is None else here[kind] == there[kind]


def is_bare(details: DebtorDetails) -> bool:
    """Test if nothing but the name is known: then the name is all that the client's files tell debtors apart by."""
    marks = (details.number, details.coc_number, details.vat_number, details.iban, details.email)
    return bool(details.name) and not any(marks) and not places(details)


def strong_marks(details: DebtorDetails) -> list[tuple[str, ...]]:
    """Return the ways that make a match certain where nothing contradicts it, the surest first."""
    name = plain_name(details.name)
    marks: list[tuple[str, ...]] = [("VAT", details.vat_number), ("COC", details.coc_number)]
    if name:
        marks += [("IBAN", details.iban, name), ("EMAIL", details.email.casefold(), name)]
        marks += [("PLACE", name, *place) for place in places(details).values()]
    if is_bare(details):
        marks.append(("BARE", " ".join(details.name.casefold().split())))
    return [mark for mark in marks if all(mark)]


def weak_marks(details: DebtorDetails) -> list[tuple[str, ...]]:
    """Return the single things that make a match possible, the surest first."""
    marks: list[tuple[str, ...]] = [("IBAN", details.iban), ("EMAIL", details.email.casefold())]
    marks += [("NAME", plain_name(details.name))]
    marks += [("PLACE", *place) for place in places(details).values()]
    return [mark for mark in marks if all(mark)]


def contradicts(known: DebtorDetails, details: DebtorDetails) -> bool:
    """Test if a number or legal form that both have differs: then it is somebody else, of the same name or group."""
    forms = (legal_form(known.name), legal_form(details.name))
    _, other = agreeing(known, details)
    differs = bool({"number", "vat_number", "coc_number"} & set(other))
    return differs or (all(forms) and forms[0] != forms[1] and known.coc_number != details.coc_number)


def agreeing(known: DebtorDetails, details: DebtorDetails) -> tuple[list[str], list[str]]:
    """Return what is the same and what is not, of all that is known of both. A name that is alike is neither."""
    same: list[str] = []
    other: list[str] = []
    for what, form in _COMPARED.items():
        one, two = form(getattr(known, what)), form(getattr(details, what))
        if (
            one
            and two
            and (what != "name" or one == two or not are_alike(known.name, details.name, VERY_ALIKE))
        ):
            (same if one == two else other).append(what)
    place = is_one_place(known, details)
    if place is not None:
        (same if place else other).append("address")
    return same, other


def why_doubtful(known: DebtorDetails, details: DebtorDetails) -> str:
    """Return what speaks for and against two being the same, as a Dutch sentence for a person."""
    same, other = agreeing(known, details)
    parts = [("Gelijk", same), ("Anders", other)]
    if known.name and details.name and "name" not in (*same, *other):
        parts.insert(1, ("Lijkt erop", ["name"]))
    return " ".join(f"{word}: {', '.join(_DUTCH[what] for what in named)}." for word, named in parts if named)


def _as_it_is(text: str) -> str:
    return text


_COMPARED: dict[str, Callable[[str], str]] = {
    "number": _as_it_is,
    "vat_number": _as_it_is,
    "coc_number": _as_it_is,
    "iban": _as_it_is,
    "email": str.casefold,
    "name": plain_name,
}
"""How each thing is compared."""

_DUTCH = {
    "number": "debiteurnummer",
    "vat_number": "btw-nummer",
    "coc_number": "KvK-nummer",
    "iban": "rekening",
    "email": "e-mailadres",
    "name": "naam",
    "address": "adres",
}
