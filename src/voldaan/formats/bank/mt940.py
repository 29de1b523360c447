"""MT940, the day statement of most Dutch banks since the eighties, and MT942, its report during the day.

A statement begins at `:20:`. Each `:61:` is a movement and the `:86:` lines after it are its words. Opening plus
movements must be closing, else the file is refused with the difference; where one of the two is missing, nothing
proves the statement whole, and that is said. Pages of one statement (`:62M:`, then `:60M:`) are joined where the
balance of one is that of the next.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from voldaan.formats.amounts import AmountError
from voldaan.formats.bank.mt940_entry import read_entry
from voldaan.formats.bank.mt940_fields import ENVELOPE, OEM, Field, encoding_of, fields, recognises
from voldaan.formats.bank.mt940_statement import AGAIN, FORMAT, FORMAT_INTERIM, SUBSTANCE, Draft, finished
from voldaan.formats.days import DayError
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.source import Source
from voldaan.formats.values import Problem, Refusal, Statement

__all__ = ["FORMAT", "FORMAT_INTERIM", "read", "recognises"]

_MESSAGE = re.compile(rb"\{2:[IO]([0-9]{3})")
_HEADER = frozenset({"21", "25", "25P", "28", "28C", "60F", "60M", "34F", "13D"})
_AFTER_ENTRIES = frozenset({"20", "60F", "60M", "61", "62F", "62M", "64", "65", "90C", "90D", ENVELOPE})


def read(source: Source, *, keep_unbalanced: bool = False) -> tuple[Statement, ...]:
    """Return the statements of a file, or raise `Refusal` with every problem found.

    `keep_unbalanced` is for looking only: what does not add up is then given as it is, and said in a remark.
    """
    findings = Findings(file=source.name)
    encoding = encoding_of(source)
    reading = _Reading(source, findings)
    drafts = list(reading.drafts(fields(source, encoding)))
    if not drafts:
        raise _no_statement(source)
    statements = [finished(draft, source, findings, keep_unbalanced=keep_unbalanced) for draft in drafts]
    findings.refuse_if_any()
    whole = [statement for statement in statements if statement is not None]
    if encoding == OEM:
        whole[0] = replace(whole[0], remarks=(*whole[0].remarks, _oem_remark(source.name)))
    return tuple(whole)


def _no_statement(source: Source) -> Refusal:
    """Return why there is nothing to read: it is another message of SWIFT, or there is nothing in it."""
    message = _MESSAGE.search(source.head)
    kind = message[1].decode() if message else ""
    what = "In dit MT940-bestand staat geen afschrift."
    if kind not in ("", "940", "942", "950"):
        what = f"Dit is een bericht van SWIFT (MT{kind}) en geen afschrift."
    return refuse(source.name, what, "Er is geen saldo (:60F:, :62F:) en geen boeking (:61:).", AGAIN)


def _oem_remark(file: str) -> Problem:
    return Problem(
        file=file,
        what="De letters met accenten zijn gelezen in de tekenset van DOS (codepagina 850).",
        why="Het bestand noemt zijn tekenset niet; zo geven alle letters woorden, anders niet.",
        how_to_fix="Kloppen namen met een accent niet, download het afschrift dan opnieuw in UTF-8.",
    )


class _Reading:
    """The statements of one file, field by field: the one that is read, and the page before it that may go on."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self._source, self._findings = source, findings
        self._interim = False
        self._draft: Draft | None = None
        self._page: Draft | None = None
        self._entry: Field | None = None
        self._words: list[str] = []
        self._currency = ""

    def drafts(self, found: Iterator[Field]) -> Iterator[Draft]:
        """Yield the statements at their ends, pages joined."""
        for one in found:
            tag = one.tag
            if tag == "86":
                if self._entry is not None:
                    # A second `:86:` is a new line of the bank, never the rest of a line that was cut.
                    self._words += ["", *one.lines] if self._words else one.lines
                continue
            if self._entry is not None and tag in _AFTER_ENTRIES:
                self._end_entry(self._entry)
            if tag == "61":
                self._begin_entry(one)
                continue
            if tag in (ENVELOPE, "940", "942"):
                self._note_kind(one)
                continue
            if tag == "20" or (tag in _HEADER and (self._draft is None or self._draft.closed)):
                yield from self._end()
                self._draft = self._new(one)
            if self._draft is None and tag in SUBSTANCE:
                self._draft = self._new(one)
            if self._draft is not None:
                self._draft.take(one, self._findings)
                self._currency = self._draft.currency or ""
                yield from self._join_page(self._draft, tag)
        if self._entry is not None:
            self._end_entry(self._entry)
        yield from self._end()
        if self._page is not None:
            yield self._page

    def _new(self, one: Field) -> Draft:
        self._currency = ""
        return Draft(line=one.line, movements=self._source.shelf.spool(), interim=self._interim)

    def _note_kind(self, one: Field) -> None:
        """Note from the envelope, or from the line `:940:` of Rabobank, what comes next."""
        if one.tag != ENVELOPE:
            self._interim = one.tag == "942"
        elif "{2:" in one.lines[0]:
            self._interim = "{2:I942" in one.lines[0] or "{2:O942" in one.lines[0]

    def _end(self) -> Iterator[Draft]:
        """Put the statement that has been read in the place of the page before it, and yield that."""
        draft, self._draft = self._draft, None
        if draft is None or not draft.substance:
            return
        if self._page is not None:
            yield self._page
        self._page = draft

    def _join_page(self, draft: Draft, tag: str) -> Iterator[Draft]:
        """Go on with the page before this one, or let that go, once both balances are known."""
        if tag not in ("60F", "60M") or self._page is None:
            return
        page, self._page = self._page, None
        if draft.continues(page):
            draft.take_over(page)
        else:
            yield page

    def _begin_entry(self, one: Field) -> None:
        """Keep a `:61:` until its words have been read."""
        if self._draft is None:
            self._draft = self._new(one)
        self._draft.substance = True
        self._entry, self._words = one, []

    def _end_entry(self, entry: Field) -> None:
        """Put away the movement that has been read, or add what is wrong with it."""
        draft, words = self._draft, self._words
        self._entry, self._words = None, []
        assert draft is not None
        try:
            movement = read_entry(entry, words, draft.account, self._currency)
            what, why = (
                "Een boeking (:61:) is onleesbaar.",
                "Verwacht: datum, C of D, een bedrag met een komma.",
            )
        except (AmountError, DayError) as error:
            movement, what, why = None, "Een boeking (:61:) klopt niet.", str(error)
        if movement is not None:
            draft.put(movement, entry.line)
            return
        draft.broken = True
        self._findings.add(
            what,
            why,
            "Vraag de bank om een juist afschrift; pas het bestand niet zelf aan.",
            line=entry.line,
        )
