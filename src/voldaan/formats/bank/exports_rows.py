"""One row of a bank's own file: what moved, and the balance before and after it."""

import re
from datetime import date
from typing import NamedTuple

from voldaan.formats.amounts import AmountError, parse_amount
from voldaan.formats.bank.exports_banks import BOOKED, NOT_BOOKED, OUT_AND_IN
from voldaan.formats.bank.exports_layouts import plain_title
from voldaan.formats.bank.exports_table import Table
from voldaan.formats.bank.exports_words import name_in_title, read_text
from voldaan.formats.bank.mt940_words import iban_in, known, tidy
from voldaan.formats.days import DayError, day_pattern, parse_day
from voldaan.formats.findings import Findings
from voldaan.formats.values import Transaction

_ACCOUNT = re.compile(r"[A-Z0-9]{5,34}")
_ACCOUNT_FIELDS = ("account", "account_name", "currency", "amount_currency")
_CURRENCY = re.compile(r"[A-Z]{3}")
_BIC_BEFORE = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})? +(?=[A-Z]{2}[0-9]{2})")
"""Triodos puts the bank before the account: `INGBNL2A NL20INGB0001234567`."""
_STORNO = re.compile(r"\bstorn|^sto$", re.IGNORECASE)
_CHARGE = re.compile(r"^(?:fee|charge|kosten)\b", re.IGNORECASE)
_THOUSANDS_OR_NOT = re.compile(r"[+-]?[0-9]{1,3}[.,][0-9]{3}")
"""Three digits behind a single sign: which sign stands before the cents must be known to read it."""
_DOWNLOAD_AGAIN = "Download het bestand opnieuw bij de bank en lever het onbewerkt aan."


class Account(NamedTuple):
    """Whose rows belong together: one statement is made of them."""

    iban: str
    """"" where the file does not name the account."""
    currency: str
    name: str | None


class Row(NamedTuple):
    """One booked row. Cents of the account's currency."""

    line: int
    movements: tuple[Transaction, ...]
    """The movement, and beside it what the bank asked for it."""
    before_cents: int | None
    after_cents: int | None

    @property
    def booking_date(self) -> date:
        """Return the day on which it was booked."""
        return self.movements[0].booking_date

    @property
    def contradicts_itself(self) -> bool:
        """Test if its amount does not lead from the balance before it to the one after it."""
        if self.before_cents is None or self.after_cents is None:
            return False
        return self.before_cents + self.total_cents != self.after_cents

    @property
    def total_cents(self) -> int:
        """Return what the row adds to the balance."""
        return sum(one.amount_cents for one in self.movements)


class _WrongRowError(ValueError):
    """A row is not in the notation of its bank. Carries what is wrong, as a Dutch sentence."""


class RowReader:
    """Reads the rows of one file by its layout. A bank's notation, once seen in a file, holds for all of it."""

    def __init__(self, table: Table, findings: Findings) -> None:
        self._layout = table.layout
        self._columns = table.columns
        self._findings = findings
        self._notations = table.layout.notations
        self._accounts: dict[tuple[str, ...], Account] = {}
        self.not_booked = 0
        """How many rows tell of something that is not on the account (yet)."""

    def read(self, line: int, cells: list[str]) -> tuple[Account, Row] | None:
        """Return a booked row and its account; None where it is not booked, or a problem was added."""
        try:
            if not self._is_booked(cells):
                self.not_booked += 1
                return None
            account = self._account(cells)
            return account, self._row(account, line, cells)
        except (AmountError, DayError, _WrongRowError) as error:
            self._findings.add(
                f"Regel {line} is niet zoals {self._layout.title} hem schrijft.",
                str(error),
                _DOWNLOAD_AGAIN,
                line=line,
            )
            return None

    def _cell(self, cells: list[str], name: str) -> str:
        """Return the text of a field; of several columns, joined by one space."""
        places = self._columns.get(name)
        if places is None:
            return ""
        if len(places) == 1:
            return cells[places[0]].strip() if places[0] < len(cells) else ""
        return " ".join(found for place in places if place < len(cells) and (found := cells[place].strip()))

    def _said(self, cells: list[str], name: str) -> str | None:
        """Return the text of a field, None where it says nothing."""
        text = self._cell(cells, name)
        return known(text) if text else None

    def _first(self, cells: list[str], name: str) -> str:
        """Return the first column of a field that says something."""
        places = self._columns.get(name)
        if places is None:
            return ""
        return next((found for place in places if place < len(cells) and (found := cells[place].strip())), "")

    def _is_booked(self, cells: list[str]) -> bool:
        if "state" not in self._columns:
            return True
        state = plain_title(self._cell(cells, "state"))
        if state in BOOKED or state in NOT_BOOKED:
            return state in BOOKED
        raise _WrongRowError(f"De status ‘{self._cell(cells, 'state')[:24]}’ kennen we niet.")

    def _account(self, cells: list[str]) -> Account:
        """Return whose row it is; all rows of a file name a few accounts, so each is read once."""
        named = tuple(self._cell(cells, name) for name in _ACCOUNT_FIELDS)
        account = self._accounts.get(named)
        if account is None:
            account = self._accounts[named] = self._read_account(*named)
        return account

    def _read_account(self, number: str, name: str, currency: str, moved: str) -> Account:
        iban = ""
        if "account" in self._columns:
            iban = re.sub(r"[\s.-]", "", number).upper()
            if not _ACCOUNT.fullmatch(iban):
                raise _WrongRowError(f"‘{number[:34]}’ is geen rekeningnummer.")
        currency = self._layout.currency or currency.upper()
        if not _CURRENCY.fullmatch(currency):
            raise _WrongRowError(f"‘{currency[:24]}’ is geen munt zoals EUR.")
        if moved and moved.upper() != currency:
            raise _WrongRowError(f"Het bedrag is in {moved[:3]}, de rekening in {currency}.")
        return Account(iban, currency, known(name))

    def _row(self, account: Account, line: int, cells: list[str]) -> Row:
        cents = self._signed(cells)
        charge = self._charge(cells, cents)
        before, after = (
            self._amount(text) if (text := self._cell(cells, name)) else None
            for name in ("balance_before", "balance_after")
        )
        total = cents + charge
        if before is None and after is not None:
            before = after - total
        elif after is None and before is not None:
            after = before + total
        movement = self._movement(account, cents, cells)
        movements = (movement, _charge_of(movement, charge)) if charge else (movement,)
        return Row(line, movements, before, after)

    def _signed(self, cells: list[str]) -> int:
        """Return the amount of the movement; received is positive."""
        cents = self._amount(self._cell(cells, "amount"))
        if "sign" not in self._columns:
            return cents
        word = self._cell(cells, "sign")
        sign = OUT_AND_IN.get(word.casefold())
        if sign is None:
            raise _WrongRowError(f"‘{word[:24]}’ zegt niet of het bedrag eraf ging of erbij kwam.")
        if cents < 0 < sign:
            raise _WrongRowError(f"Het bedrag is negatief, maar er staat ‘{word}’ bij.")
        return sign * abs(cents)

    def _charge(self, cells: list[str], cents: int) -> int:
        """Return what the bank asked for the movement, zero where it asked nothing."""
        total = self._cell(cells, "total")
        if total:
            return self._amount(total) - cents
        fee = self._cell(cells, "fee")
        return -abs(self._amount(fee)) if fee else 0

    def _amount(self, text: str) -> int:
        """Return the cents of an amount in the bank's notation; the notations that it cannot be in are done with."""
        if len(self._notations) == 1:
            return parse_amount(text, *self._notations[0])
        if _THOUSANDS_OR_NOT.fullmatch(text):
            raise AmountError(f"‘{text[:24]}’ kan met of zonder duizendtallen zijn; de centen ontbreken.")
        fitting, cents, refused = [], 0, AmountError("")
        for notation in self._notations:
            try:
                cents = parse_amount(text, *notation)
            except AmountError as error:
                refused = error
            else:
                fitting.append(notation)
        if not fitting:
            raise refused
        self._notations = tuple(fitting)
        return cents

    def _day(self, cells: list[str], name: str) -> date | None:
        """Return the day of a field, without the moment behind it; None where it is empty."""
        text = self._first(cells, name).replace("T", " ").partition(" ")[0]
        if not text:
            return None
        notations = self._layout.days
        return parse_day(
            text, next((one for one in notations if day_pattern(one).fullmatch(text)), notations[0])
        )

    def _movement(self, account: Account, cents: int, cells: list[str]) -> Transaction:
        booking_date = self._day(cells, "booking_date")
        if booking_date is None:
            raise _WrongRowError("De boekdatum ontbreekt.")
        name, iban = self._counterparty(cents, cells)
        words = read_text(self._text(cells), self._layout.words, counterparty=iban)
        reason = self._said(cells, "return_reason")
        kind = self._cell(cells, "kind")
        bank_reference = self._said(cells, "bank_reference")
        ultimate = self._said(cells, "ultimate_name") or words.ultimate_name
        return Transaction(
            bank_iban=account.iban,
            booking_date=booking_date,
            value_date=self._day(cells, "value_date"),
            amount_cents=cents,
            currency=account.currency,
            counterparty_name=name or words.name,
            counterparty_iban=iban or words.iban,
            ultimate_name=ultimate if ultimate != name else None,
            remittance=words.remittance,
            payment_reference=self._reference(cells) or words.payment_reference,
            end_to_end_id=self._said(cells, "end_to_end_id") or words.end_to_end_id,
            bank_reference=bank_reference,
            reversal=reason is not None or words.returned or _STORNO.search(kind) is not None,
            return_reason=reason or words.return_reason,
            mandate_id=self._said(cells, "mandate_id") or words.mandate_id,
            charge=_CHARGE.match(kind) is not None or _CHARGE.match(bank_reference or "") is not None,
        )

    def _text(self, cells: list[str]) -> str:
        """Return the free text, as it stands where one column holds it."""
        places = self._columns.get("remittance", ())
        if len(places) == 1:
            return cells[places[0]] if places[0] < len(cells) else ""
        return self._cell(cells, "remittance")

    def _reference(self, cells: list[str]) -> str | None:
        return re.sub(r"[\s']", "", self._cell(cells, "payment_reference")) or None

    def _counterparty(self, cents: int, cells: list[str]) -> tuple[str | None, str | None]:
        """Return name and account of the other side, which some banks keep in other columns for in and out."""
        side = "payer" if cents > 0 else "payee"
        name = (
            self._first(cells, "name")
            or self._first(cells, side)
            or name_in_title(self._cell(cells, "description"))
        )
        iban = self._first(cells, "counterparty_iban") or (
            self._first(cells, "payee_iban") if cents < 0 else ""
        )
        return known(name), iban_in(_BIC_BEFORE.sub("", iban, count=1))


def _charge_of(movement: Transaction, cents: int) -> Transaction:
    """Return what the bank asked for a movement, as a movement by itself."""
    return Transaction(
        bank_iban=movement.bank_iban,
        booking_date=movement.booking_date,
        value_date=movement.value_date,
        amount_cents=cents,
        currency=movement.currency,
        remittance=tidy(f"Kosten: {movement.remittance or movement.counterparty_name or ''}"),
        bank_reference=movement.bank_reference,
        charge=True,
    )
