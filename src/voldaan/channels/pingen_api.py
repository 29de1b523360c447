"""The requests of Pingen's API (v2, JSON:API) that a letter needs, and what each answer means (P3)."""

import json
from typing import Any, Final, NamedTuple
from urllib.parse import quote, urlencode

from voldaan.channels.http_call import Answered, NoAnswer, NotReached, call, json_object, without
from voldaan.channels.pingen_account import PingenAccount

_JSON_API: Final = "application/vnd.api+json"
_LOOKED_THROUGH: Final = 100
"""How many of the newest letters are looked through for one that may have been made."""
_LETTER = "letters"


class Upload(NamedTuple):
    """Where the file of a letter was put, and the signature that says that we put it there."""

    url: str
    signature: str


class NotYet(Exception):
    """No letter was made. Its text says why in one line; `for_all`: the next one would fare the same."""

    def __init__(self, said: str, *, for_all: bool) -> None:
        super().__init__(said)
        self.for_all = for_all


class PingenApi:
    """Speaks with the API as one account; the token is asked once and then kept."""

    def __init__(self, account: PingenAccount) -> None:
        self.account = account
        self._token = ""

    def upload(self, pdf: bytes) -> Upload:
        """Put a file where a letter can be made of it. A file alone is printed by nobody, so this may be repeated.

        Raises:
            NotYet: it is not there.
        """
        answered = self._safely("GET", f"{self.account.api}/file-upload")
        attributes = attributes_of(data_of(answered))
        url, signature = attributes.get("url"), attributes.get("url_signature")
        if answered.status != 200 or not isinstance(url, str) or not isinstance(signature, str):
            raise NotYet(self.said(answered), for_all=True)
        try:
            put = call("PUT", url, headers={}, body=pdf, timeout=self.account.timeout)
        except (NotReached, NoAnswer) as error:
            raise NotYet(str(error), for_all=isinstance(error, NotReached)) from None
        if not 200 <= put.status < 300:
            raise NotYet(f"{put.status} at the upload", for_all=False)
        return Upload(url, signature)

    def make_letter(self, name: str, upload: Upload, *, key: str) -> Answered:
        """Ask for one letter to be printed and posted; `key` lets the API know a repetition for a day.

        Raises:
            NotYet: no token, or no connection: nothing was asked.
            NoAnswer: it was asked, and what came of it is not known.
        """
        account = self.account
        attributes = {
            "file_original_name": name,
            "file_url": upload.url,
            "file_url_signature": upload.signature,
            "address_position": account.address_position,
            "auto_send": True,
            "delivery_product": account.delivery_product,
            "print_mode": account.print_mode,
            "print_spectrum": account.print_spectrum,
        }
        body = json.dumps({"data": {"type": _LETTER, "attributes": attributes}}).encode()
        try:
            return self._signed_in("POST", self._letters(), body=body, key=key)
        except NotReached as error:
            raise NotYet(str(error), for_all=True) from None

    def letter_named(self, name: str) -> dict[str, Any] | None:
        """Return the letter that was made of the file with this name, where one is among the newest.

        None: there is none, or the API did not say.
        """
        query = urlencode({"sort": "-created_at", "page[limit]": _LOOKED_THROUGH})
        try:
            answered = self._safely("GET", f"{self._letters()}?{query}")
        except NotYet:
            return None
        rows = json_object(answered).get("data")
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, dict) and attributes_of(row).get("file_original_name") == name:
                return row
        return None

    def status_of(self, letter: str) -> str:
        """Return how far a letter has come, in their word.

        Raises:
            NotYet: the API did not say.
        """
        answered = self._safely("GET", f"{self._letters()}/{quote(letter, safe='')}")
        status = attributes_of(data_of(answered)).get("status")
        if answered.status != 200 or not isinstance(status, str):
            raise NotYet(self.said(answered), for_all=answered.status in {401, 403, 429})
        return status

    def said(self, answered: Answered) -> str:
        """Return what was answered in one line: the first error of a JSON:API document, else the status."""
        errors = json_object(answered).get("errors")
        first = errors[0] if isinstance(errors, list) and errors else errors
        words = ""
        if isinstance(first, dict):
            words = " ".join(str(first[name]) for name in ("code", "title", "detail") if first.get(name))
        return without(f"{answered.status} {words}", self.account.secret, self._token)

    def _letters(self) -> str:
        return f"{self.account.api}/organisations/{self.account.organisation}/deliveries/letters"

    def _safely(self, method: str, url: str) -> Answered:
        """Ask something that changes nothing.

        Raises:
            NotYet: there was no answer.
        """
        try:
            return self._signed_in(method, url)
        except (NotReached, NoAnswer) as error:
            raise NotYet(str(error), for_all=isinstance(error, NotReached)) from None

    def _signed_in(self, method: str, url: str, *, body: bytes = b"", key: str = "") -> Answered:
        """Send a request with the token, and once more with a new one where the old one is not taken any more."""
        kept = bool(self._token)
        answered = self._with_token(method, url, body=body, key=key)
        if answered.status == 401 and kept:
            self._token = ""
            answered = self._with_token(method, url, body=body, key=key)
        return answered

    def _with_token(self, method: str, url: str, *, body: bytes, key: str) -> Answered:
        self._token = self._token or self._asked_token()
        headers = {"Authorization": f"Bearer {self._token}", "Accept": _JSON_API}
        if body:
            headers["Content-Type"] = _JSON_API
        if key:
            headers["Idempotency-Key"] = key
        return call(method, url, headers=headers, body=body, timeout=self.account.timeout)

    def _asked_token(self) -> str:
        """Return a new token (OAuth 2, client credentials).

        Raises:
            NotYet: the API gives none.
        """
        form = {
            "grant_type": "client_credentials",
            "client_id": self.account.client_id,
            "client_secret": self.account.secret,
            "scope": "letter",
        }
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        try:
            answered = call(
                "POST", f"{self.account.api}/auth/access-tokens", headers=headers, body=urlencode(form).encode(),
                timeout=self.account.timeout,
            )  # fmt: skip
        except (NotReached, NoAnswer) as error:
            raise NotYet(str(error), for_all=True) from None
        token = json_object(answered).get("access_token")
        if answered.status != 200 or not isinstance(token, str) or not token:
            raise NotYet(f"no token: {self.said(answered)}", for_all=True)
        return token


def data_of(answered: Answered) -> dict[str, Any]:
    """Return the one resource of a JSON:API document, or nothing where there is none."""
    found = json_object(answered).get("data")
    return found if isinstance(found, dict) else {}


def attributes_of(resource: dict[str, Any]) -> dict[str, Any]:
    """Return what a resource says of itself, or nothing where it says nothing."""
    found = resource.get("attributes")
    return found if isinstance(found, dict) else {}
