"""Draws the cases and hangs them on one page, with what is wrong with each."""

import time
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from tools.gallery.cases import PLAIN, Case
from tools.gallery.draw import DRAWN, Hung, Wall


def hang_all(
    wall: Wall, cases: list[Case], ways: tuple[str, ...], *, seconds: float
) -> tuple[list[Hung], int]:
    """Return what was drawn within so many seconds, and how many were left out."""
    todo = [(case, way) for case in cases for way in case.ways if way in ways]
    (wall.folder / DRAWN).mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + seconds
    hung: list[Hung] = []
    for case, way in todo:
        if time.monotonic() > until:
            break
        hung.append(wall.hang(case, way))
    return hung, len(todo) - len(hung)


def sheet(hung: list[Hung]) -> str:
    """Return the page on which everything hangs, a heading a text and language."""
    parts: list[str] = []
    heading = ""
    for one in sorted(hung, key=_place):
        name = f"{one.case.stage}, {one.case.language}"
        if name != heading:
            heading = name
            parts.append(f'<h2 id="{name.replace(", ", "-")}">{name}</h2>')
        parts.append(_figure(one))
    links = (
        f'<a href="#{name}">{name}</a>'
        for name in dict.fromkeys(f"{h.case.stage}-{h.case.language}" for h in hung)
    )
    wrong = sum(bool(one.wrong) for one in hung)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>{_STYLE}</style>'
        f"<h1>{len(hung)} messages, {wrong} with something wrong</h1><p>{' '.join(links)}</p>{''.join(parts)}</html>"
    )


def _place(one: Hung) -> tuple[str, str, bool, str, str]:
    case = one.case
    return case.stage, case.language, case.situation != PLAIN, case.name, one.way


def _figure(one: Hung) -> str:
    case = one.case
    about = (one.way, case.topic, case.sender, case.kind, case.texts, case.style, case.situation)
    words = escape(" · ".join(filter(None, about)))
    pictures = "".join(f'<img loading="lazy" src="{DRAWN}/{name}" alt="">' for name in one.pictures)
    first, *others = one.files
    more = "".join(f' <a href="{name}">{Path(name).suffix[1:]}</a>' for name in others)
    wrong = "".join(f"<li>{escape(sentence)}</li>" for sentence in one.wrong)
    said = f"<pre>{escape(one.said)}</pre>" if one.said else ""
    return (
        f'<figure><figcaption><a href="{first}">{words}</a>{more}<ul>{wrong}</ul></figcaption>'
        f"<div>{pictures}{said}</div></figure>"
    )


_STYLE: Final = (
    "body{font:14px/1.4 sans-serif;margin:16px;background:#8d9096}figure{display:inline-block;vertical-align:top;"
    "margin:6px;padding:6px;background:#fff}img{width:260px;margin-right:6px;vertical-align:top;border:1px solid #ccc}"
    "li{color:#a4262c}ul{margin:0;padding-left:18px}h2{position:sticky;top:0;background:#8d9096;margin:0;padding:6px}"
    "p a{color:#000}pre{max-width:460px;white-space:pre-wrap}"
)


def totals(hung: list[Hung]) -> Iterator[str]:
    """Yield in words what hangs, and what is wrong."""
    pictures = {name for one in hung for name in one.pictures}
    yield f"{len(hung)} messages in {len(pictures)} different pictures."
    for one in hung:
        for sentence in one.wrong:
            yield f"{one.files[0]}: {sentence}"
