"""Headers of a mail as plain words: decoded, in one line, with an end."""

import re
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from voldaan.formats.mail.charsets import decoded

HEADER_MAX_SIGNS = 2000
ADDRESSES_MAX_SIGNS = 20_000
HEADERS_OF_ONE_NAME_MAX = 50
ADDRESS = r"[^\s<>\"'(),:;@\[\]\\]{1,128}@[\w-][\w.-]{0,252}\w(?![\w-]|\.\w)"
_ADDRESS = re.compile(ADDRESS)
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,500})>")


def header(part: Message, name: str) -> str:
    """Return a header decoded (RFC 2047) on one line, at most 2000 signs; empty where there is none."""
    return decoded_words(_raw(part, name))


def decoded_words(raw: str) -> str:
    """Return encoded words of RFC 2047 as text on one line; what cannot be decoded stays as it is."""
    raw = raw[:HEADER_MAX_SIGNS]
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    text = "".join(
        piece if isinstance(piece, str) else decoded(piece, charset or "") for piece, charset in pieces
    )
    return " ".join(_without_surrogates(text).replace("\0", " ").split())


def addresses_in(part: Message, *names: str) -> tuple[str, ...]:
    """Return the addresses in these headers, lower case, each once, in their order."""
    found: dict[str, None] = {}
    for name in names:
        for raw in _raws(part, name)[:HEADERS_OF_ONE_NAME_MAX]:
            for address in _ADDRESS.findall(_without_surrogates(raw[:ADDRESSES_MAX_SIGNS])):
                found[address.lower()] = None
    return tuple(found)


def sender_of(part: Message) -> tuple[str, str]:
    """Return address and name of who a mail is from; empty where they are not said."""
    raw = _raw(part, "from")[:HEADER_MAX_SIGNS]
    addresses = addresses_in(part, "from") or addresses_in(part, "sender", "reply-to")
    angle = re.search(r"<([^<>]*@[^<>]*)>", raw)
    address = angle[1].strip().lower() if angle and angle[1].strip().lower() in addresses else None
    before = raw.split("<", 1)[0] if "<" in raw else ""
    comment = re.search(r"\(([^()]*)\)", raw)
    name = decoded_words(before).strip(" \"'") or (decoded_words(comment[1]) if comment else "")
    return address or (addresses[0] if addresses else ""), name


def message_ids(part: Message, name: str) -> tuple[str, ...]:
    """Return the Message-IDs in a header, without their brackets, in their order."""
    raw = _without_surrogates(_raw(part, name)[:ADDRESSES_MAX_SIGNS])
    found = _MESSAGE_ID.findall(raw)
    if not found and (bare := raw.split()) and "@" in bare[0]:
        found = [bare[0].strip("<>")[:500]]
    return tuple(dict.fromkeys(found))


def moment_in(part: Message, name: str) -> datetime | None:
    """Return the moment of a Date header; one without a zone counts as UTC. None where there is no valid one."""
    try:
        moment = parsedate_to_datetime(_raw(part, name)[:200])
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _raw(part: Message, name: str) -> str:
    return next(iter(_raws(part, name)), "")


def _raws(part: Message, name: str) -> list[str]:
    """Return a header's values as they stand: `get` would lose the bytes of those that are not encoded."""
    return [str(value) for key, value in part.raw_items() if key.lower() == name]


def _without_surrogates(text: str) -> str:
    """Return text whose raw bytes (as the parser hides them) are read as UTF-8, or else as Windows-1252."""
    if text.isascii():
        return text
    try:
        return decoded(text.encode("ascii", "surrogateescape"), "")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8", "replace")
