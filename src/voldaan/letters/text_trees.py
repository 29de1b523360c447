"""Texts laid over texts: what a set, an address or an installation says otherwise, over what it begins from.

>>> laid_over({"a": {"one": "x", "many": "y"}, "b": "z"}, {"a": {"one": "!"}})
{'a': {'one': '!', 'many': 'y'}, 'b': 'z'}
>>> laid_over({"a": {"one": "x", "many": "y"}}, {"a": "for one and for many"})
{'a': 'for one and for many'}
"""

from collections.abc import Iterator, Mapping
from typing import Any


def laid_over(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return `base` with what `over` says in its place, table by table; another choice takes the place of the whole."""
    whole = dict(base)
    for name, said in over.items():
        below = base.get(name)
        together = (
            isinstance(said, Mapping) and isinstance(below, Mapping) and bool(below.keys() & said.keys())
        )
        whole[name] = laid_over(below, said) if together and isinstance(below, Mapping) else said
    return whole


def leaves(tree: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each text with its path, in the order in which they stand."""
    for name, node in tree.items():
        at = f"{path}.{name}" if path else name
        if isinstance(node, Mapping):
            yield from leaves(node, at)
        else:
            yield at, node


def is_deeper(tree: Mapping[str, Any], most: int) -> bool:
    """Test if more than so many tables stand in each other, whatever their number: it looks no deeper."""
    tables: list[Any] = [tree]
    for _ in range(most):
        tables = [node for table in tables for node in table.values() if isinstance(node, Mapping)]
    return bool(tables)


def node_at(tree: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a path; None where nothing does."""
    node: Any = tree
    for name in path.split("."):
        if not isinstance(node, Mapping) or name not in node:
            return None
        node = node[name]
    return node


def with_leaf(tree: Mapping[str, Any], path: str, said: Any) -> dict[str, Any]:
    """Return the tree with this text at its path."""
    name, _, rest = path.partition(".")
    below = tree.get(name)
    inner = with_leaf(below if isinstance(below, Mapping) else {}, rest, said) if rest else said
    return {**tree, name: inner}
