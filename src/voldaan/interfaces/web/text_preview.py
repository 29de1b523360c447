"""What stands beside the form of a text: the message as somebody would read it, and all that is said of it."""

from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple, cast

from voldaan.domain.wording.facts import MessageKind
from voldaan.domain.wording.guard import Finding
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.page import Language
from voldaan.interfaces.web.text_form import APART, path_of
from voldaan.interfaces.web.texts import texts_in
from voldaan.letters.text_problems import TextsError
from voldaan.letters.text_sets import TextSet
from voldaan.records.finding import NotFound
from voldaan.usecases.advise_texts import READ_PLAINLY, PlainAdvice, advice_on_mail, advice_on_section
from voldaan.usecases.preview_sections import preview_sections
from voldaan.usecases.preview_texts import INVENTED, PreviewedTexts, preview_texts, readers

PROBLEMS_MAX: Final = 20
_THANKED_FIRST: Final = ("thanks", "replies")


class Looked(NamedTuple):
    """What a person is changing, and whose message they want to see."""

    text_set: TextSet
    key: str
    code: str
    part: str
    kind: str
    reader: str


def previewed(asked: Looked, language: Language) -> dict[str, Any]:
    """Return what stands beside the form: the message, and everything that is said of the text."""
    found = readers(asked.key, clock.today(), thanked_first=asked.part in _THANKED_FIRST)
    values = [one.value for one in found]
    reader = asked.reader if asked.reader in values else values[0]
    asked = asked._replace(reader=reader)
    context: dict[str, Any] = {
        "readers": [(one, one.value == reader) for one in found],
        "by_agency": reader == INVENTED[1],
        "problems": [],
        "findings": [],
        "shown": None,
    }
    look = _section if asked.part in APART else _reminder
    try:
        return context | look(asked, language)
    except TextsError as error:
        at = path_of(asked.part)
        told = (one.told(language).replace(f"{at}.", "") for one in error.problems[:PROBLEMS_MAX])
        return context | {"problems": list(told)}
    except NotFound as gone:
        return context | {"problems": [str(gone)]}


def previewed_message(asked: Looked) -> PreviewedTexts:
    """Return a reminder in what is typed, to who was chosen.

    Raises:
        TextsError: it cannot be filled in, or cannot be written to them.
        NotFound: there is no such debtor.
    """
    return preview_texts(
        asked.text_set,
        key=asked.key,
        language=asked.code,
        kind=cast(MessageKind, asked.kind),
        reader=asked.reader or INVENTED[0],
        on=clock.today(),
    )


def _reminder(asked: Looked, language: Language) -> dict[str, Any]:
    shown = previewed_message(asked)
    here = {one.rule for one in shown.findings}
    findings = (*shown.findings, *(one for one in shown.of_everybody if one.rule not in here))
    return {
        "shown": shown,
        "by_agency": shown.facts.on_behalf,
        "findings": _told(findings, language),
    } | _advised(asked, lambda: advice_on_mail(shown.facts, shown.subject, shown.mail), language)


def _section(asked: Looked, language: Language) -> dict[str, Any]:
    """Return what stands beside a text for the telephone, or one that asks for nothing."""
    said = preview_sections(
        asked.text_set,
        part=asked.part,
        language=asked.code,
        kind=asked.kind,
        reader=asked.reader,
        on=clock.today(),
    )
    texts = texts_in(language)
    return {
        "by_agency": said.facts.on_behalf,
        "findings": _told(said.findings, language),
        "invented": [one.told(language) for one in said.invented],
        "apart": said,
        "apart_named": texts[f"texts_part_{asked.part}"],
        "apart_parts": texts["texts_sms_parts"].format(count=said.parts) if said.parts else "",
    } | _advised(asked, lambda: advice_on_section(said.facts, said.way, said.subject, said.text), language)


def _advised(asked: Looked, look: Callable[[], PlainAdvice], language: Language) -> dict[str, Any]:
    """Return how plain the words are, in the language of which that is known."""
    if asked.code != READ_PLAINLY:
        return {"advice": None}
    advice = look()
    remarks = [(one.sentence, one.told(language)) for one in advice.sentences[:PROBLEMS_MAX]]
    return {"advice": {"level": advice.level(language), "remarks": remarks}}


def _told(findings: Iterable[Finding], language: Language) -> list[str]:
    found = dict.fromkeys(findings)
    told = (one.sentence_nl if language == "nl" else f"«{one.found}» {one.mend}" for one in found)
    return list(dict.fromkeys(told))[:PROBLEMS_MAX]
