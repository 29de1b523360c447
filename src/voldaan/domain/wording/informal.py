r"""What is said with "u" is said with "je" as well: the guard's Dutch patterns, widened to the informal address.

>>> pattern = also_informal(r"waarom betaalt u niet")
>>> [bool(re.fullmatch(pattern, text)) for text in ("waarom betaalt u niet", "waarom betaal je niet")]
[True, True]
>>> bool(re.search(also_informal(r"uw schuld"), "jouw schuld"))
True
>>> bool(re.search(also_informal(r"(?:bent|was) u te laat"), "ben je te laat"))
True
"""

import re
from typing import Any, Final

_BEHIND_A_VERB: Final = re.compile(r"(?<![\w\\)\]}?*+|(])([a-z])([a-z]+)t u(?![\w'])")
_HAVE: Final = re.compile(r"(?<![\w\\])(?:heeft|hebt) u(?![\w'])")
_VERBS: Final = re.compile(r"\(\?:([a-z]+(?:\|[a-z]+)*)\)(?= (?:\(\?:)?u(?![\w'*?+]))")
_YOU: Final = re.compile(r"(?<![\w\\'\[])u(?![\w'\]?*+-])")
_YOUR: Final = re.compile(r"(?<![\w\\])uw(?![\w?*+])")
_LOOK_BEHIND: Final = re.compile(r"\(\?<[!=](?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)")


def also_informal(row: Any) -> Any:
    """Return a pattern, or patterns in tuples, that also match where "je", "jij", "jou" or "jouw" is said for "u"."""
    if isinstance(row, tuple):
        return tuple(also_informal(one) for one in row)
    if isinstance(row, re.Pattern):
        return re.compile(also_informal(row.pattern), row.flags)
    return "".join(_widened(part, is_behind=place % 2 == 1) for place, part in enumerate(_parts(row)))


def _parts(pattern: str) -> list[str]:
    """Return a pattern cut at its looks behind, which have one width and stay as they are: every second part."""
    parts, place = [], 0
    for found in _LOOK_BEHIND.finditer(pattern):
        parts += [pattern[place : found.start()], found.group()]
        place = found.end()
    return [*parts, pattern[place:]]


def _widened(part: str, *, is_behind: bool) -> str:
    if is_behind:
        return part
    part = _VERBS.sub(lambda found: f"(?:{'|'.join(map(_before_je, found[1].split('|')))})", part)
    part = _HAVE.sub(r"h(?:eeft u|ebt u|eb (?:je|jij))", part)
    part = _BEHIND_A_VERB.sub(r"\1\2(?:t u|t? (?:je|jij))", part)
    part = _YOU.sub(_unless_done(part), part)
    return _YOUR.sub("(?:uw|je|jouw)", part)


def _before_je(verb: str) -> str:
    """Return a verb before "u" as it is before "je" as well: without its last t."""
    if verb in ("heeft", "hebt"):
        return f"{verb}|heb"
    return f"{verb}?" if verb.endswith("t") and len(verb) > 3 else verb


def _unless_done(part: str) -> Any:
    """Return what takes the place of "u", save where the step before has just written it."""

    def other(found: re.Match[str]) -> str:
        before = part[max(0, found.start() - 9) : found.start()]
        done = before.endswith(("(?:t ", "(?:eeft ", "|ebt "))
        return "u" if done else "(?:u|je|jij|jou)"

    return other
