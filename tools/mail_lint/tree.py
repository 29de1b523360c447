"""The HTML of a mail as a tree, with what each element looks like in the light and in the dark."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset({"meta", "br", "img", "hr", "link", "input", "base", "source", "wbr", "area"})
_ONLY_WORD: Final = re.compile(r"<!--\[if mso\]>(.*?)<!\[endif\]-->", re.DOTALL)
_MEDIA: Final = re.compile(r"@media ([^{]+)\{((?:[^{}]*\{[^{}]*\})*)\s*\}")
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")


@dataclass(slots=True, kw_only=True)
class Element:
    """An element, or a text (whose tag is empty), and where it stands."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    children: list["Element"] = field(default_factory=list)
    words: str = ""
    style: Mapping[str, str] = field(default_factory=dict)
    """Its own properties."""
    _every: "tuple[Element, ...]" = ()

    def every(self) -> "tuple[Element, ...]":
        """Return it and all that is in it, in the order in which they stand. Asked for once it is whole."""
        if not self._every:
            self._every = (self, *(one for child in self.children for one in child.every()))
        return self._every

    def above(self) -> Iterator["Element"]:
        """Yield it and what it stands in, from the inside out."""
        at: Element | None = self
        while at is not None:
            yield at
            at = at.parent

    def said(self) -> str:
        """Return the words in it, in one line."""
        return " ".join("".join(one.words for one in self.every()).split())

    def shown(self) -> str:
        """Return its own tag as it was written, shortened."""
        attributes = " ".join(f'{name}="{value}"' for name, value in self.attributes.items())
        return f"<{self.tag} {attributes}"[:90].rstrip() + ">"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of a style block: for whom, and what."""

    media: str
    selector: str
    style: Mapping[str, str]
    text: str

    def is_for(self, element: Element) -> bool:
        """Test if it is for this element: `.class`, or `.class tag` for what stands in it."""
        *outer, last = self.selector.split()
        if not _is(element, last):
            return False
        around = list(element.above())[1:]
        return all(any(_is(one, part) for one in around) for part in outer)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element(tag="#mail")
        self.at = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        style = declarations(values.get("style", ""))
        element = Element(tag=tag, attributes=values, parent=self.at, style=style)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        if self.at.tag == tag and self.at.parent is not None:
            self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(Element(tag="", parent=self.at, words=data))


def tree_of(html: str) -> Element:
    """Return the mail as every program but Word reads it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def as_word_reads(html: str) -> str:
    """Return the HTML with what is for Word alone taken out of its comments."""
    return _ONLY_WORD.sub(lambda found: found[1], html)


@cache
def declarations(style: str) -> Mapping[str, str]:
    """Return the properties of a style and their values."""
    pairs = (part.partition(":") for part in style.split(";") if part.strip())
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def rules_of(css: str) -> Iterator[Rule]:
    """Yield the rules of a style block, a selector each, with the query that they stand in."""
    outside = css
    for found in _MEDIA.finditer(css):
        outside = outside.replace(found[0], "")
        yield from _rules(found[2], found[1].strip())
    yield from _rules(outside, "")


def _rules(css: str, media: str) -> Iterator[Rule]:
    for found in _RULE.finditer(css):
        for selector in found[1].split(","):
            yield Rule(
                media=media, selector=selector.strip(), style=declarations(found[2]), text=found[0].strip()
            )


def _is(element: Element, part: str) -> bool:
    if part.startswith("."):
        return part[1:] in element.attributes.get("class", "").split()
    return element.tag == part
