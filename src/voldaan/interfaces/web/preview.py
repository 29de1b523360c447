"""The e-mail as a page that loads nothing: the pictures that lie beside it are written into it."""

import base64
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default

_CID = re.compile(r"""(?<=["'(])cid:([^"')\s>]+)""")


def with_pictures(html: str, mail: bytes) -> str:
    """Return the HTML of an e-mail with each `cid:` picture as data. One that is not in the mail becomes empty."""
    pictures = dict(_pictures(mail))
    return _CID.sub(lambda found: pictures.get(found[1], "data:,"), html)


def _pictures(mail: bytes) -> Iterator[tuple[str, str]]:
    for part in message_from_bytes(mail, policy=default).walk():
        name, kind = str(part.get("Content-ID", "")).strip("<> "), part.get_content_type()
        if name and kind in ("image/png", "image/jpeg", "image/gif"):
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            yield name, f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
