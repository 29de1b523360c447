"""Text messages by CM.com (Business Messaging API 1.0): one message a request, each answer told apart (P3).

The API knows no key by which it would see a repetition, so what may have been taken is never offered again unasked.
"""

import json
from typing import Any, Final

from voldaan.channels.cm_account import CmAccount
from voldaan.channels.http_call import Answered, NoAnswer, NotReached, call, json_object, without
from voldaan.channels.parcel import Outcome, Parcel
from voldaan.domain.text.phone_numbers import compact_phone, is_mobile
from voldaan.domain.text.sms_length import sms_parts

NO_ANSWERS_IN_A_ROW_MAX: Final = 3
"""After so many requests without an answer nothing more is handed over: each further one could leave another message
of which nobody knows whether it went."""
_OURS: Final = frozenset({101, 102, 103})
"""The account, its balance, its key: nothing that another message would change."""
_NEVER: Final = frozenset({202, 203, 301, 302, 303, 304, 305, 401, 402, 403})
"""The request or this message is wrong, or filtered, or its number is on a list of those who want none."""
_OF_NUMBER: Final = frozenset({303, 402})
"""Of those: what is said of the number itself, and not of the account, the text or a filter. 302, a wrong field "to",
can be of how we wrote the request: it bars no number for good."""


class CmChannel:
    """Hands text messages to one account at CM.com."""

    def __init__(self, account: CmAccount) -> None:
        self.account = account
        self._down = ""
        self._unanswered = 0

    def waits(self, recipient: str) -> str:
        """Return that the service cannot be used in this run, or nothing."""
        return f"De sms-dienst is nu niet te gebruiken: {self._down}" if self._down else ""

    def deliver(self, parcel: Parcel) -> Outcome:
        """Hand over one text; what is wrong with the number or the text is said before anything leaves."""
        if self._down:
            return Outcome(answer="NOT_TAKEN", said=self._down)
        text = parcel.content.decode("utf-8", "replace")
        if wrong := self._wrong(parcel.recipient, text):
            return Outcome(answer="REFUSED", said=wrong, about_recipient=not is_mobile(parcel.recipient))
        try:
            answered = self._post(parcel, text)
        except NotReached as error:
            return self._not_now(str(error))
        except NoAnswer as error:
            return self._unknown(str(error))
        return self._outcome(answered, _reference(parcel.uuid))

    def close(self) -> None:
        """Do nothing: no connection stays open."""

    def _wrong(self, recipient: str, text: str) -> str:
        """Return why this can be no text message, or nothing."""
        if not is_mobile(recipient):
            return f"{recipient!r} is geen Nederlands mobiel nummer; een sms gaat alleen naar 06."[:500]
        if not text.strip():
            return "De tekst van deze sms is leeg."
        count = sms_parts(text).count
        if count > self.account.parts_max:
            return (
                f"Deze tekst past niet: hij telt {count} sms'en, en hoogstens {self.account.parts_max} gaan er in één "
                "bericht. Maak de tekst korter."
            )
        return ""

    def _post(self, parcel: Parcel, text: str) -> Answered:
        number = compact_phone(parcel.recipient)
        message = {
            "from": self.account.sender,
            "to": [{"number": f"00{number.removeprefix('+')}"}],
            "body": {"type": "auto", "content": text},
            "reference": _reference(parcel.uuid),
            "allowedChannels": ["SMS"],
            "minimumNumberOfMessageParts": 1,
            "maximumNumberOfMessageParts": self.account.parts_max,
        }
        return call(
            "POST",
            self.account.url,
            headers={
                "Content-Type": "application/json",
                "Accept": "application/json",
                "X-CM-PRODUCTTOKEN": self.account.token,
            },
            body=json.dumps({"messages": {"msg": [message]}}).encode(),
            timeout=self.account.timeout,
        )

    def _outcome(self, answered: Answered, reference: str) -> Outcome:
        """Return what the answer means for the one message of this request; what is not written means nobody knows."""
        body = json_object(answered)
        said = without(
            f"{answered.status} {body.get('errorCode', '')} {body.get('details', '')}", self.account.token
        )
        code = _code(body, "errorCode")
        if answered.status in {401, 403, 429} or code in _OURS:
            return self._not_now(said)
        if answered.status in {200, 400} and (one := _only(body, reference)):
            detail = without(
                f"{one.get('status')} {one.get('messageErrorCode', '')} {one.get('messageDetails') or ''}",
                self.account.token,
            )
            status = str(one.get("status")).lower()
            if status == "accepted" and answered.status == 200:
                said = f"CM.com: {detail}, {one.get('parts')} parts"
                return self._known(Outcome(answer="ACCEPTED", said=said, reference=reference))
            why = _code(one, "messageErrorCode")
            if status == "rejected" and why in _NEVER:
                return self._known(_refused(detail, why))
        elif answered.status == 400 and code in _NEVER:
            return self._known(_refused(said, code))
        return self._unknown(said)

    def _known(self, outcome: Outcome) -> Outcome:
        self._unanswered = 0
        return outcome

    def _not_now(self, said: str) -> Outcome:
        """Return that nothing left, and hand over nothing more in this run: the next message would fare no better."""
        self._down = without(said, self.account.token)
        return Outcome(answer="NOT_TAKEN", said=self._down)

    def _unknown(self, said: str) -> Outcome:
        self._unanswered += 1
        said = without(said, self.account.token)
        if self._unanswered >= NO_ANSWERS_IN_A_ROW_MAX:
            self._down = said
        return Outcome(answer="UNKNOWN", said=said)


def _reference(uuid: str) -> str:
    """Return the name by which a status report speaks of this message: at most 32 letters and digits."""
    return uuid.replace("-", "")[:32]


def _refused(said: str, code: int | None) -> Outcome:
    return Outcome(answer="REFUSED", said=f"CM.com: {said}", about_recipient=code in _OF_NUMBER)


def _code(said: dict[str, Any], name: str) -> int | None:
    """Return a code of an answer; None where it is no number."""
    code = said.get(name)
    return code if isinstance(code, int) else None


def _only(body: dict[str, Any], reference: str) -> dict[str, Any] | None:
    """Return what is said of our one message; None where it is not about that."""
    messages = body.get("messages")
    if not isinstance(messages, list) or len(messages) != 1 or not isinstance(messages[0], dict):
        return None
    one: dict[str, Any] = messages[0]
    return one if (one.get("reference") or reference) == reference else None
