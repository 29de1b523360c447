"""Who a file means: a debtor that the client already has, or a new one. A doubtful match is never a merge.

>>> known = KnownDebtors()
>>> known.add(1, DebtorDetails(name="Bakkerij Korenaar B.V.", coc_number="12345678", number="1001"))
>>> known.recognise(DebtorDetails(name="De Korenaar", coc_number="12345678")).key
1
>>> known.recognise(DebtorDetails(name="Korenaar Oost", coc_number="12345678", number="1002"))
Recognised(key=None, doubts=(Doubt(key=1, why='Gelijk: KvK-nummer. Anders: debiteurnummer, naam.'),))
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import NamedTuple

from voldaan.domain.matching.debtor_marks import (
    VERY_ALIKE,
    DebtorDetails,
    agreeing,
    contradicts,
    is_one_place,
    places,
    strong_marks,
    weak_marks,
    why_doubtful,
)
from voldaan.domain.matching.names import are_alike, plain_name

Key = int | str
Mark = tuple[str, ...]

SHARED_BY_MANY = 25
"""A mark that more debtors share (an e-mail address of their bookkeeper, a placeholder) says nothing by itself."""

DOUBTS_MAX = 5
NOTHING_IN_COMMON = 50
"""Names fewer percent alike than this are names of different debtors."""


class Doubt(NamedTuple):
    """A known debtor that could be the one that a file means, and what speaks for and against it, in Dutch."""

    key: Key
    why: str


class Recognised(NamedTuple):
    """Whom a file means: a known debtor, or None for a new one; and others that could be the same."""

    key: Key | None
    doubts: tuple[Doubt, ...] = ()


@dataclass(slots=True)
class KnownDebtors:
    """The debtors of one client, by everything they can be recognised by. Grows as a file is read."""

    details: dict[Key, DebtorDetails] = field(default_factory=dict)
    by_number: dict[str, Key] = field(default_factory=dict)
    by_mark: dict[Mark, list[Key]] = field(default_factory=lambda: defaultdict(list))
    merged: dict[Key, Key] = field(default_factory=dict)
    """By a person: the debtor that this one turned out to be."""
    heirs: dict[Key, list[Key]] = field(default_factory=lambda: defaultdict(list))
    """By a debtor: those that a file later named by its number, and that are somebody else."""

    def add(self, key: Key, details: DebtorDetails) -> None:
        """Add a debtor, or what more is known of one. One whose number we gave ourselves has none here."""
        self.details[key] = details
        if details.number:
            self.by_number.setdefault(details.number, key)
        for mark in {*strong_marks(details), *weak_marks(details)}:
            sharing = self.by_mark[mark]
            if len(sharing) <= SHARED_BY_MANY and key not in sharing:
                sharing.append(key)

    def learn(self, key: Key, details: DebtorDetails) -> None:
        """Add what a file says of a known debtor and nobody knew yet."""
        known = self.details[key]
        lacking = {
            one.name: said
            for one in fields(known)
            if not getattr(known, one.name) and (said := getattr(details, one.name))
        }
        if any(name in lacking for name in ("street", "postcode", "city")) and places(known):
            lacking = {
                name: said for name, said in lacking.items() if name not in ("street", "postcode", "city")
            }
        if lacking:
            self.add(key, replace(known, **lacking))

    def home(self, key: Key) -> Key:
        """Return the debtor that this one was merged into, or itself."""
        while key in self.merged:
            key = self.merged[key]
        return key

    def recognise(self, details: DebtorDetails) -> Recognised:
        """Return the debtor that a file means; None and doubts where it is a new one or it is not certain.

        The client's own number decides, unless all that is known of its bearer is another's: then it was used
        again. Without one the surest way decides, and what another way says is a doubt.
        """
        doubts: list[Key] = []
        owner = self.by_number.get(details.number)
        if owner is not None:
            if not self._is_used_again(owner, details):
                return Recognised(owner)
            heir = self._heir(owner, details)
            if heir is not None:
                return Recognised(heir)
            doubts.append(owner)
        certain = self._certain(details, doubts, owner)
        if certain is None:
            doubts += self._possible(details)
        home = None if certain is None else self.home(certain)
        others = [key for key in dict.fromkeys(doubts) if self.home(key) != home][:DOUBTS_MAX]
        return Recognised(
            certain, tuple([Doubt(key, why_doubtful(self.details[key], details)) for key in others])
        )

    def _certain(self, details: DebtorDetails, doubts: list[Key], owner: Key | None) -> Key | None:
        """Return the one debtor that the surest way leads to. What other ways lead to is added to the doubts."""
        found: Key | None = None
        for mark in strong_marks(details):
            keys = [key for key in self.by_mark.get(mark, ()) if key != owner]
            sure = [key for key in keys if self._is_sure(mark, key, details)]
            homes = {self.home(key) for key in sure}
            if found is None and len(homes) == 1:
                found = next((key for key in sure if key in homes), sure[0])
            doubts += keys if len(keys) < SHARED_BY_MANY else sure
        return found

    def _is_sure(self, mark: Mark, key: Key, details: DebtorDetails) -> bool:
        """Test if nothing contradicts what a mark says: no number, no legal form, no postcode of the same street."""
        known = self.details[key]
        if mark[0] == "PLACE" and not is_one_place(known, details):
            return False
        return not contradicts(known, details)

    def _possible(self, details: DebtorDetails) -> Iterator[Key]:
        """Yield the debtors of which one thing agrees, unless the client's own numbers tell them apart."""
        for mark in weak_marks(details):
            sharing = self.by_mark.get(mark, ())
            for key in sharing if len(sharing) <= SHARED_BY_MANY else ():
                known = self.details[key]
                if known.number and details.number and known.number != details.number:
                    continue
                if mark[0] != "PLACE" or are_alike(known.name, details.name, VERY_ALIKE):
                    yield key

    def _is_used_again(self, owner: Key, details: DebtorDetails) -> bool:
        """Test if a number is now somebody else's: another name, and nothing that both have agrees."""
        known = self.details[owner]
        if not known.name or not details.name or are_alike(known.name, details.name, NOTHING_IN_COMMON):
            return False
        same, other = agreeing(known, details)
        return set(same) == {"number"} and bool(set(other) - {"name"})

    def _heir(self, owner: Key, details: DebtorDetails) -> Key | None:
        """Return who took over the number, where a file names it again."""
        name = plain_name(details.name)
        found = [key for key in self.heirs.get(owner, ()) if plain_name(self.details[key].name) == name]
        return found[0] if len(found) == 1 and not contradicts(self.details[found[0]], details) else None
