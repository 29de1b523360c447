"""A text set as a text again: what differs, language by language, each sentence on a line of its own."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from voldaan.letters.text_sets import TextSet
from voldaan.letters.text_trees import leaves, node_at, with_leaf


def written(text_set: TextSet) -> str:
    """Return the set as TOML. Comments of an earlier text are not kept."""
    head = [f"name = {_value(text_set.name)}"]
    if text_set.about:
        head.append(f"about = {_value(text_set.about)}")
    head.append(f"base = {_value(text_set.base)}")
    return "\n".join([*head, *_languages(text_set.changes)]) + "\n"


def only_other(base: Mapping[str, Any], whole: Mapping[str, Any]) -> dict[str, Any]:
    """Return what `whole` says otherwise than `base`, text by text."""
    other: dict[str, Any] = {}
    for path, said in leaves(whole):
        if node_at(base, path) != said:
            other = with_leaf(other, path, said)
    return other


def _languages(changes: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for code, tree in changes.items():
        for section, texts in _sections(tree):
            yield f"\n[{code}.{section}]"
            yield from (f"{path} = {_value(said)}" for path, said in leaves(texts))


def _sections(tree: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each table under a header of its own: a stage, a point, or a section that has no tables below it."""
    for name, below in tree.items():
        if name in ("stages", "points", "confirmation"):
            yield from ((f"{name}.{one}", texts) for one, texts in below.items() if texts)
        elif below:
            yield name, below


def _value(said: Any) -> str:
    if isinstance(said, list | tuple):
        return f"[{', '.join(map(_value, said))}]"
    # A basic string of TOML is one of JSON, save for one sign that JSON leaves as it is.
    return json.dumps(str(said), ensure_ascii=False).replace("\x7f", "\\u007f")
