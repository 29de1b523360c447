'''A strategy written back to its text: whole, or a text in which only what a person changed is another.

>>> text = """
... [manners]
... days_between_reminders = 7   # per account
... minimum_cents = 500          # € 5,00
... """
>>> print(changed(text, {("manners", "days_between_reminders"): 10, ("manners", "days_after_term"): 2}))
<BLANKLINE>
[manners]
days_between_reminders = 10  # per account
minimum_cents = 500          # € 5,00
days_after_term = 2
<BLANKLINE>
'''

import copy
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import time
from itertools import groupby, pairwise
from typing import Any, Final

from voldaan.domain.strategy import language_parts as parts
from voldaan.domain.strategy.strategy import (
    STAGE_KEYS,
    WEEKDAYS,
    After,
    Asks,
    End,
    ForWhom,
    Manners,
    Pauses,
    PersonFirst,
    Stage,
    Strategy,
)
from voldaan.domain.strategy.written_lines import Path, Written, written_lines

_ORDER: Final = ("", *parts.SECTIONS)
_MISSING: Final = object()
_DEFAULTS: Final = {
    kind: {one.name: one.default for one in fields(kind) if one.init}
    for kind in (ForWhom, Manners, Pauses, PersonFirst, Stage, Asks, End)
}


def changed(text: str, changes: Mapping[Path, Any]) -> str:
    """Return a strategy's text with other values at some paths, as `("stages", 1, "days")`; None takes a value out.

    Every other line stays as it is, with its comment. Where the new value cannot stand in the lines as a person
    wrote them (parts within braces that are joined by others), the text is written anew, without comments.

    Raises:
        tomllib.TOMLDecodeError: the text is not TOML.
    """
    wanted = copy.deepcopy(tomllib.loads(text))
    for path, value in changes.items():
        _put(wanted, path, value)
    return rewritten(text, wanted)


def rewritten(text: str, wanted: dict[str, Any]) -> str:
    """Return a text that says what is wanted, with as many lines of this one as can stay.

    Raises:
        tomllib.TOMLDecodeError: the text is not TOML.
    """
    told = tomllib.loads(text)
    if told == wanted:
        return text
    places = _stage_places(told, wanted)
    if places is not None:
        edited = _edited(text, wanted, places)
        try:
            if tomllib.loads(edited) == wanted:
                return edited
        except tomllib.TOMLDecodeError:
            pass
    return whole(wanted)


def written(strategy: Strategy) -> str:
    """Return a strategy as a text in the house's form. Reading it gives the strategy again, but for its digest."""
    return whole(told_of(strategy))


def whole(told: Mapping[str, Any]) -> str:
    """Return what a text tells as a text in the house's form: parts in their order, a line for each value."""
    blocks = ["".join(_lines(head)) for head in [{k: v for k, v in told.items() if k not in parts.SECTIONS}]]
    blocks += [_block(name, part) for name, part in _tables(told)]
    return "\n".join(blocks)


def told_of(strategy: Strategy) -> dict[str, Any]:
    """Return what the text of a strategy tells: its values by part, without those that hold by themselves."""
    told: dict[str, Any] = {"name": strategy.name, "version": strategy.version}
    if strategy.about:
        told["about"] = strategy.about
    stages = sorted((*strategy.stages, *strategy.disabled), key=lambda one: STAGE_KEYS.index(one.key))
    sections = {
        "for_whom": _told(strategy.for_whom),
        "manners": _told(strategy.manners),
        "pauses": _told(strategy.pauses),
        "person_first": _told(strategy.person_first),
        "stages": [_told(stage) for stage in stages],
        "after": {incident.lower(): _told_after(after) for incident, after in strategy.after.items()},
        "asks": _told(strategy.asks),
        "end": _told(strategy.end),
    }
    return told | {name: part for name, part in sections.items() if part}


def _told(part: Any) -> dict[str, Any]:
    """Return the values of a part that are not what holds without them."""
    defaults = _DEFAULTS[type(part)]
    found = {name: getattr(part, name) for name in defaults}
    return {name: _plain(value) for name, value in found.items() if value != defaults[name]}


def _told_after(after: After) -> dict[str, Any]:
    stage = {} if after.stage is None else _told(after.stage)
    return {"act": after.act} | {name: value for name, value in stage.items() if name != "key"}


def _plain(value: Any) -> Any:
    """Return a value as the text has it."""
    if isinstance(value, frozenset):
        return [WEEKDAYS[day] for day in sorted(value)]
    if isinstance(value, tuple):
        return [one.isoformat("minutes") if isinstance(one, time) else one for one in value]
    return value


def _put(told: dict[str, Any], path: Path, value: Any) -> None:
    """Set the value at a path, making the parts on the way; None takes it out."""
    here: Any = told
    for step, following in pairwise(path):
        if isinstance(here, list):
            if step == len(here):
                here.append({})
            here = here[int(step)]
        else:
            here = here.setdefault(step, [] if isinstance(following, int) else {})
    if value is not None:
        here[path[-1]] = value
    elif isinstance(here, list):
        del here[int(path[-1])]
    else:
        here.pop(path[-1], None)


def _stage_places(told: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[int, int] | None:
    """Return where each stage of a text stands in what is wanted; None where their order cannot be kept."""
    try:
        before = [stage["key"] for stage in told.get("stages", [])]
        after = [stage["key"] for stage in wanted.get("stages", [])]
        places = {number: after.index(key) for number, key in enumerate(before) if key in after}
    except (KeyError, TypeError):
        return None
    ordered = list(places.values())
    return places if ordered == sorted(set(ordered)) and len(set(after)) == len(after) else None


def _edited(text: str, wanted: dict[str, Any], places: Mapping[int, int]) -> str:
    """Return the text with its lines mended where they say something else than is wanted."""
    edits: list[tuple[int, int, str]] = []
    ends: dict[Path, int] = {(): 0}
    """Where each part that stays ends: after its last value."""
    said: set[Path] = set()
    for part, group in groupby(written_lines(text), key=lambda one: one.part):
        lines, place = list(group), _moved(part, places)
        if place is None or _at(wanted, place) is _MISSING:
            edits.append((lines[0].start, lines[-1].end, ""))
            continue
        ends[place] = lines[-1].end
        for line in lines:
            if line.keys:
                said.add((*place, *line.keys))
                edits += _mended(text, line, _at(wanted, (*place, *line.keys)))
    edits += _added(wanted, ends, said, text)
    edits.sort(key=lambda edit: edit[:2])
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


def _mended(text: str, line: Written, value: Any) -> Iterator[tuple[int, int, str]]:
    """Yield the edit of one line: its value, with the comment after it kept in its column."""
    if value == line.value:
        return
    if value is _MISSING:
        yield line.start, line.end, ""
        return
    new = _value(value)
    rest = text[line.value_end : line.end]
    gap = len(rest) - len(rest.lstrip(" "))
    if rest.strip():
        kept = max(gap - len(new) + (line.value_end - line.value_start), 2)
        yield line.value_start, line.value_end + gap, new + " " * kept
    else:
        yield line.value_start, line.value_end, new


def _added(
    wanted: Mapping[str, Any], ends: dict[Path, int], said: set[Path], text: str
) -> Iterator[tuple[int, int, str]]:
    """Yield the lines and parts that the text has not yet, each at its place."""
    tables: list[tuple[Path, Mapping[str, Any]]] = [((), wanted)]
    tables += [(_path(name, number), part) for number, (name, part) in _numbered(wanted)]
    last = 0
    for path, part in tables:
        if any(path[:depth] in said for depth in range(1, len(path) + 1)):
            continue
        values = {name: value for name, value in part.items() if path or name not in parts.SECTIONS}
        missing = {name: value for name, value in values.items() if (*path, name) not in said}
        if path in ends:
            last = ends[path]
            if missing:
                yield last, last, _on_its_own(text, last) + "".join(_lines(missing))
        else:
            yield last, last, _on_its_own(text, last) + "\n" + _block(_header(path), part)


def _on_its_own(text: str, place: int) -> str:
    """Return what must stand before something new: the end of a line that has none yet."""
    return "\n" if place and text[place - 1] != "\n" else ""


def _numbered(told: Mapping[str, Any]) -> Iterator[tuple[int, tuple[str, Mapping[str, Any]]]]:
    """Yield the parts in their order, each with how many of its name came before it."""
    counts: dict[str, int] = {}
    for name, part in _tables(told):
        counts[name] = counts.get(name, -1) + 1
        yield counts[name], (name, part)


def _tables(told: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each part with the name that stands in its header, in the order of the house."""
    for name in parts.SECTIONS:
        part = told.get(name)
        if name == "stages":
            for stage in part or ():
                yield "stages", stage
        elif name == "after":
            for incident, after in (part or {}).items():
                yield f"after.{incident}", after
        elif part is not None:
            yield name, part


def _path(name: str, number: int) -> Path:
    return ("stages", number) if name == "stages" else tuple(name.split("."))


def _header(path: Path) -> str:
    return "stages" if path[0] == "stages" else ".".join(map(str, path))


def _block(name: str, part: Mapping[str, Any]) -> str:
    head = "[[stages]]" if name == "stages" else f"[{name}]"
    return "".join([f"{head}\n", *_lines(part)])


def _lines(part: Mapping[str, Any]) -> Iterator[str]:
    for name, value in part.items():
        yield f"{name} = {_value(value)}\n"


def _value(value: Any) -> str:
    """Return a value as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        inside = ", ".join(f"{_value(name)} = {_value(one)}" for name, one in value.items())
        return f"{{ {inside} }}"
    raise TypeError(f"A strategy holds no {type(value).__name__}.")


def _moved(path: Path, places: Mapping[int, int]) -> Path | None:
    """Return the path of a part in what is wanted; None for a stage that is taken out."""
    if len(path) > 1 and path[0] == "stages":
        place = places.get(int(path[1]))
        return None if place is None else ("stages", place, *path[2:])
    return path


def _at(told: Any, path: Path) -> Any:
    """Return the value at a path, or `_MISSING`."""
    for step in path:
        try:
            told = told[step]
        except (KeyError, IndexError, TypeError):
            return _MISSING
    return told
