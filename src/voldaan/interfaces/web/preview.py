"""The e-mail as a page that loads nothing: the pictures that lie beside it are written into it."""

import base64
import re
from collections.abc import Iterator, Mapping
from email import message_from_bytes
from email.policy import default

_CID = re.compile(r"""(?<=["'(])cid:([^"')\s>]+)""")


def with_pictures(html: str, mail: bytes) -> str:
    """Return the HTML of an e-mail with each `cid:` picture as data. One that is not in the mail becomes empty."""
    return _with(html, dict(_pictures(mail)))


def with_images(html: str, images: Mapping[str, bytes]) -> str:
    """Return the HTML of an e-mail with these PNG pictures, by their `cid:`, as data."""
    return _with(
        html, {cid: f"data:image/png;base64,{_in_ascii(content)}" for cid, content in images.items()}
    )


def _with(html: str, pictures: Mapping[str, str]) -> str:
    return _CID.sub(lambda found: pictures.get(found[1], "data:,"), html)


def _pictures(mail: bytes) -> Iterator[tuple[str, str]]:
    for part in message_from_bytes(mail, policy=default).walk():
        name, kind = str(part.get("Content-ID", "")).strip("<> "), part.get_content_type()
        if name and kind in ("image/png", "image/jpeg", "image/gif"):
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            yield name, f"data:{kind};base64,{_in_ascii(content)}"


def _in_ascii(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
