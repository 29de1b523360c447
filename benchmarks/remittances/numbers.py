"""How people write an invoice number: whole in many spellings, its end only, or with a slip of the finger."""

import re
from collections.abc import Callable
from random import Random

_SIGNS = re.compile(r"[A-Za-z]+|[0-9]+")
_DIGITS = re.compile(r"[0-9]+")
UNMISTAKABLE_DIGITS = 5
"""With fewer digits a number alone could be anything: a house number, a day, a quantity."""


def digits_of(number: str) -> str:
    """Return the digits of a number without what stands between them."""
    return "".join(_DIGITS.findall(number))


def is_unmistakable(number: str) -> bool:
    """Test if a careful bookkeeper recognises the whole number by itself."""
    return len(digits_of(number)) >= UNMISTAKABLE_DIGITS


def spell(rng: Random, number: str) -> str:
    """Return the whole number as somebody types it: nearly half of them just as it stands on the invoice."""
    if rng.randrange(100) < 45:
        return number
    parts = _SIGNS.findall(number)
    figures = _DIGITS.findall(number)
    spellings: tuple[Callable[[], str], ...] = (
        lambda: "".join(parts),
        lambda: " ".join(parts),
        lambda: rng.choice("-./ _").join(parts),
        lambda: number.lower(),
        lambda: " ".join(figures),
        lambda: "".join(figures),
        lambda: "-".join(figures),
        lambda: f"#{number}",
        lambda: _grouped(number),
        lambda: number.replace("-", " - ").replace("/", " / "),
        lambda: _letters_for_zeros(rng, number),
    )
    return rng.choice(spellings)()


def _grouped(number: str) -> str:
    """Return a long row of digits in two or more groups, as people read them aloud."""
    if not number.isdigit() or len(number) < 7:
        return number
    size = 4 if len(number) % 4 == 0 else 3
    return " ".join(number[start : start + size] for start in range(0, len(number), size))


def _letters_for_zeros(rng: Random, number: str) -> str:
    """Return the number with the letter O where a zero stands, which one in six of these writers does."""
    return number.replace("0", "O", 1) if rng.randrange(6) == 0 else number


def tail(rng: Random, number: str) -> str:
    """Return the end of a number: what stands behind the year or the last few digits, at times without zeros."""
    figures = _DIGITS.findall(number)
    end: str = figures[-1] if len(figures) > 1 else figures[-1][-rng.choice((3, 3, 4)) :]
    return rng.choice((end, end.lstrip("0") or end))


def slip(rng: Random, number: str) -> str:
    """Return the number with one slip: a digit swapped with the next, doubled, left out, or another one."""
    places = [at for at, sign in enumerate(number) if sign.isdigit()]
    while True:
        at = rng.choice(places[-5:])
        before, sign, after = number[:at], number[at], number[at + 1 :]
        slipped = rng.choice(
            (
                before + after[:1] + sign + after[1:] if after[:1].isdigit() else number,
                before + sign + sign + after,
                before + after,
                before + str((int(sign) + rng.choice((1, 9))) % 10) + after,
                before + rng.choice("0123456789") + after,
            )
        )
        if slipped != number and digits_of(slipped):
            return slipped


def listed(rng: Random, numbers: list[str]) -> str:
    """Return several whole numbers in one text."""
    spelled = [spell(rng, number) for number in numbers] if rng.randrange(3) == 0 else numbers
    between = rng.choice((", ", ",", " en ", " + ", "+", " / ", "; ", " ", " & ", "\n", ", ", " - "))
    return between.join(spelled[:-1]) + rng.choice((between, " en ")) + spelled[-1]


def carried(rng: Random, numbers: list[str]) -> str | None:
    """Return the first number whole and of the others the end that differs; None where too much differs."""
    first = numbers[0]
    if any(len(number) != len(first) or number[:-3] != first[:-3] for number in numbers):
        return None
    same = max(at for at in range(len(first)) if all(number.startswith(first[:at]) for number in numbers))
    same = min(same, len(first) - 2)
    between = rng.choice((", ", "/", " en ", ",", " + ", "-" if len(numbers) > 2 else "/"))
    return first + between + between.join(number[same:] for number in numbers[1:])
