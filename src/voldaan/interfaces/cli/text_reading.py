"""A message of a text set as somebody would read it, with what the guard says of it and how plain it reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voldaan.interfaces.cli.answer import Refused, say
from voldaan.interfaces.cli.clock import today

if TYPE_CHECKING:
    from voldaan.domain.wording.finding import Finding
    from voldaan.letters.text_sets import TextSet
    from voldaan.usecases.advise_texts import AdvisedSentence, PlainAdvice
    from voldaan.usecases.text_refusal import Refusal

_USUAL = {"sms": "FIRST_REMINDER", "confirmation": "PROMISE"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What is read: which part of which texts, and by whom."""

    text_set: "TextSet"
    key: str
    part: str
    kind: str
    """The stage of a text message, or what is confirmed; empty: the usual one."""
    language: str
    to: str
    """A client and a debtor with a stroke between; empty: the first who reads the set."""


def say_message(asked: Read) -> None:
    """Print one message, to a real debtor where there is one.

    Raises:
        Refused: there is no such part or message, or no such debtor.
        TextsError: it cannot be filled in, or cannot be written to them.
    """
    from voldaan.domain.wording.facts import TEXT_KEYS
    from voldaan.letters.text_sections import SECTIONS
    from voldaan.records.finding import NotFound
    from voldaan.usecases.known_texts import languages
    from voldaan.usecases.preview_texts import readers

    _must_be_known(asked.part, (*TEXT_KEYS, *SECTIONS), "deel van de teksten")
    _must_be_known(asked.language, languages(), "taal met teksten")
    kind = _kind(asked)
    known = readers(asked.key, today(), thanked_first=asked.part in ("thanks", "replies"))
    to = asked.to or known[0].value
    names = {one.value: f"{one.name} ({one.client})" for one in known if one.name}
    say(f"Aan: {names.get(to, to)}")
    try:
        if asked.part in SECTIONS:
            _say_section(asked, kind, to)
        else:
            _say_reminder(asked, to)
    except NotFound as gone:
        raise Refused(str(gone)) from None


def advice_as_json(advised: "AdvisedSentence") -> dict[str, object]:
    """Return a sentence that could be plainer as `voldaan texts check --json` prints it."""
    return {"kind": "text_advice", "path": advised.path, "sentence": advised.sentence, "says": advised.nl}


def refusal_as_json(refusal: "Refusal") -> dict[str, object]:
    """Return a message that the guard would stop as `voldaan texts check --json` prints it."""
    return {
        "kind": "text_refusal",
        "client": refusal.client.key,
        "debtor": refusal.debtor,
        "path": refusal.path,
        "rule": refusal.rule,
        "says": refusal.nl,
    }


def _kind(asked: Read) -> str:
    from voldaan.domain.wording.facts import REPLY_TOPICS
    from voldaan.letters.text_sections import SPOKEN_STAGES

    if asked.part not in _USUAL:
        return _USUAL["sms"]
    known = sorted(SPOKEN_STAGES) if asked.part == "sms" else REPLY_TOPICS
    kind = asked.kind or _USUAL[asked.part]
    _must_be_known(kind, known, f"bericht van {asked.part}")
    return kind


def _must_be_known(asked: str, known: Iterable[str], what: str) -> None:
    names = tuple(known)
    if asked not in names:
        raise Refused(f"{asked!r} is geen {what}. Kies uit: {', '.join(names)}.")


def _say_section(asked: Read, kind: str, to: str) -> None:
    from voldaan.usecases.advise_texts import READ_PLAINLY, advice_on_section
    from voldaan.usecases.preview_sections import preview_sections

    shown = preview_sections(
        asked.text_set, part=asked.part, language=asked.language, kind=kind, reader=to, on=today()
    )
    for fact in shown.invented:
        say(fact.nl)
    if shown.parts:
        say(f"Aantal sms-delen: {shown.parts}.")
    _say_text(shown.subject, shown.text)
    _say_findings(shown.findings)
    if asked.language == READ_PLAINLY:
        _say_advice(advice_on_section(shown.facts, shown.way, shown.subject, shown.text))


def _say_reminder(asked: Read, to: str) -> None:
    from typing import cast

    from voldaan.domain.wording.facts import MessageKind
    from voldaan.usecases.advise_texts import READ_PLAINLY, advice_on_mail
    from voldaan.usecases.preview_texts import preview_texts

    shown = preview_texts(
        asked.text_set,
        key=asked.key,
        language=asked.language,
        kind=cast(MessageKind, asked.part),
        reader=to,
        on=today(),
    )
    _say_text(shown.subject, shown.mail)
    _say_findings((*shown.findings, *shown.of_everybody))
    if asked.language == READ_PLAINLY:
        _say_advice(advice_on_mail(shown.facts, shown.subject, shown.mail))


def _say_text(subject: str, text: str) -> None:
    if subject:
        say(f"Onderwerp: {subject}")
    say(f"\n{text.rstrip()}\n")


def _say_findings(findings: "Iterable[Finding]") -> None:
    told = list(dict.fromkeys(one.sentence_nl for one in findings))
    say("De controle houdt dit tegen:" if told else "De controle heeft niets op deze tekst aan te merken.")
    for one in told:
        say(f"- {one}")


def _say_advice(advice: "PlainAdvice") -> None:
    say(f"Hoe het leest: {advice.level('nl')}")
    for one in advice.sentences:
        say(f"Leesadvies: “{' '.join(one.sentence.split())}” {one.nl}")
