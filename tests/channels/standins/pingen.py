"""Pingen's API (v2) as its documentation and its own clients tell it: tokens, uploads, letters, keys for repetitions."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import NAMESPACE_URL, uuid5

from tests.channels.standins.service import DROP, Handler, Service, running

CLIENT, SECRET = "client-1", "zeer/geheim#1"
ORGANISATION = "0b0c5b5e-3f8a-4f43-9d0a-6a2d3f3f0a11"
JSON_API = "application/vnd.api+json"
FILE_MAX = 8_000_000
_LETTERS = f"/organisations/{ORGANISATION}/deliveries/letters"
_CHOICES = {
    "address_position": {"left", "right"},
    "auto_send": {True, False},
    "print_mode": {"simplex", "duplex"},
    "print_spectrum": {"color", "grayscale"},
    "delivery_product": {"cheap", "fast", "bulk", "premium", "registered"},
}


class Pingen(Service):
    """One organisation, its files and its letters."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: set[str] = set()
        self.files: dict[str, bytes] = {}
        self.letters: list[dict[str, Any]] = []
        self.keys: dict[str, tuple[bytes, dict[str, Any]]] = {}
        self.base = ""

    def new_token(self) -> str:
        token = f"token-{len(self.tokens) + 1}"
        self.tokens.add(token)
        return token

    def signature(self, url: str) -> str:
        return f"$2y$10${uuid5(NAMESPACE_URL, url).hex}"

    def make(self, content: bytes, key: str) -> tuple[int, dict[str, Any]]:
        """Return status and document for a request for a letter, and keep the letter."""
        if key in self.keys:
            seen, document = self.keys[key]
            return (201, document) if seen == content else (409, _error("conflict", "Other body, same key"))
        try:
            data = json.loads(content)["data"]
            attributes = data["attributes"]
        except (ValueError, KeyError, TypeError):
            return 400, _error("malformed", "No document")
        if wrong := self._wrong(data, attributes):
            return 422, _error("validation", wrong)
        attributes = attributes | {"status": "validating", "pdf": self.files[attributes["file_url"]]}
        letter = {
            "id": str(uuid5(NAMESPACE_URL, str(len(self.letters)))),
            "type": "letters",
            "attributes": attributes,
        }
        self.letters.append(letter)
        document = {"data": shown(letter)}
        if key:
            self.keys[key] = (content, document)
        return 201, document

    def _wrong(self, data: dict[str, Any], attributes: dict[str, Any]) -> str:
        if data.get("type") != "letters":
            return "type is not letters"
        for name, allowed in _CHOICES.items():
            if attributes.get(name) not in allowed:
                return f"{name} is not one of {sorted(map(str, allowed))}"
        name = attributes.get("file_original_name", "")
        if not (isinstance(name, str) and 5 <= len(name) <= 255 and name.endswith(".pdf")):
            return "file_original_name"
        url = attributes.get("file_url")
        if url not in self.files or attributes.get("file_url_signature") != self.signature(url):
            return "file_url was not uploaded"
        pdf = self.files[url]
        return (
            "" if pdf.startswith(b"%PDF") and len(pdf) <= FILE_MAX else "the file is no PDF of at most 8 MB"
        )


def shown(letter: dict[str, Any]) -> dict[str, Any]:
    """Return a letter as the API shows it."""
    return letter | {
        "attributes": {name: value for name, value in letter["attributes"].items() if name != "pdf"}
    }


class _PingenHandler(Handler):
    service: Pingen

    def do_POST(self) -> None:  # noqa: N802  (the server calls it by this name)
        content = self.content()
        self.service.asked.append(f"POST {self.path}")
        if self.path == "/auth/access-tokens":
            self._token(content)
        elif self.path == _LETTERS:
            self._letter(content)
        else:
            self._say(404, _error("not_found", self.path))

    def do_PUT(self) -> None:  # noqa: N802  (the server calls it by this name)
        content = self.content()
        self.service.asked.append("PUT /bucket")
        mood = self.service.mood("put")
        if self.headers.get("Authorization"):
            self.service.faults.append("the token was shown to the store of files")
        if mood.isdigit():
            self.answer(int(mood), b"<Error/>", "application/xml")
            return
        if mood != DROP:
            self.service.files[f"{self.service.base}{self.path}"] = content
        self.answer(200, b"", "application/xml", mood=mood)

    def do_GET(self) -> None:  # noqa: N802  (the server calls it by this name)
        parts = urlsplit(self.path)
        self.service.asked.append(f"GET {parts.path}")
        if parts.path == "/file-upload":
            if not self._bad("upload"):
                self._upload()
        elif parts.path.startswith(f"{_LETTERS}/"):
            if not self._bad("show"):
                self._show(parts.path.rpartition("/")[2])
        elif parts.path == _LETTERS and not self._bad("list"):
            limit = int(parse_qs(parts.query).get("page[limit]", ["20"])[0])
            newest = [shown(letter) for letter in reversed(self.service.letters)][:limit]
            self._say(200, {"data": newest, "meta": {"total": len(self.service.letters)}})

    def _show(self, number: str) -> None:
        found = [shown(letter) for letter in self.service.letters if letter["id"] == number]
        self._say(*((200, {"data": found[0]}) if found else (404, _error("not_found", number))))

    def _upload(self) -> None:
        url = f"{self.service.base}/bucket/{len(self.service.asked)}?signer=url"
        attributes = {
            "url": url,
            "url_signature": self.service.signature(url),
            "expires_at": "2026-11-23T12:00:00+0100",
        }
        self._say(200, {"data": {"id": "1", "type": "file_uploads", "attributes": attributes}})

    def _token(self, content: bytes) -> None:
        form = {name: values[0] for name, values in parse_qs(content.decode()).items()}
        mood = self.service.mood("token")
        if mood.isdigit():
            self.answer(int(mood), f"no, {form.get('client_secret')}".encode(), "text/plain")
            return
        if self.headers.get("Content-Type") != "application/x-www-form-urlencoded":
            self.service.faults.append("a form of another kind")
        right = {
            "grant_type": "client_credentials",
            "client_id": CLIENT,
            "client_secret": SECRET,
            "scope": "letter",
        }
        if form != right:
            self._say(
                401, _error("invalid_client", f"Client authentication failed for {form.get('client_secret')}")
            )
            return
        self._say(
            200, {"token_type": "Bearer", "expires_in": 43200, "access_token": self.service.new_token()}, mood
        )

    def _letter(self, content: bytes) -> None:
        mood = self.service.mood("letter")
        if mood == DROP:
            self.answer(0, b"", "", mood=mood)
            return
        if mood.isdigit():
            self._say(int(mood), _error("busy", "Not now"))
            return
        if not self._signed_in():
            return
        if self.headers.get("Content-Type") != JSON_API:
            self._say(415, _error("media_type", "Wrong media type"))
            return
        status, document = self.service.make(content, self.headers.get("Idempotency-Key", ""))
        self._say(status, document, mood)

    def _bad(self, step: str) -> bool:
        mood = self.service.mood(step)
        if mood.isdigit():
            self._say(int(mood), _error("busy", "Not now"))
        elif mood:
            self.answer(0, b"", "", mood=mood)
        return bool(mood) or not self._signed_in()

    def _signed_in(self) -> bool:
        token = re.fullmatch(r"Bearer (\S+)", self.headers.get("Authorization", ""))
        if token and token[1] in self.service.tokens and self.headers.get("Accept") == JSON_API:
            return True
        self._say(
            401, _error("access_denied", "The resource owner or authorization server denied the request.")
        )
        return False

    def _say(self, status: int, document: dict[str, Any], mood: str = "") -> None:
        self.answer(status, json.dumps(document).encode(), JSON_API, mood=mood)


def _error(code: str, detail: str) -> dict[str, Any]:
    return {
        "errors": [{"code": code, "title": code.capitalize(), "detail": detail, "source": {"pointer": None}}]
    }


@contextmanager
def pingen() -> Iterator[tuple[str, Pingen]]:
    """Run it; yield what to write in the settings, and the service."""
    service = Pingen()
    with running(service, _PingenHandler) as port:
        service.base = f"http://127.0.0.1:{port}"
        secret = SECRET.replace("/", "%2F").replace("#", "%23")
        yield f"pingen://{CLIENT}:{secret}@{ORGANISATION}/?at={service.base}", service
