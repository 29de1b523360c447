"""How a house style looks before it is used: the letter and the e-mail, of a real account or of an example."""

from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from voldaan.domain.wording.facts import Language, MessageFacts, Sender
from voldaan.letters.example import SENDER, example_facts
from voldaan.letters.phrases import Phrases
from voldaan.letters.render import (
    InlineImage,
    inline_images,
    letter_text,
    render_email,
    render_letter,
    render_page,
)
from voldaan.letters.style import HouseStyle
from voldaan.letters.style_text import StyleText
from voldaan.records.models import Message
from voldaan.records.models.message import REMINDING
from voldaan.records.scope import client_by_key, rows_of
from voldaan.usecases.judge_style import JudgedStyle
from voldaan.usecases.known_styles import Wearer, lacking
from voldaan.usecases.known_texts import languages, texts_in_use
from voldaan.usecases.write_messages import invoice_words

_TEXTS: Final = "standard"
"""The set in which a style is shown: it is about the looks."""


class StylePreview(NamedTuple):
    """A message as it would look, of nobody's or of an account."""

    facts: MessageFacts
    style: HouseStyle
    texts: Phrases
    html: str
    images: tuple[InlineImage, ...]
    of: str
    """The number of the account that it is of; empty for an example."""

    @property
    def pdf(self) -> bytes:
        """Return the letter as PDF."""
        return render_letter(self.facts, self.style, self.texts)

    @property
    def page(self) -> bytes:
        """Return the first page of the letter as PNG."""
        return render_page(self.facts, self.style, self.texts)

    @property
    def says(self) -> str:
        """Return the words of the letter, for whoever does not see the picture."""
        return letter_text(self.facts, self.style, self.texts)


def preview_style(
    judged: JudgedStyle, wearer: Wearer | None, *, on: date, language: Language = "nl", real: bool = True
) -> StylePreview:
    """Return the newest message of who writes in a style, or an example where there is none, as it would look now.

    Raises:
        StyleError: the style cannot be used: what, where, and what to write.
        TextsError: there are no texts in the language of the example, or they must be mended.
    """
    told, style = judged.must_be_usable()
    in_use = texts_in_use(_TEXTS)
    facts, of = (_newest(wearer) if real else None), ""
    if facts is not None and wearer is not None:
        of, facts = facts.reference, replace(facts, sender=replace(wearer.sender, signer=facts.sender.signer))
    else:
        # Of a sender of whom something is not known yet, the example says it in its place.
        known = wearer is not None and not lacking(told, wearer.sender) and wearer.sender.street
        sender = wearer.sender if wearer is not None and known else SENDER
        facts = example_facts(
            _without_mark(sender, told),
            on=on,
            language=language,
            invoice=invoice_words(in_use.phrases(language))[0],
            for_agency=wearer is not None and wearer.is_agency,
        )
    texts = in_use.phrases(facts.language, for_notice=facts.notice is not None)
    _, html, _ = render_email(facts, style, texts)
    return StylePreview(facts, style, texts, html, inline_images(facts, style), of)


def _without_mark(sender: Sender, told: StyleText) -> Sender:
    """Return the sender of the example without the mark of an agency, unless the style asks for it."""
    is_example = sender is SENDER and "registration_mark" not in told.placed
    return replace(sender, registration_mark=None) if is_example else sender


def _newest(wearer: Wearer | None) -> MessageFacts | None:
    """Return the facts of the newest message of a client that still can be read; None where there is none."""
    if wearer is None or wearer.is_agency:
        return None
    client = client_by_key(wearer.key)
    with rows_of(client):
        rows = Message.objects.filter(
            engagement__isnull=True, kind__in=REMINDING, state__in=("WRITTEN", "APPROVED", "SENT")
        )
        newest = rows.order_by("-on", "-pk").first()
        if newest is None:
            return None
        try:
            facts = MessageFacts.from_json(newest.facts)
            # The folder of its language can be gone since.
            return facts if facts.language in languages() else None
        except ValueError:
            # A message of an earlier version of Voldaan: its facts are kept, and are other ones than today's.
            return None
