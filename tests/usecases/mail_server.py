"""A real SMTP server on a free loopback port, for tests: it takes, refuses or drops as it is told."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Received:
    """What arrived, and what the server is to say."""

    def __init__(self) -> None:
        self.messages: list[bytes] = []
        self.asked = 0
        """How many recipients were named to it."""
        self.at_recipient = "250 OK"
        self.at_data = "250 OK"
        self.then: Callable[[], None] = lambda: None
        """What happens elsewhere while the sender waits for the answer to its message."""

    async def handle_RCPT(  # noqa: N802  (the server calls it by this name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[Any]
    ) -> str:
        self.asked += 1
        if self.at_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.at_recipient

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  (idem)
        if self.at_data.startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.messages.append(envelope.content)
            await asyncio.to_thread(self.then)
        return self.at_data


@contextmanager
def mail_server() -> Iterator[tuple[str, Received]]:
    """Run a server and yield its address as VOLDAAN_SMTP_URL, and what it received."""
    received = Received()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(received, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{port}", received
    finally:
        controller.stop()
