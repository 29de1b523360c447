"""Complaints: the receiver marked a message as unwanted. RFC 5965, and what some providers send instead."""

import re

from voldaan.formats.mail.headers import ADDRESS, addresses_in, header
from voldaan.formats.mail.parts import Parts
from voldaan.formats.mail.phrases import COMPLAINT_SUBJECT
from voldaan.formats.mail.values import Recipient

COMPLAINERS_MAX = 200
WORDS_OF_A_PERSON = 40
WHO = ("original-rcpt-to", "removal-recipient", "x-removal-recipient")
WHO_IN_ORIGINAL = ("x-hmxmroriginalrecipient", "x-original-to", "delivered-to", "to")
_ADDRESS = re.compile(ADDRESS)


def complained(parts: Parts, text: str) -> tuple[str, tuple[Recipient, ...]] | None:
    """Return on what it rests that a mail is a complaint, and who complained; None where it is none.

    A report that something is *not* spam is none. One on failed authentication is a feedback report too.
    """
    if parts.feedbacks or "feedback-report" in str(parts.head.get("content-type")).lower():
        kinds = [value.lower() for block in parts.feedbacks for value in block.get("feedback-type", [])]
        kind = kinds[0][:30] if kinds and re.fullmatch(r"[a-z-]+", kinds[0]) else "unknown"
        values = [value for block in parts.feedbacks for name in WHO for value in block.get(name, [])]
        found = [match[0].lower() for value in values if (match := _ADDRESS.search(value))]
        return None if kind == "not-spam" else (f"a feedback report of type {kind}", _who(found))
    subject = header(parts.head, "subject")
    if parts.originals and COMPLAINT_SUBJECT.search(subject) and len(text) < WORDS_OF_A_PERSON:
        original = parts.originals[0]
        who = next((one for name in WHO_IN_ORIGINAL if (one := addresses_in(original, name))), ())
        return "the subject of a complaint over a returned message", _who(list(who))
    submitted = header(parts.head, "auto-submitted").lower()
    if submitted.startswith("auto") and subject.strip().lower() == "unsubscribe":
        return "an automatic request to unsubscribe", _who(list(addresses_in(parts.head, "from")))
    return None


def _who(addresses: list[str]) -> tuple[Recipient, ...]:
    return tuple(Recipient(one[:320], "", False, "") for one in dict.fromkeys(addresses[:COMPLAINERS_MAX]))
