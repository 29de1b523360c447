"""From the facts of a message that asks for nothing to what it says: no payment box, no last day, no next step."""

from typing import Final

from voldaan.domain.wording.facts import MessageFacts
from voldaan.letters import figures
from voldaan.letters.compose import (
    Composer,
    address_lines,
    footer,
    greeting,
    reach,
    reference_rows,
    sender_rows,
    signature,
)
from voldaan.letters.content import Content
from voldaan.letters.phrases import Phrases, phrases
from voldaan.letters.style import HouseStyle

NUMBERS_NAMED_MAX: Final = 6
"""More invoices than this are counted: nobody reads a sentence of numbers."""
_PLACES: Final = {"THANKS": "thanks", "REPLY": "answer", "STATEMENT": "statement_mail"}
_RE: Final = "Re: "
_SUBJECT_MAX: Final = 200


def compose_reply(facts: MessageFacts, style: HouseStyle, texts: Phrases | None = None) -> Content:
    """Return what the message says, by e-mail, in these texts (None: the shipped ones of its language).

    Raises:
        ValueError: these are no facts of a reply, or a confirmation does not say what it confirms.
    """
    maker, place = _composer(facts, style, texts), _place(facts)
    return Content(
        language=facts.language,
        subject=_subject(maker, place),
        title=maker.phrases.one(f"{place}.title", maker.sides, maker.words),
        date=figures.long_date(facts.written_on, maker.phrases),
        sender_name=style.name if style.name and not facts.on_behalf else facts.sender.name,
        on_behalf=maker.label("on_behalf") if facts.on_behalf else "",
        sender_rows=sender_rows(maker),
        address=address_lines(facts.addressee),
        reference_rows=reference_rows(maker),
        reference_note="",
        greeting=_greeting(maker),
        opening=_paragraphs(maker, place),
        boxes=(),
        total=None,
        qr_caption="",
        processed="",
        points_heading="",
        points=(),
        next_heading="",
        next=(),
        closing=maker.phrases.one("greeting.closing", maker.sides, maker.words),
        signer=facts.sender.signer,
        signature=signature(maker),
        signed=False,
        phone=figures.unbroken(facts.sender.phone),
        creditor_phone=figures.unbroken(facts.creditor.phone or ""),
        email=facts.sender.email,
        overview=None,
        overview_last=False,
        claim=None,
        enclosures="",
        footer=footer(maker),
        page="",
    )


def own_sentences(facts: MessageFacts, texts: Phrases | None = None) -> tuple[str, ...]:
    """Return what the texts say by themselves: what a person can change or add to."""
    maker, place = _composer(facts, HouseStyle(), texts), _place(facts)
    if facts.stage == "REPLY":
        return ()
    told = maker.phrases.many(f"{place}.opening", maker.sides, maker.words)
    return tuple(text.replace(figures.NO_BREAK, " ") for text in told)


def subject_of(facts: MessageFacts, texts: Phrases | None = None) -> str:
    """Return the subject that the message gets."""
    return _subject(_composer(facts, HouseStyle(), texts), _place(facts))


def _greeting(maker: Composer) -> str:
    """Return how they are greeted: without a name, who is not the debtor and did not give their own."""
    to = maker.facts.addressee
    if to.name or to.person:
        return greeting(maker)
    return maker.phrases.one("replies.unknown", frozenset(), maker.words)


def _paragraphs(maker: Composer, place: str) -> tuple[str, ...]:
    reply = maker.facts.reply
    assert reply is not None, "compose_reply is for replies"
    if reply.own_words:
        # A person who wrote says themselves how they can be reached; below it stands in any case.
        return reply.own_words
    texts = maker.phrases
    told = texts.many(f"{place}.opening", maker.sides, maker.words)
    return (
        *told,
        *_left_out(texts, reply.left_out, maker.facts.stage),
        texts.one("replies.reach", maker.sides, maker.words),
    )


def _left_out(texts: Phrases, numbers: tuple[str, ...], stage: str) -> tuple[str, ...]:
    """Return which copies do not go along, where others do: who asked for them gets them still."""
    if not numbers:
        return ()
    side = frozenset({"one" if len(numbers) == 1 else "many"})
    place = "statement.left_out" if stage == "STATEMENT" else "replies.not_along"
    return (texts.one(place, side, {"numbers": ", ".join(numbers)}),)


def _subject(maker: Composer, place: str) -> str:
    """Return the subject: that of the mail that it answers, so that both stand in one thread."""
    reply = maker.facts.reply
    answered = " ".join(reply.answers_subject.split()) if reply else ""
    if answered:
        return (answered if answered[:3].lower() == "re:" else f"{_RE}{answered}")[:_SUBJECT_MAX]
    said = maker.phrases.one(f"{place}.subject", maker.sides, maker.words)
    return said.replace(figures.NO_BREAK, " ")


def _place(facts: MessageFacts) -> str:
    """Return under which name the texts of this message stand."""
    if facts.reply is None:
        raise ValueError(f"Message {facts.reference} is a reminder; its texts are not those of a reply.")
    if facts.stage != "CONFIRMATION":
        return _PLACES[facts.stage]
    if facts.reply.topic is None:
        raise ValueError(
            f"Message {facts.reference} confirms something and does not say what. Give it a topic."
        )
    return f"confirmation.{facts.reply.topic}"


def _composer(facts: MessageFacts, style: HouseStyle, texts: Phrases | None) -> Composer:
    texts = texts or phrases(facts.language)
    sides = frozenset(
        {
            "agency" if facts.on_behalf else "own",
            "email",
            "one" if len(facts.invoices) == 1 else "many",
            "copy" if facts.enclosed else "no_copy",
            reach(facts),
        }
    )
    return Composer(
        facts=facts,
        style=style,
        phrases=texts,
        sides=sides,
        all_sides=sides,
        words=_words(facts, texts) | {"invoices": _invoices(facts, texts, sides)},
    )


def _words(facts: MessageFacts, texts: Phrases) -> dict[str, str]:
    reply = facts.reply
    day = (reply.day if reply else None) or facts.written_on
    first = (reply.first_day if reply else None) or day
    return {
        "count": str(len(facts.invoices)),
        "creditor": facts.creditor.name,
        "day": figures.long_date(day, texts),
        "day_weekday": figures.long_date_with_weekday(day, texts),
        "debtor": facts.addressee.name,
        "first_day": figures.long_date(first, texts),
        "person": facts.addressee.person or "",
        "phone": figures.unbroken(facts.sender.phone),
        "signer": facts.sender.signer,
    }


def _invoices(facts: MessageFacts, texts: Phrases, sides: frozenset[str]) -> str:
    """Return the invoices inside a sentence: by their numbers, or counted where there are many."""
    numbers = [line.number for line in facts.invoices]
    words = {"count": str(len(numbers))}
    if not numbers or len(numbers) > NUMBERS_NAMED_MAX:
        return texts.one("replies.counted", sides, words)
    joined = f" {texts.one('replies.and', sides, words).strip()} "
    listed = joined.join([", ".join(numbers[:-1]), numbers[-1]]) if len(numbers) > 1 else numbers[0]
    return texts.one("replies.invoices", sides, words | {"numbers": listed})
