"""Which rows bear something: mostly one, now and then more. A million of them are kept without a list for each.

>>> numbers: Bearing[str] = Bearing()
>>> numbers.put("20260012", 7)
>>> numbers.only("20260012"), numbers.all_of("20260012"), numbers.all_of("20260013")
(7, (7,), ())
"""

from typing import TypeVar

from voldaan.domain.matching.facts import Ids

Key = TypeVar("Key")


class Bearing(dict[Key, "int | list[int]"]):
    """What is borne, with the id of the one row that bears it, or of all that do."""

    __slots__ = ()

    def put(self, key: Key, row_id: int) -> None:
        """Add a row. One that was added just before is not added again."""
        there = self.setdefault(key, row_id)
        if there == row_id:
            return
        if isinstance(there, int):
            self[key] = [there, row_id]
        elif there[-1] != row_id:
            there.append(row_id)

    def only(self, key: Key) -> int | None:
        """Return the one row that bears it; None where there is none, or more."""
        there = self.get(key)
        return there if isinstance(there, int) else None

    def all_of(self, key: Key) -> Ids:
        """Return the rows that bear it, in the order in which they were added."""
        there = self.get(key, ())
        return (there,) if isinstance(there, int) else tuple(there)
