"""Whether the words of a mail can be read on their ground, in the light and in the dark."""

import re
from collections.abc import Iterator
from typing import Final

from tools.mail_lint.tree import Element, Rule
from voldaan.letters.colours import CONTRAST_MIN, contrast

DARK: Final = "(prefers-color-scheme:dark)"
_SIX_DIGITS: Final = re.compile("#[0-9a-fA-F]{6}")
_WHITE, _BLACK = "#ffffff", "#000000"


def unreadable(mail: Element, rules: list[Rule]) -> Iterator[str]:
    """Yield each pair of colours that does not stand out enough, with the first words in it."""
    dark = [rule for rule in rules if rule.media == DARK]
    for light, its_rules in (("light", []), ("dark", dark)):
        seen: set[tuple[str, str]] = set()
        for words in (one for one in mail.every() if _is_read(one)):
            colour, ground = _colour(words, its_rules), _ground(words, its_rules)
            if (colour, ground) in seen:
                continue
            seen.add((colour, ground))
            stands_out = contrast(colour, ground)
            if stands_out < CONTRAST_MIN:
                said = " ".join((words.words or words.attributes.get("alt", "")).split())[:40]
                yield (
                    f'In the {light} "{said}" is {colour} on {ground}: a contrast of {stands_out:.1f}, '
                    f"and it needs {CONTRAST_MIN}."
                )


def _is_read(element: Element) -> bool:
    hidden = any(
        one.style.get("display") == "none" or one.tag in {"head", "style"} for one in element.above()
    )
    return not hidden and (bool(element.words.strip()) or bool(element.attributes.get("alt", "").strip()))


def _colour(element: Element, rules: list[Rule]) -> str:
    return _nearest(element, rules, "color", _BLACK)


def _ground(element: Element, rules: list[Rule]) -> str:
    return _nearest(element, rules, "background-color", _WHITE)


def _nearest(element: Element, rules: list[Rule], name: str, otherwise: str) -> str:
    """Return the value that holds here: that of the innermost which has one; a rule goes before its style."""
    for one in element.above():
        ruled = [rule.style[name] for rule in rules if one.tag and name in rule.style and rule.is_for(one)]
        said = [*ruled[-1:], one.style.get(name, "")][0].split()
        # What is no colour in six digits is another rule's to refuse.
        if said and _SIX_DIGITS.fullmatch(said[0]):
            return said[0]
    return otherwise
