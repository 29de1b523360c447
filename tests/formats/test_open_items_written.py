"""A list in any notation, with the mapping that says so, gives the items that were written."""

import csv
from dataclasses import dataclass
from datetime import date
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from tests.formats.lists import items, problems, workbook
from voldaan.formats.lists.mapping import HEADINGS, Mapping, mapping_text, parse_mapping

MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
DAYS = {
    "dd-mm-yyyy": lambda d: f"{d:%d-%m-%Y}",
    "d/m/yy": lambda d: f"{d.day}/{d.month}/{d:%y}",
    "mm/dd/yyyy": lambda d: f"{d:%m/%d/%Y}",
    "yyyymmdd": lambda d: f"{d:%Y%m%d}",
    "d mmm yyyy": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "dd-mmm-yy": lambda d: f"{d.day:02d}-{MONTHS[d.month - 1].upper()}-{d:%y}",
    "serial": lambda d: str((d - date(1899, 12, 30)).days),
}
HEADING = {
    "CELLS": lambda number, name: [number, name],
    "NUMBER_NAME": lambda number, name: [f"{number} - {name}"],
    "NAME_NUMBER": lambda number, name: [f"{name} ({number})"],
    "NAME": lambda number, name: [name],
}


@dataclass(frozen=True)
class Written:
    number: str
    debtor: int
    issued: date
    cents: int


DEBTORS = [
    ("10023", "Bakkerij Korst & Kruim"),
    ("D-7", "Slagerij 't Lam; Utrecht"),
    ("10040", 'Café "De Zwaan"'),
]
ITEM = st.builds(
    Written,
    number=st.integers(1, 9999).map(lambda number: f"2026-{number:04d}"),
    debtor=st.integers(0, 2),
    issued=st.dates(date(2020, 1, 1), date(2029, 12, 31)),
    cents=st.integers(-(10**8), 10**9),
)
NOTATION = st.sampled_from([(",", "."), (",", None), (".", ","), (".", None), (",", " "), (".", "'")])


def amount(cents: int, decimal: str, thousands: str | None, negative: str) -> str:
    whole, rest = divmod(abs(cents), 100)
    plain = f"{whole:,}".replace(",", thousands or "") + f"{decimal}{rest:02d}"
    if negative == "CREDIT":
        return f"{plain} {'C' if cents < 0 else 'D'}"
    below = {"MINUS": f"-{plain}", "MINUS_AFTER": f"{plain}-", "BRACKETS": f"({plain})"}
    return below[negative] if cents < 0 else plain


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[list[str]], Mapping, list[Written]]:
    """Return rows, how they are to be read, and what they say."""
    written = sorted(draw(st.lists(ITEM, min_size=1, max_size=8)), key=lambda item: item.debtor)
    decimal, thousands = draw(NOTATION)
    negative = draw(st.sampled_from(["MINUS", "MINUS_AFTER", "BRACKETS", "CREDIT"]))
    dates, heading = draw(st.sampled_from(sorted(DAYS))), draw(st.sampled_from([None, *HEADINGS]))
    label = draw(st.sampled_from(["", "Debiteur:"])) if heading else ""
    delimiter = draw(st.sampled_from([";", ",", "\t", "|"]))
    with_totals = draw(st.booleans())
    money = [amount(item.cents, decimal, thousands, negative) for item in written]
    head = ["Factuur", "Datum", "Open", *([] if heading else ["Nr", "Klant"])]
    rows = [*draw(st.sampled_from([[], [["Openstaande posten"], []]])), head]
    debtor = None
    for place, item in enumerate(written):
        named = DEBTORS[item.debtor]
        if heading and item.debtor != debtor:
            cells = HEADING[heading](*named)
            rows.append([label, *cells] if label else cells)
        debtor = item.debtor
        rows.append([item.number, DAYS[dates](item.issued), money[place], *([] if heading else named)])
        is_last = item is written[-1] or written[place + 1].debtor != debtor
        if with_totals and is_last:
            total = sum(one.cents for one in written if one.debtor == debtor)
            rows.append(
                ["Subtotaal", "", amount(total, decimal, thousands, negative), *([] if heading else ["", ""])]
            )
    columns = {"number": "Factuur", "issue_date": "Datum", "open": "Open"}
    if heading is None:
        columns |= {"debtor_number": "Nr", "debtor_name": "Klant"}
    how = Mapping(
        columns=columns,
        decimal=decimal,
        thousands=thousands,
        dates=dates,
        negative=negative,
        heading=heading,
        heading_label=label,
        delimiter=delimiter,
        name='Van "ons" \\ 1',
    )
    return rows, how, written


def csv_bytes(rows: list[list[str]], delimiter: str) -> bytes:
    out = StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


@given(lists())
def test_a_list_in_any_notation_is_read_as_it_was_written(
    written: tuple[list[list[str]], Mapping, list[Written]],
) -> None:
    rows, how, expected = written
    read = items(csv_bytes(rows, how.delimiter), parse_mapping(mapping_text(how)))
    assert [(i.number, i.issue_date, i.open_cents, i.debtor.name) for i in read.items] == [
        (one.number, one.issued, one.cents, DEBTORS[one.debtor][1]) for one in expected
    ]
    if how.heading != "NAME":
        assert [i.debtor.number for i in read.items] == [DEBTORS[one.debtor][0] for one in expected]
    assert read.total_cents == sum(one.cents for one in expected)
    book = workbook({"Blad1": [tuple(row) for row in rows]})
    assert [replace_line(i) for i in items(book, how).items] == [replace_line(i) for i in read.items]


def replace_line(item: object) -> tuple[object, ...]:
    return tuple(getattr(item, name) for name in ("number", "debtor", "issue_date", "open_cents"))


@given(lists(), st.data())
def test_a_row_that_is_left_out_of_a_list_with_totals_is_seen(
    written: tuple[list[list[str]], Mapping, list[Written]], data: st.DataObject
) -> None:
    rows, how, expected = written
    if not any(row and row[0] == "Subtotaal" for row in rows):
        return
    numbers = [one.number for one in expected]
    gone = data.draw(
        st.sampled_from([one for one in expected if one.cents and numbers.count(one.number) == 1] or [None])
    )
    if gone is None:
        return
    place = next(at for at, row in enumerate(rows) if row and row[0] == gone.number)
    assert problems(csv_bytes(rows[:place] + rows[place + 1 :], how.delimiter), how)


@given(st.text(max_size=300), st.sampled_from(["", "number;open;debtor_name\r\n", "# voldaan debtors\r\n"]))
def test_no_text_does_anything_but_read_or_refuse(text: str, head: str) -> None:
    how = Mapping(columns={"number": "number", "open": "open", "debtor_name": "debtor_name"})
    for mapping in (None, how):
        problems((head + text).encode("utf-8", "surrogatepass"), mapping)
