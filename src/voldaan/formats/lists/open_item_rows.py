"""The rows of an open-item list, each to one open item, in the notation that was named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from voldaan.formats.amounts import AmountError, format_cents
from voldaan.formats.days import DayError
from voldaan.formats.findings import Findings
from voldaan.formats.lists.cells import Cents, Notation, Row, cents_reader, day_reader, is_blank, text_of
from voldaan.formats.lists.header import Header
from voldaan.formats.lists.mapping import Mapping
from voldaan.formats.lists.parties import party_reader
from voldaan.formats.values import OpenItem, Party

MONEY = ("open", "total", "paid", "debit", "credit")
"""The columns that a total row can add up, beside those of ageing."""

_CURRENCIES = {"€": "EUR", "EURO": "EUR", "EURO'S": "EUR", "$": "USD", "US$": "USD", "£": "GBP"}
_CURRENCY = re.compile(r"[A-Z]{3}")
_DAYS = re.compile(r"(-?[0-9]{1,4}) ?(?:dagen|dgn|dag|days?|d|tage?|netto)?(?: netto)?\.?", re.IGNORECASE)
_DEBIT = frozenset("d db dr dt debet debit f factuur invoice v + 1".split())
_CREDIT = frozenset("c cr ct credit creditnota creditfactuur cn - -1".split())
_ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]{1,3}")
"""A long number as a spreadsheet shows and saves it: its last digits are gone."""

TERM_DAYS_MAX = 3660


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What holds for every row of a list."""

    mapping: Mapping
    as_of: date | None
    own_cents: Cents | None = None
    """How amounts are read in our own list, which names no notation."""


class ItemReader:
    """Reads the rows of one table. `amounts` holds the cents of the money columns of the row that was read last."""

    def __init__(self, header: Header, terms: Terms, findings: Findings) -> None:
        self.header, self.terms, self.findings = header, terms, findings
        self.places = places = header.places
        self.notation = Notation.of(terms.mapping)
        self.parties = party_reader(places)
        self.day = day_reader(self.notation.dates)
        self.money = [(name, places[name]) for name in MONEY if name in places]
        self.ages = [(place, terms.mapping.ageing[title][0]) for title, place in header.ages.items()]
        self.money_places = tuple(place for _, place in self.money) + tuple(place for place, _ in self.ages)
        self.names = [name for name, _ in self.money]
        self.amounts: Sequence[int | None] = ()
        self.number_place = places["number"]
        self.currency_place = places.get("currency")
        self.currency = terms.mapping.currency
        self.issue_place, self.due_place = self.days = places.get("issue_date"), places.get("due_date")
        self.reference_place, self.subject_place = places.get("reference"), places.get("subject")
        self.order_place = places.get("order_number")
        is_plain = not self.ages and "debit_credit" not in places
        self.open_at = self.names.index("open") if is_plain and "open" in self.names else None
        self.total_at = self.names.index("total") if "total" in self.names else None
        self.cents = self.cents_in(terms.mapping.currency)
        self.joined: dict[tuple[int, int], tuple[Party, Party, Party]] = {}
        self.has_derived_due = bool(self.ages or {"days_overdue", "term_days"} & set(places))

    def cents_in(self, currency: str) -> Cents:
        """Return the function that reads amounts in a currency."""
        return self.terms.own_cents or cents_reader(self.notation, currency)

    def read(self, row: Row, line: int, debtor: Party | None = None) -> OpenItem | None:
        """Return the item of a row, or None when problems were added; `debtor` is the one of its heading."""
        try:
            item = self._read(row, line, debtor)
        except (AmountError, DayError, ValueError, OverflowError):
            item = None
        if item is None and self.findings.left_out:
            self.findings.left_out += 1
        elif item is None:
            self._add_problems(row, line, debtor)
        return item

    def _read(self, row: Row, line: int, debtor: Party | None) -> OpenItem | None:
        """Return the item of a row, None or an error where anything is wrong with it."""
        party = self.parties(row)
        if party is None or debtor is not None:
            party = self._party(row, debtor)
        if party is None or not (party.name or party.number):
            return None
        currency, cents = self.currency, self.cents
        if self.currency_place is not None and not is_blank(row[self.currency_place]):
            currency = self._currency(row)
            cents = self.cents_in(currency)
        self.amounts = amounts = [cents(row[place]) for place in self.money_places]
        open_cents = self._open(row, amounts) if self.open_at is None else amounts[self.open_at]
        number = text_of(row[self.number_place])
        if not number or open_cents is None or _is_rounded(number) or _is_rounded(party.number):
            return None
        issued = None if self.issue_place is None else self.day(row[self.issue_place])
        due = None if self.due_place is None else self.day(row[self.due_place])
        is_latest = False
        if due is None and self.has_derived_due:
            due, is_latest = self._derived_due(row, amounts, issued)
        if issued is not None and due is not None and abs((due - issued).days) > TERM_DAYS_MAX:
            return None
        reference, subject, order = self.reference_place, self.subject_place, self.order_place
        return OpenItem(
            number=number,
            debtor=party,
            issue_date=issued,
            due_date=due,
            currency=currency,
            total_cents=None if self.total_at is None else amounts[self.total_at],
            open_cents=open_cents,
            payment_reference=None if reference is None else text_of(row[reference]).replace(" ", "") or None,
            subject=None if subject is None else text_of(row[subject]) or None,
            line=line,
            due_date_is_latest=is_latest,
            order_number=None if order is None else text_of(row[order]) or None,
        )

    def _party(self, row: Row, debtor: Party | None) -> Party | None:
        """Return who owes by the row; where it does not say, the debtor of its heading with what the row adds."""
        party = self.parties(row)
        if party is None or debtor is None or party.name or party.number:
            return party or debtor
        if (known := self.joined.get((id(party), id(debtor)))) is None:
            self.joined.clear()
            known = replace(party, name=debtor.name, number=debtor.number), party, debtor
            self.joined[id(party), id(debtor)] = known
        return known[0]

    def _amount(self, name: str, amounts: Sequence[int | None]) -> int | None:
        """Return the amount of a column, None where there is none."""
        return amounts[self.names.index(name)] if name in self.names else None

    def _open(self, row: Row, amounts: Sequence[int | None]) -> int | None:
        """Return what is open by the columns that say so, None where they say nothing."""
        if "open" in self.names:
            amount = self._amount("open", amounts)
            return None if self._ages_differ(amounts) else self._signed(row, amount)
        if "debit" in self.names:
            debit, credit = self._amount("debit", amounts), self._amount("credit", amounts)
            return None if debit is None and credit is None else (debit or 0) - (credit or 0)
        if self.ages:
            return self._signed(row, self._aged(amounts))
        total = self._amount("total", amounts)
        return None if total is None else total - (self._amount("paid", amounts) or 0)

    def _ages_differ(self, amounts: Sequence[int | None]) -> bool:
        """Test if the ageing columns add up to something else than what is open."""
        aged = self._aged(amounts) if self.ages else None
        return aged is not None and aged != (self._amount("open", amounts) or 0)

    def _aged(self, amounts: Sequence[int | None]) -> int | None:
        """Return what the ageing columns add up to, None where all are empty."""
        filled = [amount for amount in amounts[len(self.money) :] if amount is not None]
        return sum(filled) if filled else None

    def _signed(self, row: Row, amount: int | None) -> int | None:
        """Return an amount with the sign that a column of D and C gives it."""
        place = self.places.get("debit_credit")
        if place is None or amount is None:
            return amount
        word = text_of(row[place]).lower().rstrip(".")
        if amount < 0 or word not in _DEBIT | _CREDIT:
            raise ValueError(word)
        return amount if word in _DEBIT else -amount

    def _text(self, name: str, row: Row) -> str:
        place = self.places.get(name)
        return "" if place is None else text_of(row[place])

    def _currency(self, row: Row) -> str:
        """Return the currency of a row; raises `ValueError` where it is no code."""
        text = self._text("currency", row)
        code = _CURRENCIES.get(text.upper(), text.upper())
        if not _CURRENCY.fullmatch(code):
            raise ValueError(text)
        return code

    def _derived_due(
        self, row: Row, amounts: Sequence[int | None], issued: date | None
    ) -> tuple[date | None, bool]:
        """Return the due date by age or by term, and whether it is only the latest that fits."""
        as_of = self.terms.as_of
        late = self._day_count("days_overdue", row)
        if late is not None and as_of is not None:
            return as_of - timedelta(days=late), False
        if self.ages and as_of is not None:
            filled = zip(self.ages, amounts[len(self.money) :], strict=True)
            firsts = [first for (_, first), amount in filled if amount]
            return (as_of - timedelta(days=min(firsts)), True) if firsts else (None, False)
        term = self._day_count("term_days", row)
        return (None if term is None or issued is None else issued + timedelta(days=term)), False

    def _day_count(self, name: str, row: Row) -> int | None:
        """Return a number of days, None where the cell is blank; raises `ValueError` where it is something else."""
        text = self._text(name, row)
        if not text:
            return None
        found = _DAYS.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return int(found[1])

    # What is wrong, cell by cell: gone through only when reading failed.

    def _add_problems(self, row: Row, line: int, debtor: Party | None) -> None:
        """Add every problem of a row that could not be read."""
        before = self.findings.count
        if not self._text("number", row):
            self._problem(
                "number",
                line,
                "heeft geen factuurnummer",
                "Een rij zonder nummer is misschien een totaal; die slaan we niet stil over.",
                "Noem in de mapping bij totals hoe een totaalregel begint, of vul het factuurnummer in.",
            )
        self._add_rounded_problems(row, line)
        self._add_party_problems(row, line, debtor)
        amounts = self._add_amount_problems(row, line)
        if amounts is not None:
            self._add_open_problems(row, line, amounts)
        self._add_day_problems(row, line)
        if self.findings.count == before:
            self._problem(
                "number", line, "is niet te lezen", "De cellen passen niet bij elkaar.", "Controleer de rij."
            )

    def _add_rounded_problems(self, row: Row, line: int) -> None:
        """Add which numbers have lost their last digits."""
        for name in ("number", "debtor_number"):
            text = self._text(name, row)
            if _is_rounded(text):
                self._problem(
                    name,
                    line,
                    "is geen heel nummer meer",
                    f"‘{text[:24]}’ is door een spreadsheet afgerond; de laatste cijfers zijn weg.",
                    "Exporteer de lijst opnieuw, en bewaar haar niet eerst in een spreadsheet.",
                )

    def _add_party_problems(self, row: Row, line: int, debtor: Party | None) -> None:
        try:
            party = self._party(row, debtor)
        except ValueError as error:
            self._problem(
                "debtor",
                line,
                "is geen nummer en naam",
                f"‘{str(error)[:40]}’ heeft niet de vorm ‘10023 Naam’ of ‘Naam (10023)’.",
                "Verbeter de cel, of noem de kolom in de mapping debtor_name of debtor_number.",
            )
            return
        if party is None or not (party.name or party.number):
            self._problem(
                "debtor_name",
                line,
                "noemt geen debiteur",
                "Zonder debiteur is de factuur van niemand.",
                "Vul het debiteurnummer of de naam in.",
            )

    def _add_amount_problems(self, row: Row, line: int) -> list[int | None] | None:
        """Return the amounts of a row, None where one cannot be read."""
        try:
            currency = self._currency(row) if self._text("currency", row) else self.terms.mapping.currency
        except ValueError as error:
            self._problem(
                "currency",
                line,
                "heeft een onbekende munt",
                f"‘{str(error)[:12]}’ is geen muntcode.",
                "Gebruik een code van drie hoofdletters, zoals EUR.",
            )
            currency = self.terms.mapping.currency
        amounts: list[int | None] | None = []
        names = [*self.names, *self.header.ages]
        for name, place in zip(names, self.money_places, strict=True):
            try:
                amount = self.cents_in(currency)(row[place])
                if amounts is not None:
                    amounts.append(amount)
            except AmountError as error:
                amounts = None
                self._problem(
                    name,
                    line,
                    "heeft een onleesbaar bedrag",
                    str(error),
                    "Schrijf elk bedrag in dezelfde notatie, of pas decimal en thousands in de mapping aan.",
                )
        return amounts

    def _add_open_problems(self, row: Row, line: int, amounts: list[int | None]) -> None:
        """Add why it is unknown what is open."""
        name = next((name for name in ("open", "debit", "total") if name in self.names), "open")
        if "open" in self.names and self._ages_differ(amounts):
            self._problem(
                "open",
                line,
                "is niet de som van de ouderdomskolommen",
                f"Er staat {format_cents(self._amount('open', amounts) or 0)}, "
                f"en de kolommen tellen op tot {format_cents(self._aged(amounts) or 0)}.",
                "Controleer de rij, of laat de mapping alle ouderdomskolommen noemen.",
            )
            return
        try:
            if self._open(row, amounts) is None:
                self._problem(
                    name,
                    line,
                    "heeft geen openstaand bedrag",
                    "Onbekend is niet nul.",
                    "Vul het openstaande bedrag in, 0,00 als er niets openstaat.",
                )
        except ValueError as error:
            self._problem(
                "debit_credit",
                line,
                "zegt niet of het bedrag erbij of eraf gaat",
                f"Er staat ‘{str(error)[:20]}’ bij een bedrag van {format_cents(amounts[0] or 0)}.",
                "Schrijf D of C bij een bedrag zonder minteken.",
            )

    def _add_day_problems(self, row: Row, line: int) -> None:
        """Add which days cannot be read, or cannot be."""
        days: list[date | None] = []
        for name, place in zip(("issue_date", "due_date"), self.days, strict=True):
            try:
                days.append(None if place is None else self.day(row[place]))
            except DayError as error:
                fix = "Verbeter de datum, of pas dates in de mapping aan."
                self._problem(name, line, "heeft een onleesbare datum", str(error), fix)
        for name in ("days_overdue", "term_days"):
            try:
                count = self._day_count(name, row)
                if count is not None and abs(count) > TERM_DAYS_MAX:
                    raise ValueError(str(count))
            except ValueError as error:
                why = f"‘{str(error)[:20]}’ is geen aantal dagen."
                self._problem(name, line, "heeft geen aantal dagen", why, "Schrijf een heel getal, zoals 30.")
        if len(days) == 2 and days[0] and days[1] and abs((days[1] - days[0]).days) > TERM_DAYS_MAX:
            self._problem(
                "due_date",
                line,
                "kan niet kloppen",
                f"De vervaldatum {days[1]:%d-%m-%Y} ligt meer dan tien jaar van de factuurdatum {days[0]:%d-%m-%Y}.",
                "Verbeter de datum, of pas dates in de mapping aan.",
            )

    def _problem(self, name: str, line: int, what: str, why: str, how_to_fix: str) -> None:
        """Add a problem with the place of a cell."""
        place = self.places.get(name, self.header.ages.get(name))
        titles = self.header.titles
        title = titles[place] if place is not None and place < len(titles) and titles[place] else name
        self.findings.add(f"Rij {line}, kolom ‘{title}’, {what}.", why, how_to_fix, line=line, path=name)


def _is_rounded(number: str | None) -> bool:
    """Test if a number has lost its last digits in a spreadsheet: 2,02603E+11."""
    return number is not None and "E+" in number and _ROUNDED.fullmatch(number) is not None
