"""Where a rule stands, so that a reader can hold the code beside the statute."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One article of one statute, and how the rule follows from it."""

    law: str
    """The name by which a lawyer knows it, such as BW or Bki."""
    bwb_id: str
    """Its number in the public register of statutes."""
    article: str
    paragraph: str | None = None
    """The paragraph (lid) or letter, in digits or as "onder a"."""
    follows: str
    """One sentence: how the rule follows from the text."""
    valid_from: date
    """The day from which the rule holds in this form."""

    @property
    def label(self) -> str:
        """Return the citation as it is printed in Dutch: "art. 6:119 lid 2 BW"."""
        paragraph = ""
        if self.paragraph:
            paragraph = f" lid {self.paragraph}" if self.paragraph[0].isdigit() else f" {self.paragraph}"
        return f"art. {self.article}{paragraph} {self.law}"

    @property
    def link(self) -> str:
        """Return the address of the article in the public register. Books of the BW are separate statutes there."""
        number = self.article.rpartition(":")[2]
        return f"https://wetten.overheid.nl/jci1.3:c:{self.bwb_id}&artikel={number}"
