"""A real HTTP service on a free port of this machine, that can have a bad moment at a named step."""

import threading
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

CUT, STALL, HALF, DROP = "cut", "stall", "half", "drop"
"""It does what is asked and hangs up, or says nothing more, or stops in its answer; or it hangs up on the request."""


class Service:
    """What it was asked, and the moods that wait for each step: one of the above, or a status to answer with."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.faults: list[str] = []
        """What a client did that the documentation forbids."""
        self.moods: defaultdict[str, deque[str]] = defaultdict(deque)
        self.did: Counter[str] = Counter()
        self.ends = threading.Event()

    def mood(self, step: str) -> str:
        """Return what waits for this step, and forget it."""
        waiting = self.moods[step]
        mood = waiting.popleft() if waiting else ""
        self.did[mood] += 1
        return mood


class Handler(BaseHTTPRequestHandler):
    """Reads a request whole and answers it once, well or badly."""

    protocol_version = "HTTP/1.1"
    service: ClassVar[Service]

    def log_message(self, *said: object) -> None:
        """Keep quiet."""

    def content(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", "0")))

    def answer(self, status: int, body: bytes, kind: str, *, mood: str = "") -> None:
        """Send an answer, or the beginning of one, or none."""
        self.close_connection = True
        if mood == STALL:
            self.service.ends.wait()
        if mood in {STALL, CUT, DROP}:
            return
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if mood == HALF else body)


@contextmanager
def running(service: Service, handler: type[Handler]) -> Iterator[int]:
    """Run the service and yield its port."""
    kind = type("Bound", (handler,), {"service": service})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        service.ends.set()
        server.shutdown()
        server.server_close()
