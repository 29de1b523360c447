"""One booking of an auditfile while its lines are read: what it adds up to, and what its lines have in common."""

from voldaan.formats.auditfile.leaves import Leaves
from voldaan.formats.auditfile.rows import Row


class Transaction:
    """One booking while it is read."""

    def __init__(self) -> None:
        self.cents = 0
        self.earns = False
        """It books revenue: what it asks of a debtor is an invoice, in whatever journal."""
        self.rows: list[Row] = []
        self.accounts: set[str] = set()
        self._said: dict[str, set[str]] = {"custSupID": set(), "invRef": set(), "docRef": set()}

    def add(self, leaves: Leaves, cents: int, *, earns: bool) -> None:
        """Count a line."""
        self.cents += cents
        self.accounts.add(leaves.get("accID", ""))
        self.earns = self.earns or earns
        for name, texts in self._said.items():
            if name in leaves and len(texts) < 2:
                texts.add(leaves[name])

    def only(self, name: str) -> str | None:
        """Return what all lines that say it say alike, None where they differ."""
        found = self._said[name]
        return next(iter(found)) if len(found) == 1 else None

    def shared(self) -> Leaves:
        """Return what the line on the other side of this booking has in common with its lines."""
        return {name: text for name in self._said if (text := self.only(name)) is not None}
