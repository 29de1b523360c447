"""A list as people print it: headings, totals and pages between the items. Each row is one of these, or refused."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from voldaan.formats.amounts import AmountError, format_cents
from voldaan.formats.days import DayError
from voldaan.formats.findings import Findings
from voldaan.formats.lists.as_of import as_of_days
from voldaan.formats.lists.cells import Row, is_blank, text_of
from voldaan.formats.lists.header import Header
from voldaan.formats.lists.headings import (
    bare_heading,
    begins_with,
    first_text,
    is_grand_total,
    is_of_the_page,
    labelled_heading,
    shape_of,
    tells_a_sum,
)
from voldaan.formats.lists.open_item_rows import ItemReader, Terms
from voldaan.formats.lists.parties import PARTY_NAMES
from voldaan.formats.lists.sums import Sums
from voldaan.formats.spool import Spool
from voldaan.formats.values import OpenItem, Party, Problem

TITLE_ROWS_MAX = 20
_BEFORE_NAME = re.compile(r"^[\s:]*(?:(?:van|voor|for|of|groep|group)\b)?", re.IGNORECASE)
SHAPES_MAX = 1000


@dataclass(slots=True)
class _Waiting:
    """A row of text that is a title when a header follows, and not understood when anything else does."""

    row: Row
    line: int
    width: int
    """How many cells it had in the file."""


class Report:
    """The items of a list, gathered table by table. What is not understood goes to the findings."""

    def __init__(self, terms: Terms, findings: Findings, items: Spool[OpenItem]) -> None:
        self.terms, self.findings, self.items = terms, findings, items
        self.mapping = terms.mapping
        self.total_cents = 0
        self.remarks: list[Problem] = []
        self.first_due_before_issue: int | None = None
        self.due_before_issue_count = 0
        self.sums: Sums | None = None
        label = [self.mapping.heading_label] if self.mapping.heading_label else []
        self.is_total = begins_with(self.mapping.totals).match
        self.is_special = begins_with([*self.mapping.totals, *label]).match
        self.has_bare_headings = self.mapping.heading is not None and not label
        self.debtor: Party | None = None
        self.block_debtor: Party | None = None
        self.expected: tuple[int, list[int | None]] | None = None
        self.waiting: list[_Waiting] = []
        self.groups: list[tuple[int, str]] = []
        """Line and text of rows that are the title of a group when a total below names it, and strange if not."""
        self.after_total = False
        self.shapes: set[str] = set()
        """The shapes of the invoice numbers so far: an item without amount and day is no debtor's name."""

    def take(self, header: Header, rows: Iterable[Row]) -> None:
        """Take the rows under one header."""
        self.header = header
        self.reader = ItemReader(header, self.terms, self.findings)
        if self.sums is None:
            self.sums = Sums(len(self.reader.money_places))
        self.sums.begin_group()
        self.carries_down = self.mapping.heading == "CELLS" and bool(PARTY_NAMES & set(header.places))
        heading = self._heading_above(header)
        above = [row for row in header.above if heading is None or row is not heading[0]]
        self.titles = frozenset(text_of(cell) for row in above for cell in row if not is_blank(cell))
        self.debtor = heading[1] if heading else None
        self.block_debtor, self.after_total = None, False
        self._take_rows(rows, header)
        self._flush(at_end=True)
        self._end_block()
        for line, text in self.groups:
            self._add_strange(line, text)
        self.groups.clear()

    def all_remarks(self) -> list[Problem]:
        """Return what is to be said of the list although it was read."""
        if self.first_due_before_issue is None:
            return self.remarks
        remark = Problem(
            file=self.findings.file,
            what=f"Bij {self.due_before_issue_count} posten ligt de vervaldatum vóór de factuurdatum.",
            why=f"De eerste staat op rij {self.first_due_before_issue}. Wij houden de datum aan zoals hij er staat.",
            how_to_fix="Controleer of dag en maand goed zijn gelezen, en verbeter de datums in de boekhouding.",
            line=self.first_due_before_issue,
            path="due_date",
        )
        return [*self.remarks, remark]

    def _take_rows(self, rows: Iterable[Row], header: Header) -> None:
        """Go through the rows; the usual one, an item, is known at once."""
        number_place, money = header.places["number"], self.reader.money_places
        not_a_number = (None, "", header.titles[number_place] if number_place < len(header.titles) else "")
        likely = header.places.get("open", money[0])
        dates = [place for place in self.reader.days if place is not None] if self.has_bare_headings else []
        width, width_min = len(header.titles), header.width_min
        is_strict = self.terms.own_cents is not None
        for line, found in enumerate(rows, header.line + 1):
            row = found
            is_short = len(found) < width_min
            if is_short:
                row = [*row, *[None] * (width_min - len(row))]
            number, first = row[number_place], row[0]
            if not isinstance(first, str) or not first.strip():
                first = first_text(row)[1]
            is_item = (
                number not in not_a_number
                and not is_blank(number)
                and not self.is_special(first)
                and not (number_place and isinstance(number, str) and self.is_total(number))
                and (not is_blank(row[likely]) or not all(is_blank(row[place]) for place in money))
                and not (dates and all(is_blank(row[place]) for place in dates))
            )
            if not is_item and not is_strict and self._take_other(row, line, len(found)):
                continue
            if is_strict and not first:
                continue
            if is_short or (len(row) > width and width and not all(map(is_blank, row[width:]))):
                self._add_width_problem(len(found), line)
                continue
            self._take_item(row, line)

    def _take_item(self, row: Row, line: int) -> None:
        """Take one item, or add what is wrong with it."""
        if self.waiting:
            self._flush()
        item = self.reader.read(row, line, self.debtor)
        if item is None:
            return
        assert self.sums is not None
        if item.debtor is not self.block_debtor and item.debtor != self.block_debtor:
            self._begin_block(item.debtor)
        if self.carries_down:
            self.debtor = item.debtor
        self.after_total = False
        if self.has_bare_headings and len(self.shapes) < SHAPES_MAX:
            self.shapes.add(shape_of(item.number))
        self.sums.add(item.open_cents, self.reader.amounts)
        self.total_cents += item.open_cents
        if item.due_date is not None and item.issue_date is not None and item.due_date < item.issue_date:
            self.due_before_issue_count += 1
            self.first_due_before_issue = self.first_due_before_issue or line
        self.items.append(item)

    def _take_other(self, row: Row, line: int, width: int) -> bool:
        """Take a row that is no plain item; False where it must be an item after all."""
        place, first = first_text(row)
        if place < 0:
            return True
        if self._is_header(row):
            if self.waiting:
                assert self.sums is not None
                self.titles |= {
                    text_of(cell) for one in self.waiting for cell in one.row if not is_blank(cell)
                }
                self.sums.begin_group()
                self.waiting.clear()
            return True
        if self.mapping.heading_label and (debtor := labelled_heading(row, self.mapping)):
            self._begin_heading(debtor, row, line)
            return True
        number = text_of(row[self.header.places["number"]])
        if not self.is_total(first) and self.is_total(number):
            place, first = self.header.places["number"], number
        if self.is_total(first) and self._take_total(row, line, place, first):
            return True
        if is_of_the_page(row, self.titles):
            return True
        if self._is_other_total(row, place, first):
            return self._take_total(row, line, place, "")
        if (debtor := self._bare_heading(row)) is not None:
            self._begin_heading(debtor, row, line)
            return True
        if self._can_be_title(row) and len(self.waiting) < TITLE_ROWS_MAX:
            self.waiting.append(_Waiting(row, line, width))
            return True
        return False

    def _is_header(self, row: Row) -> bool:
        """Test if a row is the header once more."""
        titles = self.header.titles
        places = [
            place
            for place in (*self.header.places.values(), *self.header.ages.values())
            if place < len(titles)
        ]
        return bool(places) and all(text_of(row[place]) == titles[place] for place in places)

    # Headings

    def _heading_above(self, header: Header) -> tuple[Row, Party] | None:
        """Return the heading among the rows above the header with its debtor, None where there is none.

        Without a label it is the row right above the header, unless that tells of the list itself.
        """
        if self.mapping.heading is None or not header.above:
            return None
        labelled = [(row, labelled_heading(row, self.mapping)) for row in header.above]
        if found := [(row, debtor) for row, debtor in labelled if debtor is not None]:
            return found[-1]
        row = header.above[-1]
        if not self.has_bare_headings or self.carries_down or as_of_days([row], self.mapping.dates):
            return None
        debtor = None if is_of_the_page(row, frozenset()) else bare_heading(row, self.mapping)
        return (row, debtor) if debtor else None

    def _bare_heading(self, row: Row) -> Party | None:
        """Return the debtor of a heading without a label: a row without a day, and without an amount in most lists."""
        if not self.has_bare_headings or self._has_day(row):
            return None
        number = row[self.header.places["number"]]
        if self.carries_down:
            debtor = self.reader.parties(row)
            return debtor if debtor and is_blank(number) and not self._has_amount(row) else None
        if not is_blank(number) and self.mapping.heading in ("NAME", "CELLS"):
            looks_like_an_item = self._has_amount(row) or shape_of(text_of(number)) in self.shapes
            if looks_like_an_item:
                return None
        return bare_heading(self._without_amounts(row), self.mapping)

    def _without_amounts(self, row: Row) -> Row:
        """Return a row without what stands in its money columns as an amount."""
        places = {place for place in self.reader.money_places if self._amount(row[place]) is not None}
        return [None if place in places else cell for place, cell in enumerate(row)]

    def _begin_heading(self, debtor: Party, row: Row, line: int) -> None:
        """Begin the rows of the debtor that a heading names; the same debtor once more goes on."""
        self.after_total = False
        if debtor != self.debtor or self.block_debtor is not self.debtor:
            self.debtor = debtor
            self._begin_block(debtor)
        amounts = [self._amount(row[place]) for place in self.reader.money_places]
        if any(amount is not None for amount in amounts):
            self.expected = line, amounts

    def _begin_block(self, debtor: Party) -> None:
        """Begin the rows of another debtor."""
        assert self.sums is not None
        self._end_block()
        self.block_debtor = debtor
        self.sums.begin_block()

    def _end_block(self) -> None:
        """Hold the rows of a debtor against the amounts in its heading."""
        assert self.sums is not None
        if self.expected is None:
            return
        (line, amounts), self.expected = self.expected, None
        found = self.sums.since(self.sums.block)
        for amount, cents in zip(amounts, found[1:], strict=True):
            if amount is not None and amount not in (cents, found[0]):
                self._add_difference(line, amount, cents, "De kop van een debiteur")

    # Totals

    def _take_total(self, row: Row, line: int, place: int, first: str) -> bool:
        """Take a total row and hold it against its rows; False where it is something else."""
        number_place = self.header.places["number"]
        if place != number_place and not is_blank(row[number_place]) and self._has_day(row):
            return False
        amounts = [self._amount(row[at]) for at in self.reader.money_places]
        others = self._others(row, place, first)
        if not others and all(amount is None for amount in amounts):
            return self.mapping.heading is None or self._is_bare_word(first)
        if self.waiting:
            self._flush()
        self.after_total = True
        self._close_group(first)
        assert self.sums is not None
        difference = self.sums.take_total(amounts, others, is_grand=not first or is_grand_total(first))
        if difference is not None:
            self._add_difference(line, *difference, f"De rij ‘{first[:40]}’")
        return True

    def _is_other_total(self, row: Row, place: int, first: str) -> bool:
        """Test if a row holds amounts that are, each, the sum of rows above: a total that is not named as totals are.

        It has no number and no day, and its one text, if any, can be of a sum.
        """
        places = self.reader.money_places
        named = place not in places
        if named and (place == self.header.places["number"] or not tells_a_sum(first) or self._has_day(row)):
            return False
        if any(not is_blank(cell) for at, cell in enumerate(row) if at not in places and at != place):
            return False
        amounts = [self._amount(row[at]) for at in places]
        assert self.sums is not None
        return self.sums.is_total(amounts) and all(
            amount is not None or is_blank(row[at]) for at, amount in zip(places, amounts, strict=True)
        )

    def _close_group(self, first: str) -> None:
        """Let a total that names a group, "Totaal Horeca", say that the row "Groep Horeca" above was its title."""
        found = self.is_total(first)
        name = _BEFORE_NAME.sub("", first[found.end() :] if found else "").strip(" :").casefold()
        if name:
            self.groups = [(line, text) for line, text in self.groups if not text.casefold().endswith(name)]

    def _is_bare_word(self, text: str) -> bool:
        """Test if a text is nothing but a word of a total."""
        found = self.is_total(text)
        return found is not None and not text[found.end() :].strip(" :")

    def _others(self, row: Row, place: int, first: str) -> list[int]:
        """Return the amounts of a total row that stand outside the money columns, also behind its word."""
        found = self.is_total(first)
        texts = [first[found.end() :].strip(" :") if found else first]
        cells = [cell for at, cell in enumerate(row) if at != place and at not in self.reader.money_places]
        amounts = [self._amount(cell) for cell in (*texts, *cells)]
        return [amount for amount in amounts if amount is not None]

    def _add_difference(self, line: int, amount: int, cents: int, where: str) -> None:
        """Add that a total is not what its rows add up to."""
        self.findings.add(
            f"Rij {line}: het totaal {format_cents(amount)} is niet de som van de posten, {format_cents(cents)}.",
            f"{where} telt op wat erbij hoort; het verschil is {format_cents(amount - cents)}. "
            "Er ontbreekt een post, of er staat er een te veel.",
            "Maak de lijst opnieuw. Is dit geen totaalregel, pas dan totals in de mapping aan.",
            line=line,
        )

    # Other rows

    def _can_be_title(self, row: Row) -> bool:
        """Test if a row can be the title of what follows: a few texts, no amount, no day, no item."""
        filled = sum(not is_blank(cell) for cell in row)
        number = row[self.header.places["number"]]
        if not is_blank(number) and not all(is_blank(row[place]) for place in self.reader.money_places):
            return False
        return filled <= 3 and not self._has_amount(row) and not self._has_day(row)

    def _flush(self, *, at_end: bool = False) -> None:
        """Say of rows that were no titles what is wrong with them; text under the last total is only remarked on."""
        waiting, self.waiting = self.waiting, []
        for one in waiting:
            texts = [text for cell in one.row if (text := text_of(cell))]
            if at_end and self.after_total and len(texts) == 1:
                self.remarks.append(self._remark(one.line, texts[0]))
            elif len(texts) == 1 and self.mapping.heading is None and not at_end:
                self.groups.append((one.line, texts[0]))
            elif len(texts) == 1:
                self._add_strange(one.line, texts[0])
            elif one.width < self.header.width_min:
                self._add_width_problem(one.width, one.line)
            else:
                self.reader.read(one.row, one.line, self.debtor)

    def _add_strange(self, line: int, text: str) -> None:
        """Add that a row of text is nothing that we know."""
        self.findings.add(
            f"Rij {line} is geen post, kop of totaal: ‘{text[:60]}’.",
            "Wat we niet begrijpen, slaan we niet stil over.",
            "Haal de rij uit de lijst, of laat de mapping zeggen hoe een kop (heading) of totaal (totals) begint.",
            line=line,
        )

    def _remark(self, line: int, text: str) -> Problem:
        """Return the remark on a row of text that was passed over."""
        return Problem(
            file=self.findings.file,
            what=f"Rij {line} is geen post: ‘{text[:60]}’.",
            why="Zij staat onder het laatste totaal en noemt geen bedrag; we slaan haar over.",
            how_to_fix="Controleer of de lijst hier ophoudt.",
            line=line,
        )

    def _has_day(self, row: Row) -> bool:
        """Test if a day stands in one of the columns of days."""
        for place in self.reader.days:
            try:
                if place is not None and self.reader.day(row[place]) is not None:
                    return True
            except DayError:
                continue
        return False

    def _has_amount(self, row: Row) -> bool:
        """Test if an amount stands in one of the money columns."""
        return any(self._amount(row[place]) is not None for place in self.reader.money_places)

    def _amount(self, cell: object) -> int | None:
        """Return the amount in a cell of a row that is no item, None where it holds something else."""
        try:
            return self.reader.cents(cell)  # type: ignore[arg-type]
        except AmountError:
            return None

    def _add_width_problem(self, width: int, line: int) -> None:
        """Add that a row has not as many cells as the header."""
        self.findings.add(
            f"Rij {line} heeft {width} cellen, de kop {len(self.header.titles)}.",
            "Een cel te veel of te weinig verschuift alle cellen erna.",
            "Controleer of de rij compleet is en of het scheidingsteken klopt.",
            line=line,
        )
