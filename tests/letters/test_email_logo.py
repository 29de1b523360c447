"""The logo at the top of an e-mail."""

import struct

import pytest

from tests.letters.reply_samples import reply
from tests.letters.samples import message
from voldaan.letters.email import LOGO_CID
from voldaan.letters.email_frame import PAPER
from voldaan.letters.email_logo import BYTES_MAX, HEIGHT_MAX, WIDTH_MAX, EmailLogo, email_logo
from voldaan.letters.render import inline_images, render, render_email, render_reply
from voldaan.letters.style import HouseStyle

SPECKLED_DOTS = 160


def wide_logo(width: int, height: int = 100) -> str:
    """Return a drawing of this shape."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="#7a1f5c"/></svg>'
    )


def speckled_logo() -> str:
    """Return a drawing that hardly becomes smaller by packing, as a photograph."""
    dots = "".join(
        f'<rect x="{x}" y="{y}" width="1" height="1" fill="#{(x * 7_919 + y * 104_729) ** 3 % 0xFFFFFF:06x}"/>'
        for x in range(SPECKLED_DOTS * 3)
        for y in range(SPECKLED_DOTS // 2)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SPECKLED_DOTS * 3} {SPECKLED_DOTS // 2}" '
        f'width="{SPECKLED_DOTS * 3}" height="{SPECKLED_DOTS // 2}">{dots}</svg>'
    )


def size_of(logo: EmailLogo) -> tuple[int, int]:
    """Return width and height of its picture, in dots."""
    return struct.unpack(">II", logo.png[16:24])


@pytest.mark.parametrize(
    ("shape", "shown"),
    [((300, 100), (144, HEIGHT_MAX)), ((100, 100), (HEIGHT_MAX, HEIGHT_MAX)), ((1000, 100), (WIDTH_MAX, 24))],
)
def test_it_keeps_its_shape_within_the_room(shape: tuple[int, int], shown: tuple[int, int]) -> None:
    logo = email_logo(wide_logo(*shape), PAPER)
    assert (logo.width, logo.height) == shown
    assert size_of(logo) == (2 * logo.width, 2 * logo.height)


def test_one_with_much_in_it_is_drawn_with_fewer_dots() -> None:
    logo = email_logo(speckled_logo(), PAPER)
    assert size_of(logo) == (logo.width, logo.height)
    assert len(logo.png) <= BYTES_MAX


def test_the_mail_shows_it_above_the_name_in_words() -> None:
    facts, style = message(), HouseStyle(logo_svg=wide_logo(300))
    html = render_email(facts, style)[1]
    assert html.index(f"cid:{LOGO_CID}") < html.index(f">{facts.sender.name}</strong>")
    assert [image.cid for image in inline_images(facts, style)] == [LOGO_CID, "qr-1"]
    assert inline_images(facts, style) == render(facts, style).images


def test_a_message_that_asks_for_nothing_shows_it_too() -> None:
    style = HouseStyle(logo_svg=wide_logo(300))
    made = render_reply(reply(), style)
    assert [image.cid for image in made.images] == [LOGO_CID]
    assert f"cid:{LOGO_CID}" in made.html


def test_without_one_nothing_stands_there() -> None:
    assert LOGO_CID not in {image.cid for image in inline_images(message(), HouseStyle())}
    assert f"cid:{LOGO_CID}" not in render_email(message(), HouseStyle())[1]
