"""How each way out is drawn, and what is wrong with what came out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.gallery.cases import PLAIN, Case, facts_of, phrases_of
from tools.gallery.looks import styles
from tools.gallery.pictures import FIRST_LOOKS, LOOKS, Camera, pages_of, with_images
from tools.gallery.statements import STATEMENTS, told_of
from tools.mail_lint.lint import lint
from voldaan.domain.text.sms_length import sms_parts
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.finding import Finding
from voldaan.domain.wording.guard import check, check_document
from voldaan.letters.call import call_script, text_of_script
from voldaan.letters.letter import C5_6, PINGEN, AddressZone
from voldaan.letters.render import inline_images, letter_text, render_email, render_letter, render_reply
from voldaan.letters.sms import sms_text
from voldaan.letters.statement import pdf_of_statement, text_of_statement
from voldaan.letters.statement_sheet import sheet_of_statement
from voldaan.letters.style import HouseStyle

DRAWN: Final = "drawn"
"""The folder of the pictures within the gallery."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hung:
    """One message by one way: its files, its pictures or its words, and what is wrong with it."""

    case: Case
    way: str
    files: tuple[str, ...]
    pictures: tuple[str, ...]
    wrong: tuple[str, ...]
    said: str = ""
    """The words of what has no looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """Where things hang. Without a camera, e-mails have no pictures."""

    folder: Path
    camera: Camera | None

    def hang(self, case: Case, way: str) -> Hung:
        """Draw a case by one way."""
        return DRAWERS[way](self, case, facts_of(case), styles()[case.style])


def _letter(wall: Wall, case: Case, facts: MessageFacts, style: HouseStyle) -> Hung:
    return _on_paper(wall, case, facts, style, way="letter", zone=C5_6)


def _pingen(wall: Wall, case: Case, facts: MessageFacts, style: HouseStyle) -> Hung:
    return _on_paper(wall, case, facts, style, way="pingen", zone=PINGEN)


def _on_paper(
    wall: Wall, case: Case, facts: MessageFacts, style: HouseStyle, *, way: str, zone: AddressZone
) -> Hung:
    texts = phrases_of(case)
    pdf = render_letter(facts, style, texts, zone=zone)
    file = wall.folder / f"{case.name}-{way}.pdf"
    file.write_bytes(pdf)
    return Hung(
        case=case,
        way=way,
        files=(file.name,),
        pictures=tuple(pages_of(pdf, wall.folder / DRAWN)),
        wrong=_said(check(facts, letter_text(facts, style, texts))),
    )


def _email(wall: Wall, case: Case, facts: MessageFacts, style: HouseStyle) -> Hung:
    if facts.reply is not None:
        told = told_of(facts, STATEMENTS[case.situation]()) if case.stage == "STATEMENT" else facts
        made = render_reply(told, style, phrases_of(case))
        facts, subject, html, text, images = told, made.subject, made.html, made.text, made.images
    else:
        subject, html, text = render_email(facts, style, phrases_of(case))
        images = inline_images(facts, style)
    file = wall.folder / f"{case.name}-email.html"
    file.write_text(with_images(html, images), encoding="utf-8")
    file.with_suffix(".txt").write_text(f"{subject}\n\n{text}", encoding="utf-8")
    wrong = [*_said(check(facts, f"{subject}\n{text}"))]
    wrong += lint(html, text, pictures=frozenset(image.cid for image in images))
    looks = FIRST_LOOKS if case.situation == PLAIN else LOOKS
    taken = [(look, *wall.camera.taken(html, images, look)) for look in looks] if wall.camera else []
    wrong += [f"wider than {look.width} pixels" for look, _, too_wide in taken if too_wide]
    return Hung(
        case=case,
        way="email",
        files=(file.name, file.with_suffix(".txt").name),
        pictures=tuple(picture for _, picture, _ in taken),
        wrong=tuple(wrong),
    )


def _sms(wall: Wall, case: Case, facts: MessageFacts, _style: HouseStyle) -> Hung:
    text = sms_text(facts, phrases_of(case))
    parts = sms_parts(text)
    wrong = _said(check(facts, text, way="SMS"))
    return _in_words(wall, case, "sms", f"{text}\n({parts.count} × {parts.alphabet})", wrong)


def _call(wall: Wall, case: Case, facts: MessageFacts, _style: HouseStyle) -> Hung:
    text = text_of_script(call_script(facts, phrases_of(case)))
    return _in_words(wall, case, "call", text, _said(check(facts, text, way="CALL")))


def _in_words(wall: Wall, case: Case, way: str, text: str, wrong: tuple[str, ...]) -> Hung:
    file = wall.folder / f"{case.name}-{way}.txt"
    file.write_text(text, encoding="utf-8")
    return Hung(case=case, way=way, files=(file.name,), pictures=(), wrong=wrong, said=text)


def _statement(wall: Wall, case: Case, facts: MessageFacts, style: HouseStyle) -> Hung:
    balances = STATEMENTS[case.situation]()
    facts = told_of(facts, balances)
    texts = phrases_of(case)
    pdf = pdf_of_statement(facts, balances, style, texts)
    file = wall.folder / f"{case.name}-statement.pdf"
    file.write_bytes(pdf)
    file.with_suffix(".xlsx").write_bytes(sheet_of_statement(facts, balances, texts))
    return Hung(
        case=case,
        way="statement",
        files=(file.name, file.with_suffix(".xlsx").name),
        pictures=tuple(pages_of(pdf, wall.folder / DRAWN)),
        wrong=_said(check_document(facts, text_of_statement(facts, balances, texts))),
    )


def _said(found: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(f"the guard: {one.found} ({one.rule})" for one in found)


DRAWERS: Final[dict[str, Callable[[Wall, Case, MessageFacts, HouseStyle], Hung]]] = {
    "letter": _letter,
    "pingen": _pingen,
    "email": _email,
    "sms": _sms,
    "call": _call,
    "statement": _statement,
}
"""How each way out is drawn. A test asks for one for every way that there is."""
