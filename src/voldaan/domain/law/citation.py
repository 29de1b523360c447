"""Where a rule stands, so that a reader can hold the code beside the statute or the ruling.

>>> year = Citation(
...     law="BW",
...     bwb_id="BWBR0005289",
...     article="6:119",
...     follows="Delay costs interest.",
...     follows_nl="Vertraging kost rente.",
...     valid_from=date(1992, 1, 1),
... )
>>> year.label, year.link
('art. 6:119 BW', 'https://wetten.overheid.nl/jci1.3:c:BWBR0005289&artikel=119')
>>> year.said("nl"), year.doubt("nl")
('Vertraging kost rente.', None)
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])
_NUMBER = re.compile(r"\d|[IVXLC]+\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a citation tells, whatever it cites."""

    follows: str
    """One sentence: how the rule follows from the text."""
    follows_nl: str
    """The same in Dutch, in the statute's own terms where a plain word would say something else."""
    valid_from: date
    """The day from which the rule holds in this form; of a judgment its own day."""
    not_confirmed: str | None = None
    """What could not be read at its source or is not settled, and what is done here instead. One or two sentences."""
    not_confirmed_nl: str | None = None

    def said(self, language: Literal["nl", "en"]) -> str:
        """Return how the rule follows from the text, as a sentence."""
        return self.follows if language == "en" else self.follows_nl

    def doubt(self, language: Literal["nl", "en"]) -> str | None:
        """Return what is not confirmed and what is done instead; None where nothing is in doubt."""
        return self.not_confirmed if language == "en" else self.not_confirmed_nl


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(_Told):
    """One article of one statute, and how the rule follows from it."""

    law: str
    """The name by which a lawyer knows it, such as BW or Bki."""
    bwb_id: str | None
    """Its number in the public register of statutes; None where it does not stand there."""
    article: str
    paragraph: str | None = None
    """The paragraph (lid) or letter, in digits or as "onder a"."""
    address: str | None = None
    """Where it can be read, for what does not stand in the public register of statutes."""

    @property
    def label(self) -> str:
        """Return the citation as it is printed in Dutch: "art. 6:119 lid 2 BW"; a part without a number by its name."""
        paragraph = ""
        if self.paragraph:
            paragraph = f" lid {self.paragraph}" if self.paragraph[0].isdigit() else f" {self.paragraph}"
        if not _NUMBER.match(self.article):
            return f"{self.law}, {self.article}"
        return f"art. {self.article}{paragraph} {self.law}"

    @property
    def link(self) -> str:
        """Return the address of the article in the public register. Books of the BW are separate statutes there."""
        if self.bwb_id is None:
            return self.address or "https://wetten.overheid.nl/"
        number = self.article.rpartition(":")[2] if self.law == "BW" else self.article
        return f"https://wetten.overheid.nl/jci1.3:c:{self.bwb_id}&artikel={number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling(_Told):
    """One consideration of one judgment, and how the rule follows from it."""

    court: str
    """The court as a lawyer writes it, such as HR."""
    ecli: str
    consideration: str | None = None
    """The number of the consideration (rechtsoverweging)."""

    @property
    def label(self) -> str:
        """Return the ruling as it is printed in Dutch: "HR ECLI:NL:HR:2016:2704, r.o. 3.4"."""
        consideration = f", r.o. {self.consideration}" if self.consideration else ""
        return f"{self.court} {self.ecli}{consideration}"

    @property
    def link(self) -> str:
        """Return the address of the judgment."""
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={self.ecli}"


Source = Citation | Ruling


def follows(*sources: Source) -> Callable[[Function], Function]:
    """Mark a function with the sources that it carries out. `docs/law.md` is made from these marks."""

    def mark(function: Function) -> Function:
        vars(function)["sources"] = sources
        return function

    return mark


def sources_of(function: Callable[..., Any]) -> tuple[Source, ...]:
    """Return the sources that a function was marked with; none where it carries out no rule of law."""
    found: tuple[Source, ...] = vars(function).get("sources", ())
    return found
