"""The questions of a proposal: asked where a list can be read in two ways, settled by a person and never by us."""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field

from voldaan.formats.findings import refuse
from voldaan.formats.values import Refusal


class UnknownTitles(Refusal):
    """No header, or not enough of it, has titles that we know: a person can still point out what stands where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a question."""

    value: str
    label: str
    example: str = ""
    """A row of the list as this answer would read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One question to a person. `options` is empty where the answer is a day (2026-11-22)."""

    key: str
    question: str
    options: tuple[Option, ...]


@dataclass(slots=True, kw_only=True)
class Asked:
    """The answers that were given, and the questions that are still open."""

    file: str
    answers: Dictionary[str, str]
    questions: list[Choice] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def ask(self, key: str, question: str, *options: Option) -> str | None:
        """Return the answer to a question, None where it is still open; raises `Refusal` for an answer it has not."""
        self.seen.add(key)
        answer = self.answers.get(key)
        if answer is None:
            self.questions.append(Choice(key=key, question=question, options=options))
        elif options and answer not in {option.value for option in options}:
            raise refuse(
                self.file,
                f"‘{answer[:40]}’ is geen antwoord op de vraag ‘{question}’",
                f"De antwoorden zijn: {', '.join(option.value for option in options)}.",
                "Kies een van deze antwoorden.",
                path=key,
            )
        return answer

    def told(self, key: str) -> str | None:
        """Return what a person said without being asked, None where nobody did."""
        self.seen.add(key)
        return self.answers.get(key)

    def refuse_unknown(self) -> None:
        """Raise `Refusal` for an answer to a question that was not asked."""
        for key in self.answers:
            if key not in self.seen:
                raise refuse(
                    self.file,
                    f"De vraag ‘{key[:40]}’ is bij dit bestand niet gesteld.",
                    "Een antwoord zonder vraag zou stil verdwijnen.",
                    "Laat dit antwoord weg, of kies een ander bestand.",
                    path=key,
                )
