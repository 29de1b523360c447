"""A process that dies half way, at a commit or at a delivery."""

import os
from collections.abc import Callable
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.simulation.postman import Postman


def dies(work: Callable[[], None], point: int) -> bool:
    """Run `work` in a forked process that dies at its n-th point of effect; return whether it died."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        code = 2
        try:
            _die_at(point)
            work()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 9), f"the sender's process ended with {code}"
    return code == 9


def _die_at(number: int) -> None:
    """Count every commit and every delivery, before and after; die at the n-th."""
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

    around(BaseDatabaseWrapper, "_commit")
    around(Postman, "take")
