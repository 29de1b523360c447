"""A statement of account as a worksheet (XLSX): real numbers and days, a head that stays, and no formula from outside.

What a debtor or a client wrote is always written as text: a name that begins with "=" stays a name.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from voldaan.domain.receivable.statement import Balance
from voldaan.domain.wording.facts import MessageFacts
from voldaan.letters.phrases import Phrases
from voldaan.letters.statement import Voice, age_of, voice_of

_WIDTHS: Final = (18, 14, 14, 40, 14, 14, 30)
_HEAD_ROW: Final = 3
_SHEET_NAME_MAX: Final = 31


def sheet_of_statement(
    facts: MessageFacts, balances: Sequence[Balance], texts: Phrases | None = None
) -> bytes:
    """Return the statement as the bytes of a workbook: the same facts, the same bytes."""
    out, voice = BytesIO(), voice_of(facts, balances, texts)
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(out, options) as book:
        day = voice.last_day
        book.set_properties(
            {
                "title": voice.say("title"),
                "author": facts.sender.name,
                "created": datetime(day.year, day.month, day.day, tzinfo=UTC),
            }
        )
        looks = _looks(book)
        for balance in balances:
            apart = f" {balance.currency}" if len(balances) > 1 else ""
            _open(
                book.add_worksheet(f"{voice.say('sheet_open')}{apart}"[:_SHEET_NAME_MAX]),
                facts,
                voice,
                balance,
                looks,
            )
            _entries(
                book.add_worksheet(f"{voice.say('sheet_entries')}{apart}"[:_SHEET_NAME_MAX]),
                facts,
                voice,
                balance,
                looks,
            )
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        "money": book.add_format({"num_format": "#,##0.00"}),
        "total": book.add_format({"num_format": "#,##0.00", "bold": True, "top": 1}),
        "total_label": book.add_format({"bold": True, "top": 1}),
        "plain": book.add_format(),
    }


def _top(sheet: Any, facts: MessageFacts, voice: Voice, heads: Sequence[str], looks: dict[str, Any]) -> None:
    """Write who and when above the table, whose head stays where it is while the rest moves."""
    sheet.write_string(0, 0, f"{voice.say('title')} {facts.sender.name}", looks["title"])
    sheet.write_string(1, 0, f"{facts.addressee.name} ({facts.reference}): {voice.say('period')}")
    for column, head in enumerate(heads):
        sheet.write_string(_HEAD_ROW, column, head, looks["head"])
        sheet.set_column(column, column, _WIDTHS[column])
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)


def _open(sheet: Any, facts: MessageFacts, voice: Voice, balance: Balance, looks: dict[str, Any]) -> None:
    names = ("invoice", "issued", "due", "subject", "amount", "open")
    heads = [*(voice.say(f"column_{name}") for name in names), voice.say("ageing_heading")]
    _top(sheet, facts, voice, heads, looks)
    row = _HEAD_ROW + 1
    for line in balance.lines:
        one = line.invoice
        marks = (("disputed", one.is_disputed), ("handed_over", one.is_handed_over))
        mark = "".join(f", {voice.say(name)}" for name, holds in marks if holds)
        sheet.write_string(row, 0, one.number)
        sheet.write_datetime(row, 1, one.issue_date, looks["day"])
        sheet.write_datetime(row, 2, one.due_date, looks["day"])
        sheet.write_string(row, 3, one.subject)
        sheet.write_number(row, 4, _money(one.asked_cents), looks["money"])
        sheet.write_number(row, 5, _money(line.open_cents), looks["money"])
        sheet.write_string(row, 6, f"{voice.say(age_of(line, balance.last_day))}{mark}")
        row += 1
    _sum(sheet, (row, 5), voice.say("together"), sum(line.open_cents for line in balance.lines), looks)
    if balance.unused_credit_cents:
        sheet.write_string(row + 1, 0, voice.say("unused"))
        sheet.write_number(row + 1, 5, _money(-balance.unused_credit_cents), looks["money"])


def _entries(sheet: Any, facts: MessageFacts, voice: Voice, balance: Balance, looks: dict[str, Any]) -> None:
    heads = [voice.say(f"column_{name}") for name in ("day", "what", "numbers", "change")]
    _top(sheet, facts, voice, heads, looks)
    sheet.set_column(1, 2, 34)
    row = _HEAD_ROW + 1
    sheet.write_string(row, 0, voice.say("opening"))
    sheet.write_number(row, 3, _money(balance.opening_cents), looks["money"])
    for entry in balance.entries:
        row += 1
        sheet.write_datetime(row, 0, entry.on, looks["day"])
        sheet.write_string(row, 1, voice.say(entry.kind))
        sheet.write_string(row, 2, ", ".join(entry.numbers))
        sheet.write_number(row, 3, _money(entry.cents), looks["money"])
    _sum(sheet, (row + 1, 3), voice.say("closing"), balance.closing_cents, looks)


def _sum(sheet: Any, place: tuple[int, int], label: str, cents: int, looks: dict[str, Any]) -> None:
    """Write a sum of the column above as a formula, with the value that it has."""
    row, column = place
    first, letter = _HEAD_ROW + 2, "ABCDEFG"[column]
    sheet.write_string(row, 0, label, looks["total_label"])
    for between in range(1, column):
        sheet.write_blank(row, between, None, looks["total_label"])
    if row < first:
        sheet.write_number(row, column, _money(cents), looks["total"])
        return
    sheet.write_formula(row, column, f"=SUM({letter}{first}:{letter}{row})", looks["total"], _money(cents))


def _money(cents: int) -> Decimal:
    return Decimal(cents) / 100
