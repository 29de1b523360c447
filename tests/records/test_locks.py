"""A sender's name lives with its process, and nobody waits for another."""

import os
import signal
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection, connections

from voldaan.records.locks import is_gone, sending

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def other() -> Iterator[tuple[int, str]]:
    """Another process that is a sender, and its name."""
    told, over = os.pipe(), os.pipe()
    connections.close_all()
    child = os.fork()
    if child == 0:
        with sending() as name:
            os.write(told[1], name.encode())
            os.read(over[0], 1)
        os._exit(0)
    yield child, os.read(told[0], 40).decode()
    os.write(over[1], b"x")


def test_a_sender_lives_until_its_block_ends() -> None:
    with sending() as one, sending() as two:
        assert one != two
        assert not is_gone(one)
        assert not is_gone(two)
    assert is_gone(one)
    assert is_gone(two)


def test_it_ends_with_an_exception_too() -> None:
    with pytest.raises(ZeroDivisionError), sending() as name:
        raise ZeroDivisionError
    assert is_gone(name)


@pytest.mark.parametrize("name", ["", "0" * 32])
def test_who_never_was_is_gone(name: str) -> None:
    assert is_gone(name)


def test_another_process_lives_until_it_is_killed(other: tuple[int, str]) -> None:
    child, name = other
    assert not is_gone(name)
    with sending():
        # Another one that begins clears away after the dead, and only after them.
        assert not is_gone(name)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert is_gone(name)


def test_what_the_dead_left_is_cleared_away(other: tuple[int, str]) -> None:
    child, name = other
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with sending() as mine:
        kept = [path.stem for path in (settings.VOLDAAN_HOME / "senders").glob("*.lock")]
        assert kept == ([mine] if connection.vendor == "sqlite" else [])
        assert is_gone(name)
