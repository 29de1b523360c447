"""The rows of an open-item list, each to one open item, in the notation that was named."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass
from datetime import date, datetime

from voldaan.formats.amounts import AmountError, number_to_cents, parse_amount
from voldaan.formats.days import DayError, parse_day
from voldaan.formats.findings import Findings
from voldaan.formats.sheets import Cell, Rows
from voldaan.formats.values import OpenItem, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """How amounts and days are written in a list."""

    decimal: str
    thousands: str | None
    dates: str
    currency: str
    two_decimals: bool = False
    """An amount with decimals has exactly two: `12,5` and `1,250` are refused."""
    round_to_cents: bool = False


def read_rows(
    rows: Rows, columns: Dictionary[str, int], notation: Notation, first_row: int, findings: Findings
) -> Iterator[OpenItem]:
    """Yield the item of each row that is not empty; what is wrong goes to the findings."""
    width = len(rows[first_row - 1])
    for line, cells in enumerate(rows[first_row:], first_row + 1):
        if not any(cell is not None and str(cell).strip() for cell in cells):
            continue
        if len(cells) < width or any(cells[width:]):
            findings.add(
                f"Rij {line} heeft {len(cells)} cellen, de kop {width}.",
                "Een cel te veel of te weinig verschuift alle cellen erna.",
                "Controleer of de rij compleet is en of het scheidingsteken klopt.",
                line=line,
            )
            continue
        item = _Row(cells, columns, notation, line, findings).item()
        if item is not None:
            yield item


class _Row:
    """One row with the place of each column."""

    def __init__(
        self,
        cells: Sequence[Cell],
        columns: Dictionary[str, int],
        notation: Notation,
        line: int,
        findings: Findings,
    ) -> None:
        self.cells = cells
        self.columns = columns
        self.notation = notation
        self.line = line
        self.findings = findings

    def item(self) -> OpenItem | None:
        """Return the open item, or None when problems were added."""
        problems_before = self.findings.count
        number = self.text("number")
        if number is None:
            self.problem(
                "number",
                "heeft geen factuurnummer",
                "Een rij zonder nummer is misschien een totaal; die slaan we niet stil over.",
                "Haal totaalregels uit de lijst, of vul het factuurnummer in.",
            )
        debtor = self.debtor()
        open_cents = self.cents("open")
        if open_cents is None and self.findings.count == problems_before:
            self.problem(
                "open",
                "heeft geen openstaand bedrag",
                "Onbekend is niet nul.",
                "Vul het openstaande bedrag in, 0,00 als er niets openstaat.",
            )
        issue_date, due_date = self.day("issue_date"), self.day("due_date")
        total_cents, currency = self.cents("total"), self.currency()
        if self.findings.count > problems_before:
            return None
        assert number is not None and open_cents is not None
        reference = self.text("reference")
        return OpenItem(
            number=number,
            debtor=debtor,
            issue_date=issue_date,
            due_date=due_date,
            currency=currency,
            total_cents=total_cents,
            open_cents=open_cents,
            payment_reference="".join(reference.split()) if reference else None,
            subject=self.text("subject"),
            line=self.line,
        )

    def debtor(self) -> Party:
        """Return the debtor; a row that names none is a problem."""
        name, number = self.text("debtor_name"), self.text("debtor_number")
        if name is None and number is None:
            self.problem(
                "debtor_name",
                "noemt geen debiteur",
                "Zonder debiteur is de factuur van niemand.",
                "Vul het debiteurnummer of de naam in.",
            )
        return Party(
            name=name,
            number=number,
            email=self.text("email"),
            phone=self.text("phone"),
            contact_name=self.text("contact_name"),
            street=self.text("street"),
            postcode=self.text("postcode"),
            city=self.text("city"),
            country=self.text("country"),
            iban=self.text("iban"),
            coc_number=self.text("coc_number"),
            vat_number=self.text("vat_number"),
        )

    def cell(self, name: str) -> Cell:
        """Return the cell of a column, None where it is empty or the list has no such column."""
        place = self.columns.get(name)
        cell = self.cells[place] if place is not None else None
        return None if isinstance(cell, str) and not cell.strip() else cell

    def text(self, name: str) -> str | None:
        """Return a cell as text; a number cell without decimals is its digits."""
        cell = self.cell(name)
        if cell is None:
            return None
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))
        return " ".join(str(cell).split())

    def cents(self, name: str) -> int | None:
        """Return a cell as cents, None where it is empty or a problem."""
        cell = self.cell(name)
        try:
            if cell is None:
                return None
            if isinstance(cell, int | float) and not isinstance(cell, bool):
                return number_to_cents(cell, round_to_cents=self.notation.round_to_cents)
            return self._written_cents(str(cell))
        except AmountError as error:
            self.problem(
                name,
                "heeft een onleesbaar bedrag",
                str(error),
                "Schrijf elk bedrag in dezelfde notatie, of pas decimal en thousands in de mapping aan.",
            )
            return None

    def _written_cents(self, text: str) -> int:
        """Return the cents of an amount in the notation of the list."""
        sign = self.notation.decimal
        if self.notation.two_decimals and not re.fullmatch(
            rf"-?[0-9]+(?:{re.escape(sign)}[0-9]{{2}})?", text.strip()
        ):
            raise AmountError(
                f"‘{text.strip()[:24]}’ is geen bedrag zoals 1250{sign}00, de notatie van deze lijst."
            )
        return parse_amount(text, sign, self.notation.thousands, round_to_cents=self.notation.round_to_cents)

    def day(self, name: str) -> date | None:
        """Return a cell as a day, None where it is empty or a problem."""
        cell = self.cell(name)
        try:
            if cell is None:
                return None
            if isinstance(cell, datetime):
                return cell.date()
            return cell if isinstance(cell, date) else parse_day(self.text(name) or "", self.notation.dates)
        except DayError as error:
            self.problem(
                name,
                "heeft een onleesbare datum",
                str(error),
                "Verbeter de datum, of pas dates in de mapping aan.",
            )
            return None

    def currency(self) -> str:
        """Return the currency of the row, else that of the list."""
        text = self.text("currency") or self.notation.currency
        if not re.fullmatch(r"[A-Z]{3}", text):
            self.problem(
                "currency",
                "heeft een onbekende munt",
                f"‘{text[:12]}’ is geen muntcode.",
                "Gebruik een code van drie hoofdletters, zoals EUR.",
            )
        return text

    def problem(self, column: str, what: str, why: str, how_to_fix: str) -> None:
        """Add a problem with the place of a cell."""
        self.findings.add(
            f"Rij {self.line}, kolom {column}, {what}.", why, how_to_fix, line=self.line, path=column
        )
