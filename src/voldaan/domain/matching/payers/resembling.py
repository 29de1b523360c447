"""Which accounts bear a word in their debtor's name, also where the word was written with one typing error.

>>> bearers = Bearers()
>>> bearers.add(1, ("korenaar",))
>>> bearers.resembling(("korenaer",))
{1}
"""

from collections.abc import Collection, Iterator
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

BORNE_BY_FEW = 50
"""Accounts that bear a word which fewer bear are looked at one by one."""
SPELLINGS_AT_MOST = 5
MISTYPED_FROM: Final = 6
END_LETTERS = 3
"""A word with one wrong letter still begins or ends with so many right ones."""


class Bearers(Collection[str]):
    """The words of all debtors' names, and who bears them."""

    __slots__ = ("_accounts", "_by_end")

    def __init__(self) -> None:
        self._accounts: dict[str, list[int]] = {}
        self._by_end: dict[str, list[str]] | None = None

    def __contains__(self, word: object) -> bool:
        return word in self._accounts

    def __iter__(self) -> Iterator[str]:
        return iter(self._accounts)

    def __len__(self) -> int:
        return len(self._accounts)

    def add(self, account_id: int, words: tuple[str, ...]) -> None:
        """Add the words of a name, before anything is asked."""
        for word in words:
            known = self._accounts.get(word)
            if known is None:
                self._accounts[word] = [account_id]
            elif account_id not in known[-1:]:
                known.append(account_id)

    def of(self, word: str) -> list[int]:
        """Return the accounts that bear a word."""
        return self._accounts.get(word, [])

    def times(self, word: str) -> int:
        """Return how many accounts bear a word."""
        return len(self._accounts.get(word, ()))

    def times_together(self, words: Collection[str]) -> int:
        """Return how many accounts bear all of some words."""
        accounts = sorted((self.of(word) for word in words), key=len)
        return len(set(accounts[0]).intersection(*accounts[1:])) if accounts else 0

    def resembling(self, words: tuple[str, ...]) -> set[int]:
        """Return the accounts that bear one of the words that few bear, or a word that is one letter away from it."""
        found: set[int] = set()
        for word in words:
            for spelling in (word,) if word in self._accounts else self._one_letter_away(word):
                accounts = self.of(spelling)
                if len(accounts) <= BORNE_BY_FEW:
                    found.update(accounts)
        return found

    def _one_letter_away(self, word: str) -> list[str]:
        """Return words with one letter more, less, other or swapped, that begin or end with the same letters."""
        if len(word) < MISTYPED_FROM:
            return []
        if self._by_end is None:
            self._by_end = self._ends()
        near = {
            other: None
            for end in (word[:END_LETTERS] + "…", "…" + word[-END_LETTERS:])
            for other in self._by_end.get(end, ())
            if -1 <= len(other) - len(word) <= 1
        }
        found = process.extract(
            word, list(near), scorer=OSA.distance, score_cutoff=1, limit=SPELLINGS_AT_MOST
        )
        return sorted(other for other, _, _ in found)

    def _ends(self) -> dict[str, list[str]]:
        ends: dict[str, list[str]] = {}
        for word in self._accounts:
            if len(word) >= MISTYPED_FROM - 1:
                ends.setdefault(word[:END_LETTERS] + "…", []).append(word)
                ends.setdefault("…" + word[-END_LETTERS:], []).append(word)
        return ends
