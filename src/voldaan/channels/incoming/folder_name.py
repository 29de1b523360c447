"""The name of a mailbox folder, as an IMAP server wants to hear it (RFC 3501, 5.1.3)."""

import base64
import re

# What stands for itself: printable ASCII, but for & which opens a stretch of base64.
_NOT_PLAIN = re.compile(r"[^\x20-\x7e]+|&")


def folder_name(name: str) -> str:
    """Return a folder's name in modified UTF-7, quoted: `Géïnd & klaar` is `"G&AOkA7w-nd &- klaar"`."""
    coded = _NOT_PLAIN.sub(lambda found: _coded(found.group()), name)
    return quoted(coded)


def quoted(text: str) -> str:
    """Return a text between quotes, as IMAP quotes it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _coded(text: str) -> str:
    if text == "&":
        return "&-"
    letters = base64.b64encode(text.encode("utf-16-be")).decode("ascii")
    return "&" + letters.rstrip("=").replace("/", ",") + "-"
