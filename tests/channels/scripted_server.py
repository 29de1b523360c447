"""A server that says line by line what a test wants, for the words that no orderly server says."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

CLOSES = "~"
"""At the end of an answer: the server hangs up there, and the line has no end."""


class Script:
    """What it answers to each command, by the first word; `.` is the end of the message."""

    def __init__(self, **answers: str) -> None:
        self.answers = {
            "BANNER": "220 hello", "EHLO": "250 hello", "NOOP": "250 ok", "MAIL": "250 ok", "RCPT": "250 ok",
            "DATA": "354 go on", "END": "250 taken", "RSET": "250 ok", "QUIT": "221 bye",
        } | answers  # fmt: skip
        self.connections = 0
        self.heard: list[str] = []
        self.content = b""


@contextmanager
def scripted(script: Script) -> Iterator[int]:
    """Run the server and yield its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_serve, args=(listening, script), daemon=True).start()
        yield listening.getsockname()[1]


def _serve(listening: socket.socket, script: Script) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        script.connections += 1
        with connection:
            _talk(connection, script)


def _talk(connection: socket.socket, script: Script) -> None:
    file = connection.makefile("rwb")

    def says(word: str) -> bool:
        answer = script.answers[word]
        file.write(answer.removesuffix(CLOSES).encode() + b"\r\n" * (not answer.endswith(CLOSES)))
        file.flush()
        return not answer.endswith(CLOSES)

    if not says("BANNER"):
        return
    for line in file:
        word = line.split()[0].decode().upper()
        script.heard.append(word)
        if not says(word):
            return
        if word == "DATA" and script.answers["DATA"].startswith("354"):
            script.content = b"".join(iter(file.readline, b".\r\n"))
            if not says("END"):
                return
