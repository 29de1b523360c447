"""Setting pages with Typst: tagged PDF/A-2a and PDF/UA-1, only our own fonts, the same words the same bytes.

One compiler a thread and a template, kept: two threads may not share one, and making one costs more than a letter.
A process that has set a page must not fork afterwards (Typst's own threads are lost): start, do not fork.
"""

import threading
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path
from typing import Final

import typst

FOLDER: Final = Path(str(resources.files("voldaan.letters")))
_kept = threading.local()


class CannotSet(ValueError):
    """A page cannot be set as it should look, with what the typesetter says of it."""


def pdf_from(template: str, content: str, *, day: date) -> bytes:
    """Return the PDF that a template of ours makes of this content (JSON), dated `day`.

    Raises:
        CannotSet: a warning counts too, as of a letter that the fonts lack.
    """
    try:
        pdf, warnings = compiler_of(template).compile_with_warnings(
            format="pdf",
            sys_inputs={"content": content},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    except typst.TypstError as error:
        raise CannotSet(error.message) from None
    if warnings:
        raise CannotSet(warnings[0].message)
    return _bytes(pdf)


def first_page_from(template: str, content: str, *, dots: float) -> bytes:
    """Return the first page that a template makes of this content as PNG, with so many dots an inch.

    Raises:
        CannotSet: as for the PDF.
    """
    try:
        drawn = compiler_of(template).compile(format="png", ppi=dots, sys_inputs={"content": content})
    except typst.TypstError as error:
        raise CannotSet(error.message) from None
    return _bytes(drawn[0] if isinstance(drawn, list) else drawn)


def compiler_of(template: str) -> typst.Compiler:
    """Return this thread's compiler of a template."""
    compilers: dict[str, typst.Compiler] = _kept.__dict__
    if template not in compilers:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER / "fonts")]
        )
        compilers[template] = typst.Compiler(str(FOLDER / template), root=str(FOLDER), font_paths=fonts)
    return compilers[template]


def _bytes(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise CannotSet("nothing came out")
    return made
