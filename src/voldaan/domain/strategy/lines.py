"""On which line of a TOML text something stands: the parser does not say it, and people ask for it first."""

import re
from typing import Final, NamedTuple

_TABLE: Final = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY: Final = re.compile(r"^\s*([A-Za-z0-9_-]+)\s*=")


class Place(NamedTuple):
    """A key in a part, or the part itself: `part` is its name, numbered from 0 where it can be repeated."""

    part: str
    key: str = ""


def places(text: str) -> dict[Place, int]:
    """Return the line of each part and each key of a TOML text, counted from 1; the first where one stands twice."""
    found: dict[Place, int] = {}
    repeated: dict[str, int] = {}
    part = ""
    for number, line in enumerate(text.split("\n"), start=1):
        table = _TABLE.match(line)
        key = _KEY.match(line)
        if table:
            part = table[2]
            if table[1] == "[[":
                count = repeated[part] = repeated.get(part, -1) + 1
                part = f"{part}.{count}"
            found.setdefault(Place(part), number)
        elif key:
            found.setdefault(Place(part, key[1]), number)
    return found
