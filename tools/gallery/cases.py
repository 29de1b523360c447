"""What there is to draw. All is found by listing: a new text, language, set, style or kind of debtor is drawn too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Any, Final

from tests.letters.reply_samples import reply
from tests.letters.samples import message, notice
from tools.gallery.looks import SENDERS, style_names
from tools.gallery.situations import SITUATIONS
from tools.gallery.statements import STATEMENTS
from voldaan.domain.law.capacity import CAPACITIES, Capacity, is_consumer, is_natural_person, needs_notice
from voldaan.domain.wording.facts import (
    REPLY_KINDS,
    REPLY_TOPICS,
    TEXT_KEYS,
    EarlierMessage,
    MessageFacts,
    MessageKind,
    ReplyTopic,
)
from voldaan.letters.languages import SHIPPED, has_spoken, language_texts, languages_in
from voldaan.letters.phrases import Phrases
from voldaan.letters.text_sections import SPOKEN_STAGES
from voldaan.letters.text_sets import TextSet, read_text_set, set_phrases, whole_texts

WAYS: Final = ("letter", "pingen", "email", "sms", "call", "statement")
"""What leaves: a letter, a letter in the place where Pingen reads the address, and so on."""
PLAIN: Final = "one"
"""The situation in which every text, language, style and kind is drawn. The others are drawn for a few."""
STANDARD: Final = "standard"
NOTICE: Final = "FOURTEEN_DAY_NOTICE"
NOT_IN_A_NOTICE: Final = frozenset({"blocked_account", "not_euro"})
"""The guard refuses a notice with two accounts, and the costs of the law are in euros."""
FEW_KINDS: Final[tuple[Capacity, ...]] = ("CONSUMER", "LEGAL_PERSON")
"""In a style that somebody chose; every kind of debtor is drawn in the plain one."""
REPLY_SITUATIONS: Final = (PLAIN, "three", "enclosed")
_OWN_WORDS: Final = {
    "nl": ("Dank u wel voor uw vraag. De levering van oktober was op twee dagen.", "Ik bel u morgen even."),
    "en": (
        "Thank you for your question. The delivery of October was on two days.",
        "I will call you tomorrow.",
    ),
}
_DIMENSIONS: Final = ("stage", "topic", "language", "texts", "style", "kind", "sender", "situation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One message to draw, named by what makes it another than the next."""

    stage: MessageKind
    topic: ReplyTopic | None = None
    language: Any
    texts: str = STANDARD
    style: str
    kind: Capacity
    sender: str
    situation: str = PLAIN

    @property
    def parts(self) -> tuple[str, ...]:
        """Return what it is named by."""
        return tuple(getattr(self, part).lower() for part in _DIMENSIONS if getattr(self, part) is not None)

    @property
    def name(self) -> str:
        """Return a name for its files."""
        return "-".join(self.parts)

    @property
    def ways(self) -> tuple[str, ...]:
        """Return by which ways it goes. What has no looks is drawn once, not in every style."""
        if self.stage == "STATEMENT":
            return ("email", "statement") if self.situation == PLAIN else ("statement",)
        if self.stage in REPLY_KINDS:
            return ("email",)
        said = self.stage in SPOKEN_STAGES and has_spoken(self.language, (SHIPPED,))
        once = self.style == style_names(self.sender)[0]
        post = ("pingen",) if self.stage == "FIRST_REMINDER" and self.kind in FEW_KINDS else ()
        return ("letter", *post, "email", *(("sms", "call") if said and once else ()))

    def is_chosen(self, words: tuple[str, ...]) -> bool:
        """Test if each word names something of this case, as `FIRST_REMINDER`, `nl`, `serif`, `agency`."""
        return all(word.lower() in self.parts for word in words)


def languages() -> tuple[str, ...]:
    """Return the languages that have texts."""
    return languages_in((SHIPPED,))


@lru_cache(maxsize=1)
def text_sets() -> dict[str, TextSet]:
    """Return the sets of texts that come with the package, by their name: the standard one first."""
    files = [file for file in SHIPPED.iterdir() if file.name.endswith(".toml")]
    names = sorted(
        (file.name.removesuffix(".toml") for file in files), key=lambda name: (name != STANDARD, name)
    )
    return {
        name: read_text_set(SHIPPED.joinpath(f"{name}.toml").read_text(encoding="utf-8")) for name in names
    }


def differs(texts: str, language: str, stage: MessageKind) -> bool:
    """Test if a set says something of its own here: an informal set may not, in a language or in a notice."""
    told = whole_texts(text_sets()[texts], language, (SHIPPED,), for_notice=stage == NOTICE)
    return texts == STANDARD or told != language_texts(language, (SHIPPED,))


def phrases_of(case: Case) -> Phrases:
    """Return the texts that a case is written in."""
    return set_phrases(text_sets()[case.texts], case.language, (SHIPPED,), for_notice=case.stage == NOTICE)


def every_case() -> Iterator[Case]:
    """Yield every message that may exist: a notice is for who needs one, and a style for its own kind of sender."""
    yield from dict.fromkeys((*_reminders(), *_situations(), *_replies()))


def _reminders() -> Iterator[Case]:
    for stage, language, texts, sender in product(TEXT_KEYS, languages(), text_sets(), SENDERS):
        if not differs(texts, language, stage):
            continue
        for style in style_names(sender):
            plain = style == style_names(sender)[0] and texts == STANDARD
            for kind in CAPACITIES if plain else FEW_KINDS:
                if stage != NOTICE or needs_notice(kind):
                    yield Case(
                        stage=stage, language=language, texts=texts, style=style, kind=kind, sender=sender
                    )


def _situations() -> Iterator[Case]:
    stages: Sequence[MessageKind] = ("SECOND_REMINDER", "PRE_COLLECTION", NOTICE)
    for stage, language, sender, situation in product(stages, languages(), SENDERS, SITUATIONS):
        if stage == NOTICE and situation in NOT_IN_A_NOTICE:
            continue
        for style in style_names(sender) if language == languages()[0] else style_names(sender)[:1]:
            yield Case(
                stage=stage,
                language=language,
                style=style,
                kind="CONSUMER",
                sender=sender,
                situation=situation,
            )


def _replies() -> Iterator[Case]:
    for stage, language, texts, sender in product(REPLY_KINDS, languages(), text_sets(), SENDERS):
        if not differs(texts, language, stage):
            continue
        topics: Sequence[ReplyTopic | None] = REPLY_TOPICS if stage == "CONFIRMATION" else (None,)
        situations = tuple(STATEMENTS) if stage == "STATEMENT" else REPLY_SITUATIONS
        for topic, situation in product(topics, situations):
            looks = style_names(sender)
            for style in looks if situation == PLAIN and texts == STANDARD else looks[:1]:
                yield Case(
                    stage=stage,
                    topic=topic,
                    language=language,
                    texts=texts,
                    style=style,
                    kind="CONSUMER",
                    sender=sender,
                    situation=situation,
                )


def facts_of(case: Case) -> MessageFacts:
    """Return the facts of a case: fictional, and as a book would have them."""
    agency, person = case.sender == "agency", is_consumer(case.kind)
    if case.stage in REPLY_KINDS:
        return reply(
            case.stage,
            topic=case.topic,
            language=case.language,
            on_behalf=agency,
            person=person,
            invoices=3 if case.situation == "three" else 1,
            own_words=_OWN_WORDS.get(case.language, _OWN_WORDS["en"]) if case.stage == "REPLY" else (),
            copies=case.situation == "enclosed",
        )
    if case.stage == NOTICE:
        facts = notice(language=case.language, on_behalf=agency, vat_percent=21)
    else:
        facts = message(case.stage, language=case.language, on_behalf=agency, person=person)
    addressee = replace(facts.addressee, is_person=person, is_natural_person=is_natural_person(case.kind))
    earlier = EarlierMessage(on=facts.payments_until, by="EMAIL")
    return SITUATIONS[case.situation](replace(facts, addressee=addressee, earlier=earlier))
