"""A process that dies half way: before or after a commit, or a word to the world."""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

COMMIT = (BaseDatabaseWrapper, "_commit")

Effect = tuple[Any, str]
"""The class and the name of a method that has an effect outside the process."""


def dies(work: Callable[[], Any], *, point: int, at: Sequence[Effect]) -> bool:
    """Run `work` in a forked process that dies at its n-th point of effect; return whether it died.

    A point lies before and after each commit and each of the effects named in `at`.
    """
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            _die_at(point, (COMMIT, *at))
            work()
            os._exit(0)
        finally:
            traceback.print_exc(file=sys.stderr)
            os._exit(2)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 9), f"the process ended with {code}"
    return code == 9


def _die_at(number: int, effects: Sequence[Effect]) -> None:
    count = 0

    def point() -> None:
        nonlocal count
        count += 1
        if count == number:
            os._exit(9)

    def around(owner: Any, name: str) -> None:
        original = getattr(owner, name)

        def counted(*args: Any, **kwargs: Any) -> Any:
            point()
            answer = original(*args, **kwargs)
            point()
            return answer

        setattr(owner, name, counted)

    for owner, name in effects:
        around(owner, name)
