"""The rules that an e-mail keeps, so that no mail program spoils it. Each breach is one sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tools.mail_lint.looks import unreadable
from tools.mail_lint.support import ATTRIBUTES, MEDIA, PROGRAMS, PROPERTIES, TAGS, Support
from tools.mail_lint.tree import Element, Rule, as_word_reads, rules_of, tree_of
from voldaan.letters.text_of import text_of_html

BYTES_MAX: Final = 100_000
"""Gmail cuts a mail off after 102 kB, and hides the rest behind a link."""
FONT_PIXELS_MIN: Final = 12
BESIDE_ITS_WORDS: Final = frozenset({"logo"})
"""Pictures whose words stand beside them: a screen reader would say them twice."""
SAYS_NOTHING: Final = frozenset(
    {"hier", "klik hier", "lees meer", "link", "here", "click here", "read more", "more"}
)
_FIGURE: Final = re.compile(r"\w*\d[\w.,/-]*\d|\d")
_LOADS: Final = re.compile(
    r"url\s*\(|@import|@font-face|expression\s*\(|<link|<script|<form|http-equiv|\son\w+\s*=", re.I
)


def lint(html: str, text: str, *, pictures: frozenset[str] = frozenset()) -> list[str]:
    """Return what is wrong with a mail of this HTML, with this plain text beside it and these content ids."""
    mail = tree_of(html)
    word = tree_of(as_word_reads(html))
    rules = [rule for one in mail.every() if one.tag == "style" for rule in rules_of(one.said())]
    return [
        *_size(html),
        *_loads(html),
        *_known(mail, word),
        *_styles(rules),
        *_skeleton(mail),
        *_tables(mail, word),
        *_grounds(mail),
        *_pictures(mail, pictures),
        *_links(mail),
        *_in_word(word),
        *_sizes(mail),
        *unreadable(mail, rules),
        *_same_figures(html, text),
    ]


def _size(html: str) -> Iterator[str]:
    size = len(html.encode())
    if size > BYTES_MAX:
        yield f"The HTML has {size:,} bytes: Gmail cuts it off after 102,000. Move rows to an attachment."


def _loads(html: str) -> Iterator[str]:
    # What a debtor or a client wrote may name such things; only markup and styles can do them.
    doing = re.sub(r"</style>[^<]*<|>[^<{]*<", "><", html)
    for found in sorted({found[0] for found in _LOADS.finditer(doing)}):
        yield f'"{found.strip()}" loads or does something: mail programs refuse it, and it tells on its reader.'


def _known(mail: Element, word: Element) -> Iterator[str]:
    seen: set[str] = set()
    for element in (*mail.every(), *word.every()):
        # What begins with o: is for Word, and stands in no mail but as a comment.
        if element.tag in {"", "#mail", "xml"} or element.tag.startswith("o:"):
            continue
        for sentence in _unknown(element):
            if sentence not in seen:
                seen.add(sentence)
                yield sentence


def _unknown(element: Element) -> Iterator[str]:
    if element.tag not in TAGS:
        yield f"<{element.tag}> is not in the table of what mail programs draw (tools/mail_lint/support.py)."
    for name, value in element.attributes.items():
        yield from _within(ATTRIBUTES.get(name), f"The attribute {name}", value, element)
    for name, value in element.style.items():
        yield from _within(PROPERTIES.get(name), f"The property {name}", value, element)


def _within(support: Support | None, what: str, value: str, element: Element) -> Iterator[str]:
    where = f"at {element.shown()}"
    if support is None:
        yield f"{what} is not in the table of what mail programs draw, {where}."
        return
    if support.only_on and element.tag not in support.only_on.split():
        yield f"{what} is drawn alike only on {support.only_on}, not {where}."
    if support.values and not re.fullmatch(support.values, value.strip(), re.I):
        yield f'{what} is not drawn alike with the value "{value}", {where}.'


def _styles(rules: list[Rule]) -> Iterator[str]:
    for media in sorted({rule.media for rule in rules} - {"", *MEDIA}):
        yield f'The query "{media}" is not in the table of what mail programs know.'
    for rule in rules:
        if "/*" in rule.text:
            yield f'A program drops the rule after a comment: take it out of "{rule.selector}".'
        if re.search(r"\S!important", rule.text):
            yield f'Outlook drops a rule with no space before !important: "{rule.selector}".'
        if unknown := sorted(rule.style.keys() - PROPERTIES.keys()):
            yield f'The style of "{rule.selector}" has {", ".join(unknown)}, which is not in the table.'
    if not any(rule.media == "(prefers-color-scheme:dark)" for rule in rules):
        yield "The mail has no look for the dark."


def _skeleton(mail: Element) -> Iterator[str]:
    found = {element.tag: element for element in reversed(list(mail.every()))}
    metas = {element.attributes.get("name", "") for element in mail.every() if element.tag == "meta"}
    if "html" not in found or not found["html"].attributes.get("lang"):
        yield "The mail does not say its language on <html>."
    if not any(one.tag == "div" and "lang" in one.attributes for one in mail.every()):
        yield "The mail does not say its language inside <body>, the part that web mail keeps."
    if "title" not in found or not found["title"].said():
        yield "The mail has no <title>."
    for name in sorted({"viewport", "color-scheme", "format-detection"} - metas):
        yield f'The mail has no <meta name="{name}">.'
    levels = [int(one.tag[1]) for one in mail.every() if re.fullmatch("h[1-6]", one.tag)]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"The mail has {levels.count(1)} headings of the first level; it has one, and begins with it."
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield "A heading skips a level."
    body = found.get("body")
    first = body.children[0] if body and body.children else None
    if first is None or first.style.get("display") != "none" or not first.said():
        yield "The mail does not begin with hidden words for the list of an inbox."


def _tables(mail: Element, word: Element) -> Iterator[str]:
    for table in (one for root in (mail, word) for one in root.every() if one.tag == "table"):
        if table.attributes.get("role") != "presentation":
            yield f"A screen reader reads a table for the layout out as one: {table.shown()} has no role."
    for root, reader in ((mail, "every program"), (word, "Word")):
        for cell in (one for one in root.every() if one.tag in {"td", "tr"}):
            around = {"td": {"tr"}, "tr": {"table", "tbody"}}[cell.tag]
            if cell.parent is None or cell.parent.tag not in around:
                yield f"As {reader} reads it, {cell.shown()} does not stand in a {' or '.join(sorted(around))}."


def _grounds(mail: Element) -> Iterator[str]:
    for element in mail.every():
        ground = element.style.get("background-color", "")
        if (
            element.tag in {"body", "table", "td"}
            and ground.lower() != element.attributes.get("bgcolor", "").lower()
        ):
            yield f"A program that drops styles loses the ground of {element.shown()}: say it in bgcolor too."


def _pictures(mail: Element, pictures: frozenset[str]) -> Iterator[str]:
    for picture in (one for one in mail.every() if one.tag == "img"):
        kind, _, name = picture.attributes.get("src", "").partition(":")
        if kind != "cid" or name not in pictures:
            yield f"{picture.shown()} does not come with the mail: nothing may be loaded, and it would not be shown."
        if not picture.attributes.get("alt", "").strip() and name not in BESIDE_ITS_WORDS:
            yield f"{picture.shown()} has no words for who does not see it."
        if not {"width", "height"} <= picture.attributes.keys():
            yield f"{picture.shown()} has no width and height: Outlook draws it as large as its file."


def _links(mail: Element) -> Iterator[str]:
    for link in (one for one in mail.every() if one.tag == "a"):
        if not re.match(r"(https://|tel:\+?\d|mailto:)", link.attributes.get("href", "")):
            yield f"{link.shown()} leads to something else than https, a telephone or a mailbox."
        if not link.said() or link.said().lower().rstrip(".") in SAYS_NOTHING:
            yield f'The link "{link.said()}" does not say where it leads.'


def _in_word(word: Element) -> Iterator[str]:
    for element in word.every():
        style = element.style
        padding = style.get("padding", "0")
        if element.tag not in {"td", ""} and padding != "0":
            yield f"Word draws no padding outside a cell: {element.shown()}."
        if element.tag == "div" and ("max-width" in style or style.get("display") == "inline-block"):
            cell = element.parent
            if (
                cell is None
                or cell.tag != "td"
                or cell.attributes.get("width") != style["max-width"].removesuffix("px")
            ):
                yield f"Word draws this as wide as it can: {element.shown()} needs a cell of its width for it."


def _sizes(mail: Element) -> Iterator[str]:
    for words in (one for one in mail.every() if not one.tag and one.words.strip()):
        sizes = [one.style["font-size"] for one in words.above() if "font-size" in one.style]
        hidden = any(one.style.get("display") == "none" for one in words.above())
        if sizes and not hidden and float(sizes[0].removesuffix("px")) < FONT_PIXELS_MIN:
            yield f'"{words.words.strip()[:40]}" is smaller than {FONT_PIXELS_MIN} pixels.'


def _same_figures(html: str, text: str) -> Iterator[str]:
    """Yield each amount, day and number that one of the two parts does not name."""
    drawn, plain = (set(_FIGURE.findall(one)) for one in (text_of_html(html), text))
    if only := sorted(drawn - plain):
        yield f"The plain text does not name what the HTML does: {', '.join(only)}."
    if only := sorted(plain - drawn):
        yield f"The HTML does not name what the plain text does: {', '.join(only)}."


def gaps_without_answer() -> list[str]:
    """Return what in the table somebody lacks while it does not say what happens there, or names no known program."""
    rows = {**TAGS, **ATTRIBUTES, **PROPERTIES, **MEDIA}
    unanswered = [
        name for name, row in rows.items() if (row.lacking or row.partly or not row.tested) and not row.so
    ]
    strangers = [
        f"{name}: {program}"
        for name, row in rows.items()
        for program in (*row.lacking.split(), *row.partly.split())
        if program not in PROGRAMS
    ]
    return unanswered + strangers
