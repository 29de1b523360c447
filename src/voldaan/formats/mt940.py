"""MT940: the day statement of most Dutch banks since the eighties, in the dialects they made of it.

A statement begins at `:20:`. Each `:61:` is a movement and the `:86:` lines after it are its words, which
`mt940_remittance` reads. Opening plus movements must be closing, else the file is refused with the difference.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from voldaan.formats.amounts import AmountError, decimal_to_cents, format_cents
from voldaan.formats.days import DayError, make_day
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.mt940_remittance import Words, read_words
from voldaan.formats.values import Statement, Transaction

FORMAT = "mt940"

_TAG = re.compile(r":([0-9]{2}[A-Z]?):(.*)", re.DOTALL)
_FIRST_TAG = re.compile(
    rb"^(?:\{[^\r\n]*\{4:\s*)?\x1a?:(?:20|25P?|28C?|60[FM]|61|62[FM]|64|65|86):", re.MULTILINE
)
_BALANCE = re.compile(r"([CD])([0-9]{6})([A-Z]{3})([0-9]+[,.][0-9]{0,2})\s*")
_ENTRY = re.compile(
    r"(?P<value>[0-9]{6})(?P<entry>[0-9]{4}|\s{4})?\s*(?P<mark>R?[CD])(?P<funds>[A-Z])?"
    r"(?P<amount>[0-9]+(?:[,.][0-9]{0,2})?)(?![0-9.,])\s*(?P<type>[NSF].{3}|[NSF].{0,2}$)?(?P<rest>.*)",
)
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLOCK_END = re.compile(r"-(?:\}.*|-|XXX|)\s*")


@dataclass(slots=True, kw_only=True)
class _Field:
    """One tagged field with its continuation lines, as they stand in the file."""

    tag: str
    lines: list[str]
    line: int


@dataclass(slots=True, kw_only=True)
class _Block:
    """The fields of one statement."""

    line: int
    fields: list[_Field] = field(default_factory=list)
    closed: bool = False
    """The closing balance has been seen: a dash now ends the statement, and is no longer words."""

    def first(self, *tags: str) -> _Field | None:
        """Return the first field with one of these tags, the earlier tag first."""
        return next((f for tag in tags for f in self.fields if f.tag == tag), None)

    def last(self, *tags: str) -> _Field | None:
        """Return the last field with one of these tags, the earlier tag first."""
        return next((f for tag in tags for f in reversed(self.fields) if f.tag == tag), None)


def recognises(head: bytes) -> bool:
    """Test if the bytes hold the tags of an MT940 (or its sister, the MT942)."""
    return _FIRST_TAG.search(head) is not None


def read(data: bytes, file: str, *, keep_unbalanced: bool = False) -> tuple[Statement, ...]:
    """Return the statements of a file, or raise `Refusal` with every problem found."""
    findings = Findings(file=file)
    blocks = [b for b in _blocks(decode(data)) if b.first("60F", "60M", "61", "62F", "62M")]
    _check_kind(data, blocks, file)
    read_blocks = [_statement(b, findings, keep_unbalanced=keep_unbalanced) for b in blocks]
    findings.refuse_if_any()
    return tuple(s for s in read_blocks if s is not None)


def decode(data: bytes) -> str:
    """Return the text: UTF-8 where it is that, else Latin-1, in which every byte is a character."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _check_kind(data: bytes, blocks: list[_Block], file: str) -> None:
    """Raise `Refusal` for an interim report and for a fragment without a statement."""
    if re.search(rb"^:34F:|\{2:[IO]942", data, re.MULTILINE):
        raise refuse(
            file,
            "Dit is een MT942, geen dagafschrift.",
            "Een tussentijds overzicht heeft geen begin- en eindsaldo, dus ontbrekende betalingen "
            "vallen niet op.",
            "Download het dagafschrift (MT940 of CAMT.053).",
        )
    if not blocks:
        raise refuse(
            file,
            "In dit MT940-bestand staat geen afschrift.",
            "Er is geen saldo (:60F:, :62F:) en geen boeking (:61:).",
            "Download het hele afschrift opnieuw bij de bank.",
        )


def _blocks(text: str) -> Iterator[_Block]:
    """Yield the statements of a text; a new one begins at each `:20:`, whatever stands between."""
    block: _Block | None = None
    for number, raw in enumerate(_LINE_END.split(text), 1):
        line = _without_envelope(raw)
        found = _TAG.match(line)
        if found:
            if found[1] == "20" or block is None:
                if block is not None:
                    yield block
                block = _Block(line=number)
            block.fields.append(_Field(tag=found[1], lines=[found[2]], line=number))
            block.closed = block.closed or found[1] in ("62F", "62M")
        elif block is not None and block.fields:
            _continue(block, raw, number)
    if block is not None:
        yield block


def _without_envelope(raw: str) -> str:
    """Return the line without the SWIFT envelope and the end-of-file sign before its tag."""
    line = raw.lstrip("\x1a\ufeff")
    if line.startswith("{") and "{4:" in line:
        return line.partition("{4:")[2].lstrip()
    return line


def _continue(block: _Block, raw: str, number: int) -> None:
    """Add a line to the field it continues, unless the statement has ended there."""
    last = block.fields[-1]
    if last.tag == "":
        return
    closed = block.closed or last.tag not in ("61", "86")
    if raw.startswith(("{1:", "-}")) or (closed and _BLOCK_END.fullmatch(raw)):
        block.fields.append(_Field(tag="", lines=[], line=number))
    elif last.tag in ("61", "86"):
        last.lines.append(raw)


def _statement(block: _Block, findings: Findings, *, keep_unbalanced: bool) -> Statement | None:
    """Return one statement, or None when a problem was added."""
    problems_before = findings.count
    iban, account_currency = _account(block, findings)
    opening, opening_date, currency = _balance(block.first("60F", "60M"), findings)
    closing, closing_date, closing_currency = _balance(block.last("62F", "62M"), findings)
    currency = currency or closing_currency or account_currency
    if currency is None:
        findings.add(
            "Van een afschrift is de munt onbekend.",
            "Begin- en eindsaldo ontbreken allebei.",
            "Download het hele afschrift opnieuw bij de bank.",
            line=block.line,
        )
    movements = tuple(_transactions(block, iban, currency or "", findings))
    if findings.count > problems_before or currency is None:
        return None
    number = block.first("28C", "28")
    if not keep_unbalanced and (opening is None or closing is None):
        which, tag = ("beginsaldo", ":60F:") if opening is None else ("eindsaldo", ":62F:")
        findings.add(
            f"Het {which} van een afschrift ontbreekt.",
            f"Zonder veld {tag} is niet te zien of alle boekingen er zijn; het bestand lijkt afgebroken.",
            "Download het hele afschrift opnieuw bij de bank.",
            line=block.line,
        )
    statement = Statement(
        format=FORMAT,
        bank_iban=iban,
        currency=currency,
        number=number.lines[0].strip() or None if number else None,
        opening_cents=opening,
        closing_cents=closing,
        opening_date=opening_date,
        closing_date=closing_date,
        transactions=movements,
    )
    if statement.balanced is False and not keep_unbalanced:
        _add_unbalanced(statement, findings, line=block.line)
    return statement


def _add_unbalanced(
    statement: Statement, findings: Findings, *, line: int | None = None, path: str | None = None
) -> None:
    """Add the problem of a statement whose movements do not lead from its opening to its closing balance."""
    assert statement.opening_cents is not None and statement.closing_cents is not None
    movements = sum(t.amount_cents for t in statement.transactions)
    difference = statement.closing_cents - statement.opening_cents - movements
    findings.add(
        f"Afschrift {statement.number or 'zonder nummer'} telt niet op: "
        f"het verschil is {format_cents(difference)} {statement.currency}.",
        f"Beginsaldo {format_cents(statement.opening_cents)} en boekingen {format_cents(movements)} geven niet het "
        f"eindsaldo {format_cents(statement.closing_cents)}; er ontbreekt iets of er is iets veranderd.",
        "Download het hele afschrift opnieuw bij de bank en lever het onbewerkt aan.",
        line=line,
        path=path,
    )


def _account(block: _Block, findings: Findings) -> tuple[str, str | None]:
    """Return the account of `:25:`, compact, and the currency some banks put behind it."""
    found = block.first("25", "25P")
    text = re.sub(r"[\s.]", "", found.lines[0]).upper() if found else ""
    if not text:
        findings.add(
            "Van een afschrift ontbreekt de rekening.",
            "Veld :25: is er niet of is leeg.",
            "Download het hele afschrift opnieuw bij de bank.",
            line=block.line,
        )
    split = re.fullmatch(r"(.*[0-9])([A-Z]{3})", text)
    return (split[1], split[2]) if split else (text, None)


def _balance(found: _Field | None, findings: Findings) -> tuple[int | None, date | None, str | None]:
    """Return cents, day and currency of a balance field; Nones where it is not there or is a problem."""
    if found is None:
        return None, None, None
    parts = _BALANCE.fullmatch(found.lines[0])
    if parts is None:
        findings.add(
            f"Het saldo in veld :{found.tag}: is onleesbaar.",
            "Verwacht: C of D, datum, munt en een bedrag met een komma.",
            "Download het afschrift opnieuw bij de bank.",
            line=found.line,
        )
        return None, None, None
    try:
        cents = decimal_to_cents(parts[4].replace(",", "."))
        return -cents if parts[1] == "D" else cents, _six_digits(parts[2]), parts[3]
    except (AmountError, DayError) as error:
        findings.add(
            f"Het saldo in veld :{found.tag}: klopt niet.",
            str(error),
            "Download het afschrift opnieuw bij de bank.",
            line=found.line,
        )
        return None, None, None


def _transactions(block: _Block, iban: str, currency: str, findings: Findings) -> Iterator[Transaction]:
    """Yield the movements before the closing balance, each with its own words."""
    entry: _Field | None = None
    words: list[str] = []
    for item in block.fields:
        if item.tag == "86" and entry is not None:
            words.extend(item.lines)
            continue
        if item.tag in ("61", "62F", "62M"):
            yield from _entry(entry, words, iban, currency, findings)
            entry, words = (item, []) if item.tag == "61" else (None, [])
    yield from _entry(entry, words, iban, currency, findings)


def _entry(
    found: _Field | None, lines: list[str], iban: str, currency: str, findings: Findings
) -> Iterator[Transaction]:
    """Yield the transaction of one `:61:`, or add what is wrong with it."""
    if found is None:
        return
    parts = _ENTRY.fullmatch(found.lines[0].rstrip("\x1a"))
    if parts is None:
        findings.add(
            "Een boeking (:61:) is onleesbaar.",
            "Verwacht: datum, C of D, een bedrag met een komma en een code.",
            "Download het afschrift opnieuw bij de bank.",
            line=found.line,
        )
        return
    try:
        yield _transaction(parts, found.lines[1:], lines, iban, currency)
    except (AmountError, DayError) as error:
        findings.add(
            "Een boeking (:61:) klopt niet.",
            str(error),
            "Vraag de bank om een juist afschrift; pas het bestand niet zelf aan.",
            line=found.line,
        )


def _transaction(
    parts: re.Match[str], supplement: list[str], lines: list[str], iban: str, currency: str
) -> Transaction:
    """Return the movement of a parsed `:61:` and its words."""
    mark, value_date = parts["mark"], _six_digits(parts["value"])
    cents = decimal_to_cents(parts["amount"].replace(",", "."))
    reference, _, bank_reference = parts["rest"].partition("//")
    words = _with_old_rabobank(_with_supplement(read_words(lines, supplement), reference, supplement), parts)
    return Transaction(
        bank_iban=iban,
        booking_date=_entry_date(parts["entry"], value_date),
        value_date=value_date,
        # RC takes back a credit, so the money goes out; RD takes back a debit.
        amount_cents=cents if mark in ("C", "RD") else -cents,
        currency=currency,
        counterparty_name=words.name,
        counterparty_iban=words.iban,
        remittance=words.remittance,
        payment_reference=words.payment_reference,
        end_to_end_id=words.end_to_end_id,
        bank_reference=bank_reference.strip() or None,
        reversal=mark.startswith("R") or words.returned,
    )


def _with_supplement(words: Words, reference: str, supplement: list[str]) -> Words:
    """Return the words with the account that Rabobank, ASN and SNS put in or under the `:61:`."""
    second = supplement[0].strip() if supplement else ""
    if words.iban is None and _IBAN.fullmatch(reference.strip()):
        return words.filled(iban=reference.strip(), name=second or None)
    if words.iban is None and _IBAN.fullmatch(second):
        return words.filled(iban=second, name=None)
    return words


def _with_old_rabobank(words: Words, parts: re.Match[str]) -> Words:
    """Return the words with the name that the old Rabobank line has behind its sixteen reference places."""
    rest, code = parts["rest"], parts["type"] or ""
    if code[1:].isdigit() and "//" not in rest and len(rest.rstrip()) > 16:
        return words.filled(iban=None, name=rest[16:].strip() or None)
    return words


def _six_digits(text: str) -> date:
    """Return the day of `yymmdd`; from 80 on it is the last century."""
    year = int(text[:2])
    return make_day(year + (1900 if year >= 80 else 2000), int(text[2:4]), int(text[4:6]), text)


def _entry_date(text: str | None, value_date: date) -> date:
    """Return the booking day of `mmdd` in the year that brings it nearest to the value day."""
    if text is None or not text.strip():
        return value_date
    month, day = int(text[:2]), int(text[2:])
    days = []
    for year in (value_date.year - 1, value_date.year, value_date.year + 1):
        try:
            days.append(make_day(year, month, day, text))
        except DayError:
            continue
    if not days:
        raise DayError(f"De boekdatum ‘{text}’ (maand en dag) bestaat niet.")
    return min(days, key=lambda candidate: abs(candidate - value_date))
