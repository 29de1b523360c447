"""A message from its facts: the e-mail in HTML and text, the letter as PDF. The same facts, the same bytes."""

from dataclasses import dataclass

from voldaan.domain.wording.facts import MessageFacts
from voldaan.letters import qr
from voldaan.letters.compose import compose
from voldaan.letters.compose_reply import compose_reply
from voldaan.letters.email import LOGO_CID, html_of
from voldaan.letters.email_frame import PAPER
from voldaan.letters.email_logo import email_logo
from voldaan.letters.letter import C5_6, AddressZone, pdf_of, png_of
from voldaan.letters.phrases import Phrases
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_of import text_of_email, text_of_letter


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineImage:
    """A picture that goes with the e-mail, named in the HTML as `cid:<cid>`."""

    cid: str
    content: bytes
    mime_type: str = "image/png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """One message, finished for every channel."""

    subject: str
    html: str
    text: str
    """The plain-text part of the e-mail. With `subject`, what the guard reads of it."""
    pdf: bytes
    """The letter; empty where there is none."""
    letter_text: str
    """Every word of the PDF, so that the guard needs no PDF reader."""
    images: tuple[InlineImage, ...]


def render(
    facts: MessageFacts, style: HouseStyle, texts: Phrases | None = None, *, zone: AddressZone = C5_6
) -> Rendered:
    """Return the message for every channel, in these texts (None: the shipped ones of its language)."""
    subject, html, text = render_email(facts, style, texts)
    letter = compose(facts, style, "letter", texts)
    return Rendered(
        subject=subject,
        html=html,
        text=text,
        pdf=pdf_of(letter, style, day=facts.written_on, zone=zone),
        letter_text=text_of_letter(letter),
        images=inline_images(facts, style),
    )


def render_reply(facts: MessageFacts, style: HouseStyle, texts: Phrases | None = None) -> Rendered:
    """Return a message that asks for nothing: an e-mail, without a letter."""
    content = compose_reply(facts, style, texts)
    return Rendered(
        subject=content.subject,
        html=html_of(content, style),
        text=text_of_email(content),
        pdf=b"",
        letter_text="",
        images=_logo(style),
    )


def render_email(
    facts: MessageFacts, style: HouseStyle, texts: Phrases | None = None
) -> tuple[str, str, str]:
    """Return subject, HTML and plain text of the e-mail. Its pictures: `inline_images`."""
    content = compose(facts, style, "email", texts)
    return content.subject, html_of(content, style), text_of_email(content)


def render_letter(
    facts: MessageFacts, style: HouseStyle, texts: Phrases | None = None, *, zone: AddressZone = C5_6
) -> bytes:
    """Return the letter as PDF."""
    return pdf_of(compose(facts, style, "letter", texts), style, day=facts.written_on, zone=zone)


def render_page(facts: MessageFacts, style: HouseStyle, texts: Phrases | None = None) -> bytes:
    """Return the first page of the letter as PNG."""
    return png_of(compose(facts, style, "letter", texts), style, day=facts.written_on)


def letter_text(facts: MessageFacts, style: HouseStyle, texts: Phrases | None = None) -> str:
    """Return every word that stands in the letter."""
    return text_of_letter(compose(facts, style, "letter", texts))


def inline_images(facts: MessageFacts, style: HouseStyle) -> tuple[InlineImage, ...]:
    """Return the pictures that the HTML of a reminder shows: the logo, and the payment QR codes, one an account."""
    codes = tuple(
        InlineImage(cid=f"qr-{index}", content=qr.png(pay_to))
        for index, pay_to in enumerate(facts.pay_to, start=1)
        if qr.shown(facts, pay_to)
    )
    return (*_logo(style), *codes)


def _logo(style: HouseStyle) -> tuple[InlineImage, ...]:
    if not style.logo_svg:
        return ()
    return (InlineImage(cid=LOGO_CID, content=email_logo(style.logo_svg, PAPER).png),)
