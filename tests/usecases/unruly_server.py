"""A real SMTP server with bad days: it refuses, greylists and stalls, and the line to it breaks at any byte.

What it took it counts by Message-ID at the moment from which a real one would deliver it.
"""

import asyncio
import random
import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

STALL_SECONDS = 2.5
REFUSED, GREYLISTED, STALLED, CUT = 0.04, 0.12, 0.004, 0.4
"""How often, at each step; of the connections, the last one."""
_MESSAGE_ID = re.compile(rb"^Message-ID: <([0-9a-f-]+)@", re.MULTILINE | re.IGNORECASE)


class Unruly:
    """What it does, drawn from a seed, and what it took."""

    def __init__(self, seed: int) -> None:
        self.luck = random.Random(seed)
        self.taken: Counter[str] = Counter()
        self.digests: set[str] = set()
        self.did: Counter[str] = Counter()

    async def handle_RCPT(  # noqa: N802  (the server calls it by this name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[Any]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return await self._mood("rcpt") or "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  (idem)
        if bad := await self._mood("data"):
            return bad
        content = envelope.content
        assert isinstance(content, bytes)
        found = _MESSAGE_ID.search(content)
        assert found is not None
        self.taken[found[1].decode()] += 1
        self.digests.add(sha256(content).hexdigest())
        if self.luck.random() < STALLED:
            await self._stalls("after")
        return "250 OK"

    async def _mood(self, step: str) -> str:
        drawn = self.luck.random()
        if drawn < REFUSED:
            self.did[f"refused at {step}"] += 1
            return "550 5.7.1 never"
        if drawn < GREYLISTED:
            self.did[f"greylisted at {step}"] += 1
            return "451 4.7.1 not now"
        if drawn < GREYLISTED + STALLED:
            await self._stalls(f"at {step}")
        return ""

    async def _stalls(self, where: str) -> None:
        self.did[f"stalled {where}"] += 1
        await asyncio.sleep(STALL_SECONDS)

    async def accepts(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int) -> None:
        """Carry one connection to the server, and break it after some bytes of what either side says."""
        back_reader, back_writer = await asyncio.open_connection("127.0.0.1", port)
        limits = [10**9, 10**9]
        if self.luck.random() < CUT:
            side = self.luck.choice((0, 1))
            limits[side] = self.luck.randint(1, (60_000, 1_200)[side])
            self.did[f"cut what {('we', 'it')[side]} said"] += 1
        ways = [
            asyncio.create_task(_carry(reader, back_writer, limits[0])),
            asyncio.create_task(_carry(back_reader, writer, limits[1])),
        ]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        back_writer.close()
        writer.close()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, limit: int) -> None:
    while limit > 0 and (data := await reader.read(4096)):
        writer.write(data[:limit])
        await writer.drain()
        limit -= len(data)


@contextmanager
def unruly_server(seed: int) -> Iterator[tuple[str, Unruly]]:
    """Run it and yield its address as VOLDAAN_SMTP_URL, and what it did and took."""
    unruly, loop = Unruly(seed), asyncio.new_event_loop()

    async def serves() -> int:
        inner = await loop.create_server(
            lambda: SMTP(unruly, hostname="localhost", loop=loop), "127.0.0.1", 0
        )
        behind: int = inner.sockets[0].getsockname()[1]
        outer = await asyncio.start_server(lambda r, w: unruly.accepts(r, w, behind), "127.0.0.1", 0)
        before: int = outer.sockets[0].getsockname()[1]
        return before

    loop.set_exception_handler(lambda loop, context: None)
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    port = asyncio.run_coroutine_threadsafe(serves(), loop).result()
    try:
        yield f"smtp://127.0.0.1:{port}?timeout=0.2&per_connection=20", unruly
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
