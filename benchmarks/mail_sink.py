"""A mail server that takes everything and keeps nothing, in a process of its own, so that its work is not counted."""

import socketserver
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class _Dialogue(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self._say("220 sink.example")
        for line in self.rfile:
            word = line[:4].upper().strip()
            if word == b"DATA":
                self._say("354 go on")
                while self.rfile.readline() not in {b".\r\n", b""}:
                    pass
            self._say("221 bye" if word == b"QUIT" else "250 OK")
            if word == b"QUIT":
                return

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode("ascii"))


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextmanager
def mail_sink() -> Iterator[int]:
    """Run the server on the loopback and yield its port."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.mail_sink"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


if __name__ == "__main__":
    with _Server(("127.0.0.1", 0), _Dialogue) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()
