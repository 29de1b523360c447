"""How plain and kind the words of a text set are, in Dutch: advice for who writes it, and no more.

It reads a message as its debtor would, without what nobody chose: names, accounts and numbers. Of a text message and
a call it leaves out what belongs to their kind: a text message is cut short, a script lists figures for who calls.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from voldaan.domain.strategy.strategy import NOTICE
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.plain.finding import Code
from voldaan.domain.wording.plain.read import PlainReport, read_plainly
from voldaan.domain.wording.plain.why import why
from voldaan.letters import figures
from voldaan.letters.render import render_email
from voldaan.letters.specimens import specimens
from voldaan.letters.specimens_apart import ApartWay
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_sets import TextSet
from voldaan.usecases.judge_sections import invented_of, parts_to_try, said_apart
from voldaan.usecases.judge_texts import changed_kinds
from voldaan.usecases.known_texts import TextsInUse

READ_PLAINLY: Final = "nl"
"""The language of which it is known how plain a text is."""
_OF_ITS_KIND: Final[dict[ApartWay, frozenset[Code]]] = {
    "SMS": frozenset({"word.short", "sentence.numbers"}),
    "CALL": frozenset({"sentence.numbers", "tone.refused"}),
    "MAIL": frozenset(),
    "STATEMENT": frozenset({"sentence.numbers"}),
}
"""What is not advised on by way. What the guard refuses in a script it says itself: a script names what not to say."""


class AdvisedSentence(NamedTuple):
    """One sentence that could be plainer or kinder, and why."""

    path: str
    sentence: str
    nl: str
    en: str

    def told(self, language: str) -> str:
        """Return why, in one language."""
        return self.en if language == "en" else self.nl


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainAdvice:
    """How hard a message is to read, and which sentences could be plainer or kinder."""

    report: PlainReport
    sentences: tuple[AdvisedSentence, ...]

    def level(self, language: str) -> str:
        """Return about which level it has, as a sentence."""
        return self.report.level_words(language)


def advice_on_mail(facts: MessageFacts, subject: str, text: str, *, path: str = "") -> PlainAdvice:
    """Return how plain a reminder reads. Its subject should say when."""
    return _advice(_without_names(f"Onderwerp: {subject}\n\n{text}", facts), path, frozenset())


def advice_on_section(
    facts: MessageFacts, way: ApartWay, subject: str, text: str, *, path: str = ""
) -> PlainAdvice:
    """Return how plain a message beside the reminders reads."""
    words = _without_names(f"{subject}\n\n{text}" if subject else text, facts)
    return _advice(_without_numbers(words, facts), path, _OF_ITS_KIND[way])


def advise_texts(text_set: TextSet) -> Iterator[AdvisedSentence]:
    """Yield what could be plainer in the Dutch texts that a set says otherwise, on invented messages, each once."""
    texts = TextsInUse(key="", number=0, text_set=text_set)
    seen: set[tuple[str, str]] = set()
    for advice in _of_set(texts):
        for sentence in advice.sentences:
            # The same words with the facts of another message are the same advice.
            if (sentence.path, sentence.nl) not in seen:
                seen.add((sentence.path, sentence.nl))
                yield sentence


def _of_set(texts: TextsInUse) -> Iterator[PlainAdvice]:
    changes = texts.text_set.changes.get(READ_PLAINLY, {})
    for kind in changed_kinds(texts.text_set, READ_PLAINLY):
        phrases = texts.phrases(READ_PLAINLY, for_notice=kind == NOTICE)
        for facts in specimens(kind, READ_PLAINLY):
            subject, _, mail = render_email(facts, HouseStyle(), phrases)
            yield advice_on_mail(facts, subject, mail, path=f"stages.{kind}")
    phrases = texts.phrases(READ_PLAINLY)
    for part in parts_to_try(phrases, texts.words_of(READ_PLAINLY), changes):
        for one in invented_of(part, READ_PLAINLY):
            said = said_apart(one, phrases)
            yield advice_on_section(one.facts, one.way, said.subject, said.text, path=one.path)


def _advice(words: str, path: str, of_its_kind: frozenset[Code]) -> PlainAdvice:
    report = read_plainly(words, READ_PLAINLY)
    report = replace(report, findings=tuple(one for one in report.findings if one.code not in of_its_kind))
    sentences = (
        AdvisedSentence(path, one.sentence, why(one, "nl"), why(one, "en")) for one in report.findings
    )
    return PlainAdvice(report=report, sentences=tuple(dict.fromkeys(sentences)))


def _without_names(words: str, facts: MessageFacts) -> str:
    """Return the words without the names of firms and people: those are nobody's choice of words."""
    for name in (facts.addressee.name, facts.creditor.name, facts.sender.name):
        words = words.replace(name, "{naam}")
    return words


def _without_numbers(words: str, facts: MessageFacts) -> str:
    """Return the words without accounts, and without what invoices are for."""
    for box in facts.pay_to:
        for iban in (figures.iban_in_groups(box.iban), box.iban):
            words = words.replace(iban, "{rekening}")
    for line in (*facts.invoices, *facts.also_open):
        words = words.replace(line.subject, "{omschrijving}") if line.subject else words
    return words
