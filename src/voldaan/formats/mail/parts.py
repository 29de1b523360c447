"""The parts of a mail, from any bytes in bounded time: texts, fields of a report, the returned original, files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message

from voldaan.formats.mail.charsets import decoded
from voldaan.formats.mail.headers import decoded_words

MAIL_MAX_BYTES = 50 * 1024 * 1024
TEXT_MAX_SIGNS = 200_000
LINES_MAX = 1_000_000
TOP_MAX_BYTES = 256 * 1024
NESTED_MAX = 200
NESTED_LINES_MAX = 10_000_000
"""Levels times lines: what the parser of Python does for one mail."""
BOUNDARIES_MAX = 5000
FIELDS_MAX = 5000
PARTS_MAX = 500
LONG_HEADER_MAX_BYTES = 2000
SHORT_HEADER_MAX_BYTES = 300
LONG_HEADERS_MAX = 100
"""Python takes the square of the length of a Content header: so many may be long."""
ORIGINALS = frozenset({"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers",
                       "text/rfc822-header", "message/rfc822-headers", "message/partial"})  # fmt: skip
STATUSES = frozenset({"message/delivery-status", "message/global-delivery-status"})
FEEDBACKS = frozenset({"message/feedback-report", "message/x-arf"})
RECEIPTS = frozenset({"message/disposition-notification", "message/global-disposition-notification"})
_CONTENT_HEADER = re.compile(rb"(?im)^content-[a-z-]{1,40}:[^\n]*(?:\n[ \t][^\n]*)*")
_NESTING = re.compile(rb"(?i)boundary[*0-9]*\s*=|message/(?:rfc822|global|partial)")
_REPORT_FIELD = re.compile(rb"(?im)^(?:action|final-recipient):")
_FIELD = re.compile(r"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]*(.*)$")

Fields = dict[str, list[str]]
"""One block of a report: lower-case names, with what each says, in its order."""


@dataclass(slots=True)
class Parts:
    """A mail taken apart. Nothing inside a returned or attached message is among them."""

    head: Message
    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    statuses: list[Fields] = field(default_factory=list)
    feedbacks: list[Fields] = field(default_factory=list)
    receipts: list[Fields] = field(default_factory=list)
    originals: list[Message] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def take_apart(data: bytes) -> Parts:
    """Return the parts of a mail. Any bytes give parts; what is nested too deeply is read as one text."""
    data = _shortened(data[:MAIL_MAX_BYTES].replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    if _can_be_parsed(data):
        try:
            return _sorted(message_from_bytes(data))
        except (RecursionError, ValueError, LookupError, TypeError, AttributeError):
            pass
    top, _, body = data.partition(b"\n\n")
    plain = b"\n".join(line for line in _unfolded(top) if line[:8].lower() != b"content-")
    parts = Parts(head=message_from_bytes(plain + b"\n\n"))
    parts.plain.append(decoded(body[:TEXT_MAX_SIGNS], "").replace("\0", ""))
    return parts


def _shortened(data: bytes) -> bytes:
    """Return a mail without what stands before it, with headers and lines as far as they are read."""
    data = data.lstrip(b"\n\0 \xef\xbb\xbf")
    if data.count(b"\n") > LINES_MAX:
        data = b"\n".join(data.split(b"\n", LINES_MAX)[:LINES_MAX])
    end = data.find(b"\n\n")
    if end > TOP_MAX_BYTES:
        data = data[: data.rfind(b"\n", 0, TOP_MAX_BYTES) + 1] + data[end + 1 :]
    long_ones = 0

    def shorter(match: re.Match[bytes]) -> bytes:
        nonlocal long_ones
        if len(match[0]) <= SHORT_HEADER_MAX_BYTES:
            return match[0]
        long_ones += 1
        return match[0][: LONG_HEADER_MAX_BYTES if long_ones <= LONG_HEADERS_MAX else SHORT_HEADER_MAX_BYTES]

    return _CONTENT_HEADER.sub(shorter, data)


def _can_be_parsed(data: bytes) -> bool:
    """Test if the parts of a mail are few and shallow enough to be taken apart in bounded time."""
    nested = len(_NESTING.findall(data))
    return (
        nested <= NESTED_MAX
        and nested * data.count(b"\n") <= NESTED_LINES_MAX
        and data.count(b"\n--") <= BOUNDARIES_MAX
        and len(_REPORT_FIELD.findall(data)) <= FIELDS_MAX
    )


def blocks_in(text: str) -> Iterator[Fields]:
    """Yield the blocks of fields in a text, parted by empty lines; a line that is no field ends its block."""
    block: Fields = {}
    last: list[str] = []
    for line in text.splitlines():
        if match := _FIELD.match(line):
            last = block.setdefault(match[1].lower(), [])
            last.append(match[2].strip())
        elif line[:1] in (" ", "\t") and line.strip() and last:
            last[-1] = f"{last[-1]} {line.strip()}"[:2000]
        elif block:
            yield block
            block, last = {}, []
    if block:
        yield block


def _sorted(message: Message) -> Parts:
    parts = Parts(head=message)
    waiting = [message]
    for _ in range(PARTS_MAX):
        if not waiting:
            break
        part = waiting.pop(0)
        inside = part.get_payload()
        if part.get_content_type().startswith("multipart/") and isinstance(inside, list):
            waiting[:0] = [one for one in inside if isinstance(one, Message)]
        else:
            _keep(part, parts)
    return parts


def _keep(part: Message, into: Parts) -> None:
    """Put a part where it belongs."""
    kind = (part.get_content_type().split() or ["text/plain"])[0]
    reports = {STATUSES: into.statuses, FEEDBACKS: into.feedbacks, RECEIPTS: into.receipts}
    for kinds, blocks in reports.items():
        if kind in kinds:
            blocks.extend(_blocks_of(part))
            return
    if kind in ORIGINALS:
        into.originals.append(_original(part))
    name = _file_name(part)
    attached = str(part.get("content-disposition") or "").strip().lower().startswith("attachment")
    if name:
        into.files.append(name)
    if kind == "text/html" and not (attached and name):
        into.html.append(text_of(part))
    elif (kind == "text/plain" and not (attached and name)) or kind.startswith("multipart/"):
        into.plain.append(text_of(part))


def text_of(part: Message) -> str:
    """Return the text of a part, decoded by what its headers say as far as that is true."""
    try:
        data = part.get_payload(decode=True)
        charset = part.get_content_charset() or ""
    except (ValueError, LookupError, TypeError, AssertionError, RecursionError):
        return ""
    text = decoded(data[: TEXT_MAX_SIGNS * 4], charset) if isinstance(data, bytes) else ""
    return text[:TEXT_MAX_SIGNS].replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _blocks_of(part: Message) -> list[Fields]:
    """Return the blocks of a report's part, however the parser took it."""
    inside = part.get_payload()
    messages = [one for one in inside if isinstance(one, Message)] if isinstance(inside, list) else []
    lines: list[str] = []
    for one in messages:
        lines += [f"{name}: {' '.join(str(value).split())[:2000]}" for name, value in one.items()]
        lines += ["", text_of(one)[:20_000], ""]
    text = "\n".join(lines) if messages else text_of(part)
    blocks = list(blocks_in(text))
    if not blocks and messages:
        part.set_payload("\n".join(str(one.get_payload()) for one in messages))
        blocks = list(blocks_in(text_of(part)))
    return blocks[:1000]


def _original(part: Message) -> Message:
    """Return the headers of the message that a part returns."""
    inside = part.get_payload()
    if isinstance(inside, list) and inside and isinstance(inside[0], Message):
        return inside[0]
    return message_from_bytes(text_of(part)[:100_000].encode("utf-8", "replace"))


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError, IndexError):
        name = None
    return decoded_words(str(name))[:200] if name else ""


def _unfolded(top: bytes) -> list[bytes]:
    return re.sub(rb"\n[ \t]+", b" ", top).split(b"\n")[:2000]
