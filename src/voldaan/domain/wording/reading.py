"""A finished text, read once: evened out, with every amount, day, account, reference and address in it found.

What the facts themselves say in free words (a name, the subject of an invoice) is known by its place, so that a
debtor called "Incasso Advies" and an invoice for "Abonnement 2025-01-01" are no mistakes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Final

from voldaan.domain.text import amounts, days
from voldaan.domain.text.amounts import Amount
from voldaan.domain.text.day_names import named_days
from voldaan.domain.text.days import Day
from voldaan.domain.text.evened_out import evened_out
from voldaan.domain.wording import scan_contacts, scan_references
from voldaan.domain.wording.facts import InvoiceLine, MessageFacts
from voldaan.domain.wording.language_words import LanguageWords, words_in_code
from voldaan.domain.wording.scan_references import Token

_SENTENCE_END = re.compile(
    r"[.!?](?= |$)(?:(?<=[a-z].)|(?<!\bB\.V.)(?<!\bN\.V.)(?<!\bV\.O\.F.)(?<!\b[A-Z].))"
    r"| (?<=\d )(?=(?:Wij|We|U|Uw|Ons|Onze|Dit|De|Het|Een|Er|Als|Is|Heeft|Kunt|Wilt|Lukt|Bel|You|Your|Our"
    r"|Please|Would|There|This"
    r"|The|It|If|Let|Most|Do|Could|Can)\b)"
)
_LEGAL_FORM = re.compile(r"[ ,]+(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|C\.?V\.?)$", re.IGNORECASE)
_PLAIN_START = re.compile(r"[a-z](?![?*+{])(?:[^()|]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*$")
"""A pattern that begins with a letter which must stand there, and is no choice as a whole."""
_INITIALS = re.compile(
    r"^(?:(?:de )?(?:heer|mevrouw|dhr|mevr|mw|mr|mrs|ms)\.? )?(?:[A-Z]{1,4}(?:\. ?| )){1,5}(?=[a-zA-Z]{2})"
)
_TITLES: Final = (
    "heer",
    "meneer",
    "mevrouw",
    "familie",
    "mr",
    "mrs",
    "ms",
    "mr.",
    "mrs.",
    "ms.",
    "dhr.",
    "mevr.",
    "mw.",
)
_NOT_FREE: Final = frozenset({"is_person", "is_natural_person", "country"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Stretches of a text, made so that "does one of them hold this?" is answered at once, however many there are."""

    starts: tuple[int, ...]
    furthest: tuple[int, ...]
    """How far the stretches that begin here or earlier reach."""

    @classmethod
    def of(cls, stretches: Iterable[tuple[int, int]]) -> "Places":
        """Return these stretches in order."""
        ordered = sorted(stretches)
        return cls(
            starts=tuple(start for start, _ in ordered),
            furthest=tuple(accumulate((end for _, end in ordered), max)),
        )

    def hold(self, start: int, end: int) -> bool:
        """Test if one stretch holds all of this."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and self.furthest[index] >= end


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The text with its white space evened out, and what stands where."""

    facts: MessageFacts
    words: LanguageWords
    """What the language of the message calls things."""
    text: str
    small: str
    """The same text in small letters, sign for sign."""
    free_words: frozenset[str]
    own_words: Places
    sentence_ends: tuple[int, ...]
    amounts: tuple[Amount, ...]
    days: tuple[Day, ...]
    ibans: tuple[Token, ...]
    references: tuple[Token, ...]
    addresses: Places
    """Where e-mail addresses and links stand: words in them say nothing."""
    emails: tuple[Token, ...]
    links: tuple[Token, ...]
    phones: tuple[Token, ...]

    def is_own(self, start: int, end: int) -> bool:
        """Test if this place lies inside the facts' own words."""
        return self.own_words.hold(start, end)

    def refers_to(self, reference: str) -> bool:
        """Test if this reference stands in the text, in whatever groups its signs are written."""
        return any(token.value == reference for token in self.references)

    def names(self, value: str) -> bool:
        """Test if these words stand in the text, in capitals or small letters."""
        return stands(self.small, _small(value))

    def sentence(self, place: int) -> tuple[int, int]:
        """Return where the sentence around this place begins and ends."""
        index = bisect_right(self.sentence_ends, place)
        start = self.sentence_ends[index - 1] if index else 0
        end = self.sentence_ends[index] if index < len(self.sentence_ends) else len(self.text)
        return max(start, place - 400), min(end, place + 400)

    def around(self, start: int, end: int) -> str:
        """Return a place with a few words on both sides, for people."""
        return self.text[max(0, start - 30) : end + 20].strip()

    def matches(self, pattern: re.Pattern[str], *, in_small: bool = False) -> Iterator[re.Match[str]]:
        """Yield each place where this stands, save where the facts say it in their own words."""
        for found in pattern.finditer(self.small if in_small else self.text):
            if not self.is_own(found.start(), found.end()):
                yield found

    def says(self, words: tuple[str, ...], endings: tuple[str, ...] = ()) -> Iterator[re.Match[str]]:
        """Yield each of these words, in any case, save in the facts' own words and in addresses on the web."""
        for found in self.matches(any_of(words, endings), in_small=True):
            if not self.addresses.hold(found.start(), found.end()):
                yield found


def read(facts: MessageFacts, text: str, words: LanguageWords | None = None) -> Reading:
    """Return a finished text as the rules look at it; `words` are those of its language, where code has none.

    Raises:
        ValueError: no words were given, and code has none of this language.
    """
    known = words or words_in_code(facts.language)
    even = evened_out(text)
    small = _small(even)
    free = _free_words(facts)
    emails, links = tuple(scan_contacts.emails(even)), tuple(scan_contacts.links(even))
    found_days = (*days.days(even), *named_days(even, known.day_names))
    return Reading(
        facts=facts,
        words=known,
        text=even,
        small=small,
        free_words=free,
        own_words=Places.of(_own_places(facts, even, small, free)),
        sentence_ends=tuple(_sentence_ends(even, found_days)),
        amounts=tuple(amounts.amounts(even, sign_behind=known.sign_behind)),
        days=found_days,
        ibans=tuple(scan_references.ibans(even)),
        references=tuple(scan_references.references(even, references_of(facts), known.reference_labels)),
        addresses=Places.of((token.start, token.end) for token in (*emails, *links)),
        emails=emails,
        links=links,
        phones=tuple(scan_contacts.phones(even)),
    )


def _sentence_ends(text: str, found: Iterable[Day]) -> Iterator[int]:
    """Yield where sentences end: not at the point inside a day, as in "4. Dezember"."""
    inside = Places.of((day.start, day.end - 1) for day in found)
    return (end.end() for end in _SENTENCE_END.finditer(text) if not inside.hold(end.start(), end.end()))


@lru_cache(maxsize=64)
def any_of(whole: tuple[str, ...], endings: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Return the pattern of these whole words, or of longer words with these endings, in small letters."""
    ending = rf"|\B(?:{'|'.join(endings)})" if endings else ""
    return re.compile(rf"(?:\b(?:{_by_first_letter(whole)}){ending})(?!\w)")


def _by_first_letter(words: tuple[str, ...]) -> str:
    """Return these patterns as one, in which a word that begins with another letter is passed over at once."""
    others = [word for word in words if not _PLAIN_START.match(word)]
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if _PLAIN_START.match(word):
            by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join([*(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()), *others])


def _small(text: str) -> str:
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def stands(text: str, value: str) -> bool:
    """Test if this value stands in the text, not as a part of a longer one."""
    return any(not _goes_on(text, start, end) for start, end in _places(text, evened_out(value)))


def every_invoice(facts: MessageFacts) -> tuple[InvoiceLine, ...]:
    """Return the invoices of the message and those beside them."""
    return (*facts.invoices, *facts.also_open)


def references_of(facts: MessageFacts) -> frozenset[str]:
    """Return every reference and number that the message may name."""
    lines = every_invoice(facts)
    values = [
        facts.reference,
        facts.code,
        facts.addressee.number,
        *(pay_to.reference for pay_to in facts.pay_to),
    ]
    values += [line.number for line in lines] + [line.payment_reference for line in lines]
    values += facts.reply.references if facts.reply else ()
    return frozenset(evened_out(value) for value in values if value)


def ibans_of(facts: MessageFacts) -> frozenset[str]:
    """Return every account that the message may name."""
    return frozenset(compact(pay_to.iban) for pay_to in facts.pay_to)


def days_of(facts: MessageFacts) -> frozenset[date]:
    """Return every day that the message may name."""
    lines = every_invoice(facts)
    days = [facts.written_on, facts.pay_by, facts.payments_until]
    if facts.earlier:
        days.append(facts.earlier.on)
    if facts.reply:
        days += [*facts.reply.days, *filter(None, (facts.reply.day,))]
    return frozenset((*days, *(line.issue_date for line in lines), *(line.due_date for line in lines)))


def compact(value: str) -> str:
    """Return a number without its spaces, in capitals."""
    return "".join(value.split()).upper()


def _goes_on(text: str, start: int, end: int) -> bool:
    """Test if a hyphen joins this to more, as in "A-2026-118" and "2026-118-2"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return bool(re.fullmatch(r"\w-", before) or re.fullmatch(r"-\d", after))


def _places(text: str, value: str) -> Iterator[tuple[int, int]]:
    """Yield where this value stands as whole words. No pattern: each message brings other values."""
    start = text.find(value) if value else -1
    while start >= 0:
        end = start + len(value)
        if not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(value, start + 1)


def _own_places(
    facts: MessageFacts, text: str, small: str, free: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield where the facts' own words stand; several words together, and a surname in a greeting, in any case."""
    for value in sorted(free):
        yield from _places(text, value)
        if " " in value:
            yield from _places(small, _small(value))
    for name in filter(None, (facts.addressee.name, facts.addressee.person)):
        surname = _INITIALS.sub("", evened_out(name))
        if " " in surname:
            yield from _places(small, _small(surname))
        else:
            for title in _TITLES:
                yield from _places(small, _small(f"{title} {surname}"))


def _free_words(facts: MessageFacts) -> frozenset[str]:
    """Return what the facts say in words that somebody chose freely; a name also without its legal form."""
    values: list[str | None] = [facts.reference, facts.code]
    for party in (facts.sender, facts.creditor, facts.addressee):
        values += [getattr(party, field.name) for field in fields(party) if field.name not in _NOT_FREE]
        values.append(_LEGAL_FORM.sub("", evened_out(party.name)))
    values += [pay_to.name for pay_to in facts.pay_to] + [pay_to.reference for pay_to in facts.pay_to]
    for line in every_invoice(facts):
        values += [line.number, line.subject, line.payment_reference]
    if facts.reply:
        values.append(facts.reply.answers_subject)
    return frozenset(evened_out(value) for value in values if value and value.strip())
