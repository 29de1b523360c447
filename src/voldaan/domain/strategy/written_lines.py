"""Where each value of a TOML text stands, to the letter: so that one of them can be changed and all else stays.

The text is one that the parser has taken: what is looked for here is only where things begin and end.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

Path = tuple[str | int, ...]

_NAME: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_NAMES: Final = re.compile(_NAME)
_BEFORE: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_HEADER: Final = re.compile(rf"(\[\[?)[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*\]\]?[^\n]*\n?")
_KEY: Final = re.compile(rf"({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=[ \t]*")
_TOKEN: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*|\n|[\[\]{}]|[^\s\"'#\[\]{}]+",
    re.DOTALL,
)


class Written(NamedTuple):
    """A header or a value as it stands in a text. Places are counted in characters from the beginning."""

    part: Path
    """The part that it stands in, with a number where parts repeat."""
    keys: tuple[str, ...]
    """Its name within the part; more than one where it is written with points. Empty for a header."""
    value: Any
    start: int
    """Where its line begins."""
    value_start: int
    value_end: int
    end: int
    """After the end of its last line."""


def written_lines(text: str) -> Iterator[Written]:
    """Yield each header and each value of a TOML text in order.

    Raises:
        tomllib.TOMLDecodeError: the text is not TOML.
    """
    tomllib.loads(text)
    part: Path = ()
    counts: dict[Path, int] = {}
    place = _after(_BEFORE, text, 0)
    while place < len(text):
        start = text.rfind("\n", 0, place) + 1
        header = _HEADER.match(text, place)
        key = _KEY.match(text, place)
        if header:
            part = _part(_said(header[2]), counts, repeats=header[1] == "[[")
            place = header.end()
            yield Written(part, (), None, start, header.start(), header.end(2), place)
        elif key:
            value_end, place = _extent(text, key.end())
            names = _said(key[1])
            value: Any = tomllib.loads(text[key.start() : value_end])
            for name in names:
                value = value[name]
            yield Written(part, names, value, start, key.end(), value_end, place)
        else:
            return
        place = _after(_BEFORE, text, place)


def paths_by_line(text: str) -> dict[int, Path]:
    """Return what stands on each line of a text, counted from 1; nothing where the text is not TOML."""
    found: dict[int, Path] = {}
    line, counted = 1, 0
    try:
        for one in written_lines(text):
            line += text.count("\n", counted, one.value_start)
            last = line + text.count("\n", one.value_start, one.value_end)
            found.update(dict.fromkeys(range(line, last + 1), (*one.part, *one.keys)))
            counted = one.value_start
    except (ValueError, RecursionError):  # as `language` says: the parser has more than its own error
        return {}
    return found


def _after(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place


def _said(names: str) -> tuple[str, ...]:
    """Return the names of a key, without their quotes."""
    return tuple(_unquoted(name) for name in _NAMES.findall(names))


def _unquoted(name: str) -> str:
    return next(iter(tomllib.loads(f"{name} = 0")))


def _part(names: tuple[str, ...], counts: dict[Path, int], *, repeats: bool) -> Path:
    """Return the path of a part, with the number that each repeated part on the way has reached."""
    path: Path = ()
    for place, name in enumerate(names):
        path = (*path, name)
        if repeats and place == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _extent(text: str, place: int) -> tuple[int, int]:
    """Return where a value ends, and where its last line does."""
    depth, value_end = 0, place
    for token in _TOKEN.finditer(text, place):
        said = token[0]
        if said == "\n":
            if depth == 0:
                return value_end, token.end()
        elif not said.startswith("#"):
            value_end = token.end()
            depth += (said in ("[", "{")) - (said in ("]", "}"))
    return value_end, len(text)
