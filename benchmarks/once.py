"""Each message once: senders killed at random before a server that refuses, greylists, stalls and breaks off (P3).

The book has one approved message for each of many debtors. One of them is written by the product; the others are
copies of it for their own debtor, since what is measured is how messages leave and not how they are set.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

SENDERS = 3
MESSAGES_A_KILL = 50
LIVES = (0.2, 12.0)
ROUNDS = 400


def run(*, messages: int, seed: int) -> Iterator[str]:
    """Yield how far the messages came, and what went wrong: one line for each."""
    with tempfile.TemporaryDirectory(prefix="voldaan-bench-") as home:
        environment = {
            "VOLDAAN_HOME": home, "VOLDAAN_DATABASE_URL": "", "VOLDAAN_SMTP_URL": "",
            "DJANGO_SETTINGS_MODULE": "voldaan.config.settings",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.once", str(messages), str(seed)],
            env=os.environ | environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    yield from done.stdout.splitlines()


def _lines(messages: int, seed: int) -> Iterator[str]:
    from voldaan.interfaces.cli.book import open_book

    open_book()
    from django.conf import settings

    from tests.builders import after, ten_o_clock
    from tests.usecases.killed_senders import counts, send_and_kill, wrongs
    from tests.usecases.many_approved import many_approved
    from tests.usecases.unruly_server import unruly_server

    on = after(3)
    client = many_approved(messages, on=on)
    with unruly_server(seed) as (url, server):
        settings.INSTALLATION.smtp_url = url
        start = time.monotonic()
        killed = send_and_kill(
            client, on=on, at=ten_o_clock(on), seed=seed, senders=SENDERS, kills=messages // MESSAGES_A_KILL,
            lives=LIVES, rounds=ROUNDS,
        )  # fmt: skip
        seconds = time.monotonic() - start
        wrong = list(wrongs(client, server))
        found = counts(client, server)
    for state, number in sorted(found.items()):
        yield f"once-{messages}-{state.lower().replace(', ', '-')} {number} messages"
    for what, number in sorted(server.did.items()):
        yield f"once-{messages}-server-{what.replace(' ', '-')} {number} times"
    yield f"once-{messages}-killed {killed} senders"
    yield f"once-{messages}-twice {sum(times > 1 for times in server.taken.values())} messages (target 0)"
    yield f"once-{messages}-wrong {len(wrong)} messages (target 0) {' '.join(wrong[:5])}"
    yield f"once-{messages}-speed {messages / seconds:.0f} 1/s ({SENDERS} senders)"


if __name__ == "__main__":
    for line in _lines(int(sys.argv[1]), int(sys.argv[2])):
        print(line)
