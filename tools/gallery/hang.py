"""Draws the cases, says what is wrong with each, and hangs them on one page."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from tools.gallery.cases import PLAIN, Case, facts_of, styles
from tools.gallery.pictures import FIRST_LOOKS, LOOKS, Camera, pages_of, with_images
from tools.mail_lint.lint import lint
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.guard import check
from voldaan.letters.compose import Channel
from voldaan.letters.render import inline_images, letter_text, render_email, render_letter
from voldaan.letters.style import HouseStyle

DRAWN: Final = "drawn"
"""The folder of the pictures within the gallery."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hung:
    """One message through one channel: its file, its pictures, and what is wrong with it."""

    case: Case
    channel: Channel
    file: str
    pictures: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """Where things hang. Without a camera, e-mails have no pictures."""

    folder: Path
    camera: Camera | None

    def hang(self, case: Case, channel: Channel) -> Hung:
        """Draw a case through a channel."""
        return DRAWERS[channel](self, case, facts_of(case), styles()[case.style])


def _letter(wall: Wall, case: Case, facts: MessageFacts, style: HouseStyle) -> Hung:
    pdf = render_letter(facts, style)
    file = wall.folder / f"{case.name}.pdf"
    file.write_bytes(pdf)
    wrong = tuple(f"the guard: {one.found} ({one.rule})" for one in check(facts, letter_text(facts, style)))
    pictures = tuple(pages_of(pdf, wall.folder / DRAWN))
    return Hung(case=case, channel="letter", file=file.name, pictures=pictures, wrong=wrong)


def _email(wall: Wall, case: Case, facts: MessageFacts, style: HouseStyle) -> Hung:
    subject, html, text = render_email(facts, style)
    images = inline_images(facts)
    file = wall.folder / f"{case.name}.html"
    file.write_text(with_images(html, images), encoding="utf-8")
    file.with_suffix(".txt").write_text(f"{subject}\n\n{text}", encoding="utf-8")
    wrong = [f"the guard: {one.found} ({one.rule})" for one in check(facts, f"{subject}\n{text}")]
    wrong += lint(html, text, pictures=frozenset(image.cid for image in images))
    looks = FIRST_LOOKS if case.situation == PLAIN else LOOKS
    taken = [(look, *wall.camera.taken(html, images, look)) for look in looks] if wall.camera else []
    pictures = [picture for _, picture, _ in taken]
    wrong += [f"wider than {look.width} pixels" for look, _, too_wide in taken if too_wide]
    return Hung(case=case, channel="email", file=file.name, pictures=tuple(pictures), wrong=tuple(wrong))


DRAWERS: Final[dict[Channel, Callable[[Wall, Case, MessageFacts, HouseStyle], Hung]]] = {
    "letter": _letter,
    "email": _email,
}
"""How each way out is drawn. A test asks for one for every channel that there is."""


def hang_all(
    wall: Wall, cases: list[Case], channels: tuple[Channel, ...], *, seconds: float
) -> tuple[list[Hung], int]:
    """Return what was drawn within so many seconds, and how many were left out."""
    (wall.folder / DRAWN).mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + seconds
    hung: list[Hung] = []
    for case in cases:
        if time.monotonic() > until:
            break
        hung += [wall.hang(case, channel) for channel in channels]
    return hung, len(cases) - len(hung) // len(channels)


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
    return case.stage, case.language, case.situation != PLAIN, case.name, one.channel


def _figure(one: Hung) -> str:
    case = one.case
    words = escape(f"{one.channel} · {case.sender} · {case.kind} · {case.style} · {case.situation}")
    pictures = "".join(f'<img loading="lazy" src="{DRAWN}/{name}" alt="">' for name in one.pictures)
    text = f' <a href="{Path(one.file).with_suffix(".txt").name}">text</a>' if one.channel == "email" else ""
    wrong = "".join(f"<li>{escape(sentence)}</li>" for sentence in one.wrong)
    return (
        f'<figure><figcaption><a href="{one.file}">{words}</a>{text}<ul>{wrong}</ul></figcaption>'
        f"<div>{pictures}</div></figure>"
    )


_STYLE: Final = (
    "body{font:14px/1.4 sans-serif;margin:16px;background:#8d9096}figure{display:inline-block;vertical-align:top;"
    "margin:6px;padding:6px;background:#fff}img{width:260px;margin-right:6px;vertical-align:top;border:1px solid #ccc}"
    "li{color:#a4262c}ul{margin:0;padding-left:18px}h2{position:sticky;top:0;background:#8d9096;margin:0;padding:6px}"
    "p a{color:#000}"
)


def totals(hung: list[Hung]) -> Iterator[str]:
    """Yield in words what hangs, and what is wrong."""
    pictures = {name for one in hung for name in one.pictures}
    yield f"{len(hung)} messages in {len(pictures)} different pictures."
    for one in hung:
        for sentence in one.wrong:
            yield f"{one.file}: {sentence}"
