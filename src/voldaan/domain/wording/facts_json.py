"""Facts to plain values and back, with a sentence for what is missing or cannot be read.

>>> plain({"day": date(2026, 12, 4), "lines": ("a", "b")})
{'day': '2026-12-04', 'lines': ['a', 'b']}
"""

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Facts = TypeVar("Facts")

_KINDS: dict[type, str] = {
    str: "text between quotes",
    int: "a whole number",
    bool: "true or false",
    date: 'a day such as "2026-12-04"',
}


def plain(value: Any) -> Any:
    """Return plain values for keeping: days as ISO text, tuples as lists."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def read_fields(kind: type[Facts], values: Any, at: str = "") -> Facts:
    """Return a value of this dataclass from plain values.

    Raises:
        ValueError: a field is missing, unknown, or of the wrong kind; the sentence names it by its path.
    """
    where = at or "the facts"
    if not isinstance(values, dict):
        raise ValueError(  # noqa: TRY004  # what was given is data, not a call of ours
            f"{_capital(where)}: expected an object with named values, found {_shown(values)}."
        )
    types = get_type_hints(kind)
    names = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]  # only dataclasses come here
    strange = sorted(set(map(str, values)) - set(names))
    if strange:
        raise ValueError(
            f"{_capital(where)}: {', '.join(strange)} is none of the facts of a message. "
            f"Remove it, or choose from: {', '.join(names)}."
        )
    needed = [
        name
        for name, field in names.items()
        if name not in values and field.default is MISSING and field.default_factory is MISSING
    ]
    if needed:
        raise ValueError(f"{_capital(where)}: {', '.join(needed)} is missing. Add it.")
    return kind(**{name: _value(types[name], value, _path(at, name)) for name, value in values.items()})


def _value(kind: Any, value: Any, at: str) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _one_of(arguments, value, at)
    if origin is Literal:
        if value not in arguments:
            raise ValueError(f"{at}: {_shown(value)} is not one of {', '.join(map(str, arguments))}.")
        return value
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise ValueError(f"{at}: expected a list, found {_shown(value)}.")
        return tuple(_value(arguments[0], item, f"{at}[{index}]") for index, item in enumerate(value))
    if is_dataclass(kind) and isinstance(kind, type):
        return read_fields(kind, value, at)
    return _single(kind, value, at)


def _one_of(kinds: tuple[Any, ...], value: Any, at: str) -> Any:
    """Return the value of the first of these kinds that takes it; of two sets of words, either will do."""
    if value is None and NoneType in kinds:
        return None
    left = [kind for kind in kinds if kind is not NoneType]
    words = tuple(word for kind in left if get_origin(kind) is Literal for word in get_args(kind))
    return _value(Literal[words] if words else left[0], value, at)


def _single(kind: type, value: Any, at: str) -> Any:
    if kind is date and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{at}: {_shown(value)} is not a day. Write it as 2026-12-04.") from None
    if kind is date or not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"{at}: expected {_KINDS[kind]}, found {_shown(value)}.")
    return value


def _path(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
