"""CM.com's Business Messaging API 1.0 as its documentation tells it: what it asks, refuses, cuts off and answers."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.channels.standins.service import DROP, Handler, Service, running

TOKEN = "00000000-1111-2222-3333-444444444444"
MESSAGE_MAX = 1000
_SENDER = re.compile(r"[A-Za-z0-9 .&-]{1,11}|\+?[0-9]{1,16}")


class Cm(Service):
    """Its one account, the texts it took, and the numbers that want none."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[dict[str, Any]] = []
        self.blocked: set[str] = set()
        self.balance = True

    def wrong_with(self, one: dict[str, Any]) -> tuple[int, str]:
        """Return the code and the words for a message that cannot go; 0 where it can."""
        number = str((one.get("to") or [{}])[0].get("number", ""))
        body = one.get("body") or {}
        parts = (one.get("minimumNumberOfMessageParts", 1), one.get("maximumNumberOfMessageParts", 1))
        if not _SENDER.fullmatch(str(one.get("from", ""))):
            return 301, "Invalid from"
        if not re.fullmatch(r"00[1-9][0-9]{7,14}", number):
            return 303, f"Gsm '{number}' is not a number."
        if body.get("type") not in {"auto", "AUTO"} or not body.get("content"):
            return 304, "A body without content was found"
        if not re.fullmatch(r"[A-Za-z0-9]{1,32}", str(one.get("reference", ""))):
            return 305, "Invalid reference"
        if not (1 <= parts[0] <= parts[1] <= 8):
            return 305, "Invalid number of message parts"
        if number in self.blocked:
            return 402, "Message has been blacklisted"
        return 0, ""

    def answer_to(self, content: bytes, token: str) -> tuple[int, dict[str, Any]]:
        """Return status and answer, and keep what is taken."""
        if token != TOKEN:
            return 400, _whole("No account found for the given authentication", 101)
        if not self.balance:
            return 400, _whole("Insufficient balance", 102)
        try:
            messages = json.loads(content)["messages"]["msg"]
        except (ValueError, KeyError, TypeError):
            return 400, _whole("Malformed request", 202)
        if not isinstance(messages, list) or not 1 <= len(messages) <= MESSAGE_MAX:
            return 400, _whole("The msg array is incorrect", 203)
        said = [self._one(one) for one in messages]
        made = sum(one["status"] == "Accepted" for one in said)
        answer = {"details": f"Created {made} message(s)", "errorCode": 0 if made == len(said) else 201}
        return 200 if made else 400, answer | {"messages": said}

    def _one(self, one: dict[str, Any]) -> dict[str, Any]:
        code, words = self.wrong_with(one)
        if not code:
            self.taken.append(one)
        return {
            "to": (one.get("to") or [{}])[0].get("number"),
            "status": "Rejected" if code else "Accepted",
            "reference": one.get("reference"),
            "parts": 0 if code else 1,
            "messageDetails": words or None,
            "messageErrorCode": code,
        }


class _CmHandler(Handler):
    service: Cm

    def do_POST(self) -> None:  # noqa: N802  (the server calls it by this name)
        content = self.content()
        self.service.asked.append(f"POST {self.path}")
        mood = self.service.mood("message")
        if mood == DROP:
            self.answer(0, b"", "", mood=mood)
            return
        if mood.isdigit():
            self.answer(int(mood), b"busy", "text/plain")
            return
        if self.path != "/v1.0/message" or self.headers.get("Content-Type") != "application/json":
            self.service.faults.append(f"{self.path} {self.headers.get('Content-Type')}")
            self.answer(404, b"", "text/plain")
            return
        status, said = self.service.answer_to(content, self.headers.get("X-CM-PRODUCTTOKEN", ""))
        self.answer(status, json.dumps(said).encode(), "application/json; charset=utf-8", mood=mood)


def _whole(details: str, code: int) -> dict[str, Any]:
    return {"details": details, "errorCode": code, "messages": []}


@contextmanager
def cm() -> Iterator[tuple[str, Cm]]:
    """Run it; yield what to write in the settings, and the service."""
    service = Cm()
    with running(service, _CmHandler) as port:
        yield f"cm://{TOKEN}@127.0.0.1:{port}/?from=Korenaar", service
