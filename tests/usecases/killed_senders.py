"""Several senders at once, each a process of its own, killed at any moment; and what is left of each message."""

import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import connections

from tests.usecases.unruly_server import Unruly
from voldaan.records.models import Client, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.send_messages import send_messages

LIVES = (0.02, 1.5)
"""Seconds that a sender has before it is killed, at least and at most."""
ROUNDS_AFTER = 3
"""How often somebody comes along afterwards whom nobody kills."""
UNTIL_THE_LAST = timedelta(hours=15)
"""How long after the others the last of them comes."""


def send_and_kill(
    client: Client,
    *,
    on: date,
    at: datetime,
    seed: int,
    senders: int,
    kills: int,
    lives: tuple[float, float] = LIVES,
    rounds: int = ROUNDS_AFTER,
) -> int:
    """Let senders run at once, kill so many of them, and let others finish; return how many were killed.

    Each that starts has a later moment than the one before, so that what was not taken is offered again. A sender stops
    after some broken connections, so many messages before a bad server take more `rounds`.
    """
    luck, killed, started = random.Random(seed), 0, 0
    living: dict[int, float] = {}
    while killed < kills:
        while len(living) < senders:
            child = _start(client, on, at + timedelta(minutes=10 * started))
            living[child] = time.monotonic() + luck.uniform(*lives)
            started += 1
        time.sleep(0.01)
        for child in [child for child, dies_at in living.items() if dies_at <= time.monotonic()]:
            os.kill(child, signal.SIGKILL)
        for child in list(living):
            if (code := _ending(child)) is not None:
                killed += code == -signal.SIGKILL
                del living[child]
        if not _approved(client):
            break
    for child in living:
        _ending(child, wait=True)
    last = at + timedelta(minutes=10 * started)
    for number in range(1, rounds + 1):
        _ending(_start(client, on, last + UNTIL_THE_LAST * number / rounds), wait=True)
        if not _approved(client):
            break
    return killed


def wrongs(client: Client, server: Unruly) -> Iterator[str]:
    """Yield each message that is not once at the server, failed, still approved, or ambiguous and shown (P3).

    None may still be SENDING: somebody came along last whom nobody killed.
    """
    fine = {("SENT", 1), ("FAILED", 0), ("APPROVED", 0), ("AMBIGUOUS", 0), ("AMBIGUOUS", 1)}
    with rows_of(client):
        for message in Message.objects.order_by("pk"):
            arrived = server.taken[str(message.uuid)]
            if (message.state, arrived) not in fine:
                yield f"{message.uuid} is {message.state} and arrived {arrived} times"
            if message.state != "SENT" and not message.because and message.finished_at:
                yield f"{message.uuid} is {message.state} and nobody is told why"
            if message.state == "SENT" and message.sent_sha256 not in server.digests:
                yield f"{message.uuid} arrived in other bytes than those that were kept"


def counts(client: Client, server: Unruly) -> Counter[str]:
    """Return how many messages came how far, and how many of the ambiguous ones had arrived."""
    found: Counter[str] = Counter()
    with rows_of(client):
        for uuid, state in Message.objects.values_list("uuid", "state"):
            arrived = ", arrived" if state == "AMBIGUOUS" and server.taken[str(uuid)] else ""
            found[state + arrived] += 1
    return found


def _start(client: Client, on: date, at: datetime) -> int:
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            send_messages([client], on=on, at=at, by="sender")
            os._exit(0)
        finally:
            traceback.print_exc(file=sys.stderr)
            os._exit(2)
    return child


def _ending(child: int, *, wait: bool = False) -> int | None:
    """Return how a sender ended, or None while it lives."""
    ended, status = os.waitpid(child, 0 if wait else os.WNOHANG)
    if not ended:
        return None
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, -signal.SIGKILL), f"a sender ended with {code}"
    return code


def _approved(client: Client) -> int:
    with rows_of(client):
        return Message.objects.filter(state="APPROVED").count()
