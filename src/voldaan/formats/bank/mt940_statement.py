"""One statement of an MT940 while it is read, and what is checked and said of it at its end."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from voldaan.formats.bank.mt940_balances import (
    Balance,
    Total,
    read_balance,
    read_floor,
    read_total,
    untotalled,
)
from voldaan.formats.bank.mt940_entry import Movement
from voldaan.formats.bank.mt940_fields import REPORT_TAGS, Field
from voldaan.formats.bank.unbalanced import unbalanced
from voldaan.formats.findings import Findings
from voldaan.formats.source import Source
from voldaan.formats.spool import Spool
from voldaan.formats.values import Problem, Statement, Transaction

FORMAT = "mt940"
FORMAT_INTERIM = "mt942"
AGAIN = "Download het hele afschrift opnieuw bij de bank."
SUBSTANCE = frozenset({"60F", "60M", "61", "62F", "62M", *REPORT_TAGS})
"""Fields of which a statement has at least one."""

_SIDES = (("90D", "af", -1), ("90C", "bij", 1))


@dataclass(slots=True)
class Tally:
    """How many there are, what they add up to, and where the first one stands."""

    entries: int = 0
    cents: int = 0
    line: int = 0

    def add(self, cents: int, line: int) -> None:
        """Count one more."""
        self.entries += 1
        self.cents += cents
        self.line = self.line or line


@dataclass(slots=True, kw_only=True)
class Draft:
    """A statement while it is being read."""

    line: int
    movements: Spool[Transaction]
    interim: bool
    account: str = ""
    account_currency: str | None = None
    number: str | None = None
    opening: Balance | None = None
    closing: Balance | None = None
    starts_as_page: bool = False
    ends_as_page: bool = False
    closed: bool = False
    reports: bool = False
    """It has a field of a report during the day; without balances it is one."""
    substance: bool = False
    broken: bool = False
    """A movement could not be read, so that the sum says nothing."""
    floor_currency: str | None = None
    above_floor: bool = False
    """Only movements above an amount are told (`:34F:`)."""
    told: dict[str, Total] = field(default_factory=dict)
    sides: dict[int, Tally] = field(default_factory=lambda: {1: Tally(), -1: Tally()})
    batches: Tally = field(default_factory=Tally)
    expected: Tally = field(default_factory=Tally)

    @property
    def currency(self) -> str | None:
        """Return the currency, from whichever field names it."""
        named = [one.currency for one in (self.opening, self.closing) if one]
        named += [one for one in (self.account_currency, self.floor_currency) if one]
        named += [total.currency for total in self.told.values()]
        return named[0] if named else None

    @property
    def cents(self) -> int:
        """Return what the movements add up to."""
        return self.sides[1].cents + self.sides[-1].cents

    def take(self, one: Field, findings: Findings) -> None:
        """Add a field that is not about one movement."""
        tag, first = one.tag, one.lines[0]
        self.substance = self.substance or tag in SUBSTANCE
        self.interim = self.interim or tag == "34F"
        self.reports = self.reports or tag in REPORT_TAGS
        self.closed = self.closed or tag in ("62F", "62M", "90C", "90D")
        if tag in ("25", "25P") and not self.account:
            self.account, self.account_currency = _account(first)
        elif tag in ("28", "28C") and self.number is None:
            self.number = first.strip() or None
        elif tag in ("60F", "60M") and self.opening is None:
            self.opening, self.starts_as_page = read_balance(one, findings), tag == "60M"
        elif tag in ("62F", "62M"):
            self.closing, self.ends_as_page = read_balance(one, findings), tag == "62M"
        elif tag == "34F":
            self.floor_currency, above = read_floor(first)
            self.above_floor = self.above_floor or above
        elif tag in ("90C", "90D"):
            total = read_total(one, findings)
            if total is not None:
                self.told[tag] = total

    def put(self, movement: Movement, line: int) -> None:
        """Count a movement and keep it; one that is only expected is counted and not kept."""
        transaction = movement.transaction
        if movement.expected:
            self.expected.add(transaction.amount_cents, line)
            return
        if movement.batch:
            self.batches.add(transaction.amount_cents, line)
        self.sides[1 if transaction.amount_cents > 0 else -1].add(transaction.amount_cents, line)
        self.movements.append(transaction)

    def continues(self, earlier: "Draft") -> bool:
        """Test if this is the next page of the same statement: same number, and its opening is their closing."""
        return (
            self.starts_as_page
            and earlier.ends_as_page
            and self.account == earlier.account
            and _without_page(self.number) == _without_page(earlier.number)
            and self.opening is not None
            and earlier.closing is not None
            and (self.opening.cents, self.opening.currency)
            == (earlier.closing.cents, earlier.closing.currency)
        )

    def take_over(self, earlier: "Draft") -> None:
        """Go on where the earlier page ended, as one statement."""
        self.line, self.number, self.opening = earlier.line, earlier.number, earlier.opening
        self.movements, self.sides = earlier.movements, earlier.sides
        self.batches, self.expected = earlier.batches, earlier.expected
        self.starts_as_page = earlier.starts_as_page


def _without_page(number: str | None) -> str | None:
    """Return the number of the statement without that of its page."""
    return number.partition("/")[0] if number else number


def _account(line: str) -> tuple[str, str | None]:
    """Return the account of `:25:`, compact, and the currency some banks put behind it.

    Triodos of old puts its own name before it: `TRIODOSBANK/0390123456`.
    """
    text = "".join(line.replace(".", "").split()).upper()
    bank, slash, number = text.partition("/")
    if slash and bank.isalpha():
        text = number
    if len(text) > 3 and text[-3:].isalpha() and text[-4].isdigit():
        return text[:-3], text[-3:]
    return text, None


def finished(draft: Draft, source: Source, findings: Findings, *, keep_unbalanced: bool) -> Statement | None:
    """Return the statement of a draft, or None when a problem was added."""
    draft.movements.close()
    draft.interim = draft.interim or (draft.reports and not (draft.opening or draft.closing))
    currency = draft.currency
    if not draft.account or currency is None:
        what, why = (
            ("Van een afschrift is de munt onbekend.", "Begin- en eindsaldo ontbreken allebei.")
            if draft.account
            else ("Van een afschrift ontbreekt de rekening.", "Veld :25: is er niet of is leeg.")
        )
        findings.add(what, why, AGAIN, line=draft.line)
        return None
    if any(movement.bank_iban != draft.account for movement in islice(draft.movements, 1)):
        findings.add(
            "In een afschrift staat de rekening pas na de boekingen.",
            "Veld :25: hoort ervoor; van welke rekening de boekingen zijn, is nu niet zeker.",
            AGAIN,
            line=draft.line,
        )
        return None
    contradictions = Findings(file=source.name) if keep_unbalanced else findings
    if not draft.broken:
        _check(draft, currency, contradictions)
    opening, closing = (None, None) if draft.interim else (draft.opening, draft.closing)
    return Statement(
        format=FORMAT_INTERIM if draft.interim else FORMAT,
        kind="INTERIM" if draft.interim else "STATEMENT",
        bank_iban=draft.account,
        currency=currency,
        number=draft.number,
        opening_cents=opening.cents if opening else None,
        closing_cents=closing.cents if closing else None,
        opening_date=opening.day if opening else None,
        closing_date=closing.day if closing else None,
        transactions=_in_currency(draft.movements, currency, source),
        movements_cents=draft.cents,
        remarks=(*(contradictions.problems if keep_unbalanced else ()), *_remarks(draft, source.name)),
    )


def _in_currency(movements: Spool[Transaction], currency: str, source: Source) -> Spool[Transaction]:
    """Return the movements in the currency that only the end of the statement named."""
    if not len(movements) or next(iter(movements)).currency == currency:
        return movements
    spool: Spool[Transaction] = source.shelf.spool()
    with spool:
        spool.extend(replace(movement, currency=currency) for movement in movements)
    return spool


def _check(draft: Draft, currency: str, findings: Findings) -> None:
    """Add the problem of balances, or of totals, that the movements contradict."""
    opening, closing, number = draft.opening, draft.closing, draft.number
    if opening and closing and opening.currency != closing.currency:
        findings.add(
            f"Afschrift {number or 'zonder nummer'} heeft twee munten.",
            f"Het beginsaldo is in {opening.currency}, het eindsaldo in {closing.currency}.",
            AGAIN,
            line=draft.line,
        )
        return
    if draft.interim:
        for side, told, found in _contradictions(draft) if not draft.above_floor else ():
            findings.add(*untotalled(side, told, found), line=draft.line)
    elif opening and closing and opening.cents + draft.cents != closing.cents:
        findings.add(
            *unbalanced(number, currency, opening.cents, draft.cents, closing.cents), line=draft.line
        )


def _contradictions(draft: Draft) -> Iterator[tuple[str, Total, Total]]:
    """Yield a side whose own count and sum are not those of its movements, unless some are only expected."""
    for tag, side, sign in _SIDES if not draft.expected.entries else ():
        told, found = draft.told.get(tag), draft.sides[sign]
        if told is not None and (told.entries, told.cents) != (found.entries, abs(found.cents)):
            yield side, told, Total(found.entries, abs(found.cents), told.currency)


def _remarks(draft: Draft, file: str) -> Iterator[Problem]:
    """Yield what is to be said of a statement that is taken."""
    for balance, word, tag in ((draft.opening, "beginsaldo", "60F"), (draft.closing, "eindsaldo", "62F")):
        if balance is None and not draft.interim:
            yield Problem(
                file=file,
                what=f"Het {word} van een afschrift ontbreekt.",
                why=f"Zonder veld :{tag}: is niet te zien of alle boekingen er zijn; het bestand lijkt afgebroken.",
                how_to_fix=AGAIN,
                line=draft.line,
            )
    if draft.interim and draft.above_floor and any(_contradictions(draft)):
        yield Problem(
            file=file,
            what="Een tussentijds overzicht noemt niet alle boekingen.",
            why="Het telt er meer dan erin staan: de bank laat boekingen onder een bedrag (:34F:) weg.",
            how_to_fix="Lees het dagafschrift in zodra het er is; daarin staan ze allemaal.",
            line=draft.line,
        )
    if draft.batches.entries:
        yield Problem(
            file=file,
            what=f"Boekingen voor een hele batch in dit afschrift: {draft.batches.entries}.",
            why="In het bestand staat één bedrag voor vele betalingen of incasso's, en niet van wie ze zijn.",
            how_to_fix="Download CAMT.053 met de batches uitgesplitst als er betalingen van debiteuren in zitten.",
            line=draft.batches.line,
        )
    if draft.expected.entries:
        yield Problem(
            file=file,
            what=f"Verwachte boekingen die niet zijn meegeteld: {draft.expected.entries}.",
            why="De bank verwacht ze (EC of ED) en heeft ze nog niet geboekt.",
            how_to_fix="Niets doen; als ze geboekt zijn, staan ze in een later bestand.",
            line=draft.expected.line,
        )
