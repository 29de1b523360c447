"""From a finished message to pictures: pages of a PDF by PDFium, an e-mail by the Chromium of this machine.

A picture is named after what it shows, so that what did not change is not drawn again, and what looks the same is drawn
once.
"""

import base64
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pypdfium2
from playwright.sync_api import sync_playwright

from voldaan.letters.render import InlineImage

PIXELS_A_POINT: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How somebody looks at an e-mail."""

    name: str
    width: int
    dark: bool = False
    pictures: bool = True


LOOKS: Final = (
    Look(name="600", width=600),
    Look(name="320-dark", width=320, dark=True),
    Look(name="600-dark", width=600, dark=True),
    Look(name="320", width=320),
    Look(name="600-no-pictures", width=600, pictures=False),
    Look(name="600-dark-no-pictures", width=600, dark=True, pictures=False),
)
FIRST_LOOKS: Final = LOOKS[:2]
"""In which every message is drawn; a situation is drawn in all of them."""


def pages_of(pdf: bytes, folder: Path) -> list[str]:
    """Return the names of the pictures of a PDF, one a page, drawn where they are not there."""
    name = _named(pdf)
    known = sorted(path.name for path in folder.glob(f"{name}-page-*.png"))
    if known:
        return known
    document = pypdfium2.PdfDocument(pdf)
    return [
        _page(document[index], folder / f"{name}-page-{index + 1:02d}.png") for index in range(len(document))
    ]


def _page(page: Any, file: Path) -> str:
    drawn = page.render(scale=PIXELS_A_POINT, rev_byteorder=True)
    rows = memoryview(drawn.buffer).cast("B")
    width, wide = drawn.width * 3, drawn.stride
    lines = b"".join(b"\0" + rows[at * wide : at * wide + width].tobytes() for at in range(drawn.height))
    file.write_bytes(png(drawn.width, drawn.height, lines))
    return file.name


def png(width: int, height: int, lines: bytes) -> bytes:
    """Return a PNG of three bytes a pixel; each line begins with a zero (ISO/IEC 15948)."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A browser that takes pictures of e-mails."""

    page: Any
    folder: Path

    def taken(self, html: str, images: tuple[InlineImage, ...], look: Look) -> tuple[str, bool]:
        """Return the name of the picture, and whether the mail is wider than the screen."""
        whole = with_images(html, images) if look.pictures else html
        name = f"{_named(f'{look}{whole}'.encode())}-{look.name}.png"
        too_wide = self.folder / f"{name}.too-wide"
        if not (self.folder / name).exists():
            self.page.set_viewport_size({"width": look.width, "height": 400})
            self.page.emulate_media(color_scheme="dark" if look.dark else "light")
            self.page.set_content(whole)
            if self.page.evaluate("document.documentElement.scrollWidth") > look.width:
                too_wide.touch()
            self.page.screenshot(path=self.folder / name, full_page=True)
        return name, too_wide.exists()


@contextmanager
def camera(chromium: str, folder: Path) -> Iterator[Camera]:
    """Open the browser for as long as pictures are taken. It reaches nothing: a mail loads nothing."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield Camera(page=browser.new_context(offline=True).new_page(), folder=folder)
        browser.close()


def with_images(html: str, images: tuple[InlineImage, ...]) -> str:
    """Return the HTML with the pictures that came with it in it, for a browser that knows no `cid:`."""
    for image in images:
        data = base64.b64encode(image.content).decode("ascii")
        html = html.replace(f'"cid:{image.cid}"', f'"data:{image.mime_type};base64,{data}"')
    return html


def _named(shown: bytes) -> str:
    return sha256(shown).hexdigest()[:24]
