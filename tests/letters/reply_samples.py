"""The facts of fictional messages that ask for nothing."""

from dataclasses import replace
from datetime import date

from tests.letters.samples import LANGUAGES, message
from voldaan.domain.wording.facts import (
    REPLY_TOPICS,
    Addressee,
    Language,
    MessageFacts,
    ReplyFacts,
    ReplyKind,
    ReplyTopic,
)


def reply(
    stage: ReplyKind = "CONFIRMATION",
    *,
    topic: ReplyTopic | None = "PROMISE",
    language: Language = "nl",
    on_behalf: bool = False,
    person: bool = False,
    invoices: int = 1,
    own_words: tuple[str, ...] = (),
    copies: bool = False,
) -> MessageFacts:
    """Return the facts of a message that asks for nothing."""
    facts = message(language=language, on_behalf=on_behalf, person=person, invoices=invoices)
    if topic == "WRONG_PERSON" and stage == "CONFIRMATION":
        facts = replace(
            facts, reference="", invoices=(), total_cents=0, addressee=Addressee(name="", is_person=True)
        )
    return replace(
        facts,
        stage=stage,
        pay_by=date(2026, 12, 4),
        pay_to=(),
        enclosed=tuple(line.number for line in facts.invoices) if copies else (),
        reply=ReplyFacts(
            topic=topic if stage == "CONFIRMATION" else None,
            day=date(2026, 12, 4),
            own_words=own_words,
            first_day=date(2026, 11, 1),
            days=(date(2026, 11, 1),),
        ),
    )


def every_reply() -> tuple[MessageFacts, ...]:
    """Return each text in each language, own and on behalf, to an organisation and a person, with copies and without."""
    kinds: list[tuple[ReplyKind, ReplyTopic | None]] = [("THANKS", None), ("STATEMENT", None)]
    kinds += [("CONFIRMATION", topic) for topic in REPLY_TOPICS]
    return tuple(
        reply(kind, topic=topic, language=language, on_behalf=on_behalf, person=on_behalf, invoices=count, copies=copies)
        for kind, topic in kinds
        for language in LANGUAGES
        for on_behalf in (False, True)
        for count in (1, 3)
        for copies in (False, True)
    )  # fmt: skip
