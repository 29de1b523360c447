"""Long lists in parts: a database takes only so many values in one question."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

VALUES_MAX = 500


def chunked(items: Sequence[Item], size: int = VALUES_MAX) -> Iterator[Sequence[Item]]:
    """Yield the items in order, in parts of at most `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
