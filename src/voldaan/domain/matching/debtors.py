"""Who a file means: a debtor that the client already has, or a new one. A doubtful match is never a merge."""

from collections import defaultdict
from dataclasses import dataclass, field

from voldaan.domain.matching.names import plain_name

Key = int | str


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

    def ways(self) -> list[tuple[str, ...]]:
        """Return the ways to recognise it beside its number, the surest first."""
        plain = plain_name(self.name)
        return [
            way
            for way in (
                ("VAT", self.vat_number),
                ("KVK", self.coc_number),
                ("EMAIL", self.email.casefold(), plain),
                ("PLACE", plain, "".join(self.postcode.upper().split())),
            )
            if all(way)
        ]


@dataclass(slots=True)
class KnownDebtors:
    """The debtors of one client, by everything they can be recognised by. Grows as a file is read."""

    details: dict[Key, DebtorDetails] = field(default_factory=dict)
    by_number: dict[str, Key] = field(default_factory=dict)
    by_way: dict[tuple[str, ...], set[Key]] = field(default_factory=lambda: defaultdict(set))

    def add(self, key: Key, details: DebtorDetails) -> None:
        """Add a debtor. One whose number we gave ourselves has none here."""
        self.details[key] = details
        if details.number:
            self.by_number[details.number] = key
        for way in details.ways():
            self.by_way[way].add(key)

    def recognise(self, details: DebtorDetails) -> Key | None:
        """Return the debtor that a file means, or None where it is a new one or it is not certain."""
        if details.number in self.by_number:
            return self.by_number[details.number]
        for way in details.ways():
            found = self.by_way.get(way, set())
            if found:
                (one, *others) = found
                return None if others or self._contradicts(one, details) else one
        return None

    def _contradicts(self, key: Key, details: DebtorDetails) -> bool:
        """Test if a number that both have differs: then it is somebody else, of the same name or group."""
        known = self.details[key]
        pairs = (
            (known.number, details.number),
            (known.vat_number, details.vat_number),
            (known.coc_number, details.coc_number),
        )
        return any(one and other and one != other for one, other in pairs)
